/**
 * What the page says of an entity: why it counts, in words. In: an analysis; out: strings and orders.
 */

import { firstEndingAfter } from "./blocks.js";
import { count, decimal, has, t } from "./strings.js";

/** @import { Analysis, AttributedTo, Entity, EntityType, Geo, Mention } from "../pkg/kernsatz.js" */

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

/**
 * Which place an entity is, most shortly: the code of a country, the coordinates of a town.
 *
 * @param {Entity} entity
 */
export function whereabouts({ link, geo }) {
  if (link?.iso3166) return link.iso3166;
  return geo ? coordinates(geo) : "";
}

/**
 * The page about an entity: its item in Wikidata, else its place in GeoNames.
 *
 * @param {Entity} entity
 * @returns {{ source: "wikidata" | "geonames", address: string } | null}
 */
export function pageAbout({ link }) {
  const item = link?.wikidata;
  if (item && /^Q[0-9]+$/.test(item)) return { source: "wikidata", address: `https://www.wikidata.org/wiki/${item}` };
  if (link?.geonames) return { source: "geonames", address: `https://www.geonames.org/${Number(link.geonames)}` };
  return null;
}

/**
 * @param {Geo} geo
 */
function coordinates({ latitude, longitude }) {
  const north = t(latitude < 0 ? "geo.south" : "geo.north", { n: degrees(latitude) });
  const east = t(longitude < 0 ? "geo.west" : "geo.east", { n: degrees(longitude) });
  return `${north} ${east}`;
}

/**
 * @param {number} value
 */
function degrees(value) {
  return decimal(Math.abs(value));
}

/**
 * Who claims what a sentence says, as the article names them; undefined if it does not.
 *
 * @param {Analysis} analysis
 * @param {AttributedTo} attribution
 * @param {string} text
 */
export function speakerOf(analysis, { entity, span }, text) {
  if (entity !== undefined) return analysis.entities[entity]?.name;
  return span && text.slice(span.start, span.end);
}
