// Small helpers over the DOM. Nothing here takes markup: elements are made one by one, and text only
// ever becomes text.

const svgNamespace = "http://www.w3.org/2000/svg";

function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

// el("p", {class: "note"}, "words", otherElement); strings are the page's own words.
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export function svg(tag, attributes = {}) {
  const element = document.createElementNS(svgNamespace, tag);
  setAttributes(element, attributes);
  return element;
}

export const byId = (id) => document.getElementById(id);

// "1 sentence", "2 sentences"
export const counted = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

// "12 %"; what is there and rounds to nothing is "under 1 %".
export const percent = (part, whole) => {
  const rounded = whole > 0 ? Math.round((100 * part) / whole) : 0;
  return rounded === 0 && part > 0 ? "under 1 %" : `${rounded} %`;
};

// What stands under a heading, which folds it; it waits folded where a table's cells stand one below the other.
export const part = (heading, ...content) =>
  el("details", {class: "part", open: !matchMedia("(max-width: 56rem)").matches}, el("summary", {}, heading), content);

export function openPart(element) {
  const folded = element?.querySelector(":scope > .part");
  if (folded) folded.open = true;
}

// The words of the report as people write them: "qualifier-dropped" is "qualifier dropped".
export const plainWord = (word) => word.replaceAll("-", " ");

// The index of the last element of a sorted array that begins at or before `offset`, or -1.
export function lastAtOrBefore(sorted, offset, begin = (item) => item.begin) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begin(sorted[middle]) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export const narrowScreen = () => matchMedia("(max-width: 43rem)").matches;

// Says something to people who do not see the page.
export function announce(text) {
  byId("live").textContent = text;
}

// Long lists show their beginning, and the rest on demand.
export function longList(parent, items, make, limit = 200) {
  let shown = 0;
  const more = el("button", {type: "button", class: "more", on: {click: () => add(1000)}});
  const add = (count) => {
    const end = Math.min(items.length, shown + count);
    for (; shown < end; ++shown) parent.append(make(items[shown], shown));
    if (shown < items.length) {
      more.textContent = `Show more (${(items.length - shown).toLocaleString("en")} left)`;
      parent.after(more);
    } else {
      more.remove();
    }
  };
  queueMicrotask(() => add(limit));
  return parent;
}
