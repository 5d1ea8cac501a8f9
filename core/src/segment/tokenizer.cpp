#include "segment/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "language/code_point.hpp"
#include "language/icu_text.hpp"
#include "language/number_form.hpp"

namespace storydiff {
namespace {

// Longest look-ahead for an address: without it, "a-a-a-..." would be read again at each hyphen.
constexpr std::size_t kAddressWindow = 128;

constexpr bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0xFF07; }
constexpr bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010; }

bool is_in_word(CharClass c) {
  return c == CharClass::kUpper || c == CharClass::kLower || c == CharClass::kLetter || c == CharClass::kDigit ||
         c == CharClass::kMark;
}

// One paragraph being read.
class Reader {
 public:
  Reader(std::string_view text, Span paragraph) : text_(text.substr(0, paragraph.end)) {}

  [[nodiscard]] bool has(std::size_t i) const { return i < text_.size(); }
  [[nodiscard]] char byte(std::size_t i) const { return has(i) ? text_[i] : '\0'; }
  [[nodiscard]] CodePoint at(std::size_t i) const { return decode_utf8(text_, i); }
  [[nodiscard]] CharClass kind(std::size_t i) const { return has(i) ? classify(at(i).value) : CharClass::kSpace; }
  [[nodiscard]] std::string_view view(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  [[nodiscard]] bool letter(std::size_t i) const { return is_letter(kind(i)); }

  [[nodiscard]] std::size_t skip_spaces(std::size_t i) const {
    while (has(i) && kind(i) == CharClass::kSpace) i += at(i).length;
    return i;
  }
  // The first visible byte of the next line, if only white space with a line end is in between.
  [[nodiscard]] std::size_t next_line(std::size_t i) const {
    bool line_end = false;
    std::size_t end = i;
    while (has(end) && (byte(end) == ' ' || byte(end) == '\t' || byte(end) == '\r' || byte(end) == '\n')) {
      line_end |= byte(end) == '\n' || byte(end) == '\r';
      ++end;
    }
    return line_end ? end : i;
  }
  [[nodiscard]] std::size_t skip_ignorable(std::size_t i) const {
    while (has(i) && kind(i) == CharClass::kIgnorable) i += at(i).length;
    return i;
  }

 private:
  std::string_view text_;
};

constexpr bool is_address_byte(char c) {
  const auto u = static_cast<unsigned char>(c);
  return is_ascii_letter(u) || is_ascii_digit(u) || c == '.' || c == '-' || c == '_' || c == '+' || c == '%';
}

bool is_top_level_domain(std::string_view label) {
  constexpr auto kDomains = std::to_array<std::string_view>(
      {"au",      "be", "biz", "ca",  "ch", "cn",   "co",  "com", "de", "edu", "es",  "eu",
       "example", "fr", "gov", "ie",  "in", "info", "int", "io",  "it", "jp",  "mil", "net",
       "news",    "nl", "nz",  "org", "ru", "se",   "tv",  "uk",  "us", "za"});
  return std::binary_search(kDomains.begin(), kDomains.end(), label);
}

// The end of a URL that begins at or before `i`, without the punctuation of the sentence around it.
std::size_t url_end(const Reader& in, std::size_t i) {
  const std::size_t begin = i;
  while (in.has(i) && in.kind(i) != CharClass::kSpace && in.byte(i) != '<' && in.byte(i) != '>' && in.byte(i) != '"' &&
         in.at(i).value != 0x201D) {
    i += in.at(i).length;
  }
  constexpr std::string_view kTrailing = ".,;:!?)]}'";
  while (i > begin && kTrailing.find(in.byte(i - 1)) != std::string_view::npos) --i;
  return i;
}

// The end of the e-mail address or domain name that begins at `begin`, or `begin` if there is none.
std::size_t address_end(const Reader& in, std::size_t begin) {
  const auto run = [&](std::size_t i) {
    const std::size_t limit = i + kAddressWindow;
    while (i < limit && is_address_byte(in.byte(i))) ++i;
    while (i > begin && (in.byte(i - 1) == '.' || in.byte(i - 1) == '-')) --i;
    return i;
  };
  std::size_t end = run(begin);
  if (in.byte(end) == '@') {
    const std::size_t domain = run(end + 1);
    const bool dotted = in.view(end + 1, std::max(domain, end + 1)).find('.') != std::string_view::npos;
    return dotted ? domain : begin;
  }
  const std::string_view host = in.view(begin, end);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return begin;
  if (!host.starts_with("www.") && !is_top_level_domain(host.substr(dot + 1))) return begin;
  return in.byte(end) == '/' ? url_end(in, end) : end;
}

// The end of "U.S.", "a.m.", "Ph.D.", "J.K." at `begin`, or `begin`. Groups are one letter, or a
// capital and one or two small letters, of which at least one group must have a single letter.
std::size_t dotted_end(const Reader& in, std::size_t begin) {
  std::size_t accepted = begin;
  std::size_t groups = 0;
  bool single = false;
  constexpr std::size_t kMostGroups = 16;  // no abbreviation is longer, and a page of "Ab.Ab." must end
  for (std::size_t i = begin; groups < kMostGroups && in.letter(i);) {
    std::size_t end = i + in.at(i).length;
    std::size_t letters = 1;
    if (in.kind(i) == CharClass::kUpper) {
      while (letters < 4 && in.kind(end) == CharClass::kLower) {
        end += in.at(end).length;
        ++letters;
      }
    }
    if (letters > 3) break;
    if (in.byte(end) == '.') {
      accepted = i = end + 1;
    } else if (letters == 1 && groups > 0 && !is_in_word(in.kind(end))) {
      accepted = i = end;
    } else {
      break;
    }
    ++groups;
    single |= letters == 1;
  }
  return groups >= 2 && single ? accepted : begin;
}

// Left halves that keep their hyphen at a line end.
bool keeps_hyphen(std::string_view left) {
  constexpr auto kLeft = std::to_array<std::string_view>(
      {"eight", "eighty",  "fifty", "five",  "forty", "four",   "half",  "nine",   "ninety", "one",
       "seven", "seventy", "six",   "sixty", "ten",   "thirty", "three", "twenty", "two",    "well"});
  constexpr std::size_t kLongest = 7;
  return left.size() <= kLongest && std::binary_search(kLeft.begin(), kLeft.end(), fold_case(left));
}

// Past the hyphen and line end at `i` where "out-\nright" goes on, or `i`.
std::size_t joined_line(const Reader& in, std::size_t begin, std::size_t i) {
  if (!in.letter(begin)) return i;
  const CodePoint c = in.at(i);
  const std::size_t next = in.next_line(i + c.length);
  if (next == i + c.length || in.kind(next) != CharClass::kLower) return i;
  return c.value != 0xAD && keeps_hyphen(in.view(begin, i)) ? i : next;
}

// Past the white space at `i` after the digits from `begin` if exactly three more digits follow it: "14 000".
std::size_t grouped_digits(const Reader& in, std::size_t begin, std::size_t i, GroupMark groups) {
  if (groups == GroupMark::kNone || in.byte(begin) == '0') return i;
  const CodePoint space = in.at(i);
  const bool unbroken = space.value == 0xA0 || space.value == 0x202F || space.value == 0x2009;
  if (!unbroken && !(space.value == ' ' && groups == GroupMark::kAnySpace)) return i;
  std::size_t digits = 0;  // before the space, back to the last one
  while (digits < i - begin && is_ascii_digit(static_cast<unsigned char>(in.byte(i - digits - 1)))) ++digits;
  const bool first = digits == i - begin;
  if (first ? digits > 3 : digits != 3 || in.byte(i - 4) == '.' || in.byte(i - 4) == ',') return i;
  const std::size_t next = i + space.length;
  for (std::size_t k = 0; k < 3; ++k)
    if (!is_ascii_digit(static_cast<unsigned char>(in.byte(next + k)))) return i;
  return is_in_word(in.kind(next + 3)) ? i : next;
}

// The end of the word or number at `begin`, possessive 's included.
std::size_t word_end(const Reader& in, std::size_t begin, GroupMark groups) {
  std::size_t i = begin;
  bool address_tried = false;
  CharClass before = CharClass::kSpace;
  while (in.has(i)) {
    const CodePoint c = in.at(i);
    const CharClass kind = classify(c.value);
    if (is_in_word(kind)) {
      before = kind;
      i += c.length;
      continue;
    }
    if (kind == CharClass::kIgnorable) {
      if (c.value == 0xAD) {
        if (const std::size_t next = joined_line(in, begin, i); next != i) {
          i = next;
          continue;
        }
      }
      const std::size_t next = in.skip_ignorable(i);
      if (!is_in_word(in.kind(next))) return i;
      i = next;
      continue;
    }
    if (kind == CharClass::kSpace && before == CharClass::kDigit) {
      if (const std::size_t next = grouped_digits(in, begin, i, groups); next != i) {
        i = next;
        continue;
      }
    }
    const std::size_t after = i + c.length;
    const CharClass next = in.kind(after);
    const bool between_digits = before == CharClass::kDigit && next == CharClass::kDigit;
    if ((c.value == '.' || c.value == ',' || c.value == ':') && between_digits) {
      i = after;
      continue;
    }
    if (is_apostrophe(c.value) && before != CharClass::kDigit && is_letter(next)) {
      i = after;
      continue;
    }
    if (is_hyphen(c.value)) {
      if (const std::size_t joined = joined_line(in, begin, i); joined != i) {
        i = joined;
        continue;
      }
    }
    if (c.value == ':' && in.byte(after) == '/' && in.byte(after + 1) == '/') return url_end(in, i);
    const bool may_be_address = c.value == '@' || c.value == '.' || c.value == '_' || c.value == '-' || c.value == '+';
    if (may_be_address && !address_tried && is_in_word(next)) {
      address_tried = true;
      if (const std::size_t end = address_end(in, begin); end > i) return end;
    }
    return i;
  }
  return i;
}

// "Lavrov's" -> 6: where the possessive begins, or `end`.
std::size_t possessive_begin(const Reader& in, std::size_t begin, std::size_t end) {
  const char last = in.byte(end - 1);
  if (last != 's' && last != 'S') return end;
  for (const std::size_t length : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    if (end - 1 <= begin + length) break;
    const std::size_t i = end - 1 - length;
    const CodePoint c = in.at(i);
    if (c.length == length && is_apostrophe(c.value)) return i;
  }
  return end;
}

// "l'accord" -> 2: past the apostrophe of an elided word at `begin`, or `begin`.
std::size_t elision_end(const Reader& in, std::size_t begin, std::size_t end,
                        std::span<const std::string_view> elisions) {
  constexpr std::size_t kLongest = 7;  // "jusqu", "lorsqu", "quoiqu"
  if (elisions.empty()) return begin;
  for (std::size_t i = begin; i < end && i - begin < kLongest;) {
    const CodePoint c = in.at(i);
    if (is_apostrophe(c.value)) {
      const std::string word = fold_case(in.view(begin, i));
      const bool elided = i + c.length < end && std::ranges::find(elisions, word) != elisions.end();
      return elided ? i + c.length : begin;
    }
    i += c.length;
  }
  return begin;
}

// "per cent" with any white space between.
std::size_t per_cent_end(const Reader& in, std::size_t begin, std::size_t end) {
  if (end - begin != 3 || (in.byte(begin) != 'p' && in.byte(begin) != 'P') || in.view(begin + 1, end) != "er")
    return end;
  const std::size_t cent = in.skip_spaces(end);
  if (cent == end || !in.has(cent + 3) || in.view(cent, cent + 4) != "cent") return end;
  return is_in_word(in.kind(cent + 4)) ? end : cent + 4;
}

RawKind mark_kind(char32_t c, CharClass kind) {
  if (kind == CharClass::kTerminator || c == 0x2026) return RawKind::kTerminator;
  switch (c) {
    case '"':
    case '\'':
    case '`':
    case 0xAB:
    case 0xBB:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2039:
    case 0x203A:
    case 0x02BC:
    case 0xB4:
      return RawKind::kQuote;
    case '(':
    case '[':
    case '{':
    case 0x3008:
    case 0x300A:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0xFF08:
      return RawKind::kOpen;
    case ')':
    case ']':
    case '}':
    case 0x3009:
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0xFF09:
      return RawKind::kClose;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2022:
    case 0xB7:
    case 0x2212:
    case 0x25CF:
    case 0x25AA:
      return RawKind::kDash;
    case ',':
    case ';':
    case ':':
    case '/':
    case 0x3001:
    case 0xFF0C:
    case 0x060C:
      return RawKind::kInner;
    default:
      return RawKind::kOther;
  }
}

// Punctuation: one code point with its marks, or a run of periods or hyphens, or a doubled quote.
std::size_t mark_end(const Reader& in, std::size_t begin) {
  const char c = in.byte(begin);
  std::size_t i = begin + in.at(begin).length;
  const auto run = [&] {
    while (in.byte(i) == c) ++i;
  };
  if (c == '-') run();
  if (c == '.' && in.byte(begin + 1) == '.' && in.byte(begin + 2) == '.') run();
  if ((c == '\'' || c == '`') && in.byte(begin + 1) == c) ++i;
  while (in.has(i) && in.kind(i) == CharClass::kMark) i += in.at(i).length;
  return i;
}

}  // namespace

