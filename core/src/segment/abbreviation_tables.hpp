/// \file abbreviation_tables.hpp
/// Abbreviations with a period in news copy of German, French, Spanish and Portuguese: titles, firms and
/// streets, months and what else a number follows, units, and what never ends a sentence.
///
/// Written for storydiff: the usual ones of news copy, official lists not copied.
/// Ascending in byte order; capitals count. One letter counts as an initial if it is no entry here.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "segment/abbreviations.hpp"

namespace storydiff {

struct AbbreviationEntry {
  std::string_view word;
  Abbreviation kind;
};

inline constexpr auto kGermanAbbreviations = [] {
  using enum Abbreviation;
  return std::to_array<AbbreviationEntry>({
      {"Abb", kInner},     {"Abs", kMonth},    {"Abt", kName},     {"Anm", kInner},   {"Apr", kMonth},
      {"Art", kMonth},     {"Aug", kMonth},    {"Az", kMonth},     {"Bd", kMonth},    {"Bde", kMonth},
      {"Bhf", kName},      {"Chr", kName},     {"Co", kName},      {"Dept", kName},   {"Dez", kMonth},
      {"Dipl", kTitle},    {"Dr", kTitle},     {"Drs", kTitle},    {"Feb", kMonth},   {"Frl", kTitle},
      {"Gen", kTitle},     {"GmbH", kName},    {"Hbf", kName},     {"Hl", kTitle},    {"Hptm", kTitle},
      {"Hr", kTitle},      {"Hrsg", kInner},   {"Ing", kTitle},    {"Jan", kMonth},   {"Jh", kName},
      {"Jhd", kName},      {"Jul", kMonth},    {"Jun", kMonth},    {"Kap", kMonth},   {"Kfz", kName},
      {"Lkr", kName},      {"Lt", kTitle},     {"Mag", kTitle},    {"Mill", kName},   {"Min", kUnit},
      {"Mio", kName},      {"Mr", kTitle},     {"Mrd", kName},     {"Mrs", kTitle},   {"Msgr", kTitle},
      {"Mär", kMonth},     {"Nov", kMonth},    {"Nr", kMonth},     {"Nrn", kMonth},   {"Okt", kMonth},
      {"Pfr", kTitle},     {"Pl", kName},      {"Prof", kTitle},   {"Red", kInner},   {"Rep", kTitle},
      {"S", kMonth},       {"Sek", kUnit},     {"Sen", kTitle},    {"Sep", kMonth},   {"Sept", kMonth},
      {"St", kTitle},      {"Std", kUnit},     {"Str", kName},     {"Tel", kMonth},   {"Tsd", kName},
      {"Ziff", kMonth},    {"a", kInner},      {"allg", kInner},   {"bes", kInner},   {"bzw", kInner},
      {"c", kInner},       {"ca", kInner},     {"cm", kUnit},      {"d", kInner},     {"ehem", kInner},
      {"einschl", kInner}, {"entspr", kInner}, {"evtl", kInner},   {"exkl", kInner},  {"geb", kInner},
      {"gegr", kInner},    {"gem", kInner},    {"gest", kInner},   {"ggf", kInner},   {"h", kInner},
      {"ha", kUnit},       {"i", kInner},      {"inkl", kInner},   {"insb", kInner},  {"insbes", kInner},
      {"jew", kInner},     {"kg", kUnit},      {"km", kUnit},      {"lt", kInner},    {"max", kInner},
      {"min", kUnit},      {"mind", kInner},   {"mm", kUnit},      {"n", kInner},     {"o", kInner},
      {"od", kInner},      {"qm", kUnit},      {"rd", kInner},     {"s", kInner},     {"sog", kInner},
      {"spez", kInner},    {"teilw", kInner},  {"u", kInner},      {"urspr", kInner}, {"usf", kInner},
      {"v", kInner},       {"verh", kInner},   {"versch", kInner}, {"vgl", kInner},   {"wg", kInner},
      {"z", kInner},       {"zz", kInner},     {"zzgl", kInner},
  });
}();
static_assert(std::ranges::is_sorted(kGermanAbbreviations, {}, &AbbreviationEntry::word));

inline constexpr auto kFrenchAbbreviations = [] {
  using enum Abbreviation;
  return std::to_array<AbbreviationEntry>({
      {"Av", kName},   {"Bd", kName},    {"Bld", kName},   {"Cdt", kTitle},   {"Cie", kName},   {"Cne", kTitle},
      {"Col", kTitle}, {"Dr", kTitle},   {"Drs", kTitle},  {"Dép", kName},    {"Ets", kName},   {"Fg", kName},
      {"Gal", kTitle}, {"Gvt", kName},   {"Lt", kTitle},   {"M", kTitle},     {"MM", kTitle},   {"Me", kTitle},
      {"Mes", kTitle}, {"Mgr", kTitle},  {"Mlle", kTitle}, {"Mlles", kTitle}, {"Mme", kTitle},  {"Mmes", kTitle},
      {"Pr", kTitle},  {"Prof", kTitle}, {"St", kTitle},   {"Ste", kTitle},   {"Sts", kTitle},  {"Sté", kName},
      {"apr", kInner}, {"art", kMonth},  {"av", kInner},   {"avr", kMonth},   {"bd", kInner},   {"boul", kInner},
      {"c", kInner},   {"cf", kInner},   {"chap", kMonth}, {"cit", kInner},   {"cm", kUnit},    {"déc", kMonth},
      {"ed", kInner},  {"env", kInner},  {"ex", kInner},   {"fig", kMonth},   {"fév", kMonth},  {"févr", kMonth},
      {"ha", kUnit},   {"hab", kInner},  {"i", kInner},    {"id", kInner},    {"janv", kMonth}, {"juil", kMonth},
      {"kg", kUnit},   {"km", kUnit},    {"max", kInner},  {"min", kUnit},    {"mm", kUnit},    {"n", kMonth},
      {"nb", kInner},  {"no", kMonth},   {"nos", kMonth},  {"nov", kMonth},   {"oct", kMonth},  {"op", kInner},
      {"p", kMonth},   {"pp", kMonth},   {"réf", kMonth},  {"sept", kMonth},  {"tél", kMonth},  {"vol", kMonth},
      {"Éts", kName},  {"éd", kInner},
  });
}();
static_assert(std::ranges::is_sorted(kFrenchAbbreviations, {}, &AbbreviationEntry::word));

inline constexpr auto kSpanishAbbreviations = [] {
  using enum Abbreviation;
  return std::to_array<AbbreviationEntry>({
      {"AA", kName},     {"Alm", kTitle},  {"Arq", kTitle},      {"Art", kMonth},   {"Av", kName},
      {"Avda", kName},   {"CC", kInner},   {"Cap", kTitle},      {"Cia", kName},    {"Cnel", kTitle},
      {"Corp", kName},   {"Cptn", kTitle}, {"Cía", kName},       {"D", kTitle},     {"Depto", kName},
      {"Dip", kTitle},   {"Dpto", kName},  {"Dr", kTitle},       {"Dra", kTitle},   {"Dres", kTitle},
      {"Dña", kTitle},   {"EE", kInner},   {"Edo", kName},       {"Excma", kTitle}, {"Excmo", kTitle},
      {"FF", kInner},    {"Fr", kTitle},   {"Gob", kTitle},      {"Gral", kTitle},  {"HH", kName},
      {"Hnos", kName},   {"Ilma", kTitle}, {"Ilmo", kTitle},     {"Inc", kName},    {"Ing", kTitle},
      {"JJ", kInner},    {"Lic", kTitle},  {"Licda", kTitle},    {"Ltd", kName},    {"Ltda", kName},
      {"Mons", kTitle},  {"Mr", kTitle},   {"Mrs", kTitle},      {"No", kMonth},    {"Nº", kMonth},
      {"Núm", kMonth},   {"OO", kName},    {"Pdta", kTitle},     {"Pdte", kTitle},  {"Prof", kTitle},
      {"Profa", kTitle}, {"Prov", kName},  {"Pág", kMonth},      {"RR", kInner},    {"Sen", kTitle},
      {"Sgto", kTitle},  {"Sr", kTitle},   {"Sra", kTitle},      {"Sras", kTitle},  {"Sres", kTitle},
      {"Srta", kTitle},  {"Sta", kTitle},  {"Sto", kTitle},      {"Tte", kTitle},   {"UU", kName},
      {"Ud", kName},     {"Uds", kName},   {"Vd", kName},        {"Vds", kName},    {"a", kInner},
      {"abr", kMonth},   {"ago", kMonth},  {"aprox", kInner},    {"art", kMonth},   {"arts", kMonth},
      {"cap", kMonth},   {"cf", kInner},   {"cm", kUnit},        {"dic", kMonth},   {"ed", kMonth},
      {"ej", kInner},    {"ene", kMonth},  {"etcétera", kInner}, {"feb", kMonth},   {"ha", kUnit},
      {"hrs", kUnit},    {"jul", kMonth},  {"jun", kMonth},      {"kg", kUnit},     {"km", kUnit},
      {"mar", kMonth},   {"may", kMonth},  {"min", kUnit},       {"mm", kUnit},     {"máx", kInner},
      {"mín", kInner},   {"nov", kMonth},  {"núm", kMonth},      {"oct", kMonth},   {"p", kInner},
      {"pág", kMonth},   {"págs", kMonth}, {"sep", kMonth},      {"sept", kMonth},  {"set", kMonth},
      {"sig", kInner},   {"ss", kInner},   {"tel", kMonth},      {"tfno", kMonth},  {"vol", kMonth},
      {"vs", kInner},
  });
}();
static_assert(std::ranges::is_sorted(kSpanishAbbreviations, {}, &AbbreviationEntry::word));

inline constexpr auto kPortugueseAbbreviations = [] {
  using enum Abbreviation;
  return std::to_array<AbbreviationEntry>({
      {"Alm", kTitle},  {"Arq", kTitle},   {"Art", kMonth},   {"Av", kName},   {"Brig", kTitle},  {"Cap", kTitle},
      {"Cel", kTitle},  {"Cia", kName},    {"Corp", kName},   {"D", kTitle},   {"Dep", kTitle},   {"Depto", kName},
      {"Dpto", kName},  {"Dr", kTitle},    {"Dra", kTitle},   {"Drs", kTitle}, {"EE", kName},     {"Eng", kTitle},
      {"Est", kName},   {"Exma", kTitle},  {"Exmo", kTitle},  {"Gen", kTitle}, {"Gov", kTitle},   {"Ilma", kTitle},
      {"Ilmo", kTitle}, {"Inc", kName},    {"Jr", kName},     {"Ltd", kName},  {"Ltda", kName},   {"Maj", kTitle},
      {"Mons", kTitle}, {"Mr", kTitle},    {"Mrs", kTitle},   {"Mun", kName},  {"Núm", kMonth},   {"Pe", kTitle},
      {"Prof", kTitle}, {"Profa", kTitle}, {"Profs", kTitle}, {"Pág", kMonth}, {"Pç", kName},     {"Pça", kName},
      {"R", kName},     {"Rod", kName},    {"Sen", kTitle},   {"Sgt", kTitle}, {"Sr", kTitle},    {"Sra", kTitle},
      {"Sras", kTitle}, {"Srs", kTitle},   {"Srta", kTitle},  {"Sta", kTitle}, {"Sto", kTitle},   {"Ten", kTitle},
      {"UU", kName},    {"a", kInner},     {"abr", kMonth},   {"ago", kMonth}, {"aprox", kInner}, {"art", kMonth},
      {"arts", kMonth}, {"c", kInner},     {"cap", kMonth},   {"cf", kInner},  {"cm", kUnit},     {"dez", kMonth},
      {"ed", kMonth},   {"ex", kInner},    {"fev", kMonth},   {"ha", kUnit},   {"hrs", kUnit},    {"jan", kMonth},
      {"jul", kMonth},  {"jun", kMonth},   {"kg", kUnit},     {"km", kUnit},   {"mai", kMonth},   {"mar", kMonth},
      {"min", kUnit},   {"mm", kUnit},     {"máx", kInner},   {"mín", kInner}, {"n", kMonth},     {"nov", kMonth},
      {"núm", kMonth},  {"obs", kInner},   {"out", kMonth},   {"p", kMonth},   {"pp", kMonth},    {"pág", kMonth},
      {"págs", kMonth}, {"set", kMonth},   {"séc", kInner},   {"tel", kMonth}, {"vol", kMonth},   {"vs", kInner},
  });
}();
static_assert(std::ranges::is_sorted(kPortugueseAbbreviations, {}, &AbbreviationEntry::word));

}  // namespace storydiff
