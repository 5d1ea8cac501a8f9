// The adapter against a plugin that lives in this program, so that the test sees both ends.
#include "plugin/abi_normalizer.hpp"

#include <map>
#include <string>
#include <thread>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff;
using plugin_host::PluginLibrary;

namespace {

/// What the plugin saw, and how it is to behave.
struct Probe {
  int inits = 0;
  int creates = 0;
  int destroys = 0;
  int init_status = STORYDIFF_OK;
  std::string options;
  std::string folder;
  const storydiff_host* host = nullptr;
  int (*normalize)(const storydiff_view*, const storydiff_sink*) = nullptr;
};
Probe probe;

int init(const storydiff_host* host) noexcept {
  ++probe.inits;
  if (probe.init_status != STORYDIFF_OK) host->set_error(host->context, "no dictionary\n");
  return probe.init_status;
}

void* create(const char* options_json, const storydiff_host* host) noexcept {
  ++probe.creates;
  probe.options = options_json;
  probe.folder = host->plugin_folder;
  probe.host = host;
  return &probe;
}

int normalize(void* instance, const storydiff_view* view, const storydiff_sink* sink) noexcept {
  return static_cast<Probe*>(instance)->normalize(view, sink);
}

void destroy(void*) noexcept { ++probe.destroys; }

const storydiff_descriptor kDescriptor{sizeof(storydiff_descriptor),
                                       STORYDIFF_NEEDS_COUNTERPART,
                                       "probe",
                                       "Probe",
                                       "1.0.0",
                                       "Example",
                                       "MIT",
                                       "Sees.",
                                       "",
                                       "",
                                       "{}",
                                       &create,
                                       &normalize,
                                       &destroy};
const storydiff_descriptor* descriptor_at(std::uint32_t) noexcept { return &kDescriptor; }
const storydiff_plugin_entry_t kEntry{
    sizeof(storydiff_plugin_entry_t), STORYDIFF_ABI_MAJOR, STORYDIFF_ABI_MINOR, 1, &descriptor_at, &init, nullptr};

PluginManifest manifest() {
  PluginManifest made;
  made.id = "probe";
  made.version = "1.0.0";
  made.folder = "/plugins/probe";
  return made;
}

void prepare(PluginLibrary& library) {
  probe = Probe{};
  library.path = "/plugins/probe/probe.so";
  library.entry = &kEntry;
}

}  // namespace

TEST_CASE("init is called once a library, create and destroy once an instance") {
  PluginLibrary library;
  prepare(library);
  {
    const auto first = make_abi_normalizer(library, manifest(), R"({"a":1})");
    const auto second = make_abi_normalizer(library, manifest(), "{}");
    REQUIRE(first.ok());
    REQUIRE(second.ok());
    CHECK(probe.inits == 1);
    CHECK(probe.creates == 2);
    CHECK(probe.folder == "/plugins/probe");
    CHECK((*first)->id() == "probe");
    CHECK((*first)->version() == "1.0.0");
    CHECK((*first)->options_json() == R"({"a":1})");
    CHECK((*first)->needs_counterpart());
    CHECK(probe.options == "{}");
    CHECK(probe.host->get_extension(probe.host->context, "storydiff.log/1") == nullptr);
    CHECK(probe.destroys == 0);
  }
  CHECK(probe.destroys == 2);
}

TEST_CASE("an init that fails is final") {
  PluginLibrary library;
  prepare(library);
  probe.init_status = STORYDIFF_ERROR;
  for (int attempt = 0; attempt < 2; ++attempt) {
    const auto made = make_abi_normalizer(library, manifest(), "{}");
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().message == "plugin 'probe' (/plugins/probe/probe.so) failed to initialise: no dictionary");
  }
  CHECK(probe.inits == 1);
  CHECK(probe.creates == 0);
}

