// Manual and completions against what --help says, and in the shells themselves.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

struct HelpPage {
  std::vector<std::string> command;  ///< {"plugin", "list"}
  std::string text;
  std::set<std::string> flags;  ///< "--json"
};

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

/// The words below a title, which newer versions of CLI11 write in capitals.
std::vector<std::string> listed(const std::string& help, const std::string& title) {
  std::vector<std::string> words;
  std::istringstream lines(help);
  bool within = false;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(" ")) within = upper(line) == title;
    if (!within || !line.starts_with("  ") || line.starts_with("   ")) continue;
    words.push_back(line.substr(2, line.find(' ', 2) - 2));
  }
  return words;
}

/// The help of the program and of every command, however deep.
std::vector<HelpPage> help_pages(const TemporaryFolder& folder) {
  std::vector<HelpPage> pages;
  std::vector<std::vector<std::string>> rest{{}};
  while (!rest.empty()) {
    HelpPage page{rest.back(), "", {}};
    rest.pop_back();
    std::vector<std::string> arguments = page.command;
    arguments.emplace_back("--help");
    page.text = run_storydiff(folder, arguments).out;
    for (const std::string& names : listed(page.text, "OPTIONS:")) {
      std::istringstream parts(names);
      for (std::string name; std::getline(parts, name, ',');)
        if (name.starts_with("--")) page.flags.insert(name);
    }
    for (const std::string& below : listed(page.text, "SUBCOMMANDS:")) {
      rest.push_back(page.command);
      rest.back().push_back(below);
    }
    pages.push_back(page);
  }
  return pages;
}

ProcessResult run_shell(const TemporaryFolder& folder, std::vector<std::string> command) {
  ProcessRequest request = storydiff_request(folder, {});
  request.command = std::move(command);
  return run_process(request);
}

std::string completions(const TemporaryFolder& folder, const std::string& shell) {
  return run_storydiff(folder, {"completion", shell}).out;
}

/// What bash offers for the last of `words`, sorted.
std::vector<std::string> bash_offers(const TemporaryFolder& folder, const std::vector<std::string>& words) {
  std::string driver = "source ./bash\nCOMP_WORDS=(storydiff";
  for (const std::string& word : words) driver += " '" + word + "'";
  driver += ")\nCOMP_CWORD=" + std::to_string(words.size()) + "\n_storydiff\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
  folder.write("driver.sh", driver);
  const ProcessResult result = run_shell(folder, {"/bin/bash", "./driver.sh"});
  INFO(result.err);
  CHECK(result.err.empty());
  std::vector<std::string> offers;
  std::istringstream lines(result.out);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) offers.push_back(line);
  std::sort(offers.begin(), offers.end());
  return offers;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string as_roff(std::string text) {
  for (std::size_t at = 0; (at = text.find('-', at)) != std::string::npos; at += 2) text.insert(at, "\\");
  return text;
}

}  // namespace

TEST_CASE("help: every command has examples, and each begins with the program") {
  TemporaryFolder folder;
  const std::vector<HelpPage> pages = help_pages(folder);
  CHECK(pages.size() >= 9);
  for (const HelpPage& page : pages) {
    INFO(page.text);
    CHECK(holds(page.text, "\nExamples:\n"));
  }
}

