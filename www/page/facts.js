/**
 * The card "About the text": language, words, reading time, date, and what the reader should know.
 */

import { element } from "./element.js";
import { date, has, languageName, number, t } from "./strings.js";

/** @import { Analysis } from "../pkg/kernsatz.js" */
/** @import { Desk, State } from "./desk.js" */
/** @import { Session } from "./session.js" */

/** Below this the language is only likely. */
const SURE = 0.5;

/** The languages that can be chosen. */
const LANGUAGES = ["de", "en"];

/**
 * @param {HTMLElement} root
 * @param {Desk} desk
 * @param {Session} session
 */
export function mountFacts(root, desk, session) {
  desk.watch(["analysis", "locale", "language"], (state) => {
    const { analysis, source } = state;
    if (!analysis) {
      root.replaceChildren();
      return;
    }
    root.replaceChildren(
      element(
        "dl",
        { class: "facts" },
        ...fact("facts.language", languageChoice(state, analysis)),
        ...fact("facts.words", number(analysis.stats.words)),
        ...fact("facts.sentences", number(analysis.stats.sentences)),
        ...fact("facts.reading", readingTime(analysis.stats.readingSeconds)),
        ...figures(analysis),
        ...dateFact(analysis),
      ),
      ...warnings(analysis, state.text),
    );
    const { whole } = source ?? {};
    if (whole === undefined) return;
    root.append(
      element(
        "p",
        { class: "note" },
        `${t("facts.trimmed")} `,
        element("button", { type: "button", class: "link", onclick: () => session.open({ text: whole, format: "html" }) }, t("facts.whole")),
      ),
    );
  });

  /**
   * @param {State} state
   * @param {Analysis} analysis
   */
  function languageChoice({ language }, analysis) {
    return element(
      "select",
      {
        "aria-label": t("facts.language"),
        onchange: (/** @type {{ target: HTMLSelectElement }} */ { target }) => session.readAs(target.value || null),
      },
      element("option", { value: "", selected: language === null }, found(analysis, language)),
      ...LANGUAGES.map((tag) => element("option", { value: tag, selected: tag === language }, languageName(tag))),
    );
  }
}

/**
 * @param {Analysis} analysis
 * @param {string | null} chosen
 */
function found({ language, languageConfidence }, chosen) {
  const name = languageName(language);
  if (chosen !== null) return t("facts.language.find");
  if (name === undefined) return t("facts.language.unknown");
  return languageConfidence < SURE ? t("facts.language.unsure", { language: name }) : t("facts.language.auto", { language: name });
}

/** @param {number} seconds */
function readingTime(seconds) {
  return seconds < 60 ? t("facts.seconds") : t("facts.minutes", { n: Math.round(seconds / 60) });
}

/** @param {Analysis} analysis */
function dateFact({ documentCreationTime: { value, source } }) {
  if (value === undefined) return [];
  const how = has(`facts.date.${source}`) ? ` (${t(`facts.date.${source}`)})` : "";
  return fact("facts.date", date(value) + how);
}

/** @param {Analysis} analysis */
function figures({ language, stats: { readability, quoted } }) {
  const formula = `facts.readability.${language}`;
  return [
    ...(readability === undefined || !has(formula) ? [] : fact("facts.readability", t(formula, { n: readability / 10 }))),
    ...(quoted === 0 ? [] : fact("facts.quoted", t("facts.percent", { n: Math.round(100 * quoted) }))),
  ];
}

/**
 * @param {Analysis} analysis
 * @param {string} text
 */
function warnings({ warnings: all }, text) {
  // Conflicts stand beside the claims.
  return all.filter(({ spans }) => !spans).map(({ code, message, span }) => {
    const key = `warning.${code}`;
    const words = span ? text.slice(span.start, span.end) : "";
    return element("p", { class: "note warning", lang: has(key) ? null : "en" }, has(key) ? t(key, { words }) : message);
  });
}

/**
 * @param {string} key
 * @param {Node | string} value
 */
function fact(key, value) {
  return [element("dt", {}, t(key)), element("dd", {}, value)];
}
