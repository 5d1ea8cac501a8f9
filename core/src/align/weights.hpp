/// \file weights.hpp
/// Every number that decides a link, in one place. What each means, and how it was fitted, is in
/// `core/doc/alignment.md`; nothing else in this folder holds a tuned number.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace storydiff {

/// The word model: score = 1 / (1 + exp(-(bias + sum of weights times features))), features in the
/// order of `word_feature_names`. Both sides have one weight wherever they can differ, so that swapping
/// the texts mirrors the links.
inline constexpr double kWordBias = -6.975;
inline constexpr std::array<double, 12> kWordWeights{0.260, -1.376, 2.694, 2.227, 4.013,  4.595,
                                                     1.537, 1.694,  2.087, 1.216, -2.133, 1.194};
/// The place model: the same features again, and those of `place_feature_names`.
inline constexpr double kPlaceBias = -8.734;
inline constexpr std::array<double, 12> kPlaceWordWeights{0.633, 0.421, 3.457, 1.908, 2.675,  1.733,
                                                          0.385, 2.664, 0.630, 1.386, -1.795, 1.529};
inline constexpr std::array<double, 13> kPlaceWeights{-2.723, 1.225,  1.503, 0.534, -1.499, 0.904, 2.199,
                                                      0.429,  -1.368, 2.431, 0.816, 0.802,  -4.319};

/// The word score of pairs that are equal word for word.
inline constexpr double kCertainWordScore = 0.99;
/// A sentence of which so many words, so large a share of the longer side, and among them so many content words
/// stand in the other in the same order is its copy: a link, with at least `kCopiedScore`, where no other is as like.
/// The place model does not say so: it has learned from texts in which few sentences left their place alone.
inline constexpr std::uint32_t kCopiedWords = 8;
inline constexpr double kCopiedSequence = 0.8;
inline constexpr std::uint32_t kCopiedContent = 3;
inline constexpr double kCopiedScore = 0.9;
/// To be the best of so many says more than to be the best of a story's two dozen, from which the model has learned. In
/// shorter texts a copy has so many words and content words in common (core/doc/alignment.md, Links).
inline constexpr std::size_t kCopiedRivals = 100;
inline constexpr std::uint32_t kCopiedWordsOfFew = 12;
inline constexpr std::uint32_t kCopiedContentOfFew = 5;
/// Copies are looked for among sentences that share so many runs of so many stems, each of which stands once in each
/// text; and beside those that are found. So many sentences may have been put in between, or left out.
inline constexpr std::size_t kRunStems = 4;
inline constexpr std::uint32_t kSharedRuns = 3;
inline constexpr std::size_t kCopiedGap = 8;
/// Pairs below this score do not count in the expected F1: there are many, and none is worth anything.
inline constexpr double kCountedScore = 0.02;
/// However doubtful the texts, below this score no pair is a link.
inline constexpr double kLowestLinkScore = 0.3;
/// Two stories of one event that were written apart share names, figures and a phrase here and there,
/// and their best pairs look like links. So links stand only where the texts show a kinship: one pair
/// has at least this share of the longer sentence in common, in order ...
inline constexpr double kKinshipSequence = 0.5;
/// ... or links reach at least this share of the shorter text's sentences. Stock phrases and quotations that both texts
/// have do not count: quotations are linked on their own.
inline constexpr double kKinshipShare = 0.25;
/// Links that share names or numbers count for that only where they share so many other words beside them: the same
/// names stand in every story of one event.
inline constexpr std::uint32_t kKinshipWords = 2;
/// Below this an unlinked sentence has no nearest miss worth showing.
inline constexpr double kNearestMissScore = 0.005;

/// Candidates of one sentence: the best so many by shared rare words, from either side.
inline constexpr std::size_t kCandidates = 10;
/// In long texts, where chance finds more and says less: so many, none of which shares less than this of what the best
/// one shares.
inline constexpr std::size_t kCandidatesOfMany = 4;
inline constexpr double kCandidateShare = 0.5;
/// A sentence whose words find fewer is looked up by its synonyms as well.
inline constexpr std::size_t kEnoughCandidates = 3;
/// A word in more sentences of one text than this finds no candidates: it would cost much and say
/// little.
inline constexpr std::size_t kMaximumPostings = 128;
/// Sentences whose lengths in words multiply to more than this are compared without their order.
inline constexpr std::size_t kMaximumSequenceCells = 250'000;

/// A mutual best pair of at least this likeness is an anchor.
inline constexpr double kAnchorLikeness = 0.12;
/// The best path runs through pairs of at least this word score; its pull ends so many sentences away.
inline constexpr double kPathScore = 0.1;
inline constexpr double kPathReach = 6;
/// Texts whose best chain holds less than the first share have no common order, from the second on one.
inline constexpr double kOrderFrom = 0.6;
inline constexpr double kOrderFull = 0.9;
/// Support comes from so many sentences away, and fades with distance and with being out of step;
/// a pair that shares a sentence counts less. Little support of little is no great share.
inline constexpr std::int64_t kSupportReach = 5;
inline constexpr double kSupportFar = 2.5;
inline constexpr double kSupportSkew = 1.2;
inline constexpr double kSupportBeside = 0.6;
inline constexpr double kSupportGround = 0.05;
/// Where a paragraph's other sentences lead says the more the more of them there are; its edges say
/// something in paragraphs of so many sentences.
inline constexpr double kElsewhereGround = 2;
inline constexpr std::uint32_t kEdgeSentences = 3;
/// A pair of a lower word score is nobody's rival.
inline constexpr double kRivalScore = 0.1;

/// Shared content words are counted up to this many; a word counts in full where it stands in one
/// sentence of each text, and not at all from so many sentences more.
inline constexpr double kSubstanceWords = 3.0;
inline constexpr double kSubstanceSentences = 3.0;
/// Names and numbers that stand once in each text are counted up to this many.
inline constexpr double kUniqueCap = 3.0;
/// So are pairs of neighbouring words that stand once in each text.
inline constexpr double kRarePairs = 8.0;
/// A single digit is a weak witness: "two" stands in every story.
inline constexpr double kSingleDigitWeight = 0.3;
/// A run of common words says something from the first length on, and all that it can at the second.
inline constexpr double kRunFrom = 3;
inline constexpr double kRunFull = 10;
/// Words found by synonyms are counted up to this many.
inline constexpr double kSynonymWords = 4.0;
/// Concepts shared by more words of the two texts are left out.
inline constexpr std::size_t kMaximumSynonyms = 32;

/// A sentence split in two is found once in both parts together, a sentence used twice is found twice:
/// above this sum of shares its links stay apart.
inline constexpr double kGroupCoverage = 1.25;

/// A linked pair whose words agree in order at least this much (twice the common subsequence over
/// both lengths) is edited, else a paraphrase.
inline constexpr double kEditedSequence = 0.5;
/// ... or when the shorter side stands in the longer one at least this much.
inline constexpr double kEditedContained = 0.75;

/// Shortest run of equal words that is reported as a passage: in answers written independently of a
/// source, 1 of 38 holds a run of 8 words, 5 hold one of 5.
inline constexpr std::uint32_t kPassageWords = 8;

}  // namespace storydiff
