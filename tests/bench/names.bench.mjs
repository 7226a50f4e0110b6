/**
 * Names of people, places and organisations: ours and the rivals' against hand-marked texts.
 *
 * In: the corpora beside the checkout (`../shared/corpora`; without them nothing is measured) and `www/pkg`. Out: a
 * table, and `tests/out/bench-names.json`. Exact span and type, names only, micro F1 of PER, LOC and ORG. Rivals
 * get the benefit of the doubt: titles before names, possessive endings and punctuation do not count against them.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import compromise from "compromise";
import deCompromise from "de-compromise";

import { load } from "../wasm/subject.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const corpora = path.join(here, "../../../shared/corpora");
const TYPES = ["PER", "LOC", "ORG"];

if (!existsSync(corpora)) {
  console.log("names: skipped, there is no ../shared/corpora to measure on");
  process.exit(0);
}

const { analyzer } = await load();
const ours = (language) => ({ text, date }) =>
  analyzer
    .analyze(text, { language, documentCreationTime: date })
    .mentions.filter((mention) => mention.kind === "name")
    .map(({ type, span }) => ({ type, ...span }));

const tests = [
  { corpus: "wikinews-de/dev", read: documents, engines: { kernsatz: ours("de"), "de-compromise": german } },
  { corpus: "written-de/dev", read: documents, engines: { kernsatz: ours("de"), "de-compromise": german } },
  { corpus: "written-en/dev", read: documents, engines: { kernsatz: ours("en"), compromise: english } },
  { corpus: "uner/en_ewt-test", read: sentences, engines: { kernsatz: ours("en"), compromise: english } },
];

const rows = tests.flatMap(({ corpus, read, engines }) => {
  const texts = read(corpus);
  return Object.entries(engines).map(([engine, find]) => ({ corpus, engine, ...score(texts, find) }));
});
print(rows);
mkdirSync(path.join(here, "../out"), { recursive: true });
writeFileSync(path.join(here, "../out/bench-names.json"), JSON.stringify(rows, null, 2) + "\n");

/** Articles with their marked names, offsets turned from code points to UTF-16. */
function documents(corpus) {
  const lines = readFileSync(path.join(corpora, `${corpus}.jsonl`), "utf8").trim().split("\n");
  return lines.map((line) => {
    const { text, date, mentions } = JSON.parse(line);
    const units = [0];
    for (const character of text) units.push(units.at(-1) + character.length);
    const gold = mentions
      .filter((mention) => mention.kind === "name")
      .map(({ type, start, end }) => ({ type, start: units[start], end: units[end] }));
    return { text, date: date || undefined, gold };
  });
}

/** Sentences with their marked names, tokens found again in the text. */
function sentences(corpus) {
  const blocks = readFileSync(path.join(corpora, `${corpus}.iob2`), "utf8").trim().split(/\n\n+/);
  return blocks.flatMap((block) => {
    const lines = block.split("\n");
    const text = lines.find((line) => line.startsWith("# text = "))?.slice("# text = ".length);
    if (text === undefined) return [];
    const gold = [];
    let at = 0;
    for (const line of lines.filter((line) => /^\d+\t/.test(line))) {
      const [, token, tag] = line.split("\t");
      const start = text.indexOf(token, at);
      if (start < 0) continue;
      at = start + token.length;
      const [position, type] = tag.split("-");
      if (position === "B") gold.push({ type, start, end: at });
      else if (position === "I" && gold.length > 0) gold.at(-1).end = at;
    }
    return [{ text, gold }];
  });
}

function english({ text }) {
  const doc = compromise(text);
  const found = { PER: doc.people(), LOC: doc.places(), ORG: doc.organizations() };
  return named(text, found);
}

function german({ text }) {
  const doc = deCompromise(text);
  const found = { PER: doc.match("#Person+"), LOC: doc.match("#Place+"), ORG: doc.match("#Organization+") };
  return named(text, found);
}

/** What a rival found, from its first word to its last, without what others count to the sentence. */
function named(text, found) {
  return Object.entries(found).flatMap(([type, view]) =>
    view.json({ offset: true, terms: { tags: true, offset: true } }).flatMap(({ terms }) => {
      const name = terms.slice(terms.findIndex((term) => !term.tags.includes("Honorific")));
      const [first, last] = [name[0], name.at(-1)];
      if (first?.offset === undefined) return [];
      const start = first.offset.start;
      const words = text.slice(start, last.offset.start + last.offset.length);
      return [{ type, start, end: start + words.replace(/['’]s?$/, "").length }];
    }),
  );
}

function score(texts, find) {
  const counts = Object.fromEntries(TYPES.map((type) => [type, { right: 0, found: 0, gold: 0 }]));
  for (const item of texts) {
    const key = ({ type, start, end }) => `${type} ${start} ${end}`;
    const gold = new Set(item.gold.map(key));
    const names = new Map(find(item).map((name) => [key(name), name.type]));
    for (const { type } of item.gold) if (type in counts) counts[type].gold++;
    for (const [name, type] of names) {
      if (!(type in counts)) continue;
      counts[type].found++;
      if (gold.has(name)) counts[type].right++;
    }
  }
  const sum = (field) => TYPES.reduce((total, type) => total + counts[type][field], 0);
  const all = { right: sum("right"), found: sum("found"), gold: sum("gold") };
  return { texts: texts.length, ...figures(all), types: Object.fromEntries(TYPES.map((type) => [type, figures(counts[type])])) };
}

function figures({ right, found, gold }) {
  const percent = (part, whole) => (whole ? (100 * part) / whole : 0);
  return { precision: percent(right, found), recall: percent(right, gold), f1: percent(2 * right, found + gold), gold };
}

function print(rows) {
  console.log("| texts | engine | F1 | precision | recall | PER | LOC | ORG |\n|---|---|---:|---:|---:|---:|---:|---:|");
  for (const { corpus, engine, f1, precision, recall, types } of rows) {
    const cells = [f1, precision, recall, ...TYPES.map((type) => types[type].f1)].map((value) => value.toFixed(1));
    console.log(`| ${corpus} | ${engine} | ${cells.join(" | ")} |`);
  }
}
