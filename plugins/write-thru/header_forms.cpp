#include "header_forms.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "agencies.hpp"

namespace storydiff::write_thru {
namespace {

// Any house that names itself in brackets between a place and a dash.
constexpr const char* kSignature = "[A-ZÀ-Þ][A-Za-zÀ-ɏ.&/-]*(?: [A-ZÀ-Þ][A-Za-zÀ-ɏ.&/-]*){0,3}";
constexpr const char* kMonth =
    "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|"
    "Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
// French, German, Spanish, Italian and Portuguese, as their agencies' datelines write them.
constexpr const char* kMonthAbroad =
    "(?i:janvier|janv\\.?|février|févr?\\.?|mars|avril|avr\\.?|mai|juin|juillet|juil\\.?|août|septembre|sept\\.?|"
    "octobre|novembre|décembre|déc\\.?|januar|februar|märz|april|juni|juli|august|september|oktober|okt\\.?|november|"
    "dezember|dez\\.?|enero|ene\\.?|febrero|marzo|abril|abr\\.?|mayo|junio|julio|agosto|ago\\.?|septiembre|octubre|"
    "noviembre|diciembre|dic\\.?|gennaio|gen|febbraio|aprile|maggio|mag|giugno|giu|luglio|lug|settembre|set|ottobre|"
    "ott|"
    "dicembre|janeiro|fevereiro|fev\\.?|março|maio|junho|julho|setembro|outubro|out\\.?|novembro|dezembro|jan\\.?|"
    "feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|oct\\.?|nov\\.?|dec\\.?)";
constexpr const char* kUpperWord = "(?:Mc|Mac|d['’]|l['’])?[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*";
constexpr const char* kTitleWord = "[A-ZÀ-Þ][A-Za-zÀ-ɏ'’.-]*";
constexpr const char* kVersion =
    "(?i:ld-?writethru|ld-?writethrough|writethru|write-thru|write-through|lead|ldall|ld|add|update|wrapup|wrap|urgent|"
    "flash|bulletin|alert|correction|corrected|corrects|kill|refile|repeat|rpt|recast)";

std::string any_agency() {
  std::string alternatives;
  for (const std::string_view agency : kAgencies) {
    if (!alternatives.empty()) alternatives += '|';
    alternatives += agency;
  }
  return alternatives;
}

/// `{agency}` and the like replaced by what they stand for.
std::string expanded(std::string expression) {
  const std::string place = std::string(kUpperWord) + "(?: " + kUpperWord + ")*";
  const std::string titled =
      std::string(kTitleWord) + "(?: (?:(?:and|of|the|da|de|do|del|la) )?" + kTitleWord + "){0,3}";
  const std::string date = std::string("(?:") + kMonth + " \\d{1,2}(?:,? (?:19|20)\\d\\d)?|\\d{1,2} " + kMonth +
                           "(?:,? (?:19|20)\\d\\d)?|\\d{1,2}(?:\\.|er)? (?:de )?" + kMonthAbroad +
                           "(?:,?(?: de)? (?:19|20)\\d\\d)?)";
  const std::map<std::string, std::string> names = {
      {"{agency}", any_agency()}, {"{signature}", kSignature}, {"{place}", place},           {"{titled}", titled},
      {"{date}", date},           {"{version}", kVersion},     {"{dash}", "(?:-{1,2}|[–—])"}};
  for (const auto& [name, text] : names)
    for (std::size_t at = expression.find(name); at != std::string::npos; at = expression.find(name, at + text.size()))
      expression.replace(at, name.size(), text);
  return expression;
}

RE2::Options options() {
  RE2::Options result;
  result.set_log_errors(false);
  return result;
}

}  // namespace

/// What it needs is looked for first: building an automaton takes far longer than matching does.
struct Form::Compiled {
  explicit Compiled(std::string text) : expression(std::move(text)) {}

  void build() {
    re = std::make_unique<RE2>(expanded(expression), options());
    if (!re->ok()) return;
    for (const auto& [index, name] : re->CapturingGroupNames()) {
      keys[index] = name;
      while (!keys[index].empty() && keys[index].back() >= '0' && keys[index].back() <= '9') keys[index].pop_back();
    }
    groups = re->NumberOfCapturingGroups() + 1;
  }

  std::string expression;
  std::once_flag once;
  std::unique_ptr<RE2> re;
  std::map<int, std::string> keys;
  int groups = 1;
};

Form::Form(std::string rule, Anchor anchor, Signs signs, const std::string& expression)
    : rule_(std::move(rule)),
      anchor_(anchor),
      signs_(std::move(signs)),
      compiled_(std::make_unique<Compiled>(expression)) {}
Form::Form(Form&&) noexcept = default;
Form& Form::operator=(Form&&) noexcept = default;
Form::~Form() = default;

bool Form::has_signs(std::string_view text) const {
  return std::ranges::all_of(signs_, [text](const Sign& sign) { return sign(text); });
}

std::vector<Part> Form::match(std::string_view text) const {
  return has_signs(text) ? match_without_signs(text) : std::vector<Part>();
}

std::vector<Part> Form::match_without_signs(std::string_view text) const {
  std::vector<Part> parts;
  std::call_once(compiled_->once, [this] { compiled_->build(); });
  if (!compiled_->re->ok()) return parts;
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(compiled_->groups));
  const RE2::Anchor anchor = anchor_ == Anchor::kLine ? RE2::ANCHOR_BOTH : RE2::ANCHOR_START;
  if (!compiled_->re->Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), anchor, found.data(),
                            compiled_->groups))
    return parts;
  for (const auto& [index, key] : compiled_->keys) {
    const re2::StringPiece& piece = found[static_cast<std::size_t>(index)];
    if (piece.data() != nullptr && !piece.empty()) parts.push_back({key, {piece.data(), piece.size()}});
  }
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.text.data() < b.text.data(); });
  return parts;
}

