// One document as a column: all of its text, sentence by sentence, furniture folded where it stands.
import {counted, el, lastAtOrBefore} from "./dom.js";
import {findingKind, roleName} from "./model.js";
import {fillText} from "./pieces.js";
import {choose, hover, state} from "./state.js";
import {directionOf, fileName, visibleString} from "./visible.js";

// The drops that touch [begin, end), clipped to it, in order and without overlap.
function dropsWithin(doc, begin, end) {
  const found = [];
  let from = begin;
  for (let i = Math.max(0, lastAtOrBefore(doc.drops, begin)); i < doc.drops.length && doc.drops[i].begin < end; ++i) {
    const piece = {edit: doc.drops[i], begin: Math.max(from, doc.drops[i].begin), end: Math.min(end, doc.drops[i].end)};
    if (piece.begin >= piece.end) continue;
    found.push(piece);
    from = piece.end;
  }
  return found;
}

const ruleName = (edit) => `${visibleString(edit.plugin, 60)}: ${visibleString(edit.rule, 60)}`;

const ordinalEndings = {one: "st", two: "nd", few: "rd", other: "th"};
const ordinalRules = new Intl.PluralRules("en", {type: "ordinal"});
const ordinal = (number) => `${number}${ordinalEndings[ordinalRules.select(number)]}`;

// Furniture in running text: a button that names its role; the text and the rule come with one click.
function inlineFold(doc, piece, nodes) {
  const role = roleName(piece.edit.role);
  const folded = el("span", {class: "folded", hidden: true});
  fillText(folded, doc.text, piece.begin, piece.end, [], nodes);
  folded.append(el("span", {class: "rule"}, ` [found by ${ruleName(piece.edit)}] `));
  const toggle = (open) => {
    folded.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const button = el(
    "button",
    {
      type: "button",
      class: "fold",
      "aria-expanded": "false",
      title: `set aside, no part of the story: found by ${ruleName(piece.edit)}`,
    },
    role,
  );
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    toggle(folded.hidden);
  });
  folded.unfold = () => toggle(true);
  return [button, folded, " "];
}

// Text [begin, end) with its marks, furniture folded.
function fillStory(parent, doc, begin, end, marks, nodes) {
  let at = begin;
  for (const piece of dropsWithin(doc, begin, end)) {
    if (piece.begin > at) fillText(parent, doc.text, at, piece.begin, marks, nodes);
    if (/\S/.test(doc.text.slice(piece.begin, piece.end))) parent.append(...inlineFold(doc, piece, nodes));
    at = piece.end;
  }
  if (at < end) fillText(parent, doc.text, at, end, marks, nodes);
}

// Where the first word of [begin, end) ends; `begin` where it is too long to stand unbroken, or partly furniture.
function firstWordEnd(doc, begin, end) {
  const word = /^\s*\S{1,24}(?=\s|$)/.exec(doc.text.slice(begin, Math.min(end, begin + 40)));
  if (!word || dropsWithin(doc, begin, begin + word[0].length).length > 0) return begin;
  return begin + word[0].length;
}

function findingFlags(doc, sentence) {
  const flags = [];
  const {begin} = doc.sentences[sentence];
  for (const mark of doc.marksOf[sentence]) {
    // A finding over several sentences has its flag at the first.
    if (
      !mark.finding ||
      mark.quiet ||
      (mark.begin < begin && sentence > 0 && doc.sentences[sentence - 1].end > mark.begin)
    )
      continue;
    flags.push(mark.finding);
  }
  return flags;
}

const flagOf = (finding) =>
  el(
    "button",
    {
      type: "button",
      class: `flag ${finding.severity}`,
      tabindex: -1,
      "data-finding": finding.index,
      title: visibleString(finding.message),
      "aria-label": `${finding.severity}, ${findingKind(finding)}: ${visibleString(finding.message)}`,
    },
    findingKind(finding),
  );

function languageOf(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null; // no language tag at all
  }
}

