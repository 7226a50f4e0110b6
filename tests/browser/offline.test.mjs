/** The network is cut: the page goes on, also over a reload; a new version comes whole. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTICE, paste, read, settled, useDesk, words } from "./desk.mjs";

const desk = useDesk();
let version = 1;
const changing = useDesk({
  changed: {
    "/pkg/files.json": (list) => JSON.stringify({ ...JSON.parse(list), version: `test-${version}` }),
  },
});

/** Waits until the service worker has everything. */
const stored = (page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active.state);

test("works with the network cut, also after a reload, in both languages", async () => {
  const page = await desk.open({ serviceWorkers: "allow" });
  await stored(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await desk.server.cut();
  await read(page, NOTICE);
  assert.ok((await page.locator("#article .mark").count()) > 0);
  await page.reload();
  await page.locator("#editor").waitFor();
  await paste(page, "Mayor Lucille Okafor spoke in Portland on Tuesday.\n\nShe said that the bridge would be closed by June.");
  await settled(page);
  assert.equal(await page.locator("#article").getAttribute("lang"), "en");
  assert.match(await words(page), /Portland/);
  await page.locator("#new").click();
  await page.locator(".sample").first().click();
  await settled(page);
  assert.ok((await page.locator("#article .mark").count()) > 0);
  page.troubles.length = 0; // the list of files cannot be asked for
  await page.done();
});

test("a new version replaces the old one whole, and its cache", async () => {
  const page = await changing.open({ serviceWorkers: "allow" });
  await stored(page);
  const caches = () => page.evaluate(() => caches.keys());
  assert.deepEqual(await caches(), ["kernsatz-test-1"]);
  version = 2;
  await page.reload();
  await page.waitForFunction(async () => (await caches.keys()).join() === "kernsatz-test-2");
  await page.waitForLoadState();
  await page.locator("#editor").waitFor();
  await read(page, NOTICE);
  await page.done();
});

test("asks nothing of anyone else", async () => {
  const page = await changing.open({ serviceWorkers: "allow" });
  const elsewhere = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(changing.server.url) && !request.url().startsWith("data:")) elsewhere.push(request.url());
  });
  await stored(page);
  await read(page, NOTICE);
  await page.locator("#new").click();
  await page.locator(".sample").nth(1).click();
  await settled(page);
  assert.deepEqual(elsewhere, []);
  await page.done();
});
