/** The ways in: paste, HTML, files, drop, samples, typing; and what is kept. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTICE, paste, read, settled, useDesk, words } from "./desk.mjs";

const desk = useDesk();

const FRAGMENT = `<html><body><!--StartFragment--><h1>Der Deich hält</h1>
<p><em>Husum</em> – Der Deich bei Husum hat die Flut überstanden. Das sagte Deichgraf Momme Hansen.</p>
<figure><img src="x.jpg" onerror="document.title='hacked'"><figcaption>Der Deich am Morgen. Foto: Inken Boysen</figcaption></figure>
<p>In Husum standen nur zwei Keller unter Wasser.</p><!--EndFragment--></body></html>`;

const PAGE = `<!doctype html><html lang="de"><head><title>Der Deich hält | Nordblatt</title>
<meta property="article:published_time" content="2024-11-03T06:00:00+01:00"></head><body>
<nav><ul><li><a href="/">Startseite</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Der Deich hält</h1>
<p>Der Deich bei Husum hat die schwere Flut in der Nacht überstanden. Das sagte Deichgraf Momme Hansen am frühen Morgen, nachdem er die gesamte Strecke abgegangen war, von Schobüll bis Simonsberg.</p>
<p>In Husum standen nur zwei Keller unter Wasser, teilte die Feuerwehr mit. Am Hafen lief das Wasser über die Kante, die Straße blieb aber frei. Die Schulen öffneten eine Stunde später als sonst.</p>
<p>Hansen warnte trotzdem vor zu viel Zuversicht. Der Deich sei an drei Stellen weich geworden, man müsse ihn noch vor dem Winter erneuern, sonst halte er die nächste Flut nicht aus.</p>
</article></main><footer>Impressum und Datenschutz</footer></body></html>`;

const drop = (page, files, data = {}) =>
  page.evaluate(
    ([files, data]) => {
      const dataTransfer = new DataTransfer();
      for (const { name, type, text, bytes } of files) {
        dataTransfer.items.add(new File([bytes ? new Uint8Array(bytes) : text], name, { type }));
      }
      for (const [type, value] of Object.entries(data)) dataTransfer.setData(type, value);
      for (const type of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [files, data],
  );

test("starts with a field that has the focus, and says that nothing leaves", async () => {
  const page = await desk.open();
  assert.equal(await page.evaluate(() => document.activeElement.id), "editor");
  await page.getByText("Nichts verlässt diese Seite. Sie läuft auch ohne Netz.").waitFor();
  assert.equal(await page.locator(".sample").count(), 3);
  assert.equal(await page.locator("#cards").isVisible(), false);
  await page.done();
});

test("a pasted fragment of HTML keeps its structure and runs nothing", async () => {
  const page = await desk.open();
  await read(page, "Der Deich hält\nHusum – Der Deich", FRAGMENT);
  assert.equal(await page.locator("#article h1").textContent(), "Der Deich hält");
  assert.match(await page.locator("#article figure").textContent(), /Foto: Inken Boysen/);
  assert.equal(await page.locator("#article img").count(), 0);
  assert.notEqual(await page.title(), "hacked");
  await page.done();
});

test("of a whole web page the article is read, the rest on demand", async () => {
  const page = await desk.open();
  await read(page, "Startseite\nSport\nDer Deich hält", PAGE);
  const shown = await words(page);
  assert.match(shown, /Der Deich hält.*Momme Hansen.*nächste Flut nicht aus\./s);
  assert.doesNotMatch(shown, /Startseite|Impressum/);
  assert.match(await page.locator("#facts").textContent(), /3\. November 2024/);
  await page.getByRole("button", { name: "Alles zeigen" }).click();
  await page.locator("#article", { hasText: "Impressum" }).waitFor({ state: "attached" });
  await page.done();
});

test("of code from an editor the plain text is read, tags and all", async () => {
  const page = await desk.open();
  const text = "Ein Satz mit <b>spitzen</b> Klammern.\nUnd noch einer, damit es ein Text ist.";
  await read(page, text, `<meta charset="utf-8"><div style="color:red"><div><span>Ein Satz mit </span></div></div>`);
  assert.match(await words(page), /Ein Satz mit <b>spitzen<\/b> Klammern\./);
  await page.done();
});

test("opens dropped files: text, Markdown, HTML, old encodings", async () => {
  const page = await desk.open();
  await drop(page, [{ name: "fähre.txt", type: "text/plain", text: NOTICE }]);
  await page.locator("#article", { hasText: "Brunsbüttel" }).waitFor();
  await drop(page, [{ name: "alt.txt", type: "text/plain", bytes: [71, 114, 252, 223, 101, 32, 97, 117, 115, 32, 75, 246, 108, 110] }]);
  await page.locator("#article", { hasText: "Grüße aus Köln" }).waitFor();
  await drop(page, [{ name: "deich.html", type: "text/html", text: PAGE }]);
  await page.locator("#article h1", { hasText: "Der Deich hält" }).waitFor();
  await drop(page, [{ name: "notiz.md", type: "", text: "# Titel\n\nEin Absatz in Markdown." }]);
  await page.locator("#article", { hasText: "Ein Absatz in Markdown." }).waitFor();
  await page.done();
});

test("says of a file that is not text what it can read, and keeps the article", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  await drop(page, [{ name: "bild.png", type: "image/png", bytes: [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13] }]);
  await page.locator("#notice", { hasText: "„bild.png“ ist kein Text. Kernsatz liest .txt, .md und .html." }).waitFor();
  assert.match(await words(page), /Brunsbüttel/);
  await page.done();
});

test("opens a file by the button", async () => {
  const page = await desk.open();
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Datei öffnen" }).click();
  await (await chosen).setFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(NOTICE) });
  await page.locator("#article h1", { hasText: "Neue Fähre" }).waitFor();
  await page.done();
});

test("has three samples: German, English and a long one", async () => {
  const page = await desk.open();
  for (const [index, language] of ["de", "en", "de"].entries()) {
    await page.locator(".sample").nth(index).click();
    await settled(page);
    assert.equal(await page.locator("#article").getAttribute("lang"), language);
    assert.ok((await page.locator("#article .mark").count()) > 5, "names");
    assert.ok((await page.locator("#gist .go").count()) > 0, "a summary");
    await page.locator("#new").click();
    await page.locator(".sample").first().waitFor();
  }
  await page.done();
});

test("typing is read as it goes on, in one place", async () => {
  const page = await desk.open();
  await page.locator("#editor").pressSequentially("Anna Petersen kam nach Hamburg. ");
  await page.locator("#read").click();
  await settled(page);
  assert.match(await words(page), /^Anna Petersen kam nach Hamburg\.$/);
  assert.equal(await page.locator("#editor").isVisible(), false);
  await page.locator("#edit").click();
  assert.equal(await page.locator("#article").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), "editor");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Dann fuhr sie nach Bremen.");
  await page.keyboard.press("Control+Enter");
  await page.locator("#article", { hasText: "Dann fuhr sie nach Bremen." }).waitFor();
  await page.done();
});

test("a text that a keyboard inserts without a paste is an article too", async () => {
  const page = await desk.open();
  await page.locator("#editor").fill(NOTICE);
  await settled(page);
  assert.equal(await page.locator("#article h1").textContent(), "Neue Fähre zwischen Cuxhaven und Brunsbüttel");
  await page.done();
});

test("a paste into a text that is being edited is words, not a new article", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  await page.locator("#edit").click();
  await paste(page, "Ein Einschub, der lang genug wäre, um für einen eigenen Artikel gehalten zu werden.");
  assert.equal(await page.locator("#editor").isVisible(), true);
  assert.match(await page.locator("#editor").inputValue(), /Neue Fähre/);
  await page.done();
});

test("a new article can be taken back", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  await read(page, "Ein ganz anderer Text.\n\nMit zwei Absätzen, damit er als Artikel gilt.");
  assert.match(await words(page), /ganz anderer/);
  await page.getByRole("button", { name: "Zum vorigen zurück" }).click();
  await page.locator("#article h1", { hasText: "Neue Fähre" }).waitFor();
  await page.done();
});

test("keeps the text over a reload only if asked", async () => {
  const page = await desk.open();
  await read(page, NOTICE);
  await page.reload();
  await page.locator("#editor").waitFor();
  assert.equal(await page.locator("#article .mark").count(), 0);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).includes("kernsatz.text")), false);
  await read(page, NOTICE);
  await page.locator("#keep").check();
  await page.reload();
  await page.locator("#article h1", { hasText: "Neue Fähre" }).waitFor();
  await page.locator("#keep").uncheck();
  assert.equal(await page.evaluate(() => localStorage.getItem("kernsatz.text")), null);
  await page.done();
});
