// The keyboard, and the list of what it does.
import {el} from "./dom.js";

const keys = [
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

// What the marks mean, in one line above the texts.
export function keyLine() {
  const chip = (kind, sign, words) => el("span", {}, el("span", {class: `chip ${kind}`}, sign), words);
  return el(
    "p",
    {class: "key"},
    chip("verbatim", "=4", "verbatim, from sentence 4"),
    chip("edited", "≈4", "edited"),
    chip("paraphrase", "~4", "paraphrased"),
    chip("none", "↕", "moved"),
    chip("none", "+", "new"),
    chip("none", "−", "left out"),
    el("span", {}, el("del", {class: "deleted"}, "gone"), " ", el("ins", {class: "inserted"}, "added")),
    el(
      "span",
      {},
      el("span", {class: "flag alert"}),
      "meaning changed ",
      el("span", {class: "flag review"}),
      "could mislead ",
      el("span", {class: "flag info"}),
      "worth knowing",
    ),
  );
}

export function helpDialog() {
  const close = el("button", {type: "button", class: "close", "aria-label": "Close help"}, "✕");
  const dialog = el(
    "dialog",
    {class: "help", "aria-labelledby": "help-title"},
    el("header", {}, el("h2", {id: "help-title"}, "How to read this page"), close),
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
      el("li", {}, el("span", {class: "chip paraphrase"}, "~4"), " the same content in other words"),
      el("li", {}, el("span", {class: "chip edited"}, "≈4↕"), " moved: it stands in another order"),
      el(
        "li",
        {},
        el("span", {class: "chip none"}, "+"),
        " new, from no source; ",
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
      el(
        "li",
        {},
        el("span", {class: "note"}, "⇅ ¶3"),
        " a plugin reads this paragraph as the third before it compares",
      ),
      el(
        "li",
        {},
        el("span", {class: "fold"}, "dateline"),
        " furniture: no story text, folded; choose it to read it and the rule that found it",
      ),
    ),
    el("h3", {}, "Keys"),
    el(
      "dl",
      {class: "keys"},
      keys.flatMap(([names, what]) => [
        el(
          "dt",
          {},
          names.map((name) => el("kbd", {}, name)),
        ),
        el("dd", {}, what),
      ]),
    ),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}

// `actions`: what each key does, by its name.
export function listenToKeys(actions) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const {target} = event;
    if (target instanceof HTMLInputElement || target.closest?.("dialog")) return;
    const inTexts = Boolean(target.closest?.(".scroll"));
    const onChip = target.classList?.contains("chip");
    const action =
      actions[event.key] ?? (onChip ? actions.onChip[event.key] : inTexts ? actions.inTexts[event.key] : undefined);
    if (!action) return;
    event.preventDefault();
    action();
  });
}
