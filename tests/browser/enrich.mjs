// Fills a report's lists of changes and findings from a pair's gold.json: what a report with every
// analysis looks like, whatever the analyses find today. So the page's tests do not move with them.
//
//   node enrich.mjs REPORT.json GOLD.json > RICH.json
import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";

const size = (text) => Buffer.byteLength(text);

// The span of the `nth` place (from 1) where `words` stands in `text`, or null.
function spanOf(text, words, nth = 1) {
  let at = -1;
  for (let i = 0; i < nth; ++i) at = text.indexOf(words, at + 1);
  if (at < 0) return null;
  const begin = size(text.slice(0, at));
  return [begin, begin + size(words)];
}

function alignmentAt(report, side, span) {
  const {sentences} = side === "target" ? report.documents.target : report.documents.sources[0];
  const touched = sentences.findIndex((sentence) => sentence.span[0] < span[1] && sentence.span[1] > span[0]);
  const link = report.alignments.find((item) => item[side].sentences.includes(touched) && item.source.document === 0);
  return link ? link.id : null;
}

const severityOf = {
  altered: "alert",
  extended: "review",
  truncated: "review",
  changed: "alert",
  "qualifier-dropped": "review",
  "negation-changed": "alert",
  "modality-changed": "review",
  "verb-changed": "review",
  "speaker-changed": "alert",
  unsupported: "info",
  "more-precise": "info",
};

export function enrich(report, gold) {
  const source = report.documents.sources[0];
  const {target} = report.documents;
  const change = (entry, more) => {
    const targetSpan = entry.target ? spanOf(target.text, entry.target, entry.nth) : null;
    const sourceSpan = entry.source ? spanOf(source.text, entry.source, entry.source_nth) : null;
    return {
      ...more,
      target: targetSpan && {span: targetSpan},
      source: sourceSpan && {document: 0, span: sourceSpan},
      alignment: targetSpan
        ? alignmentAt(report, "target", targetSpan)
        : sourceSpan
          ? alignmentAt(report, "source", sourceSpan)
          : null,
    };
  };
  const words = (entry) => ({from: entry.source ?? null, to: entry.target ?? null});
  report.quotations = (gold.quotes ?? []).map((entry) =>
    change(entry, {status: entry.status, ...words(entry), speaker: entry.speaker ?? null, verb: entry.verb ?? null}),
  );
  report.figures = (gold.figures ?? []).map((entry) =>
    change(entry, {
      kind:
        entry.kind ??
        (/\d{4}|January|March|May/.test(entry.target) ? "date" : /old/.test(entry.target) ? "age" : "count"),
      status: entry.status,
      ...words(entry),
    }),
  );
  report.names = (gold.names ?? []).map((entry) => change(entry, {status: entry.status, ...words(entry)}));
  report.attributions = (gold.attributions ?? []).map((entry) =>
    change(entry, {status: entry.status, from: entry.from ?? null, to: entry.to ?? null}),
  );
  report.polarity = (gold.polarity ?? []).map((entry) =>
    change(entry, {status: entry.status, from: entry.from ?? null, to: entry.to ?? null}),
  );
  const findings = [];
  const kinds = [
    ["quotation", report.quotations],
    ["figure", report.figures],
    ["name", report.names],
    ["attribution", report.attributions],
    ["polarity", report.polarity],
  ];
  for (const [kind, list] of kinds) {
    for (const item of list) {
      const severity = severityOf[item.status];
      if (!severity) continue;
      const message = `${kind[0].toUpperCase()}${kind.slice(1)} ${item.status.replaceAll("-", " ")}: ${item.from ? `“${item.from}”` : "nothing in the source"} became ${item.to ? `“${item.to}”` : "nothing"}.`;
      findings.push({
        kind,
        rule: `${kind}-${item.status}`,
        severity,
        message,
        source: item.source,
        target: item.target,
        alignment: item.alignment,
      });
    }
  }
  const rank = {alert: 0, review: 1, info: 2};
  report.findings = findings.sort(
    (a, b) => rank[a.severity] - rank[b.severity] || (a.target?.span[0] ?? 0) - (b.target?.span[0] ?? 0),
  );
  return report;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [report, gold] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
  process.stdout.write(`${JSON.stringify(enrich(report, gold))}\n`);
}
