// storydiff-lexicon-compiler WORDNET-FOLDER OUT: makes the lexicon while storydiff is built.

#include <iostream>

#include "language/lexicon.hpp"
#include "wordnet.hpp"
#include "write_file.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: storydiff-lexicon-compiler WORDNET-FOLDER OUT\n";
    return 2;
  }
  const auto entries = storydiff::read_wordnet(argv[1]);
  if (!entries) {
    std::cerr << "storydiff-lexicon-compiler: " << entries.error().message << '\n';
    return 2;
  }
  if (!storydiff::write_whole_file(argv[2], storydiff::lexicon_bytes(*entries, "wordnet-3.0"))) {
    std::cerr << "storydiff-lexicon-compiler: can not write " << argv[2] << '\n';
    return 2;
  }
  return 0;
}
