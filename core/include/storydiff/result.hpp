/// \file result.hpp
/// Expected failures as values. The core never prints, never exits and does not throw for bad
/// input: what can fail returns a `Result<T>`.
///
///     Result<Document> document = read_document(path, {});
///     if (!document) return document.error();      // one line: what, where, what to do
///     use(*document);
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace storydiff {

/// What went wrong, for programs. People read `Error::message`.
enum class ErrorCode {
  kNotFound,      ///< no such file, plugin or option
  kUnreadable,    ///< exists, but reading or writing it failed
  kInvalidInput,  ///< the bytes are not what they should be (encoding, JSON, an edit)
  kUnsupported,   ///< valid, but not for this version (ABI, schema, encoding, size)
  kPlugin,        ///< a plugin reported failure or broke its contract
  kUsage,         ///< options that contradict each other or do not exist
};

/// `message` is one line without a final period or newline: what, where, what to do.
struct Error {
  ErrorCode code = ErrorCode::kInvalidInput;
  std::string message;
};

/// Either a `T` or an `Error`. As cheap as the larger of both; move-only where `T` is.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(*-explicit-*)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(*-explicit-*)

  [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  /// Precondition: `ok()`.
  [[nodiscard]] T& operator*() & { return std::get<0>(state_); }
  [[nodiscard]] const T& operator*() const& { return std::get<0>(state_); }
  [[nodiscard]] T&& operator*() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] T* operator->() { return &std::get<0>(state_); }
  [[nodiscard]] const T* operator->() const { return &std::get<0>(state_); }

  /// Precondition: `!ok()`.
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

/// The result of an action that gives nothing but success.
struct Success {};
using Status = Result<Success>;

}  // namespace storydiff
