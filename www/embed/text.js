/**
 * The text of an element as the analyser reads it, and the way back from spans to the element's own text nodes.
 *
 * In: an element of a document. Out: a source, HTML where the element has structure and plain text where it has
 * none, and ranges for the spans of its analysis. Changes nothing; what is hidden or no text is left out.
 */

/** @import { Analysis, SourceRun, Span } from "../pkg/kernsatz.js" */

/**
 * `length` units of the source, written from `units` of a text node.
 *
 * @typedef {{ start: number, length: number, node: Text, offset: number, units: number }} Piece
 */

/**
 * @typedef {object} ElementAnalysis
 * @property {Analysis} analysis
 * @property {string} text What its spans point into.
 * @property {(span: Span) => Range | null} rangeOf Where a span stands in the element; null if nowhere.
 */

/** Elements whose content nobody reads as text. */
const SKIPPED = new Set(
  ("script style template noscript textarea select option datalist button input iframe object embed audio video canvas " +
    "svg math head rp rt").split(" "),
);

/** The attributes that tell the analyser what an element is. */
const TELLING = ["class", "id", "role", "itemprop", "rel", "datetime"];

/** How `display` begins where an element stands in a line. */
const IN_LINE = /^(?:inline|contents|ruby|none)/;

/** Elements that the analyser itself knows to stand apart. */
const APART = new Set(
  ("p h1 h2 h3 h4 h5 h6 figcaption caption ul ol dl dd dt li table thead tbody tfoot tr td th blockquote pre nav aside footer form menu " +
    "address div details fieldset figure header hgroup legend search section summary article main hr br").split(" "),
);

/** What an element says, read once. */
export class ElementText {
  /** Plain where lines are kept as they are written and no tag says more. @type {"text" | "html"} */
  format;
  source = "";
  #root;
  /** @type {Piece[]} */
  #pieces = [];

  /** @param {Element} root */
  constructor(root) {
    this.#root = root;
    const isPlain = keepsLines(root) && ![...root.getElementsByTagName("*")].some((child) => APART.has(child.localName));
    this.format = isPlain ? "text" : "html";
    this.#read();
  }

  /**
   * @param {Analysis} analysis The one of `source`.
   * @returns {ElementAnalysis}
   */
  located(analysis) {
    const runs = analysis.sourceMap;
    return {
      analysis,
      text: analysis.text ?? this.source,
      rangeOf: ({ start, end }) => {
        if (end <= start) return null;
        const from = this.#placeOf(runs ? sourceOf(runs, start, false) : start);
        const to = this.#placeOf(runs ? sourceOf(runs, end - 1, true) : end - 1);
        if (!from || !to) return null;
        const range = this.#root.ownerDocument.createRange();
        // The text may have changed since it was read.
        range.setStart(from.node, Math.min(from.offset, from.node.length));
        range.setEnd(to.node, Math.min(to.offset + 1, to.node.length));
        return range.collapsed ? null : range;
      },
    };
  }

  /** Writes the source: a loop and a list of what is open, so that depth is no danger. */
  #read() {
    const withTags = this.format === "html";
    /** @type {string[]} */
    const parts = [];
    /** The end tags to come. @type {string[]} */
    const open = [];
    let length = 0;
    /** @param {string} part */
    const add = (part) => {
      parts.push(part);
      length += part.length;
    };
    let hasLines = keepsLines(this.#root);
    /** @type {Node | null} */
    let node = this.#root.firstChild;
    while (node) {
      if (isText(node)) {
        for (const { offset, units, written } of withTags ? escaped(node.data, hasLines) : [asItIs(node.data)]) {
          this.#pieces.push({ start: length, length: written.length, node, offset, units });
          add(written);
        }
      } else if (isElement(node) && !isSkipped(node)) {
        const name = nameOf(node);
        const isVoid = name === "br" || name === "hr";
        if (withTags) add(`<${name}${attributesOf(node)}>`);
        const end = withTags && !isVoid ? `</${name}>` : "";
        if (node.firstChild) {
          open.push(end);
          hasLines = keepsLines(node);
          node = node.firstChild;
          continue;
        }
        add(end);
      }
      while (node && !node.nextSibling) {
        node = node.parentNode === this.#root ? null : node.parentNode;
        if (!node) break;
        add(open.pop() ?? "");
        hasLines = keepsLines(node.parentElement ?? this.#root);
      }
      node = node?.nextSibling ?? null;
    }
    this.source = parts.join("");
  }

  /** @param {number} at An offset into the source. */
  #placeOf(at) {
    const piece = this.#pieces[before(this.#pieces.length, (index) => (this.#pieces[index]?.start ?? 0) <= at)];
    if (!piece || at >= piece.start + piece.length) return null;
    return { node: piece.node, offset: piece.offset + Math.min(at - piece.start, piece.units - 1) };
  }
}

