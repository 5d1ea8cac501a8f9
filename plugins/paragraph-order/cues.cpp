#include "cues.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace storydiff::paragraph_order {
namespace {

/// Words of organisations' and places' names that stand for nobody when they stand alone.
bool is_common_part(std::string_view word) {
  constexpr std::string_view kParts[] = {"north", "south", "east",  "west",  "new",     "united", "national", "state",
                                         "city",  "party", "court", "bank",  "council", "union",  "inc",      "corp",
                                         "co",    "ltd",   "plc",   "group", "co.",     "inc.",   "corp.",    "ltd."};
  return std::find(std::begin(kParts), std::end(kParts), word) != std::end(kParts) || word.size() < 3;
}

constexpr double kMaybePerson = 0.2;

void note(std::vector<std::uint32_t>& paragraphs, std::uint32_t i) {
  if (paragraphs.empty() || paragraphs.back() != i) paragraphs.push_back(i);
}

}  // namespace

Cues::Cues(const std::vector<Reading>& readings, const Weights& weights)
    : size_(readings.size()), wishes_(size_), shared_(size_ * size_), fits_(size_ * size_), wants_speaker_(size_) {
  weigh_words(readings, weights);
  weigh_names(readings, weights);
  weigh_abbreviations(readings, weights);
  weigh_speakers(readings, weights);
  weigh_definites(readings, weights);
  weigh_trend(readings, weights);
}

void Cues::introduce(const std::vector<std::uint32_t>& introducers, std::uint32_t user, double worth,
                     double worth_next) {
  // One of several introducers is enough, and none can be told from the others.
  const double part = 1.0 / static_cast<double>(introducers.size());
  for (const std::uint32_t introducer : introducers) {
    wishes_.add_before(introducer, user, worth * part);
    wishes_.add_next(introducer, user, worth_next * part);
  }
  uses_.push_back({user, introducers});
}

/// Cosine of the paragraphs' words weighed by rarity: a word that all share says nothing.
void Cues::weigh_words(const std::vector<Reading>& readings, const Weights& weights) {
  std::map<std::string, std::vector<std::uint32_t>> holders;
  for (std::uint32_t i = 0; i < size_; ++i)
    for (const auto& [word, count] : readings[i].stems) holders[word].push_back(i);

  std::vector<double> square(size_);
  for (const auto& [word, paragraphs] : holders) {
    const double rarity = std::log(static_cast<double>(size_) / static_cast<double>(paragraphs.size()));
    for (const std::uint32_t i : paragraphs) {
      square[i] += rarity * rarity;
      for (const std::uint32_t j : paragraphs)
        if (i != j) shared_[i * size_ + j] += rarity * rarity;
    }
  }
  for (std::size_t i = 0; i < size_; ++i) {
    for (std::size_t j = 0; j < size_; ++j) {
      double& value = shared_[i * size_ + j];
      if (i == j || value == 0) continue;
      value /= std::sqrt(square[i] * square[j]);
      const bool linked = readings[j].opener == Opener::kLink || readings[j].pronoun == Gender::kIt ||
                          readings[j].pronoun == Gender::kThey;
      wishes_.add_next(i, j, (weights.shared + (linked ? weights.link : 0.0)) * value);
    }
  }
}

void Cues::weigh_names(const std::vector<Reading>& readings, const Weights& weights) {
  // The short form of a person's name is its last word, of a company's its first.
  std::map<std::string, std::vector<std::uint32_t>> full, short_form;
  for (const Reading& reading : readings) {
    for (const Name& name : reading.names) {
      if (name.words.size() < 2 || !(name.person || name.organisation)) continue;
      const std::string& word = name.person ? name.words.back() : name.words.front();
      if (!is_common_part(word)) full[word];
    }
  }
  for (std::uint32_t i = 0; i < size_; ++i) {
    for (const Name& name : readings[i].names) {
      if (name.words.size() == 1) {
        note(short_form[name.words.front()], i);
        continue;
      }
      for (const std::string& word : {name.words.front(), name.words.back()}) {
        const auto found = full.find(word);
        if (found != full.end()) note(found->second, i);
      }
    }
  }
  for (const auto& [word, users] : short_form) {
    const auto found = full.find(word);
    if (found == full.end()) continue;
    // What the lede calls by the short form needs no introduction.
    if (users.front() == 0) continue;
    for (const std::uint32_t user : users) {
      const std::vector<std::uint32_t>& introducers = found->second;
      if (std::find(introducers.begin(), introducers.end(), user) != introducers.end()) continue;
      introduce(introducers, user, weights.name, weights.name_next);
    }
  }
}

