// The chosen sentence beside its counterpart: what changed, how sure the link is, or what came nearest.
import {el, percent} from "../dom.js";
import {findingList} from "../inspector.js";
import {chosenMarks, placeName, relations, sentenceNumbers} from "../model.js";
import {excerpt} from "../pieces.js";
import {state} from "../state.js";
import {directionOf, fileName, said} from "../visible.js";
import {nearMiss} from "./model.js";

const evidenceWords = {
  words: "likeness of words",
  containment: "contained",
  sequence: "same order of words",
  competition: "no rival fits better",
  order: "neighbours agree",
  unique: "shared names and numbers",
};

// Sentences with where they stand; `show`, when given, goes there.
function sideOf(doc, numbers, marks, show = null) {
  const where = `${numbers.length === 1 ? "sentence" : "sentences"} ${sentenceNumbers(numbers)} of ${doc.sentences.length}`;
  const name = doc.side === "target" ? "This text" : "Source";
  const way = doc.side === "target" ? "Show in this text" : "Show in the source";
  return [
    el(
      "div",
      {class: "side-name"},
      el("h4", {}, `${name} `, fileName(doc.name), `, ${where}`),
      show
        ? el(
            "button",
            {type: "button", class: "go", "aria-label": `${way}: ${placeName(doc, numbers)}`, on: {click: show}},
            way,
          )
        : null,
    ),
    el(
      "p",
      {class: "text", dir: directionOf(doc.text.slice(doc.sentences[numbers[0]].begin, doc.sentences[numbers[0]].end))},
      numbers.flatMap((number, index) => [
        index > 0 ? " " : "",
        excerpt(doc, doc.sentences[number].begin, doc.sentences[number].end, marks),
      ]),
    ),
  ];
}

// `show(doc, sentence, link)` goes to a sentence in its text.
function ofLink(chosen, link, go, show) {
  const way = (doc, numbers) => (doc === chosen.doc ? null : () => show(doc, numbers[0], link));
  const {target} = state.report;
  const relation = relations[link.relation];
  const related = state.report.findings.filter((finding) => finding.link === link);
  return [
    el(
      "h3",
      {},
      el("span", {class: `badge ${link.relation}`}, `${relation.glyph} ${relation.label}`),
      link.moved ? el("span", {class: "badge"}, "↕ moved") : null,
      el(
        "span",
        {class: "score", title: "From the signs below: how alike the words and their order are, and whether a rival or the neighbours speak against it"},
        `${percent(link.score, 1)} sure, by words, order and neighbours`,
      ),
    ),
    ...sideOf(link.doc, link.source, chosenMarks(link, "source"), way(link.doc, link.source)),
    ...sideOf(target, link.target, chosenMarks(link, "target"), way(target, link.target)),
    link.relation === "paraphrase" ? el("p", {class: "why"}, "In other words: underlined is what both have.") : null,
    findingList(related, go),
    el(
      "details",
      {class: "evidence"},
      el("summary", {}, "What speaks for one being made from the other"),
      el(
        "dl",
        {},
        Object.entries(link.evidence).flatMap(([name, value]) => [
          el("dt", {}, evidenceWords[name] ?? name),
          el("dd", {}, percent(value, 1)),
        ]),
      ),
    ),
  ];
}

// Findings whose place is in this sentence: it may hold a quotation or a figure of the other text and
// yet not come from any one sentence of it.
function findingsWithin(doc, sentence) {
  const {begin, end} = doc.sentences[sentence];
  return state.report.findings.filter((finding) => {
    const place = finding[doc.side];
    return place && place.doc === doc && place.begin < end && place.end > begin;
  });
}

function ofUnlinked({doc, sentence}, go, show) {
  const isNew = doc.side === "target";
  const miss = nearMiss(doc, sentence);
  const findings = findingsWithin(doc, sentence);
  const shared = isNew ? doc.sharesOf[sentence] : [];
  const shares = shared.length > 0 || findings.some((finding) => finding.source && finding.target);
  return [
    el("h3", {}, el("span", {class: "badge none"}, isNew ? (shares ? "+ new, partly" : "+ new") : "− left out")),
    ...sideOf(doc, [sentence], []),
    shares
      ? el(
          "p",
          {class: "why"},
          "As a whole it comes from no sentence of the other text, but it shares details with it",
          shared.length > 0 ? ": " : ".",
          shared.flatMap((words, index) => [index > 0 ? ", " : "", said(`“${words}”`)]),
        )
      : null,
    findingList(findings, go),
    ...(miss
      ? [
          el("p", {class: "why"}, `Nearest, but too unlike to be its source (${percent(miss.score, 1)}): `, said(miss.why)),
          ...sideOf(miss.doc, [miss.sentence], [], () => show(miss.doc, miss.sentence)),
        ]
      : [el("p", {class: "why"}, `No match was found in ${isNew ? "the source" : "this text"}.`)]),
  ];
}

export const describePair = (go, show) => (chosen, link) =>
  link ? ofLink(chosen, link, go, show) : ofUnlinked(chosen, go, show);
