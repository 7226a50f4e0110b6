/**
 * The browser extension in Chromium: its button on an article, its side panel with the desk.
 *
 * In: `target/dist/extension`. Out: the article of the page in the panel, nothing asked of anyone, no permission
 * beyond the page that the button was pressed on.
 */

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { settled, words } from "../browser/desk.mjs";
import { serve } from "../browser/server.mjs";
import { launchWithExtension } from "../support/chromium.mjs";
import { dist } from "./site.mjs";
import { ARTICLE } from "./uses.js";

const BODY = ARTICLE.split("\n\n").map((text) => `<p>${text} ${text}</p>`).join("");
const PAGE = `<!doctype html><html lang=de><title>Zeitung</title><link rel=icon href=data:,><body><nav><a href=#>Ressorts</a></nav><main><article><h1>Rathaus</h1>${BODY}</article></main>`;

let server;
let context;
let folder;
before(async () => {
  server = await serve({}, { folders: {}, pages: { "/page.html": PAGE }, policy: "default-src 'none'; img-src data:" });
  folder = mkdtempSync(path.join(tmpdir(), "kernsatz-extension-"));
  cpSync(path.join(dist, "extension"), folder, { recursive: true });
  // No program can press the button; so the test's copy may read the test's own site without it.
  const file = path.join(folder, "manifest.json");
  writeFileSync(file, JSON.stringify({ ...manifest(), host_permissions: [`${server.url}*`.replace(/:\d+/, "")] }));
  context = await launchWithExtension(folder);
});
after(async () => {
  await context?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Node knows no origin of an extension. */
const originOf = (url) => /^[a-z-]+:\/\/[^/]+/.exec(url)?.[0] ?? url;

const manifest = () => JSON.parse(readFileSync(path.join(dist, "extension/manifest.json"), "utf8"));

test("asks for no page but the one that its button is pressed on", () => {
  const { permissions, host_permissions, content_scripts } = manifest();
  assert.deepEqual(permissions, ["activeTab", "scripting", "sidePanel"]);
  assert.equal(host_permissions, undefined);
  assert.equal(content_scripts, undefined);
});

test("the button brings the article of the page into the panel", async () => {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const origin = originOf(worker.url());
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  const page = await context.newPage();
  await page.goto(`${server.url}page.html`);
  const panel = await context.newPage();
  const troubles = [];
  panel.on("pageerror", (error) => troubles.push(String(error)));
  panel.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  await panel.setViewportSize({ width: 400, height: 800 });
  await panel.goto(`${origin}/panel.html`);
  await panel.locator("#editor").waitFor();
  const press = (address) =>
    worker.evaluate(async (address) => {
      const [tab] = await chrome.tabs.query({ url: address });
      chrome.action.onClicked.dispatch(tab ?? { id: -1, windowId: -1 });
    }, address);
  await press(`${server.url}page.html`.replace(/:\d+/, ""));
  await settled(panel);
  assert.match(await words(panel), /Maren Clausen/);
  assert.doesNotMatch(await words(panel), /Ressorts/);
  assert.ok((await panel.locator("#article .mark").count()) > 0);
  await press("http://nowhere.invalid/");
  await panel.locator("#notice").waitFor();
  const elsewhere = requests.filter((url) => ![origin, originOf(server.url)].includes(originOf(url)) && !/^(data|blob):/.test(url));
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(troubles, []);
});
