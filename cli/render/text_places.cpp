#include "render/text_places.hpp"

#include <algorithm>

#include "render/report_places.hpp"

namespace storydiff::cli {
namespace {

std::size_t count_characters(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

}  // namespace

TextPlaces::TextPlaces(std::string_view text) : text_(text), line_starts_(cli::line_starts(text)) {
  counted_.push_back(0);
  for (std::size_t at = 0; at + kStep <= text.size(); at += kStep)
    counted_.push_back(counted_.back() + count_characters(text.substr(at, kStep)));
}

std::size_t TextPlaces::line(Offset offset) const { return line_number(line_starts_, offset); }

std::size_t TextPlaces::column(Offset offset) const {
  return characters(offset) - characters(line_starts_[line(offset) - 1]) + 1;
}

std::size_t TextPlaces::characters(Offset offset) const {
  const std::size_t step = offset / kStep;
  return counted_[step] + count_characters(text_.substr(step * kStep, offset - step * kStep));
}

}  // namespace storydiff::cli
