// What an isolated plugin may answer, as frames and as lines of JSON: edits or one line of error, whatever the bytes;
// and what we write ourselves reads as it was.

#include "fuzz.hpp"
#include "plugin/frame.hpp"
#include "plugin/script_line.hpp"

using namespace storydiff;
using namespace storydiff::plugin_host;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  const auto is_one_line = [](const Error& error) { return error.message.find('\n') == std::string::npos; };
  const auto of_script = read_script_reply(bytes);
  if (!of_script) fuzz::promise(is_one_line(of_script.error()), "an error is one line");
  static_cast<void>(is_script_error(bytes));

  if (const auto end = whole_frame(bytes, 0); end && *end <= size) static_cast<void>(frame_in(bytes.substr(0, *end)));
  static_cast<void>(read_load(bytes));
  static_cast<void>(read_ready(bytes));
  static_cast<void>(read_view(bytes));
  static_cast<void>(read_error(bytes));
  const auto edits = read_edits(bytes);
  if (!edits) {
    fuzz::promise(is_one_line(edits.error()), "an error is one line");
    return 0;
  }
  const std::string frame = edits_frame(*edits);
  const auto again = read_edits(frame_in(frame).body);
  fuzz::promise(again && again->size() == edits->size(), "edits read as they were written");
  return 0;
}
