#include "analyse/word_edits.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/plain_segments.hpp"

using namespace storydiff;

namespace {

std::string text_of(const std::vector<std::string>& sentences) {
  std::string text;
  for (const auto& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
  return text;
}

/// "replace:number '14,000'>'fourteen thousand'": the readable form of an edit.
std::vector<std::string> edits_of(const std::vector<std::string>& source, const std::vector<std::string>& target) {
  Vocabulary vocabulary;
  const Segments s = test::plain_segments(source, vocabulary);
  const Segments t = test::plain_segments(target, vocabulary);
  Alignment alignment;
  for (std::uint32_t i = 0; i < source.size(); ++i) alignment.source_sentences.push_back(i);
  for (std::uint32_t i = 0; i < target.size(); ++i) alignment.target_sentences.push_back(i);
  std::vector<std::string> described;
  for (const WordEdit& edit : word_edits(alignment, s, t, vocabulary).edits) {
    const auto side = [](const std::optional<Span>& span, const std::string& text) {
      return span ? "'" + text.substr(span->begin, span->size()) + "'" : std::string("-");
    };
    described.push_back(std::string(to_string(edit.op)) + ":" + std::string(to_string(edit.equivalence)) + " " +
                        side(edit.source, text_of(source)) + ">" + side(edit.target, text_of(target)));
  }
  return described;
}

struct Row {
  const char* name;
  std::vector<std::string> source;
  std::vector<std::string> target;
  std::vector<std::string> edits;
};

const Row kRows[] = {
    {"equal", {"Rain fell."}, {"Rain fell."}, {"equal:exact 'Rain fell.'>'Rain fell.'"}},
    {"replaced", {"Rain fell."}, {"Snow fell."}, {"replace:none 'Rain'>'Snow'", "equal:exact 'fell.'>'fell.'"}},
    {"inserted and deleted",
     {"Some rain fell at noon."},
     {"Rain fell at high noon."},
     {"delete:none 'Some'>-", "equal:case 'rain'>'Rain'", "equal:exact 'fell at'>'fell at'", "insert:none ->'high'",
      "equal:exact 'noon.'>'noon.'"}},
    {"typography, case and spelling are the same word",
     {"the captain's colour"},
     {"The captain’s color"},
     {"equal:case 'the'>'The'", "equal:typography 'captain's'>'captain’s'", "equal:spelling 'colour'>'color'"}},
    {"another number form is the same number",
     {"fourteen dead"},
     {"14 dead"},
     {"equal:number 'fourteen'>'14'", "equal:exact 'dead'>'dead'"}},
    {"another inflection is a change of the word",
     {"He takes it"},
     {"He taking it"},
     {"equal:exact 'He'>'He'", "replace:inflection 'takes'>'taking'", "equal:exact 'it'>'it'"}},
    {"runs end with their sentences",
     {"Rain fell.", "Snow came."},
     {"Rain fell.", "Snow came."},
     {"equal:exact 'Rain fell.'>'Rain fell.'", "equal:exact 'Snow came.'>'Snow came.'"}},
    {"a split: what only one side has is cut at its sentences",
     {"One two."},
     {"Three.", "Four five."},
     {"replace:none 'One two'>'Three.'", "insert:none ->'Four five'", "equal:exact '.'>'.'"}},
    {"empty against text", {"_"}, {"Rain."}, {"replace:none '_'>'Rain.'"}},
};

}  // namespace

TEST_CASE("word edits and their equivalence") {
  for (const Row& row : kRows) {
    INFO(row.name);
    CHECK(edits_of(row.source, row.target) == row.edits);
  }
}

TEST_CASE("edits cover every token of both sides once, in order") {
  const std::vector<std::string> source = {"The old bridge over the Lind was closed on Monday.", "Nobody knew why."};
  const std::vector<std::string> target = {"On Monday the bridge over the river Lind closed, nobody knew why."};
  Vocabulary vocabulary;
  const Segments s = test::plain_segments(source, vocabulary);
  const Segments t = test::plain_segments(target, vocabulary);
  Alignment alignment;
  alignment.source_sentences = {0, 1};
  alignment.target_sentences = {0};
  Offset source_at = 0;
  Offset target_at = 0;
  std::uint32_t source_words = 0;
  std::uint32_t target_words = 0;
  for (const WordEdit& edit : word_edits(alignment, s, t, vocabulary).edits) {
    if (edit.source) {
      CHECK(edit.source->begin >= source_at);
      source_at = edit.source->end;
    }
    if (edit.target) {
      CHECK(edit.target->begin >= target_at);
      target_at = edit.target->end;
    }
    source_words += edit.source_words;
    target_words += edit.target_words;
  }
  CHECK(source_words == 13);
  CHECK(target_words == 12);
}
