// Tokens and sentences of German, French, Spanish and Portuguese copy.

#include <string>
#include <string_view>
#include <vector>

#include "one_paragraph.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using namespace storydiff::test;

namespace {

using Words = std::vector<std::string>;

std::vector<std::string> parts_of(const std::string& row) {
  std::vector<std::string> parts(1);
  for (const char c : row) {
    if (c == '|') {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

void check_rows(std::string_view language, const std::vector<std::string>& rows) {
  for (const std::string& row : rows) {
    const std::vector<std::string> wanted = parts_of(row);
    std::string text;
    for (const std::string& part : wanted) text += (text.empty() ? "" : " ") + part;
    INFO(row);
    CHECK(sentences_of(text, language) == wanted);
  }
}

}  // namespace

TEST_CASE("German sentences") {
  check_rows("de", {
                       "Dr. Anna Weiß kam am 3. Oktober.|Sie blieb bis zum 22. November.",
                       "Der Schaden liegt bei 4,8 Mio. Euro.|Die Polizei ermittelt.",
                       "Das gilt z. B. für Bremen, d. h. für den Norden.|Andere warten ab.",
                       "Sie zog in die Bahnhofstr. 12 um.|Dort wohnt sie noch.",
                       "Der 1. FC Köln verlor 0:2.|Das war's.",
                       "„Das Dach leckt“, sagte der Bäcker.|„Wir müssen es flicken.“",
                       "»Wer zahlt das?« fragte Frau Lang.|Niemand antwortete.",
                       "Das Treffen beginnt um 20 Uhr.|Es endet gegen 22.|Die Gäste bleiben.",
                       "Prof. h. c. Karl Braun lehrt in St. Gallen.|Er ist 71.",
                       "Laut Abs. 3 des Gesetzes ist das erlaubt.|Art. 5 sagt anderes.",
                       "Er wurde 44 v. Chr. ermordet.|Rom trauerte.",
                       "Zwei Drittel, also rd. 400 Betriebe, schlossen.|Manche für immer.",
                   });
}

TEST_CASE("French sentences") {
  check_rows("fr", {
                       "M. Le Guen est arrivé lundi.|Mme Petit l'attendait.",
                       "Le Dr. Martin a démissionné.|Il avait 61 ans.",
                       "« Le toit fuit », dit le boulanger.|« Il faut le réparer. »",
                       "« Qui paiera ? » demande Mme Roux.|Personne ne répond.",
                       "Le sommet s'est tenu le 22 févr. 2014 à Lyon.|Il a duré deux jours.",
                       "La loi (art. 5) est claire.|Elle s'applique, p. ex. à Paris.",
                       "L'usine a fermé.|L'État promet une aide.",
                       "Le bâtiment mesure 3,5 mètres de plus.|Il penche.",
                   });
}

TEST_CASE("Spanish sentences") {
  check_rows("es", {
                       "El Sr. Gómez llegó el lunes.|La Dra. Ruiz lo esperaba.",
                       "La empresa de EE. UU. perdió dinero.|Las acciones cayeron.",
                       "¿Quién pagará?|¡Nadie!|El pueblo espera.",
                       "«El techo gotea», dijo el panadero.|«Hay que arreglarlo».",
                       "Fue el 3 de oct. de 2014 en Lima.|Duró dos días.",
                       "Vive en la Avda. Mayor núm. 12, aprox. a un kilómetro.|Es sábado.",
                       "El Gral. J. A. Pérez renunció.|Tenía 61 años.",
                       "El edificio mide 3,5 metros más.|Se inclina.",
                   });
}

TEST_CASE("Portuguese sentences") {
  check_rows("pt", {
                       "O Sr. Gomes chegou na segunda.|A Dra. Reis esperava por ele.",
                       "A Silva & Cia. Ltda. fechou.|Os operários protestaram.",
                       "«O telhado pinga», disse o padeiro.|«É preciso arranjá-lo.»",
                       "“Quem vai pagar?”, perguntou Dona Rosa.|Ninguém respondeu.",
                       "Foi em 3 de out. de 2014 em Lisboa.|Durou dois dias.",
                       "A lei (art. 5) é clara.|Vale, p. ex., no Porto.",
                       "O Gen. J. A. Lopes demitiu-se.|Tinha 61 anos.",
                       "O prédio mede 3,5 metros a mais.|Está inclinado.",
                   });
}

TEST_CASE("elided words are tokens of their own") {
  CHECK(tokens_of("L'accord d’un an qu'il signe", "fr") ==
        Words{"L'", "accord", "d’", "un", "an", "qu'", "il", "signe"});
  CHECK(tokens_of("aujourd'hui, quelqu'un", "fr") == Words{"aujourd'hui", ",", "quelqu'un"});
  CHECK(tokens_of("dell'accordo", "it") == Words{"dell'", "accordo"});
  CHECK(tokens_of("L'Oréal d'un", "en") == Words{"L'Oréal", "d'un"});
}

TEST_CASE("spaces that group digits are in the number") {
  CHECK(tokens_of("14 000 euros", "fr") == Words{"14 000", "euros"});
  CHECK(tokens_of("1 234 567,8 euros", "fr") == Words{"1 234 567,8", "euros"});
  CHECK(tokens_of("14\u00A0000 Euro", "de") == Words{"14\u00A0000", "Euro"});
  CHECK(tokens_of("14\u202F000 euros", "es") == Words{"14\u202F000", "euros"});
  CHECK(tokens_of("14 000 Euro", "de") == Words{"14", "000", "Euro"});
  CHECK(tokens_of("en 2014 300 morts", "fr") == Words{"en", "2014", "300", "morts"});
  CHECK(tokens_of("3,5 100 fois", "fr") == Words{"3,5", "100", "fois"});
  CHECK(tokens_of("le 06 000 et 12 0000", "fr") == Words{"le", "06", "000", "et", "12", "0000"});
  CHECK(tokens_of("14\u00A0000 dollars", "en") == Words{"14", "000", "dollars"});
}
