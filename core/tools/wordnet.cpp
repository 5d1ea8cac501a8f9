#include "wordnet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace storydiff {
namespace {

constexpr std::size_t kMostSenses = 4;
constexpr std::size_t kSensesWithoutTags = 2;

struct Part {
  std::string_view suffix;
  PartOfSpeech part;
};
constexpr auto kParts = std::to_array<Part>({{"noun", kNoun}, {"verb", kVerb}, {"adj", kAdjective}, {"adv", kAdverb}});

struct Pointer {
  std::string symbol;
  std::pair<std::uint8_t, std::uint32_t> synset;  ///< part, offset
  std::size_t from = 0;                           ///< number of the word; 0: the whole synset
  std::size_t to = 0;
};

struct Synset {
  std::uint32_t number = 0;  ///< the concept's id
  bool of_action = false;    ///< a noun that may stand for its verb or adjective
  bool instance = false;     ///< Paris, not city
  std::vector<std::string> words;
  std::vector<Pointer> pointers;
};

using SynsetKey = std::pair<std::uint8_t, std::uint32_t>;
using Entries = std::map<std::string, LexiconEntry>;

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t end = std::min(line.find(' ', i), line.size());
    if (end > i) fields.push_back(line.substr(i, end - i));
    i = end + 1;
  }
  return fields;
}

/// Walks over the fields of a line; once one is missing or no number, everything after is empty or 0.
class Fields {
 public:
  explicit Fields(std::string_view line) : fields_(fields_of(line)) {}

  std::string_view text() {
    if (at_ < fields_.size()) return fields_[at_++];
    good_ = false;
    return {};
  }
  std::uint32_t number(int base = 10) {
    const std::string_view field = text();
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value, base);
    if (error != std::errc() || end != field.data() + field.size()) good_ = false;
    return good_ ? value : 0;
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  std::vector<std::string_view> fields_;
  std::size_t at_ = 0;
  bool good_ = true;
};

