/** The element in a component: React sets its attributes and properties and hears its events. */

import { useState } from "react";
import "kernsatz/element";

export function Article({ text }) {
  const [count, setCount] = useState(0);
  return (
    <section>
      <kernsatz-article layers="names quotations" onkernsatz-analysis={({ detail }) => setCount(detail.analysis.entities.length)}>
        {text}
      </kernsatz-article>
      <p id="count">{count}</p>
    </section>
  );
}
