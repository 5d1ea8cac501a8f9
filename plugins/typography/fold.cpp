#include "fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace storydiff::typography {
namespace {

enum class Kind : std::uint8_t { kQuotes, kDashes, kSpaces, kLigatures };

struct Form {
  UChar32 from;
  Kind kind;
  std::string_view to;
};

// Ascending by `from`. Letters of their own right (æ, œ, ß) stay, and so do joiners that shape a script.
constexpr std::array kForms = std::to_array<Form>({
    {0x00A0, Kind::kSpaces, " "},     {0x00AB, Kind::kQuotes, "\""},     {0x00AD, Kind::kSpaces, ""},
    {0x00BB, Kind::kQuotes, "\""},    {0x02BC, Kind::kQuotes, "'"},      {0x1680, Kind::kSpaces, " "},
    {0x2000, Kind::kSpaces, " "},     {0x2001, Kind::kSpaces, " "},      {0x2002, Kind::kSpaces, " "},
    {0x2003, Kind::kSpaces, " "},     {0x2004, Kind::kSpaces, " "},      {0x2005, Kind::kSpaces, " "},
    {0x2006, Kind::kSpaces, " "},     {0x2007, Kind::kSpaces, " "},      {0x2008, Kind::kSpaces, " "},
    {0x2009, Kind::kSpaces, " "},     {0x200A, Kind::kSpaces, " "},      {0x200B, Kind::kSpaces, ""},
    {0x2010, Kind::kDashes, "-"},     {0x2011, Kind::kDashes, "-"},      {0x2012, Kind::kDashes, "-"},
    {0x2013, Kind::kDashes, "-"},     {0x2014, Kind::kDashes, "--"},     {0x2015, Kind::kDashes, "--"},
    {0x2018, Kind::kQuotes, "'"},     {0x2019, Kind::kQuotes, "'"},      {0x201A, Kind::kQuotes, "'"},
    {0x201B, Kind::kQuotes, "'"},     {0x201C, Kind::kQuotes, "\""},     {0x201D, Kind::kQuotes, "\""},
    {0x201E, Kind::kQuotes, "\""},    {0x201F, Kind::kQuotes, "\""},     {0x2026, Kind::kDashes, "..."},
    {0x202F, Kind::kSpaces, " "},     {0x2039, Kind::kQuotes, "'"},      {0x203A, Kind::kQuotes, "'"},
    {0x205F, Kind::kSpaces, " "},     {0x2060, Kind::kSpaces, ""},       {0x2212, Kind::kDashes, "-"},
    {0x3000, Kind::kSpaces, " "},     {0xFB00, Kind::kLigatures, "ff"},  {0xFB01, Kind::kLigatures, "fi"},
    {0xFB02, Kind::kLigatures, "fl"}, {0xFB03, Kind::kLigatures, "ffi"}, {0xFB04, Kind::kLigatures, "ffl"},
    {0xFB05, Kind::kLigatures, "st"}, {0xFB06, Kind::kLigatures, "st"},  {0xFEFF, Kind::kSpaces, ""},
});

const Form* form_of(UChar32 c) {
  const auto found = std::lower_bound(kForms.begin(), kForms.end(), c,
                                      [](const Form& form, UChar32 value) { return form.from < value; });
  return found != kForms.end() && found->from == c ? &*found : nullptr;
}

bool is_wanted(Kind kind, const Choice& choice) {
  switch (kind) {
    case Kind::kQuotes:
      return choice.quotes;
    case Kind::kDashes:
      return choice.dashes;
    case Kind::kSpaces:
      return choice.spaces;
    case Kind::kLigatures:
      return choice.ligatures;
  }
  return false;
}

std::string_view rule_of(Kind kind) {
  switch (kind) {
    case Kind::kQuotes:
      return "quotes";
    case Kind::kDashes:
      return "dashes";
    case Kind::kSpaces:
      return "spaces";
    case Kind::kLigatures:
      return "ligatures";
  }
  return "";
}

/// Whether `c` may join the character before it: a combining mark, or a part of a Korean syllable.
bool joins(UChar32 c) {
  constexpr UChar32 kFirstMark = 0x300;
  if (c < kFirstMark) return false;
  return u_getCombiningClass(c) != 0 || (c >= 0x1161 && c <= 0x11C2);
}

/// The composed form of some characters, where it is another one.
std::optional<std::string> composed(std::string_view run) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return std::nullopt;
  const icu::UnicodeString before =
      icu::UnicodeString::fromUTF8(icu::StringPiece(run.data(), static_cast<std::int32_t>(run.size())));
  const icu::UnicodeString after = nfc->normalize(before, error);
  if (U_FAILURE(error) || after == before) return std::nullopt;
  std::string out;
  after.toUTF8String(out);
  return out;
}

class Folder {
 public:
  Folder(std::string_view text, const Choice& choice) : text_(text), choice_(choice) {}

  std::vector<Replacement> fold() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = at;
      const UChar32 c = next(end);
      // Most of a text is plain letters.
      if (c < 0x80 && (end == text_.size() || static_cast<unsigned char>(text_[end]) < 0x80)) {
        at = end;
        continue;
      }
      std::size_t run = end;
      for (std::size_t look = end; look < text_.size();) {
        if (!joins(next(look))) break;
        run = look;
      }
      if (run > end) {
        if (choice_.accents)
          if (auto text = composed(text_.substr(at, run - at))) add(at, run, *text, "accents");
        at = run;
        continue;
      }
      const Form* form = form_of(c);
      if (form != nullptr && is_wanted(form->kind, choice_)) add(at, end, std::string(form->to), rule_of(form->kind));
      at = end;
    }
    return std::move(replacements_);
  }

 private:
  UChar32 next(std::size_t& at) const {
    UChar32 c = 0;
    auto index = static_cast<std::int64_t>(at);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    U8_NEXT(bytes, index, static_cast<std::int64_t>(text_.size()), c);
    at = static_cast<std::size_t>(index);
    return c;
  }

  void add(std::size_t begin, std::size_t end, const std::string& text, std::string_view rule) {
    if (!replacements_.empty() && replacements_.back().end == begin && replacements_.back().rule == rule) {
      replacements_.back().end = end;
      replacements_.back().text += text;
    } else {
      replacements_.push_back({begin, end, text, rule});
    }
  }

  std::string_view text_;
  const Choice& choice_;
  std::vector<Replacement> replacements_;
};

}  // namespace

std::vector<Replacement> fold(std::string_view text, const Choice& choice) { return Folder(text, choice).fold(); }

}  // namespace storydiff::typography
