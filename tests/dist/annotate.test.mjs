/**
 * Marks in the text of other people's pages: nothing of it is changed, or all of it is undone.
 *
 * In: pages of our own. Out: highlights beside other scripts' ones, elements as their twin, changes that are followed,
 * cards by pointer and keyboard.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "../support/chromium.mjs";
import { html, openPage, serveDist } from "./site.mjs";

const BODY = `<main><article id=text><h1>Neuer Hafen für Wismar</h1>
<p>Der <em>Hafen</em> von Wis<b>mar</b> wird größer. Das sagte Ministerin
   Karla Vogt am Montag in Schwerin: „Wir bauen zwei Kais &amp; einen Kran.“</p>
<ul><li>Vogt fährt nach Rostock.</li><li><a href="#weiter">Mehr aus Lübeck</a></li></ul>
<script type="text/plain">Hamburg</script></article></main>`;

let server;
let browser;
before(async () => {
  server = await serveDist({ pages: { "/page.html": html(BODY) } });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** A page whose article is annotated; `window.annotation` is the result. */
async function open(options = {}) {
  const page = await openPage(browser, `${server.url}page.html`);
  await page.evaluate(async (options) => {
    window.before = document.getElementById("text").innerHTML;
    window.nodes = [...document.querySelectorAll("#text *")].flatMap((one) => [...one.childNodes]);
    const { annotate } = await import("/kernsatz/embed/annotate.js");
    window.annotation = await annotate(document.getElementById("text"), options);
  }, options);
  return page;
}

const words = (page) =>
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, all]) => [name, [...all].map((one) => one.toString())])));

/** Whether the article is what it was, node for node. */
const isUntouched = (page) =>
  page.evaluate(() => {
    const nodes = [...document.querySelectorAll("#text *")].flatMap((one) => [...one.childNodes]);
    const isSame = nodes.length === window.nodes.length && nodes.every((node, index) => node === window.nodes[index]);
    return isSame && document.getElementById("text").innerHTML === window.before;
  });

test("marks names across elements and touches no node", async () => {
  const page = await open({ layers: ["names", "quotations"] });
  const found = await words(page);
  assert.deepEqual(found["kernsatz-loc"], ["Wismar", "Wismar", "Schwerin", "Rostock", "Lübeck"]);
  assert.deepEqual(found["kernsatz-per"], ["Karla Vogt", "Vogt"]);
  assert.ok(found["kernsatz-quotation"].some((one) => one.includes("zwei Kais & einen Kran")));
  assert.ok(await isUntouched(page));
  await page.evaluate(() => window.annotation.remove());
  assert.deepEqual(await words(page), {});
  assert.ok(await isUntouched(page));
  assert.equal(await page.locator(".kernsatz-popover").count(), 0);
  await page.done();
});

test("highlights of other scripts stay, and those of a second annotation", async () => {
  const page = await open();
  await page.evaluate(async () => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("h1"));
    CSS.highlights.set("search", new Highlight(range));
    const { annotate } = await import("/kernsatz/embed/annotate.js");
    window.second = await annotate(document.querySelector("ul"));
  });
  assert.equal((await words(page))["kernsatz-per"].length, 3);
  await page.evaluate(() => window.annotation.remove());
  assert.deepEqual(await words(page), {
    search: ["Neuer Hafen für Wismar"], "kernsatz-per": ["Vogt"], "kernsatz-loc": ["Rostock", "Lübeck"],
  });
  await page.evaluate(() => window.second.remove());
  assert.deepEqual(Object.keys(await words(page)), ["search"]);
  await page.done();
});

test("elements mark the same words and are undone node for node", async () => {
  const page = await open({ marks: "element" });
  const marks = () =>
    page.evaluate(() => [...document.querySelectorAll(".kernsatz-mark")].map((one) => `${one.className.split("-").at(-1)}: ${one.textContent}`));
  assert.deepEqual(await marks(), [
    "loc: Wismar", "loc: Wis", "loc: mar", "per: Karla Vogt", "loc: Schwerin", "per: Vogt", "loc: Rostock", "loc: Lübeck",
  ]);
  await page.evaluate(() => (window.annotation.layers = ["people"]));
  assert.deepEqual(await marks(), ["per: Karla Vogt", "per: Vogt"]);
  await page.evaluate(() => window.annotation.remove());
  assert.ok(await isUntouched(page));
  await page.done();
});

