//! What the article itself says about its names.
//!
//! In: the names found by themselves. Out: candidates for words that are named in full elsewhere: the surname
//! alone, the company without its legal form, a place met again.

use super::candidates::Candidate;
use super::rules::Class;
use super::view::View;
use super::{EntityType, MentionKind};
use crate::map::Map;

/// The least sure name that others follow.
const SURE: u32 = 590;

/// What a word names in this article.
#[derive(Clone, Copy)]
struct Known {
    entity_type: EntityType,
    score: u32,
    /// How many particles stand before a surname.
    particles: usize,
}

/// Words that name something in this article.
#[derive(Default)]
pub(super) struct Names<'a> {
    words: Map<&'a str, Known>,
}

impl<'a> Names<'a> {
    /// Learns from a name that was found.
    pub(super) fn learn(&mut self, view: &View<'a>, name: &Candidate) {
        if name.kind != MentionKind::Name || name.score < SURE {
            return;
        }
        let (first, end) = name.tokens;
        let mut learn = |at: usize, score: u32| {
            let text = nominative(view, at);
            let is_noun = view.word(at).is_none_or(|word| word.entry.common() > 2);
            if text.len() < 3 || is_noun || !view.is_capital(at) && !text.contains('-') {
                return;
            }
            let before = (first + 1..at).rev();
            let particles =
                before.take_while(|at| view.is_lower(*at) && view.has(*at, Class::PARTICLE)).count();
            let learnt = Known { entity_type: name.entity_type, score, particles };
            // A person named in full outweighs whatever else the word may be.
            let known = self.words.or_insert(text, learnt);
            if known.score < score {
                *known = learnt;
            }
        };
        match name.entity_type {
            EntityType::Person if end - first > 1 => {
                learn(end - 1, 985);
                if view.first_name(first) < 2 {
                    learn(first, 700);
                } else if view
                    .word(first)
                    .is_some_and(|word| word.entry.common() == 0 && word.entry.name() == 0)
                {
                    learn(first, 600);
                }
            }
            EntityType::Organisation
                if end - first == 2
                    && view.has(end - 1, Class::COMPANY_ENDING)
                    && view.may_be_name(first) =>
            {
                learn(first, 640);
            }
            _ if end - first == 1 => learn(first, name.score.min(700)),
            _ => {}
        }
    }

    /// Reads the words of a sentence that the article names elsewhere.
    pub(super) fn find(&self, view: &View<'a>, candidates: &mut Vec<Candidate>) {
        for at in view.range.clone() {
            let Some(word) = view.word(at).filter(|word| word.is_capital()) else { continue };
            let text = view.text(at);
            let whole = self.words.get(text);
            let Some(known) = whole.or_else(|| self.words.get(nominative(view, at))) else { continue };
            let Known { entity_type, score, particles } = *known;
            // A noun that is somebody's name: `der Koch` cooks.
            if word.entry.common() > 0 && at > view.range.start && is_article(view.text(at - 1)) {
                continue;
            }
            // `Paris Hilton` in Paris.
            let is_place = word.entry.name() > 4 && word.entry.entity_type() == EntityType::Location;
            if is_place && at > view.range.start && view.has(at - 1, Class::PLACE_PREPOSITION) {
                continue;
            }
            let mut first = at;
            let is_particle = |at: usize| view.has(at, Class::PARTICLE) && view.is_lower(at);
            if entity_type == EntityType::Person {
                let particles = (at.saturating_sub(particles)..at).filter(|at| is_particle(*at)).count();
                first -= particles;
                if first > view.range.start && CAPITAL_PARTICLES.contains(&view.text(first - 1)) {
                    first -= 1;
                }
            }
            candidates.push(Candidate {
                tokens: (first, at + 1),
                span: view.span(first, at + 1),
                kind: MentionKind::Name,
                entity_type,
                score: score - u32::from(word.entry.common() > 1) * 150,
            });
        }
    }
}

/// Particles that some surnames write with a capital.
const CAPITAL_PARTICLES: [&str; 9] = ["Van", "De", "Di", "Da", "Le", "Al", "El", "Mc", "Mac"];

pub(super) fn is_article(text: &str) -> bool {
    const ARTICLES: [&str; 12] =
        ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"];
    ARTICLES.iter().any(|article| article.eq_ignore_ascii_case(text))
}

/// The word without a genitive ending, where the lexicon or the ending says that it is one.
fn nominative<'a>(view: &View<'a>, at: usize) -> &'a str {
    let text = view.text(at);
    let is_genitive = view.word(at).is_some_and(|word| word.is_genitive || word.entry.is_none());
    if is_genitive {
        text.strip_suffix(['s', '\'', '’']).unwrap_or(text)
    } else {
        text
    }
}
