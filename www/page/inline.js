/**
 * From a stretch of text to nodes: names become marks, key sentences and claims become spans, all the rest text nodes.
 *
 * In: the analysis and a run. Out: nodes whose text is exactly `text.slice(start, end)`. Article text never
 * becomes markup. Knows nothing of what is hidden, lit or pinned.
 */

import { firstEndingAfter } from "./blocks.js";
import { element } from "./element.js";
import { figuresOf, timeWords } from "./figures.js";
import { voiceOf } from "./ledger.js";
import { t } from "./strings.js";

/** @import { Analysis, Claim, Mention, SummarySentence } from "../pkg/kernsatz.js" */
/** @import { Figure } from "./figures.js" */

/** Below this the mark is drawn lighter. */
const UNCERTAIN = 0.5;

/** A name up to this long stays on one line with its label. */
const SHORT = 24;

/** Builds the inside of paragraphs for one analysis. */
export class Inline {
  #text;
  /** @type {Mention[]} */
  #mentions;
  /** @type {SummarySentence[]} */
  #gist;
  /** @type {Claim[]} */
  #claims;
  /** @type {string[]} */
  #names;
  /** @type {(claim: Claim) => string} */
  #voice;
  /** @type {Figure[]} */
  #figures;
  /** Every element of a mention, by its number. @type {Map<number, HTMLElement[]>} */
  marks = new Map();
  /** Every element of a key sentence, by the number of the sentence. @type {Map<number, HTMLElement[]>} */
  sentences = new Map();
  /** Every element of a claim, by its number. @type {Map<number, HTMLElement[]>} */
  claims = new Map();
  /** Every element of a time or amount, by its number. @type {Map<number, HTMLElement[]>} */
  figures = new Map();
  /** The text nodes and where each begins, in order. @type {{ start: number, node: Text }[]} */
  pieces = [];

  /**
   * @param {string} text
   * @param {Analysis | null} analysis
   */
  constructor(text, analysis) {
    this.#text = text;
    this.#mentions = analysis?.mentions ?? [];
    // All that may be chosen, so that a longer summary needs no new drawing.
    this.#gist = [...(analysis?.summary.ranking ?? [])].sort((a, b) => a.sentence - b.sentence);
    this.#claims = analysis?.claims ?? [];
    this.#voice = (claim) => (analysis && voiceOf(analysis, claim).name) ?? t("says.nobody");
    this.#figures = analysis ? figuresOf(analysis) : [];
    this.#names = analysis?.entities.map(({ name }) => name) ?? [];
  }

  /**
   * Appends the nodes of `[start, end)` to `parent`.
   *
   * @param {Node} parent
   * @param {number} start
   * @param {number} end
   */
  fill(parent, start, end) {
    let at = start;
    for (let i = firstEndingAfter(this.#gist, start); ; i += 1) {
      const key = this.#gist[i];
      if (!key || key.span.start >= end) break;
      const from = Math.max(at, key.span.start);
      const to = Math.min(end, key.span.end);
      this.#fillMarks(parent, at, from);
      const sentence = element("span", { class: "key unchosen", "data-sentence": key.sentence, tabindex: -1 });
      this.#fillMarks(sentence, from, to);
      parent.appendChild(sentence);
      remember(this.sentences, key.sentence, sentence);
      at = to;
    }
    this.#fillMarks(parent, at, end);
  }

  /**
   * @param {Node} parent
   * @param {number} start
   * @param {number} end
   */
  #fillMarks(parent, start, end) {
    let at = start;
    for (let i = firstEndingAfter(this.#mentions, start); at < end; i += 1) {
      const mention = this.#mentions[i];
      if (!mention || mention.span.start >= end) break;
      const from = Math.max(start, mention.span.start);
      const to = Math.min(end, mention.span.end);
      if (from < at || from >= to) continue; // inside the mark before it
      this.#append(parent, at, from);
      const mark = this.#mark(mention);
      this.#append(mark, from, to);
      parent.appendChild(mark);
      at = to;
    }
    this.#append(parent, at, end);
  }

  /** @param {Mention} mention */
  #mark(mention) {
    const type = mention.type.toLowerCase();
    const uncertain = mention.confidence < UNCERTAIN ? " uncertain" : "";
    const kind = mention.kind === "name" ? "" : ` ${mention.kind}`;
    const short = mention.span.end - mention.span.start <= SHORT ? " short-name" : "";
    const mark = element("span", {
      class: `mark ${type}${kind}${uncertain}${short}`,
      role: "button",
      tabindex: -1,
      "aria-describedby": `is-${type}`,
      "data-mention": mention.id,
      "data-entity": mention.entity,
      "data-label": t(`type.${mention.type}`),
      "data-more": this.#more(mention),
    });
    remember(this.marks, mention.id, mark);
    return mark;
  }

  /**
   * What the small label adds on pointing at the mark.
   *
   * @param {Mention} mention
   */
  #more({ kind, entity, span, confidence }) {
    const name = this.#names[entity];
    const more = [];
    if (name !== undefined && name !== this.#text.slice(span.start, span.end)) more.push(name);
    if (kind !== "name") more.push(t(`kind.${kind}`));
    if (confidence < UNCERTAIN) more.push(t("uncertain"));
    return more.map((part) => ` · ${part}`).join("");
  }

  /**
   * @param {Node} parent
   * @param {number} start
   * @param {number} end
   */
  #append(parent, start, end) {
    let at = start;
    for (let i = firstEndingAfter(this.#claims, start); at < end; i += 1) {
      const claim = this.#claims[i];
      if (!claim || claim.span.start >= end) break;
      const from = Math.max(at, claim.span.start);
      const to = Math.min(end, claim.span.end);
      this.#appendFigures(parent, at, from);
      const isFirst = !this.claims.has(claim.id);
      const part = element("span", {
        class: "said",
        "data-claim": claim.id,
        "data-holder": claim.holder.kind,
        "data-voice": isFirst ? this.#voice(claim) : null,
        tabindex: isFirst ? -1 : null,
      });
      this.#appendFigures(part, from, to);
      parent.appendChild(part);
      remember(this.claims, claim.id, part);
      at = to;
    }
    this.#appendFigures(parent, at, end);
  }

  /**
   * @param {Node} parent
   * @param {number} start
   * @param {number} end
   */
  #appendFigures(parent, start, end) {
    let at = start;
    for (let i = firstEndingAfter(this.#figures, start); at < end; i += 1) {
      const figure = this.#figures[i];
      if (!figure || figure.span.start >= end) break;
      const from = Math.max(at, figure.span.start);
      const to = Math.min(end, figure.span.end);
      this.#write(parent, at, from);
      const { time } = figure;
      const kind = time ? "times" : "amounts";
      const mark = element("span", { class: `measure ${kind}`, tabindex: -1, "data-figure": figure.id, "data-label": time ? timeWords(time) : null });
      this.#write(mark, from, to);
      parent.appendChild(mark);
      remember(this.figures, figure.id, mark);
      at = to;
    }
    this.#write(parent, at, end);
  }

  /**
   * @param {Node} parent
   * @param {number} start
   * @param {number} end
   */
  #write(parent, start, end) {
    if (start >= end) return;
    const node = document.createTextNode(this.#text.slice(start, end));
    this.pieces.push({ start, node });
    parent.appendChild(node);
  }
}

/**
 * @param {Map<number, HTMLElement[]>} map
 * @param {number} key
 * @param {HTMLElement} node
 */
function remember(map, key, node) {
  const nodes = map.get(key);
  if (nodes) nodes.push(node);
  else map.set(key, [node]);
}
