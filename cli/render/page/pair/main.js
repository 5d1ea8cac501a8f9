// Puts the page of a report together.
import {byId, el} from "../dom.js";
import {pageKeys} from "../keys.js";
import {legendLine} from "../legend.js";
import {Pane} from "../pane.js";
import {Ribbons} from "../ribbons.js";
import {listen, showSide, showSource, state} from "../state.js";
import {namedStrip, Workbench} from "../workbench.js";
import {describePair} from "./chosen.js";
import {pairHelp, pairMeanings} from "./legend.js";
import {Minimap} from "./minimap.js";
import {loadModel} from "./model.js";
import {sideSwitch, sourceTabs, stepSource} from "./sources.js";
import {showSummary} from "./summary.js";
import {listings} from "./tables.js";
import {pairView} from "./view.js";

const touchHint = "Tap a sentence to see what it comes from.";

class PairPage extends Workbench {
  constructor() {
    super();
    state.report = loadModel(byId("report").textContent);
    // The source that most was taken from stands first in view.
    const used = (doc) => state.report.links.filter((link) => link.doc === doc).length;
    state.source = state.report.sources.reduce(
      (best, doc) => (used(doc) > used(best) ? doc : best),
      state.report.sources[0],
    );
    this.sourcePanes = new Map();
    this.target = new Pane(state.report.target, pairView(state.report.target, this.goFinding));
    const panes = () => ({source: this.sourcePane(state.source), target: this.target});
    this.ribbons = new Ribbons(panes);
    this.minimap = new Minimap(panes, (pane, offset) => this.scrollTo(pane, offset));
    const meanings = pairMeanings(state.report);
    this.furnish({
      describe: describePair(this.goFinding, (doc, sentence, link) =>
        this.chooseSentence(this.paneOf(doc), sentence, link),
      ),
      hint: "Point at a sentence to see where it comes from; choose it to keep it here. ",
      touchHint,
      searched: () => [this.target, this.sourcePane(state.source)],
      searchIn: "both texts",
      groups: [],
      help: pairHelp(meanings),
      keys: pageKeys({
        enter: "its counterpart comes beside it",
        over: "go over to the counterpart",
        column: "source",
        search: "both texts",
        follow: "the other texts follow",
      }),
    });
    this.layOut(meanings);
    this.listenToAll();
    this.listenToSources();
    showSummary(this.goFinding, (places) => this.showPlaces(places));
  }

  sourcePane(doc) {
    if (!this.sourcePanes.has(doc)) {
      const pane = new Pane(doc, pairView(doc, this.goFinding));
      this.sourcePanes.set(doc, pane);
      this.watch(pane);
    }
    return this.sourcePanes.get(doc);
  }

  columns() {
    return [this.sourcePane(state.source), this.target];
  }

  paneOf(doc) {
    return doc.side === "target" ? this.target : this.sourcePane(doc);
  }

  reveal(doc) {
    if (doc.side === "source") showSource(doc);
    showSide(this.bench, doc.side);
  }

  threadOf(finding) {
    return finding.link;
  }

  placesOf(link) {
    const target = {doc: state.report.target, numbers: link.target};
    return link.doc === state.source ? [{doc: link.doc, numbers: link.source}, target] : [target];
  }

  drawings() {
    return [this.ribbons];
  }

  over() {
    const {thread, sentence} = state;
    if (!thread || !sentence) return;
    const toSource = sentence.doc.side === "target";
    if (toSource) this.chooseSentence(this.sourcePane(thread.doc), thread.source[0], thread);
    else this.chooseSentence(this.target, thread.target[0], thread);
  }

  stepColumn(step) {
    stepSource(step);
  }

  recolour() {
    this.minimap.draw();
  }

  // The frames of the overview follow too.
  redraw() {
    super.redraw();
    this.framing ??= requestAnimationFrame(() => {
      this.framing = undefined;
      this.minimap.frame();
    });
  }

  layOut(meanings) {
    const {report} = state;
    this.sourcePanel = el("div", {class: "panel", id: "source-panel", role: report.many ? "tabpanel" : null});
    const sources = report.many
      ? el("div", {class: "panel many from-side"}, sourceTabs(), this.sourcePanel)
      : el("div", {class: "panel from-side"}, this.sourcePanel);
    this.bench = el(
      "section",
      {class: "bench", id: "bench", tabindex: -1, "aria-label": "The texts side by side"},
      namedStrip("Map", "Both texts as a whole: click to go there", this.minimap.element),
      sources,
      namedStrip("Links", "Each band joins what comes from what; a dashed one moved", this.ribbons.element),
      el("div", {class: "panel to-side"}, this.target.element),
    );
    byId("toolbar-place").replaceWith(
      this.toolbar(
        [
          ["bench", "Texts", null],
          ["findings", "Findings", report.findings.length],
          ["quotations", "Quotations", report.quotations.length],
          ["figures", "Figures", report.figures.length],
          ["names", "Names", report.others.length],
          ["new", "New", report.unmatched.length],
          ["left-out", "Left out", report.omitted.length],
          ["furniture", "Set aside", report.furniture.length],
        ],
        sideSwitch(this.bench),
      ),
    );
    byId("main").append(
      legendLine(meanings, touchHint),
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

  showSourcePane() {
    const pane = this.sourcePane(state.source);
    this.sourcePanel.replaceChildren(pane.element);
    if (state.report.many) this.sourcePanel.setAttribute("aria-labelledby", `tab-${state.source.index}`);
  }

  listenToSources() {
    listen("source", () => {
      this.showSourcePane();
      this.target.refresh();
      this.search.again();
      this.minimap.draw();
      this.redraw();
    });
    listen("side", () => {
      this.minimap.draw();
      this.redraw();
    });
  }

  bringChosen(chosen, link) {
    if (link) showSource(link.doc);
    super.bringChosen(chosen, link);
  }

  // All sources stand one below the other on paper.
  beforePrint() {
    const panes = state.report.sources.map((doc) => this.sourcePane(doc));
    this.sourcePanel.replaceChildren(...panes.map((pane) => pane.element));
    for (const pane of panes) pane.unfoldAll();
    super.beforePrint();
  }

  afterPrint() {
    super.afterPrint();
    this.showSourcePane();
  }
}

new PairPage();
