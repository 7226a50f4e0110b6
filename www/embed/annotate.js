/**
 * Marks what an analysis finds in the text that a page already shows, in place.
 *
 * In: an element and what is wanted. Out: an `Annotation` that follows changes of the text, shows a card where it is
 * pointed at or walked to, and leaves nothing behind when it is removed. With highlights no node of the page is
 * touched; the marks of browsers without them are undone.
 */

import { card } from "./card.js";
import { ElementPainter } from "./mark-elements.js";
import { DEFAULT_LAYERS, itemsOf, KINDS } from "./layers.js";
import { hasHighlights, HighlightPainter } from "./highlights.js";
import { Popover } from "./popover.js";
import { sharedKernsatz } from "./shared.js";
import { styleMarks } from "./style.js";
import { wordsFor } from "./words.js";

/** @import { AnalyzeOptions, Kernsatz } from "../analyzer.js" */
/** @import { Analysis } from "../pkg/kernsatz.js" */
/** @import { Item, Kind } from "./layers.js" */
/** @import { Painter } from "./highlights.js" */

export { configure, disposeShared, sharedKernsatz } from "./shared.js";

/**
 * @typedef {object} AnnotateOptions
 * @property {Iterable<string>} [layers] Of `names`, `people`, `places`, `organisations`, `others`, `quotations`,
 *   `times`, `amounts`, `claims`, `keyphrases`, `summary`; `names` if left out.
 * @property {string} [language] The language of the text; left out, it is found out.
 * @property {string} [documentCreationTime] When it was written.
 * @property {"auto" | "highlight" | "element"} [marks] `auto` takes highlights where the browser has them.
 * @property {boolean} [popover] Whether places can be pointed at and walked; `true` if left out.
 * @property {Node} [popoverIn] Where the card is put; the end of the page if left out.
 * @property {boolean} [observe] Whether changes of the text are followed; `true` if left out.
 * @property {string} [locale] The language of the card, `de` or `en`; the page's if left out.
 * @property {Record<string, string>} [labels] Words of the card to put in place of ours.
 * @property {Kernsatz} [kernsatz] The analyser; the page's shared one if left out.
 * @property {(analysis: Analysis) => void} [onAnalysis] Called whenever the text was read anew.
 * @property {(item: Item, analysis: Analysis) => void} [onShow] Called whenever a place is shown.
 * @property {(error: unknown) => void} [onError] Called when a changed text could not be read.
 */

/**
 * Reads the text of `element` and marks it.
 *
 * @param {Element} element
 * @param {AnnotateOptions} [options]
 * @returns {Promise<Annotation>} Once the marks are there.
 */
export async function annotate(element, options = {}) {
  const annotation = new Annotation(element, options);
  try {
    await annotation.refresh();
  } catch (error) {
    annotation.remove();
    throw error;
  }
  return annotation;
}

/** The marks on one element. */
export class Annotation {
  /** The latest analysis. @type {Analysis | null} */
  analysis = null;
  #element;
  #options;
  #kernsatz;
  /** @type {Painter} */
  #painter;
  /** @type {Popover | null} */
  #popover = null;
  /** @type {MutationObserver | null} */
  #observer = null;
  /** @type {Promise<void> | null} */
  #reading = null;
  /** The reading that comes after it. @type {Promise<void> | null} */
  #next = null;
  #isRemoved = false;
  #frame = 0;
  #layers;
  /** What was found in the text as it was last read. @type {import("./text.js").ElementAnalysis | null} */
  #located = null;
  /** What can be walked, in order. @type {{ item: Item, range: Range }[]} */
  #places = [];
  #here = -1;

  /**
   * @param {Element} element
   * @param {AnnotateOptions} options
   */
  constructor(element, options) {
    this.#element = element;
    this.#options = options;
    this.#layers = [...(options.layers ?? DEFAULT_LAYERS)];
    this.#kernsatz = options.kernsatz ?? sharedKernsatz();
    const byElements = options.marks === "element" || (options.marks !== "highlight" && !hasHighlights());
    this.#painter = byElements ? new ElementPainter() : new HighlightPainter();
    styleMarks(element.getRootNode());
    if (options.popover ?? true) {
      const say = wordsFor(element, options.locale, options.labels);
      const calls = { onStep: this.#step.bind(this), onClose: () => this.#painter.light([]) };
      this.#popover = new Popover(say, calls, options.popoverIn);
      element.addEventListener("click", this.#onClick);
    }
    if (options.observe ?? true) this.#observer = new MutationObserver(() => this.#soon());
    this.#watch();
  }

  /**
   * Reads the text anew and marks it; the promise is kept when the marks are there. While it is being read, one more
   * reading is enough for all that changes: the analyser is shared, so that nothing is stopped.
   *
   * @returns {Promise<void>}
   */
  refresh() {
    if (!this.#reading) return this.#begin();
    return (this.#next ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.#begin();
      }));
  }

  #begin() {
    const reading = this.#read().finally(() => {
      if (this.#reading === reading) this.#reading = null;
    });
    return (this.#reading = reading);
  }

