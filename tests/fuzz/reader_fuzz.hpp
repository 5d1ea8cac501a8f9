/// \file reader_fuzz.hpp
/// What the targets of the readers share: whatever the file, one line of error, or edits that the core accepts.
#pragma once

#include "fuzz.hpp"
#include "normalize/check_edits.hpp"
#include "readers/readers.hpp"

namespace storydiff::fuzz {

using Reader = readers::Reading (*)(std::string_view, const readers::ReaderOptions&);

inline void try_reader(Reader read, const std::uint8_t* data, std::size_t size) {
  const auto document = make_document("fuzz", std::string(view(data, size)), {});
  if (!document) return;
  for (const bool mark : {false, true}) {
    readers::ReaderOptions options;
    options.mark = mark;
    const readers::Reading reading = read(document->text, options);
    if (!reading.error.empty()) {
      promise(reading.edits.empty(), "edits or an error, never both");
      promise(reading.error.find('\n') == std::string::npos, "an error is one line");
      return;
    }
    std::vector<ProposedEdit> edits;
    for (const readers::Edit& edit : reading.edits) {
      const Span span{static_cast<Offset>(edit.span.begin), static_cast<Offset>(edit.span.end)};
      switch (edit.action) {
        case readers::Edit::Action::kDrop:
          edits.push_back(ProposedEdit::drop(span, edit.role, edit.rule));
          break;
        case readers::Edit::Action::kReplace:
          edits.push_back(ProposedEdit::replace(span, edit.replacement, edit.rule));
          break;
        case readers::Edit::Action::kMark:
          edits.push_back(ProposedEdit::mark(span, edit.role, edit.rule));
          break;
      }
    }
    promise(check_edits(document->text, find_paragraphs(document->text), edits).ok(), "the core accepts the edits");
  }
}

}  // namespace storydiff::fuzz
