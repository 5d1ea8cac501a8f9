#include "readers/html_page.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "readers/html_blocks.hpp"
#include "readers/html_body.hpp"
#include "readers/html_classes.hpp"
#include "readers/html_walk.hpp"

namespace storydiff::readers {
namespace {

constexpr Part kPageAround{Part::Fate::kAside, "navigation", "outside-article"};
constexpr Part kLinkList{Part::Fate::kAside, "related", "list-of-links"};
constexpr Part kStandfirst{Part::Fate::kFurniture, "standfirst", "before-body"};

// An element with more than this of all running text is no box in a story, whatever its class is called.
constexpr double kBoxShare = .3;
// Bytes; a longer "byline" is a biography or the story itself.
constexpr std::uint64_t kLongestOwn = 500;

struct Hinted {
  std::uint32_t node = 0;
  ElementHint hint;
};

class Reader {
 public:
  Reader(const HtmlTree& tree, bool whole)
      : tree_(tree), whole_(whole), size_(tree.nodes.size()), bytes_(size_), weight_(size_), hidden_(size_, false) {}

  HtmlPage run() {
    read_hints();
    blocks_ = find_blocks(tree_, hidden_);
    weigh_all();
    settle_hints();
    weigh_story();
    HtmlPage page;
    page.story = whole_ ? std::vector<Span>{{0, size_}} : find_body({tree_, blocks_, weight_, bodies_});
    page.roles = roles(page.story);
    return page;
  }

 private:
  [[nodiscard]] Span range(std::uint32_t node) const { return {node, tree_.nodes[node].end}; }
  static std::uint64_t part_of(const NodeSums& sums, Span nodes) { return sums.of(nodes.begin, nodes.end); }

  void read_hints() {
    for (std::uint32_t i = 1; i < size_; ++i) {
      if (tree_.nodes[i].tag == Tag::kText) continue;
      const ElementHint hint = element_hint(tree_, i);
      if (hint.never) hidden_[i] = true;
      if (hint.any || hint.hidden || hint.body || hint.never) hints_.push_back({i, hint});
    }
  }

  void weigh_all() {
    NodeSums all(size_);
    for (const Block& block : blocks_) {
      bytes_.add(block.first, block.bytes);
      if (block.running()) all.add(block.first, block.bytes);
    }
    bytes_.close();
    all.close();
    running_ = std::move(all);
  }

  /// Takes back what can not be: boxes as large as a story, hidden stories, long bylines.
  void settle_hints() {
    const auto large = static_cast<std::uint64_t>(kBoxShare * static_cast<double>(running_.all()));
    for (Hinted& entry : hints_) {
      const std::uint64_t running = part_of(running_, range(entry.node));
      ElementHint& hint = entry.hint;
      const bool box = hint.any && hint.part.fate == Part::Fate::kAside;
      if (running > 0 && running >= large) {
        if (hint.hidden || box) hint.any = hint.any && !box;
        hint.hidden = false;
      }
      const bool own = hint.any && hint.part.fate != Part::Fate::kAside;
      if (own && part_of(bytes_, range(entry.node)) > kLongestOwn) hint.any = false;
      if (hint.body) bodies_.push_back(entry.node);
    }
  }

  void weigh_story() {
    std::uint32_t covered = 0;
    auto block = blocks_.begin();
    const auto add_until = [&](std::uint32_t node) {
      for (; block != blocks_.end() && block->first < node; ++block)
        if (block->running() && block->first >= covered) weight_.add(block->first, block->bytes);
    };
    for (const Hinted& entry : hints_) {
      const bool out =
          entry.hint.hidden || entry.hint.never || (entry.hint.any && entry.hint.part.fate != Part::Fate::kStory);
      if (!out || entry.node < covered) continue;
      add_until(entry.node);
      covered = tree_.nodes[entry.node].end;
    }
    add_until(static_cast<std::uint32_t>(size_));
    weight_.close();
  }

  /// The block that `node` has its first text in, if it has any.
  [[nodiscard]] const Block* block_of(std::uint32_t node) const {
    const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), node,
                                        [](std::uint32_t n, const Block& block) { return n < block.first; });
    if (after != blocks_.begin() && std::prev(after)->last >= node) return &*std::prev(after);
    return after != blocks_.end() && after->first < tree_.nodes[node].end ? &*after : nullptr;
  }

