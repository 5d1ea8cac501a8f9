// storydiff-rules-compiler FOLDER CACHE: reads a folder of rules and writes their cache. Part of the build.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "rule_cache.hpp"
#include "rule_folder.hpp"

int main(int argc, char** argv) {
  namespace rules = storydiff::rules;
  if (argc != 3) {
    std::cerr << "usage: storydiff-rules-compiler FOLDER CACHE\n";
    return 2;
  }
  std::string error;
  const auto files = rules::read_rule_files(argv[1], error);
  const auto read = files.empty() ? std::nullopt : rules::read_rules(files, error);
  if (!read) {
    std::cerr << argv[1] << ": " << error << '\n';
    return 1;
  }
  std::vector<rules::CachedFile> looks = rules::looks_of(argv[1], files);
  // Packages that are built to be the same byte for byte give no file a later time than this.
  if (const char* const latest = std::getenv("SOURCE_DATE_EPOCH"))
    for (rules::CachedFile& file : looks) file.written = std::min<std::int64_t>(file.written, std::atoll(latest));
  std::ofstream out(argv[2], std::ios::binary);
  out << rules::write_rule_cache(*read, files, looks);
  return out.flush() ? 0 : 1;
}
