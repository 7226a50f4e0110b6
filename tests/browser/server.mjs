/**
 * A static server for the browser tests: `www/` or other folders in, answers with a Content-Security-Policy out.
 * Remembers what was asked for, can answer with something else, and can be cut off as a network is.
 */

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const WWW = fileURLToPath(new URL("../../www/", import.meta.url));

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "worker-src 'self'; img-src 'self' data:; manifest-src 'self'";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves `www/` on a free port of this machine. `changed` maps paths such as `/pkg/kernsatz.js` to functions
 * from the file's text to another text, or to null for "not found". `folders` maps beginnings of paths to other
 * folders, longest first; `pages` paths to HTML; `headers` are sent with everything.
 */
export async function serve(changed = {}, { folders = { "/": WWW }, pages = {}, policy = POLICY, headers = {} } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(pathname);
    if (pathname in pages) {
      const type = { "content-type": TYPES[".html"], "content-security-policy": policy };
      response.writeHead(200, { ...type, ...headers }).end(pages[pathname]);
      return;
    }
    const path = normalize(decodeURIComponent(pathname)).replace(/[/\\]$/, "/index.html");
    const [start, folder] = Object.entries(folders).find(([start]) => path.startsWith(start)) ?? ["/", WWW];
    const file = join(folder, path.slice(start.length));
    const found = file.startsWith(folder) ? await stat(file).catch(() => null) : null;
    if (!found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const body = changed[pathname]?.(await readFile(file, "utf8"));
    if (body === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
      ...headers,
    });
    if (body === undefined) createReadStream(file).pipe(response);
    else response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}/`, requests, cut: close, close };
}
