/**
 * Times and amounts as files: iCalendar for what has a day, CSV for all of them.
 *
 * In: the figures and what gives their words. Out: the files' texts. Nothing leaves the page but as a download.
 */

import { daysOf } from "./figures.js";

/** @import { Span } from "../pkg/kernsatz.js" */
/** @import { Figure } from "./figures.js" */

const DAY = 86_400_000;
/** The longest line of iCalendar, in bytes. */
const LINE = 75;

/**
 * @param {Figure[]} figures
 * @param {(span: Span) => string} sentence
 */
export function calendar(figures, sentence) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kernsatz//EN", "CALSCALE:GREGORIAN"];
  const stamp = `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  for (const { id, span, time } of figures) {
    const days = time && daysOf(time);
    if (!time || !days || days.from < -719_162) continue;
    const [, hour, minute] = /T(\d\d):(\d\d)$/.exec(time.value) ?? [];
    const start = hour !== undefined && hour < "24" ? `DTSTART:${compact(days.from)}T${hour}${minute}00` : `DTSTART;VALUE=DATE:${compact(days.from)}`;
    lines.push("BEGIN:VEVENT", `UID:${id}-${time.value.replace(/\W/g, "")}@kernsatz.invalid`, `DTSTAMP:${stamp}`, start);
    if (start.includes("VALUE")) lines.push(`DTEND;VALUE=DATE:${compact(days.to)}`);
    lines.push(`SUMMARY:${sentence(span).replace(/[\\;,]/g, "\\$&")}`, "TRANSP:TRANSPARENT", "END:VEVENT");
  }
  return [...lines, "END:VCALENDAR", ""].map(fold).join("\r\n");
}

/** @param {number} day */
function compact(day) {
  return new Date(day * DAY).toISOString().slice(0, 10).replaceAll("-", "");
}

/**
 * Long lines go on behind a blank, as iCalendar wants it.
 *
 * @param {string} line
 */
function fold(line) {
  let folded = "";
  let bytes = 0;
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > LINE) {
      folded += "\r\n ";
      bytes = 1;
    }
    folded += letter;
    bytes += size;
  }
  return folded;
}

/**
 * @param {Figure[]} figures
 * @param {(span: Span) => string} words
 * @param {(span: Span) => string} sentence
 */
export function table(figures, words, sentence) {
  const rows = figures.map(({ span, time, amount }) =>
    time
      ? [time.type, time.value, "", "", time.mod, words(span), "", sentence(span)]
      : [amount?.kind, amount?.value, amount?.to, amount?.unit, amount?.mod, words(span), amount?.of && words(amount.of), sentence(span)],
  );
  const head = ["kind", "value", "to", "unit", "mod", "words", "of", "sentence"];
  // With a mark at the beginning, so that spreadsheets read the letters as they are.
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/**
 * A cell; one that a spreadsheet would take for a formula is told to be text.
 *
 * @param {string | undefined} value
 */
function cell(value = "") {
  const isFormula = /^[=+@\t\r-]/.test(value) && !/^-[\d.]+$/.test(value);
  return `"${(isFormula ? `'${value}` : value).replaceAll('"', '""')}"`;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function take(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
