/**
 * The JSON Schema of the report says what comes out.
 *
 * In: `report.schema.json` as the build writes it; golden articles and random texts. Out: the first answer that the
 * schema does not allow, and whether it would notice a change.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";

import { random, randomText } from "./random-text.mjs";
import { articles, encodings, load, root } from "./subject.mjs";

const schema = JSON.parse(readFileSync(path.join(root, "www/docs/generated/report.schema.json"), "utf8"));
const isValid = new Ajv({ allErrors: true }).compile(schema);
const { analyzer } = await load();

function assertValid(analysis, text) {
  assert.ok(isValid(analysis), `${JSON.stringify(isValid.errors?.slice(0, 3))} for ${JSON.stringify(text.slice(0, 200))}`);
}

test("golden articles are as the schema says", () => {
  for (const { text, format } of articles()) {
    for (const positionEncoding of encodings) assertValid(analyzer.analyze(text, { format, positionEncoding }), text);
  }
});

test("so are random texts, and options", () => {
  const pick = random(20_241_128);
  for (let i = 0; i < 100; i++) {
    const text = randomText(pick);
    assertValid(analyzer.analyze(text, i % 2 ? { format: "html" } : { language: "en", documentCreationTime: "2024-07" }), text);
  }
});

test("what is not said there is not allowed", () => {
  const analysis = analyzer.analyze("Köln - Es regnet in Köln.");
  for (const change of [{ extra: 1 }, { language: 7 }, { mentions: [{}] }, { positionEncoding: "latin-1" }]) {
    assert.equal(isValid({ ...analysis, ...change }), false, JSON.stringify(change));
  }
  const { summary, ...without } = analysis;
  assert.equal(isValid(without), false);
  assert.ok(summary);
});
