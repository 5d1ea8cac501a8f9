// The stream writes what a tree of the same values would.
#include "report/json_stream.hpp"

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

namespace storydiff {
namespace {

using Json = nlohmann::ordered_json;

template <class Write>
std::string streamed(int indent, Write write) {
  std::string json;
  JsonStream out(indent, [&](std::string_view part) { json += part; });
  write(out);
  out.finish();
  return json;
}

std::string dumped(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

TEST_CASE("scores have the digits of the tree's writer, all of them") {
  std::vector<double> values{-0.0, -0.25, 1.5, 17.0, -3.1416, NAN, INFINITY, 0.00004, 0.99996};
  for (int i = 0; i <= 10000; ++i) values.push_back(i / 1e4);
  for (const double value : values) {
    const double rounded = std::isfinite(value) ? std::round(value * 1e4) / 1e4 + 0.0 : 0.0;
    CHECK(streamed(1, [&](JsonStream& out) { out.score(value); }) == dumped(Json(rounded), 1));
  }
}

TEST_CASE("texts are escaped as the tree's writer does") {
  std::vector<std::string> texts{"",
                                 "plain",
                                 "\"quoted\" \\ back",
                                 "Zürich – 5 °C \U0001F600",
                                 "\x7F",
                                 "cut \xE2\x80",
                                 "\xFF\xFE",
                                 "\xED\xA0\x80 \"x\"",
                                 std::string(70000, 'a') + "\n" + std::string(9, '"')};
  for (int c = 0; c < 0x20; ++c) texts.push_back(std::string("a") + static_cast<char>(c) + "b");
  for (const std::string& text : texts)
    for (const int indent : {-1, 1})
      CHECK(streamed(indent, [&](JsonStream& out) { out.text(text); }) == dumped(Json(text), indent));
}

TEST_CASE("objects, lists and what is JSON already stand where they should") {
  const Json inner{{"depth", 2}, {"list", {1, "a\nb", Json::array()}}, {"none", Json::object()}};
  const Json tree{{"empty", Json::array()}, {"object", Json::object()}, {"spans", {{0, 4000000000U}, {1, 2}}},
                  {"flag", true},           {"nothing", nullptr},       {"given", inner},
                  {"last", {{{"a", "b"}}}}};
  for (const int indent : {-1, 1}) {
    CHECK(streamed(indent, [&](JsonStream& out) {
            out.open_object();
            out.key("empty"), out.open_list(), out.close_list();
            out.key("object"), out.open_object(), out.close_object();
            out.key("spans"), out.open_list();
            out.span({0, 4000000000U});
            out.span({1, 2});
            out.close_list();
            out.member("flag", true);
            out.key("nothing"), out.null();
            out.key("given"), out.json(inner.dump(indent));
            out.key("last"), out.open_list();
            out.open_object(), out.member("a", "b"), out.close_object();
            out.close_list();
            out.close_object();
          }) == dumped(tree, indent));
  }
}

}  // namespace
}  // namespace storydiff

using storydiff::JsonStream;

TEST_CASE("parts of a list that were written apart stand in it as if they had not been") {
  const auto write = [](JsonStream& out, unsigned from, unsigned to) {
    for (unsigned i = from; i < to; ++i) {
      out.open_object();
      out.member("number", i);
      out.close_object();
    }
  };
  for (const int indent : {-1, 1, 2}) {
    std::string whole;
    JsonStream plain(indent, [&](std::string_view part) { whole += part; });
    plain.open_object();
    plain.key("list");
    plain.open_list();
    write(plain, 0, 5);
    plain.close_list();
    plain.close_object();
    plain.finish();

    std::string joined;
    JsonStream out(indent, [&](std::string_view part) { joined += part; });
    out.open_object();
    out.key("list");
    out.open_list();
    std::string begin;
    JsonStream first = out.part(true, [&](std::string_view part) { begin += part; });
    write(first, 0, 2);
    first.end_part();
    std::string end;
    JsonStream second = out.part(false, [&](std::string_view part) { end += part; });
    write(second, 2, 5);
    second.end_part();
    out.append(begin);
    out.append(end);
    out.close_list();
    out.close_object();
    out.finish();
    CHECK(joined == whole);
  }
}
