// paragraph_order_bench FOLDER... : how well lead-first puts shuffled stories back, story by story.

#include <cstdio>

#include "story_files.hpp"

int main(int argc, char** argv) {
  namespace bench = storydiff::paragraph_order::bench;
  constexpr std::uint32_t kSeeds = 20;
  std::printf("%-24s %10s %9s %9s %7s\n", "story", "paragraphs", "baseline", "restored", "intact");
  for (int i = 1; i < argc; ++i) {
    bench::Score mean;
    const auto stories = bench::read_stories(argv[i]);
    for (const auto& story : stories) {
      const bench::Score score = bench::measure(story, kSeeds);
      std::printf("%-24s %10zu %9.3f %9.3f %7.3f\n", story.name.c_str(), story.paragraphs.size(), score.baseline,
                  score.restored, score.intact);
      mean.baseline += score.baseline / static_cast<double>(stories.size());
      mean.restored += score.restored / static_cast<double>(stories.size());
      mean.intact += score.intact / static_cast<double>(stories.size());
    }
    std::printf("%-24s %10zu %9.3f %9.3f %7.3f\n", "mean", stories.size(), mean.baseline, mean.restored, mean.intact);
  }
  return 0;
}
