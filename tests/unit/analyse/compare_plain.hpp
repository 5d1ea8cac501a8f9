/// \file compare_plain.hpp
/// A whole comparison of two texts, without plugins and lexicon.
#pragma once

#include <stdexcept>
#include <string>

#include "storydiff/compare.hpp"

namespace storydiff::test {

inline Report compare_plain(const std::string& source, const std::string& target) {
  const Result<Document> from = make_document("source.txt", source, {});
  const Result<Document> to = make_document("target.txt", target, {});
  if (!from || !to) throw std::runtime_error("no documents");
  const Document* sources[] = {&*from};
  Result<Report> report = compare(sources, *to, {}, {});
  if (!report) throw std::runtime_error(report.error().message);
  return *std::move(report);
}

}  // namespace storydiff::test
