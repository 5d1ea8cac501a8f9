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

// source: the one in view; thread: what is lit, a link or a life; sentence: {doc, sentence} that was chosen.
export const state = {
  report: null,
  source: null,
  thread: null,
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

// Chooses a sentence and its thread (or null) for good: until another is chosen or Escape is pressed.
export function choose(doc, sentence, thread) {
  state.sentence = doc ? {doc, sentence} : null;
  state.thread = thread;
  state.hovered = null;
  tell("chosen", state.sentence, thread);
  tell("lit", thread);
}

// Lights a thread while the pointer is over a part of it.
export function hover(thread) {
  if (state.hovered === thread) return;
  state.hovered = thread;
  tell("lit", thread ?? state.thread);
}

// Which column a narrow screen shows; wide ones show both.
export function showSide(bench, side) {
  bench.dataset.side = side;
  tell("side", side);
}
