/**
 * The reading pane: draws the article as an article, long ones bit by bit.
 *
 * In: a text and its analysis (or none: then plain paragraphs). Out: elements in the pane, and where each
 * mention and key sentence stands. The first screenful is drawn at once, the rest in slices of a frame;
 * `reach` draws ahead when someone wants to go there. Leaves pointing and walking to `marks.js`.
 */

import { blocksOf, plainSections } from "./blocks.js";
import { element } from "./element.js";
import { Inline } from "./inline.js";
import { count, t } from "./strings.js";

/** @import { Analysis, Span } from "../pkg/kernsatz.js" */
/** @import { Block, Run } from "./blocks.js" */

/** Longer texts are drawn in chunks that the browser lays out only when they come into view. */
const CHUNKED_FROM = 40_000;
const BLOCKS_PER_CHUNK = 12;
/** Very long ones in stacks of chunks: laying out ten thousand chunks in a row would take longer than a frame. */
const STACKED_FROM = 1_000_000;
const CHUNKS_PER_STACK = 64;
/** Characters that are drawn before the first paint. */
const FIRST = 30_000;
/** Milliseconds of a frame that drawing may take. */
const SLICE = 8;

/** Draws one article at a time into `root`. */
export class ReadingPane {
  #root;
  /** @type {Block[]} */
  #blocks = [];
  #drawn = 0;
  /** What stands where: blocks, chunks or stacks. @type {{ node: HTMLElement, start: number, end: number }[]} */
  #places = [];
  #text = "";
  #inline = new Inline("", null);
  /** @type {HTMLElement} */
  #chunk;
  /** @type {HTMLElement} */
  #stack;
  #hasTitle = false;
  #frame = 0;
  /** Called after each step of drawing. */
  onDrawn = () => {};

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#chunk = root;
    this.#stack = root;
  }

  /** Whether everything stands. */
  get isComplete() {
    return this.#drawn === this.#blocks.length;
  }

  clear() {
    cancelAnimationFrame(this.#frame);
    this.#root.replaceChildren();
    this.#blocks = [];
    this.#drawn = 0;
    this.#places = [];
    this.#inline = new Inline("", null);
  }

  /**
   * Shows an article in place of the one before.
   *
   * @param {string} text
   * @param {Analysis | null} analysis
   */
  show(text, analysis) {
    this.clear();
    this.#text = text;
    this.#inline = new Inline(text, analysis);
    this.#blocks = blocksOf(text, analysis?.sections ?? plainSections(text), analysis?.sentences ?? []);
    this.#hasTitle = this.#blocks.some(({ kind }) => kind === "headline");
    if (!this.#hasTitle) {
      this.#root.append(element("h1", { class: "unseen" }, t("article.untitled")));
      this.#hasTitle = true;
    } else {
      this.#hasTitle = false; // the first headline will be the h1
    }
    if (analysis) this.#root.lang = analysis.language === "und" ? "" : analysis.language;
    this.#root.setAttribute("aria-busy", "true");
    this.#drawWhile((block) => block.start < FIRST);
    this.#goOn();
  }

  /**
   * Draws up to `offset`, so that one can go there.
   *
   * @param {number} offset
   */
  reach(offset) {
    this.#drawWhile((block) => block.start <= offset);
  }

  /**
   * The elements of a mention; more than one where a break cuts it.
   *
   * @param {number} mention
   * @returns {HTMLElement[]}
   */
  marksOf(mention) {
    return this.#inline.marks.get(mention) ?? [];
  }

  /**
   * The elements of a key sentence.
   *
   * @param {number} sentence
   * @returns {HTMLElement[]}
   */
  partsOf(sentence) {
    return this.#inline.sentences.get(sentence) ?? [];
  }

  /**
   * The elements of a claim.
   *
   * @param {number} claim
   * @returns {HTMLElement[]}
   */
  claimOf(claim) {
    return this.#inline.claims.get(claim) ?? [];
  }

  /** The elements of each claim that is drawn. */
  claims() {
    return this.#inline.claims.values();
  }

  /**
   * The elements of a time or amount.
   *
   * @param {number} figure
   * @returns {HTMLElement[]}
   */
  figuresOf(figure) {
    return this.#inline.figures.get(figure) ?? [];
  }

  /**
   * Where on the page offsets stand, from the top of the document: exact to the block, chunk or stack, estimated
   * inside; without what is not drawn yet. Asks for no layout of what is out of view.
   *
   * @param {number[]} offsets Sorted.
   * @returns {{ offset: number, height: number }[]}
   */
  heightsOf(offsets) {
    /** @type {{ offset: number, height: number }[]} */
    const heights = [];
    let index = 0;
    let box = this.#places[0]?.node.getBoundingClientRect();
    for (const offset of offsets) {
      const before = index;
      while (offset >= (this.#places[index]?.end ?? Infinity)) index += 1;
      const place = this.#places[index];
      if (!place) break;
      if (index !== before) box = place.node.getBoundingClientRect();
      const share = Math.max(0, offset - place.start) / Math.max(1, place.end - place.start);
      if (box) heights.push({ offset, height: window.scrollY + box.top + share * box.height });
    }
    return heights;
  }

  /**
   * Where the words of a span stand among the nodes; null if they are not drawn.
   *
   * @param {Span} span
   * @returns {Range | null}
   */
  rangeOf({ start, end }) {
    const { pieces } = this.#inline;
    const first = pieces[lastStartingBefore(pieces, start)];
    const last = pieces[lastStartingBefore(pieces, end - 1)];
    if (!first || !last) return null;
    const range = document.createRange();
    range.setStart(first.node, Math.min(start - first.start, first.node.length));
    range.setEnd(last.node, Math.min(end - last.start, last.node.length));
    return range;
  }

  #goOn() {
    if (this.isComplete) {
      this.#root.setAttribute("aria-busy", "false");
      this.onDrawn();
      return;
    }
    this.#frame = requestAnimationFrame(() => {
      const end = performance.now() + SLICE;
      this.#drawWhile(() => performance.now() < end);
      this.#goOn();
    });
  }

  /** @param {(block: Block) => boolean} wanted */
  #drawWhile(wanted) {
    for (let block = this.#blocks[this.#drawn]; block; block = this.#blocks[this.#drawn]) {
      if (!wanted(block)) break;
      const node = this.#draw(block);
      const outermost = this.#append(node);
      this.#drawn += 1;
      const last = this.#places.at(-1);
      if (last?.node === outermost) last.end = block.end;
      else this.#places.push({ node: outermost, start: block.start, end: block.end });
    }
  }

  /**
   * Puts a block into its place, in chunks and stacks where the text is long.
   *
   * @param {HTMLElement} node
   * @returns {HTMLElement} The outermost of what it was put in.
   */
  #append(node) {
    const { length } = this.#text;
    if (length <= CHUNKED_FROM) {
      this.#root.append(node);
      return node;
    }
    const chunk = Math.floor(this.#drawn / BLOCKS_PER_CHUNK);
    if (this.#drawn % BLOCKS_PER_CHUNK === 0) {
      if (length <= STACKED_FROM) this.#stack = this.#root;
      else if (chunk % CHUNKS_PER_STACK === 0) {
        this.#stack = element("div", { class: "stack" });
        this.#root.append(this.#stack);
      }
      this.#chunk = element("div", { class: "chunk" });
      this.#stack.append(this.#chunk);
    }
    this.#chunk.append(node);
    return this.#stack === this.#root ? this.#chunk : this.#stack;
  }

  /**
   * @param {Block} block
   * @returns {HTMLElement}
   */
  #draw(block) {
    switch (block.kind) {
      case "headline":
        return this.#drawTitle(block);
      case "subheading":
        return this.#fill(element("h2", { class: "subheading" }), block.runs);
      case "figure":
        return this.#drawFigure(block);
      case "list":
        return this.#drawList(block);
      case "table":
        return this.#drawTable(block);
      case "furniture":
        return this.#drawFurniture(block);
      default:
        return this.#fill(element("p", { class: this.#classOf(block) }), block.runs);
    }
  }

  /** @param {Block} block */
  #drawTitle(block) {
    const first = !this.#hasTitle && !block.continued;
    this.#hasTitle = true;
    return this.#fill(element(first ? "h1" : "h2", { class: "headline" }), block.runs);
  }

  /** @param {Block} block */
  #drawFigure(block) {
    const caption = element("figcaption");
    for (const run of block.runs) {
      const label = element("span", { class: "unseen" }, `${t(`section.${run.kind}`)}: `);
      const part = element("span", { class: run.kind }, label);
      this.#inline.fill(part, run.start, run.end);
      caption.append(part, " ");
    }
    return element("figure", {}, caption);
  }

  /** @param {Block} block */
  #drawList(block) {
    const list = element("ul", { class: block.continued ? "continued" : null });
    for (const run of block.runs) {
      // Where the text brings its own bullet or number, ours would be a second one.
      const marked = /^\s*(?:[-–—•*·▪‣+]|\(?\d{1,3}[.)])\s/.test(this.#text.slice(run.start, run.start + 8));
      list.append(this.#fill(element("li", { class: marked ? "marked" : null }), [run]));
    }
    return list;
  }

  /** @param {Block} block */
  #drawTable(block) {
    const body = element("tbody");
    for (const run of block.runs) {
      const row = element("tr");
      for (const cell of cellsOf(this.#text, run)) {
        const number = /^[\s\d.,:%+−–-]+$/.test(this.#text.slice(cell.start, cell.end));
        row.append(this.#fill(element("td", { class: number ? "number" : null }), [cell]));
      }
      body.append(row);
    }
    // A wide table scrolls by itself, by keyboard too.
    return element("div", { class: "table", tabindex: 0, role: "group", "aria-label": t("table") }, element("table", {}, body));
  }

  /** @param {Block} block */
  #drawFurniture(block) {
    const fold = element("details", { class: "furniture" }, element("summary", {}, count("furniture", block.runs.length)));
    for (const run of block.runs) fold.append(this.#fill(element("p"), [run]));
    return fold;
  }

  /** @param {Block} block */
  #classOf({ kind, continued, start, end }) {
    const classes = [kind, ...(continued ? ["continued"] : [])];
    // Many short lines (a poem, a list of results) keep their breaks; lines of a wrapped mail flow.
    const lines = this.#text.slice(start, Math.min(end, start + 4000)).split("\n");
    if (lines.length > 1 && lines.every((line) => line.length < 50)) classes.push("lines");
    return classes.join(" ");
  }

  /**
   * @template {HTMLElement} T
   * @param {T} parent
   * @param {Run[]} runs
   * @returns {T}
   */
  #fill(parent, runs) {
    let at = runs[0]?.start ?? 0;
    for (const run of runs) {
      if (at < run.start) parent.append(this.#text.slice(at, run.start));
      if (run.kind === "dateline" && runs.length > 1) {
        const dateline = element("span", { class: "dateline" });
        this.#inline.fill(dateline, run.start, run.end);
        parent.append(dateline);
      } else {
        this.#inline.fill(parent, run.start, run.end);
      }
      at = run.end;
    }
    return parent;
  }
}

/**
 * The index of the last piece that begins at `offset` or before it.
 *
 * @param {{ start: number }[]} pieces
 * @param {number} offset
 */
function lastStartingBefore(pieces, offset) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The cells of a table's row: between tabs, bars or wide gaps.
 *
 * @param {string} text
 * @param {Run} run
 * @returns {Run[]}
 */
function cellsOf(text, { kind, start, end }) {
  const row = text.slice(start, end);
  /** @type {Run[]} */
  const cells = [];
  let at = 0;
  for (const gap of row.matchAll(/\t|\s*\|\s*|\s{3,}/g)) {
    if (gap.index > at || cells.length > 0) cells.push({ kind, start: start + at, end: start + gap.index });
    at = gap.index + gap[0].length;
  }
  if (at < row.length || cells.length === 0) cells.push({ kind, start: start + at, end });
  return cells;
}
