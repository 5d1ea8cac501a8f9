#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "readers/readers.hpp"

namespace storydiff::readers {
namespace {

constexpr char kStartOfHeader = '\x01';
constexpr char kStartOfText = '\x02';
constexpr char kEndOfText = '\x03';

// Codes that told a typesetting machine how to set a line: quad left, centre and right, upper and lower rail.
constexpr std::array<std::string_view, 5> kSettingCodes = {"&QL;", "&QC;", "&QR;", "&UR;", "&LR;"};

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}
bool is_blank(char c) { return is_space(c) || is_control(c); }

/// One message after the other; what is not between STX and ETX is their envelope.
class WireText {
 public:
  WireText(std::string_view raw, const ReaderOptions& options) : raw_(raw), options_(options) {}

  Reading run() {
    const bool enveloped = raw_.find(kStartOfText) != std::string_view::npos;
    codes_ = uses_codes();
    std::size_t at = 0;
    if (!enveloped) {
      at = bare_header();
      envelope({0, at}, "slug", "header", "");
      text({at, raw_.size()});
      return std::move(reading_);
    }
    while (at < raw_.size()) {
      const std::size_t begin = std::min(raw_.find(kStartOfText, at), raw_.size());
      // Behind the first text stands its end: the time of sending.
      const std::size_t header = at == 0 ? 0 : std::min(raw_.substr(0, begin).find(kStartOfHeader, at), begin);
      // Two messages stay two paragraphs.
      const std::string_view between = at > 0 && begin < raw_.size() ? "\n\n" : "";
      envelope({at, header}, "end-mark", "trailer", header == begin ? between : "");
      envelope({header, begin}, "slug", "header", between);
      if (begin == raw_.size()) break;
      const std::size_t end = std::min(raw_.find(kEndOfText, begin), raw_.size());
      text({begin, end});
      at = end;
    }
    return std::move(reading_);
  }

 private:
  void replace(Span span, std::string_view by, const char* rule) {
    if (span.empty()) return;
    reading_.edits.push_back({Edit::Action::kReplace, span, std::string(by), "", rule});
  }

  /// Lines that carry the message and are none of it.
  void envelope(Span span, const char* role, const char* rule, std::string_view after) {
    const auto& keep = options_.keep_roles;
    const bool stays = options_.mark || std::find(keep.begin(), keep.end(), role) != keep.end();
    std::size_t at = span.begin;
    for (std::size_t begin = span.begin; begin < span.end;) {
      const std::size_t end = std::min(raw_.substr(0, span.end).find('\n', begin), span.end);
      Span line{begin, end};
      while (!line.empty() && is_blank(raw_[line.begin])) ++line.begin;
      while (!line.empty() && is_blank(raw_[line.end - 1])) --line.end;
      if (!line.empty()) {
        replace({at, line.begin}, stays && at > 0 ? "\n\n" : "", "envelope");
        reading_.edits.push_back({stays ? Edit::Action::kMark : Edit::Action::kDrop, line, "", role, rule});
        if (stays) controls(line);
        at = line.end;
      }
      begin = end + 1;
    }
    replace({at, span.end}, stays ? "\n\n" : after, "envelope");
  }

  /// Without control codes a header is known by its first word: letters and digits that number the message.
  [[nodiscard]] std::size_t bare_header() const {
    std::size_t i = 0;
    while (i < raw_.size() && is_blank(raw_[i])) ++i;
    std::size_t letters = i;
    while (letters < raw_.size() && ((raw_[letters] | 0x20) >= 'a' && (raw_[letters] | 0x20) <= 'z')) ++letters;
    std::size_t digits = letters;
    while (digits < raw_.size() && raw_[digits] >= '0' && raw_[digits] <= '9') ++digits;
    const bool numbered = letters > i && letters - i <= 4 && digits - letters >= 3 && digits - letters <= 5;
    if (!numbered || digits >= raw_.size() || !is_space(raw_[digits])) return 0;
    return std::min(raw_.find('\n', digits), raw_.size());
  }

  /// Whether the file sets its lines with "^" at their beginning.
  [[nodiscard]] bool uses_codes() const {
    for (std::size_t i = raw_.find('^'); i != std::string_view::npos; i = raw_.find('^', i + 1))
      if (i == 0 || raw_[i - 1] == '\n' || is_control(raw_[i - 1])) return true;
    return false;
  }

  void controls(Span span) {
    for (std::size_t i = span.begin; i < span.end; ++i) {
      if (!is_control(raw_[i])) continue;
      std::size_t end = i + 1;
      while (end < span.end && is_control(raw_[end])) ++end;
      replace({i, end}, "", "control-code");
      i = end;
    }
  }

  void text(Span span) {
    for (std::size_t begin = span.begin; begin < span.end;) {
      const std::size_t end = std::min(raw_.substr(0, span.end).find('\n', begin), span.end);
      line({begin, end});
      begin = end + 1;
    }
  }

  void line(Span span) {
    std::size_t i = span.begin;
    while (i < span.end && is_control(raw_[i])) ++i;
    replace({span.begin, i}, "", "control-code");
    std::size_t end = span.end;
    while (end > i && is_blank(raw_[end - 1])) --end;
    std::size_t last = end;
    if (codes_) {
      std::size_t begin = i;
      while (begin < end && raw_[begin] == '^') ++begin;
      replace({i, begin}, "", "setting-code");
      i = begin;
      while (last > i && (raw_[last - 1] == '<' || raw_[last - 1] == '>' || raw_[last - 1] == '=')) --last;
    }
    words({i, last});
    replace({last, end}, "", "setting-code");
    controls({end, span.end});
  }

  void words(Span span) {
    for (std::size_t i = span.begin; i < span.end;) {
      const std::string_view rest = raw_.substr(i, span.end - i);
      const char c = raw_[i];
      std::size_t length = 1;
      if (is_control(c)) {
        while (length < rest.size() && is_control(rest[length])) ++length;
        replace({i, i + length}, "", "control-code");
      } else if (c == '`' && rest.starts_with("``")) {
        length = 2;
        replace({i, i + 2}, "\u201C", "quotation-mark");
      } else if (c == '\'' && rest.starts_with("''")) {
        length = 2;
        replace({i, i + 2}, "\u201D", "quotation-mark");
      } else if (c == '_' && i > span.begin && raw_[i - 1] == ' ' && (rest.size() == 1 || rest[1] == ' ')) {
        replace({i, i + 1}, "\u2014", "dash");
      } else if (c == '&') {
        for (const std::string_view code : kSettingCodes)
          if (rest.starts_with(code)) {
            length = code.size();
            replace({i, i + length}, "", "setting-code");
          }
      }
      i += length;
    }
  }

  std::string_view raw_;
  const ReaderOptions& options_;
  bool codes_ = false;
  Reading reading_;
};

}  // namespace

Reading read_wire_text(std::string_view raw, const ReaderOptions& options) { return WireText(raw, options).run(); }

}  // namespace storydiff::readers
