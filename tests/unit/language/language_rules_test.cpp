// What German, French, Spanish and Portuguese have on each rung beside their stems.

#include <string>
#include <string_view>
#include <vector>

#include "language/canonical.hpp"
#include "language/function_words.hpp"
#include "language/icu_text.hpp"
#include "segment/tokenizer.hpp"
#include "storydiff/vocabulary.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

struct WordCase {
  const char* language;
  std::string a, b;
  Equivalence rung;
};

struct SentenceCase {
  const char* language;
  std::string a, b;
};

std::string canonical(std::string_view language, std::string_view text) {
  Vocabulary vocabulary(language);
  std::vector<RawToken> raw;
  Tokenizer(language).tokenize(text, {0, static_cast<Offset>(text.size())}, raw);
  std::vector<Token> tokens;
  for (const RawToken& token : raw) tokens.push_back({token.span, vocabulary.intern(slice(text, token.span))});
  std::vector<CanonicalStem> stems;
  Canonicalizer(vocabulary).append(tokens, stems);
  std::string out;
  for (const CanonicalStem& stem : stems) out += (out.empty() ? "" : " ") + std::string(vocabulary.key_text(stem.stem));
  return out;
}

}  // namespace

TEST_CASE("words of other languages meet on the strictest rung that joins them") {
  using enum Equivalence;
  const std::vector<WordCase> cases = {
      {"de", "Häuser", "Häusern", kInflection},
      {"de", "Minister", "Ministern", kInflection},
      {"de", "STRASSE", "Straße", kCase},
      {"de", "Müller", "Mueller", kSpelling},
      {"de", "Düsseldorf", "Duesseldorf", kSpelling},
      {"de", "daß", "dass", kCase},
      {"de", "vierzehntausend", "14.000", kNumber},
      {"de", "Vierzehntausend", "14\u00A0000", kNumber},
      {"de", "14'000", "14000", kNumber},
      {"de", "dreißig", "30", kNumber},
      {"de", "zwölf", "12", kNumber},
      {"de", "Millionen", "Million", kNumber},
      {"de", "„", "»", kTypography},
      {"de", "neue", "neu", kInflection},
      {"de", "Steuer", "Steuern", kInflection},
      {"de", "Quelle", "Quellen", kInflection},
      {"de", "ein", "1", kNone},
      {"fr", "maisons", "maison", kInflection},
      {"fr", "État", "Etat", kSpelling},
      {"fr", "œuvre", "oeuvre", kSpelling},
      {"fr", "connaître", "connaitre", kSpelling},
      {"fr", "sûr", "sur", kNone},
      {"fr", "à", "a", kNone},
      {"fr", "où", "ou", kNone},
      {"fr", "quatorze", "14", kNumber},
      {"fr", "14\u00A0000", "14 000", kTypography},
      {"fr", "14\u202F000", "14.000", kNumber},
      {"fr", "cents", "100", kNumber},
      {"fr", "1er", "premier", kNumber},
      {"fr", "3e", "troisième", kNumber},
      {"fr", "«", "“", kTypography},
      {"fr", "un", "1", kNone},
      {"es", "casas", "casa", kInflection},
      {"es", "quinientas", "500", kNumber},
      {"es", "veintidós", "22", kNumber},
      {"es", "1º", "primero", kNumber},
      {"es", "14.000,5", "14000,5", kNumber},
      {"es", "incendios", "incendio", kInflection},
      {"pt", "casas", "casa", kInflection},
      {"pt", "econômico", "económico", kSpelling},
      {"pt", "direcção", "direção", kSpelling},
      {"pt", "avô", "avó", kNone},
      {"pt", "dezesseis", "16", kNumber},
      {"pt", "dezasseis", "dezesseis", kNumber},
      {"pt", "milhões", "milhão", kNumber},
      {"it", "magazzini", "magazzino", kInflection},
      {"it", "14.000", "14000", kNumber},
      {"pl", "domy", "dom", kNone},
      {"pl", "14\u00A0000", "14000", kNumber},
  };
  for (const WordCase& c : cases) {
    INFO(c.language << ": " << c.a << " / " << c.b);
    Vocabulary vocabulary(c.language);
    CHECK(vocabulary.rung(vocabulary.intern(c.a), vocabulary.intern(c.b)) == c.rung);
    CHECK(vocabulary.rung(vocabulary.intern(c.b), vocabulary.intern(c.a)) == c.rung);
  }
}

