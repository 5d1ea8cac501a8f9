// How the page of a report explains itself.
import {el} from "../dom.js";
import {findingLines, keyChip, keyFlags} from "../keys.js";

export const pairKeys = [
  [["n", "p"], "next, previous finding"],
  [["j", "k"], "next, previous sentence (in the texts also ↓ and ↑)"],
  [["Enter"], "choose the sentence: its counterpart comes beside it"],
  [["o"], "go over to the counterpart (in the texts also ← and →)"],
  [["[", "]"], "previous, next source"],
  [["/"], "search both texts; Enter and Shift+Enter go through the matches"],
  [["f"], "the other text follows the pointer, or stays"],
  [["t"], "dark or light"],
  [["Escape"], "let go of what was chosen"],
  [["?"], "this list"],
];

export const pairKeyItems = () => [
  keyChip("verbatim", "=4", "verbatim, from sentence 4"),
  keyChip("edited", "≈4", "edited"),
  keyChip("paraphrase", "~4", "paraphrased"),
  keyChip("none", "↕", "moved"),
  keyChip("none", "+", "new"),
  keyChip("none", "−", "left out"),
  el("span", {}, el("del", {class: "deleted"}, "gone"), " ", el("ins", {class: "inserted"}, "added")),
  keyFlags(),
  el("span", {class: "screen-only"}, "Bands between the texts join what comes from what; a dashed one moved."),
];

export const pairHelp = () => [
  el(
    "p",
    {},
    "Left is what was there first, right is what was made of it. A mark before each sentence says what became of it, and the number is that of its counterpart:",
  ),
  el(
    "ul",
    {class: "legend-list"},
    el("li", {}, el("span", {class: "chip verbatim"}, "=4"), " the same words, typography apart"),
    el("li", {}, el("span", {class: "chip edited"}, "≈4"), " mostly the same words in the same order"),
    el(
      "li",
      {},
      el("span", {class: "chip paraphrase"}, "~4"),
      " the same content in other words: choose it to see which words both have",
    ),
    el("li", {}, el("span", {class: "chip edited"}, "≈4↕"), " moved: it stands in another order"),
    el(
      "li",
      {},
      el("span", {class: "chip none"}, "+"),
      " new, no match found in the sources; ",
      el("span", {class: "chip none"}, "−"),
      " left out of the target",
    ),
    el(
      "li",
      {},
      el("del", {class: "deleted"}, "words"),
      " gone, ",
      el("ins", {class: "inserted"}, "words"),
      " added, ",
      el("span", {class: "variant"}, "words"),
      " the same in another form",
    ),
    el(
      "li",
      {},
      el("span", {class: "flag alert"}),
      " the meaning changed, ",
      el("span", {class: "flag review"}),
      " could mislead, ",
      el("span", {class: "flag info"}),
      " worth knowing",
    ),
    el("li", {}, el("span", {class: "note shares"}, "partly"), " a new sentence with figures or quotations of the source"),
    findingLines(),
    el(
      "li",
      {},
      el("span", {class: "quotation flagged"}, "quotation"),
      ", ",
      el("span", {class: "figure flagged"}, "figure"),
      " not the same in the source; hold the pointer there to read why",
    ),
    el("li", {}, el("span", {class: "note"}, "⇅ read as 3rd"), " this paragraph was compared as the third of its text"),
    el("li", {}, el("b", {}, "75 % sure"), " how much words, their order and the neighbours speak for one sentence being made from the other"),
    el(
      "li",
      {},
      el("span", {class: "fold"}, "dateline"),
      " no story text (agency lines, headline …), folded; choose it to read it and what found it",
    ),
  ),
];
