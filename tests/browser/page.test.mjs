// The page in a real browser: what it shows, that each control works by mouse and by keyboard, and
// that nothing of a report can do harm.
import assert from "node:assert/strict";
import {test} from "node:test";

import {canBeSeen, current, frames, isOnScreen, makePage, picture, storyIn, withoutSpace} from "./browser.mjs";
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
import {emptyAgainstText, hostile, large, lavrov, manySources, rightToLeft, withSomeSpeakers, withoutSpeakers} from "./pairs.mjs";

const {pageOf, within} = pagesMadeBy(makePage);

const storyOf = (page, side) => storyIn(page.locator(`.pane.${side}`));

// A function that tells how many milliseconds the page's main thread has spent on script, style and layout.
async function workCounter(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return async () => {
    const {metrics} = await session.send("Performance.getMetrics");
    const counted = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];
    return metrics.filter(({name}) => counted.includes(name)).reduce((sum, {value}) => sum + value * 1000, 0);
  };
}

const pairRibbonErrors = (page, pair) => ribbonErrors(page, [pageOf(pair).report.alignments]);

test("lavrov: small, the same bytes each time, and under a policy that allows nothing from outside", () =>
  assertSelfContained(pageOf(lavrov), 300000));

test("lavrov: verdict and alerts come first, and all of both texts stands below", () =>
  within(lavrov, async (page) => {
    const {report} = pageOf(lavrov);
    assert.equal(await page.locator("h1").textContent(), "About a quarter comes from AP, uncredited");
    assert.match(await page.locator("#standfirst").textContent(), /^\d+ of 37 sentences/);
    assert.match(await page.locator(".firsts li").first().textContent(), /altered/);
    const bar = await page.locator(".bar").getAttribute("aria-label");
    for (const word of ["verbatim", "edited", "paraphrased", "quoted", "new"]) assert.ok(bar.includes(word), bar);
    assert.equal(await storyOf(page, "source"), withoutSpace(report.documents.sources[0].text));
    assert.equal(await storyOf(page, "target"), withoutSpace(report.documents.target.text));
    assert.equal(await page.locator("#quotations tbody tr").count(), report.quotations.length);
    assert.equal(await page.locator("#figures tbody tr").count(), report.figures.length);
    assert.equal(await page.locator("#new tbody tr").count(), report.unmatched.length);
    assert.equal(await page.locator("#left-out tbody tr").count(), report.omitted.length);
    const told = report.unmatched.findIndex(({nearest}) => nearest && nearest.score >= 0.1);
    const row = await page.locator("#new tbody tr").nth(told).textContent();
    assert.ok(row.includes(report.unmatched[told].nearest.why), row);
    const noise = report.unmatched.findIndex(({nearest}) => !nearest || nearest.score < 0.1);
    assert.match(await page.locator("#new tbody tr").nth(noise).textContent(), /no match found/);
    // One finding of each rule stands at the top, so that a crowd of one kind hides no other; the gravest three open.
    const rules = new Set(report.findings.map(({rule}) => rule)).size;
    assert.equal(await page.locator("#alerts .firsts > li").count(), rules);
    assert.equal(await page.locator("#alerts .firsts > li:visible").count(), 3);
    const firsts = await page.locator("#alerts").textContent();
    assert.match(firsts, /“over 14,000” became “14,000”/);
    assert.match(firsts, /No source has this quotation/);
    assert.match(firsts, /does not name; credit the agency/);
    assert.ok((await page.locator(".firsts .compared .inserted").count()) > 0);
    // In the list too a changed quotation is shown and not described, and what is not looked at is said.
    const altered = report.findings.filter(({kind, severity}) => kind === "quotation" && severity === "alert").length;
    assert.ok(altered > 0);
    assert.equal(await page.locator(".finding-item.alert .compared").count(), 2 * altered);
    assert.match(await page.locator("#findings .small-print").textContent(), /sense is for its reader to judge/);
    await picture(page, "lavrov-1440-light");
  }));

test("lavrov: each finding is one line at the top, and each line goes to its own finding", () =>
  within(lavrov, async (page) => {
    const {report} = pageOf(lavrov);
    assert.equal(await page.locator(".finding-item").count(), report.findings.length);
    await page.evaluate(() => document.querySelectorAll("#alerts details").forEach((details) => (details.open = true)));
    const buttons = page.locator(".firsts button");
    assert.equal(await buttons.count(), report.findings.length);
    const reached = new Set();
    for (let index = 0; index < report.findings.length; ++index) {
      await buttons.nth(index).click();
      const [finding] = await current(page);
      reached.add(finding);
    }
    assert.equal(reached.size, report.findings.length);
    // What has no match and is no finding is said apart, and leads to its places too.
    const lost = report.figures.filter(({status, target}) => status === "unsupported" && target);
    const beside = page.locator("#alerts .beside button");
    assert.equal(await beside.count(), lost.length);
    await beside.last().click();
    await frames(page);
    assert.deepEqual(await current(page), []);
    assert.equal(await canBeSeen(page.locator(".pane.target .s.lit")), true);
  }));

