/**
 * The card "The gist": the key sentences, why each was chosen, and a way to its place.
 */

import { element } from "./element.js";
import { t } from "./strings.js";

/** @import { Desk } from "./desk.js" */
/** @import { Marks } from "./marks.js" */

/** The two most important reasons say enough. */
const REASONS = 2;

/** Below this many words there is nothing to sum up. */
const SHORT = 60;

/**
 * @param {HTMLElement} root
 * @param {Desk} desk
 * @param {Marks} marks
 */
export function mountGist(root, desk, marks) {
  desk.watch(["analysis", "locale"], ({ analysis, text }) => {
    if (!analysis) {
      root.replaceChildren();
      return;
    }
    const { sentences } = analysis.summary;
    if (sentences.length === 0) {
      const key = analysis.stats.words < SHORT ? "gist.none.short" : "gist.none";
      root.replaceChildren(element("p", { class: "quiet" }, t(key)));
      return;
    }
    const list = element("ol", { class: "gist", lang: analysis.language });
    for (const { sentence, span, reasons } of sentences) {
      const why = reasons.slice(0, REASONS).map((reason) => t(`reason.${reason}`)).join("\u00a0· ");
      list.append(
        element(
          "li",
          {},
          element(
            "button",
            { type: "button", class: "go", "data-sentence": sentence, title: t("gist.go"), onclick: () => marks.jump(sentence) },
            text.slice(span.start, span.end),
          ),
          element("p", { class: "why", lang: document.documentElement.lang }, why),
        ),
      );
    }
    root.replaceChildren(list);
  });
  desk.watch(["sentence"], ({ sentence }) => {
    for (const button of root.querySelectorAll("button")) {
      const here = Number(button.dataset["sentence"]) === sentence;
      if (here) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  });
}
