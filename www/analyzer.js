/**
 * Kernsatz for pages and embedders: text in, promises of plain analyses out.
 *
 * Owns the worker that does the work: one job at a time, the rest waits here, where aborting costs nothing.
 * A worker that trapped, failed or was aborted while busy is thrown away and a fresh one answers. Leaves
 * reading, languages and packs to `worker.js`.
 */

/** @import { Analysis, AnalyzeOptions as CoreOptions, LanguageGuess } from "./pkg/kernsatz.js" */
/** @import { Answer, Method, Stage } from "./worker.js" */

/** The longest input in bytes of UTF-8: 32 MiB. */
export const MAX_INPUT_BYTES = 32 * 1024 * 1024;

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
 * An error with a stable `code`: `input-too-long`, `bad-options`, `bad-pack`, `pack-unavailable`,
 * `load-failed`, `closed` or `internal`. The message says what to do.
 */
export class KernsatzError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "KernsatzError";
    this.code = code;
  }
}

/** Reads articles in a worker of its own. */
export class Kernsatz {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Job[]} */
  #waiting = [];
  /** @type {Job | null} */
  #running = null;
  #lastId = 0;
  #closed = false;
  /** @type {{ baseUrl: string | undefined, prefer: string | undefined }} */
  #start;

  /**
   * @param {object} [options]
   * @param {string | URL} [options.baseUrl] Where the folder `pkg/` with module and packs lies; beside
   *   `worker.js` if left out.
   * @param {string} [options.prefer] The tag of the language that is likely to come first; its pack is
   *   fetched while the module loads.
   */
  constructor({ baseUrl, prefer } = {}) {
    this.#start = { baseUrl: baseUrl === undefined ? undefined : String(baseUrl), prefer };
    this.#spawn();
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

  /** Ends the worker; what is still asked for is rejected with code `closed`. */
  close() {
    this.#closed = true;
    this.#worker?.terminate();
    this.#worker = null;
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
    if (this.#closed) return Promise.reject(closedError());
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
    if (this.#running || this.#closed) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#running = job;
    const worker = this.#worker ?? this.#spawn();
    worker.postMessage({ id: job.id, method: job.method, text: job.text, options: job.options });
  }

  /** @returns {Worker} */
  #spawn() {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }) => this.#hear(worker, data));
    worker.addEventListener("messageerror", () => this.#fail(worker, internalError("")));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(worker, internalError(event.message ?? ""));
    });
    worker.postMessage({ start: this.#start });
    this.#worker = worker;
    return worker;
  }

  /**
   * @param {Worker} worker
   * @param {Answer} answer
   */
  #hear(worker, answer) {
    const job = this.#running;
    if (worker !== this.#worker || job?.id !== answer.id) return; // stale
    if ("stage" in answer) {
      job.onProgress?.(answer.stage);
      return;
    }
    if ("error" in answer && answer.fatal) {
      this.#fail(worker, new KernsatzError(answer.error.code, answer.error.message));
      return;
    }
    this.#running = null;
    job.release();
    if ("error" in answer) job.reject(new KernsatzError(answer.error.code, answer.error.message));
    else job.resolve(answer.value);
    if (job.text.length > RETIRE_AFTER) this.#replace();
    this.#next();
  }

  /**
   * The worker cannot be trusted any more.
   *
   * @param {Worker} worker
   * @param {KernsatzError} error
   */
  #fail(worker, error) {
    if (worker !== this.#worker) return;
    worker.terminate();
    // Not spawned anew before there is work: a worker that cannot start must not be started for ever.
    this.#worker = null;
    const job = this.#running;
    this.#running = null;
    job?.release();
    job?.reject(error);
    this.#next();
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
    this.#worker?.terminate();
    this.#spawn();
  }
}

/**
 * Whether `text` is longer than {@link MAX_INPUT_BYTES}; counts bytes only where it could matter.
 *
 * @param {string} text
 */
export function isTooLong(text) {
  if (text.length > MAX_INPUT_BYTES) return true;
  if (text.length * 3 <= MAX_INPUT_BYTES) return false;
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // A surrogate pair takes four bytes, two for each half; a lone half becomes U+FFFD, three bytes.
    if (unit >= 0x800) bytes += unit >= 0xd800 && unit < 0xe000 ? 1 : 2;
    else if (unit >= 0x80) bytes += 1;
  }
  return bytes > MAX_INPUT_BYTES;
}

export function tooLongError() {
  return new KernsatzError(
    "input-too-long",
    "The text is longer than 32 MiB. Split it and analyse the parts.",
  );
}

/** @param {string} detail */
function internalError(detail) {
  const because = detail ? ` (${detail})` : "";
  return new KernsatzError("internal", `The analyser failed on this text${because}. It was restarted.`);
}

function closedError() {
  return new KernsatzError("closed", "This analyser was closed. Make a new one.");
}

function abortError() {
  return new DOMException("The analysis was stopped.", "AbortError");
}
