#include "analyse/agencies.hpp"

#include "support/catch.hpp"

using storydiff::agencies_named;

TEST_CASE("agencies are known by name and by abbreviation in capitals") {
  const auto ap = agencies_named("PARIS (AP) —");
  CHECK(ap != 0);
  CHECK(agencies_named("By ADA BRANT, The Associated Press") == ap);
  CHECK(agencies_named("“They told the AP” that") == ap);
  CHECK(agencies_named("Reuters was told, and AP too") != ap);
  for (const char* text : {"", "ap", "APRIL", "map AProve", "The press is associated", "LAP"}) {
    INFO(text);
    CHECK(agencies_named(text) == 0);
  }
}
