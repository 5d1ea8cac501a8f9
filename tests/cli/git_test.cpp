// A real repository: storydiff as the external diff of a driver, and as a difftool.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

const char* const kStory =
    "The old ferry sank off the rocky coast on Tuesday night.\n\n"
    "Nobody drowned, harbour master Kari Moen said.\n\n"
    "The boat was built in 1954 and sold twice.\n";
const char* const kChanged =
    "The new ferry sank off the rocky coast on Tuesday night.\n\n"
    "Nobody drowned, harbour master Kari Moen said.\n\n"
    "The boat was built in 1954 and sold twice.\n";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class Repository {
 public:
  Repository() {
    sh("git init -q . && git config user.email a@example.org && git config user.name A");
    folder.write("story.txt", kStory);
    folder.write("gone.txt", kStory);
    folder.write("picture.txt", std::string("P\0NG", 4));
    folder.write("plain.md", "# Not a story\n");
    sh("git add . && git commit -qm first");
    sh("git config diff.story.command 'storydiff git-diff --' && echo '*.txt diff=story' > .gitattributes");
  }

  /// Must end well. The program is the first on the path.
  std::string sh(const std::string& line) const {
    ProcessRequest request = storydiff_request(folder, {});
    request.command = {"/bin/sh", "-c", line};
    const std::string path = std::getenv("PATH") == nullptr ? "/usr/bin:/bin" : std::getenv("PATH");
    request.environment["PATH"] = std::filesystem::path(STORYDIFF_PROGRAM).parent_path().string() + ":" + path;
    for (const char* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "PAGER",
                             "STORYDIFF_PAGER", "NO_COLOR"})
      request.environment[name] = std::nullopt;
    request.environment["GIT_CONFIG_NOSYSTEM"] = "1";
    request.environment["TERM"] = "xterm";
    const ProcessResult result = run_process(request);
    INFO(line << "\n" << result.out << result.err);
    CHECK(result.status == 0);
    CHECK(result.err.empty());
    return result.out;
  }

  TemporaryFolder folder;
};

}  // namespace

TEST_CASE("git diff: changed, new, deleted, renamed and binary files, one after the other") {
  if (std::system("git --version > /dev/null 2>&1") != 0) {
    WARN("no git: not tried");
    return;
  }
  const Repository repository;
  const TemporaryFolder& folder = repository.folder;
  folder.write("story.txt", kChanged);
  folder.write("fresh.txt", "A second ferry sails from Monday on.\n");
  folder.write("picture.txt", std::string("P\0NGX", 5));
  folder.write("plain.md", "# Still no story\n");
  folder.write("-dashed name.txt", kStory);
  std::filesystem::remove(folder.path() / "gone.txt");
  repository.sh("git add -A");

  const std::string out = repository.sh("git --no-pager diff --cached --no-renames");
  INFO(out);
  for (const char* part :
       {"storydiff a/story.txt b/story.txt\n", "[-old-]{+new+}", "a/story.txt 2-3 (lines 3-5): verbatim",
        "storydiff a/fresh.txt b/fresh.txt\nnew file\n", "A second ferry sails",
        "a/gone.txt b/gone.txt\ndeleted file\n", "storydiff a/-dashed name.txt b/-dashed name.txt\nnew file\n",
        "storydiff a/picture.txt b/picture.txt\nNot compared: ", "+# Still no story\n"})
    CHECK(holds(out, part));
  CHECK(!holds(out, "\x1b"));
  CHECK(holds(repository.sh("git --no-pager diff --cached --no-ext-diff -- story.txt"), "\n-The old ferry"));
  repository.sh("git config diff.story.command 'storydiff git-diff --color always --'");
  CHECK(holds(repository.sh("git --no-pager diff --cached -- story.txt"), "\x1b[32mnew"));
}

TEST_CASE("git diff: another name, another mode, a merge that waits") {
  if (std::system("git --version > /dev/null 2>&1") != 0) return;
  const Repository repository;
  repository.sh("git mv story.txt moved.txt && chmod +x gone.txt");
  repository.folder.write("moved.txt", kChanged);
  repository.sh("git add -A");
  const std::string out = repository.sh("git --no-pager diff --cached -M");
  INFO(out);
  CHECK(holds(out, "storydiff a/story.txt b/moved.txt\n"));
  CHECK(holds(out, "rename from story.txt\nrename to moved.txt\n"));
  CHECK(holds(out, "moved.txt 1 (line 1) <- story.txt 1 (line 1): edited"));
  CHECK(holds(out, "mode 100644 became 100755\nNo difference in story text"));
  const ProcessResult unmerged = run_storydiff(repository.folder, {"git-diff", "--", "story.txt"});
  CHECK(unmerged.status == 0);
  CHECK(unmerged.out == "* Unmerged path story.txt\n");
  CHECK(run_storydiff(repository.folder, {"git-diff", "--", "a", "b", "c", "d"}).status == 2);
}

TEST_CASE("git: every command of the guide works as it stands there") {
  if (std::system("git --version > /dev/null 2>&1") != 0) return;
  const Repository repository;
  repository.folder.write("story.txt", kChanged);
  repository.sh("git commit -qam second");
  repository.folder.write("story.txt", std::string(kChanged) + "\nIt was insured.\n");
  std::ifstream guide(std::filesystem::path(STORYDIFF_SOURCE_DIR) / "core/doc/git.md");
  std::size_t commands = 0;
  for (std::string line; std::getline(guide, line);) {
    if (!line.starts_with("    ")) continue;
    ++commands;
    const std::string out = repository.sh(line.substr(4));
    INFO(line << "\n" << out);
    if (holds(line, "git diff")) CHECK(holds(out, "It was insured."));
    if (holds(line, "--ext-diff") || holds(line, "git difftool")) CHECK(holds(out, "[-old-]{+new+}"));
  }
  CHECK(commands == 7);
}
