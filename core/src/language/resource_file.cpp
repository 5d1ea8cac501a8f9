#include "language/resource_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace storydiff {
namespace {

constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kCountsAt = 12;
constexpr std::size_t kNameAt = 28;
constexpr std::size_t kChecksumAt = 56;

/// Smaller files have all their pages mapped at once.
constexpr std::size_t kPopulatedBytes = std::size_t{8} << 20;

/// Any flipped bit changes it: each step is a bijection of the state. Eight bytes a step, since it
/// is of the whole file.
class Checksum {
 public:
  void add(std::span<const std::byte> bytes) {
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) mix(read_at<std::uint64_t>(bytes, i, 0));
    for (; i < bytes.size(); ++i) mix(std::to_integer<std::uint64_t>(bytes[i]));
    mix(bytes.size());
  }
  [[nodiscard]] std::uint64_t value() const { return state_; }

 private:
  void mix(std::uint64_t value) {
    state_ = (state_ ^ value) * 0x9E3779B97F4A7C15U;
    state_ ^= state_ >> 29;
  }

  std::uint64_t state_ = 0xCBF29CE484222325U;
};

std::uint64_t checksum_of(std::span<const std::byte> file) {
  Checksum checksum;
  checksum.add(file.first(kChecksumAt));
  checksum.add(file.subspan(kResourceHeaderBytes));
  return checksum.value();
}

/// Closes at the end of the scope; a mapping outlives its descriptor.
struct Descriptor {
  int fd = -1;
  explicit Descriptor(int number) : fd(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

}  // namespace

Error damaged_resource(const std::filesystem::path& path, std::string_view what, std::string_view why) {
  return {ErrorCode::kInvalidInput,
          path.string() + ": is no usable " + std::string(what) + " (" + std::string(why) + "); make it anew"};
}

Result<ResourceFile> ResourceFile::open(const std::filesystem::path& path, const ResourceFormat& format,
                                        ResourceCheck check) {
  // A named pipe would keep a blocking open waiting for a writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.fd < 0 && (errno == ENOENT || errno == ENOTDIR))
    return Error{ErrorCode::kNotFound, path.string() + ": no such file"};
  const Error unreadable{ErrorCode::kUnreadable, path.string() + ": can not be read"};
  struct stat facts {};
  if (file.fd < 0 || ::fstat(file.fd, &facts) != 0) return unreadable;
  if (!S_ISREG(facts.st_mode)) return Error{ErrorCode::kUnreadable, path.string() + ": is no file"};
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (size < kResourceHeaderBytes) return damaged_resource(path, format.what, "shorter than its header");
  // A lexicon is read here and there all over: its pages had at once cost less than a fault for each few of them.
  const int populated = size <= kPopulatedBytes ? MAP_POPULATE : 0;
  void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | populated, file.fd, 0);
  if (memory == MAP_FAILED) return unreadable;

  ResourceFile resource(std::span<const std::byte>(static_cast<const std::byte*>(memory), size));
  const std::span<const std::byte> bytes = resource.bytes_;
  if (std::memcmp(bytes.data(), format.magic.data(), format.magic.size()) != 0)
    return damaged_resource(path, format.what, "its first bytes are those of something else");
  if (const auto version = read_at<std::uint32_t>(bytes, kVersionAt, 0); version != format.version)
    return Error{ErrorCode::kUnsupported, path.string() + ": is a " + std::string(format.what) + " of format version " +
                                              std::to_string(version) + ", this program reads version " +
                                              std::to_string(format.version) + "; make it anew"};
  if (check == ResourceCheck::kChecksum && read_at<std::uint64_t>(bytes, kChecksumAt, 0) != checksum_of(bytes))
    return damaged_resource(path, format.what, "its checksum is wrong: cut short or damaged");
  for (std::size_t i = 0; i < resource.counts_.size(); ++i)
    resource.counts_[i] = read_at<std::uint32_t>(bytes, kCountsAt, i);
  const auto* name = reinterpret_cast<const char*>(bytes.data() + kNameAt);
  resource.name_.assign(name, ::strnlen(name, kResourceNameBytes));
  if (std::any_of(resource.name_.begin(), resource.name_.end(), [](char c) { return c < ' ' || c > '~'; }))
    return damaged_resource(path, format.what, "its name is no text");
  return resource;
}

ResourceFile::ResourceFile(ResourceFile&& other) noexcept
    : bytes_(std::exchange(other.bytes_, {})), counts_(other.counts_), name_(std::move(other.name_)) {}

ResourceFile& ResourceFile::operator=(ResourceFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(counts_, other.counts_);
  std::swap(name_, other.name_);
  return *this;
}

ResourceFile::~ResourceFile() {
  // munmap takes the address as mmap gave it, not const; nothing is written through it.
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

std::string seal_resource(const ResourceFormat& format, const ResourceCounts& counts, std::string_view name,
                          std::string_view body) {
  std::string file(format.magic.data(), format.magic.size());
  append_value(file, format.version);
  for (const std::uint32_t count : counts) append_value(file, count);
  file += name.substr(0, kResourceNameBytes);
  file.resize(kChecksumAt, '\0');
  append_value(file, std::uint64_t{0});
  file += body;
  const std::uint64_t checksum = checksum_of(std::as_bytes(std::span<const char>(file)));
  std::memcpy(file.data() + kChecksumAt, &checksum, sizeof checksum);
  return file;
}

}  // namespace storydiff