test("elements that somebody changed go without what was changed", async () => {
  const page = await open({ marks: "element", observe: false });
  await page.evaluate(() => {
    document.querySelector("li .kernsatz-mark").textContent = "Die Ministerin";
    window.annotation.remove();
  });
  assert.equal(await page.locator("li").first().innerHTML(), "Die Ministerin fährt nach Rostock.");
  assert.equal(await page.locator(".kernsatz-mark").count(), 0);
  await page.done();
});

for (const marks of ["highlight", "element"]) {
  test(`changes of the text are followed: ${marks}`, async () => {
    const page = await open({ marks });
    const names = () => page.evaluate(() => window.annotation.analysis.entities.map(({ name }) => name).join());
    await page.evaluate(() => document.querySelector("ul").insertAdjacentHTML("beforeend", "<li>Auch Greifswald baut.</li>"));
    await page.waitForFunction(() => window.annotation.analysis.entities.some(({ name }) => name === "Greifswald"));
    await page.evaluate(() => (document.querySelector("h1").textContent = "Neuer Hafen für Stralsund"));
    await page.waitForFunction(() => window.annotation.analysis.entities.some(({ name }) => name === "Stralsund"));
    assert.match(await names(), /Stralsund.*Greifswald/);
    await page.evaluate(() => window.annotation.remove());
    assert.equal(await page.locator(".kernsatz-mark").count(), 0);
    await page.done();
  });

  test(`a place that is pointed at says what it is: ${marks}`, async () => {
    const page = await open({ marks });
    const box = await page.evaluate(() => {
      const index = window.annotation.items.findIndex(({ kind }) => kind === "per");
      window.annotation.show(index);
      window.annotation.hide();
      const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf("Karla");
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 5);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
    });
    await page.mouse.click(box.x, box.y);
    const card = page.locator(".kernsatz-popover [role=dialog]");
    assert.match(await card.textContent(), /Person.*Karla Vogt.*Ministerin/s);
    assert.equal(await card.evaluate((one) => one.getBoundingClientRect().right <= innerWidth), true);
    await page.mouse.click(5, 400);
    assert.equal(await card.isVisible(), false);
    await page.done();
  });
}

test("the keyboard walks through all places and comes back", async () => {
  const page = await open();
  const card = page.locator(".kernsatz-popover [role=dialog]");
  await page.locator("#text a").focus();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent), "Markierte Stellen (7)");
  await page.keyboard.press("Enter");
  assert.match(await card.textContent(), /Ort.*Wismar.*1 von 7/s);
  for (let i = 0; i < 2; i += 1) await page.keyboard.press("ArrowRight");
  assert.match(await card.textContent(), /Karla Vogt.*3 von 7/s);
  assert.deepEqual((await words(page))["kernsatz-lit"], ["Karla Vogt", "Vogt"]);
  await page.keyboard.press("ArrowLeft");
  assert.match(await card.textContent(), /2 von 7/);
  await page.keyboard.press("Escape");
  assert.equal(await card.isVisible(), false);
  assert.equal((await words(page))["kernsatz-lit"], undefined);
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.className), "walk");
  await page.done();
});

test("times and amounts are layers too, and say their values", async () => {
  const page = await open({ layers: ["times", "amounts"] });
  await page.evaluate(() => {
    document.querySelector("ul").insertAdjacentHTML("beforeend", "<li>Der Umbau kostete am 3. Mai 2024 vier Millionen Euro.</li>");
  });
  await page.waitForFunction(() => [...(CSS.highlights.get("kernsatz-amount") ?? [])].some((range) => `${range}`.includes("Euro")));
  const found = await words(page);
  assert.ok(found["kernsatz-time"].includes("3. Mai 2024"), JSON.stringify(found));
  assert.ok(found["kernsatz-amount"].includes("vier Millionen Euro"), JSON.stringify(found));
  const card = page.locator(".kernsatz-popover [role=dialog]");
  const shown = async (kind) => {
    await page.evaluate((kind) => window.annotation.show(window.annotation.items.findLastIndex((item) => item.kind === kind)), kind);
    return card.textContent();
  };
  assert.match(await shown("time"), /Zeit.*2024-05-03/s);
  assert.match(await shown("amount"), /Menge.*4000000.*EUR/s);
  await page.done();
});

test("links of the page stay links", async () => {
  const page = await open();
  await page.locator("#text a").click();
  assert.match(page.url(), /#weiter$/);
  assert.equal(await page.locator(".kernsatz-popover [role=dialog]").isVisible(), false);
  await page.done();
});