test("lavrov: after a jump the chosen sentence is lit, and not what came to lie under the resting pointer", () =>
  within(lavrov, async (page) => {
    const lit = () =>
      page.locator(".s.lit").evaluateAll((all) => all.map((s) => `${s.closest(".pane").className} ${s.dataset.s}`));
    await page.evaluate(() => document.querySelectorAll("#alerts details").forEach((details) => (details.open = true)));
    const buttons = page.locator("#alerts button");
    for (let index = 0; index < (await buttons.count()); ++index) {
      await buttons.nth(index).click();
      await frames(page);
      await page.waitForTimeout(250);
      const resting = await lit();
      await page.mouse.move(5, 5);
      await frames(page);
      assert.deepEqual(resting, await lit(), `line ${index}`);
    }
  }));

test("lavrov: only what differs between two quotations is marked", () =>
  within(lavrov, async (page) => {
    const marked = await page.locator(".firsts .compared").evaluateAll((items) =>
      items.map((item) => [
        item.querySelector(".excerpt").textContent,
        [...item.querySelectorAll(".missing, .inserted")].map((mark) => mark.textContent),
      ]),
    );
    const of = (words) => marked.find(([text]) => text === words)?.[1];
    assert.deepEqual(of('"business-like" approach'), ['"']);
    assert.deepEqual(of("“business-like approach”"), ["”"]);
  }));

test("lavrov: a name is one row with all its places, and what has another form is not counted as the same", () =>
  within(lavrov, async (page) => {
    const {names, attributions, polarity} = pageOf(lavrov).report;
    const distinct = (status) =>
      new Map(
        names
          .filter((name) => status === null || name.status === status)
          .map((name) => [`${name.status} ${name.from} ${name.to}`, name]),
      );
    assert.ok(distinct("variant").size > 0 && distinct(null).size < names.length);
    assert.equal(await page.locator("#names .other-forms tbody tr").count(), distinct("variant").size);
    assert.equal(await page.locator("#names .unchanged tbody tr").count(), distinct("same").size);
    assert.equal(await page.locator("#names .unchanged").getByText("another form").count(), 0);
    // Every mention can be gone to, and the counts agree.
    const buttons = await page.locator("#names .go").allTextContents();
    const visits = buttons.reduce((sum, words) => sum + Number(/of (\d+)/.exec(words)?.[1] ?? 1), 0);
    assert.equal(visits, names.length + attributions.length + polarity.length);
    for (const number of [page.locator("#names h2 .count"), page.locator('.parts a[href="#names"] .count')])
      assert.equal(Number(await number.textContent()), buttons.length);
    const {to, status} = names.find((name) => names.filter((other) => other.to === name.to).length > 2);
    await page.evaluate(() => document.querySelectorAll("#names details").forEach((details) => (details.open = true)));
    const row = page
      .locator("#names tbody tr")
      .filter({has: page.locator("td b", {hasText: new RegExp(`^${to}$`)})})
      .first();
    const mentions = names.filter((name) => name.to === to && name.status === status);
    const button = row.locator(".go");
    const places = new Set();
    for (let index = 0; index < mentions.length; ++index) {
      assert.equal(await button.textContent(), `Show ${index + 1} of ${mentions.length}`);
      await button.focus();
      await page.keyboard.press("Enter");
      places.add(
        await page.evaluate(() => {
          const [range] = CSS.highlights.get("pointed");
          const before = document.createRange();
          before.setStart(document.querySelector(".pane.target .scroll"), 0);
          before.setEnd(range.startContainer, range.startOffset);
          return `${before.toString().length} ${range}`;
        }),
      );
    }
    assert.equal(places.size, mentions.length);
    for (const place of places) assert.ok(place.endsWith(` ${to}`), place);
  }));

test("a column that would be empty is left out, and an empty cell says so to who listens", async () => {
  await within(withoutSpeakers, async (page) => {
    assert.ok((await page.locator("#quotations tbody tr").count()) > 0);
    assert.equal(await page.locator("#quotations").getByText("Said by").count(), 0);
  });
  await within(withSomeSpeakers, async (page) => {
    const nameless = pageOf(withSomeSpeakers).report.quotations.filter(({speaker}) => !speaker).length;
    assert.ok(nameless > 0);
    assert.equal(await page.locator("#quotations .sr-only", {hasText: "names no speaker"}).count(), nameless);
  });
});

test("days and long numbers of how the report was made are written for people", () =>
  within(manySources, async (page) => {
    const {documents} = pageOf(manySources).report;
    assert.equal(documents.sources[1].metadata.date, "--11-18");
    const made = page.locator("#made");
    assert.match(await made.textContent(), /18 November, year not given/);
    for (const [index, {sha256}] of [...documents.sources, documents.target].entries()) {
      const number = made.locator(".digest").nth(index);
      assert.equal(await number.locator("summary").getAttribute("title"), sha256);
      assert.equal(await number.locator("summary").textContent(), `${sha256.slice(0, 12)}…`);
      assert.equal(await number.locator(":scope > code").isVisible(), false);
      await number.locator("summary").focus();
      await page.keyboard.press("Enter");
      assert.equal(await number.locator(":scope > code").textContent(), sha256);
      assert.equal(await number.locator(":scope > code").isVisible(), true);
    }
  }));

for (const [width, height] of [
  [1366, 768],
  [1440, 900],
])
  for (const pair of [lavrov, manySources, rightToLeft, emptyAgainstText])
    test(`${pair.name} at ${width} by ${height}: both texts begin on the first screen, and every mark is explained`, () =>
      within(
        pair,
        async (page) => {
          await assertTextsBegin(page);
          await assertLegendComplete(page);
        },
        {width, height},
      ));

