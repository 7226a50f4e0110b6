/**
 * Serves the built page and the benchmark's own files on this machine.
 *
 * In: a map of extra answers. Out: an address. Its headers isolate the page, which makes the clock fine enough.
 */

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

/** Starts serving; `extra` maps paths to the text of scripts or pages. */
export async function serve(extra) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader("Content-Type", types[path.extname(pathname)] ?? "application/octet-stream");
    try {
      const file = path.join(root, path.normalize(pathname));
      const allowed = ["www", "tests/bench"].some((folder) => file.startsWith(path.join(root, folder) + path.sep));
      if (!(pathname in extra) && !allowed) throw new Error("not served");
      response.end(extra[pathname] ?? (await readFile(file)));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
