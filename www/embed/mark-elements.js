/**
 * Marks as elements, for browsers without highlights: ranges by kind in, `<mark>` around their words out.
 *
 * Undone to the very nodes that were there before, wherever nobody else has changed them since. A word can be marked
 * once only: what comes last in the order of kinds wins.
 */

/** @import { Kind } from "./layers.js" */
/** @import { Painter } from "./highlights.js" */

/** A text node and what stands in its place. @typedef {{ before: Text, after: Node[] }} Change */
/** @typedef {{ start: number, end: number, kind: string, range: Range }} Cut */

/** The class of every mark; `kernsatz-per` and the like say what it is. */
const CLASS = "kernsatz-mark";

/**
 * Paints by elements.
 *
 * @implements {Painter}
 */
export class ElementPainter {
  /** @type {Change[]} */
  #changes = [];
  /** @type {Map<Range, HTMLElement[]>} */
  #marks = new Map();

  /** @param {Map<Kind, Range[]>} ranges */
  paint(ranges) {
    this.clear();
    for (const [node, cuts] of cutsOf(ranges)) this.#cut(node, cuts);
  }

  /** @param {Range[]} ranges */
  light(ranges) {
    const lit = new Set(ranges.flatMap((range) => this.#marks.get(range) ?? []));
    for (const mark of [...this.#marks.values()].flat()) mark.classList.toggle("kernsatz-lit", lit.has(mark));
  }

  clear() {
    for (const { before, after } of this.#changes) undo(before, after);
    this.#changes = [];
    this.#marks.clear();
  }

  /**
   * A range over its marks: the one that was painted has lost its nodes.
   *
   * @param {Range} range
   */
  placeOf(range) {
    const marks = this.#marks.get(range) ?? [];
    const [first] = marks;
    const last = marks.at(-1);
    if (!first || !last) return range;
    const place = document.createRange();
    place.setStartBefore(first);
    place.setEndAfter(last);
    return place;
  }

  /** @param {MouseEvent} event */
  at({ target }) {
    const mark = target instanceof Element ? target.closest(`.${CLASS}`) : null;
    for (const [range, marks] of this.#marks) if (marks.some((one) => one === mark)) return range;
    return null;
  }

  /**
   * @param {Text} node
   * @param {Cut[]} cuts In order, none over another.
   */
  #cut(node, cuts) {
    const parent = node.parentNode;
    if (!parent) return;
    const { data } = node;
    /** @type {Node[]} */
    const after = [];
    let done = 0;
    for (const { start, end, kind, range } of cuts) {
      if (start > done) after.push(document.createTextNode(data.slice(done, start)));
      const mark = document.createElement("mark");
      mark.className = `${CLASS} kernsatz-${kind}`;
      mark.textContent = data.slice(start, end);
      after.push(mark);
      const marks = this.#marks.get(range);
      if (marks) marks.push(mark);
      else this.#marks.set(range, [mark]);
      done = end;
    }
    if (done < data.length) after.push(document.createTextNode(data.slice(done)));
    for (const piece of after) parent.insertBefore(piece, node);
    parent.removeChild(node);
    this.#changes.push({ before: node, after });
  }
}

/**
 * What is to be marked in each text node.
 *
 * @param {Map<Kind, Range[]>} ranges
 */
function cutsOf(ranges) {
  /** @type {Map<Text, Cut[]>} */
  const cuts = new Map();
  // From the uppermost kind down, so that what lies below finds its place taken.
  for (const [kind, list] of [...ranges].reverse()) {
    for (const range of list) {
      for (const node of textNodesOf(range)) {
        const start = node === range.startContainer ? range.startOffset : 0;
        const end = node === range.endContainer ? range.endOffset : node.length;
        const taken = cuts.get(node) ?? [];
        cuts.set(node, taken);
        if (node.data.slice(start, end).trim() === "") continue;
        if (!taken.some((cut) => cut.start < end && start < cut.end)) taken.push({ start, end, kind, range });
      }
    }
  }
  for (const list of cuts.values()) list.sort((a, b) => a.start - b.start);
  return cuts;
}

/** @param {Range} range */
function textNodesOf(range) {
  if (range.startContainer === range.endContainer) return [/** @type {Text} */ (range.startContainer)];
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  walker.currentNode = range.startContainer;
  for (let node = /** @type {Node | null} */ (range.startContainer); node; node = walker.nextNode()) {
    nodes.push(/** @type {Text} */ (node));
    if (node === range.endContainer) break;
  }
  return nodes;
}

/**
 * @param {Text} before
 * @param {Node[]} after
 */
function undo(before, after) {
  const [first] = after;
  const parent = first?.parentNode;
  const isWhole =
    parent && after.every((node, index) => index === 0 || node === after[index - 1]?.nextSibling) &&
    after.map((node) => node.textContent).join("") === before.data;
  if (first && isWhole) {
    parent.insertBefore(before, first);
    for (const node of after) parent.removeChild(node);
    return;
  }
  // Somebody has changed it: only our own elements go, with what is in them left where it is.
  for (const node of after) {
    if (node instanceof Element) node.replaceWith(...node.childNodes);
  }
}
