#include "language/stock_phrases.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "language/hash.hpp"
#include "language/stock_phrase_list.hpp"
#include "language/stock_phrase_table.hpp"
#include "storydiff/vocabulary.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

std::vector<std::uint64_t> stems_of(std::string_view text) {
  Vocabulary vocabulary;
  std::vector<std::uint64_t> stems;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    stems.push_back(hash_bytes(vocabulary.key_text(vocabulary.stem(vocabulary.intern(text.substr(0, end))))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return stems;
}

/// The words that phrases cover, as a string of x and points.
std::string covered(const StockPhrases& phrases, std::string_view text) {
  const auto stems = stems_of(text);
  std::string marks(stems.size(), '.');
  for (std::size_t i = 0; i < stems.size(); ++i)
    marks.replace(i, phrases.match(stems, i), phrases.match(stems, i), 'x');
  return marks;
}

}  // namespace

TEST_CASE("a phrase with choices is all that it may be") {
  constexpr std::array<std::string_view, 2> list{"declined to comment [further|on the matter|]", "[last|this] week"};
  const StockPhraseTable table = make_stock_phrases(list, "en");
  const StockPhrases phrases(table.words, table.phrases, table.starts);
  CHECK(phrases.size() == 5);
  CHECK(covered(phrases, "Brandt declines to comment on the matter") == ".xxxxxx");
  CHECK(covered(phrases, "Brandt declined to comment on the strike") == ".xxx...");
  CHECK(covered(phrases, "this weeks strike last week") == "xx.xx");
  CHECK(covered(phrases, "this") == ".");
  CHECK(phrases.match({}, 0) == 0);
}

TEST_CASE("lists that are none do no harm") {
  // A bracket that nobody closes ends with its phrase.
  constexpr std::array<std::string_view, 5> list{"", "alone", "[", "to [a|b", "] week [|]"};
  const StockPhraseTable table = make_stock_phrases(list, "en");
  const StockPhrases phrases(table.words, table.phrases, table.starts);
  CHECK(covered(phrases, "alone to a b week") == ".xx..");
}

TEST_CASE("the table that the build wrote is what the list says now") {
  const StockPhraseTable table = make_stock_phrases(kEnglishStockPhrases, "en");
  const StockPhrases& built = StockPhrases::of("en");
  CHECK(built.size() == table.phrases.size());
  for (const StockPhrase& phrase : table.phrases) {
    const auto words = std::span(table.words).subspan(phrase.begin, phrase.size);
    INFO("phrase " << &phrase - table.phrases.data());
    CHECK(built.match(words, 0) == phrase.size);
  }
}

TEST_CASE("English phrases of the trade, and what only begins like them") {
  const StockPhrases& phrases = StockPhrases::of("en");
  struct Row {
    std::string_view text;
    std::string_view covered;
  };
  const Row rows[] = {
      {"Orvane did not immediately respond to a request for comment", "..xxxxxxxx"},
      {"two officials speaking on condition of anonymity said", "..xxxxx."},
      {"Sarkova said in a statement on Friday", ".xxxx.."},
      {"it was not immediately clear how many miners were hurt", "xxxxxxx..."},
      {"the driver was pronounced dead at the scene", "...xxxxx"},
      {"she told a news conference in Lindal", ".xxxx.."},
      {
          "the reply to the king was short",
          ".......",
      },
      {"a request for more boats", "....."},
      {"police found the boat this morning", "......"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(covered(phrases, row.text) == row.covered);
  }
  CHECK(StockPhrases::of("de").size() == 0);
}
