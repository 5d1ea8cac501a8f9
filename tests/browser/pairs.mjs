// The pairs that the page is tried with. Each is {name, sources, target, language, change}: files with
// their text, and what to change in the report before it is shown.
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

const read = (pair, file) =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/pairs/${pair}/${file}`, import.meta.url)), "utf8");

export const lavrov = {
  name: "lavrov",
  sources: [{file: "wire.txt", text: read("lavrov-talks", "wire.txt")}],
  target: {file: "opinion.txt", text: read("lavrov-talks", "opinion.txt")},
};

export const manySources = {
  name: "many-sources",
  sources: [
    {file: "agency.txt", text: read("two-wires", "source.txt")},
    {file: "rival.txt", text: read("two-wires", "source2.txt")},
    {file: "unrelated.txt", text: "Fog grounded forty balloons above Lisbon.\n\nPilots drank coffee instead.\n"},
  ],
  target: {file: "paper.txt", text: read("two-wires", "target.txt")},
};

export const withoutSpeakers = {
  ...lavrov,
  name: "without-speakers",
  change(report) {
    for (const quotation of report.quotations) quotation.speaker = null;
    return report;
  },
};

export const withSomeSpeakers = {
  ...lavrov,
  name: "with-some-speakers",
  change(report) {
    for (const quotation of report.quotations) if (quotation.status === "unsupported") quotation.speaker = null;
    return report;
  },
};

export const rightToLeft = {
  name: "right-to-left",
  language: "ar",
  sources: [
    {
      file: "برقية.txt",
      text: `وصلت السفينة إلى ميناء الإسكندرية صباح الثلاثاء وعلى متنها 240 راكبا.

وقال مدير الميناء سامي حداد: "لم يصب أحد بأذى، والسفينة في حالة جيدة."

وأضاف أن التحقيق في أسباب التأخير سيستغرق أسبوعين على الأقل.

وكانت السفينة قد غادرت مدينة بيروت مساء الأحد الماضي.

ويعمل في الميناء أكثر من ألف عامل منذ بداية العام.
`,
    },
  ],
  target: {
    file: "مقال.txt",
    text: `كتب كثيرون عن البحر، وقليل منهم عرفه.

وكانت السفينة قد غادرت مدينة بيروت مساء الأحد الماضي.

وصلت السفينة إلى ميناء الإسكندرية صباح الأربعاء وعلى متنها 250 راكبا.

وقال مدير الميناء سامي حداد: "لم يصب أحد بأذى، والسفينة في حالة جيدة."

أما أنا فلا أصدق مواعيد السفن، مثل Queen Mary 2 في عام 2004.
`,
  },
};

export const emptyAgainstText = {
  name: "empty",
  sources: [{file: "empty.txt", text: ""}],
  target: {file: "story.txt", text: "The ferry sank on Monday.\n\nNobody died, officials said.\n"},
};

// A generator of numbers from 0 to 1, the same for the same seed.
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

// About a million bytes on each side: sentences that are the same, edited, moved, new or left out.
export function large(seed = 7) {
  const next = numbers(seed);
  const syllables = [
    "ba",
    "cor",
    "den",
    "fel",
    "gra",
    "hol",
    "ist",
    "jun",
    "kel",
    "lor",
    "mar",
    "nep",
    "ost",
    "par",
    "quil",
    "ros",
    "sta",
    "tur",
    "ul",
    "ven",
  ];
  const word = () =>
    Array.from({length: 1 + Math.floor(next() * 3)}, () => syllables[Math.floor(next() * syllables.length)]).join("");
  const sentence = () => {
    const words = Array.from({length: 9 + Math.floor(next() * 14)}, word);
    words[0] = words[0][0].toUpperCase() + words[0].slice(1);
    return `${words.join(" ")}.`;
  };
  const edited = (text) =>
    text
      .split(" ")
      .map((item, index) => (index % 5 === 2 ? word() : item))
      .join(" ");
  const source = [];
  const target = [];
  for (let size = 0; size < 1000000;) {
    const paragraph = Array.from({length: 2 + Math.floor(next() * 3)}, sentence);
    size += paragraph.join(" ").length + 2;
    source.push(paragraph.join(" "));
    const kind = next();
    if (kind < 0.35) target.push(paragraph.join(" "));
    else if (kind < 0.6) target.push(paragraph.map(edited).join(" "));
    else if (kind < 0.7) target.splice(Math.floor(next() * target.length), 0, paragraph.join(" "));
    else target.push(paragraph.map(sentence).join(" "));
  }
  return {
    name: "large",
    sources: [{file: "long-wire.txt", text: `${source.join("\n\n")}\n`}],
    target: {file: "long-story.txt", text: `${target.join("\n\n")}\n`},
  };
}

const markup = `<img src=x onerror="window.broken=1"><svg onload="window.broken=1">`;
const script = `</script><script>window.broken=1</script><!--`;

export const hostile = {
  name: "hostile",
  sources: [
    {
      file: `wire<img src=x onerror=broken()>&amp;"'.txt`,
      text: `BERLIN (AP) -

The minister said ${script} that nothing happened on Monday in the harbour.

He added {{report}} and {{script}} that ${markup} was a mistake of the printer.

The \u202esterces gnihton\u202c were kept from the committee \u2066until\u2069 Friday morning.

A \u0007bell\u0085 and a \u2028line\u2029 stood in the text of the old agreement.
`,
    },
  ],
  target: {
    file: `"><script>broken()<script>.txt`,
    text: `The minister said ${script} that nothing happened on Tuesday in the harbour.

He added {{report}} and {{script}} that ${markup} was a mistake of the printer.

The \u202esterces gnihton\u202c were kept from the committee \u2066until\u2069 Friday evening.

A \u0007bell\u0085 and a \u2028line\u2029 stood in the text of the old agreement.

\u202eEverything after this is turned around, \u202ethe author hoped.

'"--></style></title></textarea></noscript><a href="javascript:window.broken=1" autofocus onfocus="window.broken=1">click</a>
`,
  },
  change(report) {
    const hostileText = `${script}${markup}\u202eturned`;
    const target = (span) => ({span});
    report.documents.sources[0].path = `/tmp/${script}/${markup}\u202ename.txt`;
    report.tool.version = hostileText;
    report.options.language = `"><b>`;
    report.options.lexicon = hostileText;
    for (const doc of [...report.documents.sources, report.documents.target])
      doc.plugins.push({id: hostileText, version: hostileText, status: "failed", message: hostileText, edits: 0});
    for (const doc of report.documents.sources)
      for (const edit of doc.edits) Object.assign(edit, {rule: hostileText, role: edit.role && hostileText});
    for (const miss of [...report.unmatched, ...report.omitted]) if (miss.nearest) miss.nearest.why = hostileText;
    const places = {target: target([0, 12]), source: {document: 0, span: [0, 6]}, alignment: null};
    report.quotations.push({
      status: "altered",
      from: hostileText,
      to: hostileText,
      speaker: hostileText,
      verb: hostileText,
      ...places,
    });
    report.names.push({status: "changed", from: hostileText, to: hostileText, ...places});
    report.findings.push({kind: "quotation", rule: hostileText, severity: "alert", message: hostileText, ...places});
    report.summary.bailouts.push(hostileText);
    return report;
  },
};
