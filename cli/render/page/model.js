// What the views ask about any text: what relations and sentences are called, which stretches deserve
// a mark.
import {lastAtOrBefore, plainWord} from "./dom.js";
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
const calm = new Set(["same", "exact"]);
const plainStatus = {
  unsupported: "no match in the source",
  elsewhere: "in another place of the source",
  variant: "another form",
  "only-source": "only in the source",
  "only-target": "only in this text",
};
export const isUnchanged = (change) => calm.has(change.status);
export const isAnotherForm = (change) => change.status === "variant";
export const isCalm = (change) => isUnchanged(change) || isAnotherForm(change);
export const statusLabel = (status) => plainStatus[status] ?? plainWord(status);

// What a piece around the story, or a paragraph of it, is called: newsroom words that not everybody knows in plain ones.
const plainRole = {lede: "opening paragraph", url: "web address"};
export const roleName = (role) => plainRole[role] ?? plainWord(visibleString(role ?? "dropped", 40));

// What a finding is about, in one word.
const plainKind = {polarity: "negation"};
export const findingKind = (finding) => plainKind[finding.kind] ?? plainWord(visibleString(finding.kind, 40));

// The files' names without their folders, where those still tell them apart.
export function shortNames(paths) {
  const names = paths.map((path) => path.slice(path.lastIndexOf("/") + 1));
  return new Set(names).size === names.length ? names : paths;
}

// The list of items that touch each of `ranges`, which ascend. Items may lie over each other; the cost
// is that of the result.
export function touching(ranges, items) {
  const of = ranges.map(() => []);
  for (const item of items.sort((a, b) => a.begin - b.begin)) {
    for (let i = Math.max(0, lastAtOrBefore(ranges, item.begin)); i < of.length; ++i) {
      if (ranges[i].begin >= item.end) break;
      if (ranges[i].end > item.begin) of[i].push(item);
    }
  }
  return of;
}

// The marks of a finding at its place in a text, and of words that a normalizer reads otherwise.
export const findingMark = (finding, place) => ({
  begin: place.begin,
  end: place.end,
  cls: `finding ${finding.severity}`,
  finding,
  title: finding.message,
});

export const replacedMarks = (doc) =>
  doc.edits
    .filter((edit) => edit.action === "replace")
    .map((edit) => ({
      begin: edit.begin,
      end: edit.end,
      cls: "replaced",
      title: `${edit.plugin}: ${edit.rule}: read as “${edit.replacement}”`,
    }));

// "meta.agency", "meta.date=2014-02-22": what a mark says of the document, not of its words.
export const isMetadata = (role) => (role ?? "").startsWith("meta.");

// What normalizers did with paragraphs, and what they dropped. Marks of metadata are about the document,
// and stand below with how the report was made.
export function readLedger(doc) {
  doc.notesOf = touching(
    doc.paragraphs,
    doc.edits.filter(
      (edit) => edit.action === "move" || (edit.action === "mark" && !isMetadata(edit.role)),
    ),
  );
  doc.drops = doc.edits.filter((edit) => edit.action === "drop").sort((a, b) => a.begin - b.begin);
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
        cls: (side === "source" ? "missing" : "inserted") + near,
        title: `${what} ${counterpart}${rung}`.trim(),
      });
    }
  }
  return marks;
}

// Of a paraphrase nearly every word is another: what it still has in common says more.
function commonMarks(link, side) {
  const marks = [];
  for (const edit of link.edits) {
    const span = edit[side];
    if (edit.op !== "equal" || !span) continue;
    const last = marks.at(-1);
    if (last && span.begin - last.end <= 1 && span.begin >= last.end) last.end = span.end;
    else marks.push({...span, cls: "common", title: "the same on both sides"});
  }
  return marks;
}

// The marks of a sentence that was chosen, and of one in its column: there a paraphrase is marked as a
// whole, and its words wait until it is chosen.
export const chosenMarks = (link, side) =>
  link?.relation === "paraphrase" ? commonMarks(link, side) : editMarks(link, side);
export const columnMarks = (link, side) => (link?.relation === "paraphrase" ? [] : editMarks(link, side));
