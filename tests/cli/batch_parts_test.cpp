#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <new>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "batch_pair.hpp"
#include "batch_progress.hpp"
#include "batch_workers.hpp"
#include "line_reader.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff;
using namespace storydiff::cli;

TEST_CASE("lines come whole, however they arrive, and too long ones are passed over") {
  struct Row {
    std::string text;
    std::vector<std::string> lines;  ///< "!" for one that is too long
  };
  const std::string longest(200'000, 'x');
  const Row rows[] = {
      {"", {}},
      {"\n", {""}},
      {"a", {"a"}},
      {"a\nb\n", {"a", "b"}},
      {"a\n\nb", {"a", "", "b"}},
      {longest + "\nb\n", {longest, "b"}},
      {longest + "x\nb\n", {"!", "b"}},
      {"a\n" + longest + "x", {"a", "!"}},
      {std::string("a\0b\n", 4), {std::string("a\0b", 3)}},
  };
  for (const Row& row : rows) {
    TemporaryFolder folder;
    const int descriptor = ::open(folder.write("lines", row.text).c_str(), O_RDONLY | O_CLOEXEC);
    REQUIRE(descriptor >= 0);
    LineReader reader(descriptor, -1, longest.size());
    std::vector<std::string> lines;
    std::string line;
    for (;;) {
      const LineReader::Got got = reader.next(line);
      if (got == LineReader::Got::kEnd) break;
      lines.push_back(got == LineReader::Got::kTooLong ? "!" : line);
    }
    ::close(descriptor);
    CHECK((lines == row.lines));
    CHECK(reader.consumed() == row.text.size());
    CHECK(reader.ended_with_feed() == row.text.ends_with('\n'));
  }
}

TEST_CASE("a reader that waits for input stops when it is told to") {
  std::array<int, 2> input{};
  std::array<int, 2> stop{};
  REQUIRE(::pipe(input.data()) == 0);
  REQUIRE(::pipe(stop.data()) == 0);
  LineReader reader(input[0], stop[0], 100);
  REQUIRE(::write(input[1], "a\nb", 3) == 3);
  std::string line;
  CHECK(reader.next(line) == LineReader::Got::kLine);
  std::thread later([&] { [[maybe_unused]] const ssize_t written = ::write(stop[1], "", 1); });
  CHECK(reader.next(line) == LineReader::Got::kStopped);
  later.join();
  for (const int end : {input[0], input[1], stop[0], stop[1]}) ::close(end);
}

TEST_CASE("the head of a record tells whose it is, and whether it failed") {
  struct Row {
    const char* line;
    std::optional<std::string> key;
    bool failed;
  };
  const Row rows[] = {
      {R"({"id":1,"schema":"x"})", "1", false},
      {R"({"id":-1.5e3,"schema":"x"})", "-1.5e3", false},
      {R"({"id":"a,b}","schema":"x"})", R"("a,b}")", false},
      {R"({"id":"a\"b\\","schema":"x"})", R"("a\"b\\")", false},
      {R"({"id":true})", "true", false},
      {R"({"id":null,"schema":"x"})", "", false},
      {R"({"id":null,"error":"line 7: no JSON"})", "line 7", true},
      {R"({"id":"x","error":"line 7: no JSON"})", R"("x")", true},
      {R"({"id":1,"schema":"x")", std::nullopt, false},
      {R"({"schema":"x"})", std::nullopt, false},
      {R"({"id":"a)", std::nullopt, false},
      {R"({"id":,"a":1})", std::nullopt, false},
      {R"({"id":"\)", std::nullopt, false},
      {"", std::nullopt, false},
      {"}", std::nullopt, false},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const auto head = read_record_head(row.line);
    REQUIRE(head.has_value() == row.key.has_value());
    if (!head) continue;
    CHECK(head->key == *row.key);
    CHECK(head->failed == row.failed);
  }
}

TEST_CASE("workers keep the order, and never hold more than they may") {
  constexpr unsigned kWorkers = 4;
  for (const BatchOrder order : {BatchOrder::kInput, BatchOrder::kAsDone}) {
    std::atomic<int> under_way{0};
    int most = 0;
    std::vector<std::uint64_t> out;
    BatchWorkers workers(kWorkers, order,
                         {[&](unsigned, const BatchJob& job) {
                            // The first one is slow: with the order kept, all others wait for it.
                            if (job.line == 0) std::this_thread::sleep_for(std::chrono::milliseconds(30));
                            BatchRecord record;
                            record.bytes = std::to_string(job.line);
                            return record;
                          },
                          [&](BatchRecord& record) {
                            --under_way;
                            out.push_back(std::stoull(record.bytes));
                            return Status(Success{});
                          },
                          [] { return false; }});
    for (std::uint64_t i = 0; i < 500; ++i) {
      most = std::max(most, ++under_way);
      BatchJob job;
      job.line = i;
      REQUIRE(workers.add(std::move(job)));
    }
    CHECK(workers.finish().ok());
    REQUIRE(out.size() == 500);
    CHECK(most <= static_cast<int>(kWorkers) * 16 + 1);
    if (order == BatchOrder::kInput) CHECK(std::is_sorted(out.begin(), out.end()));
    std::sort(out.begin(), out.end());
    CHECK(out.back() == 499);
    CHECK(std::adjacent_find(out.begin(), out.end()) == out.end());
  }
}

