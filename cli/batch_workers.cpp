#include "batch_workers.hpp"

#include <system_error>
#include <utility>

namespace storydiff::cli {
namespace {

/// For each worker: enough that one slow job does not leave the others without work.
constexpr std::size_t kJobsAhead = 16;
constexpr std::size_t kMostBytes = std::size_t{128} << 20U;

}  // namespace

BatchWorkers::BatchWorkers(unsigned workers, BatchOrder order, BatchCalls calls)
    : order_(order), calls_(std::move(calls)), most_jobs_(workers * kJobsAhead) {
  threads_.reserve(workers);
  for (unsigned worker = 0; worker < workers; ++worker) {
    try {
      threads_.emplace_back([this, worker] { run(worker); });
    } catch (const std::exception&) {  // no thread to be had, or no memory for one
      if (threads_.empty()) throw;
      break;  // fewer do as well
    }
  }
}

BatchWorkers::~BatchWorkers() {
  {
    const std::scoped_lock lock(mutex_);
    waiting_.clear();
  }
  end_and_join();
}

bool BatchWorkers::add(BatchJob job) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] {
    // One job may always run, however large it is.
    return is_over() || under_way_ == 0 || (under_way_ < most_jobs_ && bytes_under_way_ < kMostBytes);
  });
  if (is_over()) return false;
  ++under_way_;
  bytes_under_way_ += job.text.size();
  waiting_.push_back({added_++, std::move(job)});
  job_or_end_.notify_one();
  return true;
}

Status BatchWorkers::finish() {
  end_and_join();
  if (thrown_) std::rethrow_exception(thrown_);
  return failure_ ? Status(*failure_) : Status(Success{});
}

void BatchWorkers::end_and_join() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
    job_or_end_.notify_all();
  }
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

/// A thread of one worker. What one call throws, for want of memory, ends the batch and not the program.
void BatchWorkers::run(unsigned worker) {
  std::unique_lock lock(mutex_);
  try {
    work(worker, lock);
  } catch (...) {
    if (!lock.owns_lock()) lock.lock();
    if (!thrown_) thrown_ = std::current_exception();
    waiting_.clear();
  }
  // Nobody makes room any more for one who waits for it.
  room_.notify_all();
}

void BatchWorkers::work(unsigned worker, std::unique_lock<std::mutex>& lock) {
  for (;;) {
    job_or_end_.wait(lock, [&] { return !waiting_.empty() || ending_; });
    if (waiting_.empty() || is_over()) break;
    const Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    BatchRecord record = calls_.work(worker, next.job);
    record.input_end = next.job.input_end;
    const std::size_t bytes = next.job.text.size() + record.bytes.size();
    lock.lock();
    bytes_under_way_ += record.bytes.size();
    const std::uint64_t number = order_ == BatchOrder::kInput ? next.number : arrived_++;
    done_.emplace(number, Done{std::move(record), bytes});
    drain(lock);
  }
}

/// Gives the sink what is next. One thread does so for all, without holding the lock meanwhile: the others
/// put their records down and go on.
void BatchWorkers::drain(std::unique_lock<std::mutex>& lock) {
  if (draining_) return;
  draining_ = true;
  for (auto next = done_.find(next_out_); next != done_.end() && !failure_ && !thrown_; next = done_.find(next_out_)) {
    Done done = std::move(next->second);
    done_.erase(next);
    ++next_out_;
    lock.unlock();
    const Status written = calls_.sink(done.record);
    lock.lock();
    --under_way_;
    bytes_under_way_ -= done.bytes;
    if (!written) {
      failure_ = written.error();
      waiting_.clear();
    }
    room_.notify_one();
  }
  draining_ = false;
}

}  // namespace storydiff::cli
