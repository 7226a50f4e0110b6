//! The model card: what a pack is made from, under which licences, and how much it holds.
//!
//! In: recipe, documents and the finished lexicon. Out: JSON for the pack, Markdown for people.

use std::fmt::Write;

use serde_json::{json, Value};

use super::corpora::Document;
use super::draft::Finished;
use super::recipe::Recipe;
use crate::model::pack::{FORMAT, SCHEMA};

pub(super) struct Card<'r> {
    recipe: &'r Recipe,
    counts: Vec<(&'static str, usize)>,
}

impl<'r> Card<'r> {
    pub(super) fn new(recipe: &'r Recipe, documents: &[Document], lexicon: &Finished) -> Self {
        let count =
            |test: fn(&crate::model::Entry) -> bool| lexicon.entries.values().filter(|e| test(e)).count();
        let counts = vec![
            ("texts with marked names", documents.len()),
            ("words and phrases", lexicon.entries.len()),
            ("names and words derived from names", count(|entry| entry.name() > 0)),
            ("first names", count(|entry| entry.first_name() > 0)),
            ("surnames", count(|entry| entry.surname() > 0)),
            ("words that name nothing", count(|entry| entry.common() > 0)),
            ("things with several names", lexicon.things.len()),
        ];
        Self { recipe, counts }
    }

    /// Path and licence of each source.
    fn sources(&self) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        let corpora = self.recipe.corpora.iter().map(|corpus| (corpus.path, corpus.licence));
        corpora.chain(self.recipe.gazetteers.iter().map(|gazetteer| (gazetteer.path, gazetteer.licence)))
    }

    pub(super) fn json(&self) -> Vec<u8> {
        let sources: Vec<Value> =
            self.sources().map(|(source, licence)| json!({"source": source, "licence": licence})).collect();
        let counts: serde_json::Map<String, Value> =
            self.counts.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect();
        json!({
            "language": self.recipe.language.tag(),
            "version": env!("CARGO_PKG_VERSION"),
            "format": FORMAT,
            "schema": SCHEMA,
            "sources": sources,
            "counts": counts,
        })
        .to_string()
        .into_bytes()
    }

    pub(super) fn markdown(&self) -> String {
        let tag = self.recipe.language.tag();
        let mut card = format!(
            "# Language pack `{tag}`\n\n\
             What the names finder knows before it reads: names of places, organisations and people, words that\n\
             are derived from them, and words that name nothing. Facts with counts; no text of any source.\n\
             Written by `kernsatz pack`; do not edit.\n\n\
             Format {FORMAT}, feature schema {SCHEMA}, version {}.\n\n## Holds\n\n| what | number |\n|---|---|\n",
            env!("CARGO_PKG_VERSION")
        );
        for (name, count) in &self.counts {
            let _ = writeln!(card, "| {name} | {count} |");
        }
        card.push_str("\n## Sources\n\n| source | licence |\n|---|---|\n");
        for (source, licence) in self.sources() {
            let _ = writeln!(card, "| `{source}` | {licence} |");
        }
        let _ = writeln!(card, "| `facts/` in this folder, compiled by hand | CC0 |");
        card
    }
}
