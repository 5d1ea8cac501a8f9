/// \file batch_output.hpp
/// Where the records of a batch go: standard output, a new file, or one that an earlier run left behind.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "batch_pair.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

class BatchOutput {
 public:
  BatchOutput() = default;  ///< standard output
  BatchOutput(const BatchOutput&) = delete;
  BatchOutput& operator=(const BatchOutput&) = delete;
  ~BatchOutput();

  /// A new file, or one with records of an earlier batch, emptied: any other that is there stays as it is.
  /// No other run may write to it meanwhile.
  [[nodiscard]] Status create(const std::string& path);
  /// Opens what an earlier run wrote, calls `record` with each whole line, cuts a half-written one off,
  /// and goes on behind. A file that is not there is a new one. `all_read` is called before anything is changed.
  /// Memory: one line.
  [[nodiscard]] Status resume(const std::string& path,
                              const std::function<Status(std::uint64_t number, const std::string& line)>& record,
                              const std::function<Status()>& all_read);
  /// Writes whole lines. A closed pipe is an error without a message.
  [[nodiscard]] Status write(std::string_view lines);
  /// Some file systems report a full disk only here.
  [[nodiscard]] Status close();

 private:
  [[nodiscard]] Status open(const std::string& path, int flags);
  [[nodiscard]] Error error(int number) const;

  int descriptor_ = -1;
  std::string path_;
};

}  // namespace storydiff::cli
