//! Makes packs from the corpora. Native only.
//!
//! In: a language's recipe and the folder of corpora. Out: a [`BuiltPack`]: the bytes of the pack and its model card
//! for people. `EXPERIMENTS.md` beside this file says what was tried.
//!
//! 1. Lists and marked texts make the lexicon (`build`).
//! 2. Raw text makes word clusters (`vectors`, `cluster`).
//! 3. Marked texts make examples (`examples`), each with a lexicon that did not learn from that text.
//! 4. The chain is learned twice (`crf`): without a part of the texts to see how sure it may be (`calibrate`), then
//!    from all of them.
//! 5. The pack is measured on texts that it has never seen (`measure`); the card says how well it does (`card`).
//!
//! Invariant: the same sources give the same bytes, whatever the machine and the profile.

mod calibrate;
mod card;
mod cluster;
mod crf;
mod examples;
mod gist;
mod measure;
mod random;
mod rank;
mod trigrams;
mod vectors;

use std::io;
use std::path::Path;

use super::build::{self, invalid, Document, Draft, Finished, Recipe};
use super::entry::MOST_THINGS;
use super::pack::{self, ATLAS, CARD, CLUSTERS, PHRASES, TAGGER, THINGS, WORDS};
use super::tagger::{self, Calibration, GROUPS, STEPS};
use super::{lexicon, things, Pack};
use crate::lang::Language;
use calibrate::Outcomes;
use crf::{Examples, Learned};
pub use gist::learn_ranks;

/// Into how many parts the texts are divided; each part's features come from a lexicon of the others.
const FOLDS: usize = 6;

/// Of so many documents, one is also read all in capitals. Prime to [`FOLDS`], so that every part has some.
const SHOUTED: usize = 17;

/// A pack and the card that says what it was made from.
#[derive(Clone, Debug)]
pub struct BuiltPack {
    /// What [`crate::Pack::read`] reads.
    pub bytes: Vec<u8>,
    /// The model card as Markdown.
    pub card: String,
    /// The trigrams that tell the language from the other supported ones, as `trigrams.txt`.
    pub trigrams: String,
}

type Section = ([u8; 4], Vec<u8>);

/// Builds the pack of `language` from the sources in `corpora`, and tells `progress` what it is at.
///
/// Word clusters take the longest; `clusters_of` takes them from a pack that has them instead, for experiments with
/// everything else.
///
/// # Errors
/// If a source is missing or is not in the form that the recipe names.
pub fn build_pack(
    corpora: &Path,
    language: Language,
    clusters_of: Option<&[u8]>,
    progress: &mut dyn FnMut(&str),
) -> io::Result<BuiltPack> {
    let recipe = crate::lang::recipe(language)
        .ok_or_else(|| invalid(format!("the language {:?} is not part of this build", language.tag())))?;
    progress("reading lists and texts");
    let lists = build::lists(corpora, &recipe)?;
    let documents = build::read(corpora, recipe.corpora)?;
    let clusters = match clusters_of {
        Some(pack) => pack::section_of(pack, CLUSTERS)?,
        None => learn_clusters(corpora, &recipe, &documents, progress)?,
    };
    let trainer = Trainer { recipe: &recipe, lists, documents, clusters };

    let examples = trainer.examples(progress)?;
    let in_part = |number: usize| trainer.in_part(number);
    progress("learning how sure to be");
    let learned = crf::learn(&examples, recipe.sparsity, |document| !in_part(document), progress);
    let calibration = trainer.calibration(&learned)?;
    progress("learning from all texts");
    let learned = crf::learn(&examples, recipe.sparsity, |_| true, progress);

    progress("measuring");
    let lexicon = trainer.lexicon(|_| true);
    if lexicon.things.len() > MOST_THINGS {
        return Err(invalid(format!("{} things are more than {MOST_THINGS}", lexicon.things.len())));
    }
    let tagger = tagger::write(&learned.transitions, &calibration, &learned.rows);
    let mut sections = trainer.sections(&lexicon, Some(tagger));
    let (atlas, places) = build::atlas(corpora, &recipe)?;
    sections.push((ATLAS, atlas));
    let pack = trainer.pack(&sections)?;
    let mut measured = Vec::new();
    for corpus in recipe.measured {
        let documents = build::read(corpora, std::slice::from_ref(corpus))?;
        measured.push((corpus, measure::measure(&pack, &documents)));
    }
    let card = card::Card::new(&recipe, &trainer.documents, &lexicon, &learned, &examples, &measured);
    let mut all = vec![(CARD, build::add_sources(&card.json())?)];
    all.extend(sections.into_iter().filter(|(tag, _)| *tag != CARD));
    Ok(BuiltPack {
        bytes: build::assemble(language, &all),
        card: card.markdown(&all) + &build::atlas_card(&places),
        trigrams: trigrams::list(corpora, language)?,
    })
}

