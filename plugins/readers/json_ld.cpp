#include "readers/json_ld.hpp"

#include <array>
#include <string>

#include "readers/entities.hpp"
#include "readers/json_strings.hpp"

namespace storydiff::readers {
namespace {

constexpr std::size_t kRun = 4;

/// Calls `use` with a number for each run of words; marks, spaces and case count for nothing.
template <class Use>
void for_each_run(std::string_view text, Use use) {
  std::array<std::uint64_t, kRun> words{};
  std::size_t count = 0;
  std::uint64_t word = 0;
  const auto close = [&] {
    if (word == 0) return;
    words[count++ % kRun] = word;
    word = 0;
    if (count < kRun) return;
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < kRun; ++i) run = run * 0x9E3779B97F4A7C15ULL + words[(count + i) % kRun];
    use(run);
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_letter(c) || (c >= '0' && c <= '9')) {
      word = (word + 1) * 1099511628211ULL + (byte | 0x20U);
    } else if (byte < 0x80) {
      close();
    }  // other bytes may be letters or marks, written in either way
  }
  close();
}

}  // namespace

void TextHint::add(std::string_view text) {
  for_each_run(text, [&](std::uint64_t run) { runs_.insert(run); });
}

bool TextHint::has(const HtmlTree& tree, const Block& block) const {
  std::string text;
  for (std::uint32_t i = block.first; i <= block.last; ++i)
    if (tree.nodes[i].tag == Tag::kText) text += decode_entities(tree.text(i));
  std::size_t all = 0;
  std::size_t known = 0;
  for_each_run(text, [&](std::uint64_t run) {
    ++all;
    known += runs_.count(run);
  });
  return all > 0 && 2 * known > all;
}

TextHint read_json_ld(const HtmlTree& tree) {
  TextHint hint;
  for (std::uint32_t i = 1; i + 1 < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag != Tag::kScript || tree.nodes[i + 1].tag != Tag::kText) continue;
    if (!equal_ignoring_case(attribute(tree.text(i), "type"), "application/ld+json")) continue;
    const std::string_view json = tree.text(i + 1);
    const JsonStrings strings = read_json_strings(json);
    for (const JsonString& string : strings.values)
      if (string.key == "articleBody") hint.add(decode_entities(decode_json(json, string.span).text));
  }
  return hint;
}

}  // namespace storydiff::readers
