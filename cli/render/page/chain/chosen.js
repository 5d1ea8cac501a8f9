// The chosen sentence through all takes.
import {el} from "../dom.js";
import {findingList} from "../inspector.js";
import {chosenMarks} from "../model.js";
import {excerpt} from "../pieces.js";
import {state} from "../state.js";
import {directionOf} from "../visible.js";
import {changeText, eventLabel, events, isFirst, wordCounts} from "./life.js";

function wordsOf(doc, sentence) {
  const {begin, end} = doc.sentences[sentence];
  const marks = [...chosenMarks(doc.linkFrom[sentence], "target"), ...chosenMarks(doc.linkTo[sentence], "source")];
  return el("p", {class: "text", dir: directionOf(doc.text.slice(begin, end))}, excerpt(doc, begin, end, marks));
}

function stageItem(stage, choosePlace) {
  const doc = state.report.docs[stage.version];
  const details = [...stage.changes.map(changeText), wordCounts(stage)].filter(Boolean).join("; ");
  const {glyph, look} = events[stage.event];
  const label = eventLabel(stage);
  return el(
    "li",
    {},
    el(
      "h3",
      {},
      el(
        "button",
        {type: "button", class: "take", disabled: stage.sentence === null, on: {click: () => choosePlace(stage)}},
        doc.called,
      ),
      isFirst(stage) ? null : el("span", {class: `badge ${look}`}, `${glyph} ${label}`),
    ),
    details === "" ? null : el("p", {class: "why"}, details),
    stage.sentence === null ? null : wordsOf(doc, stage.sentence),
  );
}

// The findings of its links, and those that stand in one of its sentences.
function findingsOf(life) {
  const within = (place) =>
    place !== null &&
    life.stages.some((stage) => {
      if (stage.sentence === null || state.report.docs[stage.version] !== place.doc) return false;
      const {begin, end} = place.doc.sentences[stage.sentence];
      return place.begin < end && place.end > begin;
    });
  return state.report.findings.filter((finding) => within(finding.target) || within(finding.source));
}

export const describeLife = (go, choosePlace) => (chosen) => {
  const life = chosen.doc.lifeOf[chosen.sentence];
  const related = life.stages.filter((stage) => stage.other !== null).map((stage) => state.report.lives[stage.other]);
  return [
    el("p", {class: "life-name"}, `Sentence ${life.number} through the takes`),
    el(
      "ol",
      {class: "stages"},
      life.stages.map((stage) => stageItem(stage, choosePlace)),
    ),
    ...related.map((other) =>
      el(
        "button",
        {
          type: "button",
          class: "more",
          on: {click: () => choosePlace(other.stages.findLast((stage) => stage.sentence !== null))},
        },
        `Go to sentence ${other.number}`,
      ),
    ),
    findingList(findingsOf(life), go),
  ];
};
