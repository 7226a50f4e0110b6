/**
 * The slim map beside the scroll bar: where the mentions of the present entity lie, else the key sentences.
 *
 * In: the desk's state and the heights of the reading pane. Out: ticks; a click goes there. Only for eyes and
 * pointers: the same places can be walked by keyboard.
 */

import { element } from "./element.js";

/** @import { Desk } from "./desk.js" */
/** @import { Marks } from "./marks.js" */
/** @import { ReadingPane } from "./reading.js" */

/**
 * @param {HTMLElement} root
 * @param {Desk} desk
 * @param {ReadingPane} pane
 * @param {Marks} marks
 * @returns {() => void} Draws it anew, soon.
 */
export function mountMap(root, desk, pane, marks) {
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };

  function draw() {
    const { type, places } = placesOf(desk);
    const whole = document.documentElement.scrollHeight;
    /** @type {Map<number, number>} */
    const ticks = new Map();
    for (const { offset, height } of pane.heightsOf(places)) {
      const y = Math.round((height / whole) * root.clientHeight);
      if (!ticks.has(y)) ticks.set(y, offset);
    }
    root.className = type;
    root.replaceChildren(
      ...[...ticks].map(([y, offset]) => {
        const tick = element("span", { class: "tick", onclick: () => marks.show(offset) });
        tick.style.top = `${y}px`;
        return tick;
      }),
    );
  }

  desk.watch(["analysis", "pinned", "lit", "mode", "layers"], soon);
  new ResizeObserver(soon).observe(document.body);
  window.addEventListener("resize", soon);
  return soon;
}

/** @param {Desk} desk */
function placesOf({ state: { analysis, pinned, lit, mode } }) {
  if (!analysis || mode !== "read") return { type: "", places: [] };
  const entity = analysis.entities[lit ?? pinned ?? -1];
  if (!entity) return { type: "gist", places: analysis.summary.sentences.map(({ span }) => span.start) };
  const places = entity.mentions.flatMap((id) => analysis.mentions[id]?.span.start ?? []);
  return { type: entity.type.toLowerCase(), places };
}
