//! What the reader asked for.
//!
//! In: a name or words. Out: how much of them a sentence says. A name is known in all its forms; words in all of theirs.

use super::super::outline::{Line, Outline};

/// More words are no question.
const MOST: usize = 12;

/// A question.
pub(super) struct Focus {
    entity: Option<u32>,
    /// The stems of its words, in lower case.
    words: Vec<String>,
}

impl Focus {
    pub(super) fn read(outline: &Outline<'_>, question: &str) -> Self {
        let question = question.trim().to_lowercase();
        let names = |mention: &u32| {
            let span = outline.mentions[*mention as usize].span;
            outline.context.text.slice(span).to_lowercase() == question
        };
        let entity = outline
            .entities
            .iter()
            .position(|entity| entity.name.to_lowercase() == question || entity.mentions.iter().any(names));
        let words = question.split(|c: char| !c.is_alphanumeric() && c != '-');
        let says = |word: &&str| !word.is_empty() && outline.lists.class(word).is_content();
        let words = words.filter(says).take(MOST).map(|word| outline.lists.stem(word).to_owned());
        Self { entity: entity.map(|number| number as u32), words: words.collect() }
    }

    /// How much of the question a line says, in thousandths.
    pub(super) fn share(&self, outline: &Outline<'_>, line: &Line) -> i32 {
        let mut tokens = outline.tokens_of(line);
        if let Some(entity) = self.entity {
            let is_named =
                tokens.clone().any(|at| outline.entity_at(at).is_some_and(|(number, _)| number == entity));
            return if is_named { 1000 } else { 0 };
        }
        let mut said = vec![false; self.words.len()];
        tokens.by_ref().filter(|at| outline.context.tokens[*at].kind.is_word()).for_each(|at| {
            let word = outline.text(at).to_lowercase();
            for (said, asked) in said.iter_mut().zip(&self.words) {
                *said |= word.starts_with(asked.as_str());
            }
        });
        (1000 * said.iter().filter(|said| **said).count() / said.len().max(1)) as i32
    }
}
