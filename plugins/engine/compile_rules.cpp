// storydiff-rules-compiler FOLDER CACHE: reads a folder of rules and writes their cache. Part of the build.
#include <fstream>
#include <iostream>
#include <string>

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
  std::ofstream out(argv[2], std::ios::binary);
  out << rules::write_rule_cache(*read, files);
  return out.flush() ? 0 : 1;
}
