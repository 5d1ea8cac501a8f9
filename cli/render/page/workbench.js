// What every page has: columns of texts with ribbons between, the chosen sentence and the findings beside
// them, a toolbar, the keyboard. The pages say which columns there are and what belongs together.
import {byId, el, narrowScreen, openPart} from "./dom.js";
import {Findings} from "./findings.js";
import {bringIntoView} from "./geometry.js";
import {Inspector} from "./inspector.js";
import {helpDialog, listenToKeys} from "./keys.js";
import {Search} from "./search.js";
import {choose, listen, state} from "./state.js";

const dwell = 250; // milliseconds until the other texts follow the pointer

// `words` stand before the sign where there is room.
export const iconButton = (label, glyph, handler, disabled = false, words = "") =>
  el(
    "button",
    {type: "button", class: "icon", "aria-label": label, title: label, disabled, on: {click: handler}},
    words === "" ? null : el("span", {class: "roomy"}, words),
    glyph,
  );

// The parts of the page: a line of links, and where there is no room for it a button that opens them as a list.
function partsMenu(parts) {
  const links = el(
    "div",
    {class: "parts-links", id: "parts-links"},
    parts.map(([id, title, count]) =>
      el("a", {href: `#${id}`}, title, count === null ? null : el("span", {class: "count"}, ` ${count}`)),
    ),
  );
  const button = el(
    "button",
    {type: "button", class: "toggle-parts", "aria-expanded": "false", "aria-controls": "parts-links"},
    "Contents",
  );
  const menu = el("nav", {"aria-label": "Parts of this page", class: "parts"}, button, links);
  const open = (wanted) => {
    menu.classList.toggle("open", wanted);
    button.setAttribute("aria-expanded", String(wanted));
  };
  button.addEventListener("click", () => open(!menu.classList.contains("open")));
  document.addEventListener("click", (event) => {
    if (!button.contains(event.target)) open(false);
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.classList.contains("open")) return;
    event.stopPropagation();
    open(false);
    button.focus();
  });
  return menu;
}

// A strip between or beside the columns, with its name above it.
export const namedStrip = (name, title, drawing) =>
  el(
    "div",
    {class: `strip ${name.toLowerCase()}`, title},
    el("span", {class: "strip-name", "aria-hidden": "true"}, name),
    drawing,
  );

export class Workbench {
  // A page gives:
  //   columns()        the panes in view, in order
  //   paneOf(doc)      the pane of a document
  //   reveal(doc)      makes its column the one in view where not all are
  //   placesOf(thread) [{doc, numbers}]: the sentences in view that light up with a thread
  //   over(step)       goes to the counterpart of the chosen sentence
  //   drawings()       {request(), light(thread)}: the ribbons
  // and calls `furnish` once its report is in `state`.
  furnish({describe, hint, touchHint, searchIn, searched, groups, help, keys}) {
    this.inspector = new Inspector(describe, hint, touchHint);
    this.findings = new Findings(this.goFinding, groups);
    this.search = new Search(searched, (pane, offset) => this.show(pane, offset), searchIn);
    this.help = helpDialog(help, keys);
    this.follow = el(
      "button",
      {
        type: "button",
        class: "toggle follow",
        "aria-pressed": "true",
        title: "The other texts follow the pointer (f)",
        on: {click: () => this.toggleFollow()},
      },
      "Follow",
    );
    this.side = el(
      "aside",
      {class: "side", id: "side", "aria-label": "Chosen sentence and findings"},
      this.inspector.element,
      this.findings.element,
    );
  }

  goFinding = (index) => {
    const finding = state.report.findings[index];
    this.showPlaces([finding.target, finding.source], this.threadOf(finding));
    this.findings.current(index);
  };

