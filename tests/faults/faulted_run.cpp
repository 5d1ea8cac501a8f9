#include "faults/faulted_run.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.hpp"
#include "support/catch.hpp"

namespace storydiff_test {
namespace {

constexpr const char* kCountFile = "count";

}  // namespace

ProcessResult run_faulted(const TemporaryFolder& folder, const std::vector<std::string>& arguments, const Fault& fault,
                          long at) {
  std::filesystem::remove(folder.path() / kCountFile);
  ProcessRequest request = storydiff_request(folder, arguments);
  request.environment["LD_PRELOAD"] = FAULTS_SHIM;
  request.environment["FAULT_CALL"] = fault.call;
  request.environment["FAULT_ERRNO"] = std::to_string(fault.error);
  request.environment["FAULT_AT"] = std::to_string(at);
  request.environment["FAULT_COUNT"] = kCountFile;
  if (fault.kills) request.environment["FAULT_KILL"] = "1";
  return run_process(request);
}

std::optional<long> counted_calls(const TemporaryFolder& folder) {
  std::ifstream stream(folder.path() / kCountFile);
  long count = 0;
  return stream >> count ? std::optional(count) : std::nullopt;
}

void check_ends_well(const ProcessResult& result) {
  INFO(result.err);
  CHECK(result.status >= 0);
  CHECK(result.status <= 2);
  int lines = 0;
  std::istringstream stream(result.err);
  for (std::string line; std::getline(stream, line);) {
    CHECK(line.starts_with("storydiff: "));
    if (!line.starts_with("storydiff: warning: ")) ++lines;
  }
  CHECK(lines == (result.status == 2 ? 1 : 0));
}

void check_leaves_nothing(const TemporaryFolder& folder, const std::vector<std::string>& inputs,
                          const std::string& output) {
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    const std::string name = entry.path().filename().string();
    INFO(name);
    if (name == kCountFile || std::find(inputs.begin(), inputs.end(), name) != inputs.end()) continue;
    CHECK(name == output);
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    CHECK(nlohmann::json::accept(bytes));
    CHECK(bytes.ends_with("\n"));
  }
}

}  // namespace storydiff_test
