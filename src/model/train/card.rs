//! The model card: what a pack is made from, under which licences, how much it holds and how good it is.
//!
//! In: recipe, documents, what was learned and measured. Out: JSON for the pack, Markdown for people.

use std::fmt::Write;

use serde_json::{json, Value};

use super::crf::{Examples, Learned};
use super::measure::Scores;
use super::Section;
use crate::model::build::{Corpus, Document, Finished, Recipe};
use crate::model::pack::{FORMAT, SCHEMA};
use crate::model::Entry;

pub(super) struct Card<'r> {
    recipe: &'r Recipe,
    counts: Vec<(&'static str, usize)>,
    measured: &'r [(&'static Corpus, Scores)],
}

impl<'r> Card<'r> {
    pub(super) fn new(
        recipe: &'r Recipe,
        documents: &[Document],
        lexicon: &Finished,
        learned: &Learned,
        examples: &Examples,
        measured: &'r [(&'static Corpus, Scores)],
    ) -> Self {
        let count = |test: fn(&Entry) -> bool| lexicon.entries.values().filter(|entry| test(entry)).count();
        let weights = learned.rows.iter().flat_map(|(_, row)| row).filter(|weight| **weight != 0);
        let counts = vec![
            ("texts with marked names", documents.len()),
            ("sentences in them", examples.sentences()),
            ("tokens in them", examples.tokens()),
            ("features of the tagger", learned.rows.len()),
            ("weights that are not zero", weights.count()),
            ("words and phrases", lexicon.entries.len()),
            ("names and words derived from names", count(|entry| entry.name() > 0)),
            ("first names", count(|entry| entry.first_name() > 0)),
            ("surnames", count(|entry| entry.surname() > 0)),
            ("words that name nothing", count(|entry| entry.common() > 0)),
            ("things with several names", lexicon.things.len()),
        ];
        Self { recipe, counts, measured }
    }

    /// Path and licence of each source.
    fn sources(&self) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        let corpora = self.recipe.corpora.iter().map(|corpus| (corpus.path, corpus.licence));
        let raw = self.recipe.raw.iter().map(|raw| (raw.path, raw.licence));
        let gazetteers = self.recipe.gazetteers.iter().map(|gazetteer| (gazetteer.path, gazetteer.licence));
        let mut all: Vec<_> = corpora.chain(raw).chain(gazetteers).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter()
    }

    pub(super) fn json(&self) -> Vec<u8> {
        let sources: Vec<Value> =
            self.sources().map(|(source, licence)| json!({"source": source, "licence": licence})).collect();
        let counts: serde_json::Map<String, Value> =
            self.counts.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect();
        let scores: serde_json::Map<String, Value> = self
            .measured
            .iter()
            .map(|(corpus, scores)| (corpus.path.to_owned(), json!({"f1": rounded(scores.all.f1())})))
            .collect();
        json!({
            "language": self.recipe.language.tag(),
            "version": env!("CARGO_PKG_VERSION"),
            "format": FORMAT,
            "schema": SCHEMA,
            "sources": sources,
            "counts": counts,
            "names": scores,
        })
        .to_string()
        .into_bytes()
    }

    pub(super) fn markdown(&self, sections: &[Section]) -> String {
        let tag = self.recipe.language.tag();
        let mut card = format!(
            "# Language pack `{tag}`\n\n\
             What the names finder knows before it reads: a trained tagger, clusters of words, and names of places,\n\
             organisations and people as facts with counts. No text of any source.\n\
             Written by `kernsatz train`; do not edit.\n\n\
             Format {FORMAT}, feature schema {SCHEMA}, version {}.\n\n## Holds\n\n| what | number |\n|---|---|\n",
            env!("CARGO_PKG_VERSION")
        );
        for (name, count) in &self.counts {
            let _ = writeln!(card, "| {name} | {count} |");
        }
        for (tag, bytes) in sections {
            let _ = writeln!(
                card,
                "| bytes of `{}`, uncompressed | {} |",
                String::from_utf8_lossy(tag),
                bytes.len()
            );
        }
        for (corpus, scores) in self.measured {
            measured(&mut card, corpus, scores);
        }
        card.push_str("\n## Sources\n\n| source | licence |\n|---|---|\n");
        for (source, licence) in self.sources() {
            let _ = writeln!(card, "| `{source}` | {licence} |");
        }
        card.push_str("| `facts/` and `marks/` in this folder, made by hand | CC0 |\n");
        card
    }
}

fn rounded(percent: f64) -> f64 {
    libm::rint(percent * 100.0) / 100.0
}

fn measured(card: &mut String, corpus: &Corpus, scores: &Scores) {
    let _ = writeln!(
        card,
        "\n## Measured on `{}`{}\n\nNothing was learned from it. Names: exact span and type, percent.\n\n\
         | names | precision | recall | F1 |\n|---|---|---|---|",
        corpus.path,
        corpus.part.note()
    );
    let rows = [("all", scores.all)].into_iter().chain(
        ["PER", "LOC", "ORG", "MISC"].into_iter().zip(scores.by_type).chain(
            ["texts below 400 characters", "400 to 1,499", "from 1,500"]
                .into_iter()
                .zip(scores.by_length)
                .chain([("derived words and compounds (span)", scores.derived)]),
        ),
    );
    for (name, tally) in rows.filter(|(_, tally)| !tally.is_empty()) {
        let (p, r, f1) = (tally.precision(), tally.recall(), tally.f1());
        let _ = writeln!(card, "| {name} | {p:.2} | {r:.2} | {f1:.2} |");
    }
    let _ = writeln!(
        card,
        "\nExpected calibration error {:.3}:\n\n| stated confidence | mentions | mean | right |\n|---|---|---|---|",
        scores.calibration_error()
    );
    for (tenth, (count, right, thousandths)) in scores.reliability.iter().enumerate() {
        if *count > 0 {
            let (from, to) = (tenth as f64 / 10.0, (tenth + 1) as f64 / 10.0);
            let mean = f64::from(*thousandths) / 1000.0 / f64::from(*count);
            let share = f64::from(*right) / f64::from(*count);
            let _ = writeln!(card, "| {from:.1} to {to:.1} | {count} | {mean:.2} | {share:.2} |");
        }
    }
}
