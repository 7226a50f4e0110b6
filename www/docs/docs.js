/** The examples of the documentation, live: the same calls as in the code beside them. */

import { annotate } from "../embed/annotate.js";
import { sharedKernsatz } from "../embed/element.js";
import { byId } from "../page/element.js";
import { bookmarklet } from "./bookmarklet.js";

mountLayers();
mountText();
mountAnnotate();
byId("bookmarklet").setAttribute("href", bookmarklet(new URL("../", location.href).href));

function mountLayers() {
  const boxes = [...byId("layers").querySelectorAll("input")];
  byId("layers").addEventListener("change", () => {
    const layers = boxes.filter((box) => box.checked).map((box) => box.value);
    byId("live-tag").setAttribute("layers", layers.join(" "));
  });
}

function mountText() {
  const text = /** @type {HTMLTextAreaElement} */ (byId("text"));
  let latest = 0;
  const read = async () => {
    const run = (latest += 1);
    const { language, entities, quotations } = await sharedKernsatz().analyze(text.value);
    const shown = {
      language,
      entities: entities.map(({ name, type, roles }) => ({ name, type, roles: roles.map(({ title }) => title) })),
      quotations: quotations.map(({ type, content }) => ({ type, content: content.map(({ start, end }) => text.value.slice(start, end)) })),
    };
    if (run === latest) byId("json").textContent = JSON.stringify(shown, null, 2);
  };
  text.addEventListener("input", () => void read());
  void read();
}

function mountAnnotate() {
  const button = byId("toggle");
  /** @type {import("../embed/annotate.js").Annotation | null} */
  let annotation = null;
  button.addEventListener("click", async () => {
    if (annotation) {
      annotation.remove();
      annotation = null;
    } else {
      annotation = await annotate(byId("live-annotate"), { layers: ["names", "quotations"] });
    }
    button.setAttribute("aria-pressed", String(annotation !== null));
  });
}
