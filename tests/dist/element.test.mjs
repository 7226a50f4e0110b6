/**
 * `<kernsatz-article>` on pages of others, under the strictest policy.
 *
 * In: pages of our own. Out: marks, panel, events, one worker for all, plain text without JavaScript.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "../support/chromium.mjs";
import { html, openPage, serveDist } from "./site.mjs";
import { ARTICLE } from "./uses.js";

const ELEMENT = "/kernsatz/embed/element.js";
const OTHER = "Die Reederei aus Bremen kauft zwei Schiffe. Das sagte Sprecher Jonas Brandt am Freitag in Kiel.";

const pages = {
  "/own.html": html(`<kernsatz-article id=one cards="gist names quotations">${ARTICLE}</kernsatz-article>`, ELEMENT),
  "/for.html": html(
    `<article id=text><h1>Neue Schiffe</h1><p>${OTHER} A &lt;b&gt; &amp; c, sagte Brandt.</p><p hidden>Wien</p></article>
     <kernsatz-article for=text locale=en></kernsatz-article>`,
    ELEMENT,
  ),
  "/many.html": html(
    Array.from({ length: 6 }, (_, i) => `<kernsatz-article>${i % 2 ? OTHER : ARTICLE}</kernsatz-article>`).join(""),
    ELEMENT,
  ),
  "/twice.html": html(
    `<kernsatz-article>${OTHER}</kernsatz-article><script type=module src="/other/embed/element.js"></script>`,
    ELEMENT,
  ),
};

let server;
let browser;
before(async () => {
  const { dist } = await import("./site.mjs");
  server = await serveDist({ pages, folders: { "/other/": `${dist}/npm` } });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const open = (path, options) => openPage(browser, new URL(path, server.url).href, options);

/** Waits until every element has its analysis. */
const read = (page) =>
  page.waitForFunction(() => [...document.querySelectorAll("kernsatz-article")].every((one) => one.analysis));

/** The marked words by kind. */
const marked = (page) =>
  page.evaluate(() =>
    Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map((range) => range.toString())])),
  );

test("marks its own text without touching it, and shows what was asked for", async () => {
  const page = await open("own.html");
  await read(page);
  const { "kernsatz-per": people, "kernsatz-loc": places } = await marked(page);
  assert.ok(people.includes("Maren Clausen"), people.join());
  assert.ok(places.includes("Husum"), places.join());
  assert.equal(await page.locator("#one").evaluate((one) => one.childNodes.length), 1, "its text is one node, as before");
  assert.equal(await page.locator("#one").evaluate((one) => one.textContent), ARTICLE);
  const panel = page.locator("#one").locator("[part=panel]");
  assert.deepEqual(await panel.locator("h2").allTextContents(), ["Das Wichtigste", "Wer und wo", "Wer sagt was"]);
  await panel.getByRole("button", { name: "Maren Clausen" }).click();
  const card = page.locator("#one").locator("[part=card]");
  assert.match(await card.textContent(), /Person.*Maren Clausen.*Bürgermeisterin/s);
  await page.keyboard.press("Escape");
  assert.equal(await card.isVisible(), false);
  await page.done();
});

test("reads the element that it is for, and what is shown only", async () => {
  const page = await open("for.html");
  await read(page);
  const { "kernsatz-per": people, "kernsatz-loc": places } = await marked(page);
  assert.deepEqual(people, ["Jonas Brandt", "Brandt"]);
  assert.deepEqual(places, ["Bremen", "Kiel"]);
  const { sections } = await page.evaluate(() => document.querySelector("kernsatz-article").analysis);
  assert.equal(sections[0].kind, "headline");
  await page.done();
});

test("attributes and properties change what stands there; events tell of it", async () => {
  const page = await open("empty.html");
  const heard = await page.evaluate(
    async ([script, text]) => {
      await import(script);
      const article = document.createElement("kernsatz-article");
      const heard = [];
      const next = (type) => new Promise((resolve) => document.addEventListener(type, resolve, { once: true }));
      const names = () => [...CSS.highlights.keys()].sort();
      article.textContent = text;
      const analysed = next("kernsatz-analysis");
      document.body.append(article);
      heard.push((await analysed).detail.analysis.language, names());
      article.layers = ["people"];
      heard.push(names());
      article.setAttribute("cards", "names");
      heard.push(article.shadowRoot.querySelectorAll("[part~=entity]").length > 0);
      const again = next("kernsatz-analysis");
      article.language = "en";
      heard.push((await again).detail.analysis.language);
      article.language = "";
      const changed = next("kernsatz-analysis");
      article.append(" In Rendsburg regnet es.");
      await changed;
      const last = next("kernsatz-analysis");
      if (!article.analysis.entities.some(({ name }) => name === "Rendsburg")) await last;
      heard.push(article.analysis.entities.some(({ name }) => name === "Rendsburg"));
      article.labels = { names: "Namen im Text" };
      await next("kernsatz-analysis");
      heard.push(article.shadowRoot.querySelector("h2").textContent);
      article.remove();
      heard.push(names());
      return heard;
    },
    [ELEMENT, ARTICLE],
  );
  assert.deepEqual(heard, [
    "de", ["kernsatz-loc", "kernsatz-org", "kernsatz-per"], ["kernsatz-per"], true, "en", true, "Namen im Text", [],
  ]);
  await page.done();
});

test("many on a page share one worker and one module", async () => {
  const page = await open("many.html");
  await read(page);
  assert.equal(page.workers().length, 1);
  assert.equal(page.requests.filter((url) => url.endsWith(".wasm")).length, 1);
  assert.equal(page.requests.filter((url) => url.endsWith("de.pack")).length, 1);
  await page.done();
});

test("two copies of the script are one too many, not an error", async () => {
  const page = await open("twice.html");
  await read(page);
  assert.ok((await marked(page))["kernsatz-per"].includes("Jonas Brandt"));
  await page.done();
});

test("is plain text without JavaScript", async () => {
  const page = await open("own.html", { javaScriptEnabled: false });
  assert.match(await page.locator("kernsatz-article").innerText(), /Das alte Rathaus in Husum wird zur Bibliothek\./);
  await page.done();
});

test("says what happened where the text cannot be read, and offers to try again", async () => {
  const page = await open("empty.html");
  const before = await page.evaluate(
    async ([script, text]) => {
      const { configure, disposeShared } = await import(script);
      configure({ baseUrl: "/nowhere/" });
      const failed = new Promise((resolve) => document.addEventListener("kernsatz-error", resolve, { once: true }));
      const article = document.createElement("kernsatz-article");
      article.textContent = text;
      document.body.append(article);
      const { detail } = await failed;
      disposeShared();
      configure({});
      return detail.error.code;
    },
    [ELEMENT, ARTICLE],
  );
  assert.equal(before, "internal");
  await page.getByRole("button", { name: "Noch einmal" }).click();
  await read(page);
  page.troubles.length = 0; // the worker that is not there
  await page.done();
});
