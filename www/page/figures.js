/**
 * Times and amounts in the order of the text, and what a time's value means on the calendar.
 *
 * In: an analysis, or a TIMEX3 value. Out: one list of both; the days that a value covers, and words for it.
 */

import { date, has, t } from "./strings.js";

/** @import { Amount, Analysis, Span, Timex } from "../pkg/kernsatz.js" */

/**
 * A time or an amount where it stands; its number is its index.
 *
 * @typedef {{ id: number, span: Span, time?: Timex, amount?: Amount }} Figure
 */

/**
 * Days since 1970, the second one not included; `soft` where its ends are not sharp.
 *
 * @typedef {{ from: number, to: number, soft: boolean }} Days
 */

const DAY = 86_400_000;
/** The months in which seasons begin. @type {Record<string, number>} */
const SEASONS = { SP: 2, SU: 5, FA: 8, WI: 11 };

/** @type {WeakMap<Analysis, Figure[]>} */
const known = new WeakMap();

/**
 * @param {Analysis} analysis
 * @returns {Figure[]}
 */
export function figuresOf(analysis) {
  let figures = known.get(analysis);
  if (!figures) {
    const times = analysis.timexes.map((time) => ({ span: time.span, time }));
    const amounts = analysis.amounts.map((amount) => ({ span: amount.span, amount }));
    figures = [...times, ...amounts].sort((a, b) => a.span.start - b.span.start).map((figure, id) => ({ id, ...figure }));
    known.set(analysis, figures);
  }
  return figures;
}

/**
 * The days that a value covers; null where it names none.
 *
 * @param {Timex} time
 * @returns {Days | null}
 */
export function daysOf({ value, mod }) {
  const [day = ""] = value.split("T");
  const soft = mod !== undefined;
  /** @param {number} year @param {number} month @param {number} months @param {boolean} [vague] */
  const months = (year, month, months, vague = soft) => ({ from: at(year, month, 1), to: at(year, month + months, 1), soft: vague });
  let parts;
  if ((parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day))) {
    const from = at(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
    return { from, to: from + 1, soft };
  }
  if ((parts = /^(\d{4})-(\d\d)$/.exec(day))) return months(Number(parts[1]), Number(parts[2]) - 1, 1);
  if ((parts = /^(\d{4})$/.exec(day))) return months(Number(parts[1]), 0, 12);
  if ((parts = /^(\d{4})-([QH])(\d)$/.exec(day))) {
    const size = parts[2] === "Q" ? 3 : 6;
    return months(Number(parts[1]), (Number(parts[3]) - 1) * size, size);
  }
  if ((parts = /^(\d{4})-(SP|SU|FA|WI)$/.exec(day))) return months(Number(parts[1]), SEASONS[parts[2] ?? ""] ?? 0, 3, true);
  if ((parts = /^(\d{4})-W(\d\d)(-WE)?$/.exec(day))) {
    const first = at(Number(parts[1]), 0, 4);
    // The Monday of the week that has the fourth of January; 1970 began on a Thursday.
    const monday = first - ((first + 3) % 7 + 7) % 7 + (Number(parts[2]) - 1) * 7;
    return parts[3] ? { from: monday + 5, to: monday + 7, soft } : { from: monday, to: monday + 7, soft };
  }
  if ((parts = /^(\d{3})X$/.exec(day))) return months(Number(parts[1]) * 10, 0, 120, true);
  if ((parts = /^(\d\d)XX$/.exec(day))) return months(Number(parts[1]) * 100, 0, 1200, true);
  if ((parts = /^(\d{4})\/\d{4}$/.exec(day))) return months(Number(parts[1]), 6, 12, true);
  if ((parts = /^BC(\d{4})$/.exec(day))) return months(1 - Number(parts[1]), 0, 12);
  return null;
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function at(year, month, day) {
  const time = new Date(0);
  time.setUTCFullYear(year, month, day);
  return Math.round(time.getTime() / DAY);
}

/**
 * A value in words: "2. Quartal 2005", "3. Mai 2024, abends".
 *
 * @param {Timex} time
 */
export function timeWords({ value, mod }) {
  const [day = "", clock = ""] = value.split("T");
  const edge = mod !== undefined && has(`mod.${mod}`) ? `${t(`mod.${mod}`)} ` : "";
  const part = clock === "" ? "" : `, ${has(`part.${clock}`) ? t(`part.${clock}`) : clock}`;
  return edge + dayWords(day) + part;
}

/** @param {string} day */
function dayWords(day) {
  let parts;
  if ((parts = /^(\d{4})-([QHW])(\d\d?)(-WE)?$/.exec(day))) {
    const [, year = "", sign = "", n, isWeekend] = parts;
    return t(isWeekend ? "value.WE" : `value.${sign}`, { n: Number(n), year });
  }
  if ((parts = /^(\d{4})-(SP|SU|FA|WI)$/.exec(day))) return `${t(`value.${parts[2]}`)} ${parts[1]}`;
  if ((parts = /^(\d{3})X$/.exec(day))) return t("value.decade", { year: `${parts[1]}0` });
  if ((parts = /^(\d\d)XX$/.exec(day))) return t("value.century", { n: Number(parts[1]) + 1 });
  if ((parts = /^BC0*(\d+)$/.exec(day))) return t("value.BC", { year: parts[1] ?? "" });
  return date(day);
}
