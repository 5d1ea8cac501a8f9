#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <utility>

#include <pugixml.hpp>

#include "readers/readers.hpp"

namespace storydiff::readers {
namespace {

/// What an element of NITF, NewsML-G2 or XHTML means for the text in it.
enum class Meaning : std::uint8_t {
  kLine,     ///< runs along in the line
  kBlock,    ///< a paragraph of its own
  kContent,  ///< the story stands in it
  kHidden,   ///< facts about the story
  kOwn,      ///< the story's own furniture, wherever it stands
};

struct ElementRule {
  std::string_view name;  ///< without a prefix
  Meaning meaning = Meaning::kLine;
  const char* role = "";  ///< of kOwn; of kBlock: marks
};

// NITF 3.6 (body.head, body.content, body.end, media), NewsML-G2 2.x (contentMeta, contentSet, rightsInfo) and the
// XHTML that NewsML-G2 carries. In the order of their names.
constexpr std::array kRules = {
    ElementRule{"abstract", Meaning::kOwn, "standfirst"},
    ElementRule{"aside", Meaning::kHidden, ""},
    ElementRule{"bibliography", Meaning::kOwn, "credit"},
    ElementRule{"block", Meaning::kBlock, ""},
    ElementRule{"blockquote", Meaning::kBlock, ""},
    ElementRule{"body.content", Meaning::kContent, ""},
    ElementRule{"bq", Meaning::kBlock, ""},
    ElementRule{"br", Meaning::kBlock, ""},
    ElementRule{"by", Meaning::kOwn, "byline"},
    ElementRule{"byline", Meaning::kOwn, "byline"},
    ElementRule{"caption", Meaning::kBlock, ""},
    ElementRule{"copyrightHolder", Meaning::kHidden, ""},
    ElementRule{"copyrightNotice", Meaning::kOwn, "copyright"},
    ElementRule{"copyrite", Meaning::kOwn, "copyright"},
    ElementRule{"credit", Meaning::kOwn, "credit"},
    ElementRule{"creditline", Meaning::kOwn, "credit"},
    ElementRule{"datasource", Meaning::kOwn, "credit"},
    ElementRule{"dateline", Meaning::kOwn, "dateline"},
    ElementRule{"dd", Meaning::kBlock, ""},
    ElementRule{"description", Meaning::kOwn, "standfirst"},
    ElementRule{"distributor", Meaning::kOwn, "credit"},
    ElementRule{"div", Meaning::kBlock, ""},
    ElementRule{"dl", Meaning::kBlock, ""},
    ElementRule{"dt", Meaning::kBlock, ""},
    ElementRule{"edNote", Meaning::kOwn, "editors-note"},
    ElementRule{"figcaption", Meaning::kOwn, "caption"},
    ElementRule{"figure", Meaning::kBlock, ""},
    ElementRule{"fn", Meaning::kBlock, ""},
    ElementRule{"h1", Meaning::kOwn, "headline"},
    ElementRule{"h2", Meaning::kBlock, "crosshead"},
    ElementRule{"h3", Meaning::kBlock, "crosshead"},
    ElementRule{"h4", Meaning::kBlock, "crosshead"},
    ElementRule{"h5", Meaning::kBlock, "crosshead"},
    ElementRule{"h6", Meaning::kBlock, "crosshead"},
    ElementRule{"head", Meaning::kHidden, ""},
    ElementRule{"headline", Meaning::kOwn, "headline"},
    ElementRule{"hl1", Meaning::kOwn, "headline"},
    ElementRule{"hl2", Meaning::kBlock, "crosshead"},
    ElementRule{"hr", Meaning::kBlock, ""},
    ElementRule{"inlineData", Meaning::kContent, ""},
    ElementRule{"li", Meaning::kBlock, ""},
    ElementRule{"media", Meaning::kBlock, ""},
    ElementRule{"media-caption", Meaning::kOwn, "caption"},
    ElementRule{"media-metadata", Meaning::kHidden, ""},
    ElementRule{"media-object", Meaning::kHidden, ""},
    ElementRule{"media-producer", Meaning::kOwn, "photo-credit"},
    ElementRule{"media-reference", Meaning::kHidden, ""},
    ElementRule{"nav", Meaning::kHidden, ""},
    ElementRule{"note", Meaning::kOwn, "editors-note"},
    ElementRule{"ol", Meaning::kBlock, ""},
    ElementRule{"p", Meaning::kBlock, ""},
    ElementRule{"pre", Meaning::kBlock, ""},
    ElementRule{"pronounce", Meaning::kHidden, ""},
    ElementRule{"remoteContent", Meaning::kHidden, ""},
    ElementRule{"rights", Meaning::kOwn, "copyright"},
    ElementRule{"script", Meaning::kHidden, ""},
    ElementRule{"section", Meaning::kBlock, ""},
    ElementRule{"slugline", Meaning::kOwn, "slug"},
    ElementRule{"style", Meaning::kHidden, ""},
    ElementRule{"table", Meaning::kBlock, ""},
    ElementRule{"tagline", Meaning::kOwn, "tag-line"},
    ElementRule{"tbody", Meaning::kBlock, ""},
    ElementRule{"td", Meaning::kBlock, ""},
    ElementRule{"tfoot", Meaning::kBlock, ""},
    ElementRule{"th", Meaning::kBlock, ""},
    ElementRule{"thead", Meaning::kBlock, ""},
    ElementRule{"title", Meaning::kHidden, ""},
    ElementRule{"tr", Meaning::kBlock, ""},
    ElementRule{"ul", Meaning::kBlock, ""},
};
static_assert(std::is_sorted(kRules.begin(), kRules.end(),
                             [](const ElementRule& a, const ElementRule& b) { return a.name < b.name; }));
constexpr ElementRule kUnknown{};

/// The name of an element without its prefix; of one that is too long for any of ours, a part.
std::string_view local_name(const pugi::xml_node& node) {
  constexpr std::size_t kLongest = 128;
  std::string_view name(node.name(), strnlen(node.name(), kLongest));
  name.remove_prefix(name.rfind(':') + 1);
  return name;
}

const ElementRule& rule_of(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  const auto* found = std::lower_bound(kRules.begin(), kRules.end(), name,
                                       [](const ElementRule& rule, std::string_view key) { return rule.name < key; });
  return found != kRules.end() && found->name == name ? *found : kUnknown;
}

bool named(const pugi::xml_node& node, std::string_view local) { return local_name(node) == local; }

/// Content that is neither a page of XHTML nor a story of NITF, which have bodies of their own.
bool is_bare_content(const pugi::xml_node& node) {
  if (!named(node, "inlineXML")) return false;
  for (const pugi::xml_node& child : node.children())
    if (named(child, "html") || named(child, "nitf")) return false;
  return true;
}

/// The body of XHTML; NITF's own body has parts.
bool is_plain_body(const pugi::xml_node& node) {
  if (!named(node, "body")) return false;
  for (const pugi::xml_node& child : node.children())
    if (local_name(child).starts_with("body.")) return false;
  return true;
}

bool is_content(const pugi::xml_node& node, const ElementRule& rule) {
  return rule.meaning == Meaning::kContent || is_plain_body(node) || is_bare_content(node);
}

class XmlStory {
 public:
  XmlStory(std::string_view raw, StoryText& story) : raw_(raw), story_(story) {}

