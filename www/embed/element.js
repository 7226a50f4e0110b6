/**
 * `<kernsatz-article>`: shows an article with its names marked and, below it, what it comes down to.
 *
 * In: its own text, or that of the element whose id `for` names; attributes `layers`, `cards`, `language`, `date`,
 * `locale`, `marks`; properties of the same names, `labels` and `kernsatz`. Out: the text as it was, marked in place;
 * a panel of `part`s; the events `kernsatz-analysis`, `kernsatz-show`, `kernsatz-error`. Without JavaScript its text
 * is plain text. All elements of a page share one worker.
 */

import { element } from "../page/element.js";
import { Annotation } from "./annotate.js";
import { cards } from "./cards.js";
import { PANEL, sheet } from "./style.js";
import { wordsFor } from "./words.js";

/** @import { Kernsatz } from "../analyzer.js" */
/** @import { Analysis } from "../pkg/kernsatz.js" */

export { configure, disposeShared, sharedKernsatz } from "./shared.js";

const STYLE = `
  :host { display: block; }
  :host([hidden]) { display: none; }
  :host([plain]) { white-space: pre-line; }
  .panel, .status, .card { white-space: normal; }
  .panel { margin-block-start: 1rem; color: var(--ink); font: 400 .9375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
  .panel:empty { display: none; }
  .panel h2 { margin: 1rem 0 .25rem; font-size: 1rem; font-weight: 650; }
  .panel ul, .panel ol { margin: 0; padding: 0; list-style: none; }
  .panel li { padding-block: .25rem; }
  .panel .entry { min-block-size: 1.5rem; padding: 0; border: 0; color: inherit; font: inherit; font-size: inherit; text-align: start; }
  .panel .entry:hover { color: var(--accent); text-decoration: underline; }
  .status:empty { display: none; }
  .status { color: var(--quiet); font: 400 .875rem/1.5 system-ui, sans-serif; }
`;

/** @type {CSSStyleSheet[] | undefined} */
let sheets;

/** What is read anew when it changes; the others are only drawn anew. */
const READ_ANEW = ["for", "language", "date", "marks", "locale"];

// In Node, where pages are rendered ahead, there are no elements: the class can be imported and does nothing.
const Base = /** @type {typeof HTMLElement} */ (typeof HTMLElement === "undefined" ? class {} : HTMLElement);

export class KernsatzArticle extends Base {
  static observedAttributes = [...READ_ANEW, "layers", "cards"];

  /** The analyser; the page's shared one if null. @type {Kernsatz | null} */
  kernsatz = null;
  /** @type {Record<string, string>} */
  #labels = {};
  /** @type {Annotation | null} */
  #annotation = null;
  #panel;
  #status;
  #card;
  #isAsked = false;

