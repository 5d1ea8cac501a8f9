#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "readers/html_tree.hpp"
#include "readers/json_strings.hpp"
#include "readers/readers.hpp"

namespace storydiff::readers {
namespace {

// ninjs 1 to 3 (IPTC), and the names that other feeds and content systems give the same things. The first that is
// there is the story.
constexpr std::array<std::string_view, 10> kBodies = {"body_html", "body_xhtml",  "body_text", "bodyhtml", "bodytext",
                                                      "bodies",    "articlebody", "body",      "content",  "text"};

struct Member {
  std::string_view key;
  const char* role;
};
constexpr Member kMembers[] = {
    {"headline", "headline"},
    {"headlines", "headline"},
    {"title", "headline"},
    {"byline", "byline"},
    {"by", "byline"},
    {"author", "byline"},
    {"authors", "byline"},
    {"slugline", "slug"},
    {"slug", "slug"},
    {"standfirst", "standfirst"},
    {"subheadline", "standfirst"},
    {"summary", "standfirst"},
    {"description_text", "standfirst"},
    {"description", "standfirst"},
    {"excerpt", "standfirst"},
    {"dateline", "dateline"},
    {"located", "dateline"},
    {"ednote", "editors-note"},
    {"copyrightnotice", "copyright"},
    {"copyrightholder", "copyright"},
    {"creditline", "credit"},
    {"caption", "caption"},
};

// Members that only say in which form the one around them is given.
constexpr std::array<std::string_view, 7> kForms = {"value", "rendered", "html", "text", "plain", "name", "content"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

/// What a string is called and how deep it stands, without the member that only tells its form.
struct Name {
  std::string key;
  std::string path;
  std::size_t depth = 0;
  std::size_t form = 0;  ///< place in `kForms`, or their count
};

std::size_t depth_of(std::string_view path) {
  return path.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(path.begin(), path.end(), '/'));
}

bool is_body(std::string_view key) { return std::find(kBodies.begin(), kBodies.end(), key) != kBodies.end(); }

const char* role_of(std::string_view key) {
  const auto* found =
      std::find_if(std::begin(kMembers), std::end(kMembers), [&](const Member& m) { return m.key == key; });
  return found == std::end(kMembers) ? nullptr : found->role;
}

Name name_of(const JsonString& string) {
  Name name{lower(string.key), string.path, 0, kForms.size()};
  // The strings of a list have their key at the end of the path as well.
  const std::size_t slash = string.path.rfind('/');
  std::string last = lower(std::string_view(string.path).substr(slash == std::string::npos ? 0 : slash + 1));
  const auto shorten = [&] { name.path.resize(slash == std::string::npos ? 0 : slash); };
  const auto* form = std::find(kForms.begin(), kForms.end(), std::string_view(name.key));
  if (last == name.key && !last.empty()) {
    shorten();
  } else if (form != kForms.end() && (is_body(last) || role_of(last) != nullptr)) {
    name.form = static_cast<std::size_t>(form - kForms.begin());
    name.key = std::move(last);
    shorten();
  }
  name.depth = depth_of(name.path);
  return name;
}

/// Elements that run along in a line and need no rule of their own elsewhere.
bool is_inline_name(std::string_view name) {
  for (const std::string_view known : {"b", "i", "em", "strong", "span", "u", "sup", "sub", "small"})
    if (equal_ignoring_case(name, known)) return true;
  return false;
}

/// Whether HTML stands in it: a block, a break or the end of any element. "5 < 6" is none, nor is a story that mentions
/// the tag <b>.
bool looks_like_html(std::string_view text) {
  constexpr std::size_t kLongestName = 12;
  for (std::size_t i = text.find('<'); i != std::string_view::npos; i = text.find('<', i + 1)) {
    const bool ends = i + 1 < text.size() && text[i + 1] == '/';
    const std::size_t first = i + (ends ? 2 : 1);
    std::size_t end = first;
    while (end < text.size() && end < first + kLongestName &&
           (is_letter(text[end]) || (text[end] >= '1' && text[end] <= '6')))
      ++end;
    const bool closed = end < text.size() && (is_space(text[end]) || text[end] == '>' || text[end] == '/');
    const std::string_view name = text.substr(first, end - first);
    if (!closed) continue;
    const TagFacts& facts = tag_facts(name);
    if (facts.block || facts.empty || (ends && (facts.tag != Tag::kOther || is_inline_name(name)))) return true;
  }
  return false;
}

/// The edits of a decoded string as edits of the raw file, and those for the escapes in what it keeps.
class Translation {
 public:
  Translation(const DecodedJson& decoded, std::vector<Edit>& out) : decoded_(decoded), out_(out) {}

