// What `cargo xtask dist` writes beside `inline.js`.

/** The files of `pkg/` by name: gzip, base64. */
export const FILES: Record<string, string>;

/** The worker as a classic script. */
export const WORKER: string;
