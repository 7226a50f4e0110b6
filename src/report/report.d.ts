// Generated from src/report.rs; `UPDATE=1 cargo test types_are_current` writes it anew.

/**
 * One article's analysis, ready to be written as JSON.
 */
export type Analysis = { 
/**
 * The version of this format.
 */
schemaVersion: number, 
/**
 * The BCP 47 tag of the language; `und` if it cannot be told.
 */
language: string, 
/**
 * 0 to 1.
 */
languageConfidence: number, 
/**
 * What spans count.
 */
positionEncoding: PositionEncoding, 
/**
 * When the article was written.
 */
documentCreationTime: DocumentCreationTime, 
/**
 * For HTML: the readable text that all spans point into. Absent for plain text, where they point into
 * the text that was given.
 */
text?: string, 
/**
 * For HTML: where each run of `text` stands in the source.
 */
sourceMap?: Array<SourceRun>, 
/**
 * The parts of the article, in order; together they hold every visible character.
 */
sections: Array<Section>, 
/**
 * Sentences in order.
 */
sentences: Array<Sentence>, 
/**
 * Names where they stand, in order.
 */
mentions: Array<Mention>, 
/**
 * Things that are named, by their first mention.
 */
entities: Array<Entity>, 
/**
 * Who says what, in the order in which it ends: what is said inside another quotation comes before it.
 */
quotations: Array<Quotation>, 
/**
 * Who stands for what, in the order of the text: each attributed statement once, and what the article itself
 * says with a hedge.
 */
claims: Array<Claim>, 
/**
 * Dates, times, durations and what comes again, in order.
 */
timexes: Array<Timex>, 
/**
 * Money, shares, measures and counts, in order.
 */
amounts: Array<Amount>, 
/**
 * The sentences that sum the article up, in the order of the text.
 */
summary: Summary, 
/**
 * What the article is about, the best first.
 */
keyphrases: Array<Keyphrase>, 
/**
 * What has happened, if the article says so.
 */
event?: MainEvent, 
/**
 * What a reader should know about this analysis.
 */
warnings: Array<Warning>, 
/**
 * Counts.
 */
stats: Stats, };

/**
 * When the article was written.
 */
export type DocumentCreationTime = { 
/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
value?: string, 
/**
 * How it is known.
 */
source: "option" | "header" | "dateline" | "none", };

/**
 * A half-open range in the units of `positionEncoding`.
 */
export type Span = { 
/**
 * The first unit.
 */
start: number, 
/**
 * The unit after the last one.
 */
end: number, };

/**
 * A run of the readable text and its place in the HTML source.
 */
export type SourceRun = { 
/**
 * The place in `text`.
 */
text: Span, 
/**
 * The place in the source.
 */
source: Span, };

/**
 * A part of the article.
 */
export type Section = { 
/**
 * What it is.
 */
kind: SectionKind, 
/**
 * Where it stands.
 */
span: Span, };

/**
 * A sentence.
 */
export type Sentence = { 
/**
 * Its number, from 0.
 */
id: number, 
/**
 * Where it stands, with its closing marks.
 */
span: Span, 
/**
 * The index of its section.
 */
section: number, };

/**
 * A name where it stands.
 */
export type Mention = { 
/**
 * Its number, from 0.
 */
id: number, 
/**
 * The entity that it names.
 */
entity: number, 
/**
 * Where it stands.
 */
span: Span, 
/**
 * What is named.
 */
type: EntityType, 
/**
 * By its name, a word derived from it, a part of a compound, or a person's office (`die Ministerin`).
 */
kind: "name" | "derived" | "part" | "nominal", 
/**
 * 0 to 1.
 */
confidence: number, };

/**
 * A thing in the world.
 */
export type Entity = { 
/**
 * Its number, from 0.
 */
id: number, 
/**
 * Its name as a dictionary would give it.
 */
name: string, 
/**
 * What it is.
 */
type: EntityType, 
/**
 * How much the article is about it, 0 to 1.
 */
salience: number, 
/**
 * Why it counts, most important first.
 */
salienceReasons: SalienceReason[], 
/**
 * The offices and roles that the article gives a person.
 */
roles: Array<Role>, 
/**
 * The numbers of its mentions.
 */
mentions: Array<number>, 
/**
 * By what others know it, if it is a place that can be told from all others.
 */
link?: Link, 
/**
 * Where it lies; for a country, its middle.
 */
geo?: Geo, };

/**
 * An office or role that the article gives a person.
 */
export type Role = { 
/**
 * In the nominative, without the country in it: "Außenminister" of "US-Außenministers".
 */
title: string, 
/**
 * Where the title stands.
 */
span: Span, 
/**
 * The number of the entity that it is of: a country, an organisation.
 */
of?: number, };

