// What stands below the texts: quotations and figures side by side, names and the rest, what is new,
// what was left out, furniture, and how the report was made.
import {el, percent, plainWord} from "../dom.js";
import {cell, goButton, made, nothing, section, table} from "../listing.js";
import {isAnotherForm, isCalm, isUnchanged, severities, statusLabel} from "../model.js";
import {excerpt} from "../pieces.js";
import {quotationMarks, withMarks} from "../quoted.js";
import {state} from "../state.js";
import {directionOf, fileName, said, visibleString} from "../visible.js";
import {nearMiss} from "./model.js";

const placeKey = (place) => (place ? `${place.doc.index}:${place.begin}:${place.end}` : "");

// How grave each change is: as grave as the finding about the same place.
function withSeverity(changes) {
  const severity = new Map();
  for (const {source, target, severity: grave} of state.report.findings.slice().reverse())
    severity.set(`${placeKey(source)} ${placeKey(target)}`, grave);
  return changes.map((change) => ({
    ...change,
    severity: severity.get(`${placeKey(change.source)} ${placeKey(change.target)}`),
  }));
}

function statusCell(change) {
  const sign = isUnchanged(change) ? "= " : change.severity ? `${severities[change.severity].glyph} ` : "";
  const kind = isUnchanged(change) ? "calm" : (change.severity ?? "info");
  return el(
    "th",
    {scope: "row", class: "status"},
    el("span", {class: `pill ${kind}`}, el("span", {"aria-hidden": "true"}, sign), statusLabel(change.status)),
  );
}

// A place with some words around it, within its sentence.
function inContext(place, marks) {
  const {doc} = place;
  const room = 48;
  const sentence = doc.sentences.find((item) => item.begin <= place.begin && item.end >= place.end) ?? place;
  const wordStart = (at) =>
    at <= sentence.begin ? sentence.begin : Math.min(place.begin, doc.text.indexOf(" ", at) + 1 || at);
  const wordEnd = (at) => (at >= sentence.end ? sentence.end : Math.max(place.end, doc.text.lastIndexOf(" ", at)));
  const begin = wordStart(place.begin - room);
  const end = wordEnd(place.end + room);
  return el(
    "span",
    {dir: directionOf(doc.text.slice(sentence.begin, sentence.end)), class: "excerpt"},
    begin > sentence.begin ? "…" : "",
    excerpt(doc, begin, place.begin),
    el("mark", {}, excerpt(doc, place.begin, place.end, marks)),
    excerpt(doc, place.end, end),
    end < sentence.end ? "…" : "",
  );
}

function sourceName(place) {
  return state.report.many && place
    ? el(
        "span",
        {class: "from"},
        el("b", {class: `letter hue-${place.doc.hue}`}, place.doc.letter),
        " ",
        fileName(place.doc.name),
      )
    : null;
}

// The gravest first; what did not change waits behind a click.
function changesSection(id, title, changes, columns, row, words) {
  const order = Object.keys(severities);
  const rank = (change) => (change.severity ? order.indexOf(change.severity) : order.length);
  const flagged = withSeverity(changes.filter((change) => !isCalm(change))).sort((a, b) => rank(a) - rank(b));
  const forms = withSeverity(changes.filter(isAnotherForm));
  const calm = changes.filter(isUnchanged);
  return section(
    id,
    title,
    changes.length,
    flagged.length > 0
      ? table(title, columns, flagged, row)
      : el("p", {class: "calm"}, changes.length === 0 ? `No ${words} listed.` : `No ${words} changed.`),
    forms.length > 0
      ? el(
          "details",
          {class: "other-forms"},
          el("summary", {}, `${forms.length} in another form or spelling`),
          table(`${title}, in another form`, columns, forms, row),
        )
      : null,
    calm.length > 0
      ? el(
          "details",
          {class: "unchanged"},
          el("summary", {}, `${calm.length} the same in both`),
          table(`${title}, unchanged`, columns, calm, row),
        )
      : null,
  );
}

function quotations(jump) {
  return changesSection(
    "quotations",
    "Quotations",
    state.report.quotations,
    ["Status", "In the source", "In the target", "Said by", "In the texts"],
    (change) => {
      const places = {source: change.source && withMarks(change.source), target: change.target && withMarks(change.target)};
      const marks = places.source && places.target ? quotationMarks(places.source, places.target) : {};
      const side = (name) =>
        change[name]
          ? [
              excerpt(change[name].doc, places[name].begin, places[name].end, marks[name], {class: "excerpt quote"}),
              sourceName(name === "source" ? change.source : null),
            ]
          : nothing(name === "source" ? "no match found" : "not in the target");
      return el(
        "tr",
        {},
        statusCell(change),
        cell("In the source", side("source")),
        cell("In the target", side("target")),
        cell(
          "Said by",
          change.speaker ? said(change.speaker) : "",
          change.verb ? el("span", {class: "verb"}, " (", said(change.verb), ")") : "",
        ),
        cell("", goButton(jump, "this quotation", [change.target, change.source], change.link)),
      );
    },
    "quotation",
  );
}