test("lavrov: the words of the bar add up, and to what the lead says", () =>
  within(lavrov, async (page) => {
    const {summary, documents} = pageOf(lavrov).report;
    const words = await page.locator(".legend .words").allTextContents();
    const sum = (pattern) => words.reduce((all, text) => all + Number(pattern.exec(text)[1]), 0);
    assert.equal(sum(/(\d+) words?\)/), summary.target_words);
    assert.equal(sum(/\((\d+) sentence/), documents.target.sentences.length);
    assert.match(await page.locator("#bar").textContent(), /AP is taken for the agency .*“MOSCOW AP”/);
  }));

for (const [width, height] of [
  [1440, 900],
  [1366, 768],
  [800, 1000],
  [380, 800],
])
  test(`lavrov at ${width} by ${height}: every finding that is gone to can be seen, and what was chosen with it`, () =>
    within(
      lavrov,
      async (page) => {
        const {report} = pageOf(lavrov);
        for (const finding of report.findings) {
          await page.keyboard.press("n");
          await frames(page);
          const side = finding.target ? "target" : "source";
          const chosen = page.locator(`.pane.${side} .s.lit`).first();
          if ((await chosen.count()) === 0) continue; // in furniture: no sentence
          assert.equal(await canBeSeen(chosen), true, finding.message);
          assert.equal(await canBeSeen(page.locator(".inspector h2")), true, finding.message);
        }
        // One selection at a time: another sentence lets go of the finding.
        await page.keyboard.press("n");
        await page.keyboard.press("j");
        assert.deepEqual(await current(page), []);
        assert.equal(await page.evaluate(() => CSS.highlights.has("pointed")), false);
      },
      {width, height},
    ));

test("lavrov: the search is reached without a jump, and help and the list of findings show whole", () =>
  within(lavrov, async (page) => {
    await page.evaluate(() => scrollTo(0, 900));
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press("/");
    await page.keyboard.type("moscow");
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => scrollY), before);
    const input = await page.locator(".search input").boundingBox();
    const count = await page.locator(".match-count").boundingBox();
    assert.ok(count.x >= input.x + input.width && Math.abs(count.y + count.height / 2 - input.y - input.height / 2) < 6);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    assert.ok(await page.locator("dialog.help").evaluate((help) => help.scrollHeight <= help.clientHeight + 1));
    await page.keyboard.press("Escape");
    await page.locator('#alerts a[href="#findings"]').click();
    await frames(page);
    assert.equal(await canBeSeen(page.locator(".pane.target .pane-head h2")), true);
    assert.equal(await canBeSeen(page.locator("#findings-title")), true);
  }));

test("lavrov: filters to one kind, and to all", () =>
  within(lavrov, async (page) => {
    const {findings} = pageOf(lavrov).report;
    await page.locator(".filters summary").click();
    await page.getByRole("button", {name: "Only figure"}).click();
    assert.equal(await page.locator(".finding-item").count(), findings.filter(({kind}) => kind === "figure").length);
    await page.getByRole("button", {name: "Kind: all"}).click();
    assert.equal(await page.locator(".finding-item").count(), findings.length);
  }));

test("lavrov: one sign before a sentence, all others behind its words", () =>
  within(lavrov, async (page) => {
    const found = await page.evaluate(() =>
      [...document.querySelectorAll(".s")].map((sentence) => {
        const nodes = [...sentence.firstChild.childNodes, ...[...sentence.childNodes].slice(1)];
        const first = nodes.findIndex((node) => !node.matches?.(".chip"));
        return {
          signs: first,
          flagged: Boolean(nodes[first].matches?.(".flag, .note")),
          noteBefore: Boolean(sentence.parentElement.querySelector(":scope > .note:first-child")),
        };
      }),
    );
    assert.ok(found.length > 50);
    for (const item of found) assert.deepEqual(item, {signs: 1, flagged: false, noteBefore: false});
    assert.ok((await page.locator(".s .flag").count()) > 0);
    assert.deepEqual(await page.locator(".strip-name:visible").allTextContents(), ["Map", "Links"]);
  }));

for (const pair of [lavrov, manySources, rightToLeft])
  test(`${pair.name}: a sign says in words what it is, and carries no number that stands nowhere else`, () =>
    within(pair, async (page) => {
      for (const sign of await page.locator(".pane .chip").allTextContents()) {
        assert.match(sign, /\p{L}{3}/u);
        assert.doesNotMatch(sign, /\d/);
      }
      const {findings} = pageOf(pair).report;
      const flags = page.locator(".pane .flag");
      assert.ok((await flags.count()) > 0);
      for (const flag of await flags.all()) {
        const {kind} = findings[Number(await flag.getAttribute("data-finding"))];
        assert.equal(await flag.textContent(), kind === "polarity" ? "negation" : kind);
      }
    }));

test("lavrov: the words of a text are struck out nowhere, in columns and in lists", () =>
  within(lavrov, async (page) => {
    const struck = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("body *")].filter((element) =>
          getComputedStyle(element).textDecorationLine.includes("line-through"),
        ).length,
      );
    assert.ok((await page.locator(".pane.source .missing").count()) > 0);
    assert.equal(await page.locator(".pane.target .missing").count(), 0);
    assert.equal(await page.locator(".pane.source .inserted").count(), 0);
    await page.keyboard.press("n");
    assert.ok((await page.locator(".inspector .missing").count()) > 0);
    assert.equal(await struck(), 0);
  }));

