/**
 * What can go wrong, with codes that stay and messages that say what to do; and the limit on a text's length.
 */

/** The longest input in bytes of UTF-8: 32 MiB. */
export const MAX_INPUT_BYTES = 32 * 1024 * 1024;

/**
 * An error with a stable `code`: `input-too-long`, `bad-options`, `bad-pack`, `pack-unavailable`,
 * `load-failed`, `closed` or `internal`. The message says what to do.
 */
export class KernsatzError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "KernsatzError";
    this.code = code;
  }
}

/**
 * Whether `text` is longer than {@link MAX_INPUT_BYTES}; counts bytes only where it could matter.
 *
 * @param {string} text
 */
export function isTooLong(text) {
  if (text.length > MAX_INPUT_BYTES) return true;
  if (text.length * 3 <= MAX_INPUT_BYTES) return false;
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // A surrogate pair takes four bytes, two for each half; a lone half becomes U+FFFD, three bytes.
    if (unit >= 0x800) bytes += unit >= 0xd800 && unit < 0xe000 ? 1 : 2;
    else if (unit >= 0x80) bytes += 1;
  }
  return bytes > MAX_INPUT_BYTES;
}

export function tooLongError() {
  return new KernsatzError(
    "input-too-long",
    "The text is longer than 32 MiB. Split it and analyse the parts.",
  );
}

/** @param {string} detail */
export function internalError(detail) {
  const because = detail ? ` (${detail})` : "";
  return new KernsatzError("internal", `The analyser failed on this text${because}. It was restarted.`);
}

export function closedError() {
  return new KernsatzError("closed", "This analyser was closed. Make a new one.");
}

export function abortError() {
  return new DOMException("The analysis was stopped.", "AbortError");
}
