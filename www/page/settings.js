/**
 * The foot of the page: language of the interface, colours, keys. What is chosen is remembered.
 */

import { byId } from "./element.js";
import * as preferences from "./preferences.js";

/** @import { Desk } from "./desk.js" */
/** @import { Theme } from "./preferences.js" */

/** @param {Desk} desk */
export function mountSettings(desk) {
  byId("locale").addEventListener("click", () => {
    const locale = desk.state.locale === "de" ? "en" : "de";
    preferences.setLocale(locale);
    desk.set({ locale });
  });
  desk.watch(["locale"], ({ locale }) => {
    byId("locale").lang = locale === "de" ? "en" : "de";
  });

  const theme = /** @type {HTMLSelectElement} */ (byId("theme"));
  theme.value = preferences.theme();
  theme.addEventListener("change", () => {
    const chosen = /** @type {Theme} */ (theme.value);
    preferences.setTheme(chosen);
    document.documentElement.dataset["theme"] = chosen;
  });
  document.documentElement.dataset["theme"] = preferences.theme();

  const shortcuts = /** @type {HTMLInputElement} */ (byId("shortcuts"));
  shortcuts.checked = preferences.shortcuts();
  shortcuts.addEventListener("change", () => preferences.setShortcuts(shortcuts.checked));
}
