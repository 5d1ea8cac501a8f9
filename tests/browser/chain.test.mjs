// The page of a chain in a real browser: the takes as columns, each sentence's life across them, every
// control by mouse and by keyboard, and nothing of a text that can do harm.
import assert from "node:assert/strict";
import {test} from "node:test";

import {canBeSeen, current, frames, isOnScreen, makeChainPage, picture, storyIn, withoutSpace} from "./browser.mjs";
import {emptyBetween, fourTakes, hostileTakes, longTakes, threeTakes} from "./chains.mjs";
import {
  assertHarmless,
  assertLegendComplete,
  assertPrints,
  assertSelfContained,
  assertTextsBegin,
  pagesMadeBy,
  ribbonErrors,
  testAccessibility,
  testSmallScreens,
} from "./every_page.mjs";

const {pageOf, within} = pagesMadeBy(makeChainPage);

const take = (page, index) => page.locator(".pane.take").nth(index);
const sentence = (page, index, number) => take(page, index).locator(`[data-s="${number}"]`);
const places = (life) => life.stages.filter((stage) => stage.sentence !== null);
const labels = {kept: "unchanged", edited: "edited", rewritten: "rewritten", returned: "came back"};

const chainRibbonErrors = (page, {steps}) =>
  ribbonErrors(
    page,
    steps.map(({alignments}) => alignments),
  );

test("takes: one small file, the same bytes each time, under a policy that allows nothing from outside", () =>
  assertSelfContained(pageOf(threeTakes), 200000));

for (const [width, height] of [
  [1366, 768],
  [1440, 900],
])
  for (const chain of [threeTakes, fourTakes, emptyBetween])
    test(`${chain.name} at ${width} by ${height}: all takes begin on the first screen, and every mark is explained`, () =>
      within(
        chain,
        async (page) => {
          await assertTextsBegin(page);
          await assertLegendComplete(page);
          // Four takes stand side by side without scrolling.
          const bench = page.locator(".bench.takes");
          assert.ok(await bench.evaluate((element) => element.scrollWidth <= element.clientWidth));
        },
        {width, height},
      ));

test("takes: the list of sentences has the wording of each take that changed it, and the days are in words", () =>
  within(threeTakes, async (page) => {
    const {lives, versions} = pageOf(threeTakes).chain;
    await page.evaluate(() => document.querySelectorAll("#lives details").forEach((details) => (details.open = true)));
    let worded = 0;
    for (const life of lives) {
      const row = page.locator("#lives tbody tr").filter({
        has: page.getByRole("rowheader", {name: String(life.id + 1), exact: true}),
      });
      for (const stage of life.stages) {
        const words = await row.locator("td").nth(stage.version).textContent();
        if (stage.sentence === null) continue;
        const {text, sentences} = versions[stage.version];
        const [begin, end] = sentences[stage.sentence].span;
        const own = Buffer.from(text).subarray(begin, end).toString();
        assert.equal(withoutSpace(words).includes(withoutSpace(own)), stage.event !== "kept", words);
        assert.equal(words.includes("as before"), stage.event === "kept", words);
        ++worded;
      }
    }
    assert.ok(worded > lives.length);
    assert.match(await page.locator("#made").textContent(), /12 May, year not given/);
  }));

