/**
 * How fast the analyzer is in Chromium, beside its rivals, in one run on the same texts.
 *
 * In: `www/` as `cargo xtask build` leaves it. Out: tables, and `tests/out/bench-browser.json`. Machines are noisy:
 * engines take turns, figures are medians with the best beside them, and the ratio within a run says more than the
 * milliseconds.
 * `--quick` leaves out what takes minutes (the rivals on 1 MB, growth to 10 MB).
 */

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { launch } from "../support/chromium.mjs";
import { serve } from "./server.mjs";
import { benchText, shortText } from "./text.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const quick = process.argv.includes("--quick");
const KB = 1000;
const MB = 1000 * KB;
/** Who can read what: each rival is asked in its own language only. */
const ENGINES = { de: ["kernsatz", "de-compromise"], en: ["kernsatz", "compromise", "wink-nlp"] };
/** An engine that needed this long is not asked again for a median. */
const PATIENCE_MS = 8000;

const bundle = await build({
  entryPoints: [path.join(here, "rivals.js")],
  bundle: true,
  minify: true,
  format: "esm",
  write: false,
});
const blank = "<!doctype html><meta charset=utf-8><title>bench</title><link rel=icon href='data:,'>";
const short = shortText();
const first = `import { cold } from "/tests/bench/page.js"; globalThis.done = cold(${JSON.stringify(short.text)}, "de");`;
const server = await serve({
  "/rivals.js": bundle.outputFiles[0].contents,
  "/blank.html": blank,
  "/cold.html": `${blank}<script type=module>${first.replaceAll("</", "<\\/")}</script>`,
});
const browser = await launch();

const results = { browser: `Chromium ${browser.version()}`, rivalsBundleBytes: bundle.outputFiles[0].contents.length };
try {
  results.cold = await cold();
  const page = await open();
  await page.evaluate(async (languages) => (await import("/tests/bench/page.js")).load(languages), Object.keys(ENGINES));
  results.warm = await warm(page);
  results.engines = await compared(page);
  results.growth = await growth(page);
} finally {
  await browser.close();
  server.close();
}
print();
const out = path.join(here, "../out");
mkdirSync(out, { recursive: true });
writeFileSync(path.join(out, "bench-browser.json"), JSON.stringify(results, null, 2) + "\n");

async function open() {
  // A context of its own has a cache of its own: nothing is warm but the browser.
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(`${server.url}/blank.html`);
  return page;
}

/** From nothing to the first analysis: the page whose first script asks for it. */
async function cold() {
  const times = [];
  for (let i = 0; i < (quick ? 5 : 21); i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}/cold.html`);
    times.push(await page.evaluate(() => globalThis.done));
    await context.close();
  }
  return {
    text: short.name,
    runs: times.length,
    sinceNavigationMs: median(times.map((time) => time.sinceNavigation)),
    sinceWorkerMs: median(times.map((time) => time.sinceWorker)),
    bestMs: Math.min(...times.map((time) => time.sinceNavigation)),
    worstMs: Math.max(...times.map((time) => time.sinceNavigation)),
  };
}

/** The short article again and again: in the page's own thread and through the worker. */
async function warm(page) {
  return page.evaluate(
    async ({ name, text, runs }) => {
      const { timed, throughWorker } = await import("/tests/bench/page.js");
      const times = Array.from({ length: runs }, () => timed("kernsatz", text).ms);
      const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];
      const trips = await throughWorker(text, "de", runs);
      return { text: name, runs, first: times[0], inThreadMs: middle(times.slice(20)), bestMs: Math.min(...times), throughWorkerMs: middle(trips.slice(20)) };
    },
    { ...short, runs: quick ? 100 : 500 },
  );
}

/** Every engine on the same text, taking turns. */
async function compared(page) {
  const sizes = quick ? [2 * KB, 20 * KB] : [2 * KB, 100 * KB, MB];
  const rows = [];
  for (const [language, engines] of Object.entries(ENGINES)) {
    for (const size of sizes) {
      const text = benchText(language, size);
      const rounds = size <= 20 * KB ? 31 : size <= 100 * KB ? 9 : 5;
      const times = Object.fromEntries(engines.map((engine) => [engine, []]));
      const found = {};
      for (let round = 0; round < rounds; round++) {
        for (const engine of engines) {
          if (times[engine][0] > PATIENCE_MS) continue;
          const run = await page.evaluate(
            async ([engine, text]) => (await import("/tests/bench/page.js")).timed(engine, text),
            [engine, text],
          );
          times[engine].push(run.ms);
          found[engine] = run.found;
        }
      }
      const bytes = Buffer.byteLength(text);
      for (const engine of engines) {
        rows.push({ language, bytes, engine, ...speed(bytes, times[engine]), found: found[engine] });
      }
    }
  }
  for (const row of rows) {
    row.timesOurs = row.ms / rows.find((r) => r.engine === "kernsatz" && r.language === row.language && r.bytes === row.bytes).ms;
  }
  return rows;
}

/** Time and memory of ours from 10 KB on; each size in a fresh module. */
async function growth(page) {
  const sizes = quick ? [10 * KB, 100 * KB] : [10 * KB, 100 * KB, MB, 10 * MB];
  const rows = [];
  for (const size of sizes) {
    const text = benchText("de", size);
    const run = await page.evaluate(
      async ([text, runs]) => (await import("/tests/bench/page.js")).grown(text, "de", runs),
      [text, size >= 10 * MB ? 3 : size >= MB ? 7 : 31],
    );
    const bytes = Buffer.byteLength(text);
    rows.push({ bytes, ...speed(bytes, run.times), loadedBytes: run.loaded, peakBytes: run.peak });
  }
  return rows;
}

function speed(bytes, times) {
  const ms = median(times);
  return { ms, bestMs: Math.min(...times), runs: times.length, mbPerSecond: bytes / MB / (ms / 1000) };
}

function median(list) {
  return list.toSorted((a, b) => a - b)[list.length >> 1];
}

function print() {
  const { cold, warm, engines, growth } = results;
  const figure = (value) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3));
  console.log(`${results.browser}\n`);
  console.log(`cold load to first result, ${cold.text}: ${figure(cold.sinceNavigationMs)} ms from navigation, ` +
    `${figure(cold.sinceWorkerMs)} ms from the making of the worker (medians of ${cold.runs}; from navigation ${figure(cold.bestMs)} to ${figure(cold.worstMs)} ms)`);
  console.log(`warm, ${warm.text}: ${figure(warm.inThreadMs)} ms in the thread (best ${figure(warm.bestMs)}), ${figure(warm.throughWorkerMs)} ms through the worker (medians of ${warm.runs - 20})\n`);
  console.log("| language | text | engine | ms | best | MB/s | times ours |\n|---|---:|---|---:|---:|---:|---:|");
  for (const row of engines) {
    console.log(`| ${row.language} | ${row.bytes} | ${row.engine} | ${figure(row.ms)} | ${figure(row.bestMs)} | ${figure(row.mbPerSecond)} | ${figure(row.timesOurs)} |`);
  }
  console.log("\n| text | ms | best | MB/s | module's memory, loaded / peak MiB |\n|---:|---:|---:|---:|---:|");
  for (const row of growth) {
    const mib = (bytes) => (bytes / 1024 / 1024).toFixed(1);
    console.log(`| ${row.bytes} | ${figure(row.ms)} | ${figure(row.bestMs)} | ${figure(row.mbPerSecond)} | ${mib(row.loadedBytes)} / ${mib(row.peakBytes)} |`);
  }
}
