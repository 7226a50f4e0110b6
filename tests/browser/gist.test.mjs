/** The card "The gist": what happened, a summary as long as the reader drags, keyphrases that light the text. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTICE, read, useDesk } from "./desk.mjs";

const desk = useDesk();
/** The words that are lit now. */
const lit = (page) =>
  page.evaluate(() => [...(CSS.highlights.get("kernsatz-pointed") ?? [])].map((range) => range.toString()));

test("tells who, what, when and where, each with a way to its place", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  const rows = await page.locator("#gist .event dt").allTextContents();
  assert.deepEqual(rows.slice(0, 2), ["Wer", "Was"]);
  const what = page.locator('#gist [data-key="event.what"]');
  const words = await what.textContent();
  await what.click();
  assert.deepEqual(await lit(page), [words]);
  assert.equal(await what.getAttribute("aria-pressed"), "true");
  assert.equal(await page.locator("#live").textContent(), "eine Stelle");
  await page.keyboard.press("Escape");
  assert.deepEqual(await lit(page), []);
  assert.equal(await what.getAttribute("aria-pressed"), "false");
  await page.done();
});

test("grows and shrinks the summary without reading again", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  const shown = page.locator("#gist .go[data-sentence]");
  const marked = page.locator("#article .key:not(.unchosen)");
  const before = await shown.count();
  assert.equal(await marked.count(), before);
  const slider = page.locator("#gist-length");
  await slider.focus();
  await page.keyboard.press("End");
  const all = Number(await slider.getAttribute("max"));
  assert.ok(all > before);
  assert.equal(await shown.count(), all);
  assert.equal(await marked.count(), all);
  assert.equal(await page.locator("#gist output").textContent(), `${all} Sätze`);
  await page.keyboard.press("Home");
  assert.equal(await shown.count(), 1);
  assert.equal(await page.evaluate(() => document.activeElement.id), "gist-length", "the slider keeps the focus");
  const order = await shown.evaluateAll((buttons) => buttons.map((button) => Number(button.dataset.sentence)));
  assert.deepEqual(order, [...order].sort((a, b) => a - b), "in the order of the text");
  await page.done();
});

test("says why a sentence was chosen, on demand, and who claims it", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  await page.locator("#gist-length").focus();
  await page.keyboard.press("End");
  const why = page.locator("#gist details.why").first();
  assert.equal(await why.evaluate((details) => details.open), false);
  await why.locator("summary").click();
  assert.match(await why.textContent(), /steht am Anfang|nennt|verwendet|sagt/);
  const held = page.locator("#gist li", { hasText: "Petersen sagte" });
  assert.match(await held.locator("p.why").textContent(), /^Quelle: .*Petersen/);
  await page.done();
});

test("lights every place of a keyphrase, one keyphrase at a time", async () => {
  const page = await desk.open({ locale: "en-GB" });
  await read(page, NOTICE);
  const ferry = page.locator("#gist .chip", { hasText: /^Fähre$/ });
  await ferry.click();
  const places = await lit(page);
  assert.ok(places.length >= 3 && places.every((words) => /^Fähre/.test(words)), String(places));
  const other = page.locator("#gist .chip").filter({ hasNotText: /^Fähre$/ }).first();
  await other.focus();
  await page.keyboard.press("Enter");
  assert.equal(await ferry.getAttribute("aria-pressed"), "false");
  assert.equal(await other.getAttribute("aria-pressed"), "true");
  await other.click();
  assert.deepEqual(await lit(page), [], "a second press puts it out");
  await page.done();
});

test("has reading figures and notices a headline that says more than the text", async () => {
  const page = await desk.open();
  await read(page, NOTICE.replace("Neue Fähre", "Neue Fähre für 64 Millionen"));
  const facts = await page.locator("#facts").textContent();
  assert.match(facts, /Wiener Sachtextformel/);
  assert.match(facts, /Die Überschrift nennt „64“/);
  await page.done();
});