for (const chain of [threeTakes, fourTakes])
  test(`${chain.name}: the head says what each take did, and all of each text stands in its column`, () =>
    within(chain, async (page) => {
      const made = pageOf(chain).chain;
      const takes = made.versions.length;
      assert.match(await page.locator("h1").textContent(), new RegExp(`^${takes} takes: `));
      assert.match(await page.locator("#standfirst").textContent(), /in the first take to \d+ in the last/);
      assert.equal(await page.locator(".takes-made li").count(), takes);
      for (const [index, step] of made.steps.entries()) {
        const line = await page
          .locator(".takes-made li")
          .nth(index + 1)
          .textContent();
        for (const [name, words] of [
          ["edited", "edited"],
          ["returned", "came back"],
          ["dropped", "left out"],
        ])
          assert.equal(line.includes(`${step.sentences[name]} ${words}`), step.sentences[name] > 0, line);
        // What the take did to its sentences adds up to all of them.
        const [, all, parts] = /(\d+) sentences?: ([^;]*)/.exec(line);
        assert.equal(Number(all), made.versions[step.to].sentences.length);
        assert.equal(
          parts.match(/\d+/g).reduce((sum, count) => sum + Number(count), 0),
          Number(all),
          line,
        );
      }
      assert.equal(await page.locator(".pane.take").count(), takes);
      assert.equal(await page.locator(".ribbons").count(), takes - 1);
      for (const [index, version] of made.versions.entries())
        assert.equal(await storyIn(take(page, index)), withoutSpace(version.text));
      // Every sentence says which life it belongs to, and what its take did to it.
      for (const life of made.lives)
        for (const stage of places(life)) {
          const label = await sentence(page, stage.version, stage.sentence).locator(".chip").getAttribute("aria-label");
          assert.ok(label.startsWith(`Sentence ${life.id + 1}: `), label);
          if (labels[stage.event]) assert.ok(label.includes(labels[stage.event]), label);
          const next = life.stages.find(({version}) => version === stage.version + 1);
          const leaves = next !== undefined && next.sentence === null;
          assert.equal(
            await sentence(page, stage.version, stage.sentence).locator(".note.leaving").count(),
            Number(leaves),
          );
        }
      // The same lives as a table.
      const rows = await page.locator("#lives tbody tr").count();
      assert.equal(rows, made.lives.length);
      await picture(page, `${chain.name}-1440-light`);
    }));

test("takes: words that came in or go next stand marked, but for paraphrases", () =>
  within(fourTakes, async (page) => {
    const {chain} = pageOf(fourTakes);
    const edited = chain.steps.flatMap((step) =>
      step.alignments.filter(({relation}) => relation === "edited").map((link) => ({step, link})),
    );
    assert.ok(edited.length > 0);
    for (const {step, link} of edited) {
      const changed = (side) => link.edits.some((edit) => edit.op !== "equal" && edit[side] !== null);
      const into = sentence(page, step.to, link.target.sentences[0]);
      const out = sentence(page, step.from, link.source.sentences[0]);
      if (changed("target")) assert.ok((await into.locator(".inserted").count()) > 0);
      if (changed("source")) assert.ok((await out.locator(".missing").count()) > 0);
    }
    assert.equal(await page.locator(".s.paraphrase .inserted").count(), 0);
  }));

test("takes: ribbons join the same sentence in neighbouring takes, at the top and after scrolling", () =>
  within(longTakes, async (page) => {
    const {chain} = pageOf(longTakes);
    let joined = 0;
    for (const tops of [
      [0, 0, 0],
      [600, 500, 700],
      [0, 1200, 300],
      [2500, 0, 2200],
    ]) {
      await page.evaluate(
        (list) => document.querySelectorAll(".pane.take .scroll").forEach((scroll, i) => (scroll.scrollTop = list[i])),
        tops,
      );
      await frames(page);
      const found = await chainRibbonErrors(page, chain);
      assert.deepEqual(found.errors, []);
      joined += found.joined;
    }
    assert.ok(joined > 20, `${joined} ends checked`);
    assert.ok((await page.locator(".ribbon.moved").count()) > 0);
  }));

