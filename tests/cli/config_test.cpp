#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using nlohmann::json;
using namespace storydiff_test;

namespace {

constexpr const char* kUserFile = ".config/storydiff/storydiff.toml";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

json shown(const TemporaryFolder& folder, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments{"config", "show", "--json", "-"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const ProcessResult result = run_storydiff(folder, arguments);
  INFO(result.err);
  REQUIRE(result.status == 0);
  return json::parse(result.out);
}

json flag(const json& configuration, const std::string& key) {
  for (const json& line : configuration.at("flags"))
    if (line.at("key") == key) return line;
  return nullptr;
}

/// Those that these tests are about, in their order; the default profile may have others.
std::string plugins_of(const json& configuration) {
  const std::set<std::string> asked{"mine", "page-furniture", "wire-furniture", "paragraph-order"};
  std::string ids;
  for (const json& plugin : configuration.at("plugins"))
    if (const auto id = plugin.at("id").get<std::string>(); asked.contains(id)) ids += (ids.empty() ? "" : " ") + id;
  return ids;
}

const json& plugin_of(const json& plugins, const std::string& id) {
  const auto found =
      std::find_if(plugins.begin(), plugins.end(), [&](const json& plugin) { return plugin.at("id") == id; });
  REQUIRE(found != plugins.end());
  return *found;
}

}  // namespace

TEST_CASE("config: command line over profile over project over user over what is built in") {
  struct Row {
    const char* user;
    const char* project;
    std::vector<std::string> arguments;
    const char* language;
    const char* origin;  ///< the end of its key
  };
  const char* de = "language = \"de\"\n";
  const char* fr = "language = \"fr\"\n";
  const char* profile = "language = \"fr\"\n[profiles.web]\nlanguage = \"es\"\n";
  const Row rows[] = {
      {"", "", {}, "auto", "built in"},
      {de, "", {}, "de", "language"},
      {"", fr, {}, "fr", "language"},
      {de, fr, {}, "fr", "language"},
      {de, fr, {"--language", "pt"}, "pt", "command line"},
      {de, fr, {"--no-config"}, "auto", "built in"},
      {profile, de, {}, "de", "language"},
      {profile, de, {"--profile", "web"}, "es", "profiles.web.language"},
      {de, profile, {"--profile", "web"}, "es", "profiles.web.language"},
      {profile, "profile = \"web\"\n", {}, "es", "profiles.web.language"},
      {profile, de, {"--profile", "web", "--language", "auto"}, "auto", "command line"},
  };
  for (const Row& row : rows) {
    TemporaryFolder folder;
    if (*row.user != '\0') folder.write(kUserFile, row.user);
    if (*row.project != '\0') folder.write("storydiff.toml", row.project);
    INFO(row.user << "---\n" << row.project);
    const json line = flag(shown(folder, row.arguments), "language");
    CHECK(line.at("value") == row.language);
    CHECK(line.at("origin").at("key") == row.origin);
  }
}

TEST_CASE("config: files are looked for up to the project's root, and never beyond") {
  struct Row {
    const char* file;
    const char* root;  ///< a file that makes a folder a root
    const char* language;
  };
  const Row rows[] = {
      {"home/desk/texts/storydiff.toml", "", "de"},
      {"home/desk/storydiff.toml", "", "de"},  // below the home folder
      {"home/storydiff.toml", "", "de"},
      {"storydiff.toml", "", "auto"},  // above the home folder
      {"home/desk/storydiff.toml", "home/desk/.git/config", "de"},
      {"home/storydiff.toml", "home/desk/.git/config", "auto"},
      {"home/desk/storydiff.toml", "home/desk/texts/.git", "auto"},
  };
  for (const Row& row : rows) {
    TemporaryFolder folder;
    folder.write("home/desk/texts/a.txt", "");
    folder.write(row.file, "language = \"de\"\n");
    if (*row.root != '\0') folder.write(row.root, "");
    ProcessRequest request = storydiff_request(folder, {"config", "show", "--json", "-"});
    request.folder = (folder.path() / "home/desk/texts").string();
    request.environment["HOME"] = (folder.path() / "home").string();
    INFO(row.file << " " << row.root);
    CHECK(flag(json::parse(run_process(request).out), "language").at("value") == row.language);
    // Outside of home and repository only the current folder counts.
    request.environment["HOME"] = std::nullopt;
    const bool here = row.file == std::string("home/desk/texts/storydiff.toml");
    if (*row.root == '\0')
      CHECK(flag(json::parse(run_process(request).out), "language").at("value") == (here ? "de" : "auto"));
  }
}

TEST_CASE("config: a mistake names the file, the key, the value and what is allowed") {
  struct Row {
    std::string text;
    const char* message;  ///< after the file's name
  };
  const Row rows[] = {
      {"langauge = \"de\"\n", "langauge: there is no such key; did you mean 'language'?"},
      {"colour\n", "colour: there is no such key; did you mean 'color'?"},
      {"zzz = 1\n", "zzz: there is no such key; keys are: profile, color,"},
      {"color = \"purple\"\n", "color: 'purple' is not possible: purple not in {auto,always,never}"},
      {"language = [\"de\", \"fr\"]\n", "language: takes one value"},
      {"language = \"de\"\ncolor = \"never\"\nlanguage = \"fr\"\n", "language: stands here twice"},
      {"no-lexicon = \"maybe\"\n", "no-lexicon: takes true or false, not 'maybe'"},
      {"lexicon = \"a.bin\"\nno-lexicon = true\n", "no-lexicon: 'lexicon' says something else of the same thing"},
      {"plugin-path = [\"/tmp\"]\n", "plugin-path: can stand only in your own configuration"},
      {"in-process = [\"wire-furniture\"]\n", "in-process: can stand only in your own configuration"},
      {"[profiles.web]\nplugin-path = [\"/tmp\"]\n", "profiles.web.plugin-path: can stand only in your own"},
      {"[profiles.web]\nlangauge = \"de\"\n", "profiles.web.langauge: there is no such key"},
      {"[profiles]\nlanguage = \"de\"\n", "profiles: a profile has a name: [profiles.NAME]"},
      {"[option.wire-furniture]\nmark = true\n", "option: there is no such section; did you mean 'options'?"},
      {"[options]\nmark = true\n", "options: options are those of a plugin: [options.PLUGIN]"},
      {"[options.wire-furnitur]\nmark = true\n",
       "options.wire-furnitur.mark: there is no plugin 'wire-furnitur'; did you mean 'wire-furniture'"},
      {"[options.paragraph-order]\nstratgy = \"lead-first\"\n",
       "options.paragraph-order.stratgy: plugin 'paragraph-order' has no option 'stratgy'; did you mean 'strategy'?"},
      {"[options.paragraph-order]\nstrategy = \"random\"\n",
       "options.paragraph-order.strategy: plugin 'paragraph-order': option 'strategy' must be one of \"lead-first\", "
       "\"follow-counterpart\", not \"random\""},
      {"plugin = [\"paragraph-order:strategy=x\"]\n", "plugin: takes ids alone"},
      {"plugin = [\"paragraf-order\"]\n", "plugin: there is no plugin 'paragraf-order'; did you mean"},
      {"no-plugin = [\"paragraf-order\"]\n", "no-plugin: there is no plugin 'paragraf-order'; did you mean"},
      {"plugin-order = [\"paragraf-order\"]\n", "plugin-order: there is no plugin 'paragraf-order'; did you mean"},
      {"plugin-order = [\"paragraph-order\", \"paragraph-order\"]\n", "plugin-order: names 'paragraph-order' twice"},
      {"profile = \"wbe\"\n[profiles.web]\n", "profile: there is no profile 'wbe' in the configuration"},
      {"language = \"d#e\"\n", "line 1: a '#' can not stand within quotation marks"},
      {"# a comment\nlanguage = \"de\n", "line 2: a quotation mark is not closed on its line"},
      {"language = \"\"\n", "language: has an empty value"},
      {"[profiles.web] # of ours\n", "line 1: a comment can not stand behind a section's name"},
      {"[a" + std::string(40, '.') + "]\n", "line 1: a section's name has too many parts"},
      {std::string(256 * 1024 + 1, '#'), "configuration: is larger than 256 KiB"},
  };
  for (const Row& row : rows) {
    TemporaryFolder folder;
    write_texts(folder);
    const std::string file = folder.write("storydiff.toml", row.text).string();
    for (const char* command : {"compare", "config"}) {
      const bool compares = command == std::string("compare");
      const ProcessResult result =
          run_storydiff(folder, compares ? std::vector<std::string>{"compare", "wire.txt", "same.txt"}
                                         : std::vector<std::string>{"config", "show"});
      INFO(row.text.substr(0, 80) << command);
      CHECK(result.status == 2);
      CHECK(result.out.empty());
      INFO(result.err);
      CHECK(contains(result.err, "storydiff: " + file + ": " + row.message));
    }
    CHECK(run_storydiff(folder, {"compare", "wire.txt", "same.txt", "--no-config"}).status == 0);
  }
}

TEST_CASE("config: the user's own file may name plugin folders, a project's file may not") {
  TemporaryFolder folder;
  folder.write("plugins/mine/plugin.json",
               R"({"id": "mine", "name": "Mine", "version": "1.0.0", "vendor": "v", "licence": "MIT",
                   "summary": "s", "library": "mine.so", "before": ["wire-furniture"]})");
  folder.write(kUserFile, "plugin-path = [\"~/plugins\"]\nplugin = [\"mine\"]\n");
  const json configuration = shown(folder);
  CHECK(plugins_of(configuration) == "page-furniture mine wire-furniture paragraph-order");
  CHECK(configuration.at("plugin_folders").at(0).at("value") == (folder.path() / "plugins").string());
  CHECK(configuration.at("plugin_folders").at(0).at("origin").at("key") == "plugin-path");
  // The same file, given as a project's: it stays the user's.
  CHECK(run_storydiff(folder, {"config", "show", "--config", kUserFile}).status == 0);
  folder.write("elsewhere.toml", "plugin-path = [\"~/plugins\"]\n");
  CHECK(run_storydiff(folder, {"config", "show", "--config", "elsewhere.toml"}).status == 2);
  folder.write(kUserFile, "plugin-path = [\"plugins\"]\n");
  CHECK(contains(run_storydiff(folder, {"config", "show"}).err, "takes absolute paths"));
}