// Not `instanceof`: an element of a frame has classes of its own.

/**
 * @param {Node} node
 * @returns {node is Text}
 */
function isText(node) {
  return node.nodeType === Node.TEXT_NODE;
}

/**
 * @param {Node} node
 * @returns {node is Element}
 */
function isElement(node) {
  return node.nodeType === Node.ELEMENT_NODE;
}

/**
 * How an element is shown; one that is in no page has no style, and to be told so takes long.
 *
 * @param {Element} element
 */
function styleOf(element) {
  return element.isConnected ? getComputedStyle(element) : { display: "", whiteSpace: "" };
}

/** @param {Element} element */
function keepsLines(element) {
  return /^(?:pre|break)/.test(styleOf(element).whiteSpace);
}

/** @param {Element} element */
function nameOf(element) {
  const name = element.localName;
  if (APART.has(name)) return name;
  const { display } = styleOf(element);
  if (display !== "" && !IN_LINE.test(display)) return "div";
  return /^[a-z][a-z\d]*$/.test(name) ? name : "span";
}

/** @param {string} text */
function asItIs(text, offset = 0) {
  return { offset, units: text.length, written: text };
}

/**
 * Text as HTML writes it: copies, and what stands for one character.
 *
 * @param {string} text
 * @param {boolean} hasLines
 */
function escaped(text, hasLines) {
  const pieces = [];
  let done = 0;
  for (const { index, 0: character } of text.matchAll(hasLines ? /[&<\n]/g : /[&<]/g)) {
    if (index > done) pieces.push(asItIs(text.slice(done, index), done));
    pieces.push({ offset: index, units: 1, written: character === "&" ? "&amp;" : character === "<" ? "&lt;" : "<br>" });
    done = index + 1;
  }
  if (done < text.length) pieces.push(asItIs(text.slice(done), done));
  return pieces;
}

/** @param {Element} element */
function isSkipped(element) {
  if (SKIPPED.has(element.localName) || element.getAttribute("aria-hidden") === "true") return true;
  if (element.hasAttribute("hidden") || element.hasAttribute("data-kernsatz-skip")) return true;
  return styleOf(element).display === "none";
}

/** @param {Element} element */
function attributesOf(element) {
  let written = "";
  for (const name of TELLING) {
    const value = element.getAttribute(name);
    if (value) written += ` ${name}="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`;
  }
  return written;
}

/**
 * The place in the source of the unit at `at` of the text; of what stands nowhere, the next one that does, or for
 * the end of a span the last one before.
 *
 * @param {SourceRun[]} runs
 * @param {number} at
 * @param {boolean} isEnd
 */
function sourceOf(runs, at, isEnd) {
  const index = before(runs.length, (index) => (runs[index]?.text.start ?? 0) <= at);
  const run = runs[index];
  if (run && at < run.text.end) {
    const isCopy = run.text.end - run.text.start === run.source.end - run.source.start;
    return isCopy ? run.source.start + at - run.text.start : run.source.start;
  }
  return isEnd ? (run ? run.source.end - 1 : -1) : (runs[index + 1]?.source.start ?? -1);
}

/**
 * The last index below `length` for which `holds`, which holds up to some index and not after; -1 if for none.
 *
 * @param {number} length
 * @param {(index: number) => boolean} holds
 */
function before(length, holds) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