  async #read() {
    const { language, documentCreationTime, onAnalysis } = this.#options;
    if (this.#isRemoved) return;
    // Marks of our own would be read as the page's.
    if (this.#painter instanceof ElementPainter) this.#unwatched(() => this.#painter.clear());
    const located = await this.#kernsatz.analyzeElement(this.#element, {
      ...(language && { language }),
      ...(documentCreationTime && { documentCreationTime }),
    });
    if (this.#isRemoved) return;
    this.#located = located;
    this.analysis = located.analysis;
    this.#paint();
    onAnalysis?.(located.analysis);
  }

  /** What is marked; may be set. */
  get layers() {
    return [...this.#layers];
  }

  set layers(layers) {
    this.#layers = [...layers];
    this.#paint();
  }

  /** The places that can be shown, in the order of the text. @returns {Item[]} */
  get items() {
    return this.#places.map(({ item }) => item);
  }

  /**
   * The words at a span of the analysis, on one line.
   *
   * @param {import("../pkg/kernsatz.js").Span} span
   */
  textOf({ start, end }) {
    return this.#located?.text.slice(start, end).replace(/\s+/g, " ") ?? "";
  }

  /**
   * Shows the card of a place and brings it into view.
   *
   * @param {number} index Into `items`.
   * @param {{ takesFocus?: boolean, scrolls?: boolean }} [how]
   */
  show(index, { takesFocus = false, scrolls = true } = {}) {
    const place = this.#places[index];
    if (!place || !this.analysis) return;
    this.#here = index;
    const { item, range } = place;
    this.#painter.light(this.#alike(item));
    const shown = this.#painter.placeOf(range);
    if (scrolls) scrollTo(shown);
    const say = wordsFor(this.#element, this.#options.locale, this.#options.labels);
    this.#popover?.show(card(item, this.analysis, say), shown, { n: index + 1, all: this.#places.length, takesFocus });
    this.#options.onShow?.(item, this.analysis);
  }

  /**
   * Sets an entity off wherever it is named; `null` none.
   *
   * @param {number | null} entity
   */
  light(entity) {
    this.#painter.light(entity === null ? [] : this.#places.filter(({ item }) => item.entity === entity).map(({ range }) => range));
  }

  /** Hides the card. */
  hide() {
    this.#popover?.close();
  }

  /** Takes all away: marks, card, listeners. */
  remove() {
    this.#isRemoved = true;
    cancelAnimationFrame(this.#frame);
    this.#observer?.disconnect();
    this.#popover?.remove();
    this.#element.removeEventListener("click", this.#onClick);
    this.#painter.clear();
    this.#places = [];
  }

  #paint() {
    if (!this.#located || this.#isRemoved) return;
    const { rangeOf, analysis } = this.#located;
    /** @type {Map<Kind, Range[]>} */
    const ranges = new Map(KINDS.map((kind) => [kind, []]));
    this.#unwatched(() => {
      this.#painter.clear();
      this.#places = itemsOf(analysis, this.#layers).flatMap((item) => {
        const range = rangeOf(item.span);
        return range ? [{ item, range }] : [];
      });
      for (const { item, range } of this.#places) ranges.get(item.kind)?.push(range);
      this.#painter.paint(ranges);
    });
    this.#popover?.setCount(this.#places.length);
  }

  /**
   * Changes of our own are not to be followed.
   *
   * @param {() => void} change
   */
  #unwatched(change) {
    const others = this.#observer?.takeRecords() ?? [];
    change();
    this.#observer?.takeRecords();
    if (others.length > 0) this.#soon();
  }

  #watch() {
    this.#observer?.observe(this.#element, { childList: true, characterData: true, subtree: true });
  }

  /** Reads anew in the next frame: changes come in crowds. */
  #soon() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.refresh().catch((error) => {
        if (!this.#isRemoved) this.#options.onError?.(error);
      });
    });
  }

  /**
   * The places of the same thing.
   *
   * @param {Item} item
   */
  #alike(item) {
    return this.#places
      .filter((other) => other.item === item || (item.entity !== undefined && other.item.entity === item.entity))
      .map(({ range }) => range);
  }

  /** @param {1 | -1 | 0} direction 0 goes to where one was, or to the first. */
  #step(direction) {
    const count = this.#places.length;
    if (count === 0) return;
    const next = direction === 0 ? Math.max(0, Math.min(this.#here, count - 1)) : this.#here + direction;
    this.show((next + count) % count, { takesFocus: true });
  }

  /** @param {Event} event */
  #onClick = (event) => {
    // What is a link, or is being selected, is the page's.
    if (event.defaultPrevented || !window.getSelection()?.isCollapsed) return;
    if (event.target instanceof Element && event.target.closest("a, button, input, select, textarea, label, summary")) return;
    const range = this.#painter.at(/** @type {MouseEvent} */ (event));
    const index = this.#places.findIndex((place) => place.range === range);
    if (range && index >= 0) this.show(index, { scrolls: false });
  };
}

/** @param {Range} range */
function scrollTo(range) {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  const { startContainer } = range;
  const parent = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const target = parent?.getBoundingClientRect();
  // A short block comes to the middle as a whole; of a long one the place itself does.
  if (target && target.height < innerHeight / 2) parent?.scrollIntoView({ block: "center", behavior: "instant" });
  else window.scrollBy({ top: top - innerHeight / 2, behavior: "instant" });
}
