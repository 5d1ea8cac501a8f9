#include "align/sentence_counts.hpp"

#include <map>
#include <random>
#include <set>

#include "support/catch.hpp"

TEST_CASE("sentences are counted as a map of sets counts them") {
  std::mt19937_64 random(9);
  storydiff::SentenceCounts<std::uint64_t> counts;
  std::map<std::uint64_t, std::set<std::uint32_t>> naive;
  std::uint32_t sentences = 0;
  for (std::uint32_t call = 0; call < 500; ++call) {
    // Several sentences of the same keys at once.
    const auto times = static_cast<std::uint32_t>(1 + random() % 3);
    for (std::size_t n = random() % 20; n > 0; --n) {
      const std::uint64_t key = (random() % 60) << 32U | random() % 60;
      counts.add(key, call, times);
      for (std::uint32_t k = 0; k < times; ++k) naive[key].insert(sentences + k);
    }
    sentences += times;
  }
  REQUIRE(naive.size() > 2000);  // the table has grown
  std::set<std::uint32_t> slots;
  for (const auto& [key, holding] : naive) {
    CHECK(counts.sentences(counts.slot(key)) == holding.size());
    CHECK(counts.slot(key) < counts.slots());
    slots.insert(counts.slot(key));
  }
  CHECK(slots.size() == naive.size());
}