test("lavrov: a figure that the source does not have stands in its sentence", () =>
  within(lavrov, async (page) => {
    const {figures, documents} = pageOf(lavrov).report;
    const bytes = Buffer.from(documents.target.text);
    const words = ([begin, end]) => bytes.subarray(begin, end).toString();
    const lost = figures.filter(({status, target}) => status === "unsupported" && target);
    await page.locator("#alerts .beside summary").click();
    for (const [index, {target}] of lost.entries()) {
      const line = page.locator("#alerts .beside button").nth(index);
      const [begin, end] = target.span;
      const {span} = documents.target.sentences.find((sentence) => sentence.span[0] <= begin && sentence.span[1] >= end);
      assert.equal(await line.locator("mark").textContent(), words(target.span));
      const text = (await line.textContent()).replaceAll("…", "").trim();
      assert.ok(words(span).includes(text), text);
      assert.ok(text.length > 2 * words(target.span).length, text);
    }
  }));

test("lavrov: what was done to a text is told without the names of plugins, which stand with how it was made", () =>
  within(lavrov, async (page) => {
    const [wire] = pageOf(lavrov).report.documents.sources;
    const moved = wire.edits.filter(({action}) => action === "move");
    assert.ok(moved.length > 0);
    const notice = page.locator(".pane.source .note.reordered");
    assert.match(await notice.textContent(), /shuffled/);
    const notes = page.locator(".pane.source p .note", {hasText: "in order"});
    assert.equal(await notes.count(), new Set(moved.map(({span}) => span[0])).size);
    for (const {plugin} of moved) {
      for (const note of [notice, ...(await notes.all())])
        assert.ok(!`${await note.textContent()} ${await note.getAttribute("title")}`.includes(plugin));
      assert.ok((await page.locator("#made").textContent()).includes(plugin));
    }
    assert.match(await page.locator("#made").textContent(), /In the report’s terms this text is partially derived/);
  }));

for (const pair of [lavrov, manySources, rightToLeft])
  test(`${pair.name}: what the marks mean is one line, and all of it on demand, until it is folded again`, () =>
    within(
      pair,
      async (page) => {
        const line = page.locator(".key");
        const {height} = await line.boundingBox();
        assert.ok(height < 44, `${height} pixels`);
        const list = line.locator(".legend-list");
        assert.equal(await list.isVisible(), false);
        await line.locator("summary").focus();
        await page.keyboard.press("Enter");
        assert.equal(await list.isVisible(), true);
        await page.keyboard.press("Escape");
        await page.locator('.parts a[href="#figures"]').click();
        assert.equal(await list.isVisible(), true);
        await line.locator("summary").click();
        assert.equal(await list.isVisible(), false);
      },
      {width: 1366, height: 768},
    ));

test("lavrov on a telephone: a way to each part, which waits folded, and from a sentence to the source and back", () =>
  within(
    lavrov,
    async (page) => {
      // Folded, and each with an opener that tells how much waits there.
      const parts = page.locator(".listing > .part, .findings > .part");
      for (const part of await parts.all()) {
        assert.equal(await part.getAttribute("open"), null);
        assert.equal(await part.locator("summary h2").first().isVisible(), true);
      }
      assert.ok((await page.evaluate(() => document.documentElement.scrollHeight)) < 5000);
      // The menu by mouse and by keyboard.
      const button = page.getByRole("button", {name: "Contents"});
      const links = page.locator(".parts-links a");
      assert.equal(await links.first().isVisible(), false);
      await button.click();
      assert.equal(await button.getAttribute("aria-expanded"), "true");
      for (const link of await links.all()) {
        const {x, width, y, height} = await link.boundingBox();
        assert.ok(x >= 0 && x + width <= 380 && y >= 0 && y + height <= 800);
      }
      await page.keyboard.press("Escape");
      assert.equal(await links.first().isVisible(), false);
      assert.equal(await button.evaluate((element) => element === document.activeElement), true);
      for (const part of ["figures", "left-out"]) {
        await page.keyboard.press("Enter");
        await page.locator(`.parts a[href="#${part}"]`).focus();
        await page.keyboard.press("Enter");
        await frames(page);
        assert.equal(await links.first().isVisible(), false);
        assert.equal(await page.locator(`#${part} tbody tr`).first().isVisible(), true);
        await button.focus();
      }
      await page.locator('#alerts a[href="#findings"]').click();
      assert.equal(await page.locator(".finding-item").first().isVisible(), true);
      // From a sentence to its source, and back.
      const {report} = pageOf(lavrov);
      const {source, target} = report.alignments[0];
      const here = page.locator(`.pane.target [data-s="${target.sentences[0]}"]`);
      const there = page.locator(`.pane.source [data-s="${source.sentences[0]}"]`);
      await here.locator(".chip").click();
      await page.getByRole("button", {name: "Show in the source"}).click();
      await frames(page);
      assert.equal(await canBeSeen(there), true);
      assert.equal(await here.isVisible(), false);
      assert.equal(await there.evaluate((element) => element.matches(".lit")), true);
      await page.getByRole("button", {name: "Show in this text"}).focus();
      await page.keyboard.press("Enter");
      await frames(page);
      assert.equal(await canBeSeen(here), true);
      assert.equal(await there.isVisible(), false);
    },
    {width: 380, height: 800},
  ));

