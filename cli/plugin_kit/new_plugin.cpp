#include "plugin_kit/new_plugin.hpp"

#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "output.hpp"

namespace storydiff::cli {
namespace {

namespace fs = std::filesystem;

Error can_not(const std::string& what, const fs::path& path, const std::error_code& why) {
  return {ErrorCode::kUnreadable, "can not " + what + " " + path.string() + ": " + why.message()};
}

/// A folder beside `target`, removed with everything in it unless it has been moved there.
class FolderInTheMaking {
 public:
  FolderInTheMaking() = default;
  FolderInTheMaking(const FolderInTheMaking&) = delete;
  FolderInTheMaking& operator=(const FolderInTheMaking&) = delete;
  ~FolderInTheMaking() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }

  Status make(const fs::path& target) {
    std::string name = (target.parent_path() / ".storydiff-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      return can_not("make a folder for", target, {errno, std::generic_category()});
    path_ = name;
    // mkdtemp makes a private one; the user asked for an ordinary one.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::chmod(name.c_str(), 0777U & ~mask);
    return Success{};
  }

  Status move_to(const fs::path& target) {
    std::error_code error;
    fs::rename(path_, target, error);
    if (error) return can_not("make", target, error);
    path_.clear();
    return Success{};
  }

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Status copy_file(const fs::path& from, const fs::path& to, const Spellings& name) {
  std::ifstream stream(from, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) return Error{ErrorCode::kUnreadable, from.string() + ": can not be read"};
  Status written = write_file(to.string(), renamed(text, name));
  std::error_code error;
  const fs::perms modes = fs::status(from, error).permissions();
  if (written && (modes & fs::perms::owner_exec) != fs::perms::none)
    fs::permissions(to, fs::perms::owner_exec, fs::perm_options::add, error);
  return written;
}

Status copy_all(const fs::path& from, const fs::path& to, const Spellings& name) {
  std::error_code error;
  fs::recursive_directory_iterator entries(from, error);
  if (error)
    return Error{ErrorCode::kNotFound,
                 "no template lies in " + from.string() + ": install storydiff with its share folder"};
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    const fs::path place = to / renamed(entries->path().lexically_relative(from).string(), name);
    if (entries->is_directory(error)) {
      fs::create_directory(place, error);
    } else if (Status copied = copy_file(entries->path(), place, name); !copied) {
      return copied;
    }
  }
  if (error) return can_not("copy", from, error);
  return Success{};
}

}  // namespace

const std::vector<Template>& templates() {
  static const std::vector<Template> all{
      {"cpp", "a plugin in C++", true, "my_normalizer.cpp"},
      {"c", "a plugin in C", true, "my_normalizer.c"},
      {"script", "a plugin in Python", false, "my_normalizer.py"},
      {"shell", "a plugin as a shell script", false, "my_normalizer.sh"},
      {"rules", "a plugin of rules", false, "rules/rules.json"},
  };
  return all;
}

const Template* find_template(const std::string& language) {
  const std::string key = language == "python" ? "script" : language;
  const auto found =
      std::find_if(templates().begin(), templates().end(), [&](const Template& t) { return key == t.language; });
  return found == templates().end() ? nullptr : &*found;
}

fs::path template_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  return (program.parent_path() / STORYDIFF_DATA_FROM_BIN / "templates").lexically_normal();
}

Status make_plugin(const fs::path& folder, const Spellings& name, const fs::path& target) {
  std::error_code error;
  const bool exists = fs::exists(fs::symlink_status(target, error));
  if (exists && !(fs::is_directory(target, error) && fs::is_empty(target, error)))
    return Error{ErrorCode::kInvalidInput,
                 target.string() + " is there already: choose another name, or remove it first"};
  FolderInTheMaking making;
  if (Status made = making.make(target); !made) return made;
  if (Status copied = copy_all(folder, making.path(), name); !copied) return copied;
  return making.move_to(target);
}

}  // namespace storydiff::cli
