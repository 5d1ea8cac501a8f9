// What the marks of a page mean: one list, folded above the texts and in the help.
import {el} from "./dom.js";
import {hasUnseen} from "./visible.js";

// `sign` makes the mark as it looks in the texts; `shown`: whether this page has any. The most needed marks stand in
// the line above the texts too, with `brief` words or, where that is empty, with those of the sign itself.
export const meaning = (sign, words, {shown = true, brief = null} = {}) => ({sign, words, shown, brief});

export const sample = (cls, text) => () => el("span", {class: cls}, text);

const findingSign = (severity, kind, words) => () => [
  el("span", {class: `finding ${severity}`}, words),
  el("span", {class: `flag ${severity}`}, kind),
];

export const missingSign = sample("missing", "words");
export const insertedSign = () => el("ins", {class: "inserted"}, "words");

export const variantMeaning = (links) =>
  meaning(sample("variant", "words"), "the same in another form or spelling", {
    shown: links.some(
      ({relation, edits}) =>
        relation !== "paraphrase" &&
        edits.some(({op, equivalence}) => op === "equal" && equivalence !== "exact" && equivalence !== "typography"),
    ),
  });

export const someMark = (docs, test) => docs.some(({marksOf}) => marksOf.some((marks) => marks.some(test)));

// The marks that every page may have.
export function commonMeanings(docs) {
  const some = (severity) => ({shown: someMark(docs, (mark) => mark.finding?.severity === severity), brief: ""});
  const someEdit = (action) => ({shown: docs.some(({edits}) => edits.some((edit) => edit.action === action))});
  const someNote = docs.some(({notesOf}) => notesOf.some((notes) => notes.some(({action}) => action === "mark")));
  return [
    meaning(
      findingSign("alert", "figure", "meaning changed"),
      "the gravest findings: the words, and what they are about; choose it to read the finding",
      some("alert"),
    ),
    meaning(findingSign("review", "figure", "could mislead"), "findings to review", some("review")),
    meaning(findingSign("info", "name", "worth knowing"), "findings for information", some("info")),
    meaning(
      sample("fold", "dateline"),
      "set aside, as it is no part of the story (headline, dateline …); choose it to read it and what found it",
      someEdit("drop"),
    ),
    meaning(
      sample("note", "⇅ 3rd in order"),
      "this paragraph would come third in the likely order of its text, and was compared so",
      someEdit("move"),
    ),
    meaning(sample("note", "opening paragraph"), "what a paragraph is", {shown: someNote}),
    meaning(
      sample("replaced", "words"),
      "compared as other words; hold the pointer there to read them",
      someEdit("replace"),
    ),
    meaning(sample("control", "RLO"), "the name of a character that is not seen, or that turns the writing", {
      shown: docs.some(({text}) => hasUnseen(text)),
    }),
    // Pointing, choosing and searching show these.
    meaning(sample("lit-sample", "framed"), "what you point at or chose, and what belongs to it"),
    meaning(sample("pointed-sample", "words"), "where a finding or a row of a list led to"),
    meaning(
      () => [sample("found-sample", "words")(), " ", sample("found-now-sample", "words")()],
      "found by the search, and the match that it is at",
    ),
  ];
}

const shownOf = (meanings) => meanings.filter(({shown}) => shown);

export const legendList = (meanings) =>
  el(
    "ul",
    {class: "legend-list"},
    shownOf(meanings).map(({sign, words}) => el("li", {}, sign(), ` ${words}`)),
  );

// Above the texts: the most needed marks in a line, all of them on demand. `hint` is for screens that show one text.
export const legendLine = (meanings, hint) =>
  el(
    "div",
    {class: "key"},
    el("p", {class: "narrow-only"}, hint),
    el(
      "p",
      {},
      shownOf(meanings)
        .filter(({brief}) => brief !== null)
        .map(({sign, brief}) => [el("span", {}, sign(), brief === "" ? "" : ` ${brief}`), " "]),
    ),
    el("details", {}, el("summary", {}, "What all marks mean"), legendList(meanings)),
  );