test("lavrov: a paraphrase is marked as a sentence; chosen, it shows what both sides have", () =>
  within(lavrov, async (page) => {
    const {report} = pageOf(lavrov);
    assert.ok((await page.locator(".s.paraphrase").count()) > 0);
    assert.equal(await page.locator(".s.paraphrase :is(.inserted, .missing)").count(), 0);
    assert.ok((await page.locator(".s.edited .inserted").count()) > 0);
    const link = report.alignments.find(
      ({relation, edits}) => relation === "paraphrase" && edits.some(({op}) => op === "equal"),
    );
    await page.locator(`.pane.target [data-s="${link.target.sentences[0]}"] .chip`).click();
    assert.ok((await page.locator(".inspector .common").count()) > 0);
    assert.equal(await page.locator(".inspector :is(.inserted, .missing)").count(), 0);
  }));

test("lavrov: a new sentence says which figures and quotations the source has too", () =>
  within(lavrov, async (page) => {
    const {report} = pageOf(lavrov);
    const {sources, target} = report.documents;
    const bytes = (doc, [begin, end]) => Buffer.from(doc.text).subarray(begin, end).toString();
    const linked = new Set(report.alignments.flatMap((link) => link.target.sentences));
    let told = 0;
    for (const [index, sentence] of target.sentences.entries()) {
      const shared = [...report.figures, ...report.quotations].filter(
        (change) =>
          change.target &&
          change.source &&
          change.target.span[0] < sentence.span[1] &&
          change.target.span[1] > sentence.span[0],
      );
      const note = page.locator(`.pane.target [data-s="${index}"] .note.shares`);
      assert.equal(await note.count(), Number(shared.length > 0 && !linked.has(index)), `sentence ${index}`);
      if ((await note.count()) === 0) continue;
      ++told;
      const words = shared.map((change) => bytes(sources[0], change.source.span));
      const text = await note.textContent();
      assert.ok(words.some((item) => text.includes(`“${item}”`)) || /detail/.test(text), text);
      await page.locator(`.pane.target [data-s="${index}"] .chip`).click();
      for (const item of words) assert.ok((await page.locator(".inspector").textContent()).includes(`“${item}”`), item);
    }
    assert.ok(told > 0);
    assert.ok((await page.locator("#new tbody").textContent()).includes("also in the source: "));
  }));

test("lavrov: ribbons join the sentences that the report links, at the top and after scrolling", () =>
  within(lavrov, async (page) => {
    let joined = 0;
    for (const [source, target] of [
      [0, 0],
      [300, 100],
      [0, 900],
      [1200, 1500],
      [700, 2000],
    ]) {
      await page.evaluate(
        ([a, b]) => {
          document.querySelector(".pane.source .scroll").scrollTop = a;
          document.querySelector(".pane.target .scroll").scrollTop = b;
        },
        [source, target],
      );
      await frames(page);
      const found = await pairRibbonErrors(page, lavrov);
      assert.deepEqual(found.errors, []);
      joined += found.joined;
    }
    assert.ok(joined >= 9, `${joined} ends checked`);
  }));

test("lavrov: pointing at a sentence lights its counterpart and brings it into view; choosing keeps it", () =>
  within(lavrov, async (page) => {
    const {report} = pageOf(lavrov);
    // Near the top of the source, far down in the target.
    const link = report.alignments.find((item) => item.source.sentences[0] < 6 && item.target.sentences[0] > 15);
    const from = `.pane.source [data-s="${link.source.sentences[0]}"]`;
    const to = `.pane.target [data-s="${link.target.sentences[0]}"]`;
    const sentence = page.locator(from);
    const counterpart = page.locator(to);
    await sentence.scrollIntoViewIfNeeded();
    assert.equal(await isOnScreen(counterpart), false);
    await sentence.hover();
    await page.waitForFunction((selector) => document.querySelector(selector).matches(".lit"), to);
    await page.waitForTimeout(450);
    assert.equal(await isOnScreen(counterpart), true);
    assert.equal(await page.locator(".ribbon.lit").count(), 1);
    await page.mouse.move(5, 5);
    await page.waitForFunction(() => document.querySelectorAll(".lit").length === 0);
    await sentence.click();
    assert.match(
      await page.locator(".inspector").textContent(),
      new RegExp(`${link.relation}.*${Math.round(link.score * 100)} % sure, by`),
    );
    await page.mouse.move(5, 5);
    assert.equal(await page.locator(".s.lit").count(), 2);
    await page.locator(".inspector .close").click();
    assert.equal(await page.locator(".s.lit").count(), 0);
    // A ribbon does the same.
    await page.locator(".ribbon").first().dispatchEvent("click");
    assert.ok((await page.locator(".s.lit").count()) >= 2);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".s.lit").count(), 0);
    // The nearest miss of what is new.
    const {target, nearest} = report.unmatched.find((entry) => entry.nearest && entry.nearest.score >= 0.1);
    await page.locator(`.pane.target [data-s="${target.sentence}"] .chip`).click();
    assert.match(
      await page.locator(".inspector").textContent(),
      new RegExp(`new.*Nearest, but too unlike to be its source \\(${Math.round(nearest.score * 100)} %\\): ${nearest.why}`),
    );
  }));

