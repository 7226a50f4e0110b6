/**
 * `kernsatz.html`: opened from a disk, without a network, it reads like the page.
 *
 * In: `target/dist/kernsatz.html`, copied to a folder where nothing else lies. Out: an article read in both
 * languages, a sample, a web page through Readability, a reload; no request but for the file itself.
 */

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { read, settled } from "../browser/desk.mjs";
import { launch } from "../support/chromium.mjs";
import { dist } from "./site.mjs";
import { ARTICLE } from "./uses.js";

let browser;
let folder;
let address;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "kernsatz-single-"));
  copyFileSync(path.join(dist, "kernsatz.html"), path.join(folder, "kernsatz.html"));
  address = pathToFileURL(path.join(folder, "kernsatz.html")).href;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open() {
  const context = await browser.newContext({ locale: "de-DE", offline: true });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const troubles = [];
  const requests = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  context.on("request", (request) => requests.push(request.url()));
  await page.goto(address);
  await page.locator("#editor").waitFor();
  return Object.assign(page, {
    async done() {
      await context.close();
      assert.deepEqual(troubles, []);
      const asked = requests.filter((url) => !/^(data|blob):/.test(url));
      assert.deepEqual([...new Set(asked)], [address]);
    },
  });
}

const marks = (page) => page.locator("#article .mark").allTextContents();

test("reads what is pasted, in both languages, and after a reload", async () => {
  const page = await open();
  await read(page, ARTICLE);
  assert.ok((await marks(page)).some((mark) => mark.includes("Maren Clausen")));
  await page.reload();
  await page.locator("#editor").waitFor();
  await read(page, "Mayor Ellen Hart spoke in Dover on Tuesday.\n\nShe said that the harbour of the old town would be closed by June.");
  assert.equal(await page.locator("#article").getAttribute("lang"), "en");
  assert.ok((await marks(page)).some((mark) => mark.includes("Dover")));
  await page.done();
});

test("has its samples and reads whole web pages", async () => {
  const page = await open();
  await page.locator(".sample").first().click();
  await settled(page);
  assert.ok((await marks(page)).length > 0);
  const paragraphs = ARTICLE.split("\n\n").map((text) => `<p>${text} ${text}</p>`).join("");
  await read(page, "", `<html><body><nav>Startseite Kontakt</nav><main><article><h1>Rathaus</h1>${paragraphs}</article></main></body></html>`);
  assert.ok((await marks(page)).some((mark) => mark.includes("Maren Clausen")));
  await page.done();
});

test("allows by its own policy only what is in it", () => {
  const page = readFileSync(path.join(dist, "kernsatz.html"), "utf8");
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)[1];
  assert.match(policy, /^default-src 'none'; script-src 'wasm-unsafe-eval' ('sha256-[^']+' ?)+; style-src/);
  assert.doesNotMatch(policy, /unsafe-inline|connect-src|https?:/);
  assert.doesNotMatch(page.replace(/<script[^]*?<\/script>/g, ""), /(src|href)="(?!data:|#)/);
});
