//! Learns what sums an article up: its best sentences, its keyphrases, its main event.
//!
//! In: articles whose summary, keyphrases and event are known (JSON lines). Out: the bytes of `ranks.bin`.

use std::io;
use std::path::Path;

use serde::Deserialize;

use super::rank;
use crate::layers::{event, keyphrases, summary};
use crate::model::build::invalid;
use crate::model::Pack;
use crate::pipeline;
use crate::text::Span;

/// The articles, beside the other corpora.
const ARTICLES: &str = "wikinews-de/train.jsonl";

#[derive(Deserialize)]
struct Article {
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
    let mut choices = Vec::new();
    for line in source.lines() {
        let article: Article =
            serde_json::from_str(line).map_err(|error| invalid(format!("{ARTICLES}: {error}")))?;
        let mut bytes: Vec<usize> = article.text.char_indices().map(|(at, _)| at).collect();
        bytes.push(article.text.len());
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(article.text.len()) as u32;
        let span = |(start, end): &(usize, usize)| Span::new(byte(*start), byte(*end));
        let best: Vec<Span> = article.summary.iter().map(span).collect();
        let event = &article.event;
        let answers = [event.what, event.who, event.when, event.r#where, event.why, event.how];
        let answers = answers.map(|answer| answer.as_ref().map(span));
        pipeline::with_outline(&article.text, packs, &mut |outline| {
            choices.push(summary::choice(outline, &best));
            choices.push(keyphrases::choice(outline, &article.keyphrases));
            choices.extend(event::choices(outline, &answers));
        });
    }
    Ok(rank::learn(&choices))
}
