#include "cli/program.hpp"

#include <utility>

namespace storydiff_test {

ProcessRequest storydiff_request(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  ProcessRequest request;
  request.command = {STORYDIFF_PROGRAM};
  request.command.insert(request.command.end(), arguments.begin(), arguments.end());
  request.folder = folder.path().string();
  request.environment = {{"HOME", folder.path().string()},
                         {"XDG_DATA_HOME", std::nullopt},
                         {"XDG_CONFIG_HOME", std::nullopt},
                         {"STORYDIFF_PLUGIN_PATH", std::nullopt},
                         {"COLUMNS", "100"}};
  return request;
}

ProcessResult run_storydiff(const TemporaryFolder& folder, std::vector<std::string> arguments,
                            const std::string& input) {
  ProcessRequest request = storydiff_request(folder, std::move(arguments));
  request.input = input;
  return run_process(request);
}

void write_texts(const TemporaryFolder& folder) {
  folder.write("wire.txt",
               "The night ferry from Bergen sank off the coast on Tuesday.\n\n"
               "\"Nobody drowned in the accident,\" harbour master Kari Moen said.\n");
  folder.write("same.txt",
               "The night ferry from Bergen sank off the coast on Tuesday.\n\n"
               "\u201CNobody drowned in the accident,\u201D harbour master Kari Moen said.\n");
  folder.write("opinion.txt",
               "The night ferry from Bergen sank off the coast on Tuesday.\n\n"
               "I have never trusted boats, and I was right.\n");
}

}  // namespace storydiff_test
