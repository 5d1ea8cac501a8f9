#include "story_files.hpp"
#include "support/catch.hpp"

TEST_CASE("on whole stories lead-first is better than moving the lede alone") {
  namespace bench = storydiff::paragraph_order::bench;
  const auto stories = bench::read_stories(STORYDIFF_SOURCE_DIR "/tests/bench/paragraph_order/stories");
  REQUIRE(stories.size() >= 5);
  double restored = 0, baseline = 0;
  for (const bench::Story& story : stories) {
    const bench::Score score = bench::measure(story, 20);
    INFO(story.name << ": baseline " << score.baseline << ", restored " << score.restored);
    CHECK(score.restored > score.baseline - 0.2);
    restored += score.restored;
    baseline += score.baseline;
  }
  CHECK(restored > baseline);
}
