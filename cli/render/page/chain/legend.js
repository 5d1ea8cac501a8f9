// How the page of a chain explains itself.
import {el} from "../dom.js";
import {commonMeanings, insertedSign, legendList, meaning, missingSign, sample, variantMeaning} from "../legend.js";
import {chipLabel, events, isFirst} from "./life.js";

export function chainMeanings({docs, lives, steps}) {
  const met = new Set(lives.flatMap(({stages}) => stages.map(({event}) => event)));
  const event = (name, words) =>
    meaning(sample(`chip ${events[name].look}`, chipLabel({event: name, other: 2}, 4)), words, {shown: met.has(name)});
  const edited = steps.some(({links}) => links.some(({relation}) => relation === "edited"));
  return [
    meaning(
      sample("chip none", "4"),
      "a sentence keeps its number through all takes; the number alone: word for word as in the take before",
      {brief: "the same sentence in every take"},
    ),
    event("edited", "mostly the same words in the same order"),
    event("rewritten", "the same content in other words: choose it to see what both have"),
    meaning(sample("chip born", "4 + new"), "new in this take", {
      shown: lives.some(({stages: [first]}) => !isFirst(first)),
    }),
    event("returned", "back after a take without it"),
    event("split", "split off another sentence"),
    meaning(sample("chip none", "↕ moved"), "stands in another order", {
      shown: lives.some(({stages}) => stages.some(({moved}) => moved)),
    }),
    meaning(
      () => [sample("leaves-sample", "words")(), " ", sample("note leaving", "− left out in take 3")()],
      "the next take does not have this sentence",
      {shown: met.has("dropped")},
    ),
    meaning(
      () => [sample("leaves-sample", "words")(), " ", sample("note leaving", "∪ merged into 5 in take 3")()],
      "the next take has it as a part of another sentence",
      {shown: met.has("merged")},
    ),
    meaning(insertedSign, "words that this take brought", {shown: edited, brief: "came in"}),
    meaning(missingSign, "words that the next take does not have", {shown: edited, brief: "not in the next take"}),
    variantMeaning(steps.flatMap(({links}) => links)),
    ...commonMeanings(docs),
    meaning(sample("strip-sample", "Links"), "bands join the same sentence in neighbouring takes, dashed where it moved", {
      shown: docs.length > 1,
    }),
  ];
}

export const chainHelp = (meanings) => [
  el(
    "p",
    {},
    "Each column is a take, the oldest first, with all of its text. The sign before a sentence says what the take did to it:",
  ),
  legendList(meanings),
];