TEST_CASE("config: plugins, their order and their options, layer upon layer") {
  TemporaryFolder folder;
  folder.write(kUserFile,
               "no-plugin = [\"page-furniture\"]\n"
               "[options.wire-furniture]\nmark = true\nkeep-roles = [\"headline\"]\n");
  folder.write("storydiff.toml",
               "plugin-order = [\"paragraph-order\", \"wire-furniture\"]\n"
               "[options.wire-furniture]\nkeep-roles = []\n"
               "[profiles.bare]\nno-plugins = true\nplugin = [\"wire-furniture\"]\n");
  const auto options_of = [](const json& configuration, const std::string& id) {
    json options = json::object();
    for (const json& plugin : configuration.at("plugins"))
      if (plugin.at("id") == id)
        for (const json& option : plugin.at("options")) options[option.at("key").get<std::string>()] = option["value"];
    return options;
  };
  json configuration = shown(folder);
  CHECK(plugins_of(configuration) == "paragraph-order wire-furniture");
  CHECK(options_of(configuration, "wire-furniture") == json{{"keep-roles", json::array()}, {"mark", true}});

  configuration = shown(folder, {"--profile", "bare"});
  CHECK(plugins_of(configuration) == "wire-furniture");
  CHECK(configuration.at("plugins").at(0).at("origin").at("key") == "profiles.bare.plugin");

  configuration = shown(folder, {"--plugin", "wire-furniture:mark=false", "--plugin", "page-furniture"});
  CHECK(plugins_of(configuration) == "paragraph-order wire-furniture page-furniture");
  CHECK(options_of(configuration, "wire-furniture") == json{{"keep-roles", json::array()}, {"mark", false}});
  CHECK(plugins_of(shown(folder, {"--no-plugins"})).empty());
  CHECK(plugins_of(shown(folder, {"--plugin-order", "wire-furniture,paragraph-order"})) ==
        "wire-furniture paragraph-order");

  // What is shown is what is done.
  write_texts(folder);
  const ProcessResult compared = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--json", "-"});
  CHECK(compared.status == 1);
  const json plugins = json::parse(compared.out).at("options").at("plugins");
  CHECK(plugins_of({{"plugins", plugins}}) == "paragraph-order wire-furniture");
  CHECK(plugin_of(plugins, "wire-furniture").at("options") == json{{"keep-roles", json::array()}, {"mark", true}});
}

