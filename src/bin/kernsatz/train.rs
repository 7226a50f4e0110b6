//! `kernsatz train`: makes a language pack. In: the folder of corpora and a language. Out: the pack at `--out` and its
//! model card, `CARD.md`, and its `trigrams.txt` beside it; what it is at, on standard error. `--check` compares with what is there instead.

use std::fs;
use std::path::PathBuf;

use kernsatz::{build_pack, Language};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder of corpora and gazetteers.
    #[arg(long)]
    corpora: PathBuf,
    /// The language to train: de or en.
    #[arg(long)]
    language: String,
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
    let language = Language::from_tag(&arguments.language)
        .ok_or_else(|| format!("--language {}: it takes de or en", arguments.language))?;
    let named = |path: &PathBuf, error: std::io::Error| format!("{}: {error}", path.display());
    let clusters_of =
        arguments.clusters_of.as_ref().map(|path| fs::read(path).map_err(|error| named(path, error)));
    let clusters_of = clusters_of.transpose()?;
    let mut progress = |what: &str| eprintln!("{}: {what}", language.tag());
    let built = build_pack(&arguments.corpora, language, clusters_of.as_deref(), &mut progress)
        .map_err(|error| error.to_string())?;
    let files = [
        (arguments.out.clone(), built.bytes.as_slice()),
        (arguments.out.with_file_name("CARD.md"), built.card.as_bytes()),
        (arguments.out.with_file_name("trigrams.txt"), built.trigrams.as_bytes()),
    ];
    for (path, bytes) in files {
        if arguments.check {
            if fs::read(&path).map_err(|error| named(&path, error))? != bytes {
                return Err(format!("{} is not what the corpora give: train it again", path.display()));
            }
        } else {
            fs::write(&path, bytes).map_err(|error| named(&path, error))?;
        }
    }
    Ok(())
}
