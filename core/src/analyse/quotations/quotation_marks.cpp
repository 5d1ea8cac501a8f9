#include "analyse/quotations/quotation_marks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "language/code_point.hpp"
#include "language/icu_text.hpp"

namespace storydiff {
namespace {

/// Marks that close each other.
enum class Family : std::uint8_t {
  kDouble,
  kSingle,
  kGuillemets,
  kInnerGuillemets,
  kLow,
  kLowSingle,
  kCorner,
  kInnerCorner
};
constexpr std::size_t kFamilies = 8;

/// A mark that may open or close a quotation, as its surroundings allow.
struct MarkSite {
  Offset at = 0;
  std::uint32_t size = 0;
  Family family = Family::kDouble;
  QuoteMarks marks = QuoteMarks::kStraight;
  bool opens = false;
  bool closes = false;
  bool doubtful = false;    ///< closes, or is a possessive, an elision, feet or inches
  bool closes_low = false;  ///< “ and ” may end what „ began, ‘ and ’ what ‚ began
};

// Words that drop their first sound and mean nothing else. Source: the entries of Merriam-Webster that begin
// with an apostrophe, in the forms that newspapers print.
constexpr std::array<std::string_view, 10> kElisions = {"tis", "twas", "twere", "twill", "em",
                                                        "til", "n",    "bout",  "cept",  "neath"};
// How words end that drop their last sound, and nouns that take a bare apostrophe for the genitive.
constexpr std::array<std::string_view, 10> kApostropheEnds = {"s", "x", "z", "in", "an", "o", "th", "ol", "wi", "ce"};

struct Around {
  char32_t before = ' ';
  char32_t after = ' ';
};

bool is_space(char32_t c) { return classify(c) == CharClass::kSpace; }
bool is_word(char32_t c) {
  const CharClass kind = classify(c);
  return is_letter(kind) || kind == CharClass::kDigit || kind == CharClass::kMark;
}
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == '/'; }
bool is_opening_bracket(char32_t c) { return c == '(' || c == '[' || c == '{' || c == U'¿' || c == U'¡'; }
/// What ends a phrase, and so may follow a closing mark but never an opening one.
bool is_stop(char32_t c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' || c == ']' || c == '}';
}
char32_t ascii_lower(char32_t c) { return is_ascii_upper(c) ? c + 32 : c; }

/// The marks of one paragraph with what each may do.
class Sites {
 public:
  Sites(std::string_view text, Span paragraph) : text_(text.substr(0, paragraph.end)), begin_(paragraph.begin) {}

