/// \file line_reader.hpp
/// Lines from a descriptor, in bounded memory, until somebody wants to stop.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace storydiff::cli {

class LineReader {
 public:
  /// Borrows both; a `stop` that is readable ends the reading. `longest` bytes are kept of a line.
  LineReader(int descriptor, int stop, std::size_t longest) : descriptor_(descriptor), stop_(stop), longest_(longest) {}

  enum class Got {
    kLine,
    kTooLong,  ///< a line of more than `longest` bytes was passed over
    kEnd,
    kStopped,
    kFailed,  ///< `errno` says why
  };
  /// The next line without its line feed; the last one may lack it. Blocks.
  Got next(std::string& line);
  /// Whether the line before ended with a line feed.
  [[nodiscard]] bool ended_with_feed() const { return fed_; }
  /// Bytes of the lines that were given out, line feeds included.
  [[nodiscard]] std::uint64_t consumed() const { return consumed_; }

 private:
  /// More bytes into the buffer; `kLine` where there are some.
  Got fill();

  int descriptor_;
  int stop_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t consumed_ = 0;
  bool fed_ = false;
};

}  // namespace storydiff::cli