  /// The headline above the story or at its beginning: a h1, or else what is called a headline.
  [[nodiscard]] std::optional<std::uint32_t> title(const std::vector<Span>& story) const {
    std::size_t begins = story.empty() ? size_ : story.front().end;
    for (const Block& block : blocks_)
      if (!story.empty() && block.first >= story.front().begin && block.running() &&
          weight_.of(block.first, block.first + 1) > 0) {
        begins = block.first;
        break;
      }
    std::optional<std::uint32_t> heading;
    for (std::uint32_t i = 1; i < begins; ++i)
      if (tree_.nodes[i].tag == Tag::kH1 && !hidden_[i] && part_of(bytes_, range(i)) > 0) heading = i;
    if (heading) return heading;
    for (const Hinted& entry : hints_)
      if (entry.node < begins && entry.hint.any && std::string_view(entry.hint.part.role) == "headline" &&
          part_of(bytes_, range(entry.node)) > 0)
        heading = entry.node;
    if (heading || whole_ || story.empty()) return heading;
    // A page without a h1: the heading right above the text, within the story.
    for (std::size_t i = std::max<std::size_t>(story.front().begin, 1); i < begins; ++i) {
      const auto node = static_cast<std::uint32_t>(i);
      if (tree_.nodes[node].tag == Tag::kH2 && part_of(bytes_, range(node)) > 0) heading = node;
    }
    return heading;
  }

  /// Whether a role that is the story's own fits where it stands.
  [[nodiscard]] bool fits(const Hinted& entry, std::optional<std::uint32_t> title) const {
    const std::string_view role = entry.hint.part.role;
    if (role == "headline" && title && entry.node != *title) return entry.hint.sure && entry.node < *title;
    const Tag tag = tree_.nodes[entry.node].tag;
    if (is_block(tag) || role == "dateline" || role == "crosshead") return true;
    // Within a line of running text a name or a date is part of a sentence.
    const Block* block = block_of(entry.node);
    return block == nullptr || !block->running();
  }

  [[nodiscard]] std::vector<PageRole> roles(const std::vector<Span>& story) const {
    const auto top = title(story);
    const std::size_t zone = top && !story.empty() ? std::min<std::size_t>(*top, story.front().begin) : size_;
    auto part = story.begin();  // hints and ranges both ascend
    const auto is_own = [&](std::uint32_t node) {
      while (part != story.end() && part->end <= node) ++part;
      if (part != story.end() && node >= part->begin) return true;
      return !story.empty() && node >= zone && node < story.front().begin;
    };
    std::vector<PageRole> result;
    for (const Hinted& entry : hints_) {
      const ElementHint& hint = entry.hint;
      if (hint.never || hint.hidden) {
        result.push_back({entry.node, {}, true});
      } else if (hint.any && entry.node != top && is_own(entry.node)) {
        if (hint.part.fate == Part::Fate::kAside || fits(entry, top)) result.push_back({entry.node, hint.part, false});
      }
    }
    if (top) result.push_back({*top, {Part::Fate::kFurniture, "headline", "first-heading"}, false});
    if (!whole_) add_standfirst(result, story, zone);
    add_link_lists(result, story);
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.node < b.node; });
    return result;
  }

  /// Running text between the headline and a body that the markup itself names.
  void add_standfirst(std::vector<PageRole>& result, const std::vector<Span>& story, std::size_t zone) const {
    if (story.empty()) return;
    for (const Block& block : blocks_)
      if (block.first >= zone && block.first < story.front().begin && weight_.of(block.first, block.first + 1) > 0 &&
          block.container >= zone)
        result.push_back({block.container, kStandfirst, false});
  }

  /// The heading of a list, where nothing stands between them.
  [[nodiscard]] std::optional<std::uint32_t> heading_above(std::uint32_t list) const {
    const auto first = std::lower_bound(blocks_.begin(), blocks_.end(), list,
                                        [](const Block& block, std::uint32_t node) { return block.first < node; });
    if (first == blocks_.begin()) return std::nullopt;
    const std::uint32_t above = std::prev(first)->container;
    const Tag tag = tree_.nodes[above].tag;
    return tag == Tag::kH2 || tag == Tag::kHeading ? std::optional(above) : std::nullopt;
  }

  /// Lists of links to other stories within the story.
  void add_link_lists(std::vector<PageRole>& result, const std::vector<Span>& story) const {
    NodeSums linked(size_);
    for (const Block& block : blocks_)
      if (10 * block.linked >= 9 * block.bytes) linked.add(block.first, block.bytes);
    linked.close();
    for (const Span part : story)
      for (std::size_t i = std::max<std::size_t>(part.begin, 1); i < part.end; ++i) {
        const auto node = static_cast<std::uint32_t>(i);
        const std::uint64_t bytes = part_of(bytes_, range(node));
        if (tree_.nodes[node].tag != Tag::kList || bytes == 0 || part_of(linked, range(node)) < bytes) continue;
        result.push_back({node, kLinkList, false});
        if (const auto heading = heading_above(node)) result.push_back({*heading, kLinkList, false});
      }
  }

  const HtmlTree& tree_;
  bool whole_;
  std::size_t size_;
  NodeSums bytes_;
  NodeSums running_{0};
  NodeSums weight_;
  std::vector<bool> hidden_;
  std::vector<Hinted> hints_;
  std::vector<std::uint32_t> bodies_;
  std::vector<Block> blocks_;
};

