#include "language/typography.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using storydiff::typographic_form;

TEST_CASE("what differs only in type has one form") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"don’t", "don't"},
      {"donʼt", "don't"},
      {"‘", "'"},
      {"“", "\""},
      {"„", "\""},
      {"»", "\""},
      {"‹", "'"},
      {"''", "\""},
      {"–", "-"},
      {"—", "-"},
      {"−", "-"},
      {"--", "-"},
      {"---", "-"},
      {"…", "..."},
      {"per\u00A0cent", "per cent"},
      {"per\n   cent", "per cent"},
      {"ﬁnal", "final"},
      {"oﬃce", "office"},
      {"co\u00ADoperate", "cooperate"},
      {"news\u200Broom", "newsroom"},
      {"\uFEFFstory", "story"},
      {"out-\nright", "outright"},
      {"out-\r\n  right", "outright"},
      {"out\u2010\nright", "outright"},
      {"out\u00AD\nright", "outright"},
      {"e\u0301te\u0301", "été"},
      {"U.S.", "US"},
      {"U.S", "US"},
      {"p.m.", "pm"},
      {"Ph.D.", "PhD"},
      {"Ａ１", "A1"},
      {"6′", "6'"},
  };
  for (const auto& [surface, form] : cases) {
    INFO(surface);
    CHECK(typographic_form(surface) == form);
    CHECK(typographic_form(form) == form);
  }
}

TEST_CASE("what is more than type is kept") {
  for (const std::string text :
       {"well-known", "3.5", "10:30", "...", "example.com", ".", "-", "Straße", "mother-in-law"}) {
    CHECK(typographic_form(text) == text);
  }
}
