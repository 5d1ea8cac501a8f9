// What holds for every page, of a pair or of a chain.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {frames, picture, start, stop, violations, withinPage} from "./browser.mjs";

// The browser for a file of tests, and its pages, each made by `make` once: {pageOf(thing), within(thing, steps, options)}.
export function pagesMadeBy(make) {
  before(start);
  after(stop);
  const pages = new Map();
  const pageOf = (thing) => {
    if (!pages.has(thing)) pages.set(thing, make(thing));
    return pages.get(thing);
  };
  return {pageOf, within: (thing, steps, options) => withinPage(pageOf(thing), steps, options)};
}

// For each ribbon, how far its four corners are from the sentences that it should join. `steps`: the links between
// each column and the next.
export const ribbonErrors = (page, steps) =>
  page.evaluate((steps) => {
    const errors = [];
    let joined = 0;
    const panes = document.querySelectorAll(".pane .scroll");
    document.querySelectorAll(".ribbons").forEach((gutter, step) => {
      const box = gutter.getBoundingClientRect();
      for (const path of gutter.querySelectorAll(".ribbon")) {
        const link = steps[step][Number(path.dataset.link)];
        const [, a, c, d, b] = path
          .getAttribute("d")
          .match(/^M0 (\S+?)C\S+ \S+ \S+ \S+ \S+ (\S+?)L\S+ (\S+?)C\S+ \S+ \S+ \S+ 0 (\S+?)Z$/)
          .map(Number);
        const sides = [
          [panes[step], link.source.sentences, a, b],
          [panes[step + 1], link.target.sentences, c, d],
        ];
        if (sides.some(([, numbers]) => numbers.at(-1) - numbers[0] + 1 !== numbers.length)) continue;
        for (const [pane, numbers, top, bottom] of sides) {
          const rects = [numbers[0], numbers.at(-1)].map((number) => [
            ...pane.querySelector(`[data-s="${number}"]`).getClientRects(),
          ]);
          const edges = {top: rects[0][0].top, bottom: rects[1].at(-1).bottom};
          const window = pane.getBoundingClientRect();
          if (edges.bottom <= window.top || edges.top >= window.bottom) continue;
          ++joined;
          if (Math.abs(edges.top - box.top - top) > 1.5 || Math.abs(edges.bottom - box.top - bottom) > 1.5)
            errors.push(`step ${step} link ${link.id}: ribbon ${top}..${bottom}, sentence ${edges.top}..${edges.bottom}`);
        }
      }
    });
    return {errors, joined};
  }, steps);

// One small file, the same bytes each time, under a policy that allows nothing from outside.
export function assertSelfContained({html, again}, mostBytes) {
  assert.ok(Buffer.byteLength(html) <= mostBytes, `${Buffer.byteLength(html)} bytes`);
  assert.equal(again().toString(), html);
  assert.match(
    html,
    /http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-[^' ]+';/,
  );
  assert.equal(html.match(/<script/g).length, 2);
}

// No script of the texts has run, no markup of them stands, nothing turns the writing. The browser tells of the last
// question on the console too: /TrustedHTML/.
export async function assertHarmless(page) {
  const found = await page.evaluate(() => ({
    broken: window.broken,
    foreign: document.querySelectorAll(
      "img, iframe, object, embed, a[href^=javascript], main script, [onerror], [onload], [onfocus]",
    ).length,
    unseen: [...document.querySelectorAll("body *:not(script)")].some((element) =>
      [...element.childNodes].some(
        (node) => node.nodeType === 3 && /[\u0007\u0085\u2028\u202a-\u202e\u2066-\u2069]/.test(node.data),
      ),
    ),
    titles: [...document.querySelectorAll("[title], [aria-label]")].some((element) =>
      /[\u202a-\u202e\u2066-\u2069]/.test(element.title + element.ariaLabel),
    ),
    title: /[\u202a-\u202e]/.test(document.title),
    // Even the page's own script could not make markup from text.
    markup: (() => {
      try {
        document.createElement("p").innerHTML = "<b>x</b>";
        return "made";
      } catch (error) {
        return error.name;
      }
    })(),
  }));
  assert.deepEqual(found, {
    broken: undefined,
    foreign: 0,
    unseen: false,
    titles: false,
    title: false,
    markup: "TypeError",
  });
}

// On paper all of each text is there and nothing scrolls; each finding is said once, in the head.
export async function assertPrints(page) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({media: "print"});
  await frames(page);
  const panes = page.locator(".pane .scroll");
  for (const pane of await panes.all()) {
    assert.equal(await pane.isVisible(), true);
    assert.ok(await pane.evaluate((scroll) => scroll.scrollHeight <= scroll.clientHeight + 1));
  }
  for (const part of [".toolbar", ".side", ".go", '#alerts a[href="#findings"]'])
    assert.equal(await page.locator(part).first().isVisible(), false, part);
  const lines = page.locator("#alerts .firsts button");
  assert.ok((await lines.count()) > 0);
  for (const line of await lines.all()) assert.equal(await line.isVisible(), true);
  // A long number is legible as a whole, once.
  const number = page.locator("#made .digest").first();
  assert.equal(await number.locator("summary").isVisible(), false);
  assert.equal(await number.locator(":scope > code").isVisible(), true);
  assert.ok((await page.pdf({format: "A4"})).length > 20000);
}

