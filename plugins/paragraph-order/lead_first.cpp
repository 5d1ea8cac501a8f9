#include "lead_first.hpp"

#include <algorithm>
#include <numeric>

#include "evidence.hpp"

namespace storydiff::paragraph_order {
namespace {

/// Whether the paragraphs behind the lede are out of order too. Stories in order hardly ever break a
/// demand (1 of 53 in the 35 that this was set on), so one that is broken among few, or two, show it.
/// Without that a new order is a guess: it was measured to gain nothing on shuffled stories, and to
/// ruin those that only had their lede pushed down.
bool is_disordered(const Cues::Demands& demands) {
  constexpr std::uint32_t kFew = 6;
  return demands.broken > 1 || (demands.broken == 1 && demands.all <= kFew);
}

std::string_view rule_of(Reason reason) {
  switch (reason) {
    case Reason::kSpeaker:
      return "after-speaker";
    case Reason::kIntroduction:
      return "after-introduction";
    case Reason::kStoryOrder:
      break;
  }
  return "story-order";
}

}  // namespace

Plan plan_lead_first(const std::vector<std::string_view>& paragraphs, const std::vector<std::uint32_t>& lede_marks,
                     const Weights& weights) {
  const auto misplaced = find_misplaced_lede(paragraphs, lede_marks);
  if (!misplaced) return {};

  // What stands before the story stays; then the lede; then the story; strays close the file.
  Plan plan{{}, std::vector<std::string_view>(paragraphs.size(), "story-order")};
  plan.rules[misplaced->lede] = "lede-first";
  plan.order.resize(paragraphs.size());
  std::iota(plan.order.begin(), plan.order.end(), 0u);
  const auto at = [&plan](std::uint32_t i) { return plan.order.begin() + static_cast<std::ptrdiff_t>(i); };
  std::rotate(at(misplaced->first), at(misplaced->lede), at(misplaced->lede) + 1);

  Order story, strays;
  for (auto it = at(misplaced->first); it != plan.order.end(); ++it)
    (*it == misplaced->lede || is_story_paragraph(paragraphs[*it]) ? story : strays).push_back(*it);
  if (story.size() > kMostParagraphs) return plan;

  std::vector<std::string_view> texts;
  for (const std::uint32_t i : story) texts.push_back(paragraphs[i]);
  const Cues cues(read_paragraphs(texts), weights);
  Order order(story.size());
  std::iota(order.begin(), order.end(), 0u);
  if (!is_disordered(cues.demands(order))) return plan;

  order = arrange(cues.wishes());
  auto out = at(misplaced->first);
  for (std::size_t place = 0; place < order.size(); ++place) {
    const std::uint32_t paragraph = story[order[place]];
    if (place > 0) plan.rules[paragraph] = rule_of(cues.reason(order, place));
    *out++ = paragraph;
  }
  for (const std::uint32_t stray : strays) {
    plan.rules[stray] = "furniture-last";
    *out++ = stray;
  }
  return plan;
}

}  // namespace storydiff::paragraph_order
