/**
 * The desk: what lies on the page now, and who wants to know when it changes.
 *
 * Views read `desk.state` and subscribe; only handlers call `desk.set`. Keeps nothing on the device.
 */

/** @import { Analysis, EntityType, Span } from "../pkg/kernsatz.js" */
/** @import { Stage } from "../core.js" */

/**
 * What the reader gave.
 *
 * @typedef {object} Source
 * @property {string} text
 * @property {"text" | "html"} format
 * @property {string} [documentCreationTime] What the web page says of its date.
 * @property {string} [whole] The whole web page, where `text` is only the article in it.
 * @property {string} [title] What to call it.
 */

/** @typedef {EntityType | "gist" | "labels" | "says" | "times" | "amounts"} Layer */
/** @typedef {"de" | "en"} Locale */

/**
 * @typedef {{ kind: "idle" }
 *   | { kind: "working", stage: Stage }
 *   | { kind: "stopped" }
 *   | { kind: "failed", code: string, message: string }} Status
 */

/**
 * Something to tell the reader once: a string key, its values, and a way back if there is one.
 *
 * @typedef {object} Notice
 * @property {string} key
 * @property {Record<string, string | number>} [values]
 * @property {{ key: string, run: () => void }} [action]
 */

/**
 * @typedef {object} State
 * @property {Source | null} source
 * @property {string} text What the reader reads; all spans point into it.
 * @property {Analysis | null} analysis
 * @property {"read" | "edit"} mode
 * @property {string | null} language The language that the reader chose, if any.
 * @property {Status} status
 * @property {Notice | null} notice
 * @property {number | null} pinned The entity whose mentions are walked.
 * @property {number} step Which of its mentions is the present one.
 * @property {number | null} lit The entity that is pointed at.
 * @property {number | null} sentence The sentence that was jumped to.
 * @property {number | null} claim The claim that was jumped to.
 * @property {number | null} figure The time or amount that was jumped to.
 * @property {number | null} length How many key sentences the reader wishes; null for as many as fit.
 * @property {{ key: string, spans: Span[] } | null} pointed Words that are lit, and what lit them.
 * @property {ReadonlySet<Layer>} layers
 * @property {Locale} locale
 */

/** All layers, in the order of their keys 1 to 9. */
export const LAYERS = /** @type {const} */ (["PER", "LOC", "ORG", "MISC", "gist", "labels", "says", "times", "amounts"]);

/** The types of entities in the order of the reader's questions. */
export const TYPES = /** @type {const} */ (["PER", "LOC", "ORG", "MISC"]);

/**
 * No place of the article is chosen: there is at most one at a time.
 *
 * @type {Pick<State, "pinned" | "step" | "lit" | "sentence" | "claim" | "figure" | "pointed">}
 */
export const NOTHING_CHOSEN = {
  pinned: null,
  step: 0,
  lit: null,
  sentence: null,
  claim: null,
  figure: null,
  pointed: null,
};

/** Holds the state and tells its subscribers. */
export class Desk {
  /** @type {State} */
  state = {
    source: null,
    text: "",
    analysis: null,
    mode: "edit",
    language: null,
    status: { kind: "idle" },
    notice: null,
    length: null,
    ...NOTHING_CHOSEN,
    layers: new Set(TYPES),
    locale: "en",
  };

  /** @type {{ keys: (keyof State)[], run: (state: State) => void }[]} */
  #subscribers = [];

  /**
   * Calls `run` now, and again whenever one of `keys` changes.
   *
   * @param {(keyof State)[]} keys
   * @param {(state: State) => void} run
   */
  watch(keys, run) {
    this.#subscribers.push({ keys, run });
    run(this.state);
  }

  /** @param {Partial<State>} patch */
  set(patch) {
    const before = this.state;
    this.state = { ...before, ...patch };
    const changed = /** @type {(keyof State)[]} */ (Object.keys(patch)).filter(
      (key) => before[key] !== this.state[key],
    );
    if (changed.length === 0) return;
    for (const { keys, run } of this.#subscribers) {
      if (keys.some((key) => changed.includes(key))) run(this.state);
    }
  }
}
