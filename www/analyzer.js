/**
 * Kernsatz for pages and embedders: text in, promises of plain analyses out.
 *
 * Owns the worker that does the work: one job at a time, the rest waits here, where aborting costs nothing.
 * A worker that trapped, failed or was aborted while busy is thrown away and a fresh one answers. Leaves
 * reading, languages and packs to `core.js`, elements to `embed/`.
 */

import { abortError, closedError, internalError, isTooLong, KernsatzError, tooLongError } from "./errors.js";

/** @import { Analysis, AnalyzeOptions as CoreOptions, LanguageGuess } from "./pkg/kernsatz.js" */
/** @import { Answer, FileSource, Method, Question, Stage, Start } from "./core.js" */
/** @import { ElementAnalysis } from "./embed/text.js" */

export { isTooLong, KernsatzError, MAX_INPUT_BYTES } from "./errors.js";

/** Memory of a module never shrinks: after a text this long (in UTF-16 units) a fresh worker takes over. */
const RETIRE_AFTER = 4 * 1024 * 1024;

/**
 * @typedef {object} AnalyzeOptions
 * @property {string} [language] BCP 47 tag of a supported language; left out, it is found out.
 * @property {"text" | "html"} [format] How the text is written; `"text"` if left out.
 * @property {string} [documentCreationTime] `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 * @property {AbortSignal} [signal] Stops the work; the promise rejects with an `AbortError`.
 * @property {(stage: Stage) => void} [onProgress] Called as each stage begins.
 */

/**
 * @typedef {object} Job
 * @property {number} id
 * @property {Method} method
 * @property {string} text
 * @property {CoreOptions} options
 * @property {(value: any) => void} resolve
 * @property {(reason: unknown) => void} reject
 * @property {((stage: Stage) => void) | undefined} onProgress
 * @property {() => void} release Lets go of the abort signal.
 */

/**
 * As much of a `Worker` as is needed here.
 *
 * @typedef {{ postMessage(message: { start: Start } | Question): void, terminate(): void }} Thread
 */

/**
 * @typedef {object} KernsatzOptions
 * @property {string[]} [languages] The languages whose packs may be fetched; left out, each is fetched when a text
 *   speaks it. `Kernsatz.load` fetches them before it answers.
 * @property {string} [prefer] The language that is likely to come first; its pack is fetched while the module loads.
 * @property {boolean | (() => Worker)} [worker] `false` works in this thread, where nothing can be stopped; a
 *   function makes the worker, for where `worker.js` cannot be found by itself. A worker, where there are any, if left out.
 * @property {string | URL} [baseUrl] Where `worker.js` and the folder `pkg/` lie; beside this script if left out.
 * @property {Record<string, FileSource>} [files] Addresses or contents of files of `pkg/`, by their names, for where
 *   they have other names or cannot be fetched.
 */

/** Reads articles in a worker of its own, or in this thread. */
export class Kernsatz {
  /** @type {Thread | null} */
  #thread = null;
  /** @type {Job[]} */
  #waiting = [];
  /** @type {Job | null} */
  #running = null;
  #lastId = 0;
  #isDisposed = false;
  /** @type {Start} */
  #start;
  #worker;
  /** The twin's class, once it is here. @type {typeof import("./inthread.js").ThreadTwin | null} */
  #twin = null;

  /**
   * Starts to load; the first question waits for it. `Kernsatz.load` says when it is there.
   *
   * @param {KernsatzOptions} [options]
   */
  constructor({ languages, prefer, worker = typeof Worker === "function", baseUrl, files = {} } = {}) {
    this.#worker = worker;
    this.#start = { baseUrl: baseUrl === undefined ? undefined : absolute(baseUrl), prefer, languages, files };
    if (worker) this.#spawn();
    else void this.#becomeLocal();
  }

  /**
   * An analyser whose module, and whose packs of `languages`, are there.
   *
   * @param {KernsatzOptions} [options]
   * @returns {Promise<Kernsatz>}
   */
  static async load(options) {
    const kernsatz = new this(options);
    try {
      await kernsatz.#ask("load", "", {});
    } catch (error) {
      kernsatz.dispose();
      throw error;
    }
    return kernsatz;
  }

  /**
   * The analysis of `text`. Its spans count UTF-16 units: `text.slice(span.start, span.end)`; for HTML they
   * point into `analysis.text`.
   *
   * @param {string} text
   * @param {AnalyzeOptions} [options]
   * @returns {Promise<Analysis>}
   */
  analyze(text, options = {}) {
    return this.#ask("analyze", text, options);
  }

  /**
   * The analysis of `text` as Markdown.
   *
   * @param {string} text
   * @param {AnalyzeOptions} [options]
   * @returns {Promise<string>}
   */
  markdown(text, options = {}) {
    return this.#ask("markdown", text, options);
  }

  /**
   * The language of `text`, without analysing it.
   *
   * @param {string} text
   * @returns {Promise<LanguageGuess>}
   */
  identifyLanguage(text) {
    return this.#ask("identifyLanguage", text, {});
  }

  /**
   * The analysis of what an element shows, with the way back from each span to the element's own text.
   *
   * @param {Element} element
   * @param {AnalyzeOptions} [options] `format` is found out.
   * @returns {Promise<ElementAnalysis>}
   */
  async analyzeElement(element, options = {}) {
    const { ElementText } = await import("./embed/text.js");
    const text = new ElementText(element);
    const analysis = await this.#ask("analyze", text.source, { ...options, format: text.format });
    return text.located(analysis);
  }

  /** Ends the worker; what is still asked for is rejected with code `closed`. */
  dispose() {
    this.#isDisposed = true;
    this.#thread?.terminate();
    this.#thread = null;
    const open = this.#running ? [this.#running, ...this.#waiting] : this.#waiting;
    this.#running = null;
    this.#waiting = [];
    for (const job of open) {
      job.release();
      job.reject(closedError());
    }
  }

