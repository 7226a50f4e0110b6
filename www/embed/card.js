/**
 * What is said about one marked place: an item of an analysis in, text nodes out.
 */

import { element } from "../page/element.js";

/** @import { Analysis, Entity } from "../pkg/kernsatz.js" */
/** @import { Item } from "./layers.js" */

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/**
 * @param {Item} item
 * @param {Analysis} analysis
 * @param {Say} say
 * @returns {Node[]}
 */
export function card(item, analysis, say) {
  const entity = item.entity === undefined ? undefined : analysis.entities[item.entity];
  return entity ? entityCard(entity, analysis, say) : thingCard(item, analysis, say);
}

/**
 * @param {Entity} entity
 * @param {Analysis} analysis
 * @param {Say} say
 */
function entityCard({ name, type, roles, mentions, link }, analysis, say) {
  return [
    element("p", { class: "kind" }, say(type.toLowerCase())),
    element("p", { class: "name" }, name),
    ...roles.map((role) => element("p", {}, roleWords(role, analysis))),
    element("p", { class: "quiet" }, mentions.length === 1 ? say("once") : say("named", { n: mentions.length })),
    link?.wikidata
      ? element("a", { href: `https://www.wikidata.org/wiki/${link.wikidata}`, rel: "noopener noreferrer", target: "_blank" }, say("wikidata"))
      : element("span", {}),
  ];
}

/**
 * An office with whom it serves: "Außenminister (USA)".
 *
 * @param {{ title: string, of?: number }} role
 * @param {Analysis} analysis
 */
export function roleWords({ title, of }, analysis) {
  const served = of === undefined ? undefined : analysis.entities[of]?.name;
  return served ? `${title} (${served})` : title;
}

/**
 * @param {Item} item
 * @param {Analysis} analysis
 * @param {Say} say
 */
function thingCard({ kind, of }, analysis, say) {
  const lines = [element("p", { class: "kind" }, say(kind))];
  /** @param {unknown} value */
  const isWord = (value) => (typeof value === "string" && value !== "") || typeof value === "number";
  const speaker = of?.source?.entity ?? of?.holder?.entity;
  const name = speaker === undefined ? undefined : analysis.entities[speaker]?.name;
  if (name) lines.push(element("p", { class: "name" }, kind === "quotation" ? say("said", { name }) : name));
  if (kind === "quotation") lines.push(element("p", {}, say(of.type)));
  else if (isWord(of?.value)) lines.push(element("p", { class: "name" }, [[of.value, of.to].filter(isWord).join("–"), of.unit].filter(isWord).join(" ")));
  else if (isWord(of?.text)) lines.push(element("p", { class: "name" }, of.text));
  if (typeof of?.confidence === "number" && of.confidence < 0.5) lines.push(element("p", { class: "quiet" }, say("uncertain")));
  return lines;
}