  /// Walks the document; false where a place can not be trusted.
  bool run(const pugi::xml_document& document) {
    pugi::xml_node node = document.first_child();
    while (node) {
      if (node.type() == pugi::node_element && enter(node) && node.first_child()) {
        node = node.first_child();
        continue;
      }
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text(node);
      while (node) {
        if (node.type() == pugi::node_element) leave(node);
        if (node.next_sibling()) {
          node = node.next_sibling();
          break;
        }
        node = node.parent();
        if (node.type() == pugi::node_document) node = pugi::xml_node();
      }
    }
    return trusted_;
  }

  [[nodiscard]] bool any_content() const { return any_content_; }

 private:
  struct Scope {
    pugi::xml_node node;
    Part part;
    bool shown = false;
    bool html = false;     ///< text is HTML, in a CDATA section
    bool content = false;  ///< the story begins here
  };

  [[nodiscard]] bool shown() const { return !scopes_.empty() && scopes_.back().shown; }
  [[nodiscard]] bool in_content() const { return contents_ > 0; }

  /// False where nothing in the element is to be read.
  bool enter(const pugi::xml_node& node) {
    const ElementRule& rule = rule_of(node);
    const bool own = !scopes_.empty() && scopes_.back().part.fate == Part::Fate::kFurniture;  // a note's own body
    const bool content = !own && is_content(node, rule);
    if (rule.meaning != Meaning::kLine || content) story_.break_paragraph();
    if (content) {
      any_content_ = true;
      ++contents_;
      const std::string_view type = node.attribute("contenttype").value();
      scopes_.push_back({node, {}, true, type.find("html") != std::string_view::npos, true});
      return true;
    }
    switch (rule.meaning) {
      case Meaning::kHidden:
        return false;
      case Meaning::kOwn:
        scopes_.push_back({node, {Part::Fate::kFurniture, rule.role, "element"}, true, false, false});
        return true;
      case Meaning::kBlock:
        if (*rule.role != '\0')
          scopes_.push_back(in_content()
                                ? Scope{node, {Part::Fate::kStory, rule.role, "element"}, true, false, false}
                                : Scope{node, {Part::Fate::kFurniture, "standfirst", "element"}, true, false, false});
        // Between the parts of a picture stands nothing to read.
        if (named(node, "media")) scopes_.push_back({node, {}, false, false, false});
        return true;
      default:
        return true;
    }
  }