std::string lower(std::string_view word) {
  // "galore(ip)": where an adjective may stand.
  std::string result(word.substr(0, word.find('(')));
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// Letters and hyphens: no phrase ("hot_dog"), number or abbreviation with points.
bool is_single_word(std::string_view word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// The number rung knows these, and keeps apart what WordNet joins ("millions" and "billions": many).
bool is_scale(std::string_view word) {
  constexpr auto kScales = std::to_array<std::string_view>({"hundred", "thousand", "million", "billion", "trillion"});
  if (word.ends_with('s')) word.remove_suffix(1);
  return std::find(kScales.begin(), kScales.end(), word) != kScales.end();
}

/// Lexicographer files of nouns whose words stand for what a verb does or an adjective says: acts,
/// attributes, cognition, communication, events, feelings, phenomena, processes, states.
bool is_of_action(std::uint32_t lexicographer_file) {
  constexpr auto kFiles = std::to_array<std::uint32_t>({4, 7, 9, 10, 11, 12, 19, 22, 26});
  return std::find(kFiles.begin(), kFiles.end(), lexicographer_file) != kFiles.end();
}

std::uint8_t part_of(std::string_view letter) {
  if (letter == "n") return kNoun;
  if (letter == "v") return kVerb;
  if (letter == "r") return kAdverb;
  return kAdjective;  // "a" and, for one that is near another, "s"
}

std::optional<std::pair<std::uint32_t, Synset>> read_synset(std::string_view line) {
  Fields fields(line.substr(0, line.find(" | ")));
  Synset synset;
  const std::uint32_t offset = fields.number();
  synset.of_action = is_of_action(fields.number());
  fields.text();
  for (std::uint32_t left = fields.number(16); left > 0 && fields.good(); --left) {
    synset.words.push_back(lower(fields.text()));
    fields.text();
  }
  for (std::uint32_t left = fields.number(); left > 0 && fields.good(); --left) {
    Pointer pointer;
    pointer.symbol = fields.text();
    pointer.synset.second = fields.number();
    pointer.synset.first = part_of(fields.text());
    const std::uint32_t words = fields.number(16);
    pointer.from = words >> 8;
    pointer.to = words & 0xFF;
    synset.instance |= pointer.symbol == "@i";
    synset.pointers.push_back(std::move(pointer));
  }
  if (!fields.good() || synset.words.empty()) return std::nullopt;
  return std::pair(offset, std::move(synset));
}

class Compiler {
 public:
  explicit Compiler(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<Entries> run() {
    for (const Part& part : kParts) {
      if (Status read = read_data(part); !read) return read.error();
    }
    for (const Part& part : kParts) {
      if (Status read = read_index(part); !read) return read.error();
    }
    add_derivations();
    add_near_adjectives();
    for (auto& [word, entry] : entries_) sort_unique(entry.concepts);
    part_antonyms();
    add_counts();
    for (const Part& part : kParts) add_exceptions(part);
    std::erase_if(entries_, [](const auto& entry) { return entry.second.concepts.empty(); });
    return std::move(entries_);
  }

 private:
  static void sort_unique(std::vector<std::uint32_t>& concepts) {
    std::sort(concepts.begin(), concepts.end());
    concepts.erase(std::unique(concepts.begin(), concepts.end()), concepts.end());
  }

  [[nodiscard]] Error bad_line(const std::filesystem::path& path, std::size_t number) const {
    return {ErrorCode::kInvalidInput,
            path.string() + ":" + std::to_string(number) + ": not a line of a WordNet 3 database"};
  }

  Status read_data(const Part& part) {
    const std::filesystem::path path = folder_ / ("data." + std::string(part.suffix));
    std::ifstream file(path);
    if (!file) return Error{ErrorCode::kUnreadable, path.string() + ": can not be read"};
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
      if (line.empty() || line.front() == ' ') continue;  // the licence
      auto synset = read_synset(line);
      if (!synset) return bad_line(path, number);
      synset->second.number = static_cast<std::uint32_t>(synsets_.size());
      synsets_.emplace(SynsetKey(part.part, synset->first), std::move(synset->second));
    }
    return Success{};
  }

  /// The senses of each word, the most frequent first.
  Status read_index(const Part& part) {
    const std::filesystem::path path = folder_ / ("index." + std::string(part.suffix));
    std::ifstream file(path);
    if (!file) return Error{ErrorCode::kUnreadable, path.string() + ": can not be read"};
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
      if (line.empty() || line.front() == ' ') continue;
      Fields fields(line);
      const std::string word(fields.text());
      fields.text();
      const std::uint32_t senses = fields.number();
      for (std::uint32_t symbols = fields.number(); symbols > 0 && fields.good(); --symbols) fields.text();
      fields.number();
      const std::size_t tagged = fields.number();
      if (!fields.good()) return bad_line(path, number);
      const std::size_t kept = std::min(kMostSenses, std::max(kSensesWithoutTags, tagged));
      for (std::size_t sense = 0; sense < senses; ++sense) {
        const SynsetKey key(part.part, fields.number());
        const auto synset = synsets_.find(key);
        if (!fields.good() || synset == synsets_.end()) return bad_line(path, number);
        if (sense >= kept || synset->second.instance || !is_single_word(word) || is_scale(word)) continue;
        LexiconEntry& entry = entries_[word];
        entry.parts |= part.part;
        entry.concepts.push_back(synset->second.number);
        kept_.emplace(std::pair(key, word), sense);
      }
    }
    return Success{};
  }

  [[nodiscard]] bool keeps(const SynsetKey& synset, const std::string& word, std::size_t below) const {
    const auto found = kept_.find(std::pair(synset, word));
    return found != kept_.end() && found->second < below;
  }

  /// The word of a synset that a pointer's number means, or null.
  static const std::string* word_of(const Synset& synset, std::size_t number) {
    return number >= 1 && number <= synset.words.size() ? &synset.words[number - 1] : nullptr;
  }

  template <class Visit>
  void each_pointer(Visit visit) const {
    for (const auto& [key, synset] : synsets_) {
      for (const Pointer& pointer : synset.pointers) {
        const auto other = synsets_.find(pointer.synset);
        if (other != synsets_.end()) visit(key, synset, pointer, other->second);
      }
    }
  }

  void add_derivations() {
    each_pointer([&](const SynsetKey& key, const Synset& synset, const Pointer& pointer, const Synset& other) {
      const bool of_noun =
          pointer.symbol == "+" && key.first == kNoun && pointer.synset.first != kNoun && synset.of_action;
      // An adverb of its adjective ("rapidly"), an adjective of its noun ("presidential").
      const bool pertains = pointer.symbol == "\\";
      if (!of_noun && !pertains) return;
      const std::string* word = word_of(synset, pointer.from);
      const std::string* base = word_of(other, pointer.to);
      if (word == nullptr || base == nullptr || !keeps(key, *word, kMostSenses)) return;
      const auto own = entries_.find(*word);
      const auto of_base = entries_.find(*base);
      if (own == entries_.end() || of_base == entries_.end()) return;
      own->second.concepts.push_back(other.number);
      of_base->second.concepts.push_back(other.number);
    });
  }

  void add_near_adjectives() {
    each_pointer([&](const SynsetKey& key, const Synset& near, const Pointer& pointer, const Synset& head) {
      // Each pair is listed from both sides; the head is the one that has an opposite.
      const auto has_opposite = [](const Synset& s) {
        return std::any_of(s.pointers.begin(), s.pointers.end(), [](const Pointer& p) { return p.symbol == "!"; });
      };
      if (pointer.symbol != "&" || key.first != kAdjective || has_opposite(near) || !has_opposite(head)) return;
      for (const std::string& word : head.words) {
        if (keeps(pointer.synset, word, 1)) entries_[word].concepts.push_back(near.number);
      }
    });
  }

  void part_antonyms() {
    each_pointer([&](const SynsetKey&, const Synset& synset, const Pointer& pointer, const Synset& other) {
      if (pointer.symbol != "!") return;
      const std::string* word = word_of(synset, pointer.from);
      const std::string* opposite = word_of(other, pointer.to);
      if (word == nullptr || opposite == nullptr) return;
      const auto left = entries_.find(*word);
      const auto right = entries_.find(*opposite);
      if (left == entries_.end() || right == entries_.end()) return;
      std::vector<std::uint32_t>& a = left->second.concepts;
      std::vector<std::uint32_t>& b = right->second.concepts;
      std::vector<std::uint32_t> shared;
      std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
      const auto is_shared = [&](std::uint32_t id) { return std::binary_search(shared.begin(), shared.end(), id); };
      std::erase_if(a, is_shared);
      std::erase_if(b, is_shared);
    });
  }

  /// "say%2:32:00:: 1 1861": a sense, its rank, how often it stands in the tagged texts.
  void add_counts() {
    std::map<std::string, std::uint32_t, std::less<>> counts;
    std::ifstream file(folder_ / "cntlist.rev");
    std::string line;
    while (std::getline(file, line)) {
      Fields fields(line);
      const std::string_view sense = fields.text();
      fields.number();
      const std::uint32_t count = fields.number();
      if (fields.good()) counts[std::string(sense.substr(0, sense.find('%')))] += count;
    }
    for (auto& [word, entry] : entries_) {
      if (const auto found = counts.find(word); found != counts.end()) entry.commonness = commonness_of(found->second);
    }
  }

  /// "bought buy": the form has the concepts of its base.
  void add_exceptions(const Part& part) {
    std::ifstream file(folder_ / (std::string(part.suffix) + ".exc"));
    std::string line;
    while (std::getline(file, line)) {
      const std::vector<std::string_view> fields = fields_of(line);
      if (fields.size() < 2 || !is_single_word(fields[0])) continue;
      const auto base = entries_.find(std::string(fields[1]));
      if (base == entries_.end() || (base->second.parts & part.part) == 0) continue;
      const LexiconEntry of_base = base->second;
      LexiconEntry& form = entries_[std::string(fields[0])];
      form.concepts.insert(form.concepts.end(), of_base.concepts.begin(), of_base.concepts.end());
      form.commonness = std::max(form.commonness, of_base.commonness);
      sort_unique(form.concepts);
    }
  }

  std::filesystem::path folder_;
  std::map<SynsetKey, Synset> synsets_;
  std::map<std::pair<SynsetKey, std::string>, std::size_t> kept_;  ///< rank of each sense kept
  Entries entries_;
};

}  // namespace

Result<Entries> read_wordnet(const std::filesystem::path& folder) { return Compiler(folder).run(); }

}  // namespace storydiff
