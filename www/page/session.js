/**
 * The session: what the reader gives goes to the analyser, what comes back goes on the desk.
 *
 * A newer text supersedes an older one; late answers are dropped. What fails leaves the text readable.
 */

import { isTooLong, KernsatzError } from "../analyzer.js";
import { NOTHING_CHOSEN } from "./desk.js";
import { textOf } from "./html.js";

/** @import { Kernsatz } from "../analyzer.js" */
/** @import { Desk, Source } from "./desk.js" */

/** Work that took longer than this is stopped when something newer comes; shorter work is let finish. */
const WORTH_STOPPING = 250;

/** What a new text begins with. */
const AFRESH = { ...NOTHING_CHOSEN, length: null };

/** Reads one article at a time. */
export class Session {
  #desk;
  #kernsatz;
  #run = 0;
  /** What was asked and not answered yet, newest last. @type {Map<AbortController, number>} */
  #open = new Map();

  /**
   * @param {Desk} desk
   * @param {Kernsatz} kernsatz
   */
  constructor(desk, kernsatz) {
    this.#desk = desk;
    this.#kernsatz = kernsatz;
  }

  /**
   * Lays a new article on the desk and reads it.
   *
   * @param {Source} source
   */
  open(source) {
    if (isTooLong(source.text)) {
      this.#desk.set({ notice: { key: "error.input-too-long" } });
      return;
    }
    const { source: previous } = this.#desk.state;
    const back = () => previous && this.open(previous);
    this.#desk.set({
      ...AFRESH,
      source,
      text: "",
      analysis: null,
      language: null,
      mode: "read",
      notice: previous ? { key: "notice.replaced", action: { key: "notice.back", run: back } } : null,
    });
    window.scrollTo({ top: 0, behavior: "instant" });
    void this.#read(source);
  }

  /**
   * Reads what the reader typed; the desk shows the analysis before until the new one stands.
   *
   * @param {string} text
   */
  edit(text) {
    if (text.trim() === "") {
      this.clear();
      return;
    }
    const { documentCreationTime } = this.#desk.state.source ?? {};
    const source = { text, format: /** @type {const} */ ("text"), ...(documentCreationTime && { documentCreationTime }) };
    this.#desk.set({ source, ...AFRESH });
    void this.#read(source);
  }

  /**
   * Reads the same text as another language; `null` lets the language be found out.
   *
   * @param {string | null} language
   */
  readAs(language) {
    this.#desk.set({ language });
    this.again();
  }

  /**
   * Reads the same text as one written on a day.
   *
   * @param {string} documentCreationTime
   */
  dateAs(documentCreationTime) {
    const { source } = this.#desk.state;
    if (!source) return;
    this.#desk.set({ source: { ...source, documentCreationTime } });
    this.again();
  }

  /** Reads the same text once more. */
  again() {
    const { source } = this.#desk.state;
    if (source) void this.#read(source);
  }

  /** Stops the work; the text stays. */
  stop() {
    for (const controller of this.#open.keys()) controller.abort();
  }

  /** Clears the desk. */
  clear() {
    this.#run += 1;
    this.stop();
    this.#desk.set({
      ...AFRESH,
      source: null,
      text: "",
      analysis: null,
      language: null,
      mode: "edit",
      status: { kind: "idle" },
      notice: null,
    });
  }

  /** @param {Source} source */
  async #read(source) {
    const run = (this.#run += 1);
    this.#giveWay();
    const controller = new AbortController();
    const { signal } = controller;
    this.#open.set(controller, performance.now());
    this.#desk.set({ status: { kind: "working", stage: "loading" } });
    try {
      const analysis = await this.#kernsatz.analyze(source.text, {
        ...this.options(source),
        signal,
        onProgress: (stage) => {
          if (run === this.#run) this.#desk.set({ status: { kind: "working", stage } });
        },
      });
      if (run !== this.#run) return;
      this.#desk.set({ analysis, text: analysis.text ?? source.text, status: { kind: "idle" } });
    } catch (error) {
      if (run !== this.#run) return;
      const text = source.format === "html" ? textOf(source.text) : source.text;
      this.#desk.set({ ...AFRESH, analysis: null, text, status: statusOf(error) });
    } finally {
      this.#open.delete(controller);
    }
  }

  /** Stops what is still at work for an older text: now, or as soon as it has had its time. */
  #giveWay() {
    for (const [controller, since] of this.#open) {
      const left = since + WORTH_STOPPING - performance.now();
      if (left <= 0) controller.abort();
      else setTimeout(() => this.#open.has(controller) && controller.abort(), left);
    }
  }

  /**
   * How the desk's text is to be read.
   *
   * @param {Source} source
   */
  options({ format, documentCreationTime }) {
    const { language } = this.#desk.state;
    return { format, ...(documentCreationTime && { documentCreationTime }), ...(language && { language }) };
  }
}

/**
 * @param {unknown} error
 * @returns {import("./desk.js").Status}
 */
function statusOf(error) {
  if (error instanceof DOMException && error.name === "AbortError") return { kind: "stopped" };
  if (error instanceof KernsatzError) return { kind: "failed", code: error.code, message: error.message };
  return { kind: "failed", code: "internal", message: String(error) };
}
