//! `kernsatz eval`: measures layers against the corpora beside the project.
//!
//! In: a folder of corpora. Out: a table on standard output. What each layer is measured by
//! stands in the file of its subcommand.

#[path = "eval/language.rs"]
mod language;
#[path = "eval/quotations.rs"]
mod quotations;
#[path = "eval/rivals.rs"]
mod rivals;
#[path = "eval/sentences.rs"]
mod sentences;
#[path = "eval/speed.rs"]
mod speed;
#[path = "eval/summary.rs"]
mod summary;
#[path = "eval/times.rs"]
mod times;

use std::path::PathBuf;

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    layer: Layer,
}

#[derive(clap::Subcommand)]
enum Layer {
    /// Sentence ends, on treebanks joined five sentences at a time and on whole articles.
    Sentences {
        /// The folder that holds `ud-de`, `english` and `wikinews-de`.
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// Also print every error of this corpus, as named in the table.
        #[arg(long)]
        errors: Option<String>,
    },
    /// Which sentences stand on somebody's words, and what confidence says.
    Quotations {
        /// The folder that holds `wikinews-quotations-de`.
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
    },
    /// The language of headlines, sentences and articles.
    Language {
        /// The folder that holds `wikinews-de`, `ud-de` and the rest.
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// The folder of case files.
        #[arg(long, default_value = "tests/cases/language")]
        cases: PathBuf,
        /// Also print every error.
        #[arg(long)]
        errors: bool,
    },
    /// Time expressions, on the cases of another reader of dates.
    Times {
        /// The folder that holds `chrono-tests`.
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
        /// The list of cases that are none of ours.
        #[arg(long, default_value = "tests/bench/times.md")]
        list: PathBuf,
        /// Also print every case that fails.
        #[arg(long)]
        errors: bool,
    },
    /// Summaries and keyphrases, beside what others do without learning.
    Summary {
        /// The folder that holds `wikinews-de`.
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
    },
    /// Time up to the sentences, on articles and on inputs made to be slow.
    Speed {
        /// The folder that holds `wikinews-de`.
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
    },
}

/// Measures and prints.
pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    match &arguments.layer {
        Layer::Sentences { corpora, errors } => sentences::run(corpora, errors.as_deref()),
        Layer::Quotations { corpora } => quotations::run(corpora),
        Layer::Language { corpora, cases, errors } => language::run(corpora, cases, *errors),
        Layer::Times { corpora, list, errors } => times::run(corpora, list, *errors),
        Layer::Summary { corpora } => summary::run(corpora),
        Layer::Speed { corpora } => speed::run(corpora),
    }
}
