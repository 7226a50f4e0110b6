
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
positionEncoding?: PositionEncoding,
/**
 * How the article is summed up.
 */
summary?: SummaryOptions, };

/** What the caller wishes of the summary; of several lengths, the first one here holds. */
export type SummaryOptions = {
/**
 * How many sentences; left out, as many as the article's length asks for.
 */
sentences?: number,
/**
 * At most so many characters, but one sentence in any case.
 */
characters?: number,
/**
 * At most so many hundredths of the article's characters, but one sentence in any case.
 */
percent?: number,
/**
 * What the reader asks for: a name or words. Sentences that say them go first.
 */
focus?: string,
/**
 * Whether `cuts` says what can be left out of each sentence.
 */
compress?: boolean, };

/** What `identifyLanguage` answers. */
export type LanguageGuess = { tag: string, confidence: number, supported: boolean, };