Tokenizer::Tokenizer(std::string_view language) {
  constexpr static auto kFrench = std::to_array<std::string_view>(
      {"c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"});
  constexpr static auto kItalian = std::to_array<std::string_view>(
      {"c", "d", "l", "m", "s", "t", "v", "un", "all", "dall", "dell", "nell", "quell", "quest", "sull"});
  constexpr static auto kCatalan = std::to_array<std::string_view>({"d", "l", "m", "n", "s", "t"});
  if (language == "fr") elisions_ = kFrench;
  if (language == "it") elisions_ = kItalian;
  if (language == "ca") elisions_ = kCatalan;
  groups_ = language == "en"            ? GroupMark::kNone
            : groups_by_space(language) ? GroupMark::kAnySpace
                                        : GroupMark::kUnbroken;
}

void Tokenizer::tokenize(std::string_view text, Span paragraph, std::vector<RawToken>& tokens) {
  const Reader in(text, paragraph);
  const auto add = [&](std::size_t begin, std::size_t end, RawKind kind) {
    tokens.push_back({{static_cast<Offset>(begin), static_cast<Offset>(end)}, kind});
  };
  const auto add_word = [&](std::size_t begin, std::size_t end, RawKind kind) {
    const std::size_t possessive = possessive_begin(in, begin, end);
    add(begin, possessive, kind);
    if (possessive != end) add(possessive, end, RawKind::kWord);
  };

  for (std::size_t i = paragraph.begin; in.has(i);) {
    const CodePoint c = in.at(i);
    const CharClass kind = classify(c.value);
    std::size_t end = i + c.length;
    if (kind == CharClass::kSpace || kind == CharClass::kIgnorable) {
      i = end;
      continue;
    }
    if (kind == CharClass::kUnspaced) {
      while (in.kind(end) == CharClass::kUnspaced || in.kind(end) == CharClass::kMark) end += in.at(end).length;
      ends_.clear();
      unspaced_.split(in.view(i, end), ends_);
      std::size_t begin = i;
      for (const Offset stop : ends_) {
        add(begin, i + stop, RawKind::kWord);
        begin = i + stop;
      }
    } else if (kind == CharClass::kDigit) {
      end = word_end(in, i, groups_);
      add_word(i, end, RawKind::kNumber);
    } else if (is_letter(kind)) {
      if (end = dotted_end(in, i); end != i) {
        add(i, end, in.byte(end - 1) == '.' ? RawKind::kDotted : RawKind::kWord);
      } else {
        end = per_cent_end(in, i, word_end(in, i, GroupMark::kNone));
        const std::size_t elision = elision_end(in, i, end, elisions_);
        if (elision != i) add(i, elision, RawKind::kWord);
        add_word(elision, end, RawKind::kWord);
      }
    } else {
      // The possessive of something that is no word: "Hamlet"'s
      const bool possessive = is_apostrophe(c.value) && !tokens.empty() && tokens.back().span.end == i &&
                              in.byte(end) == 's' && !is_in_word(in.kind(end + 1));
      end = possessive ? end + 1 : mark_end(in, i);
      add(i, end, possessive ? RawKind::kWord : mark_kind(c.value, kind));
    }
    i = end;
  }
}

}  // namespace storydiff
