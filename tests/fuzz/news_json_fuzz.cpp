// The reader of ninjs and other JSON.

#include "reader_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  storydiff::fuzz::try_reader(storydiff::readers::read_news_json, data, size);
  return 0;
}
