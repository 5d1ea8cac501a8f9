// The reader of Markdown.

#include "reader_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  storydiff::fuzz::try_reader(storydiff::readers::read_markdown, data, size);
  return 0;
}
