// storydiff-stock-phrases-compiler OUT: writes the table of English stock phrases as a source file while storydiff is
// built.

#include <cstdint>
#include <iostream>
#include <sstream>
#include <string>

#include "language/stock_phrase_list.hpp"
#include "language/stock_phrase_table.hpp"
#include "write_file.hpp"

namespace {

std::string source_of(const storydiff::StockPhraseTable& table) {
  std::ostringstream out;
  out << std::hex << std::showbase
      << "// Written by storydiff-stock-phrases-compiler from language/stock_phrase_list.hpp.\n"
         "#include \"language/stock_phrases.hpp\"\n\nnamespace storydiff {\nnamespace {\n\n"
         "constexpr std::uint64_t kWords[] = {\n";
  for (const std::uint64_t word : table.words) out << word << "U,\n";
  out << "};\n\nconstexpr StockPhrase kPhrases[] = {\n";
  for (const storydiff::StockPhrase& phrase : table.phrases)
    out << "{" << phrase.start << "U, " << phrase.begin << ", " << phrase.size << "},\n";
  out << "};\n\nconstexpr StockPhraseStarts kStarts = {{\n";
  for (const std::uint64_t bits : table.starts.words) out << bits << "U,\n";
  out << "}};\n\n}  // namespace\n\n"
         "const StockPhrases& StockPhrases::english() {\n"
         "  static constexpr StockPhrases kEnglish(kWords, kPhrases, kStarts);\n"
         "  return kEnglish;\n}\n\n}  // namespace storydiff\n";
  return out.str();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: storydiff-stock-phrases-compiler OUT\n";
    return 2;
  }
  const auto table = storydiff::make_stock_phrases(storydiff::kEnglishStockPhrases, "en");
  if (!storydiff::write_whole_file(argv[1], source_of(table))) {
    std::cerr << "storydiff-stock-phrases-compiler: can not write " << argv[1] << '\n';
    return 2;
  }
  return 0;
}