TEST_CASE("function words are those of the language") {
  const std::vector<std::vector<std::string>> yes = {
      {"en", "the", "of", "said"},
      {"de", "der", "und", "nicht", "zwischen", "über"},
      {"fr", "le", "d'", "qu'", "à", "est"},
      {"es", "el", "según", "también", "está"},
      {"pt", "o", "não", "pelos", "também"},
      {"it", "della", "l'", "anche"},
      {"el", "και", "στους"},
      {"ru", "и", "что"},
  };
  for (const auto& row : yes) {
    for (std::size_t i = 1; i < row.size(); ++i) {
      INFO(row[0] << ": " << row[i]);
      CHECK(is_function_word(fold_case(row[i]), row[0]));
    }
  }
  const std::vector<std::vector<std::string>> no = {
      {"en", "der", "minister"},           {"de", "the", "minister", "polizei", "kein", "nie"},
      {"fr", "the", "ministre", "jamais"}, {"es", "ministro", "nunca", "nada"},
      {"pt", "ministro", "nunca", "nada"}, {"xx", "der", "the"},
  };
  for (const auto& row : no) {
    for (std::size_t i = 1; i < row.size(); ++i) {
      INFO(row[0] << ": " << row[i]);
      CHECK_FALSE(is_function_word(row[i], row[0]));
    }
  }
}

TEST_CASE("amounts and dates of other languages have one wording") {
  const std::vector<SentenceCase> cases = {
      {"de", "rund 4,8 Millionen Euro", "rund 4.800.000 Euro"},
      {"de", "rund 4,8 Mio. Euro", "rund 4,8 Millionen Euro"},
      {"de", "zwei Millionen Menschen", "2.000.000 Menschen"},
      {"de", "eine Million Menschen", "1 Million Menschen"},
      {"de", "zwei Millionen dreihunderttausend Menschen", "2,3 Millionen Menschen"},
      {"de", "vierzehntausend Menschen", "14\u00A0000 Menschen"},
      {"de", "40 Prozent der Wähler", "40 % der Wähler"},
      {"de", "500 €", "500 Euro"},
      {"de", "20 km weit", "20 Kilometer weit"},
      {"de", "am 22. Februar 2014", "am 22. Feb. 2014"},
      {"de", "am 22. Februar 2014", "am 22.02.2014"},
      {"de", "am 3. März", "am 3. Mär."},
      {"de", "am Sonnabend", "am Samstag"},
      {"fr", "quatre-vingt-dix maisons", "90 maisons"},
      {"fr", "quatre-vingt-dix-sept maisons", "97 maisons"},
      {"fr", "quatre-vingts maisons", "80 maisons"},
      {"fr", "soixante et onze maisons", "71 maisons"},
      {"fr", "soixante-dix-huit morts", "78 morts"},
      {"fr", "dix-neuf morts", "19 morts"},
      {"fr", "vingt et un morts", "21 morts"},
      {"fr", "vingt-et-un morts", "21 morts"},
      {"fr", "deux cent cinquante mille euros", "250 000 euros"},
      {"fr", "mille deux cents personnes", "1.200 personnes"},
      {"fr", "4,8 millions d'euros", "4 800 000 d'euros"},
      {"fr", "un million de personnes", "1 000 000 de personnes"},
      {"fr", "40 pour cent des voix", "40% des voix"},
      {"fr", "quarante pour cent des voix", "40 % des voix"},
      {"fr", "500 €", "500 euros"},
      {"fr", "le 22 février 2014", "le 22/02/2014"},
      {"fr", "le 1er février 2014", "le 01/02/2014"},
      {"fr", "le 22 févr. 2014", "le 22 février 2014"},
      {"es", "treinta y cinco personas", "35 personas"},
      {"es", "ciento veinte mil personas", "120.000 personas"},
      {"es", "mil doscientos trabajadores", "1.200 trabajadores"},
      {"es", "dos mil millones de euros", "2.000 millones de euros"},
      {"es", "4,8 millones de euros", "4.800.000 de euros"},
      {"es", "un millón de personas", "1.000.000 de personas"},
      {"es", "40 por ciento de los votos", "40% de los votos"},
      {"es", "cuarenta por ciento de los votos", "40 % de los votos"},
      {"es", "el 22 de febrero de 2014", "el 22/02/2014"},
      {"es", "el 22 de febrero del 2014", "el 22 de febrero de 2014"},
      {"es", "el 1º de mayo", "el 1 de mayo"},
      {"pt", "trinta e cinco pessoas", "35 pessoas"},
      {"pt", "cento e vinte e cinco mil pessoas", "125 mil pessoas"},
      {"pt", "mil e duzentos trabalhadores", "1.200 trabalhadores"},
      {"pt", "dois milhões de reais", "2 mi de reais"},
      {"pt", "4,8 bilhões de reais", "4.800.000.000 de reais"},
      {"pt", "40 por cento dos votos", "40% dos votos"},
      {"pt", "em 22 de fevereiro de 2014", "em 22/02/2014"},
      {"pt", "em 1º de maio de 2014", "em 1 de maio de 2014"},
  };
  for (const SentenceCase& c : cases) {
    INFO(c.language << ": " << c.a << " / " << c.b);
    CHECK(canonical(c.language, c.a) == canonical(c.language, c.b));
  }
}

