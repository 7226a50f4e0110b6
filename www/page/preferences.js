/**
 * What the page remembers on this device: choices of looks, and the text if the reader asked for that.
 *
 * Storage may be full, forbidden or spoilt; then the page simply starts afresh.
 */

import { LAYERS } from "./desk.js";

/** @import { Layer, Locale, Source } from "./desk.js" */

/** @typedef {"auto" | "light" | "dark"} Theme */

const KEYS = /** @type {const} */ ({
  locale: "kernsatz.locale",
  theme: "kernsatz.theme",
  layers: "kernsatz.layers",
  shortcuts: "kernsatz.shortcuts",
  text: "kernsatz.text",
  carried: "kernsatz.carried",
});

/** @returns {Locale} The one that was chosen, or the browser's first that we speak. */
export function locale() {
  const chosen = read(KEYS.locale);
  if (chosen === "de" || chosen === "en") return chosen;
  for (const language of navigator.languages) {
    const [tag] = language.toLowerCase().split("-");
    if (tag === "de" || tag === "en") return tag;
  }
  return "en";
}

/** @param {Locale} value */
export function setLocale(value) {
  write(KEYS.locale, value);
}

/** @returns {Theme} */
export function theme() {
  const chosen = read(KEYS.theme);
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

/** @param {Theme} value */
export function setTheme(value) {
  write(KEYS.theme, value);
}

/** @returns {Set<Layer> | null} */
export function layers() {
  const chosen = read(KEYS.layers);
  if (chosen === null) return null;
  const names = chosen.split(" ");
  return new Set(LAYERS.filter((layer) => names.includes(layer)));
}

/** @param {ReadonlySet<Layer>} value */
export function setLayers(value) {
  write(KEYS.layers, [...value].join(" "));
}

/** Whether single keys switch layers; some people need them off. */
export function shortcuts() {
  return read(KEYS.shortcuts) !== "off";
}

/** @param {boolean} on */
export function setShortcuts(on) {
  write(KEYS.shortcuts, on ? "on" : "off");
}

/** The text that is kept on this device. */
export function keptSource() {
  return parsed(read(KEYS.text));
}

/**
 * Carries a text over the next reload of this page and no further.
 *
 * @param {Source} source
 */
export function carryOver({ text, format, documentCreationTime }) {
  try {
    sessionStorage.setItem(KEYS.carried, JSON.stringify({ text, format, documentCreationTime }));
  } catch {
    // no room: the reader must paste it again
  }
}

/** What was carried over, once. */
export function carriedSource() {
  try {
    const carried = sessionStorage.getItem(KEYS.carried);
    sessionStorage.removeItem(KEYS.carried);
    return parsed(carried);
  } catch {
    return null;
  }
}

/**
 * @param {string | null} json
 * @returns {Source | null}
 */
function parsed(json) {
  try {
    const kept = JSON.parse(json ?? "null");
    if (typeof kept?.text !== "string") return null;
    return {
      text: kept.text,
      format: kept.format === "html" ? "html" : "text",
      ...(typeof kept.documentCreationTime === "string" && { documentCreationTime: kept.documentCreationTime }),
    };
  } catch {
    return null;
  }
}

/**
 * Keeps a text; false if there is no room for it.
 *
 * @param {Source} source
 */
export function keep({ text, format, documentCreationTime }) {
  return write(KEYS.text, JSON.stringify({ text, format, documentCreationTime }));
}

/** Forgets the kept text. */
export function forget() {
  try {
    localStorage.removeItem(KEYS.text);
  } catch {
    // nothing was kept then
  }
}

/** @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
function write(key, value) {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
