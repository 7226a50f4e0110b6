/**
 * The npm package as others get it: packed, installed into a project of its own, used by its names.
 *
 * In: `target/dist/npm`. Out: that plain Node runs it, that TypeScript reads its declarations, that it holds what it
 * names and no more.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { dist, packaged, root } from "./site.mjs";

let project;
let files;

function run(command, args, options = {}) {
  const answer = spawnSync(command, args, { cwd: project, encoding: "utf8", ...options });
  assert.equal(answer.status, 0, `${command} ${args.join(" ")}\n${answer.error ?? ""}${answer.stdout}${answer.stderr}`);
  return answer.stdout;
}

before(() => {
  project = mkdtempSync(path.join(tmpdir(), "kernsatz-package-"));
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", path.join(dist, "npm")]));
  files = packed.files.map((file) => file.path);
  const folder = path.join(project, "node_modules/kernsatz");
  mkdirSync(folder, { recursive: true });
  run("tar", ["-xzf", packed.filename, "--strip-components=1", "-C", folder]);
  writeFileSync(path.join(project, "package.json"), '{"type":"module"}');
});
after(() => rmSync(project, { recursive: true, force: true }));

test("plain Node imports it by its names", () => {
  const script = `
    import { Kernsatz, KernsatzError } from "kernsatz";
    import { Kernsatz as Inline } from "kernsatz/inline";
    import { KernsatzArticle } from "kernsatz/element";
    import { annotate } from "kernsatz/annotate";
    const text = "Flensburg - Bürgermeisterin Antje Lornsen sprach am Montag mit dem Verein in Kiel.";
    const names = [];
    for (const Class of [Kernsatz, Inline]) {
      const kernsatz = await Class.load({ languages: ["de"] });
      const { mentions } = await kernsatz.analyze(text);
      names.push(mentions.map(({ span }) => text.slice(span.start, span.end)).join());
      kernsatz.dispose();
    }
    console.log(JSON.stringify([...names, typeof KernsatzError, typeof KernsatzArticle, typeof annotate]));
  `;
  writeFileSync(path.join(project, "use.js"), script);
  const [first, second, ...types] = JSON.parse(run(process.execPath, ["use.js"]));
  assert.match(first, /Flensburg,.*Antje Lornsen,Kiel/);
  assert.equal(second, first);
  assert.deepEqual(types, ["function", "function", "function"]);
});

test("a TypeScript program compiles against it, as bundlers and as Node resolve it", () => {
  const program = `
    import { Kernsatz, KernsatzError, type Analysis, type AnalyzeOptions, type KernsatzOptions } from "kernsatz";
    import { Kernsatz as Inline } from "kernsatz/inline";
    import { KernsatzArticle, configure } from "kernsatz/element";
    import { annotate, type Annotation, type AnnotateOptions } from "kernsatz/annotate";
    const start: KernsatzOptions = { languages: ["de"], worker: false, baseUrl: new URL("https://example.org/") };
    configure(start);
    const kernsatz: Kernsatz = await Kernsatz.load(start);
    const options: AnalyzeOptions = { language: "de", format: "html", signal: new AbortController().signal };
    const analysis: Analysis = await kernsatz.analyze("…", options);
    const names: string[] = analysis.entities.map(({ name }) => name);
    const layers: AnnotateOptions = { layers: ["names"], kernsatz: await Inline.load() };
    const annotation: Annotation = await annotate(document.body, layers);
    const element: KernsatzArticle = document.createElement("kernsatz-article");
    element.layers = names;
    const { rangeOf } = await kernsatz.analyzeElement(element);
    const range: Range | null = rangeOf(analysis.sections[0]!.span);
    if (range === null) throw new KernsatzError("internal", annotation.items.length.toString());
    // @ts-expect-error: there is no such option.
    await Kernsatz.load({ language: "de" });
  `;
  writeFileSync(path.join(project, "use.ts"), program);
  const flags = ["--noEmit", "--strict", "--target", "esnext", "--lib", "esnext,dom,dom.iterable", "--skipLibCheck", "false"];
  for (const resolution of [["--module", "nodenext"], ["--module", "esnext", "--moduleResolution", "bundler"]]) {
    run(path.join(root, "node_modules/.bin/tsc"), [...flags, ...resolution, "use.ts"]);
  }
});

test("what package.json names is there, and every module has its declarations", () => {
  const manifest = JSON.parse(packaged("package.json"));
  const named = JSON.stringify(manifest.exports).match(/\.\/[\w./-]+/g).filter((name) => /\.\w+$/.test(name));
  for (const name of [...named, ...manifest.sideEffects]) assert.ok(existsSync(path.join(dist, "npm", name)), name);
  for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.md"]) assert.ok(files.includes(name), name);
  for (const name of files.filter((name) => name.endsWith(".js") && name !== "inline.js")) {
    assert.ok(files.includes(name.replace(/\.js$/, ".d.ts")), `${name} has no declarations`);
  }
  for (const file of files) assert.doesNotMatch(file, /inline-data|node_modules|\.stamp|jsconfig/);
  assert.equal(files.filter((name) => name.endsWith(".wasm")).length, 1);
});

test("integrity values are those of the files", () => {
  const values = Object.entries(JSON.parse(packaged("integrity.json")));
  assert.ok(values.some(([name]) => name === "embed/element.js"));
  for (const [name, value] of values) {
    const hash = createHash("sha384").update(readFileSync(path.join(dist, "npm", name))).digest("base64");
    assert.equal(value, `sha384-${hash}`, name);
  }
});
