/**
 * Words of the interface: a key and its values in, a string in the reader's language out.
 *
 * Fills the static parts of `index.html` too: `data-text`, `data-label` and `data-placeholder` name keys.
 */

import de from "../strings/de.js";
import en from "../strings/en.js";

/** @import { Locale } from "./desk.js" */

/** @type {Record<Locale, Record<string, string>>} */
const STRINGS = { de, en };

/** @type {Locale} */
let locale = "en";
let plurals = new Intl.PluralRules(locale);
let numbers = new Intl.NumberFormat(locale);

/**
 * Switches the language of the interface and fills the static parts of the page.
 *
 * @param {Locale} next
 */
export function speak(next) {
  locale = next;
  plurals = new Intl.PluralRules(locale);
  numbers = new Intl.NumberFormat(locale);
  document.documentElement.lang = locale;
  for (const node of document.querySelectorAll("[data-text]")) {
    node.textContent = t(node.getAttribute("data-text") ?? "");
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", t(node.getAttribute("data-label") ?? ""));
  }
  for (const node of document.querySelectorAll("[data-placeholder]")) {
    node.setAttribute("placeholder", t(node.getAttribute("data-placeholder") ?? ""));
  }
}

/**
 * The string of a key; numbers among its values are written as the language writes them.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  const string = STRINGS[locale][key] ?? key;
  return string.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

/**
 * The string of a counted thing: `key.one`, `key.other`.
 *
 * @param {string} key
 * @param {number} n
 */
export function count(key, n) {
  return t(`${key}.${plurals.select(n) === "one" ? "one" : "other"}`, { n });
}

/** @param {string} key */
export function has(key) {
  return key in STRINGS[locale];
}

/**
 * The name of a language in the language of the interface; undefined for `und`.
 *
 * @param {string} tag
 */
export function languageName(tag) {
  if (tag === "und" || tag === "") return undefined;
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(tag);
  } catch {
    return tag; // not a tag that this browser knows
  }
}

/**
 * A date of TIMEX3 form (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) as the language writes it.
 *
 * @param {string} value
 */
export function date(value) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value) ?? [];
  if (!year || !month) return value;
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { year: "numeric", month: "long", timeZone: "UTC", ...(day ? { day: "numeric" } : {}) };
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
  return new Intl.DateTimeFormat(locale, options).format(time);
}

/** @param {number} n */
export function number(n) {
  return numbers.format(n);
}

/**
 * A number with two decimals.
 *
 * @param {number} n
 */
export function decimal(n) {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(n);
}
