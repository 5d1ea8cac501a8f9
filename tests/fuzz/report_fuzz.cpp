// The report reader: any JSON is refused with one line, or written again so that it reads the same.

#include "fuzz.hpp"
#include "storydiff/report.hpp"

using namespace storydiff;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto report = report_from_json(fuzz::view(data, size));
  if (!report) {
    fuzz::promise(report.error().message.find('\n') == std::string::npos, "an error is one line");
    return 0;
  }
  const std::string json = to_json(*report);
  const auto again = report_from_json(json);
  fuzz::promise(again.ok(), "what was written can be read");
  fuzz::promise(to_json(*again) == json, "writing what was read gives the same bytes");
  return 0;
}
