/**
 * What every twin of the analyser must do alike, in any host: one function for each thing, a class and how it starts in,
 * plain values out. Runs in Node and in pages.
 */

/** A short German article of our own. */
export const ARTICLE = `Rathaus in Husum wird Bibliothek

HUSUM – Das alte Rathaus in Husum wird zur Bibliothek. Das teilte Bürgermeisterin Maren Clausen am Dienstag mit. Clausen sagte, der Umbau koste vier Millionen Euro.

Die Arbeiten beginnen im März. Auch der Verein Nordlicht e. V. zieht ein.`;

const ENGLISH = "The mayor of Dover, Ellen Hart, said on Tuesday that the harbour would be closed. Hart spoke in London.";

const caught = (error) => ({ name: error.name, code: error.code });

export async function analyses(Kernsatz, options) {
  const kernsatz = await Kernsatz.load({ ...options, languages: ["de"] });
  const stages = [];
  const analysis = await kernsatz.analyze(ARTICLE, { onProgress: (stage) => stages.push(stage) });
  kernsatz.dispose();
  return { stages, analysis };
}

export async function speaksOnlyWhatItMay(Kernsatz, options) {
  const kernsatz = await Kernsatz.load({ ...options, languages: ["de"] });
  const { warnings } = await kernsatz.analyze(ENGLISH);
  kernsatz.dispose();
  const both = await Kernsatz.load({ ...options, languages: ["de", "en"] });
  const { language, entities } = await both.analyze(ENGLISH);
  both.dispose();
  return { warnings: warnings.map(({ code }) => code), language, names: entities.map(({ name }) => name) };
}

export async function answersInOrder(Kernsatz, options) {
  const kernsatz = new Kernsatz(options);
  const order = [];
  const ask = (name, promise) => promise.then((value) => (order.push(name), value));
  const [, markdown, guess] = await Promise.all([
    ask("analysis", kernsatz.analyze(ARTICLE)),
    ask("markdown", kernsatz.markdown(ARTICLE)),
    ask("language", kernsatz.identifyLanguage(ENGLISH)),
  ]);
  kernsatz.dispose();
  return { order, hasHeadline: markdown.includes("Rathaus in Husum wird Bibliothek"), tag: guess.tag };
}

export async function refuses(Kernsatz, options) {
  const kernsatz = new Kernsatz(options);
  const codes = [
    await kernsatz.analyze("a".repeat(32 * 1024 * 1024 + 1)).catch(caught),
    await kernsatz.analyze(ARTICLE, { documentCreationTime: "gestern" }).catch(caught),
    await kernsatz.analyze(ARTICLE, { signal: AbortSignal.abort() }).catch(caught),
  ];
  const { language } = await kernsatz.analyze(ARTICLE);
  const open = kernsatz.analyze(ARTICLE).catch(caught);
  kernsatz.dispose();
  return { codes: [...codes, await open, await kernsatz.analyze(ARTICLE).catch(caught)], language };
}

/** Waiting work is aborted without the work before it being hurt. */
export async function aborts(Kernsatz, options) {
  const kernsatz = new Kernsatz(options);
  const controller = new AbortController();
  const first = kernsatz.analyze(ARTICLE);
  const second = kernsatz.analyze(ARTICLE, { signal: controller.signal }).catch(caught);
  controller.abort();
  const answers = [(await first).language, await second, (await kernsatz.analyze(ARTICLE)).language];
  kernsatz.dispose();
  return answers;
}

/** The module traps on the text "TRAP", which the test sees to. */
export async function recovers(Kernsatz, options) {
  const kernsatz = new Kernsatz(options);
  const before = await kernsatz.analyze(ARTICLE);
  const trapped = await kernsatz.analyze("TRAP").catch(caught);
  const after = await kernsatz.analyze(ARTICLE);
  kernsatz.dispose();
  return { trapped, isSame: JSON.stringify(before) === JSON.stringify(after) };
}

export async function missesItsFiles(Kernsatz, options) {
  return Kernsatz.load({ ...options, files: { "kernsatz_bg.wasm": new Uint8Array([0, 1, 2]) } }).then(() => "loaded", caught);
}
