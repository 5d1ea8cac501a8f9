// The list of findings with its filters.
import {announce, counted, el, longList, part} from "./dom.js";
import {findingKind, relations, severities} from "./model.js";
import {state} from "./state.js";
import {findingCounts, findingWords} from "./firsts.js";
import {said, visibleString} from "./visible.js";

const relationOf = (finding) => finding.link?.relation ?? "unlinked";
const commonGroups = [
  {
    name: "severity",
    title: "Severity",
    of: (finding) => finding.severity,
    label: (value) => `${severities[value].glyph} ${severities[value].label}`,
  },
  {name: "kind", title: "Kind", of: findingKind, label: (value) => value},
  {
    name: "relation",
    title: "Where",
    of: relationOf,
    label: (value) => (value === "unlinked" ? "no counterpart" : `${relations[value].glyph} ${relations[value].label}`),
  },
];

export class Findings {
  // `groups`: filters of this page besides those that every page has.
  constructor(go, groups = []) {
    this.go = go;
    this.groups = [...groups, ...commonGroups];
    this.hidden = new Set(); // "severity:info"
    this.buttons = new Map(); // the same keys
    this.list = el("ol", {class: "finding-list"});
    this.status = el("p", {class: "filter-status", role: "status"});
    const {findings} = state.report;
    this.element = el(
      "section",
      {class: "findings", id: "findings", tabindex: -1, "aria-labelledby": "findings-title"},
      part(
        el(
          "h2",
          {id: "findings-title"},
          "Findings",
          el("span", {class: "count"}, ` ${findings.length.toLocaleString("en")}`),
        ),
        el("p", {class: "counts"}, findingCounts(findings)),
        findings.length > 0 ? this.filters() : null,
        this.status,
        (this.holder = el("div", {}, this.list)),
        el(
          "p",
          {class: "small-print"},
          "Looked at: quotations, figures, names, who says what, negations, credits. Whether a paraphrase keeps the sense is for its reader to judge.",
        ),
      ),
    );
    this.show();
  }

  filters() {
    return el(
      "details",
      {class: "filters"},
      el("summary", {}, "Filter"),
      this.groups.map((group) => {
        const counts = new Map();
        for (const finding of state.report.findings)
          counts.set(group.of(finding), (counts.get(group.of(finding)) ?? 0) + 1);
        return el(
          "fieldset",
          {},
          el("legend", {}, group.title),
          counts.size > 1
            ? el(
                "button",
                {type: "button", class: "filter all", "aria-label": `${group.title}: all`, on: {click: () => this.only(group, null)}},
                "all",
              )
            : null,
          [...counts].map(([value, count]) => {
            const key = `${group.name}:${value}`;
            const button = el(
              "button",
              {type: "button", class: "filter", "aria-pressed": "true", "data-filter": key},
              `${visibleString(group.label(value), 60)} ${count}`,
            );
            button.addEventListener("click", () => {
              if (!this.hidden.delete(key)) this.hidden.add(key);
              this.press();
            });
            this.buttons.set(key, button);
            const only = el(
              "button",
              {type: "button", class: "only", "aria-label": `Only ${visibleString(group.label(value), 60)}`, on: {click: () => this.only(group, key)}},
              "only",
            );
            return el("span", {class: "choice"}, button, counts.size > 1 ? only : null);
          }),
        );
      }),
    );
  }

  // Shows of a group only what `key` names, or all of it where it is null.
  only(group, key) {
    for (const other of this.buttons.keys()) {
      if (!other.startsWith(`${group.name}:`)) continue;
      if (key === null || other === key) this.hidden.delete(other);
      else this.hidden.add(other);
    }
    this.press();
  }

  press() {
    for (const [key, button] of this.buttons) button.setAttribute("aria-pressed", String(!this.hidden.has(key)));
    this.show();
  }

  // Those that pass the filters, in the order of the report: the gravest first, then by place.
  shown() {
    return state.report.findings.filter((finding) =>
      this.groups.every((group) => !this.hidden.has(`${group.name}:${group.of(finding)}`)),
    );
  }

  show() {
    const shown = this.shown();
    const all = state.report.findings.length;
    this.status.textContent =
      all === 0
        ? "Nothing was flagged."
        : shown.length === all
          ? ""
          : `${shown.length} of ${counted(all, "finding")} shown`;
    this.list = el("ol", {class: "finding-list"});
    this.holder.replaceChildren(this.list);
    this.items = new Map();
    longList(this.list, shown, (finding) => this.item(finding));
    this.mark();
  }

  item(finding) {
    const severity = severities[finding.severity];
    const {message, compared} = findingWords(finding);
    const button = el(
      "button",
      {
        type: "button",
        class: `finding-item ${finding.severity}`,
        "data-finding": finding.index,
        on: {click: () => this.go(finding.index)},
      },
      el(
        "span",
        {class: "finding-head"},
        el("span", {class: `mark ${finding.severity}`, "aria-hidden": "true"}, severity.glyph),
        ` ${severity.label} · ${findingKind(finding)}`,
        finding.where ? ` · ${finding.where}` : "",
      ),
      said(message, {class: "message"}, "span"),
      finding.severity === "alert" ? compared : null,
    );
    this.items.set(finding.index, button);
    queueMicrotask(() => this.mark());
    return el("li", {}, button);
  }

  // Another sentence was chosen: no finding is the current one, but the keys go on from the last.
  letGo() {
    state.finding = null;
    this.mark();
  }

  mark() {
    for (const [index, button] of this.items) {
      if (index === state.finding) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  // Goes `step` findings on, around the ends.
  step(step) {
    const shown = this.shown();
    if (shown.length === 0)
      return announce(state.report.findings.length === 0 ? "There are no findings." : "The filters hide all findings.");
    const at = shown.findIndex((finding) => finding.index === this.last);
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
    this.go(shown[next].index);
  }

  current(index) {
    this.last = index;
    state.finding = index;
    this.mark();
    const item = this.items.get(index);
    const list = this.element;
    // Only the list scrolls: the page stays where the reader is.
    if (item && list.scrollHeight > list.clientHeight) {
      const box = list.getBoundingClientRect();
      const own = item.getBoundingClientRect();
      if (own.top < box.top || own.bottom > box.bottom) list.scrollBy({top: own.top - box.top - box.height / 2});
    }
    const shown = this.shown();
    const finding = state.report.findings[index];
    announce(
      `Finding ${shown.indexOf(finding) + 1} of ${shown.length}. ${severities[finding.severity].label}: ${visibleString(finding.message)}`,
    );
  }
}