TEST_CASE("manual and completions have every flag of every command") {
  TemporaryFolder folder;
  const std::string manual = run_storydiff(folder, {"man"}).out;
  const std::string bash = completions(folder, "bash");
  const std::string zsh = completions(folder, "zsh");
  const std::string fish = completions(folder, "fish");
  for (const HelpPage& page : help_pages(folder)) {
    std::string name;
    for (const std::string& word : page.command) name += (name.empty() ? "" : " ") + word;
    INFO(name);
    // What the manual says of one command stands between two headings.
    const std::size_t begin =
        manual.find(name.empty() ? "\n.SH DESCRIPTION\n" : "\n.SH " + as_roff(upper(name)) + "\n");
    REQUIRE(begin != std::string::npos);
    const std::string section = manual.substr(begin, manual.find("\n.SH ", begin + 1) - begin);
    const std::size_t bash_line = bash.find("\n    \"" + name + "\") flags=\"");
    REQUIRE(bash_line != std::string::npos);
    const std::string bash_flags = bash.substr(bash_line + 1, bash.find('\n', bash_line + 1) - bash_line);
    for (const std::string& flag : page.flags) {
      INFO(flag);
      CHECK(holds(section, "\\fB" + as_roff(flag) + "\\fR"));
      CHECK((holds(bash_flags, flag + " ") || holds(bash_flags, flag + "\"")));
      CHECK((holds(zsh, "'*" + flag + "[") || holds(zsh, "'*" + flag + "=[")));
      CHECK(holds(fish, "'__storydiff_at " + name + "' "));
      CHECK(holds(fish, " -l " + flag.substr(2) + " "));
    }
    CHECK(!page.flags.empty());
  }
  CHECK(!holds(bash, "\"man\""));
}

TEST_CASE("bash completes commands, flags, values, files and folders") {
  TemporaryFolder folder;
  folder.write("wire.txt", "");
  folder.write("my story.txt", "");
  folder.write("plugins/x", "");
  folder.write("bash", completions(folder, "bash"));
  using Words = std::vector<std::string>;
  struct Row {
    Words typed;
    Words offers;
  };
  const Row rows[] = {
      {{"comp"}, {"compare", "completion"}},
      {{"--v"}, {"--version"}},
      {{"plugin", "li"}, {"list"}},
      {{"completion", ""}, {"bash", "fish", "zsh"}},
      {{"compare", "w"}, {"wire.txt"}},
      {{"compare", "my"}, {"my story.txt"}},
      {{"compare", "wire.txt", "--csv"}, {"--csv-findings", "--csv-links"}},
      {{"compare", "--color", "a"}, {"always", "auto"}},
      {{"compare", "--color", "=", "n"}, {"never"}},
      {{"compare", "--color", "="}, {"always", "auto", "never"}},
      {{"compare", "--fail-on", ""}, {"alert", "info", "review"}},
      {{"compare", "--json", "w"}, {"wire.txt"}},
      {{"compare", "--plugin-path", ""}, {"plugins"}},
      {{"compare", "--width", ""}, {}},
      {{"plugin", "list", "--col"}, {"--color"}},
      {{"schema", ""}, {"chain"}},
      {{"nothing", "x"}, {}},
  };
  for (const Row& row : rows) {
    std::string typed;
    for (const std::string& word : row.typed) typed += word + " ";
    INFO(typed);
    CHECK(bash_offers(folder, row.typed) == row.offers);
  }
}

TEST_CASE("the shells and man can read what is made for them") {
  TemporaryFolder folder;
  for (const char* shell : {"bash", "zsh", "fish"}) folder.write(shell, completions(folder, shell));
  folder.write("storydiff.1", run_storydiff(folder, {"man"}).out);
  const std::vector<std::vector<std::string>> checks{{"/bin/bash", "-n", "./bash"},
                                                     {"/usr/bin/zsh", "-n", "./zsh"},
                                                     {"/usr/bin/fish", "--no-execute", "./fish"},
                                                     {"/usr/bin/groff", "-man", "-Tutf8", "-ww", "./storydiff.1"}};
  for (const auto& command : checks) {
    if (!std::filesystem::exists(command[0])) continue;
    const ProcessResult result = run_shell(folder, command);
    INFO(command[0] << result.err);
    CHECK(result.status == 0);
    CHECK(result.err.empty());
  }
  if (!std::filesystem::exists("/usr/bin/fish")) return;
  const ProcessResult offers = run_shell(
      folder, {"/usr/bin/fish", "--no-config", "-c", "source ./fish; complete -C 'storydiff compare --color a'"});
  INFO(offers.err);
  CHECK(holds(offers.out, "always"));
  CHECK(holds(offers.out, "auto"));
  CHECK(holds(
      run_shell(folder, {"/usr/bin/fish", "--no-config", "-c", "source ./fish; complete -C 'storydiff plugin '"}).out,
      "list"));
}
