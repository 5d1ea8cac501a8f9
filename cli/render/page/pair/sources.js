// Tabs of the sources, where there are several; and which column a narrow screen shows.
import {el} from "../dom.js";
import {listen, showSide, showSource, state} from "../state.js";
import {fileName} from "../visible.js";

export function sourceTabs() {
  const {sources} = state.report;
  const tabs = sources.map((doc, index) =>
    el(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${index}`,
        "aria-controls": "source-panel",
        class: `hue-${doc.hue}`,
        on: {click: () => showSource(doc)},
      },
      el("b", {class: `letter hue-${doc.hue}`}, doc.letter),
      " ",
      fileName(doc.name),
      el("span", {class: "links"}, ` ${doc.linksOf.filter((links) => links.length > 0).length}`),
    ),
  );
  const mark = () =>
    tabs.forEach((tab, index) => {
      const chosen = sources[index] === state.source;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    });
  const list = el("div", {class: "tabs", role: "tablist", "aria-label": "Sources"}, tabs);
  list.addEventListener("keydown", (event) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!step) return;
    event.preventDefault();
    stepSource(step);
    tabs[sources.indexOf(state.source)].focus();
  });
  listen("source", mark);
  mark();
  return list;
}

export function stepSource(step) {
  const {sources} = state.report;
  showSource(sources[(sources.indexOf(state.source) + step + sources.length) % sources.length]);
}

export function sideSwitch(bench) {
  const buttons = ["target", "source"].map((side) =>
    el(
      "button",
      {type: "button", "data-side": side, on: {click: () => showSide(bench, side)}},
      side === "target" ? "This text" : "Source",
    ),
  );
  const element = el("div", {class: "side-switch", role: "group", "aria-label": "Which text to show"}, buttons);
  listen("side", (side) =>
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.side === side))),
  );
  return element;
}
