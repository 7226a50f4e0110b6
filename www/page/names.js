/**
 * The card "Who and where": entities by type with their counts; a pinned one opens and says why it counts.
 *
 * In: the desk's state. Out: rows that light, pin and walk through `marks.js`.
 */

import { TYPES } from "./desk.js";
import { element } from "./element.js";
import { isUncertain, pageAbout, ranked, reasons, rolesOf, whereabouts } from "./entity.js";
import { count, number, t } from "./strings.js";

/** @import { Analysis, Entity, EntityType } from "../pkg/kernsatz.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Marks } from "./marks.js" */

/** So many of a type are shown until more are asked for; a few more are not worth asking. */
const SHOWN = 8;
const A_FEW_MORE = 3;

/**
 * @param {HTMLElement} root
 * @param {Desk} desk
 * @param {Marks} marks
 */
export function mountNames(root, desk, marks) {
  /** @type {Set<EntityType>} */
  const whole = new Set();
  /** @type {Analysis | null} */
  let drawn = null;

  function draw() {
    const { analysis } = desk.state;
    if (analysis !== drawn) whole.clear();
    drawn = analysis;
    if (!analysis) {
      root.replaceChildren();
      return;
    }
    const groups = TYPES.map((type) => group(analysis, type)).filter((one) => one !== null);
    root.replaceChildren(...(groups.length > 0 ? groups : [element("p", { class: "quiet" }, t("names.none"))]));
    open();
  }

  /**
   * @param {Analysis} analysis
   * @param {EntityType} type
   */
  function group(analysis, type) {
    const entities = ranked(analysis, type);
    if (entities.length === 0) return null;
    const { pinned } = desk.state;
    const isLong = entities.length > SHOWN + A_FEW_MORE;
    if (isLong && entities.slice(SHOWN).some(({ id }) => id === pinned)) whole.add(type);
    const shown = isLong && !whole.has(type) ? entities.slice(0, SHOWN) : entities;
    const list = element("ul", { class: "names" }, ...shown.map((entity) => row(analysis, entity)));
    const more = element(
      "button",
      {
        type: "button",
        class: "more",
        onclick: () => {
          if (!whole.delete(type)) whole.add(type);
          draw();
          /** @type {HTMLElement | null} */ (root.querySelector(`[data-type=${type}] .more`))?.focus();
        },
      },
      whole.has(type) ? t("names.fewer") : t("names.all", { n: entities.length }),
    );
    return element(
      "section",
      { "data-type": type },
      element("h3", {}, element("span", { class: `sign ${type.toLowerCase()}` }, t(`layer.${type}`))),
      list,
      isLong && more,
    );
  }

  /**
   * @param {Analysis} analysis
   * @param {Entity} entity
   */
  function row(analysis, entity) {
    const { id, name, mentions } = entity;
    const uncertain = isUncertain(analysis, entity);
    const where = whereabouts(entity);
    const offices = rolesOf(analysis, entity).join(", ");
    return element(
      "li",
      { "data-entity": id, class: uncertain ? "uncertain" : null },
      element(
        "button",
        {
          type: "button",
          class: "name",
          "aria-expanded": "false",
          onclick: () => marks.walk(id),
          onpointerenter: () => desk.set({ lit: id }),
          onpointerleave: () => desk.set({ lit: null }),
          onfocus: () => desk.set({ lit: id }),
          onblur: () => desk.set({ lit: null }),
        },
        element(
          "span",
          { class: "whoever" },
          element("span", { class: "who", lang: analysis.language }, name),
          offices !== "" && element("span", { class: "offices", lang: analysis.language }, offices),
        ),
        where !== "" && element("span", { class: "where" }, where),
        element("span", { class: "times" }, element("span", { "aria-hidden": "true" }, number(mentions.length)),
          element("span", { class: "unseen" }, count("count", mentions.length))),
      ),
    );
  }

  /** Opens the pinned row, closes the others. */
  function open() {
    const { pinned, step, analysis } = desk.state;
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("li[data-entity]"))) {
      const isPinned = pinned !== null && Number(item.dataset["entity"]) === pinned;
      item.firstElementChild?.setAttribute("aria-expanded", String(isPinned));
      const details = item.querySelector(".about");
      const entity = isPinned ? analysis?.entities[pinned] : undefined;
      if (!analysis || !entity) details?.remove();
      else if (details) position(details, step, entity);
      else item.append(about(analysis, entity, step));
    }
  }

  /**
   * @param {Analysis} analysis
   * @param {Entity} entity
   * @param {number} step
   */
  function about(analysis, entity, step) {
    const uncertain = isUncertain(analysis, entity);
    const why = [...reasons(analysis, entity), ...(uncertain ? [t("uncertain")] : [])].join("\u00a0· ");
    const details = element(
      "div",
      { class: "about" },
      element("p", { class: "why" }, why),
      linkOut(entity),
      walker(marks),
    );
    position(details, step, entity);
    return details;
  }

  desk.watch(["analysis", "locale"], draw);
  desk.watch(["pinned", "step"], ({ pinned }) => {
    if (pinned !== null && !root.querySelector(`li[data-entity="${pinned}"]`)) draw();
    else open();
    if (pinned !== null && !root.contains(document.activeElement)) bringIntoView(pinned);
  });

  /**
   * Scrolls the column of cards, and nothing else, to a row.
   *
   * @param {number} entity
   */
  function bringIntoView(entity) {
    const item = root.querySelector(`li[data-entity="${entity}"]`);
    const column = root.closest(".cards");
    if (!item || !column) return;
    const [inner, outer] = [item.getBoundingClientRect(), column.getBoundingClientRect()];
    if (inner.top < outer.top) column.scrollTop -= outer.top - inner.top + 48;
    else if (inner.bottom > outer.bottom) column.scrollTop += inner.bottom - outer.bottom + 48;
  }
}

/**
 * The way to the page about a place. Nothing is asked of that host before the reader goes there.
 *
 * @param {Entity} entity
 */
function linkOut(entity) {
  const page = pageAbout(entity);
  if (!page) return null;
  const { source, address } = page;
  return element(
    "p",
    { class: "out" },
    element(
      "a",
      { href: address, target: "_blank", rel: "noopener noreferrer", title: t("link.leaves") },
      t(`link.${source}`, { place: entity.name }),
    ),
  );
}

/**
 * Previous, position, next, close.
 *
 * @param {Marks} marks
 */
export function walker(marks) {
  return element(
    "div",
    { class: "walker", role: "group", "aria-label": t("walk.keys"), title: t("walk.keys") },
    element("button", { type: "button", class: "icon", "aria-label": t("walk.previous"), onclick: () => marks.step(-1) }, "‹"),
    element("span", { class: "position" }),
    element("button", { type: "button", class: "icon", "aria-label": t("walk.next"), onclick: () => marks.step(1) }, "›"),
    element("button", { type: "button", class: "icon close", "aria-label": t("walk.close"), onclick: () => marks.release() }, "×"),
  );
}

/**
 * @param {Element} root
 * @param {number} step
 * @param {Entity} entity
 */
export function position(root, step, entity) {
  root.querySelector(".walker")?.classList.toggle("single", entity.mentions.length === 1);
  const place = root.querySelector(".position");
  if (place) place.textContent = t("walk.position", { n: step + 1, all: entity.mentions.length });
}
