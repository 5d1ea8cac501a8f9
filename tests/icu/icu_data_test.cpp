// The program's own copy of ICU, with a part of its data, says what ICU's libraries say.
#include <sstream>
#include <string>
#include <vector>

#include "icu_facts.hpp"
#include "support/catch.hpp"
#include "support/process.hpp"

using namespace storydiff_test;

TEST_CASE("with its own part of ICU's data the program knows what ICU's libraries know") {
  ProcessRequest request;
  request.command = {ICU_FACTS_WITHIN};
  const ProcessResult within = run_process(request);
  REQUIRE(within.status == 0);
  std::istringstream lines(within.out);
  std::vector<std::string> found;
  for (std::string line; std::getline(lines, line);) found.push_back(line);
  const std::vector<std::string> expected = icu_facts();
  CHECK(expected.size() > 200);
  CHECK(found == expected);
}