/// Text of `pre`: blank lines are all that tells its paragraphs.
void write_preformatted(std::string_view source, Span span, StoryText& story) {
  std::size_t begin = span.begin;
  while (begin < span.end) {
    const std::size_t line = source.substr(0, span.end).find('\n', begin);
    if (line == std::string_view::npos) break;
    std::size_t next = line + 1;
    while (next < span.end && (source[next] == ' ' || source[next] == '\t' || source[next] == '\r')) ++next;
    if (next < span.end && source[next] == '\n') {
      story.text_with_entities({begin, line});
      story.break_paragraph();
      begin = next;
    } else {
      story.text_with_entities({begin, next});
      begin = next;
    }
  }
  story.text_with_entities({begin, span.end});
}

}  // namespace

HtmlPage read_page(const HtmlTree& tree, bool whole) { return Reader(tree, whole).run(); }

void write_page(const HtmlTree& tree, const HtmlPage& page, StoryText& story) {
  struct Scope {
    std::uint32_t node;
    Part part;
  };
  std::vector<Scope> scopes;
  auto role = page.roles.begin();
  auto body = page.story.begin();
  std::uint32_t preformatted = 0;
  const auto choose_part = [&](std::uint32_t node) {
    while (body != page.story.end() && body->end <= node) ++body;
    const bool inside = body != page.story.end() && body->begin <= node;
    story.set(!scopes.empty() ? scopes.back().part : inside ? Part{} : kPageAround);
  };
  const auto enter = [&](std::uint32_t node) {
    while (role != page.roles.end() && role->node < node) ++role;  // within what was left out
    bool hidden = false;
    for (; role != page.roles.end() && role->node == node; ++role) {
      hidden = hidden || role->hidden;
      // What is not the story's has no story within.
      const bool within_aside = !scopes.empty() && scopes.back().part.fate == Part::Fate::kAside;
      if (!within_aside) scopes.push_back({node, role->part});
    }
    const HtmlNode& element = tree.nodes[node];
    if (is_block(element.tag)) story.break_paragraph();
    if (hidden) {
      while (!scopes.empty() && scopes.back().node == node) scopes.pop_back();
      return false;
    }
    if (element.tag == Tag::kPre) ++preformatted;
    if (element.tag == Tag::kQ && !element.close.empty()) {
      choose_part(node);
      story.stands_for(element.span, "\u201C");
    }
    return true;
  };
  const auto leave = [&](std::uint32_t node) {
    const HtmlNode& element = tree.nodes[node];
    if (element.tag == Tag::kQ && !element.close.empty()) story.stands_for(element.close, "\u201D");
    if (element.tag == Tag::kPre) --preformatted;
    if (is_block(element.tag)) story.break_paragraph();
    while (!scopes.empty() && scopes.back().node == node) scopes.pop_back();
  };
  const auto text = [&](std::uint32_t node) {
    choose_part(node);
    if (preformatted > 0)
      write_preformatted(tree.source, tree.nodes[node].span, story);
    else
      story.text_with_entities(tree.nodes[node].span);
  };
  walk(tree, enter, leave, text);
}

}  // namespace storydiff::readers
