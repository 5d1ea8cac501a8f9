// Makes pages with the built program, and opens them in a real browser that watches for any request,
// any message on the console and any error.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {createRequire} from "node:module";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

// Where ctest keeps the packages; STORYDIFF_* come from CMakeLists.txt.
const require = createRequire(join(process.env.STORYDIFF_NODE_FOLDER, "package.json"));
const {chromium} = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const program = process.env.STORYDIFF_PROGRAM;

function run(folder, ...args) {
  try {
    return execFileSync(program, args, {cwd: folder, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"]});
  } catch (error) {
    if (error.status === 1) return error.stdout; // the texts differ
    throw new Error(`storydiff ${args[0]} failed: ${error.stderr}`);
  }
}

const folders = [];
process.on("exit", () => folders.forEach((folder) => rmSync(folder, {recursive: true, force: true})));

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "storydiff-page-"));
  folders.push(folder);
  return folder;
}

// Compares a pair of pairs.mjs, and gives {file, report}: the page's path and the report as shown.
export function makePage(pair) {
  const folder = temporaryFolder();
  for (const {file, text} of [...pair.sources, pair.target]) writeFileSync(join(folder, file), text);
  const files = [...pair.sources, pair.target].map(({file}) => `./${file}`);
  run(folder, "compare", ...files, "--json", "report.json", "--quiet", "--language", pair.language ?? "en");
  const made = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
  const report = pair.change ? pair.change(made) : made;
  writeFileSync(join(folder, "report.json"), JSON.stringify(report));
  run(folder, "show", "report.json", "--html", "page.html");
  const file = join(folder, "page.html");
  return {
    file,
    report,
    again: () => run(folder, "show", "report.json", "--html", "-"),
    html: readFileSync(file, "utf8"),
  };
}

// The same for a chain of chains.mjs: {file, chain}.
export function makeChainPage({takes}) {
  const folder = temporaryFolder();
  for (const {file, text} of takes) writeFileSync(join(folder, file), text);
  const files = takes.map(({file}) => `./${file}`);
  run(folder, "chain", ...files, "--json", "chain.json", "--html", "page.html", "--quiet", "--language", "en");
  const file = join(folder, "page.html");
  return {
    file,
    chain: JSON.parse(readFileSync(join(folder, "chain.json"), "utf8")),
    again: () => run(folder, "chain", ...files, "--html", "-", "--language", "en"),
    html: readFileSync(file, "utf8"),
  };
}

let browser;

export async function start() {
  browser = await chromium.launch({
    executablePath: process.env.STORYDIFF_CHROMIUM,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export const stop = () => browser.close();

// Opens a page. `trouble` collects what must not be: requests, console messages, errors, dialogs.
export async function open(file, {width = 1440, height = 900, scheme = "light", motion = "reduce"} = {}) {
  const context = await browser.newContext({
    viewport: {width, height},
    colorScheme: scheme,
    reducedMotion: motion,
    bypassCSP: false,
  });
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => trouble.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => trouble.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(file).href) trouble.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  await page.locator(".pane .scroll:visible").first().waitFor();
  await frames(page);
  return {page, trouble, close: () => context.close()};
}

// A few frames: what came into view has been laid out, and the ribbons have followed.
export const frames = (page) =>
  page.evaluate(async () => {
    for (let i = 0; i < 5; ++i) await new Promise(requestAnimationFrame);
  });

// Opens a page that was made, runs `steps(page)`, and wants no trouble at the end but what matches `wanted`.
export async function withinPage(made, steps, {wanted, ...options} = {}) {
  const {page, trouble, close} = await open(made.file, options);
  try {
    await steps(page);
    assert.deepEqual(
      trouble.filter((line) => !wanted?.test(line)),
      [],
    );
  } finally {
    await close();
  }
}

// The text of a pane's document without what the page adds to it, and without white space.
export const storyIn = (pane) =>
  pane.locator(".scroll").evaluate((scroll) => {
    const copy = scroll.cloneNode(true);
    for (const added of copy.querySelectorAll(".chip, .flag, .note, .fold, .rule, .control, summary, dt, .empty"))
      added.remove();
    return copy.textContent.replace(/\s/g, "");
  });

export const withoutSpace = (text) =>
  text.replace(/[\s\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g, "");

export const isOnScreen = (locator) =>
  locator.evaluate((element) => {
    const own = element.getClientRects()[0];
    const window = element.closest(".scroll").getBoundingClientRect();
    return own.top >= window.top - 1 && own.top < window.bottom;
  });

// Whether an element's first line can be seen where it is: on the window, under no toolbar and no sheet.
export const canBeSeen = (locator) =>
  locator.evaluate((element) => {
    const {left, top, width, height} = element.getClientRects()[0];
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && (element.contains(there) || there.contains(element) && there.closest(".s") === element.closest(".s"));
  });

export const current = (page) =>
  page.locator(".finding-item[aria-current]").evaluateAll((items) => items.map((item) => Number(item.dataset.finding)));

// The violations that axe-core finds, one line each.
export async function violations(page) {
  // Playwright's evaluate goes around the page's policy; the page itself can not.
  await page.evaluate(axeSource);
  const found = await page.evaluate(() =>
    axe.run(document, {
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replaceAll("\n", " ")}`),
  );
}

// Pictures for people: STORYDIFF_PICTURES names a folder to keep them.
export async function picture(page, name) {
  const folder = process.env.STORYDIFF_PICTURES;
  if (!folder) return;
  mkdirSync(folder, {recursive: true});
  await page.screenshot({path: join(folder, `${name}.png`)});
}
