/// \file attribution_frames.hpp
/// Who is said to have said it: the attribution frames of sentences, read without a grammar.
///
///     "Nobody slept," said Ana Ruiz, who runs the port.   // said | Ana Ruiz | inverted
///     The port, according to Ruiz, was shut.              // according to | Ruiz
///
/// A frame is words of the sentence, never inside its quotation marks: a speaker, a verb of speech
/// (or a phrase that does for one), and the tokens whose content it answers for.
#pragma once

#include <cstdint>
#include <vector>

#include "analyse/speech/sentence_words.hpp"
#include "analyse/speech/speech_verbs.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

struct AttributionFrame {
  enum class Form : std::uint8_t {
    kBefore,     ///< X said that ...; X told Y ...; ..., adding that ...
    kAfter,      ///< ..., X said.
    kInverted,   ///< ..., said X.
    kAccording,  ///< according to X, in the words of X, in X's view
    kNaming,     ///< X called Y "...", X hailed the "..." approach: answers for the quoted words behind it alone
    kHearsay,    ///< reportedly, is said to have, it was announced that: nobody is named
  };
  Form form = Form::kBefore;
  SpeechClass speech_class = SpeechClass::kNeutral;
  TokenRange speaker;   ///< without apposition; empty where nobody is named
  TokenRange known;     ///< the speaker with what is said of him or her; holds `speaker`
  TokenRange verb;      ///< with auxiliaries and the fixed words of a phrase
  TokenRange words;     ///< the frame as a reader would quote it
  bool shared = false;  ///< the speaker is that of an earlier verb ("..., adding that")
};

inline constexpr std::uint32_t kNobody = 0xFFFFFFFF;

/// The frames of one sentence, in text order.
struct SentenceFrames {
  SentenceWords words;
  std::vector<AttributionFrame> frames;
  std::vector<std::uint32_t> owners;  ///< by token, see `owner`; empty where there are no frames
  bool opens_quoted = false;          ///< it begins inside a quotation of an earlier sentence
  bool ends_quoted = false;           ///< its last quotation is still open
  bool all_quoted = false;            ///< every word stands inside quotation marks

  /// The frame that answers for a token, `kNobody` in the frames' own words and where none does.
  [[nodiscard]] std::uint32_t owner(std::size_t token) const { return owners.empty() ? kNobody : owners[token]; }
};

/// By token: inside double quotation marks, the marks included.
[[nodiscard]] std::vector<bool> quoted_tokens(const SentenceWords& words, bool opens_quoted);

/// `opens_quoted` says what the sentences before it left open. Linear in the sentence: every look
/// aside is bounded.
[[nodiscard]] SentenceFrames read_frames(SentenceWords words, bool opens_quoted);

/// The frames of every sentence of a document, which borrow both. A quotation does not go on past its paragraph unless
/// the next one opens with a mark of its own.
[[nodiscard]] std::vector<SentenceFrames> read_document_frames(const Segments& segments, const SpeechWords& words);

/// The frame that answers for a sentence, itself or by the sentences around it.
struct CarriedFrame {
  std::uint32_t sentence = 0;
  std::uint32_t frame = 0;
};

/// For a sentence of quoted words without a frame: that of the nearest sentence of its paragraph, the
/// earlier first, or where the quotation runs on from the paragraph before, the last one of that.
/// False where there is none.
[[nodiscard]] bool carried_frame(const Segments& segments, const std::vector<SentenceFrames>& frames,
                                 std::uint32_t sentence, CarriedFrame& out);

}  // namespace storydiff
