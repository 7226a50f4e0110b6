/**
 * From elements to text and back: every span of an analysis leads to the words that it was made for.
 *
 * In: pages of our own, the golden articles in HTML among them. Out: the first span whose range says something else.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../support/chromium.mjs";
import { html, openPage, root, serveDist } from "./site.mjs";

const golden = path.join(root, "tests/golden/articles");
const articles = readdirSync(golden).filter((name) => name.endsWith(".html"));
/** What is in the body, or all of a fragment. */
function bodyOf(name) {
  const text = readFileSync(path.join(golden, name), "utf8");
  return /<body[^>]*>([^]*)<\/body>/i.exec(text)?.[1] ?? text;
}

const CASES = {
  entities: "<p>A &lt; B &amp;amp; C: Müller &amp; Söhne aus Köln&nbsp;Süd, sagte Eva Roth.</p>",
  blocks: "<div>Kiel<div>Eva Roth sprach in Kiel.</div>Danach<br>fuhr sie nach Bonn.<hr>Ende</div>",
  "white space": "<pre>Eva Roth\n\n  sprach   in Kiel.</pre><p>Sie\n    fuhr\tnach <b> Bonn </b> .</p>",
  "a list and a table": "<ul><li>Bonn<li>Kiel</ul><table><tr><td>Eva Roth<td>Köln</table>",
  "words in pieces": "<p>E<b>v</b>a <i>R</i>oth aus <span>Wies</span>ba<em>den</em>.</p>",
  "what nobody reads": "<p>Kiel</p><script type=text/plain>Bonn</script><p hidden>Trier</p><p aria-hidden=true>Ulm</p><textarea>Jena</textarea>",
  "beyond the first plane": "<p>👩‍👩‍👧 Eva Roth 🇩🇪 aus 𝒦iel, e\u0301 und Köln.</p>",
  nothing: "",
  "only white space": " \n <p> </p>",
};

let server;
let browser;
let page;
before(async () => {
  const pages = Object.fromEntries(Object.entries(CASES).map(([name, body]) => [`/${encodeURIComponent(name)}.html`, html(`<main id=text>${body}</main>`)]));
  for (const name of articles) pages[`/golden/${name}`] = html(`<main id=text>${bodyOf(name)}</main>`);
  server = await serveDist({ pages });
  browser = await launch();
  page = await openPage(browser, `${server.url}empty.html`);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** The words of all spans, as the text and as the ranges have them. */
async function compare(address) {
  await page.goto(new URL(address, server.url).href);
  return page.evaluate(async () => {
    const { Kernsatz } = await import("/kernsatz/analyzer.js");
    const kernsatz = await Kernsatz.load({ languages: ["de", "en"], worker: false });
    const { analysis, text, rangeOf } = await kernsatz.analyzeElement(document.getElementById("text"));
    const plain = (words) => words.replace(/\s+/g, "");
    const spans = [...analysis.sections, ...analysis.sentences, ...analysis.mentions].map(({ span }) => span);
    return {
      text,
      pairs: spans.map((span) => [plain(text.slice(span.start, span.end)), plain(rangeOf(span)?.toString() ?? "(nowhere)")]),
    };
  });
}

for (const [address, name] of [
  ...Object.keys(CASES).map((name) => [`${encodeURIComponent(name)}.html`, name]),
  ...articles.map((name) => [`golden/${name}`, name]),
]) {
  test(`every span leads back: ${name}`, async () => {
    const { text, pairs } = await compare(address);
    for (const [said, found] of pairs) {
      // A range may hold what nobody reads: a script between two paragraphs.
      if (articles.includes(name)) assert.ok(found.startsWith(said.slice(0, 5)) && found.endsWith(said.slice(-5)), `${said}\n${found}`);
      else assert.equal(found, said);
    }
    if (CASES[name]?.includes("Kiel") || articles.includes(name)) assert.ok(pairs.length > 0);
    for (const hidden of ["Trier", "Ulm", "Jena"]) assert.ok(!text.includes(hidden));
  });
}

test("plain text is read as it is written", async () => {
  const found = await page.evaluate(async () => {
    const { ElementText } = await import("/kernsatz/embed/text.js");
    const article = document.createElement("div");
    article.style.whiteSpace = "pre-line";
    article.append("Headline\n\nKöln - ", "Es regnet.");
    document.body.append(article);
    const { format, source } = new ElementText(article);
    article.append(document.createElement("p"));
    return [format, source, new ElementText(article).format];
  });
  assert.deepEqual(found, ["text", "Headline\n\nKöln - Es regnet.", "html"]);
});

test("depth is no danger", async () => {
  const length = await page.evaluate(async () => {
    const { ElementText } = await import("/kernsatz/embed/text.js");
    const top = document.createElement("div"); // not in the page: browsers themselves fear depth
    let inner = top;
    for (let i = 0; i < 5_000; i += 1) inner = inner.appendChild(document.createElement("b"));
    inner.append("Köln");
    return new ElementText(top).source.length;
  });
  assert.equal(length, 5_000 * "<b></b>".length + "Köln".length);
});

test("the text of a frame is read and marked in the frame", async () => {
  await page.goto(`${server.url}empty.html`);
  const found = await page.evaluate(async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    frame.contentDocument.body.append("Eva Roth sprach am Montag in der Stadt Köln.");
    const { Kernsatz } = await import("/kernsatz/analyzer.js");
    const kernsatz = await Kernsatz.load({ languages: ["de"], worker: false });
    const { analysis, rangeOf } = await kernsatz.analyzeElement(frame.contentDocument.body, { language: "de" });
    return analysis.mentions.map(({ span }) => rangeOf(span).toString());
  });
  assert.deepEqual(found, ["Eva Roth", "Köln"]);
});
