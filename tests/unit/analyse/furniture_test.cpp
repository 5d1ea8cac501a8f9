#include "analyse/furniture.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff;

namespace {

/// A document whose ledger drops `pieces` (role, text), one after the other.
NormalizedDocument with_drops(const std::vector<std::pair<std::string, std::string>>& pieces) {
  NormalizedDocument document;
  document.plugins.resize(1);
  document.plugins[0].id = "wire-furniture";
  Offset at = 0;
  for (const auto& [role, text] : pieces) {
    LedgerEntry entry;
    entry.role = role;
    entry.text = text;
    entry.span = {at, at + static_cast<Offset>(text.size())};
    at = entry.span.end;
    document.ledger.push_back(std::move(entry));
  }
  return document;
}

std::vector<std::string> describe(const std::vector<NormalizedDocument>& sources, const NormalizedDocument& target) {
  std::vector<std::string> described;
  for (const FurnitureChange& c : compare_furniture(sources, target))
    described.push_back(c.role + " " + std::string(to_string(c.status)) +
                        (c.source_document ? " " + std::to_string(*c.source_document) : ""));
  return described;
}

}  // namespace

TEST_CASE("furniture is paired role by role, equal texts first") {
  const auto source =
      with_drops({{"byline", "By Ada"}, {"byline", "Coast Press"}, {"slug", "RAIN\n"}, {"credit", "(x)"}});
  const auto target = with_drops({{"byline", "Coast Press"}, {"byline", "By Bo"}, {"slug", "RAIN"}, {"url", "http"}});
  CHECK(describe({source}, target) == std::vector<std::string>{"byline changed 0", "byline same 0",
                                                               "credit only-source 0", "slug same 0",
                                                               "url only-target"});
}

TEST_CASE("with several sources, what only the target has is told once") {
  const auto a = with_drops({{"slug", "A"}});
  const auto b = with_drops({{"byline", "By Ada"}});
  const auto target = with_drops({{"byline", "By Ada"}, {"url", "http"}});
  CHECK(describe({a, b}, target) == std::vector<std::string>{"slug only-source 0", "byline same 1", "url only-target"});
}

TEST_CASE("the core's own drops are no furniture") {
  auto source = with_drops({{"encoding", "mark"}});
  source.plugins[0].id = "core";
  CHECK(describe({source}, with_drops({})).empty());
}
