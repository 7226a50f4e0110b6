/**
 * The one analyser that all embedded parts of a page share: one worker, one module in memory.
 */

import { Kernsatz } from "../analyzer.js";

/** @import { KernsatzOptions } from "../analyzer.js" */

/** @type {KernsatzOptions} */
let options = {};
/** @type {Kernsatz | null} */
let kernsatz = null;

/**
 * Says how the shared analyser starts, before anything needs it.
 *
 * @param {KernsatzOptions} start
 */
export function configure(start) {
  if (kernsatz) throw new Error("The shared analyser is at work already. Call configure() before the first use.");
  options = start;
}

/** The shared analyser; it starts when it is first asked for. */
export function sharedKernsatz() {
  return (kernsatz ??= new Kernsatz(options));
}

/** Ends it; the next one who asks gets a fresh one. */
export function disposeShared() {
  kernsatz?.dispose();
  kernsatz = null;
}
