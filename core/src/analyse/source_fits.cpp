#include "analyse/source_fits.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "deadline_watch.hpp"

namespace storydiff {
namespace {

constexpr std::size_t kRun = 4;             // words in a row that are hardly shared by chance
constexpr std::size_t kMostSentences = 64;  // that a word may nominate

using Stems = std::unordered_set<KeyId>;

std::uint64_t run_hash(std::span<const KeyId> keys) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const KeyId key : keys) hash = (hash ^ key) * 0x100000001B3U;
  return hash;
}

/// The words of one sentence, punctuation left out.
struct Words {
  std::vector<KeyId> cased;  ///< keys on the rung `case`
  std::vector<KeyId> stems;  ///< of content words, each once
  std::vector<Span> places;  ///< original, parallel to `cased`

  Words(const Segments& segments, const Sentence& sentence, const Vocabulary& vocabulary) {
    for (const Token& token : segments.tokens_of(sentence)) {
      const Word& word = vocabulary[token.word];
      if (word.kind == WordKind::kPunctuation) continue;
      cased.push_back(word.keys[static_cast<std::size_t>(Equivalence::kCase)]);
      places.push_back(segments.original_of(token));
      if (!word.function_word) stems.push_back(vocabulary.stem(token.word));
    }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  }
};

/// What is asked of a source.
class Source {
 public:
  Source(const Segments& segments, const Vocabulary& vocabulary) {
    for (std::uint32_t s = 0; s < segments.sentences.size(); ++s) {
      check_deadline();
      const Words words(segments, segments.sentences[s], vocabulary);
      for (std::size_t i = 0; i + kRun <= words.cased.size(); ++i)
        runs_.insert(run_hash(std::span(words.cased).subspan(i, kRun)));
      for (const KeyId stem : words.stems) holders_[stem].push_back(s);
      stems_.push_back(words.stems);
    }
  }

  /// Which words of a sentence stand in a run that this text has.
  [[nodiscard]] std::vector<bool> covered(const Words& words) const {
    std::vector<bool> result(words.cased.size(), false);
    for (std::size_t i = 0; i + kRun <= words.cased.size(); ++i)
      if (runs_.contains(run_hash(std::span(words.cased).subspan(i, kRun))))
        std::fill_n(result.begin() + static_cast<std::ptrdiff_t>(i), kRun, true);
    return result;
  }

  [[nodiscard]] bool has(KeyId stem) const { return holders_.contains(stem); }

  /// The stems of the sentences that were linked with a target sentence, and of the one that shares most with it.
  [[nodiscard]] Stems stems_near(const Words& words, const std::vector<std::uint32_t>& linked) const {
    std::unordered_map<std::uint32_t, std::uint32_t> shared;
    for (const KeyId stem : words.stems) {
      const auto found = holders_.find(stem);
      if (found == holders_.end() || found->second.size() > kMostSentences) continue;
      for (const std::uint32_t sentence : found->second) ++shared[sentence];
    }
    std::vector<std::uint32_t> near = linked;
    const auto best = std::max_element(shared.begin(), shared.end(), [](const auto& a, const auto& b) {
      return std::pair(a.second, b.first) < std::pair(b.second, a.first);  // of equals the first sentence
    });
    if (best != shared.end()) near.push_back(best->first);
    Stems stems;
    for (const std::uint32_t sentence : near) stems.insert(stems_[sentence].begin(), stems_[sentence].end());
    return stems;
  }

 private:
  std::unordered_set<std::uint64_t> runs_;
  std::unordered_map<KeyId, std::vector<std::uint32_t>> holders_;  ///< sentences by stem, ascending
  std::vector<std::vector<KeyId>> stems_;                          ///< by sentence
};

/// A list's entries by place.
std::vector<Span> spans_of(const std::vector<Change>& changes) {
  std::vector<Span> spans;
  for (const Change& change : changes)
    if (change.target) spans.push_back(*change.target);
  std::sort(spans.begin(), spans.end());
  return spans;
}

