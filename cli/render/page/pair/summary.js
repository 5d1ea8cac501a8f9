// The head of the page: the bar of how the words came about, and what to look at first.
import {byId, counted, el, percent} from "../dom.js";
import {firstFindings, moreLines, notices} from "../firsts.js";
import {isMetadata, relations, roleName} from "../model.js";
import {inContext} from "../pieces.js";
import {state} from "../state.js";
import {fileName, said} from "../visible.js";

const order = Object.keys(relations);
const closest = (links) => order.find((relation) => links.some((link) => link.relation === relation)) ?? "new";

// The target's words by how they came about, and in how many sentences.
function wordClasses(report) {
  const {summary, target} = report;
  const found = target.linksOf.map(closest);
  return [...Object.entries(relations).map(([name, {label}]) => [name, label]), ["new", "new"]].map(
    ([name, label]) => ({
      name,
      label,
      words: summary[`${name}_words`],
      sentences: found.filter((relation) => relation === name).length,
    }),
  );
}

function bar(report) {
  const total = report.summary.target_words;
  const classes = wordClasses(report);
  if (total === 0) return [el("p", {class: "notice"}, "There are no words to compare in this text.")];
  const spoken = classes.map(({label, words}) => `${label} ${percent(words, total)}`).join(", ");
  const segments = classes
    .filter(({words}) => words > 0)
    .map(({name, label, words}) => {
      const segment = el("span", {
        class: `segment ${name}`,
        title: `${label}: ${counted(words, "word")}, ${percent(words, total)}`,
      });
      segment.style.flexGrow = String(words);
      return segment;
    });
  const legend = classes.map(({name, label, words, sentences}) =>
    el(
      "li",
      {class: words === 0 ? "nothing" : null},
      el("span", {class: `swatch ${name}`}),
      el("b", {}, percent(words, total)),
      ` ${label}`,
      el("span", {class: "words"}, ` (${counted(sentences, "sentence")}, ${counted(words, "word")})`),
    ),
  );
  const quoted = report.summary.quoted_words;
  return [
    el(
      "div",
      {class: "bar", role: "img", "aria-label": `Of ${counted(total, "word")} of this text: ${spoken}; quoted as in the source: ${counted(quoted, "word")}.`},
      segments,
    ),
    el("ul", {class: "legend", "aria-label": "Words of this text"}, legend),
    quoted > 0
      ? el(
          "p",
          {class: "small-print"},
          `Of the whole text, ${counted(quoted, "word")} (${percent(quoted, total)}) stand in quotations that the source has too.`,
        )
      : null,
  ];
}

const sentenceRoom = 90; // letters of its sentence on each side of a figure

// Figures that the target has and no source has: nothing was changed, so they are no findings, but may be
// asked about.
function unmatchedFigures(report, show) {
  const figures = report.figures.filter((change) => change.status === "unsupported" && change.target);
  if (figures.length === 0) return [];
  const lines = figures.map(({target}) =>
    el("button", {type: "button", class: "alike", on: {click: () => show([target])}}, inContext(target, sentenceRoom)),
  );
  const where = report.many ? "in no source" : "not in the source";
  return [moreLines(`Also ${counted(figures.length, "figure")} ${where}`, lines, "also beside")];
}

// What the source itself says of its agency: the words by which it was told.
function agencyNote(report) {
  const {agency} = report.summary;
  if (!agency) return null;
  for (const doc of report.sources)
    for (const {role, begin, end} of doc.edits) {
      const words = doc.text.slice(begin, end).trim();
      if (role && !isMetadata(role) && words.length < 80 && words.includes(agency))
        return el(
          "p",
          {class: "small-print"},
          `${agency} is taken for the agency because of ${report.many ? `source ${doc.letter}` : "the source"}’s ${roleName(role)}: `,
          said(`“${words}”`),
          ".",
        );
    }
  return null;
}

export function showSummary(go, show) {
  const {report} = state;
  const sources = report.sources.flatMap((doc, index) => [index > 0 ? ", " : "", fileName(doc.name)]);
  byId("kicker").append("compares ", fileName(report.target.name), " with ", ...sources);
  byId("bar").append(agencyNote(report) ?? "", ...bar(report).filter(Boolean), ...notices(report.docs, report.summary.bailouts));
  byId("alerts").append(
    ...firstFindings(
      report.findings,
      go,
      unmatchedFigures(report, show),
      // A report without any quotation, figure or name may be one that nobody looked through for them.
      report.quotations.length + report.figures.length + report.names.length > 0
        ? "Nothing was flagged: no quotation, figure, name, attribution or negation changed."
        : "The report has no findings, and lists no quotation, figure or name.",
    ).filter(Boolean),
  );
}
