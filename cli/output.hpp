/// \file output.hpp
/// Results to standard output or to files. A file is whole or not there: it is written beside its
/// place and then renamed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/result.hpp"

namespace storydiff::cli {

/// To be called before anything is opened or written. Closed standard streams get a descriptor that
/// refuses reading or writing (else the next file opened would take their place), and writing to a
/// closed pipe becomes an error instead of the program's end.
void prepare_standard_streams();

/// Writes all of `bytes`, whatever the signals. Gives the `errno` of what went wrong, or 0.
[[nodiscard]] int write_descriptor(int descriptor, std::string_view bytes);

/// A closed pipe is an error without a message.
[[nodiscard]] Status write_stdout(std::string_view bytes);

/// JSON for standard output: on a terminal without raw control characters.
[[nodiscard]] Status write_stdout_json(std::string_view json);

/// Replaces the file, keeping its mode; a link stays a link. What is no regular file (/dev/null, a
/// pipe) is written directly.
[[nodiscard]] Status write_file(const std::string& path, std::string_view bytes);

/// What hands its bytes, part by part, to the function that it is called with.
using ByteSource = std::function<void(const std::function<void(std::string_view)>&)>;
/// The same for bytes that are never held all at once.
[[nodiscard]] Status write_file(const std::string& path, const ByteSource& bytes);

/// Whether two paths mean one file, also one that is not there yet.
[[nodiscard]] bool same_file(const std::string& a, const std::string& b);

/// Fails where what `flag` writes to `file` would take the place of one of `inputs`, which are `what`: "one of the
/// texts". Empty names and "-" are no place.
[[nodiscard]] Status check_place(const std::string& flag, const std::string& file,
                                 const std::vector<std::string>& inputs, const std::string& what);

/// JSON to a file, or to standard output for "-".
[[nodiscard]] Status write_json(const std::string& path, std::string_view json);
[[nodiscard]] Status write_json(const std::string& path, const ByteSource& json);

}  // namespace storydiff::cli
