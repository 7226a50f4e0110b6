//! `kernsatz train`: makes a language pack. In: the folder of corpora and a language. Out: the pack at `--out` and its
//! model card, `CARD.md`, beside it; what it is at, on standard error. `--check` compares with what is there instead.

use std::fs;
use std::path::{Path, PathBuf};

use kernsatz::{build_pack, bundled_packs, learn_ranks, Language};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder of corpora and gazetteers.
    #[arg(long)]
    corpora: PathBuf,
    /// The language to train: de or en.
    #[arg(long, default_value = "de")]
    language: String,
    /// Learn the weights that choose summaries, keyphrases and main events instead, which serve all languages: with
    /// the packs of this build, `--out src/model/ranks.bin`.
    #[arg(long)]
    ranks: bool,
    /// Where the pack is written, or, with --check, where it is.
    #[arg(long)]
    out: PathBuf,
    /// Take the word clusters from this pack; learning them takes most of the time.
    #[arg(long, value_name = "PACK")]
    clusters_of: Option<PathBuf>,
    /// Write nothing; fail if the pack or its card is not what the corpora give.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    if arguments.ranks {
        let ranks = learn_ranks(&arguments.corpora, &bundled_packs()).map_err(|error| error.to_string())?;
        return write(arguments, &arguments.out, &ranks);
    }
    let language = Language::from_tag(&arguments.language)
        .ok_or_else(|| format!("--language {}: it takes de or en", arguments.language))?;
    let clusters_of =
        arguments.clusters_of.as_ref().map(|path| fs::read(path).map_err(|error| named(path, &error)));
    let clusters_of = clusters_of.transpose()?;
    let mut progress = |what: &str| eprintln!("{}: {what}", language.tag());
    let built = build_pack(&arguments.corpora, language, clusters_of.as_deref(), &mut progress)
        .map_err(|error| error.to_string())?;
    write(arguments, &arguments.out, &built.bytes)?;
    write(arguments, &arguments.out.with_file_name("CARD.md"), built.card.as_bytes())?;
    write(arguments, &arguments.out.with_file_name("trigrams.txt"), built.trigrams.as_bytes())
}

/// Writes a file, or compares it with what is there.
fn write(arguments: &Arguments, path: &Path, bytes: &[u8]) -> Result<(), String> {
    if !arguments.check {
        return fs::write(path, bytes).map_err(|error| named(path, &error));
    }
    if fs::read(path).map_err(|error| named(path, &error))? == bytes {
        return Ok(());
    }
    Err(format!("{} is not what the corpora give: train it again", path.display()))
}

fn named(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
