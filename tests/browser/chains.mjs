// The chains that the page of takes is tried with. Each is {name, takes}: files with their text.
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

import {hostile} from "./pairs.mjs";

const take = (chain, number) => ({
  file: `take${number}.txt`,
  text: readFileSync(
    fileURLToPath(new URL(`../../fixtures/chains/${chain}/take${number}.txt`, import.meta.url)),
    "utf8",
  ),
});

export const threeTakes = {name: "three-takes", takes: [1, 2, 3].map((number) => take("bank-merger", number))};

// A sentence that is dropped and comes back, and an alert in most steps.
export const fourTakes = {name: "four-takes", takes: [1, 2, 3, 4].map((number) => take("dam-break", number))};

const names = ["Berta", "Carlos", "Dunja", "Emil", "Frida", "Gustav", "Hedda", "Igor", "Jonna", "Karl", "Lena", "Milo"];

// So long that a sentence and its later self are never on screen together: the last one moves to the top.
const line = (index, figure) =>
  `Witness ${names[index % names.length]} number ${index + 1} told the inquiry in Vellmar that the ${
    ["bridge", "tunnel", "harbour", "railway", "hospital"][index % 5]
  } had been closed for ${figure} days before anybody wrote it down in the book of the watch.`;
const lines = Array.from({length: 40}, (_, index) => line(index, index + 11));

export const longTakes = {
  name: "long-takes",
  takes: [
    {file: "morning.txt", text: `${lines.join("\n\n")}\n`},
    {file: "noon.txt", text: `${[...lines.slice(-1), ...lines.slice(0, -1)].join("\n\n")}\n`},
    {file: "night.txt", text: `${[...lines.slice(-1), ...lines.slice(1, -1)].join("\n\n")}\n`},
  ],
};

export const hostileTakes = {
  name: "hostile-takes",
  takes: [
    hostile.sources[0],
    hostile.target,
    {file: "third\u202e.txt", text: hostile.target.text.replace("Tuesday", "Wednesday")},
  ],
};

export const emptyBetween = {
  name: "empty-between",
  takes: [
    {file: "one.txt", text: "The ferry sank on Monday.\n\nNobody died, officials said.\n"},
    {file: "two.txt", text: ""},
    {file: "three.txt", text: "The ferry sank on Monday.\n\nNobody died, officials said.\n"},
  ],
};
