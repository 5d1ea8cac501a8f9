/// \file json_cursor.hpp
/// Reads a JSON value member by member; whatever is missing or mistyped fails with its JSON pointer.
///
/// Failures leave as `JsonFailure`, which never leaves this folder: a reader of some hundred members
/// says each check once instead of passing a `Result` through every line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace storydiff {

/// `message` is complete: "at /summary/class: expected a string".
struct JsonFailure {
  std::string message;
};

/// A place in a JSON value. Borrows the value and its own parent: cursors live on the stack, a child
/// never longer than the cursor it came from (so chaining from a temporary does not compile).
class JsonCursor {
 public:
  using Json = nlohmann::ordered_json;

  explicit JsonCursor(const Json& root) : json_(&root) {}

  /// A member that must be there. Fails when this is no object.
  [[nodiscard]] JsonCursor operator[](const char* name) const&;
  JsonCursor operator[](const char* name) const&& = delete;

  [[nodiscard]] bool is_null() const { return json_->is_null(); }
  [[nodiscard]] const std::string& string() const;
  /// A string, or empty for null.
  [[nodiscard]] std::string string_or_empty() const;
  [[nodiscard]] bool boolean() const;
  /// A whole number of 0 .. `maximum`.
  [[nodiscard]] std::uint64_t whole(std::uint64_t maximum) const;
  [[nodiscard]] std::uint32_t whole32() const { return static_cast<std::uint32_t>(whole(UINT32_MAX)); }
  /// An index into a list of `size` elements.
  [[nodiscard]] std::uint32_t index(std::size_t size) const;
  /// Whether this is an object with such a member.
  [[nodiscard]] bool has(const char* name) const { return json_->is_object() && json_->contains(name); }
  /// Any number.
  [[nodiscard]] double number() const;
  /// A number of 0 .. 1.
  [[nodiscard]] double share() const;
  [[nodiscard]] const Json& object() const;
  [[nodiscard]] std::size_t array_size() const;

  /// Calls `function(cursor)` for each element. Fails when this is no array.
  template <class Function>
  void each(Function function) const {
    const std::size_t size = array_size();
    for (std::size_t i = 0; i < size; ++i) function(JsonCursor((*json_)[i], this, i));
  }

  [[noreturn]] void fail(std::string_view message) const;

 private:
  JsonCursor(const Json& json, const JsonCursor* parent, std::string_view key)
      : json_(&json), parent_(parent), key_(key) {}
  JsonCursor(const Json& json, const JsonCursor* parent, std::size_t index)
      : json_(&json), parent_(parent), index_(index) {}
  [[nodiscard]] std::string pointer() const;

  const Json* json_;
  const JsonCursor* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
};

}  // namespace storydiff