function figures(jump) {
  return changesSection(
    "figures",
    "Figures",
    state.report.figures,
    ["Status", "In the source", "In the target", "Kind", "In the texts"],
    (change) => {
      const side = (name) =>
        change[name]
          ? [inContext(change[name], []), sourceName(name === "source" ? change.source : null)]
          : nothing(name === "source" ? "no match found" : "not in the target");
      return el(
        "tr",
        {},
        statusCell(change),
        cell("In the source", side("source")),
        cell("In the target", side("target")),
        cell("Kind", plainWord(change.kind)),
        cell("", goButton(jump, "this figure", [change.target, change.source], change.link)),
      );
    },
    "figure",
  );
}

function others(jump) {
  const {report} = state;
  const all = [
    ["name", report.names],
    ["attribution", report.attributions],
    ["negation", report.polarity],
  ].flatMap(([what, list]) => list.map((change) => ({...change, what})));
  return changesSection(
    "names",
    "Names, attributions, negations",
    all,
    ["Status", "In the source", "In the target", "What", "In the texts"],
    (change) => {
      const words = (text, place) => {
        const short =
          place && place.end - place.begin < 120
            ? inContext(place, [])
            : place
              ? excerpt(place.doc, place.begin, place.end)
              : nothing("not there");
        return text ? [el("b", {}, said(text)), el("span", {class: "in"}, " in: "), short] : short;
      };
      return el(
        "tr",
        {},
        statusCell(change),
        cell("In the source", words(change.from, change.source), sourceName(change.source)),
        cell("In the target", words(change.to, change.target)),
        cell("What", change.what),
        cell("", goButton(jump, `this ${change.what}`, [change.target, change.source], change.link)),
      );
    },
    "name, attribution or negation",
  );
}

const wholeSentence = (doc, sentence) => ({
  doc,
  begin: doc.sentences[sentence].begin,
  end: doc.sentences[sentence].end,
});

// New words may still carry the source's figures and quotations.
function shared(doc, sentence) {
  const words = doc.side === "target" ? doc.sharesOf[sentence] : [];
  if (words.length === 0) return null;
  return el(
    "span",
    {class: "from partly"},
    el("b", {}, "Partly: "),
    "also in the source: ",
    words.flatMap((item, index) => [index > 0 ? ", " : "", said(`“${item}”`)]),
  );
}

function unlinked(id, title, entries, jump, thisSide, otherSide) {
  const none = el("p", {class: "calm"}, "None.");
  return section(
    id,
    title,
    entries.length,
    entries.length === 0
      ? none
      : table(
          title,
          [thisSide, `Nearest in the ${otherSide}`, "Likeness", "In the texts"],
          entries,
          ({doc, sentence}) => {
            const own = wholeSentence(doc, sentence);
            const miss = nearMiss(doc, sentence);
            const other = miss ? wholeSentence(miss.doc, miss.sentence) : null;
            return el(
              "tr",
              {},
              cell(
                thisSide,
                el("span", {class: "number"}, `${sentence + 1} `),
                excerpt(doc, own.begin, own.end),
                shared(doc, sentence),
                sourceName(doc.side === "source" ? own : null),
              ),
              cell(
                `Nearest in the ${otherSide}`,
                other
                  ? [
                      el("span", {class: "number"}, `${miss.sentence + 1} `),
                      excerpt(other.doc, other.begin, other.end),
                      sourceName(other.doc.side === "source" ? other : null),
                    ]
                  : nothing("no match found"),
              ),
              cell("Likeness", miss ? [percent(miss.score, 1), el("span", {class: "why"}, ": ", said(miss.why))] : ""),
              cell("", goButton(jump, `sentence ${sentence + 1}`, [own])),
            );
          },
        ),
  );
}

function ruleOf(place) {
  const edit = place.doc.edits.find(
    (item) => (item.action === "drop" || item.action === "mark") && item.begin < place.end && item.end > place.begin,
  );
  return edit
    ? el("span", {class: "rule"}, ` found by ${visibleString(edit.plugin, 60)}: ${visibleString(edit.rule, 60)}`)
    : null;
}

function furniture(jump) {
  const {report} = state;
  const title = "Agency lines and other furniture: no story text";
  if (report.furniture.length === 0) return section("furniture", title, 0, el("p", {class: "calm"}, "None."));
  return section(
    "furniture",
    title,
    report.furniture.length,
    table(title, ["What", "In the source", "In the target", "In the texts"], report.furniture, (item) => {
      const side = (place) =>
        place
          ? [
              excerpt(place.doc, place.begin, place.end),
              ruleOf(place),
              sourceName(place.doc.side === "source" ? place : null),
            ]
          : nothing("none");
      return el(
        "tr",
        {},
        el(
          "th",
          {scope: "row"},
          plainWord(visibleString(item.role, 40)),
          el("span", {class: "why"}, ` ${plainWord(item.status)}`),
        ),
        cell("In the source", side(item.source)),
        cell("In the target", side(item.target)),
        cell("", goButton(jump, "this piece", [item.target, item.source])),
      );
    }),
  );
}

export function listings(jump) {
  const {report} = state;
  const unmatched = report.unmatched.map((entry) => ({doc: report.target, sentence: entry.target.sentence}));
  const omitted = report.omitted.map((entry) => ({
    doc: report.sources[entry.source.document],
    sentence: entry.source.sentence,
  }));
  return [
    quotations(jump),
    figures(jump),
    others(jump),
    unlinked("new", "New: no match found in the sources", unmatched, jump, "New sentence", "source"),
    unlinked("left-out", "Left out of the target", omitted, jump, "Sentence of the source", "target"),
    furniture(jump),
    made(),
  ];
}
