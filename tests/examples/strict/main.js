/** Marks the names of an article that stands in the page already. */

import { annotate, configure } from "./kernsatz/embed/annotate.js";

// Told where it lies, the analyser names its worker through the policy that the page allows: `trusted-types kernsatz`.
configure({ languages: ["de"], baseUrl: new URL("kernsatz/", document.baseURI) });
window.annotation = await annotate(document.querySelector("article"), { layers: ["names", "quotations"] });
