/**
 * Pasted and dropped HTML: what of it is the article.
 *
 * In: HTML, and the plain text that the clipboard offers beside it. Out: a source for the analyser. Whole web
 * pages go through Readability, fragments go straight, and where the tags are only a wrapper the plain text
 * is taken. Documents are parsed inert and never attached.
 */

/** @import { Source } from "./desk.js" */

/** Tags that say something about an article's structure. */
const STRUCTURE = "p, h1, h2, h3, h4, h5, h6, li, table, figure, figcaption, blockquote, article, section";

/** What a web page has around its article. */
const AROUND = "nav, main, header, footer, aside, [role=navigation], [role=main], [role=banner], [role=contentinfo]";

/** A start tag; quoted values may hold angle brackets. */
const START_TAG = /<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/** A style or an event handler inside a start tag. */
const ACTIVE = /[\s/](style|on[a-z]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/gi;

/** Readability on a longer page would block typing; the analyser folds what it can itself. */
const LONGEST_PAGE = 4_000_000;
const MOST_ELEMENTS = 40_000;

/**
 * @param {string} html
 * @param {string} [plain]
 * @returns {Promise<Source | null>}
 */
export async function sourceFromClipboard(html, plain = "") {
  const fragment = fragmentOf(html);
  const page = parse(fragment);
  const saysNothing = !page.body.querySelector(STRUCTURE);
  if (plain.trim() !== "" && saysNothing) return { text: plain, format: "text" };
  if (page.body.querySelector(AROUND)) return sourceFromPage(fragment);
  return asItIs(fragment, page);
}

/**
 * @param {string} html
 * @returns {Promise<Source | null>}
 */
export async function sourceFromFile(html) {
  const page = parse(html);
  const isWebPage = page.querySelector(`${AROUND}, meta[property^="og:"]`);
  return isWebPage ? sourceFromPage(html) : asItIs(html, page);
}

/**
 * The readable text of HTML, for when nothing better is at hand.
 *
 * @param {string} html
 */
export function textOf(html) {
  const page = parse(html);
  for (const node of page.querySelectorAll("script, style, template")) node.remove();
  for (const node of page.body.querySelectorAll(`${STRUCTURE}, br, div, tr`)) node.append("\n\n");
  return page.body.textContent?.trim() ?? "";
}

/**
 * @param {string} html
 * @returns {Promise<Source | null>}
 */
async function sourceFromPage(html) {
  const page = parse(html);
  const whole = asItIs(html, page);
  if (!whole || html.length > LONGEST_PAGE) return whole;
  try {
    const { Readability } = await import("../pkg/readability.js");
    const article = new Readability(page, { maxElemsToParse: MOST_ELEMENTS }).parse();
    if (!article?.content || !article.textContent?.trim()) return whole;
    const written = /^\d{4}-\d\d-\d\d/.exec(article.publishedTime ?? "")?.[0];
    return {
      text: composed(article),
      format: "html",
      whole: html,
      ...(written && { documentCreationTime: written }),
    };
  } catch {
    return whole; // a page that it cannot read is still a text
  }
}

/**
 * The article that Readability found, with the headline and byline that it keeps apart.
 *
 * @param {Record<"title" | "byline" | "content", string | null | undefined>} article
 */
function composed({ title, byline, content }) {
  const page = parse(content ?? "");
  const said = page.body.textContent ?? "";
  /** @type {HTMLElement[]} */
  const above = [];
  for (const [tag, words] of /** @type {const} */ ([["h1", title], ["address", byline]])) {
    const line = words?.trim();
    const isThere = [...page.body.querySelectorAll("h1, h2, address")].some((node) => node.textContent?.trim() === line);
    if (!line || isThere || (tag === "address" && said.slice(0, 400).includes(line))) continue;
    const node = page.createElement(tag);
    node.textContent = line;
    above.push(node);
  }
  page.body.prepend(...above);
  return page.body.outerHTML;
}

/**
 * @param {string} html
 * @param {Document} page
 * @returns {Source | null}
 */
function asItIs(html, page) {
  return page.body.textContent?.trim() ? { text: html, format: "html" } : null;
}

/**
 * Styles and event handlers are taken out before: the page's policy forbids them, and browsers report them, even in
 * a document that is never shown. All that a style can say here is that something is hidden.
 *
 * @param {string} html
 */
function parse(html) {
  const inert = html.replace(START_TAG, (tag) =>
    tag.replace(ACTIVE, (_, name, value) =>
      name.toLowerCase() === "style" && /display\s*:\s*none/i.test(value) ? " hidden" : "",
    ),
  );
  return new DOMParser().parseFromString(withoutStyleSheets(inert), "text/html");
}

/**
 * One pass, like every other step here: hostile HTML is long.
 *
 * @param {string} html
 */
function withoutStyleSheets(html) {
  let kept = "";
  let at = 0;
  let open = -1;
  for (const { index, 0: tag } of html.matchAll(/<\/?style\b/gi)) {
    if (tag[1] !== "/" && open < 0) open = index;
    if (tag[1] !== "/" || open < 0) continue;
    kept += html.slice(at, open);
    const close = html.indexOf(">", index);
    at = close < 0 ? html.length : close + 1;
    open = -1;
  }
  return kept + html.slice(at);
}

/**
 * What was copied, between the marks that browsers put around it.
 *
 * @param {string} html
 */
function fragmentOf(html) {
  const [before, after] = ["<!--StartFragment-->", "<!--EndFragment-->"];
  const start = html.indexOf(before);
  const end = html.indexOf(after, start);
  return start >= 0 && end >= 0 ? html.slice(start + before.length, end) : html;
}
