#include "storydiff/metadata.hpp"

#include <string>

#include "storydiff/edit.hpp"
#include "storydiff/normalized_document.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

LedgerEntry mark(std::string role, std::string text) {
  LedgerEntry entry;
  entry.action = EditAction::kMark;
  entry.role = std::move(role);
  entry.text = std::move(text);
  return entry;
}

}  // namespace

TEST_CASE("metadata is what marks with the prefix say") {
  NormalizedDocument document;
  document.ledger = {mark("lede", "The ferry sank."),
                     mark("meta.agency", " The\n  Associated Press "),
                     mark("meta.agency", "AFP"),
                     mark("meta.date=2026-08-06", "Aug. 6"),
                     mark("meta.take=", "2nd"),
                     mark("meta.", "nothing"),
                     mark("meta.Bad Key", "nothing"),
                     mark("meta.slug", " \n"),
                     mark("meta.essay", std::string(100000, 'x'))};
  document.ledger.push_back(mark("meta.slug", "FERRY"));
  LedgerEntry dropped = mark("meta.location", "Oslo");
  dropped.action = EditAction::kDrop;
  document.ledger.push_back(dropped);
  CHECK(read_metadata(document) ==
        Metadata{{"agency", "The Associated Press"}, {"date", "2026-08-06"}, {"slug", "FERRY"}});
}
