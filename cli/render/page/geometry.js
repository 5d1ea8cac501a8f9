// Where sentences stand on the screen. Reads only; whoever draws reads everything first and then
// writes, so that nothing is laid out twice in a frame.
import { lastAtOrBefore, reducedMotion } from "./dom.js";

// The blocks of a pane that lie within its window, widened by `margin` pixels: [first, last).
export function visibleBlocks(pane, margin = 0) {
  const {scroller, blocks} = pane;
  const top = scroller.scrollTop - margin;
  const bottom = scroller.scrollTop + scroller.clientHeight + margin;
  const first = Math.max(0, lastAtOrBefore(blocks, top, (block) => block.element.offsetTop));
  let last = first;
  while (last < blocks.length && blocks[last].element.offsetTop < bottom) ++last;
  return [first, last];
}

// Top and bottom of a run of sentences, from the top of the pane's window. What is off screen may not
// be laid out: its place is read from its block and its share of the block's text.
export function extent(pane, first, last, onScreen) {
  const edge = (index, isTop) => {
    const entry = pane.sentences[index];
    if (onScreen(entry.block)) {
      const rects = entry.element.getClientRects();
      if (rects.length > 0) {
        const rect = isTop ? rects[0] : rects[rects.length - 1];
        return (isTop ? rect.top : rect.bottom) - pane.windowTop;
      }
    }
    const {element, begin, end} = entry.block;
    const sentence = pane.doc.sentences[index];
    const share = ((isTop ? sentence.begin : sentence.end) - begin) / Math.max(1, end - begin);
    return element.offsetTop + share * element.offsetHeight - pane.scroller.scrollTop;
  };
  return [edge(first, true), edge(last, false)];
}

// Scrolls `pane` so that the element stands in its upper third; again once what came into view has
// been laid out and heights are no guesses any more.
export function bringIntoView(pane, element, onlyIfHidden = false) {
  const {scroller} = pane;
  const offset = () => {
    const window = scroller.getBoundingClientRect();
    const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return {top: rect.top - window.top, bottom: rect.bottom - window.top, height: window.height};
  };
  const at = offset();
  if (onlyIfHidden && at.top >= 8 && at.bottom <= at.height - 8) return;
  const by = at.top - at.height / 3;
  const smooth = !reducedMotion() && Math.abs(by) < 3 * at.height;
  scroller.scrollBy({top: by, behavior: smooth ? "smooth" : "instant"});
  if (smooth) return;
  let tries = 3;
  const settle = () => {
    const rest = offset();
    const off = rest.top - rest.height / 3;
    if (Math.abs(off) > 4) scroller.scrollBy({top: off, behavior: "instant"});
    if (--tries > 0) requestAnimationFrame(settle);
  };
  requestAnimationFrame(settle);
}