// The classes of the marks that texts may have, as selectors.
const marks = [
  ...["verbatim", "edited", "paraphrase", "none", "born"].map((look) => `.chip.${look}`),
  ...["alert", "review", "info"].map((severity) => `:is(.flag, .finding).${severity}`),
  ...["ins", ".missing", ".variant", ".replaced", ".control", ":is(.fold, .furniture)", ".letter", ".quotation.flagged", ".figure.flagged"],
  ...[".note", ".note.shares", ".note.leaving"],
];

// The list of marks, above the texts and in the help, names every mark that they have and no other, and each by words.
export async function assertLegendComplete(page) {
  for (const list of [".key", ".help"]) {
    const found = await page.evaluate(
      ([marks, list]) => {
        const there = (part) => marks.filter((mark) => document.querySelector(`${part} ${mark}`));
        return {used: there(".pane .scroll"), told: there(`${list} .legend-list`)};
      },
      [marks, list],
    );
    assert.deepEqual(found.told, found.used, list);
    for (const item of await page.locator(`${list} .legend-list li`).allTextContents())
      assert.match(item, /(\p{L}{2,}.*){3}/u);
  }
  for (const item of await page.locator(".key p > *").allTextContents()) assert.match(item, /\p{L}{3}/u);
}

// Until the reader scrolls: both (all) texts have begun, and the head hides nothing of weight.
export async function assertTextsBegin(page) {
  const found = await page.evaluate(() => ({
    lines: [...document.querySelectorAll(".pane .scroll")].map(
      (scroll) => (scroll.querySelector(".s") ?? scroll.querySelector(".empty")).getClientRects()[0].bottom,
    ),
    alerts: [...document.querySelectorAll("#alerts .first.alert")].map((line) => line.getBoundingClientRect()),
    window: innerHeight,
  }));
  for (const bottom of found.lines) assert.ok(bottom <= found.window, `${bottom} of ${found.window}`);
  for (const {height, bottom} of found.alerts) assert.ok(height > 0 && bottom <= found.window);
}

// Every control of `cases` has a name, every text enough contrast, and so on, also with all opened.
export function testAccessibility(cases, within, prepare = () => {}) {
  for (const thing of cases)
    for (const scheme of ["light", "dark"])
      test(`${thing.name}, ${scheme}: axe-core finds no violation`, () =>
        within(
          thing,
          async (page) => {
            assert.deepEqual(await violations(page), []);
            await page.keyboard.press("n");
            await prepare(page, thing);
            await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
            assert.deepEqual(await violations(page), []);
            await picture(page, `${thing.name}-1440-${scheme}-chosen`);
          },
          {scheme},
        ));
}

// `steps(page, width)` after nothing was found to spill over, on a tablet and a telephone.
export function testSmallScreens(thing, title, within, steps) {
  for (const [width, height] of [
    [800, 1000],
    [380, 800],
  ])
    for (const scheme of ["light", "dark"])
      test(`${thing.name} at ${width} pixels, ${scheme}: nothing spills over, ${title}`, () =>
        within(
          thing,
          async (page) => {
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
            assert.deepEqual(await violations(page), []);
            await picture(page, `${thing.name}-${width}-${scheme}`);
            await page.keyboard.press("n");
            await picture(page, `${thing.name}-${width}-${scheme}-chosen`);
            await steps(page, width);
          },
          {width, height, scheme},
        ));
}
