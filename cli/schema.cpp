#include <memory>
#include <string>

#include "command.hpp"
#include "message.hpp"
#include "output.hpp"
#include "storydiff/chain.hpp"
#include "storydiff/report.hpp"

namespace storydiff::cli {

Command schema_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("schema", "Print the JSON Schema of the report, or of a chain");
  auto of = std::make_shared<std::string>("report");
  app->add_option("of", *of, "report or chain")
      ->type_name("WHAT")
      ->capture_default_str()
      ->check(CLI::IsMember({"report", "chain"}));
  app->footer(
      "Examples:\n"
      "  storydiff schema > report.schema.json\n"
      "  storydiff schema | jq '.properties | keys'\n"
      "  storydiff schema chain > chain.schema.json");
  return {app, [of] {
            const Status written = write_stdout(*of == "chain" ? chain_schema_json() : report_schema_json());
            return written ? 0 : trouble(written.error());
          }};
}

}  // namespace storydiff::cli
