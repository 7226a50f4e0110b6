/**
 * The fixture of the browser tests: a Chromium, a server, pages that must stay free of errors.
 *
 * `open` gives a page that has loaded; when it is closed, any error on the console, any uncaught exception and
 * any breach of the Content-Security-Policy fails the test. Waits for states, never for time.
 */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { after, before } from "node:test";
import { launch } from "../support/chromium.mjs";
import { serve } from "./server.mjs";

/**
 * The given article, which lies beside the checkout and is never part of it; null where it does not.
 */
export function givenArticle() {
  const folder = new URL("../../../shared/articles/", import.meta.url);
  if (!existsSync(folder)) return null;
  const name = readdirSync(folder).find((file) => file.endsWith(".txt"));
  return readFileSync(new URL(name, folder), "utf8");
}

/** A short German article of our own. */
export const NOTICE = `Neue Fähre zwischen Cuxhaven und Brunsbüttel

CUXHAVEN – Eine neue Fähre verbindet von Mai an Cuxhaven mit Brunsbüttel. Das teilte die Reederei am Montag in Hamburg mit. Bürgermeisterin Anna Petersen sprach von einem guten Tag für die Küste.

Das Schiff fährt sechsmal am Tag. In Hamburg hofft man auf weniger Verkehr im Elbtunnel. Petersen sagte, die Fähre entlaste auch die Straßen.`;

/** Starts a browser for a test file and ends it with the file. */
export function useDesk({ changed } = {}) {
  const desk = {};
  before(async () => {
    desk.server = await serve(changed);
    desk.browser = await launch();
  });
  after(async () => {
    await desk.browser?.close();
    await desk.server?.close();
  });

  /** Opens the page; `locale` is the reader's language. */
  desk.open = async ({ locale = "de-DE", width = 1280, height = 800, serviceWorkers = "block", ...options } = {}) => {
    const context = await desk.browser.newContext({
      locale,
      viewport: { width, height },
      serviceWorkers,
      permissions: ["clipboard-read", "clipboard-write"],
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const troubles = [];
    page.on("pageerror", (error) => troubles.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") troubles.push(message.text());
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await page.goto(desk.server.url);
    await page.locator("#editor").waitFor();
    return Object.assign(page, {
      troubles,
      async done() {
        await context.close();
        assert.deepEqual(troubles, [], "nothing went wrong on the page");
      },
    });
  };
  return desk;
}

/** Pastes as a reader does: the browser's own event, with what the clipboard holds. */
export async function paste(page, text, html) {
  await page.evaluate(
    ([text, html]) => {
      const clipboardData = new DataTransfer();
      if (text) clipboardData.setData("text/plain", text);
      if (html) clipboardData.setData("text/html", html);
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, html],
  );
}

/** Pastes and waits until the article stands. */
export async function read(page, text, html) {
  await paste(page, text, html);
  await settled(page);
}

/** Waits until the analysis is there and drawn. */
export async function settled(page) {
  await page.locator("#progress").waitFor({ state: "hidden" });
  await page.locator('#article[aria-busy="false"]').waitFor();
}

/** The names on the card, by type, as `{ PER: ["…"] }`. */
export async function names(page) {
  return page.evaluate(() => {
    const found = {};
    for (const section of document.querySelectorAll("#names section")) {
      found[section.dataset.type] = [...section.querySelectorAll(".who")].map((name) => name.textContent);
    }
    return found;
  });
}

/** The words of the article pane as the reader sees them, without what the page adds. */
export async function words(page) {
  return page.evaluate(() => {
    const article = document.getElementById("article").cloneNode(true);
    for (const added of article.querySelectorAll(".unseen, summary")) added.remove();
    for (const block of article.querySelectorAll("p, h1, h2, li, td, .caption, .credit")) block.append(" ");
    return article.textContent.split(/\s+/).filter(Boolean).join(" ");
  });
}
