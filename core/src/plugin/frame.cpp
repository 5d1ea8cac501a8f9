#include "plugin/frame.hpp"

#include <cstring>
#include <type_traits>
#include <utility>

#include "plugin/edit_sink.hpp"

namespace storydiff::plugin_host {
namespace {

class Writer {
 public:
  explicit Writer(FrameKind kind) : bytes_(kFrameHeader, '\0') { bytes_[0] = static_cast<char>(kind); }

  void number(std::uint32_t value) { raw(&value, sizeof value); }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes_.append(value);
  }
  void span(Span value) {
    number(value.begin);
    number(value.end);
  }
  std::string finish() {
    const std::uint64_t size = bytes_.size() - kFrameHeader;
    std::memcpy(bytes_.data() + 1, &size, sizeof size);
    return std::move(bytes_);
  }

 private:
  void raw(const void* value, std::size_t size) { bytes_.append(static_cast<const char*>(value), size); }
  std::string bytes_;
};

/// After the first read beyond the end all reads give nothing, and `whole` says so.
class FrameReader {
 public:
  explicit FrameReader(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    const std::string_view bytes = take(sizeof value);
    if (broken_) return 0;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::string_view text() { return take(number()); }
  Span span() {
    const std::uint32_t begin = number();
    return {begin, number()};
  }
  /// A count of items of at least `least_size` bytes: never more than there can be.
  std::uint32_t count(std::size_t least_size) {
    const std::uint32_t value = number();
    if (value > rest_.size() / least_size) broken_ = true;
    return broken_ ? 0 : value;
  }
  [[nodiscard]] bool broken() const { return broken_; }
  /// Everything was there and nothing is left.
  [[nodiscard]] bool whole() const { return !broken_ && rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (broken_ || size > rest_.size()) {
      broken_ = true;
      return {};
    }
    const std::string_view bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }

  std::string_view rest_;
  bool broken_ = false;
};

/// Two texts of the largest size, and what is known of them.
constexpr std::uint64_t kLargestFrame = 4 * kMaximumDocumentBytes;

constexpr std::size_t kNumber = sizeof(std::uint32_t);

void write_view(Writer& writer, const View& view, const View* counterpart) {
  writer.text(view.text);
  writer.number(static_cast<std::uint32_t>(view.paragraphs.size()));
  for (const Span span : view.paragraphs) writer.span(span);
  writer.number(static_cast<std::uint32_t>(view.marks.size()));
  for (const Mark& mark : view.marks) {
    writer.span(mark.span);
    writer.text(mark.role);
    writer.text(mark.rule);
  }
  writer.number(view.metadata == nullptr ? 0 : static_cast<std::uint32_t>(view.metadata->size()));
  if (view.metadata != nullptr) {
    for (const auto& [key, value] : *view.metadata) {
      writer.text(key);
      writer.text(value);
    }
  }
  writer.number(counterpart == nullptr ? 0 : 1);
  if (counterpart != nullptr) write_view(writer, *counterpart, nullptr);
}

OwnedView read_view_from(FrameReader& reader, bool with_counterpart) {
  OwnedView view;
  view.text = reader.text();
  view.paragraphs.resize(reader.count(2 * kNumber));
  for (Span& span : view.paragraphs) span = reader.span();
  view.marks.resize(reader.count(4 * kNumber));
  for (Mark& mark : view.marks) {
    mark.span = reader.span();
    mark.role = reader.text();
    mark.rule = reader.text();
  }
  for (std::uint32_t left = reader.count(2 * kNumber); left > 0; --left) {
    const std::string_view key = reader.text();
    view.metadata[std::string(key)] = reader.text();
  }
  if (reader.number() != 0 && with_counterpart)
    view.counterpart = std::make_unique<OwnedView>(read_view_from(reader, false));
  return view;
}

Error torn() { return {ErrorCode::kPlugin, "its answer is torn: the plugin has written to its host's own pipe"}; }

}  // namespace

std::optional<std::size_t> whole_frame(std::string_view bytes, std::size_t) {
  if (bytes.size() < kFrameHeader) return std::nullopt;
  std::uint64_t size = 0;
  std::memcpy(&size, bytes.data() + 1, sizeof size);
  // No frame: its reader will say so, and nobody waits for the rest of what never comes.
  if (size > kLargestFrame) return bytes.size();
  if (size > bytes.size() - kFrameHeader) return std::nullopt;
  return kFrameHeader + static_cast<std::size_t>(size);
}

Frame frame_in(std::string_view bytes) { return {static_cast<FrameKind>(bytes[0]), bytes.substr(kFrameHeader)}; }

std::string load_frame(std::string_view options_json) {
  Writer writer(FrameKind::kLoad);
  writer.text(options_json);
  return writer.finish();
}

std::optional<std::string> read_load(std::string_view body) {
  FrameReader reader(body);
  std::string options_json(reader.text());
  return reader.whole() ? std::optional(std::move(options_json)) : std::nullopt;
}

std::string ready_frame(bool needs_counterpart) {
  Writer writer(FrameKind::kReady);
  writer.number(needs_counterpart ? 1 : 0);
  return writer.finish();
}

std::optional<bool> read_ready(std::string_view body) {
  FrameReader reader(body);
  const bool needs_counterpart = reader.number() != 0;
  return reader.whole() ? std::optional(needs_counterpart) : std::nullopt;
}

std::string view_frame(const View& view) {
  Writer writer(FrameKind::kView);
  write_view(writer, view, view.counterpart);
  return writer.finish();
}

std::optional<OwnedView> read_view(std::string_view body) {
  FrameReader reader(body);
  OwnedView view = read_view_from(reader, true);
  return reader.whole() ? std::optional(std::move(view)) : std::nullopt;
}

std::string edits_frame(const std::vector<ProposedEdit>& edits) {
  Writer writer(FrameKind::kEdits);
  writer.number(static_cast<std::uint32_t>(edits.size()));
  for (const ProposedEdit& edit : edits) {
    const bool moves = edit.action == EditAction::kMove;
    writer.number(static_cast<std::uint32_t>(edit.action));
    writer.number(moves ? edit.paragraph_first : edit.span.begin);
    writer.number(moves ? edit.paragraph_count : edit.span.end);
    writer.number(edit.before_paragraph);
    writer.text(edit.role);
    writer.text(edit.rule);
    writer.text(edit.replacement);
  }
  return writer.finish();
}

Result<std::vector<ProposedEdit>> read_edits(std::string_view body) {
  FrameReader reader(body);
  EditSink sink;
  sink.open();
  const storydiff_sink& to = *sink.abi();
  for (std::uint32_t left = reader.count(7 * kNumber); left > 0 && sink.refusal().empty(); --left) {
    const std::uint32_t action = reader.number();
    const std::uint32_t first = reader.number();
    const std::uint32_t second = reader.number();
    const std::uint32_t before = reader.number();
    const std::string role(reader.text());
    const std::string rule(reader.text());
    const std::string_view replacement = reader.text();
    if (reader.broken()) break;
    switch (static_cast<EditAction>(action)) {
      case EditAction::kDrop:
        to.drop(to.context, first, second, role.c_str(), rule.c_str());
        break;
      case EditAction::kMark:
        to.mark(to.context, first, second, role.c_str(), rule.c_str());
        break;
      case EditAction::kMove:
        to.move(to.context, first, second, before, rule.c_str());
        break;
      case EditAction::kReplace:
        to.replace(to.context, first, second, replacement.data(), replacement.size(), rule.c_str());
        break;
      default:
        return torn();
    }
  }
  if (!sink.refusal().empty()) return Error{ErrorCode::kPlugin, sink.refusal()};
  if (!reader.whole()) return torn();
  return sink.close();
}

std::string error_frame(const Error& error) {
  Writer writer(FrameKind::kError);
  writer.number(static_cast<std::uint32_t>(error.code));
  writer.text(error.message);
  return writer.finish();
}

std::optional<Error> read_error(std::string_view body) {
  FrameReader reader(body);
  const std::uint32_t code = reader.number();
  const std::string_view message = reader.text();
  if (!reader.whole()) return std::nullopt;
  const bool known = code <= static_cast<std::uint32_t>(ErrorCode::kUsage);
  return Error{known ? static_cast<ErrorCode>(code) : ErrorCode::kPlugin, std::string(message)};
}

}  // namespace storydiff::plugin_host