  void leave(const pugi::xml_node& node) {
    const ElementRule& rule = rule_of(node);
    const bool scope = !scopes_.empty() && scopes_.back().node == node;
    const bool content = scope && scopes_.back().content;
    if (rule.meaning != Meaning::kLine || content) story_.break_paragraph();
    if (content) --contents_;
    while (!scopes_.empty() && scopes_.back().node == node) scopes_.pop_back();
  }

  void text(const pugi::xml_node& node) {
    if (!shown()) return;
    const auto begin = static_cast<std::size_t>(node.offset_debug());
    const std::size_t size = std::strlen(node.value());
    // pugixml parses a copy in place; its places are taken only where the bytes are the very same.
    if (begin > raw_.size() || raw_.size() - begin < size || raw_.compare(begin, size, node.value()) != 0) {
      trusted_ = false;
      return;
    }
    const Span span{begin, begin + size};
    story_.set(scopes_.back().part);
    const bool plain = named(node.parent(), "inlineData");
    if (node.type() == pugi::node_cdata && scopes_.back().html) {
      write_html(raw_, span, story_);
    } else if (plain || named(node.parent(), "pre")) {
      write_plain(raw_, span, story_, node.type() == pugi::node_pcdata);
    } else if (node.type() == pugi::node_cdata) {
      story_.text(span);
    } else {
      story_.text_with_entities(span);
    }
  }

  std::string_view raw_;
  StoryText& story_;
  std::vector<Scope> scopes_;
  std::size_t contents_ = 0;
  bool any_content_ = false;
  bool trusted_ = true;
};

}  // namespace

Reading read_news_xml(std::string_view raw, const ReaderOptions& options) {
  pugi::xml_document document;
  // Declarations and doctypes are skipped, entities are left as they stand: nothing is fetched, nothing expands.
  const pugi::xml_parse_result parsed =
      document.load_buffer(raw.data(), raw.size(), pugi::parse_cdata | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed)
    return {{}, "the XML is not well-formed at byte " + std::to_string(parsed.offset) + ": " + parsed.description()};
  StoryText story(raw, options);
  XmlStory walk(raw, story);
  if (!walk.run(document)) return {{}, "the places of the XML's text are not certain: convert the file to UTF-8"};
  if (!walk.any_content())
    return {{}, "this XML has no story: no body.content (NITF), inlineXML or inlineData (NewsML-G2)"};
  return {story.finish(), ""};
}

}  // namespace storydiff::readers
