// Puts the page of a chain together: the takes as columns, each with ribbons to its neighbours.
import {byId, el, narrowScreen, reducedMotion} from "../dom.js";
import {pageKeys} from "../keys.js";
import {legendLine} from "../legend.js";
import {Pane} from "../pane.js";
import {Ribbons} from "../ribbons.js";
import {state} from "../state.js";
import {namedStrip, Workbench} from "../workbench.js";
import {describeLife} from "./chosen.js";
import {chainHelp, chainMeanings} from "./legend.js";
import {loadChain} from "./model.js";
import {showChainSummary} from "./summary.js";
import {chainListings} from "./tables.js";
import {takeView} from "./view.js";

const touchHint = "Tap a sentence to see its whole life.";

class ChainPage extends Workbench {
  constructor() {
    super();
    state.report = loadChain(byId("report").textContent);
    const {docs, steps} = state.report;
    document.body.classList.add("chain");
    this.panes = docs.map((doc) => new Pane(doc, takeView(doc, docs.length, this.goFinding)));
    this.ribbons = steps.map(
      ({from, to}) =>
        new Ribbons(
          () => ({source: this.panes[from], target: this.panes[to]}),
          (link) => link.life,
          (life, link) => life.links.has(link),
        ),
    );
    const choosePlace = (stage) => this.chooseSentence(this.panes[stage.version], stage.sentence);
    const meanings = chainMeanings(state.report);
    this.furnish({
      describe: describeLife(this.goFinding, choosePlace),
      hint: "Point at a sentence to see its whole life; choose it to keep it here. ",
      touchHint,
      searched: () => this.panes,
      searchIn: "all takes",
      groups: [{name: "step", title: "Between", of: (finding) => finding.where, label: (value) => value}],
      help: chainHelp(meanings),
      keys: pageKeys({
        enter: "all takes go to it",
        over: "the same sentence in the next take",
        column: "take",
        search: "all takes",
        follow: "the other takes follow",
      }),
    });
    this.layOut(meanings, choosePlace);
    this.listenToAll();
    showChainSummary(this.goFinding);
  }

  columns() {
    return this.panes;
  }

  paneOf(doc) {
    return this.panes[doc.index];
  }

  // The life of its sentence is found by its place.
  threadOf() {
    return null;
  }

  placesOf(life) {
    return life.stages
      .filter((stage) => stage.sentence !== null)
      .map((stage) => ({doc: state.report.docs[stage.version], numbers: [stage.sentence]}));
  }

  drawings() {
    return this.ribbons;
  }

  // The take that a narrow screen shows; a wide one brings it into view.
  reveal(doc) {
    this.mark(doc);
    if (!narrowScreen()) {
      const panel = this.panels[doc.index].getBoundingClientRect();
      const bench = this.bench.getBoundingClientRect();
      const by = panel.left < bench.left ? panel.left - bench.left : Math.max(0, panel.right - bench.right);
      if (by !== 0) this.bench.scrollBy({left: by, behavior: reducedMotion() ? "instant" : "smooth"});
    }
    this.redraw();
  }

  mark(doc) {
    this.shown = doc.index;
    this.panels.forEach((panel, index) => panel.classList.toggle("shown", index === doc.index));
    this.picks.forEach((button, index) => button.setAttribute("aria-pressed", String(index === doc.index)));
  }

  stepColumn(step) {
    const next = this.panes[this.shown + step];
    if (!next) return;
    this.reveal(next.doc);
    next.scroller.focus({preventScroll: true});
  }

  // To the same sentence in the next or previous take that has it, around the ends.
  over(step) {
    const {thread, sentence} = state;
    if (!thread || !sentence) return;
    const places = this.placesOf(thread);
    const at = places.findIndex(({doc}) => doc === sentence.doc);
    const {doc, numbers} = places[(at + step + places.length) % places.length];
    this.chooseSentence(this.paneOf(doc), numbers[0]);
  }

  picker() {
    this.picks = this.panes.map((pane) =>
      el(
        "button",
        {type: "button", "aria-label": pane.doc.called, on: {click: () => this.reveal(pane.doc)}},
        String(pane.doc.index + 1),
      ),
    );
    return el(
      "div",
      {class: "side-switch take-switch", role: "group", "aria-label": "Which take to show"},
      el("span", {class: "which", "aria-hidden": "true"}, "Take"),
      this.picks,
    );
  }

  layOut(meanings, choosePlace) {
    const {report} = state;
    this.panels = this.panes.map((pane) => el("div", {class: "panel"}, pane.element));
    const strips = this.ribbons.map((ribbons, index) =>
      namedStrip("Links", `What joins ${report.steps[index].where}; a dashed band moved`, ribbons.element),
    );
    this.bench = el(
      "section",
      {class: "bench takes", id: "bench", tabindex: -1, "aria-label": "The takes side by side"},
      this.panels.flatMap((panel, index) => (index > 0 ? [strips[index - 1], panel] : [panel])),
    );
    byId("toolbar-place").replaceWith(
      this.toolbar(
        [
          ["bench", "Takes", report.docs.length],
          ["findings", "Findings", report.findings.length],
          ["lives", "Sentences", report.lives.length],
        ],
        this.picker(),
      ),
    );
    byId("main").append(
      legendLine(meanings, touchHint),
      el("div", {class: "work"}, this.bench, this.side),
      ...chainListings(choosePlace),
    );
    byId("foot").append("Made by storydiff. This page is one file and asks for nothing from the network.");
    document.body.append(this.help);
    for (const pane of this.panes) this.watch(pane);
    // The newest take on a narrow screen; a wide one begins at the left.
    this.mark(report.docs.at(-1));
    new ResizeObserver(() => {
      // Where all takes stand side by side there is none to be shown.
      const all = this.panels.every((panel) => panel.clientWidth > 0) && this.bench.scrollWidth <= this.bench.clientWidth;
      this.picks[0].parentElement.hidden = all;
      this.redraw();
    }).observe(this.bench);
  }
}

new ChainPage();
