/**
 * The legend above the article: what each underline means, and the switch for it. Keys 1 to 9 do the same.
 */

import { LAYERS } from "./desk.js";
import { element } from "./element.js";
import { isTyping } from "./marks.js";
import * as preferences from "./preferences.js";
import { t } from "./strings.js";

/** @import { Desk, Layer } from "./desk.js" */

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} article
 * @param {Desk} desk
 */
export function mountLegend(root, article, desk) {
  /** @param {Layer} layer */
  function toggle(layer) {
    const layers = new Set(desk.state.layers);
    if (!layers.delete(layer)) layers.add(layer);
    preferences.setLayers(layers);
    desk.set({ layers });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const layer = LAYERS[Number(event.key) - 1];
    if (!layer || !preferences.shortcuts() || desk.state.mode !== "read" || !desk.state.analysis) return;
    event.preventDefault();
    toggle(layer);
  });

  desk.watch(["locale"], () => {
    root.replaceChildren(
      ...LAYERS.map((layer, index) =>
        element(
          "button",
          {
            type: "button",
            class: "layer",
            "data-layer": layer,
            "aria-keyshortcuts": index + 1,
            title: t("layer.key", { key: index + 1 }),
            onclick: () => toggle(layer),
          },
          element("span", { class: `sign ${layer.toLowerCase()}` }, t(`layer.${layer}`)),
        ),
      ),
    );
    press();
  });

  function press() {
    for (const button of root.querySelectorAll("button")) {
      const layer = /** @type {Layer} */ (button.dataset["layer"]);
      button.setAttribute("aria-pressed", String(desk.state.layers.has(layer)));
    }
    for (const layer of LAYERS) {
      article.classList.toggle(`with-${layer.toLowerCase()}`, desk.state.layers.has(layer));
    }
  }
  desk.watch(["layers"], press);
}
