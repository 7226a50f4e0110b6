//! `kernsatz pack`: builds a language pack. In: the folder of corpora and a language. Out: the pack at `--out`
//! and its model card, `CARD.md`, beside it.

use std::fs;
use std::path::PathBuf;

use kernsatz::{build_pack, Language};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder of corpora and gazetteers.
    #[arg(long)]
    corpora: PathBuf,
    /// The language to build: de or en.
    #[arg(long)]
    language: String,
    /// Where to write the pack.
    #[arg(long)]
    out: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let language = Language::from_tag(&arguments.language)
        .ok_or_else(|| format!("--language {}: it takes de or en", arguments.language))?;
    let built = build_pack(&arguments.corpora, language).map_err(|error| error.to_string())?;
    let write = |path: PathBuf, bytes: &[u8]| {
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    write(arguments.out.clone(), &built.bytes)?;
    write(arguments.out.with_file_name("CARD.md"), built.card.as_bytes())
}
