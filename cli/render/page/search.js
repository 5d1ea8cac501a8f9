// Finds words in the texts and paints the places; the texts' elements stay as they are.
import {announce, el} from "./dom.js";

const limit = 2000;

// A quotation mark or dash on the keyboard finds every kind of it; white space finds any.
function patternOf(query) {
  const escaped = query.trim().replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  return new RegExp(
    escaped
      .replace(/['‘’]/g, "['‘’]")
      .replace(/["“”«»]/g, '["“”«»]')
      .replace(/\\-|[–—]/g, "[-–—]")
      .replace(/\s+/g, "\\s+"),
    "giu",
  );
}

function paint(name, ranges) {
  if (!globalThis.CSS?.highlights) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

export class Search {
  // `panes()`: the columns to look through, in this order; `what` names them.
  constructor(panes, jump, what) {
    this.panes = panes;
    this.jump = jump;
    this.matches = [];
    this.at = -1;
    this.input = el("input", {
      type: "search",
      id: "search",
      placeholder: "Search",
      title: `Search ${what} (/)`,
      "aria-label": `Search ${what}`,
      autocomplete: "off",
      spellcheck: "false",
    });
    this.count = el("span", {class: "match-count"});
    const step = (by, label, glyph) =>
      el(
        "button",
        {type: "button", class: "icon", "aria-label": label, title: label, on: {click: () => this.step(by)}},
        glyph,
      );
    this.steps = el("span", {class: "steps", hidden: true}, step(-1, "Previous match", "↑"), step(1, "Next match", "↓"));
    this.element = el(
      "form",
      {class: "search", role: "search"},
      this.input,
      this.count,
      this.steps,
    );
    this.element.addEventListener("submit", (event) => event.preventDefault());
    this.input.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.find(), 120);
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        this.find();
        this.step(event.shiftKey ? -1 : 1);
      } else if (event.key === "Escape") {
        event.stopPropagation();
        this.input.value = "";
        this.find();
        this.input.blur();
      }
    });
  }

  find() {
    clearTimeout(this.waiting);
    const query = this.input.value.trim();
    if (query === this.query) return;
    this.query = query;
    this.at = -1;
    this.matches = [];
    if (query !== "") {
      const pattern = patternOf(query);
      for (const pane of this.panes()) {
        for (const match of pane.doc.text.matchAll(pattern)) {
          if (this.matches.length === limit) break;
          this.matches.push({pane, begin: match.index, end: match.index + match[0].length});
        }
      }
    }
    paint("found", this.matches.map(({pane, begin, end}) => pane.range(begin, end)).filter(Boolean));
    paint("found-now", []);
    this.say();
  }

  // Another source came into view.
  again() {
    this.query = undefined;
    this.find();
  }

  step(by) {
    if (this.matches.length === 0) return this.say();
    this.at =
      this.at < 0 ? (by > 0 ? 0 : this.matches.length - 1) : (this.at + by + this.matches.length) % this.matches.length;
    const {pane, begin, end} = this.matches[this.at];
    this.jump(pane, begin);
    paint("found-now", [pane.range(begin, end)].filter(Boolean));
    this.say();
  }

  say() {
    const all = this.matches.length === limit ? `${limit}+` : this.matches.length;
    const words =
      this.query === "" || this.query === undefined
        ? ""
        : this.matches.length === 0
          ? "none"
          : this.at < 0
            ? `${all}`
            : `${this.at + 1} of ${all}`;
    this.count.textContent = words;
    this.steps.hidden = this.matches.length === 0;
    if (words !== "") announce(words === "none" ? "No match." : `Match ${words}`);
  }
}
