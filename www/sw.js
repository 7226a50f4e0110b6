/**
 * The service worker: keeps the page's files of one version on the device and answers from there.
 *
 * In: `pkg/files.json` and the version in this script's address. Out: a cache that is filled whole or not at
 * all, checked against the hashes, and the removal of older ones. What other apps share is put where the page finds
 * it. No other request is touched.
 */

/// <reference lib="webworker" />

/** @typedef {{ version: string, files: { path: string, hash: string, bytes: number }[] }} Listing */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const PREFIX = "kernsatz-";
const LIST = "pkg/files.json";
/** Where other apps' articles go; `page/arrivals.js` takes them. */
const SHARE = "share";
const SHARED = "shared-with-kernsatz";
const CACHE = PREFIX + (new URL(worker.location.href).searchParams.get("version") ?? "");

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(takeOverFromOne(event.source));
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "POST" && request.url === urlOf(SHARE)) event.respondWith(keepShared(request));
  const isOurs = request.method === "GET" && request.url.startsWith(worker.registration.scope);
  // The list tells of new versions: only the network knows.
  if (isOurs && !request.url.endsWith(LIST)) event.respondWith(answer(request));
});

async function fill() {
  const response = await fetch(urlOf(LIST), { cache: "no-store" });
  const { files } = /** @type {Listing} */ (await response.json());
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(
      files.map(({ path, hash }) => new Request(urlOf(path), { cache: "no-cache", integrity: integrityOf(hash) })),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/**
 * Goes ahead only if no other page still runs on the older files; says so if one does.
 *
 * @param {Client | ServiceWorker | MessagePort | null} asker
 */
async function takeOverFromOne(asker) {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length <= 1) await worker.skipWaiting();
  else asker?.postMessage("other pages");
}

/**
 * The text stays on the device: it goes to a cache and from there to the page.
 *
 * @param {Request} request
 */
async function keepShared(request) {
  const form = await request.formData();
  const cache = await caches.open(SHARED);
  await cache.put("article", new Response(form));
  return Response.redirect(urlOf("?shared"), 303);
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const url = new URL(request.url);
  url.search = "";
  if (url.href === worker.registration.scope) url.pathname += "index.html";
  return (await cache.match(url.href)) ?? fetch(request);
}

/** @param {string} path */
function urlOf(path) {
  return new URL(path, worker.registration.scope).href;
}

/** @param {string} hash SHA-256, hexadecimal. */
function integrityOf(hash) {
  const bytes = hash.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