test("lavrov: the keyboard reaches every sentence and its counterpart", () =>
  within(lavrov, async (page) => {
    const {report} = pageOf(lavrov);
    const focused = () => page.locator(":focus").getAttribute("aria-label");
    const linkOf = (number) => report.alignments.find((item) => item.target.sentences.includes(number));
    const words = {verbatim: "verbatim", edited: "edited", paraphrase: "paraphrased"};
    const expected = (number) => {
      const link = linkOf(number);
      const start = `Sentence ${number + 1}: `;
      return link ? `${start}${words[link.relation]}${link.moved ? ", moved" : ""}, from sentence` : `${start}new`;
    };
    await page.locator('.pane.target .chip[tabindex="0"]').focus();
    assert.equal(await page.locator('.pane.target .chip[tabindex="0"]').count(), 1);
    assert.ok((await focused()).startsWith(expected(0)), await focused());
    // On to the first sentence that moved, and over to its counterpart and back.
    const {target, source} = report.alignments.find((item) => item.moved);
    for (let number = 1; number <= target.sentences[0]; ++number) {
      await page.keyboard.press(number % 2 ? "j" : "ArrowDown");
      assert.ok((await focused()).startsWith(expected(number)), await focused());
    }
    assert.match(await focused(), /, moved, from/);
    await page.keyboard.press("o");
    assert.match(
      await focused(),
      new RegExp(`^Sentence ${source.sentences[0] + 1}: .*, moved, became sentences? .*of opinion.txt$`),
    );
    assert.equal(await isOnScreen(page.locator(":focus")), true);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("k");
    assert.ok((await focused()).startsWith(expected(target.sentences[0] - 1)), await focused());
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".s.lit").count(), 0);
  }));

test("lavrov: findings by keyboard, by mouse and through filters", () =>
  within(lavrov, async (page) => {
    const all = pageOf(lavrov).report.findings.length;
    await page.keyboard.press("n");
    assert.deepEqual(await current(page), [0]);
    assert.match(await page.locator("#live").textContent(), /^Finding 1 of \d+\. alert: A quotation was altered/);
    assert.equal(await isOnScreen(page.locator('.pane.target .flag[data-finding="0"]')), true);
    assert.equal(await isOnScreen(page.locator('.pane.source .flag[data-finding="0"]')), true);
    await page.keyboard.press("n");
    await page.keyboard.press("p");
    await page.keyboard.press("p");
    assert.deepEqual(await current(page), [all - 1]);
    await page.locator(".toolbar").getByRole("button", {name: "Next finding"}).click();
    assert.deepEqual(await current(page), [0]);
    await page.locator(".finding-item").nth(2).click();
    assert.deepEqual(await current(page), [2]);
    const second = page.locator(".firsts .first").nth(1);
    const words = await second.textContent();
    await second.click();
    const [reached] = await current(page);
    assert.ok(words.includes(pageOf(lavrov).report.findings[reached].message), words);
    await page.locator('.pane.target .flag[data-finding="0"]').click();
    assert.deepEqual(await current(page), [0]);

    await page.locator(".filters summary").focus();
    await page.keyboard.press("Enter");
    const {findings, alignments} = pageOf(lavrov).report;
    const relationOf = ({alignment}) => (alignment === null ? "unlinked" : alignments[alignment].relation);
    const filter = (key) => page.locator(`[data-filter="${key}"]`);
    const shown = (test) => findings.filter(test).length;
    await filter("severity:info").click();
    assert.equal(
      await page.locator(".finding-item").count(),
      shown(({severity}) => severity !== "info"),
    );
    await filter("kind:figure").focus();
    await page.keyboard.press("Space");
    assert.equal(await filter("kind:figure").getAttribute("aria-pressed"), "false");
    const noFigures = ({severity, kind}) => severity !== "info" && kind !== "figure";
    assert.equal(await page.locator(".finding-item").count(), shown(noFigures));
    await filter("relation:edited").click();
    assert.equal(
      await page.locator(".finding-item").count(),
      shown((item) => noFigures(item) && relationOf(item) !== "edited"),
    );
    for (const key of ["severity:info", "kind:figure", "relation:edited"]) await filter(key).click();
    assert.equal(await page.locator(".finding-item").count(), all);
  }));

test("lavrov: search, folds, minimap, help, theme and following", () =>
  within(lavrov, async (page) => {
    await page.keyboard.press("/");
    await page.keyboard.type("we don't want");
    await page.keyboard.press("Enter");
    // Two on each side, whatever the apostrophe.
    assert.equal(await page.locator(".match-count").textContent(), "1 of 4");
    await page.keyboard.press("Shift+Enter");
    assert.equal(await page.locator(".match-count").textContent(), "4 of 4");
    await page.getByRole("button", {name: "Next match"}).click();
    assert.equal(await page.locator(".match-count").textContent(), "1 of 4");
    assert.equal(await page.evaluate(() => CSS.highlights.get("found").size), 4);
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => CSS.highlights.has("found")), false);

    const furniture = page.locator(".pane.source details.furniture");
    assert.match(
      await furniture.locator("summary").textContent(),
      /3 lines set aside: headline, publication date, web address/,
    );
    await furniture.locator("summary").click();
    assert.match(await furniture.textContent(), /wire-furniture: publication-date/);
    const fold = page.locator(".pane.source .fold");
    await fold.focus();
    await page.keyboard.press("Enter");
    assert.equal(await fold.getAttribute("aria-expanded"), "true");
    assert.match(await page.locator(".pane.source .folded").textContent(), /MOSCOW AP.*wire-furniture: dateline/);

    const map = await page.locator(".minimap").boundingBox();
    await page.mouse.click(map.x + map.width - 5, map.y + map.height - 20);
    await frames(page);
    assert.ok(await page.locator(".pane.target .scroll").evaluate((scroll) => scroll.scrollTop > 500));

    await page.keyboard.press("?");
    assert.equal(await page.locator("dialog.help").isVisible(), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog.help").isVisible(), false);
    await page.getByRole("button", {name: "Help (?)"}).click();
    await page.locator("dialog.help .close").click();
    assert.equal(await page.locator("dialog.help").isVisible(), false);

    await page.keyboard.press("t");
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    await page.getByRole("button", {name: "Light colours"}).click();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "light");
    await page.keyboard.press("f");
    assert.equal(await page.getByRole("button", {name: "Follow"}).getAttribute("aria-pressed"), "false");
    await page.getByRole("button", {name: "Follow"}).click();
    assert.equal(await page.getByRole("button", {name: "Follow"}).getAttribute("aria-pressed"), "true");
  }));

