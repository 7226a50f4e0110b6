/**
 * Articles that come from outside the page: shared from another app, opened with it as a file, handed over by another
 * page or by the browser extension.
 *
 * In: what the browser holds ready. Out: a source for the session, or a word to the reader. Nothing here asks the
 * network for anything.
 */

import { FileError, readFile } from "./files.js";
import { sourceFromFile } from "./html.js";

/** @import { Desk, Source } from "./desk.js" */
/** @import { Session } from "./session.js" */

/** Where the service worker puts what was shared. */
const SHARED = "shared-with-kernsatz";

/** What a page that was opened by another one says when it can take an article. */
const READY = "kernsatz is ready";

/**
 * @param {Desk} desk
 * @param {Session} session
 */
export function mountArrivals(desk, session) {
  window.addEventListener("message", ({ source, data }) => {
    // Whoever opened this page, or the extension's own script in it; both are mere text.
    if (source === null || (source !== window && source !== window.opener)) return;
    if (typeof data?.kernsatz !== "object") return;
    const { html } = data.kernsatz;
    if (typeof html === "string") void take(sourceFromFile(html));
    else desk.set({ notice: { key: "error.page" } });
  });
  if (window.opener && location.hash === "#page") {
    history.replaceState(null, "", location.pathname);
    window.opener.postMessage(READY, "*"); // says nothing of the reader
  }

  const { launchQueue } = /** @type {any} */ (window);
  launchQueue?.setConsumer(async (/** @type {{ files?: { getFile(): Promise<File> }[] }} */ { files }) => {
    if (files?.[0]) await take(files[0].getFile().then(readFile));
  });

  if (new URLSearchParams(location.search).has("shared")) {
    history.replaceState(null, "", location.pathname);
    void take(shared());
  }

  /** @param {Promise<Source | null>} coming */
  async function take(coming) {
    try {
      const source = await coming;
      if (source) session.open(source);
      else desk.set({ notice: { key: "error.page" } });
    } catch (error) {
      if (error instanceof FileError) desk.set({ notice: { key: error.key, values: error.values } });
      else desk.set({ notice: { key: "error.page" } });
    }
  }
}

/** What was shared last, once. @returns {Promise<Source | null>} */
async function shared() {
  const cache = await caches.open(SHARED);
  const response = await cache.match("article");
  await caches.delete(SHARED);
  if (!response) return null;
  const form = await response.formData();
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return readFile(file);
  const lines = ["title", "text"].map((name) => String(form.get(name) ?? "").trim()).filter(Boolean);
  return lines.length > 0 ? { text: lines.join("\n\n"), format: "text" } : null;
}
