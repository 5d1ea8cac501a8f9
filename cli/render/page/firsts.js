// What to look at first: the findings, the gravest of each kind.
import {counted, el} from "./dom.js";
import {severities} from "./model.js";
import {excerpt, surroundings} from "./pieces.js";
import {quotationMarks, withMarks} from "./quoted.js";
import {said, visibleString} from "./visible.js";

// Plugins that failed and bounds that were hit: what is shown may be worse for it.
export function notices(docs, bailouts) {
  const said = new Set();
  for (const doc of docs)
    for (const run of doc.plugins)
      if (run.status === "failed")
        said.add(`${doc.name} was compared without the plugin ${run.id}, which failed: ${run.message}`);
  for (const bailout of bailouts) said.add(`This page may be incomplete: ${bailout}`);
  return [...said].map((text) => el("p", {class: "notice"}, visibleString(text)));
}

// `all`: those of which there is none too.
export function findingCounts(findings, all = true) {
  return Object.entries(severities).map(([name, {glyph, label}]) => {
    const count = findings.filter((finding) => finding.severity === name).length;
    if (count === 0 && !all) return null;
    const plural = name === "alert" && count !== 1 ? "alerts" : label;
    return el(
      "span",
      {class: `count ${name}${count === 0 ? " nothing" : ""}`},
      el("span", {class: `mark ${name}`, "aria-hidden": "true"}, glyph),
      ` ${count} ${plural}`,
    );
  });
}

// Of equally grave findings these come last: they are of style or spelling, or say more exactly what the source says
// too.
const milder = [
  "attribution-verb-changed",
  "figure-more-precise",
  "figure-less-precise",
  "figure-rounded",
  "name-misspelled",
];

// One line for each rule, the gravest first: ten lost qualifiers must not hide the missing credit.
function byRule(findings) {
  const rules = new Map();
  for (const finding of findings) {
    if (!rules.has(finding.rule)) rules.set(finding.rule, {finding, alike: []});
    else rules.get(finding.rule).alike.push(finding);
  }
  const order = Object.keys(severities);
  const place = ({finding}) => 2 * order.indexOf(finding.severity) + (milder.includes(finding.rule) ? 1 : 0);
  return [...rules.values()].sort((a, b) => place(a) - place(b));
}

// So many kinds of finding stand open at the top, and all alerts: the texts should begin on the first screen.
const openKinds = 3;

const shortWords = 40; // letters that a line can show of each side

const shortChange = ({source, target}) => {
  if (!source || !target) return null;
  const [was, is] = [source, target].map((place) => place.doc.text.slice(place.begin, place.end));
  return was.length <= shortWords && is.length <= shortWords ? `“${was}” became “${is}”` : null;
};

const alikeButton = (words, finding, go) =>
  el(
    "button",
    {type: "button", class: "alike", on: {click: () => go(finding.index)}},
    said(words),
    finding.where ? el("span", {class: "where"}, ` ${finding.where}`) : null,
  );

// The findings of a rule behind its first one: short ones with their words, the others on demand.
function alikeLines(alike, go) {
  const short = alike.filter(shortChange).slice(0, 3);
  const rest = alike.filter((finding) => !short.includes(finding));
  return [
    short.length > 0
      ? el(
          "p",
          {class: "also"},
          "Also: ",
          short.flatMap((finding, index) => [index > 0 ? "; " : "", alikeButton(shortChange(finding), finding, go)]),
        )
      : null,
    rest.length > 0
      ? moreLines(
          `${rest.length} more of this kind`,
          rest.map((finding) => alikeButton(finding.message, finding, go)),
        )
      : null,
  ];
}

// Lines that wait behind their number.
export const moreLines = (title, lines, look = "also") =>
  el(
    "details",
    {class: look},
    el("summary", {}, title),
    el(
      "ul",
      {},
      lines.map((line) => el("li", {}, line)),
    ),
  );

const quotationRoom = 60; // letters of a long quotation before the first change and after the last

// A changed quotation word by word: the message can only name the words that differ.
function quotationChange(finding) {
  if (finding.kind !== "quotation" || !finding.source || !finding.target) return null;
  const places = {source: withMarks(finding.source), target: withMarks(finding.target)};
  const marks = quotationMarks(places.source, places.target);
  return ["source", "target"].map((side) => {
    const place = places[side];
    const [first, last] = [marks[side][0], marks[side].at(-1)];
    const part = first
      ? surroundings(place.doc.text, {begin: first.begin, end: last.end}, place, quotationRoom)
      : place;
    const words = excerpt(place.doc, part.begin, part.end, marks[side], {class: "excerpt quote"});
    if (part.begin > place.begin) words.prepend("… ");
    if (part.end < place.end) words.append(" …");
    return el(
      "span",
      {class: "compared"},
      el("span", {class: "which"}, finding.sides?.[side] ?? (side === "source" ? "Source" : "This text")),
      words,
    );
  });
}

// What a finding says, and where it is of a quotation the two wordings.
export function findingWords(finding) {
  const compared = quotationChange(finding);
  // The two lines say it better than the words in the message.
  const message = compared && finding.severity === "alert" ? `${finding.message.split(":")[0]}:` : finding.message;
  return {message, compared};
}

function firstLine({finding, alike}, go) {
  const {message, compared} = findingWords(finding);
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
        said(message),
        finding.where ? el("span", {class: "where"}, ` ${finding.where}`) : null,
        compared,
      ),
    ),
    ...alikeLines(alike, go).filter(Boolean),
  );
}

// What to look at first: all findings, a line for each kind, the gravest open. `beside` is what the lists below
// have to say that is no finding, and `calm` is said where nothing was flagged.
export function firstFindings(findings, go, beside, calm) {
  const rules = byRule(findings);
  const alerts = rules.filter(({finding}) => finding.severity === "alert").length; // they stand first
  // One line more takes no more room than its number.
  const open = rules.length <= openKinds + 1 ? rules.length : Math.max(openKinds, alerts);
  const rest = rules.slice(open).flatMap(({finding, alike}) => [finding, ...alike]);
  return [
    el(
      "div",
      {class: "firsts-head"},
      el("h2", {}, "Look at first"),
      el("p", {class: "counts"}, findingCounts(findings)),
      findings.length > 0 ? el("a", {href: "#findings"}, `All ${findings.length.toLocaleString("en")} as a list`) : null,
    ),
    findings.length === 0
      ? el("p", {class: "calm"}, calm)
      : el(
          "ol",
          {class: "firsts"},
          rules.slice(0, open).map((rule) => firstLine(rule, go)),
        ),
    el(
      "div",
      {class: "more-firsts"},
      rest.length > 0
        ? el(
            "details",
            {class: "also"},
            el("summary", {}, `${counted(rest.length, "more finding")}: `, findingCounts(rest, false)),
            el(
              "ol",
              {class: "firsts"},
              rules.slice(open).map((rule) => firstLine(rule, go)),
            ),
          )
        : null,
      beside,
    ),
  ];
}
