/**
 * The package as its users get it: what it exports, its types, and that plain Node can use it.
 *
 * In: `www/pkg`. Out: nothing but the verdict. `consumer.ts` beside this file is compiled against the declarations.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";

import { load, packs, root } from "./subject.mjs";

test("plain Node imports it without a browser's globals", () => {
  const script = `
    import { readFile } from "node:fs/promises";
    import init, { Analyzer, identifyLanguage } from "./www/pkg/kernsatz.js";
    await init({ module_or_path: await readFile("./www/pkg/kernsatz_bg.wasm") });
    const analysis = new Analyzer().analyze("Es regnet in Köln.");
    console.log(analysis.schemaVersion, identifyLanguage("Heute regnet es in der ganzen Stadt.").tag);
  `;
  const answer = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: root, encoding: "utf8" });
  assert.equal(answer.stderr, "");
  assert.equal(answer.stdout, "4 de\n");
});

test("what the declarations name is there", async () => {
  const { module } = await load();
  const declared = readFileSync(path.join(root, "www/pkg/kernsatz.d.ts"), "utf8");
  for (const name of ["Analyzer", "identifyLanguage", "maxInputBytes"]) {
    assert.equal(typeof module[name], "function");
    assert.match(declared, new RegExp(`export (class|function) ${name}\\b`));
  }
  for (const type of ["Analysis", "AnalyzeOptions", "Entity", "Mention", "Role", "Section", "Sentence", "Span", "Summary", "Warning"]) {
    assert.match(declared, new RegExp(`export type ${type}\\b`));
  }
});

test("a TypeScript program compiles against the declarations", () => {
  const compiler = path.join(root, "node_modules/.bin/tsc");
  const flags = ["--noEmit", "--strict", "--target", "esnext", "--module", "nodenext", "--lib", "esnext,dom", "--skipLibCheck", "false"];
  const answer = spawnSync(compiler, [...flags, path.join(root, "tests/wasm/consumer.ts")], { encoding: "utf8" });
  assert.equal(answer.status, 0, answer.error?.message ?? answer.stdout);
});

test("nothing is exported that needs free() for each result", async () => {
  const { analyzer } = await load();
  for (const { language } of packs()) assert.match(language, /^[a-z]{2}$/);
  const analysis = analyzer.analyze("Foto: Lena Ort/dpa\n\nTokio - Es regnet.");
  assert.deepEqual(structuredClone(analysis), analysis, "the answer can be posted to another thread");
});
