#include <string_view>

#include "command.hpp"
#include "message.hpp"
#include "output.hpp"
#include "storydiff/chain.hpp"
#include "storydiff/report.hpp"

namespace storydiff::cli {

Command schema_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("schema", "Print the JSON Schema of the report, or of a chain");
  // A command and no argument: "chain" would else be taken for the program's own command.
  CLI::App* of_chain = app->add_subcommand("chain", "Print that of a chain");
  app->footer(
      "Examples:\n"
      "  storydiff schema > report.schema.json\n"
      "  storydiff schema | jq '.properties | keys'\n"
      "  storydiff schema chain > chain.schema.json");
  return {app, [of_chain] {
            const std::string_view schema = of_chain->parsed() ? chain_schema_json() : report_schema_json();
            const Status written = write_stdout(schema);
            return written ? 0 : trouble(written.error());
          }};
}

}  // namespace storydiff::cli
