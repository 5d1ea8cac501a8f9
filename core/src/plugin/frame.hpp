/// \file frame.hpp
/// What passes between storydiff and `storydiff-plugin-host`, as bytes.
///
/// Both are of one build and one machine, so numbers stand as they lie in memory. But what comes out of
/// the host may have been written by the plugin in it: every reader here takes any bytes whatever.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/pipeline.hpp"
#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

/// One message: its kind, the size of its body, the body.
enum class FrameKind : char {
  kLoad = 'L',   ///< to the host: the plugin's options
  kReady = 'R',  ///< from the host: loaded; whether it needs a counterpart
  kView = 'V',   ///< to the host: a text
  kEdits = 'E',  ///< from the host: the edits proposed for it
  kError = 'X',  ///< from the host: why there are none
};

inline constexpr std::size_t kFrameHeader = 1 + sizeof(std::uint64_t);

/// The size of the frame at the beginning of `bytes`, as soon as its header is there. A `FindReply`.
[[nodiscard]] std::optional<std::size_t> whole_frame(std::string_view bytes, std::size_t seen);

struct Frame {
  FrameKind kind = FrameKind::kError;
  std::string_view body;
};
/// Precondition: `whole_frame` found its end and `bytes` is no longer.
[[nodiscard]] Frame frame_in(std::string_view bytes);

[[nodiscard]] std::string load_frame(std::string_view options_json);
[[nodiscard]] std::optional<std::string> read_load(std::string_view body);

[[nodiscard]] std::string ready_frame(bool needs_counterpart);
[[nodiscard]] std::optional<bool> read_ready(std::string_view body);

/// A view that owns what it shows.
struct OwnedView {
  std::string text;
  std::vector<Span> paragraphs;
  std::vector<Mark> marks;
  std::map<std::string, std::string> metadata;
  std::unique_ptr<OwnedView> counterpart;
};
/// The counterpart's own counterpart is left out, as it is for a library in this process.
[[nodiscard]] std::string view_frame(const View& view);
[[nodiscard]] std::optional<OwnedView> read_view(std::string_view body);

[[nodiscard]] std::string edits_frame(const std::vector<ProposedEdit>& edits);
/// Each edit goes through the same checks as one that a library hands to its sink.
[[nodiscard]] Result<std::vector<ProposedEdit>> read_edits(std::string_view body);

[[nodiscard]] std::string error_frame(const Error& error);
/// `kPlugin` where the code is none.
[[nodiscard]] std::optional<Error> read_error(std::string_view body);

}  // namespace storydiff::plugin_host
