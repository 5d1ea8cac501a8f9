#include "report_output.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <system_error>
#include <utility>

#include "output.hpp"
#include "render/html.hpp"

namespace storydiff::cli {
namespace {

bool same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  if (a == b || std::filesystem::equivalent(a, b, ignored)) return true;
  if (a.empty() || b.empty() || a == "-" || b == "-") return false;
  // Neither may be there yet: "x" and "./x" are one place.
  const auto there = std::filesystem::weakly_canonical(std::filesystem::absolute(a, ignored), ignored);
  const auto here = std::filesystem::weakly_canonical(std::filesystem::absolute(b, ignored), ignored);
  return !ignored && there == here;
}

}  // namespace

void add_report_output_flags(CLI::App& arguments, ReportOutput& output) {
  arguments.add_option("--json", output.json, "Write the report as JSON; '-' is standard output, instead of the text")
      ->type_name("FILE");
  arguments
      .add_option(
          "--html", output.html,
          "Write the report as a page, one file that needs no other; '-' is standard output, instead of the text")
      ->type_name("FILE");
}

Status check_report_output(const ReportOutput& output, const std::vector<std::string>& inputs,
                           const std::string& what) {
  const auto wrong = [](std::string message) { return Error{ErrorCode::kInvalidInput, std::move(message)}; };
  if (!output.json.empty() && !output.html.empty() && same_file(output.json, output.html))
    return wrong("--json and --html can not both write to " + (output.json == "-" ? "standard output" : output.json));
  for (const auto& [flag, file] : {std::pair("--json", output.json), std::pair("--html", output.html)}) {
    if (file.empty() || file == "-") continue;
    for (const std::string& input : inputs)
      if (same_file(input, file))
        return wrong(file + ": is " + what + ", and the report would take its place: give " + flag + " another file");
  }
  return Success{};
}

Status write_report(const Report& report, const ReportOutput& output) {
  if (output.json == "-") {
    if (Status written = write_stdout_json(to_json(report)); !written) return written;
  } else if (!output.json.empty()) {
    const auto parts = [&](const std::function<void(std::string_view)>& take) { stream_json(report, take); };
    if (Status written = write_file(output.json, parts); !written) return written;
  }
  if (!output.html.empty()) {
    const std::string page = render_html(report);
    return output.html == "-" ? write_stdout(page) : write_file(output.html, page);
  }
  return Success{};
}

}  // namespace storydiff::cli
