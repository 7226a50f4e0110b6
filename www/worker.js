/**
 * The worker: holds the WebAssembly module and the language packs, answers one message at a time.
 *
 * In: `{ start }` once, then `{ id, method, text, options }`. Out: `{ id, stage }` as the work goes on, then
 * `{ id, value }` or `{ id, error, fatal }`; plain objects only. After a fatal error `analyzer.js` throws this
 * worker away.
 */

import init, * as core from "./pkg/kernsatz.js";

/** @import { Analysis, AnalyzeOptions, LanguageGuess } from "./pkg/kernsatz.js" */

/** @typedef {"analyze" | "markdown" | "identifyLanguage"} Method */
/** @typedef {"loading" | "structure" | "sentences" | "names" | "entities" | "summary"} Stage */
/** @typedef {{ id: number, method: Method, text: string, options: AnalyzeOptions }} Question */
/** @typedef {{ start: { baseUrl: string | undefined, prefer: string | undefined } }} Start */
/**
 * @typedef {{ id: number, stage: Stage }
 *   | { id: number, value: unknown }
 *   | { id: number, error: { code: string, message: string }, fatal: boolean }} Answer
 */

/** The languages that have a pack. */
const PACKS = ["de", "en"];

/** This much of a text tells its language well enough to choose a pack. */
const SAMPLE = 4096;

/** An error that leaves the module whole. */
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

/** @type {(start: Start["start"]) => void} */
let begin;
const started = /** @type {Promise<Start["start"]>} */ (new Promise((resolve) => (begin = resolve)));
const ready = started.then(load);
// Whoever asks will hear of it; until then it is not an unhandled rejection.
ready.catch(() => undefined);

/** @type {Map<string, Promise<Uint8Array>>} */
const fetched = new Map();
/** @type {Set<string>} */
const added = new Set();

self.addEventListener("message", ({ data }) => {
  if ("start" in data) begin(data.start);
  else void answer(data);
});

/** @param {Question} question */
async function answer({ id, method, text, options }) {
  try {
    const value = await METHODS[method](text, options, (stage) => self.postMessage({ id, stage }));
    self.postMessage({ id, value });
  } catch (error) {
    self.postMessage({ id, ...described(error) });
  }
}

/** @type {Record<Method, (text: string, options: AnalyzeOptions, tell: (stage: Stage) => void) => Promise<unknown>>} */
const METHODS = {
  async analyze(text, options, tell) {
    tell("loading");
    const analyzer = await ready;
    await addPackFor(analyzer, text, options);
    const analysis = analyzer.analyze(text, options, tell);
    // The whole text may speak another language than its beginning.
    const missing = analysis.warnings.some(({ code }) => code === "missing-pack");
    if (!missing || !(await addPack(analyzer, analysis.language))) return analysis;
    return analyzer.analyze(text, options, tell);
  },

  async markdown(text, options) {
    const analyzer = await ready;
    await addPackFor(analyzer, text, options);
    return analyzer.markdown(text, options);
  },

  async identifyLanguage(text) {
    await ready;
    return core.identifyLanguage(text);
  },
};

/** @param {Start["start"]} start */
async function load({ baseUrl, prefer }) {
  // The two literals let bundlers see the file.
  const module =
    baseUrl === undefined
      ? new URL("./pkg/kernsatz_bg.wasm", import.meta.url)
      : new URL("pkg/kernsatz_bg.wasm", baseUrl);
  packUrl = (tag) =>
    baseUrl === undefined ? new URL(`./pkg/${tag}.pack`, import.meta.url) : new URL(`pkg/${tag}.pack`, baseUrl);
  if (prefer !== undefined && PACKS.includes(prefer)) fetchPack(prefer).catch(() => undefined);
  try {
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

/** @type {(tag: string) => URL} */
let packUrl;

/**
 * @param {core.Analyzer} analyzer
 * @param {string} text
 * @param {AnalyzeOptions} options
 */
async function addPackFor(analyzer, text, { language, format }) {
  if (language !== undefined) {
    await addPack(analyzer, language);
    return;
  }
  const beginning = text.slice(0, format === "html" ? 4 * SAMPLE : SAMPLE);
  const sample = format === "html" ? beginning.replace(/<[^>]*>/g, " ") : beginning;
  const guess = core.identifyLanguage(sample);
  if (guess.supported) await addPack(analyzer, guess.tag);
}

/**
 * Adds the pack of a language; false if it has none or has it already.
 *
 * @param {core.Analyzer} analyzer
 * @param {string} tag
 */
async function addPack(analyzer, tag) {
  if (added.has(tag) || !PACKS.includes(tag)) return false;
  const bytes = await fetchPack(tag);
  analyzer.addPack(bytes);
  added.add(tag);
  return true;
}

/**
 * @param {string} tag
 * @returns {Promise<Uint8Array>}
 */
function fetchPack(tag) {
  let bytes = fetched.get(tag);
  if (!bytes) {
    bytes = download(packUrl(tag)).catch((error) => {
      fetched.delete(tag); // the next one who asks tries again
      throw new LoadError(
        "pack-unavailable",
        `The language data for "${tag}" could not be loaded (${messageOf(error)}). Check the network and try again.`,
        false,
      );
    });
    fetched.set(tag, bytes);
  }
  return bytes;
}

/** @param {URL} url */
async function download(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
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