  /**
   * @param {Method} method
   * @param {string} text
   * @param {AnalyzeOptions} options
   * @returns {Promise<any>}
   */
  #ask(method, text, { signal, onProgress, ...options }) {
    if (this.#isDisposed) return Promise.reject(closedError());
    if (signal?.aborted) return Promise.reject(abortError());
    if (isTooLong(text)) return Promise.reject(tooLongError());
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const onAbort = () => this.#abort(id);
      signal?.addEventListener("abort", onAbort, { once: true });
      const release = () => signal?.removeEventListener("abort", onAbort);
      this.#waiting.push({ id, method, text, options, resolve, reject, onProgress, release });
      this.#next();
    });
  }

  #next() {
    if (this.#running || this.#isDisposed || (!this.#worker && !this.#twin)) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#running = job;
    try {
      const thread = this.#thread ?? this.#spawn();
      thread.postMessage({ id: job.id, method: job.method, text: job.text, options: job.options });
    } catch (error) {
      this.#settle(() => job.reject(error));
    }
  }

  /** @returns {Thread} */
  #spawn() {
    this.#thread = this.#worker ? this.#spawnWorker() : this.#spawnTwin();
    this.#thread.postMessage({ start: this.#start });
    return this.#thread;
  }

  #spawnWorker() {
    const worker =
      typeof this.#worker === "function"
        ? this.#worker()
        : this.#start.baseUrl === undefined
          ? new Worker(new URL("./worker.js", import.meta.url), { type: "module" }) // bundlers know this form only
          : workerFrom(new URL("worker.js", this.#start.baseUrl));
    worker.addEventListener("message", ({ data }) => this.#hear(worker, data));
    worker.addEventListener("messageerror", () => this.#fail(worker, internalError("")));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(worker, internalError(event.message ?? ""));
    });
    return worker;
  }

  /** @returns {Thread} */
  #spawnTwin() {
    if (!this.#twin) throw internalError("no thread");
    /** @type {Thread} */
    const thread = new this.#twin((answer) => this.#hear(thread, answer));
    return thread;
  }

  /** Fetches the twin that works in this thread; nobody else needs it. */
  async #becomeLocal() {
    try {
      this.#twin = (await import("./inthread.js")).ThreadTwin;
      this.#next();
    } catch (error) {
      const job = this.#waiting.shift();
      job?.release();
      job?.reject(new KernsatzError("load-failed", `The analyser could not be loaded (${error}). Try again.`));
    }
  }

  /**
   * What is at work has its answer; the next one may begin.
   *
   * @param {() => void} answer
   */
  #settle(answer) {
    this.#running?.release();
    this.#running = null;
    answer();
    this.#next();
  }

  /**
   * @param {Thread} thread
   * @param {Answer} answer
   */
  #hear(thread, answer) {
    const job = this.#running;
    if (thread !== this.#thread || job?.id !== answer.id) return; // stale
    if ("stage" in answer) {
      job.onProgress?.(answer.stage);
      return;
    }
    if ("error" in answer && answer.fatal) {
      this.#fail(thread, new KernsatzError(answer.error.code, answer.error.message));
      return;
    }
    if (job.text.length > RETIRE_AFTER) this.#replace();
    this.#settle(() => {
      if ("error" in answer) job.reject(new KernsatzError(answer.error.code, answer.error.message));
      else job.resolve(answer.value);
    });
  }

  /**
   * The thread cannot be trusted any more.
   *
   * @param {Thread} thread
   * @param {KernsatzError} error
   */
  #fail(thread, error) {
    if (thread !== this.#thread) return;
    thread.terminate();
    // Not spawned anew before there is work: a worker that cannot start must not be started for ever.
    this.#thread = null;
    const job = this.#running;
    this.#settle(() => job?.reject(error));
  }

  /** @param {number} id */
  #abort(id) {
    const waiting = this.#waiting.findIndex((job) => job.id === id);
    if (waiting >= 0) {
      const [job] = this.#waiting.splice(waiting, 1);
      job?.reject(abortError());
    } else if (this.#running?.id === id) {
      const job = this.#running;
      this.#running = null;
      job.reject(abortError());
      this.#replace();
      this.#next();
    }
  }

  #replace() {
    this.#thread?.terminate();
    this.#spawn();
  }
}

/**
 * A worker of another origin is not allowed, a worker of this one that imports it is.
 *
 * @param {URL} url
 */
function workerFrom(url) {
  if (typeof location === "undefined" || url.origin === location.origin) return new Worker(trusted(url.href), { type: "module" });
  const script = URL.createObjectURL(new Blob([`import ${JSON.stringify(url.href)};`], { type: "text/javascript" }));
  try {
    return new Worker(trusted(script), { type: "module" });
  } finally {
    // Not at once: the worker has yet to read it.
    setTimeout(() => URL.revokeObjectURL(script), 60_000);
  }
}

/** @type {{ createScriptURL(url: string): string } | undefined} */
let policy;

/**
 * An address as pages with trusted types ask for it; they must allow `trusted-types kernsatz`.
 *
 * @param {string} url The host's own `baseUrl`, or made here.
 */
function trusted(url) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return url;
  try {
    policy ??= trustedTypes.createPolicy("kernsatz", { createScriptURL: (/** @type {string} */ one) => one });
  } catch {
    // a page that allows other policies only; it may still ask for none here
  }
  return policy?.createScriptURL(url) ?? url;
}

/** @param {string | URL} url */
function absolute(url) {
  const href = new URL(url, typeof document === "undefined" ? import.meta.url : document.baseURI).href;
  return href.endsWith("/") ? href : `${href}/`;
}

