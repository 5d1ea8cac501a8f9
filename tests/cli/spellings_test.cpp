#include "plugin_kit/spellings.hpp"

#include <string>

#include "support/catch.hpp"

using storydiff::cli::renamed;
using storydiff::cli::Spellings;
using storydiff::cli::spellings_of;

TEST_CASE("an id becomes a file, a class and a title") {
  struct Row {
    const char* id;
    const char* file;
    const char* type;
    const char* title;
  };
  const Row rows[] = {
      {"slugs", "slugs", "Slugs", "Slugs"},
      {"my-normalizer", "my_normalizer", "MyNormalizer", "My normalizer"},
      {"org.example.ap-slugs", "ap_slugs", "ApSlugs", "Ap slugs"},
      {"3am", "normalizer_3am", "Normalizer3am", "Normalizer 3am"},
      {"org.1", "normalizer_1", "Normalizer1", "Normalizer 1"},
      {"org.", "org", "Org", "Org"},
      {"a.-b-", "b", "B", "B"},
      {"a--b", "a__b", "AB", "A  b"},
  };
  for (const Row& row : rows) {
    INFO(row.id);
    const Spellings name = spellings_of(row.id);
    CHECK(name.id == row.id);
    CHECK(name.file == row.file);
    CHECK(name.type == row.type);
    CHECK(name.title == row.title);
  }
}

TEST_CASE("a template is renamed in all four spellings, once") {
  const Spellings name = spellings_of("x.my-normalizer-two");
  CHECK(renamed("", name).empty());
  CHECK(renamed("Mm, my normalizer m", name) == "Mm, my normalizer m");
  CHECK(renamed("my-normalizer|my_normalizer.c|MyNormalizer{}|My normalizer", name) ==
        "x.my-normalizer-two|my_normalizer_two.c|MyNormalizerTwo{}|My normalizer two");
}
