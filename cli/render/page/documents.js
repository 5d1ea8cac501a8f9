// Reads documents and links from the page's data and turns their places into places of JavaScript's
// strings: the data counts bytes of UTF-8, strings count UTF-16 units.

// A function from byte offsets of `text` in UTF-8 to its own offsets.
function byteOffsets(text) {
  let ascii = true;
  let size = 0;
  for (let i = 0; i < text.length; ++i) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      size += 1;
      continue;
    }
    ascii = false;
    // Each half of a surrogate pair counts two of the four bytes.
    size += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  if (ascii) return (byte) => byte;
  const map = new Uint32Array(size + 1);
  let byte = 0;
  for (let i = 0; i < text.length; ++i) {
    const unit = text.charCodeAt(i);
    const width = unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
    for (let k = 0; k < width; ++k) map[byte++] = i;
  }
  map[byte] = text.length;
  return (at) => map[at];
}

export const toSpan = (offsets, span) => (span ? {begin: offsets(span[0]), end: offsets(span[1])} : null);

export function readDocument(raw) {
  const offsets = byteOffsets(raw.text);
  const spanned = (item) => ({...item, ...toSpan(offsets, item.span)});
  return {
    path: raw.path,
    sha256: raw.sha256,
    bytes: raw.bytes,
    encoding: raw.encoding,
    metadata: raw.metadata ?? {}, // reports of earlier versions have none
    plugins: raw.plugins,
    text: raw.text,
    offsets,
    edits: raw.edits.map((edit) => ({...spanned(edit), to: edit.to === null ? null : offsets(edit.to)})),
    paragraphs: raw.paragraphs.map(spanned),
    sentences: raw.sentences.map(spanned),
  };
}

// A place of `doc`, whose span may be missing.
export const readPlace = (doc, place) => (place ? {doc, ...toSpan(doc.offsets, place.span)} : null);

// A link of sentences of `doc`, which was there first, with sentences of `target`.
export function readLink(link, doc, target) {
  return {
    ...link,
    doc,
    targetText: target.text,
    source: link.source.sentences,
    target: link.target.sentences,
    edits: link.edits.map((edit) => ({
      op: edit.op,
      equivalence: edit.equivalence,
      source: toSpan(doc.offsets, edit.source),
      target: toSpan(target.offsets, edit.target),
    })),
  };
}
