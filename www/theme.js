/**
 * The chosen colours before the first paint, so that nothing flashes: in, what this device remembers; out, an
 * attribute on the root. A plain script on purpose: modules run too late.
 */
try {
  document.documentElement.dataset["theme"] = localStorage.getItem("kernsatz.theme") ?? "auto";
} catch {
  // no storage: the colours of the device
}
