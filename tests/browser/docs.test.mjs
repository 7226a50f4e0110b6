/** The documentation for embedders: its examples live, its reference, by keyboard and in both colours. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { useDesk } from "./desk.mjs";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const desk = useDesk();

async function open(path, options) {
  const page = await desk.open(options);
  await page.goto(new URL(path, desk.server.url).href);
  return page;
}

/** What axe-core finds wrong. */
async function problems(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("the examples are live, and share one worker", async () => {
  const page = await open("docs/");
  await page.waitForFunction(() => document.querySelector("kernsatz-article").analysis);
  const size = (name) => page.evaluate((name) => CSS.highlights.get(`kernsatz-${name}`)?.size ?? 0, name);
  assert.ok((await size("per")) >= 2);
  await page.getByLabel("quotations").check();
  assert.ok((await size("quotation")) > 0);
  await page.locator("#json").filter({ hasText: "Ellen Hart" }).waitFor();
  await page.getByLabel("Type here").fill("Der Kanzler reiste nach Lissabon.");
  await page.locator("#json").filter({ hasText: "Lissabon" }).waitFor();
  const people = await size("per");
  await page.getByRole("button", { name: "Mark", exact: true }).click();
  await page.getByRole("button", { name: "Mark", exact: true, pressed: true }).waitFor();
  assert.equal(await size("per"), people + 1);
  await page.getByRole("button", { name: "Mark", exact: true }).click();
  await page.getByRole("button", { name: "Mark", exact: true, pressed: false }).waitFor();
  assert.equal(await size("per"), people);
  assert.equal(page.workers().length, 1);
  assert.match(await page.locator("#bookmarklet").getAttribute("href"), /^javascript:.*%23page/);
  await page.done();
});

for (const path of ["docs/", "docs/generated/reference.html"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${path} can be used by everybody, ${colorScheme}`, async () => {
      const page = await open(path, { colorScheme, width: 400 });
      if (path === "docs/") await page.waitForFunction(() => document.querySelector("kernsatz-article").analysis);
      assert.deepEqual(await problems(page), []);
      const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(isTooWide, false);
      await page.done();
    });
  }
}

test("every name in the reference leads somewhere", async () => {
  const page = await open("docs/generated/reference.html");
  const { names, broken } = await page.evaluate(() => ({
    names: [...document.querySelectorAll("h3")].map((heading) => heading.textContent),
    broken: [...document.querySelectorAll('a[href^="#"]')].filter((a) => !document.getElementById(a.hash.slice(1))).map((a) => a.hash),
  }));
  for (const name of ["Kernsatz", "KernsatzArticle", "annotate", "Analysis", "Entity"]) assert.ok(names.includes(name), name);
  assert.deepEqual(broken, []);
  await page.done();
});
