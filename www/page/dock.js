/**
 * Narrow screens: the cards become tabs at the foot of the screen, one thumb away.
 *
 * A tap opens a card over the lower half, a second tap closes it. While an entity is pinned, its walker
 * stands above the tabs. On wide screens the cards simply stand beside the article.
 */

import { byId, element } from "./element.js";
import { position, walker } from "./names.js";

/** @import { Desk } from "./desk.js" */
/** @import { Marks } from "./marks.js" */

const CARDS = ["gist", "says", "names", "measures", "facts"];

/**
 * @param {Desk} desk
 * @param {Marks} marks
 */
export function mountDock(desk, marks) {
  const narrow = matchMedia("(max-width: 799.98px)");
  const tabs = CARDS.map((name) => byId(`tab-${name}`));
  const cards = CARDS.map((name) => byId(`card-${name}`));
  /** @type {number | null} */
  let open = null;

  /** @param {number | null} index */
  function show(index) {
    open = index;
    for (const [i, tab] of tabs.entries()) {
      tab.setAttribute("aria-selected", String(i === open));
      tab.setAttribute("aria-expanded", String(i === open));
      tab.tabIndex = i === (open ?? 0) ? 0 : -1;
    }
    for (const [i, card] of cards.entries()) {
      card.hidden = narrow.matches && i !== open;
      if (narrow.matches) card.setAttribute("role", "tabpanel");
      else card.removeAttribute("role");
    }
    document.body.classList.toggle("sheet-open", narrow.matches && open !== null);
  }

  for (const [i, tab] of tabs.entries()) {
    tab.addEventListener("click", () => show(open === i ? null : i));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape" && open !== null) show(null);
      else if (step) {
        const next = (i + step + tabs.length) % tabs.length;
        if (open !== null) show(next);
        tabs[next]?.focus();
      } else return;
      event.preventDefault();
    });
  }
  narrow.addEventListener("change", () => show(open));
  show(null);

  // Going to a place in the article must not go behind the sheet.
  desk.watch(["sentence", "claim", "figure", "pointed"], (state) => {
    if ([state.sentence, state.claim, state.figure, state.pointed].some((place) => place !== null)) show(null);
  });
  desk.watch(["source"], ({ source }) => !source && show(null));

  const foot = byId("dock-walker");
  desk.watch(["pinned", "step", "locale", "analysis"], ({ pinned, step, analysis }) => {
    const entity = pinned === null ? undefined : analysis?.entities[pinned];
    foot.hidden = !entity;
    if (!entity || !analysis) {
      foot.replaceChildren();
      return;
    }
    if (foot.dataset["entity"] !== String(pinned) || !foot.firstChild) {
      foot.dataset["entity"] = String(pinned);
      const name = element("span", { class: "who", lang: analysis.language }, entity.name);
      foot.replaceChildren(name, walker(marks));
    }
    position(foot, step, entity);
  });
}
