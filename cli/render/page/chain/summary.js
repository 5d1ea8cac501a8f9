// The head of a chain: what each take did, and what to look at first.
import {byId, counted, el} from "../dom.js";
import {firstFindings, notices} from "../firsts.js";
import {state} from "../state.js";
import {fileName, visibleString} from "../visible.js";

// What a take did to its sentences, each in one of these: the swatch, and what is said.
const fates = [
  ["kept", "verbatim", "unchanged"],
  ["moved", "moved", "unchanged but moved"],
  ["edited", "edited", "edited"],
  ["rewritten", "paraphrase", "rewritten"],
  ["born", "new", "new"],
  ["split", "split", "split off another"],
  ["returned", "returned", "came back"],
];

// How many sentences of a take met each fate, and how many of the take before are gone.
function countFates(lives, version) {
  const counts = {dropped: 0, merged: 0};
  for (const life of lives) {
    const stage = life.stageIn.get(version);
    if (!stage) continue;
    const fate = stage.event === "kept" && stage.moved ? "moved" : stage.event;
    counts[fate] = (counts[fate] ?? 0) + 1;
  }
  return counts;
}

// "its own line: BANKS-MERGER/, update 1". A take's own count need not be ours.
function ownLine({slug, version, take}) {
  const own = [slug, [version, take].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return own === "" ? null : `its own line: “${visibleString(own, 80)}”`;
}

function takeLine(doc, lives, longest) {
  const counts = doc.index > 0 ? countFates(lives, doc.index) : null;
  const met = counts ? fates.filter(([name]) => counts[name] > 0) : [];
  const all = counted(doc.sentences.length, "sentence");
  const segments = counts
    ? [...met.map(([name, look]) => [look, counts[name]]), ["gone", counts.dropped]].filter(([, count]) => count > 0)
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
  // The bars of all takes have one scale; what was left out hangs over the end.
  const length = doc.sentences.length + (counts?.dropped ?? 0);
  bar.style.width = `${((100 * length) / Math.max(1, longest)).toFixed(1)}%`;
  const parts = (items) =>
    items.flatMap(([look, words], index) => [
      index > 0 ? ", " : "",
      look ? el("span", {class: `swatch ${look}`}) : null,
      words,
    ]);
  const gone = [
    counts?.dropped > 0 ? ["gone", `${counts.dropped} left out`] : null,
    counts?.merged > 0 ? [null, `${counts.merged} merged into another`] : null,
  ].filter(Boolean);
  const line = ownLine(doc.metadata);
  return el(
    "li",
    {},
    el(
      "span",
      {class: "take-name"},
      el("b", {}, doc.called),
      " ",
      fileName(doc.name),
      line ? el("span", {class: "words"}, line) : null,
    ),
    bar,
    el(
      "span",
      {class: "fates"},
      doc.sentences.length === 0 ? "no story text" : all,
      met.length > 0 ? ": " : "",
      parts(met.map(([name, look, words]) => [look, `${counts[name]} ${words}`])),
      gone.length > 0 ? "; " : "",
      parts(gone),
    ),
  );
}

export function showChainSummary(go) {
  const {report} = state;
  const gone = (doc) => (doc.index > 0 ? countFates(report.lives, doc.index).dropped : 0);
  const longest = Math.max(...report.docs.map((doc) => doc.sentences.length + gone(doc)));
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
      report.docs.map((doc) => takeLine(doc, report.lives, longest)),
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
