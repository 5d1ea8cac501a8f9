// The same text gives the same edits; and what the manifest's flags promise.
#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "plugin_check/check.hpp"
#include "plugin_check/cost.hpp"
#include "plugin_check/trial.hpp"

namespace storydiff::plugin_check {
namespace {

constexpr std::size_t kThreads = 4;
constexpr int kRoundsOfThread = 3;

std::vector<Text> texts_to_repeat(const Subject& subject) {
  std::vector<Text> texts = subject.stories();
  for (Text& text : hostile_texts())
    if (text.text.size() < 20000) texts.push_back(std::move(text));
  return texts;
}

std::string answer_on(const Subject& subject, const std::shared_ptr<Normalizer>& plugin, const std::vector<Text>& texts,
                      std::size_t i) {
  return answer(try_text(subject.manifest(), plugin, texts[i], opposite(subject.manifest(), texts, i)));
}

/// One thread's part: a text on which the answer was another, or nothing.
std::string run_thread(const Subject& subject, const std::vector<Text>& texts, const std::vector<std::string>& expected,
                       std::size_t start, std::atomic<bool>& go) {
  const auto plugin = subject.make();
  if (!plugin) return "an instance could not be made: " + plugin.error().message;
  while (!go) std::this_thread::yield();
  // A script's instances share nothing that more rounds could find.
  const int rounds = runs_in_this_process(subject.manifest()) ? kRoundsOfThread : 1;
  for (int round = 0; round < rounds; ++round)
    for (std::size_t k = 0; k < texts.size(); ++k) {
      // Each thread elsewhere, so that they meet on different texts too.
      const std::size_t i = (k + start) % texts.size();
      if (answer_on(subject, *plugin, texts, i) != expected[i])
        return on_text(texts[i], "other edits than alone, while other instances run");
    }
  return {};
}

}  // namespace

Outcome check_determinism(const Subject& subject) {
  const auto one = subject.make();
  const auto other = subject.make();
  if (!one || !other) return failed("a second instance can not be made");
  const std::vector<Text> texts = texts_to_repeat(subject);
  std::vector<std::string> answers;
  std::string all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    answers.push_back(answer_on(subject, *one, texts, i));
    all += answers.back();
    if (answer_on(subject, *one, texts, i) != answers[i])
      return failed(on_text(texts[i], "a second run of the same instance gives other edits"));
  }
  // Backwards: what an instance remembers of earlier texts shows.
  for (std::size_t i = texts.size(); i-- > 0;)
    if (answer_on(subject, *other, texts, i) != answers[i])
      return failed(on_text(texts[i], "another instance, which saw other texts before, gives other edits"));
  Outcome outcome = passed();
  outcome.fingerprint = fingerprint(all);
  return outcome;
}

Outcome check_idempotence(const Subject& subject) {
  if (!subject.manifest().idempotent) return skipped("it does not claim to be idempotent");
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const PluginManifest& manifest = subject.manifest();
  const std::vector<Text> texts = texts_to_repeat(subject);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    subject.at("text '" + texts[i].name + "'");
    const std::string complaint = second_run_complaint(manifest, *plugin, texts[i], opposite(manifest, texts, i));
    if (!complaint.empty()) return failed(on_text(texts[i], complaint));
  }
  return passed();
}

Outcome check_threads(const Subject& subject) {
  if (!subject.manifest().thread_safe) return skipped("it does not claim to be thread-safe");
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  const std::vector<Text> texts = texts_to_repeat(subject);
  std::vector<std::string> expected;
  for (std::size_t i = 0; i < texts.size(); ++i) expected.push_back(answer_on(subject, *plugin, texts, i));

  subject.at("four instances at once");
  std::atomic<bool> go = false;
  std::vector<std::string> complaints(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i)
    threads.emplace_back(
        [&, i] { complaints[i] = run_thread(subject, texts, expected, i * texts.size() / kThreads, go); });
  go = true;
  for (std::thread& thread : threads) thread.join();
  for (const std::string& complaint : complaints)
    if (!complaint.empty()) return failed(complaint);
  return passed();
}

}  // namespace storydiff::plugin_check
