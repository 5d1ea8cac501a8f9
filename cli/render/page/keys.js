// The keyboard, what the marks mean, and the list of both.
import {el, narrowScreen} from "./dom.js";

// What the marks mean, above the texts; small screens show it on demand.
export function keyLine(items) {
  const title = "What the marks mean";
  return narrowScreen()
    ? el("details", {class: "key"}, el("summary", {}, title), el("p", {}, items))
    : el("div", {class: "key"}, el("p", {}, el("b", {}, title), items));
}

export const keyChip = (kind, sign, words) => el("span", {}, el("span", {class: `chip ${kind}`}, sign), words);

export const keyFlags = () =>
  el(
    "span",
    {},
    el("span", {class: "flag alert"}),
    "meaning changed ",
    el("span", {class: "flag review"}),
    "could mislead ",
    el("span", {class: "flag info"}),
    "worth knowing",
  );

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

// What the lines below words mean.
export const findingLines = () =>
  el(
    "li",
    {},
    el("span", {class: "finding"}, "line"),
    " and ",
    el("span", {class: "finding info"}, "dots"),
    " a finding about these words, ",
    el("span", {class: "finding alert"}, "double"),
    " an alert",
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