const std::vector<Form>& header_forms() {
  static const std::vector<Form> forms = [] {
    std::vector<Form> all;
    const auto line = [&](const char* rule, Signs signs, const char* expression) {
      all.emplace_back(rule, Anchor::kLine, std::move(signs), expression);
    };
    const auto prefix = [&](const char* rule, Signs signs, const char* expression) {
      all.emplace_back(rule, Anchor::kPrefix, std::move(signs), expression);
    };
    constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view kCapitalsAndHyphen = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
    // u i bc-corisande-election-2ndld 04-28 0447
    line("anpa-slug", {has_one_of({"bc-", "am-", "pm-", "ap-", "up-"})},
         "(?P<urgency>[a-z]) (?P<category>[a-z]) (?P<slug>(?:bc|am|pm|ap|up)-[a-z0-9&'-]+?)"
         "(?:-(?P<take>\\d{1,2})(?:st|nd|rd|th)(?P<version>{version}))? (?P<date>\\d\\d-\\d\\d) (?P<words>\\d{3,4})");
    // AM-US--River Flood, 2nd Ld-Writethru,0410
    line("ap-slug", {begins_with_run(kCapitals, '-')},
         "(?P<slug>(?:(?:AP|BC|AM|PM)-|[A-Z]{2,4}--)[A-Z][\\w&'’-]*(?:[ -]+[\\w&'’-]+){0,6})"
         "(?:, ?(?P<take>\\d{1,2})(?:st|nd|rd|th) (?P<version>{version})(?:[ -](?:{version}))?)?(?:, "
         "?(?P<words>\\d{3,4}))?");
    line("take-line", {begins_with_digit(), has_one_of({"st ", "nd ", "rd ", "th "})},
         "(?P<take>\\d{1,2})(?:st|nd|rd|th) (?P<version>{version})(?:(?:,? |-)(?P<version2>[Ww]rite-?thr(?:u|ough)))?");
    // QUAKE-TOLL/ (UPDATE 2)
    line("reuters-slug", {begins_with_run(kCapitalsAndHyphen, '/')},
         "(?:(?P<version2>CORRECTED|REFILE)-)?(?P<slug>[A-Z]{2,}(?:-[A-Z]+)*/[A-Z-]*)(?: \\((?P<version>{version}) "
         "?(?P<take>\\d{1,2})?(?:, [A-Z "
         ",]+)?\\))?");
    // Norway-river-bridge,2ndlead
    line("afp-slug", {has_one_of({","}), has_one_of({"LEAD", "lead", "ALERT", "URGENT", "WRAP", "FLASH", "FOCUS"})},
         "(?P<slug>[A-Z][A-Za-zÀ-ɏ]+(?:-[A-Za-zÀ-ɏ]+){1,5}),(?:(?P<take>\\d{1,2})(?:st|nd|rd|th))?"
         "(?P<version>LEAD|lead|ALERT|URGENT|WRAP|FLASH|FOCUS)");
    prefix("update-number", {has_one_of({"UPDATE", "WRAPUP", "RPT", "REFILE"})},
           "(?:[A-Z]{3,}-)?(?P<version>UPDATE|WRAPUP|RPT|REFILE) (?P<take>\\d{1,2})(?:-| ?:)");
    prefix("version-prefix", {has_one_of({"UPDATE", "WRAPUP", "REFILE", "CORRECTED", "RPT", "ADVISORY"})},
           "(?P<version>UPDATE|WRAPUP|REFILE|CORRECTED|RPT|ADVISORY)(?:-[A-Z]|[-:] ?[A-Z])");
    // (2nd LEAD) Night bus drivers ...
    prefix("bracketed-version", {has_one_of({"("}), has_one_of({"LEAD", "URGENT", "CORRECTED", "RECAST"})},
           "\\((?:(?P<take>\\d{1,2})(?:st|nd|rd|th) )?(?P<version>LEAD|URGENT|CORRECTED|RECAST)\\) ?");
    line("urgency-line", {has_one_of({"URGENT", "FLASH", "BULLETIN", "ALERT", "SNAP"})},
         "(?P<version>URGENT|FLASH|BULLETIN|ALERT|SNAP|NEWS ALERT)(?: ?(?:-{1,3}|/{1,3}|[:!])?)");
    line("kill-line", {has_one_of({"KILL"})},
         "(?:MANDATORY|BULLETIN|EDITORIAL|STORY|NEWS) (?P<version>KILL)(?:[ ,:-].*)?");
    line("kill-alone", {has_one_of({"KILL"})}, "(?P<version>KILL)(?: ?[-:–—].*)?");
    prefix("correction-line", {has_one_of({"CORRECT", "Correct"})},
           "(?P<version>CORRECTED|CORRECTION|CORRECTS|Corrected|Correction)(?: ?[:—–(]|$| ?- )");
    line("label-slug", {begins_with_label({"slug", "slugline", "slug line", "keyword", "keywords"})},
         "(?i:slug|slugline|slug line|keywords?) ?[:=] *(?P<slug>\\S.{0,80}?)");
    line("label-urgency", {begins_with_label({"urgency", "priority"})},
         "(?i:urgency|priority) ?[:=] *(?P<urgency>[A-Za-z0-9]{1,12})");
    line("label-category", {begins_with_label({"category", "subject code"})},
         "(?i:category|subject code) ?[:=] *(?P<category>[\\w/ -]{1,30})");
    line("label-take", {begins_with_label({"take", "version"})}, "(?i:take|version) ?[:=] *(?P<take>\\d{1,3})");
    line("label-location", {begins_with_label({"dateline", "filed from"})},
         "(?i:dateline|filed from) ?[:=] *(?P<location>{titled}(?:, {titled})?)");
    line("label-date", {begins_with_label({"date", "issued", "filed", "published", "transmitted"})},
         "(?i:date|issued|filed|published|transmitted) ?[:=] *(?:[A-Z][a-z]+day,? )?(?P<date>{date}).{0,30}");
    line("label-agency", {begins_with_label({"agency", "credit", "source"})},
         "(?i:agency|credit|source) ?[:=] *(?P<agency>{agency})(?: ?[|/].*)?");
    // KYODO NEWS - Dec 2, 2024 - 09:51
    line("agency-and-date", {begins_with_agency(), has_digit()},
         "(?P<agency>{agency}|KYODO NEWS) ?[|–—-] ?(?:[A-Z][a-z]+:? )?(?:[A-Z][a-z]+day,? )?(?P<date>{date})[ "
         ",|–—-].{0,60}");
    line("agency-line", {is_agency()}, "(?P<agency>{agency})");
    prefix("byline-agency", {has_agency_behind({", "})},
           "(?:By |BY )?[^\\n]{3,70}?, (?P<agency>{agency})(?:$| (?i:[a-z]+ )?(?i:correspondent|writer|reporter)$)");
    prefix("staff-agency", {begins_with_agency(), has_one_of({"Writer", "Correspondent", "Staff", "Reporter"})},
           "(?P<agency>{agency}) (?:[A-Z][a-z]+ ){0,2}(?:Writer|Correspondent|Staff|Reporter)$");
    return all;
  }();
  return forms;
}