  void collect(std::vector<MarkSite>& sites) {
    sites.clear();
    bool wire_style = false;
    char32_t before = ' ';
    for (std::size_t i = begin_; i < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte < 0x80 && byte != '"' && byte != '\'' && byte != '`') {  // what most of any text is, and no mark
        before = byte;
        ++i;
        continue;
      }
      const CodePoint c = decode_utf8(text_, i);
      MarkSite site{
          static_cast<Offset>(i), c.length, Family::kDouble, QuoteMarks::kStraight, false, false, false, false};
      const bool twin = i + 1 < text_.size() && text_[i + 1] == text_[i];
      if (c.value == '`' && twin) {
        wire_style = true;
        site.size = 2;
      } else if (c.value == '\'' && twin && wire_style) {
        site.size = 2;
      }
      const std::size_t next = i + site.size;
      const Around around{before, next < text_.size() ? decode_utf8(text_, next).value : U' '};
      const bool after_opener =
          !sites.empty() && sites.back().at + sites.back().size == i && sites.back().opens && !sites.back().closes;
      if (judge(c.value, around, after_opener, site)) sites.push_back(site);
      before = c.value;
      i = next;
    }
  }

 private:
  /// Fills in the site; false where the character is no quotation mark.
  bool judge(char32_t c, Around around, bool after_opener, MarkSite& site) const {
    const bool free_before = is_space(around.before) || is_opening_bracket(around.before) || after_opener;
    const bool free_after = is_space(around.after);
    switch (c) {
      case '"':
      case U'＂':
        judge_straight(around, free_before, site);
        return true;
      case '`':
        site.opens = site.size == 2 && !free_after;
        site.marks = QuoteMarks::kCurly;
        return site.opens;
      case U'“':
        site = directed(site, Family::kDouble, QuoteMarks::kCurly, true);
        // In the place of a closing mark: someone's keyboard has but one, or „ stands before it.
        site.closes = site.closes_low = !free_before && !is_word(around.after);
        site.opens = !site.closes || is_dash(around.before);
        return true;
      case U'”':
      case U'‟':
        site = directed(site, Family::kDouble, QuoteMarks::kCurly, false);
        site.closes_low = true;
        site.opens = free_before && !free_after && !is_stop(around.after);  // ”so do Swedes”
        return true;
      case '\'':
        if (site.size == 2) {
          site = directed(site, Family::kDouble, QuoteMarks::kCurly, false);
          return true;
        }
        [[fallthrough]];
      case U'‘':
      case U'’':
        return judge_single(c, around, free_before, site);
      case U'«':
      case U'»':
        site = directed(site, Family::kGuillemets, QuoteMarks::kGuillemets, c == U'«');
        site.opens = c == U'«' || (free_before && !free_after && !is_stop(around.after));
        site.closes = c == U'»' || (!is_space(around.before) && !is_word(around.after));
        return true;
      case U'‹':
      case U'›':
        site = directed(site, Family::kInnerGuillemets, QuoteMarks::kGuillemets, c == U'‹');
        return true;
      case U'„':
        site = directed(site, Family::kLow, QuoteMarks::kLow, true);
        return true;
      case U'‚':
        site = directed(site, Family::kLowSingle, QuoteMarks::kLowSingle, true);
        return !free_after;
      case U'「':
      case U'」':
        site = directed(site, Family::kCorner, QuoteMarks::kCorner, c == U'「');
        return true;
      case U'『':
      case U'』':
        site = directed(site, Family::kInnerCorner, QuoteMarks::kCorner, c == U'『');
        return true;
      default:
        return false;
    }
  }

  static MarkSite directed(MarkSite site, Family family, QuoteMarks marks, bool opens) {
    site.family = family;
    site.marks = marks;
    site.opens = opens;
    site.closes = !opens;
    return site;
  }

  void judge_straight(Around around, bool free_before, MarkSite& site) const {
    const bool free_after = is_space(around.after);
    site.closes_low = true;
    if (is_dash(around.before)) {  // they left--"go," he said; or "we are--" she began
      site.opens = !free_after && !is_stop(around.after);
      site.closes = true;
    } else if (free_before) {
      site.opens = !free_after || is_space(around.before);
      site.closes = free_after;
    } else {
      site.closes = true;
      site.opens = !is_word(around.before) && is_word(around.after);  // said:"We go"
      site.doubtful = classify(around.before) == CharClass::kDigit && !is_stop(around.after);
    }
  }

  bool judge_single(char32_t c, Around around, bool free_before, MarkSite& site) const {
    site.family = Family::kSingle;
    site.marks = c == '\'' ? QuoteMarks::kStraightSingle : QuoteMarks::kCurlySingle;
    site.closes_low = c != '\'';
    if (is_word(around.before) && is_word(around.after)) return false;
    const bool after_word = site.at > begin_ && !is_space(around.before);
    if (free_before || is_dash(around.before))
      site.opens = c != U'’' && !is_space(around.after) && !is_stop(around.after) && !elision(site.at + site.size);
    if (after_word && !free_before && !is_word(around.after)) {
      site.closes = true;
      site.doubtful = (c != U'‘') && apostrophe_end(site.at) && followed_by_word(site.at + site.size);
    }
    return site.opens || site.closes;
  }

  /// Whether a word that drops its first sound, or a decade, begins at `at`.
  bool elision(std::size_t at) const {
    std::size_t digits = 0, size = 0;
    char word[8] = {};
    for (std::size_t i = at; i < text_.size() && size < sizeof word; ++i, ++size) {
      const auto c = static_cast<unsigned char>(text_[i]);
      if (is_ascii_digit(c) && digits == size) ++digits;
      if (!is_ascii_digit(c) && !is_ascii_letter(c)) break;
      word[size] = static_cast<char>(ascii_lower(c));
    }
    const std::string_view read(word, size);
    if (digits == 2 && (size == 2 || read.substr(2) == "s")) return !closes_at(at + size);
    if (std::find(kElisions.begin(), kElisions.end(), read) == kElisions.end()) return false;
    return read == "n" || !closes_at(at + size);
  }
  bool closes_at(std::size_t at) const {
    return at < text_.size() && (text_[at] == '\'' || decode_utf8(text_, at).value == U'’');
  }

  bool apostrophe_end(std::size_t at) const {
    std::size_t from = at;
    while (from > begin_ && at - from < 3 && is_ascii_letter(static_cast<unsigned char>(text_[from - 1]))) --from;
    std::string tail;
    for (std::size_t i = from; i < at; ++i)
      tail.push_back(static_cast<char>(ascii_lower(static_cast<unsigned char>(text_[i]))));
    if (tail.empty()) return at > begin_ && is_ascii_digit(static_cast<unsigned char>(text_[at - 1]));
    return std::any_of(kApostropheEnds.begin(), kApostropheEnds.end(), [&](std::string_view end) {
      // "in" ends any word ("goin'"), as s does; a short one stands for itself ("th'", "ol'").
      const bool suffix = end.size() == 1 ? end != "o" : end == "in" || end == "ce";
      return suffix ? std::string_view(tail).ends_with(end) : tail == end;
    });
  }
  bool followed_by_word(std::size_t at) const {
    if (at >= text_.size() || !is_space(decode_utf8(text_, at).value)) return false;
    while (at < text_.size()) {
      const CodePoint c = decode_utf8(text_, at);
      if (!is_space(c.value)) return is_word(c.value);
      at += c.length;
    }
    return false;
  }

  std::string_view text_;
  std::size_t begin_;
};

