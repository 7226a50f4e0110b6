/**
 * What answers questions about texts, in whatever thread it is loaded: holds the WebAssembly module and the
 * language packs.
 *
 * In: where the files are, then one question at a time. Out: an answer of plain objects, `fatal` where the module
 * must not be trusted any more. Leaves queues and threads to `analyzer.js`, messages to `worker.js`.
 */

import init, * as core from "./pkg/kernsatz.js";

/** @import { Analysis, AnalyzeOptions } from "./pkg/kernsatz.js" */

/** @typedef {"load" | "analyze" | "markdown" | "identifyLanguage"} Method */
/** @typedef {"loading" | "structure" | "sentences" | "names" | "entities" | "summary"} Stage */
/** @typedef {{ id: number, method: Method, text: string, options: AnalyzeOptions }} Question */
/**
 * A file: its address, or what is in it. A blob of type `application/gzip` is unpacked.
 *
 * @typedef {string | Blob | Uint8Array<ArrayBuffer>} FileSource
 */
/**
 * @typedef {object} Start Where the files are and which languages are spoken.
 * @property {string | undefined} baseUrl The folder that holds `pkg/`; the one of this script if undefined.
 * @property {string | undefined} prefer The language whose pack is fetched while the module loads.
 * @property {string[] | undefined} languages The only ones whose packs are fetched; all if undefined.
 * @property {Record<string, FileSource>} files By their names in `pkg/`, where they are not there.
 */
/**
 * @typedef {{ id: number, stage: Stage }
 *   | { id: number, value: unknown }
 *   | { id: number, error: { code: string, message: string }, fatal: boolean }} Answer
 */

/** The languages that have a pack. */
const PACKS = ["de", "en"];

/** This much of a text tells its language well enough to choose a pack. */
const SAMPLE = 4096;

/** An error that leaves the module whole, unless it is fatal. */
class LoadError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {boolean} fatal
   */
  constructor(code, message, fatal) {
    super(message);
    this.code = code;
    this.fatal = fatal;
  }
}

/** The module with its packs. */
export class Core {
  #start;
  /** @type {Promise<core.Analyzer>} */
  #ready;
  /** @type {Map<string, Promise<Uint8Array>>} */
  #fetched = new Map();
  /** @type {Set<string>} */
  #added = new Set();

