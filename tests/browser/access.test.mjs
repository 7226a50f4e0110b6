/** For everybody: axe finds nothing, nothing needs a mouse, every width, both languages, less motion. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { NOTICE, read, settled, useDesk } from "./desk.mjs";

const desk = useDesk();
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs axe over the whole page, with the rules of WCAG 2.2 AA and best practice. */
async function assertAccessible(page, where) {
  // Evaluated by the debugger, which the page's policy does not concern.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 4).join(" | ")}`);
  });
  assert.deepEqual(violations, [], where);
}

const noSideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const RICH = `KULTUR

Das Museum der Fähren öffnet in Emden

Von Anna Petersen

EMDEN (nwd) – Das Museum der Fähren hat am Montag in Emden geöffnet. Das sagte Direktorin Gesche Habben. Die Ostfriesische Fährgesellschaft gab das Geld.

Was zu sehen ist

- ein Boot aus Delfzijl
- ein Anker aus Hamburg

Lesen Sie auch: Warum Wilhelmshaven leer ausging

Habben sagte, das Museum sei »für alle Emder« da. Im Sommer kommt ein Schiff aus Norwegen.`;

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing: ${colorScheme}, ${width} px`, async () => {
      const page = await desk.open({ colorScheme, width, height: 740 });
      await assertAccessible(page, "empty");
      await read(page, RICH);
      await assertAccessible(page, "article");
      if (width === 360) {
        await page.locator("#tab-names").click();
        await assertAccessible(page, "sheet");
      }
      await page.locator("#names button.name").first().click();
      await page.locator('[data-layer="labels"]').click();
      await page.locator('[data-layer="gist"]').click();
      await page.locator(".keys summary").click();
      await assertAccessible(page, "pinned, labels, key sentences");
      await page.locator("#edit").click();
      await assertAccessible(page, "editing");
      await page.done();
    });
  }
}

test("nothing needs scrolling sideways from 320 to 1600 px", async () => {
  const page = await desk.open();
  for (const width of [320, 360, 600, 799, 800, 1024, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    assert.equal(await noSideways(page), 0, `empty at ${width}`);
  }
  await read(page, `${RICH}\n\n${"Donaudampfschifffahrtsgesellschaft".repeat(8)} in Hamburg.`);
  await page.locator('[data-layer="labels"]').click();
  for (const width of [320, 360, 600, 799, 800, 1024, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    assert.equal(await noSideways(page), 0, `article at ${width}`);
  }
  const lead = await page.locator("#article p").first().boundingBox();
  assert.ok(lead.width < 700, "lines stay readable on a wide screen");
  await page.done();
});

test("on a phone the cards are tabs, one thumb away", async () => {
  const page = await desk.open({ width: 360, height: 740, hasTouch: true });
  await read(page, NOTICE);
  const tab = page.getByRole("tab", { name: "Namen" });
  const box = await tab.boundingBox();
  assert.ok(box.y > 600 && box.height >= 44);
  assert.equal(await page.locator("#card-names").isVisible(), false);
  await tab.tap();
  assert.equal(await page.locator("#card-names").isVisible(), true);
  await page.locator("#names button.name").first().tap();
  const mark = page.locator(".mark.here");
  await page.waitForFunction(() => {
    const [mark, sheet] = [".mark.here", "#card-names"].map((one) => document.querySelector(one).getBoundingClientRect());
    return mark.top > 0 && mark.bottom < sheet.top;
  });
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Kern" }).tap();
  await page.locator("#gist .go").first().tap();
  assert.equal(await page.locator("#card-gist").isVisible(), false, "makes room for the place");
  await page.locator("#article .mark").first().tap();
  await page.locator("#dock-walker", { hasText: " von " }).waitFor();
  assert.equal(await mark.count(), 1);
  await page.done();
});

test("everything is reached by keyboard, and the focus is seen", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  const reached = new Set();
  assert.equal(await page.evaluate(() => document.activeElement.id), "paper", "reading goes on where the text stands");
  await page.locator(".skip").focus();
  for (let i = 0; i < 80; i += 1) {
    if (i > 0) await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const node = document.activeElement;
      if (node === document.body) return null;
      const style = getComputedStyle(node);
      return { id: node.id || node.className, seen: style.outlineStyle !== "none" || node.matches("textarea") };
    });
    if (!found) break;
    assert.ok(found.seen, `focus is seen on ${found.id}`);
    reached.add(found.id.split(" ")[0]);
  }
  for (const id of ["skip", "read", "edit", "new", "layer", "mark", "go", "name", "copy-json", "keep", "locale", "theme"]) {
    assert.ok(reached.has(id), `${id} in ${[...reached]}`);
  }
  await page.done();
});

test("headings are in order, with or without a headline", async () => {
  const page = await desk.open();
  const levels = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("h1, h2, h3, h4")].filter((node) => node.checkVisibility()).map((node) => Number(node.tagName[1])),
    );
  for (const text of [RICH, "Anna Petersen kam am Montag nach Hamburg. Das sagte sie selbst, und alle haben es gehört.\nUnd so weiter."]) {
    await read(page, text);
    const found = await levels();
    assert.equal(found.filter((level) => level === 1).length, 1);
    for (const [i, level] of found.entries()) assert.ok(i === 0 ? level === 1 : level <= found[i - 1] + 1, `${found}`);
  }
  await page.done();
});

test("the interface speaks German and English, by the browser and by choice", async () => {
  const page = await desk.open({ locale: "en-GB" });
  await page.getByRole("heading", { name: "Paste an article" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("heading", { name: "Artikel einfügen" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Artikel einfügen" }).waitFor();
  await read(page, NOTICE);
  await page.getByRole("heading", { name: "Wer und wo" }).waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Who and where" }).waitFor();
  await settled(page);
  assert.equal(await page.locator("#article .mark.loc").first().getAttribute("data-label"), "Place");
  await page.done();
  const french = await desk.open({ locale: "fr-FR" });
  await french.getByRole("heading", { name: "Paste an article" }).waitFor();
  await french.done();
});

test("both languages have the same keys, none is missing on the page", async () => {
  const page = await desk.open();
  const { de, en, used } = await page.evaluate(async () => {
    const [{ default: de }, { default: en }] = await Promise.all([import("./strings/de.js"), import("./strings/en.js")]);
    const used = ["text", "label", "placeholder"].flatMap((name) =>
      [...document.querySelectorAll(`[data-${name}]`)].map((node) => node.dataset[name]),
    );
    return { de, en, used };
  });
  assert.deepEqual(Object.keys(en), Object.keys(de));
  for (const key of used) assert.ok(key in de, key);
  const blanks = (string) => [...string.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [key, string] of Object.entries(de)) {
    assert.deepEqual(blanks(en[key]), blanks(string), key);
    assert.doesNotMatch(string + en[key], /!/, `no exclamation marks: ${key}`);
  }
  await page.done();
});

test("an unsupported language is said so", async () => {
  const page = await desk.open();
  await read(page, "Le maire de Lyon a annoncé mardi la fermeture du pont.\n\nLes habitants sont très inquiets pour leur avenir, a dit Marie Dubois.");
  await page.locator("#facts", { hasText: "Diese Sprache kennt Kernsatz nicht." }).waitFor();
  assert.match(await page.locator("#facts").textContent(), /Französisch/);
  await page.done();
});

test("with less motion nothing glides", async () => {
  const page = await desk.open({ reducedMotion: "reduce", height: 400 });
  await read(page, NOTICE);
  await page.locator("#names button.name").first().focus();
  const moved = await page.evaluate(() => {
    let behaviour;
    const original = Element.prototype.scrollIntoView;
    Element.prototype.scrollIntoView = function (options) {
      behaviour = options.behavior;
      return original.call(this, options);
    };
    document.activeElement.click();
    return behaviour;
  });
  assert.equal(moved, "instant");
  const running = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
  assert.equal(running, 0);
  await page.done();
});

test("on paper the article stands with its key sentences, without the desk", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#article h1").isVisible(), true);
  assert.equal(await page.locator("#gist").isVisible(), true);
  for (const id of [".bar", ".foot", "#legend", "#facts", "#copy-json"]) {
    assert.equal(await page.locator(id).isVisible(), false, id);
  }
  await page.done();
});
