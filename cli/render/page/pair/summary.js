// The head of the page: the bar of how the words came about, and what to look at first.
import {byId, counted, el, percent} from "../dom.js";
import {firstFindings, notices} from "../firsts.js";
import {relations, severities} from "../model.js";
import {state} from "../state.js";
import {fileName} from "../visible.js";

const wordPattern = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;
const wordCount = (text) => text.match(wordPattern)?.length ?? 0;

const order = Object.keys(relations);
const closest = (links) => order.find((relation) => links.some((link) => link.relation === relation)) ?? null;

// How many quoted words stand in sentences of each relation, in proportion; the report has their sum.
function quotedIn(report) {
  const {target} = report;
  const quotes = report.quotations
    .filter((change) => change.target && change.source && change.status !== "unsupported")
    .map((change) => change.target)
    .sort((a, b) => a.begin - b.begin);
  const words = {verbatim: 0, edited: 0, paraphrase: 0, new: 0};
  let all = 0;
  let next = 0;
  target.sentences.forEach((sentence, index) => {
    const relation = closest(target.linksOf[index]) ?? "new";
    while (next < quotes.length && quotes[next].end <= sentence.begin) ++next;
    for (let i = next; i < quotes.length && quotes[i].begin < sentence.end; ++i) {
      const text = target.text.slice(Math.max(quotes[i].begin, sentence.begin), Math.min(quotes[i].end, sentence.end));
      words[relation] += wordCount(text);
      all += wordCount(text);
    }
  });
  const {summary} = report;
  const scale = all > 0 ? summary.quoted_words / all : 0;
  return (name) => Math.min(summary[`${name}_words`], Math.round(words[name] * scale));
}

// The target's words by how they came about; quoted words are counted apart from their relation.
function wordClasses(report) {
  const {summary} = report;
  const inQuotes = quotedIn(report);
  const names = [...Object.entries(relations).map(([name, {label}]) => [name, label]), ["new", "new"]];
  const classes = names.map(([name, label]) => ({name, label, words: summary[`${name}_words`] - inQuotes(name)}));
  const quoted = summary.target_words - classes.reduce((sum, {words}) => sum + words, 0);
  classes.splice(-1, 0, {name: "quoted", label: "quoted as the source quotes, counted apart", words: quoted});
  return classes;
}

function bar(report) {
  const total = report.summary.target_words;
  const classes = wordClasses(report);
  if (total === 0) return [el("p", {class: "notice"}, "There are no words to compare in the target.")];
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
  const legend = classes.map(({name, label, words}) =>
    el(
      "li",
      {class: words === 0 ? "nothing" : null},
      el("span", {class: `swatch ${name}`}),
      el("b", {}, percent(words, total)),
      ` ${label}`,
      el("span", {class: "words"}, ` (${counted(words, "word")})`),
    ),
  );
  return [
    el(
      "div",
      {class: "bar", role: "img", "aria-label": `Of ${counted(total, "word")} of the target: ${spoken}.`},
      segments,
    ),
    el("ul", {class: "legend", "aria-label": "Words of the target"}, legend),
  ];
}

// What the target has and no source has: nothing to mend, but to be asked about.
function withoutSource(report, go) {
  const lines = [
    ["quotation", report.quotations],
    ["figure", report.figures],
  ].map(([noun, changes]) => {
    const count = changes.filter((change) => change.status === "unsupported" && change.target).length;
    if (count === 0) return null;
    const words = `${counted(count, noun)} ${count === 1 ? "is" : "are"} in no source: where ${count === 1 ? "is it" : "are they"} from?`;
    const finding = report.findings.find(({rule}) => rule === `${noun}-unsupported`);
    const mark = el("span", {class: "mark info", "aria-hidden": "true"}, severities.info.glyph);
    return el(
      "li",
      {},
      finding
        ? el("button", {type: "button", class: "first info", on: {click: () => go(finding.index)}}, mark, words)
        : el("a", {class: "first info", href: `#${noun}s`}, mark, words),
    );
  });
  return lines.filter(Boolean);
}

export function showSummary(go) {
  const {report} = state;
  const sources = report.sources.flatMap((doc, index) => [index > 0 ? ", " : "", fileName(doc.name)]);
  byId("kicker").append("compares ", fileName(report.target.name), " with ", ...sources);
  byId("bar").append(...bar(report), ...notices(report.docs, report.summary.bailouts));
  byId("alerts").append(
    ...firstFindings(
      report.findings,
      go,
      withoutSource(report, go),
      // A report without any quotation, figure or name may be one that nobody looked through for them.
      report.quotations.length + report.figures.length + report.names.length > 0
        ? "Nothing was flagged: no quotation, figure, name, attribution or negation changed."
        : "The report has no findings, and lists no quotation, figure or name.",
    ).filter(Boolean),
  );
}
