// Cuts a stretch of text at the borders of all marks that touch it, and makes one element a piece.
import {el} from "./dom.js";
import {appendVisible, directionOf, visibleString} from "./visible.js";

// Calls `piece(begin, end, marks)` for each stretch between two borders, in order. Near linear in the
// marks as long as few lie over the same place.
function eachPiece(begin, end, marks, piece) {
  const borders = new Set([begin, end]);
  for (const mark of marks) {
    if (mark.begin > begin && mark.begin < end) borders.add(mark.begin);
    if (mark.end > begin && mark.end < end) borders.add(mark.end);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  const waiting = [...marks].sort((a, b) => a.begin - b.begin);
  let next = 0;
  let active = [];
  for (let i = 0; i + 1 < sorted.length; ++i) {
    const from = sorted[i];
    active = active.filter((mark) => mark.end > from);
    for (; next < waiting.length && waiting[next].begin <= from; ++next)
      if (waiting[next].end > from) active.push(waiting[next]);
    piece(from, sorted[i + 1], active);
  }
}

function pieceElement(marks) {
  const classes = marks.map((mark) => mark.cls).join(" ");
  const tag = /\binserted\b/.test(classes) ? "ins" : "span";
  const title = visibleString(
    marks
      .map((mark) => mark.title)
      .filter(Boolean)
      .join(" · "),
  );
  const findings = marks.filter((mark) => mark.finding).map((mark) => mark.finding.index);
  return el(tag, {
    class: classes,
    title: title || null,
    "data-findings": findings.length > 0 ? findings.join(" ") : null,
  });
}

// Fills `parent` with text[begin, end). `nodes`, when given, gets {begin, end, node} of every text node.
export function fillText(parent, text, begin, end, marks, nodes) {
  const add = (into, from, to) =>
    appendVisible(into, text.slice(from, to), (node, offset) =>
      nodes?.push({begin: from + offset, end: from + offset + node.length, node}),
    );
  if (marks.length === 0) return add(parent, begin, end);
  eachPiece(begin, end, marks, (from, to, active) => {
    if (active.length === 0) return add(parent, from, to);
    const element = pieceElement(active);
    add(element, from, to);
    parent.append(element);
  });
}

// A place of a document as an element of its own, with the word changes of `marks`.
export function excerpt(doc, begin, end, marks = [], attributes = {}) {
  const element = el("span", {dir: directionOf(doc.text.slice(begin, end)), class: "excerpt", ...attributes});
  fillText(element, doc.text, begin, end, marks);
  return element;
}

// A place with up to `room` letters of its sentence on each side.
export function inContext(place, room) {
  const {doc} = place;
  const sentence = doc.sentences.find((item) => item.begin <= place.begin && item.end >= place.end) ?? place;
  const {begin, end} = surroundings(doc.text, place, sentence, room);
  return el(
    "span",
    {dir: directionOf(doc.text.slice(sentence.begin, sentence.end)), class: "excerpt"},
    begin > sentence.begin ? "…" : "",
    excerpt(doc, begin, place.begin),
    el("mark", {}, excerpt(doc, place.begin, place.end)),
    excerpt(doc, place.end, end),
    end < sentence.end ? "…" : "",
  );
}

// `place` with up to `room` letters of `whole` on each side, cut between words.
export function surroundings(text, place, whole, room) {
  const from = place.begin - room;
  const to = place.end + room;
  return {
    begin: from <= whole.begin ? whole.begin : Math.min(place.begin, text.indexOf(" ", from) + 1 || from),
    end: to >= whole.end ? whole.end : Math.max(place.end, text.lastIndexOf(" ", to)),
  };
}
