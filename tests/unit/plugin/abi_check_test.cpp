#include "plugin/abi_check.hpp"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

#include "support/catch.hpp"

using namespace storydiff;
using namespace storydiff::plugin_host;

namespace {

void* create(const char*, const storydiff_host*) noexcept { return nullptr; }
int normalize(void*, const storydiff_view*, const storydiff_sink*) noexcept { return STORYDIFF_OK; }
void destroy(void*) noexcept {}

storydiff_descriptor good_descriptor() {
  return {sizeof(storydiff_descriptor),
          0,
          "slugs",
          "Slugs",
          "1.0.0",
          "Example",
          "MIT",
          "Drops slugs.",
          "",
          "",
          "{}",
          &create,
          &normalize,
          &destroy};
}

storydiff_descriptor described = good_descriptor();
const storydiff_descriptor* descriptor_at(std::uint32_t index) noexcept { return index == 0 ? &described : nullptr; }

storydiff_plugin_entry_t good_entry() {
  return {
      sizeof(storydiff_plugin_entry_t), STORYDIFF_ABI_MAJOR, STORYDIFF_ABI_MINOR, 1, &descriptor_at, nullptr, nullptr};
}

PluginManifest good_manifest() {
  PluginManifest manifest;
  manifest.id = "slugs";
  manifest.version = "1.0.0";
  return manifest;
}

/// Checks `entry` in a block of exactly `struct_size` bytes: a sanitizer sees any read beyond it.
Status check_in_exact_space(const storydiff_plugin_entry_t& entry) {
  const std::unique_ptr<void, decltype(&std::free)> space(std::malloc(entry.struct_size), &std::free);
  std::memcpy(space.get(), &entry, entry.struct_size);
  return check_entry(*static_cast<const storydiff_plugin_entry_t*>(space.get()));
}

}  // namespace

TEST_CASE("an entry is refused by what it says, before anything of it is called") {
  struct Case {
    const char* name;
    void (*spoil)(storydiff_plugin_entry_t&);
    ErrorCode code;
    const char* complaint;
  };
  const Case cases[] = {
      {"other major", [](auto& e) { e.abi_major = 2; }, ErrorCode::kUnsupported,
       "was built for ABI 2.0, this storydiff has 1.0: rebuild it against this release's headers or install a newer "
       "storydiff"},
      {"older major", [](auto& e) { e.abi_major = 0; }, ErrorCode::kUnsupported, "install an older storydiff"},
      {"newer minor", [](auto& e) { e.abi_minor = 1; }, ErrorCode::kUnsupported,
       "was built for ABI 1.1, this storydiff has 1.0: install a newer storydiff"},
      {"another major of another size",
       [](auto& e) {
         e.struct_size = 16;
         e.abi_major = 3;
       },
       ErrorCode::kUnsupported, "ABI 3.0"},
      {"short", [](auto& e) { e.struct_size = 24; }, ErrorCode::kPlugin,
       "has an entry of 24 bytes instead of at least 40"},
      {"too short for a version", [](auto& e) { e.struct_size = 4; }, ErrorCode::kPlugin, "has an entry of 4 bytes"},
      {"no function", [](auto& e) { e.descriptor = nullptr; }, ErrorCode::kPlugin, "'descriptor' is NULL"},
      {"nothing in it", [](auto& e) { e.count = 0; }, ErrorCode::kPlugin, "counts 0 plugins"},
      {"damaged", [](auto& e) { e.count = 0xFFFFFFFF; }, ErrorCode::kPlugin, "counts 4294967295 plugins"},
  };
  REQUIRE(check_in_exact_space(good_entry()).ok());
  for (const Case& c : cases) {
    INFO(c.name);
    storydiff_plugin_entry_t entry = good_entry();
    c.spoil(entry);
    const Status status = check_in_exact_space(entry);
    REQUIRE_FALSE(status.ok());
    INFO(status.error().message);
    CHECK(status.error().code == c.code);
    CHECK(status.error().message.find(c.complaint) != std::string::npos);
  }
}

TEST_CASE("a descriptor must be whole and say what the manifest says") {
  struct Case {
    const char* name;
    void (*spoil)(storydiff_descriptor&);
    const char* complaint;
  };
  const Case cases[] = {
      {"short", [](auto& d) { d.struct_size = 80; }, "of 80 bytes instead of at least 104"},
      {"empty", [](auto& d) { d.struct_size = 0; }, "of 0 bytes"},
      {"no id", [](auto& d) { d.id = nullptr; }, "'id' is NULL"},
      {"no roles", [](auto& d) { d.roles = nullptr; }, "'roles' is NULL"},
      {"no schema", [](auto& d) { d.options_schema = nullptr; }, "'options_schema' is NULL"},
      {"no create", [](auto& d) { d.create = nullptr; }, "'create' is NULL"},
      {"no normalize", [](auto& d) { d.normalize = nullptr; }, "'normalize' is NULL"},
      {"no destroy", [](auto& d) { d.destroy = nullptr; }, "'destroy' is NULL"},
      {"another id", [](auto& d) { d.id = "guls"; }, "describes 'guls' and not that id"},
      {"another version", [](auto& d) { d.version = "1.0.1"; },
       "is version 1.0.1 by its library and 1.0.0 by its plugin.json"},
  };
  described = good_descriptor();
  REQUIRE(find_descriptor(good_entry(), good_manifest()).ok());
  for (const Case& c : cases) {
    INFO(c.name);
    described = good_descriptor();
    c.spoil(described);
    const auto found = find_descriptor(good_entry(), good_manifest());
    REQUIRE_FALSE(found.ok());
    INFO(found.error().message);
    CHECK(found.error().message.find(c.complaint) != std::string::npos);
  }
  described = good_descriptor();
}

TEST_CASE("a library may hold several plugins") {
  static const storydiff_descriptor other = [] {
    storydiff_descriptor made = good_descriptor();
    made.id = "other";
    return made;
  }();
  storydiff_plugin_entry_t entry = good_entry();
  entry.count = 2;
  entry.descriptor = [](std::uint32_t index) noexcept { return index == 0 ? &other : descriptor_at(index - 1); };
  const auto found = find_descriptor(entry, good_manifest());
  REQUIRE(found.ok());
  CHECK(*found == &described);

  entry.count = 3;
  PluginManifest third = good_manifest();
  third.id = "third";
  const auto missing = find_descriptor(entry, third);
  REQUIRE_FALSE(missing.ok());
  CHECK(missing.error().message.find("counts 3 plugins and has no descriptor (number 2)") != std::string::npos);
}

TEST_CASE("an exception that leaves the descriptor function is an error") {
  storydiff_plugin_entry_t entry = good_entry();
  const auto throwing = +[](std::uint32_t) -> const storydiff_descriptor* { throw std::runtime_error("no luck"); };
  entry.descriptor = reinterpret_cast<decltype(entry.descriptor)>(throwing);
  const auto found = find_descriptor(entry, good_manifest());
  REQUIRE_FALSE(found.ok());
  CHECK(found.error().message == "failed to describe itself: an exception left the plugin: no luck");
}