test("takes: pointing at a sentence lights its life in all takes and brings it into view; choosing keeps it", () =>
  within(longTakes, async (page) => {
    const {chain} = pageOf(longTakes);
    const life = chain.lives.find(({stages}) => stages[0].sentence === 39);
    const [first, second, third] = life.stages.map((stage) => sentence(page, stage.version, stage.sentence));
    await take(page, 1)
      .locator(".scroll")
      .evaluate((scroll) => (scroll.scrollTop = 0));
    assert.equal(await isOnScreen(first), false);
    await second.hover();
    await page.waitForFunction(() => document.querySelectorAll(".s.lit").length === 3);
    await page.waitForTimeout(450);
    for (const place of [first, second, third]) assert.equal(await isOnScreen(place), true);
    assert.equal(await page.locator(".ribbon.lit").count(), 2);
    await page.mouse.move(5, 5);
    await page.waitForFunction(() => document.querySelectorAll(".lit").length === 0);
    await second.click();
    assert.match(
      await page.locator(".inspector").textContent(),
      /Sentence 40 through the takes.*Take 1.*Take 2.*moved.*Take 3/,
    );
    await page.mouse.move(5, 5);
    assert.equal(await page.locator(".s.lit").count(), 3);
    // From the inspector to a take, and a ribbon does the same.
    await page.locator(".inspector .take").first().click();
    assert.match(await page.locator(":focus").getAttribute("aria-label"), /^Sentence 40: in the first take/);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".s.lit").count(), 0);
    await page.locator(".ribbon").first().dispatchEvent("click");
    assert.ok((await page.locator(".s.lit").count()) >= 2);
    await page.locator(".inspector .close").click();
    assert.equal(await page.locator(".s.lit").count(), 0);
    // Others stay where they are when they should.
    await page.getByRole("button", {name: "Follow"}).click();
    await take(page, 0)
      .locator(".scroll")
      .evaluate((scroll) => (scroll.scrollTop = 0));
    await take(page, 1)
      .locator(".scroll")
      .evaluate((scroll) => (scroll.scrollTop = 0));
    await second.hover();
    await page.waitForTimeout(450);
    assert.equal(await isOnScreen(first), false);
    await page.keyboard.press("f");
    assert.equal(await page.getByRole("button", {name: "Follow"}).getAttribute("aria-pressed"), "true");
  }));

test("takes: the keyboard reaches every sentence, and follows it from take to take", () =>
  within(fourTakes, async (page) => {
    const {chain} = pageOf(fourTakes);
    const focused = () => page.locator(":focus").getAttribute("aria-label");
    const takeOfFocus = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".pane.take")].indexOf(document.activeElement.closest(".pane")),
      );
    // One that is left out and comes back: the arrows skip the take without it.
    const life = chain.lives.find(({stages}) => stages.some(({event}) => event === "returned"));
    const stops = places(life);
    const start = sentence(page, stops[0].version, stops[0].sentence).locator(".chip");
    await start.focus();
    await page.keyboard.press("Enter");
    for (const stage of [...stops.slice(1), stops[0]]) {
      await page.keyboard.press("ArrowRight");
      assert.equal(await takeOfFocus(), stage.version);
      assert.ok((await focused()).startsWith(`Sentence ${life.id + 1}: `), await focused());
    }
    await page.keyboard.press("ArrowLeft");
    assert.equal(await takeOfFocus(), stops.at(-1).version);
    await page.keyboard.press("o");
    assert.equal(await takeOfFocus(), stops[0].version);
    // Along one take: each chip has its number.
    await sentence(page, 3, 0).locator(".chip").focus();
    assert.equal(await take(page, 3).locator('.chip[tabindex="0"]').count(), 1);
    const {sentences} = chain.versions[3];
    for (let number = 0; number < sentences.length; ++number) {
      const own = chain.lives.find(({stages}) =>
        stages.some((stage) => stage.version === 3 && stage.sentence === number),
      );
      assert.ok((await focused()).startsWith(`Sentence ${own.id + 1}: `), await focused());
      await page.keyboard.press(number % 2 ? "j" : "ArrowDown");
    }
    await page.keyboard.press("k");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".s.lit").count(), 0);
    // The takes themselves.
    await page.keyboard.press("[");
    assert.equal(await page.locator('.take-switch [aria-pressed="true"]').textContent(), "3");
    assert.equal(await takeOfFocus(), 2);
    await page.keyboard.press("]");
    await page.keyboard.press("]");
    assert.equal(await takeOfFocus(), 3);
    // All stand side by side: no buttons that would do nothing.
    assert.equal(await page.locator(".take-switch").isVisible(), false);
  }));

