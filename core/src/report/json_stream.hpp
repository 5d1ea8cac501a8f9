/// \file json_stream.hpp
/// Writes JSON piece by piece: no tree of it is ever held, only what waits to be handed on.
///
///     JsonStream out(1, take);
///     out.open_object();
///     out.member("words", 12u);
///     out.key("span"), out.span({3, 9});
///     out.close_object();
///     out.finish();
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string_view>

#include "storydiff/span.hpp"

namespace storydiff {

/// The same bytes as nlohmann's `dump(indent, ' ', false, replace)` of the same values, as the tests hold it to.
/// Objects and lists must be closed in turn; an object's values each follow their key. O(bytes), and allocates
/// nothing but its buffer.
class JsonStream {
 public:
  using Take = std::function<void(std::string_view)>;

  /// `indent`: spaces for each level, or -1 for a single line. `take` is given the bytes in order, in large parts.
  JsonStream(int indent, Take take);

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_list() { open('['); }
  void close_list() { close(']'); }
  /// Precondition: `name` needs no escapes, and is much shorter than the buffer.
  void key(std::string_view name);
  /// A key of any bytes.
  void text_key(std::string_view name);

  void null() { literal("null"); }
  void boolean(bool value) { literal(value ? "true" : "false"); }
  void number(std::uint64_t value);
  /// Bytes that are no UTF-8 become U+FFFD.
  void text(std::string_view value);
  /// Four decimals: enough to rank by, few enough that another compiler prints the same ones.
  void score(double value);
  /// `[begin, end]`
  void span(Span value);
  /// A value that is JSON already, one level of indentation a space, as `dump(1)` gives it.
  void json(std::string_view dumped);

  /// For some of the next values of the list that is open here, written apart; `first`: the list has none before
  /// them. To be ended by `end_part`.
  [[nodiscard]] JsonStream part(bool first, Take take) const;
  void end_part() { hand_on(); }
  /// What a `part` has written, in its place. Precondition: it is not empty.
  void append(std::string_view part) { put(part), first_ = false; }

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  void member(std::string_view name, const char* value) { key(name), text(value); }
  void member(std::string_view name, std::same_as<bool> auto value) { key(name), boolean(value); }
  void member(std::string_view name, std::unsigned_integral auto value) requires(!std::same_as<decltype(value), bool>) {
    key(name), number(value);
  }

  /// A last line end, and hands on what is left.
  void finish();

 private:
  void open(char bracket);
  void close(char bracket);
  /// What stands between the last thing and a value or key: comma, line end, indentation.
  void begin_value();
  void line();
  void literal(std::string_view value) { begin_value(), put(value); }
  void put(std::string_view bytes) {
    if (bytes.size() > kBuffer - used_) return put_large(bytes);
    std::memcpy(buffer_.get() + used_, bytes.data(), bytes.size());
    used_ += bytes.size();
  }
  void put(char byte) {
    if (used_ == kBuffer) hand_on();
    buffer_[used_++] = byte;
  }
  /// Where so many bytes may be written, `kBuffer` at most; `used_` is the caller's to raise.
  char* room(std::size_t bytes) {
    if (bytes > kBuffer - used_) hand_on();
    return buffer_.get() + used_;
  }
  void put_large(std::string_view bytes);
  void hand_on();

  /// Handed on when it is full: large enough to write, small enough to stay in the cache.
  static constexpr std::size_t kBuffer = std::size_t{1} << 17;

  int indent_;
  Take take_;
  std::unique_ptr<char[]> buffer_ = std::make_unique_for_overwrite<char[]>(kBuffer);
  std::size_t used_ = 0;
  std::size_t depth_ = 0;
  bool first_ = true;       ///< nothing stands yet in the innermost object or list
  bool after_key_ = false;  ///< a value on the same line
};

}  // namespace storydiff
