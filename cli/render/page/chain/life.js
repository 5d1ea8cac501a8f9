// A life in words: what each take did to a sentence.
import {counted, plainWord} from "../dom.js";
import {statusLabel} from "../model.js";
import {visibleString} from "../visible.js";

// `look` is the class of the mark; words that begin "is" or "was" would not fit a list.
export const events = {
  born: {glyph: "+", label: "new", look: "born"},
  kept: {glyph: "=", label: "unchanged", look: "verbatim"},
  edited: {glyph: "≈", label: "edited", look: "edited"},
  rewritten: {glyph: "~", label: "rewritten", look: "paraphrase"},
  split: {glyph: "÷", label: "split off", look: "edited"},
  merged: {glyph: "∪", label: "merged", look: "gone"},
  dropped: {glyph: "−", label: "left out", look: "gone"},
  returned: {glyph: "↩", label: "came back", look: "born"},
};

// What stands in the first take is not new there: nothing was before it.
export const isFirst = (stage) => stage.event === "born" && stage.version === 0;

// What became of the words, wherever they stand.
function wordsLabel({event, other}) {
  if (event === "split") return `split from ${other + 1}`;
  if (event === "merged") return `merged into ${other + 1}`;
  return events[event].label;
}

export function eventLabel(stage) {
  if (isFirst(stage)) return "in the first take";
  if (!stage.moved) return wordsLabel(stage);
  return stage.event === "kept" ? `moved, ${wordsLabel(stage)}` : `${wordsLabel(stage)}, moved`;
}

// The sign before a sentence: what is as it was has its number alone.
export const chipLabel = (stage, number) =>
  [
    number,
    isFirst(stage) || stage.event === "kept" ? "" : ` ${events[stage.event].glyph} ${wordsLabel(stage)}`,
    stage.moved ? " ↕ moved" : "",
  ].join("");

// "figure changed: “12”, now “27”"
export function changeText({kind, status, from, to}) {
  const quoted = (text) => `“${visibleString(text, 80)}”`;
  const what = plainWord(visibleString(kind, 40));
  if (status === "unsupported") return to ? `new ${what} ${quoted(to)}` : `new ${what}`;
  const words =
    from && to
      ? `: ${quoted(from)}, now ${quoted(to)}`
      : from
        ? `: ${quoted(from)} is gone`
        : to
          ? `: ${quoted(to)}`
          : "";
  return `${what} ${statusLabel(visibleString(status, 40))}${words}`;
}

// "3 words out, 2 in"
export function wordCounts({words_out: out, words_in: into}) {
  const parts = [];
  if (out > 0) parts.push(`${counted(out, "word")} out`);
  if (into > 0) parts.push(out > 0 ? `${into} in` : `${counted(into, "word")} in`);
  return parts.join(", ");
}

// Stands word for word, in its place, in every take.
export const isConstant = (life, takes) =>
  life.stages.length === takes &&
  life.stages.every((stage) => (stage.event === "kept" || isFirst(stage)) && !stage.moved);
