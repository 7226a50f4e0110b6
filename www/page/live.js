/**
 * The one polite voice of the page: what it says is read out once by screen readers.
 */

import { byId } from "./element.js";

/** @param {string} words */
export function say(words) {
  byId("live").textContent = words;
}
