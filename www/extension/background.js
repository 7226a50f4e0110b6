/**
 * The extension's background: a click on its button in, the page's HTML at the side panel out.
 *
 * Reads the one page that the button was pressed on, when it is pressed (`activeTab`), and keeps nothing.
 */

/** As much of the browser's own names as is used here. @type {any} */
const { chrome } = /** @type {any} */ (globalThis);

/** The panels that are open. @type {Set<any>} */
const panels = new Set();
/** What was read before a panel was there to take it. @type {{ html?: string } | null} */
let waiting = null;

chrome.runtime.onConnect.addListener((/** @type {any} */ panel) => {
  panels.add(panel);
  panel.onDisconnect.addListener(() => panels.delete(panel));
  if (waiting) panel.postMessage(waiting);
  waiting = null;
});

chrome.action.onClicked.addListener((/** @type {any} */ tab) => {
  // At once: the browser opens a panel only while the click counts.
  chrome.sidePanel.open({ windowId: tab.windowId }).catch(() => undefined);
  void read(tab.id);
});

/** @param {number} tabId */
async function read(tabId) {
  /** @type {{ html?: string }} */
  let page = {};
  try {
    const func = () => document.documentElement.outerHTML;
    const [answer] = await chrome.scripting.executeScript({ target: { tabId }, func });
    page = { html: answer.result };
  } catch {
    // a page of the browser itself, which nobody may read: the panel says so
  }
  if (panels.size === 0) waiting = page;
  for (const panel of panels) panel.postMessage(page);
}

export {}; // a module, with names of its own
