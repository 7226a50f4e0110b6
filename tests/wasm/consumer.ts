/**
 * A program as a user of the package writes it. Never run: that it compiles is the test.
 */

import init, { Analyzer, identifyLanguage } from "../../www/pkg/kernsatz.js";
import type { Analysis, AnalyzeOptions, Entity, PositionEncoding, SectionKind, Span } from "../../www/pkg/kernsatz.js";

export async function names(text: string, pack: Uint8Array): Promise<string[]> {
  await init({ module_or_path: new URL("kernsatz_bg.wasm", "https://example.org/") });
  const analyzer = new Analyzer();
  const language: string = analyzer.addPack(pack);
  const encoding: PositionEncoding = "utf-16";
  const options: AnalyzeOptions = { language, format: "text", positionEncoding: encoding };
  const analysis: Analysis = analyzer.analyze(text, options, (stage: string) => stage.length);
  const kinds: SectionKind[] = analysis.sections.map((section) => section.kind);
  const slice = ({ start, end }: Span): string => text.slice(start, end);
  // @ts-expect-error: there is no such option.
  const wrong: AnalyzeOptions = { lang: "de" };
  const guess: number = identifyLanguage(text).confidence;
  return [
    ...kinds,
    wrong ? String(guess) : "",
    ...analysis.mentions.map((mention) => `${slice(mention.span)} ${mention.type}`),
    ...analysis.entities.map((entity: Entity) => entity.name),
    ...analysis.summary.sentences.flatMap((chosen) => chosen.reasons),
    ...analysis.warnings.map((warning) => warning.code),
  ];
}
