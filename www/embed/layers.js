/**
 * What can be marked in a text: an analysis and the names of layers in, one list of things with their spans out.
 *
 * Layers that an analysis does not have are empty, so that a page may ask for what a later version finds.
 */

/** @import { Analysis, Span } from "../pkg/kernsatz.js" */

/** @typedef {"per" | "loc" | "org" | "misc" | "quotation" | "time" | "amount" | "claim" | "keyphrase" | "summary"} Kind */
/**
 * @typedef {object} Item Something that stands in the text.
 * @property {Kind} kind
 * @property {Span} span
 * @property {number} [entity] The number of the entity that is named.
 * @property {any} [of] What the analysis says of it: a quotation, a time.
 */

/** The kinds, in the order in which they are painted: later ones lie above. @type {Kind[]} */
export const KINDS = ["summary", "claim", "quotation", "keyphrase", "amount", "time", "misc", "org", "loc", "per"];

/** What is marked if nobody asks for anything else. */
export const DEFAULT_LAYERS = ["names"];

/** @param {{ within?: number }} keyphrase A form of another one tells nothing new. */
const isDistinct = ({ within }) => within === undefined;

/** @type {Record<string, (analysis: any) => Item[]>} */
const LAYERS = {
  names: ({ mentions = [] }) => mentions.map(nameItem),
  people: ({ mentions = [] }) => mentions.filter(isOf("PER")).map(nameItem),
  places: ({ mentions = [] }) => mentions.filter(isOf("LOC")).map(nameItem),
  organisations: ({ mentions = [] }) => mentions.filter(isOf("ORG")).map(nameItem),
  others: ({ mentions = [] }) => mentions.filter(isOf("MISC")).map(nameItem),
  quotations: ({ quotations = [] }) => items("quotation", quotations),
  times: ({ timexes = [] }) => items("time", timexes),
  amounts: ({ amounts = [] }) => items("amount", amounts),
  claims: ({ claims = [] }) => items("claim", claims),
  keyphrases: ({ keyphrases = [] }) => items("keyphrase", keyphrases.filter(isDistinct)),
  summary: ({ summary }) => items("summary", summary?.sentences ?? []),
};

/** The names that `layers` may hold. */
export const LAYER_NAMES = Object.keys(LAYERS);

/**
 * @param {Analysis} analysis
 * @param {Iterable<string>} layers
 * @returns {Item[]} In the order of the text.
 */
export function itemsOf(analysis, layers) {
  const found = [...new Set(layers)].flatMap((layer) => LAYERS[layer]?.(analysis) ?? []);
  return found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** @param {string} type */
function isOf(type) {
  return (/** @type {{ type: string }} */ mention) => mention.type === type;
}

/**
 * @param {import("../pkg/kernsatz.js").Mention} mention
 * @returns {Item}
 */
function nameItem({ type, span, entity }) {
  return { kind: /** @type {Kind} */ (type.toLowerCase()), span, entity };
}

/**
 * @param {Kind} kind
 * @param {any[]} things Each with a `span`, or with several in `spans` or `content`.
 * @returns {Item[]}
 */
function items(kind, things) {
  return things.flatMap((of) => {
    const spans = of.span ? [of.span] : (of.content ?? of.spans ?? []);
    return spans.map((/** @type {Span} */ span) => ({ kind, span, of }));
  });
}
