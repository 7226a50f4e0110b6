/**
 * Texts of a given size for the benchmarks.
 *
 * In: a language and a number of bytes. Out: golden articles repeated with variation, cut at that size: each round
 * turns their paragraphs by one and changes the figures, so that no stretch comes back as it was. `native.rs`
 * does the same.
 */

import { readFileSync, readdirSync, existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = path.join(root, "tests/golden/articles");
const unlike = ["de-unicode.txt", "de-capitals.txt"];

/** At most `bytes` bytes of articles in `language`. */
export function benchText(language, bytes) {
  const articles = readdirSync(folder)
    .sort()
    .filter((name) => name.startsWith(`${language}-`) && name.endsWith(".txt") && !unlike.includes(name))
    .map((name) => readFileSync(path.join(folder, name), "utf8").trim().split("\n\n"));
  const parts = [];
  let length = 0;
  for (let round = 0; length < bytes; round++) {
    for (const paragraphs of articles) {
      const turn = round % paragraphs.length;
      for (const paragraph of [...paragraphs.slice(turn), ...paragraphs.slice(0, turn)]) {
        const varied = paragraph.replace(/[0-9]/g, (digit) => String((Number(digit) + round) % 10)) + "\n\n";
        parts.push(varied);
        length += Buffer.byteLength(varied);
      }
    }
  }
  let cut = Buffer.from(parts.join("")).subarray(0, bytes).toString("utf8");
  while (cut.endsWith("\ufffd")) cut = cut.slice(0, -1);
  return cut;
}

/** The article that the whole project is measured on, where it lies beside the checkout; a golden one elsewhere. */
export function shortText() {
  const given = path.join(root, "../shared/articles");
  const files = existsSync(given) ? readdirSync(given).filter((name) => name.endsWith(".txt")) : [];
  if (files.length > 0) return { name: "given article", text: readFileSync(path.join(given, files[0]), "utf8") };
  return { name: "de-politics", text: readFileSync(path.join(folder, "de-politics.txt"), "utf8") };
}
