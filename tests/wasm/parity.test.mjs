/**
 * Native and wasm give the same bytes, on golden articles and on random texts, in all three encodings.
 *
 * In: the built module and the native program. Out: the first difference, with its text. The seed of the random
 * texts is printed; `KERNSATZ_SEED=… node --test tests/wasm` takes another one.
 */

import assert from "node:assert/strict";
import test from "node:test";

import { articles, encodings, load, native, slicer, spans } from "./subject.mjs";
import { random, randomText, withLoneSurrogates } from "./random-text.mjs";

const { analyzer } = await load();
const seed = Number(process.env.KERNSATZ_SEED ?? 20_240_728);

/** The module's answer as JSON. */
function wasm({ text, ...options }, positionEncoding) {
  return JSON.stringify(analyzer.analyze(text, { ...options, positionEncoding }));
}

/** Fails at the first answer that differs, with the place where it does. */
function assertSame(requests, encoding) {
  native(requests, encoding).forEach((expected, i) => {
    const answer = wasm(requests[i], encoding);
    if (answer === expected) return;
    const at = [...answer].findIndex((c, k) => c !== expected[k]);
    assert.fail(
      `${encoding}, ${JSON.stringify(requests[i].text.slice(0, 2000))}\n` +
        `native: …${expected.slice(Math.max(0, at - 60), at + 200)}\nwasm:   …${answer.slice(Math.max(0, at - 60), at + 200)}`,
    );
  });
}

for (const encoding of encodings) {
  test(`golden articles give the same bytes in ${encoding}`, () => {
    const requests = articles().map(({ text, format }) => ({ text, format }));
    assert.ok(requests.length >= 13);
    assertSame(requests, encoding);
  });
}

test("random texts give the same bytes, and slices agree in all encodings", (t) => {
  t.diagnostic(`seed ${seed}`);
  const pick = random(seed);
  const requests = Array.from({ length: 400 }, (_, i) => ({
    text: randomText(pick),
    format: i % 4 === 3 ? "html" : "text",
    ...(i % 5 === 4 ? { language: ["de", "en", "fr"][pick(3)] } : {}),
    ...(i % 7 === 6 ? { documentCreationTime: "2024-07-28" } : {}),
  }));
  for (const encoding of encodings) assertSame(requests, encoding);

  for (const { text, ...options } of requests) {
    const words = encodings.map((positionEncoding) => {
      const analysis = analyzer.analyze(text, { ...options, positionEncoding });
      const slice = slicer(analysis.text ?? text, positionEncoding);
      return spans(analysis).map(({ what, span }) => `${what}: ${slice(span)}`);
    });
    assert.deepEqual(words[1], words[0], `utf-8 and utf-16, seed ${seed}: ${JSON.stringify(text)}`);
    assert.deepEqual(words[2], words[0], `utf-32 and utf-16, seed ${seed}: ${JSON.stringify(text)}`);
  }
});

test("with lone surrogates, offsets fit the JavaScript string that was given", (t) => {
  t.diagnostic(`seed ${seed}`);
  const pick = random(seed + 1);
  for (let i = 0; i < 300; i++) {
    const text = withLoneSurrogates(pick, randomText(pick));
    // Each lone surrogate crosses the boundary as U+FFFD, which is one unit too.
    const repaired = text.toWellFormed();
    const analysis = analyzer.analyze(text);
    assert.equal(analysis.stats.length, text.length);
    assert.deepEqual(analysis, analyzer.analyze(repaired), JSON.stringify(text));
    let end = 0;
    for (const { span } of analysis.sections) {
      assert.ok(end <= span.start && span.start < span.end && span.end <= text.length, JSON.stringify(text));
      assert.equal(text.slice(span.start, span.end).toWellFormed(), repaired.slice(span.start, span.end));
      end = span.end;
    }
  }
});

test("an instance keeps nothing between texts", () => {
  const [first, second] = articles().map(({ text, format }) => ({ text, format }));
  const before = wasm(first, "utf-16");
  wasm(second, "utf-16");
  assert.throws(() => analyzer.analyze("x", { documentCreationTime: "gestern" }), { code: "bad-options" });
  assert.equal(wasm(first, "utf-16"), before);
});
