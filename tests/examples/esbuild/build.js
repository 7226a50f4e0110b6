/** Bundles the application; the analyser's worker, module and packs are copied beside it as they are. */

import { cp, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

await build({
  entryPoints: ["main.js"],
  bundle: true,
  minify: true,
  format: "esm",
  splitting: true,
  outdir: "dist",
});
await cp("index.html", "dist/index.html");

const kernsatz = dirname(fileURLToPath(import.meta.resolve("kernsatz/package.json")));
await mkdir("dist/kernsatz", { recursive: true });
for (const name of ["worker.js", "core.js", "pkg/kernsatz.js", "pkg/kernsatz_bg.wasm", "pkg/de.pack", "pkg/en.pack"]) {
  await cp(`${kernsatz}/${name}`, `dist/kernsatz/${name}`);
}
