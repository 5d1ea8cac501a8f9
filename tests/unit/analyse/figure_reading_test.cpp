#include "analyse/figures/figure_reading.hpp"

#include <string>
#include <vector>

#include "storydiff/normalized_document.hpp"
#include "support/catch.hpp"
#include "unit/segment/one_paragraph.hpp"

using namespace storydiff;

namespace {

/// "count 14,000", in text order.
std::vector<std::string> figures_of(const std::string& text, std::string_view language = "en") {
  Vocabulary vocabulary(language);
  const Segments segments = segment(test::one_paragraph(text), vocabulary, {std::string(language)});
  FigureWords words(vocabulary);
  std::vector<std::string> found;
  for (const Figure& figure : read_figures(segments, words))
    found.push_back(std::string(to_string(figure.kind)) + " " + std::string(slice(text, figure.original)));
  return found;
}

Figure only_figure(const std::string& text) {
  Vocabulary vocabulary;
  const Segments segments = segment(test::one_paragraph(text), vocabulary, {"en"});
  FigureWords words(vocabulary);
  const std::vector<Figure> figures = read_figures(segments, words);
  REQUIRE(figures.size() == 1);
  return figures.front();
}

struct Row {
  const char* text;
  std::vector<std::string> figures;
};

const Row kRows[] = {
    // counts
    {"The quake killed at least 2,300 people.", {"count at least 2,300"}},
    {"Fourteen thousand nurses walked out.", {"count Fourteen thousand"}},
    {"Some three thousand one hundred jobs will go.", {"count Some three thousand one hundred"}},
    {"A dozen boats sank.", {"count A dozen"}},
    {"Half a million homes lost power.", {"count Half a million"}},
    {"Several hundred mourners came.", {"count Several hundred"}},
    {"Tens of thousands of fans waited.", {"count Tens of thousands"}},
    {"Dozens were hurt.", {"count Dozens"}},
    {"A couple of shots rang out.", {"count A couple"}},
    {"About 2.6m boys were vaccinated.", {"count About 2.6m"}},
    {"Police detained 40 or more protesters.", {"count 40 or more"}},
    {"Twenty-one sailors are missing.", {"count Twenty-one"}},
    {"Rovers won 3-1.", {"count 3-1"}},
    {"He was a 25-1 outsider.", {"count 25-1"}},
    {"One man died.", {"count One"}},
    {"Ostria freed 44 prisoners and Karvelia 29.", {"count 44", "count 29"}},
    // money
    {"It cost $4.8 million.", {"money $4.8 million"}},
    {"They paid £36m.", {"money £36m"}},
    {"Shares rose 12 cents to A$4.57.", {"money 12 cents", "money A$4.57"}},
    {"The fine was 58.4 million Canadian dollars.", {"money 58.4 million Canadian dollars"}},
    {"It offers 850 pence a share.", {"money 850 pence"}},
    {"Guards earn $19 an hour.", {"money $19 an hour"}},
    {"The price fell to 45p.", {"money 45p"}},
    // shares
    {"Turnout was 46.8 per cent.", {"percent 46.8 per cent"}},
    {"A fifth of the crop was lost.", {"percent A fifth"}},
    {"Two-thirds of voters agreed.", {"percent Two-thirds"}},
    {"Half of them left.", {"percent Half"}},
    {"One in six adults smokes.", {"percent One in six"}},
    {"It happens in 7 out of 10 cases.", {"percent 7 out of 10"}},
    {"The majority of members objected.", {"percent majority"}},
    {"Rates rose two-tenths of a percentage point.", {"percent two-tenths of a percentage point"}},
    {"Rates rose 25 basis points.", {"percent 25 basis points"}},
    {"They sought a double-digit rise.", {"percent double-digit"}},
    // dates and times
    {"It began on May 20, 2019.", {"date May 20, 2019"}},
    {"It closed on Monday, Oct. 16.", {"date Monday, Oct. 16"}},
    {"It ends on 22 February.", {"date 22 February"}},
    {"He left early Thursday.", {"date early Thursday"}},
    {"It was built in 1884.", {"date 1884"}},
    {"It was popular in the 1990s.", {"date 1990s"}},
    {"Sales fell last month.", {"date last month"}},
    {"They return at the end of September.", {"date end of September"}},
    {"Profit fell in the third quarter.", {"date third quarter"}},
    {"It runs between July and September.", {"date between July and September"}},
    {"They met at 10:02 a.m. and left at noon.", {"time 10:02 a.m.", "time noon"}},
    {"It struck at 2247 GMT.", {"time 2247 GMT"}},
    {"Doors open at 4.30pm.", {"time 4.30pm"}},
    // ages and measures
    {"The 71-year-old minister spoke.", {"age 71-year-old"}},
    {"Anna Meyer, 52, spoke.", {"age 52"}},
    {"Boys aged 14 may enter.", {"age 14"}},
    {"She died before her fifth birthday.", {"age fifth birthday"}},
    {"He got six years and four months.", {"measure six years and four months"}},
    {"They had five good years.", {"measure five good years"}},
    {"Winds reached 98 miles per hour.", {"measure 98 miles per hour"}},
    {"Store it at 8 degrees Celsius.", {"measure 8 degrees Celsius"}},
    {"It took a year and a half.", {"measure a year and a half"}},
    {"The fire burned 61,000 acres.", {"measure 61,000 acres"}},
    {"The strike lasted four times as long.", {"measure four times"}},
    // ordinals
    {"He fell from a ninth-floor window.", {"ordinal ninth"}},
    {"It was the 67th minute.", {"ordinal 67th"}},
    {"The twenty-first chapter is short.", {"ordinal twenty-first"}},
    // no figures
    {"One of the men ran, and no one saw it.", {}},
    {"No one knows, one way or another.", {}},
    {"One hesitates to ask.", {}},
    {"The F-16 carried a COVID-19 patient.", {}},
    {"A Boeing 737 landed.", {}},
    {"Formula One returns.", {}},
    {"The shop is open 24/7 since 9/11.", {}},
    {"They spoke about the 9,000 men.", {"count 9,000"}},
    {"The index climbed above the 9,000 mark.", {"count above the 9,000"}},
    {"Cases surpassed 40,000.", {"count surpassed 40,000"}},
    {"He read Catch-22 on Air Force One.", {}},
    {"The G7 met near Channel 4.", {}},
    {"At first it seemed a second chance was gone.", {"ordinal second"}},
    {"They may march on.", {}},
    {"The police arrived.", {}},
    {"", {}},
};

}  // namespace

TEST_CASE("figures of a sentence") {
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(figures_of(row.text) == row.figures);
  }
}

TEST_CASE("a figure's value, bounds and unit") {
  CHECK(only_figure("It took six years and four months.").low == Approx(6 + 4.0 / 12));
  CHECK(only_figure("Fourteen thousand came.").grain == 1000);
  CHECK(only_figure("No fewer than 30 came.").qualifier == Qualifier::kAtLeast);
  CHECK(only_figure("Up to 30 came.").qualifier == Qualifier::kAtMost);
  CHECK(only_figure("Just under 30 came.").qualifier == Qualifier::kNearly);
  CHECK(only_figure("Six out of seven came.").whole == 7);
  CHECK(only_figure("It cost 850 pence.").low == Approx(8.5));
  CHECK(only_figure("It cost 850 pence.").currency == "pound");
  CHECK(only_figure("In the fourth quarter it rained.").date.last_month == 12);
  CHECK(only_figure("The dead number 14.").fate == Fate::kDead);
}

TEST_CASE("numbers are figures in every language, units and qualifiers in English only") {
  CHECK(figures_of("14.000 Menschen, vierzehn Tage", "de") ==
        std::vector<std::string>{"count 14.000", "count vierzehn"});
}
