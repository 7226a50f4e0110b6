/**
 * The card "Who says what": the ledger by speaker, what share of the article stands on whom, and what does not go
 * together. In: the desk's state. Out: buttons that lead to the places; filters; the ledger to take along.
 */

import { copy } from "./copying.js";
import { element } from "./element.js";
import { kindOf, told, toCsv, toMarkdown, voicesOf, wordsOf } from "./ledger.js";
import { say } from "./live.js";
import { t } from "./strings.js";

/** @import { Analysis, Claim } from "../pkg/kernsatz.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Voice } from "./ledger.js" */
/** @import { Marks } from "./marks.js" */

/** So many claims are shown until more are asked for. */
const SHOWN = 40;
/** Longer claims are cut: the article has the rest. */
const LONGEST = 280;

const KINDS = ["direct", "indirect", "reported", "freeIndirect", "indirectFreeIndirect", "hedged"];
const HOLDERS = /** @type {const} */ (["named", "unnamed", "none"]);

/**
 * @param {HTMLElement} root
 * @param {Desk} desk
 * @param {Marks} marks
 */
export function mountSays(root, desk, marks) {
  let speaker = "*";
  let kind = "";
  let whole = false;
  /** @type {Analysis | null} */
  let drawn = null;

  function draw() {
    const { analysis, text } = desk.state;
    if (analysis !== drawn) [speaker, kind, whole, drawn] = ["*", "", false, analysis];
    if (!analysis) {
      root.replaceChildren();
      return;
    }
    if (analysis.claims.length === 0) {
      root.replaceChildren(element("p", { class: "quiet" }, t("says.none")), ...conflicts(analysis, text));
      return;
    }
    const voices = voicesOf(analysis, text);
    let left = whole ? Infinity : SHOWN;
    const groups = [];
    let hidden = 0;
    for (const voice of voices) {
      if (speaker !== "*" && voice.key !== speaker) continue;
      const claims = voice.claims.filter((claim) => kind === "" || kindOf(analysis, claim) === kind);
      const shown = claims.slice(0, left);
      left -= shown.length;
      hidden += claims.length - shown.length;
      if (shown.length > 0) groups.push(group(analysis, text, voice, shown));
    }
    root.replaceChildren(
      ...shares(analysis),
      filters(analysis, voices),
      ...(groups.length > 0 ? groups : [element("p", { class: "quiet" }, t("says.none.such"))]),
      hidden > 0 && element("button", { type: "button", class: "more", onclick: () => ((whole = true), draw()) }, t("names.all", { n: hidden + SHOWN })) || "",
      ...conflicts(analysis, text),
      element(
        "div",
        { class: "take" },
        element("button", { type: "button", class: "plain", onclick: take }, t("copy.markdown")),
        element("button", { type: "button", class: "plain", onclick: save }, t("says.csv")),
      ),
    );
    here();
  }

  /**
   * @param {Analysis} analysis
   * @param {string} text
   * @param {Voice} voice
   * @param {Claim[]} claims
   */
  function group(analysis, text, { name, offices }, claims) {
    const who = name === null
      ? element("span", { class: "who nobody" }, t("says.nobody"))
      : element("span", { class: "who", lang: analysis.language }, name);
    return element(
      "section",
      {},
      element("h3", { class: "voice" }, who, offices !== "" && element("span", { class: "offices", lang: analysis.language }, offices)),
      element("ul", { class: "claims" }, ...claims.map((claim) => row(analysis, text, claim))),
    );
  }

  /**
   * @param {Analysis} analysis
   * @param {string} text
   * @param {Claim} claim
   */
  function row(analysis, text, claim) {
    const words = wordsOf(analysis, text, claim);
    return element(
      "li",
      { class: claim.holder.kind },
      element(
        "button",
        { type: "button", class: "go", lang: analysis.language, "data-claim": claim.id, title: t("gist.go"), onclick: () => marks.jumpToClaim(claim.id) },
        words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()} …` : words,
      ),
      element("p", { class: "why" }, told(analysis, text, claim)),
    );
  }

  /**
   * @param {Analysis} analysis
   * @param {Voice[]} voices
   */
  function filters(analysis, voices) {
    const kinds = KINDS.filter((one) => analysis.claims.some((claim) => kindOf(analysis, claim) === one));
    return element(
      "div",
      { class: "filters" },
      choice("says.speaker", [["*", t("says.all")], ...voices.map(({ key, name }) => [key, name ?? t("says.nobody")])], speaker, (value) => (speaker = value)),
      choice("says.kind", [["", t("says.all")], ...kinds.map((one) => [one, t(`says.kind.${one}`)])], kind, (value) => (kind = value)),
    );
  }

  /**
   * @param {string} key
   * @param {string[][]} options
   * @param {string} chosen
   * @param {(value: string) => void} set
   */
  function choice(key, options, chosen, set) {
    const onchange = (/** @type {{ target: HTMLSelectElement }} */ { target }) => {
      set(target.value);
      draw();
      /** @type {HTMLElement | null} */ (root.querySelector(`[data-filter="${key}"]`))?.focus();
    };
    return element(
      "label",
      {},
      element("span", {}, t(key)),
      element(
        "select",
        { "data-filter": key, onchange },
        ...options.map(([value = "", words = ""]) => element("option", { value, selected: value === chosen }, words)),
      ),
    );
  }

  /** @param {Analysis} analysis */
  function shares({ stats: { attribution } }) {
    const all = attribution.named + attribution.unnamed + attribution.none;
    if (all === 0) return [];
    const parts = HOLDERS.filter((holder) => attribution[holder] > 0);
    const bar = element("div", { class: "shares", "aria-hidden": "true" });
    for (const holder of parts) {
      const part = element("span", { class: holder });
      part.style.flexGrow = String(attribution[holder]);
      bar.append(part);
    }
    const words = parts.map((holder) => t(`says.share.${holder}`, { n: Math.round((100 * attribution[holder]) / all) }));
    return [bar, element("p", { class: "why" }, words.join("\u00a0· "))];
  }

  /**
   * What does not go together, each place a way there.
   *
   * @param {Analysis} analysis
   * @param {string} text
   */
  function conflicts({ warnings, language }, text) {
    return warnings.flatMap(({ code, spans }) => {
      if (code !== "conflicting-statements" || !spans) return [];
      const places = spans.flatMap(({ start, end }) => [
        element("button", { type: "button", class: "link", lang: language, onclick: () => marks.show(start) }, text.slice(start, end)),
        " – ",
      ]);
      return [element("p", { class: "note warning" }, `${t(`warning.${code}`)} `, ...places.slice(0, -1))];
    });
  }

  async function take() {
    const { analysis, text } = desk.state;
    if (!analysis) return;
    try {
      await copy(Promise.resolve(toMarkdown(analysis, text)));
      say(t("copy.done"));
    } catch {
      desk.set({ notice: { key: "copy.failed" } });
    }
  }

  function save() {
    const { analysis, text } = desk.state;
    if (!analysis) return;
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    const address = URL.createObjectURL(new Blob(["\ufeff", toCsv(analysis, text)], { type: "text/csv" }));
    element("a", { href: address, download: "kernsatz.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function here() {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-claim]"))) {
      if (Number(button.dataset["claim"]) === desk.state.claim) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  desk.watch(["analysis", "locale"], draw);
  desk.watch(["claim"], here);
}
