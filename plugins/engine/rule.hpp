/// \file rule.hpp
/// Rules as data: what a text may hold that is no story text, and when it is safe to say so.
///
/// The words are those of the file format `storydiff-rules/1`, described in core/doc/rules.md.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pattern.hpp"

namespace storydiff::rules {

/// What a pattern must match.
enum class Place : std::uint8_t {
  kLine,            ///< all of one line
  kBlock,           ///< all of a run of lines that wrap one sentence or title and that no rule has claimed
  kParagraph,       ///< all of one paragraph
  kParagraphStart,  ///< how a paragraph begins
  kParagraphEnd,    ///< how a paragraph ends
};

/// Where in the text a rule may act.
enum class Zone : std::uint8_t {
  kAny,
  kHead,   ///< above the first paragraph of the story
  kTail,   ///< below the last one
  kEdges,  ///< head or tail
};

/// Rules that a condition names, by id or by role.
struct RuleNames {
  std::vector<bool> rules;  ///< for each rule of the set; empty: the condition was not given
  bool title = false;       ///< "title": a short line that is no sentence and that no rule has claimed

  [[nodiscard]] bool given() const { return !rules.empty(); }
};

/// All of these must hold.
struct Conditions {
  RuleNames previous;              ///< the line above was claimed by one of these
  RuleNames next;                  ///< the line below is claimed by one of these, or looks like it
  RuleNames above;                 ///< somewhere above in this zone
  RuleNames below;                 ///< somewhere below in this zone, the dateline that ends the head included
  RuleNames anywhere;              ///< somewhere in the text
  RuleNames absent;                ///< nowhere in the text so far
  RuleNames same_name;             ///< the group `name` equals that of a claim of one of these
  bool first = false;              ///< no story text above
  bool unique = false;             ///< the pattern matches at one place of the text only
  bool between_sentences = false;  ///< the line above ends a sentence of the story, the line below starts one
  bool unannounced = false;        ///< no colon or comma above says that the story goes on here
};

struct Rule {
  std::string id;
  std::string role;
  Place place = Place::kLine;
  Zone zone = Zone::kAny;
  Pattern pattern;              ///< lists and fragments filled in
  std::vector<Pattern> unless;  ///< what must not match the same bytes
  std::uint32_t max_bytes = 0;  ///< longer lines, blocks or paragraphs are not tried
  bool joins = false;           ///< a sentence may run on over it: it goes with the line breaks around it
  bool late = false;            ///< tried only when the rules that are not find nothing more
  Conditions when;
};

/// The rules of some files, ready to use. Immutable; the rules stand in the order of the files, which
/// is the order in which they claim lines.
struct RuleSet {
  std::vector<Rule> rules;
  PatternSet line_patterns{Anchor::kWhole};              ///< rules of Zone::kAny and Place::kLine
  PatternSet paragraph_patterns{Anchor::kWhole};         ///< ... Place::kParagraph
  PatternSet paragraph_start_patterns{Anchor::kPrefix};  ///< ... Place::kParagraphStart
  PatternSet paragraph_end_patterns{Anchor::kWhole};     ///< ... Place::kParagraphEnd
  std::uint32_t line_max_bytes = 0;                      ///< the largest `max_bytes` among those
  std::uint32_t paragraph_max_bytes = 0;
  std::shared_ptr<const void> storage;  ///< keeps what the patterns borrow
};

}  // namespace storydiff::rules
