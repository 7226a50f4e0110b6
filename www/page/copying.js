/**
 * Taking the result along: as Markdown or JSON on the clipboard, and the text kept on this device if asked.
 */

import { byId } from "./element.js";
import { say } from "./live.js";
import * as preferences from "./preferences.js";
import { t } from "./strings.js";

/** @import { Kernsatz } from "../analyzer.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Session } from "./session.js" */

/** How long a button says that it is done. */
const DONE = 2000;

/**
 * @param {Desk} desk
 * @param {Session} session
 * @param {Kernsatz} kernsatz
 */
export function mountCopying(desk, session, kernsatz) {
  const markdown = async () => {
    const { source } = desk.state;
    return source ? kernsatz.markdown(source.text, session.options(source)) : "";
  };
  const json = async () => JSON.stringify(desk.state.analysis, null, 2);

  for (const [id, make] of /** @type {const} */ ([["copy-markdown", markdown], ["copy-json", json]])) {
    const button = byId(id);
    const key = button.dataset["text"] ?? "";
    button.addEventListener("click", async () => {
      try {
        await copy(make());
        button.textContent = t("copy.done");
        say(t("copy.done"));
        setTimeout(() => (button.textContent = t(key)), DONE);
      } catch {
        desk.set({ notice: { key: "copy.failed" } });
      }
    });
  }

  const keep = /** @type {HTMLInputElement} */ (byId("keep"));
  keep.checked = preferences.keptSource() !== null;
  keep.addEventListener("change", keepText);
  desk.watch(["source"], keepText);

  function keepText() {
    const { source } = desk.state;
    if (!keep.checked || !source) {
      if (!keep.checked) preferences.forget();
      return;
    }
    if (preferences.keep(source)) return;
    preferences.forget();
    keep.checked = false;
    desk.set({ notice: { key: "keep.too-long" } });
  }
}

/**
 * Asks for the clipboard at once, as some browsers want it while the click is fresh; the text may come later.
 *
 * @param {Promise<string>} text
 */
export async function copy(text) {
  if (typeof ClipboardItem !== "undefined" && "write" in navigator.clipboard) {
    const blob = text.then((words) => new Blob([words], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  } else {
    await navigator.clipboard.writeText(await text);
  }
}
