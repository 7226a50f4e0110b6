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

/** Starts a browser with an empty profile and one extension, which lies in `folder`. */
export function launchWithExtension(folder) {
  return chromium.launchPersistentContext("", {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // Playwright's own headless mode knows no extensions, the browser's does.
    headless: false,
    args: [...FLAGS, "--headless=new", `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
    locale: "de-DE",
  });
}
