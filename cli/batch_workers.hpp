/// \file batch_workers.hpp
/// Jobs in, records out, by several threads, in the order of the jobs or as they come, and in bounded
/// memory: what is under way is limited in number and in bytes, so a slow job or a slow reader of the
/// output holds up the input and nothing else.
///
///     BatchWorkers workers(4, BatchOrder::kInput, {work, sink, stopped});
///     while (more && workers.add(next_job())) {}
///     Status status = workers.finish();
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "batch_totals.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

struct BatchJob {
  std::uint64_t line = 0;  ///< its number in the input, from 1
  std::string text;
  bool too_long = false;        ///< `text` was not kept
  std::uint64_t input_end = 0;  ///< bytes of the input up to its end
};

struct BatchRecord {
  std::string bytes;  ///< a whole line
  std::vector<std::string> warnings;
  std::map<std::string, std::string> failed_plugins;  ///< by id: what to say of it
  BatchTotals totals;                                 ///< of this record alone
  std::uint64_t input_end = 0;
};

enum class BatchOrder { kInput, kAsDone };

/// What the workers call.
struct BatchCalls {
  /// `worker` is 0 .. workers - 1; each number is used by one thread alone.
  std::function<BatchRecord(unsigned worker, const BatchJob& job)> work;
  /// Called by one thread at a time. After an error nothing more is done.
  std::function<Status(BatchRecord& record)> sink;
  /// From any thread. Once true, no other job is begun; those that have been are done and given to the
  /// sink. In the order of the input these are the first ones.
  std::function<bool()> stopped;
};

class BatchWorkers {
 public:
  BatchWorkers(unsigned workers, BatchOrder order, BatchCalls calls);
  BatchWorkers(const BatchWorkers&) = delete;
  BatchWorkers& operator=(const BatchWorkers&) = delete;
  ~BatchWorkers();

  /// Blocks while too much is under way. False once the sink has failed, or it is time to stop.
  bool add(BatchJob job);
  /// Waits for all jobs, or for those that have begun. The sink's error, if it had one. Throws what one of the calls
  /// has thrown; nothing more is done after that, as after an error.
  Status finish();

 private:
  struct Waiting {
    std::uint64_t number;
    BatchJob job;
  };
  struct Done {
    BatchRecord record;
    std::size_t bytes;  ///< what it holds of the limit: input and output
  };

  void run(unsigned worker);
  void work(unsigned worker, std::unique_lock<std::mutex>& lock);
  void end_and_join();
  /// Nothing more is to be done, or `calls_` says so.
  [[nodiscard]] bool is_over() const { return failure_ || thrown_ || calls_.stopped(); }
  void drain(std::unique_lock<std::mutex>& lock);

  const BatchOrder order_;
  const BatchCalls calls_;
  const std::size_t most_jobs_;

  std::mutex mutex_;
  std::condition_variable job_or_end_;
  std::condition_variable room_;
  std::deque<Waiting> waiting_;
  std::map<std::uint64_t, Done> done_;  ///< by the number under which it goes out
  std::uint64_t added_ = 0;
  std::uint64_t arrived_ = 0;
  std::uint64_t next_out_ = 0;
  std::size_t under_way_ = 0;        ///< added and not yet given to the sink
  std::size_t bytes_under_way_ = 0;  ///< of these
  bool draining_ = false;
  bool ending_ = false;
  std::optional<Error> failure_;
  std::exception_ptr thrown_;
  std::vector<std::thread> threads_;
};

}  // namespace storydiff::cli
