/**
 * Kernsatz in Node: the same class, which finds its files on the disk and works in the thread that asks.
 */

import { readFileSync } from "node:fs";
import { Kernsatz as Anywhere } from "../analyzer.js";

/** @import { KernsatzOptions } from "../analyzer.js" */

export { KernsatzError, MAX_INPUT_BYTES } from "../analyzer.js";

const NAMES = ["kernsatz_bg.wasm", "de.pack", "en.pack"];

/** @type {Record<string, Uint8Array<ArrayBuffer>>} */
const read = {};

export class Kernsatz extends Anywhere {
  /** @param {KernsatzOptions} [options] */
  constructor({ files = {}, ...options } = {}) {
    const wanted = options.languages?.map((tag) => `${tag}.pack`);
    for (const name of NAMES) {
      const isWanted = !name.endsWith(".pack") || (wanted?.includes(name) ?? true);
      if (isWanted && !(name in files)) read[name] ??= readFileSync(new URL(`../pkg/${name}`, import.meta.url));
    }
    super({ worker: false, files: { ...read, ...files }, ...options });
  }
}
