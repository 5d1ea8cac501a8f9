#include "batch_totals.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>

namespace storydiff::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<Summary::Class, 3> kClasses{Summary::Class::kWhollyDerived, Summary::Class::kPartiallyDerived,
                                                 Summary::Class::kNonDerived};
constexpr std::array<Severity, 3> kSeverities{Severity::kInfo, Severity::kReview, Severity::kAlert};
constexpr std::array<const char*, 6> kWords{"target", "verbatim", "edited", "paraphrase", "new", "quoted"};

/// The place of the value of `all` that is called `name`, or their count.
template <class Values>
std::size_t place_of(const Values& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& value) { return to_string(value) == name; });
  return static_cast<std::size_t>(std::distance(all.begin(), found));
}

std::string text_or_empty(const Json& object, const char* key) {
  const auto member = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && member != object.end() && member->is_string() ? member->get<std::string>() : "";
}

}  // namespace

void BatchTotals::add(const Report& report) {
  ++pairs_;
  ++classes_[static_cast<std::size_t>(report.summary.derivation)];
  for (const Finding& finding : report.findings) ++findings_[static_cast<std::size_t>(finding.severity)];
  const Summary& summary = report.summary;
  const std::array<std::uint32_t, 6> words{summary.target_words,     summary.verbatim_words, summary.edited_words,
                                           summary.paraphrase_words, summary.new_words,      summary.quoted_words};
  for (std::size_t i = 0; i < words.size(); ++i) words_[i] += words[i];
}

void BatchTotals::add_error() {
  ++pairs_;
  ++errors_;
}

void BatchTotals::add(const BatchTotals& other) {
  pairs_ += other.pairs_;
  errors_ += other.errors_;
  for (std::size_t i = 0; i < classes_.size(); ++i) classes_[i] += other.classes_[i];
  for (std::size_t i = 0; i < findings_.size(); ++i) findings_[i] += other.findings_[i];
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] += other.words_[i];
}

Status BatchTotals::add_record(std::string_view line) {
  const Error lacking{ErrorCode::kInvalidInput,
                      "has no summary and findings to count: leave --summary out, or --select neither of them away"};
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return Error{ErrorCode::kInvalidInput, "is no record of a batch"};
  if (json.contains("error")) {
    add_error();
    return Success{};
  }
  const auto summary = json.find("summary");
  const auto findings = json.find("findings");
  if (summary == json.end() || findings == json.end() || !summary->is_object() || !findings->is_array()) return lacking;
  const std::size_t derivation = place_of(kClasses, text_or_empty(*summary, "class"));
  if (derivation == kClasses.size()) return lacking;
  for (const Json& finding : *findings) {
    const std::size_t severity = place_of(kSeverities, text_or_empty(finding, "severity"));
    if (severity == kSeverities.size()) return lacking;
    ++findings_[severity];
  }
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    const auto count = summary->find(std::string(kWords[i]) + "_words");
    if (count == summary->end() || !count->is_number_unsigned()) return lacking;
    words_[i] += count->get<std::uint64_t>();
  }
  ++classes_[derivation];
  ++pairs_;
  return Success{};
}

std::string BatchTotals::to_json(bool complete) const {
  Json json = Json::object();
  json["schema"] = "storydiff-batch-summary/1";
  json["complete"] = complete;
  json["pairs"] = pairs_;
  json["errors"] = errors_;
  for (std::size_t i = 0; i < kClasses.size(); ++i) json["classes"][std::string(to_string(kClasses[i]))] = classes_[i];
  for (std::size_t i = kSeverities.size(); i-- > 0;)
    json["findings"][std::string(to_string(kSeverities[i]))] = findings_[i];
  for (std::size_t i = 0; i < kWords.size(); ++i) json["words"][kWords[i]] = words_[i];
  return json.dump(1) + "\n";
}

}  // namespace storydiff::cli
