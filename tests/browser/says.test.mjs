/** Who says what: the card, its filters, the way to each place, bars in the margin, and the ledger taken along. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { givenArticle, read, useDesk } from "./desk.mjs";

const desk = useDesk();
const article = givenArticle();
const given = { skip: article === null && "the given article does not lie beside this checkout" };

const SPEECHES = `Streit um das neue Stadtbad

MARLFELD – Bürgermeisterin Ilse Brandt sagte am Montag, das Bad werde im Mai fertig. „Wir halten den Zeitplan“, erklärte Brandt.

Ein Sprecher der Baufirma teilte mit, dass die Kosten steigen. Der frühere Leiter soll nach Wien gezogen sein.

Trainer Uwe Lorenz klagte, die Bahnen seien zu kurz. Angeblich fehlt auch ein Sprungturm.`;

const speakers = (page) => page.locator("#says .voice .who").allTextContents();

test("groups by speaker with office, what nobody stands for last", async () => {
  const page = await desk.open();
  await read(page, SPEECHES);
  const who = await speakers(page);
  assert.deepEqual(who, ["Ilse Brandt", "Ein Sprecher der Baufirma", "Uwe Lorenz", "Niemand steht dafür"]);
  assert.equal(await page.locator("#says .offices").first().textContent(), "Bürgermeisterin");
  const first = page.locator("#says section").first();
  assert.equal(await first.locator(".go").count(), 2);
  assert.match(await first.locator(".why").first().textContent(), /indirekt.*Konjunktiv I/);
  assert.match(await page.locator("#says section").last().locator(".why").last().textContent(), /Vorbehalt: Angeblich/);
  assert.match(await page.locator("#says > .why").textContent(), /% mit Namen.*% ohne Namen.*% eigene Worte/);
  assert.equal(await page.locator("#says .shares span").count(), 3);
  await page.done();
});

test("leads to the place and lights it", async () => {
  const page = await desk.open({ height: 400 });
  await read(page, SPEECHES);
  const button = page.locator("#says .go", { hasText: "Bahnen" });
  await button.click();
  assert.equal(await page.locator("#article .said.here").textContent(), "die Bahnen seien zu kurz");
  assert.equal(await button.getAttribute("aria-current"), "true");
  assert.equal(await page.evaluate(() => document.activeElement.className.includes("said")), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#article .said.here").count(), 0);
  await page.done();
});

test("filters by speaker and by kind", async () => {
  const page = await desk.open();
  await read(page, SPEECHES);
  await page.locator('[data-filter="says.kind"]').selectOption("direct");
  assert.deepEqual(await speakers(page), ["Ilse Brandt"]);
  assert.equal(await page.locator("#says .go").textContent(), "„Wir halten den Zeitplan“");
  await page.locator('[data-filter="says.kind"]').selectOption("");
  await page.locator('[data-filter="says.speaker"]').selectOption({ label: "Uwe Lorenz" });
  assert.deepEqual(await speakers(page), ["Uwe Lorenz"]);
  await page.locator('[data-filter="says.kind"]').selectOption("direct");
  assert.match(await page.locator("#says .quiet").textContent(), /Keine Aussage/);
  await page.done();
});

test("draws bars and names in the margin, switched by a key, on a phone too", async () => {
  for (const width of [1280, 400]) {
    const page = await desk.open({ width });
    await read(page, SPEECHES);
    assert.equal(await page.locator(".claim-bar").count(), 0, "off at first");
    await page.keyboard.press("7");
    await page.locator(".claim-bar").first().waitFor();
    assert.equal(await page.locator('#legend [data-layer="says"]').getAttribute("aria-pressed"), "true");
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll(".claim-bar")].map((bar) => {
        const { left, height } = bar.getBoundingClientRect();
        return { left, height, text: bar.parentElement.getBoundingClientRect().left };
      }),
    );
    assert.ok(boxes.length >= 5, `${boxes.length} bars`);
    for (const { left, height, text } of boxes) {
      assert.ok(left >= 0 && left < text, `${left} lies left of ${text}`);
      assert.ok(height > 10, `${height} high`);
    }
    assert.equal(await page.locator(".said[data-voice]").first().getAttribute("data-voice"), "Ilse Brandt");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false, "nothing sticks out");
    await page.keyboard.press("7");
    assert.equal(await page.locator(".claim-bar").count(), 0);
    await page.done();
  }
});

test("is taken along as CSV and as Markdown", async () => {
  const page = await desk.open();
  await read(page, SPEECHES);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#says .take button", { hasText: "CSV" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "kernsatz.csv");
  const rows = (await readFile(await download.path(), "utf8")).split("\r\n");
  assert.equal(rows[0], "\ufeffspeaker,office,named,kind,mood,hedges,words,start,end");
  assert.match(rows[1], /^Ilse Brandt,Bürgermeisterin,named,indirect,subjunctive1,,das Bad werde im Mai fertig,\d+,\d+$/);
  await page.locator("#says .take button", { hasText: "Markdown" }).click();
  await page.waitForFunction(() => document.getElementById("live").textContent === "Kopiert");
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(markdown, /^## Wer sagt was\n\n### Ilse Brandt \(Bürgermeisterin\)\n\n- das Bad werde im Mai fertig/);
  await page.done();
});

test("shows what does not go together in the given article", given, async () => {
  const page = await desk.open();
  await read(page, article);
  const places = page.locator("#says .warning button");
  assert.deepEqual(await places.allTextContents(), ["Schutz Japans", "Verteidigung Südkoreas"]);
  await page.done();
});