const chunkBlocks = 32;

// Long marks would underline whole sentences: there the flag says enough.
const longMark = 160;

// `view` says what the page wants to show of the document:
//   role, which     a class and a word for the column
//   used            what to say of it in its head
//   threadOf(i)     what a sentence lights up together with: its link, its life; null where it is alone
//   look(i)         the sentence's classes
//   chip(i)         the button before it
//   words(i)        marks of changed words in it
//   tail(i)         elements behind it
//   onFinding(n)    what a finding's flag does
export class Pane {
  constructor(doc, view) {
    this.doc = doc;
    this.view = view;
    this.chunks = []; // {begin, end, element, first, last}: blocks first to last, exclusive
    this.blocks = []; // {begin, end, element, first, last, chunk}: sentences first to last, exclusive
    this.segments = []; // {begin, end, nodes, block}: stretches of text and their text nodes
    this.sentences = []; // {element, block, segment, thread}
    this.scroller = el("div", {
      class: "scroll",
      tabindex: 0,
      role: "region",
      "aria-label": `Text of ${visibleString(doc.name, 80)}`,
      lang: languageOf(state.report.options.language),
    });
    this.element = el(
      "section",
      {
        class: `pane ${view.role} hue-${doc.hue ?? 0}`,
        "aria-label": `${view.which}: ${visibleString(doc.name, 80)}`,
      },
      this.head(),
      this.scroller,
    );
    this.build();
    this.setTabStop(0);
    this.listenToPointer();
  }

  head() {
    const {doc, view} = this;
    return el(
      "header",
      {class: "pane-head"},
      el("span", {class: "which"}, view.which),
      doc.letter ? el("b", {class: `letter hue-${doc.hue}`}, doc.letter) : null,
      el("h2", {}, fileName(doc.name)),
      el("span", {class: "used"}, view.used),
    );
  }

  // The column keeps the file's order; "moved" follows the order in which it was compared.
  reordered() {
    if (!this.doc.edits.some((edit) => edit.action === "move")) return [];
    return [
      el(
        "div",
        {class: "note reordered"},
        "The paragraphs of this file seem to have been shuffled. They stand here as in the file, but were compared in their likely order, so that the shuffling itself does not count as moved: “⇅ 7th in order” would come seventh.",
      ),
    ];
  }

  build() {
    const {doc} = this;
    this.scroller.append(...this.reordered());
    let furniture = [];
    const flush = () => {
      if (furniture.length > 0) this.furnitureBlock(furniture);
      furniture = [];
    };
    let at = 0;
    let sentence = 0;
    doc.paragraphs.forEach((paragraph, index) => {
      const begin = Math.max(at, paragraph.begin);
      if (/\S/.test(doc.text.slice(at, begin))) furniture.push({begin: at, end: begin});
      const first = sentence;
      while (sentence < doc.sentences.length && doc.sentences[sentence].paragraph === index) ++sentence;
      if (sentence === first) {
        furniture.push({begin, end: paragraph.end});
      } else {
        flush();
        this.paragraph(paragraph, index, begin, first, sentence);
      }
      at = Math.max(at, paragraph.end);
    });
    if (/\S/.test(doc.text.slice(at))) furniture.push({begin: at, end: doc.text.length});
    flush();
    if (this.blocks.length === 0) this.scroller.append(el("p", {class: "empty"}, "This text is empty."));
  }

  // Paragraphs stand in chunks, and neither is laid out while it is off screen: a long text costs no
  // more to scroll than a short one. Their heights are guesses from their length until then.
  addBlock(element, begin, end, first, last) {
    let chunk = this.chunks.at(-1);
    if (!chunk || chunk.last - chunk.first >= chunkBlocks) {
      chunk = {
        begin,
        end,
        element: el("div", {class: "chunk"}),
        first: this.blocks.length,
        last: this.blocks.length,
        lines: 0,
      };
      this.chunks.push(chunk);
      this.scroller.append(chunk.element);
    }
    const lines = Math.ceil((end - begin) / 58) + 0.6;
    chunk.last += 1;
    chunk.end = end;
    chunk.lines += lines;
    element.style.containIntrinsicSize = `auto ${(lines * 1.68).toFixed(2)}em`;
    chunk.element.style.containIntrinsicSize = `auto ${(chunk.lines * 1.68).toFixed(2)}em`;
    chunk.element.append(element);
    const block = {element, begin, end, first, last, chunk};
    this.blocks.push(block);
    return block;
  }

