#include "plugin/text.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using storydiff::plugin_host::one_line;
using storydiff::plugin_host::quoted_list;

TEST_CASE("a plugin's message becomes one clean line") {
  struct Case {
    std::string message;
    std::string line;
  };
  const Case cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"ends like a sentence.\n", "ends like a sentence"},
      {"two\nlines\tand a tab", "two lines and a tab"},
      {"d\xC3\xA9j\xC3\xA0", "d\xC3\xA9j\xC3\xA0"},
      {"a\xFF"
       "b\xC3",
       "a\xEF\xBF\xBD"
       "b\xEF\xBF\xBD"},
      {std::string("nul\0inside", 10), "nul inside"},
  };
  for (const Case& c : cases) {
    INFO(c.message);
    CHECK(one_line(c.message) == c.line);
  }
}

TEST_CASE("a message without end is cut") {
  const std::string line = one_line(std::string(5000, 'x'));
  CHECK(line == std::string(1000, 'x') + "...");
}

TEST_CASE("names are listed in quotation marks") {
  CHECK(quoted_list(std::vector<std::string>{}) == "none");
  CHECK(quoted_list(std::vector<std::string>{"a"}) == "'a'");
  CHECK(quoted_list(std::vector<std::string>{"a", "b"}) == "'a', 'b'");
}
