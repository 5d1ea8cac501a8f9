#include "sentence_request.hpp"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace storydiff::cli {
namespace {

/// A whole number of 1 or more.
std::optional<std::uint32_t> count_of(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value == 0) return std::nullopt;
  return value;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Which of the files a name means: the last is the target. A path counts before a bare file name.
std::optional<std::size_t> file_of(std::string_view name, const std::vector<std::string>& files) {
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i] == name) return i;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (file_name(files[i]) == name) return i;
  if (name == "target") return files.size() - 1;
  if (name == "source") return 0;
  if (name.starts_with("source"))
    if (const auto count = count_of(name.substr(6)); count && *count < files.size()) return *count - 1;
  return std::nullopt;
}

}  // namespace

Result<SentenceRef> parse_sentence(const std::string& text, const std::vector<std::string>& files) {
  const std::size_t colon = text.rfind(':');
  const std::string_view number = std::string_view(text).substr(colon == std::string::npos ? 0 : colon + 1);
  const std::optional<std::uint32_t> count = count_of(number);
  const std::optional<std::size_t> file =
      colon == std::string::npos ? files.size() - 1 : file_of(std::string_view(text).substr(0, colon), files);
  if (!count || !file)
    return Error{ErrorCode::kUsage,
                 "--explain " + text +
                     ": give a sentence of the target by its number in the report, such as 7, or one "
                     "of a source, such as source:3, source2:3 or " +
                     std::string(file_name(files.front())) + ":3"};
  const bool of_target = *file + 1 == files.size();
  return SentenceRef{of_target, of_target ? 0 : static_cast<std::uint32_t>(*file), *count - 1};
}

}  // namespace storydiff::cli
