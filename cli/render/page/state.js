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

// Where the pointer is, and where it was at the last choice: a jump moves the text under a pointer that lies still,
// which is no wish to see what comes to lie there.
let pointer = null;
let restsAt = null;
for (const event of ["pointermove", "pointerdown"])
  addEventListener(event, ({clientX, clientY}) => (pointer = {x: clientX, y: clientY}), {capture: true, passive: true});

// Chooses a sentence and its thread (or null) for good: until another is chosen or Escape is pressed.
export function choose(doc, sentence, thread) {
  state.sentence = doc ? {doc, sentence} : null;
  state.thread = thread;
  state.hovered = null;
  restsAt = pointer;
  tell("chosen", state.sentence, thread);
  tell("lit", thread);
}

// Lights a thread while the pointer, which `event` tells of, is over a part of it.
export function hover(thread, event = null) {
  if (event && restsAt && event.clientX === restsAt.x && event.clientY === restsAt.y) return;
  restsAt = null;
  if (state.hovered === thread) return;
  state.hovered = thread;
  tell("lit", thread ?? state.thread);
}

// Which column a narrow screen shows; wide ones show both.
export function showSide(bench, side) {
  bench.dataset.side = side;
  tell("side", side);
}
