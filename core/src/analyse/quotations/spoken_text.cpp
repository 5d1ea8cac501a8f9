#include "analyse/quotations/spoken_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "analyse/quotations/speech_words.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

bool is_omission(std::string_view surface) {
  return surface.starts_with("..") || surface.starts_with("…") || surface == "[…]";
}

/// Sentences that wrap a line or hold runs of spaces read as one line.
void append_single_spaced(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) out.push_back(c);
    if (space && !out.empty() && out.back() != ' ') out.push_back(' ');
  }
}

}  // namespace

std::string SpokenText::text(const SpokenWord& first, const SpokenWord& last) const {
  std::string out;
  append_single_spaced(out, slice(document->text, {span_of(first).begin, span_of(last).end}));
  return out;
}

std::string SpokenText::speech(WordRange range) const {
  std::string out;
  for (std::uint32_t i = range.begin; i < range.end;) {
    std::uint32_t end = i + 1;
    while (end < range.end && spoken[end].quotation == spoken[i].quotation) ++end;
    if (!out.empty()) out.push_back(' ');
    out += text(spoken[i], spoken[end - 1]);
    i = end;
  }
  return out;
}

Span SpokenText::span_within_marks(WordRange range) const {
  const SpokenWord& first = words[range.begin];
  const SpokenWord& last = words[range.end - 1];
  Span span{span_of(first).begin, span_of(last).end};
  if (first.quotation != kNowhere && quotation_words[first.quotation].begin == range.begin)
    span.begin = quotations[first.quotation].span.begin;
  if (last.quotation == kNowhere) return span;
  const Offset end = quotations[last.quotation].span.end;
  if (quotation_words[last.quotation].end == range.end) span.end = end;
  while (span.end < end && std::string_view(".,!?").find(document->text[span.end]) != std::string_view::npos)
    ++span.end;
  return span;
}

bool SpokenText::joined(const SpokenWord& before, const SpokenWord& after) const {
  if (before.quotation == after.quotation) return true;
  if (paragraph_of(before) == paragraph_of(after)) return true;
  for (std::uint32_t q = before.quotation + 1; q <= after.quotation; ++q)
    if (quotations[q].level == 0 && !quotations[q].continues) return false;
  return true;
}

SpokenWord SpokenTextReader::make(WordId id, std::string_view key, std::string_view stem, bool content) {
  SpokenWord word;
  word.word = id;
  word.key = keys_.intern(key).id;
  word.stem = keys_.intern(stem).id;
  if (vocabulary_.language() == "en") {
    const SpeechFacts facts = speech_facts(key);
    word.traits = facts.traits;
    word.reported = facts.reported;
  }
  word.content = content;
  return word;
}

const SpokenTextReader::Facts& SpokenTextReader::facts(WordId id) {
  Facts& facts = facts_[id];
  if (facts.read) return facts;
  facts.read = true;
  const Word& word = vocabulary_[id];
  if (word.surface == ".")
    facts.mark = Mark::kPeriod;
  else if (is_omission(word.surface))
    facts.mark = Mark::kOmission;
  else if (word.surface == "[" || word.surface == "(")
    facts.mark = Mark::kOpens;
  else if (word.surface == "]" || word.surface == ")")
    facts.mark = Mark::kCloses;
  const std::string_view key = vocabulary_.key_text(word.keys[static_cast<std::size_t>(Equivalence::kNumber)]);
  const bool sign = word.kind == WordKind::kPunctuation && key != "percent";
  if (sign) return facts;
  const Expansion expansion = vocabulary_.language() == "en" ? expand_contraction(key) : Expansion{key, {}};
  if (expansion.second.empty()) {
    facts.words[facts.count++] = make(id, key, vocabulary_.key_text(vocabulary_.stem(id)), !word.function_word);
  } else {
    facts.words[facts.count++] = make(id, expansion.first, expansion.first, false);
    facts.words[facts.count++] = make(id, expansion.second, expansion.second, false);
  }
  if ((facts.words[0].traits & kFills) != 0) facts.count = 0;
  return facts;
}

std::vector<Quotation> read_quotations(const NormalizedDocument& document, const Segments& segments) {
  std::vector<Span> paragraphs;
  paragraphs.reserve(segments.paragraphs.size());
  for (const Paragraph& paragraph : segments.paragraphs) paragraphs.push_back(paragraph.span);
  std::vector<Quotation> quotations = find_quotations(document.text, paragraphs);
  std::erase_if(quotations, [](const Quotation& quotation) { return quotation.level > kDeepestLevel; });
  return quotations;
}

SpokenText SpokenTextReader::read(const NormalizedDocument& document, const Segments& segments,
                                  std::vector<Quotation> quotations) {
  SpokenText text;
  text.document = &document;
  text.segments = &segments;
  text.quotations = std::move(quotations);
  text.words.reserve(segments.tokens.size());
  text.sentence_words.reserve(segments.sentences.size() + 1);
  text.quotation_words.reserve(text.quotations.size());

  std::vector<std::uint32_t> first_word(segments.tokens.size() + 1);  // by token
  std::size_t outer = 0;                                              // the outermost quotation that ends last so far
  while (outer < text.quotations.size() && text.quotations[outer].level > 0) ++outer;
  std::uint32_t periods = 0;  // in a row
  bool omitted = false;
  for (std::uint32_t s = 0; s < segments.sentences.size(); ++s) {
    check_deadline();
    const Sentence& sentence = segments.sentences[s];
    text.sentence_words.push_back(static_cast<std::uint32_t>(text.words.size()));
    std::uint32_t depth = 0;
    for (std::uint32_t t = sentence.first_token; t < sentence.first_token + sentence.token_count; ++t) {
      first_word[t] = static_cast<std::uint32_t>(text.words.size());
      const Token& token = segments.tokens[t];
      const Facts& known = facts(token.word);
      periods = known.mark == Mark::kPeriod ? periods + 1 : 0;
      omitted = omitted || periods > 1 || known.mark == Mark::kOmission;
      if (known.mark == Mark::kOpens) ++depth;
      if (known.mark == Mark::kCloses && depth > 0) --depth;
      while (outer < text.quotations.size() &&
             (text.quotations[outer].level > 0 || text.quotations[outer].span.end <= token.span.begin))
        ++outer;
      const bool inside = outer < text.quotations.size() && text.quotations[outer].span.overlaps(token.span);
      for (std::uint32_t i = 0; i < known.count; ++i) {
        SpokenWord word = known.words[i];
        word.token = t;
        word.sentence = s;
        word.place = static_cast<std::uint32_t>(text.words.size());
        word.bracketed = depth > 0;
        word.after_omission = omitted;
        omitted = false;
        if (inside) {
          word.quotation = static_cast<std::uint32_t>(outer);
          word.spoken = static_cast<std::uint32_t>(text.spoken.size());
          text.spoken.push_back(word);
        }
        text.words.push_back(word);
      }
    }
  }
  const auto all = static_cast<std::uint32_t>(text.words.size());
  text.sentence_words.push_back(all);
  first_word[segments.tokens.size()] = all;

  for (const Quotation& quotation : text.quotations) {
    const auto begins_before = [](const Token& token, Offset at) { return token.span.begin < at; };
    const auto at = [&](Offset place) {
      const auto it = std::lower_bound(segments.tokens.begin(), segments.tokens.end(), place, begins_before);
      return first_word[static_cast<std::size_t>(it - segments.tokens.begin())];
    };
    text.quotation_words.push_back({at(quotation.span.begin), at(quotation.span.end)});
  }
  return text;
}

}  // namespace storydiff