void Cues::weigh_abbreviations(const std::vector<Reading>& readings, const Weights& weights) {
  std::map<std::string, std::vector<std::uint32_t>> expanded;
  for (std::uint32_t i = 0; i < size_; ++i)
    for (const std::string& word : readings[i].expanded) note(expanded[word], i);
  for (std::uint32_t i = 0; i < size_; ++i) {
    for (const std::string& word : readings[i].abbreviations) {
      const auto found = expanded.find(word);
      if (found == expanded.end()) continue;
      if (std::find(found->second.begin(), found->second.end(), i) != found->second.end()) continue;
      const std::vector<std::string>& in_lede = readings.front().abbreviations;
      if (std::find(in_lede.begin(), in_lede.end(), word) != in_lede.end()) continue;
      introduce(found->second, i, weights.abbreviation, 0.0);
    }
  }
}

void Cues::weigh_speakers(const std::vector<Reading>& readings, const Weights& weights) {
  // Who is "he" and who is "she": a paragraph with one person and one kind of pronoun tells it.
  std::map<std::string, int> votes;
  for (const Reading& reading : readings) {
    if (reading.he == reading.she) continue;
    std::string person;
    bool one = true;
    for (const Name& name : reading.names) {
      if (!name.person) continue;
      one = one && (person.empty() || person == name.words.back());
      person = name.words.back();
    }
    if (one && !person.empty()) votes[person] += reading.she ? 1 : -1;
  }

  // A surname alone is a person where the story tells elsewhere whose it is.
  std::set<std::string> people;
  for (const Reading& reading : readings)
    for (const Name& name : reading.names)
      if (name.person) people.insert(name.words.back());

  const auto fit = [&](const Reading& reading, Gender wanted) {
    double best = 0;
    for (const Name& name : reading.names) {
      if (name.organisation) continue;
      const bool known = people.contains(name.words.back());
      // Two capitalized words that nothing shows to be a person may still be one.
      if (!known && name.words.size() < 2) continue;
      double value = !known ? kMaybePerson : name.speaks ? 0.8 : 0.5;
      const auto vote = votes.find(name.words.back());
      const int she = vote == votes.end() ? 0 : vote->second;
      if ((wanted == Gender::kHe && she > 0) || (wanted == Gender::kShe && she < 0)) value *= 0.1;
      if ((wanted == Gender::kHe && she < 0) || (wanted == Gender::kShe && she > 0)) value += 0.2;
      best = std::max(best, value);
    }
    // "He also said" after "he said": the person is named further up.
    if ((wanted == Gender::kHe && reading.he) || (wanted == Gender::kShe && reading.she)) best = std::max(best, 0.6);
    // Who has just been quoted with his name is rarely quoted again as "he": copy paraphrases first.
    if (reading.opener == Opener::kNamedQuotation) best *= 0.5;
    return best;
  };

  for (std::uint32_t j = 0; j < size_; ++j) {
    const Reading& reading = readings[j];
    wants_speaker_[j] = reading.pronoun == Gender::kHe || reading.pronoun == Gender::kShe;
    const bool bare_quotation = reading.opener == Opener::kQuotation && reading.pronoun == Gender::kUnknown;
    if (!wants_speaker_[j] && !bare_quotation) continue;
    for (std::uint32_t i = 0; i < size_; ++i) {
      if (i == j) continue;
      fits_[i * size_ + j] = fit(readings[i], reading.pronoun);
      wishes_.add_next(i, j, weights.speaker * (bare_quotation ? 0.3 : 1.0) * fits_[i * size_ + j]);
    }
  }
}

