// Where sentences stand on the screen. Reads only; whoever draws reads everything first and then
// writes, so that nothing is laid out twice in a frame. Places within a chunk that is off screen are
// never asked for: that would lay it out.
import {lastAtOrBefore, reducedMotion} from "./dom.js";

const chunkTop = (chunk) => chunk.element.offsetTop;
const blockTop = (block) => block.chunk.element.offsetTop + block.element.offsetTop;
const within = (item, offset) => (offset - item.begin) / Math.max(1, item.end - item.begin);

// The last block of the chunk that begins at or above `pixel`.
function blockAt(pane, pixel) {
  const chunk = pane.chunks[Math.max(0, lastAtOrBefore(pane.chunks, pixel, chunkTop))];
  let index = chunk.first;
  while (index + 1 < chunk.last && blockTop(pane.blocks[index + 1]) <= pixel) ++index;
  return index;
}

// The blocks that a pane's window shows: [first, last).
export function visibleBlocks(pane) {
  const {scroller, blocks} = pane;
  if (blocks.length === 0) return [0, 0];
  const bottom = scroller.scrollTop + scroller.clientHeight;
  const first = blockAt(pane, scroller.scrollTop);
  let last = first;
  while (last < blocks.length && blockTop(blocks[last]) < bottom) ++last;
  return [first, last];
}

// The place in the text that stands at `pixel` of the scrolled column.
export function textAt(pane, pixel) {
  const block = pane.blocks[blockAt(pane, pixel)];
  const share = Math.min(1, Math.max(0, (pixel - blockTop(block)) / Math.max(1, block.element.offsetHeight)));
  return block.begin + share * (block.end - block.begin);
}

// A sentence of so many pieces has a rectangle for each, and asking for them takes longer than a frame.
const manyPieces = 1000;

// Top and bottom of a run of sentences, from the top of the pane's window. Off screen, and for a monster
// of a sentence, they are guessed from the sentences' share of their chunk's text.
export function extent(pane, first, last, onScreen) {
  const edge = (index, isTop) => {
    const entry = pane.sentences[index];
    if (onScreen(entry.block) && entry.segment.nodes.length < manyPieces) {
      const rects = entry.element.getClientRects();
      if (rects.length > 0) {
        const rect = isTop ? rects[0] : rects[rects.length - 1];
        return (isTop ? rect.top : rect.bottom) - pane.windowTop;
      }
    }
    const sentence = pane.doc.sentences[index];
    const {chunk} = entry.block;
    return (
      chunkTop(chunk) +
      within(chunk, isTop ? sentence.begin : sentence.end) * chunk.element.offsetHeight -
      pane.scroller.scrollTop
    );
  };
  return [edge(first, true), edge(last, false)];
}

// What of `pane` can be seen: below a toolbar that stays, above a sheet that lies over the texts.
function visiblePart(pane) {
  const window = pane.scroller.getBoundingClientRect();
  const toolbar = document.querySelector(".toolbar").getBoundingClientRect();
  const sheet = document.querySelector(".inspector:not(.empty)");
  const covered = sheet && getComputedStyle(sheet).position === "fixed" ? sheet.getBoundingClientRect().top : innerHeight;
  return {top: Math.max(window.top, toolbar.bottom, 0), bottom: Math.min(window.bottom, covered, innerHeight)};
}

// Scrolls `pane` so that the element stands in the middle of what can be seen of the pane, or its beginning at
// the top where it is longer; again while what came into view is laid out and heights are no guesses any more.
// `gently`: only if it can not be seen whole, and moving where it is near.
export function bringIntoView(pane, element, gently = false) {
  const {scroller} = pane;
  const place = () => {
    const part = visiblePart(pane);
    const rects = element.getClientRects();
    const top = (rects[0] ?? element.getBoundingClientRect()).top;
    const bottom = (rects[rects.length - 1] ?? element.getBoundingClientRect()).bottom;
    const room = part.bottom - part.top;
    return {room, by: top - part.top - Math.max(8, (room - (bottom - top)) / 2), seen: top >= part.top + 8 && bottom <= part.bottom - 8};
  };
  const at = place();
  if (at.room <= 0 || (gently && at.seen)) return;
  const smooth = gently && !reducedMotion() && Math.abs(at.by) < 3 * at.room;
  scroller.scrollBy({top: at.by, behavior: smooth ? "smooth" : "instant"});
  if (smooth) return;
  let tries = 3;
  const settle = () => {
    const {by} = place();
    if (Math.abs(by) > 4) scroller.scrollBy({top: by, behavior: "instant"});
    if (--tries > 0) requestAnimationFrame(settle);
  };
  requestAnimationFrame(settle);
}
