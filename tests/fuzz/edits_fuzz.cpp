// Any edits of any plugins over any text: refused whole, or carried out so that the ledger gives the
// original back.

#include <memory>

#include "fuzz.hpp"
#include "language/utf8.hpp"
#include "storydiff/pipeline.hpp"

using namespace storydiff;

namespace {

/// Proposes what the bytes say, good or bad.
class Anything final : public Normalizer {
 public:
  explicit Anything(fuzz::Bytes& bytes) : bytes_(bytes) {}
  [[nodiscard]] std::string_view id() const override { return "anything"; }
  [[nodiscard]] std::string_view version() const override { return "1.0.0"; }
  [[nodiscard]] std::string_view options_json() const override { return "{}"; }
  [[nodiscard]] bool needs_counterpart() const override { return false; }

  Result<std::vector<ProposedEdit>> propose(const View& view) override {
    static const char* const kReplacements[] = {"", "x", "é\n\n", "\xC3", "a b c", "\n"};
    std::vector<ProposedEdit> edits;
    Offset from = 0;
    for (std::size_t i = bytes_.below(12); i > 0 && !bytes_.done(); --i) {
      // Most of them one after the other, or few would pass.
      if (bytes_.below(8) == 0) from = 0;
      const auto begin = static_cast<Offset>(from + bytes_.below(view.text.size() - from + 1));
      const auto end = static_cast<Offset>(begin + bytes_.below(view.text.size() - begin + 2));
      from = end < view.text.size() ? end : 0;
      const auto paragraphs = static_cast<std::uint32_t>(view.paragraphs.size());
      switch (bytes_.below(4)) {
        case 0:
          edits.push_back(ProposedEdit::drop({begin, end}, "role", "drop"));
          break;
        case 1:
          edits.push_back(ProposedEdit::replace({begin, end}, kReplacements[bytes_.below(6)], "replace"));
          break;
        case 2:
          edits.push_back(ProposedEdit::mark({begin, end}, "role", "mark"));
          break;
        default:
          edits.push_back(ProposedEdit::move(static_cast<std::uint32_t>(bytes_.below(paragraphs + 1)),
                                             static_cast<std::uint32_t>(bytes_.below(3)),
                                             static_cast<std::uint32_t>(bytes_.below(paragraphs + 2)), "move"));
          break;
      }
    }
    return edits;
  }

 private:
  fuzz::Bytes& bytes_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = fuzz::parts(fuzz::view(data, size), 2);
  const auto document = make_document("fuzz", std::string(parts[0]), {});
  if (!document) return 0;
  fuzz::Bytes bytes(parts[1]);
  Pipeline pipeline;
  for (int i = 0; i < 3; ++i) pipeline.push_back({std::make_shared<Anything>(bytes), "anything", "1.0.0", ""});
  const Document* documents[] = {&*document};
  const auto normalized = run_pipeline(documents, pipeline);
  const NormalizedDocument& result = normalized.front();
  fuzz::promise(restore_original(result) == document->text, "the ledger gives the original back");
  fuzz::promise(!first_invalid_utf8(result.text), "normalized text is UTF-8");
  Offset end = 0;
  for (const Span& paragraph : result.paragraphs) {
    fuzz::promise(paragraph.begin >= end && !paragraph.empty() && paragraph.end <= result.text.size(),
                  "paragraphs ascend within the text");
    end = paragraph.end;
  }
  for (const LedgerEntry& entry : result.ledger)
    fuzz::promise(entry.span.begin <= entry.span.end && entry.span.end <= document->text.size() &&
                      is_utf8_boundary(document->text, entry.span.begin) &&
                      is_utf8_boundary(document->text, entry.span.end),
                  "ledger spans lie on characters of the original");
  return 0;
}