/**
 * By what others know a place.
 */
export type Link = { 
/**
 * The Wikidata item, `Q64`.
 */
wikidata?: string, 
/**
 * The number in `GeoNames`.
 */
geonames?: number, 
/**
 * The ISO 3166-1 code of a country or territory, `DE`.
 */
iso3166?: string, };

/**
 * A point on earth, in degrees with two decimals.
 */
export type Geo = { 
/**
 * To the north.
 */
latitude: number, 
/**
 * To the east.
 */
longitude: number, };

/**
 * What somebody says.
 */
export type Quotation = { 
/**
 * Its number, from 0.
 */
id: number, 
/**
 * How it is told.
 */
type: QuotationType, 
/**
 * What is said, in the order of the text; of direct speech with its marks.
 */
content: Array<Span>, 
/**
 * The word that tells of saying.
 */
cue?: Span, 
/**
 * The words around what is said: `sagte sie`.
 */
frame?: Span, 
/**
 * Who says it.
 */
source?: Source, 
/**
 * The mood of its first verb that shows one.
 */
mood?: "subjunctive1" | "subjunctive2" | "indicative", 
/**
 * The number of the quotation that it stands in.
 */
parent?: number, 
/**
 * 0 to 1.
 */
confidence: number, };

/**
 * Who says something.
 */
export type Source = { 
/**
 * The words that name them.
 */
span?: Span, 
/**
 * For a pronoun: the words that it stands for, as far as that can be told.
 */
antecedent?: Span, 
/**
 * The number of the entity.
 */
entity?: number, 
/**
 * The number of the quotation whose speaker goes on.
 */
inheritedFrom?: number, };

/**
 * Something that is claimed.
 */
export type Claim = { 
/**
 * Its number, from 0.
 */
id: number, 
/**
 * From its first word to its last.
 */
span: Span, 
/**
 * Who stands for it.
 */
holder: Holder, 
/**
 * The number of the quotation that it is told in; absent for what the article itself says with a hedge.
 */
quotation?: number, 
/**
 * The words that hold it off: `angeblich`, `soll`.
 */
hedges: Array<Span>, };

/**
 * Who stands for a claim.
 */
export type Holder = { 
/**
 * Whether a reader can know them.
 */
kind: "named" | "unnamed" | "none", 
/**
 * The number of the entity.
 */
entity?: number, 
/**
 * The words that name them.
 */
span?: Span, 
/**
 * Their name in a list: that of the entity or of several, else the words in the nominative.
 */
name?: string, };

/**
 * A time expression.
 */
export type Timex = { 
/**
 * Its number, from 0.
 */
id: number, 
/**
 * Where it stands, without its preposition.
 */
span: Span, 
/**
 * What it tells.
 */
type: TimexType, 
/**
 * Its TIMEX3 value: `2024-05-03`, `2024-W18`, `P3Y`; what cannot be known is `X`.
 */
value: string, 
/**
 * Which part of that, as in TIMEX3.
 */
mod?: "START" | "MID" | "END" | "APPROX", 
/**
 * What it was counted from: the document's date, the time told before it, or a document's date that is not known.
 */
anchor?: "document" | "text" | "missing", };

/**
 * An amount.
 */
export type Amount = { 
/**
 * Where it stands: number and unit.
 */
span: Span, 
/**
 * Of what.
 */
kind: AmountKind, 
/**
 * The number in decimal digits: `3500000`, `-1.7`; of a range, its lower end.
 */
value: string, 
/**
 * The upper end of a range.
 */
to?: string, 
/**
 * Money by ISO 4217, measures by UCUM, `%` for percent, `pp` for percentage points.
 */
unit?: string, 
/**
 * How exact it is.
 */
mod?: AmountBound, 
/**
 * The word that it counts or measures.
 */
of?: Span, };

/**
 * The sentences that sum the article up.
 */
export type Summary = { 
/**
 * In the order of the text.
 */
sentences: Array<SummarySentence>, 
/**
 * The same and what would be chosen next, in the order of choice: the first so many of them are a shorter or longer
 * summary.
 */
ranking: Array<SummarySentence>, 
/**
 * The number of the sentence that says what the headline says.
 */
headline?: number, };

/**
 * A chosen sentence.
 */
export type SummarySentence = { 
/**
 * The number of the sentence.
 */
sentence: number, 
/**
 * Where it stands.
 */
span: Span, 
/**
 * How well it sums up, beside the best: 0 to 1.
 */
score: number, 
/**
 * Who claims it; `null` if the article does.
 */
attributedTo: AttributedTo | null, 
/**
 * Why it was chosen, most important first.
 */
reasons: SummaryReason[], 
/**
 * What can be left out of it, in the order of the text; only if `compress` was asked for.
 */
cuts?: Array<Span>, };

