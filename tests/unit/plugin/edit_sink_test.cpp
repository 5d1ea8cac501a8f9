#include "plugin/edit_sink.hpp"

#include <string>

#include "support/catch.hpp"

using namespace storydiff;
using plugin_host::EditSink;

namespace {
constexpr std::uint64_t kPast32Bits = std::uint64_t{1} << 32;
}

TEST_CASE("the sink copies edits in the order of the calls") {
  EditSink sink;
  const storydiff_sink& abi = *sink.abi();
  CHECK(abi.struct_size == sizeof(storydiff_sink));
  sink.open();
  std::string role = "slug";
  std::string text = "d\xC3\xA9j\xC3\xA0";
  CHECK(abi.drop(abi.context, 1, 4, role.c_str(), "first") == STORYDIFF_OK);
  CHECK(abi.replace(abi.context, 5, 5, text.data(), text.size(), "second") == STORYDIFF_OK);
  CHECK(abi.replace(abi.context, 6, 8, nullptr, 0, "third") == STORYDIFF_OK);
  CHECK(abi.move(abi.context, 2, 3, 0, "fourth") == STORYDIFF_OK);
  CHECK(abi.mark(abi.context, 9, 4294967295, "lede", "fifth") == STORYDIFF_OK);
  role.assign("gone");
  text.assign("gone!!");

  const auto edits = sink.close();
  CHECK(sink.refusal().empty());
  REQUIRE(edits.size() == 5);
  CHECK(edits[0].action == EditAction::kDrop);
  CHECK(edits[0].span == Span{1, 4});
  CHECK(edits[0].role == "slug");
  CHECK(edits[0].rule == "first");
  CHECK(edits[1].action == EditAction::kReplace);
  CHECK(edits[1].span == Span{5, 5});
  CHECK(edits[1].replacement == "d\xC3\xA9j\xC3\xA0");
  CHECK(edits[2].replacement.empty());
  CHECK(edits[3].action == EditAction::kMove);
  CHECK(edits[3].paragraph_first == 2);
  CHECK(edits[3].paragraph_count == 3);
  CHECK(edits[3].before_paragraph == 0);
  CHECK(edits[4].action == EditAction::kMark);
  CHECK(edits[4].span == Span{9, 4294967295});
  CHECK(edits[4].role == "lede");
}

TEST_CASE("the sink refuses what no edit can be") {
  struct Case {
    const char* name;
    int (*call)(const storydiff_sink&);
    const char* refusal;
  };
  const Case cases[] = {
      {"drop, no rule", [](auto& s) { return s.drop(s.context, 0, 1, "slug", nullptr); }, "an edit without a rule"},
      {"drop, empty rule", [](auto& s) { return s.drop(s.context, 0, 1, "slug", ""); }, "an edit without a rule"},
      {"drop, no role", [](auto& s) { return s.drop(s.context, 0, 1, nullptr, "r"); },
       "rule 'r': an edit without a role"},
      {"drop, rule no UTF-8", [](auto& s) { return s.drop(s.context, 0, 1, "slug", "r\xFF"); },
       "rule 'r\xEF\xBF\xBD': its name is no valid UTF-8"},
      {"drop, role no UTF-8", [](auto& s) { return s.drop(s.context, 0, 1, "slug\xC3", "r"); },
       "rule 'r': its role is no valid UTF-8"},
      {"drop, far end", [](auto& s) { return s.drop(s.context, 0, kPast32Bits, "slug", "r"); },
       "rule 'r': a place of 4294967296"},
      {"replace, no text", [](auto& s) { return s.replace(s.context, 0, 1, nullptr, 1, "r"); },
       "rule 'r': its replacement is NULL"},
      {"replace, no UTF-8", [](auto& s) { return s.replace(s.context, 0, 1, "ab\xE2\x82", 4, "r"); },
       "rule 'r': its replacement is no valid UTF-8 at byte 2"},
      {"replace, NUL", [](auto& s) { return s.replace(s.context, 0, 1, "a\0b", 3, "r"); },
       "rule 'r': its replacement holds a NUL byte"},
      {"replace, absurd size", [](auto& s) { return s.replace(s.context, 0, 1, "a", ~std::uint64_t{0}, "r"); },
       "rule 'r': its replacement is larger than 1 GiB"},
      {"replace, no rule", [](auto& s) { return s.replace(s.context, 0, 1, "a", 1, nullptr); },
       "an edit without a rule"},
      {"move, far", [](auto& s) { return s.move(s.context, 0, kPast32Bits, 0, "r"); }, "rule 'r': a place of"},
      {"move, no rule", [](auto& s) { return s.move(s.context, 0, 1, 0, nullptr); }, "an edit without a rule"},
      {"mark, no role", [](auto& s) { return s.mark(s.context, 0, 1, "", "r"); }, "rule 'r': an edit without a role"},
      {"mark, far begin", [](auto& s) { return s.mark(s.context, kPast32Bits, 1, "lede", "r"); },
       "rule 'r': a place of"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    EditSink sink;
    const storydiff_sink& abi = *sink.abi();
    sink.open();
    CHECK(c.call(abi) == STORYDIFF_ERROR);
    CHECK(sink.refusal().starts_with(c.refusal));
    // The call has failed: nothing that follows is taken, and the first complaint stays.
    CHECK(abi.drop(abi.context, 0, 1, "slug", "later") == STORYDIFF_ERROR);
    CHECK(sink.refusal().starts_with(c.refusal));
    CHECK(sink.close().empty());
    sink.open();
    CHECK(abi.drop(abi.context, 0, 1, "slug", "next call") == STORYDIFF_OK);
  }
}

TEST_CASE("a sink that a plugin has kept takes nothing between calls") {
  EditSink sink;
  const storydiff_sink& abi = *sink.abi();
  CHECK(abi.drop(abi.context, 0, 1, "slug", "early") == STORYDIFF_ERROR);
  sink.open();
  static_cast<void>(sink.close());
  CHECK(abi.drop(abi.context, 0, 1, "slug", "late") == STORYDIFF_ERROR);
  sink.open();
  CHECK(sink.close().empty());
}
