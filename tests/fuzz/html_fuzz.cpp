// The reader of Web pages.

#include "reader_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  storydiff::fuzz::try_reader(storydiff::readers::read_html_story, data, size);
  return 0;
}
