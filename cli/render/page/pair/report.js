// Reads a report of one target.
import {readDocument, readLink, readPlace} from "../documents.js";

// The report with every span as {begin, end} in its own document's string; sides of changes as
// {doc, begin, end}, where `doc` is the document.
export function readReport(json) {
  const raw = JSON.parse(json);
  const sources = raw.documents.sources.map(readDocument);
  const target = readDocument(raw.documents.target);
  const links = raw.alignments.map((link) => readLink(link, sources[link.source.document], target));
  const sides = (item) => ({
    ...item,
    source: item.source ? readPlace(sources[item.source.document], item.source) : null,
    target: readPlace(target, item.target),
    link: links[item.alignment] ?? null,
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