test("lavrov: links and buttons of the lists go to their places", () =>
  within(lavrov, async (page) => {
    for (const part of ["quotations", "figures", "names", "new", "left-out", "furniture", "bench"]) {
      await page.locator(`.parts a[href="#${part}"]`).click();
      await frames(page);
      assert.ok(
        await page.locator(`#${part}`).evaluate((element) => element.getBoundingClientRect().top < innerHeight / 2),
        part,
      );
    }
    await page.locator("#figures .go").first().click();
    await frames(page);
    assert.ok(
      await page.locator("#bench").evaluate((element) => Math.abs(element.getBoundingClientRect().top) < 80),
      "the texts come back into view",
    );
    assert.ok((await page.evaluate(() => CSS.highlights.get("pointed").size)) > 0);
    await page.locator("#quotations .unchanged summary").click();
    await page.locator("#quotations .unchanged .go").first().focus();
    await page.keyboard.press("Enter");
    assert.match(await page.locator(".inspector").textContent(), /This text opinion.txt, sentence \d+ of 37/);
    await page.locator(".evidence summary").click();
    assert.match(await page.locator(".evidence").textContent(), /likeness of words/);
    await page.locator("#furniture .go").first().click();
    assert.equal(await page.locator(".pane.source .fold").getAttribute("aria-expanded"), "true");
    // The skip link is the first stop.
    await page.evaluate(() => document.activeElement.blur());
  }));

test("lavrov: on paper everything is there and nothing scrolls", () =>
  within(lavrov, async (page) => {
    // What is opened for the paper is folded again.
    const list = page.locator(".key .legend-list");
    for (const [event, open] of [["beforeprint", true], ["afterprint", false]]) {
      await page.evaluate((name) => dispatchEvent(new Event(name)), event);
      assert.equal(await list.isVisible(), open);
      assert.equal(await page.locator("#figures tbody tr").first().isVisible(), true);
    }
    await assertPrints(page);
    assert.equal(await page.locator(".folded").first().isVisible(), true);
    await picture(page, "lavrov-print");
  }));

test("several sources: tabs by mouse and keyboard, and ribbons of the one in view", () =>
  within(manySources, async (page) => {
    const {report} = pageOf(manySources);
    assert.equal(await page.getByRole("tab").count(), 3);
    for (const [index, key] of [
      [1, "ArrowRight"],
      [2, "ArrowRight"],
      [0, "ArrowRight"],
      [2, "ArrowLeft"],
    ]) {
      await page.locator('[role="tab"][aria-selected="true"]').focus();
      if (index === 1) await page.getByRole("tab").first().click();
      await page.keyboard.press(key);
      assert.equal(await page.locator('[role="tab"][aria-selected="true"]').getAttribute("id"), `tab-${index}`);
      assert.equal(await storyOf(page, "source"), withoutSpace(report.documents.sources[index].text));
      await frames(page);
      assert.deepEqual((await pairRibbonErrors(page, manySources)).errors, []);
      const linked = await page
        .locator(".ribbon")
        .evaluateAll((paths) => paths.map((path) => Number(path.dataset.link)));
      assert.ok(linked.every((id) => report.alignments[id].source.document === index));
      assert.equal(linked.length > 0, index !== 2);
    }
    await page.keyboard.press("[");
    assert.equal(await page.locator('[role="tab"][aria-selected="true"]').getAttribute("id"), "tab-1");
    // A sentence that only another source has brings that source into view.
    const only = report.alignments.find(
      (link) =>
        link.source.document === 0 &&
        !report.alignments.some(
          (other) =>
            other.source.document === 1 &&
            other.target.sentences.some((number) => link.target.sentences.includes(number)),
        ),
    );
    await page.locator(`.pane.target [data-s="${only.target.sentences[0]}"] .chip`).click();
    assert.equal(await page.locator('[role="tab"][aria-selected="true"]').getAttribute("id"), "tab-0");
    await picture(page, "many-sources-1440-light");
  }));