class Fitting {
 public:
  Fitting(const AnalysisInput& input, const Analysis& analysis)
      : input_(input), lists_{spans_of(analysis.figures), spans_of(analysis.names), spans_of(analysis.quotations)} {
    for (const Segments& segments : input.segments.first(input.segments.size() - 1))
      sources_.emplace_back(segments, *input.vocabulary);
  }

  std::vector<FittedSentence> fit() {
    const Segments& target = input_.segments.back();
    std::vector<std::vector<std::vector<std::uint32_t>>> linked(target.sentences.size());
    for (const Alignment& link : input_.alignment->alignments) {
      for (const std::uint32_t t : link.target_sentences) {
        linked[t].resize(sources_.size());
        auto& of_source = linked[t][link.source_document];
        of_source.insert(of_source.end(), link.source_sentences.begin(), link.source_sentences.end());
      }
    }
    std::vector<FittedSentence> result;
    for (std::uint32_t t = 0; t < linked.size(); ++t)
      if (!linked[t].empty()) result.push_back(fit(t, target, linked[t]));
    return result;
  }

 private:
  FittedSentence fit(std::uint32_t t, const Segments& target, const std::vector<std::vector<std::uint32_t>>& linked) {
    check_deadline();
    FittedSentence fitted;
    fitted.sentence = t;
    const Words words(target, target.sentences[t], *input_.vocabulary);
    std::vector<Stems> near;
    std::vector<std::vector<bool>> covered;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      near.push_back(sources_[i].stems_near(words, linked[i]));
      covered.push_back(sources_[i].covered(words));
      Fit fit;
      fit.stems = static_cast<std::uint32_t>(
          std::count_if(words.stems.begin(), words.stems.end(), [&](KeyId stem) { return near[i].contains(stem); }));
      fit.words = static_cast<std::uint32_t>(std::count(covered[i].begin(), covered[i].end(), true));
      fitted.fits.push_back(fit);
    }
    const Span place = target.sentences[t].original;
    std::set<std::string> said;
    for (std::size_t list = 0; list < lists_.size(); ++list) {
      const auto kind = static_cast<SharedFact::Kind>(list);
      auto span = std::lower_bound(lists_[list].begin(), lists_[list].end(), Span{place.begin, place.begin});
      for (; span != lists_[list].end() && span->begin < place.end; ++span) {
        SharedFact fact{kind, std::string(input_.documents.back()->slice(*span)), {}};
        if (!said.insert(fact.text).second) continue;
        for (std::size_t i = 0; i < sources_.size(); ++i)
          fact.in_source.push_back(has(i, kind, *span, target, target.sentences[t], words, near[i], covered[i]));
        fitted.facts.push_back(std::move(fact));
      }
    }
    return fitted;
  }

  /// Whether source `i` has the fact: a figure in the sentences near by, a name anywhere, a quotation in runs of words.
  [[nodiscard]] bool has(std::size_t i, SharedFact::Kind kind, Span span, const Segments& target,
                         const Sentence& sentence, const Words& words, const Stems& near,
                         const std::vector<bool>& covered) const {
    if (kind == SharedFact::Kind::kQuotation) {
      std::size_t count = 0;
      for (std::size_t w = 0; w < words.places.size(); ++w) {
        if (!span.contains(words.places[w])) continue;
        if (!covered[w]) return false;
        ++count;
      }
      return count >= kRun;
    }
    bool any = false;
    for (const Token& token : target.tokens_of(sentence)) {
      if (!span.contains(target.original_of(token))) continue;
      const Word& word = (*input_.vocabulary)[token.word];
      if (word.kind == WordKind::kPunctuation || word.function_word) continue;
      const KeyId stem = input_.vocabulary->stem(token.word);
      if (kind == SharedFact::Kind::kFigure ? !near.contains(stem) : !sources_[i].has(stem)) return false;
      any = true;
    }
    return any;
  }

  const AnalysisInput& input_;
  std::array<std::vector<Span>, 3> lists_;  ///< by `SharedFact::Kind`
  std::vector<Source> sources_;
};

}  // namespace

std::vector<FittedSentence> fit_sources(const AnalysisInput& input, const Analysis& analysis) {
  return Fitting(input, analysis).fit();
}

}  // namespace storydiff