TEST_CASE("config: an order that contradicts a manifest is refused, and the cycle named") {
  TemporaryFolder folder;
  const auto plugin = [&](const std::string& id, const std::string& more) {
    folder.write(
        "plugins/" + id + "/plugin.json",
        R"({"name": "n", "version": "1.0.0", "vendor": "v", "licence": "MIT", "summary": "s", "library": "x.so",
                     "id": ")" +
            id + "\"" + more + "}");
  };
  plugin("a", R"(, "default_order": 1, "before": ["b"])");
  plugin("b", R"(, "default_order": 2)");
  plugin("c", R"(, "default_order": 3, "before": ["d"])");
  plugin("d", R"(, "before": ["c"])");
  const std::vector<std::string> show{"config", "show", "--plugin-path", "plugins"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), show.begin(), show.end());
    return run_storydiff(folder, more);
  };
  CHECK(with({}).status == 0);
  ProcessResult result = with({"--plugin-order", "b,a"});
  CHECK(result.status == 2);
  CHECK(
      contains(result.err, "can not be put in order: a runs before b (plugin.json of a), b before a (--plugin-order)"));
  result = with({"--plugin", "d"});
  CHECK(result.status == 2);
  CHECK(contains(result.err, "c runs before d (plugin.json of c), d before c (plugin.json of d)"));
  CHECK(with({"--plugin", "d", "--no-plugin", "c"}).status == 0);
  const std::string file = folder.write("storydiff.toml", "plugin-order = [\"b\", \"a\"]\n").string();
  CHECK(contains(with({}).err, "b before a (" + file + ": plugin-order)"));
  CHECK(with({"--no-config"}).status == 0);
}

