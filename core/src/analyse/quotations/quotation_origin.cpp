#include "analyse/quotations/quotation_origin.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "analyse/quotations/indirect_speech.hpp"

namespace storydiff {
namespace {

// How much of a quotation a source must have before it counts as its origin; all are shares, 0..1. Two stories of one
// event that were written apart share less; see `core/doc/analysis.md`.
constexpr double kSpeechShare = .5;           ///< of its weight, inside marks
constexpr double kSpeechContent = .5;         ///< of its content words, inside marks, where no link helps
constexpr std::uint32_t kLongRun = 5;         ///< so many words in a row are no chance ...
constexpr double kLongRunShare = .3;          ///< ... where they are this much of it
constexpr std::uint32_t kWholeQuotation = 4;  ///< words of a quotation that is held whole, whatever stands around it
constexpr double kProseLinked = .5;           ///< of its content words, in a linked sentence without marks
constexpr double kProseAnywhere = .6;         ///< ... anywhere else
constexpr std::uint32_t kProseWords = 3;      ///< and at least so many
constexpr double kProseAhead = .15;           ///< prose is the origin where it has so much more than speech
constexpr double kParaphrase = .35;           ///< support in a linked sentence (see indirect_speech.hpp)
constexpr double kExplained = .3;    ///< so little of that sentence stands around the quotation: the link is its own
constexpr double kNearEnough = .05;  ///< score of a nearest miss that stands in the very place
constexpr std::size_t kMostLinks = 8;
constexpr std::size_t kFirstPart = 3;        ///< words before an omission that are searched for apart
constexpr std::uint32_t kMostOmitted = 100;  ///< words that an omission may stand for, where its sentence has no link

}  // namespace

std::string_view to_string(QuotationStatus status) {
  constexpr std::string_view kWords[] = {"exact", "truncated", "extended", "altered", "from-indirect", "unsupported"};
  return kWords[static_cast<std::size_t>(status)];
}

bool better(const Origin& a, const Origin& b) {
  if (a.status != b.status) return a.status < b.status;
  if (a.share != b.share) return a.share > b.share;
  return a.reading && b.reading && a.reading->cuts.size() < b.reading->cuts.size();
}

OriginFinder::OriginFinder(const SpokenText& target, const SpokenText& source, std::uint32_t document,
                           const AlignmentSet& alignment, const SentenceLinks& target_links,
                           const Vocabulary& vocabulary)
    : target_(target),
      source_(source),
      document_(document),
      alignments_(alignment.alignments),
      target_links_(target_links),
      vocabulary_(vocabulary),
      search_(source, target),
      nearest_(target.segments->sentences.size()),
      omitted_(source.segments->sentences.size()),
      quotes_(source.segments->sentences.size()) {
  for (const SpokenWord& word : source.spoken) quotes_[word.sentence] = true;
  for (const Unlinked& unlinked : alignment.unmatched)
    if (unlinked.nearest) nearest_[unlinked.sentence] = &*unlinked.nearest;
  for (const Unlinked& unlinked : alignment.omitted)
    if (unlinked.document == document) omitted_[unlinked.sentence] = true;
}

std::vector<std::uint32_t> OriginFinder::linked_sentences(const Piece& piece) const {
  std::vector<std::uint32_t> sentences;
  for (std::uint32_t s = piece.words.front().sentence; s <= piece.words.back().sentence; ++s)
    for (const std::uint32_t a : target_links_[s])
      if (alignments_[a].source_document == document_)
        for (const std::uint32_t sentence : alignments_[a].source_sentences) sentences.push_back(sentence);
  std::sort(sentences.begin(), sentences.end());
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  if (sentences.size() > kMostLinks) sentences.resize(kMostLinks);
  return sentences;
}

std::vector<OriginFinder::Place> OriginFinder::expected_places(const Piece& piece, bool in_speech) const {
  std::vector<Place> places;
  const auto reach = static_cast<std::uint32_t>(piece.words.size()) + 8;
  const auto all = static_cast<std::uint32_t>(in_speech ? source_.spoken.size() : source_.words.size());
  if (in_speech && piece.after < all)
    places.push_back({{piece.after, std::min(all, piece.after + reach + kMostOmitted)}, true});
  for (const std::uint32_t sentence : linked_sentences(piece)) {
    WordRange range{source_.sentence_words[sentence], source_.sentence_words[sentence + 1]};
    if (range.size() > 4 * kPieceWords) continue;
    if (in_speech) {
      while (range.begin < range.end && source_.words[range.begin].spoken == kNowhere) ++range.begin;
      while (range.begin < range.end && source_.words[range.end - 1].spoken == kNowhere) --range.end;
      if (range.size() > 0) range = {source_.words[range.begin].spoken, source_.words[range.end - 1].spoken + 1};
    }
    if (range.size() == 0) continue;
    places.push_back({{range.begin > reach ? range.begin - reach : 0, std::min(all, range.end + reach)}, true});
  }
  return places;
}

/// The best fit that `enough` accepts: where the piece is expected, then, unless every word was found there in one run,
/// anywhere.
template <typename Enough>
std::optional<OriginFinder::Best> OriginFinder::best_fit(const Piece& piece, Likeness likeness, Enough enough) const {
  const bool in_speech = likeness == Likeness::kSpeech;
  const std::span<const SpokenWord> words = in_speech ? source_.spoken : source_.words;
  std::optional<Best> best;
  const auto consider = [&](const Place& place) {
    Fit found = fitter_.fit(piece.words, words.subspan(place.range.begin, place.range.size()), likeness);
    if (found.pairs.empty() || (best && found.score <= best->fit.score) || !enough(place, found)) return;
    best = Best{place, std::move(found)};
  };
  for (const Place& place : expected_places(piece, in_speech)) consider(place);
  if (best && best->fit.longest == piece.words.size()) return best;
  for (const WordRange range : search_.places(piece.words, in_speech)) consider({range, false});
  return best;
}

/// Whether the piece has some quotation of the source from its first to its last word.
bool OriginFinder::holds_quotation(const Place& place, const Fit& fit) const {
  const std::vector<SpokenWord>& spoken = source_.spoken;
  const std::uint32_t end = place.range.begin + fit.longest_end;
  if (fit.longest == 0 || (end < spoken.size() && spoken[end].quotation == spoken[end - 1].quotation)) return false;
  return source_.quotation_words[spoken[end - 1].quotation].size() <= fit.longest;
}

Origin OriginFinder::in_speech(const Piece& piece) const {
  const auto best = best_fit(piece, Likeness::kSpeech, [&](const Place& place, const Fit& found) {
    const double content = piece.content > 0 ? static_cast<double>(found.content) / piece.content : found.share;
    bool enough = found.share >= kSpeechShare && (place.linked || content >= kSpeechContent);
    enough = enough || (found.longest >= kLongRun && found.share >= kLongRunShare);
    const bool holds = holds_quotation(place, found);
    if (piece.content < 2 || found.content < 2) {
      // A word or two are no evidence, unless they are all that is quoted, or the sentences belong together.
      const bool all = found.share == 1;
      enough = enough && ((all && (piece.words.size() >= 4 || (holds && found.longest == piece.words.size()))) ||
                          (place.linked && (all || found.content > 0)));
    } else {
      enough = enough || (holds && found.longest >= kWholeQuotation);
    }
    return enough;
  });
  Origin origin;
  if (!best) return origin;
  origin.reading =
      read_quotation(target_, piece.words, source_, best->place.range, best->fit, piece.edges, vocabulary_);
  if (!origin.reading) return origin;
  switch (origin.reading->status) {
    case Reading::Status::kExact:
      origin.status = QuotationStatus::kExact;
      break;
    case Reading::Status::kExtended:
      origin.status = QuotationStatus::kExtended;
      break;
    case Reading::Status::kAltered:
      origin.status = QuotationStatus::kAltered;
      break;
  }
  origin.share = best->fit.share;
  origin.from = origin.reading->from;
  origin.to = origin.reading->to;
  const WordRange spoken = origin.reading->spoken;
  origin.words = {source_.spoken[spoken.begin].place, source_.spoken[spoken.end - 1].place + 1};
  return origin;
}

Origin OriginFinder::in_prose(const Piece& piece) const {
  const auto best = best_fit(piece, Likeness::kReported, [&](const Place& place, const Fit& found) {
    if (found.content == 0) return false;
    const double content = static_cast<double>(found.content) / piece.content;
    const std::uint32_t length = found.pairs.back().source - found.pairs.front().source + 1;
    const bool dense = length <= 2 * piece.words.size() + 4;
    bool enough = content >= kProseAnywhere && found.content >= kProseWords;
    if (place.linked) enough = content >= kProseLinked && (found.content >= 2 || found.share >= kProseAnywhere);
    return enough && dense;
  });
  Origin origin;
  if (!best) return origin;
  std::uint32_t quoted = 0, plain = 0;  // content words that the source has inside marks, and outside
  std::uint32_t first_quoted = kNowhere, last_quoted = 0;
  bool same = best->fit.pairs.size() == piece.words.size();
  for (const FitPair& pair : best->fit.pairs) {
    const SpokenWord& word = source_.words[best->place.range.begin + pair.source];
    if (word.content) ++(word.quotation == kNowhere ? plain : quoted);
    if (word.quotation != kNowhere) {
      first_quoted = std::min(first_quoted, word.place);
      last_quoted = word.place;
    }
    same = same && pair.same;
  }
  if (plain == 0 || (!same && quoted > plain)) return origin;
  origin.status = same && quoted > 0 ? QuotationStatus::kExtended : QuotationStatus::kFromIndirect;
  if (origin.status == QuotationStatus::kExtended) {
    origin.from = source_.text(source_.words[first_quoted], source_.words[last_quoted]);
    origin.to = target_.text(piece.words.front(), piece.words.back());
  }
  origin.share = best->fit.share;
  origin.words = {best->place.range.begin + best->fit.pairs.front().source,
                  best->place.range.begin + best->fit.pairs.back().source + 1};
  return origin;
}

/// Other words altogether; what the sentences are linked by must be the quotation, for nothing else is there.
Origin OriginFinder::in_paraphrase(const Piece& piece) const {
  Origin origin;
  std::vector<SpokenWord> outside;  // of the quotation's sentences
  const std::uint32_t first = piece.words.front().place, last = piece.words.back().place;
  const std::uint32_t begin =
      std::max(target_.sentence_words[piece.words.front().sentence], first - std::min(first, kPieceWords));
  const std::uint32_t end = std::min(target_.sentence_words[piece.words.back().sentence + 1], last + kPieceWords);
  for (std::uint32_t i = begin; i < end; ++i)
    if (target_.words[i].quotation == kNowhere) outside.push_back(target_.words[i]);
  std::vector<std::uint32_t> sentences = linked_sentences(piece);
  if (sentences.empty()) sentences = sentence_in_place(piece);
  for (const std::uint32_t sentence : sentences) {
    const WordRange range{source_.sentence_words[sentence], source_.sentence_words[sentence + 1]};
    if (range.size() == 0 || range.size() > kPieceWords) continue;
    const auto words = std::span(source_.words).subspan(range.begin, range.size());
    const bool quotes = quotes_[sentence];
    const double found = support(piece.words, words, vocabulary_);
    const bool enough =
        (found >= kParaphrase && piece.content >= 2) || (!quotes && support(words, outside, vocabulary_) < kExplained);
    if (!enough || (origin.words && found <= origin.share)) continue;
    origin.status = quotes ? QuotationStatus::kAltered : QuotationStatus::kFromIndirect;
    origin.share = found;
    origin.words = range;
  }
  return origin;
}

/// The one sentence that may be meant where nothing is linked: it is the nearest miss, nothing else in the target was
/// made of it, it follows (or comes before) what the sentence next to the quotation's was made of, and it has no marks.
std::vector<std::uint32_t> OriginFinder::sentence_in_place(const Piece& piece) const {
  const std::uint32_t t = piece.words.front().sentence;
  const NearestMiss* near = nearest_[t];
  if (near == nullptr || near->document != document_ || near->score < kNearEnough) return {};
  const std::uint32_t s = near->sentence;
  if (!omitted_[s]) return {};
  const auto follows = [&](std::uint32_t target, std::uint32_t source) {
    for (const std::uint32_t a : target_links_[target]) {
      const auto& sentences = alignments_[a].source_sentences;
      if (alignments_[a].source_document == document_ &&
          std::find(sentences.begin(), sentences.end(), source) != sentences.end())
        return true;
    }
    return false;
  };
  const bool after = t > 0 && s > 0 && follows(t - 1, s - 1);
  const bool before = t + 1 < target_links_.size() && follows(t + 1, s + 1);
  if (quotes_[s] || (!after && !before)) return {};
  return {s};
}

Origin OriginFinder::find(const Piece& piece) const {
  Origin speech = in_speech(piece);
  if (speech.status == QuotationStatus::kExact) return speech;
  Origin prose = in_prose(piece);
  const bool has_speech = speech.status != QuotationStatus::kUnsupported;
  const bool has_prose = prose.status != QuotationStatus::kUnsupported;
  if (has_prose && (!has_speech || prose.share > speech.share + kProseAhead)) return prose;
  return has_speech ? speech : in_paraphrase(piece);
}

/// Cut where the quotation marks an omission, for its parts may stand far from each other, and where it is very long.
std::vector<OriginFinder::Piece> OriginFinder::pieces_of(std::uint32_t quotation) const {
  const WordRange range = target_.quotation_words[quotation];
  const auto words = std::span(target_.words).subspan(range.begin, range.size());
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = std::min<std::size_t>(at + kPieceWords, words.size());
    for (std::size_t i = at + (at == 0 ? kFirstPart : 1); i < end; ++i) {
      if (!words[i].after_omission) continue;
      end = i;
      break;
    }
    Piece piece;
    piece.words = words.subspan(at, end - at);
    for (const SpokenWord& word : piece.words) piece.content += word.content ? 1U : 0U;
    piece.edges.front = at == 0;
    piece.edges.back = end == words.size();
    piece.edges.unclosed = piece.edges.back && target_.quotations[quotation].unclosed;
    piece.edges.omission_follows =
        piece.edges.back && range.end < target_.words.size() && target_.words[range.end].after_omission;
    pieces.push_back(piece);
    at = end;
  }
  return pieces;
}