  void run(std::vector<Edit> edits) {
    std::size_t at = 0;
    for (Edit& edit : edits) {
      if (edit.action != Edit::Action::kMark) {
        keep({at, edit.span.begin});
        at = edit.span.end;
      }
      edit.span = decoded_.raw(edit.span);
      out_.push_back(std::move(edit));
    }
    keep({at, decoded_.text.size()});
  }

 private:
  void keep(Span span) {
    for (; piece_ < decoded_.pieces.size() && decoded_.pieces[piece_].begin < span.end; ++piece_) {
      const DecodedJson::Piece& piece = decoded_.pieces[piece_];
      if (!piece.escaped || piece.begin < span.begin) continue;
      const std::size_t end =
          piece_ + 1 < decoded_.pieces.size() ? decoded_.pieces[piece_ + 1].begin : decoded_.text.size();
      out_.push_back(
          {Edit::Action::kReplace, piece.raw, decoded_.text.substr(piece.begin, end - piece.begin), "", "json-escape"});
    }
  }

  const DecodedJson& decoded_;
  std::vector<Edit>& out_;
  std::size_t piece_ = 0;
};

struct Chosen {
  Span span;
  const char* role = nullptr;  ///< null: the story
  bool html = false;
};

/// Which strings are the story: all of the best name at the least depth.
std::optional<Name> best_body(std::string_view raw, const std::vector<JsonString>& strings) {
  std::optional<Name> best;
  const auto rank = [](const Name& name) {
    return std::find(kBodies.begin(), kBodies.end(), std::string_view(name.key)) - kBodies.begin();
  };
  for (const JsonString& string : strings) {
    Name name = name_of(string);
    if (!is_body(name.key) || slice(raw, string.span).find_first_not_of(" \n\r\t") == std::string_view::npos) continue;
    if (name.key == "text" && name.depth > 2) continue;
    const bool better = !best || name.depth < best->depth || (name.depth == best->depth && rank(name) < rank(*best));
    if (better) best = std::move(name);
  }
  return best;
}

std::vector<Chosen> choose(std::string_view raw, const std::vector<JsonString>& strings) {
  std::vector<Chosen> chosen;
  const std::optional<Name> body = best_body(raw, strings);
  if (!body) return chosen;
  bool any_body = false;
  for (const JsonString& string : strings) {
    const Name name = name_of(string);
    if (name.path != body->path) continue;
    if (name.key == body->key) {
      // "bodies" has one text in several forms; a form is a rival of another one, too.
      if (name.form != body->form) continue;
      if (body->key == "bodies" && any_body) continue;
      any_body = true;
      chosen.push_back({string.span, nullptr, body->key == "body_html" || body->key == "body_xhtml"});
    } else if (const char* role = role_of(name.key)) {
      chosen.push_back({string.span, role, false});
    }
  }
  return chosen;
}

}  // namespace

Reading read_news_json(std::string_view raw, const ReaderOptions& options) {
  const JsonStrings strings = read_json_strings(raw);
  if (!strings.error.empty()) return {{}, "this is no valid JSON: " + strings.error};
  const std::vector<Chosen> chosen = choose(raw, strings.values);
  if (chosen.empty())
    return {{}, "this JSON has no story: no member such as \"body_html\", \"body_text\", \"body\" or \"content\""};

  Reading reading;
  std::size_t at = 0;
  bool any_story = false;
  for (const Chosen& part : chosen) {
    const DecodedJson decoded = decode_json(raw, part.span);
    StoryText story(decoded.text, options);
    if (part.role != nullptr) {
      story.set({Part::Fate::kFurniture, part.role, "member"});
      write_plain(decoded.text, {0, decoded.text.size()}, story, false);
    } else if (part.html || looks_like_html(decoded.text)) {
      write_html(decoded.text, {0, decoded.text.size()}, story);
    } else {
      write_plain(decoded.text, {0, decoded.text.size()}, story, false);
    }
    std::vector<Edit> edits = story.finish();
    const bool keeps = !text_after(decoded.text, edits).empty();
    reading.edits.push_back(
        {Edit::Action::kReplace, {at, part.span.begin}, keeps && any_story ? "\n\n" : "", "", "markup"});
    Translation(decoded, reading.edits).run(std::move(edits));
    at = part.span.end;
    any_story = any_story || keeps;
  }
  reading.edits.push_back({Edit::Action::kReplace, {at, raw.size()}, "", "", "markup"});
  std::erase_if(reading.edits, [](const Edit& edit) { return edit.span.empty() && edit.replacement.empty(); });
  return reading;
}

}  // namespace storydiff::readers
