/**
 * The page: puts the desk, the analyser and the views together, and draws what belongs to none of them.
 */

import { mountArrivals } from "./arrivals.js";
import { mountCopying } from "./copying.js";
import { Desk } from "./desk.js";
import { mountDock } from "./dock.js";
import { mountEditor } from "./editor.js";
import { byId, element } from "./element.js";
import { kernsatz } from "./engine.js";
import { mountFacts } from "./facts.js";
import { mountGist } from "./gist.js";
import { mountIntake } from "./intake.js";
import { mountLegend } from "./legend.js";
import { say } from "./live.js";
import { mountMap } from "./map.js";
import { mountMargin } from "./margin.js";
import { Marks } from "./marks.js";
import { mountMeasures } from "./measures.js";
import { mountNames } from "./names.js";
import { workOffline } from "./offline.js";
import * as preferences from "./preferences.js";
import { ReadingPane } from "./reading.js";
import { mountSays } from "./says.js";
import { Session } from "./session.js";
import { mountSettings } from "./settings.js";
import { count, has, speak, t } from "./strings.js";

/** @import { Analysis } from "../pkg/kernsatz.js" */

/** The stages in order, for the progress bar. */
const STAGES = ["loading", "structure", "sentences", "names", "entities", "summary"];

/** So much typed text is more than a beginning. */
const A_BEGINNING = 200;

const desk = new Desk();
desk.set({ locale: preferences.locale(), layers: preferences.layers() ?? desk.state.layers });
const session = new Session(desk, kernsatz);

const article = byId("article");
const pane = new ReadingPane(article);
// First of all, so that every other view finds its words.
desk.watch(["locale"], ({ locale }) => speak(locale));
mountReading();
const marks = new Marks(article, pane, desk);
const drawMap = mountMap(byId("map"), desk, pane, marks);
const drawMargin = mountMargin(article, desk, pane);
pane.onDrawn = () => {
  marks.paint();
  drawMargin();
  drawMap();
};
mountLegend(byId("legend"), article, desk);
mountEditor(desk, session);
mountIntake(desk, session);
mountGist(byId("gist"), desk, marks);
mountSays(byId("says"), desk, marks);
mountNames(byId("names"), desk, marks);
mountMeasures(byId("measures"), desk, session, marks);
mountFacts(byId("facts"), desk, session);
mountDock(desk, marks);
mountCopying(desk, session, kernsatz);
mountSettings(desk);
mountStatus();
mountNotice();

const kept = preferences.carriedSource() ?? preferences.keptSource();
if (kept) session.open(kept);
mountArrivals(desk, session);
void workOffline({
  isIdle: () => desk.state.source === null && !document.body.classList.contains("typed"),
  announce: (run) => desk.set({ notice: { key: "notice.version", action: { key: "notice.version.load", run } } }),
  tellOthers: (run) => desk.set({ notice: { key: "notice.version.others", action: { key: "notice.version.load", run } } }),
  beforeLoad: () => desk.state.source && preferences.carryOver(desk.state.source),
});

/** Shows the article that lies on the desk. */
function mountReading() {
  /** @type {unknown[]} */
  let shown = [];
  desk.watch(["text", "analysis", "mode", "status", "locale"], ({ text, analysis, mode, status, locale, source }) => {
    document.body.classList.toggle("empty", isEmpty(source !== null, mode === "edit", text));
    document.body.dataset["mode"] = mode;
    article.hidden = mode !== "read";
    if (!source) document.title = t("title");
    if (mode !== "read") return;
    // What had the focus may be gone now: reading goes on where the text stands.
    const { activeElement } = document;
    if (!activeElement?.checkVisibility() || activeElement === document.body) byId("paper").focus({ preventScroll: true });
    const isPlain = !analysis && (status.kind === "failed" || status.kind === "stopped");
    const wanted = [text, analysis, isPlain, locale];
    if (wanted.every((value, index) => value === shown[index])) return;
    shown = wanted;
    if (analysis || isPlain) pane.show(text, analysis);
    else pane.clear();
    document.title = analysis ? t("title.article", { title: titleOf(text, analysis) }) : t("title");
  });
}

/**
 * The sheet stays calm under the first words that are typed; the cards come when there is something to say.
 *
 * @param {boolean} hasSource
 * @param {boolean} isEditing
 * @param {string} text
 */
function isEmpty(hasSource, isEditing, text) {
  if (!hasSource) return true;
  return isEditing && document.body.classList.contains("empty") && text.length < A_BEGINNING;
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 */
function titleOf(text, { sections }) {
  const span = (sections.find(({ kind }) => kind === "headline") ?? sections[0])?.span;
  const title = span ? text.slice(span.start, Math.min(span.end, span.start + 80)).replace(/\s+/g, " ") : "";
  return title.trim() || t("article.untitled");
}

/** Shows progress, or what went wrong, in the place of the result. */
function mountStatus() {
  const progress = byId("progress");
  const bar = /** @type {HTMLProgressElement} */ (byId("bar"));
  const trouble = byId("trouble");
  byId("stop").addEventListener("click", () => session.stop());
  byId("again").addEventListener("click", () => session.again());
  bar.max = STAGES.length;

  desk.watch(["status", "analysis", "locale"], ({ status, analysis }) => {
    const isWorking = status.kind === "working";
    progress.hidden = !isWorking;
    if (isWorking) {
      bar.value = STAGES.indexOf(status.stage) + 0.5;
      byId("stage").textContent = t(`stage.${status.stage}`);
    }
    const isTrouble = status.kind === "failed" || status.kind === "stopped";
    trouble.hidden = !isTrouble;
    if (isTrouble) {
      const key = status.kind === "failed" ? `error.${status.code}` : "stopped";
      const words = has(key) || status.kind !== "failed" ? t(key) : status.message;
      byId("trouble-words").textContent = words;
      say(words);
    }
    if (status.kind === "idle" && analysis && desk.state.mode === "read") say(summed(analysis));
  });
}

/** @param {Analysis} analysis */
function summed({ entities, summary }) {
  return t("done", {
    names: count("done.names", entities.length),
    sentences: count("done.sentences", summary.sentences.length),
  });
}

/** Tells the reader what happened, once, with a way back if there is one. */
function mountNotice() {
  const root = byId("notice");
  desk.watch(["notice", "locale"], ({ notice }) => {
    root.hidden = notice === null;
    if (!notice) {
      root.replaceChildren();
      return;
    }
    const { action } = notice;
    const words = t(notice.key, notice.values);
    root.replaceChildren(
      element("p", {}, words),
      action ? element("button", { type: "button", class: "link", onclick: action.run }, t(action.key)) : "",
      element("button", { type: "button", class: "icon", "aria-label": t("notice.close"), onclick: () => desk.set({ notice: null }) }, "×"),
    );
    say(words);
  });
}
