#include "readers/json_strings.hpp"

#include <algorithm>
#include <optional>

#include "readers/entities.hpp"

namespace storydiff::readers {
namespace {

struct Frame {
  bool object = false;
  std::size_t path_size = 0;  ///< of the path outside it
  std::string key;            ///< the last one read in it
};

std::optional<char32_t> four_digits(std::string_view json, std::size_t at) {
  if (at + 4 > json.size()) return std::nullopt;
  char32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = json[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

/// The escape at `json[at]`, which is a backslash: its length, 0 where it is none.
std::size_t decode_escape(std::string_view json, std::size_t at, std::string& out) {
  if (at + 1 >= json.size()) return 0;
  constexpr std::string_view kFrom = "\"\\/bfnrt";
  constexpr std::string_view kTo = "\"\\/ \n\n\r\t";
  if (const std::size_t place = kFrom.find(json[at + 1]); place != std::string_view::npos) {
    out += kTo[place];
    return 2;
  }
  if (json[at + 1] != 'u') return 0;
  const auto first = four_digits(json, at + 2);
  if (!first) return 0;
  if (*first >= 0xD800 && *first < 0xDC00 && json.substr(at + 6).starts_with("\\u")) {
    const auto second = four_digits(json, at + 8);
    if (second && *second >= 0xDC00 && *second < 0xE000) {
      append_code_point(out, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
      return 12;
    }
  }
  append_code_point(out, *first);
  return 6;
}

class Scanner {
 public:
  explicit Scanner(std::string_view json) : json_(json) {}

  JsonStrings run() {
    while (result_.error.empty() && at_ < json_.size()) step();
    if (result_.error.empty() && !frames_.empty()) fail("the file ends before its end");
    return std::move(result_);
  }

 private:
  void fail(std::string_view what) {
    if (result_.error.empty()) result_.error = std::string(what) + ", at byte " + std::to_string(at_);
  }

  void step() {
    const char c = json_[at_];
    if (is_space(c) || c == ',' || c == ':') {
      ++at_;
    } else if (c == '{' || c == '[') {
      open(c == '{');
    } else if (c == '}' || c == ']') {
      if (frames_.empty() || frames_.back().object != (c == '}')) return fail("a bracket closes what is not open");
      path_.resize(frames_.back().path_size);
      frames_.pop_back();
      ++at_;
    } else if (c == '"') {
      string();
    } else {
      constexpr std::string_view kSigns = ",:{}[]\"";
      while (at_ < json_.size() && !is_space(json_[at_]) && kSigns.find(json_[at_]) == std::string_view::npos) ++at_;
    }
  }

  void open(bool object) {
    if (frames_.size() >= kDeepestJson) return fail("objects within objects, more than 64 deep");
    Frame frame;
    frame.object = object;
    frame.path_size = path_.size();
    constexpr std::size_t kLongestPath = 256;
    if (!frames_.empty() && frames_.back().object && path_.size() < kLongestPath)
      path_.append(path_.empty() ? "" : "/").append(frames_.back().key);
    if (!frames_.empty() && !object) frame.key = frames_.back().key;  // the strings of a list are its key's
    if (!frames_.empty() && object && !frames_.back().object) frame.key.clear();
    frames_.push_back(std::move(frame));
    ++at_;
  }

  void string() {
    const std::size_t begin = ++at_;
    for (; at_ < json_.size() && json_[at_] != '"'; ++at_)
      if (json_[at_] == '\\') ++at_;
    if (at_ >= json_.size()) {
      at_ = json_.size();
      return fail("the file ends within a string");
    }
    const Span span{begin, at_++};
    std::size_t next = at_;
    while (next < json_.size() && is_space(json_[next])) ++next;
    const bool key = !frames_.empty() && frames_.back().object && next < json_.size() && json_[next] == ':';
    constexpr std::size_t kLongestKey = 128;
    if (key) {
      frames_.back().key = decode_json(json_, {span.begin, std::min(span.end, span.begin + kLongestKey)}).text;
      at_ = next + 1;
    } else if (!frames_.empty()) {
      result_.values.push_back({frames_.back().key, path_, span});
    }
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::vector<Frame> frames_;
  std::string path_;
  JsonStrings result_;
};

}  // namespace

JsonStrings read_json_strings(std::string_view json) { return Scanner(json).run(); }

DecodedJson decode_json(std::string_view json, Span string) {
  DecodedJson decoded;
  const std::string_view within = json.substr(0, string.end);
  for (std::size_t i = string.begin; i < string.end;) {
    const std::size_t sign = std::min(within.find('\\', i), string.end);
    if (sign > i) {
      decoded.pieces.push_back({decoded.text.size(), {i, sign}, false});
      decoded.text.append(within, i, sign - i);
    }
    if (sign == string.end) break;
    const std::size_t begin = decoded.text.size();
    const std::size_t length = decode_escape(within, sign, decoded.text);
    if (length == 0) decoded.text += '\\';  // no escape of JSON: means itself
    i = sign + std::max<std::size_t>(length, 1);
    decoded.pieces.push_back({begin, {sign, i}, length > 0});
  }
  return decoded;
}

Span DecodedJson::raw(Span span) const {
  if (pieces.empty()) return {0, 0};
  const auto piece_at = [&](std::size_t place) {
    const auto after = std::upper_bound(pieces.begin(), pieces.end(), place,
                                        [](std::size_t p, const Piece& x) { return p < x.begin; });
    return std::prev(after);
  };
  const auto first = piece_at(span.begin);
  std::size_t begin = first->escaped ? first->raw.begin : first->raw.begin + (span.begin - first->begin);
  begin = std::min(begin, first->raw.end);
  if (span.begin >= text.size()) begin = first->raw.end;
  if (span.empty()) return {begin, begin};
  const auto last = piece_at(span.end - 1);
  return {begin, last->escaped ? last->raw.end : last->raw.begin + (span.end - last->begin)};
}

}  // namespace storydiff::readers
