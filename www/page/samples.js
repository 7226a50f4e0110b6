/** The invented articles in `samples/`: what the sheet says of them, and their texts. */

export const SAMPLES = [
  { file: "hafen.de.txt", title: "Emden bekommt ein Terminal für Ammoniak", language: "de", minutes: 1 },
  { file: "bridge.en.txt", title: "Ferry town votes to keep its bridge toll", language: "en", minutes: 2 },
  { file: "moor.de.txt", title: "Das Moor kehrt zurück", language: "de", minutes: 5 },
];

/** @param {string} file */
export async function sampleText(file) {
  const response = await fetch(new URL(`../samples/${file}`, import.meta.url));
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}