test("takes: findings between neighbours, by keyboard, by mouse and through filters", () =>
  within(fourTakes, async (page) => {
    const {chain} = pageOf(fourTakes);
    const between = (from) => `Take ${from + 1} → Take ${from + 2}`;
    const grave = ["alert", "review", "info"];
    const lives = chain.lives.flatMap(({stages}) =>
      stages.flatMap(({event, moved, version, sentence: place}, index) =>
        index > 0 && stages[index - 1].sentence !== null && (event === "dropped" || (moved && place !== null))
          ? [{severity: event === "dropped" ? "review" : "info", step: between(version - 1)}]
          : [],
      ),
    );
    const all = chain.steps
      .flatMap((step) => step.findings.map((finding) => ({...finding, step: between(step.from)})))
      .concat(lives)
      .sort((a, b) => grave.indexOf(a.severity) - grave.indexOf(b.severity));
    assert.equal(await page.locator(".finding-item").count(), all.length);
    assert.ok(all.some(({severity}) => severity === "alert"));
    await page.keyboard.press("n");
    assert.deepEqual(await current(page), [0]);
    assert.match(await page.locator("#live").textContent(), /^Finding 1 of \d+\. alert: /);
    assert.match(await page.locator(".finding-item").first().textContent(), /Take \d → Take \d/);
    assert.equal(await isOnScreen(page.locator('.flag[data-finding="0"]')), true);
    assert.ok((await page.evaluate(() => CSS.highlights.get("pointed").size)) > 0);
    await page.keyboard.press("p");
    assert.deepEqual(await current(page), [all.length - 1]);
    await page.locator(".toolbar").getByRole("button", {name: "Next finding"}).click();
    assert.deepEqual(await current(page), [0]);
    await page.locator(".finding-item").nth(1).click();
    assert.deepEqual(await current(page), [1]);
    await page.locator(".firsts button").first().click();
    assert.deepEqual(await current(page), [0]);
    await page.locator('.flag[data-finding="1"]').click();
    assert.deepEqual(await current(page), [1]);

    await page.locator(".filters summary").focus();
    await page.keyboard.press("Enter");
    const {step} = all[0];
    await page.locator(`[data-filter="step:${step}"]`).click();
    assert.equal(await page.locator(".finding-item").count(), all.filter((finding) => finding.step !== step).length);
    await page.locator('[data-filter="severity:alert"]').focus();
    await page.keyboard.press("Space");
    assert.equal(
      await page.locator(".finding-item").count(),
      all.filter((finding) => finding.step !== step && finding.severity !== "alert").length,
    );
  }));

