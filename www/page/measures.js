/**
 * The card "When and how much": the timeline with what happened in the words of the article, times that wait for the
 * document's date, and amounts by their kind.
 *
 * In: the desk's state. Out: rows that lead to their places, a way to give the date, files to take along.
 */

import { firstEndingAfter } from "./blocks.js";
import { element } from "./element.js";
import { daysOf, figuresOf, timeWords } from "./figures.js";
import { calendar, table, take } from "./tables.js";
import { timeline } from "./timeline.js";
import { date, t } from "./strings.js";

/** @import { Analysis, Span, Timex } from "../pkg/kernsatz.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Figure } from "./figures.js" */
/** @import { Marks } from "./marks.js" */
/** @import { Session } from "./session.js" */
/** @import { Dated } from "./timeline.js" */

const KINDS = /** @type {const} */ (["money", "percent", "quantity", "count"]);
const SIGNS = { approx: "≈ ", moreThan: "> ", lessThan: "< ", atLeast: "≥ ", atMost: "≤ " };
/** Parts of an article that say when it was written, not what happened. */
const ABOUT_IT = new Set(["header", "byline", "date", "dateline", "credit", "furniture"]);
/** So many rows are shown until more are asked for. */
const SHOWN = 8;
/** A longer sentence is cut to the clause. */
const LONG = 140;
/** More marks would be a wall. */
const DRAWN = 200;

/** The hours by which parts of the day are put in order. */
const HOURS = /** @type {Record<string, string>} */ ({ MO: "08", MI: "12", AF: "15", EV: "19", NI: "22" });

/**
 * The clock's time of a time, or the hour of its part of the day; empty for whole days.
 *
 * @param {Timex} time
 */
function hour({ value }) {
  const [, clock = ""] = /T(.+)$/.exec(value) ?? [];
  return HOURS[clock] ?? clock;
}

/**
 * @param {HTMLElement} root
 * @param {Desk} desk
 * @param {Session} session
 * @param {Marks} marks
 */
