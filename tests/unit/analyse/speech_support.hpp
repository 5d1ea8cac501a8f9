/// \file speech_support.hpp
/// Two plain texts compared as the program does it, without plugins, for the tests of attribution and polarity.
#pragma once

#include <string>
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

}  // namespace storydiff::test
