/**
 * The timeline as a picture: days are dots, longer times bars, vague ones fade at their ends.
 *
 * In: times with the days they cover, and the document's date. Out: an SVG element. Long gaps are drawn shorter than
 * they are, or a year would leave no room for its days. Only for eyes and pointers: the list below says the same.
 */

import { timeWords } from "./figures.js";
import { date, t } from "./strings.js";

/** @import { Timex } from "../pkg/kernsatz.js" */
/** @import { Days } from "./figures.js" */

/** @typedef {{ time: Timex, days: Days, id: number }} Dated */

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 340;
const MARGIN = 10;
const LANE = 11;
const LANES = 5;
/** The room that a letter of a label takes. */
const LETTER = 6;

/**
 * @param {Dated[]} dated By their days.
 * @param {{ from: number, words: string } | null} document
 * @param {(id: number) => void} go
 */
export function timeline(dated, document, go) {
  const ends = dated.flatMap(({ days }) => [days.from, days.to]);
  const x = scale(document ? [...ends, document.from, document.from + 1] : ends);
  /** @type {number[]} */
  const lanes = [];
  const marks = [];
  const labels = [];
  let labelled = -Infinity;
  for (const { time, days, id } of unique(dated)) {
    const from = x(days.from);
    const width = Math.max(x(days.to) - from, 7);
    let lane = lanes.findIndex((end) => end + 2 < from);
    if (lane < 0) lane = Math.min(lanes.length, LANES - 1);
    lanes[lane] = from + width;
    const isDay = days.to - days.from === 1;
    const shape = isDay
      ? { cx: from + 3.5, cy: -lane * LANE, r: 3.5 }
      : { x: from, y: -lane * LANE - 3, width, height: 6, rx: days.soft ? 0 : 3 };
    const words = timeWords(time);
    const mark = svg(isDay ? "circle" : "rect", { ...shape, class: "stretch", "data-value": time.value, ...(days.soft && { fill: "url(#soft)" }) }, svg("title", {}, words));
    mark.addEventListener("click", () => go(id));
    marks.push(mark);
    const label = shortly(time.value);
    if (from > labelled) {
      const end = Math.min(from, WIDTH - label.length * LETTER);
      labels.push(svg("text", { x: end, y: 20 }, label));
      labelled = end + (label.length + 1) * LETTER;
    }
  }
  const height = Math.max(1, Math.min(lanes.length, LANES)) * LANE + 6;
  const now = document && svg("line", { class: "written", x1: x(document.from), x2: x(document.from), y1: -height + 6, y2: 8 }, svg("title", {}, t("times.written", { date: document.words })));
  const [first, last] = [dated[0], dated.at(-1)];
  return svg(
    "svg",
    {
      class: "timeline",
      viewBox: `0 ${-height} ${WIDTH} ${height + 26}`,
      role: "img",
      "aria-label": t("times.picture", { n: marks.length, first: first ? timeWords(first.time) : "", last: last ? timeWords(last.time) : "" }),
    },
    soft(),
    svg("line", { class: "axis", x1: 0, x2: WIDTH, y1: 8, y2: 8 }),
    ...(now ? [now] : []),
    ...marks,
    ...labels,
  );
}

/** A fill that fades at both ends. */
function soft() {
  const stops = [[0, 0], [0.3, 1], [0.7, 1], [1, 0]].map(([offset = 0, opacity = 0]) => svg("stop", { offset, "stop-opacity": opacity }));
  return svg("linearGradient", { id: "soft" }, ...stops);
}

/**
 * From days to places; a gap counts by its logarithm.
 *
 * @param {number[]} days
 * @returns {(day: number) => number}
 */
function scale(days) {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const places = new Map();
  let at = 0;
  for (const [index, day] of sorted.entries()) {
    if (index > 0) at += Math.log2(1 + day - (sorted[index - 1] ?? day));
    places.set(day, at);
  }
  const whole = at || 1;
  return (day) => MARGIN + ((places.get(day) ?? 0) / whole) * (WIDTH - 2 * MARGIN);
}

/** @param {Dated[]} dated */
function unique(dated) {
  const seen = new Set();
  return dated.filter(({ time }) => !seen.has(time.value) && seen.add(time.value));
}

/**
 * The year, or the day without its year.
 *
 * @param {string} value
 */
function shortly(value) {
  const [, year = value, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? [];
  if (!day) return /^\d{4}-\d\d$/.test(value) ? date(value) : value.replace(/^BC0*/, "−").replace(/[X-].*$/, (rest) => (rest.startsWith("X") ? rest.replaceAll("X", "0") : ""));
  return date(`${year}-${month}-${day}`);
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}
