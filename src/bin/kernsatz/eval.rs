//! `kernsatz eval`: measures layers against the corpora beside the project.
//!
//! In: a folder of corpora. Out: precision, recall and F1 on standard output. What each layer is measured by
//! stands in the file of its subcommand.

#[path = "eval/sentences.rs"]
mod sentences;

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
}

/// Measures and prints.
pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    match &arguments.layer {
        Layer::Sentences { corpora, errors } => sentences::run(corpora, errors.as_deref()),
    }
}
