/**
 * Bars in the margin beside what somebody stands for, as high as the words are.
 *
 * In: the elements of claims in the reading pane, when the layer is on. Out: bars in their paragraphs, drawn anew when
 * something moves. Only for eyes: the speaker's name stands before the words too. Measures only paragraphs in view.
 */

import { element } from "./element.js";

/** @import { Desk } from "./desk.js" */
/** @import { ReadingPane } from "./reading.js" */

/**
 * @param {HTMLElement} article
 * @param {Desk} desk
 * @param {ReadingPane} pane
 * @returns {() => void} Looks for new paragraphs.
 */
export function mountMargin(article, desk, pane) {
  /** Paragraphs in view. @type {Set<Element>} */
  const near = new Set();
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
    }
    draw();
  });

  /** @param {Element} block */
  function clear(block) {
    for (const bar of block.querySelectorAll(":scope > .claim-bar")) bar.remove();
  }

  function draw() {
    for (const block of near) {
      clear(block);
      const { top, height } = block.getBoundingClientRect();
      if (height === 0) continue;
      /** @type {Map<string, { top: number, bottom: number, kind: string }>} */
      const bars = new Map();
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (block.querySelectorAll(".said"))) {
        const claim = part.dataset["claim"] ?? "";
        const boxes = part.getClientRects();
        const [first, last] = [boxes[0], boxes[boxes.length - 1]];
        if (!first || !last) continue;
        const known = bars.get(claim);
        bars.set(claim, {
          top: Math.min(known?.top ?? Infinity, first.top - top),
          bottom: Math.max(known?.bottom ?? -Infinity, last.bottom - top),
          kind: part.dataset["holder"] ?? "",
        });
      }
      let lane = 0;
      let end = -Infinity;
      for (const bar of bars.values()) {
        // Two that share a line stand side by side.
        lane = bar.top < end - 2 ? 1 - lane : 0;
        end = bar.bottom;
        const node = element("span", { class: `claim-bar ${bar.kind}${lane ? " aside" : ""}`, "aria-hidden": "true" });
        node.style.top = `${bar.top}px`;
        node.style.height = `${bar.bottom - bar.top}px`;
        block.append(node);
      }
    }
  }

  function watch() {
    if (!desk.state.layers.has("says") || !desk.state.analysis) {
      watcher.disconnect();
      for (const block of near) clear(block);
      near.clear();
      return;
    }
    for (const parts of pane.claims()) {
      for (const part of parts) {
        const block = part.closest("p, li, h1, h2, td, figcaption");
        if (block) watcher.observe(block);
      }
    }
    draw();
  }

  let frame = 0;
  new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  }).observe(article);
  desk.watch(["layers", "analysis"], watch);
  return watch;
}
