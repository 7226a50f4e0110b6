/** Names of what is typed, as it is typed. */

import { Kernsatz } from "kernsatz";

const kernsatz = new Kernsatz({ prefer: "de" });
const text = document.getElementById("text");

text.addEventListener("input", async () => {
  const { entities } = await kernsatz.analyze(text.value);
  const items = entities.map(({ name, type }) => Object.assign(document.createElement("li"), { textContent: `${name} (${type})` }));
  document.getElementById("names").replaceChildren(...items);
});