/**
 * Who claims what a sentence says.
 */
export type AttributedTo = { 
/**
 * The number of the quotation.
 */
quotation: number, 
/**
 * The words that name them.
 */
span?: Span, 
/**
 * The number of the entity.
 */
entity?: number, };

/**
 * A name or noun phrase that says what the article is about.
 */
export type Keyphrase = { 
/**
 * As it stands in the text.
 */
text: string, 
/**
 * Everywhere it stands, in whatever form.
 */
spans: Array<Span>, 
/**
 * The number of the keyphrase before it that it is a wider or narrower form of (`drei Haftbefehle`, `Haftbefehl`): show
 * readers those that have none.
 */
within?: number, 
/**
 * The number of the entity that it names.
 */
entity?: number, 
/**
 * How well it says what the article is about, beside the best: 0 to 1.
 */
score: number, };

/**
 * What has happened: a place in the text for each question that the article answers.
 */
export type MainEvent = { 
/**
 * Who does it or whom it happens to.
 */
who?: Answer, 
/**
 * What happens: the predicate with what belongs to it.
 */
what: Answer, 
/**
 * When.
 */
when?: Answer, 
/**
 * Where.
 */
where?: Answer, 
/**
 * Why.
 */
why?: Answer, 
/**
 * How.
 */
how?: Answer, 
/**
 * Whether the article vouches for it, tells what others say, or what is to come.
 */
modality: "asserted" | "reported" | "planned", 
/**
 * Whether it is said to happen or not to happen.
 */
polarity: "positive" | "negative", };

/**
 * An answer to a question.
 */
export type Answer = { 
/**
 * Where it stands.
 */
span: Span, 
/**
 * 0 to 1.
 */
confidence: number, };

/**
 * What a reader should know about this analysis.
 */
export type Warning = { 
/**
 * A stable name.
 */
code: WarningCode, 
/**
 * Where, if it is about one place.
 */
span?: Span, 
/**
 * Where, if it is about several places.
 */
spans?: Array<Span>, 
/**
 * One English sentence.
 */
message: string, };

/**
 * Counts.
 */
export type Stats = { 
/**
 * Length of the text in the units of `positionEncoding`.
 */
length: number, 
/**
 * Words, furniture not counted.
 */
words: number, 
/**
 * Sentences.
 */
sentences: number, 
/**
 * Reading time in seconds, at 220 words a minute.
 */
readingSeconds: number, 
/**
 * On whom the body of the article stands.
 */
attribution: Attribution, 
/**
 * Tenths of the Wiener Sachtextformel for German (about the grade that can read it), of Flesch's reading ease for
 * English; absent for a few words.
 */
readability?: number, 
/**
 * How much of the prose stands in quotations, word for word: 0 to 1.
 */
quoted: number, };

/**
 * On whom the body of the article stands, in characters that can be seen.
 */
export type Attribution = { 
/**
 * On sources that a reader can know.
 */
named: number, 
/**
 * On others: `ein Sprecher`, `Beobachter`.
 */
unnamed: number, 
/**
 * On the article itself.
 */
none: number, };

/** What one unit of an offset is. */
export type PositionEncoding = "utf-16" | "utf-8" | "utf-32";

/** How something said is told. */
export type QuotationType = "direct" | "indirect" | "reported" | "freeIndirect" | "indirectFreeIndirect";

/** What kind of thing an entity is. */
export type EntityType = "PER" | "LOC" | "ORG" | "MISC";

/** What a time expression tells. */
export type TimexType = "DATE" | "TIME" | "DURATION" | "SET";

/** What an amount is of. */
export type AmountKind = "money" | "percent" | "quantity" | "count";

/** How exact an amount is. */
export type AmountBound = "approx" | "moreThan" | "lessThan" | "atLeast" | "atMost";

/** What a part of an article is. */
export type SectionKind = "header" | "kicker" | "headline" | "lead" | "byline" | "date" | "dateline" | "caption" | "credit" | "subheading" | "body" | "listItem" | "tableRow" | "furniture";

/** Why an entity counts. */
export type SalienceReason = "headline" | "lead" | "first-sentence" | "frequent";

/** Why a sentence was chosen. */
export type SummaryReason = "focus" | "lead" | "early" | "headline" | "entities" | "words" | "figures" | "self-contained";

/** What a warning is about. */
export type WarningCode = "empty-text" | "unsupported-language" | "missing-pack" | "uncertain-language" | "conflicting-statements" | "headline-unsupported";

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