Origin OriginFinder::find(std::uint32_t quotation) const {
  Origin whole;
  bool first = true;
  for (Piece& piece : pieces_of(quotation)) {
    if (whole.reading) piece.after = whole.reading->spoken.end;
    Origin origin = find(piece);
    if (first) {
      whole = std::move(origin);
      first = false;
      continue;
    }
    // The worst piece speaks for all; the counterpart is what holds all of theirs.
    if (better(whole, origin)) {
      whole.status = origin.status;
      whole.share = origin.share;
    }
    if (!origin.from.empty() || !origin.to.empty()) {
      whole.from += (whole.from.empty() ? "" : " ... ") + origin.from;
      whole.to += (whole.to.empty() ? "" : " ... ") + origin.to;
    }
    if (whole.words && origin.words)
      whole.words = {std::min(whole.words->begin, origin.words->begin), std::max(whole.words->end, origin.words->end)};
    if (!whole.reading || !origin.reading) continue;
    const WordRange before = whole.reading->spoken, after = origin.reading->spoken;
    if (piece.words.front().after_omission && before.end < after.begin && after.begin - before.end < kPieceWords)
      whole.reading->omitted.push_back({before.end, after.begin});
    whole.reading->spoken = {std::min(before.begin, after.begin), std::max(before.end, after.end)};
    for (const WordRange cut : origin.reading->cuts) whole.reading->cuts.push_back(cut);
    for (const WordRange cut : origin.reading->omitted) whole.reading->omitted.push_back(cut);
  }
  whole.document = document_;
  if (whole.status == QuotationStatus::kUnsupported) whole.words.reset();
  return whole;
}

}  // namespace storydiff
