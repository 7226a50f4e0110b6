/**
 * Offline: registers the service worker under the version of the files, so that a new version comes whole.
 *
 * A new version takes over when the last page of the old one is gone, at once where a single page has nothing on it
 * yet, or when the reader says so. Without a network the one that is there goes on.
 */

/**
 * @typedef {object} Reader
 * @property {() => boolean} isIdle Whether a reload would disturb nobody.
 * @property {(load: () => void) => void} announce Tells that a new version is there, and how to load it.
 * @property {(load: () => void) => void} tellOthers Tells that other pages must be closed first, before `load` is called again.
 * @property {() => void} beforeLoad Called before the reader's page is loaded anew.
 */

/** @param {Reader} reader */
export async function workOffline(reader) {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  try {
    const response = await fetch(new URL("../pkg/files.json", import.meta.url), { cache: "no-store" });
    const { version } = await response.json();
    const hadOne = serviceWorker.controller !== null;
    const registration = await serviceWorker.register(new URL(`../sw.js?version=${version}`, import.meta.url));
    if (hadOne) offerNext(registration, reader);
  } catch {
    // no network or no storage: nothing to do
  }
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {Reader} reader
 */
function offerNext(registration, { isIdle, announce, tellOthers, beforeLoad }) {
  const next = registration.waiting ?? registration.installing;
  if (!next) return;
  let isWanted = false;
  const load = () => {
    isWanted = true;
    next.postMessage("take over");
  };
  const offer = () => {
    if (next.state !== "installed") return;
    if (isIdle()) next.postMessage("take over");
    else announce(load);
  };
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data === "other pages" && isWanted) tellOthers(load);
  });
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (!isWanted && !isIdle()) return;
    beforeLoad();
    location.reload();
  });
  next.addEventListener("statechange", offer);
  offer();
}
