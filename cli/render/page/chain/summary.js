// The head of a chain: what each take did, and what to look at first.
import {byId, counted, el} from "../dom.js";
import {firstFindings, notices} from "../firsts.js";
import {state} from "../state.js";
import {fileName, visibleString} from "../visible.js";

// By the members of a step's counts: the swatch, and what is said.
const fates = [
  ["kept", "verbatim", "unchanged"],
  ["edited", "edited", "edited"],
  ["rewritten", "paraphrase", "rewritten"],
  ["born", "new", "new"],
  ["returned", "returned", "came back"],
];

// What a take says of itself. Its own count need not be ours.
const facts = ["slug", "version", "take"];

function takeLine(doc, step, longest) {
  const counts = step?.sentences;
  const parts = counts
    ? fates.filter(([name]) => counts[name] > 0).map(([name, , words]) => `${counts[name]} ${words}`)
    : [counted(doc.sentences.length, "sentence")];
  if (counts?.moved > 0) parts.push(`${counts.moved} moved`);
  if (counts?.dropped > 0) parts.push(`${counts.dropped} left out`);
  const words = parts.join(", ") || "no story text";
  const segments = counts
    ? fates.filter(([name]) => counts[name] > 0).map(([name, look]) => [look, counts[name]])
    : [["first", doc.sentences.length]];
  const bar = el(
    "div",
    {class: "bar", "aria-hidden": "true"},
    segments.map(([look, count]) => {
      const segment = el("span", {class: `segment ${look}`});
      segment.style.flexGrow = String(count);
      return segment;
    }),
  );
  // The bars of all takes have one scale.
  bar.style.width = `${((100 * doc.sentences.length) / Math.max(1, longest)).toFixed(1)}%`;
  const known = facts
    .filter((fact) => doc.metadata[fact])
    .map((fact) => `${fact} ${visibleString(doc.metadata[fact], 40)}`);
  return el(
    "li",
    {},
    el("b", {}, doc.called),
    " ",
    fileName(doc.name),
    known.length > 0 ? el("span", {class: "words"}, `, marked ${known.join(", ")}`) : null,
    bar,
    el("span", {class: "fates"}, words),
  );
}

export function showChainSummary(go) {
  const {report} = state;
  const longest = Math.max(...report.docs.map((doc) => doc.sentences.length));
  byId("kicker").append(
    "follows one story from ",
    fileName(report.docs[0].name),
    " to ",
    fileName(report.docs.at(-1).name),
  );
  const bailouts = new Set(report.steps.flatMap((step) => step.bailouts));
  byId("bar").append(
    el(
      "ol",
      {class: "takes-made", "aria-label": "What each take did"},
      report.docs.map((doc, index) => takeLine(doc, report.steps[index - 1], longest)),
    ),
    ...notices(report.docs, bailouts),
  );
  byId("alerts").append(
    ...firstFindings(
      report.findings,
      go,
      [],
      "Nothing was flagged: no quotation, figure, name, attribution or negation changed from take to take.",
    ).filter(Boolean),
  );
}
