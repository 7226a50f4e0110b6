/**
 * Styles of the embedded parts as constructed sheets, which the strictest Content-Security-Policy allows: a root in,
 * the sheet of marks in its list out. Colours are custom properties of the host: `--kernsatz-per` and the like.
 */

/** The inks on light and dark paper, each with 4.5:1 on white and on black. */
const INKS = {
  per: "light-dark(#3d49b4, #adb7ff)",
  loc: "light-dark(#1d6b3a, #85d09b)",
  org: "light-dark(#94460a, #f0af77)",
  misc: "light-dark(#85308a, #e2a8e8)",
  time: "light-dark(#0b6470, #79c8d0)",
  amount: "light-dark(#6b5200, #dcc06a)",
};

/** Told apart by more than colour. */
const LINES = { per: "solid", loc: "dotted", org: "double", misc: "dashed", time: "wavy", amount: "dotted" };

/** Kinds that hold whole clauses are washes, not lines. */
const WASHES = {
  quotation: "light-dark(#e1eeec, #1b3437)",
  claim: "light-dark(#f3ead8, #382f1c)",
  keyphrase: "light-dark(#efe6f3, #33263a)",
  summary: "light-dark(#fdf3c4, #3b3413)",
};

/** @type {CSSStyleSheet | undefined} */
let marks;

/**
 * Lets marks under `root` be seen; once for each root.
 *
 * @param {Node} root
 */
export function styleMarks(root) {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  marks ??= sheet(marksCss());
  if (!root.adoptedStyleSheets.includes(marks)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, marks];
}

/** @param {string} css */
export function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

function marksCss() {
  const rules = [".kernsatz-mark { color: inherit; background: none; }"];
  for (const [kind, wash] of Object.entries(WASHES)) {
    rules.push(...both(kind, `background-color: var(--kernsatz-${kind}, ${wash});`));
  }
  for (const [kind, ink] of Object.entries(INKS)) {
    const line = LINES[/** @type {keyof typeof LINES} */ (kind)];
    const thickness = line === "double" || line === "wavy" ? "1px" : "2px";
    rules.push(...both(kind, `text-decoration: underline ${line} var(--kernsatz-${kind}, ${ink}) ${thickness};`));
  }
  rules.push(...both("lit", "background-color: var(--kernsatz-lit, light-dark(#c5e1df, #24494d));"));
  return rules.join("\n");
}

/**
 * The rules of a highlight and of its twin among elements: two, because browsers drop a list that holds a selector
 * which they do not know.
 *
 * @param {string} kind
 * @param {string} declarations
 */
function both(kind, declarations) {
  return [`.kernsatz-${kind}`, `::highlight(kernsatz-${kind})`].map((selector) => `${selector} { ${declarations} }`);
}

/** The look of popovers and panels, which live in shadow trees of their own. */
export const PANEL = `
  :host { --ink: var(--kernsatz-ink, light-dark(#23211d, #e8e4dc)); --paper: var(--kernsatz-paper, light-dark(#fffefb, #201f1c));
    --quiet: var(--kernsatz-quiet, light-dark(#625d54, #aaa498)); --hair: var(--kernsatz-hair, light-dark(#ddd8cd, #3a3732));
    --accent: var(--kernsatz-accent, light-dark(#0b6470, #79c8d0)); }
  .card { box-sizing: border-box; inline-size: max-content; max-inline-size: min(20rem, calc(100vw - 1rem)); margin: 0; padding: .75rem 1rem;
    border: 1px solid var(--hair); border-radius: .25rem; background: var(--paper); color: var(--ink);
    font: 400 .9375rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; text-align: start; }
  .card p, .card ul { margin: 0; padding: 0; }
  .kind, .quiet { color: var(--quiet); font-size: .8125rem; }
  .name { font-weight: 650; overflow-wrap: anywhere; }
  a { color: var(--accent); }
  .bar { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-block-start: .5rem; }
  button { min-block-size: 1.75rem; padding: 0 .5rem; border: 1px solid var(--hair); border-radius: .25rem; background: none; color: inherit;
    font: inherit; font-size: .8125rem; cursor: pointer; }
  button:hover { border-color: var(--accent); color: var(--accent); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .walk:not(:focus-visible, :active) { position: fixed; inline-size: 1px; block-size: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
  .walk { background: var(--paper); color: var(--ink); font: 400 .875rem/1.4 system-ui, sans-serif; }
`;
