// storydiff-vectors-compiler WORDS NAME OUT: makes the file of word vectors; scripts/get-vectors runs
// it. WORDS: one word a line and its components, cut by spaces; "-" is standard input.

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "language/word_vectors.hpp"
#include "write_file.hpp"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: storydiff-vectors-compiler WORDS NAME OUT\n";
    return 2;
  }
  const auto fail = [](const std::string& message) {
    std::cerr << "storydiff-vectors-compiler: " << message << '\n';
    return 2;
  };
  std::ifstream file;
  if (std::string(argv[1]) != "-") {
    file.open(argv[1]);
    if (!file) return fail("can not read " + std::string(argv[1]));
  }
  std::istream& lines = file.is_open() ? static_cast<std::istream&>(file) : std::cin;

  std::map<std::string, std::vector<float>> vectors;
  std::size_t dimensions = 0;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    std::istringstream fields(line);
    std::string word;
    std::vector<float> vector;
    fields >> word;
    for (float value = 0; fields >> value;) vector.push_back(value);
    if (dimensions == 0) dimensions = vector.size();
    if (!fields.eof() || vector.empty() || vector.size() != dimensions)
      return fail("line " + std::to_string(number) + ": no word with as many numbers as the first has");
    vectors.emplace(std::move(word), std::move(vector));
  }
  if (vectors.empty()) return fail("no word at all");
  const auto bytes = storydiff::word_vector_bytes(vectors, static_cast<std::uint32_t>(dimensions), argv[2]);
  if (!storydiff::write_whole_file(argv[3], bytes)) return fail("can not write " + std::string(argv[3]));
  return 0;
}
