// The head of the page: the bar of how the words came about, and what to look at first.
import {byId, counted, el, percent} from "./dom.js";
import {editMarks, relations, severities} from "./model.js";
import {excerpt} from "./pieces.js";
import {state} from "./state.js";
import {fileName, said, visibleString} from "./visible.js";

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

// Plugins that failed and bounds that were hit: the report may be worse for it.
function notices(report) {
  const said = new Set();
  for (const doc of report.docs)
    for (const run of doc.plugins)
      if (run.status === "failed")
        said.add(`Plugin ${run.id} failed on ${doc.name} and changed nothing: ${run.message}`);
  for (const bailout of report.summary.bailouts) said.add(`A bound was hit, the report may be incomplete: ${bailout}`);
  return [...said].map((text) => el("p", {class: "notice"}, visibleString(text)));
}

export function findingCounts(findings) {
  return Object.entries(severities).map(([name, {glyph, label}]) => {
    const count = findings.filter((finding) => finding.severity === name).length;
    const plural = name === "alert" && count !== 1 ? "alerts" : label;
    return el(
      "span",
      {class: `count ${name}${count === 0 ? " nothing" : ""}`},
      el("span", {class: `mark ${name}`, "aria-hidden": "true"}, glyph),
      ` ${count} ${plural}`,
    );
  });
}

// One finding of each rule, the gravest first: ten lost qualifiers must not hide the missing credit.
function firstOfEachRule(findings) {
  const rules = new Map();
  for (const finding of findings) {
    if (finding.severity === "info") continue;
    if (!rules.has(finding.rule)) rules.set(finding.rule, {finding, alike: []});
    else rules.get(finding.rule).alike.push(finding);
  }
  return [...rules.values()].slice(0, 7);
}

// The findings of a rule behind its first one: the words of each where they are few, else how many there are.
function alikeLine(alike) {
  if (alike.length === 0) return null;
  const words = (place) => place.doc.text.slice(place.begin, place.end);
  const short = alike.filter(
    ({source, target}) => source && target && words(source).length <= 40 && words(target).length <= 40,
  );
  const shown = short.slice(0, 4).map(({source, target}) => `“${words(source)}” became “${words(target)}”`);
  const rest = alike.length - shown.length;
  if (rest > 0) shown.push(`${rest} more of this kind`);
  return said(`Also: ${shown.join("; ")}.`, {class: "alike"}, "span");
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

// A changed quotation word by word: the message can only name the words that differ.
function quotationChange(finding) {
  const link = finding.alignment === null ? null : state.report.links[finding.alignment];
  if (finding.kind !== "quotation" || !link || !finding.source || !finding.target) return null;
  return ["source", "target"].map((side) => {
    const place = finding[side];
    const attributes = {class: "excerpt quote"};
    return el(
      "span",
      {class: "compared"},
      el("span", {class: "which"}, side === "source" ? "Source" : "Target"),
      excerpt(place.doc, place.begin, place.end, editMarks(link, side), attributes),
    );
  });
}

function firstFindings(report, go) {
  const items = firstOfEachRule(report.findings).map(({finding, alike}) => {
    const compared = quotationChange(finding);
    return el(
      "li",
      {},
      el(
        "button",
        {type: "button", class: `first ${finding.severity}`, on: {click: () => go(finding.index)}},
        el("span", {class: `mark ${finding.severity}`, "aria-hidden": "true"}, severities[finding.severity].glyph),
        el("span", {class: "sr-only"}, `${severities[finding.severity].label}: `),
        el(
          "span",
          {},
          // The two lines say it better than the words in the message.
          compared && finding.severity === "alert" ? said(`${finding.message.split(":")[0]}:`) : said(finding.message),
          compared,
          alikeLine(alike),
        ),
      ),
    );
  });
  items.push(...withoutSource(report, go));
  return [
    el("h2", {}, "Look at first"),
    el("p", {class: "counts"}, findingCounts(report.findings)),
    report.findings.length === 0
      ? el(
          "p",
          {class: "calm"},
          // A report without any quotation, figure or name may be one that nobody looked through for them.
          report.quotations.length + report.figures.length + report.names.length > 0
            ? "Nothing was flagged: no quotation, figure, name, attribution or negation changed."
            : "The report has no findings, and lists no quotation, figure or name.",
        )
      : items.length === 0
        ? el("p", {class: "calm"}, "No alert and nothing to review.")
        : el("ol", {class: "firsts"}, items),
    report.findings.length > items.length
      ? el("a", {href: "#findings"}, `All ${report.findings.length} findings`)
      : null,
  ];
}

export function showSummary(go) {
  const {report} = state;
  const sources = report.sources.flatMap((doc, index) => [index > 0 ? ", " : "", fileName(doc.name)]);
  byId("kicker").append("compares ", fileName(report.target.name), " with ", ...sources);
  byId("bar").append(...bar(report), ...notices(report));
  byId("alerts").append(...firstFindings(report, go).filter(Boolean));
}
