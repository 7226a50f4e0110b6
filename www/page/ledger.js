/**
 * The ledger by who stands for it, and how it is taken along. In: an analysis and its text; out: groups, words, CSV and
 * Markdown. Draws nothing.
 */

import { rolesOf } from "./entity.js";
import { t } from "./strings.js";

/** @import { Analysis, Claim } from "../pkg/kernsatz.js" */

/**
 * Somebody and what they stand for; `name` is null for what nobody stands for.
 *
 * @typedef {object} Voice
 * @property {string} key
 * @property {string | null} name
 * @property {string} offices
 * @property {Claim[]} claims
 */

/**
 * Groups the claims by who stands for them, in the order of their first; what nobody stands for comes last.
 *
 * @param {Analysis} analysis
 * @param {string} text
 * @returns {Voice[]}
 */
export function voicesOf(analysis, text) {
  /** @type {Map<string, Voice>} */
  const voices = new Map();
  for (const claim of analysis.claims) {
    const voice = voiceOf(analysis, claim);
    const known = voices.get(voice.key);
    if (known) known.claims.push(claim);
    else voices.set(voice.key, { ...voice, claims: [claim] });
  }
  const all = [...voices.values()];
  return [...all.filter(({ name }) => name !== null), ...all.filter(({ name }) => name === null)];
}

/**
 * Who stands for a claim.
 *
 * @param {Analysis} analysis
 * @param {Claim} claim
 */
export function voiceOf(analysis, { holder }) {
  const entity = holder.entity === undefined ? undefined : analysis.entities[holder.entity];
  if (entity) return { key: `#${entity.id}`, name: entity.name, offices: rolesOf(analysis, entity).join(", ") };
  const { kind, name } = holder;
  if (kind === "none" || name === undefined) return { key: "", name: null, offices: "" };
  return { key: name, name, offices: "" };
}

/**
 * What is claimed, on one line; what stands between its parts is left out.
 *
 * @param {Analysis} analysis
 * @param {string} text
 * @param {Claim} claim
 */
export function wordsOf(analysis, text, claim) {
  const parts = (claim.quotation === undefined ? undefined : analysis.quotations[claim.quotation]?.content) ?? [claim.span];
  return parts.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ")).join(" … ");
}

/**
 * The kind of a claim: how it is told, or that it is only hedged.
 *
 * @param {Analysis} analysis
 * @param {Claim} claim
 */
export function kindOf(analysis, { quotation }) {
  return (quotation === undefined ? undefined : analysis.quotations[quotation]?.type) ?? "hedged";
}

/**
 * How a claim is told, in words: its kind, its mood, what holds it off.
 *
 * @param {Analysis} analysis
 * @param {string} text
 * @param {Claim} claim
 */
export function told(analysis, text, claim) {
  const kind = kindOf(analysis, claim);
  const mood = claim.quotation === undefined ? undefined : analysis.quotations[claim.quotation]?.mood;
  const words = [t(`says.kind.${kind}`)];
  if (kind === "indirect" && mood) words.push(t(`says.mood.${mood}`));
  if (claim.holder.kind === "unnamed") words.push(t("says.unnamed"));
  if (claim.hedges.length > 0) {
    const hedges = new Set(claim.hedges.map(({ start, end }) => text.slice(start, end)));
    words.push(t("says.hedges", { words: [...hedges].join(", ") }));
  }
  return words.join("\u00a0· ");
}

/** The columns that are taken along. */
const COLUMNS = ["speaker", "office", "named", "kind", "mood", "hedges", "words", "start", "end"];

/**
 * The ledger as CSV (RFC 4180), a row for each claim. A cell that a spreadsheet would take for a formula gets a quote.
 *
 * @param {Analysis} analysis
 * @param {string} text
 */
export function toCsv(analysis, text) {
  const rows = analysis.claims.map((claim) => {
    const { name, offices } = voiceOf(analysis, claim);
    const mood = claim.quotation === undefined ? undefined : analysis.quotations[claim.quotation]?.mood;
    const hedges = claim.hedges.map(({ start, end }) => text.slice(start, end)).join(" ");
    const { start, end } = claim.span;
    return [name ?? "", offices, claim.holder.kind, kindOf(analysis, claim), mood ?? "", hedges, wordsOf(analysis, text, claim), start, end];
  });
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** @param {string | number} value */
function cell(value) {
  const words = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/**
 * The ledger as Markdown.
 *
 * @param {Analysis} analysis
 * @param {string} text
 */
export function toMarkdown(analysis, text) {
  const groups = voicesOf(analysis, text).map(({ name, offices, claims }) => {
    const who = escape(name ?? t("says.nobody")) + (offices === "" ? "" : ` (${escape(offices)})`);
    const lines = claims.map((claim) => `- ${escape(wordsOf(analysis, text, claim))} (${escape(told(analysis, text, claim))})`);
    return `### ${who}\n\n${lines.join("\n")}\n`;
  });
  return `## ${t("says")}\n\n${groups.join("\n")}`;
}

/** @param {string} words */
function escape(words) {
  return words.replace(/[\\`*_[\]<>#|~&$]/g, "\\$&");
}