  // `parts`: [id, title, count or null]; `columns`: what chooses the column of a narrow screen.
  toolbar(parts, columns) {
    const {length} = state.report.findings;
    const bar = el(
      "section",
      {class: "toolbar", "aria-label": "Parts and tools"},
      partsMenu(parts),
      columns,
      el(
        "div",
        {class: "steps", role: "group", "aria-label": "Findings one by one"},
        el("span", {class: "which roomy", "aria-hidden": "true"}, "Finding"),
        iconButton("Previous finding (p)", "◂", () => this.findings.step(-1), length === 0),
        iconButton("Next finding (n)", "▸", () => this.findings.step(1), length === 0),
      ),
      el(
        "div",
        {class: "tools", role: "group", "aria-label": "Tools"},
        this.search.element,
        this.follow,
        this.themeButton(),
        iconButton("Help (?)", "?", () => this.help.showModal(), false, "Help "),
      ),
    );
    // How much of the window the toolbar keeps: what is scrolled to stops below it.
    const menu = bar.querySelector(".parts");
    new ResizeObserver(() => {
      const kept = narrowScreen() ? menu.offsetHeight : bar.offsetHeight;
      const {style} = document.documentElement;
      style.setProperty("--kept", `${kept}px`);
      style.setProperty("--tools", `${bar.offsetHeight}px`);
    }).observe(bar);
    return bar;
  }

  themeButton() {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    this.theme = el("button", {type: "button", class: "icon theme", title: "Dark or light (t)"});
    const set = (theme) => {
      document.documentElement.dataset.theme = theme;
      this.theme.replaceChildren(
        theme === "dark" ? "☀" : "☾",
        el("span", {class: "roomy"}, theme === "dark" ? " Light" : " Dark"),
      );
      this.theme.setAttribute("aria-label", theme === "dark" ? "Light colours" : "Dark colours");
      this.recolour();
    };
    this.theme.addEventListener("click", () =>
      set(document.documentElement.dataset.theme === "dark" ? "light" : "dark"),
    );
    dark.addEventListener("change", () => set(dark.matches ? "dark" : "light"));
    queueMicrotask(() => set(dark.matches ? "dark" : "light"));
    return this.theme;
  }

  // For pages that draw with colours of their own.
  recolour() {}

  toggleFollow() {
    state.follow = !state.follow;
    this.follow.setAttribute("aria-pressed", String(state.follow));
  }

  watch(pane) {
    pane.scroller.addEventListener("scroll", () => this.redraw(), {passive: true});
    pane.scroller.addEventListener("toggle", () => this.redraw(), true);
    pane.scroller.addEventListener("click", () => this.redraw());
    // What comes into view gets its real height; the ribbons follow within the same frame.
    const resized = new ResizeObserver(() => this.drawings().forEach((ribbons) => ribbons.draw()));
    for (const chunk of pane.chunks) resized.observe(chunk.element);
  }

  // Ribbons follow at the next frame.
  redraw() {
    for (const ribbons of this.drawings()) ribbons.request();
  }

  listenToAll() {
    listen("lit", (thread) => this.light(thread));
    listen("chosen", (chosen, thread) => this.bringChosen(chosen, thread));
    document.addEventListener("click", (event) => {
      const link = event.target.closest('a[href^="#"]');
      if (!link) return;
      openPart(byId(link.hash.slice(1)));
      if (link.hash !== "#findings") return;
      event.preventDefault();
      this.showFindings();
    });
    this.bench.addEventListener("pointerover", (event) => (this.pointedPane = event.target.closest?.(".pane") ?? null));
    addEventListener("beforeprint", () => this.beforePrint());
    addEventListener("afterprint", () => this.afterPrint());
    const down = () => this.stepSentence(1);
    const up = () => this.stepSentence(-1);
    const over = () => this.over(1);
    listenToKeys({
      n: () => this.findings.step(1),
      p: () => this.findings.step(-1),
      j: down,
      k: up,
      o: over,
      "[": () => this.stepColumn(-1),
      "]": () => this.stepColumn(1),
      "/": () => this.search.input.focus({preventScroll: true}),
      "?": () => this.help.showModal(),
      f: () => this.toggleFollow(),
      t: () => this.theme.click(),
      Escape: () => choose(null, 0, null),
      onChip: {ArrowDown: down, ArrowUp: up, ArrowLeft: () => this.over(-1), ArrowRight: over},
      inTexts: {},
    });
  }

  // Paper is white, and nothing can be unfolded or chosen on it.
  beforePrint() {
    this.screenTheme = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
    for (const pane of this.columns()) pane.unfoldAll();
    // What is the same in both would fill most of the paper, and its number says enough; figures without a match
    // stand in their table.
    this.opened = [...document.querySelectorAll("details:not([open], .unchanged, .beside)")];
    for (const details of this.opened) details.open = true;
  }

  afterPrint() {
    for (const details of this.opened) details.open = false;
    document.documentElement.dataset.theme = this.screenTheme;
  }

