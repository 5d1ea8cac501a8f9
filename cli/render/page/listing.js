// Parts of the lists that stand below the texts.
import {counted, el, longList, plainWord} from "./dom.js";
import {state} from "./state.js";
import {fileName, visibleString} from "./visible.js";

export function table(title, columns, items, row) {
  const body = el("tbody", {});
  longList(body, items, row);
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
        columns.map((column) => el("th", {scope: "col"}, column)),
      ),
    ),
    body,
  );
  return el("div", {class: "table"}, element);
}

export const cell = (label, ...content) => el("td", {"data-label": label}, ...content);

// The link between a row and its place in the texts.
export function goButton(jump, label, places, link = null) {
  return el(
    "button",
    {type: "button", class: "go", "aria-label": `Show ${label} in the texts`, on: {click: () => jump(places, link)}},
    "Show",
  );
}

export const nothing = (words) => el("span", {class: "nothing-there"}, words);

export function section(id, title, count, ...content) {
  return el(
    "section",
    {id, class: "listing", "aria-labelledby": `${id}-title`, tabindex: -1},
    el(
      "h2",
      {id: `${id}-title`},
      title,
      count === null ? null : el("span", {class: "count"}, ` ${count.toLocaleString("en")}`),
    ),
    ...content,
  );
}

export function made() {
  const {report} = state;
  const plugins = (doc) =>
    doc.plugins.length === 0
      ? "no plugin"
      : doc.plugins
          .map((run) => `${run.id} ${run.version ?? ""} ${run.status}, ${counted(run.edits, "edit")}`)
          .join("; ");
  return section(
    "made",
    "How this report was made",
    null,
    el(
      "p",
      {},
      `${visibleString(report.tool.name, 40)} ${visibleString(report.tool.version, 40)}, language ${visibleString(report.options.language, 40)}, lexicon ${visibleString(report.options.lexicon ?? "none", 60)}, word vectors ${visibleString(report.options.vectors ?? "none", 60)}.`,
    ),
    el(
      "dl",
      {class: "made"},
      report.docs.flatMap((doc) => [
        el("dt", {}, `${doc.called} `, fileName(doc.path)),
        el(
          "dd",
          {},
          `${counted(doc.bytes, "byte")}, ${doc.encoding}, SHA-256 `,
          el("code", {}, doc.sha256),
          `; ${visibleString(plugins(doc), 600)}`,
          Object.entries(doc.metadata).map(
            ([key, value]) => ` · ${plainWord(visibleString(key, 40))}: ${visibleString(value, 80)}`,
          ),
        ),
      ]),
    ),
  );
}