TEST_CASE("two amounts or dates of other languages stay two") {
  const std::vector<SentenceCase> cases = {
      {"de", "am 22. Februar 2014", "am 23. Februar 2014"},
      {"de", "4,8 Millionen Euro", "48 Millionen Euro"},
      {"de", "vierzehn Menschen", "vierzig Menschen"},
      {"de", "im August 22 Menschen", "22. August Menschen im"},
      {"fr", "quatre-vingt-dix maisons", "quatre-vingts maisons"},
      {"fr", "quatre maisons, vingt morts", "80 maisons, morts"},
      {"fr", "soixante-douze morts", "soixante-deux morts"},
      {"fr", "en 2014 300 personnes", "en 2014300 personnes"},
      {"es", "entre dos y tres personas", "entre 5 personas"},
      {"es", "entre treinta y cuarenta personas", "entre 70 personas"},
      {"pt", "entre mil e dois mil reais", "entre 3000 reais"},
      {"pt", "entre cem e duzentos reais", "entre 300 reais"},
      {"pt", "dois e três de maio", "5 de maio"},
  };
  for (const SentenceCase& c : cases) {
    INFO(c.language << ": " << c.a << " / " << c.b);
    CHECK(canonical(c.language, c.a) != canonical(c.language, c.b));
  }
  CHECK(canonical("pt", "entre mil e dois mil reais") == canonical("pt", "entre 1000 e 2000 reais"));
  CHECK(canonical("es", "entre treinta y cuarenta personas") == canonical("es", "entre 30 y 40 personas"));
}

TEST_CASE("long runs of number words cost no more than they are long") {
  for (const char* language : {"de", "fr", "es", "pt"}) {
    for (const char* part : {"mil e dois e ", "mille et un et ", "ciento y ", "vingt-", "zwei Millionen ", "14 000 "}) {
      std::string text;
      for (int i = 0; i < 20'000; ++i) text += part;
      CHECK_FALSE(canonical(language, text).empty());
    }
  }
}