  addSegment(begin, end, block) {
    const segment = {begin, end, block, nodes: []};
    this.segments.push(segment);
    return segment;
  }

  furnitureBlock(stretches) {
    const {doc} = this;
    const list = el("dl", {});
    const begin = stretches[0].begin;
    const block = this.addBlock(el("details", {class: "furniture"}), begin, stretches.at(-1).end, 0, 0);
    const roles = [];
    const piece = (from, to, edit) => {
      if (!/\S/.test(doc.text.slice(from, to))) return;
      const role = edit ? roleName(edit.role) : "no sentence";
      roles.push(role);
      const text = el("dd", {dir: directionOf(doc.text.slice(from, to))});
      fillText(text, doc.text, from, to, [], this.addSegment(from, to, block).nodes);
      list.append(el("dt", {}, role, edit ? el("span", {class: "rule"}, ` found by ${ruleName(edit)}`) : null), text);
    };
    for (const stretch of stretches) {
      let at = stretch.begin;
      for (const drop of dropsWithin(doc, stretch.begin, stretch.end)) {
        piece(at, drop.begin, null);
        piece(drop.begin, drop.end, drop.edit);
        at = drop.end;
      }
      piece(at, stretch.end, null);
    }
    block.element.append(
      el("summary", {}, `${counted(roles.length, "line")} set aside: ${[...new Set(roles)].join(", ")}`),
      list,
    );
  }

  paragraph(paragraph, index, begin, first, last) {
    const {doc} = this;
    const element = el("p", {dir: directionOf(doc.text.slice(begin, paragraph.end))});
    const block = this.addBlock(element, begin, paragraph.end, first, last);
    let at = begin;
    for (let i = first; i < last; ++i) {
      const from = Math.max(at, doc.sentences[i].begin);
      const to = Math.max(from, doc.sentences[i].end);
      if (from > at) fillStory(element, doc, at, from, [], this.addSegment(at, from, block).nodes);
      const holder = el("span", {class: "s", "data-s": i});
      this.sentences.push({element: holder, block, segment: this.addSegment(from, to, block), thread: undefined});
      element.append(holder);
      this.fillSentence(i);
      at = to;
    }
    if (at < paragraph.end)
      fillStory(element, doc, at, paragraph.end, [], this.addSegment(at, paragraph.end, block).nodes);
    element.append(...this.notes(paragraph, index));
  }

  // What normalizers did with a paragraph as a whole. Behind it: a reader wants the first word first.
  notes(paragraph, index) {
    const edits = this.doc.notesOf[index];
    const note = (title, words) => [" ", el("span", {class: "note", title}, words)];
    const move = edits.find((edit) => edit.action === "move");
    const marks = edits.filter((edit) => edit.action === "mark");
    return [
      ...(move
        ? note(`compared as paragraph ${paragraph.position + 1} of the text`, `⇅ ${ordinal(paragraph.position + 1)} in order`)
        : []),
      ...marks.flatMap((edit) => note(ruleName(edit), roleName(edit.role))),
    ];
  }

