#include <string>
#include <vector>

#include "storydiff/analysis.hpp"
#include "support/catch.hpp"
#include "support/plain_segments.hpp"

using namespace storydiff;
using Texts = std::vector<std::string>;

namespace {

/// Aligns and analyses plain sentences; `source_furniture` is what a normalizer dropped there.
Analysis analyse_texts(const Texts& source, const Texts& target, const std::string& source_furniture = "",
                       const std::string& target_text = "") {
  Vocabulary vocabulary;
  const Segments segments[] = {test::plain_segments(source, vocabulary), test::plain_segments(target, vocabulary)};
  const AlignmentSet alignment = align({segments, 1}, segments[1], vocabulary);
  NormalizedDocument normalized[2];
  if (!source_furniture.empty()) {
    normalized[0].plugins.resize(1);
    LedgerEntry entry;
    entry.role = "dateline";
    entry.text = source_furniture;
    normalized[0].ledger.push_back(entry);
  }
  // What names an agency stands behind the sentences, whose spans start at 0.
  Document documents[2];
  for (const std::string& sentence : source) documents[0].text += sentence + " ";
  for (const std::string& sentence : target) documents[1].text += sentence + " ";
  for (std::size_t i = 0; i < 2; ++i) normalized[i].text = documents[i].text;
  documents[1].text += target_text;
  const Document* pointers[] = {&documents[0], &documents[1]};
  return analyse({pointers, normalized, segments, &alignment, &vocabulary});
}

const Texts kStory = {"The ferry sank off Korvik on Monday.", "Divers found the engine room flooded to the ceiling.",
                      "The owner, Halmar Lines, declined to speak."};

}  // namespace

TEST_CASE("the same text is wholly derived") {
  const Analysis a = analyse_texts(kStory, kStory);
  CHECK(a.summary.derivation == Summary::Class::kWhollyDerived);
  CHECK(a.summary.target_words == 23);
  CHECK(a.summary.verbatim_words == 23);
  CHECK(a.summary.new_words == 0);
  CHECK(a.summary.source_coverage == 1.0);
  CHECK(a.summary.longest_verbatim_words == 23);
}

TEST_CASE("two empty texts") {
  const Analysis a = analyse_texts({}, {});
  CHECK(a.summary.derivation == Summary::Class::kNonDerived);
  CHECK(a.summary.source_coverage == 0.0);
}

TEST_CASE("every target word is counted under exactly one relation") {
  Texts target = kStory;
  target[1] = "By evening divers had found the engine room flooded to the ceiling.";
  target.push_back("Apples are cheap this autumn.");
  const Analysis a = analyse_texts(kStory, target);
  CHECK(a.summary.edited_words == 12);
  CHECK(a.summary.new_words == 5);
  CHECK(a.summary.verbatim_words + a.summary.edited_words + a.summary.paraphrase_words + a.summary.new_words ==
        a.summary.target_words);
}

TEST_CASE("a text on another matter is not derived") {
  const Analysis a = analyse_texts(kStory, {"Apples are cheap this autumn.", "Prices may rise before winter."});
  CHECK(a.summary.derivation == Summary::Class::kNonDerived);
}

TEST_CASE("credit is asked for only where the source's furniture names an agency") {
  CHECK_FALSE(analyse_texts(kStory, kStory).summary.credited.has_value());
  CHECK(analyse_texts(kStory, kStory, "KORVIK (AP) —", "as the Associated Press reported").summary.credited == true);
  CHECK(analyse_texts(kStory, kStory, "KORVIK (AP) —", "as Reuters reported").summary.credited == false);
  CHECK(analyse_texts(kStory, kStory, "KORVIK (AP) —", "as Reuters reported").summary.agency == "AP");
  CHECK(analyse_texts(kStory, kStory).summary.agency.empty());
  const Texts other = {"Apples are cheap this autumn.", "Prices may rise before winter."};
  CHECK_FALSE(analyse_texts(kStory, other, "KORVIK (AP) —", "").summary.credited.has_value());
}