/// The section of clusters, or nothing for a recipe without raw text.
fn learn_clusters(
    corpora: &Path,
    recipe: &Recipe,
    documents: &[Document],
    progress: &mut dyn FnMut(&str),
) -> io::Result<Option<Vec<u8>>> {
    let Some(raw) = &recipe.raw else { return Ok(None) };
    progress("reading raw text");
    let text = build::read_text(&corpora.join(raw.path))?;
    let texts = documents.iter().flat_map(|document| document.text.lines());
    let lines: Vec<&str> = text.lines().chain(texts).collect();
    let vectors = vectors::learn(&lines, progress);
    progress("dividing words into clusters");
    Ok(Some(cluster::section(&vectors)))
}

/// What all steps need.
struct Trainer<'r> {
    recipe: &'r Recipe,
    lists: Draft,
    documents: Vec<Document>,
    clusters: Option<Vec<u8>>,
}

impl Trainer<'_> {
    /// The lexicon of the lists and of the documents that `takes` names.
    fn lexicon(&self, takes: impl Fn(usize) -> bool + Copy) -> Finished {
        let mut draft = self.lists.clone();
        let documents = self.documents.iter().enumerate();
        let chosen = documents.filter(|(number, _)| takes(*number)).map(|(_, document)| document);
        build::count(&mut draft, chosen, self.recipe.genitives);
        draft.finish()
    }

    fn sections(&self, lexicon: &Finished, tagger: Option<Vec<u8>>) -> Vec<Section> {
        let (words, phrases) = lexicon::write(&lexicon.entries);
        let mut sections = vec![(CARD, b"{}".to_vec()), (WORDS, words), (PHRASES, phrases)];
        sections.push((THINGS, things::write(&lexicon.things)));
        sections.extend(self.clusters.clone().map(|clusters| (CLUSTERS, clusters)));
        sections.extend(tagger.map(|tagger| (TAGGER, tagger)));
        sections
    }

    fn pack(&self, sections: &[Section]) -> io::Result<Pack> {
        let bytes = build::assemble(self.recipe.language, sections);
        Pack::read(bytes).map_err(|error| invalid(error.to_string()))
    }

    /// Whether a document is left out to see how sure the tagger may be.
    fn in_part(&self, number: usize) -> bool {
        number.is_multiple_of(FOLDS) || self.documents[number].calibrates
    }

    /// Examples of all documents.
    fn examples(&self, progress: &mut dyn FnMut(&str)) -> io::Result<Examples> {
        let mut examples = Examples::default();
        for fold in 0..FOLDS {
            let sections = self.sections(&self.lexicon(|document| document % FOLDS != fold), None);
            let pack = self.pack(&sections)?;
            let documents = self.documents.iter().enumerate();
            for (number, document) in documents.filter(|(number, _)| number % FOLDS == fold) {
                examples::add(&mut examples, number, document, &pack);
                if number % SHOUTED == 0 {
                    examples::add(&mut examples, number, &document.shouted(), &pack);
                }
            }
            progress(&format!(
                "examples: part {} of {FOLDS}, {} sentences, {} tokens",
                fold + 1,
                examples.sentences(),
                examples.tokens()
            ));
        }
        Ok(examples)
    }

    /// Reads the documents that neither lexicon nor weights have seen, and fits the confidence to what is right.
    fn calibration(&self, learned: &Learned) -> io::Result<Calibration> {
        // A calibration that says the step itself, so that outcomes can be counted by step.
        let mut steps = [[0; STEPS]; GROUPS];
        for row in &mut steps {
            (0..).zip(row).for_each(|(step, value)| *value = step);
        }
        let tagger = tagger::write(&learned.transitions, &Calibration(steps), &learned.rows);
        let sections = self.sections(&self.lexicon(|document| !self.in_part(document)), Some(tagger));
        let pack = self.pack(&sections)?;
        let documents = self.documents.iter().enumerate();
        let mut outcomes = Outcomes::default();
        for (_, document) in documents.filter(|(number, _)| self.in_part(*number)) {
            measure::each_mention(&pack, document, |mention, is_right| {
                let group = tagger::group(mention.kind, mention.entity_type);
                outcomes.add(group, usize::from(mention.confidence.thousandths()), is_right);
            });
        }
        Ok(outcomes.fit())
    }
}
