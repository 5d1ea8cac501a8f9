#include "pages_ahead.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <span>
#include <thread>
#include <vector>

#include "support/catch.hpp"

using storydiff::cli::PagesAhead;

namespace {

class Mapping {
 public:
  explicit Mapping(std::size_t size)
      : memory_(static_cast<char*>(
                    ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)),
                size) {
    ::madvise(memory_.data(), memory_.size(), MADV_NOHUGEPAGE);  // a large one might reach across a boundary
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() { ::munmap(memory_.data(), memory_.size()); }

  [[nodiscard]] std::span<char> memory() const { return memory_; }
  [[nodiscard]] std::size_t pages() const { return memory_.size() / static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)); }
  [[nodiscard]] std::size_t pages_ready() const {
    std::vector<unsigned char> ready(pages());
    REQUIRE(::mincore(memory_.data(), memory_.size(), ready.data()) == 0);
    return static_cast<std::size_t>(
        std::count_if(ready.begin(), ready.end(), [](auto page) { return (page & 1) != 0; }));
  }

 private:
  std::span<char> memory_;
};

/// Whether pages can be made ready here, and it can be seen.
bool system_helps() {
#ifdef MADV_POPULATE_WRITE
  const Mapping page(static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)));
  const bool fresh = page.pages_ready() == 0;
  return ::madvise(page.memory().data(), page.memory().size(), MADV_POPULATE_WRITE) == 0 && fresh;
#else
  return false;
#endif
}

}  // namespace

TEST_CASE("pages are made ready, to the last one, and what stands in them stays") {
  if (!system_helps()) {
    WARN("pages can not be made ready here, or it can not be seen");
    return;
  }
  const Mapping mapping(std::size_t{5} << 20);  // no whole number of steps
  mapping.memory()[100] = 'x';
  const PagesAhead ahead(mapping.memory());
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (mapping.pages_ready() < mapping.pages() && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  CHECK(mapping.pages_ready() == mapping.pages());
  CHECK(mapping.memory()[100] == 'x');
}

TEST_CASE("what lies beyond is not made ready") {
  if (!system_helps()) return;
  constexpr std::size_t kSure = std::size_t{8} << 20;
  const Mapping mapping(2 * kSure);
  const PagesAhead ahead(mapping.memory().first(kSure), mapping.memory().subspan(kSure));
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (mapping.pages_ready() < mapping.pages() / 2 && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  CHECK(mapping.pages_ready() == mapping.pages() / 2);
}

TEST_CASE("making pages ready ends with its object") {
  if (!system_helps()) return;
  const Mapping mapping(std::size_t{1} << 30);
  { const PagesAhead none({}); }
  CHECK(mapping.pages_ready() == 0);
  { const PagesAhead ahead(mapping.memory()); }
  const std::size_t ready = mapping.pages_ready();
  CHECK(ready < mapping.pages());
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK(mapping.pages_ready() == ready);
}