export function mountMeasures(root, desk, session, marks) {
  /** The lists that are shown whole. @type {Set<string>} */
  const whole = new Set();
  /** @type {Analysis | null} */
  let drawn = null;

  function draw() {
    const { analysis } = desk.state;
    if (analysis !== drawn) whole.clear();
    drawn = analysis;
    if (!analysis) return root.replaceChildren();
    const figures = figuresOf(analysis);
    if (figures.length === 0) return root.replaceChildren(element("p", { class: "quiet" }, t("measures.none")));
    root.replaceChildren(...[...times(analysis, figures), ...amounts(analysis, figures), exports(analysis, figures)].filter((part) => part !== null));
  }

  /**
   * @param {Analysis} analysis
   * @param {Figure[]} figures
   */
  function times(analysis, figures) {
    const { sections } = analysis;
    /** @param {Span} span */
    const tells = ({ start }) => !ABOUT_IT.has(sections[firstEndingAfter(sections, start)]?.kind ?? "");
    const all = figures.flatMap(({ id, time, span }) => (time && tells(span) ? [{ id, time, days: daysOf(time) }] : []));
    const dated = /** @type {Dated[]} */ (all.filter(({ time, days }) => days && (time.type === "DATE" || time.type === "TIME")));
    dated.sort((a, b) => a.days.from - b.days.from || a.days.to - b.days.to || hour(a.time).localeCompare(hour(b.time)) || a.id - b.id);
    const written = analysis.documentCreationTime.value;
    const document = written ? daysOf({ id: 0, span: { start: 0, end: 0 }, type: "DATE", value: written }) : null;
    const waiting = all.filter(({ time }) => time.anchor === "missing");
    const spans = all.filter(({ time }) => time.type === "DURATION" || time.type === "SET");
    return [
      dated.length > 0 ? timeline(dated.slice(0, DRAWN), document && { from: document.from, words: date(written ?? "") }, visit) : null,
      list("dated", "when", dated.map(({ id, time }) => row(analysis, figures[id], timeWords(time), clause(analysis, time.span), time.value))),
      waiting.length > 0 ? undated(analysis, waiting.map(({ id }) => figures[id])) : null,
      spans.length > 0 ? section("times.spans", chips(analysis, spans.map(({ id }) => figures[id]))) : null,
    ];
  }

  /**
   * @param {Analysis} analysis
   * @param {(Figure | undefined)[]} waiting
   */
  function undated(analysis, waiting) {
    const input = element("input", { type: "date", id: "written", required: true });
    const form = element(
      "form",
      {
        class: "dating",
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          if (input.value) session.dateAs(input.value);
        },
      },
      element("label", { for: "written" }, t("times.date")),
      input,
      element("button", { type: "submit", class: "plain" }, t("times.date.set")),
    );
    return section("times.undated", element("p", { class: "quiet" }, t("times.undated.why")), chips(analysis, waiting), form);
  }

  /**
   * @param {Analysis} analysis
   * @param {Figure[]} figures
   */
  function amounts(analysis, figures) {
    return KINDS.map((kind) => {
      const rows = figures.flatMap((figure) => {
        const { amount } = figure;
        if (amount?.kind !== kind) return [];
        const words = (amount.mod ? SIGNS[amount.mod] : "") + slice(amount.span);
        return [row(analysis, figure, words, amount.of ? [slice(amount.of)] : [], null)];
      });
      const shown = list(kind, "much", rows);
      return shown && section(`amounts.${kind}`, shown);
    });
  }

  /**
   * @param {Analysis} analysis
   * @param {Figure | undefined} figure
   * @param {string} words
   * @param {(Node | string)[]} what
   * @param {string | null} value
   */
  function row(analysis, figure, words, what, value) {
    const light = (/** @type {boolean} */ on) => {
      for (const mark of root.querySelectorAll(".stretch")) mark.classList.toggle("lit", on && mark.getAttribute("data-value") === value);
    };
    const isTime = value !== null;
    return element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          class: "figure",
          onclick: () => figure && visit(figure.id),
          onpointerenter: () => light(true),
          onpointerleave: () => light(false),
          onfocus: () => light(true),
          onblur: () => light(false),
        },
        element("span", { class: isTime ? "at" : "much", lang: isTime ? null : analysis.language }, words),
        what.length > 0 && element("span", { class: "what", lang: analysis.language }, ...what),
      ),
    );
  }

  /**
   * Words that lead to their places.
   *
   * @param {Analysis} analysis
   * @param {(Figure | undefined)[]} figures
   */
  function chips(analysis, figures) {
    const known = figures.filter((figure) => figure !== undefined);
    return element(
      "p",
      { class: "chips", lang: analysis.language },
      ...known.slice(0, 3 * SHOWN).flatMap(({ id, span }) => [element("button", { type: "button", class: "link", onclick: () => visit(id) }, slice(span)), " "]),
    );
  }

  /**
   * A list, its end left out until it is asked for.
   *
   * @param {string} name
   * @param {string} kind
   * @param {HTMLElement[]} rows
   */
  function list(name, kind, rows) {
    if (rows.length === 0) return null;
    const isLong = rows.length > SHOWN + 2 && !whole.has(name);
    return element(
      "div",
      {},
      element("ul", { class: `measures ${kind}` }, ...(isLong ? rows.slice(0, SHOWN) : rows)),
      isLong && element("button", { type: "button", class: "more", onclick: () => (whole.add(name), draw()) }, t("names.all", { n: rows.length })),
    );
  }

  /**
   * The sentence or clause around a time, with its words in bold.
   *
   * @param {Analysis} analysis
   * @param {Span} span
   */
  function clause({ sentences }, span) {
    const sentence = sentences[firstEndingAfter(sentences, span.start)]?.span ?? span;
    const { text } = desk.state;
    let { start, end } = sentence;
    if (end - start > LONG) {
      const before = text.slice(start, span.start);
      const cut = Math.max(before.lastIndexOf(", "), before.lastIndexOf("; "), before.lastIndexOf(" – "));
      if (cut > 0) start += cut + 2;
      const after = text.slice(span.end, end).search(/[,;]\s|\s–\s/);
      if (after > 20) end = span.end + after;
      start = Math.max(start, span.start - LONG);
      end = Math.min(end, span.end + LONG);
    }
    const before = (start > sentence.start ? "… " : "") + text.slice(start, span.start);
    const after = text.slice(span.end, end) + (end < sentence.end ? " …" : "");
    return [before, element("b", {}, text.slice(span.start, span.end)), after];
  }

  /**
   * @param {Analysis} analysis
   * @param {Figure[]} figures
   */
  function exports(analysis, figures) {
    const { text } = desk.state;
    const words = (/** @type {Span} */ { start, end }) => text.slice(start, end).replace(/\s+/g, " ");
    const sentence = (/** @type {Span} */ span) => words(analysis.sentences[firstEndingAfter(analysis.sentences, span.start)]?.span ?? span);
    return element(
      "div",
      { class: "take" },
      element("button", { type: "button", class: "plain", id: "take-calendar", onclick: () => take("kernsatz.ics", "text/calendar", calendar(figures, sentence)) }, t("take.calendar")),
      element("button", { type: "button", class: "plain", id: "take-table", onclick: () => take("kernsatz.csv", "text/csv", table(figures, words, sentence)) }, t("take.table")),
    );
  }

  /** @param {Span} span */
  function slice({ start, end }) {
    return desk.state.text.slice(start, end);
  }

  /** @param {number} id */
  function visit(id) {
    marks.visit(id);
  }

  desk.watch(["analysis", "locale"], draw);
}

/**
 * @param {string} key
 * @param {...Node} children
 */
function section(key, ...children) {
  return element("section", {}, element("h3", {}, t(key)), ...children);
}
