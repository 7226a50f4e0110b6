/**
 * Kernsatz with everything in it: for pages that can fetch nothing, from a disk, in a sandbox.
 *
 * In: `inline-data.js`, which the build writes. Out: the same class as in `analyzer.js`; its worker starts from a
 * blob, its files are unpacked when they are needed.
 */

import { Kernsatz as Fetching } from "../analyzer.js";
import { FILES, WORKER } from "./inline-data.js";

/** @import { KernsatzOptions } from "../analyzer.js" */

export { KernsatzError, MAX_INPUT_BYTES } from "../analyzer.js";

/** @type {Record<string, Blob> | undefined} */
let blobs;

export class Kernsatz extends Fetching {
  /** @param {KernsatzOptions} [options] */
  constructor({ files, ...options } = {}) {
    blobs ??= Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, packed(text)]));
    const worker = typeof Worker === "function" && makeWorker;
    super({ worker, ...options, files: { ...blobs, ...files }, ...(options.worker === true && { worker }) });
  }
}

function makeWorker() {
  const url = URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
  const worker = new Worker(url);
  // It speaks only when it has been read.
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return worker;
}

/** @param {string} base64 */
function packed(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: "application/gzip" });
}