TEST_CASE("config: flags of all commands can be configured, and the command line undoes it") {
  TemporaryFolder folder;
  write_texts(folder);
  folder.write("storydiff.toml", "color = \"always\"\nfail-on = \"alert\"\nlexicon = \"nowhere.bin\"\njobs = 2\n");
  CHECK(contains(run_storydiff(folder, {"compare", "wire.txt", "opinion.txt"}).err,
                 (folder.path() / "nowhere.bin").string()));
  const ProcessResult result = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--no-lexicon"});
  CHECK(result.status == 0);  // differences, but no alert
  CHECK(contains(result.out, "\x1b["));
  CHECK_FALSE(contains(
      run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--no-lexicon", "--color", "never"}).out, "\x1b["));
  CHECK(contains(run_storydiff(folder, {"plugin", "list"}).out, "\x1b["));
}

TEST_CASE("config: show and path as people read them") {
  TemporaryFolder folder;
  const std::string file = folder.write("storydiff.toml", "language = \"de\"  # ours\n").string();
  const ProcessResult show = run_storydiff(folder, {"config", "show"});
  CHECK(show.status == 0);
  CHECK(contains(show.out, "project file: " + file + "\n"));
  CHECK(contains(show.out, "storydiff.toml (not there)\n"));
  CHECK(contains(show.out, "language = \"de\""));
  CHECK(contains(show.out, "(" + file + ": language)"));
  CHECK(contains(show.out, "  wire-furniture (built in)\n"));
  const ProcessResult path = run_storydiff(folder, {"config", "path"});
  CHECK(path.status == 0);
  CHECK(path.out ==
        "user file: " + (folder.path() / kUserFile).string() + " (not there)\nproject file: " + file + "\n");
  CHECK(run_storydiff(folder, {"config"}).status == 2);
  CHECK(contains(run_storydiff(folder, {"config", "show", "--config", "nowhere.toml"}).err, "there is no file"));
}

TEST_CASE("config: hostile files are an error or harmless, and never the end of the program") {
  const std::vector<std::string> texts{
      "[[[[[\n]]]]\n",
      "[]\n[.]\n[..]\n[options..]\nx=\n",
      "=\n===\n= = =\n",
      "plugin = [\n",
      "plugin = [\"a\", \"b\"\nlanguage = \"de\"\n",
      std::string(100'000, '['),
      "[" + std::string(100'000, '.') + "]\nx = 1\n",
      std::string("language = \"d\0e\"\n", 17),
      "\xff\xfe = \x01\n",
      "language = \"\xff\"\n",
      std::string(300'000, '#'),
  };
  for (const std::string& text : texts) {
    TemporaryFolder folder;
    folder.write("storydiff.toml", text);
    const int status = run_storydiff(folder, {"config", "show"}).status;
    INFO(text.substr(0, 40));
    CHECK((status == 0 || status == 2));
  }
  TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "storydiff.toml");
  CHECK(run_storydiff(folder, {"config", "show"}).status == 2);
}

TEST_CASE("config: the example of the documentation is what it says") {
  std::ifstream file(STORYDIFF_SOURCE_DIR "/core/doc/configuration.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const std::size_t begin = page.find("```toml\n");
  REQUIRE(begin != std::string::npos);
  const std::size_t end = page.find("```\n", begin + 8);
  TemporaryFolder folder;
  write_texts(folder);
  folder.write("storydiff.toml", page.substr(begin + 8, end - begin - 8));
  CHECK(plugins_of(shown(folder)) == "wire-furniture paragraph-order");
  const json web = shown(folder, {"--profile", "web"});
  CHECK(plugins_of(web) == "wire-furniture paragraph-order page-furniture");
  CHECK(plugin_of(web.at("plugins"), "wire-furniture").at("options").at(0).at("value") == json{"headline", "byline"});
  CHECK(flag(web, "lexicon").at("value") == (folder.path() / "words/sport.bin").string());
  CHECK(run_storydiff(folder, {"compare", "wire.txt", "same.txt"}).status == 0);
  CHECK(run_storydiff(folder, {"config", "path"}).status == 0);
  CHECK(run_storydiff(folder, {"config", "show", "--profile", "web", "--language", "de"}).status == 0);
}
