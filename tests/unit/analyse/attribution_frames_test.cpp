#include "analyse/speech/attribution_frames.hpp"

#include <string>
#include <vector>

#include "speech_support.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

/// "speaker | verb" of every frame of a text, sentence after sentence.
std::vector<std::string> frames_of(const std::string& text) {
  Vocabulary vocabulary;
  const Document document = test::document(text);
  const Segments segments = test::segments_of(document, vocabulary);
  const SpeechWords words(vocabulary);
  std::vector<std::string> found;
  for (const SentenceFrames& sentence : read_document_frames(segments, words))
    for (const AttributionFrame& frame : sentence.frames)
      found.push_back(sentence.words.text(frame.speaker) + " | " + sentence.words.text(frame.verb));
  return found;
}

struct Row {
  const char* text;
  std::vector<std::string> frames;
};

const Row kRows[] = {
    // X said ...
    {"The mayor said that the bridge would reopen in May.", {"The mayor | said"}},
    {"Ana Ruiz said the bridge would reopen in May.", {"Ana Ruiz | said"}},
    {"Ruiz, who runs the port, said traffic had doubled.", {"Ruiz | said"}},
    {"Lena Holm, a former judge, has said she will not stand again.", {"Lena Holm | has said"}},
    {"The World Anti-Doping Agency (WADA) said it had opened a case.", {"The World Anti-Doping Agency | said"}},
    {"In a statement, the airline said all flights were on time.", {"the airline | said"}},
    {"Doctors from Oslo and the Red Cross said the ward was full.", {"Doctors from Oslo and the Red Cross | said"}},
    {"Smith told the committee that he had seen nothing.", {"Smith | told"}},
    {"The lawyer insisted her client was abroad that night.", {"The lawyer | insisted"}},
    {"The club later admitted that the transfer had failed.", {"The club | admitted"}},
    {"The minister promised to resign if the vote was lost.", {"The minister | promised"}},
    {"The coach urged his players to stay calm.", {"The coach | urged"}},
    {"The bank denied any wrongdoing.", {"The bank | denied"}},
    {"The governor pointed out that crime had fallen.", {"The governor | pointed out"}},
    // ..., X said
    {"Profits fell by a third, the company said.", {"the company | said"}},
    {"Profits fell by a third, the company said in a filing on Friday.", {"the company | said"}},
    {"Profits fell by a third, its chairman, Otto Kern, said.", {"its chairman | said"}},
    {"\"We were robbed,\" he told reporters.", {"he | told"}},
    {"\"We were robbed,\" the captain fumed.", {"the captain | fumed"}},
    {"The ash will clear by Sunday, forecasters predicted.", {"forecasters | predicted"}},
    {"Coffee drinkers live longer, a study published in the Lancet found.",
     {"a study published in the Lancet | found"}},
    // ..., said X
    {"\"We were robbed,\" said Ana Ruiz, who runs the port.", {"Ana Ruiz | said"}},
    {"“It was over in seconds,” recalled Jo March, a nurse.", {"Jo March | recalled"}},
    {"The vaccine is safe, said Tom Bell, the health secretary.", {"Tom Bell | said"}},
    {"\"Never again\", said the pilot.", {"the pilot | said"}},
    // phrases
    {"According to police, two men ran away.", {"police | According to"}},
    {"Two men ran away, according to the latest police report.", {"the latest police report | according to"}},
    {"The deal is dead, in the view of Moritz Adler.", {"Moritz Adler | the view of"}},
    {"The suspect is said to have fled to Peru.", {" | is said to"}},
    {"The suspect reportedly fled to Peru.", {" | reportedly"}},
    {"He was quoted as saying the plant would close.", {"He | was quoted as saying"}},
    {"It was announced that the plant would close.", {" | was announced"}},
    // several
    {"The court fined the firm and said it had lied.", {"The court | said"}},
    {"The mayor said the road was safe, adding that it would be watched.", {"The mayor | said", "The mayor | adding"}},
    {"\"Stay home,\" she said, \"and drink.\"", {"she | said"}},
    {"The union, which complains that wages are low, meets on Monday.", {"The union | complains"}},
    // none
    {"The storm claimed 148 lives.", {}},
    {"The hospital admitted 12 patients on Friday.", {}},
    {"The court ordered a review of the sentence.", {}},
    {"The president called a general election.", {}},
    {"He had nothing to say.", {}},
    {"The company did not say when it would reopen.", {}},
    {"\"They told us in May and I said no.\"", {}},
    {"The team found a new coach in Lisbon.", {}},
    {"", {}},
};

}  // namespace

TEST_CASE("attribution frames of single sentences") {
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(frames_of(row.text) == row.frames);
  }
}
