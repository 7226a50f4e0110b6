/**
 * Pointing, pinning and walking: marks light up together, one entity can be pinned, the arrow keys walk
 * through its mentions, and sentences can be jumped to.
 *
 * In: the desk's state and events on the reading pane. Out: classes on marks, scroll, focus, and the state
 * `lit`, `pinned`, `step`, `sentence`, `claim`, `figure`. Draws no text.
 */

import { NOTHING_CHOSEN } from "./desk.js";
import { figuresOf } from "./figures.js";
import { say } from "./live.js";
import { keySentences } from "./gist.js";
import { count, t } from "./strings.js";

/** @import { Analysis, Span } from "../pkg/kernsatz.js" */
/** @import { Desk, State } from "./desk.js" */
/** @import { ReadingPane } from "./reading.js" */

/** Further away than so many screens, gliding would take longer than reading. */
const GLIDE_SCREENS = 2;

/** The name of our highlight; others on the page keep theirs. */
const HIGHLIGHT = "kernsatz-pointed";

/** Ties the reading pane to the desk. */
export class Marks {
  #root;
  #pane;
  #desk;
  /** @type {Set<HTMLElement>} */
  #classed = new Set();
  /** The mark that the Tab key reaches. @type {HTMLElement | null} */
  #stop = null;

