/**
 * The Chromium of the browser tests and benchmarks.
 *
 * In: `CHROMIUM`, the path of a Chromium, if it is not Debian's. Out: a browser that asks no other host for anything.
 */

import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a browser with an empty profile. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}
