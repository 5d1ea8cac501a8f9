#include "analyse/names/name_support.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "analyse/names/name_difference.hpp"
#include "analyse/names/name_match.hpp"
#include "analyse/names/name_tables.hpp"
#include "language/code_point.hpp"
#include "language/icu_text.hpp"

namespace storydiff {
namespace {

/// Collects the words of clauses that tell of a correction; a semicolon parts clauses of an update line.
class Clauses {
 public:
  explicit Clauses(std::unordered_set<NameWord>& out) : out_(out) {}
  /// `classes`: of `NameClass`.
  void word(NameWord word, std::uint32_t classes) {
    clause_.push_back(word);
    corrects_ = corrects_ || (classes & kCorrection) != 0;
  }
  void end() {
    if (corrects_) out_.insert(clause_.begin(), clause_.end());
    clause_.clear();
    corrects_ = false;
  }

 private:
  std::unordered_set<NameWord>& out_;
  std::vector<NameWord> clause_;
  bool corrects_ = false;
};

bool is_notice(std::string_view role) {
  return role == "update-note" || role == "correction-notice" || role == "editors-note";
}

class Search {
 public:
  Search(const NameIndex& target, std::uint32_t form, const NameIndex& source,
         const std::unordered_set<NameWord>& corrected, NameWords& words)
      : form_(target.forms()[form]), target_(target), source_(source), corrected_(corrected), words_(words) {}

  NameSupport run() {
    if (const std::uint32_t same = source_.form_named(form_.words); same < source_.forms().size())
      return found(spelled_alike(source_.forms()[same]) ? NameStatus::kSame : NameStatus::kVariant, same);
    for (const std::uint32_t other : source_.forms_with(form_.words.front()))
      if (begins_or_ends(source_.forms()[other].words, form_.words))
        return found(spelled_alike(source_.forms()[other]) ? NameStatus::kSame : NameStatus::kVariant, other);
    if (const Span span = source_.find_words(form_.words); !span.empty())
      return {NameStatus::kSame, std::nullopt, span};
    NameSupport best;
    by_abbreviation(best);
    by_place_name(best);
    by_shorter_name(best);
    by_spelling(best);
    by_people(best);
    return best;
  }

 private:
  [[nodiscard]] NameSupport found(NameStatus status, std::uint32_t form) const {
    return {status, form, source_.mentions()[source_.forms()[form].mentions.front()].original};
  }
  void offer(NameSupport& best, NameStatus status, std::uint32_t form) const {
    if (status < best.status) best = found(status, form);
  }

  static bool begins_or_ends(const std::vector<NameWord>& whole, const std::vector<NameWord>& part) {
    return part.size() < whole.size() && (std::equal(part.begin(), part.end(), whole.begin()) ||
                                          std::equal(part.rbegin(), part.rend(), whole.rbegin()));
  }

  /// "Erdogan" is another spelling of "Erdoğan". Capitals without accents are none.
  [[nodiscard]] bool spelled_alike(const NameForm& other) const {
    for (const std::string& here : form_.spellings) {
      for (const std::string& there : other.spellings)
        if (there.starts_with(here) || there.ends_with(here) || is_ascii(here) == is_ascii(there)) return true;
    }
    return false;
  }

  /// "WHO" for "World Health Organization" and the other way. Where a text gives both, the reader knows.
  void by_abbreviation(NameSupport& best) {
    constexpr std::size_t kShortest = 2;
    if (form_.words.size() == 1) {
      if (!form_.acronym || words_.text(form_.words[0]).size() < kShortest) return;
      std::string letters(words_.text(form_.words[0]));
      std::erase(letters, '&');
      for (const std::uint32_t other : source_.forms_with_initials(letters))
        offer(best, declared(source_.forms()[other].words, form_.words[0]), other);
      return;
    }
    for (const std::string& initials : {form_.initials[0], form_.initials[1], without_last(form_.initials[0])}) {
      if (initials.size() < kShortest) continue;
      for (const std::uint32_t other : source_.forms_with(words_.add_key(initials)))
        if (source_.forms()[other].acronym) offer(best, declared(form_.words, source_.forms()[other].words[0]), other);
    }
  }
  [[nodiscard]] NameStatus declared(const std::vector<NameWord>& words, NameWord abbreviation) const {
    const bool known = source_.declares(words, abbreviation) || target_.declares(words, abbreviation);
    return known ? NameStatus::kSame : NameStatus::kVariant;
  }

