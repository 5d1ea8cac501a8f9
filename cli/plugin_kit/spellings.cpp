#include "plugin_kit/spellings.hpp"

#include <array>
#include <utility>

namespace storydiff::cli {
namespace {

constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

char upper(char c) { return is_letter(c) ? static_cast<char>(c - 'a' + 'A') : c; }

/// What an id is called by: "slugs" of "org.example.slugs". Names in programs begin with a letter.
std::string short_name(std::string_view id) {
  const std::size_t end = id.find_last_not_of(".-");
  const std::string_view trimmed = id.substr(0, end + 1);
  std::string name(trimmed.substr(trimmed.find_last_of('.') + 1));
  name.erase(0, name.find_first_not_of('-'));
  return is_letter(name.front()) ? name : "normalizer-" + name;
}

}  // namespace

Spellings spellings_of(std::string_view id) {
  Spellings name{std::string(id), "", "", ""};
  bool begins_word = true;
  for (const char c : short_name(id)) {
    name.file += c == '-' ? '_' : c;
    name.title += c == '-' ? ' ' : name.title.empty() ? upper(c) : c;
    if (c != '-') name.type += begins_word ? upper(c) : c;
    begins_word = c == '-';
  }
  return name;
}

std::string renamed(std::string_view text, const Spellings& name) {
  const std::array<std::pair<std::string_view, std::string_view>, 4> words{{{"my-normalizer", name.id},
                                                                            {"my_normalizer", name.file},
                                                                            {"MyNormalizer", name.type},
                                                                            {"My normalizer", name.title}}};
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = text.find_first_of("Mm"); at != std::string_view::npos; at = text.find_first_of("Mm", at)) {
    const std::string_view rest = text.substr(at);
    std::size_t taken = 1;
    for (const auto& [word, replacement] : words) {
      if (!rest.starts_with(word)) continue;
      result.append(text, copied, at - copied).append(replacement);
      taken = word.size();
      copied = at + taken;
    }
    at += taken;
  }
  return result.append(text, copied);
}

}  // namespace storydiff::cli