  fillSentence(index) {
    const {doc, view} = this;
    const entry = this.sentences[index];
    const thread = view.threadOf(index);
    if (entry.thread === thread) return;
    entry.thread = thread;
    const focused = entry.element.contains(document.activeElement);
    const tabStop = entry.chip?.tabIndex ?? -1;
    entry.chip = view.chip(index);
    entry.chip.tabIndex = tabStop;
    entry.segment.nodes = [];
    entry.element.className = `s ${view.look(index)}`;
    // The sign stays on the line of its sentence's first word.
    const start = el("span", {class: "start"}, entry.chip);
    entry.element.replaceChildren(start);
    const marks = [
      ...view.words(index),
      ...doc.marksOf[index].filter((mark) => !mark.finding || (!mark.finding.whole && mark.end - mark.begin < longMark)),
    ];
    const {begin, end, nodes} = entry.segment;
    const first = firstWordEnd(doc, begin, end);
    fillStory(start, doc, begin, first, marks, nodes);
    fillStory(entry.element, doc, first, end, marks, nodes);
    // One sign before a sentence, all others behind it.
    entry.element.append(...findingFlags(doc, index).map(flagOf), ...view.tail(index));
    if (focused) entry.chip.focus({preventScroll: true});
  }

  // Another source came into view: sentences that stand in several show their link to it.
  refresh() {
    this.sentences.forEach((entry, index) => this.fillSentence(index));
  }

  // One chip of a pane can be reached by Tab; arrow keys go on from there.
  setTabStop(index) {
    if (this.tabStop !== undefined && this.sentences[this.tabStop]) this.sentences[this.tabStop].chip.tabIndex = -1;
    this.tabStop = index;
    if (this.sentences[index]) this.sentences[index].chip.tabIndex = 0;
  }

  focusSentence(index) {
    if (!this.sentences[index]) return;
    this.setTabStop(index);
    this.sentences[index].chip.focus({preventScroll: true});
  }

  sentenceAt(node) {
    const holder = node instanceof Element ? node.closest(".s") : null;
    return holder && this.scroller.contains(holder) ? Number(holder.dataset.s) : -1;
  }

  listenToPointer() {
    const {scroller, doc} = this;
    scroller.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const index = this.sentenceAt(event.target);
      hover(index < 0 ? null : this.sentences[index].thread, event);
    });
    scroller.addEventListener("pointerleave", () => hover(null));
    scroller.addEventListener("focusin", (event) => {
      if (!event.target.classList.contains("chip")) return;
      const index = this.sentenceAt(event.target);
      this.setTabStop(index);
      if (event.target.matches(":focus-visible")) choose(doc, index, this.sentences[index].thread);
    });
    scroller.addEventListener("click", (event) => {
      const flag = event.target.closest(".flag");
      if (flag) return this.view.onFinding(Number(flag.dataset.finding));
      if (!getSelection().isCollapsed) return;
      const index = this.sentenceAt(event.target);
      if (index < 0) return;
      this.setTabStop(index);
      choose(doc, index, this.sentences[index].thread);
    });
  }

  segmentAt(offset) {
    return this.segments[Math.max(0, lastAtOrBefore(this.segments, offset))];
  }

  // The text node that holds `offset`, or the next one.
  nodeAt(offset) {
    const segment = this.segmentAt(offset);
    return segment?.nodes.find((node) => node.end > offset) ?? segment?.nodes.at(-1);
  }

  // A DOM range over text [begin, end), or null where nothing of it is text.
  range(begin, end) {
    const from = this.nodeAt(begin);
    const to = this.nodeAt(end - 1);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, Math.min(Math.max(0, begin - from.begin), from.node.length));
    range.setEnd(to.node, Math.min(Math.max(0, end - to.begin), to.node.length));
    return range;
  }

  // Opens what hides `offset`.
  unfold(offset) {
    const segment = this.segmentAt(offset);
    if (segment?.block.element instanceof HTMLDetailsElement) segment.block.element.open = true;
    this.nodeAt(offset)?.node.parentElement?.closest(".folded")?.unfold();
  }

  unfoldAll() {
    for (const details of this.scroller.querySelectorAll("details")) details.open = true;
    for (const folded of this.scroller.querySelectorAll(".folded")) folded.unfold();
  }
}
