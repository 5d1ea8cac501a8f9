#include "header_facts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "header_forms.hpp"

namespace storydiff::write_thru {
namespace {

constexpr std::size_t kHeadLines = 20;
constexpr std::size_t kLongestLine = 200;      // bytes; a longer line is story
constexpr std::size_t kLongestDateline = 160;  // bytes of a paragraph that may hold its dateline
constexpr std::size_t kStoryBytes = 90;        // of a paragraph that ends as a sentence: the story has begun
constexpr std::size_t kParagraphs = 500;       // of a shuffled text that are looked at for its dateline

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Letters beyond ASCII count as letters.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The kind that a version line names.
std::string version_kind(std::string_view words) {
  struct Kind {
    std::string_view begins;
    std::string_view kind;
  };
  // The first that fits: "ld-writethru" is more than a lead.
  static constexpr std::array kKinds = std::to_array<Kind>({
      {"ld-w", "writethru"},
      {"ldw", "writethru"},
      {"write", "writethru"},
      {"ldall", "lead"},
      {"ld", "lead"},
      {"lead", "lead"},
      {"recast", "lead"},
      {"add", "add"},
      {"update", "update"},
      {"wrap", "wrap"},
      {"urgent", "urgent"},
      {"flash", "flash"},
      {"snap", "flash"},
      {"bulletin", "bulletin"},
      {"alert", "alert"},
      {"news alert", "alert"},
      {"correct", "correction"},
      {"kill", "kill"},
      {"refile", "refile"},
      {"repeat", "repeat"},
      {"rpt", "repeat"},
      {"focus", "lead"},
      {"advisory", "advisory"},
  });
  const std::string folded = lower(words);
  for (const Kind& kind : kKinds)
    if (folded.starts_with(kind.begins)) return std::string(kind.kind);
  return {};
}

std::string two_digits(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

/// 1..12, or 0. English months, and those of `header_forms.cpp` in five more languages, whole or shortened.
unsigned month_of(std::string_view word) {
  struct Month {
    std::string_view begins;
    unsigned number;
  };
  // The first that fits; months whose names begin alike stand apart ("juin", "juillet", "mar", "mag", "mai").
  static constexpr std::array kMonths = std::to_array<Month>({
      {"ja", 1},  {"ene", 1}, {"gen", 1}, {"f", 2},    {"mar", 3}, {"mär", 3}, {"ap", 4},   {"av", 4},
      {"abr", 4}, {"ma", 5},  {"jun", 6}, {"juin", 6}, {"giu", 6}, {"jul", 7}, {"juil", 7}, {"lug", 7},
      {"au", 8},  {"ao", 8},  {"ag", 8},  {"se", 9},   {"o", 10},  {"n", 11},  {"d", 12},
  });
  constexpr std::size_t kShortest = 3;
  if (word.size() < kShortest) return 0;
  const std::string folded = lower(word);
  for (const Month& month : kMonths)
    if (folded.starts_with(month.begins)) return month.number;
  return 0;
}

/// "2026-08-06", or "--08-06" without a year; empty for no day of the calendar. Reads "Aug. 6, 2026", "6 August",
/// "08-06".
std::string iso_date(std::string_view text) {
  unsigned month = 0;
  unsigned day = 0;
  unsigned year = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    unsigned value = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
      value = value * 10 + static_cast<unsigned>(text[end++] - '0');
    if (end - i == 4) {
      year = value;
    } else if (end > i) {
      const bool numbers = month == 0 && day == 0 && end < text.size() && text[end] == '-';  // 04-28
      (numbers ? month : day) = value;
    } else {
      while (end < text.size() && is_letter(text[end])) ++end;
      if (const unsigned named = month_of(text.substr(i, end - i)); named != 0) month = named;
      if (end == i) ++end;
    }
    i = end;
  }
  if (month < 1 || month > 12 || day < 1 || day > 31) return {};
  return (year == 0 ? "-" : std::to_string(year)) + "-" + two_digits(month) + "-" + two_digits(day);
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view closing : {"\"", "'", ")", "”", "’"})
    if (text.ends_with(closing)) {
      text.remove_suffix(closing.size());
      break;
    }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

/// "2nd Ld-Writethru", "CORRECTED-FLOOD/ (UPDATE 2)": of two versions in one line one says more.
bool says_less(const Part& part, const std::vector<Part>& parts) {
  if (part.key != "version") return false;
  const auto weight = [](const Part& version) {
    const std::string kind = version_kind(version.text);
    return kind == "kill" ? 3 : kind == "correction" ? 2 : kind == "writethru" ? 1 : 0;
  };
  return std::any_of(parts.begin(), parts.end(),
                     [&](const Part& other) { return other.key == "version" && weight(other) > weight(part); });
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Fact> read(std::span<const Range> paragraphs) {
    std::size_t lines = 0;
    bool dateline = false;
    for (const Range& paragraph : paragraphs) {
      const std::string_view words = text_.substr(paragraph.begin, paragraph.end - paragraph.begin);
      // A dateline ends the head, whether the story follows it in its line or in the next one.
      dateline = try_dateline(words, dateline_forms());
      if (dateline || (words.size() >= kStoryBytes && ends_sentence(words)) || lines >= kHeadLines) break;
      lines += head_lines(words);
    }
    if (!dateline) shuffled_dateline(paragraphs);
    std::stable_sort(facts_.begin(), facts_.end(),
                     [](const Fact& a, const Fact& b) { return a.span.begin < b.span.begin; });
    return std::move(facts_);
  }

 private:
  /// Reads each line of a paragraph of the head. Gives their number.
  std::size_t head_lines(std::string_view paragraph) {
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < paragraph.size() && count < kHeadLines; ++count) {
      const std::size_t newline = std::min(paragraph.find('\n', begin), paragraph.size());
      std::string_view line = paragraph.substr(begin, newline - begin);
      while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
      while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
      if (!line.empty() && line.size() <= kLongestLine)
        for (const Form& form : header_forms()) take(form, form.match(line));
      begin = newline + 1;
    }
    return count;
  }