  // Sentences of `thread` get the mark of being lit, in all columns.
  light(thread) {
    for (const element of this.lit ?? []) element.classList.remove("lit");
    const chosen = state.sentence;
    const places = thread ? this.placesOf(thread) : chosen ? [{doc: chosen.doc, numbers: [chosen.sentence]}] : [];
    this.lit = places.flatMap(({doc, numbers}) => numbers.map((number) => this.paneOf(doc).sentences[number].element));
    for (const element of this.lit) element.classList.add("lit");
    for (const ribbons of this.drawings()) ribbons.light(thread);
    clearTimeout(this.dwelling);
    if (state.follow && thread && thread === state.hovered && !narrowScreen())
      this.dwelling = setTimeout(() => this.bringOthers(places, this.pointedPane), dwell);
  }

  // The columns but `own` scroll to their sentences.
  bringOthers(places, own) {
    for (const {doc, numbers} of places) {
      const pane = this.paneOf(doc);
      if (pane.element !== own) bringIntoView(pane, pane.sentences[numbers[0]].element, true);
    }
  }

  bringChosen(chosen, thread) {
    this.findings.letGo();
    if (globalThis.CSS?.highlights) CSS.highlights.delete("pointed");
    if (!chosen) return;
    const own = this.paneOf(chosen.doc);
    this.showBench(own.element);
    bringIntoView(own, own.sentences[chosen.sentence].element, true);
    if (thread && !narrowScreen()) this.bringOthers(this.placesOf(thread), own.element);
  }

  stepSentence(step) {
    const pane = state.sentence ? this.paneOf(state.sentence.doc) : this.columns().at(-1);
    const next = state.sentence ? state.sentence.sentence + step : (pane.tabStop ?? 0);
    if (pane.sentences[next]) this.chooseSentence(pane, next);
  }

  chooseSentence(pane, index, thread = pane.sentences[index].thread) {
    this.reveal(pane.doc);
    choose(pane.doc, index, thread);
    pane.focusSentence(index);
  }

  // Brings the texts into view, unless the window shows nearly all of them, or the reader is at work in `own`:
  // then half is enough.
  showBench(own = null) {
    const {top, bottom, height} = this.bench.getBoundingClientRect();
    const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
    const wanted = own?.contains(document.activeElement) ? 0.5 : 0.9;
    if (shown < wanted * Math.min(innerHeight - document.querySelector(".toolbar").offsetHeight, height))
      this.bench.scrollIntoView({block: "start"});
  }

  // The findings beside the texts, not over them: the heads of the columns stay in view.
  showFindings() {
    choose(null, 0, null);
    openPart(this.findings.element);
    (matchMedia("(min-width: 75.01rem)").matches ? this.bench : this.findings.element).scrollIntoView({block: "start"});
    this.findings.element.focus({preventScroll: true});
  }

  scrollTo(pane, offset) {
    pane.unfold(offset);
    const parent = pane.nodeAt(offset)?.node.parentElement;
    if (!parent) return;
    const sentence = parent.closest(".s");
    const whole = sentence && sentence.offsetHeight < pane.scroller.clientHeight / 3;
    bringIntoView(pane, whole ? sentence : (parent.closest("ins, span, dd") ?? parent));
  }

  // Brings a place of a text into view, whatever hides it.
  show(pane, offset) {
    this.reveal(pane.doc);
    this.showBench();
    this.scrollTo(pane, offset);
  }

  // The places of a row or a finding: the columns go there, and the words light up.
  showPlaces(places, thread = null) {
    const known = places.filter(Boolean);
    if (known.length === 0) return;
    const first = known[0];
    const pane = this.paneOf(first.doc);
    const sentence = pane.doc.sentences.findIndex((item) => item.begin <= first.begin && item.end > first.begin);
    choose(
      sentence < 0 ? null : first.doc,
      sentence,
      thread ?? (sentence < 0 ? null : pane.sentences[sentence].thread),
    );
    // Last the one that counts most: a narrow screen shows only that.
    for (const place of known.slice().reverse()) this.show(this.paneOf(place.doc), place.begin);
    this.flash(known);
  }

  flash(places) {
    if (!globalThis.CSS?.highlights) return;
    const ranges = places.map((place) => this.paneOf(place.doc).range(place.begin, place.end)).filter(Boolean);
    CSS.highlights.set("pointed", new Highlight(...ranges));
  }
}
