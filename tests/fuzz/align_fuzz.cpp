// The aligner: a text with itself is the identity, source and target swapped mirror each other, and as many
// links moved as the obvious way to count says. Which ones, where sentences repeat and two sets are equally
// large, is a tie that the mirror image may settle otherwise.

#include <algorithm>
#include <tuple>

#include "fuzz.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

using namespace storydiff;

namespace {

constexpr std::size_t kLongest = 4096;  ///< bytes; below every bound of the aligner

struct Link {
  std::vector<std::uint32_t> source, target;
  Relation relation;
  bool moved;
  auto key() const { return std::tie(source, target, relation); }
};

std::vector<Link> links_of(const NormalizedDocument& source, const NormalizedDocument& target, bool mirrored) {
  Vocabulary vocabulary;
  const Segments s = segment(source, vocabulary, {});
  const Segments t = segment(target, vocabulary, {});
  std::vector<Link> links;
  for (Alignment& a : align({&s, 1}, t, vocabulary).alignments) {
    if (mirrored) std::swap(a.source_sentences, a.target_sentences);
    links.push_back({a.source_sentences, a.target_sentences, a.relation, a.moved});
  }
  std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.key() < b.key(); });
  return links;
}

/// The most links that ascend in both texts, by trying all.
std::size_t longest_chain(const std::vector<Link>& links) {
  std::vector<std::size_t> best(links.size(), 1);
  for (std::size_t i = 0; i < links.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (links[j].source.front() <= links[i].source.front() && links[j].target.front() <= links[i].target.front())
        best[i] = std::max(best[i], best[j] + 1);
  return best.empty() ? 0 : *std::max_element(best.begin(), best.end());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kLongest) return 0;
  const auto parts = fuzz::parts(fuzz::view(data, size), 2);
  auto source = make_document("source", std::string(parts[0]), {});
  auto target = make_document("target", std::string(parts[1]), {});
  if (!source || !target) return 0;
  const NormalizedDocument a = fuzz::untouched(std::move(source->text));
  const NormalizedDocument b = fuzz::untouched(std::move(target->text));

  const auto forward = links_of(a, b, false);
  const auto backward = links_of(b, a, true);
  fuzz::promise(std::equal(forward.begin(), forward.end(), backward.begin(), backward.end(),
                           [](const Link& x, const Link& y) { return x.key() == y.key(); }),
                "source and target swapped mirror each other");
  const auto count_moved = [](const std::vector<Link>& links) {
    return static_cast<std::size_t>(
        std::count_if(links.begin(), links.end(), [](const Link& link) { return link.moved; }));
  };
  const std::size_t moved = count_moved(forward);
  fuzz::promise(moved == count_moved(backward), "as many links moved in the mirror");
  fuzz::promise(forward.size() - moved == longest_chain(forward), "the longest chain stays, the rest moved");
  for (const Link& link : links_of(a, a, false))
    fuzz::promise(link.source == link.target && link.relation == Relation::kVerbatim && !link.moved,
                  "a text with itself is the identity");
  return 0;
}
