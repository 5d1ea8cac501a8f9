// What is chosen right now, and who wants to know. Views change nothing of each other: they call
// these functions, and listen.

const listeners = new Map();

export function listen(event, listener) {
  if (!listeners.has(event)) listeners.set(event, []);
  listeners.get(event).push(listener);
}

function tell(event, ...values) {
  for (const listener of listeners.get(event) ?? []) listener(...values);
}

// source: the one in view; link: the one that is lit; sentence: {doc, sentence} that was chosen.
export const state = {
  report: null,
  source: null,
  link: null,
  hovered: null,
  sentence: null,
  finding: null,
  follow: true,
};

export function showSource(doc) {
  if (state.source === doc) return;
  state.source = doc;
  tell("source", doc);
}

// Chooses a sentence and its link (or null) for good: until another is chosen or Escape is pressed.
export function choose(doc, sentence, link) {
  state.sentence = doc ? {doc, sentence} : null;
  state.link = link;
  state.hovered = null;
  if (link) showSource(link.doc);
  tell("chosen", state.sentence, link);
  tell("lit", link);
}

// Lights a link while the pointer is over it.
export function hover(link) {
  if (state.hovered === link) return;
  state.hovered = link;
  tell("lit", link ?? state.link);
}

// Which column a narrow screen shows; wide ones show both.
export function showSide(bench, side) {
  bench.dataset.side = side;
  tell("side", side);
}
