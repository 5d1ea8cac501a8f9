// The chosen sentence, beside the texts.
import {el} from "./dom.js";
import {severities} from "./model.js";
import {choose, listen} from "./state.js";
import {said} from "./visible.js";

// Findings as buttons; `go(index)` shows one in the texts.
export function findingList(findings, go) {
  if (findings.length === 0) return null;
  return el(
    "ul",
    {class: "related"},
    findings.map((finding) =>
      el(
        "li",
        {},
        el(
          "button",
          {type: "button", class: `first ${finding.severity}`, on: {click: () => go(finding.index)}},
          el("span", {class: `mark ${finding.severity}`, "aria-hidden": "true"}, severities[finding.severity].glyph),
          said(finding.message),
        ),
      ),
    ),
  );
}

export class Inspector {
  // `describe(chosen, thread)` gives the elements for what was chosen; `hint` says what pointing does, `touchHint` what a finger does.
  constructor(describe, hint, touchHint) {
    this.describe = describe;
    this.hint = hint;
    this.touchHint = touchHint;
    this.body = el("div", {class: "inspector-body"});
    this.close = el(
      "button",
      {
        type: "button",
        class: "close",
        "aria-label": "Close the chosen sentence",
        on: {click: () => choose(null, 0, null)},
      },
      "✕",
    );
    this.element = el(
      "section",
      {class: "inspector", "aria-labelledby": "chosen-title"},
      el("header", {}, el("h2", {id: "chosen-title"}, "Chosen sentence"), this.close),
      this.body,
    );
    this.show(null, null);
    listen("chosen", (chosen, thread) => this.show(chosen, thread));
  }

  show(chosen, thread) {
    this.element.classList.toggle("empty", !chosen);
    this.close.hidden = !chosen;
    if (!chosen) {
      this.body.replaceChildren(
        el("p", {class: "hint for-touch"}, this.touchHint),
        el(
          "p",
          {class: "hint for-pointer"},
          this.hint,
          el("kbd", {}, "n"),
          " goes to the next finding, ",
          el("kbd", {}, "?"),
          " lists all keys.",
        ),
      );
      return;
    }
    this.body.replaceChildren(...this.describe(chosen, thread).filter(Boolean));
  }
}
