// Reads a chain: takes as documents, and the life of each sentence through them.
import {readDocument, readLink, readPlace} from "../documents.js";
import {findingMark, readLedger, replacedMarks, severities, shortNames, touching} from "../model.js";

// Each life knows its stage in each take and the links that carry it on.
function readLife(raw) {
  return {
    ...raw,
    number: raw.id + 1,
    stageIn: new Map(raw.stages.map((stage) => [stage.version, stage])),
    links: new Set(),
  };
}

// The messages of a step compare two texts; here both have names. Words of the texts stay as they are.
const inTakes = (message, from, to) =>
  message
    .split(/(“[^”]*”)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace("No source has this", `${from.called} does not have this`)
            .replace("the source's", `${from.called}'s`)
            .replace("the source", from.called)
            .replace("this text", to.called),
    )
    .join("");

// The beginning of a sentence, in quotation marks unless it has its own.
function openingWords(text) {
  const words = text.length > 90 ? `${text.slice(0, text.lastIndexOf(" ", 80))} …` : text;
  return /^["“„«]/u.test(words) ? words : `“${words}”`;
}

// What became of whole sentences from one take to the next: the steps' findings are about words.
function findingsOfLives(lives, steps, docs) {
  const found = [];
  for (const life of lives) {
    life.stages.forEach((stage, index) => {
      const before = life.stages[index - 1];
      if (!before || before.sentence === null) return;
      const place = ({version, sentence}) => ({
        doc: docs[version],
        begin: docs[version].sentences[sentence].begin,
        end: docs[version].sentences[sentence].end,
      });
      const step = steps[before.version];
      const source = place(before);
      const words = openingWords(source.doc.text.slice(source.begin, source.end));
      const common = {source, link: null, where: step.where, sides: step.sides, whole: true};
      if (stage.event === "dropped")
        found.push({...common, kind: "left-out", rule: "left-out", severity: "review", target: null, message: `Left out: ${words}`});
      else if (stage.moved && stage.sentence !== null) {
        const way = stage.sentence < before.sentence ? "up" : "down";
        const message = `Moved ${way}, from place ${before.sentence + 1} to ${stage.sentence + 1}: ${words}`;
        found.push({...common, kind: "moved", rule: "moved", severity: "info", target: place(stage), message});
      }
    });
  }
  return found;
}

function readStep(step, docs) {
  const from = docs[step.from];
  const to = docs[step.to];
  const links = step.alignments.map((link) => readLink(link, from, to));
  const where = `${from.called} → ${to.called}`;
  const sides = {source: from.called, target: to.called};
  return {
    ...step,
    where,
    sides,
    links,
    findings: step.findings.map((finding) => ({
      ...finding,
      message: inTakes(finding.message, from, to),
      source: readPlace(from, finding.source),
      target: readPlace(to, finding.target),
      link: links[finding.alignment] ?? null,
      where,
      sides,
    })),
  };
}

// A finding has its flag where it came about, in the newer take; the older one has only the line.
function marksOf(doc, findings) {
  const marks = [];
  for (const finding of findings) {
    if (finding.target?.doc === doc) marks.push(findingMark(finding, finding.target));
    if (finding.source?.doc === doc)
      marks.push({...findingMark(finding, finding.source), quiet: finding.target !== null});
  }
  return touching(doc.sentences, [...marks, ...replacedMarks(doc)]);
}

export function loadChain(json) {
  const raw = JSON.parse(json);
  const docs = raw.versions.map(readDocument);
  const names = shortNames(docs.map((doc) => doc.path));
  docs.forEach((doc, index) => {
    doc.index = index;
    doc.name = names[index];
    doc.called = `Take ${index + 1}`;
    doc.linksOf = doc.sentences.map(() => []);
    doc.linkFrom = doc.sentences.map(() => null); // from the take before
    doc.linkTo = doc.sentences.map(() => null); // to the next one
    readLedger(doc);
  });
  const lives = raw.lives.map(readLife);
  for (const doc of docs) doc.lifeOf = doc.sentences.map(() => null);
  for (const life of lives)
    for (const stage of life.stages) if (stage.sentence !== null) docs[stage.version].lifeOf[stage.sentence] = life;

  const steps = raw.steps.map((step) => readStep(step, docs));
  for (const step of steps) {
    for (const link of step.links) {
      const join = (doc, numbers, end) => {
        for (const number of numbers) {
          doc.linksOf[number].push(link);
          doc[end][number] ??= link;
          doc.lifeOf[number].links.add(link);
        }
      };
      join(docs[step.from], link.source, "linkTo");
      join(docs[step.to], link.target, "linkFrom");
      link.life = docs[step.to].lifeOf[link.target[0]];
    }
  }
  const order = Object.keys(severities);
  const findings = [...steps.flatMap((step) => step.findings), ...findingsOfLives(lives, steps, docs)]
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .map((finding, index) => Object.assign(finding, {index}));
  for (const doc of docs) doc.marksOf = marksOf(doc, findings);
  return {tool: raw.tool, options: raw.options, docs, lives, steps, findings, many: false};
}
