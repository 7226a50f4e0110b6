/**
 * What is refused, with which code, and that the instance answers afterwards.
 *
 * In: bad options, bad packs, a text over the limit. Out: an `Error` with a stable `code` and a message for people.
 */

import assert from "node:assert/strict";
import test from "node:test";

import { load, packs } from "./subject.mjs";

const { analyzer, module } = await load();
const expected = JSON.stringify(analyzer.analyze("Tokio - Es regnet. Der Verkehr ruht."));

/** `call` throws an `Error` with `code`; the instance then answers as before. */
function refused(code, call) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof Error, String(error));
    assert.equal(error.code, code);
    assert.ok(error.message.length > 20, error.message);
    return true;
  });
  assert.equal(JSON.stringify(analyzer.analyze("Tokio - Es regnet. Der Verkehr ruht.")), expected);
}

const badOptions = {
  "an unknown field": { lang: "de" },
  "a language that is no tag": { language: "???" },
  "a language that is no string": { language: 7 },
  "an unknown format": { format: "pdf" },
  "a date in another form": { documentCreationTime: "28.7.2024" },
  "a month that cannot be": { documentCreationTime: "2024-13" },
  "an unknown encoding": { positionEncoding: "latin-1" },
  "a number": 7,
  "a string": "de",
};
for (const [what, options] of Object.entries(badOptions)) {
  test(`options: ${what}`, () => refused("bad-options", () => analyzer.analyze("Es regnet.", options)));
}

test("options: what is missing, undefined or null is left out", () => {
  const answer = (options) => JSON.stringify(analyzer.analyze("Es regnet.", options));
  for (const options of [null, {}, { language: undefined }]) assert.equal(answer(options), answer(undefined));
});

const [pack] = packs();
const damaged = {
  "no bytes": new Uint8Array(),
  "other bytes": new TextEncoder().encode("<!doctype html><title>404</title>".repeat(20)),
  ...(pack && {
    "a pack cut short": pack.bytes.slice(0, pack.bytes.length >> 1),
    "a pack without its last byte": pack.bytes.slice(0, -1),
    "a pack with one more byte": Uint8Array.from([...pack.bytes, 0]),
    "a pack with another first byte": flipped(0),
    "a pack with another byte in the middle": flipped(pack.bytes.length >> 1),
    "a pack with another last byte": flipped(pack.bytes.length - 1),
  }),
};
for (const [what, bytes] of Object.entries(damaged)) {
  test(`pack: ${what}`, () => refused("bad-pack", () => analyzer.addPack(bytes)));
}

function flipped(at) {
  const bytes = pack.bytes.slice();
  bytes[at] ^= 0x20;
  return bytes;
}

test("a pack may come again", () => {
  for (const { language, bytes } of packs()) assert.equal(analyzer.addPack(bytes), language);
  assert.equal(JSON.stringify(analyzer.analyze("Tokio - Es regnet. Der Verkehr ruht.")), expected);
});

test("a text over the limit", () => {
  const limit = module.maxInputBytes();
  assert.ok(limit >= 20_000_000, `the limit is ${limit}`);
  refused("input-too-long", () => analyzer.analyze("a".repeat(limit + 1)));
  // The limit counts bytes, not characters.
  refused("input-too-long", () => analyzer.analyze("ä".repeat(limit / 2 + 1)));
});

for (const text of [undefined, null, {}, 7, 7n, [], ["a"]]) {
  test(`a text that is no string: ${typeof text}`, () => {
    refused("bad-options", () => analyzer.analyze(text));
    refused("bad-options", () => module.identifyLanguage(text));
  });
}

test("progress is told in order, and one that throws stops nothing", () => {
  const stages = [];
  analyzer.analyze("Es regnet.", undefined, (stage) => stages.push(stage));
  const order = ["structure", "sentences", "names", "entities", "summary"];
  assert.deepEqual(stages, order.filter((stage) => stages.includes(stage)));
  assert.ok(stages.length >= 2);
  const answer = analyzer.analyze("Tokio - Es regnet. Der Verkehr ruht.", undefined, () => {
    throw new Error("no bar");
  });
  assert.equal(JSON.stringify(answer), expected);
});
