#include "analyse/speech/attribution_frames.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "analyse/speech/frame_reader.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

/// Which frame answers for which token: a frame before its content for all that follows up to a
/// colon, a semicolon or the next frame; one after or within it for all that stands before; one that names a
/// thing for the quotation only.
std::vector<std::uint32_t> owners(const SentenceWords& words, const std::vector<AttributionFrame>& frames,
                                  const std::vector<bool>& quoted) {
  if (frames.empty()) return {};
  std::vector<std::uint32_t> owner(words.size(), kNobody);
  std::uint32_t free_from = 0;
  for (std::uint32_t f = 0; f < frames.size(); ++f) {
    const AttributionFrame& frame = frames[f];
    const std::uint32_t next =
        f + 1 < frames.size() ? std::max(frames[f + 1].words.begin, frame.words.end) : words.size();
    const bool whole =
        frame.form == AttributionFrame::Form::kAccording || frame.form == AttributionFrame::Form::kHearsay;
    const bool ahead = frame.form == AttributionFrame::Form::kBefore || frame.form == AttributionFrame::Form::kNaming;
    if (!ahead) {
      for (std::uint32_t k = free_from; k < frame.words.begin; ++k)
        if (owner[k] == kNobody) owner[k] = f;
    }
    if (frame.form == AttributionFrame::Form::kBefore || whole) {
      bool started = false;
      for (std::uint32_t k = frame.words.end; k < next; ++k) {
        if (started && !quoted[k] && (words[k].folded == ":" || words[k].folded == ";")) break;
        started = started || words[k].is_word();
        owner[k] = f;
      }
    } else {
      // "'...,' he said, '...'": what is quoted after the frame is his too.
      for (std::uint32_t k = frame.words.end; k < next; ++k)
        if (quoted[k]) owner[k] = f;
    }
    free_from = std::max(free_from, frame.words.end);
  }
  return owner;
}

/// As `quoted_tokens`, into `quoted`. Updates `open` to what is left open.
void read_quoted_tokens(const SentenceWords& words, bool& open, std::vector<bool>& quoted) {
  quoted.assign(words.size(), false);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (!words[i].is(kQuotationMark)) {
      if (open) quoted[i] = true;
      continue;
    }
    const std::string_view token = words[i].folded;
    const bool toggles = token == "\"" || token == "\u201e" || token == "''" || token == "``";
    const bool opens = token == "\u201c" || token == "\u00ab" || (toggles && !open);
    const bool closes = token == "\u201d" || token == "\u00bb" || (toggles && open);
    quoted[i] = open || opens;
    if (opens) open = true;
    if (closes) open = false;
  }
}

/// `quoted` is room to work in.
SentenceFrames read_frames(SentenceWords words, bool opens_quoted, std::vector<bool>& quoted) {
  SentenceFrames result;
  result.words = std::move(words);
  result.opens_quoted = opens_quoted;
  bool open = opens_quoted;
  read_quoted_tokens(result.words, open, quoted);
  result.ends_quoted = open;
  result.all_quoted = result.words.size() > 0;
  for (std::uint32_t i = 0; i < result.words.size() && result.all_quoted; ++i)
    if (!quoted[i] && result.words[i].is_word()) result.all_quoted = false;
  result.frames = read_sentence_frames(result.words, quoted);
  result.frames.shrink_to_fit();
  result.owners = owners(result.words, result.frames, quoted);
  return result;
}

}  // namespace

std::vector<bool> quoted_tokens(const SentenceWords& words, bool opens_quoted) {
  std::vector<bool> quoted;
  read_quoted_tokens(words, opens_quoted, quoted);
  return quoted;
}

SentenceFrames read_frames(SentenceWords words, bool opens_quoted) {
  std::vector<bool> quoted;
  return read_frames(std::move(words), opens_quoted, quoted);
}

std::vector<SentenceFrames> read_document_frames(const Segments& segments, const SpeechWords& words) {
  std::vector<SentenceFrames> frames;
  frames.reserve(segments.sentences.size());
  std::vector<bool> quoted;
  bool open = false;
  for (std::uint32_t s = 0; s < segments.sentences.size(); ++s) {
    check_deadline();
    const bool first = s == 0 || segments.sentences[s].paragraph != segments.sentences[s - 1].paragraph;
    const std::uint32_t index[] = {s};
    frames.push_back(read_frames(SentenceWords(segments, index, words), open && !first, quoted));
    open = frames.back().ends_quoted;
  }
  return frames;
}

bool carried_frame(const Segments& segments, const std::vector<SentenceFrames>& frames, std::uint32_t sentence,
                   CarriedFrame& out) {
  constexpr std::uint32_t kFarthest = 12;  // sentences looked at on either side
  const std::uint32_t paragraph = segments.sentences[sentence].paragraph;
  const auto take = [&](std::uint32_t s) {
    if (frames[s].frames.empty()) return false;
    out = {s, static_cast<std::uint32_t>(frames[s].frames.size() - 1)};
    return true;
  };
  for (std::uint32_t s = sentence; s > 0 && sentence - s < kFarthest; --s) {
    const bool same = segments.sentences[s - 1].paragraph == segments.sentences[s].paragraph;
    // A paragraph that left its quotation open speaks for the next one.
    if (!same && !frames[s - 1].ends_quoted) break;
    if (take(s - 1)) return true;
  }
  for (std::uint32_t s = sentence + 1; s < frames.size() && s - sentence < kFarthest; ++s) {
    if (segments.sentences[s].paragraph != paragraph) break;
    if (take(s)) {
      out.frame = 0;
      return true;
    }
  }
  return false;
}

}  // namespace storydiff
