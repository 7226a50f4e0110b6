/** `analyzer.js` as an embedder uses it, without the page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTICE, useDesk } from "./desk.mjs";

const slow = (source) => `${source}
const analyze = Analyzer.prototype.analyze;
Analyzer.prototype.analyze = function (text, ...rest) {
  if (text === "FOREVER") for (;;);
  if (text === "TRAP") throw new WebAssembly.RuntimeError("unreachable");
  return analyze.call(this, text, ...rest);
};
`;
const desk = useDesk({ changed: { "/pkg/kernsatz.js": slow } });
const broken = useDesk({ changed: { "/pkg/en.pack": () => null } });

/** Runs `use` in the page with a fresh analyser; what it throws comes back as `{ name, code, message }`. */
async function withAnalyser(page, use, argument) {
  return page.evaluate(
    async ([use, argument]) => {
      const { Kernsatz } = await import("./analyzer.js");
      const kernsatz = new Kernsatz();
      const caught = (error) => ({ name: error.name, code: error.code, message: error.message });
      try {
        // The policy forbids eval; a module from a blob too: so the function is found by name.
        return await window.uses[use](kernsatz, argument, caught);
      } finally {
        kernsatz.dispose();
      }
    },
    [use, argument],
  );
}

async function openWith(desk, uses) {
  const page = await desk.open();
  for (const [name, use] of Object.entries(uses)) {
    await page.evaluate(`(window.uses ??= {})[${JSON.stringify(name)}] = ${use}`);
  }
  return page;
}

test("analyses with plain objects, progress and UTF-16 spans", async () => {
  const page = await openWith(desk, {
    analyse: async (kernsatz, text) => {
      const stages = [];
      const analysis = await kernsatz.analyze(text, { onProgress: (stage) => stages.push(stage) });
      return { stages, analysis };
    },
  });
  const { stages, analysis } = await withAnalyser(page, "analyse", NOTICE);
  assert.deepEqual(stages, ["loading", "structure", "sentences", "names", "entities", "summary"]);
  assert.equal(analysis.language, "de");
  assert.equal(analysis.positionEncoding, "utf-16");
  const petersen = analysis.mentions.find(({ span }) => NOTICE.slice(span.start, span.end) === "Anna Petersen");
  assert.equal(petersen?.type, "PER");
  await page.done();
});

test("tells the language, writes Markdown, takes options", async () => {
  const page = await openWith(desk, {
    all: async (kernsatz, text) => ({
      language: await kernsatz.identifyLanguage("The mayor said on Tuesday that the bridge would be closed."),
      markdown: await kernsatz.markdown(text),
      dated: await kernsatz.analyze(text, { documentCreationTime: "2024-05-03", language: "en" }),
      html: await kernsatz.analyze("<p>Anna Petersen kam nach Hamburg.</p>", { format: "html" }),
    }),
  });
  const { language, markdown, dated, html } = await withAnalyser(page, "all", NOTICE);
  assert.deepEqual({ ...language, confidence: 1 }, { tag: "en", confidence: 1, supported: true });
  assert.match(markdown, /Neue Fähre/);
  assert.deepEqual(dated.documentCreationTime, { value: "2024-05-03", source: "option" });
  assert.equal(dated.language, "en");
  assert.equal(html.text.trim(), "Anna Petersen kam nach Hamburg.");
  await page.done();
});

test("an abort rejects with AbortError, waiting or at work, and the next call is answered", async () => {
  const page = await openWith(desk, {
    abort: async (kernsatz, text, caught) => {
      const atWork = new AbortController();
      const waiting = new AbortController();
      let begun;
      const hasBegun = new Promise((resolve) => (begun = resolve));
      const first = kernsatz.analyze("FOREVER", { signal: atWork.signal, onProgress: begun }).catch(caught);
      const second = kernsatz.analyze(text, { signal: waiting.signal }).catch(caught);
      const third = kernsatz.analyze(text).then(({ language }) => language);
      await hasBegun;
      waiting.abort();
      const secondAnswer = await second;
      atWork.abort();
      const gone = await kernsatz.analyze(text, { signal: AbortSignal.abort() }).catch(caught);
      return [await first, secondAnswer, gone, await third];
    },
  });
  const [first, second, gone, third] = await withAnalyser(page, "abort", NOTICE);
  assert.deepEqual([first.name, second.name, gone.name, third], ["AbortError", "AbortError", "AbortError", "de"]);
  await page.done();
});

test("errors have stable codes and leave the analyser usable", async () => {
  const page = await openWith(desk, {
    errors: async (kernsatz, text, caught) => {
      const codes = [
        await kernsatz.analyze("a".repeat(32 * 1024 * 1024 + 1)).catch(caught),
        await kernsatz.analyze("ü".repeat(16 * 1024 * 1024 + 1)).catch(caught),
        await kernsatz.analyze("TRAP").catch(caught),
        await kernsatz.analyze(text, { documentCreationTime: "gestern" }).catch(caught),
      ];
      const after = await kernsatz.analyze(text);
      kernsatz.dispose();
      return { codes, language: after.language, closed: await kernsatz.analyze(text).catch(caught) };
    },
  });
  const { codes, language, closed } = await withAnalyser(page, "errors", NOTICE);
  assert.deepEqual(codes.map(({ code }) => code), ["input-too-long", "input-too-long", "internal", "bad-options"]);
  for (const { message } of codes) assert.ok(message.length > 10, "says what to do");
  assert.equal(language, "de");
  assert.equal(closed.code, "closed");
  await page.done();
});

test("a pack that cannot be fetched is an error that says what to do; other languages go on", async () => {
  const page = await openWith(broken, {
    packs: async (kernsatz, text, caught) => ({
      english: await kernsatz.analyze("The mayor said on Tuesday that the bridge would be closed.").catch(caught),
      german: (await kernsatz.analyze(text)).language,
    }),
  });
  const { english, german } = await withAnalyser(page, "packs", NOTICE);
  assert.equal(english.code, "pack-unavailable");
  assert.match(english.message, /Check the network and try again/);
  assert.equal(german, "de");
  page.troubles.length = 0; // the failed fetch itself
  await page.done();
});
