#include "plugin/text.hpp"

#include <cstddef>

#include "language/utf8.hpp"

namespace storydiff::plugin_host {
namespace {

constexpr std::size_t kLongestMessage = 1000;
constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

std::string valid_utf8(std::string_view bytes) {
  std::string valid;
  while (const auto at = first_invalid_utf8(bytes)) {
    valid.append(bytes.substr(0, *at)).append(kReplacementCharacter);
    bytes.remove_prefix(*at + 1);
  }
  return valid.append(bytes);
}

}  // namespace

std::string one_line(std::string_view message) {
  // Cut first: a message without end costs no more than one of the longest length.
  const bool cut = message.size() > kLongestMessage;
  std::string line = valid_utf8(message.substr(0, kLongestMessage));
  for (char& c : line) {
    if ((c >= 0 && c < ' ') || c == '\x7F') c = ' ';
  }
  if (cut) return line + "...";
  while (!line.empty() && (line.back() == ' ' || line.back() == '.')) line.pop_back();
  return line;
}

}  // namespace storydiff::plugin_host
