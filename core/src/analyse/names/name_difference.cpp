#include "analyse/names/name_difference.hpp"

#include <algorithm>
#include <cstddef>

#include "analyse/names/name_match.hpp"
#include "analyse/names/name_tables.hpp"
#include "analyse/names/name_words.hpp"
#include "language/spelling.hpp"

namespace storydiff {

std::vector<std::string> name_keys(std::string_view name) {
  std::vector<std::string> keys;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (std::string key = name_key(name.substr(0, end)); !key.empty()) keys.push_back(std::move(key));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return keys;
}

std::vector<std::string> peoples_of(std::string_view place) {
  std::vector<std::string> peoples;
  if (place.empty()) return peoples;
  const bool vowel = std::string_view("aeiouy").find(place.back()) != std::string_view::npos;
  const std::string whole(place);
  const std::string stem(vowel ? place.substr(0, place.size() - 1) : place);
  for (const std::string_view ending : {"n", "an", "ian", "i", "ese", "ish", "ns", "ans", "ians", "is"}) {
    for (const std::string& base : {whole, stem}) {
      std::string people = base + std::string(ending);
      if (base == whole || (name_classes(people) & kDemonym) != 0) peoples.push_back(std::move(people));
    }
  }
  return peoples;
}

NameDifference name_difference(std::string_view source, std::string_view target,
                               const std::set<std::string, std::less<>>& own) {
  const std::vector<std::string> from = name_keys(source);
  const std::vector<std::string> to = name_keys(target);
  if (from.size() != to.size()) return NameDifference::kForm;
  if (from.size() == 1) {
    const std::vector<std::string> peoples = peoples_of(to.front());
    if (std::find(peoples.begin(), peoples.end(), from.front()) != peoples.end()) return NameDifference::kPeople;
  }
  std::size_t slips = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const WordLikeness likeness = word_likeness(from[i], to[i]);
    if (likeness == WordLikeness::kEqual) continue;
    if (likeness != WordLikeness::kSound && likeness != WordLikeness::kLetter) return NameDifference::kForm;
    // A given name that sounds the same may be another person's: "Sergey" and "Sergei" are two, here.
    const bool tells = likeness == WordLikeness::kLetter || i + 1 == from.size();
    const bool style = english_spelling(from[i]) == english_spelling(to[i]);
    if (tells && !style && own.contains(from[i]) && !own.contains(to[i])) ++slips;
  }
  return slips > 0 ? NameDifference::kSlip : NameDifference::kSpelling;
}

}  // namespace storydiff
