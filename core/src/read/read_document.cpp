#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <system_error>

#include "language/utf8.hpp"
#include "read/declared_encoding.hpp"
#include "read/decode.hpp"
#include "read/media_type.hpp"
#include "read/sha256.hpp"
#include "storydiff/document.hpp"
#include "storydiff/read_bytes.hpp"

namespace storydiff {
namespace {

/// Small, for it is cleared on a stack that nobody has touched yet.
constexpr std::size_t kChunkBytes = std::size_t{1} << 14;

// Messages are one line whatever a file is called.
std::string printable(std::string_view path) {
  if (path == "-") return "standard input";
  std::string name(path);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  return name;
}

Error failure(ErrorCode code, std::string_view path, std::string_view what) {
  return {code, printable(path) + ": " + std::string(what)};
}

Error too_long(std::string_view path) {
  return failure(ErrorCode::kUnsupported, path, "longer than 1 GiB: split it into smaller files");
}

Error system_failure(std::string_view path, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return failure(ErrorCode::kNotFound, path, "no such file: check the path");
    case EISDIR:
      return failure(ErrorCode::kUnreadable, path, "is a directory: give a file");
    case EACCES:
      return failure(ErrorCode::kUnreadable, path, "permission denied: check who may read it");
    default:
      return failure(ErrorCode::kUnreadable, path,
                     "cannot be read (" + std::system_category().message(error) + "): check the file and its disk");
  }
}

// Owns a descriptor that `open` gave; standard input is borrowed.
class Descriptor {
 public:
  Descriptor(int number, bool owned) : number_(number), owned_(owned) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (owned_ && number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
  bool owned_;
};

/// For bytes that are not UTF-8: what the file itself says that it is in.
bool decode_as_declared(const std::string& bytes, Document& document) {
  const std::string charset = declared_encoding(bytes, document.media_type);
  std::optional<std::string> text = charset.empty() ? std::nullopt : utf8_from_charset(bytes, charset);
  if (!text) return false;
  document.text = std::move(*text);
  document.encoding = charset;
  return true;
}

}  // namespace

// Reads to the end without trusting the size that the file system gives: pipes have none, and files
// grow while they are read.
Result<std::string> read_bytes(const std::filesystem::path& from) {
  const std::string path = from.string();
  const bool standard_input = path == "-";
  const Descriptor file(standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC), !standard_input);
  if (file.get() < 0) return system_failure(path, errno);

  std::string bytes;
  struct stat facts {};
  if (::fstat(file.get(), &facts) == 0) {
    if (S_ISDIR(facts.st_mode)) return system_failure(path, EISDIR);
    if (S_ISREG(facts.st_mode) && facts.st_size > 0) {
      const auto size = static_cast<std::uint64_t>(facts.st_size);
      if (size > kMaximumDocumentBytes) return too_long(path);
      bytes.reserve(size);
    }
  }

  std::array<char, kChunkBytes> chunk{};
  for (;;) {
    const ssize_t count = ::read(file.get(), chunk.data(), chunk.size());
    if (count == 0) return bytes;
    if (count < 0) {
      if (errno == EINTR) continue;
      return system_failure(path, errno);
    }
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
    if (bytes.size() > kMaximumDocumentBytes) return too_long(path);
  }
}

Result<Document> make_document(std::string path, std::string bytes, const ReadOptions& options) {
  const std::optional<Encoding> encoding = parse_encoding(options.encoding);
  if (!encoding) {
    return Error{ErrorCode::kUsage,
                 "unknown encoding \"" + printable(options.encoding) + "\": give utf-8, windows-1252 or iso-8859-1"};
  }
  const std::optional<std::string_view> format = media_type_of_format(options.format);
  if (!format && !options.format.empty()) {
    return Error{ErrorCode::kUsage,
                 "unknown format \"" + printable(options.format) + "\": give one of " + format_names()};
  }
  if (bytes.size() > kMaximumDocumentBytes) return too_long(path);
  // Before the search for NUL bytes, of which such text is full.
  if (has_wide_byte_order_mark(bytes)) {
    return failure(
        ErrorCode::kUnsupported, path,
        "UTF-16 or UTF-32 text (byte order mark at byte 0): convert it to UTF-8 first, for example with iconv");
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string::npos) {
    return failure(ErrorCode::kInvalidInput, path,
                   "binary file (NUL byte at byte " + std::to_string(nul) + "): give a plain-text file");
  }

  Document document;
  document.bytes = bytes.size();
  document.sha256 = sha256_hex(bytes);
  document.encoding = to_string(*encoding);
  document.media_type = format ? *format : detect_media_type(path, bytes);
  if (*encoding == Encoding::kUtf8) {
    const std::optional<std::size_t> bad = first_invalid_utf8(bytes);
    if (!bad) {
      document.text = std::move(bytes);
    } else if (!decode_as_declared(bytes, document)) {
      return failure(ErrorCode::kInvalidInput, path,
                     "not valid UTF-8 at byte " + std::to_string(*bad) +
                         ": give --encoding windows-1252 if it is older Western text");
    }
  } else {
    document.text = utf8_from_single_byte(bytes, *encoding);
  }
  if (document.text.size() > kMaximumDocumentBytes) return too_long(path);
  document.path = std::move(path);
  return document;
}

Result<Document> read_document(const std::filesystem::path& path, const ReadOptions& options) {
  Result<std::string> bytes = read_bytes(path);
  if (!bytes) return bytes.error();
  return make_document(path.string(), std::move(*bytes), options);
}

}  // namespace storydiff
