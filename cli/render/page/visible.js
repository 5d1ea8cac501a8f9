// Text of the report, made safe to look at. Control characters and marks of direction become small
// labels, so that no text can turn the writing around it or hide a part of itself.
import {el} from "./dom.js";

const names = new Map([
  [0x00ad, "SHY"],
  [0x061c, "ALM"],
  [0x200b, "ZWSP"],
  [0x200e, "LRM"],
  [0x200f, "RLM"],
  [0x2028, "LS"],
  [0x2029, "PS"],
  [0x202a, "LRE"],
  [0x202b, "RLE"],
  [0x202c, "PDF"],
  [0x202d, "LRO"],
  [0x202e, "RLO"],
  [0x2060, "WJ"],
  [0x2066, "LRI"],
  [0x2067, "RLI"],
  [0x2068, "FSI"],
  [0x2069, "PDI"],
  [0xfeff, "BOM"],
]);

// Tab, line feed and carriage return are white space; all else that is not seen is caught.
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u;
export const hasUnseen = (text) => unseen.test(text);
const unseenParts = new RegExp(`(${unseen.source})`, "u");

function codeName(character) {
  const code = character.codePointAt(0);
  return names.get(code) ?? `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

// For places that hold only text: titles, labels.
export function visibleString(text, limit = 240) {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut.replace(new RegExp(unseen.source, "gu"), (character) => `⟨${codeName(character)}⟩`).replace(/\s+/g, " ");
}

// Appends `text`; `onText(node, offset)` hears of each text node and where in `text` it begins.
export function appendVisible(parent, text, onText) {
  if (!unseen.test(text)) {
    const node = document.createTextNode(text);
    parent.append(node);
    onText?.(node, 0);
    return;
  }
  let offset = 0;
  for (const part of text.split(unseenParts)) {
    if (part !== "" && unseen.test(part)) {
      const code = `U+${part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      parent.append(el("span", {class: "control", title: `control character ${code}`}, codeName(part)));
    } else if (part !== "") {
      const node = document.createTextNode(part);
      parent.append(node);
      onText?.(node, offset);
    }
    offset += part.length;
  }
}

const firstLetter = /\p{L}/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

// "rtl" or "ltr", by the first letter: what dir=auto says, once. An element with dir=auto is looked
// through anew with every child that it gets, and sentences may have many.
export function directionOf(text) {
  const letter = firstLetter.exec(text);
  return letter && rightToLeft.test(letter[0]) ? "rtl" : "ltr";
}

// A text of the report in an element of its own, whatever its direction.
export function said(text, attributes = {}, tag = "bdi") {
  const element = el(tag, tag === "bdi" ? attributes : {dir: directionOf(text), ...attributes});
  appendVisible(element, text);
  return element;
}

// The name of a file keeps its ending at its end, whatever it is written in.
export const fileName = (name) => said(name, {dir: "ltr"});
