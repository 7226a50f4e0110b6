/** Articles from outside the page: shared, opened as files, handed over by another page; and new versions. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bookmarklet } from "../../www/docs/bookmarklet.js";
import { NOTICE, read, settled, useDesk, words } from "./desk.mjs";
import { serve } from "./server.mjs";

let version = 1;
const desk = useDesk({
  changed: {
    "/pkg/files.json": (list) => JSON.stringify({ ...JSON.parse(list), version: `test-${version}` }),
  },
});

/** Another site, with an article among what pages have around theirs. */
const ARTICLE = NOTICE.split("\n\n").map((text) => `<p>${text} ${text}</p>`).join("");
const PAGE = `<!doctype html><html lang=de><title>Zeitung</title><body><nav><a href=#>Ressorts</a></nav><main><article><h1>Fähre</h1>${ARTICLE}</article></main>`;
let other;
before(async () => (other = await serve({}, { folders: {}, pages: { "/page.html": PAGE }, policy: "default-src 'none'" })));
after(() => other?.close());

const controlled = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

async function share(page, entries) {
  return page.evaluate(async (entries) => {
    const form = new FormData();
    for (const [name, value, file] of entries) form.set(name, file ? new File([value], file, { type: "text/plain" }) : value);
    const response = await fetch("share", { method: "POST", body: form, redirect: "manual" });
    return response.type;
  }, entries);
}

test("what another app shares is read, and the server never sees it", async () => {
  const page = await desk.open({ serviceWorkers: "allow" });
  await controlled(page);
  desk.server.requests.length = 0;
  const address = `${desk.server.url}?shared`;
  assert.equal(await share(page, [["title", "Geteilt"], ["text", NOTICE]]), "opaqueredirect");
  await page.goto(address);
  await settled(page);
  assert.match(await words(page), /Geteilt.*Anna Petersen/);
  assert.equal(new URL(page.url()).search, "");
  assert.ok(!desk.server.requests.includes("/share"));
  await share(page, [["file", NOTICE, "artikel.txt"]]);
  await page.goto(address);
  await settled(page);
  assert.match(await words(page), /Anna Petersen/);
  await page.done();
});

test("a file that the system opens with the page is read", async () => {
  const page = await desk.open();
  await page.addInitScript((text) => {
    const file = { getFile: async () => new File([text], "artikel.txt", { type: "text/plain" }) };
    Object.defineProperty(window, "launchQueue", { value: { setConsumer: (take) => take({ files: [file] }) } });
  }, NOTICE);
  await page.reload();
  await settled(page);
  assert.match(await words(page), /Anna Petersen/);
  await page.done();
});

test("the bookmarklet hands the page over, window to window", async () => {
  const first = await desk.open();
  const context = first.context();
  const host = await context.newPage();
  await host.goto(`${other.url}page.html`);
  const script = decodeURIComponent(bookmarklet(desk.server.url).slice("javascript:".length));
  const [page] = await Promise.all([context.waitForEvent("page"), host.evaluate(script)]);
  await page.locator("#editor").waitFor({ state: "attached" });
  await settled(page);
  assert.match(await words(page), /Anna Petersen/);
  assert.doesNotMatch(await words(page), /Ressorts/);
  assert.equal(new URL(page.url()).hash, "");
  await first.done();
});

test("other windows are not listened to", async () => {
  const page = await desk.open();
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    frame.contentWindow.eval;
    window.dispatchEvent(new MessageEvent("message", { source: frame.contentWindow, data: { kernsatz: { html: "<p>Fremd.</p>" } } }));
    window.dispatchEvent(new MessageEvent("message", { data: { kernsatz: { html: "<p>Fremd.</p>" } } }));
  });
  await read(page, NOTICE);
  assert.doesNotMatch(await words(page), /Fremd/);
  assert.equal(await page.locator("#notice").isVisible(), false);
  page.troubles.length = 0; // the frame, which the policy forbids
  await page.done();
});

test("a new version is announced, waits for the reader and brings the article along", async () => {
  const page = await desk.open({ serviceWorkers: "allow" });
  await controlled(page);
  version = 2;
  const isNew = page.waitForFunction(async () => (await caches.keys()).includes("kernsatz-test-2"));
  await page.evaluate(() => sessionStorage.setItem("kernsatz.carried", JSON.stringify({ text: "Köln - Es regnet in Köln.", format: "text" })));
  await page.reload();
  await isNew;
  await page.getByRole("button", { name: "Jetzt laden" }).waitFor();
  assert.match(await words(page), /Es regnet in Köln/);
  const second = await page.context().newPage();
  await second.goto(desk.server.url);
  await page.getByRole("button", { name: "Jetzt laden" }).click();
  await page.locator("#notice").getByText("Andere Seiten von Kernsatz sind noch offen").waitFor();
  await second.close();
  assert.deepEqual((await page.evaluate(() => caches.keys())).sort(), ["kernsatz-test-1", "kernsatz-test-2"]);
  await page.getByRole("button", { name: "Jetzt laden" }).click();
  await page.waitForFunction(async () => (await caches.keys()).join() === "kernsatz-test-2");
  await page.locator("#notice").waitFor({ state: "hidden" });
  await settled(page);
  assert.match(await words(page), /Es regnet in Köln/);
  await page.done();
});
