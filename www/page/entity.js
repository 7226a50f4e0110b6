/**
 * What the page says of an entity: why it counts, in words. In: an analysis; out: strings and orders.
 */

import { firstEndingAfter } from "./blocks.js";
import { count, has, t } from "./strings.js";

/** @import { Analysis, Entity, EntityType, Mention } from "../pkg/kernsatz.js" */

/** So many mentions are looked at to say where an entity stands; the rest would not change the words. */
const LOOKED_AT = 500;

/**
 * The entities of a type, the most important first.
 *
 * @param {Analysis} analysis
 * @param {EntityType} type
 */
export function ranked(analysis, type) {
  return analysis.entities
    .filter((entity) => entity.type === type)
    .sort((a, b) => b.salience - a.salience || b.mentions.length - a.mentions.length || a.id - b.id);
}

/**
 * @param {Analysis} analysis
 * @param {Entity} entity
 * @returns {Mention[]}
 */
export function mentionsOf(analysis, entity) {
  return entity.mentions.flatMap((id) => analysis.mentions[id] ?? []);
}

/**
 * The roles of a person, with what they are of: "Außenminister (USA)".
 *
 * @param {Analysis} analysis
 * @param {Entity} entity
 */
export function rolesOf(analysis, { roles }) {
  return roles.map(({ title, of }) => {
    const served = of === undefined ? undefined : analysis.entities[of]?.name;
    return served === undefined ? title : `${title} (${served})`;
  });
}

/**
 * Why an entity matters here: "named 4 times", "in the headline".
 *
 * @param {Analysis} analysis
 * @param {Entity} entity
 * @returns {string[]}
 */
export function reasons(analysis, entity) {
  /** @type {Set<string>} */
  const places = new Set();
  const keySentences = analysis.summary.sentences;
  for (const { span } of mentionsOf(analysis, entity).slice(0, LOOKED_AT)) {
    const section = analysis.sections[firstEndingAfter(analysis.sections, span.start)];
    if (section && section.span.start <= span.start) places.add(section.kind);
    const key = keySentences[firstEndingAfter(keySentences, span.start)];
    if (key && key.span.start <= span.start) places.add("gist");
  }
  const order = ["headline", "kicker", "lead", "first-sentence", "gist", "dateline", "subheading", "caption", "byline"];
  if (entity.salienceReasons.includes("first-sentence")) places.add("first-sentence");
  const known = order.filter((place) => places.has(place) && has(`place.${place}`));
  return [count("count", entity.mentions.length), ...known.map((place) => t(`place.${place}`))];
}

/**
 * Whether even its surest mention is unsure.
 *
 * @param {Analysis} analysis
 * @param {Entity} entity
 */
export function isUncertain(analysis, entity) {
  return mentionsOf(analysis, entity).every(({ confidence }) => confidence < 0.5);
}
