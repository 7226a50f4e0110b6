/** When and how much: the timeline, the way to a place, the document's date, files to take along. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { read, settled, useDesk } from "./desk.mjs";

const desk = useDesk();

const REPORT = `Neue Brücke über die Lippe wird teurer

HAMM – Die alte Brücke stammt aus dem Jahr 1954. Sie war Ende der 1990er Jahre gesperrt worden, nachdem Prüfer 42 Risse gefunden hatten. Der Umbau kostet 18,5 Millionen Euro, das sind rund 12 Prozent mehr als geplant.

Gestern beriet der Rat. Am 3. Juni 2020 begann der Bau, im zweiten Quartal 2021 wurde der Verkehr umgeleitet. Seit drei Jahren dürfen nur Fahrzeuge unter 3,5 Tonnen hinüber.`;

/** The rows of the timeline as "when: what". */
async function rows(page) {
  return page.locator("#measures .when .figure").evaluateAll((all) =>
    all.map((row) => `${row.querySelector(".at").textContent}: ${row.querySelector(".what b").textContent}`),
  );
}

test("draws the times in order, days, long and vague ones apart, and lists what happened", async () => {
  const page = await desk.open();
  await read(page, REPORT);
  assert.deepEqual(await rows(page), [
    "1954: Jahr 1954",
    "Ende 1990er-Jahre: Ende der 1990er Jahre",
    "3. Juni 2020: 3. Juni 2020",
    "2. Quartal 2021: zweiten Quartal 2021",
  ]);
  const picture = page.locator("#measures svg.timeline");
  assert.equal(await picture.getAttribute("role"), "img");
  assert.match(await picture.getAttribute("aria-label"), /1954.*2021/);
  assert.equal(await picture.locator("circle.stretch").count(), 1);
  assert.equal(await picture.locator("rect.stretch").count(), 3);
  assert.equal(await picture.locator('[fill="url(#soft)"]').count(), 1);
  await page.done();
});

test("a row leads to its place, and the picture lights with it", async () => {
  const page = await desk.open({ height: 500 });
  await read(page, REPORT);
  const row = page.locator("#measures .figure", { has: page.locator(".at", { hasText: "2. Quartal 2021" }) });
  await row.focus();
  assert.equal(await page.locator(".stretch.lit").getAttribute("data-value"), "2021-Q2");
  await page.keyboard.press("Enter");
  const here = page.locator("#article .measure.here");
  assert.equal(await here.textContent(), "zweiten Quartal 2021");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "zweiten Quartal 2021");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#article .measure.here").count(), 0);
  await page.done();
});

test("times without a date say so and take one from the reader", async () => {
  const page = await desk.open();
  await read(page, REPORT);
  assert.match(await page.locator("#measures").textContent(), /Ohne festes Datum/);
  assert.deepEqual(await page.locator("#measures .chips").first().locator("button").allTextContents(), ["Gestern"]);
  await page.locator("#written").fill("2020-06-10");
  await page.locator(".dating button").click();
  await settled(page);
  await page.waitForFunction(() => !document.querySelector("#written"));
  assert.ok((await rows(page)).includes("9. Juni 2020: Gestern"), String(await rows(page)));
  await page.done();
});

test("amounts stand by their kind with what they count", async () => {
  const page = await desk.open({ locale: "en-GB" });
  await read(page, REPORT);
  const groups = await page.locator("#measures section").evaluateAll((all) =>
    all.filter((one) => one.querySelector(".figure .much")).map((one) => [one.querySelector("h3").textContent, ...[...one.querySelectorAll(".figure")].map((row) => [...row.children].map((part) => part.textContent).join(" "))]),
  );
  assert.deepEqual(groups, [
    ["Money", "18,5 Millionen Euro"],
    ["Shares", "≈ 12 Prozent"],
    ["Measures", "< 3,5 Tonnen"],
    ["Counts", "42 Risse"],
  ]);
  await page.done();
});

test("keys 8 and 9 show times and amounts in the text", async () => {
  const page = await desk.open();
  await read(page, REPORT);
  await page.locator("#paper").focus();
  await page.keyboard.press("8");
  await page.keyboard.press("9");
  assert.equal(await page.locator('.layer[data-layer="times"]').getAttribute("aria-pressed"), "true");
  assert.equal(await page.locator("#article.with-times.with-amounts").count(), 1);
  assert.equal(await page.locator("#article .measure.times").count(), 6);
  assert.equal(await page.locator("#article .measure.amounts").count(), 4);
  await page.done();
});

test("saves a calendar and a table", async () => {
  const page = await desk.open();
  await read(page, REPORT);
  const saved = async (id) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(id).click()]);
    return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
  };
  const [calendar, events] = await saved("#take-calendar");
  assert.equal(calendar, "kernsatz.ics");
  assert.match(events, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  assert.equal(events.match(/BEGIN:VEVENT/g).length, 4);
  assert.match(events, /DTSTART;VALUE=DATE:20200603\r\nDTEND;VALUE=DATE:20200604\r\n/);
  assert.ok(events.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75));
  const [table, cells] = await saved("#take-table");
  assert.equal(table, "kernsatz.csv");
  const lines = cells.trim().split("\r\n");
  assert.match(lines[0], /"kind","value","to","unit","mod","words","of","sentence"$/);
  assert.ok(lines.some((line) => line.startsWith('"money","18500000","","EUR","","18,5 Millionen Euro"')), cells);
  assert.equal(lines.length, 11);
  await page.done();
});

test("orders what happened on one day by its hour", async () => {
  const page = await desk.open();
  await read(page, `Probe auf der Fähre

HAMM, 14. Mai 2024 – Am Montag um 16 Uhr legt die Fähre zum zweiten Mal ab. Am Montagmorgen wurde geputzt, am Montag um 9.30 Uhr kam der Lotse.`);
  const all = await rows(page);
  assert.deepEqual(all.map((row) => row.replace(/^.*?: /, "")).slice(0, 3), ["Montagmorgen", "Montag um 9.30 Uhr", "Montag um 16 Uhr"]);
  await page.done();
});
