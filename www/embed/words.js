/**
 * The words that embedded parts show, in German and English: a key in, a string out. Hosts may put theirs in place.
 */

/** @typedef {Record<string, string>} Words */

/** @type {Record<"de" | "en", Words>} */
const WORDS = {
  de: {
    per: "Person",
    loc: "Ort",
    org: "Organisation",
    misc: "Name",
    quotation: "Äußerung",
    time: "Zeit",
    amount: "Menge",
    claim: "Behauptung",
    keyphrase: "Stichwort",
    summary: "Kernsatz",
    direct: "wörtlich",
    indirect: "indirekt",
    reported: "berichtet",
    freeIndirect: "frei wiedergegeben",
    indirectFreeIndirect: "frei wiedergegeben",
    said: "sagt {name}",
    uncertain: "unsicher",
    named: "{n}-mal genannt",
    once: "einmal genannt",
    wikidata: "Wikidata",
    close: "Schließen",
    next: "Weiter",
    previous: "Zurück",
    walk: "Markierte Stellen ({n})",
    position: "{n} von {all}",
    gist: "Das Wichtigste",
    names: "Wer und wo",
    quotations: "Wer sagt was",
    loading: "Kernsatz liest den Text …",
    failed: "Der Text konnte nicht gelesen werden.",
    again: "Noch einmal",
  },
  en: {
    per: "Person",
    loc: "Place",
    org: "Organisation",
    misc: "Name",
    quotation: "Statement",
    time: "Time",
    amount: "Amount",
    claim: "Claim",
    keyphrase: "Key phrase",
    summary: "Key sentence",
    direct: "verbatim",
    indirect: "indirect",
    reported: "reported",
    freeIndirect: "free indirect",
    indirectFreeIndirect: "free indirect",
    said: "says {name}",
    uncertain: "uncertain",
    named: "named {n} times",
    once: "named once",
    wikidata: "Wikidata",
    close: "Close",
    next: "Next",
    previous: "Previous",
    walk: "Marked places ({n})",
    position: "{n} of {all}",
    gist: "The gist",
    names: "Who and where",
    quotations: "Who says what",
    loading: "Kernsatz is reading the text …",
    failed: "The text could not be read.",
    again: "Try again",
  },
};

/**
 * The words for a place in the page: its own language, or the one that is asked for, with the host's put in.
 *
 * @param {Element} element
 * @param {string} [locale] A BCP 47 tag.
 * @param {Words} [labels]
 * @returns {(key: string, values?: Record<string, string | number>) => string}
 */
export function wordsFor(element, locale, labels = {}) {
  const tag = locale ?? element.closest("[lang]")?.getAttribute("lang") ?? navigator.language;
  const words = tag.toLowerCase().startsWith("de") ? WORDS.de : WORDS.en;
  return (key, values = {}) =>
    (labels[key] ?? words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
