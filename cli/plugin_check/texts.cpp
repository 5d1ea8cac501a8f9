#include "plugin_check/texts.hpp"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include "storydiff/document.hpp"

namespace storydiff::plugin_check {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 20;

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  text.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

std::string replaced(std::string text, std::string_view old, std::string_view fresh) {
  for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += fresh.size())
    text.replace(at, old.size(), fresh);
  return text;
}

constexpr std::string_view kStory =
    "OSLO (Agency) - The night ferry sank on Tuesday.\n\n"
    "\"Nobody drowned,\" harbour master Kari Moen said.\n\n"
    "Read more: another story.\n\nBy Anna Reporter; editing by Paul Desk\n";

/// ASCII letters only: what is wanted is a text in capitals, not good typography.
std::string capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

/// At most `columns` bytes a line where there are spaces to break at.
std::string wrapped(std::string text, std::size_t columns) {
  std::size_t line = 0;
  std::size_t space = std::string::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      line = i + 1;
      space = std::string::npos;
    } else if (text[i] == ' ') {
      if (i - line > columns && space != std::string::npos) {
        text[space] = '\n';
        line = space + 1;
      }
      space = i;
    }
  }
  return text;
}

}  // namespace

std::vector<Text> read_texts(const fs::path& folder, const std::string& prefix) {
  std::vector<fs::path> files;
  std::error_code ec;
  fs::recursive_directory_iterator entries(folder, ec);
  for (; !ec && entries != fs::recursive_directory_iterator(); entries.increment(ec)) {
    std::error_code ignored;
    const fs::path& file = entries->path();
    if ((file.extension() == ".txt" || file.stem() == "input") && entries->is_regular_file(ignored) &&
        entries->file_size(ignored) <= kLargestFile)
      files.push_back(file);
  }
  std::sort(files.begin(), files.end());
  std::vector<Text> texts;
  for (const fs::path& file : files) {
    Result<Document> document = read_document(file, {});
    if (document) texts.push_back({prefix + file.lexically_relative(folder).string(), std::move(document->text)});
  }
  return texts;
}

std::vector<Text> hostile_texts() {
  const std::string story(kStory);
  return {
      {"empty", ""},
      {"one-byte", "a"},
      {"one-line-feed", "\n"},
      {"white-space", " \t\r\n \n\n\t  \n"},
      {"no-final-line-feed", "The story.\n\nRead more: another story."},
      {"crlf", replaced(story, "\n", "\r\n")},
      {"cr-only", replaced(story, "\n", "\r")},
      {"mixed-line-ends", replaced(story, ".\n", ".\r\n\r")},
      {"unicode-line-ends", "One.\u2028Two.\u2029Three.\u0085Four.\vFive.\fSix."},
      {"byte-order-mark", "\uFEFF" + story},
      {"right-to-left",
       "\u202Eבירושלים (סוכנות) - הסיפור.\u202C\n\n\u2067القاهرة (وكالة) - \"قصة\" قالت.\u2069\n\nRead more: \u05D0\n"},
      {"emoji",
       "👩‍👩‍👧‍👦🏳️‍🌈🇳🇴👍🏽\n\n🔥Read more: 🔥\n\n😀😀😀 1️⃣ "
       "#️⃣\n"},
      {"combining-marks",
       "Z" + repeated("\u0301\u0334\u0489", 2000) + "algo e\u0301t e\u0301te\u0301.\n\n\u0301\u0301\n"},
      {"not-normalized", "A\u030Angstro\u0308m \u212B \uFB01ne \u1E9B\u0323 \uAC00\u11A8.\n\nCafe\u0301\n"},
      {"wide-and-odd-letters", "Ｒｅａｄ ｍｏｒｅ： 𝐑𝐞𝐚𝐝 𝓂𝑜𝓇𝑒: ⅣⅤ ①② ｶﾞ 中文。\u3000「引用」\n"},
      {"noncharacters", "\uFFFE\uFFFF\U0001FFFE\U0010FFFF\uE000\uFFFD\n\n\u200B\u200D\u2060\u00AD\n"},
      {"control-characters", "\x01\x02\x1B[31mred\x1B[0m\x7F\x08\x08\n\nRead more:\x07\n"},
      {"backslashes-and-json", "\\u0000 \\n \"}]}{\"edits\":[]}\n\n%s%n%d ${HOME} $(id) `id`\n"},
      {"html", "<p>By <b>Anna</b> &amp; co<br/></p><script>alert(1)</script><!-- \n\n-->\n"},
      {"one-long-word", repeated("abcdefghij", 100000)},
      {"quotation-marks", repeated("\"\u201C\u201D'\u00AB\u00BB", 8000)},
      {"open-brackets", repeated("([{", 20000)},
      {"dashes", repeated("- \u2014 ", 20000)},
      {"many-paragraphs", repeated("Word.\n\n", 20000)},
      {"many-empty-lines", repeated("\n", 50000) + "End.\n"},
      {"many-short-lines", repeated("x\n", 50000)},
      {"same-story-many-times", repeated(story, 200)},
      {"one-line-of-5-mb", repeated("The ferry sank, she said (Agency) - and so on. ", 106383)},
  };
}

std::vector<Text> refused_bytes() {
  return {
      {"nul", std::string("The story\0 goes on.", 19)},
      {"lone-high-surrogate", "The \xED\xA0\xBD story."},
      {"lone-low-surrogate", "The \xED\xB8\x80 story."},
      {"surrogate-pair", "The \xED\xA0\xBD\xED\xB8\x80 story."},
      {"cut-sequence", "The story\xE2\x80"},
      {"overlong", "The \xC0\xAF story."},
      {"beyond-unicode", "The \xF4\x90\x80\x80 story."},
      {"latin-1", "The caf\xE9."},
  };
}

std::vector<Text> reshaped(const Text& story) {
  std::string bare = story.text;
  bare.erase(std::remove_if(bare.begin(), bare.end(), [](char c) { return c == '.' || c == ','; }), bare.end());
  return {
      {story.name + ", in capitals", capitals(story.text)},
      {story.name + ", on one line", replaced(story.text, "\n", " ")},
      {story.name + ", a paragraph for each sentence", replaced(story.text, ". ", ".\n\n")},
      {story.name + ", hard-wrapped", wrapped(story.text, 60)},
      {story.name + ", without full stops and commas", bare},
  };
}

std::string tiled(const std::vector<Text>& texts, std::size_t bytes) {
  std::string all;
  for (const Text& text : texts) all += text.text + "\n\n";
  if (all.empty()) all = std::string(kStory) + "\n";
  std::string tiles = repeated(all, bytes / all.size() + 1);
  // At a line feed, so that no UTF-8 sequence is cut.
  const std::size_t end = tiles.find('\n', bytes);
  if (end != std::string::npos) tiles.resize(end + 1);
  return tiles;
}

}  // namespace storydiff::plugin_check
