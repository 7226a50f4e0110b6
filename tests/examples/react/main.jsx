/** An article of the application's own, and one that the reader types. */

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Article } from "./article.jsx";
import { Names } from "./names.jsx";

const TEXT = "Das Museum in Speyer zeigt Boote. Das sagte Leiterin Ute Brenner am Freitag in Mainz.";

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <Article text={TEXT} />
    <Names />
  </StrictMode>,
);