  /**
   * @param {HTMLElement} root
   * @param {ReadingPane} pane
   * @param {Desk} desk
   */
  constructor(root, pane, desk) {
    this.#root = root;
    this.#pane = pane;
    this.#desk = desk;
    root.addEventListener("pointerover", (event) => desk.set({ lit: entityAt(event.target) }));
    root.addEventListener("pointerleave", () => desk.set({ lit: null }));
    root.addEventListener("click", (event) => this.#onClick(event));
    root.addEventListener("focusin", (event) => this.#onFocus(event));
    document.addEventListener("keydown", (event) => this.#onKey(event));
    desk.watch(["lit", "pinned", "step", "sentence", "claim", "figure", "length", "pointed"], () => this.paint());
  }

  /** Puts the classes where the state says; called again when more of the article stands. */
  paint() {
    for (const node of this.#classed) node.classList.remove("lit", "pinned", "here");
    this.#classed.clear();
    const { lit, pinned, step, sentence, claim, figure, analysis, length, pointed } = this.#desk.state;
    this.#choose(analysis, length);
    this.#light(pointed?.spans ?? []);
    this.#classify(lit, "lit");
    this.#classify(pinned, "pinned");
    const here = pinned === null ? undefined : analysis?.entities[pinned]?.mentions[step];
    const nodes = here === undefined ? [] : this.#pane.marksOf(here);
    const parts = sentence === null ? [] : this.#pane.partsOf(sentence);
    const said = claim === null ? [] : this.#pane.claimOf(claim);
    const measured = figure === null ? [] : this.#pane.figuresOf(figure);
    for (const node of [...nodes, ...parts, ...said, ...measured]) this.#add(node, "here");
    if (!this.#stop?.isConnected) this.#setStop(this.#root.querySelector(".mark"));
  }

  /**
   * Pins an entity and goes to one of its mentions; without `step` to its first, or to the next if it is
   * pinned already.
   *
   * @param {number} entity
   * @param {number} [step]
   */
  walk(entity, step) {
    const { analysis, pinned, step: now } = this.#desk.state;
    const mentions = analysis?.entities[entity]?.mentions ?? [];
    if (mentions.length === 0) return;
    const next = step ?? (pinned === entity ? now + 1 : 0);
    const place = (next + mentions.length) % mentions.length;
    this.#desk.set({ ...NOTHING_CHOSEN, mode: "read", pinned: entity, step: place });
    const mention = analysis?.mentions[mentions[place] ?? -1];
    if (!analysis || !mention) return;
    this.#pane.reach(mention.span.end);
    this.paint();
    const [mark] = this.#pane.marksOf(mention.id);
    if (mark) {
      this.#goTo(mark);
      this.#setStop(mark);
    }
    say(t("walk.said", { name: analysis.entities[entity]?.name ?? "", n: place + 1, all: mentions.length }));
  }

  /**
   * Goes to the next or previous mention of what is pinned.
   *
   * @param {1 | -1} direction
   */
  step(direction) {
    const { pinned, step } = this.#desk.state;
    if (pinned !== null) this.walk(pinned, step + direction);
  }

  /** Lets go of what is pinned or jumped to. */
  release() {
    this.#desk.set(NOTHING_CHOSEN);
  }

  /**
   * Lights words, wherever they stand, and goes to the first of them.
   *
   * @param {string} key What lit them.
   * @param {Span[]} spans
   */
  point(key, spans) {
    const [first] = spans;
    if (!first) return;
    this.#pane.reach(Math.max(...spans.map(({ end }) => end)));
    this.#desk.set({ ...NOTHING_CHOSEN, mode: "read", pointed: { key, spans } });
    this.#center(first);
    // What came into view is only now laid out, which may push the place away.
    requestAnimationFrame(() => this.#center(first));
    say(count("gist.places", spans.length));
  }

  /**
   * Goes to a key sentence and leaves the focus there.
   *
   * @param {number} sentence
   */
  jump(sentence) {
    const { analysis } = this.#desk.state;
    const key = analysis?.summary.ranking.find((one) => one.sentence === sentence);
    if (!key) return;
    this.#desk.set({ ...NOTHING_CHOSEN, mode: "read", sentence });
    this.#pane.reach(key.span.end);
    this.paint();
    const [part] = this.#pane.partsOf(sentence);
    if (!part) return;
    this.#goTo(part);
    part.focus({ preventScroll: true });
  }

  /**
   * Goes to a claim and leaves the focus there.
   *
   * @param {number} id
   */
  jumpToClaim(id) {
    const claim = this.#desk.state.analysis?.claims[id];
    if (!claim) return;
    this.#desk.set({ ...NOTHING_CHOSEN, mode: "read", claim: id });
    this.#pane.reach(claim.span.end);
    this.paint();
    const [part] = this.#pane.claimOf(id);
    if (!part) return;
    this.#goTo(part);
    part.focus({ preventScroll: true });
  }

  /**
   * Goes to a time or amount and leaves the focus there.
   *
   * @param {number} figure
   */
  visit(figure) {
    const { analysis } = this.#desk.state;
    const place = analysis && figuresOf(analysis)[figure];
    if (!place) return;
    this.#desk.set({ ...NOTHING_CHOSEN, mode: "read", figure });
    this.#pane.reach(place.span.end);
    this.paint();
    const [part] = this.#pane.figuresOf(figure);
    if (!part) return;
    this.#goTo(part);
    part.focus({ preventScroll: true });
  }

  /**
   * Goes to a place in the text.
   *
   * @param {number} offset
   */
  show(offset) {
    this.#pane.reach(offset);
    const [place] = this.#pane.heightsOf([offset]);
    if (place) window.scrollTo({ top: place.height - window.innerHeight / 3, behavior: "instant" });
  }

  /** @param {Span} span */
  #center(span) {
    const range = this.#pane.rangeOf(span);
    const fold = range?.startContainer.parentElement?.closest("details");
    if (fold) fold.open = true;
    const box = range?.getBoundingClientRect();
    if (!box) return;
    const isSeen = box.top > 0 && box.bottom < window.innerHeight;
    if (!isSeen) window.scrollTo({ top: window.scrollY + box.top - window.innerHeight / 3, behavior: "instant" });
  }

  /**
   * Marks the sentences of a summary of this length.
   *
   * @param {Analysis | null} analysis
   * @param {number | null} length
   */
  #choose(analysis, length) {
    if (!analysis) return;
    const chosen = new Set(keySentences(analysis, length).map(({ sentence }) => sentence));
    for (const { sentence } of analysis.summary.ranking) {
      for (const node of this.#pane.partsOf(sentence)) node.classList.toggle("unchosen", !chosen.has(sentence));
    }
  }

  /** @param {Span[]} spans */
  #light(spans) {
    if (!("highlights" in CSS)) return;
    const ranges = spans.flatMap((span) => this.#pane.rangeOf(span) ?? []);
    if (ranges.length > 0) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
    else CSS.highlights.delete(HIGHLIGHT);
  }

  /** @param {HTMLElement} node */
  #goTo(node) {
    const fold = node.closest("details");
    if (fold) fold.open = true;
    const box = node.getBoundingClientRect();
    const far = Math.abs(box.top) > GLIDE_SCREENS * window.innerHeight;
    const still = far || matchMedia("(prefers-reduced-motion: reduce)").matches;
    node.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
    if (!far) return;
    // What came into view is only now laid out, which may push the place away.
    requestAnimationFrame(() => node.scrollIntoView({ block: "center", behavior: "instant" }));
  }

  /**
   * @param {number | null} entity
   * @param {string} name
   */
  #classify(entity, name) {
    if (entity === null) return;
    for (const mention of this.#desk.state.analysis?.entities[entity]?.mentions ?? []) {
      for (const node of this.#pane.marksOf(mention)) this.#add(node, name);
    }
  }

  /**
   * @param {HTMLElement} node
   * @param {string} name
   */
  #add(node, name) {
    node.classList.add(name);
    this.#classed.add(node);
  }

  /** @param {HTMLElement | null} mark */
  #setStop(mark) {
    if (this.#stop) this.#stop.tabIndex = -1;
    if (mark) mark.tabIndex = 0;
    this.#stop = mark;
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const mark = markAt(event.target);
    if (mark) this.#pin(mark);
    else if (window.getSelection()?.isCollapsed) this.release();
  }

  /** @param {HTMLElement} mark */
  #pin(mark) {
    const entity = Number(mark.dataset["entity"]);
    const mention = Number(mark.dataset["mention"]);
    const step = this.#desk.state.analysis?.entities[entity]?.mentions.indexOf(mention) ?? 0;
    this.#desk.set({ ...NOTHING_CHOSEN, pinned: entity, step: Math.max(0, step) });
  }

  /** @param {FocusEvent} event */
  #onFocus(event) {
    const mark = markAt(event.target);
    if (!mark) return;
    this.#setStop(mark);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const mark = markAt(event.target);
    switch (event.key) {
      case "ArrowRight":
      case "ArrowLeft": {
        const direction = event.key === "ArrowRight" ? 1 : -1;
        if (this.#desk.state.pinned !== null) {
          this.step(direction);
          if (mark) this.#stop?.focus({ preventScroll: true });
        } else if (mark) {
          this.#neighbour(mark, direction)?.focus();
        } else return;
        break;
      }
      case "Enter":
      case " ":
        if (!mark) return;
        if (mark.classList.contains("here")) this.step(1);
        else this.#pin(mark);
        this.#stop?.focus({ preventScroll: true });
        break;
      case "Escape":
        if (isReleased(this.#desk.state)) return;
        this.release();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  /**
   * The visible mark before or after one.
   *
   * @param {HTMLElement} mark
   * @param {1 | -1} direction
   */
  #neighbour(mark, direction) {
    const { layers } = this.#desk.state;
    const types = [...layers].filter((layer) => layer === layer.toUpperCase()).map((layer) => layer.toLowerCase());
    const all = /** @type {HTMLElement[]} */ ([...this.#root.querySelectorAll(".mark")]);
    const visible = all.filter((one) => one === mark || types.some((type) => one.classList.contains(type)));
    return visible[visible.indexOf(mark) + direction];
  }
}

/** @param {State} state */
function isReleased({ pinned, sentence, claim, figure, pointed }) {
  return [pinned, sentence, claim, figure, pointed].every((one) => one === null);
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function markAt(target) {
  return target instanceof Element ? target.closest(".mark") : null;
}

/** @param {EventTarget | null} target */
function entityAt(target) {
  const entity = markAt(target)?.dataset["entity"];
  return entity === undefined ? null : Number(entity);
}

/**
 * Whether keys belong to what has the focus: a field, tabs, a table that scrolls.
 *
 * @param {EventTarget | null} target
 */
export function isTyping(target) {
  const owners = "textarea, select, input:not([type=checkbox]), [role=tab], .table";
  return target instanceof Element && target.closest(owners) !== null;
}
