#include "needs.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

namespace storydiff::rules {
namespace {

constexpr std::size_t kMostExact = 64;   ///< alternatives that are told one by one
constexpr std::size_t kMostWords = 256;  ///< of which one must stand in the text
constexpr std::size_t kMostClauses = 4;  ///< the rarest ones are enough
constexpr std::size_t kMostBranches = 24;
constexpr int kDeepest = 200;  ///< of brackets: a deeper expression is not understood

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

ByteSet bytes_from(unsigned first, unsigned last) {
  ByteSet set;
  for (unsigned b = first; b <= last; ++b) set.set(b);
  return set;
}
ByteSet all_bytes() { return ByteSet().set(); }
/// First bytes of characters outside of ASCII, and their last ones.
ByteSet high_first() { return bytes_from(0xC0, 0xFF); }
ByteSet high_last() { return bytes_from(0x80, 0xBF); }
/// What U+017F and U+212A match besides where case is ignored.
ByteSet folded_high() { return ByteSet().set('s').set('S').set('k').set('K'); }

/// How often one of these stands in news copy, roughly, in thousandths.
unsigned commonness(const ByteSet& set) {
  unsigned sum = 0;
  for (unsigned b = 0; b < 128; ++b) {
    if (!set.test(b)) continue;
    const char c = static_cast<char>(b);
    const bool vowel = std::string_view("etaoinsrh").find(c) != std::string_view::npos;
    sum += c == ' ' ? 160U : vowel ? 60U : c >= 'a' && c <= 'z' ? 20U : c >= 'A' && c <= 'Z' ? 2U : 3U;
  }
  return sum + (set.test(0xC3) ? 3U : 0U) + (set.test(0xE2) ? 5U : 0U);
}

/// How what a part matches may begin.
struct Front {
  std::array<ByteSet, Needs::kFront> at;  ///< what may be byte i
  unsigned sizes = 1;                     ///< bit i: may be of i bytes; of those below kFront
};

Front joined(const Front& left, const Front& right) {
  Front all;
  all.at = left.at;
  all.sizes = 0;
  for (std::size_t size = 0; size < Needs::kFront; ++size) {
    if ((left.sizes >> size & 1U) == 0) continue;
    for (std::size_t i = size; i < Needs::kFront; ++i) all.at[i] |= right.at[i - size];
    all.sizes |= right.sizes << size;
  }
  all.sizes &= (1U << Needs::kFront) - 1;
  return all;
}

Front either(const Front& left, const Front& right) {
  Front all = left;
  for (std::size_t i = 0; i < Needs::kFront; ++i) all.at[i] |= right.at[i];
  all.sizes |= right.sizes;
  return all;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
  return result;
}

/// One part of an expression.
struct Piece {
  bool nullable = true;
  std::uint32_t least = 0;
  Front front;
  ByteSet last;
  std::vector<ByteSet> bytes;
  std::vector<std::vector<Word>> words;
  /// All that it matches, where that is a short list. Of a sequence that is being read: what its end matches.
  std::optional<std::vector<Word>> exact;
  bool whole = true;  ///< `exact` is of all of it, not of its end
};

Piece empty_piece() {
  Piece piece;
  piece.exact.emplace(1);
  return piece;
}

/// A character of a class, or of one letter.
Piece character(const ByteSet& first, const ByteSet& last) {
  Piece piece;
  piece.nullable = false;
  piece.least = 1;
  piece.front.at[0] = first;
  piece.front.sizes = 2;
  if ((first & bytes_from(0x80, 0xFF)).any()) {
    for (std::size_t i = 1; i < Needs::kFront; ++i) piece.front.at[i] = high_last();
    piece.front.sizes = ~1U & ((1U << Needs::kFront) - 1);
  }
  piece.last = last;
  piece.bytes.push_back(first);
  return piece;
}

void keep_rarest(std::vector<ByteSet>& clauses) {
  if (clauses.size() < 2) return;
  std::vector<std::pair<unsigned, std::size_t>> order;
  for (std::size_t i = 0; i < clauses.size(); ++i) order.emplace_back(commonness(clauses[i]), i);
  std::sort(order.begin(), order.end());
  std::vector<ByteSet> kept;
  for (const auto& [common, i] : order)
    if (kept.size() < kMostClauses && std::find(kept.begin(), kept.end(), clauses[i]) == kept.end())
      kept.push_back(clauses[i]);
  clauses = std::move(kept);
}

std::size_t shortest(const std::vector<Word>& words) {
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (const Word& word : words) least = std::min(least, word.text.size());
  return words.empty() ? 0 : least;
}

void keep_longest(std::vector<std::vector<Word>>& clauses) {
  std::erase_if(clauses, [](const auto& words) { return shortest(words) < 2; });
  std::stable_sort(clauses.begin(), clauses.end(),
                   [](const auto& a, const auto& b) { return shortest(a) > shortest(b); });
  if (clauses.size() > kMostClauses) clauses.resize(kMostClauses);
}

/// What is exact becomes something that must stand in the text.
void loosen(Piece& piece) {
  if (!piece.exact) return;
  if (shortest(*piece.exact) >= 2) piece.words.push_back(std::move(*piece.exact));
  piece.exact.reset();
}

void sort_out(std::vector<Word>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

/// Where one part of a word may be in either case, all of it may.
Word joined(const Word& left, const Word& right) {
  const bool folded = left.folded || right.folded;
  const std::string text = left.text + right.text;
  return {folded ? lower(text) : text, folded};
}

/// Whether `left` could take in `right` and stay exact.
bool join_exact(Piece& left, const Piece& right) {
  if (!left.exact || !right.exact || left.exact->size() * right.exact->size() > kMostExact) return false;
  std::vector<Word> all;
  for (const Word& a : *left.exact)
    for (const Word& b : *right.exact) all.push_back(joined(a, b));
  sort_out(all);
  left.exact = std::move(all);
  return true;
}

void join_sets(Piece& left, const Piece& right) {
  left.front = joined(left.front, right.front);
  left.last = right.last | (right.nullable ? left.last : ByteSet());
  left.nullable = left.nullable && right.nullable;
  left.least += right.least;
  left.bytes.insert(left.bytes.end(), right.bytes.begin(), right.bytes.end());
  if (left.bytes.size() >= 8 * kMostClauses) keep_rarest(left.bytes);
}

Piece alternatives(std::vector<Piece> branches) {
  if (branches.size() == 1) return std::move(branches.front());
  Piece all;
  all.nullable = false;
  all.front.sizes = 0;
  all.least = std::numeric_limits<std::uint32_t>::max();
  bool exact = true;
  bool bytes = true;
  bool words = true;
  std::vector<Word> listed;
  std::vector<Word> needed;
  ByteSet clause;
  for (Piece& branch : branches) {
    all.nullable |= branch.nullable;
    all.least = std::min(all.least, branch.least);
    all.front = either(all.front, branch.front);
    all.last |= branch.last;
    bytes = bytes && !branch.bytes.empty();
    if (!branch.bytes.empty()) clause |= branch.bytes.front();
    exact = exact && branch.exact && listed.size() + branch.exact->size() <= kMostExact;
    if (exact) listed.insert(listed.end(), branch.exact->begin(), branch.exact->end());
    loosen(branch);
    keep_longest(branch.words);
    words = words && !branch.words.empty() && needed.size() + branch.words.front().size() <= kMostWords;
    if (words) needed.insert(needed.end(), branch.words.front().begin(), branch.words.front().end());
  }
  if (bytes) all.bytes.push_back(clause);
  if (exact) {
    sort_out(listed);
    all.exact = std::move(listed);
  } else if (words) {
    sort_out(needed);
    all.words.push_back(std::move(needed));
  }
  return all;
}

Piece sequence_of(const Piece& left, const Piece& right) {
  Piece all = left;
  join_sets(all, right);
  if (join_exact(all, right)) return all;
  loosen(all);
  all.words.insert(all.words.end(), right.words.begin(), right.words.end());
  all.whole = false;
  all.exact = right.exact ? right.exact : empty_piece().exact;
  return all;
}

void end_sequence(Piece& all) {
  if (!all.whole) loosen(all);
  all.whole = true;
  keep_rarest(all.bytes);
  keep_longest(all.words);
}

/// One of them matches.
using Branches = std::vector<Piece>;

/// A short list of words says all that its branches could.
bool is_word_list(const Branches& branches) {
  std::size_t words = 0;
  for (const Piece& branch : branches) {
    if (!branch.exact) return false;
    words += branch.exact->size();
  }
  return words <= kMostExact;
}

/// Reads the syntax of RE2 that rules use; anything else throws.
class Parser {
 public:
  /// Tells alternatives apart while they are no more than `most_branches`.
  Parser(std::string_view text, std::size_t most_branches) : text_(text), most_branches_(most_branches) {}

  struct NotUnderstood {};

  Branches read() {
    Branches branches = choice(false, 0);
    if (at_ != text_.size()) throw NotUnderstood();
    return branches;
  }

 private:
  [[nodiscard]] bool has() const { return at_ < text_.size(); }
  [[nodiscard]] bool sees(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  bool take(std::string_view what) {
    if (!sees(what)) return false;
    at_ += what.size();
    return true;
  }
  char next() {
    if (!has()) throw NotUnderstood();
    return text_[at_++];
  }

  static Branches one(Piece piece) {
    Branches branches;
    branches.push_back(std::move(piece));
    return branches;
  }

  Branches choice(bool fold, int depth) {
    if (depth > kDeepest) throw NotUnderstood();
    std::vector<Branches> choices;
    std::size_t count = 0;
    do {
      choices.push_back(sequence(fold, depth));
      count += choices.back().size();
    } while (take("|"));
    Branches all;
    for (Branches& branches : choices) {
      if (count > most_branches_) branches = one(alternatives(std::move(branches)));
      std::move(branches.begin(), branches.end(), std::back_inserter(all));
    }
    return all.size() > most_branches_ || is_word_list(all) ? one(alternatives(std::move(all))) : all;
  }

  /// `fold` may be set for the rest of the group by "(?i)".
  Branches sequence(bool& fold, int depth) {
    Branches all = one(empty_piece());
    while (has() && !sees("|") && !sees(")")) {
      Branches items = repeated(fold, depth);
      if (all.size() * items.size() > most_branches_) items = one(alternatives(std::move(items)));
      Branches longer;
      for (const Piece& left : all)
        for (const Piece& right : items) longer.push_back(sequence_of(left, right));
      all = std::move(longer);
    }
    for (Piece& piece : all) end_sequence(piece);
    return all;
  }

  Branches repeated(bool& fold, int depth) {
    Branches items = atom(fold, depth);
    while (has()) {
      unsigned least = 0;
      bool once = false;
      if (take("*")) {
      } else if (take("+")) {
        least = 1;
      } else if (take("?")) {
        once = true;
      } else if (sees("{") && bounds(least)) {
      } else {
        break;
      }
      take("?");
      items = one(alternatives(std::move(items)));
      repeat(items.front(), least, once);
    }
    return items;
  }

  static void repeat(Piece& item, unsigned least, bool once) {
    if (!once) {
      Front more = item.front;
      more.sizes |= 1U;
      for (std::size_t i = 1; i < Needs::kFront; ++i) item.front = joined(item.front, more);
    }
    if (least == 0) item.front.sizes |= 1U;
    if (least > 0) {
      item.least *= least;
      loosen(item);
      return;
    }
    item.nullable = true;
    item.least = 0;
    item.bytes.clear();
    item.words.clear();
    if (!once || !item.exact || item.exact->size() >= kMostExact) {
      item.exact.reset();
      return;
    }
    item.exact->emplace_back();
    sort_out(*item.exact);
  }

  /// "{2,5}"; what only looks like it is a plain bracket.
  bool bounds(unsigned& least) {
    std::size_t i = at_ + 1;
    const auto digit = [&] { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; };
    if (!digit()) return false;
    unsigned value = 0;
    for (; digit(); ++i) {
      value = value * 10 + static_cast<unsigned>(text_[i] - '0');
      if (value > 1000) throw NotUnderstood();
    }
    if (i < text_.size() && text_[i] == ',')
      for (++i; digit();) ++i;
    if (i >= text_.size() || text_[i] != '}') return false;
    at_ = i + 1;
    least = value;
    return true;
  }

  Branches atom(bool& fold, int depth) {
    if (take("(")) return group(fold, depth);
    if (take("[")) return one(char_class(fold));
    if (take(".")) return one(character(all_bytes(), all_bytes()));
    if (take("^") || take("$")) return one(empty_piece());
    if (take("\\")) return one(escape(fold));
    if (sees("*") || sees("+") || sees("?")) throw NotUnderstood();
    return one(letter(fold));
  }

  Branches group(bool& fold, int depth) {
    bool inner = fold;
    if (take("?P<")) {
      while (next() != '>') continue;
    } else if (take("?")) {
      bool on = true;
      for (char c = next(); c != ':'; c = next()) {
        if (c == ')') {
          fold = inner;
          return one(empty_piece());
        }
        if (c == '-')
          on = false;
        else if (c == 'i')
          inner = on;
        else if (c != 'm' && c != 's' && c != 'U')
          throw NotUnderstood();
      }
    }
    Branches branches = choice(inner, depth + 1);
    if (!take(")")) throw NotUnderstood();
    return branches;
  }

  Piece letter(bool fold) {
    const char c = next();
    if (byte_of(c) < 0x80) return plain(c, fold);
    std::string bytes(1, c);
    while (has() && (byte_of(text_[at_]) & 0xC0U) == 0x80U) bytes += next();
    if (fold) return character(high_first() | folded_high(), high_last() | folded_high());
    Piece piece = character(ByteSet().set(byte_of(bytes.front())), ByteSet().set(byte_of(bytes.back())));
    piece.exact = std::vector<Word>{{bytes, false}};
    return piece;
  }

  static Piece plain(char c, bool fold) {
    ByteSet set = ByteSet().set(byte_of(c));
    if (fold) set.set(byte_of(lower(c))).set(byte_of(upper(c)));
    Piece piece = character(set, set);
    const bool both = fold && lower(c) != upper(c);
    piece.exact = std::vector<Word>{{std::string(1, both ? lower(c) : c), both}};
    return piece;
  }

  static ByteSet set_of(char name) {
    const ByteSet digits = bytes_from('0', '9');
    switch (name) {
      case 'd':
        return digits;
      case 'w':
        return digits | bytes_from('a', 'z') | bytes_from('A', 'Z') | bytes_from('_', '_');
      case 's':
        return bytes_from('\t', '\n') | bytes_from('\f', '\r') | bytes_from(' ', ' ');
      case 'D':
      case 'W':
      case 'S':
        return ~set_of(lower(name)) | bytes_from(0x80, 0xFF);
      default:
        throw NotUnderstood();
    }
  }

  static unsigned hex(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (lower(c) >= 'a' && lower(c) <= 'f') return static_cast<unsigned>(lower(c) - 'a') + 10;
    throw NotUnderstood();
  }

  /// The byte that an escape stands for, or nothing where it is no ASCII.
  std::optional<char> escaped_byte(char c) {
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case 'f':
        return '\f';
      case 'v':
        return '\v';
      case 'x': {
        const bool braces = take("{");
        unsigned value = 0;
        for (std::size_t digits = 0; braces ? !take("}") : digits < 2; ++digits) value = value * 16 + hex(next());
        return value < 0x80 ? std::optional<char>(static_cast<char>(value)) : std::nullopt;
      }
      default:
        break;
    }
    if (byte_of(c) >= 0x80 || (c >= '0' && c <= '9') || lower(c) != upper(c)) throw NotUnderstood();
    return c;
  }

  Piece escape(bool fold) {
    const char c = next();
    if (c == 'b' || c == 'B' || c == 'A' || c == 'z') return empty_piece();
    if (std::string_view("dwsDWS").find(c) != std::string_view::npos) return character(set_of(c), set_of(c));
    if (const std::optional<char> byte = escaped_byte(c)) return plain(*byte, fold);
    return fold ? character(high_first() | folded_high(), high_last() | folded_high())
                : character(high_first(), high_last());
  }

  Piece char_class(bool fold) {
    const bool negated = take("^");
    ByteSet ascii;
    bool high = false;
    for (bool at_start = true; at_start || !sees("]"); at_start = false) {
      if (sees("[:")) throw NotUnderstood();
      const int low = class_member(ascii, high);
      if (low < 0) continue;
      int last = low;
      if (sees("-") && !sees("-]")) {
        ++at_;
        last = class_member(ascii, high);
        if (last < 0) throw NotUnderstood();
      }
      if (last < low) throw NotUnderstood();
      for (int c = low; c <= std::min(last, 0x7F); ++c) ascii.set(static_cast<std::size_t>(c));
      if (last > 0x7F) high = true;
    }
    ++at_;
    if (fold && high) ascii |= folded_high();
    if (fold)
      for (char c = 'a'; c <= 'z'; ++c)
        if (ascii.test(byte_of(c)) || ascii.test(byte_of(upper(c)))) ascii.set(byte_of(c)).set(byte_of(upper(c)));
    if (negated) {
      // Characters outside of ASCII may be in it, whether or not some were named.
      const ByteSet others = ~ascii & bytes_from(0, 0x7F);
      return character(others | high_first(), others | high_last());
    }
    Piece piece = character(high ? ascii | high_first() : ascii, high ? ascii | high_last() : ascii);
    if (!high) {
      std::vector<Word> listed;
      for (unsigned c = 0; c < 128; ++c)
        if (ascii.test(c)) listed.push_back({std::string(1, static_cast<char>(c)), false});
      if (listed.size() <= 4) piece.exact = std::move(listed);
    }
    return piece;
  }

  /// One member: a code point (0x80 for any outside of ASCII), or -1 for a set, which is taken in at once.
  int class_member(ByteSet& ascii, bool& high) {
    const char c = next();
    if (c == '\\') {
      const char name = next();
      if (std::string_view("dwsDWS").find(name) != std::string_view::npos) {
        const ByteSet set = set_of(name);
        ascii |= set & bytes_from(0, 0x7F);
        high = high || set.test(0xC3);
        return -1;
      }
      if (const std::optional<char> byte = escaped_byte(name)) return byte_of(*byte);
      high = true;
      return 0x80;
    }
    if (byte_of(c) < 0x80) return byte_of(c);
    while (has() && (byte_of(text_[at_]) & 0xC0U) == 0x80U) ++at_;
    high = true;
    return 0x80;
  }

  std::string_view text_;
  std::size_t most_branches_;
  std::size_t at_ = 0;
};

Needs needs_of(Piece piece) {
  loosen(piece);
  keep_longest(piece.words);
  Needs needs;
  needs.known = true;
  needs.nullable = piece.nullable;
  needs.least = piece.least;
  needs.front = piece.front.at;
  needs.last = piece.last;
  needs.bytes = std::move(piece.bytes);
  for (const std::vector<Word>& words : piece.words) needs.words.emplace_back(words);
  return needs;
}

constexpr std::size_t kTriples = 16384;
constexpr std::uint16_t kNoTriple = 0xFFFF;  ///< too short
constexpr std::size_t kLongestWord = 255;

/// What stands before each word.
struct PackedWord {
  std::uint16_t begin = kNoTriple;  ///< the hash of its first three bytes in lower case
  std::uint16_t end = kNoTriple;    ///< the hash of its last three
  std::uint8_t size = 0;
  std::uint8_t folded = 0;
};

std::size_t triple_hash(const char* at) {
  return (byte_of(at[0]) * 1009U ^ byte_of(at[1]) * 131U ^ byte_of(at[2]) * 17U) % kTriples;
}

}  // namespace

Needs needs_of(std::string_view expression) {
  try {
    Needs needs = needs_of(std::move(Parser(expression, 1).read().front()));
    Branches branches = Parser(expression, kMostBranches).read();
    if (branches.size() > 1)
      for (Piece& branch : branches) needs.branches.push_back(needs_of(std::move(branch)));
    return needs;
  } catch (const Parser::NotUnderstood&) {
    return {};
  }
}

const ByteSet& Glance::bytes() {
  if (!read_) {
    read_ = true;
    constexpr std::size_t kAtOnce = sizeof(std::uint64_t);
    std::array<bool, 256> seen{};
    for (const char c : text_) seen[byte_of(c)] = true;
    for (std::size_t b = 0; b < seen.size(); b += kAtOnce) {
      // Of most eight neighbours none stands in a line.
      std::uint64_t some = 0;
      std::memcpy(&some, seen.data() + b, kAtOnce);
      for (std::size_t i = 0; some != 0 && i < kAtOnce; ++i)
        if (seen[b + i]) bytes_.set(b + i);
    }
    odd_ = (bytes_.test(0xC5) && text_.find("\xC5\xBF") != std::string_view::npos) ||
           (bytes_.test(0xE2) && text_.find("\xE2\x84\xAA") != std::string_view::npos);
  }
  return bytes_;
}

bool Glance::odd() {
  static_cast<void>(bytes());
  return odd_;
}

Words::Words(const std::vector<Word>& list) {
  for (const Word& word : list) {
    // What ends with a long word has its end.
    const std::string_view text =
        std::string_view(word.text).substr(word.text.size() - std::min(word.text.size(), kLongestWord));
    const std::string folded = lower(text);
    PackedWord head;
    if (folded.size() >= 3) {
      head.begin = static_cast<std::uint16_t>(triple_hash(folded.data()));
      head.end = static_cast<std::uint16_t>(triple_hash(folded.data() + folded.size() - 3));
    }
    head.size = static_cast<std::uint8_t>(text.size());
    head.folded = word.folded;
    own_.append(reinterpret_cast<const char*>(&head), sizeof head).append(text);
  }
}

Words Words::borrowed(std::string_view packed) {
  Words words;
  words.borrowed_ = packed;
  return words;
}

bool Glance::holds(const Words& words) {
  if (lower_.empty()) {
    lower_.resize(text_.size());
    std::transform(text_.begin(), text_.end(), lower_.begin(), [](char c) { return lower(c); });
    for (std::size_t i = 0; i + 3 <= lower_.size(); ++i) triples_.set(triple_hash(lower_.data() + i));
  }
  for (std::string_view left = words.packed(); left.size() >= sizeof(PackedWord);) {
    PackedWord head;
    std::memcpy(&head, left.data(), sizeof head);
    left.remove_prefix(sizeof head);
    const std::string_view word = left.substr(0, head.size);
    left.remove_prefix(word.size());
    // The end first: many alternatives begin alike. A damaged cache may say any number.
    if (head.end < kTriples && (!triples_.test(head.end) || !triples_.test(head.begin % kTriples))) continue;
    const std::string_view where = head.folded != 0 ? std::string_view(lower_) : text_;
    if (where.find(word) != std::string_view::npos) return true;
  }
  return false;
}

bool may_match(const Needs& needs, Glance& glance, Anchor anchor) {
  if (!needs.known) return true;
  if (anchor == Anchor::kPrefix && needs.nullable) return true;
  const std::string_view text = glance.text();
  if (text.empty()) return needs.nullable;
  if (text.size() < needs.least) return false;
  const std::size_t sure = std::min({anchor == Anchor::kWhole ? text.size() : needs.least, text.size(), Needs::kFront});
  bool ends = anchor == Anchor::kPrefix || needs.last.test(byte_of(text.back()));
  for (std::size_t i = 0; i < sure; ++i) ends = ends && needs.front[i].test(byte_of(text[i]));
  if (!ends) return glance.odd();
  for (const ByteSet& clause : needs.bytes)
    if ((clause & glance.bytes()).none()) return glance.odd();
  for (const Words& words : needs.words)
    if (!glance.holds(words)) return glance.odd();
  return needs.branches.empty() || std::any_of(needs.branches.begin(), needs.branches.end(),
                                               [&](const Needs& branch) { return may_match(branch, glance, anchor); });
}

}  // namespace storydiff::rules
