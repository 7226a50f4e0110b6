/**
 * Every twin of the analyser does the same: in a worker and in the page's own thread, fetching and carrying its files,
 * in Chromium and in Node.
 *
 * In: `target/dist/npm`. Out: the same answers from all of them to `uses.js`, and the same analysis, byte for byte.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "../support/chromium.mjs";
import { dist, openPage, POLICY, serveDist } from "./site.mjs";
import * as uses from "./uses.js";

/** The module traps where the test wants it to. */
const trapping = (source) => `${source}
const analyze = Analyzer.prototype.analyze;
Analyzer.prototype.analyze = function (text, ...rest) {
  if (text === "TRAP") throw new WebAssembly.RuntimeError("unreachable");
  return analyze.call(this, text, ...rest);
};
`;

let server;
let browser;
before(async () => {
  server = await serveDist({ changed: { "/kernsatz/pkg/kernsatz.js": trapping } });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Runs a use in a page of its own. */
async function inPage(use, entry, options) {
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await page.goto(`${server.url}empty.html`);
    return await page.evaluate(
      async ([use, entry, options]) => {
        const { Kernsatz } = await import(entry);
        const uses = await import("/tests/uses.js");
        return uses[use](Kernsatz, options);
      },
      [use, entry, options],
    );
  } finally {
    await context.close();
  }
}

/** Runs a use in Node. */
async function inNode(use, entry, options) {
  const { Kernsatz } = await import(pathToFileURL(`${dist}/npm/${entry}`));
  return uses[use](Kernsatz, options);
}

const TWINS = {
  "a worker": { run: (use) => inPage(use, "/kernsatz/analyzer.js", {}), canTrap: true },
  "a worker, told where": { run: (use) => inPage(use, "/kernsatz/analyzer.js", { baseUrl: "/kernsatz" }), canTrap: true },
  "the page's thread": { run: (use) => inPage(use, "/kernsatz/analyzer.js", { worker: false }), canTrap: true },
  "a worker, all inline": { run: (use) => inPage(use, "/kernsatz/inline.js", {}) },
  "the page's thread, all inline": { run: (use) => inPage(use, "/kernsatz/inline.js", { worker: false }) },
  "Node": { run: (use) => inNode(use, "embed/node.js", {}), canTrap: true },
  "Node, all inline": { run: (use) => inNode(use, "inline.js", {}) },
};

before(async () => {
  const { Analyzer } = await import(pathToFileURL(`${dist}/npm/pkg/kernsatz.js`));
  const { analyze } = Analyzer.prototype;
  Analyzer.prototype.analyze = function (text, ...rest) {
    if (text === "TRAP") throw new WebAssembly.RuntimeError("unreachable");
    return analyze.call(this, text, ...rest);
  };
});

const analyses = new Set();
for (const [name, { run, canTrap }] of Object.entries(TWINS)) {
  test(`${name}: analyses`, async () => {
    const { stages, analysis } = await run("analyses");
    assert.equal(stages[0], "loading");
    assert.ok(stages.includes("summary"));
    assert.ok(analysis.entities.some((entity) => entity.name === "Maren Clausen"));
    analyses.add(JSON.stringify(analysis));
    assert.equal(analyses.size, 1, "the same bytes as the twins before");
  });

  test(`${name}: speaks only what it may`, async () => {
    const { warnings, language, names } = await run("speaksOnlyWhatItMay");
    assert.ok(warnings.includes("missing-pack"), warnings.join());
    assert.equal(language, "en");
    assert.ok(names.includes("London"), names.join());
  });

  test(`${name}: answers in order`, async () => {
    assert.deepEqual(await run("answersInOrder"), { order: ["analysis", "markdown", "language"], hasHeadline: true, tag: "en" });
  });

  test(`${name}: refuses with a code and goes on`, async () => {
    const { codes, language } = await run("refuses");
    assert.deepEqual(codes.map(({ name, code }) => code || name), ["input-too-long", "bad-options", 20, "closed", "closed"]);
    assert.equal(language, "de");
  });

  test(`${name}: drops what is aborted`, async () => {
    const [first, second, third] = await run("aborts");
    assert.deepEqual([first, second.name, third], ["de", "AbortError", "de"]);
  });

  if (canTrap) {
    test(`${name}: begins anew after a trap`, async () => {
      const { trapped, isSame } = await run("recovers");
      assert.equal(trapped.code, "internal");
      assert.ok(isSame);
    });
  }
}

test("a module that is none is an error of loading", async () => {
  for (const worker of [true, false]) {
    const { code } = await inPage("missesItsFiles", "/kernsatz/analyzer.js", { worker });
    assert.equal(code, "load-failed");
  }
});

test("a worker of another origin, where that one allows it", async () => {
  const other = await serveDist({ headers: { "access-control-allow-origin": "*" } });
  const policy = POLICY.replaceAll("'self'", `'self' ${other.url}`);
  const site = await serveDist({ policy });
  try {
    const page = await openPage(browser, `${site.url}empty.html`);
    const { language } = await page.evaluate(
      async ([baseUrl, text]) => {
        const { Kernsatz } = await import(`${baseUrl}analyzer.js`);
        const kernsatz = await Kernsatz.load({ baseUrl, languages: ["de"] });
        return kernsatz.analyze(text);
      },
      [`${other.url}kernsatz/`, uses.ARTICLE],
    );
    assert.equal(language, "de");
    assert.deepEqual(page.troubles, []);
  } finally {
    await site.close();
    await other.close();
  }
});

test("what is inline fetches nothing", async () => {
  server.requests.length = 0;
  await inPage("analyses", "/kernsatz/inline.js", {});
  assert.deepEqual(server.requests, ["/empty.html", "/kernsatz/inline.js", "/tests/uses.js"]);
});
