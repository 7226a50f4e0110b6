/** The main job: the given article is pasted, read, walked through and taken along. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { givenArticle, names, paste, read, useDesk } from "./desk.mjs";

const desk = useDesk();
const article = givenArticle();
const given = { skip: article === null && "the given article does not lie beside this checkout" };
const squeezed = (text) => text.replace(/\s+/g, "");

test("shows who and where, with genitives folded", given, async () => {
  const page = await desk.open();
  await read(page, article);
  const { PER = [], LOC = [] } = await names(page);
  for (const person of ["Antony Blinken", "Lloyd Austin", "Yoko Kamikawa", "Kihara Minoru"]) {
    assert.ok(PER.includes(person), `${person} in ${PER}`);
  }
  for (const place of ["USA", "Japan", "China", "Nordkorea", "Südkorea", "Russland", "Tokio"]) {
    assert.ok(LOC.includes(place), `${place} in ${LOC}`);
  }
  for (const genitive of ["Chinas", "Nordkoreas", "Südkoreas", "Japans"]) assert.ok(!LOC.includes(genitive), genitive);
  await page.done();
});

test("says which place is meant and leads to the page about it, asking nobody before", given, async () => {
  const page = await desk.open();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).host));
  await read(page, article);
  const row = page.locator("#names li", { has: page.locator(".who", { hasText: /^Japan$/ }) });
  assert.equal(await row.locator(".where").textContent(), "JP");
  await row.locator(".name").click();
  const link = row.locator(".out a");
  assert.equal(await link.getAttribute("href"), "https://www.wikidata.org/wiki/Q17");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  const town = page.locator("#names li", { has: page.locator(".who", { hasText: /^Tokio$/ }) });
  assert.match(await town.locator(".where").textContent(), /^35[.,]69°/);
  assert.deepEqual(asked.filter((host) => !host.startsWith("127.0.0.1") && !host.startsWith("localhost")), []);
  await page.done();
});

test("keeps every word, with caption and credit apart from the body", given, async () => {
  const page = await desk.open();
  await read(page, article);
  const shown = await page.evaluate(() => {
    const copy = document.getElementById("article").cloneNode(true);
    for (const added of copy.querySelectorAll(".unseen, summary")) added.remove();
    return copy.textContent;
  });
  assert.equal(squeezed(shown), squeezed(article));
  assert.match(await page.locator("#article figure .caption").textContent(), /militärisches Hauptquartiers in Japan\.$/);
  assert.match(await page.locator("#article figure .credit").textContent(), /Foto: Hiro Komae\/AP\/dpa$/);
  assert.equal(await page.locator("#article .header").textContent(), "date 2024-07 1");
  assert.match(await page.locator("#article .lead").textContent(), /^Chinas Machtdemonstrationen/);
  assert.match(await page.locator("#article p .dateline").textContent(), /^Tokio/);
  for (const body of await page.locator("#article p.body").allTextContents()) assert.doesNotMatch(body, /Foto:/);
  await page.done();
});

test("jumps from a key sentence to its place", given, async () => {
  const page = await desk.open({ height: 500 });
  await read(page, article);
  const buttons = page.locator("#gist .go");
  assert.ok((await buttons.count()) >= 2, "a summary of some sentences");
  assert.notEqual((await page.locator("#gist .why").first().textContent()).trim(), "", "says why");
  const last = buttons.last();
  const sentence = await last.textContent();
  await last.click();
  const here = page.locator("#article .key.here");
  assert.equal(squeezed((await here.allTextContents()).join("")), squeezed(sentence));
  await page.waitForFunction(() => {
    const box = document.querySelector("#article .key.here").getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  });
  assert.equal(await page.evaluate(() => document.activeElement.className.includes("key")), true);
  await page.done();
});

test("walks the mentions of an entity by keyboard", given, async () => {
  const page = await desk.open();
  await read(page, article);
  const row = page.locator("#names button.name", { hasText: "Blinken" });
  await row.focus();
  await page.keyboard.press("Enter");
  assert.equal(await row.getAttribute("aria-expanded"), "true");
  const here = page.locator("#article .mark.here");
  assert.equal(await here.textContent(), "Antony Blinken");
  assert.match(await page.locator("#names .about .position").textContent(), /^1 von \d/);
  await page.keyboard.press("ArrowRight");
  assert.equal(await here.textContent(), "Blinken");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await here.textContent(), "Antony Blinken");
  await page.keyboard.press("Enter");
  assert.equal(await here.textContent(), "Blinken", "Enter goes on");
  assert.match(await page.locator("#live").textContent(), /Antony Blinken, Stelle 2 von \d/);
  await page.keyboard.press("Escape");
  assert.equal(await here.count(), 0);
  assert.equal(await row.getAttribute("aria-expanded"), "false");
  await page.done();
});

test("reaches marks with Tab, moves between them with the arrow keys", given, async () => {
  const page = await desk.open();
  await read(page, article);
  await page.locator('#legend .layer').last().focus();
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement.dataset.mention);
  assert.equal(await focused(), "0");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), "1");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".mark.here").getAttribute("data-mention"), "1");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("#article")), null, "one stop, not thirty");
  await page.done();
});

test("lights all mentions of what is pointed at and shows them on the map", given, async () => {
  const page = await desk.open();
  await read(page, article);
  const row = page.locator("#names button.name", { has: page.getByText("Japan", { exact: true }) });
  await row.hover();
  const lit = page.locator("#article .mark.lit");
  const count = Number(await row.locator("[aria-hidden]").textContent());
  await page.waitForFunction((n) => document.querySelectorAll("#article .mark.lit").length === n, count);
  assert.ok(count > 3);
  await page.waitForFunction(() => document.querySelectorAll("#map.loc .tick").length > 3);
  await page.mouse.move(5, 400);
  await lit.first().waitFor({ state: "detached" });
  await page.done();
});

test("switches layers with the keys 1 to 6 and remembers them", given, async () => {
  const page = await desk.open();
  await read(page, article);
  const line = () => page.evaluate(() => getComputedStyle(document.querySelector("#article .mark.loc")).textDecorationLine);
  const label = () => page.evaluate(() => getComputedStyle(document.querySelector("#article .mark.loc"), "::after").content);
  await page.locator("#legend button").first().focus();
  assert.equal(await line(), "underline");
  await page.keyboard.press("2");
  assert.equal(await line(), "none");
  assert.equal(await page.locator('[data-layer="LOC"]').getAttribute("aria-pressed"), "false");
  await page.keyboard.press("2");
  await page.keyboard.press("6");
  assert.equal(await label(), '"Ort"', "the type in words");
  await page.keyboard.press("5");
  assert.equal(await page.locator("#article.with-gist").count(), 1);
  await page.reload();
  await read(page, article);
  assert.equal(await page.locator('[data-layer="labels"]').getAttribute("aria-pressed"), "true");
  await page.locator("#shortcuts").evaluate((box) => box.click());
  await page.keyboard.press("6");
  assert.equal(await page.locator('[data-layer="labels"]').getAttribute("aria-pressed"), "true", "keys are off");
  await page.done();
});

test("copies the result as JSON and as Markdown", given, async () => {
  const page = await desk.open();
  await read(page, article);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.locator("#copy-json").click();
  await page.locator("#copy-json", { hasText: "Kopiert" }).waitFor();
  const analysis = JSON.parse(await clipboard());
  assert.equal(analysis.language, "de");
  const blinken = analysis.entities.find(({ name }) => name === "Antony Blinken");
  const { span } = analysis.mentions[blinken.mentions[0]];
  assert.equal(article.slice(span.start, span.end), "Antony Blinken", "spans count UTF-16");
  await page.locator("#copy-markdown").click();
  await page.locator("#copy-markdown", { hasText: "Kopiert" }).waitFor();
  assert.match(await clipboard(), /Antony Blinken/);
  await page.done();
});

test("in a very long text the far end is one step away, drawn or not", async () => {
  const page = await desk.open();
  const filler = "Am Hafen blieb es an diesem Tag ruhig, und niemand wollte etwas sagen.\n\n".repeat(16_000);
  await paste(page, `Bürgermeisterin Anna Petersen kam am Montag nach Hamburg.\n\n${filler}Am Ende sprach Anna Petersen.`);
  const row = page.locator("#names button.name", { hasText: "Anna Petersen" });
  await row.click();
  await page.keyboard.press("ArrowLeft");
  await page.locator("#names .position", { hasText: "2 von 2" }).waitFor();
  const isSeen = () =>
    page.waitForFunction(() => {
      const box = document.querySelector("#article .mark.here")?.getBoundingClientRect();
      return box && box.top > 0 && box.bottom < innerHeight;
    });
  await isSeen();
  assert.ok(await page.evaluate(() => scrollY > 100_000));
  await page.keyboard.press("ArrowRight");
  await isSeen();
  assert.ok(await page.evaluate(() => scrollY < 100));
  await page.done();
});

test("says once what was found", given, async () => {
  const page = await desk.open();
  await read(page, article);
  assert.match(await page.locator("#live").textContent(), /^Gelesen: \d+ Namen, \d+ Kernsätze\.$/);
  assert.equal(await page.locator('[aria-live], [role="status"], [role="alert"]').count(), 1);
  await page.done();
});