  constructor() {
    super();
    sheets ??= [sheet(PANEL + STYLE)];
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = sheets;
    this.#status = element("p", { class: "status", part: "status", role: "status" });
    this.#panel = element("div", { class: "panel", part: "panel" });
    this.#card = element("div", {});
    root.append(element("slot", {}), this.#card, this.#status, this.#panel);
  }

  /** The latest analysis. @returns {Analysis | null} */
  get analysis() {
    return this.#annotation?.analysis ?? null;
  }

  /** What is marked, as `annotate` takes it; may be set to a list or to its words. @returns {string[]} */
  get layers() {
    return words(this.getAttribute("layers") ?? "names");
  }

  set layers(/** @type {string[] | string} */ layers) {
    this.setAttribute("layers", [layers].flat().join(" "));
  }

  /** What the panel shows, of `gist`, `names`, `quotations`; as above. @returns {string[]} */
  get cards() {
    return words(this.getAttribute("cards") ?? "");
  }

  set cards(/** @type {string[] | string} */ cards) {
    this.setAttribute("cards", [cards].flat().join(" "));
  }

  /** The language of the text; empty, it is found out. */
  get language() {
    return this.getAttribute("language") ?? "";
  }

  set language(language) {
    if (language) this.setAttribute("language", language);
    else this.removeAttribute("language");
  }

  /** Words of the panel and of cards in place of ours, by their keys. */
  get labels() {
    return this.#labels;
  }

  set labels(labels) {
    this.#labels = labels;
    this.#ask();
  }

  connectedCallback() {
    this.#ask();
  }

  disconnectedCallback() {
    this.#annotation?.remove();
    this.#annotation = null;
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (!this.isConnected) return;
    if (READ_ANEW.includes(name)) {
      this.#ask();
      return;
    }
    if (name === "layers" && this.#annotation) this.#annotation.layers = this.layers;
    this.#draw();
  }

  /** Reads the text anew. */
  async refresh() {
    this.#annotation?.remove();
    this.#annotation = null;
    const target = this.#target();
    if (!target) {
      this.#tell("kernsatz-error", { error: new Error(`There is no element with the id "${this.getAttribute("for")}".`) });
      return;
    }
    const say = wordsFor(this, this.getAttribute("locale") ?? undefined, this.#labels);
    const annotation = (this.#annotation = new Annotation(target, this.#options()));
    if (!this.analysis) this.#status.textContent = this.cards.length > 0 ? say("loading") : "";
    try {
      await annotation.refresh();
      if (annotation === this.#annotation) this.#status.textContent = "";
    } catch (error) {
      if (annotation === this.#annotation) this.#fail(error);
    }
  }

  /** Once, after all that is changed in one go. */
  #ask() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const begin = () => {
      this.#isAsked = false;
      if (this.isConnected) void this.refresh();
    };
    // While the page is coming in, the text may not be whole.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin, { once: true });
    else queueMicrotask(begin);
  }

  #target() {
    const id = this.getAttribute("for");
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    if (id) return root.getElementById?.(id) ?? document.getElementById(id);
    this.toggleAttribute("plain", this.childElementCount === 0);
    return this;
  }

  /** @returns {import("./annotate.js").AnnotateOptions} */
  #options() {
    const language = this.language;
    const documentCreationTime = this.getAttribute("date");
    const locale = this.getAttribute("locale");
    const marks = this.getAttribute("marks");
    return {
      layers: this.layers,
      labels: this.#labels,
      popoverIn: this.#card,
      ...(language && { language }),
      ...(documentCreationTime && { documentCreationTime }),
      ...(locale && { locale }),
      ...((marks === "highlight" || marks === "element") && { marks }),
      ...(this.kernsatz && { kernsatz: this.kernsatz }),
      onAnalysis: (analysis) => {
        this.#draw();
        this.#tell("kernsatz-analysis", { analysis });
      },
      onShow: (item, analysis) => this.#tell("kernsatz-show", { item, analysis }),
      onError: (error) => this.#fail(error),
    };
  }

  #draw() {
    const annotation = this.#annotation;
    const { analysis } = this;
    if (!annotation || !analysis) {
      this.#panel.replaceChildren();
      return;
    }
    const say = wordsFor(this, this.getAttribute("locale") ?? undefined, this.#labels);
    this.#panel.replaceChildren(...cards(this.cards, annotation, analysis, say));
  }

  /** @param {unknown} error */
  #fail(error) {
    const say = wordsFor(this, this.getAttribute("locale") ?? undefined, this.#labels);
    const again = element("button", { type: "button", onclick: () => void this.refresh() }, say("again"));
    this.#status.replaceChildren(say("failed"), " ", again);
    this.#tell("kernsatz-error", { error });
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** @param {string} list */
function words(list) {
  return list.split(/\s+/).filter(Boolean);
}

// Two copies of this file on one page are one too many, not an error.
if (typeof customElements !== "undefined" && !customElements.get("kernsatz-article")) {
  customElements.define("kernsatz-article", KernsatzArticle);
}
