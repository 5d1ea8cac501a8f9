#include "checked_folder.hpp"

#include <filesystem>

#include "cli/program.hpp"
#include "support/catch.hpp"

namespace storydiff_test {

using nlohmann::json;

void write_checked_plugin(const TemporaryFolder& folder, const std::string& behaviour, const json& more) {
  json manifest = {{"id", "checked"},        {"name", "Checked"},
                   {"version", "1.0.0"},     {"vendor", "storydiff tests"},
                   {"licence", "MIT"},       {"summary", "Breaks one rule on purpose."},
                   {"roles", {"byline"}},    {"flags", {"idempotent", "thread_safe"}},
                   {"library", "checked.so"}};
  manifest.update(more);
  folder.write("checked/plugin.json", manifest.dump());
  folder.write("checked/behaviour", behaviour);
  // A copy and no link: the library finds its folder by its own path.
  std::filesystem::copy_file(behaviour == "exports-nothing" ? NO_SYMBOL_LIBRARY : CHECKED_LIBRARY,
                             folder.path() / "checked" / "checked.so",
                             std::filesystem::copy_options::overwrite_existing);
}

ProcessResult check_plugin(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"plugin", "check", "checked"});
  return run_storydiff(folder, std::move(arguments));
}

std::map<std::string, json> checks_of(const ProcessResult& result) {
  INFO(result.err << result.out);
  const json report = json::parse(result.out, nullptr, false);
  REQUIRE(report.is_object());
  CHECK(report.at("schema") == "storydiff-plugin-check/1");
  std::map<std::string, json> checks;
  for (const json& check : report.at("checks")) checks[check.at("id")] = check;
  return checks;
}

std::vector<std::string> not_passed(const ProcessResult& result, bool skipped) {
  std::vector<std::string> all;
  for (const auto& [id, check] : checks_of(result))
    if (const std::string status = check.at("status"); status != "passed" && (skipped || status != "skipped"))
      all.push_back(id + " " + status);
  return all;
}

}  // namespace storydiff_test
