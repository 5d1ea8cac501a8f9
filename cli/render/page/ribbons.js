// The ribbons between the two columns: each joins the sentences of a link, and crossing ones show at
// a glance what moved. Drawn for what is on screen only.
import {svg} from "./dom.js";
import {extent, visibleBlocks} from "./geometry.js";
import {choose, hover, state} from "./state.js";

// Runs of neighbouring numbers: [3,4,7] gives [[3,4],[7,7]].
function runs(numbers) {
  const found = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] + 1 === number) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

export class Ribbons {
  // `threadOf(link)` is what lights up with a link, and `lights(thread, link)` tells whether a thread does.
  constructor(panes, threadOf = (link) => link, lights = (thread, link) => thread === link) {
    this.panes = panes; // () => {source, target}
    this.threadOf = threadOf;
    this.lights = lights;
    this.element = svg("svg", {class: "ribbons", "aria-hidden": "true", focusable: "false"});
    this.paths = new Map();
    this.element.addEventListener("pointerover", (event) => {
      const {link} = event.target;
      hover(link ? this.threadOf(link) : null, event);
    });
    this.element.addEventListener("pointerleave", () => hover(null));
    this.element.addEventListener("click", (event) => {
      const {link} = event.target;
      if (link) choose(this.panes().target.doc, link.target[0], this.threadOf(link));
    });
  }

  request() {
    this.requested ??= requestAnimationFrame(() => {
      this.requested = undefined;
      this.draw();
    });
  }

  draw() {
    const width = this.element.clientWidth;
    if (width === 0) return;
    const shapes = this.shapes(width);
    const kept = new Set();
    for (const {key, link, d} of shapes) {
      kept.add(key);
      let path = this.paths.get(key);
      if (!path) {
        path = svg("path", {class: `ribbon ${link.relation}${link.moved ? " moved" : ""}`, "data-link": link.id});
        path.link = link;
        this.paths.set(key, path);
        this.element.append(path);
      }
      path.setAttribute("d", d);
    }
    for (const [key, path] of this.paths) {
      if (kept.has(key)) continue;
      path.remove();
      this.paths.delete(key);
    }
    this.light(state.hovered ?? state.thread);
  }

  // Reads the places of all links that have a side on screen.
  shapes(width) {
    const {source, target} = this.panes();
    const top = this.element.getBoundingClientRect().top;
    const links = new Set();
    const onScreen = new Map();
    for (const pane of [source, target]) {
      const [first, last] = visibleBlocks(pane);
      pane.windowTop = pane.scroller.getBoundingClientRect().top;
      const shown = new Set(pane.blocks.slice(first, last));
      onScreen.set(pane, (block) => shown.has(block));
      for (const block of shown)
        for (let i = block.first; i < block.last; ++i)
          for (const link of pane.doc.linksOf[i]) if (link.doc === source.doc) links.add(link);
    }
    const height = source.scroller.clientHeight;
    const clamp = (y) => Math.min(Math.max(y, -2 * height), 3 * height);
    const place = (pane, [first, last]) =>
      extent(pane, first, last, onScreen.get(pane)).map((y) => clamp(y) + pane.windowTop - top);
    const shapes = [];
    for (const link of links) {
      for (const from of runs(link.source)) {
        for (const to of runs(link.target)) {
          const [a, b] = place(source, from);
          const [c, d] = place(target, to);
          if (Math.max(b, d) < 0 || Math.min(a, c) > height + (source.windowTop - top)) continue;
          const y = (value) => value.toFixed(1);
          const bend = width / 2;
          shapes.push({
            key: `${link.id}:${from[0]}:${to[0]}`,
            link,
            d: `M0 ${y(a)}C${bend} ${y(a)} ${bend} ${y(c)} ${width} ${y(c)}L${width} ${y(d)}C${bend} ${y(d)} ${bend} ${y(b)} 0 ${y(b)}Z`,
          });
        }
      }
    }
    return shapes;
  }

  light(thread) {
    this.element.classList.toggle("some-lit", Boolean(thread));
    for (const path of this.paths.values())
      path.classList.toggle("lit", Boolean(thread) && this.lights(thread, path.link));
  }
}
