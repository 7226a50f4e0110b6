/**
 * The small card beside a marked place, and the button by which the keyboard walks from one to the next.
 *
 * In: what to show and where. Out: elements in a shadow tree of their own, at the end of the page or in a host that
 * is given; what was asked for by the keyboard. Leaves what a card says to `card.js`.
 */

import { element } from "../page/element.js";
import { PANEL, sheet } from "./style.js";

/** @import { Say } from "./card.js" */

/** @type {CSSStyleSheet | undefined} */
let style;

/** So far from the place and from the edge of the window. */
const GAP = 6;

/** A card that can be walked. */
export class Popover {
  #host;
  #card;
  #body;
  #position;
  #walker;
  #say;
  #onStep;
  #onClose;
  /** Where the focus goes back to. @type {Element | null} */
  #before = null;

  /**
   * @param {Say} say
   * @param {{ onStep: (direction: 1 | -1 | 0) => void, onClose: () => void }} calls
   * @param {Node} [into] Where it is put; the end of the page if left out.
   */
  constructor(say, { onStep, onClose }, into = document.body) {
    style ??= sheet(PANEL);
    this.#say = say;
    this.#onStep = onStep;
    this.#onClose = onClose;
    this.#host = element("div", { class: "kernsatz-popover", "data-kernsatz-skip": true, exportparts: "card, walk" });
    const root = this.#host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
    this.#body = element("div", {});
    this.#position = element("span", { class: "quiet", role: "status" });
    this.#card = element("div", { class: "card", part: "card", popover: "manual", role: "dialog", tabindex: -1 },
      this.#body,
      element("div", { class: "bar" },
        element("button", { type: "button", onclick: () => onStep(-1) }, say("previous")),
        element("button", { type: "button", onclick: () => onStep(1) }, say("next")),
        this.#position,
        element("button", { type: "button", onclick: () => this.close() }, say("close"))));
    this.#walker = element("button", { type: "button", class: "walk", part: "walk", onclick: () => onStep(0) });
    root.append(this.#walker, this.#card);
    root.addEventListener("keydown", (event) => this.#onKey(/** @type {KeyboardEvent} */ (event)));
    into.appendChild(this.#host);
    document.addEventListener("pointerdown", this.#onPointer);
  }

  /** @param {number} count How many places there are. */
  setCount(count) {
    this.#walker.textContent = this.#say("walk", { n: count });
    this.#walker.hidden = count === 0;
  }

  get isOpen() {
    return this.#card.matches(":popover-open");
  }

  /**
   * @param {Node[]} content
   * @param {Range} place
   * @param {{ n: number, all: number, takesFocus: boolean }} how
   */
  show(content, place, { n, all, takesFocus }) {
    this.#body.replaceChildren(...content);
    this.#position.textContent = this.#say("position", { n, all });
    this.#card.setAttribute("aria-label", this.#body.querySelector(".name, .kind")?.textContent ?? "");
    if (!this.isOpen) {
      this.#before = deepActive();
      this.#card.showPopover();
    }
    this.#put(place);
    if (takesFocus) this.#card.focus({ preventScroll: true });
  }

  close() {
    if (!this.isOpen) return;
    const hadFocus = this.#host.shadowRoot?.activeElement != null;
    this.#card.hidePopover();
    if (hadFocus && this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true });
    this.#onClose();
  }

  remove() {
    document.removeEventListener("pointerdown", this.#onPointer);
    this.#host.remove();
  }

  /** @param {PointerEvent} event */
  #onPointer = (event) => {
    if (!event.composedPath().includes(this.#host)) this.close();
  };

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowRight" || event.key === "ArrowDown") this.#onStep(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") this.#onStep(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * Below the place, or above where there is no room.
   *
   * @param {Range} place
   */
  #put(place) {
    const [line] = place.getClientRects();
    const { left, top, bottom } = line ?? place.getBoundingClientRect();
    const { style } = this.#card;
    style.position = "fixed";
    style.inset = "auto";
    const { width, height } = this.#card.getBoundingClientRect();
    const below = bottom + GAP + height <= innerHeight || top < height + GAP;
    style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
    style.top = `${Math.max(GAP, below ? Math.min(bottom + GAP, innerHeight - height - GAP) : top - GAP - height)}px`;
  }
}

/** The element that has the focus, within shadow trees too. */
function deepActive() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
