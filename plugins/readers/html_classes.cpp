#include "readers/html_classes.hpp"

#include <array>
#include <cstddef>
#include <iterator>

namespace storydiff::readers {
namespace {

constexpr Part furniture(const char* role, const char* rule) { return {Part::Fate::kFurniture, role, rule}; }
constexpr Part story(const char* role, const char* rule) { return {Part::Fate::kStory, role, rule}; }
constexpr Part aside(const char* role, const char* rule) { return {Part::Fate::kAside, role, rule}; }

struct Word {
  std::string_view word;
  Part part;
};

// schema.org's properties of an article, and HTML microformats' names of the same (hAtom, h-entry).
constexpr Word kProperties[] = {
    {"headline", furniture("headline", "itemprop")},
    {"alternativeheadline", furniture("standfirst", "itemprop")},
    {"author", furniture("byline", "itemprop")},
    {"datepublished", furniture("publication-date", "itemprop")},
    {"datemodified", furniture("publication-date", "itemprop")},
    {"caption", furniture("caption", "itemprop")},
    {"copyrightholder", furniture("photo-credit", "itemprop")},
    {"contentlocation", furniture("dateline", "itemprop")},
    {"datelinelocation", furniture("dateline", "itemprop")},
    {"comment", aside("comments", "itemprop")},
};

// WAI-ARIA landmarks that hold no story.
constexpr Word kLandmarks[] = {
    {"navigation", aside("navigation", "landmark")}, {"complementary", aside("related", "landmark")},
    {"banner", aside("navigation", "landmark")},     {"contentinfo", aside("navigation", "landmark")},
    {"search", aside("navigation", "landmark")},     {"dialog", aside("navigation", "landmark")},
    {"menu", aside("navigation", "landmark")},       {"menubar", aside("navigation", "landmark")},
    {"toolbar", aside("share", "landmark")},         {"alert", aside("navigation", "landmark")},
};

// Words of class names for the story's own header, as content management systems of all kinds use them.
constexpr Word kOwnWords[] = {
    {"byline", furniture("byline", "class")},
    {"author", furniture("byline", "class")},
    {"authors", furniture("byline", "class")},
    {"dateline", furniture("dateline", "class")},
    {"timestamp", furniture("publication-date", "class")},
    {"pubdate", furniture("publication-date", "class")},
    {"caption", furniture("caption", "class")},
    {"standfirst", furniture("standfirst", "class")},
    {"dek", furniture("standfirst", "class")},
    {"headline", furniture("headline", "class")},
    {"kicker", furniture("section", "class")},
    {"pullquote", story("pull-quote", "class")},
};

// Words of class names for what a page lays between the paragraphs of a story.
constexpr Word kPageWords[] = {
    {"ad", aside("advertisement", "class")},
    {"ads", aside("advertisement", "class")},
    {"advert", aside("advertisement", "class")},
    {"adverts", aside("advertisement", "class")},
    {"advertisement", aside("advertisement", "class")},
    {"advertising", aside("advertisement", "class")},
    {"sponsored", aside("advertisement", "class")},
    {"promo", aside("related", "class")},
    {"related", aside("related", "class")},
    {"recommended", aside("related", "class")},
    {"recommendations", aside("related", "class")},
    {"readmore", aside("related", "class")},
    {"trending", aside("related", "class")},
    {"recirculation", aside("related", "class")},
    {"share", aside("share", "class")},
    {"sharing", aside("share", "class")},
    {"social", aside("share", "class")},
    {"newsletter", aside("newsletter", "class")},
    {"subscribe", aside("subscribe", "class")},
    {"signup", aside("newsletter", "class")},
    {"paywall", aside("subscribe", "class")},
    {"comments", aside("comments", "class")},
    {"disqus", aside("comments", "class")},
    {"breadcrumb", aside("navigation", "class")},
    {"breadcrumbs", aside("navigation", "class")},
    {"menu", aside("navigation", "class")},
    {"nav", aside("navigation", "class")},
    {"navigation", aside("navigation", "class")},
    {"sidebar", aside("related", "class")},
    {"footer", aside("navigation", "class")},
    {"cookie", aside("cookies", "class")},
    {"cookies", aside("cookies", "class")},
    {"tags", aside("tags", "class")},
    {"taboola", aside("related", "class")},
    {"outbrain", aside("related", "class")},
    {"pagination", aside("navigation", "class")},
};

// Pairs of words that mean something only together.
struct WordPair {
  std::string_view first, second;
  Part part;
};
constexpr WordPair kPairs[] = {
    {"photo", "credit", furniture("photo-credit", "class")},
    {"image", "credit", furniture("photo-credit", "class")},
    {"picture", "credit", furniture("photo-credit", "class")},
    {"publish", "date", furniture("publication-date", "class")},
    {"published", "date", furniture("publication-date", "class")},
    {"entry", "date", furniture("publication-date", "class")},
    {"sub", "headline", furniture("standfirst", "class")},
    {"entry", "title", furniture("headline", "class")},
    {"read", "more", aside("related", "class")},
    {"most", "read", aside("related", "class")},
    {"most", "popular", aside("related", "class")},
    {"see", "also", aside("related", "class")},
    {"reader", "comments", aside("comments", "class")},
    {"comment", "list", aside("comments", "class")},
    {"author", "bio", aside("bio", "class")},
};

void take(ElementHint& hint, const Part& part, bool sure) {
  if (hint.any && (hint.sure || !sure)) return;
  hint.part = part;
  hint.any = true;
  hint.sure = sure;
}

template <std::size_t N>
const Part* find(const Word (&words)[N], std::string_view word) {
  for (const Word& entry : words)
    if (equal_ignoring_case(word, entry.word)) return &entry.part;
  return nullptr;
}

/// Calls `use` for each word of "article-body__Byline isOpen": runs of letters of one case.
template <class Use>
void for_each_word(std::string_view value, Use use) {
  for (std::size_t i = 0; i < value.size();) {
    if (!is_letter(value[i])) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < value.size() && is_letter(value[end]) &&
           !(value[end] >= 'A' && value[end] <= 'Z' && value[end - 1] >= 'a'))
      ++end;
    use(value.substr(i, end - i));
    i = end;
  }
}

void read_names(std::string_view value, ElementHint& hint) {
  constexpr std::size_t kLongest = 512;  // what is longer is no list of names
  std::string_view before;
  for_each_word(value.substr(0, kLongest), [&](std::string_view word) {
    for (const WordPair& pair : kPairs)
      if (equal_ignoring_case(before, pair.first) && equal_ignoring_case(word, pair.second)) {
        hint.any = hint.sure;  // the pair says more than its words
        take(hint, pair.part, false);
      }
    if (const Part* part = find(kOwnWords, word)) take(hint, *part, false);
    if (const Part* part = find(kPageWords, word)) take(hint, *part, false);
    before = word;
  });
}

void read_property(std::string_view value, ElementHint& hint) {
  for (std::size_t i = 0; i < value.size();) {
    std::size_t end = i;
    while (end < value.size() && !is_space(value[end])) ++end;
    std::string_view word = value.substr(i, end - i);
    word.remove_prefix(word.rfind(':') + 1);  // "schema:articleBody"; npos + 1 is 0
    if (equal_ignoring_case(word, "articlebody")) hint.body = true;
    if (const Part* part = find(kProperties, word)) take(hint, *part, true);
    i = end + 1;
  }
}

bool hides(std::string_view style) {
  std::string squeezed;
  for (const char c : style.substr(0, 256))
    if (!is_space(c)) squeezed += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return squeezed.find("display:none") != std::string::npos || squeezed.find("visibility:hidden") != std::string::npos;
}

void read_tag(const HtmlNode& node, ElementHint& hint) {
  switch (node.tag) {
    case Tag::kSkip:
    case Tag::kScript:
    case Tag::kTitle:
      hint.never = true;
      return;
    case Tag::kNav:
      return take(hint, aside("navigation", "element"), true);
    case Tag::kAside:
      return take(hint, aside("related", "element"), true);
    case Tag::kFooter:
    case Tag::kWidget:
    case Tag::kOption:
      return take(hint, aside("navigation", "element"), true);
    case Tag::kFigcaption:
      return take(hint, furniture("caption", "element"), true);
    case Tag::kTime:
      return take(hint, furniture("publication-date", "element"), true);
    case Tag::kAddress:
      return take(hint, furniture("byline", "element"), false);
    case Tag::kFigure:
      return take(hint, furniture("caption", "element"), false);
    case Tag::kH2:
    case Tag::kHeading:
      return take(hint, story("crosshead", "element"), false);
    default:
      return;
  }
}

}  // namespace