const std::vector<Form>& dateline_forms() {
  static const std::vector<Form> forms = [] {
    std::vector<Form> all;
    const auto form = [&](const char* rule, Signs signs, const char* expression) {
      all.emplace_back(rule, Anchor::kPrefix, std::move(signs), expression);
    };
    const Sign wide_dash = has_one_of({"--", "–", "—", " - "});
    const std::string where = "(?P<location>{titled}(?:(?:, | ?/ ?){titled}){0,2}(?: [\\[(]{titled}[\\])]){0,2})";
    form("dateline", {has_agency_behind({"(", "/", "["})},
         (where + "(?:[,.]? (?P<date>{date}))?[,.]? ?{dash}? ?[(/\\[](?P<agency>{agency})(?: "
                  "?[/;,&][^)]{2,40}| [A-Za-z]{2,20})?[)/\\]] ?"
                  "(?:{dash}|[:.A-ZÀ-Þ\"“]|$)")
             .c_str());
    form("dateline-any-agency",
         {has_one_of({"(", "/"}),
          has_one_of({")-", ")–", ")—", ") -", ") –", ") —", "/-", "/–", "/—", "/ -", "/ –", "/ —"})},
         (where + "(?:[,.]? (?P<date>{date}))?,? [(/](?P<agency>{signature})[)/] ?(?:--?|[–—])").c_str());
    form("dateline-bare-agency", {has_digit(), has_agency_before_dash()},
         (where + ",? (?P<date>{date}),? (?P<agency>{agency}) ?{dash}").c_str());
    form("dateline-agency-only", {has_agency_behind({"("})}, "\\((?P<agency>{agency})\\) ?(?:{dash}|:)");
    form("dateline-date", {begins_in_capitals(), has_digit(), wide_dash},
         "(?P<location>{place}(?:, {titled}){0,2}),? (?P<date>{date}) ?(?:--|[–—]| - )");
    form("dateline-region", {begins_in_capitals(), wide_dash},
         "(?P<location>{place}, {titled}) ?(?:--|[–—]| - ) ?[A-ZÀ-Þ\"“]");
    return all;
  }();
  return forms;
}

}  // namespace storydiff::write_thru
