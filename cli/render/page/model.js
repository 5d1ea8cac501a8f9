// What the views ask of the report: which sentence belongs to which link, what a sentence is called,
// which stretches of a text deserve a mark.
import {lastAtOrBefore, plainWord} from "./dom.js";
import {readReport} from "./report.js";
import {visibleString} from "./visible.js";

export const relations = {
  verbatim: {glyph: "=", label: "verbatim"},
  edited: {glyph: "≈", label: "edited"},
  paraphrase: {glyph: "~", label: "paraphrased"},
};
export const severities = {
  alert: {glyph: "▲", label: "alert"},
  review: {glyph: "◆", label: "to review"},
  info: {glyph: "●", label: "for information"},
};

// Statuses that say: nothing changed.
const calm = new Set(["same", "exact", "variant"]);
export const isCalm = (change) => calm.has(change.status);
export const statusLabel = (status) => (status === "unsupported" ? "not in the source" : plainWord(status));

function shortNames(paths) {
  const names = paths.map((path) => path.slice(path.lastIndexOf("/") + 1));
  return new Set(names).size === names.length ? names : paths;
}

function sentenceLinks(doc, links, side) {
  const of = doc.sentences.map(() => []);
  for (const link of links) for (const sentence of link[side]) of[sentence].push(link);
  return of;
}

// The list of items that touch each of `ranges`, which ascend. Items may lie over each other; the cost
// is that of the result.
function touching(ranges, items) {
  const of = ranges.map(() => []);
  for (const item of items.sort((a, b) => a.begin - b.begin)) {
    for (let i = Math.max(0, lastAtOrBefore(ranges, item.begin)); i < of.length; ++i) {
      if (ranges[i].begin >= item.end) break;
      if (ranges[i].end > item.begin) of[i].push(item);
    }
  }
  return of;
}

function changeMarks(report, doc, side) {
  const marks = [];
  const add = (list, kind) => {
    for (const change of report[list]) {
      const place = change[side];
      if (!place || place.doc !== doc) continue;
      const flagged = isCalm(change) ? "" : " flagged";
      marks.push({
        begin: place.begin,
        end: place.end,
        cls: `${kind}${flagged}`,
        title: `${kind}: ${statusLabel(change.status)}`,
      });
    }
  };
  add("quotations", "quotation");
  add("figures", "figure");
  add("names", "name");
  for (const finding of report.findings) {
    const place = finding[side];
    if (place && place.doc === doc)
      marks.push({
        begin: place.begin,
        end: place.end,
        cls: `finding ${finding.severity}`,
        finding,
        title: finding.message,
      });
  }
  for (const edit of doc.edits)
    if (edit.action === "replace")
      marks.push({
        begin: edit.begin,
        end: edit.end,
        cls: "replaced",
        title: `${edit.plugin}: ${edit.rule}: read as “${edit.replacement}”`,
      });
  return touching(doc.sentences, marks);
}

export function loadModel(json) {
  const report = readReport(json);
  const docs = [...report.sources, report.target];
  for (const link of report.links) link.targetText = report.target.text;
  const names = shortNames(docs.map((doc) => doc.path));
  docs.forEach((doc, index) => {
    doc.index = index;
    doc.side = doc === report.target ? "target" : "source";
    doc.name = names[index];
    doc.letter = doc.side === "target" ? "" : index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
    doc.hue = index % 6;
    doc.linksOf = sentenceLinks(
      doc,
      doc.side === "target" ? report.links : report.links.filter((link) => link.doc === doc),
      doc.side,
    );
    doc.marksOf = changeMarks(report, doc, doc.side);
    doc.notesOf = touching(
      doc.paragraphs,
      // Marks of metadata are about the document, and stand below with how the report was made.
      doc.edits.filter(
        (edit) => edit.action === "move" || (edit.action === "mark" && !(edit.role ?? "").startsWith("meta.")),
      ),
    );
    doc.drops = doc.edits.filter((edit) => edit.action === "drop").sort((a, b) => a.begin - b.begin);
    doc.miss = new Map();
  });
  for (const entry of report.unmatched)
    report.target.miss.set(
      entry.target.sentence,
      entry.nearest && {...entry.nearest, doc: report.sources[entry.nearest.document]},
    );
  for (const entry of report.omitted)
    report.sources[entry.source.document].miss.set(
      entry.source.sentence,
      entry.nearest && {...entry.nearest, doc: report.target},
    );
  report.docs = docs;
  report.many = report.sources.length > 1;
  return report;
}

// The link that a sentence is shown with: one of the source in view if it has any, else its surest.
export function shownLink(doc, sentence, source) {
  const links = doc.linksOf[sentence];
  if (links.length < 2) return links[0] ?? null;
  const own = links.filter((link) => link.doc === source);
  return (own.length > 0 ? own : links).reduce((best, link) => (link.score > best.score ? link : best));
}

// The sentence that came nearest to one without a link; likeness below a tenth is two common words.
export function nearMiss(doc, sentence) {
  const miss = doc.miss.get(sentence);
  return miss && miss.score >= 0.1 ? miss : null;
}

// "4", "4–6", "4, 6": sentence numbers as people count them.
export function sentenceNumbers(numbers) {
  const parts = [];
  for (let i = 0; i < numbers.length;) {
    let last = i;
    while (last + 1 < numbers.length && numbers[last + 1] === numbers[last] + 1) ++last;
    parts.push(last > i ? `${numbers[i] + 1}–${numbers[last] + 1}` : `${numbers[i] + 1}`);
    i = last + 1;
  }
  return parts.join(", ");
}

// "sentence 4 of wire.txt"
export const placeName = (doc, numbers) =>
  `${numbers.length === 1 ? "sentence" : "sentences"} ${sentenceNumbers(numbers)} of ${visibleString(doc.name, 80)}`;

// The intervals of a link's word edits on one side; words that only look different get a quiet mark.
export function editMarks(link, side) {
  if (!link) return [];
  const other = side === "source" ? "target" : "source";
  const otherText = side === "source" ? link.targetText : link.doc.text;
  const marks = [];
  for (const edit of link.edits) {
    const span = edit[side];
    if (!span) continue;
    const counterpart = edit[other] ? `“${otherText.slice(edit[other].begin, edit[other].end)}”` : "";
    const rung = edit.equivalence === "none" ? "" : ` (${edit.equivalence})`;
    if (edit.op === "equal") {
      if (edit.equivalence === "exact" || edit.equivalence === "typography") continue;
      marks.push({...span, cls: "variant", title: `same as ${counterpart}${rung}`});
    } else {
      const what = side === "source" ? (counterpart ? "became" : "left out") : counterpart ? "was" : "added";
      const near = edit.op === "replace" && edit.equivalence !== "none" ? " near" : "";
      marks.push({
        ...span,
        cls: (side === "source" ? "deleted" : "inserted") + near,
        title: `${what} ${counterpart}${rung}`.trim(),
      });
    }
  }
  return marks;
}
