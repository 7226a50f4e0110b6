/**
 * The reading desk in the side panel: what the background read goes to the page as from any other page.
 */

/** @type {any} */
const { chrome } = /** @type {any} */ (globalThis);

connect();

function connect() {
  const port = chrome.runtime.connect();
  port.onMessage.addListener((/** @type {{ html?: string }} */ kernsatz) => window.postMessage({ kernsatz }, location.origin));
  // The background sleeps when nothing happens; the next click wakes it, and it looks for its panels.
  port.onDisconnect.addListener(connect);
}

export {}; // a module, with names of its own
