// The reader of IPTC 7901 and ANPA 1312.

#include "reader_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  storydiff::fuzz::try_reader(storydiff::readers::read_wire_text, data, size);
  return 0;
}
