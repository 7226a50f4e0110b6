/**
 * The one analyser of this page. A script of its own in `index.html`, before the page's: so the worker loads
 * the module and the likely language while the page is still coming in.
 */

import { Kernsatz } from "../analyzer.js";
import * as preferences from "./preferences.js";

export const kernsatz = new Kernsatz({ prefer: preferences.locale() });
