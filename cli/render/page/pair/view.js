// What the columns of a pair show.
import {counted, el} from "../dom.js";
import {columnMarks, placeName, relations} from "../model.js";
import {state} from "../state.js";
import {said} from "../visible.js";
import {shownLink} from "./model.js";

function chipOf(doc, sentence, link) {
  if (!link) {
    const isNew = doc.side === "target";
    const shares = isNew && doc.sharesOf[sentence].length > 0;
    const label = !isNew
      ? "left out of this text"
      : shares
        ? "new as a sentence, partly with details of the source"
        : "new: no match found in the sources";
    return el(
      "button",
      {
        type: "button",
        class: "chip none",
        tabindex: -1,
        title: label,
        "aria-label": `Sentence ${sentence + 1}: ${label}`,
      },
      isNew ? "+ new" : "− left out",
    );
  }
  const other = doc.side === "target" ? link.doc : state.report.target;
  const numbers = doc.side === "target" ? link.source : link.target;
  const relation = relations[link.relation];
  const words = doc.side === "target" ? "from" : "became";
  const moved = link.moved ? ", moved" : "";
  const label = `${relation.label}${moved}, ${words} ${placeName(other, numbers)}`;
  return el(
    "button",
    {
      type: "button",
      class: `chip ${link.relation}`,
      tabindex: -1,
      title: label,
      "aria-label": `Sentence ${sentence + 1}: ${label}`,
    },
    state.report.many && doc.side === "target"
      ? el("b", {class: `letter hue-${link.doc.hue}`, "data-letter": link.doc.letter})
      : null,
    `${relation.glyph} ${relation.label}`,
    link.moved ? " ↕ moved" : null,
  );
}

// "also in the source: 14,000": what a new sentence shares with the source all the same.
function sharedNote(doc, sentence) {
  const shared = doc.side === "target" ? doc.sharesOf[sentence] : [];
  if (shared.length === 0) return [];
  const short = shared.filter((words) => words.length <= 24).slice(0, 2);
  const rest = shared.length - short.length;
  const more = rest === 0 ? "" : short.length === 0 ? counted(rest, "detail") : ` and ${rest} more`;
  return [
    el(
      "span",
      {
        class: "note shares",
        title: "This sentence comes from no one sentence of the source, but the source has these words too.",
      },
      "partly: also in the source: ",
      short.flatMap((words, index) => [index > 0 ? ", " : "", said(`“${words}”`)]),
      more,
    ),
  ];
}

export function pairView(doc, onFinding) {
  const isTarget = doc.side === "target";
  const linkOf = (index) => shownLink(doc, index, state.source);
  const linked = doc.linksOf.filter((links) => links.length > 0).length;
  return {
    role: doc.side,
    which: isTarget ? "This text" : "Source",
    used: `${linked} of ${counted(doc.sentences.length, "sentence")} ${!isTarget ? "used" : state.report.many ? "from a source" : "from the source"}`,
    threadOf: linkOf,
    look(index) {
      const link = linkOf(index);
      return `${link ? link.relation : "none"}${link?.moved ? " moved" : ""}`;
    },
    chip: (index) => chipOf(doc, index, linkOf(index)),
    words: (index) => columnMarks(linkOf(index), doc.side),
    tail: (index) => sharedNote(doc, index),
    onFinding,
  };
}
