#include "plugin_check/random_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace storydiff::plugin_check {
namespace {

constexpr std::size_t kLongest = 20000;

/// What rules trip over: the marks of furniture, and odd characters.
constexpr std::array<std::string_view, 40> kPieces{"\n",
                                                   "\n\n",
                                                   "\r\n",
                                                   "\t",
                                                   " ",
                                                   "\u00A0",
                                                   "\u200B",
                                                   "\u2028",
                                                   "\uFEFF",
                                                   "\u202E",
                                                   "\u0301",
                                                   "\u00AD",
                                                   "\U0001F600",
                                                   "\u201C",
                                                   "\u201D",
                                                   "\"",
                                                   "'",
                                                   "\u2019",
                                                   "(",
                                                   ")",
                                                   "[",
                                                   "]",
                                                   " - ",
                                                   "\u2014",
                                                   "--",
                                                   "...",
                                                   "***",
                                                   "___",
                                                   "@",
                                                   "#",
                                                   "http://a.b/c",
                                                   "(Agency)",
                                                   "By ",
                                                   "Read more:",
                                                   "OSLO, ",
                                                   "1,000",
                                                   "\u05D0\u05D1",
                                                   "\u4E2D\u6587",
                                                   "\x01",
                                                   "\\"};

/// Words, each with the white space behind it.
std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find_first_of(" \n", begin);
    end = end == std::string::npos ? text.size() : text.find_first_not_of(" \n", end);
    end = std::min(end, text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return parts;
}

}  // namespace

RandomText::RandomText(std::uint64_t seed, std::vector<Text> stories) : random_(seed), stories_(std::move(stories)) {}

std::size_t RandomText::below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

std::string RandomText::piece() { return std::string(kPieces[below(kPieces.size())]); }

void RandomText::change(std::vector<std::string>& parts) {
  const std::size_t at = below(parts.size());
  switch (below(7)) {
    case 0:
      parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(at), piece());
      break;
    case 1:
      if (!parts.empty()) parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 2:
      if (!parts.empty()) std::swap(parts[at], parts[below(parts.size())]);
      break;
    case 3:
      if (!parts.empty()) parts[at] += piece();
      break;
    case 4:
      if (!parts.empty()) parts[at] = piece() + parts[at];
      break;
    case 5:
      if (!parts.empty()) parts.resize(parts.size() - below(parts.size() / 2 + 1));
      break;
    default: {
      // A stretch of another story, as when two messages run into each other.
      if (stories_.empty()) break;
      const std::vector<std::string> other = split(stories_[below(stories_.size())].text);
      const std::size_t begin = below(other.size());
      const std::size_t end = std::min(begin + below(40), other.size());
      parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(at), other.begin() + static_cast<std::ptrdiff_t>(begin),
                   other.begin() + static_cast<std::ptrdiff_t>(end));
    }
  }
}

Text RandomText::next() {
  std::vector<std::string> parts;
  if (!stories_.empty() && below(8) != 0) parts = split(stories_[below(stories_.size())].text);
  for (std::size_t changes = below(30) + 1; changes > 0; --changes) change(parts);
  std::string text;
  for (const std::string& part : parts)
    if (text.size() + part.size() <= kLongest) text += part;
  return {"fuzz-" + std::to_string(count_++), std::move(text)};
}

}  // namespace storydiff::plugin_check
