/**
 * The projects of `tests/examples`, built by their own tools with the package as it is packed, and driven in Chromium.
 *
 * In: `target/dist/npm`. Out: that every project builds, works under a strict policy with one module and no request
 * too many, and goes on without a network.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../browser/server.mjs";
import { launch } from "../support/chromium.mjs";
import { dist, openPage, root } from "./site.mjs";

const out = path.join(root, "tests/out/examples");
const tools = path.join(root, "node_modules/.bin");
const ARTICLE = "Das Museum in Speyer zeigt Boote. Das sagte Leiterin Ute Brenner am Freitag in Mainz.";

/** The policy of the hosts; what is in a page's own policy comes on top. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src data:";

let browser;
before(async () => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(path.join(out, "node_modules"), { recursive: true });
  cpSync(path.join(dist, "npm"), path.join(out, "node_modules/kernsatz"), { recursive: true });
  cpSync(path.join(root, "tests/examples"), out, { recursive: true });
  browser = await launch();
});
after(() => browser?.close());

/** Runs a project's own build. */
function build(name, program, ...args) {
  const answer = spawnSync(program, args, { cwd: path.join(out, name), encoding: "utf8" });
  assert.equal(answer.status, 0, `${name}: ${answer.error ?? ""}${answer.stdout}${answer.stderr}`);
}

/** Puts the package beside a page that is not built. */
function putBeside(name) {
  const folder = path.join(out, name, "dist");
  cpSync(path.join(root, "tests/examples", name), folder, { recursive: true });
  cpSync(path.join(dist, "npm"), path.join(folder, "kernsatz"), { recursive: true });
}

/** Serves what was built, opens it, and looks after the requests. */
async function drive(t, name, use) {
  const folder = path.join(out, name, "dist");
  const modules = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".wasm"));
  assert.equal(modules.length, 1, `one module in the output: ${modules.join(", ")}`);
  const bytes = readFileSync(path.join(folder, modules[0]));
  t.diagnostic(`${name}: ${modules[0]} sha384-${createHash("sha384").update(bytes).digest("base64")}`);
  const server = await serve({}, { folders: { "/": folder }, policy: POLICY });
  try {
    const page = await openPage(browser, server.url);
    await use(page);
    const wasm = page.requests.filter((url) => url.endsWith(".wasm"));
    assert.equal(wasm.length, 1, `the module is asked for once: ${wasm.join(", ")}`);
    await page.done();
  } finally {
    await server.close();
  }
}

/** Types an article twice; the second time nothing is asked for, the network being gone. */
async function type(page) {
  await page.locator("#text").fill(ARTICLE);
  await page.getByText("Ute Brenner (PER)").waitFor();
  const before = page.requests.length;
  await page.context().setOffline(true);
  await page.locator("#text").fill(`${ARTICLE} Auch die Stadt Worms zeigt Boote.`);
  await page.getByText("Worms (LOC)").waitFor();
  assert.deepEqual(page.requests.slice(before), [], "nothing is asked for after the start");
}

const marked = (page, kind) => page.evaluate((kind) => [...(CSS.highlights.get(`kernsatz-${kind}`) ?? [])].map(String), kind);

test("Vite", async (t) => {
  build("vite", path.join(tools, "vite"), "build", "--logLevel=warn");
  await drive(t, "vite", type);
});

test("webpack", async (t) => {
  build("webpack", path.join(tools, "webpack"), "build");
  cpSync(path.join(out, "webpack/index.html"), path.join(out, "webpack/dist/index.html"));
  await drive(t, "webpack", type);
});

test("esbuild", async (t) => {
  build("esbuild", process.execPath, "build.js");
  await drive(t, "esbuild", type);
});

test("React", async (t) => {
  build("react", path.join(tools, "vite"), "build", "--logLevel=warn");
  await drive(t, "react", async (page) => {
    await page.locator("#count").filter({ hasText: "3" }).waitFor();
    assert.deepEqual(await marked(page, "per"), ["Ute Brenner"]);
    await type(page);
    assert.equal(page.workers().length, 1);
  });
});

test("a page without tools, with the values of integrity", async (t) => {
  putBeside("module");
  // What a host writes by hand: the values of all modules, in an import map.
  const values = JSON.parse(readFileSync(path.join(dist, "npm/integrity.json"), "utf8"));
  const integrity = Object.fromEntries(Object.entries(values).map(([name, value]) => [`./kernsatz/${name}`, value]));
  const map = JSON.stringify({ integrity });
  const index = path.join(out, "module/dist/index.html");
  const source = `'sha256-${createHash("sha256").update(map).digest("base64")}'`;
  const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'wasm-unsafe-eval' ${source}">`;
  writeFileSync(index, readFileSync(index, "utf8").replace("<script", `${policy}<script type="importmap">${map}</script><script`));
  const server = await serve({}, { folders: { "/": path.dirname(index) }, policy: POLICY.replace("script-src", `script-src ${source}`) });
  try {
    const page = await openPage(browser, server.url);
    await page.waitForFunction(() => [...document.querySelectorAll("kernsatz-article")].every((one) => one.analysis));
    assert.deepEqual((await marked(page, "per")).sort(), ["Brenner", "Ute Brenner"]);
    assert.equal(page.workers().length, 1);
    assert.equal(page.requests.filter((url) => url.endsWith(".wasm")).length, 1);
    t.diagnostic(`module: kernsatz/embed/element.js ${values["embed/element.js"]}`);
    await page.done();
  } finally {
    await server.close();
  }
});

test("the strictest policy, with trusted types", async (t) => {
  putBeside("strict");
  await drive(t, "strict", async (page) => {
    await page.waitForFunction(() => window.annotation);
    assert.deepEqual(await marked(page, "loc"), ["Speyer", "Speyer", "Mainz"]);
    const before = page.requests.length;
    await page.context().setOffline(true);
    await page.evaluate(() => window.annotation.refresh());
    assert.deepEqual(page.requests.slice(before), []);
  });
});