  bool try_dateline(std::string_view paragraph, const std::vector<Form>& forms) {
    const std::string_view start = paragraph.substr(0, kLongestDateline);
    for (const Form& form : forms) {
      const std::vector<Part> parts = form.match(start);
      if (parts.empty()) continue;
      take(form, parts);
      return true;
    }
    return false;
  }

  /// A text whose lede went astray has its dateline in the middle. Two of them may be two stories.
  void shuffled_dateline(std::span<const Range> paragraphs) {
    const Form& form = dateline_forms().front();
    std::vector<Part> only;
    for (std::size_t i = 0; i < std::min(paragraphs.size(), kParagraphs); ++i) {
      const Range& range = paragraphs[i];
      std::vector<Part> parts =
          form.match(text_.substr(range.begin, std::min(range.end - range.begin, kLongestDateline)));
      if (parts.empty()) continue;
      if (!only.empty()) return;
      only = std::move(parts);
    }
    take(form, only);
  }

  void take(const Form& form, const std::vector<Part>& parts) {
    for (const Part& part : parts) {
      const auto known = [&](const Fact& fact) { return fact.key == part.key; };
      if (std::any_of(facts_.begin(), facts_.end(), known) || says_less(part, parts)) continue;
      Fact fact;
      fact.span.begin = static_cast<std::size_t>(part.text.data() - text_.data());
      fact.span.end = fact.span.begin + part.text.size();
      // "KAMENKA. March 12": the period is no part of the place; "Calif." keeps its own.
      if (part.key == "location" && text_[fact.span.end - 1] == '.' && part.text.size() > 4 &&
          part.text.find_first_of("abcdefghijklmnopqrstuvwxyz. ") == part.text.size() - 1)
        --fact.span.end;
      fact.key = part.key;
      fact.rule = form.rule();
      if (part.key == "date" || part.key == "version") {
        fact.value = part.key == "date" ? iso_date(part.text) : version_kind(part.text);
        if (fact.value.empty()) continue;
      }
      facts_.push_back(std::move(fact));
    }
  }

  std::string_view text_;
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> read_header(std::string_view text, std::span<const Range> paragraphs) {
  return Reader(text).read(paragraphs);
}

}  // namespace storydiff::write_thru
