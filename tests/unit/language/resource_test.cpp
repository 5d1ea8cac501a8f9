// The files of lexicon and word vectors: what comes back, and what a damaged one does.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "language/lexicon.hpp"
#include "language/word_vectors.hpp"
#include "storydiff/language_resources.hpp"
#include "storydiff/vocabulary.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace storydiff;

std::string small_lexicon() {
  return lexicon_bytes({{"buy", {{1, 4}, kVerb}},
                        {"bought", {{1, 4}, 0}},
                        {"purchase", {{1, 7}, kVerb | kNoun}},
                        {"rate", {{9}, kVerb}},
                        {"rat", {{8}, kVerb | kNoun}},
                        {"arms", {{20}, kNoun}},
                        {"arm", {{21}, kNoun}},
                        {"happy", {{30}, kAdjective}},
                        {"the", {{1}, 0}}},
                       "test");
}

std::string small_vectors() {
  return word_vector_bytes({{"rain", {1.0F, 0.5F, 0.0F}},
                            {"snow", {0.9F, 0.6F, 0.1F}},
                            {"vote", {0.0F, -0.2F, 1.0F}},
                            {"sun", {-1.0F, -0.5F, 0.0F}}},
                           3, "test");
}

std::vector<std::uint32_t> concepts_of(const Lexicon& lexicon, const std::string& word) {
  std::vector<std::uint32_t> concepts;
  lexicon.append_concepts(word, concepts);
  return concepts;
}

/// Loads whatever the bytes hold and, where they load, reads all that can be read.
bool loads(const TemporaryFolder& folder, const std::string& bytes, bool vectors,
           ResourceCheck check = ResourceCheck::kChecksum) {
  const auto path = folder.write("damaged.bin", bytes);
  if (vectors) {
    const auto loaded = WordVectors::open(path, check);
    if (!loaded) return false;
    for (std::uint32_t i = 0; i < loaded->size() && i < 100; ++i) {
      const double cosine = loaded->cosine(i, 0);
      CHECK((cosine >= 0 && cosine <= 1));
    }
    (void)loaded->find("snow");
    return true;
  }
  const auto loaded = Lexicon::open(path, check);
  if (!loaded) return false;
  for (const char* word : {"buy", "bought", "rated", "purchases", "zebra", ""}) (void)concepts_of(*loaded, word);
  for (std::uint32_t i = 0; i < loaded->size() && i < 100; ++i)
    (void)concepts_of(*loaded, std::string(loaded->word(i)));
  return true;
}

}  // namespace

