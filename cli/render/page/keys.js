// The keyboard, and the help that lists its keys beside what the marks mean.
import {el} from "./dom.js";

// What each key does; the words that differ from page to page are given.
export const pageKeys = ({enter, over, column, search, follow}) => [
  [["n", "p"], "next, previous finding"],
  [["j", "k"], "next, previous sentence (in the texts also ↓ and ↑)"],
  [["Enter"], `choose the sentence: ${enter}`],
  [["o"], `${over} (in the texts also ← and →)`],
  [["[", "]"], `previous, next ${column}`],
  [["/"], `search ${search}; Enter and Shift+Enter go through the matches`],
  [["f"], `${follow} the pointer, or stay`],
  [["t"], "dark or light"],
  [["Escape"], "let go of what was chosen"],
  [["?"], "this list"],
];

const keyList = (keys) =>
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
  );

// `content` explains the page; `keys` are [[names], what they do].
export function helpDialog(content, keys) {
  const close = el("button", {type: "button", class: "close", "aria-label": "Close help"}, "✕");
  const dialog = el(
    "dialog",
    {class: "help", "aria-labelledby": "help-title"},
    el("header", {}, el("h2", {id: "help-title"}, "How to read this page"), close),
    el("div", {class: "help-parts"}, el("div", {}, content), el("div", {}, el("h3", {}, "Keys"), keyList(keys))),
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
