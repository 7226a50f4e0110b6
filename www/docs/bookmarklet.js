/**
 * The bookmarklet: the address of a reading desk in, the address of a bookmark out.
 *
 * Run on any page, it opens the desk and hands the page's HTML over, from window to window; no server sees it. It does
 * not reach over where a page cuts the tie to the windows that it opens.
 *
 * @param {string} desk
 */
export function bookmarklet(desk) {
  const { href, origin } = new URL(desk);
  const address = JSON.stringify(`${href}#page`);
  const script = `(()=>{const w=open(${address});addEventListener("message",function f(e){` +
    `if(e.source!==w||e.data!=="kernsatz is ready")return;removeEventListener("message",f);` +
    `w.postMessage({kernsatz:{html:document.documentElement.outerHTML}},${JSON.stringify(origin)})})})()`;
  return `javascript:${encodeURIComponent(script)}`;
}
