// Both texts as two thin strips with their links between, and where the windows stand. A picture for
// the eye and the mouse; everything in it can be reached by keyboard in the columns.
import {el} from "../dom.js";
import {textAt} from "../geometry.js";
import {state} from "../state.js";

const strip = 11;

export class Minimap {
  constructor(panes, jump) {
    this.panes = panes;
    this.jump = jump;
    this.canvas = el("canvas", {});
    this.frames = {source: el("div", {class: "frame source"}), target: el("div", {class: "frame target"})};
    this.element = el(
      "div",
      {class: "minimap", "aria-hidden": "true", title: "Overview: click to go there"},
      this.canvas,
      this.frames.source,
      this.frames.target,
    );
    const follow = (event) => {
      const box = this.element.getBoundingClientRect();
      const side = event.clientX - box.left < box.width / 2 ? "source" : "target";
      const pane = this.panes()[side];
      this.jump(pane, Math.floor(((event.clientY - box.top) / box.height) * pane.doc.text.length));
    };
    this.element.addEventListener("pointerdown", (event) => {
      follow(event);
      this.element.setPointerCapture(event.pointerId);
    });
    this.element.addEventListener("pointermove", (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) follow(event);
    });
  }

  // Draws all; only for another source, size or theme.
  draw() {
    const width = this.element.clientWidth;
    const height = this.element.clientHeight;
    if (width === 0 || height === 0) return;
    const scale = devicePixelRatio || 1;
    this.canvas.width = width * scale;
    this.canvas.height = height * scale;
    const pen = this.canvas.getContext("2d");
    pen.scale(scale, scale);
    const style = getComputedStyle(this.element);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const {source, target} = this.panes();
    const y = (pane, offset) => (offset / Math.max(1, pane.doc.text.length)) * height;

    const rest = colour("strip");
    for (const [pane, x] of [
      [source, 0],
      [target, width - strip],
    ]) {
      pen.fillStyle = rest;
      pen.fillRect(x, 0, strip, height);
      pane.sentences.forEach((entry, index) => {
        const link = pane.doc.linksOf[index].find((candidate) => candidate.doc === source.doc);
        if (!link) return;
        const {begin, end} = pane.doc.sentences[index];
        pen.fillStyle = colour(link.relation);
        pen.fillRect(x, y(pane, begin), strip, Math.max(1, y(pane, end) - y(pane, begin)));
      });
    }
    pen.lineWidth = 1;
    pen.globalAlpha = 0.75;
    let drawn = 0;
    for (const link of source.doc.linksOf.flat()) {
      if (++drawn > 4000) break; // more lines than pixels say nothing
      const from = source.doc.sentences[link.source[0]];
      const to = target.doc.sentences[link.target[0]];
      pen.strokeStyle = colour(link.relation);
      pen.setLineDash(link.moved ? [3, 2] : []);
      pen.beginPath();
      pen.moveTo(strip, y(source, (from.begin + from.end) / 2));
      pen.lineTo(width - strip, y(target, (to.begin + to.end) / 2));
      pen.stroke();
    }
    pen.globalAlpha = 1;
    this.findings(pen, colour, y, width);
    this.frame();
  }

  findings(pen, colour, y, width) {
    const {source, target} = this.panes();
    for (const finding of state.report.findings) {
      if (finding.severity === "info") continue;
      pen.fillStyle = colour(finding.severity);
      for (const [pane, place, x] of [
        [source, finding.source, 0],
        [target, finding.target, width - strip],
      ]) {
        if (!place || place.doc !== pane.doc) continue;
        pen.fillRect(x + 3, y(pane, place.begin) - 1, strip - 6, 5);
      }
    }
  }

  // Moves the frames to where the windows stand.
  frame() {
    const height = this.element.clientHeight;
    for (const side of ["source", "target"]) {
      const pane = this.panes()[side];
      const {scroller} = pane;
      if (pane.blocks.length === 0 || scroller.clientHeight === 0) continue;
      const scale = height / Math.max(1, pane.doc.text.length);
      const top = textAt(pane, scroller.scrollTop) * scale;
      const bottom = textAt(pane, scroller.scrollTop + scroller.clientHeight) * scale;
      this.frames[side].style.transform = `translateY(${top.toFixed(1)}px)`;
      this.frames[side].style.height = `${Math.max(6, bottom - top).toFixed(1)}px`;
    }
  }
}
