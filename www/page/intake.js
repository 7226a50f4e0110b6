/**
 * Ways in: paste, drop, open a file, take a sample. Whatever comes in goes to the session as a source.
 */

import { A_FEW_WORDS } from "./editor.js";
import { byId, element } from "./element.js";
import { FileError, readFile } from "./files.js";
import { sourceFromClipboard } from "./html.js";
import { SAMPLES, sampleText } from "./samples.js";
import { languageName, t } from "./strings.js";

/** @import { Desk } from "./desk.js" */
/** @import { Session } from "./session.js" */

/**
 * @param {Desk} desk
 * @param {Session} session
 */
export function mountIntake(desk, session) {
  const picker = /** @type {HTMLInputElement} */ (byId("file"));
  byId("open").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    if (file) void open(file);
    picker.value = "";
  });
  byId("new").addEventListener("click", () => {
    session.clear();
    byId("editor").focus();
  });
  document.addEventListener("paste", (event) => {
    if (!event.clipboardData || !takesWhole(event.target, event.clipboardData)) return;
    event.preventDefault();
    void take(event.clipboardData);
  });
  listenForDrops((data) => void take(data));
  desk.watch(["locale"], drawSamples);

  /** @param {DataTransfer} data */
  async function take(data) {
    const [file] = data.files;
    const html = data.getData("text/html");
    const plain = data.getData("text/plain");
    if (file && !plain && !html) await open(file);
    else if (!html && plain.trim()) session.open({ text: plain, format: "text" });
    else if (html) {
      const source = await sourceFromClipboard(html, plain);
      if (source) session.open(source);
    }
  }

  /** @param {File} file */
  async function open(file) {
    try {
      session.open(await readFile(file));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      desk.set({ notice: { key: error.key, values: error.values } });
    }
  }

  function drawSamples() {
    byId("samples").replaceChildren(
      ...SAMPLES.map(({ file, title, language, minutes }) =>
        element(
          "li",
          {},
          element("button", { type: "button", class: "sample", onclick: () => void sample(file) },
            element("span", { class: "sample-title", lang: language }, title), " ",
            element("span", { class: "quiet" }, `${languageName(language)}, ${t("facts.minutes", { n: minutes })}`)),
        ),
      ),
    );
  }

  /** @param {string} file */
  async function sample(file) {
    try {
      session.open({ text: await sampleText(file), format: "text" });
    } catch {
      desk.set({ notice: { key: "error.sample" } });
    }
  }
}

/**
 * Whether a paste is a new article, not words for the text in a field.
 *
 * @param {EventTarget | null} target
 * @param {DataTransfer} data
 */
function takesWhole(target, data) {
  if (!(target instanceof HTMLTextAreaElement)) return !(target instanceof HTMLInputElement && target.type === "text");
  const { value, selectionStart, selectionEnd } = target;
  if (value.trim() !== "" && selectionEnd - selectionStart < value.length) return false;
  // Short pastes without a line break are words for the text.
  const plain = data.getData("text/plain").trim();
  return plain.length > A_FEW_WORDS || plain.includes("\n") || (plain === "" && data.types.length > 0);
}

/** @param {(data: DataTransfer) => void} take */
function listenForDrops(take) {
  /** @param {DragEvent} event */
  const isOurs = (event) => event.dataTransfer?.types.some((type) => type === "Files" || type.startsWith("text/"));
  let depth = 0;
  /** @param {number} change */
  const enter = (change) => {
    depth = Math.max(0, depth + change);
    document.body.classList.toggle("dropping", depth > 0);
  };
  document.addEventListener("dragenter", (event) => isOurs(event) && enter(1));
  document.addEventListener("dragleave", (event) => isOurs(event) && enter(-1));
  document.addEventListener("dragover", (event) => isOurs(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    enter(-Infinity);
    if (!event.dataTransfer || !isOurs(event)) return;
    event.preventDefault();
    take(event.dataTransfer);
  });
}
