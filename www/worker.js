/**
 * The worker: messages in, messages out; `core.js` does the work.
 *
 * In: `{ start }` once, then `{ id, method, text, options }`. Out: `{ id, stage }` as the work goes on, then
 * `{ id, value }` or `{ id, error, fatal }`; plain objects only. After a fatal error `analyzer.js` throws this
 * worker away.
 */

import { Core } from "./core.js";

/** @import { Question, Start } from "./core.js" */

/** @type {Core} */
let core;

self.addEventListener("message", ({ data }) => {
  if ("start" in data) core = new Core(/** @type {Start} */ (data.start));
  else void answer(data);
});

/** @param {Question} question */
async function answer(question) {
  const { id } = question;
  self.postMessage(await core.answer(question, (stage) => self.postMessage({ id, stage })));
}
