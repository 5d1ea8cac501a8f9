// Paragraphs, sentences and tokens of any text in any language: they nest, ascend, and end between characters.

#include "fuzz.hpp"
#include "language/utf8.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

using namespace storydiff;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const char* const kLanguages[] = {"en", "de", "fr", "es", "pt", "ar", "zh", "xx"};
  const std::string language = kLanguages[data[0] % 8];
  auto read = make_document("fuzz", std::string(fuzz::view(data + 1, size - 1)), {});
  if (!read) return 0;
  const NormalizedDocument document = fuzz::untouched(std::move(read->text));
  Vocabulary vocabulary(language);
  const Segments segments = segment(document, vocabulary, {language});
  fuzz::promise(segments.paragraphs.size() == document.paragraphs.size(), "paragraphs stay as they are");
  std::size_t tokens = 0;
  Offset end = 0;
  for (const Sentence& sentence : segments.sentences) {
    fuzz::promise(segments.paragraphs[sentence.paragraph].span.contains(sentence.span), "sentences lie in paragraphs");
    fuzz::promise(sentence.first_token == tokens, "sentences follow each other");
    for (const Token& token : segments.tokens_of(sentence)) {
      fuzz::promise(token.span.begin >= end && !token.span.empty(), "tokens ascend");
      fuzz::promise(sentence.span.contains(token.span), "tokens lie in sentences");
      fuzz::promise(
          is_utf8_boundary(document.text, token.span.begin) && is_utf8_boundary(document.text, token.span.end),
          "tokens end between characters");
      end = token.span.end;
      ++tokens;
    }
  }
  fuzz::promise(tokens == segments.tokens.size(), "every token has a sentence");
  return 0;
}
