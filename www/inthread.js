/**
 * The worker's twin for where there are no workers, or none are wanted: the same messages, answered in this thread.
 *
 * In and out as in `worker.js`. All twins of a thread share one module, and its packs where they start alike; a
 * module that trapped is set back to its beginning. Work that has begun cannot be stopped: it holds the thread.
 */

import { Core } from "./core.js";
import * as module from "./pkg/kernsatz.js";

/** @import { Answer, Question, Start } from "./core.js" */

/** By how they start. @type {Map<string, Core>} */
const shared = new Map();

/** As much of a `Worker` as `analyzer.js` asks of one. */
export class ThreadTwin {
  /** @type {(answer: Answer) => void} */
  #hear;
  /** @type {Start | null} */
  #start = null;
  #isOver = false;

  /** @param {(answer: Answer) => void} hear */
  constructor(hear) {
    this.#hear = hear;
  }

  /** @param {{ start: Start } | Question} message */
  postMessage(message) {
    if ("start" in message) this.#start = message.start;
    else void this.#answer(message);
  }

  terminate() {
    this.#isOver = true;
  }

  /** @param {Question} question */
  async #answer(question) {
    const { id } = question;
    // As with a worker, nothing is heard before the call that asked has returned.
    await Promise.resolve();
    if (this.#isOver || !this.#start) return;
    const { baseUrl, languages, files } = this.#start;
    const key = JSON.stringify([baseUrl, languages, Object.keys(files)]);
    const core = shared.get(key) ?? new Core(this.#start);
    shared.set(key, core);
    const answer = await core.answer(question, (stage) => this.#say({ id, stage }));
    if ("error" in answer && answer.fatal && shared.get(key) === core) {
      const isLoaded = answer.error.code !== "load-failed";
      if (isLoaded) module.__wbg_reset_state();
      if (isLoaded) shared.clear();
      else shared.delete(key);
    }
    this.#say(answer);
  }

  /** @param {Answer} answer */
  #say(answer) {
    if (!this.#isOver) this.#hear(answer);
  }
}