  /// "Britain" for "the U.K."
  void by_place_name(NameSupport& best) {
    for (const std::string_view name : place_names(joined_text(form_.words)))
      if (const std::uint32_t other = source_.form_named(words_of(name)); other < source_.forms().size())
        offer(best, NameStatus::kVariant, other);
  }
  [[nodiscard]] std::string joined_text(const std::vector<NameWord>& words) const {
    std::string text;
    for (const NameWord word : words) {
      if (!text.empty()) text += ' ';
      text += words_.text(word);
    }
    return text;
  }
  [[nodiscard]] std::vector<NameWord> words_of(std::string_view text) {
    std::vector<NameWord> words;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(' '), text.size());
      words.push_back(words_.add_key(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
  }

  /// "Mexico" where the source has "Mexican".
  void by_people(NameSupport& best) {
    if (best.status != NameStatus::kUnsupported || form_.words.size() != 1 || form_.acronym) return;
    const std::string place(words_.text(form_.words[0]));
    const std::string_view beginning = std::string_view(place).substr(0, NameIndex::kBeginning);
    if (beginning.size() < NameIndex::kBeginning || !source_.has_beginning(beginning)) return;
    for (const std::string& name : peoples_of(place)) {
      const NameWord people = words_.add_key(name);
      const Span span = source_.find_words(std::span(&people, 1));
      if (!span.empty() && best.status == NameStatus::kUnsupported) best = {NameStatus::kVariant, std::nullopt, span};
    }
  }

  /// The source has only the surname of a person, or a company without "Group".
  void by_shorter_name(NameSupport& best) {
    if (form_.words.size() < 2) return;
    const NameWord surname = form_.words.back();
    if (form_.kind != NameKind::kInstitution) {
      const std::uint32_t other = source_.form_named(std::span(&surname, 1));
      if (other < source_.forms().size() && source_.full_form(other) == other &&
          (is_person(source_.forms()[other]) || (form_.speaks && source_.forms()[other].speaks)))
        offer(best, NameStatus::kVariant, other);
    }
  }
  [[nodiscard]] bool is_person(const NameForm& form) const {
    return form.kind == NameKind::kPerson || (form.kind == NameKind::kUnknown && form_.kind == NameKind::kPerson);
  }

  void by_spelling(NameSupport& best) {
    const auto judge = [&](std::uint32_t other) {
      const NameForm& candidate = source_.forms()[other];
      const bool institution = form_.kind == NameKind::kInstitution || candidate.kind == NameKind::kInstitution;
      if (institution && form_.words.size() != candidate.words.size()) return;
      switch (likeness(form_.words, candidate.words, words_)) {
        case NameLikeness::kSame:
          offer(best, NameStatus::kSame, other);
          break;
        case NameLikeness::kVariant:
          offer(best, is_corrected(candidate) ? NameStatus::kChanged : NameStatus::kVariant, other);
          break;
        case NameLikeness::kOther:
          // Another given name: a change where the target has lost the one that the source has.
          if (!institution && target_.form_named(candidate.words) == target_.forms().size() &&
              source_.form_named(form_.words) == source_.forms().size() && persons(candidate))
            offer(best, NameStatus::kChanged, other);
          break;
        case NameLikeness::kNone:
          break;
      }
    };
    const auto likely = traits(words_.text(form_.words.back()));
    for (const std::string& trait : likely)
      for (const std::uint32_t other : source_.forms_like(trait)) judge(other);
    for (const NameWord word : form_.words)
      for (const std::uint32_t other : source_.forms_with(word)) judge(other);
    // A surname alone against the last word of a full name in another spelling.
    if (form_.words.size() > 1 || best.status <= NameStatus::kVariant) return;
    for (const std::string& trait : likely) {
      for (const std::uint32_t other : source_.forms_like(trait)) {
        const NameForm& candidate = source_.forms()[other];
        if (candidate.words.size() < 2 || candidate.kind == NameKind::kInstitution) continue;
        const NameWord last = candidate.words.back();
        if (likeness(form_.words, std::span(&last, 1), words_) == NameLikeness::kVariant)
          offer(best, is_corrected(candidate) ? NameStatus::kChanged : NameStatus::kVariant, other);
      }
    }
  }
  [[nodiscard]] bool persons(const NameForm& candidate) const {
    return form_.kind == NameKind::kPerson || candidate.kind == NameKind::kPerson;
  }
  [[nodiscard]] bool is_corrected(const NameForm& candidate) const {
    return std::any_of(form_.words.begin(), form_.words.end(), [&](NameWord word) {
      return corrected_.contains(word) &&
             std::find(candidate.words.begin(), candidate.words.end(), word) == candidate.words.end();
    });
  }

  const NameForm& form_;
  const NameIndex& target_;
  const NameIndex& source_;
  const std::unordered_set<NameWord>& corrected_;
  NameWords& words_;
};

}  // namespace

std::string_view to_string(NameStatus status) {
  switch (status) {
    case NameStatus::kSame:
      return "same";
    case NameStatus::kVariant:
      return "variant";
    case NameStatus::kChanged:
      return "changed";
    case NameStatus::kUnsupported:
      return "unsupported";
  }
  return "";
}

std::unordered_set<NameWord> corrected_words(const Segments& target, const NormalizedDocument& normalized,
                                             NameWords& words) {
  std::unordered_set<NameWord> corrected;
  Clauses clauses(corrected);
  for (const Sentence& sentence : target.sentences) {
    const std::span<const Token> tokens = target.tokens_of(sentence);
    const bool corrects = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return (words.token(token.word).classes & kCorrection) != 0;
    });
    if (!corrects) continue;
    for (const Token& token : tokens) {
      const NameToken& facts = words.token(token.word);
      if (words.surface(token.word) == ";") clauses.end();
      if (!words.text(facts.word).empty()) clauses.word(facts.word, facts.classes);
    }
    clauses.end();
  }
  for (const LedgerEntry& entry : normalized.ledger) {
    if (entry.action != EditAction::kDrop || !is_notice(entry.role)) continue;
    const std::string_view text = entry.text;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size();) {
      const CodePoint c = i < text.size() ? decode_utf8(text, i) : CodePoint{' ', 1};
      const CharClass kind = classify(c.value);
      if (!is_letter(kind) && kind != CharClass::kDigit && kind != CharClass::kMark) {
        if (begin < i) {
          const NameWord word = words.add(text.substr(begin, i - begin));
          clauses.word(word, name_classes(words.text(word)));
        }
        if (c.value == ';') clauses.end();
        begin = i + c.length;
      }
      i += c.length;
    }
    clauses.end();
  }
  return corrected;
}

NameSupport find_support(const NameIndex& target, std::uint32_t form, const NameIndex& source,
                         const std::unordered_set<NameWord>& corrected, NameWords& words) {
  return Search(target, form, source, corrected, words).run();
}

}  // namespace storydiff
