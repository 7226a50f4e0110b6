/** A hook for the analyser: one for the application, the answer to the latest text only. */

import { useEffect, useState } from "react";
import { sharedKernsatz } from "kernsatz/element";

function useAnalysis(text) {
  const [analysis, setAnalysis] = useState(null);
  useEffect(() => {
    let isLatest = true;
    sharedKernsatz().analyze(text).then((found) => isLatest && setAnalysis(found));
    return () => void (isLatest = false);
  }, [text]);
  return analysis;
}

export function Names() {
  const [text, setText] = useState("");
  const analysis = useAnalysis(text);
  return (
    <section>
      <label>Artikel <textarea id="text" value={text} onChange={({ target }) => setText(target.value)} /></label>
      <ul id="names">{analysis?.entities.map(({ id, name, type }) => <li key={id}>{name} ({type})</li>)}</ul>
    </section>
  );
}
