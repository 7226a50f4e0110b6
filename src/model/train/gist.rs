//! Learns what sums an article up: its best sentences, its keyphrases, its main event.
//!
//! In: articles whose summary, keyphrases and event are known (JSON lines). Out: the bytes of `ranks.bin`.

use std::io;
use std::path::Path;

use serde::Deserialize;

use super::rank;
use crate::layers::outline::Outline;
use crate::layers::{event, keyphrases, summary};
use crate::model::build::invalid;
use crate::model::ranker::{Choice, Features, Rank};
use crate::model::Pack;
use crate::pipeline;
use crate::text::Span;
use crate::Options;

/// The articles, beside the other corpora.
const ARTICLES: &str = "wikinews-de/train.jsonl";

#[derive(Deserialize)]
struct Article {
    date: String,
    text: String,
    summary: Vec<(usize, usize)>,
    keyphrases: Vec<String>,
    event: Answers,
}

#[derive(Deserialize)]
struct Answers {
    what: Option<(usize, usize)>,
    who: Option<(usize, usize)>,
    when: Option<(usize, usize)>,
    r#where: Option<(usize, usize)>,
    why: Option<(usize, usize)>,
    how: Option<(usize, usize)>,
}

/// Learns the weights of all ranks from the articles in `corpora`, as `packs` read them.
///
/// # Errors
/// If the articles are missing or are not in the form that is expected.
pub fn learn_ranks(corpora: &Path, packs: &[Pack]) -> io::Result<Vec<u8>> {
    let source = std::fs::read_to_string(corpora.join(ARTICLES))?;
    let articles = source
        .lines()
        .map(|line| serde_json::from_str(line).map_err(|error| invalid(format!("{ARTICLES}: {error}"))));
    let articles: Vec<Article> = articles.collect::<io::Result<_>>()?;
    let mut choices = Vec::new();
    for article in &articles {
        article.outline(packs, &mut |outline| {
            let best: Vec<Span> = article.summary.iter().map(|span| article.span(*span)).collect();
            choices.push(summary::choice(outline, &best));
            choices.push(keyphrases::choice(outline, &article.keyphrases));
            choices.extend(event::choices(outline, &article.answers(), None));
        });
    }
    // Who, when and where stand beside what happens. That must be no better known here than in a new article: those
    // who tell it here have learned from the other articles.
    let what: Vec<&Choice> = choices.iter().filter(|choice| choice.rank == Rank::What).collect();
    let others = |fold| what.iter().enumerate().filter(move |(number, _)| number % FOLDS != fold);
    let weights = |fold| rank::learn_rank(&others(fold).map(|(_, choice)| *choice).collect::<Vec<_>>());
    let weights: Vec<Vec<u8>> = (0..FOLDS).map(weights).collect();
    for (number, article) in articles.iter().enumerate() {
        let points = |features: &Features| features.points_by(&weights[number % FOLDS]);
        article.outline(packs, &mut |outline| {
            choices.extend(event::choices(outline, &article.answers(), Some(&points)));
        });
    }
    Ok(rank::learn(&choices))
}

/// The articles are divided into so many parts, each looked at by what was learned from the others.
const FOLDS: usize = 5;

impl Article {
    /// A span of characters as one of bytes.
    fn span(&self, (start, end): (usize, usize)) -> Span {
        let byte =
            |at: usize| self.text.char_indices().nth(at).map_or(self.text.len(), |(byte, _)| byte) as u32;
        Span::new(byte(start), byte(end))
    }

    fn answers(&self) -> [Option<Span>; 6] {
        let event = &self.event;
        let answers = [event.what, event.who, event.when, event.r#where, event.why, event.how];
        answers.map(|answer| answer.map(|span| self.span(span)))
    }

    /// Shows `observe` the outline of the article.
    fn outline(&self, packs: &[Pack], observe: &mut dyn FnMut(&Outline<'_>)) {
        let options = Options { document_creation_time: Some(self.date.clone()), ..Options::default() };
        pipeline::with_outline(&self.text, &options, packs, observe);
    }
}
