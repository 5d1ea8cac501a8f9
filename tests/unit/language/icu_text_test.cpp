#include "language/icu_text.hpp"

#include <string>

#include "support/catch.hpp"

using namespace storydiff;

TEST_CASE("the table of ASCII classes says what ICU says") {
  for (char32_t c = 0; c < 128; ++c) {
    INFO("U+" << std::hex << static_cast<unsigned>(c));
    CHECK(classify(c) == classify_with_icu(c));
  }
}

TEST_CASE("classes of other scripts") {
  CHECK(classify(U'É') == CharClass::kUpper);
  CHECK(classify(U'ß') == CharClass::kLower);
  CHECK(classify(U'ش') == CharClass::kLetter);
  CHECK(classify(U'東') == CharClass::kUnspaced);
  CHECK(classify(U'ไ') == CharClass::kUnspaced);
  CHECK(classify(U'٣') == CharClass::kDigit);
  CHECK(classify(U'\u0301') == CharClass::kMark);
  CHECK(classify(U'\u00AD') == CharClass::kIgnorable);
  CHECK(classify(U'\u00A0') == CharClass::kSpace);
  CHECK(classify(U'。') == CharClass::kTerminator);
  CHECK(classify(U'।') == CharClass::kTerminator);
  CHECK(classify(U'€') == CharClass::kOther);
}

TEST_CASE("composition, case folding and accents") {
  CHECK(compose("e\u0301") == "é");
  CHECK(fold_case("STRASSE") == fold_case("Straße"));
  CHECK(fold_case("ÉTÉ") == "été");
  CHECK(without_accents("são łódź æsir") == "sao lodz aesir");
  CHECK(without_accents("йога") == "йога");
}
