// How the page of a chain explains itself.
import {el} from "../dom.js";
import {changedWords, commonMeanings, legendList, meaning, sample, variantMeaning} from "../legend.js";
import {events, isFirst} from "./life.js";

export const chainBands = "Bands join the same sentence in neighbouring takes; dashed: moved.";

export function chainMeanings({docs, lives, steps, findings}) {
  const met = new Set(lives.flatMap(({stages}) => stages.map(({event}) => event)));
  const event = (name, words, more) => {
    const {glyph, look} = events[name];
    return meaning(sample(`chip ${look}`, glyph), words, more, met.has(name));
  };
  return [
    meaning(sample("chip none", "4"), "sentence 4, in every take", "a sentence keeps its number through all takes"),
    event("kept", "unchanged", "word for word as in the take before"),
    event("edited", "edited", "edited, mostly the same words in the same order"),
    event("rewritten", "rewritten", "rewritten in other words: choose it to see what both have"),
    meaning(
      sample("chip born", "+"),
      "new",
      "new in this take",
      lives.some(({stages: [first]}) => !isFirst(first)),
    ),
    event("returned", "came back", "back after a take without it"),
    event("split", "split off another", "split off another sentence"),
    meaning(
      sample("chip none", "↕"),
      "moved",
      "moved: it stands in another order",
      lives.some(({stages}) => stages.some(({moved}) => moved)),
    ),
    meaning(
      () => [sample("leaves-sample", "words")(), " ", sample("note leaving", "− left out in take 3")()],
      "",
      "the next take does not have this sentence",
      met.has("dropped"),
    ),
    meaning(
      () => [sample("leaves-sample", "words")(), " ", sample("note leaving", "∪ merged into 5 in take 3")()],
      "",
      "the next take has it as a part of another sentence",
      met.has("merged"),
    ),
    meaning(
      changedWords("goes next", "came in"),
      "",
      "words that the next take does not have, and that this one brought",
      steps.some(({links}) => links.some(({relation}) => relation === "edited")),
    ),
    variantMeaning(steps.flatMap(({links}) => links)),
    ...commonMeanings({docs, findings}),
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
