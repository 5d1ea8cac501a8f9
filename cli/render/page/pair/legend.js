// How the page of a report explains itself.
import {el} from "../dom.js";
import {commonMeanings, insertedSign, legendList, meaning, missingSign, sample, someMark, variantMeaning} from "../legend.js";

export function pairMeanings(report) {
  const {docs, links, target, many} = report;
  const some = (name) => ({shown: links.some(({relation}) => relation === name)});
  return [
    meaning(sample("chip verbatim", "= verbatim"), "the same words in both, typography apart", some("verbatim")),
    meaning(sample("chip edited", "≈ edited"), "mostly the same words in the same order", some("edited")),
    meaning(
      sample("chip paraphrase", "~ paraphrased"),
      "the same content in other words: choose it to see which words both have",
      some("paraphrase"),
    ),
    meaning(sample("chip none", "↕ moved"), "stands in another order", {shown: links.some(({moved}) => moved)}),
    meaning(sample("chip none", "+ new"), `no match found in the source${many ? "s" : ""}`, {
      shown: report.unmatched.length > 0,
    }),
    meaning(sample("chip none", "− left out"), "a sentence of the source that this text does not have", {
      shown: report.omitted.length > 0,
    }),
    meaning(sample("letter hue-0", "A"), "the source that it comes from", {shown: many}),
    meaning(insertedSign, "words of an edited sentence that its source does not have", {
      ...some("edited"),
      brief: "not in the source",
    }),
    meaning(missingSign, "words of the source that the edited sentence does not have: the source itself stands as it was", {
      ...some("edited"),
      brief: "not in this text",
    }),
    variantMeaning(links),
    ...["quotation flagged", "figure flagged"].map((look) =>
      meaning(sample(look, look.split(" ")[0]), "not the same in the source; hold the pointer there to read why", {
        shown: someMark(docs, ({cls}) => cls === look),
      }),
    ),
    meaning(sample("note shares", "partly"), "a new sentence with figures or quotations of the source", {
      shown: target.sharesOf.some((words) => words.length > 0),
    }),
    ...commonMeanings(docs),
    meaning(
      sample("strip-sample", "Map, Links"),
      "bands join what comes from what, in the signs’ colours, dashed where it moved; the map’s frames are what is in view",
      {shown: links.length > 0},
    ),
    meaning(
      () => el("b", {}, "75 % sure"),
      "how much words, their order and the neighbours speak for one sentence being made from the other",
      {shown: links.length > 0},
    ),
  ];
}

export const pairHelp = (meanings) => [
  el(
    "p",
    {},
    "Left is what was there first, right is what was made of it. A sign before each sentence says what became of it, signs behind it what was found:",
  ),
  legendList(meanings),
];
