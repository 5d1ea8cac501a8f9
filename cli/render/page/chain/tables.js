// What stands below the takes: every life in a row, and how all was made.
import {el} from "../dom.js";
import {cell, made, section, table} from "../listing.js";
import {excerpt} from "../pieces.js";
import {state} from "../state.js";
import {changeText, eventLabel, events, isConstant, isFirst, wordCounts} from "./life.js";

function stageCell(life, doc) {
  const stage = life.stageIn.get(doc.index);
  if (!stage) return cell(doc.called, el("span", {class: "nothing-there"}, "–"));
  const {glyph, look} = events[stage.event];
  const details = [...stage.changes.map(changeText), wordCounts(stage)].filter(Boolean);
  return cell(
    doc.called,
    el(
      "span",
      {class: `badge ${isFirst(stage) ? "none" : look}`},
      isFirst(stage) ? "●" : glyph,
      ` ${eventLabel(stage)}`,
    ),
    details.map((text) => el("span", {class: "from"}, text)),
  );
}

function lifeRow(life, choosePlace) {
  const last = life.stages.findLast((stage) => stage.sentence !== null);
  const doc = state.report.docs[last.version];
  const {begin, end} = doc.sentences[last.sentence];
  return el(
    "tr",
    {},
    el("th", {scope: "row"}, el("span", {class: "number"}, `${life.number} `), excerpt(doc, begin, end)),
    state.report.docs.map((take) => stageCell(life, take)),
    cell(
      "",
      el(
        "button",
        {
          type: "button",
          class: "go",
          "aria-label": `Show sentence ${life.number} in the takes`,
          on: {click: () => choosePlace(last)},
        },
        "Show",
      ),
    ),
  );
}

export function chainListings(choosePlace) {
  const {lives, docs} = state.report;
  const columns = ["Sentence", ...docs.map((doc) => doc.called), "In the takes"];
  const changed = lives.filter((life) => !isConstant(life, docs.length));
  const constant = lives.filter((life) => isConstant(life, docs.length));
  const rows = (title, items) => table(title, columns, items, (life) => lifeRow(life, choosePlace));
  return [
    section(
      "lives",
      "Each sentence through the takes",
      lives.length,
      changed.length > 0
        ? rows("Lives", changed)
        : el("p", {class: "calm"}, "Every sentence stands unchanged in every take."),
      constant.length > 0 && changed.length > 0
        ? el(
            "details",
            {class: "unchanged"},
            el("summary", {}, `${constant.length} unchanged in every take`),
            rows("Lives, unchanged", constant),
          )
        : null,
    ),
    made(),
  ];
}
