#include "analyse/speech/speech_texts.hpp"

#include <array>
#include <chrono>
#include <vector>

#include "deadline_watch.hpp"
#include "side_by_side.hpp"
#include "speech_support.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

/// Two texts of which one quotes somebody, and what borrows from them.
struct Texts {
  Vocabulary vocabulary;
  Document source = test::document("The mayor said the bridge is safe.\n\nNobody was hurt.", "source");
  Document target = test::document("\"The bridge is safe,\" the mayor said on Monday.", "target");
  std::array<const Document*, 2> documents{&source, &target};
  std::vector<NormalizedDocument> normalized = run_pipeline(documents, {});
  std::vector<Segments> segments = segment(normalized, vocabulary, {}, 1);
  AlignmentSet none;
  AnalysisInput input{documents, normalized, segments, &none, &vocabulary};
};

}  // namespace

TEST_CASE("what speech analyses share is made once, whoever asks first") {
  const Texts texts;
  const SpeechTexts speech(texts.input);
  std::array<const void*, 8> seen{};
  run_side_by_side(4, seen.size(), [&](std::size_t i) {
    seen[i] = i % 2 == 0 ? static_cast<const void*>(speech.frames().data()) : &speech.words();
  });
  REQUIRE(speech.frames().size() == 2);
  CHECK(speech.frames()[0].size() == texts.segments[0].sentences.size());
  CHECK_FALSE(speech.frames()[1].front().frames.empty());
  CHECK(speech.contained().empty());
  for (std::size_t i = 0; i < seen.size(); ++i)
    CHECK(seen[i] == (i % 2 == 0 ? static_cast<const void*>(speech.frames().data()) : &speech.words()));
}

TEST_CASE("what was not made in time can be asked for again") {
  const Texts texts;
  const SpeechTexts speech(texts.input);
  {
    const Deadline passed = Deadline::in(std::chrono::milliseconds(0));
    const DeadlineWatch watch(passed);
    CHECK_THROWS_AS(speech.frames(), DeadlinePassed);
  }
  CHECK(speech.frames().size() == 2);
}
