#include <string>
#include <string_view>
#include <vector>

#include "storydiff/document.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using namespace std::string_literals;

TEST_CASE("plain text is taken as it is") {
  const Result<Document> document = make_document("wire.txt", "Caf\xC3\xA9 au lait\r\n", {});
  REQUIRE(document.ok());
  CHECK(document->path == "wire.txt");
  CHECK(document->text == "Caf\xC3\xA9 au lait\r\n");
  CHECK(document->encoding == "utf-8");
  CHECK(document->media_type == "text/plain");
  CHECK(document->bytes == 15);
  CHECK(document->slice({0, 5}) == "Caf\xC3\xA9");
}

TEST_CASE("an empty file is a document, and its fingerprint the known one") {
  const Result<Document> document = make_document("empty.txt", "", {});
  REQUIRE(document.ok());
  CHECK(document->bytes == 0);
  CHECK(document->sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("the fingerprint is of the file's bytes, before conversion") {
  const Result<Document> document = make_document("abc.txt", "abc", {"latin1"});
  REQUIRE(document.ok());
  CHECK(document->sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a byte order mark is part of the text") {
  const Result<Document> document = make_document("bom.txt", "\xEF\xBB\xBFStory", {});
  REQUIRE(document.ok());
  CHECK(document->text == "\xEF\xBB\xBFStory");
}

TEST_CASE("single-byte encodings are converted") {
  struct Case {
    std::string encoding, bytes, text, name;
  };
  const std::vector<Case> cases = {
      {"windows-1252", "\x93Yes\x94 \x96 \x80\x35", "“Yes” – €5", "windows-1252"},
      {"CP1252", "na\xEFve", "naïve", "windows-1252"},
      {"Latin1", "\xA3\x31\x30 \xFF", "£10 ÿ", "iso-8859-1"},
      {"ISO_8859-1", "\x93", "\xC2\x93", "iso-8859-1"},
      {"windows-1252", "\x81", "\xC2\x81", "windows-1252"},
      {"UTF8", "naïve", "naïve", "utf-8"},
  };
  for (const Case& c : cases) {
    INFO(c.encoding << " " << c.text);
    const Result<Document> document = make_document("old.txt", c.bytes, {c.encoding});
    REQUIRE(document.ok());
    CHECK(document->text == c.text);
    CHECK(document->encoding == c.name);
    CHECK(document->bytes == c.bytes.size());
  }
}

TEST_CASE("what is no text is refused in one line that says what, where and what to do") {
  struct Case {
    std::string bytes, encoding;
    ErrorCode code;
    std::string message;
  };
  const std::string advice = ": give --encoding windows-1252 if it is older Western text";
  const std::vector<Case> cases = {
      {"a caf\xE9.", "utf-8", ErrorCode::kInvalidInput, "w.txt: not valid UTF-8 at byte 5" + advice},
      {"\xC0\xAF", "utf-8", ErrorCode::kInvalidInput, "w.txt: not valid UTF-8 at byte 0" + advice},
      {"12345678\xED\xA0\x80", "utf-8", ErrorCode::kInvalidInput, "w.txt: not valid UTF-8 at byte 8" + advice},
      {"x\xF5\x80\x80\x80", "utf-8", ErrorCode::kInvalidInput, "w.txt: not valid UTF-8 at byte 1" + advice},
      {"ends in \xE2\x82", "utf-8", ErrorCode::kInvalidInput, "w.txt: not valid UTF-8 at byte 8" + advice},
      {"PK\0\1"s, "utf-8", ErrorCode::kInvalidInput, "w.txt: binary file (NUL byte at byte 2): give a plain-text file"},
      {"ab\0"s, "latin1", ErrorCode::kInvalidInput, "w.txt: binary file (NUL byte at byte 2): give a plain-text file"},
      {"\xFF\xFEh\0i\0"s, "utf-8", ErrorCode::kUnsupported,
       "w.txt: UTF-16 or UTF-32 text (byte order mark at byte 0): convert it to UTF-8 first, for example with iconv"},
      {"\xFE\xFF\0h"s, "utf-8", ErrorCode::kUnsupported,
       "w.txt: UTF-16 or UTF-32 text (byte order mark at byte 0): convert it to UTF-8 first, for example with iconv"},
      {"text", "koi8-r", ErrorCode::kUsage, "unknown encoding \"koi8-r\": give utf-8, windows-1252 or iso-8859-1"},
  };
  for (const Case& c : cases) {
    INFO(c.message);
    const Result<Document> document = make_document("w.txt", c.bytes, {c.encoding});
    REQUIRE_FALSE(document.ok());
    CHECK(document.error().code == c.code);
    CHECK(document.error().message == c.message);
  }
}

TEST_CASE("a message stays one line whatever the file is called") {
  const Result<Document> document = make_document("two\nlines", "\xFF", {});
  REQUIRE_FALSE(document.ok());
  CHECK(document.error().message.find('\n') == std::string::npos);
}
