// Measures how long alignment takes, and how that grows with the texts.
//
//   alignment_time LEXICON                   texts of 10 kB to 1 MB a side, made of the lexicon's words
//   alignment_time LEXICON SOURCE TARGET     two files
//
// A made text has sentences of 8 to 32 words, drawn by Zipf's law, in paragraphs of 1 to 5; its revision
// has 5 % of the words replaced, 5 % of the sentences left out, 5 % new, and 10 % of the paragraphs moved.
// Out: tab-separated, a line a size: bytes a side, sentences of the source, links, milliseconds of segmentation and of
// alignment (the best of several runs), and the exponent of growth since the line before: 1 is linear. Lines are
// flushed as they come. Exit status 0, 2 on bad input.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "language/lexicon.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/segments.hpp"

namespace {

using storydiff::Segments;

/// One text as words, sentences and paragraphs.
using Words = std::vector<std::string>;
using Paragraph = std::vector<Words>;
using Text = std::vector<Paragraph>;

/// Makes texts. The same seed gives the same texts with every standard library: no distribution of it is used.
class Maker {
 public:
  explicit Maker(const storydiff::Lexicon& lexicon) : lexicon_(lexicon) {}

  Text text(std::size_t bytes) {
    Text text;
    for (std::size_t size = 0; size < bytes;) {
      Paragraph paragraph(1 + below(5));
      for (Words& sentence : paragraph) {
        sentence = this->sentence();
        for (const std::string& word : sentence) size += word.size() + 1;
      }
      text.push_back(std::move(paragraph));
    }
    return text;
  }

  Text revision(const Text& text) {
    Text revised;
    std::vector<Paragraph> moved;
    for (const Paragraph& paragraph : text) {
      Paragraph copy;
      for (const Words& sentence : paragraph) {
        if (below(20) == 0) continue;
        copy.push_back(sentence);
        for (std::string& other : copy.back())
          if (below(20) == 0) other = word();
        if (below(20) == 0) copy.push_back(this->sentence());
      }
      (below(10) == 0 ? moved : revised).push_back(std::move(copy));
    }
    for (Paragraph& paragraph : moved)
      revised.insert(revised.begin() + static_cast<std::ptrdiff_t>(below(revised.size() + 1)), std::move(paragraph));
    return revised;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  /// By Zipf's law: the share of the words up to a rank grows with its logarithm.
  std::string word() {
    const double share = static_cast<double>(random_()) / static_cast<double>(std::mt19937::max());
    const auto rank = static_cast<std::uint32_t>(std::exp(share * std::log(lexicon_.size() - 1.0)));
    // Neighbours in the lexicon are akin, ranks must not be.
    return std::string(lexicon_.word(static_cast<std::uint32_t>(std::uint64_t{rank} * 40'503 % lexicon_.size())));
  }

  Words sentence() {
    Words words(8 + below(25));
    for (std::string& next : words) next = word();
    words.front().front() = static_cast<char>(words.front().front() & ~0x20);  // lower-case ASCII: made upper
    words.back() += '.';
    return words;
  }

  const storydiff::Lexicon& lexicon_;
  std::mt19937 random_{20'260'101};
};

std::string joined(const Text& text) {
  std::string result;
  for (const Paragraph& paragraph : text) {
    for (const Words& sentence : paragraph)
      for (const std::string& word : sentence) (result += word) += ' ';
    result += "\n\n";
  }
  return result;
}

Segments segments_of(const std::string& text, storydiff::Vocabulary& vocabulary) {
  storydiff::Document document;
  document.text = text;
  const storydiff::Document* documents[] = {&document};
  return storydiff::segment(storydiff::run_pipeline(documents, {}).front(), vocabulary, {});
}

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// Prints the line of one pair of texts; returns its bytes a side and the time of alignment.
std::pair<double, double> measure(const std::string& source, const std::string& target,
                                  const storydiff::LanguageResources& resources,
                                  std::optional<std::pair<double, double>> before) {
  constexpr int kRuns = 5;
  double segmentation = 0;
  double alignment = 0;
  std::size_t sentences = 0;
  std::size_t links = 0;
  for (int run = 0; run < kRuns; ++run) {
    auto start = std::chrono::steady_clock::now();
    storydiff::Vocabulary vocabulary("en", resources);
    const Segments sources[] = {segments_of(source, vocabulary)};
    const Segments targets = segments_of(target, vocabulary);
    const double segmented = milliseconds_since(start);
    start = std::chrono::steady_clock::now();
    const storydiff::AlignmentSet set = storydiff::align(sources, targets, vocabulary);
    const double aligned = milliseconds_since(start);
    segmentation = run == 0 ? segmented : std::min(segmentation, segmented);
    alignment = run == 0 ? aligned : std::min(alignment, aligned);
    sentences = sources[0].sentences.size();
    links = set.alignments.size();
  }
  const std::pair now(static_cast<double>(source.size() + target.size()) / 2, alignment);
  std::printf("%.0f\t%zu\t%zu\t%.2f\t%.2f", now.first, sentences, links, segmentation, alignment);
  if (before) std::printf("\t%.2f", std::log(now.second / before->second) / std::log(now.first / before->first));
  std::printf("\n");
  std::fflush(stdout);
  return now;
}

std::optional<std::string> content_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

int fail(const std::string& message) {
  std::fprintf(stderr, "alignment_time: %s\n", message.c_str());
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 4) return fail("usage: alignment_time LEXICON [SOURCE TARGET]");
  const auto lexicon = storydiff::Lexicon::open(argv[1]);
  if (!lexicon) return fail(lexicon.error().message);
  storydiff::LanguageResources resources;
  resources.lexicon = *storydiff::load_lexicon(argv[1]);

  std::printf("bytes\tsentences\tlinks\tsegment_ms\talign_ms\tgrowth\n");
  if (argc == 4) {
    const auto source = content_of(argv[2]);
    const auto target = content_of(argv[3]);
    if (!source || !target) return fail(std::string(source ? argv[3] : argv[2]) + ": can not be read");
    measure(*source, *target, resources, std::nullopt);
    return 0;
  }
  Maker maker(*lexicon);
  std::optional<std::pair<double, double>> before;
  for (const std::size_t kilobytes : {10U, 30U, 100U, 300U, 1000U}) {
    const Text text = maker.text(kilobytes * 1000);
    before = measure(joined(text), joined(maker.revision(text)), resources, before);
  }
  return 0;
}
