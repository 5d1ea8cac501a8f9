// How the page of a chain explains itself.
import {el} from "../dom.js";
import {findingLines, keyChip, keyFlags} from "../keys.js";

export const chainKeys = [
  [["n", "p"], "next, previous finding"],
  [["j", "k"], "next, previous sentence (in the texts also ↓ and ↑)"],
  [["Enter"], "choose the sentence: all takes go to it"],
  [["o"], "the same sentence in the next take (in the texts also ← and →)"],
  [["[", "]"], "previous, next take"],
  [["/"], "search all takes; Enter and Shift+Enter go through the matches"],
  [["f"], "the other takes follow the pointer, or stay"],
  [["t"], "dark or light"],
  [["Escape"], "let go of what was chosen"],
  [["?"], "this list"],
];

export const chainKeyItems = () => [
  keyChip("none", "4", "sentence 4 keeps its number in all takes"),
  keyChip("verbatim", "=", "unchanged"),
  keyChip("edited", "≈", "edited"),
  keyChip("paraphrase", "~", "rewritten"),
  keyChip("born", "+", "new"),
  keyChip("born", "↩", "came back"),
  keyChip("edited", "÷", "split off another"),
  keyChip("none", "↕", "moved"),
  el("span", {}, el("ins", {class: "inserted"}, "came in"), " ", el("del", {class: "deleted"}, "goes next")),
  keyFlags(),
  el("span", {class: "screen-only"}, "Bands between the takes join the same sentence; a dashed one moved."),
];

export const chainHelp = () => [
  el(
    "p",
    {},
    "Each column is a take, the oldest first, with all of its text. A sentence keeps its number through all takes; the sign says what the take did to it:",
  ),
  el(
    "ul",
    {class: "legend-list"},
    el("li", {}, el("span", {class: "chip verbatim"}, "=4"), " word for word as in the take before"),
    el(
      "li",
      {},
      el("span", {class: "chip edited"}, "≈4"),
      " edited: underlined words came in, struck ones go with the next take",
    ),
    el(
      "li",
      {},
      el("span", {class: "chip paraphrase"}, "~4"),
      " rewritten in other words: choose it to see what both have",
    ),
    el(
      "li",
      {},
      el("span", {class: "chip born"}, "+7"),
      " new; ",
      el("span", {class: "chip born"}, "↩4"),
      " back after a take without it",
    ),
    el("li", {}, el("span", {class: "chip edited"}, "÷8"), " split off another sentence; ∪ taken up by another one"),
    el("li", {}, el("span", {class: "note leaving"}, "− left out in take 3"), " the next take does not have it"),
    el(
      "li",
      {},
      el("span", {class: "flag alert"}),
      " the meaning changed, ",
      el("span", {class: "flag review"}),
      " could mislead, ",
      el("span", {class: "flag info"}),
      " worth knowing, against the take before",
    ),
    findingLines(),
    el("li", {}, el("span", {class: "fold"}, "dateline"), " no story text (agency lines, headline …), folded; choose it to read it"),
  ),
];
