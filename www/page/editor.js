/**
 * Reading and editing in one place: the text field stands where the article stands.
 *
 * In: typing. Out: the text, a little after the last key, to the session. Also the switch between the two.
 */

import { byId } from "./element.js";
import { isTyping } from "./marks.js";

/** @import { Desk } from "./desk.js" */
/** @import { Session } from "./session.js" */

/** A field with more text than this makes every key wait. */
const LONGEST = 300_000;

/** More than this at once was not typed. */
export const A_FEW_WORDS = 60;

/** Milliseconds after the last key; long texts are given more peace. */
const PAUSE = 150;
const LONG_PAUSE = 600;

/**
 * @param {Desk} desk
 * @param {Session} session
 */
export function mountEditor(desk, session) {
  const field = /** @type {HTMLTextAreaElement} */ (byId("editor"));
  const buttons = { read: byId("read"), edit: byId("edit") };
  let timer = 0;
  let wasEmpty = true;

  field.addEventListener("input", () => {
    // Some keyboards paste without a paste event: a whole text at once is an article to read.
    const isWhole = wasEmpty && field.value.length > A_FEW_WORDS;
    wasEmpty = field.value.trim() === "";
    if (isWhole) {
      session.open({ text: field.value, format: "text" });
      return;
    }
    grow();
    clearTimeout(timer);
    timer = setTimeout(flush, field.value.length > 50_000 ? LONG_PAUSE : PAUSE);
    document.body.classList.toggle("typed", field.value.trim() !== "");
  });

  function flush() {
    clearTimeout(timer);
    timer = 0;
    if (field.value !== desk.state.text || !desk.state.source) session.edit(field.value);
  }

  /** @param {"read" | "edit"} mode */
  function turn(mode) {
    if (mode === desk.state.mode) return;
    if (mode === "edit") {
      if (desk.state.text.length > LONGEST) {
        desk.set({ notice: { key: "notice.too-long-to-edit" } });
        return;
      }
      const share = window.scrollY / Math.max(1, document.body.scrollHeight);
      field.value = desk.state.text;
      desk.set({ mode });
      grow();
      field.focus({ preventScroll: true });
      field.setSelectionRange(0, 0);
      window.scrollTo({ top: share * document.body.scrollHeight, behavior: "instant" });
    } else if (field.value.trim() !== "") {
      if (timer) flush();
      desk.set({ mode });
    }
  }

  buttons.read.addEventListener("click", () => turn("read"));
  buttons.edit.addEventListener("click", () => turn("edit"));
  document.addEventListener("keydown", (event) => {
    const turns = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!turns || (isTyping(event.target) && event.target !== field)) return;
    event.preventDefault();
    turn(desk.state.mode === "read" ? "edit" : "read");
  });

  desk.watch(["mode", "source"], ({ mode, source }) => {
    field.hidden = mode === "read";
    buttons.read.setAttribute("aria-pressed", String(mode === "read"));
    buttons.edit.setAttribute("aria-pressed", String(mode === "edit"));
    if (!source && mode === "edit" && timer === 0) field.value = "";
    wasEmpty = field.value.trim() === "";
    document.body.classList.toggle("typed", field.value.trim() !== "" || source !== null);
  });

  function grow() {
    if (CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }
}
