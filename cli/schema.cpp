#include "command.hpp"
#include "message.hpp"
#include "output.hpp"
#include "storydiff/report.hpp"

namespace storydiff::cli {

Command schema_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("schema", "Print the JSON Schema of the report");
  app->footer(
      "Examples:\n"
      "  storydiff schema > report.schema.json\n"
      "  storydiff schema | jq '.properties | keys'");
  return {app, [] {
            const Status written = write_stdout(report_schema_json());
            return written ? 0 : trouble(written.error());
          }};
}

}  // namespace storydiff::cli
