//! Examples from texts with marked names.
//!
//! In: documents, and for each a pack whose lexicon did not learn from it: what the lexicon knows of the trainer's own
//! texts would look surer than what it will know of others. Out: examples with the labels that each token may have.

use crate::article::{self, Format};
use crate::layers::mentions::{self, EntityType, MentionKind};
use crate::layers::{quotation_marks, sentences, tokens};
use crate::model::build::Document;
use crate::model::tagger::{Label, Meaning};
use crate::model::Pack;
use crate::text::Text;

use super::crf::Examples;

/// Adds every sentence of a document.
pub(super) fn add(examples: &mut Examples, number: usize, document: &Document, pack: &Pack) {
    let article = article::read(&document.text, Format::Text);
    let text = Text::new(&article.text);
    let marks = quotation_marks::pair(text, &article.sections);
    let tokens = tokens::split(text, &article.sections, &marks, Some(pack.language()));
    let sentences = sentences::split(text, &article.sections, &tokens, Some(pack.language()));
    let context = mentions::Context {
        text,
        sections: &article.sections,
        tokens: &tokens,
        sentences: &sentences,
        language: pack.language(),
        lexicon: pack.lexicon(),
        clusters: pack.clusters(),
        tagger: None,
    };
    let mut mention = 0;
    for sentence in mentions::examples::read(context) {
        let mut begun = None;
        for token in &sentence {
            let (start, end) = (token.span.start() as usize, token.span.end() as usize);
            while document.mentions.get(mention).is_some_and(|mention| mention.end <= start) {
                mention += 1;
            }
            let marked = document.mentions.get(mention).filter(|mention| mention.start < end);
            let allowed = match marked {
                None => unmarked(document.unmarked),
                Some(marked) => {
                    let goes_on = begun == Some(mention);
                    begun = Some(mention);
                    let is_whole = marked.start >= start && marked.end <= end;
                    labels(marked.reading, goes_on, is_whole, document.unmarked)
                }
            };
            examples.add_token(&token.features, allowed);
        }
        if !sentence.is_empty() {
            examples.end_sentence(number);
        }
    }
}

/// What a token may be that nobody marked: nothing, or what the corpus does not mark (see [`Document::unmarked`]).
fn unmarked(letters: &str) -> u16 {
    Label::all()
        .filter(|label| match label.meaning() {
            Meaning::Outside => true,
            Meaning::Begin(entity_type) | Meaning::Inside(entity_type) => {
                letters.contains(letter(entity_type))
            }
            Meaning::Word(_, _) => letters.contains('D'),
        })
        .map(bit)
        .sum()
}

fn labels(
    (kind, entity_type): (MentionKind, EntityType),
    goes_on: bool,
    is_whole: bool,
    unmarked: &str,
) -> u16 {
    let label = match kind {
        MentionKind::Name if goes_on => Meaning::Inside(entity_type),
        MentionKind::Name => Meaning::Begin(entity_type),
        _ => Meaning::Word(kind, entity_type),
    };
    let mut allowed = bit(Label::of(label));
    // Corpora that do not tell derived words apart mark some of them as other names.
    if unmarked.contains('D') && entity_type == EntityType::Other && is_whole {
        let derived = [EntityType::Location, EntityType::Other];
        allowed |=
            derived.map(|t| bit(Label::of(Meaning::Word(MentionKind::Derived, t)))).iter().sum::<u16>();
    }
    allowed
}

fn bit(label: Label) -> u16 {
    1 << label.index()
}

pub(super) fn letter(entity_type: EntityType) -> char {
    match entity_type {
        EntityType::Person => 'P',
        EntityType::Location => 'L',
        EntityType::Organisation => 'O',
        EntityType::Other => 'M',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_corpus_leaves_out_may_be_there() {
        assert_eq!(unmarked(""), 1);
        let other = unmarked("M");
        assert_eq!(other.count_ones(), 3);
        assert_eq!(unmarked("MD").count_ones(), 3 + 6);
    }

    #[test]
    fn names_begin_and_go_on() {
        let reading = (MentionKind::Name, EntityType::Person);
        let begin = labels(reading, false, true, "");
        assert_eq!(begin, bit(Label::of(Meaning::Begin(EntityType::Person))));
        assert_ne!(labels(reading, true, false, ""), begin);
        assert_eq!(labels((MentionKind::Name, EntityType::Other), false, true, "D").count_ones(), 3);
    }
}
