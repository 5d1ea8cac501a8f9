// What the views ask of a report: which sentence belongs to which link, what marks stand in a text, and
// what came nearest to what has no link.
import {findingMark, isCalm, readLedger, replacedMarks, shortNames, statusLabel, touching} from "../model.js";
import {readReport} from "./report.js";

function sentenceLinks(doc, links, side) {
  const of = doc.sentences.map(() => []);
  for (const link of links) for (const sentence of link[side]) of[sentence].push(link);
  return of;
}

function changeMarks(report, doc, side) {
  const marks = [];
  const add = (list, kind) => {
    for (const change of report[list]) {
      const place = change[side];
      if (!place || place.doc !== doc) continue;
      const flagged = isCalm(change) ? "" : " flagged";
      marks.push({
        begin: place.begin,
        end: place.end,
        cls: `${kind}${flagged}`,
        title: `${kind}: ${statusLabel(change.status)}`,
      });
    }
  };
  add("quotations", "quotation");
  add("figures", "figure");
  add("names", "name");
  for (const finding of report.findings)
    if (finding[side]?.doc === doc) marks.push(findingMark(finding, finding[side]));
  return touching(doc.sentences, [...marks, ...replacedMarks(doc)]);
}

// For each sentence without a link, the figures and quotations of a source that it has too, in the
// source's words: new words may still carry the agency's facts.
function sharedDetails(report) {
  const {target} = report;
  const places = [...report.quotations, ...report.figures]
    .filter((change) => change.target && change.source)
    .map(({target: {begin, end}, source: {doc, ...there}}) => ({
      begin,
      end,
      words: doc.text.slice(there.begin, there.end),
    }));
  return touching(target.sentences, places).map((found, index) =>
    target.linksOf[index].length > 0 ? [] : [...new Set(found.map(({words}) => words))],
  );
}

// Names, attributions and negations as the lists show them: what is said of one name is one row with all its
// mentions, `mentions[0]` the first in the target.
function otherChanges({names, attributions, polarity}) {
  const rows = new Map();
  for (const name of names) {
    const key = JSON.stringify([name.status, name.from, name.to, name.source?.doc.index]);
    if (!rows.has(key)) rows.set(key, {...name, what: "name", mentions: []});
    rows.get(key).mentions.push(name);
  }
  const single = (what) => (change) => ({...change, what, mentions: [change]});
  return [...rows.values(), ...attributions.map(single("attribution")), ...polarity.map(single("negation"))];
}

export function loadModel(json) {
  const report = readReport(json);
  const docs = [...report.sources, report.target];
  const names = shortNames(docs.map((doc) => doc.path));
  docs.forEach((doc, index) => {
    doc.index = index;
    doc.side = doc === report.target ? "target" : "source";
    doc.name = names[index];
    doc.letter =
      doc.side === "target" || docs.length === 2
        ? ""
        : index < 26
          ? String.fromCharCode(65 + index)
          : String(index + 1);
    doc.hue = index % 6;
    doc.called = doc.side === "target" ? "This text" : names.length > 2 ? `Source ${doc.letter}` : "Source";
    doc.linksOf = sentenceLinks(
      doc,
      doc.side === "target" ? report.links : report.links.filter((link) => link.doc === doc),
      doc.side,
    );
    doc.marksOf = changeMarks(report, doc, doc.side);
    readLedger(doc);
    doc.miss = new Map();
  });
  for (const entry of report.unmatched)
    report.target.miss.set(
      entry.target.sentence,
      entry.nearest && {...entry.nearest, doc: report.sources[entry.nearest.document]},
    );
  for (const entry of report.omitted)
    report.sources[entry.source.document].miss.set(
      entry.source.sentence,
      entry.nearest && {...entry.nearest, doc: report.target},
    );
  report.others = otherChanges(report);
  report.target.sharesOf = sharedDetails(report);
  report.docs = docs;
  report.many = report.sources.length > 1;
  return report;
}

// The link that a sentence is shown with: one of the source in view if it has any, else its surest.
export function shownLink(doc, sentence, source) {
  const links = doc.linksOf[sentence];
  if (links.length < 2) return links[0] ?? null;
  const own = links.filter((link) => link.doc === source);
  return (own.length > 0 ? own : links).reduce((best, link) => (link.score > best.score ? link : best));
}

// The sentence that came nearest to one without a link; likeness below a tenth is two common words.
export function nearMiss(doc, sentence) {
  const miss = doc.miss.get(sentence);
  return miss && miss.score >= 0.1 ? miss : null;
}
