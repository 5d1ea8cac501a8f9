#include "language/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "storydiff/language_resources.hpp"

namespace storydiff {
namespace {

struct Ending {
  PartOfSpeech part;
  std::string_view ending;
  std::string_view instead;
};

// WordNet's rules of detachment; its lists of exceptions ("bought", "stopped") are entries of the
// lexicon. The first that gives a base form of its part counts: "rated" is of "rate", not of "rat".
constexpr auto kEndings = std::to_array<Ending>({
    {kNoun, "ies", "y"},     {kNoun, "ses", "s"},       {kNoun, "xes", "x"},      {kNoun, "zes", "z"},
    {kNoun, "ches", "ch"},   {kNoun, "shes", "sh"},     {kNoun, "men", "man"},    {kNoun, "s", ""},
    {kVerb, "ies", "y"},     {kVerb, "ied", "y"},       {kVerb, "es", "e"},       {kVerb, "es", ""},
    {kVerb, "s", ""},        {kVerb, "ed", "e"},        {kVerb, "ed", ""},        {kVerb, "ing", "e"},
    {kVerb, "ing", ""},      {kAdjective, "iest", "y"}, {kAdjective, "ier", "y"}, {kAdjective, "est", "e"},
    {kAdjective, "est", ""}, {kAdjective, "er", "e"},   {kAdjective, "er", ""},
});

constexpr std::size_t kShortestBase = 2;
constexpr std::size_t kLongestWord = 64;  ///< what is longer is no word

}  // namespace

std::uint8_t commonness_of(std::uint32_t count) {
  constexpr double kVeryCommon = 1000;
  return static_cast<std::uint8_t>(std::min(255.0, std::round(255 * std::log(1.0 + count) / std::log(kVeryCommon))));
}

std::string lexicon_bytes(const std::map<std::string, LexiconEntry>& entries, std::string_view name) {
  std::string text;
  std::string text_offsets;
  std::string concepts;
  std::string concept_offsets;
  std::string parts;
  std::string commonness;
  std::uint32_t concept_count = 0;
  const auto mark = [&] {
    append_value(text_offsets, static_cast<std::uint32_t>(text.size()));
    append_value(concept_offsets, concept_count);
  };
  const auto ordered = in_table_order(entries);
  for (const auto* const word_and_entry : ordered) {
    const auto& [word, entry] = *word_and_entry;
    mark();
    text += word;
    parts.push_back(static_cast<char>(entry.parts));
    commonness.push_back(static_cast<char>(entry.commonness));
    for (const std::uint32_t concept_id : entry.concepts) append_value(concepts, concept_id);
    concept_count += static_cast<std::uint32_t>(entry.concepts.size());
  }
  mark();
  const ResourceCounts counts{static_cast<std::uint32_t>(entries.size()), concept_count,
                              static_cast<std::uint32_t>(text.size()), 0};
  return seal_resource(kLexiconFormat, counts, name,
                       bucket_starts(ordered) + text_offsets + concept_offsets + concepts + parts + commonness + text);
}

Lexicon::Lexicon(ResourceFile file) : file_(std::move(file)) {}

Result<Lexicon> Lexicon::open(const std::filesystem::path& path, ResourceCheck check) {
  Result<ResourceFile> file = ResourceFile::open(path, kLexiconFormat, check);
  if (!file) return file.error();
  const auto [words, concepts, text_bytes, unused] = file->counts();
  constexpr std::size_t kNumber = sizeof(std::uint32_t);
  const std::size_t offsets_bytes = (std::size_t{words} + 1) * kNumber;

  Lexicon lexicon(std::move(*file));
  lexicon.concept_offsets_at_ = WordTable::table_bytes(words);
  lexicon.concepts_at_ = lexicon.concept_offsets_at_ + offsets_bytes;
  lexicon.parts_at_ = lexicon.concepts_at_ + std::size_t{concepts} * kNumber;
  lexicon.commonness_at_ = lexicon.parts_at_ + words;
  const std::size_t text_at = lexicon.commonness_at_ + words;
  const std::span<const std::byte> body = lexicon.file_.body();
  if (unused != 0 || body.size() != text_at + text_bytes)
    return damaged_resource(path, kLexiconFormat.what, "its tables do not fill it");
  lexicon.words_ = WordTable(body, words, text_at, text_bytes);
  return lexicon;
}

std::uint8_t Lexicon::parts(std::uint32_t word) const { return read_at<std::uint8_t>(file_.body(), parts_at_, word); }

std::uint8_t Lexicon::entry_commonness(std::uint32_t word) const {
  return read_at<std::uint8_t>(file_.body(), commonness_at_, word);
}

void Lexicon::append_entry(std::uint32_t word, std::vector<std::uint32_t>& out) const {
  const std::uint32_t count = file_.counts()[1];
  const auto offset = [&](std::size_t i) {
    return std::min(read_at<std::uint32_t>(file_.body(), concept_offsets_at_, i), count);
  };
  const std::uint32_t end = offset(std::size_t{word} + 1);
  for (std::uint32_t i = offset(word); i < end; ++i)
    out.push_back(read_at<std::uint32_t>(file_.body(), concepts_at_, i));
}

std::optional<std::uint32_t> Lexicon::base(std::string_view folded, PartOfSpeech part) const {
  std::string form;
  for (const Ending& rule : kEndings) {
    if (rule.part != part || !folded.ends_with(rule.ending)) continue;
    form = folded.substr(0, folded.size() - rule.ending.size());
    form += rule.instead;
    if (form.size() < kShortestBase) continue;
    const std::optional<std::uint32_t> found = words_.find(form);
    if (found && (parts(*found) & part) != 0) return found;
  }
  return std::nullopt;
}

struct Lexicon::Meanings {
  std::array<std::uint32_t, 4> words{};
  std::size_t count = 0;
};

Lexicon::Meanings Lexicon::meanings(std::string_view folded) const {
  Meanings result;
  if (folded.empty() || folded.size() > kLongestWord) return result;
  const std::optional<std::uint32_t> own = words_.find(folded);
  const std::uint8_t known = own ? parts(*own) : std::uint8_t{0};
  if (own) result.words[result.count++] = *own;
  for (const PartOfSpeech part : {kNoun, kVerb, kAdjective}) {
    // A plural with a meaning of its own ("arms", "customs") is not sought under its singular.
    if ((known & part) != 0) continue;
    if (const auto found = base(folded, part)) result.words[result.count++] = *found;
  }
  return result;
}

std::uint8_t Lexicon::append_concepts(std::string_view folded, std::vector<std::uint32_t>& out) const {
  const std::size_t before = out.size();
  const Meanings found = meanings(folded);
  for (std::size_t i = 0; i < found.count; ++i) append_entry(found.words[i], out);
  const auto begin = out.begin() + static_cast<std::ptrdiff_t>(before);
  std::sort(begin, out.end());
  out.erase(std::unique(begin, out.end()), out.end());
  return most_common(found);
}

std::uint8_t Lexicon::commonness(std::string_view folded) const { return most_common(meanings(folded)); }

std::uint8_t Lexicon::most_common(const Meanings& found) const {
  std::uint8_t most = 0;
  for (std::size_t i = 0; i < found.count; ++i) most = std::max(most, entry_commonness(found.words[i]));
  return most;
}

Result<std::shared_ptr<const Lexicon>> load_lexicon(const std::filesystem::path& path, ResourceCheck check) {
  Result<Lexicon> lexicon = Lexicon::open(path, check);
  if (!lexicon) return lexicon.error();
  return std::shared_ptr<const Lexicon>(std::make_shared<Lexicon>(std::move(*lexicon)));
}

std::string resource_name(const Lexicon* lexicon) {
  return lexicon == nullptr ? std::string() : lexicon->name() + "/" + std::to_string(kLexiconFormat.version);
}

}  // namespace storydiff
