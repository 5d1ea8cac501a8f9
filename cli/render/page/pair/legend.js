// How the page of a report explains itself.
import {el} from "../dom.js";
import {changedWords, commonMeanings, legendList, meaning, sample, variantMeaning} from "../legend.js";
import {isCalm} from "../model.js";

export const pairBands =
  "Bands and map join what comes from what, in the signs' colours; dashed: moved; frames: what is in view.";

export function pairMeanings(report) {
  const {docs, links, target, quotations, figures, many} = report;
  const some = (name) => links.some(({relation}) => relation === name);
  return [
    meaning(
      sample("chip verbatim", "=4"),
      "verbatim, from sentence 4",
      "the same words, typography apart; the number is that of the counterpart",
      some("verbatim"),
    ),
    meaning(sample("chip edited", "≈4"), "edited", "mostly the same words in the same order", some("edited")),
    meaning(
      sample("chip paraphrase", "~4"),
      "paraphrased",
      "the same content in other words: choose it to see which words both have",
      some("paraphrase"),
    ),
    meaning(
      sample("chip none", "↕"),
      "moved",
      "moved: it stands in another order",
      links.some(({moved}) => moved),
    ),
    meaning(sample("chip none", "+"), "new", "new, no match found in the sources", report.unmatched.length > 0),
    meaning(sample("chip none", "−"), "left out", "left out of the target", report.omitted.length > 0),
    meaning(sample("letter hue-0", "A"), "the source it comes from", "the source that it comes from", many),
    meaning(changedWords("gone", "added"), "", "words of an edited sentence", some("edited")),
    variantMeaning(links),
    meaning(
      () => [sample("quotation flagged", "quotation")(), " ", sample("figure flagged", "figure")()],
      "not so in the source",
      "not the same in the source; hold the pointer there to read why",
      [...quotations, ...figures].some((change) => !isCalm(change)),
    ),
    meaning(
      sample("note shares", "partly"),
      "new, with details of the source",
      "a new sentence with figures or quotations of the source",
      target.sharesOf.some((words) => words.length > 0),
    ),
    ...commonMeanings(report),
    meaning(
      () => el("b", {}, "75 % sure"),
      "",
      "how much words, their order and the neighbours speak for one sentence being made from the other",
      false,
    ),
  ];
}

export const pairHelp = (meanings) => [
  el(
    "p",
    {},
    "Left is what was there first, right is what was made of it. A sign before each sentence says what became of it:",
  ),
  legendList(meanings),
];