/// What comes after a site that settles whether it is a mark at all. Indices of sites; `kNone` for none.
struct Ahead {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t single_close = kNone;  ///< next single mark that closes
  std::uint32_t firm_close = kNone;    ///< ... beyond doubt, no single mark opening before it
  std::uint32_t double_close = kNone;  ///< next double mark that closes
  std::uint32_t firm_double = kNone;   ///< ... beyond doubt, no double mark opening before it
};

std::vector<Ahead> look_ahead(const std::vector<MarkSite>& sites) {
  std::vector<Ahead> ahead(sites.size());
  Ahead next;
  for (std::size_t i = sites.size(); i > 0; --i) {
    const MarkSite& site = sites[i - 1];
    const auto index = static_cast<std::uint32_t>(i - 1);
    ahead[i - 1] = next;
    if (site.family == Family::kSingle) {
      if (site.opens) next.firm_close = Ahead::kNone;
      if (site.closes) next.single_close = index;
      if (site.closes && !site.doubtful) next.firm_close = index;
    } else if (site.family == Family::kDouble) {
      if (site.opens) next.firm_double = Ahead::kNone;
      if (site.closes) next.double_close = index;
      if (site.closes && !site.opens && !site.doubtful) next.firm_double = index;
    }
  }
  return ahead;
}

