// What to look at first: the findings, the gravest of each kind.
import {el} from "./dom.js";
import {editMarks, severities} from "./model.js";
import {excerpt} from "./pieces.js";
import {said, visibleString} from "./visible.js";

// Plugins that failed and bounds that were hit: what is shown may be worse for it.
export function notices(docs, bailouts) {
  const said = new Set();
  for (const doc of docs)
    for (const run of doc.plugins)
      if (run.status === "failed")
        said.add(`Plugin ${run.id} failed on ${doc.name} and changed nothing: ${run.message}`);
  for (const bailout of bailouts) said.add(`A bound was hit, the report may be incomplete: ${bailout}`);
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

// A changed quotation word by word: the message can only name the words that differ.
function quotationChange(finding) {
  const {link} = finding;
  if (finding.kind !== "quotation" || !link || !finding.source || !finding.target) return null;
  return ["source", "target"].map((side) => {
    const place = finding[side];
    const attributes = {class: "excerpt quote"};
    return el(
      "span",
      {class: "compared"},
      el("span", {class: "which"}, finding.sides?.[side] ?? (side === "source" ? "Source" : "Target")),
      excerpt(place.doc, place.begin, place.end, editMarks(link, side), attributes),
    );
  });
}

// What to look at first; `more` stands behind the findings, and `calm` is said where nothing was flagged.
export function firstFindings(findings, go, more, calm) {
  const items = firstOfEachRule(findings).map(({finding, alike}) => {
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
          finding.where ? el("span", {class: "where"}, ` ${finding.where}`) : null,
          compared,
          alikeLine(alike),
        ),
      ),
    );
  });
  items.push(...more);
  return [
    el("h2", {}, "Look at first"),
    el("p", {class: "counts"}, findingCounts(findings)),
    findings.length === 0
      ? el("p", {class: "calm"}, calm)
      : items.length === 0
        ? el("p", {class: "calm"}, "No alert and nothing to review.")
        : el("ol", {class: "firsts"}, items),
    findings.length > items.length ? el("a", {href: "#findings"}, `All ${findings.length} findings`) : null,
  ];
}
