//! `kernsatz analyze`: one file to JSON, Markdown or HTML; with `--jsonl`, many texts from standard input.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use kernsatz::{
    bundled_packs, Analyzer, Format, Options, PositionEncoding, Report, SummaryLength, SummaryOptions,
};

use crate::jsonl;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The article: a file (.html and .htm are read as HTML), or - for standard input.
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    file: Option<PathBuf>,
    /// Read JSON lines {"id","text","documentCreationTime"?,"language"?,"format"?} from standard input and
    /// answer each with one line: the analysis with the same id, or {"id"?,"error":{"code","message"}}.
    #[arg(long)]
    jsonl: bool,
    /// What to write.
    #[arg(long, value_enum, default_value_t = Output::Json, conflicts_with = "jsonl")]
    format: Output,
    /// How the input is written; by the file's name if left out.
    #[arg(long, value_enum)]
    input: Option<Input>,
    /// What offsets count.
    #[arg(long, value_enum, default_value_t = Encoding::Utf16)]
    encoding: Encoding,
    /// When the article was written: YYYY, YYYY-MM or YYYY-MM-DD.
    #[arg(long)]
    date: Option<String>,
    /// The article's language as a BCP 47 tag; found out if left out.
    #[arg(long)]
    language: Option<String>,
    /// How many sentences sum the article up; as many as its length asks for if left out.
    #[arg(long, value_name = "COUNT", group = "length")]
    summary_sentences: Option<u32>,
    /// At most so many characters of summary.
    #[arg(long, value_name = "COUNT", group = "length")]
    summary_characters: Option<u32>,
    /// At most so many hundredths of the article's characters.
    #[arg(long, value_name = "PERCENT", group = "length")]
    summary_percent: Option<u32>,
    /// What the reader asks for: a name or words; sentences that say them are chosen first.
    #[arg(long)]
    focus: Option<String>,
    /// Mark what can be left out of the chosen sentences.
    #[arg(long)]
    compress: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Output {
    Json,
    Markdown,
    Html,
}

#[derive(Clone, Copy, ValueEnum)]
enum Input {
    Text,
    Html,
}

#[derive(Clone, Copy, ValueEnum)]
enum Encoding {
    #[value(name = "utf-16")]
    Utf16,
    #[value(name = "utf-8")]
    Utf8,
    #[value(name = "utf-32")]
    Utf32,
}

/// Runs the subcommand; an error is one sentence for the person at the terminal.
pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let analyzer = Analyzer::new(bundled_packs());
    let encoding = match arguments.encoding {
        Encoding::Utf16 => PositionEncoding::Utf16,
        Encoding::Utf8 => PositionEncoding::Utf8,
        Encoding::Utf32 => PositionEncoding::Utf32,
    };
    let output = io::BufWriter::new(io::stdout().lock());
    let options = Options {
        language: arguments.language.clone(),
        format: input_format(arguments),
        document_creation_time: arguments.date.clone(),
        summary: SummaryOptions {
            length: length(arguments),
            focus: arguments.focus.clone(),
            compress: arguments.compress,
        },
    };
    let written = match &arguments.file {
        None => jsonl::run(&analyzer, &options, encoding, io::stdin().lock(), output),
        Some(file) => {
            let source = read(file)?;
            let analysis = analyzer.analyze(&source, &options).map_err(|error| error.to_string())?;
            let answer = match arguments.format {
                Output::Json => serde_json::to_string(&Report::new(&analysis, &source, encoding))
                    .map_err(|error| format!("the analysis cannot be written as JSON: {error}"))?,
                Output::Markdown => analysis.to_markdown(),
                Output::Html => analysis.to_html(),
            };
            write_line(output, &answer)
        }
    };
    match written {
        // `kernsatz … | head` closes the pipe early; that is no error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(|error| format!("the answer cannot be written: {error}")),
    }
}

fn length(arguments: &Arguments) -> SummaryLength {
    let sentences = arguments.summary_sentences.map(SummaryLength::Sentences);
    let characters = arguments.summary_characters.map(SummaryLength::Characters);
    let percent = arguments.summary_percent.map(SummaryLength::Percent);
    sentences.or(characters).or(percent).unwrap_or_default()
}

fn write_line(mut output: impl Write, answer: &str) -> io::Result<()> {
    output.write_all(answer.as_bytes())?;
    if !answer.ends_with('\n') {
        output.write_all(b"\n")?;
    }
    output.flush()
}

fn input_format(arguments: &Arguments) -> Format {
    let named_html = arguments.file.as_deref().and_then(Path::extension).is_some_and(|extension| {
        extension.eq_ignore_ascii_case("html") || extension.eq_ignore_ascii_case("htm")
    });
    match arguments.input {
        Some(Input::Html) => Format::Html,
        None if named_html => Format::Html,
        Some(Input::Text) | None => Format::Text,
    }
}

fn read(file: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| format!("standard input cannot be read: {error}"))?;
    } else {
        bytes = std::fs::read(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    }
    String::from_utf8(bytes).map_err(|error| {
        format!(
            "{} is not UTF-8 text (first bad byte at {}); convert it first, for example with `iconv -t UTF-8`",
            file.display(),
            error.utf8_error().valid_up_to()
        )
    })
}
