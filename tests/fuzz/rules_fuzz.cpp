// A rule file and a text for it: spans lie within the text, ascend and never overlap.

#include "engine/propose.hpp"
#include "engine/rule_file.hpp"
#include "fuzz.hpp"
#include "language/utf8.hpp"

using namespace storydiff;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = fuzz::parts(fuzz::view(data, size), 2);
  const auto document = make_document("fuzz", std::string(parts[1]), {});
  if (!document) return 0;
  std::string error;
  const auto read = rules::read_rules(parts[0], error);
  fuzz::promise(read.has_value() == error.empty(), "rules or an error, never both");
  if (!read) return 0;
  std::vector<rules::Range> paragraphs;
  for (const Span& span : find_paragraphs(document->text)) paragraphs.push_back({span.begin, span.end});
  std::vector<rules::Proposal> proposals;
  try {
    proposals = rules::propose(*read, document->text, paragraphs);
  } catch (const rules::UnusablePattern&) {
    return 0;
  }
  std::size_t end = 0;
  for (const rules::Proposal& proposal : proposals) {
    fuzz::promise(end <= proposal.drop.begin && proposal.drop.begin <= proposal.drop.end, "proposals ascend");
    fuzz::promise(proposal.drop.end <= document->text.size(), "proposals lie within the text");
    fuzz::promise(
        is_utf8_boundary(document->text, proposal.drop.begin) && is_utf8_boundary(document->text, proposal.drop.end),
        "proposals end between characters");
    end = proposal.drop.end;
  }
  return 0;
}
