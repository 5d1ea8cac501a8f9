#include "side_by_side.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "deadline_watch.hpp"

namespace storydiff {
namespace {

/// Tasks that are done by whoever has time.
class Job {
 public:
  Job(std::size_t count, const std::function<void(std::size_t)>& task)
      : task_(task), deadline_(watched_deadline()), thrown_(count) {}

  /// Does tasks until none is left that nobody has begun.
  void work() {
    const DeadlineWatch watch(deadline_);
    for (std::size_t i = next_++; i < thrown_.size(); i = next_++) {
      try {
        check_deadline();
        task_(i);
      } catch (...) {
        thrown_[i] = std::current_exception();
      }
    }
  }

  /// Precondition: all have left `work`.
  void rethrow() const {
    const auto first = std::find_if(thrown_.begin(), thrown_.end(), [](const auto& e) { return e != nullptr; });
    if (first != thrown_.end()) std::rethrow_exception(*first);
  }

 private:
  const std::function<void(std::size_t)>& task_;
  const Deadline* deadline_;
  std::vector<std::exception_ptr> thrown_;
  std::atomic<std::size_t> next_ = 0;
};

}  // namespace

/// Threads that wait for a job. Used by one thread alone.
class CrewScope::Crew {
 public:
  Crew() = default;
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    called_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  /// The job is done by the caller and at most `others` more.
  void run(Job& job, std::size_t others) {
    try {
      while (threads_.size() < others) threads_.emplace_back([this] { serve(); });
    } catch (const std::system_error&) {
      // No more threads to be had: those that there are do it all.
    }
    {
      const std::lock_guard lock(mutex_);
      job_ = &job;
      places_ = others;
    }
    others == 1 ? called_.notify_one() : called_.notify_all();
    Crew* const crew = std::exchange(current, nullptr);  // a task that has tasks of its own needs another crew
    job.work();
    current = crew;
    std::unique_lock lock(mutex_);
    job_ = nullptr;  // who comes late finds nothing to do
    left_.wait(lock, [this] { return busy_ == 0; });
  }

 private:
  void serve() {
    std::unique_lock lock(mutex_);
    while (true) {
      called_.wait(lock, [this] { return ended_ || (job_ != nullptr && places_ > 0); });
      if (ended_) return;
      Job* const job = job_;
      --places_;
      ++busy_;
      lock.unlock();
      job->work();
      lock.lock();
      --busy_;
      left_.notify_one();
    }
  }

  std::mutex mutex_;
  std::condition_variable called_;
  std::condition_variable left_;
  Job* job_ = nullptr;
  std::size_t places_ = 0;  ///< how many may still join it
  std::size_t busy_ = 0;
  bool ended_ = false;
  std::vector<std::thread> threads_;
};

thread_local CrewScope::Crew* CrewScope::current = nullptr;

CrewScope::CrewScope() : crew_(std::make_unique<Crew>()), before_(std::exchange(current, crew_.get())) {}
CrewScope::~CrewScope() { current = before_; }

void run_side_by_side(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& task) {
  Job job(count, task);
  const std::size_t wanted = std::min<std::size_t>(threads, count);
  if (wanted < 2) {
    job.work();
  } else if (CrewScope::current != nullptr) {
    CrewScope::current->run(job, wanted - 1);
  } else {
    CrewScope::Crew().run(job, wanted - 1);
  }
  job.rethrow();
}

void run_side_by_side(unsigned threads, std::initializer_list<Task> tasks) {
  run_side_by_side(threads, tasks.size(), [&](std::size_t i) { tasks.begin()[i](); });
}

}  // namespace storydiff