test("takes: what was left out or moved is a finding, and no page says that nothing is to review", () =>
  within(threeTakes, async (page) => {
    assert.match(await page.locator("h1").textContent(), /1 figure changed, 1 sentence left out$/);
    assert.match(await page.locator("#standfirst").textContent(), /1 came in after the first take, 1 was split off/);
    const firsts = await page.locator("#alerts").textContent();
    assert.match(firsts, /Left out: “The deal needs the approval of the competition authority\.”/);
    assert.match(firsts, /Moved up, from place 7 to 2: "This is a bad day/);
    assert.match(firsts, /Take 1 has “11 percent”, Take 2 “14 percent”/);
    assert.match(await page.locator("#alerts .counts").textContent(), /1 to review/);
    const item = page.locator(".finding-item").filter({hasText: "Left out"});
    assert.equal(await item.count(), 1);
    await item.click();
    await frames(page);
    assert.equal(await canBeSeen(page.locator(".s.lit").first()), true);
    assert.match(await page.locator(".inspector").textContent(), /left out/);
  }));

test("takes: search, folds, help, theme and the list of lives", () =>
  within(threeTakes, async (page) => {
    const {chain} = pageOf(threeTakes);
    await page.keyboard.press("/");
    await page.keyboard.type("norderbank");
    await page.keyboard.press("Enter");
    const matches = chain.versions.reduce((sum, {text}) => sum + text.match(/norderbank/gi).length, 0);
    assert.equal(await page.locator(".match-count").textContent(), `1 of ${matches}`);
    await page.keyboard.press("Shift+Enter");
    assert.equal(await page.locator(".match-count").textContent(), `${matches} of ${matches}`);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => CSS.highlights.has("found")), false);
    const fold = take(page, 0).locator(".fold").first();
    await fold.focus();
    await page.keyboard.press("Enter");
    assert.equal(await fold.getAttribute("aria-expanded"), "true");
    assert.match(await take(page, 0).locator(".folded").first().textContent(), /wire-furniture: dateline/);
    await page.keyboard.press("?");
    assert.equal(await page.locator("dialog.help").isVisible(), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog.help").isVisible(), false);
    await page.keyboard.press("t");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await page.locator(".theme").click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "light");
    await page.locator('.parts a[href="#lives"]').click();
    await frames(page);
    assert.ok(
      await page.locator("#lives").evaluate((element) => element.getBoundingClientRect().top < innerHeight / 2),
    );
    await page.locator("#lives .go").first().click();
    await frames(page);
    assert.ok((await page.locator(".s.lit").count()) > 0);
    assert.equal(await isOnScreen(page.locator(".s.lit").first()), true);
  }));

test("takes: on paper everything is there and nothing scrolls", () =>
  within(fourTakes, async (page) => {
    await assertPrints(page);
    assert.equal(await page.locator(".pane.take").count(), 4);
    await picture(page, "four-takes-print");
  }));

test("takes: one without text between two with the same", () =>
  within(emptyBetween, async (page) => {
    assert.equal(await take(page, 1).locator(".empty").isVisible(), true);
    for (const key of ["n", "p", "j", "k", "o", "[", "]"]) await page.keyboard.press(key);
    assert.match(await sentence(page, 2, 0).locator(".chip").getAttribute("aria-label"), /came back/);
    assert.equal(await page.locator(".ribbon").count(), 0);
  }));

test("takes: no script of a hostile text runs, no markup of it stands, nothing turns the writing", () =>
  within(
    hostileTakes,
    async (page) => {
      const {chain} = pageOf(hostileTakes);
      for (const [index, version] of chain.versions.entries())
        assert.equal(await storyIn(take(page, index)), withoutSpace(version.text));
      for (const key of ["n", "p", "j", "o"]) await page.keyboard.press(key);
      await assertHarmless(page);
      await assertLegendComplete(page);
      await picture(page, "hostile-takes-1440-light");
    },
    {wanted: /TrustedHTML/},
  ));

testAccessibility([threeTakes, fourTakes, emptyBetween, hostileTakes], within, (page, chain) =>
  chain === emptyBetween ? page.keyboard.press("j") : null,
);

testSmallScreens(threeTakes, "and every take can be reached", within, async (page, width) => {
  assert.equal(await isOnScreen(page.locator('.flag[data-finding="0"]')), true);
  await page.locator(".inspector .close").click();
  for (const index of [0, 2, 1]) {
    const button = page.locator(".take-switch button").nth(index);
    if (!(await button.isVisible())) {
      assert.ok(width > 600); // all stand side by side
    } else if (index === 2) {
      await button.focus();
      await page.keyboard.press("Enter");
    } else {
      await button.click();
    }
    await frames(page);
    const box = await take(page, index).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width + 1, `take ${index + 1} at ${box.x}, ${box.width} wide`);
    if (width < 600) assert.equal(await page.locator(".pane.take:visible").count(), 1);
  }
  if (width > 600) assert.deepEqual((await chainRibbonErrors(page, pageOf(threeTakes).chain)).errors, []);
});
