// A plugin against the bare ABI that breaks the rule which the file "behaviour" beside it names, from
// the moment when it is loaded. Otherwise it is a good one: it drops the line that begins with "By "
// and ends with no full stop.
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <clocale>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include <storydiff_plugin.h>

namespace {

constexpr const char* kRole = "byline";

/// What the plugin is, read before anybody asks: the host reads the entry without a call.
struct Self {
  std::string folder;
  std::string behaviour;
  std::string schema;

  [[nodiscard]] std::string text(const std::string& file) const {
    std::ifstream stream(folder + "/" + file);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  Self() {
    Dl_info info{};
    ::dladdr(&kRole, &info);
    folder = info.dli_fname;
    folder.erase(folder.rfind('/'));
    behaviour = text("behaviour");
    const nlohmann::json manifest = nlohmann::json::parse(text("plugin.json"), nullptr, false);
    schema = manifest.is_object() ? manifest.value("options", nlohmann::json::object()).dump() : "{}";
    if (behaviour == "exits-at-load") ::exit(3);
    if (behaviour == "crashes-at-load") __builtin_trap();
  }
  ~Self() {
    if (behaviour == "aborts-at-end") ::abort();
    if (behaviour == "hangs-at-end") ::pause();
  }
};
const Self self;

bool is(std::string_view behaviour) { return self.behaviour == behaviour; }

std::atomic<int> calls_made = 0;
std::atomic<int> calls_running = 0;

void burn(double seconds) {
  const auto now = [] {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  };
  for (const double end = now() + seconds; now() < end;) {
  }
}

/// No signal to itself: the first process of a namespace would not hear it.
__attribute__((no_sanitize("undefined"))) void crash() { *static_cast<volatile int*>(nullptr) = 1; }

/// One call of `normalize`.
struct Call {
  std::string_view text;
  const storydiff_view& view;
  const storydiff_sink& sink;
  const storydiff_host& host;

  int drop(std::uint64_t begin, std::uint64_t end, const char* role = kRole, const char* rule = "byline-line") const {
    return told(sink.drop(sink.context, begin, end, role, rule));
  }
  int replace(std::uint64_t begin, std::uint64_t end, std::string_view with, const char* rule) const {
    return told(sink.replace(sink.context, begin, end, with.data(), with.size(), rule));
  }

