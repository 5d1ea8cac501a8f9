#include "report/json_stream.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "language/utf8.hpp"

namespace storydiff {
namespace {

using Json = nlohmann::ordered_json;

/// Bytes that stand for themselves within a text.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 256; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

constexpr std::size_t kMostDigits = std::numeric_limits<std::uint64_t>::digits10 + 1;

std::string dumped(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

JsonStream::JsonStream(int indent, Take take) : indent_(indent), take_(std::move(take)) {}

JsonStream JsonStream::part(bool first, Take take) const {
  JsonStream part(indent_, std::move(take));
  part.depth_ = depth_;
  part.first_ = first;
  return part;
}

void JsonStream::put_large(std::string_view bytes) {
  hand_on();
  if (bytes.size() > kBuffer) return take_(bytes);
  put(bytes);
}

void JsonStream::hand_on() {
  if (used_ > 0) take_({buffer_.get(), used_});
  used_ = 0;
}

void JsonStream::line() {
  if (indent_ < 0) return;
  // Of a fixed size, which is two moves; few levels need more than one piece.
  constexpr std::string_view kLine = "\n                               ";
  const std::size_t size = 1 + depth_ * static_cast<std::size_t>(indent_);
  std::memcpy(room(kLine.size()), kLine.data(), kLine.size());
  used_ += std::min(size, kLine.size());
  for (std::size_t left = size - std::min(size, kLine.size()); left > 0; --left) put(' ');
}

void JsonStream::begin_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) put(',');
  first_ = false;
  line();
}

void JsonStream::open(char bracket) {
  begin_value();
  put(bracket);
  ++depth_;
  first_ = true;
}

void JsonStream::close(char bracket) {
  --depth_;
  if (!first_) line();
  put(bracket);
  first_ = false;
}

void JsonStream::key(std::string_view name) {
  begin_value();
  char* to = room(name.size() + 4);
  *to++ = '"';
  to = std::copy(name.begin(), name.end(), to);
  *to++ = '"';
  *to++ = ':';
  if (indent_ >= 0) *to++ = ' ';
  used_ = static_cast<std::size_t>(to - buffer_.get());
  after_key_ = true;
}

void JsonStream::text_key(std::string_view name) {
  text(name);
  put(indent_ < 0 ? ":" : ": ");
  after_key_ = true;
}

void JsonStream::number(std::uint64_t value) {
  begin_value();
  char* to = room(kMostDigits);
  used_ = static_cast<std::size_t>(std::to_chars(to, to + kMostDigits, value).ptr - buffer_.get());
}

void JsonStream::text(std::string_view value) {
  if (first_invalid_utf8(value)) return literal(dumped(Json(value)));
  begin_value();
  put('"');
  for (std::size_t i = 0; i < value.size();) {
    std::size_t end = i;
    while (end < value.size() && kPlain[static_cast<unsigned char>(value[end])]) ++end;
    put(value.substr(i, end - i));
    i = end;
    if (i == value.size()) break;
    switch (const char c = value[i++]) {
      case '"':
        put("\\\"");
        break;
      case '\\':
        put("\\\\");
        break;
      case '\n':
        put("\\n");
        break;
      case '\r':
        put("\\r");
        break;
      case '\t':
        put("\\t");
        break;
      case '\b':
        put("\\b");
        break;
      case '\f':
        put("\\f");
        break;
      default: {
        constexpr std::string_view kHex = "0123456789abcdef";
        put("\\u00");
        put(kHex[static_cast<unsigned char>(c) >> 4U]);
        put(kHex[static_cast<unsigned char>(c) & 15U]);
      }
    }
  }
  put('"');
}

void JsonStream::score(double value) {
  const double scaled = std::isfinite(value) ? std::round(value * 1e4) : 0.0;
  if (!(scaled >= 0 && scaled <= 1e4)) return literal(dumped(Json(scaled / 1e4 + 0.0)));
  const auto units = static_cast<unsigned>(scaled);
  std::array<char, 6> digits{static_cast<char>('0' + units / 10000), '.'};
  std::size_t size = 2;
  for (unsigned rest = units % 10000, place = 1000; size == 2 || rest > 0; place /= 10) {
    digits[size++] = static_cast<char>('0' + rest / place);
    rest %= place;
  }
  literal(std::string_view(digits.data(), size));
}

void JsonStream::span(Span value) {
  open_list();
  number(value.begin);
  number(value.end);
  close_list();
}

void JsonStream::json(std::string_view dumped) {
  begin_value();
  for (const char c : dumped) {
    if (c == '\n')
      line();
    else
      put(c);
  }
}

void JsonStream::finish() {
  put('\n');
  hand_on();
}

}  // namespace storydiff
