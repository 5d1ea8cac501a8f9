// Reads the report from the page and turns its places into places of JavaScript's strings: the report
// counts bytes of UTF-8, strings count UTF-16 units.

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

const toSpan = (offsets, span) => (span ? {begin: offsets(span[0]), end: offsets(span[1])} : null);

function readDocument(raw) {
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

// The report with every span as {begin, end} in its own document's string; sides of changes as
// {doc, begin, end}, where `doc` is the document.
export function readReport(json) {
  const raw = JSON.parse(json);
  const sources = raw.documents.sources.map(readDocument);
  const target = readDocument(raw.documents.target);
  const sourcePlace = (place) =>
    place ? {doc: sources[place.document], ...toSpan(sources[place.document].offsets, place.span)} : null;
  const targetPlace = (place) => (place ? {doc: target, ...toSpan(target.offsets, place.span)} : null);
  const sides = (item) => ({...item, source: sourcePlace(item.source), target: targetPlace(item.target)});
  const links = raw.alignments.map((link) => {
    const doc = sources[link.source.document];
    return {
      ...link,
      doc,
      source: link.source.sentences,
      target: link.target.sentences,
      edits: link.edits.map((edit) => ({
        op: edit.op,
        equivalence: edit.equivalence,
        source: toSpan(doc.offsets, edit.source),
        target: toSpan(target.offsets, edit.target),
      })),
    };
  });
  return {
    tool: raw.tool,
    options: raw.options,
    summary: raw.summary,
    sources,
    target,
    links,
    quotations: raw.quotations.map(sides),
    figures: raw.figures.map(sides),
    names: raw.names.map(sides),
    attributions: raw.attributions.map(sides),
    polarity: raw.polarity.map(sides),
    furniture: raw.furniture.map(sides),
    findings: raw.findings.map((finding, index) => ({...sides(finding), index})),
    unmatched: raw.unmatched,
    omitted: raw.omitted,
  };
}
