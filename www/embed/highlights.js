/**
 * How marks get onto the page: ranges by kind in, the browser's own highlights out, without a node being touched.
 *
 * Highlights are shared by all that is marked on the page; only ranges that were added here are taken away, and only
 * names with our prefix are used. `mark-elements.js` is the twin for browsers without highlights.
 */

/** @import { Kind } from "./layers.js" */

/**
 * Something that paints ranges and takes them away again.
 *
 * @typedef {object} Painter
 * @property {(ranges: Map<Kind, Range[]>) => void} paint Paints these and nothing else.
 * @property {(ranges: Range[]) => void} light Sets some of them off.
 * @property {() => void} clear
 * @property {(range: Range) => Range} placeOf Where a painted range lies now.
 * @property {(event: MouseEvent) => Range | null} at The painted range that was pointed at, the shortest of several.
 */

const PREFIX = "kernsatz-";

/** Above every kind. */
const LIT = "lit";

/** Ours, by their names in `CSS.highlights`. @type {Map<string, Highlight>} */
const held = new Map();

/** Whether this browser has highlights. */
export function hasHighlights() {
  return typeof Highlight === "function" && typeof CSS !== "undefined" && "highlights" in CSS;
}

/**
 * Paints by highlights.
 *
 * @implements {Painter}
 */
export class HighlightPainter {
  /** What was added, by the name of the highlight. @type {Map<string, Range[]>} */
  #added = new Map();

  /** @param {Map<Kind, Range[]>} ranges */
  paint(ranges) {
    this.clear();
    let priority = 0;
    for (const [kind, list] of ranges) this.#add(kind, list, (priority += 1));
  }

  /** @param {Range[]} ranges */
  light(ranges) {
    this.#remove(LIT);
    this.#add(LIT, ranges, 99);
  }

  clear() {
    for (const name of [...this.#added.keys()]) this.#remove(name);
  }

  /** @param {Range} range */
  placeOf(range) {
    return range;
  }

  /** @param {MouseEvent} event */
  at({ clientX: x, clientY: y, target }) {
    const place = placeAt(x, y, target);
    if (!place) return null;
    const hit = [...this.#added]
      .flatMap(([name, ranges]) => (name === LIT ? [] : ranges))
      .filter((range) => range.isPointInRange(place.node, place.offset) && isOver(range, x, y));
    return hit.sort((a, b) => a.toString().length - b.toString().length)[0] ?? null;
  }

  /**
   * @param {string} name
   * @param {Range[]} ranges
   * @param {number} priority
   */
  #add(name, ranges, priority) {
    if (ranges.length === 0) return;
    let highlight = held.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = priority;
      held.set(name, highlight);
      CSS.highlights.set(PREFIX + name, highlight);
    }
    for (const range of ranges) highlight.add(range);
    this.#added.set(name, ranges);
  }

  /** @param {string} name */
  #remove(name) {
    const highlight = held.get(name);
    for (const range of this.#added.get(name) ?? []) highlight?.delete(range);
    this.#added.delete(name);
    if (!highlight || highlight.size > 0) return;
    held.delete(name);
    if (CSS.highlights.get(PREFIX + name) === highlight) CSS.highlights.delete(PREFIX + name);
  }
}

/**
 * The place in the text under a point; browsers name it in two ways.
 *
 * @param {number} x
 * @param {number} y
 * @param {EventTarget | null} target
 */
function placeAt(x, y, target) {
  const root = target instanceof Node ? target.getRootNode() : document;
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const place = document.caretPositionFromPoint?.(x, y, { shadowRoots });
  if (place) return { node: place.offsetNode, offset: place.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/**
 * The caret jumps to the nearest text: the pointer may be far away.
 *
 * @param {Range} range
 * @param {number} x
 * @param {number} y
 */
function isOver(range, x, y) {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left - 1 <= x && x <= right + 1 && top - 1 <= y && y <= bottom + 1,
  );
}
