/**
 * The card "The gist": what happened, the key sentences at the length that the reader drags, why each was chosen and who
 * claims it, and the keyphrases. Everything leads to its place in the text.
 */

import { element } from "./element.js";
import { speakerOf } from "./entity.js";
import { count, has, t } from "./strings.js";

/** @import { Analysis, MainEvent, Span, SummarySentence } from "../pkg/kernsatz.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Marks } from "./marks.js" */

/** Below this many words there is nothing to sum up. */
const SHORT = 60;

/** Below this an answer is wrong far more often than right, and not shown; below the other it is drawn lighter. */
const LIKELY = 0.35;
const SURE = 0.5;

/** The questions in the order of a reader. */
const QUESTIONS = /** @type {const} */ (["who", "what", "when", "where", "why", "how"]);

/**
 * The key sentences at a length, in the order of the text; at the length that fits if none is wished.
 *
 * @param {Analysis} analysis
 * @param {number | null} length
 * @returns {SummarySentence[]}
 */
export function keySentences({ summary: { sentences, ranking } }, length) {
  if (length === null) return sentences;
  return ranking.slice(0, length).sort((a, b) => a.sentence - b.sentence);
}

/**
 * @param {HTMLElement} root
 * @param {Desk} desk
 * @param {Marks} marks
 */
export function mountGist(root, desk, marks) {
  const list = element("ol", { class: "gist" });
  const words = element("output", { for: "gist-length" });

  desk.watch(["analysis", "locale"], ({ analysis, text }) => {
    if (!analysis) {
      root.replaceChildren();
      return;
    }
    if (analysis.summary.sentences.length === 0) {
      const key = analysis.stats.words < SHORT ? "gist.none.short" : "gist.none";
      root.replaceChildren(element("p", { class: "quiet" }, t(key)));
      return;
    }
    list.lang = analysis.language;
    root.replaceChildren(
      ...(analysis.event ? [eventCard(analysis.event, text, analysis.language)] : []),
      ...lengthChoice(analysis),
      list,
      ...keyphrases(analysis),
    );
  });

  desk.watch(["analysis", "locale", "length"], ({ analysis, text, length }) => {
    if (!analysis) return;
    const chosen = keySentences(analysis, length);
    words.textContent = count("gist.length", chosen.length);
    list.replaceChildren(...chosen.map((one) => item(one, analysis, text)));
  });

  desk.watch(["sentence", "length", "analysis", "locale"], ({ sentence }) => {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-sentence]"))) {
      const here = Number(button.dataset["sentence"]) === sentence;
      if (here) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  });

  desk.watch(["pointed", "analysis", "locale"], ({ pointed }) => {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-key]"))) {
      button.setAttribute("aria-pressed", String(button.dataset["key"] === pointed?.key));
    }
  });

  /**
   * @param {string} key
   * @param {Span[]} spans
   */
  const point = (key, spans) => () => {
    if (desk.state.pointed?.key === key) marks.release();
    else marks.point(key, spans);
  };

  /**
   * @param {MainEvent} event
   * @param {string} text
   * @param {string} lang
   */
  function eventCard(event, text, lang) {
    const rows = QUESTIONS.flatMap((question) => {
      const answer = event[question];
      if (!answer || answer.confidence < LIKELY) return [];
      const { span, confidence } = answer;
      const key = `event.${question}`;
      const words = text.slice(span.start, span.end);
      const attributes = { type: "button", class: "go", lang, "data-key": key, title: t("gist.go"), onclick: point(key, [span]) };
      return [element("dt", {}, t(key)), element("dd", { class: confidence < SURE ? "unsure" : null }, element("button", attributes, words), confidence < SURE && element("span", { class: "why" }, t("uncertain")))];
    });
    const more = [`event.${event.modality}`, `event.${event.polarity}`].filter(has).map((key) => t(key));
    return element(
      "div",
      { class: "event" },
      element("dl", { class: "facts" }, ...rows),
      more.length > 0 && element("p", { class: "why" }, more.join("\u00a0· ")),
    );
  }

  /** @param {Analysis} analysis */
  function lengthChoice({ summary: { sentences, ranking } }) {
    if (ranking.length < 2) return [];
    const slider = element("input", {
      type: "range",
      id: "gist-length",
      min: 1,
      max: ranking.length,
      value: desk.state.length ?? sentences.length,
      "aria-label": t("gist.length"),
      oninput: (/** @type {{ target: HTMLInputElement }} */ { target }) => desk.set({ length: Number(target.value) }),
    });
    return [element("p", { class: "length" }, slider, words)];
  }

  /**
   * @param {SummarySentence} chosen
   * @param {Analysis} analysis
   * @param {string} text
   */
  function item({ sentence, span, reasons, attributedTo }, analysis, text) {
    const go = { type: "button", class: "go", "data-sentence": sentence, title: t("gist.go"), onclick: () => marks.jump(sentence) };
    const lang = document.documentElement.lang;
    const speaker = attributedTo && (speakerOf(analysis, attributedTo, text) ?? t("gist.unnamed"));
    return element(
      "li",
      {},
      element("button", go, text.slice(span.start, span.end)),
      speaker && element("p", { class: "why", lang }, t("gist.according", { name: speaker })),
      element(
        "details",
        { class: "why", lang },
        element("summary", {}, t("gist.why")),
        reasons.map((reason) => t(`reason.${reason}`)).join("\u00a0· "),
      ),
    );
  }

  /** @param {Analysis} analysis */
  function keyphrases({ keyphrases: all, entities, language }) {
    if (all.length === 0) return [];
    const buttons = all.flatMap(({ text, entity, spans, within }, index) => {
      // A wider or narrower form of another one tells nothing new.
      if (within !== undefined) return [];
      const key = `phrase.${index}`;
      // „Chinas“ is China.
      const name = (entity !== undefined && entities[entity]?.name) || text;
      return element("button", { type: "button", class: "chip", lang: language, "data-key": key, onclick: point(key, spans) }, name);
    });
    return [element("h3", {}, t("gist.keyphrases")), element("div", { class: "chips" }, ...buttons)];
  }
}
