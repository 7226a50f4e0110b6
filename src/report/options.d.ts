
/** What the caller knows about a text, or wants of its analysis. */
export type AnalyzeOptions = {
/**
 * BCP 47 tag; left out, the language is found out. Without support for it, only the language-neutral layers run.
 */
language?: string,
/**
 * How the source is written; `"text"` if left out.
 */
format?: "text" | "html",
/**
 * When it was written: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
documentCreationTime?: string,
/**
 * What spans count; `"utf-16"` if left out, as `String.prototype.slice` does.
 */
positionEncoding?: PositionEncoding, };

/** What `identifyLanguage` answers. */
export type LanguageGuess = { tag: string, confidence: number, supported: boolean, };
