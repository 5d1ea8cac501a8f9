#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "storydiff/document.hpp"
#include "support/catch.hpp"

using namespace storydiff;
namespace fs = std::filesystem;

namespace {

// A folder of its own for each test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "storydiff-read-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void check_error(const fs::path& path, ErrorCode code, const std::string& ending) {
  const Result<Document> document = read_document(path, {});
  REQUIRE_FALSE(document.ok());
  CHECK(document.error().code == code);
  CHECK(document.error().message == path.string() + ending);
}

}  // namespace

TEST_CASE("a file is read whole, whatever its size") {
  const Folder folder;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65536}, std::size_t{200001}}) {
    const fs::path file = folder.write("story.txt", std::string(size, 'x'));
    const Result<Document> document = read_document(file, {});
    REQUIRE(document.ok());
    CHECK(document->text.size() == size);
    CHECK(document->bytes == size);
    CHECK(document->path == file.string());
  }
}

TEST_CASE("files that cannot be read are named") {
  const Folder folder;
  check_error(folder.path() / "missing.txt", ErrorCode::kNotFound, ": no such file: check the path");
  check_error(folder.write("f", "x") / "below", ErrorCode::kNotFound, ": no such file: check the path");
  check_error(folder.path(), ErrorCode::kUnreadable, ": is a directory: give a file");
}

TEST_CASE("a file that nobody may read is named") {
  if (::geteuid() == 0) {
    WARN("skipped: the superuser may read everything");
    return;
  }
  const Folder folder;
  const fs::path file = folder.write("secret.txt", "x");
  fs::permissions(file, fs::perms::none);
  check_error(file, ErrorCode::kUnreadable, ": permission denied: check who may read it");
}

TEST_CASE("a sparse file over the limit is refused without being read") {
  const Folder folder;
  const fs::path file = folder.write("huge.txt", "");
  std::error_code error;
  fs::resize_file(file, kMaximumDocumentBytes + 1, error);
  if (error) {
    WARN("skipped: the file system has no sparse files");
    return;
  }
  check_error(file, ErrorCode::kUnsupported, ": longer than 1 GiB: split it into smaller files");
}

TEST_CASE("a named pipe is read like a file") {
  const Folder folder;
  const fs::path pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(pipe) << "through a pipe"; });
  const Result<Document> document = read_document(pipe, {});
  writer.join();
  REQUIRE(document.ok());
  CHECK(document->text == "through a pipe");
}

TEST_CASE("standard input is \"-\"") {
  int ends[2] = {};
  REQUIRE(::pipe(ends) == 0);
  const int saved = ::dup(STDIN_FILENO);
  REQUIRE(saved >= 0);
  REQUIRE(::dup2(ends[0], STDIN_FILENO) == 0);
  const std::string bytes = "a line \xFF";
  REQUIRE(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  ::close(ends[1]);
  ::close(ends[0]);
  const Result<Document> document = read_document("-", {});
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
  REQUIRE_FALSE(document.ok());
  CHECK(document.error().message.starts_with("standard input: not valid UTF-8 at byte 7: "));
}