test("right to left: the texts run their own way, and ribbons fit", () =>
  within(rightToLeft, async (page) => {
    assert.equal(
      await page
        .locator(".pane.target .s")
        .first()
        .evaluate((element) => getComputedStyle(element.parentElement).direction),
      "rtl",
    );
    assert.equal(await storyOf(page, "target"), withoutSpace(rightToLeft.target.text));
    // The page's own words keep their way.
    for (const sign of await page.locator(":is(.chip, .flag)").all())
      assert.equal(await sign.evaluate((element) => getComputedStyle(element).direction), "ltr");
    const {errors, joined} = await pairRibbonErrors(page, rightToLeft);
    assert.deepEqual(errors, []);
    assert.ok(joined > 0);
    await picture(page, "right-to-left-1440-light");
  }));

test("a text against nothing", () =>
  within(emptyAgainstText, async (page) => {
    assert.equal(await page.locator("h1").textContent(), "Not made from the source");
    assert.equal(await page.locator(".pane.source .empty").isVisible(), true);
    for (const key of ["n", "p", "j", "k", "o", "[", "]"]) await page.keyboard.press(key);
    assert.equal(await page.locator(".ribbon").count(), 0);
    await picture(page, "empty-1440-light");
  }));

test("a hostile report: no script of it runs, no markup of it stands, nothing turns the writing", () =>
  within(
    hostile,
    async (page) => {
      const {report} = pageOf(hostile);
      assert.equal(await storyOf(page, "source"), withoutSpace(report.documents.sources[0].text));
      assert.equal(await storyOf(page, "target"), withoutSpace(report.documents.target.text));
      for (const key of ["n", "p", "j", "o"]) await page.keyboard.press(key);
      await page.locator("#quotations .go").first().click();
      await assertHarmless(page);
      await assertLegendComplete(page);
      const controls = await page.locator(".pane.target .control").allTextContents();
      for (const name of ["RLO", "PDF", "LRI", "PDI", "U+0007", "LS"]) assert.ok(controls.includes(name), name);
      await picture(page, "hostile-1440-light");
    },
    {wanted: /TrustedHTML/},
  ));

testAccessibility([lavrov, manySources, rightToLeft, emptyAgainstText, hostile], within);

testSmallScreens(lavrov, "and every text can be reached", within, async (page, width) => {
  assert.equal(await isOnScreen(page.locator('.pane.target .flag[data-finding="0"]')), true);
  if (width < 600) {
    const {height: toolbar} = await page.locator(".toolbar").boundingBox();
    assert.ok(toolbar <= 96, `a toolbar of ${toolbar} pixels`);
    assert.equal(await page.locator(".pane.source").isVisible(), false);
    await page.locator(".inspector .close").click();
    await page.locator('.side-switch [data-side="source"]').click();
    assert.equal(await page.locator(".pane.source").isVisible(), true);
    assert.equal(await page.locator(".pane.target").isVisible(), false);
    await page.locator('.side-switch [data-side="target"]').focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".pane.target").isVisible(), true);
  } else {
    assert.deepEqual((await pairRibbonErrors(page, lavrov)).errors, []);
  }
});

const megabyte = large();

test("a pair of a megabyte: opens fast, scrolls smoothly, finds and jumps", () =>
  within(megabyte, async (page) => {
    const opened = await page.evaluate(() => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd);
    // Both columns scroll on by ten lines a frame. The browser's own count of its work is what is judged:
    // the time between frames hangs on what else the machine does.
    const worked = await workCounter(page);
    const before = await worked();
    const frameTimes = await page.evaluate(async () => {
      const panes = [".pane.source .scroll", ".pane.target .scroll"].map((name) => document.querySelector(name));
      const times = [];
      let last = performance.now();
      for (let i = 0; i < 90; ++i) {
        for (const pane of panes) pane.scrollTop += 240;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      return times.slice(5).sort((a, b) => a - b);
    });
    const work = ((await worked()) - before) / 90;
    const median = frameTimes[Math.floor(frameTimes.length / 2)];
    console.log(
      `1 MB: opened in ${opened.toFixed(0)} ms; script, style and layout ${work.toFixed(1)} ms a frame; frames: median ${median.toFixed(1)} ms, 95 % ${frameTimes[Math.floor(frameTimes.length * 0.95)].toFixed(1)} ms, worst ${frameTimes.at(-1).toFixed(1)} ms`,
    );
    // Wide bounds: machines of continuous integration are slow and shared.
    assert.ok(opened < 20000, `opened in ${opened} ms`);
    assert.ok(work > 0 && work < 60, `${work} ms of script, style and layout a frame`);
    await frames(page);
    const {errors, joined} = await pairRibbonErrors(page, megabyte);
    assert.deepEqual(errors, []);
    assert.ok(joined > 0);
    const jumped = Date.now();
    await page.locator(".pane.target .scroll").evaluate((scroll) => (scroll.scrollTop = scroll.scrollHeight / 2));
    await frames(page);
    const chip = page.locator(".pane.target .chip.moved, .pane.target .s.verbatim .chip").nth(1500);
    await chip.evaluate((element) => element.click());
    await frames(page);
    await page.waitForTimeout(100);
    assert.equal(await isOnScreen(page.locator(".pane.target .s.lit").first()), true);
    assert.equal(await isOnScreen(page.locator(".pane.source .s.lit").first()), true);
    console.log(`1 MB: a jump through both texts in ${Date.now() - jumped} ms`);
    await page.keyboard.press("/");
    await page.keyboard.type("quilros");
    await page.keyboard.press("Enter");
    assert.match(await page.locator(".match-count").textContent(), /^1 of \d/);
  }));