/// Reads one paragraph after another with a stack of what is open.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  void read(Span paragraph, const std::vector<MarkSite>& sites, bool next_opens_single) {
    paragraph_ = paragraph;
    open_.clear();
    open_count_.fill(0);
    const bool reopened =
        carry_ && !sites.empty() && sites[0].at == paragraph.begin && sites[0].opens && sites[0].family == carried_;
    if (carry_ && !reopened) reopen_silently(sites);
    const std::vector<Ahead> ahead = look_ahead(sites);
    for (std::size_t i = 0; i < sites.size(); ++i) {
      const bool opens_speech = reopened && i == 0;
      const bool speech_goes_on = next_opens_single && sites[i].at == paragraph.begin;
      step(sites[i], ahead[i], speech_goes_on);
      if (opens_speech && !open_.empty()) join_to_carried();
    }
    finish(next_opens_single);
  }

  std::vector<Quotation> take();

 private:
  struct Open {
    std::size_t quotation = 0;
    Family family = Family::kDouble;
    Offset rival = 0;  ///< where the next of its family opened directly within it; 0: nowhere
  };

  std::uint32_t& count(Family family) { return open_count_[static_cast<std::size_t>(family)]; }

  void join_to_carried() {
    found_[open_.back().quotation].continues = true;
    found_[carried_from_].continued = true;
    found_[carried_from_].unclosed = false;
  }

  /// A speech whose next paragraph has no mark of its own, yet a closing one: cut by the layout.
  void reopen_silently(const std::vector<MarkSite>& sites) {
    for (const MarkSite& site : sites) {
      if (site.family == Family::kSingle && carried_ != Family::kSingle) continue;
      const bool ends = site.family == carried_ || (site.closes_low && carried_ == Family::kLow);
      if (ends && site.closes && !site.opens && !site.doubtful) {
        push({paragraph_.begin, 0, carried_, found_[carried_from_].marks, true, false, false, false});
        join_to_carried();
      }
      return;
    }
  }

  void step(const MarkSite& site, const Ahead& ahead, bool speech_goes_on) {
    const auto double_open = count(Family::kDouble) + count(Family::kLow);
    if (site.family == Family::kSingle) {
      if (site.closes_low && site.closes && count(Family::kLowSingle) > 0) return close(Family::kLowSingle, site);
      const bool inner = double_open > 0;
      if (site.closes && count(Family::kSingle) > 0 && open_.back().family == Family::kSingle) {
        const bool better = ahead.firm_close != Ahead::kNone && (!inner || ahead.firm_close < ahead.double_close);
        if (!site.doubtful || !better) return close(Family::kSingle, site);
      }
      const bool closed = ahead.single_close != Ahead::kNone && (!inner || ahead.single_close < ahead.double_close);
      if (site.opens && (closed || speech_goes_on)) push(site);
      return;
    }
    if (site.closes_low && site.closes && count(Family::kLow) > 0 && open_.back().family == Family::kLow)
      return close(Family::kLow, site);
    if (site.closes && count(site.family) > 0) {
      const bool inches = site.doubtful && ahead.firm_double != Ahead::kNone;
      if (!inches) close(site.family, site);
      return;
    }
    if (site.opens) push(site);
  }

  void push(const MarkSite& site) {
    if (!open_.empty() && open_.back().family == site.family && open_.back().rival == 0) open_.back().rival = site.at;
    open_.push_back({found_.size(), site.family, 0});
    ++count(site.family);
    Quotation quotation;
    quotation.outer.begin = site.at;
    quotation.span.begin = site.at + site.size;
    quotation.marks = site.marks;
    found_.push_back(quotation);
  }

  /// Ends the innermost quotation of `family`; what is still open within it lacks its mark.
  void close(Family family, const MarkSite& site) {
    while (open_.back().family != family) abandon(site.at);
    end(open_.back(), site.at, site.at + site.size);
    pop();
  }
  void pop() {
    --count(open_.back().family);
    open_.pop_back();
  }
  void end(const Open& open, Offset words_end, Offset outer_end) {
    found_[open.quotation].span.end = words_end;
    found_[open.quotation].outer.end = outer_end;
  }
  void abandon(Offset at) {
    const Open open = open_.back();
    const Offset until = open.rival == 0 ? at : open.rival;
    end(open, open.family == Family::kSingle ? found_[open.quotation].span.begin : until,
        until);  // empty: no quotation
    found_[open.quotation].unclosed = true;
    pop();
  }

  void finish(bool next_opens_single) {
    carry_ = false;
    bool last = true;
    while (!open_.empty()) {
      const Open open = open_.back();
      const bool speech = open.family != Family::kSingle || (next_opens_single && open_.size() == 1);
      if (last && speech && open.rival == 0) {
        carry_ = true;
        carried_ = open.family;
        carried_from_ = open.quotation;
        end(open, paragraph_.end, paragraph_.end);
        found_[open.quotation].unclosed = true;
        pop();
      } else {
        abandon(paragraph_.end);
      }
      last = last && !carry_ && open.family == Family::kSingle;
    }
  }

  std::string_view text_;
  Span paragraph_;
  std::vector<Quotation> found_;
  std::vector<Open> open_;
  std::array<std::uint32_t, kFamilies> open_count_{};
  bool carry_ = false;  ///< the last paragraph ended within a quotation
  Family carried_ = Family::kDouble;
  std::size_t carried_from_ = 0;
};

/// The span without outer white space.
Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint c = decode_utf8(text, span.begin);
    if (!is_space(c.value)) break;
    span.begin += c.length;
  }
  while (!span.empty()) {
    Offset last = span.end - 1;
    while (last > span.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) --last;
    if (!is_space(decode_utf8(text, last).value)) break;
    span.end = last;
  }
  return span;
}

std::vector<Quotation> Reader::take() {
  std::vector<Quotation> result;
  std::vector<Offset> ends;  // of the quotations around the current one
  std::size_t word = 0;      // the first letter or digit at or after the current one's begin
  for (Quotation quotation : found_) {
    if (quotation.span.end <= quotation.span.begin) continue;
    quotation.span = trimmed(text_, quotation.span);
    word = std::max<std::size_t>(word, quotation.span.begin);
    while (word < text_.size() && !is_word(decode_utf8(text_, word).value)) word += decode_utf8(text_, word).length;
    if (word >= quotation.span.end) continue;
    if (quotation.unclosed) quotation.outer.end = quotation.span.end;
    while (!ends.empty() && ends.back() <= quotation.outer.begin) ends.pop_back();
    quotation.level = static_cast<std::uint32_t>(ends.size());
    ends.push_back(quotation.outer.end);
    result.push_back(quotation);
  }
  return result;
}

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, std::span<const Span> paragraphs) {
  Reader reader(text);
  std::vector<MarkSite> sites, next;
  if (!paragraphs.empty()) Sites(text, paragraphs[0]).collect(sites);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    next.clear();
    const bool last = i + 1 == paragraphs.size();
    if (!last) Sites(text, paragraphs[i + 1]).collect(next);
    const bool single_next =
        !next.empty() && next[0].at == paragraphs[i + 1].begin && next[0].opens && next[0].family == Family::kSingle;
    reader.read(paragraphs[i], sites, single_next);
    sites.swap(next);
  }
  return reader.take();
}

}  // namespace storydiff