  /** @param {Start} start */
  constructor(start) {
    this.#start = start;
    for (const tag of this.#start.languages ?? [this.#start.prefer ?? ""]) {
      if (this.#hasPack(tag)) this.#fetchPack(tag).catch(() => undefined);
    }
    this.#ready = this.#load();
    // Whoever asks will hear of it; until then it is not an unhandled rejection.
    this.#ready.catch(() => undefined);
  }

  /**
   * @param {Question} question
   * @param {(stage: Stage) => void} tell Called as each stage begins.
   * @returns {Promise<Answer>}
   */
  async answer({ id, method, text, options }, tell) {
    try {
      return { id, value: await this[method](text, options, tell) };
    } catch (error) {
      return { id, ...described(error) };
    }
  }

  /** Loads the module, and the packs of the chosen languages. */
  async load() {
    const analyzer = await this.#ready;
    await Promise.all((this.#start.languages ?? []).map((tag) => this.#addPack(analyzer, tag)));
  }

  /**
   * @param {string} text
   * @param {AnalyzeOptions} options
   * @param {(stage: Stage) => void} tell
   * @returns {Promise<Analysis>}
   */
  async analyze(text, options, tell) {
    tell("loading");
    const analyzer = await this.#ready;
    await this.#addPackFor(analyzer, text, options);
    const analysis = analyzer.analyze(text, options, tell);
    // The whole text may speak another language than its beginning.
    const missing = analysis.warnings.some(({ code }) => code === "missing-pack");
    if (!missing || !(await this.#addPack(analyzer, analysis.language))) return analysis;
    return analyzer.analyze(text, options, tell);
  }

  /**
   * @param {string} text
   * @param {AnalyzeOptions} options
   */
  async markdown(text, options) {
    const analyzer = await this.#ready;
    await this.#addPackFor(analyzer, text, options);
    return analyzer.markdown(text, options);
  }

  /** @param {string} text */
  async identifyLanguage(text) {
    await this.#ready;
    return core.identifyLanguage(text);
  }

  async #load() {
    const given = this.#start.files["kernsatz_bg.wasm"];
    try {
      const module =
        given !== undefined
          ? await read(given)
          : this.#start.baseUrl === undefined
            ? new URL("./pkg/kernsatz_bg.wasm", import.meta.url) // this literal lets bundlers see the file
            : new URL("pkg/kernsatz_bg.wasm", this.#start.baseUrl);
      await init({ module_or_path: module });
    } catch (error) {
      throw new LoadError(
        "load-failed",
        `The analyser could not be loaded (${messageOf(error)}). Check the network and try again.`,
        true,
      );
    }
    return new core.Analyzer();
  }

  /**
   * @param {core.Analyzer} analyzer
   * @param {string} text
   * @param {AnalyzeOptions} options
   */
  async #addPackFor(analyzer, text, { language, format }) {
    if (language !== undefined) {
      await this.#addPack(analyzer, language);
      return;
    }
    const beginning = text.slice(0, format === "html" ? 4 * SAMPLE : SAMPLE);
    const sample = format === "html" ? beginning.replace(/<[^>]*>/g, " ") : beginning;
    const guess = core.identifyLanguage(sample);
    if (guess.supported) await this.#addPack(analyzer, guess.tag);
  }

  /**
   * Adds the pack of a language; false if it has none or has it already.
   *
   * @param {core.Analyzer} analyzer
   * @param {string} tag
   */
  async #addPack(analyzer, tag) {
    if (this.#added.has(tag) || !this.#hasPack(tag)) return false;
    const bytes = await this.#fetchPack(tag);
    if (this.#added.has(tag)) return true;
    analyzer.addPack(bytes);
    this.#added.add(tag);
    this.#fetched.delete(tag); // the module has its own copy
    return true;
  }

  /** @param {string} tag */
  #hasPack(tag) {
    return PACKS.includes(tag) && (this.#start.languages?.includes(tag) ?? true);
  }

  /**
   * @param {string} tag
   * @returns {Promise<Uint8Array>}
   */
  #fetchPack(tag) {
    let bytes = this.#fetched.get(tag);
    if (!bytes) {
      bytes = read(this.#packUrl(tag)).catch((error) => {
        this.#fetched.delete(tag); // the next one who asks tries again
        throw new LoadError(
          "pack-unavailable",
          `The language data for "${tag}" could not be loaded (${messageOf(error)}). Check the network and try again.`,
          false,
        );
      });
      this.#fetched.set(tag, bytes);
    }
    return bytes;
  }

  /** @param {string} tag */
  #packUrl(tag) {
    const { baseUrl, files } = this.#start;
    const given = files[`${tag}.pack`];
    if (given !== undefined) return given;
    if (baseUrl !== undefined) return new URL(`pkg/${tag}.pack`, baseUrl).href;
    // Whole literals, one for each language: so bundlers see the files.
    return tag === "de"
      ? new URL("./pkg/de.pack", import.meta.url).href
      : new URL("./pkg/en.pack", import.meta.url).href;
  }
}

/**
 * The bytes of a file.
 *
 * @param {FileSource} source
 */
async function read(source) {
  if (source instanceof Uint8Array) return source;
  let response = source instanceof Blob ? new Response(source) : await fetch(source);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  if (source instanceof Blob && source.type === "application/gzip" && response.body) {
    response = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {unknown} error */
function described(error) {
  if (error instanceof LoadError) {
    return { error: { code: error.code, message: error.message }, fatal: error.fatal };
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code !== undefined) return { error: { code, message: messageOf(error) }, fatal: false };
  // A trap, or what no one foresaw: the module must not be trusted any more.
  const message = `The analyser failed on this text (${messageOf(error)}). It was restarted.`;
  return { error: { code: "internal", message }, fatal: true };
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
