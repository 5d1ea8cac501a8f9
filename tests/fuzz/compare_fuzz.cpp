// The whole corridor over two texts: a report comes out, the same each time, and reads as it was written.

#include "fuzz.hpp"
#include "storydiff/compare.hpp"
#include "storydiff/report.hpp"

using namespace storydiff;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLongest = 8192;
  if (size > kLongest) return 0;
  const auto parts = fuzz::parts(fuzz::view(data, size), 3);
  const auto first = make_document("first", std::string(parts[0]), {});
  const auto second = make_document("second", std::string(parts[1]), {});
  const auto target = make_document("target", std::string(parts[2]), {});
  if (!first || !second || !target) return 0;
  const Document* sources[] = {&*first, &*second};
  const auto report = compare(sources, *target, {}, {});
  fuzz::promise(report.ok(), "a comparison of texts never fails");
  const std::string json = to_json(*report);
  const auto read = report_from_json(json);
  fuzz::promise(read.ok(), "the report can be read");
  fuzz::promise(to_json(*read) == json, "the report reads as it was written");
  const auto again = compare(sources, *target, {}, {});
  fuzz::promise(to_json(*again) == json, "the same input gives the same bytes");
  return 0;
}
