/**
 * What the tests in this folder compare: the optimised module as a browser gets it, loaded under plain Node, and
 * the native command line.
 *
 * In: `www/pkg` as `cargo xtask build` leaves it. Out: an analyzer with every pack, the same answers from the
 * native program, the golden articles.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const encodings = ["utf-16", "utf-8", "utf-32"];

const pkg = path.join(root, "www/pkg");

/** The module, its memory, and an analyzer with every pack that was built. */
export async function load() {
  const module = await import(path.join(pkg, "kernsatz.js"));
  const { memory } = module.initSync({ module: readFileSync(path.join(pkg, "kernsatz_bg.wasm")) });
  const analyzer = new module.Analyzer();
  for (const { bytes } of packs()) analyzer.addPack(bytes);
  return { module, memory, analyzer };
}

/** Every pack that was built: its language and its bytes. */
export function packs() {
  return readdirSync(pkg)
    .filter((name) => name.endsWith(".pack"))
    .sort()
    .map((name) => ({ language: name.replace(".pack", ""), bytes: new Uint8Array(readFileSync(path.join(pkg, name))) }));
}

/** The golden articles: their name, text and format. */
export function articles() {
  const folder = path.join(root, "tests/golden/articles");
  return readdirSync(folder).sort().map((file) => ({
    name: file,
    text: readFileSync(path.join(folder, file), "utf8"),
    format: file.endsWith(".html") ? "html" : "text",
  }));
}

/**
 * The native program's answers to `requests` (`{text, format?, language?, documentCreationTime?}`), as the JSON that
 * it wrote, without the `id` that only the command line has.
 */
export function native(requests, encoding) {
  const input = requests.map((request, id) => JSON.stringify({ id, ...request }) + "\n").join("");
  const answer = spawnSync(program(), ["analyze", "--jsonl", "--encoding", encoding], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (answer.status !== 0) throw new Error(`kernsatz ended with ${answer.status ?? answer.signal}: ${answer.stderr}`);
  const lines = answer.stdout.trimEnd().split("\n");
  if (lines.length !== requests.length) throw new Error(`${lines.length} answers to ${requests.length} requests`);
  return lines.map((line, id) => {
    const head = `{"id":${id},`;
    if (!line.startsWith(head)) throw new Error(`answer ${id} starts with ${line.slice(0, 80)}`);
    return "{" + line.slice(head.length);
  });
}

let built;

/** The native program, built if it is not current. */
function program() {
  if (!built) {
    execFileSync("cargo", ["build", "--quiet", "--release", "--bin", "kernsatz"], { cwd: root, stdio: "inherit" });
    const target = process.env.CARGO_TARGET_DIR ?? path.join(root, "target");
    built = path.join(target, "release", process.platform === "win32" ? "kernsatz.exe" : "kernsatz");
  }
  return built;
}

/** Every span of `analysis` that points into the text, by what it belongs to. */
export function spans(analysis) {
  return [
    ...analysis.sections.map(({ span }, i) => ({ what: `section ${i}`, span })),
    ...analysis.sentences.map(({ span, id }) => ({ what: `sentence ${id}`, span })),
    ...analysis.mentions.map(({ span, id }) => ({ what: `mention ${id}`, span })),
    ...analysis.summary.sentences.map(({ span, sentence }) => ({ what: `summary ${sentence}`, span })),
    ...analysis.warnings.filter(({ span }) => span).map(({ span, code }) => ({ what: `warning ${code}`, span })),
    ...(analysis.sourceMap ?? []).map(({ text }, i) => ({ what: `run ${i}`, span: text })),
  ];
}

/** The words at `span` of `text`, by the definition of `encoding`. */
export function slicer(text, encoding) {
  const bytes = Buffer.from(text, "utf8");
  const points = encoding === "utf-32" ? Array.from(text) : undefined;
  return ({ start, end }) =>
    encoding === "utf-16" ? text.slice(start, end)
    : encoding === "utf-8" ? bytes.subarray(start, end).toString("utf8")
    : points.slice(start, end).join("");
}
