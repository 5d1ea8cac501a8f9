// The reader: any bytes in any encoding are a document of valid UTF-8 without NUL, or one clear error.

#include "fuzz.hpp"
#include "language/utf8.hpp"

using namespace storydiff;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const char* const kEncodings[] = {"utf-8", "windows-1252", "iso-8859-1"};
  const std::string bytes(fuzz::view(data + 1, size - 1));
  const auto document = make_document("fuzz", bytes, {kEncodings[data[0] % 3]});
  if (!document) {
    fuzz::promise(document.error().message.find('\n') == std::string::npos, "an error is one line");
    return 0;
  }
  fuzz::promise(document->text.find('\0') == std::string::npos, "no NUL in a document");
  fuzz::promise(!first_invalid_utf8(document->text), "a document is valid UTF-8");
  fuzz::promise(document->bytes == bytes.size(), "the size is that of the bytes");
  if (document->encoding == "utf-8") fuzz::promise(document->text == bytes, "UTF-8 stays as it is");
  return 0;
}
