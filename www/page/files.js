/**
 * Opened and dropped files: bytes in, a source out, or an error that names what can be read.
 */

import { MAX_INPUT_BYTES } from "../analyzer.js";
import { sourceFromFile } from "./html.js";

/** @import { Source } from "./desk.js" */

/** So much of a file tells whether it is text. */
const LOOKED_AT = 65_536;

/** An error that the reader is told: a key of the strings and its values. */
export class FileError extends Error {
  /**
   * @param {string} key
   * @param {Record<string, string>} values
   */
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/**
 * @param {File} file
 * @returns {Promise<Source>}
 */
export async function readFile(file) {
  const { name } = file;
  // Other encodings are at most twice as long in UTF-8; what that lets through is measured after decoding.
  if (file.size > 2 * MAX_INPUT_BYTES) throw new FileError("error.input-too-long", {});
  const bytes = await file.arrayBuffer().catch(() => {
    throw new FileError("error.unreadable", { name });
  });
  const isHtml = /\.x?html?$/i.test(name) || file.type === "text/html";
  const text = decode(new Uint8Array(bytes), isHtml);
  if (!isText(text)) throw new FileError("error.not-text", { name });
  const source = isHtml ? await sourceFromFile(text) : { text, format: /** @type {const} */ ("text") };
  return { ...(source ?? { text, format: "text" }), title: name };
}

/**
 * UTF-8 where it is that, by the byte order mark or what the page declares otherwise, at last as the old
 * Western files are.
 *
 * @param {Uint8Array} bytes
 * @param {boolean} isHtml
 */
function decode(bytes, isHtml) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const western = new TextDecoder("windows-1252").decode(bytes);
    const declared = isHtml ? /<meta[^>]+charset=["']?([\w-]+)/i.exec(western.slice(0, 4096))?.[1] : undefined;
    try {
      return declared === undefined ? western : new TextDecoder(declared).decode(bytes);
    } catch {
      return western; // an encoding that does not exist
    }
  }
}

/** @param {string} text */
function isText(text) {
  const beginning = text.slice(0, LOOKED_AT);
  // eslint-disable-next-line no-control-regex
  const controls = beginning.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return !beginning.includes("\u0000\u0000") && controls * 50 <= beginning.length;
}