ElementHint element_hint(const HtmlTree& tree, std::uint32_t node) {
  ElementHint hint;
  const std::string_view tag = tree.text(node);
  for_each_attribute(tag, [&](std::string_view name, std::string_view value) {
    if (equal_ignoring_case(name, "class") || equal_ignoring_case(name, "id")) {
      read_names(value, hint);
    } else if (equal_ignoring_case(name, "itemprop") || equal_ignoring_case(name, "property")) {
      read_property(value, hint);
    } else if (equal_ignoring_case(name, "rel")) {
      if (equal_ignoring_case(value, "author")) take(hint, furniture("byline", "rel"), true);
    } else if (equal_ignoring_case(name, "role")) {
      if (const Part* part = find(kLandmarks, value)) take(hint, *part, true);
    } else if (equal_ignoring_case(name, "hidden")) {
      hint.hidden = true;
    } else if (equal_ignoring_case(name, "aria-hidden")) {
      hint.hidden = hint.hidden || equal_ignoring_case(value, "true");
    } else if (equal_ignoring_case(name, "style")) {
      hint.hidden = hint.hidden || hides(value);
    }
  });
  read_tag(tree.nodes[node], hint);
  if (tree.nodes[node].tag == Tag::kOther && equal_ignoring_case(tag_name(tag).substr(0, 4), "amp-")) {
    const std::string_view name = tag_name(tag);
    if (equal_ignoring_case(name, "amp-ad") || equal_ignoring_case(name, "amp-embed"))
      take(hint, aside("advertisement", "element"), true);
    if (equal_ignoring_case(name, "amp-sidebar")) take(hint, aside("navigation", "element"), true);
    if (equal_ignoring_case(name, "amp-consent")) take(hint, aside("cookies", "element"), true);
  }
  return hint;
}

}  // namespace storydiff::readers