TEST_CASE("a job that is larger than the limit still runs") {
  int done = 0;
  BatchWorkers workers(2, BatchOrder::kInput,
                       {[](unsigned, const BatchJob&) { return BatchRecord{}; },
                        [&](BatchRecord&) {
                          ++done;
                          return Status(Success{});
                        },
                        [] { return false; }});
  for (int i = 0; i < 3; ++i) {
    BatchJob job;
    job.text.assign(std::size_t{130} << 20U, 'x');
    CHECK(workers.add(std::move(job)));
  }
  CHECK(workers.finish().ok());
  CHECK(done == 3);
}

TEST_CASE("when the sink fails or it is time to stop, what has begun is finished and nothing else begun") {
  for (const bool fails : {true, false}) {
    std::atomic<bool> stopped{false};
    std::vector<std::uint64_t> out;
    BatchWorkers workers(3, BatchOrder::kInput,
                         {[](unsigned, const BatchJob& job) {
                            BatchRecord record;
                            record.bytes = std::to_string(job.line);
                            return record;
                          },
                          [&](BatchRecord& record) {
                            out.push_back(std::stoull(record.bytes));
                            if (out.size() < 20) return Status(Success{});
                            if (!fails) stopped = true;
                            return fails ? Status(Error{ErrorCode::kUnreadable, "full"}) : Status(Success{});
                          },
                          [&] { return stopped.load(); }});
    std::uint64_t added = 0;
    for (; added < 100'000; ++added) {
      BatchJob job;
      job.line = added;
      if (!workers.add(std::move(job))) break;
    }
    const Status finished = workers.finish();
    CHECK(finished.ok() != fails);
    CHECK(added < 1000);
    if (fails) CHECK(out.size() == 20);
    // In the order of the input, without a gap.
    for (std::size_t i = 0; i < out.size(); ++i) CHECK(out[i] == i);
  }
}

TEST_CASE("what a call throws ends the batch, and not the program") {
  for (const bool sink_throws : {false, true}) {
    std::vector<std::uint64_t> out;
    BatchWorkers workers(3, BatchOrder::kInput,
                         {[&](unsigned, const BatchJob& job) {
                            if (job.line == 30 && !sink_throws) throw std::bad_alloc();
                            BatchRecord record;
                            record.bytes = std::to_string(job.line);
                            return record;
                          },
                          [&](BatchRecord& record) {
                            if (record.bytes == "30") throw std::bad_alloc();
                            out.push_back(std::stoull(record.bytes));
                            return Status(Success{});
                          },
                          [] { return false; }});
    std::uint64_t added = 0;
    for (; added < 100'000; ++added) {
      BatchJob job;
      job.line = added;
      if (!workers.add(std::move(job))) break;
    }
    CHECK(added < 1000);
    CHECK_THROWS_AS(static_cast<void>(workers.finish()), std::bad_alloc);
    for (std::size_t i = 0; i < out.size(); ++i) CHECK(out[i] == i);
    CHECK(out.size() <= 30);
  }
}

TEST_CASE("progress says how many, how fast, and how long it will take") {
  struct Row {
    std::uint64_t pairs;
    std::uint64_t errors;
    double seconds;
    std::optional<double> done;
    double skipped;
    const char* text;
  };
  const Row rows[] = {
      {0, 0, 5, 0.5, 0, "0 pairs"},
      {1, 0, 0.5, 0.5, 0, "1 pair"},
      {300, 0, 2, std::nullopt, 0, "300 pairs, 150 a second"},
      {300, 2, 2, 0.5, 0, "300 pairs, 2 failed, 150 a second, about 2 s left"},
      {300, 0, 2, 0.75, 0.5, "300 pairs, 150 a second, about 2 s left"},
      {300, 0, 100, 0.25, 0, "300 pairs, 3 a second, about 5 min left"},
      {3, 0, 36, 0.001, 0, "3 pairs, 5 a minute, about 10 h left"},
      {300, 0, 2, 1, 0, "300 pairs, 150 a second"},
      {300, 0, 2, 0.5, 0.5, "300 pairs, 150 a second"},
  };
  for (const Row& row : rows)
    CHECK(progress_text(row.pairs, row.errors, row.seconds, row.done, row.skipped) == row.text);
}
