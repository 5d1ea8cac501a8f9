// What the marks of a page mean: one list, in a few words above the texts and in more of them in the help.
import {el, narrowScreen} from "./dom.js";
import {hasUnseen} from "./visible.js";

// `sign` makes the mark as it looks in the texts; `shown`: whether this page has any. The line above the texts
// has only those, the help has all.
export const meaning = (sign, words, more, shown = true) => ({sign, words, more, shown});

export const sample = (cls, text) => () => el("span", {class: cls}, text);

const findingSign = (severity, words) => () => [
  el("span", {class: `flag ${severity}`}),
  el("span", {class: `finding ${severity}`}, words),
];

export const changedWords = (gone, added) => () => [
  el("del", {class: "deleted"}, gone),
  " ",
  el("ins", {class: "inserted"}, added),
];

export const variantMeaning = (links) =>
  meaning(
    sample("variant", "words"),
    "in another form",
    "the same in another form or spelling",
    links.some(
      ({relation, edits}) =>
        relation !== "paraphrase" &&
        edits.some(({op, equivalence}) => op === "equal" && equivalence !== "exact" && equivalence !== "typography"),
    ),
  );

// The marks that every page may have.
export function commonMeanings({docs, findings}) {
  const some = (severity) => findings.some((finding) => finding.severity === severity);
  const someEdit = (action) => docs.some(({edits}) => edits.some((edit) => edit.action === action));
  const someNote = docs.some(({notesOf}) => notesOf.some((notes) => notes.some(({action}) => action === "mark")));
  return [
    meaning(
      findingSign("alert", "meaning changed"),
      "",
      "the gravest findings, and the words that they are about",
      some("alert"),
    ),
    meaning(findingSign("review", "could mislead"), "", "findings to review", some("review")),
    meaning(findingSign("info", "worth knowing"), "", "findings for information", some("info")),
    meaning(
      sample("fold", "dateline"),
      "no story text, folded",
      "no story text (agency lines, headline …), folded; choose it to read it and what found it",
      someEdit("drop"),
    ),
    meaning(
      sample("note", "⇅ read as 3rd"),
      "compared as the third paragraph",
      "this paragraph was compared as the third of its text",
      someEdit("move"),
    ),
    meaning(sample("note", "opening paragraph"), "", "what a paragraph is", someNote),
    meaning(
      sample("replaced", "words"),
      "read otherwise",
      "compared as other words; hold the pointer there to read them",
      someEdit("replace"),
    ),
    meaning(
      sample("control", "RLO"),
      "an unseen character",
      "the name of a character that is not seen, or that turns the writing",
      docs.some(({text}) => hasUnseen(text)),
    ),
    // Pointing, choosing and searching show these.
    meaning(sample("lit-sample", "framed"), "", "what you point at or chose, and what belongs to it", false),
    meaning(sample("pointed-sample", "words"), "", "where a finding or a row of a list led to", false),
    meaning(
      () => [sample("found-sample", "words")(), " ", sample("found-now-sample", "words")()],
      "",
      "found by the search, and the match that it is at",
      false,
    ),
  ];
}

// Above the texts; small screens show it on demand. `bands` says what the strips between the texts are.
export function legendLine(meanings, bands) {
  const title = "What the marks mean";
  const items = [
    ...meanings
      .filter(({shown}) => shown)
      .map(({sign, words}) => [el("span", {}, sign(), words === "" ? "" : ` ${words}`), " "]),
    el("span", {class: "screen-only"}, bands),
  ];
  return narrowScreen()
    ? el("details", {class: "key"}, el("summary", {}, title), el("p", {}, items))
    : el("div", {class: "key"}, el("p", {}, el("b", {}, title), items));
}

export const legendList = (meanings) =>
  el(
    "ul",
    {class: "legend-list"},
    meanings.map(({sign, more}) => el("li", {}, sign(), ` ${more}`)),
  );
