// Parts of the lists that stand below the texts.
import {counted, el, longList, part, plainWord} from "./dom.js";
import {state} from "./state.js";
import {fileName, visibleString} from "./visible.js";

// A table with a row for each item. A column is {title, of, look, head, only}: `of(item)` gives a cell's content,
// `look` is a class of its cells, `head` says that they name their rows, and where `only(item)` holds for no
// item, the column is left out.
export function table(title, columns, items) {
  const shown = columns.filter(({only}) => !only || items.some(only));
  const cell = ({title, of, look, head}, item) =>
    el(head ? "th" : "td", {scope: head ? "row" : null, class: look, "data-label": head ? null : title}, of(item));
  const body = el("tbody", {});
  longList(body, items, (item) =>
    el(
      "tr",
      {},
      shown.map((column) => cell(column, item)),
    ),
  );
  const element = el(
    "table",
    {},
    el("caption", {class: "sr-only"}, title),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        shown.map((column) => el("th", {scope: "col", class: column.look}, column.title)),
      ),
    ),
    body,
  );
  return el("div", {class: "table"}, element);
}

// The way from a row to its place in the texts: `where(item)` calls a row's thing by `name` and gives `visits`, a
// function for each of its places. Each press goes to the next one.
export const goColumn = (title, where) => ({
  title,
  look: "to-texts",
  of(item) {
    const {name, visits} = where(item);
    const button = el("button", {type: "button", class: "go"});
    let next = 0;
    const say = () => {
      const words = visits.length === 1 ? "Show" : `Show ${next + 1} of ${visits.length}`;
      button.textContent = words;
      button.setAttribute("aria-label", `${words}: ${name}`);
    };
    button.addEventListener("click", () => {
      const visit = visits[next];
      next = (next + 1) % visits.length;
      say();
      visit();
    });
    say();
    return button;
  },
});

export const nothing = (words) => el("span", {class: "nothing-there"}, words);

// A dash where a cell has nothing, for who listens in words.
export const dash = (words) => [
  el("span", {class: "nothing-there", "aria-hidden": "true"}, "–"),
  el("span", {class: "sr-only"}, words),
];

export function section(id, title, count, ...content) {
  return el(
    "section",
    {id, class: "listing", "aria-labelledby": `${id}-title`, tabindex: -1},
    part(
      el(
        "h2",
        {id: `${id}-title`},
        title,
        count === null ? null : el("span", {class: "count"}, ` ${count.toLocaleString("en")}`),
      ),
      ...content,
    ),
  );
}

// "2022-05-12" and "--05-12", a day without its year, as people write them.
function dayInWords(value) {
  const [, year, month, day] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (!day) return visibleString(value, 80);
  const date = new Date(Date.UTC(year === "-" ? 2000 : Number(year), Number(month) - 1, Number(day)));
  const words = date.toLocaleDateString("en-GB", {day: "numeric", month: "long", timeZone: "UTC"});
  return year === "-" ? `${words}, year not given` : `${words} ${year}`;
}

// A long number by its beginning; all of it on demand, and on paper.
const shortened = (digits) =>
  el(
    "details",
    {class: "digest"},
    el("summary", {title: digits}, el("code", {}, `${digits.slice(0, 12)}…`)),
    el("code", {}, digits),
  );

function pluginRun({id, version, status, edits}) {
  const name = `${visibleString(id, 60)} ${visibleString(version ?? "", 40)}`;
  return `${name}${status === "ok" ? "" : ` ${status}`}: ${edits === 0 ? "no edit" : counted(edits, "edit")}`;
}

function documentFacts(doc) {
  return [
    ["Bytes", `${doc.bytes.toLocaleString("en")}, ${doc.encoding}`],
    ["SHA-256", shortened(doc.sha256)],
    ...Object.entries(doc.metadata).map(([key, value]) => [plainWord(visibleString(key, 40)), dayInWords(value)]),
    ["Plugins", doc.plugins.length === 0 ? "none" : doc.plugins.map(pluginRun).join("; ")],
  ];
}

export function made() {
  const {tool, options, docs, summary} = state.report;
  return section(
    "made",
    "How this report was made",
    null,
    el(
      "p",
      {},
      `${visibleString(tool.name, 40)} ${visibleString(tool.version, 40)}, language ${visibleString(options.language, 40)}, lexicon ${visibleString(options.lexicon ?? "none", 60)}, word vectors ${visibleString(options.vectors ?? "none", 60)}.`,
    ),
    summary ? el("p", {}, `In the report’s terms this text is ${plainWord(visibleString(summary.class, 40))}.`) : null,
    docs.map((doc) => [
      el("h3", {}, `${doc.called} `, fileName(doc.path)),
      el(
        "dl",
        {class: "made"},
        documentFacts(doc).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
      ),
    ]),
  );
}