TEST_CASE("a lexicon gives the concepts of a word and of its base form", "[resource]") {
  const TemporaryFolder folder;
  const auto lexicon = Lexicon::open(folder.write("lexicon.bin", small_lexicon()));
  REQUIRE(lexicon);
  CHECK(lexicon->name() == "test");
  CHECK(lexicon->size() == 9);

  using Concepts = std::vector<std::uint32_t>;
  const std::map<std::string, Concepts> table{{"buy", {1, 4}},
                                              {"bought", {1, 4}},
                                              {"buys", {1, 4}},
                                              {"purchased", {1, 7}},
                                              {"purchasing", {1, 7}},
                                              {"rated", {9}},
                                              {"rats", {8}},
                                              {"arms", {20}},
                                              {"happier", {30}},
                                              {"happiest", {30}},
                                              {"unhappy", {}},
                                              {"happyed", {}},
                                              {"", {}},
                                              {"s", {}},
                                              {"zzz", {}},
                                              {"purchases", {1, 7}}};
  for (const auto& [word, expected] : table) {
    INFO(word);
    CHECK(concepts_of(*lexicon, word) == expected);
  }
  CHECK(concepts_of(*lexicon, std::string(100'000, 's')).empty());
}

TEST_CASE("a vocabulary with a lexicon knows synonyms, and leaves function words alone", "[resource]") {
  const TemporaryFolder folder;
  LanguageResources resources;
  const auto lexicon = load_lexicon(folder.write("lexicon.bin", small_lexicon()));
  REQUIRE(lexicon);
  resources.lexicon = *lexicon;
  CHECK(resource_name(resources.lexicon.get()) == "test/3");

  Vocabulary english("en-GB", resources);
  const WordId bought = english.intern("Bought");
  const WordId purchased = english.intern("purchased");
  const WordId the = english.intern("the");
  const WordId rats = english.intern("rats");
  CHECK(english.synonyms(bought, purchased));
  CHECK(english.rung(bought, purchased) == Equivalence::kSynonym);
  CHECK(english.rung(bought, english.intern("bought")) == Equivalence::kCase);
  CHECK(english.concepts(the).empty());
  CHECK_FALSE(english.synonyms(the, purchased));
  CHECK(english.rung(bought, rats) == Equivalence::kNone);

  Vocabulary german("de", resources);
  CHECK(german.concepts(german.intern("buy")).empty());
  CHECK(german.resources().lexicon == nullptr);
}

TEST_CASE("word vectors tell what is alike, and names of one kind are not related", "[resource]") {
  const TemporaryFolder folder;
  LanguageResources resources;
  const auto vectors = load_vectors(folder.write("vectors.bin", small_vectors()));
  REQUIRE(vectors);
  resources.vectors = *vectors;
  Vocabulary vocabulary("en", resources);
  const WordId rain = vocabulary.intern("rain");
  const WordId snow = vocabulary.intern("Snow");
  const WordId vote = vocabulary.intern("vote");
  CHECK(std::abs(vocabulary.relatedness(rain, snow) - 0.984) < 0.01);
  CHECK(vocabulary.relatedness(rain, rain) > 0.999);
  CHECK(vocabulary.relatedness(rain, vote) == 0.0);
  CHECK(vocabulary.relatedness(rain, vocabulary.intern("sun")) == 0.0);
  CHECK(vocabulary.relatedness(rain, vocabulary.intern("unknown")) == 0.0);
  CHECK(vocabulary.rung(rain, snow) == Equivalence::kRelated);
  CHECK(vocabulary.rung(vocabulary.intern("Rain"), snow) == Equivalence::kNone);
  CHECK(vocabulary.rung(rain, vote) == Equivalence::kNone);
}

TEST_CASE("a resource that is cut short, changed, newer or something else is refused", "[resource]") {
  const TemporaryFolder folder;
  for (const bool vectors : {false, true}) {
    const std::string whole = vectors ? small_vectors() : small_lexicon();
    REQUIRE(loads(folder, whole, vectors));
    for (std::size_t size = 0; size < whole.size(); ++size) {
      INFO(size);
      CHECK_FALSE(loads(folder, whole.substr(0, size), vectors));
    }
    CHECK_FALSE(loads(folder, whole + '\0', vectors));
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
      std::string flipped = whole;
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
      INFO(bit);
      CHECK_FALSE(loads(folder, flipped, vectors));
    }
    CHECK_FALSE(loads(folder, vectors ? small_lexicon() : small_vectors(), vectors));
  }
  CHECK(load_lexicon(folder.path() / "none.bin").error().code == ErrorCode::kNotFound);
  CHECK(load_lexicon(folder.path()).error().code == ErrorCode::kUnreadable);
  std::string newer = small_lexicon();
  ++newer[8];
  const auto refused = load_lexicon(folder.write("newer.bin", newer));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::kUnsupported);
  CHECK(refused.error().message.find("newer.bin") != std::string::npos);
}

TEST_CASE("without its checksum a resource that is cut short is refused, and a changed one is never read past its end",
          "[resource]") {
  const TemporaryFolder folder;
  for (const bool vectors : {false, true}) {
    const std::string whole = vectors ? small_vectors() : small_lexicon();
    const auto is_used = [&](const std::string& bytes) { return loads(folder, bytes, vectors, ResourceCheck::kShape); };
    REQUIRE(is_used(whole));
    for (std::size_t size = 0; size < whole.size(); ++size) {
      INFO(size);
      CHECK_FALSE(is_used(whole.substr(0, size)));
    }
    CHECK_FALSE(is_used(whole + '\0'));
    std::size_t used = 0;
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
      std::string flipped = whole;
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
      const bool in_header = bit / 8 < 28;  // magic, version and sizes
      INFO(bit);
      if (is_used(flipped)) ++used;
      if (in_header) CHECK_FALSE(is_used(flipped));
    }
    CHECK(used > 0);
  }
}

TEST_CASE("a resource's name is text, for reports show it", "[resource]") {
  const TemporaryFolder folder;
  for (const bool vectors : {false, true}) {
    std::string named = vectors ? small_vectors() : small_lexicon();
    named[28] = '\xFF';
    CHECK_FALSE(loads(folder, named, vectors, ResourceCheck::kShape));
  }
}

TEST_CASE("tables that lie, under a right checksum, are never read past their end", "[resource]") {
  const TemporaryFolder folder;
  std::mt19937 random(20'26);
  const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
  int loaded = 0;
  for (int round = 0; round < 2000; ++round) {
    const bool vectors = round % 2 == 1;
    const std::string whole = vectors ? small_vectors() : small_lexicon();
    ResourceCounts counts{};
    std::memcpy(counts.data(), whole.data() + 12, sizeof counts);
    std::string body = whole.substr(kResourceHeaderBytes);
    for (std::size_t changes = 1 + below(6); changes > 0; --changes)
      body[below(body.size())] = static_cast<char>(below(256));
    if (round % 5 == 0) counts[below(3)] = static_cast<std::uint32_t>(random());
    const ResourceFormat& format = vectors ? kVectorsFormat : kLexiconFormat;
    if (loads(folder, seal_resource(format, counts, "test", body), vectors)) ++loaded;
  }
  CHECK(loaded > 1000);
}