TEST_CASE("a plugin sees the whole view") {
  PluginLibrary library;
  prepare(library);
  probe.normalize = [](const storydiff_view* view, const storydiff_sink* sink) {
    CHECK(view->struct_size == sizeof(storydiff_view));
    CHECK(std::string(view->text, view->text_size) == "One.\n\nTwo.");
    REQUIRE(view->paragraph_count == 2);
    CHECK(view->paragraphs[1].begin == 6);
    CHECK(view->paragraphs[1].end == 10);
    REQUIRE(view->mark_count == 1);
    CHECK(view->marks[0].span.end == 4);
    CHECK(std::string(view->marks[0].role) == "lede");
    CHECK(std::string(view->marks[0].rule) == "first");
    REQUIRE(view->metadata_count == 1);
    CHECK(std::string(view->metadata[0].key) == "side");
    CHECK(std::string(view->metadata[0].value) == "target");
    REQUIRE(view->counterpart != nullptr);
    CHECK(view->counterpart->text_size == 0);
    CHECK(view->counterpart->text != nullptr);
    CHECK(view->counterpart->metadata_count == 0);
    CHECK(view->counterpart->counterpart == nullptr);
    return sink->drop(sink->context, 0, 4, "slug", "seen");
  };
  const auto made = make_abi_normalizer(library, manifest(), "{}");
  REQUIRE(made.ok());

  const std::vector<Span> paragraphs{{0, 4}, {6, 10}};
  std::vector<Mark> marks(1);
  marks[0].span = {0, 4};
  marks[0].role = "lede";
  marks[0].rule = "first";
  const std::map<std::string, std::string> metadata{{"side", "target"}};
  View counterpart;
  const View view{"One.\n\nTwo.", paragraphs, marks, &metadata, &counterpart};
  counterpart.counterpart = &view;
  const auto edits = (*made)->propose(view);
  REQUIRE(edits.ok());
  REQUIRE(edits->size() == 1);
  CHECK((*edits)[0].rule == "seen");
}

TEST_CASE("a call that goes wrong gives a reason and no edit, and the next call starts afresh") {
  struct Case {
    const char* name;
    int (*normalize)(const storydiff_view*, const storydiff_sink*);
    const char* message;
  };
  const Case cases[] = {
      {"error with a reason",
       [](const storydiff_view*, const storydiff_sink* sink) {
         sink->drop(sink->context, 0, 1, "slug", "half");
         probe.host->set_error(probe.host->context, "lost the thread.");
         return STORYDIFF_ERROR;
       },
       "lost the thread"},
      {"error without a reason", [](const storydiff_view*, const storydiff_sink*) { return STORYDIFF_ERROR; },
       "the plugin gave no reason"},
      {"a status that does not exist", [](const storydiff_view*, const storydiff_sink*) { return -7; },
       "the plugin gave no reason"},
      {"a NULL reason",
       [](const storydiff_view*, const storydiff_sink*) {
         probe.host->set_error(probe.host->context, nullptr);
         return STORYDIFF_ERROR;
       },
       "the plugin gave no reason"},
      {"OK after a refused edit",
       [](const storydiff_view*, const storydiff_sink* sink) {
         sink->drop(sink->context, 0, 1, "slug", "fine");
         sink->drop(sink->context, 0, 1, nullptr, "nameless");
         return STORYDIFF_OK;
       },
       "rule 'nameless': an edit without a role: say what the span is"},
  };
  PluginLibrary library;
  prepare(library);
  const auto made = make_abi_normalizer(library, manifest(), "{}");
  REQUIRE(made.ok());
  for (const Case& c : cases) {
    INFO(c.name);
    probe.normalize = c.normalize;
    const auto failed = (*made)->propose(View{});
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().code == ErrorCode::kPlugin);
    CHECK(failed.error().message == c.message);

    probe.normalize = [](const storydiff_view*, const storydiff_sink* sink) {
      return sink->mark(sink->context, 0, 1, "lede", "again");
    };
    const auto edits = (*made)->propose(View{});
    REQUIRE(edits.ok());
    CHECK(edits->size() == 1);
  }
}

TEST_CASE("instances of a plugin that is not thread-safe take turns") {
  PluginLibrary library;
  prepare(library);
  static int inside = 0;  // unguarded on purpose: the host must guard it
  static int turns = 0;
  inside = turns = 0;
  probe.normalize = [](const storydiff_view*, const storydiff_sink*) {
    const int now = ++inside;
    ++turns;
    std::this_thread::yield();
    --inside;
    return now == 1 ? STORYDIFF_OK : STORYDIFF_ERROR;
  };
  std::vector<std::thread> threads;
  std::vector<int> failures(4, 0);
  for (int& failed : failures) {
    threads.emplace_back([&library, &failed] {
      const auto made = make_abi_normalizer(library, manifest(), "{}");
      for (int i = 0; i < 200; ++i) failed += made.ok() && (*made)->propose(View{}).ok() ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(failures == std::vector<int>(4, 0));
  CHECK(turns == 800);
}
