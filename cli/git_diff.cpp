#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "command.hpp"
#include "comparison.hpp"
#include "message.hpp"
#include "output.hpp"
#include "render/terminal.hpp"
#include "storydiff/document.hpp"
#include "terminal_output.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

struct GitArguments {
  std::vector<std::string> words;  ///< as git gives them
  ComparisonRequest comparison;
  TerminalOutput terminal;
};

/// One side of a file that changed.
struct Side {
  std::string file;  ///< where its text lies; "/dev/null" where there is none
  std::string name;  ///< "a/story.txt"
  std::string mode;

  [[nodiscard]] bool is_absent() const { return file == "/dev/null"; }
};

/// Both sides, and what git says about a file that has another name now.
struct ChangedFile {
  Side before;
  Side after;
  std::string renamed;
};

/// An external diff gets PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE, and NEW-PATH and a message
/// where the file was renamed; a difftool gives OLD-FILE NEW-FILE PATH.
ChangedFile read_words(const std::vector<std::string>& words) {
  if (words.size() <= 3) {
    const std::string& name = words.back();
    return {{words[0], "a/" + name, ""}, {words[1], "b/" + name, ""}, ""};
  }
  const bool renamed = words.size() >= 9;
  return {{words[1], "a/" + words[0], words[3]},
          {words[4], "b/" + (renamed ? words[7] : words[0]), words[6]},
          renamed ? words[8] : ""};
}

std::string header(const ChangedFile& file, const TerminalStyle& style) {
  const auto line = [&](const std::string& text) { return paint(visible_line(text), Ink::kHeading, style) + "\n"; };
  std::string out = line("storydiff " + file.before.name + " " + file.after.name);
  if (file.before.is_absent()) out += line("new file");
  if (file.after.is_absent()) out += line("deleted file");
  if (!file.before.is_absent() && !file.after.is_absent() && file.before.mode != file.after.mode)
    out += line("mode " + file.before.mode + " became " + file.after.mode);
  std::string rest = file.renamed;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (end > 0) out += line(rest.substr(0, end));
    rest.erase(0, end + 1);
  }
  return out;
}

/// Git passes the pager on, not that it writes to a terminal.
TerminalStyle style_for_git(const TerminalOutput& output) {
  TerminalStyle style = output.style();
  const char* no_color = std::getenv("NO_COLOR");
  if (output.color == "auto" && std::getenv("GIT_PAGER_IN_USE") != nullptr &&
      (no_color == nullptr || *no_color == '\0'))
    style.colour = true;
  return style;
}

int run(const GitArguments& arguments) {
  const auto& words = arguments.words;
  if (words.size() == 1) {
    const Status written = write_stdout("* Unmerged path " + visible_line(words[0]) + "\n");
    return written ? 0 : trouble(written.error());
  }
  if (words.size() != 2 && words.size() != 3 && words.size() != 7 && words.size() != 9)
    return trouble("git-diff is called by git, with 2, 3, 7 or 9 words (see 'storydiff git-diff --help')");
  const ChangedFile file = read_words(words);
  const TerminalStyle style = style_for_git(arguments.terminal);
  std::string out = header(file, style);

  const Deadline deadline = deadline_in(arguments.comparison.timeout_seconds);
  std::vector<Document> documents;
  std::string problem;
  for (const Side* side : {&file.before, &file.after}) {
    Result<Document> document =
        side->is_absent() ? make_document(side->name, "", {}) : read_document(side->file, arguments.comparison.reading);
    if (document) {
      document->path = side->name;
      documents.push_back(std::move(*document));
    } else {
      problem = document.error().message;
    }
  }
  if (documents.size() == 2) {
    const Result<Report> report = compare_documents(arguments.comparison, documents, deadline);
    if (!report) return trouble(report.error());
    out += render_terminal(*report, style);
  } else {
    // Git would stop at this file if we failed, and show none of those behind it.
    out += "Not compared: " + visible_line(problem) + "\n";
  }
  // Below git's own diff the pager is git's; a difftool has the terminal for itself.
  const Status written = words.size() <= 3 ? write_terminal(out, arguments.terminal) : write_stdout(out);
  return written ? 0 : trouble(written.error());
}

}  // namespace

Command git_diff_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("git-diff", "Show how a story changed in git, called by git itself");
  auto arguments = std::make_shared<GitArguments>();
  app->add_option("words", arguments->words, "What git gives an external diff or a difftool")->type_name("WORD...");
  add_comparison_flags(*app, arguments->comparison);
  add_terminal_flags(*app, arguments->terminal);
  app->footer(
      "Git calls it with seven or nine words as diff.<driver>.command, and with two or three as a difftool. What is no "
      "text is named and not compared.\n\n"
      "Exit status: 0, also where texts differ; 2 for trouble.\n\n"
      "Examples:\n"
      "  git config diff.story.command 'storydiff git-diff --'\n"
      "  git config difftool.storydiff.cmd 'storydiff git-diff \"$LOCAL\" \"$REMOTE\" \"$MERGED\"'\n"
      "  storydiff git-diff old.txt new.txt");
  return {app,
          [arguments] {
            if (arguments->words.empty()) return trouble("git-diff needs what git gives it: OLD-FILE NEW-FILE PATH");
            return run(*arguments);
          },
          &arguments->comparison.plugins};
}

}  // namespace storydiff::cli
