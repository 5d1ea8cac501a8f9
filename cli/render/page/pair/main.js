// Puts the page together.
import {byId, el, narrowScreen} from "./dom.js";
import {Findings} from "./findings.js";
import {bringIntoView} from "./geometry.js";
import {Inspector} from "./inspector.js";
import {helpDialog, keyLine, listenToKeys} from "./keys.js";
import {Minimap} from "./minimap.js";
import {loadModel} from "./model.js";
import {Pane} from "./pane.js";
import {Ribbons} from "./ribbons.js";
import {Search} from "./search.js";
import {sideSwitch, sourceTabs, stepSource} from "./sources.js";
import {choose, listen, showSide, showSource, state} from "./state.js";
import {showSummary} from "./summary.js";
import {listings} from "./tables.js";

const dwell = 250; // milliseconds until the other text follows the pointer

function themeButton(redraw) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const button = el("button", {type: "button", class: "icon", title: "Dark or light (t)"});
  const set = (theme) => {
    document.documentElement.dataset.theme = theme;
    button.textContent = theme === "dark" ? "☀" : "☾";
    button.setAttribute("aria-label", theme === "dark" ? "Light colours" : "Dark colours");
    redraw();
  };
  button.addEventListener("click", () => set(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  dark.addEventListener("change", () => set(dark.matches ? "dark" : "light"));
  queueMicrotask(() => set(dark.matches ? "dark" : "light"));
  return button;
}

class Page {
  constructor() {
    state.report = loadModel(byId("report").textContent);
    // The source that most was taken from stands first in view.
    const used = (doc) => state.report.links.filter((link) => link.doc === doc).length;
    state.source = state.report.sources.reduce(
      (best, doc) => (used(doc) > used(best) ? doc : best),
      state.report.sources[0],
    );
    this.sourcePanes = new Map();
    this.goFinding = (index) => this.toFinding(index);
    this.target = new Pane(state.report.target, this.goFinding);
    this.panes = () => ({source: this.sourcePane(state.source), target: this.target});
    this.ribbons = new Ribbons(this.panes);
    this.minimap = new Minimap(this.panes, (pane, offset) => this.scrollTo(pane, offset));
    this.inspector = new Inspector(this.goFinding);
    this.findings = new Findings(this.goFinding);
    this.search = new Search(this.panes, (pane, offset) => this.show(pane, offset));
    this.help = helpDialog();
    this.layOut();
    this.listen();
    showSummary(this.goFinding);
  }

  sourcePane(doc) {
    if (!this.sourcePanes.has(doc)) {
      const pane = new Pane(doc, this.goFinding);
      this.sourcePanes.set(doc, pane);
      this.watch(pane);
    }
    return this.sourcePanes.get(doc);
  }

  paneOf(doc) {
    return doc.side === "target" ? this.target : this.sourcePane(doc);
  }

  watch(pane) {
    pane.scroller.addEventListener("scroll", () => this.redraw(), {passive: true});
    pane.scroller.addEventListener("toggle", () => this.redraw(), true);
    pane.scroller.addEventListener("click", () => this.redraw());
    // What comes into view gets its real height; the ribbons follow within the same frame.
    const resized = new ResizeObserver(() => this.ribbons.draw());
    for (const chunk of pane.chunks) resized.observe(chunk.element);
  }

  // Ribbons and frames follow at the next frame.
  redraw() {
    this.ribbons.request();
    this.framing ??= requestAnimationFrame(() => {
      this.framing = undefined;
      this.minimap.frame();
    });
  }

  layOut() {
    const {report} = state;
    this.sourcePanel = el("div", {class: "panel", id: "source-panel", role: report.many ? "tabpanel" : null});
    const sources = report.many
      ? el("div", {class: "panel many from-side"}, sourceTabs(), this.sourcePanel)
      : el("div", {class: "panel from-side"}, this.sourcePanel);
    this.bench = el(
      "section",
      {class: "bench", id: "bench", tabindex: -1, "aria-label": "The texts side by side"},
      this.minimap.element,
      sources,
      this.ribbons.element,
      el("div", {class: "panel to-side"}, this.target.element),
    );
    this.side = el(
      "aside",
      {class: "side", id: "side", "aria-label": "Chosen sentence and findings"},
      this.inspector.element,
      this.findings.element,
    );
    byId("toolbar-place").replaceWith(this.toolbar());
    byId("main").append(
      keyLine(),
      el("div", {class: "work"}, this.bench, this.side),
      ...listings((places, link) => this.showPlaces(places, link)),
    );
    byId("foot").append("Made by storydiff. This page is one file and asks for nothing from the network.");
    document.body.append(this.help);
    this.watch(this.target);
    this.showSourcePane();
    showSide(this.bench, "target");
    new ResizeObserver(() => {
      this.minimap.draw();
      this.redraw();
    }).observe(this.bench);
  }

  toolbar() {
    const {report} = state;
    const link = (id, title, count) =>
      el("a", {href: `#${id}`}, title, count === null ? null : el("span", {class: "count"}, ` ${count}`));
    this.follow = el(
      "button",
      {
        type: "button",
        class: "toggle",
        "aria-pressed": "true",
        title: "The other text follows the pointer (f)",
        on: {click: () => this.toggleFollow()},
      },
      "Follow",
    );
    const icon = (label, glyph, handler) =>
      el("button", {type: "button", class: "icon", "aria-label": label, title: label, on: {click: handler}}, glyph);
    const step = (by, label, glyph) =>
      el(
        "button",
        {
          type: "button",
          class: "icon",
          "aria-label": label,
          title: label,
          disabled: report.findings.length === 0,
          on: {click: () => this.findings.step(by)},
        },
        glyph,
      );
    return el(
      "section",
      {class: "toolbar", "aria-label": "Parts and tools"},
      el(
        "nav",
        {"aria-label": "Parts of this page", class: "parts"},
        link("bench", "Texts", null),
        link("findings", "Findings", report.findings.length),
        link("quotations", "Quotations", report.quotations.length),
        link("figures", "Figures", report.figures.length),
        link("names", "Names", report.names.length + report.attributions.length + report.polarity.length),
        link("new", "New", report.unmatched.length),
        link("left-out", "Left out", report.omitted.length),
        link("furniture", "Furniture", report.furniture.length),
      ),
      sideSwitch(this.bench),
      el(
        "div",
        {class: "tools", role: "group", "aria-label": "Tools"},
        step(-1, "Previous finding (p)", "◂"),
        step(1, "Next finding (n)", "▸"),
        this.search.element,
        this.follow,
        themeButton(() => this.minimap.draw()),
        icon("Help (?)", "?", () => this.help.showModal()),
      ),
    );
  }

  toggleFollow() {
    state.follow = !state.follow;
    this.follow.setAttribute("aria-pressed", String(state.follow));
  }

  showSourcePane() {
    const pane = this.sourcePane(state.source);
    this.sourcePanel.replaceChildren(pane.element);
    if (state.report.many) this.sourcePanel.setAttribute("aria-labelledby", `tab-${state.source.index}`);
  }

  listen() {
    listen("source", () => {
      this.showSourcePane();
      this.target.refresh();
      this.search.again();
      this.minimap.draw();
      this.redraw();
    });
    listen("lit", (link) => this.light(link));
    listen("chosen", (chosen, link) => this.bringChosen(chosen, link));
    listen("side", () => {
      this.minimap.draw();
      this.redraw();
    });
    this.bench.addEventListener("pointerover", (event) => (this.pointedPane = event.target.closest?.(".pane") ?? null));
    this.listenToKeys();
    addEventListener("beforeprint", () => this.beforePrint());
    addEventListener("afterprint", () => {
      document.documentElement.dataset.theme = this.screenTheme;
      this.showSourcePane();
    });
  }

  // Paper is white, and nothing can be unfolded or chosen on it: all sources stand one below the other.
  beforePrint() {
    this.screenTheme = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
    const panes = state.report.sources.map((doc) => this.sourcePane(doc));
    this.sourcePanel.replaceChildren(...panes.map((pane) => pane.element));
    for (const pane of [this.target, ...panes]) pane.unfoldAll();
    for (const details of document.querySelectorAll("main details")) details.open = true;
  }

  listenToKeys() {
    const over = () => this.toCounterpart();
    const down = () => this.stepSentence(1);
    const up = () => this.stepSentence(-1);
    listenToKeys({
      n: () => this.findings.step(1),
      p: () => this.findings.step(-1),
      j: down,
      k: up,
      o: over,
      "[": () => stepSource(-1),
      "]": () => stepSource(1),
      "/": () => this.search.input.focus(),
      "?": () => this.help.showModal(),
      f: () => this.toggleFollow(),
      t: () => document.querySelector(".tools .icon[title^=Dark]").click(),
      Escape: () => choose(null, 0, null),
      onChip: {ArrowDown: down, ArrowUp: up, ArrowLeft: over, ArrowRight: over},
      inTexts: {},
    });
  }

  // Sentences of `link` on both sides get the mark of being lit.
  light(link) {
    for (const element of this.lit ?? []) element.classList.remove("lit");
    this.lit = [];
    const {source, target} = this.panes();
    if (link) {
      if (link.doc === source.doc) for (const number of link.source) this.lit.push(source.sentences[number].element);
      for (const number of link.target) this.lit.push(target.sentences[number].element);
    } else if (state.sentence) {
      this.lit.push(this.paneOf(state.sentence.doc).sentences[state.sentence.sentence].element);
    }
    for (const element of this.lit) element.classList.add("lit");
    this.ribbons.light(link);
    clearTimeout(this.dwelling);
    if (state.follow && link && link === state.hovered && link.doc === source.doc && !narrowScreen())
      this.dwelling = setTimeout(() => this.follows(link), dwell);
  }

  // The side that the pointer is not on scrolls to its end of the link.
  follows(link) {
    const {source, target} = this.panes();
    for (const [pane, numbers] of [
      [source, link.source],
      [target, link.target],
    ])
      if (pane.element !== this.pointedPane) bringIntoView(pane, pane.sentences[numbers[0]].element, true);
  }

  bringChosen(chosen, link) {
    if (!chosen) return;
    this.showBench();
    const own = this.paneOf(chosen.doc);
    bringIntoView(own, own.sentences[chosen.sentence].element, true);
    if (!link || narrowScreen()) return;
    const other = chosen.doc.side === "target" ? this.sourcePane(link.doc) : this.target;
    const numbers = chosen.doc.side === "target" ? link.source : link.target;
    bringIntoView(other, other.sentences[numbers[0]].element, true);
  }

  stepSentence(step) {
    const pane = state.sentence ? this.paneOf(state.sentence.doc) : this.target;
    const next = state.sentence ? state.sentence.sentence + step : (pane.tabStop ?? 0);
    if (!pane.sentences[next]) return;
    this.chooseSentence(pane, next);
  }

  chooseSentence(pane, index) {
    showSide(this.bench, pane.doc.side);
    choose(pane.doc, index, pane.sentences[index].link);
    pane.focusSentence(index);
  }

  toCounterpart() {
    const {link, sentence} = state;
    if (!link || !sentence) return;
    if (sentence.doc.side === "target") this.chooseSentence(this.sourcePane(link.doc), link.source[0]);
    else this.chooseSentence(this.target, link.target[0]);
    state.link = link;
  }

  // Brings the texts into view when less than a third of the window shows them.
  showBench() {
    const {top, bottom} = this.bench.getBoundingClientRect();
    if (Math.min(bottom, innerHeight) - Math.max(top, 0) < Math.min(innerHeight * 0.45, bottom - top))
      this.bench.scrollIntoView({block: "start"});
  }

  scrollTo(pane, offset) {
    pane.unfold(offset);
    const node = pane.nodeAt(offset)?.node;
    if (node) bringIntoView(pane, node.parentElement.closest("del, ins, span, dd") ?? node.parentElement);
  }

  // Brings a place of a text into view, whatever hides it.
  show(pane, offset) {
    if (pane.doc.side === "source") showSource(pane.doc);
    showSide(this.bench, pane.doc.side);
    this.showBench();
    this.scrollTo(pane, offset);
  }

  // The places of a row or a finding: both columns go there, and the words light up.
  showPlaces(places, link = null) {
    const known = places.filter(Boolean);
    if (known.length === 0) return;
    const first = known[0];
    const pane = this.paneOf(first.doc);
    const sentence = pane.doc.sentences.findIndex((item) => item.begin <= first.begin && item.end > first.begin);
    choose(sentence < 0 ? null : first.doc, sentence, link ?? (sentence < 0 ? null : pane.sentences[sentence].link));
    // Last the one that counts most: a narrow screen shows only that.
    for (const place of known.slice().reverse()) this.show(this.paneOf(place.doc), place.begin);
    this.flash(known);
  }

  flash(places) {
    if (!globalThis.CSS?.highlights) return;
    const ranges = places.map((place) => this.paneOf(place.doc).range(place.begin, place.end)).filter(Boolean);
    CSS.highlights.set("pointed", new Highlight(...ranges));
  }

  toFinding(index) {
    const finding = state.report.findings[index];
    this.showPlaces(
      [finding.target, finding.source],
      finding.alignment === null ? null : state.report.links[finding.alignment],
    );
    this.findings.current(index);
  }
}

new Page();
