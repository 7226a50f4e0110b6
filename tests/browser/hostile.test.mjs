/** What a page must survive: hostile text, too much text, late answers, a worker that dies. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTICE, paste, read, settled, useDesk, words } from "./desk.mjs";

/** A module that stops at its first instruction. */
const TRAP = "0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,8,1,0,10,5,1,3,0,0,11";

/** The real module, with texts that trap it, hold it for ever or for a while. */
const rigged = (source) => `${source}
const analyze = Analyzer.prototype.analyze;
Analyzer.prototype.analyze = function (text, ...rest) {
  if (text.includes("TRAP")) new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([${TRAP}])));
  if (text.includes("FOREVER")) for (;;);
  if (text.includes("SLOWLY")) for (const end = performance.now() + 200; performance.now() < end; );
  return analyze.call(this, text, ...rest);
};
`;

const desk = useDesk({ changed: { "/pkg/kernsatz.js": rigged } });
const paragraph = (word) => `${word}: ein Absatz.\n\nUnd noch ein Absatz, damit es ein Artikel ist.`;

test("markup in the text is text", async () => {
  const page = await desk.open();
  const text = `Warnung vor <img src=x onerror="document.title='hacked'"> in Hamburg

</script><script>document.title='hacked'</script> Das sagte Anna Petersen am Montag. <style>*{display:none}</style>

&lt;b&gt; und &amp; bleiben stehen, auch "><svg onload=alert(1)>.`;
  await read(page, text);
  assert.equal(await words(page), text.split(/\s+/).join(" "));
  assert.equal(await page.locator("#article :is(img, script, svg, style, b)").count(), 0);
  assert.notEqual(await page.title(), "hacked");
  await page.done();
});

test("markup in pasted HTML does nothing", async () => {
  const page = await desk.open();
  const html = `<p>Petersen kam nach <a href="javascript:document.title='hacked'">Hamburg</a>.</p>
    <img src=x onerror="document.title='hacked'"><iframe srcdoc="<script>parent.document.title='hacked'</script>"></iframe>
    <p style="position:fixed">Ein Absatz mit <span onclick="document.title='hacked'">Knopf</span>.</p><script>document.title='hacked'</script>`;
  await read(page, "Petersen kam nach Hamburg.\nEin Absatz mit Knopf.", html);
  assert.match(await words(page), /Petersen kam nach Hamburg\..*Ein Absatz mit Knopf\./);
  assert.equal(await page.locator("#article :is(a, img, iframe, script)").count(), 0);
  assert.notEqual(await page.title(), "hacked");
  await page.done();
});

test("control characters and lone surrogates stay in their places", async () => {
  const page = await desk.open();
  const text = `Anna\u0000 Petersen\u0007 \ud83d kam \udc00nach\u200b Hamburg.\u202e\ufeff\r\n\r\nDann \u{1f468}\u200d\u{1f469}\u200d\u{1f467} Ende.`;
  await page.evaluate((units) => {
    const text = String.fromCharCode(...units);
    const data = new DataTransfer();
    data.getData = (type) => (type === "text/plain" ? text : ""); // the real one mends lone surrogates
    const event = new Event("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: data });
    document.body.dispatchEvent(event);
  }, [...text].flatMap((character) => Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))));
  await settled(page);
  const shown = await page.evaluate(() => {
    const copy = document.getElementById("article").cloneNode(true);
    for (const added of copy.querySelectorAll(".unseen")) added.remove();
    return Array.from({ length: copy.textContent.length }, (_, i) => copy.textContent.charCodeAt(i));
  });
  const squeeze = (units) => String.fromCharCode(...units).replace(/\s/g, "");
  assert.equal(squeeze(shown), text.replace(/\s/g, ""));
  await page.done();
});

test("five megabytes of one letter leave the page alive", async () => {
  const page = await desk.open();
  await page.evaluate(() => (window.longest = 0));
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "a".repeat(5_000_000));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await settled(page);
  const length = await page.evaluate(() => {
    const unseen = document.querySelector("#article .unseen")?.textContent.length ?? 0;
    return document.getElementById("article").textContent.length - unseen;
  });
  assert.equal(length, 5_000_000);
  await page.locator("#edit").click();
  await page.locator("#notice", { hasText: "zu lang, um ihn hier zu bearbeiten" }).waitFor();
  await page.locator("#new").click();
  await read(page, NOTICE);
  assert.match(await words(page), /Brunsbüttel/);
  await page.done();
});

test("too long a text is refused with a reason, and what was there stays", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  await page.evaluate(() => {
    const clipboardData = { getData: (type) => (type === "text/plain" ? "ü".repeat(17_000_000) : ""), files: [], types: [] };
    const event = new Event("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: clipboardData });
    document.body.dispatchEvent(event);
  });
  await page.locator("#notice", { hasText: "länger als 32 MiB" }).waitFor();
  assert.match(await words(page), /Brunsbüttel/);
  await read(page, paragraph("Danach"));
  assert.match(await words(page), /^Danach/);
  await page.done();
});

test("a late answer never overwrites a newer one", async () => {
  const page = await desk.open();
  await paste(page, paragraph("SLOWLY"));
  await paste(page, paragraph("Zweitens"));
  await page.locator("#article", { hasText: "Zweitens" }).waitFor();
  await settled(page);
  assert.doesNotMatch(await words(page), /SLOWLY/);
  await page.done();
});

test("work that does not end can be stopped; the text stays", async () => {
  const page = await desk.open();
  await paste(page, paragraph("FOREVER"));
  await page.locator("#stop").click();
  await page.locator("#trouble", { hasText: "Abgebrochen." }).waitFor();
  assert.match(await words(page), /FOREVER: ein Absatz\./);
  await read(page, paragraph("Weiter"));
  assert.match(await words(page), /^Weiter/);
  assert.equal(await page.locator("#trouble").isVisible(), false);
  await page.done();
});

test("work that does not end gives way to a newer text", async () => {
  const page = await desk.open();
  await paste(page, paragraph("FOREVER"));
  await read(page, paragraph("Neuer")); // at once
  assert.match(await words(page), /^Neuer/);
  await paste(page, paragraph("FOREVER"));
  await page.locator("#stop").waitFor(); // it is seen only after a while
  await read(page, paragraph("Neuester"));
  assert.match(await words(page), /^Neuester/);
  await page.done();
});

test("a trapped worker is replaced; the reader keeps the text and can go on", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  const [first] = page.workers();
  await paste(page, paragraph("TRAP"));
  await page.locator("#trouble", { hasText: "An diesem Text ist die Analyse gescheitert." }).waitFor();
  assert.match(await words(page), /TRAP: ein Absatz\./);
  await read(page, NOTICE);
  assert.ok((await page.locator("#article .mark").count()) > 0);
  assert.equal(page.workers().length, 1);
  assert.notEqual(page.workers()[0], first);
  await page.done();
});

test("a worker that dies between two texts is replaced", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  const [worker] = page.workers();
  const closed = worker.waitForEvent("close");
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("killed");
    });
  });
  await closed;
  await read(page, paragraph("Danach"));
  assert.match(await words(page), /^Danach/);
  page.troubles.length = 0; // the killing itself
  await page.done();
});
