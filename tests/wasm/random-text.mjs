/**
 * Random texts that mix what real and hostile ones hold.
 *
 * In: a seed. Out: the same texts every time.
 */

/** A small generator (mulberry32): numbers from 0 up to, not including, `limit`. */
export function random(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** A text of up to `most` pieces. */
export function randomText(pick, most = 60) {
  let text = "";
  for (let left = pick(most + 1); left > 0; left--) {
    const family = families[pick(families.length)];
    text += typeof family === "function" ? family(pick) : family[pick(family.length)];
  }
  return text;
}

/** `text` with lone surrogates put in, as JavaScript strings may hold them. */
export function withLoneSurrogates(pick, text) {
  const units = text.split("");
  for (let left = 1 + pick(5); left > 0; left--) {
    units.splice(pick(units.length + 1), 0, String.fromCharCode(0xd800 + pick(0x800)));
  }
  return units.join("");
}

const german = [
  "BERN (sda) – ",
  "Das sagte Außenministerin Ulrike Habersack am 3. Oktober in Wien. ",
  "Der „Tagesspiegel“ berichtete, Polens Regierung habe das bestätigt. ",
  "»Wir kommen wieder«, rief Herr Dr. Jens-Uwe Oppermann. ",
  "Ost- und Westdeutschland, z. B. Halle (Saale), ",
  "US-Präsident Walter Brackwell traf den japanischen Botschafter. ",
  "Die Siemens AG verdiente 1.234,56 Mio. Euro, d. h. 3,5 % mehr. ",
  "Bürger:innen um 14.30 Uhr! ",
  "Foto: Paula Wirth/dpa\n",
  "Lesen Sie auch: Wetter\n\n",
];
const english = [
  "PARIS (AP) — ",
  "“We’ll see,” said Sen. Laura K. Whitcombe of Ohio. ",
  "The European Union and Germany's government agreed on Jan. 5. ",
  'Mr. Ortega told "The Times" it was $3.5bn. ',
  "Shares in Boeing Co. fell at 9 a.m. in New York. ",
];
const oddities = [
  "\ufeff", "\u200b", "\u200d", "\u00ad", "\u00a0", "\u2028", "\r\n", "\r", "\n", "\n\n", "\t", "\v", "\0", "\x1b[31m", "\x7f", "\x85",
  "e\u0301", "o\u0308ffentlich", "A\u030angstrom", "👩‍👩‍👧‍👦", "🇩🇪", "👍🏽", "❤️‍🔥", "𝒦", "שלום", "مرحبا بالعالم", "\u202eabc\u202c",
  "日本語。", "\ufffd", "\u{10ffff}", "ﬁ", "İstanbul", "ẞ", "ǅ",
];
const marks = [". ", "! ", "? ", "… ", ": ", "; ", ", ", "„", "“", "”", '"', "'", "’", "»", "«", "‹", "›", " – ", " — ", "(", ")", "[", "|", "/", "<", ">", "&amp;", "<p>", "</p>"];

const families = [
  german,
  german,
  english,
  oddities,
  marks,
  (pick) => Array.from({ length: 1 + pick(12) }, () => String.fromCharCode(97 + pick(26))).join("") + " ",
  (pick) => Array.from({ length: 1 + pick(6) }, () => "äöüßÄÖÜéøč"[pick(10)]).join(""),
  (pick) => String(pick(100000)) + [" ", ".", ",", ":", "%"][pick(5)],
  (pick) => Array.from({ length: pick(3) }, () => String.fromCharCode(pick(32))).join(""),
  (pick) => Array.from({ length: pick(4) }, () => scalar(pick)).join(""),
];

/** Any Unicode scalar value. */
function scalar(pick) {
  const value = pick(0x110000 - 0x800);
  return String.fromCodePoint(value < 0xd800 ? value : value + 0x800);
}
