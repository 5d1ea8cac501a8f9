// The reader of NITF and NewsML-G2.

#include "reader_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  storydiff::fuzz::try_reader(storydiff::readers::read_news_xml, data, size);
  return 0;
}
