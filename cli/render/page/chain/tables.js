// What stands below the takes: every life in a row, and how all was made.
import {el} from "../dom.js";
import {dash, goColumn, made, section, table} from "../listing.js";
import {chosenMarks} from "../model.js";
import {excerpt} from "../pieces.js";
import {state} from "../state.js";
import {changeText, eventLabel, events, isConstant, isFirst, wordCounts} from "./life.js";

// What a take did to a sentence, and how it reads there unless as in the take before.
function stageCell(life, doc) {
  const stage = life.stageIn.get(doc.index);
  if (!stage) return dash("not in this take");
  const {glyph, look} = events[stage.event];
  const details = [...stage.changes.map(changeText), wordCounts(stage)].filter(Boolean);
  return [
    el(
      "span",
      {class: `badge ${isFirst(stage) ? "none" : look}`},
      isFirst(stage) ? "●" : glyph,
      ` ${eventLabel(stage)}`,
    ),
    details.map((text) => el("span", {class: "from"}, text)),
    stage.sentence === null ? null : wording(stage, doc),
  ];
}

function wording(stage, doc) {
  if (stage.event === "kept") return el("p", {class: "as-before"}, "as before");
  const {begin, end} = doc.sentences[stage.sentence];
  return el("p", {}, excerpt(doc, begin, end, chosenMarks(doc.linkFrom[stage.sentence], "target")));
}

export function chainListings(choosePlace) {
  const {lives, docs} = state.report;
  const columns = [
    {title: "Sentence", look: "number", head: true, of: (life) => String(life.number)},
    ...docs.map((doc) => ({title: doc.called, of: (life) => stageCell(life, doc)})),
    goColumn("In the takes", (life) => ({
      name: `sentence ${life.number}`,
      visits: [() => choosePlace(life.stages.findLast((stage) => stage.sentence !== null))],
    })),
  ];
  const changed = lives.filter((life) => !isConstant(life, docs.length));
  const constant = lives.filter((life) => isConstant(life, docs.length));
  return [
    section(
      "lives",
      "Each sentence through the takes",
      lives.length,
      changed.length > 0
        ? table("Lives", columns, changed)
        : el("p", {class: "calm"}, "Every sentence stands unchanged in every take."),
      constant.length > 0 && changed.length > 0
        ? el(
            "details",
            {class: "unchanged"},
            el("summary", {}, `${constant.length} unchanged in every take`),
            table("Lives, unchanged", columns, constant),
          )
        : null,
    ),
    made(),
  ];
}
