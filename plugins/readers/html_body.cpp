#include "readers/html_body.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "readers/json_ld.hpp"

namespace storydiff::readers {
namespace {

// Shares of running text. A page of one story has little other running text; half of it may be teasers, comments or
// legal notes that nothing in the markup tells from a story.
constexpr double kArticleShare = .4;  ///< of the page: less is no article that the page is about
constexpr double kOneArticle = .6;    ///< of all articles' text: more makes one of them the story
constexpr double kHintShare = .5;     ///< of what structure finds: less is a teaser of the text
constexpr double kBeforeBody = .5;    ///< of the body: more between headline and body is no introduction

class Search {
 public:
  explicit Search(const BodyClues& clues) : clues_(clues), tree_(clues.tree) {}

  std::vector<Span> run() const {
    const std::vector<Span> marked = marked_bodies();
    if (!marked.empty()) return marked;
    std::vector<Span> found = by_articles();
    if (found.empty()) found = {by_density(main_element())};
    if (const auto hinted = by_json_ld(); hinted && weight(*hinted) >= share(kHintShare, weight(found)))
      return {*hinted};
    return found;
  }

 private:
  [[nodiscard]] Span range(std::uint32_t node) const {
    return {node, node == 0 ? tree_.nodes.size() : tree_.nodes[node].end};
  }
  [[nodiscard]] std::uint64_t weight(Span nodes) const { return clues_.weight.of(nodes.begin, nodes.end); }
  [[nodiscard]] std::uint64_t weight(const std::vector<Span>& ranges) const {
    std::uint64_t sum = 0;
    for (const Span nodes : ranges) sum += weight(nodes);
    return sum;
  }
  static std::uint64_t share(double part, std::uint64_t of) {
    return static_cast<std::uint64_t>(part * static_cast<double>(of));
  }

  [[nodiscard]] std::vector<Span> marked_bodies() const {
    std::vector<Span> ranges;
    for (const std::uint32_t node : clues_.bodies)
      if (ranges.empty() || node >= ranges.back().end) ranges.push_back(range(node));
    if (ranges.size() > 1 && weight(ranges) > 0) std::erase_if(ranges, [&](Span nodes) { return weight(nodes) == 0; });
    return ranges;
  }

  [[nodiscard]] std::vector<Span> by_articles() const {
    std::vector<Span> articles;
    for (std::uint32_t i = 1; i < tree_.nodes.size();) {
      const bool article = tree_.nodes[i].tag == Tag::kArticle;
      if (article && weight(range(i)) > 0) articles.push_back(range(i));
      i = article ? tree_.nodes[i].end : i + 1;
    }
    if (articles.empty()) return {};
    const std::uint64_t all = weight(articles);
    const Span largest =
        *std::max_element(articles.begin(), articles.end(), [&](Span a, Span b) { return weight(a) < weight(b); });
    if (weight(largest) >= share(kOneArticle, all)) articles = {largest};
    if (weight(articles) < share(kArticleShare, clues_.weight.all())) return {};
    return articles;
  }

  /// `main` where it holds the running text, else the root.
  [[nodiscard]] std::uint32_t main_element() const {
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i)
      if (tree_.nodes[i].tag == Tag::kMain && weight(range(i)) >= share(kArticleShare, clues_.weight.all()) &&
          weight(range(i)) > 0)
        return i;
    return 0;
  }

  /// The element whose own paragraphs are the most text; a grandparent counts half of it.
  [[nodiscard]] std::optional<std::uint32_t> densest(Span within) const {
    std::vector<std::uint64_t> scores(tree_.nodes.size(), 0);
    std::optional<std::uint32_t> best;
    const auto credit = [&](std::uint32_t node, std::uint64_t bytes) {
      scores[node] += bytes;
      if (!best || scores[node] > scores[*best]) best = node;
    };
    for (const Block& block : clues_.blocks) {
      if (block.first < within.begin || block.first >= within.end || !block.running()) continue;
      const std::uint64_t bytes = 2 * clues_.weight.of(block.first, block.first + 1);
      if (bytes == 0) continue;
      std::uint32_t holder = block.container;
      const Tag tag = tree_.nodes[holder].tag;
      if (tag == Tag::kP || tag == Tag::kLi || tag == Tag::kBlockquote) holder = tree_.nodes[holder].parent;
      credit(holder, bytes);
      if (holder > within.begin) credit(tree_.nodes[holder].parent, bytes / 2);
    }
    return best;
  }

  [[nodiscard]] Span by_density(std::uint32_t root) const {
    const std::optional<std::uint32_t> best = densest(range(root));
    if (!best || *best <= root) return range(root);
    Span found = range(*best);
    with_like_siblings(*best, found);
    // What stands between the headline and the body belongs to it.
    for (std::uint32_t i = static_cast<std::uint32_t>(found.begin); i > root; --i) {
      if (tree_.nodes[i].tag != Tag::kH1) continue;
      if (weight(Span{i, found.begin}) <= share(kBeforeBody, weight(found))) found.begin = i;
      break;
    }
    return found;
  }

  /// A body that a page's system has cut into several elements of one kind, such as pages or sections.
  void with_like_siblings(std::uint32_t node, Span& found) const {
    const std::uint32_t parent = tree_.nodes[node].parent;
    if (tree_.nodes[node].tag == Tag::kTd || tree_.nodes[node].tag == Tag::kTr) return;
    const Span all = range(parent);
    const std::string_view own = attribute(tree_.text(node), "class");
    for (std::uint32_t i = parent + 1; i < all.end; i = tree_.nodes[i].end) {
      if (tree_.nodes[i].tag != tree_.nodes[node].tag || weight(range(i)) == 0) continue;
      if (attribute(tree_.text(i), "class") != own) continue;
      found.begin = std::min<std::size_t>(found.begin, i);
      found.end = std::max<std::size_t>(found.end, tree_.nodes[i].end);
    }
  }

  /// From the first to the last paragraph that the page's own metadata has word for word.
  [[nodiscard]] std::optional<Span> by_json_ld() const {
    const TextHint hint = read_json_ld(tree_);
    if (hint.empty()) return std::nullopt;
    std::optional<Span> found;
    for (const Block& block : clues_.blocks) {
      if (!block.running() || clues_.weight.of(block.first, block.first + 1) == 0) continue;
      if (!hint.has(tree_, block)) continue;
      if (!found) found = Span{block.first, 0};
      found->end = block.last + 1;
    }
    return found;
  }

  const BodyClues& clues_;
  const HtmlTree& tree_;
};

}  // namespace

std::vector<Span> find_body(const BodyClues& clues) { return Search(clues).run(); }

}  // namespace storydiff::readers
