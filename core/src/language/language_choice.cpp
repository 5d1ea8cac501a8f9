#include "language/language_choice.hpp"

#include "language/detect_language.hpp"
#include "language/icu_text.hpp"
#include "language/language_words.hpp"
#include "language/stem.hpp"

namespace storydiff {
namespace {

std::string primary_of(std::string_view tag) { return fold_case(tag.substr(0, tag.find_first_of("-_"))); }

// What a language without tables of its own falls back to, or nothing to say.
std::string fallback(std::string_view tag) {
  const std::string primary = primary_of(tag);
  if (language_words(primary) != nullptr) return {};
  if (primary == "und") return "the texts are in none that is known: typography, case and digits alone join words";
  if (Stemmer(primary).available())
    return "'" + primary + "' has stems, but no rules for numbers, dates and abbreviations";
  return "'" + primary + "' has no rules: typography, case and digits alone join words";
}

}  // namespace

LanguageChoice choose_language(std::string_view asked, std::span<const NamedText> texts) {
  LanguageChoice choice;
  choice.tag = asked;
  if (asked == "auto") {
    std::vector<std::string_view> all;
    for (const NamedText& named : texts) all.push_back(named.text);
    const TextLanguages languages(all);
    choice.tag = languages.together().tag;
    std::string others;
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (languages.is_clearly_not(i, choice.tag)) others += (others.empty() ? "" : ", ") + std::string(texts[i].name);
    if (!others.empty())
      choice.notices.push_back("language: the texts are compared as '" + choice.tag +
                               "', but not all of them are: " + others);
  }
  if (const std::string said = fallback(choice.tag); !said.empty()) choice.notices.push_back("language: " + said);
  return choice;
}

}  // namespace storydiff