void Cues::weigh_definites(const std::vector<Reading>& readings, const Weights& weights) {
  for (std::uint32_t j = 0; j < size_; ++j) {
    for (const std::string& noun : readings[j].definite) {
      std::vector<std::uint32_t> introducers;
      for (std::uint32_t i = 0; i < size_; ++i) {
        const std::vector<std::string>& nouns = readings[i].indefinite;
        if (i != j && std::find(nouns.begin(), nouns.end(), noun) != nouns.end()) introducers.push_back(i);
      }
      // A noun that stands everywhere introduces nothing.
      if (introducers.empty() || introducers.size() > 1 + size_ / 6) continue;
      const double part = 1.0 / static_cast<double>(introducers.size());
      for (const std::uint32_t i : introducers) {
        wishes_.add_before(i, j, weights.definite * part);
        wishes_.add_next(i, j, weights.definite_next * part);
      }
    }
  }
}

/// What copy tells early and what late, as one number a paragraph: news before background.
void Cues::weigh_trend(const std::vector<Reading>& readings, const Weights& weights) {
  std::vector<double> early(size_);
  for (std::size_t i = 1; i < size_; ++i) {
    const Reading& reading = readings[i];
    double central = 0;
    for (std::size_t j = 1; j < size_; ++j) central += shared_[i * size_ + j];
    const bool quotation = reading.opener == Opener::kQuotation || reading.opener == Opener::kNamedQuotation;
    early[i] = weights.lede_early * shared_[i] + weights.central_early * central / static_cast<double>(size_) +
               (quotation ? weights.quotation_early : 0.0) + (reading.speech ? weights.speech_early : 0.0) +
               (reading.statement ? weights.statement_early : 0.0) -
               (reading.background ? weights.background_late : 0.0) - (reading.prospect ? weights.prospect_late : 0.0) -
               (reading.also ? weights.also_late : 0.0) -
               (reading.opener == Opener::kDefinite ? -weights.definite_early : 0.0) -
               (reading.opener == Opener::kLink ? weights.link_late : 0.0);
  }
  for (std::size_t j = 1; j < size_; ++j) {
    if (readings[j].opener != Opener::kNamedQuotation && readings[j].opener != Opener::kQuotation) continue;
    wishes_.add_next(0, j, -weights.quotation_second);
    if (readings[j].opener != Opener::kNamedQuotation) continue;
    for (std::size_t i = 1; i < size_; ++i)
      if (i != j && readings[i].quotes) wishes_.add_next(i, j, -weights.quotation_again);
  }
  // The wishes of one paragraph's cues are not independent: together they weigh as a few.
  const double scale = weights.trend / static_cast<double>(size_);
  for (std::size_t i = 1; i < size_; ++i)
    for (std::size_t j = 1; j < size_; ++j)
      if (early[i] > early[j]) wishes_.add_before(i, j, scale * (early[i] - early[j]));
}

Reason Cues::reason(const Order& order, std::size_t place) const {
  const std::uint32_t paragraph = order[place];
  if (place == 0) return Reason::kStoryOrder;
  if (wants_speaker_[paragraph] && fits_[order[place - 1] * size_ + paragraph] >= 0.5) return Reason::kSpeaker;
  for (const Use& use : uses_) {
    if (use.user != paragraph) continue;
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(place);
    for (const std::uint32_t introducer : use.introducers)
      if (std::find(order.begin(), end, introducer) != end) return Reason::kIntroduction;
  }
  return Reason::kStoryOrder;
}

Cues::Demands Cues::demands(const Order& order) const {
  std::vector<std::size_t> place(size_);
  for (std::size_t k = 0; k < size_; ++k) place[order[k]] = k;
  Demands demands;
  for (const Use& use : uses_) {
    // Where the lede introduces, no order can break it.
    if (use.introducers.front() == 0) continue;
    const bool met = std::any_of(use.introducers.begin(), use.introducers.end(),
                                 [&](std::uint32_t i) { return place[i] < place[use.user]; });
    ++demands.all;
    if (!met) ++demands.broken;
  }
  for (std::size_t k = 1; k < size_; ++k) {
    if (!wants_speaker_[order[k]]) continue;
    ++demands.all;
    if (fits_[order[k - 1] * size_ + order[k]] <= kMaybePerson) ++demands.broken;
  }
  return demands;
}

}  // namespace storydiff::paragraph_order
