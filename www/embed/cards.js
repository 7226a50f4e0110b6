/**
 * The panel of `<kernsatz-article>`: names of cards and an analysis in, sections made of text nodes out.
 *
 * What lies in the text can be gone to; every section is a `part` that hosts can style.
 */

import { element } from "../page/element.js";
import { roleWords } from "./card.js";

/** @import { Analysis, Span } from "../pkg/kernsatz.js" */
/** @import { Annotation } from "./annotate.js" */
/** @import { Say } from "./card.js" */

/** So many of the most important things are shown. */
const MOST = 12;

/** @typedef {(annotation: Annotation, analysis: Analysis, say: Say) => Node[]} Card The entries of a list. */

/** @type {Record<string, Card>} */
const CARDS = {
  gist: (annotation, { summary }) => summary.sentences.map(({ span }) => element("li", {}, annotation.textOf(span))),

  names: (annotation, analysis, say) =>
    [...analysis.entities]
      .sort((a, b) => b.salience - a.salience || a.id - b.id)
      .slice(0, MOST)
      .map(({ id, name, type, roles, mentions }) => {
        const [role] = roles;
        return element("li", { part: `entity ${type.toLowerCase()}`, onpointerenter: () => annotation.light(id), onpointerleave: () => annotation.light(null) },
          goer(annotation, (item) => item.entity === id, name),
          element("span", { class: "quiet" }, ` ${[say(type.toLowerCase()), role && roleWords(role, analysis), `${mentions.length}×`].filter(Boolean).join(", ")}`));
      }),

  quotations: (annotation, analysis) =>
    analysis.quotations.slice(0, MOST).map(({ content, source }) => {
      const speaker = source?.entity === undefined ? undefined : analysis.entities[source.entity]?.name;
      const words = content.map((span) => annotation.textOf(span)).join(" … ");
      return element("li", {}, speaker ? element("strong", {}, `${speaker}: `) : false, words);
    }),
};

/**
 * @param {string[]} names
 * @param {Annotation} annotation
 * @param {Analysis} analysis
 * @param {Say} say
 * @returns {Node[]}
 */
export function cards(names, annotation, analysis, say) {
  return names.flatMap((name) => {
    const entries = CARDS[name]?.(annotation, analysis, say) ?? [];
    if (entries.length === 0) return [];
    return [element("section", { part: `card ${name}`, "aria-label": say(name) }, element("h2", { part: "heading" }, say(name)), element("ul", {}, ...entries))];
  });
}

/**
 * A button that goes to the first marked place of something, or plain words where none is marked.
 *
 * @param {Annotation} annotation
 * @param {(item: import("./layers.js").Item) => boolean} isMeant
 * @param {string} words
 */
function goer(annotation, isMeant, words) {
  const index = annotation.items.findIndex(isMeant);
  if (index < 0) return element("span", {}, words);
  const go = () => annotation.show(index, { takesFocus: true });
  return element("button", { type: "button", class: "entry", onclick: go }, words);
}
