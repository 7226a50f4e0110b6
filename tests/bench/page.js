/**
 * What runs inside the browser: ours and the rivals on one clock.
 *
 * In: calls from `browser.bench.mjs`. Out: milliseconds.
 */

import { Kernsatz } from "/www/analyzer.js";
import init, { Analyzer } from "/www/pkg/kernsatz.js";

/** From `navigation` (0 on this page's clock) and from the making of the worker to the first analysis. */
export async function cold(text, language) {
  const start = performance.now();
  const kernsatz = new Kernsatz({ prefer: language });
  const analysis = await kernsatz.analyze(text);
  const end = performance.now();
  kernsatz.dispose();
  return { sinceNavigation: end, sinceWorker: end - start, entities: analysis.entities.length };
}

/** Round trips through the warm worker. */
export async function throughWorker(text, language, runs) {
  const kernsatz = new Kernsatz({ prefer: language });
  await kernsatz.analyze(text);
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await kernsatz.analyze(text);
    times.push(performance.now() - start);
  }
  kernsatz.dispose();
  return times;
}

/** The engines by name: ours in this thread, the rivals if their bundle is there. */
const engines = {};
let memory;

/** Loads ours with `languages`, and the rivals. */
export async function load(languages) {
  ({ memory } = await init({ module_or_path: "/www/pkg/kernsatz_bg.wasm" }));
  const analyzer = new Analyzer();
  for (const language of languages) {
    const response = await fetch(`/www/pkg/${language}.pack`);
    analyzer.addPack(new Uint8Array(await response.arrayBuffer()));
  }
  engines.kernsatz = (text) => {
    const analysis = analyzer.analyze(text);
    return analysis.sentences.length + analysis.mentions.length;
  };
  const { rivals } = await import("/rivals.js");
  Object.assign(engines, rivals);
}

/** The time of one run of `engine`, or of `batch` runs divided by it. */
export function timed(engine, text, batch = 1) {
  let found = 0;
  const start = performance.now();
  for (let i = 0; i < batch; i++) found = engines[engine](text);
  return { ms: (performance.now() - start) / batch, found };
}

/** Time and the module's memory after one text, in a fresh module: memory never shrinks. */
export async function grown(text, language, runs) {
  // A copy of the glue of its own, so that the other measurements keep their module.
  const glue = await import(`/www/pkg/kernsatz.js?${text.length}`);
  const exports = await glue.default({ module_or_path: "/www/pkg/kernsatz_bg.wasm" });
  const analyzer = new glue.Analyzer();
  const response = await fetch(`/www/pkg/${language}.pack`);
  analyzer.addPack(new Uint8Array(await response.arrayBuffer()));
  const loaded = exports.memory.buffer.byteLength;
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    analyzer.analyze(text);
    times.push(performance.now() - start);
  }
  return { times, loaded, peak: exports.memory.buffer.byteLength };
}

export function memoryBytes() {
  return memory.buffer.byteLength;
}
