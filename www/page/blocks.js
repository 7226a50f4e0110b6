/**
 * From sections to blocks: what stands as a paragraph, a figure, a list, a table or a fold on the page.
 *
 * In: the text and its sections. Out: blocks of runs, in order, that together hold every visible character;
 * what the sections leave out becomes a paragraph. Draws nothing.
 */

/** @import { Section, SectionKind, Sentence } from "../pkg/kernsatz.js" */

/**
 * A stretch of one section.
 *
 * @typedef {{ kind: SectionKind, start: number, end: number }} Run
 */

/** @typedef {SectionKind | "figure" | "list" | "table"} BlockKind */

/**
 * `continued` blocks go on where the one before broke off in a very long paragraph.
 *
 * @typedef {{ kind: BlockKind, runs: Run[], start: number, end: number, continued: boolean }} Block
 */

/** A paragraph longer than this is laid out in pieces, so that no line breaking blocks the page. */
const LONGEST_PIECE = 6000;

/** So many items, rows or lines at most stand in one list, table or fold. */
const MOST_RUNS = 100;

/**
 * @param {string} text
 * @param {Section[]} sections
 * @param {Sentence[]} sentences
 * @returns {Block[]}
 */
export function blocksOf(text, sections, sentences) {
  /** @type {Block[]} */
  const blocks = [];
  for (const run of runsOf(text, sections)) {
    const last = blocks.at(-1);
    if (last && joins(text, last, run)) {
      last.runs.push(run);
      last.end = run.end;
      if (last.kind === "dateline") last.kind = run.kind;
    } else {
      blocks.push({ kind: blockKind(run.kind), runs: [run], start: run.start, end: run.end, continued: false });
    }
  }
  return blocks.flatMap((block) => (isLong(block) ? pieces(text, block, sentences) : [block]));
}

/**
 * The paragraphs of a text that nobody analysed: lines between blank lines.
 *
 * @param {string} text
 * @returns {Section[]}
 */
export function plainSections(text) {
  /** @type {Section[]} */
  const sections = [];
  for (const { index, 0: paragraph } of text.matchAll(/\S[^]*?(?=\n\s*\n|$(?![^]))/g)) {
    sections.push({ kind: "body", span: { start: index, end: index + paragraph.length } });
  }
  return sections;
}

/**
 * The sections as runs, and what stands between them if it is not blank.
 *
 * @param {string} text
 * @param {Section[]} sections
 */
function* runsOf(text, sections) {
  let at = 0;
  for (const { kind, span } of sections) {
    if (span.start < at) continue; // never twice the same words
    yield* between(text, at, span.start);
    yield { kind, start: span.start, end: span.end };
    at = span.end;
  }
  yield* between(text, at, text.length);
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {Generator<Run>}
 */
function* between(text, start, end) {
  if (start < end && text.slice(start, end).trim() !== "") yield { kind: "body", start, end };
}

/**
 * @param {string} text
 * @param {Block} block
 * @param {Run} run
 */
function joins(text, block, run) {
  const inLine = !text.slice(block.end, run.start).includes("\n");
  switch (block.kind) {
    case "dateline":
      return inLine && (run.kind === "body" || run.kind === "lead");
    case "figure":
      return (run.kind === "caption" || run.kind === "credit") && !block.runs.some(({ kind }) => kind === run.kind);
    case "list":
      return run.kind === "listItem" && block.runs.length < MOST_RUNS;
    case "table":
      return run.kind === "tableRow" && block.runs.length < MOST_RUNS;
    case "furniture":
      return run.kind === "furniture" && block.runs.length < MOST_RUNS;
    default:
      return false;
  }
}

/**
 * @param {SectionKind} kind
 * @returns {BlockKind}
 */
function blockKind(kind) {
  switch (kind) {
    case "caption":
    case "credit":
      return "figure";
    case "listItem":
      return "list";
    case "tableRow":
      return "table";
    default:
      return kind;
  }
}

/** @param {Block} block */
function isLong(block) {
  return block.end - block.start > LONGEST_PIECE && block.kind !== "table";
}

/**
 * @param {string} text
 * @param {Block} block
 * @param {Sentence[]} sentences
 */
function pieces(text, block, sentences) {
  /** @type {Block[]} */
  const blocks = [];
  for (const run of block.runs) {
    for (let start = run.start; start < run.end; ) {
      const end = run.end - start <= LONGEST_PIECE ? run.end : breakAfter(text, start, sentences);
      const continued = blocks.length > 0 && start > run.start;
      blocks.push({ kind: block.kind, runs: [{ kind: run.kind, start, end }], start, end, continued });
      start = end;
    }
  }
  return blocks;
}

/**
 * Where a long paragraph may be broken: between sentences, between words, at worst between characters.
 *
 * @param {string} text
 * @param {number} start
 * @param {Sentence[]} sentences
 */
function breakAfter(text, start, sentences) {
  const limit = start + LONGEST_PIECE;
  const sentence = sentences[firstEndingAfter(sentences, limit) - 1];
  if (sentence && sentence.span.end > start + LONGEST_PIECE / 2) return sentence.span.end;
  const later = start + LONGEST_PIECE / 2;
  const blank = text.slice(later, limit).lastIndexOf(" ");
  if (blank >= 0) return later + blank + 1;
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit < 0xe000 ? limit + 1 : limit;
}

/**
 * The index of the first item that ends after `offset`; items are sorted and disjoint.
 *
 * @param {{ span: { end: number } }[]} items
 * @param {number} offset
 */
export function firstEndingAfter(items, offset) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
