// What the column of a take shows.
import {counted, el} from "../dom.js";
import {columnMarks} from "../model.js";
import {chipLabel, eventLabel, events, isFirst} from "./life.js";

export function takeView(doc, takes, onFinding) {
  const stageOf = (index) => doc.lifeOf[index].stageIn.get(doc.index);
  const nextOf = (index) => doc.lifeOf[index].stageIn.get(doc.index + 1);
  const gone = (index) => {
    const next = nextOf(index);
    return next && next.sentence === null ? next : null;
  };
  const lookOf = (index) => (isFirst(stageOf(index)) ? "none" : events[stageOf(index).event].look);
  return {
    role: "take",
    which: doc.called,
    used: counted(doc.sentences.length, "sentence"),
    threadOf: (index) => doc.lifeOf[index],
    look(index) {
      return `${lookOf(index)}${stageOf(index).moved ? " moved" : ""}${gone(index) ? " leaves" : ""}`;
    },
    chip(index) {
      const stage = stageOf(index);
      const {number} = doc.lifeOf[index];
      const next = gone(index);
      const label = `${eventLabel(stage)}${next ? `; ${eventLabel(next)} in take ${next.version + 1}` : ""}`;
      return el(
        "button",
        {
          type: "button",
          class: `chip ${stage.event === "kept" ? "none" : lookOf(index)}`,
          tabindex: -1,
          title: label,
          "aria-label": `Sentence ${number}: ${label}`,
        },
        chipLabel(stage, number),
      );
    },
    // What came in against the take before, and what the next one will take out.
    words: (index) => [...columnMarks(doc.linkFrom[index], "target"), ...columnMarks(doc.linkTo[index], "source")],
    tail(index) {
      const next = gone(index);
      if (!next || doc.index + 1 >= takes) return [];
      const {glyph} = events[next.event];
      return [el("span", {class: "note leaving"}, `${glyph} ${eventLabel(next)} in take ${next.version + 1}`)];
    },
    onFinding,
  };
}
