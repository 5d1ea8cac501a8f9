#include "library_server.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "plugin/abi_normalizer.hpp"
#include "plugin/frame.hpp"
#include "plugin/host_contract.hpp"
#include "plugin/library_plugin.hpp"

namespace storydiff::plugin_host {
namespace {

std::atomic<bool> memory_ran_out{false};

void remember_and_throw() {
  memory_ran_out = true;
  throw std::bad_alloc();
}

bool read_all(int descriptor, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::read(descriptor, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

/// The next frame, with its header; nothing at the end of the input. Ours, and so well-formed.
std::optional<std::string> next_frame(int descriptor) {
  std::string frame(kFrameHeader, '\0');
  if (!read_all(descriptor, frame.data(), frame.size())) return std::nullopt;
  std::uint64_t size = 0;
  std::memcpy(&size, frame.data() + 1, sizeof size);
  frame.resize(kFrameHeader + static_cast<std::size_t>(size));
  if (!read_all(descriptor, frame.data() + kFrameHeader, static_cast<std::size_t>(size))) return std::nullopt;
  return frame;
}

/// Views that borrow from `owned`, which the caller keeps.
View borrow(const OwnedView& owned, const View* counterpart) {
  return {owned.text, owned.paragraphs, owned.marks, &owned.metadata, counterpart};
}

Result<std::shared_ptr<Normalizer>> load(const PluginManifest& manifest, std::string options_json) {
  const auto library = open_plugin_library(manifest.folder / manifest.library);
  if (!library) return Error{library.error().code, "plugin '" + manifest.id + "': " + library.error().message};
  return make_abi_normalizer(**library, manifest, std::move(options_json));
}

class Server {
 public:
  Server(const Channel& channel, const PluginManifest& manifest, std::uint64_t memory_bytes)
      : channel_(channel), manifest_(manifest), memory_bytes_(memory_bytes) {}

  /// The reply to one request.
  std::string answer(const Frame& request) {
    try {
      std::string reply = request.kind == FrameKind::kLoad ? load_plugin(request.body) : normalize(request.body);
      return reply;
    } catch (const std::bad_alloc&) {
      return error_frame(explained({ErrorCode::kPlugin, "out of memory"}));
    }
  }

 private:
  std::string load_plugin(std::string_view body) {
    auto options_json = read_load(body);
    if (!options_json) return error_frame({ErrorCode::kPlugin, "its options did not arrive"});
    auto loaded = load(manifest_, *std::move(options_json));
    if (!loaded) return error_frame(explained(loaded.error()));
    normalizer_ = *std::move(loaded);
    return ready_frame(normalizer_->needs_counterpart());
  }

  std::string normalize(std::string_view body) {
    const auto view = read_view(body);
    if (!view || normalizer_ == nullptr) return error_frame({ErrorCode::kPlugin, "the text did not arrive"});
    const View counterpart = view->counterpart ? borrow(*view->counterpart, nullptr) : View{};
    const auto edits = normalizer_->propose(borrow(*view, view->counterpart ? &counterpart : nullptr));
    return edits ? edits_frame(*edits) : error_frame(explained(edits.error()));
  }

  /// "std::bad_alloc" says nothing to somebody who does not know of the limit.
  [[nodiscard]] Error explained(Error error) const {
    if (memory_ran_out.exchange(false) && memory_bytes_ > 0)
      error.message += " (it may use " + std::to_string(memory_bytes_ >> 20) + " MiB of memory)";
    return error;
  }

  Channel channel_;
  const PluginManifest& manifest_;
  std::uint64_t memory_bytes_;
  std::shared_ptr<Normalizer> normalizer_;
};

}  // namespace

Channel take_channel() {
  // High, where no plugin that counts descriptors from 3 meets them by chance.
  constexpr int kLowest = 100;
  const Channel channel{::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, kLowest),
                        ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, kLowest)};
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  ::dup2(nothing, STDIN_FILENO);
  ::close(nothing);
  ::dup2(STDERR_FILENO, STDOUT_FILENO);
  return channel;
}

bool write_all(int descriptor, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::write(descriptor, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

int serve_library(const Channel& channel, const PluginManifest& manifest, std::uint64_t memory_bytes) {
  std::set_new_handler(&remember_and_throw);
  Server server(channel, manifest, memory_bytes);
  while (const auto request = next_frame(channel.requests)) {
    const std::string reply = server.answer(frame_in(*request));
    if (!write_all(channel.replies, reply.data(), reply.size())) return kNobodyListens;
  }
  return 0;
}

}  // namespace storydiff::plugin_host