 private:
  int told(int status) const {
    if (status == STORYDIFF_OK) return status;
    if (is("odd-status")) return 12345;
    if (!is("fails-silently")) host.set_error(host.context, "an edit was refused");
    return status;
  }
};

/// The paragraph that is a byline, or an empty span.
storydiff_span byline_of(const Call& call) {
  for (std::uint64_t i = 0; i < call.view.paragraph_count; ++i) {
    const storydiff_span span = call.view.paragraphs[i];
    const std::string_view paragraph = call.text.substr(span.begin, span.end - span.begin);
    if (paragraph.starts_with("By ") && paragraph.size() < 60 && paragraph.find('.') == std::string_view::npos)
      return span;
  }
  return {0, 0};
}

int drop_byline(const Call& call, const char* role = kRole, const std::string& rule = "byline-line") {
  const storydiff_span span = byline_of(call);
  return span.begin == span.end ? STORYDIFF_OK : call.drop(span.begin, span.end, role, rule.c_str());
}

/// What is done to the process or to memory, whatever the text.
void do_mischief() {
  const bool first = calls_made++ == 0;
  if (is("writes-to-stdout")) std::printf("Hello from a plugin\n");
  if (is("writes-to-stderr")) std::fprintf(stderr, "Hello from a plugin\n");
  // Not in the threads that a check starts: what another thread opens meanwhile would have the number that was free,
  // and be closed under it. The sanitizers ask through a pipe whether memory can be read, and end the process then.
  if (is("closes-stdout") && ::gettid() == ::getpid()) ::close(STDOUT_FILENO);
  if (is("changes-folder") && ::chdir("/") != 0) std::abort();
  if (is("changes-locale")) std::setlocale(LC_ALL, "C.UTF-8");
  if (is("changes-mask")) ::umask(0);
  if (is("changes-signals")) ::signal(SIGTERM, SIG_IGN);
  if (is("leaves-descriptors")) static_cast<void>(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  if (is("leaks")) *static_cast<volatile char*>(std::malloc(200)) = 'x';
  if (is("exits")) ::exit(0);
  if (is("hangs")) ::pause();
  if (is("kills-its-parent")) ::kill(::getppid(), SIGKILL);
  if (is("closes-everything"))
    for (int descriptor = 0; descriptor < 1024; ++descriptor) ::close(descriptor);
  if (is("floods-stdout") || is("floods-stderr"))
    for (const std::string line(1000, 'x'); ::write(is("floods-stdout") ? 1 : 2, line.data(), line.size()) > -2;) {
    }
  if (is("takes-all-memory")) {
    while (std::malloc(std::size_t{64} << 20) != nullptr) {
    }
    crash();
  }
  if (is("forks") && first && ::fork() == 0) {
    // A daemon that wants to stay: in a session of its own, deaf to polite signals.
    ::setsid();
    ::signal(SIGTERM, SIG_IGN);
    if (::fork() != 0) ::_exit(0);
    for (;;) ::pause();
  }
}

struct Instance {
  const storydiff_host* host;
  char reserve[4000];
};

void* create(const char* options_json, const storydiff_host* host) noexcept {
  const std::string_view options = options_json;
  if (is("cannot-be-made")) {
    host->set_error(host->context, "the dictionary is missing");
    return nullptr;
  }
  if (is("refuses-a-listed-value") && options.find("\"two\"") != options.npos) {
    host->set_error(host->context, "two is not supported");
    return nullptr;
  }
  if (is("refuses-silently") && options.find("aaaa") != options.npos) return nullptr;
  return new Instance{host, {}};
}

void destroy(void* instance) noexcept {
  if (is("leaks-instances")) return;
  delete static_cast<Instance*>(instance);
}

int normalize(void* instance, const storydiff_view* view, const storydiff_sink* sink) noexcept {
  const Call call{{view->text, view->text_size}, *view, *sink, *static_cast<Instance*>(instance)->host};
  const auto holds = [&](std::string_view words) { return call.text.find(words) != std::string_view::npos; };
  do_mischief();
  if (is("invalid-on-stories") && holds("lighthouse")) return call.drop(0, call.text.size() + 1);
  if (is("crashes-on-flags") && holds("\U0001F1F3\U0001F1F4")) crash();
  if (is("aborts-on-flags") && holds("\U0001F1F3\U0001F1F4")) std::abort();
  if (is("cuts-a-sequence") && holds("\u05D9\u05E8")) return call.drop(0, call.text.find("\u05D9") + 1);
  if (is("hangs-on-megabytes") && call.text.size() > 4000000) ::pause();
  if (is("invalid-on-an-address") && holds("a.b/c")) return call.drop(5, 2);
  if (is("never-edits")) return STORYDIFF_OK;
  if (is("other-role")) return drop_byline(call, "slug");
  if (is("counts-its-calls")) return drop_byline(call, kRole, "byline-" + std::to_string(calls_made));
  if (is("says-its-process")) {
    timespec time{};
    static const bool known = ::clock_gettime(CLOCK_REALTIME, &time) == 0;
    static const std::string once = std::to_string(known ? time.tv_nsec : 0);
    return drop_byline(call, kRole, "byline-" + once);
  }
  if (is("edits-again") && !call.text.empty()) return call.replace(0, 0, "x ", "once-more");
  if (is("shares-its-state")) {
    const int running = ++calls_running;
    const timespec moment{0, 50000};
    ::nanosleep(&moment, nullptr);
    const int status = drop_byline(call, kRole, "byline-" + std::to_string(std::max(running, calls_running.load())));
    --calls_running;
    return status;
  }
  if (is("edits-without-counterpart")) return drop_byline(call);
  if (is("crashes-without-counterpart") && view->counterpart->text_size == 1) return STORYDIFF_OK;
  if (is("crashes-beside-nothing") && view->counterpart != nullptr && view->counterpart->text_size == 0) crash();
  if (is("drops-a-word") && call.text.starts_with("The ")) return call.drop(0, 3);
  if (is("empties-a-word") && call.text.starts_with("The ")) return call.replace(0, 3, "", "shorter");
  if (is("drops-long-paragraphs"))
    for (std::uint64_t i = 0; i < view->paragraph_count; ++i)
      if (view->paragraphs[i].end - view->paragraphs[i].begin > 700)
        return call.drop(view->paragraphs[i].begin, view->paragraphs[i].end);
  if (is("is-slow") && call.text.size() / 1000 == 200) burn(2.5);
  if (is("is-rather-slow") && call.text.size() / 1000 == 200) burn(0.4);
  if (is("is-quadratic") && call.text.size() < 300000) {
    const double kilobytes = static_cast<double>(call.text.size()) / 1000;
    burn(kilobytes * kilobytes * 2e-5);
  }
  return drop_byline(call);
}

storydiff_descriptor make_descriptor() {
  storydiff_descriptor d{};
  d.struct_size = is("has-a-short-descriptor") ? 88 : sizeof d;
  d.flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE;
  if (is("edits-without-counterpart") || is("crashes-without-counterpart")) d.flags |= STORYDIFF_NEEDS_COUNTERPART;
  if (is("has-other-flags")) d.flags = STORYDIFF_IDEMPOTENT;
  d.id = "checked";
  d.name = "Checked";
  d.version = "1.0.0";
  d.vendor = "storydiff tests";
  d.licence = "MIT";
  d.summary = is("has-another-summary") ? "Does something else." : "Breaks one rule on purpose.";
  d.languages = "";
  d.roles = kRole;
  d.options_schema = self.schema.c_str();
  d.create = &create;
  d.normalize = is("has-no-function") ? nullptr : &normalize;
  d.destroy = &destroy;
  return d;
}
const storydiff_descriptor the_descriptor = make_descriptor();

const storydiff_descriptor* descriptor(std::uint32_t index) noexcept { return index == 0 ? &the_descriptor : nullptr; }

}  // namespace

extern "C" STORYDIFF_EXPORT const storydiff_plugin_entry_t storydiff_plugin_entry;
const storydiff_plugin_entry_t storydiff_plugin_entry = {
    is("has-a-short-entry") ? std::uint32_t{24} : std::uint32_t{sizeof(storydiff_plugin_entry_t)},
    is("is-of-another-major-version") ? STORYDIFF_ABI_MAJOR + 1 : STORYDIFF_ABI_MAJOR,
    is("is-of-a-newer-minor-version") ? STORYDIFF_ABI_MINOR + 1 : STORYDIFF_ABI_MINOR,
    1,
    &descriptor,
    nullptr,
    nullptr};
