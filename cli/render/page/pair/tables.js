// What stands below the texts: quotations and figures side by side, names and the rest, what is new,
// what was left out, furniture, and how the report was made.
import {counted, el, percent, plainWord} from "../dom.js";
import {dash, goColumn, made, nothing, section, table} from "../listing.js";
import {isAnotherForm, isCalm, isUnchanged, roleName, severities, statusLabel} from "../model.js";
import {excerpt, inContext} from "../pieces.js";
import {quotationMarks, withMarks} from "../quoted.js";
import {state} from "../state.js";
import {fileName, said, visibleString} from "../visible.js";
import {nearMiss} from "./model.js";

const placeKey = ({source, target}) =>
  [source, target].map((place) => (place ? `${place.doc.index}:${place.begin}:${place.end}` : "")).join(" ");

// How grave each change is: as grave as the gravest finding about one of its places.
function withSeverity(changes) {
  const severity = new Map();
  for (const finding of state.report.findings.slice().reverse()) severity.set(placeKey(finding), finding.severity);
  const order = Object.keys(severities);
  return changes.map((change) => {
    const found = (change.mentions ?? [change]).map((mention) => severity.get(placeKey(mention)));
    return {...change, severity: order.find((name) => found.includes(name))};
  });
}

function statusPill(change) {
  const sign = isUnchanged(change) ? "= " : change.severity ? `${severities[change.severity].glyph} ` : "";
  const kind = isUnchanged(change) ? "calm" : (change.severity ?? "info");
  return el("span", {class: `pill ${kind}`}, el("span", {"aria-hidden": "true"}, sign), statusLabel(change.status));
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

const contextRoom = 48; // letters on each side of a figure or a name

// The columns that all changes have: the status, both sides, what else is to say of them, and the way there.
// `side(change, name)` is what stands on one side, null where nothing does.
const changeColumns = (jump, side, further, name) => [
  {title: "Status", look: "status", head: true, of: statusPill},
  {
    title: "In the source",
    of: (change) => [side(change, "source") ?? nothing("no match found"), sourceName(change.source)],
  },
  {title: "In this text", of: (change) => side(change, "target") ?? nothing("not in this text")},
  ...further,
  goColumn("In the texts", (change) => ({
    name: name(change),
    visits: (change.mentions ?? [change]).map(
      ({source, target, link}) =>
        () =>
          jump([target, source], link),
    ),
  })),
];

// The gravest first; what did not change waits behind a click.
function changesSection(id, title, changes, columns, words) {
  const order = Object.keys(severities);
  const rank = (change) => (change.severity ? order.indexOf(change.severity) : order.length);
  const flagged = withSeverity(changes.filter((change) => !isCalm(change))).sort((a, b) => rank(a) - rank(b));
  const folded = (kind, label, items) =>
    items.length > 0
      ? el("details", {class: kind}, el("summary", {}, `${items.length} ${label}`), table(`${title}, ${label}`, columns, items))
      : null;
  return section(
    id,
    title,
    changes.length,
    flagged.length > 0
      ? table(title, columns, flagged)
      : el("p", {class: "calm"}, changes.length === 0 ? `No ${words} listed.` : `No ${words} changed.`),
    folded("other-forms", "in another form or spelling", withSeverity(changes.filter(isAnotherForm))),
    folded("unchanged", "the same in both", changes.filter(isUnchanged)),
  );
}

function quotations(jump) {
  const side = (change, name) => {
    if (!change[name]) return null;
    const places = {source: change.source && withMarks(change.source), target: change.target && withMarks(change.target)};
    const marks = places.source && places.target ? quotationMarks(places.source, places.target) : {};
    return excerpt(change[name].doc, places[name].begin, places[name].end, marks[name], {class: "excerpt quote"});
  };
  const speaker = {
    title: "Said by",
    look: "middling",
    only: (change) => change.speaker,
    of: (change) =>
      change.speaker
        ? [said(change.speaker), change.verb ? el("span", {class: "verb"}, " (", said(change.verb), ")") : null]
        : dash("the report names no speaker"),
  };
  return changesSection(
    "quotations",
    "Quotations",
    state.report.quotations,
    changeColumns(jump, side, [speaker], () => "this quotation"),
    "quotation",
  );
}

function figures(jump) {
  const side = (change, name) => (change[name] ? inContext(change[name], contextRoom) : null);
  const kind = {title: "Kind", look: "short", of: (change) => plainWord(change.kind)};
  return changesSection(
    "figures",
    "Figures",
    state.report.figures,
    changeColumns(jump, side, [kind], () => "this figure"),
    "figure",
  );
}

function others(jump) {
  const side = (change, name) => {
    const place = change[name];
    const words = change[name === "source" ? "from" : "to"];
    if (!place) return words ? el("b", {}, said(words)) : null;
    const context = change.what === "name" ? inContext(place, contextRoom) : excerpt(place.doc, place.begin, place.end);
    return words ? [el("b", {}, said(words)), el("span", {class: "in"}, " in: "), context] : context;
  };
  const what = {
    title: "What",
    look: "short",
    of: ({what, mentions}) => [
      what,
      mentions.length > 1 ? el("span", {class: "from"}, counted(mentions.length, "place")) : null,
    ],
  };
  return changesSection(
    "names",
    "Names, attributions, negations",
    state.report.others,
    changeColumns(jump, side, [what], (change) => `this ${change.what}`),
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

// A whole sentence with its source.
const sentenceCell = (place) => [
  excerpt(place.doc, place.begin, place.end),
  sourceName(place.doc.side === "source" ? place : null),
];

function unlinked(id, title, entries, jump, thisSide, otherSide) {
  const missOf = ({doc, sentence}) => nearMiss(doc, sentence);
  const columns = [
    {
      title: thisSide,
      of: ({doc, sentence}) => [...sentenceCell(wholeSentence(doc, sentence)), shared(doc, sentence)],
    },
    {
      title: `Nearest in ${otherSide}`,
      of(entry) {
        const miss = missOf(entry);
        return miss ? sentenceCell(wholeSentence(miss.doc, miss.sentence)) : nothing("no match found");
      },
    },
    {
      title: "Likeness",
      look: "middling",
      only: missOf,
      of(entry) {
        const miss = missOf(entry);
        return miss
          ? [percent(miss.score, 1), el("span", {class: "why"}, ": ", said(miss.why))]
          : dash("nothing to compare with");
      },
    },
    goColumn("In the texts", ({doc, sentence}) => ({
      name: `sentence ${sentence + 1}`,
      visits: [() => jump([wholeSentence(doc, sentence)])],
    })),
  ];
  return section(
    id,
    title,
    entries.length,
    entries.length === 0 ? el("p", {class: "calm"}, "None.") : table(title, columns, entries),
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
  const title = "Set aside: headlines, datelines, agency lines";
  if (report.furniture.length === 0) return section("furniture", title, 0, el("p", {class: "calm"}, "None."));
  const side = (place) =>
    place
      ? [excerpt(place.doc, place.begin, place.end), ruleOf(place), sourceName(place.doc.side === "source" ? place : null)]
      : nothing("none");
  const columns = [
    {
      title: "What",
      look: "status",
      head: true,
      of: (item) => [roleName(item.role), el("span", {class: "why"}, ` ${statusLabel(item.status)}`)],
    },
    {title: "In the source", of: (item) => side(item.source)},
    {title: "In this text", of: (item) => side(item.target)},
    goColumn("In the texts", (item) => ({
      name: "this piece",
      visits: [() => jump([item.target, item.source])],
    })),
  ];
  return section("furniture", title, report.furniture.length, table(title, columns, report.furniture));
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
    unlinked("new", "New: no match found in the sources", unmatched, jump, "New sentence", "the source"),
    unlinked("left-out", "Left out of this text", omitted, jump, "Sentence of the source", "this text"),
    furniture(jump),
    made(),
  ];
}
