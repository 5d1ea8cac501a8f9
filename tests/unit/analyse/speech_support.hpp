/// \file speech_support.hpp
/// Two plain texts compared as the program does it, without plugins, for the tests of attribution and polarity.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storydiff/compare.hpp"
#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/report.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff::test {

inline Document document(const std::string& text, const std::string& name = "text") {
  return *make_document(name, text, {});
}

/// The sentences and tokens of a text as the program cuts it.
inline Segments segments_of(const Document& text, Vocabulary& vocabulary) {
  const Document* documents[] = {&text};
  const auto normalized = run_pipeline(documents, {});
  return segment(normalized.front(), vocabulary, {});
}

inline Report report_of(const std::string& source, const std::string& target, const std::string& language = "en") {
  const Document from = document(source, "source");
  const Document to = document(target, "target");
  const Document* sources[] = {&from};
  CompareOptions options;
  options.language = language;
  return *compare(sources, to, {}, options);
}

/// "status: from > to" of every change.
inline std::vector<std::string> described(const std::vector<Change>& changes) {
  std::vector<std::string> lines;
  for (const Change& change : changes) lines.push_back(change.status + ": " + change.from + " > " + change.to);
  return lines;
}

}  // namespace storydiff::test
