/**
 * The site of the tests of what others take away: the npm package under `/kernsatz/`, pages of the test's own.
 *
 * In: `target/dist`. Out: a server, and pages in Chromium that must stay free of errors and ask nobody else.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../browser/server.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const dist = path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, "target"), "dist");

/** The strictest policy that the package runs under; blobs only for what is inline. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self' blob:; img-src data:";

const EMPTY = "<!doctype html><html lang=de><meta charset=utf-8><title>Leer</title><link rel=icon href=data:,>";

/** Serves the package and `pages`. */
export function serveDist({ changed = {}, pages = {}, policy = POLICY, folders = {}, headers = {} } = {}) {
  const places = { "/kernsatz/": path.join(dist, "npm"), "/tests/": path.join(root, "tests/dist"), ...folders };
  return serve(changed, { folders: places, pages: { "/empty.html": EMPTY, ...pages }, policy, headers });
}

/** A page of the site: `done` fails on errors, breaches of the policy, failed requests and requests to others. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ locale: "de-DE", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const troubles = [];
  const requests = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  context.on("request", (request) => requests.push(request.url()));
  context.on("requestfailed", (request) => troubles.push(`failed: ${request.url()}`));
  context.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  return Object.assign(page, {
    troubles,
    requests,
    async done() {
      await context.close();
      assert.deepEqual(troubles, [], "nothing went wrong on the page");
      const { origin } = new URL(url);
      const elsewhere = requests.filter((one) => !/^(data|blob|about):/.test(one) && new URL(one).origin !== origin);
      assert.deepEqual(elsewhere, [], "nobody else was asked");
    },
  });
}

/** A page with `body` that loads the module at `script`, if one is given. */
export function html(body, script = "") {
  const load = script && `<script type=module src="${script}"></script>`;
  return `<!doctype html><html lang=de><meta charset=utf-8><title>Probe</title><link rel=icon href=data:,>${load}<body>${body}`;
}

/** A file of the package. */
export function packaged(name) {
  return readFileSync(path.join(dist, "npm", name), "utf8");
}
