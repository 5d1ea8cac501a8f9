#include "analyse/agencies.hpp"

#include <cstddef>

namespace storydiff {
namespace {

struct AgencyName {
  std::uint32_t agency;
  std::string_view name;
};

// Sources: the agencies' own style guides and credit lines.
constexpr AgencyName kNames[] = {
    {0, "AP"},
    {0, "Associated Press"},
    {1, "Reuters"},
    {1, "REUTERS"},
    {2, "AFP"},
    {2, "Agence France-Presse"},
    {2, "Agence France Presse"},
    {3, "UPI"},
    {3, "United Press International"},
    {4, "dpa"},
    {4, "DPA"},
    {4, "Deutsche Presse-Agentur"},
    {5, "PA Media"},
    {5, "Press Association"},
    {6, "Bloomberg"},
    {6, "BLOOMBERG"},
    {7, "TASS"},
    {7, "Itar-Tass"},
    {8, "Interfax"},
    {9, "Xinhua"},
    {10, "Kyodo"},
    {10, "KYODO"},
    {11, "Yonhap"},
    {12, "EFE"},
    {13, "ANSA"},
    {14, "ANI"},
    {14, "Asian News International"},
    {15, "PTI"},
    {15, "Press Trust of India"},
    {16, "AAP"},
    {16, "Australian Associated Press"},
    {17, "Canadian Press"},
    {18, "CNN Wire"},
    {18, "CNN Newsource"},
    {19, "Tribune News Service"},
    {19, "Tribune Content Agency"},
    {20, "McClatchy"},
    {21, "States Newsroom"},
    {22, "Dow Jones"},
    {23, "Lusa"},
    {24, "Jiji"},
    {25, "IANS"},
    {26, "NZPA"},
    {27, "Ukrinform"},
    {28, "RIA Novosti"},
    {29, "Sputnik"},
};

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool names(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const bool starts = at == 0 || !is_word_byte(text[at - 1]);
    const std::size_t end = at + name.size();
    // Bytes from 0x80 on begin curly quotes and dashes as often as letters: no word goes on there.
    const bool ends = end == text.size() || !is_word_byte(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80;
    if (starts && ends) return true;
  }
  return false;
}

}  // namespace

AgencySet agencies_named(std::string_view text) {
  AgencySet found = 0;
  for (const AgencyName& entry : kNames) {
    const AgencySet bit = AgencySet{1} << entry.agency;
    if ((found & bit) == 0 && names(text, entry.name)) found |= bit;
  }
  return found;
}

bool names_the_agency(std::string_view role) {
  return role == "dateline" || role == "byline" || role == "credit" || role == "signoff" || role == "copyright";
}

std::string_view agency_name(AgencySet agencies) {
  for (const AgencyName& entry : kNames)
    if ((agencies & AgencySet{1} << entry.agency) != 0) return entry.name;
  return "";
}

}  // namespace storydiff
