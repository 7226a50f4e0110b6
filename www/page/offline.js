/**
 * Offline: registers the service worker under the version of the files, so that a new version comes whole.
 *
 * Without a network the one that is there goes on; without service workers the page works while it is open.
 */

export async function workOffline() {
  if (!("serviceWorker" in navigator)) return;
  try {
    const response = await fetch(new URL("../pkg/files.json", import.meta.url), { cache: "no-store" });
    const { version } = await response.json();
    await navigator.serviceWorker.register(new URL(`../sw.js?version=${version}`, import.meta.url));
  } catch {
    // no network or no storage: nothing to do
  }
}
