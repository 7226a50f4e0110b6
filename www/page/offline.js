/**
 * Offline: registers the service worker under the version of the files, so that a new version comes whole.
 *
 * A new version takes over when the last page of the old one is gone, or at once where a single page has
 * nothing on it yet. Without a network the one that is there goes on.
 */

/** @param {() => boolean} isIdle Whether a reload would disturb nobody. */
export async function workOffline(isIdle) {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  try {
    const response = await fetch(new URL("../pkg/files.json", import.meta.url), { cache: "no-store" });
    const { version } = await response.json();
    const hadOne = serviceWorker.controller !== null;
    const registration = await serviceWorker.register(new URL(`../sw.js?version=${version}`, import.meta.url));
    if (hadOne) takeOverWhenIdle(registration, isIdle);
  } catch {
    // no network or no storage: nothing to do
  }
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {() => boolean} isIdle
 */
function takeOverWhenIdle(registration, isIdle) {
  const next = registration.waiting ?? registration.installing;
  if (!next) return;
  const offer = () => {
    if (next.state === "installed" && isIdle()) next.postMessage("take over");
  };
  next.addEventListener("statechange", offer);
  offer();
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (isIdle()) location.reload();
  });
}
