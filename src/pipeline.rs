//! The passes in order.
//!
//! Each is `#[inline(never)]`: engines compile function by function, side by side, and go on to better code at the
//! next call; one function of everything would run in their first, slow code to its end.

use std::fmt;

use crate::analysis::{Analysis, CreationTime, CreationTimeSource};
use crate::analyzer::Options;
use crate::article::{self, SectionKind};
use crate::error::{Warning, WarningCode};
use crate::lang;
use crate::layers::outline::Outline;
use crate::layers::{
    claims, entities, event, figures, headline, keyphrases, links, mentions, quotation_marks, quotations,
    reading, sentences, summary, tokens,
};
use crate::model::Pack;
use crate::text::Text;

/// What the analyzer is at; told to progress bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Reading the article's structure and language.
    Structure,
    /// Splitting words and sentences.
    Sentences,
    /// Finding names.
    Names,
    /// Joining names of one thing.
    Entities,
    /// Choosing the sentences that sum it up.
    Summary,
}

impl Stage {
    /// All stages in order.
    pub const ALL: [Self; 5] = [Self::Structure, Self::Sentences, Self::Names, Self::Entities, Self::Summary];
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Structure => "structure",
            Self::Sentences => "sentences",
            Self::Names => "names",
            Self::Entities => "entities",
            Self::Summary => "summary",
        })
    }
}

/// Runs every pass over `source`. Cannot fail.
pub(crate) fn run<'s>(
    source: &'s str,
    options: &Options,
    packs: &[Pack],
    progress: &mut dyn FnMut(Stage),
) -> Analysis<'s> {
    observed(source, options, packs, progress, &mut |_| {})
}

/// Shows `observe` the outline of a text, for those who learn from it.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn with_outline(
    source: &str,
    options: &Options,
    packs: &[Pack],
    observe: &mut dyn FnMut(&Outline<'_>),
) {
    observed(source, options, packs, &mut |_| {}, observe);
}

fn observed<'s>(
    source: &'s str,
    options: &Options,
    packs: &[Pack],
    progress: &mut dyn FnMut(Stage),
    observe: &mut dyn FnMut(&Outline<'_>),
) -> Analysis<'s> {
    progress(Stage::Structure);
    let article = article::read(source, options.format);
    let text = Text::new(&article.text);
    let language = lang::identify(text, &article.sections, options.language.as_deref());
    let pack = packs.iter().find(|pack| Some(pack.language()) == language.language);
    let mut warnings = warnings(text, &language, pack);

    progress(Stage::Sentences);
    let quotation_marks = quotation_marks::pair(text, &article.sections);
    let tokens = tokens::split(text, &article.sections, &quotation_marks, language.language);
    let sentences = sentences::split(text, &article.sections, &tokens, language.language);

    let dated = || figures::date_of(text, &article.sections, &tokens, &sentences, language.language);
    let document_creation_time = creation_time(options, article.header_date, dated);
    let creation = document_creation_time.value.as_deref();
    let (timexes, amounts) =
        figures::find(text, &article.sections, &tokens, &sentences, language.language, creation);

    let mut mentions = Vec::new();
    let mut entities = Vec::new();
    let mut links = Vec::new();
    let mut speech = quotations::Speech::default();
    let mut ledger = claims::Ledger::default();
    let mut summary = summary::Summary::default();
    let mut keyphrases = Vec::new();
    let mut event = None;
    let mut reading = reading::Reading::default();
    if let Some(pack) = pack {
        let context = mentions::Context {
            text,
            sections: &article.sections,
            tokens: &tokens,
            sentences: &sentences,
            language: pack.language(),
            lexicon: pack.lexicon(),
            clusters: pack.clusters(),
            tagger: pack.tagger(),
        };
        progress(Stage::Names);
        let names = mentions::find(context);
        progress(Stage::Entities);
        entities::Linked { mentions, entities } = entities::link(context, &names);
        links =
            pack.atlas().map(|atlas| links::find(context, &mentions, &entities, atlas)).unwrap_or_default();
        speech = quotations::find(context, &quotation_marks, &mentions, &entities);
        ledger = claims::find(context, &speech, &mentions, &entities);
        warnings.append(&mut ledger.warnings);
        progress(Stage::Summary);
        let outline = Outline::read(context, &mentions, &entities, &speech.quotations, &timexes, creation);
        observe(&outline);
        summary = summary::choose(&outline, &options.summary);
        keyphrases = keyphrases::find(&outline);
        event = event::find(&outline);
        warnings.extend(headline::check(&outline));
        reading = reading::count(context, &speech.quotations);
    }

    Analysis {
        document_creation_time,
        sections: article.sections,
        source_map: article.source_map,
        text: article.text,
        language,
        quotation_marks,
        tokens,
        sentences,
        mentions,
        entities,
        links,
        quotations: speech.quotations,
        claims: ledger.claims,
        attribution: ledger.attribution,
        timexes,
        amounts,
        summary,
        keyphrases,
        event,
        reading,
        warnings,
    }
}

/// When the article was written: as the caller says, as its header has it, or as `dated` reads it in the dateline.
fn creation_time(
    options: &Options,
    header_date: Option<String>,
    dated: impl FnOnce() -> Option<(String, SectionKind)>,
) -> CreationTime {
    let known = options.document_creation_time.clone().map(|date| (date, CreationTimeSource::Option));
    let known = known.or_else(|| header_date.map(|date| (date, CreationTimeSource::Header)));
    let known = known.or_else(|| {
        let (date, kind) = dated()?;
        let is_dateline = kind == SectionKind::Dateline;
        Some((date, if is_dateline { CreationTimeSource::Dateline } else { CreationTimeSource::Header }))
    });
    known.map_or_else(CreationTime::default, |(value, source)| CreationTime { value: Some(value), source })
}

fn warnings(text: Text<'_>, language: &lang::LanguageGuess, pack: Option<&Pack>) -> Vec<Warning> {
    let warning = |code, message: String| vec![Warning { code, span: None, spans: Vec::new(), message }];
    if text.trim(text.all()).is_empty() {
        return warning(WarningCode::EmptyText, "There is no text to read.".to_owned());
    }
    let mut warnings = Vec::new();
    if language.confidence < lang::UNCERTAIN {
        warnings.extend(warning(
            WarningCode::UncertainLanguage,
            format!("The text says too little to be sure of its language ({}).", language.tag),
        ));
    }
    warnings.extend(match (language.language, pack) {
        (None, _) => warning(
            WarningCode::UnsupportedLanguage,
            format!(
                "The language ({}) is not supported; only structure and sentences were read.",
                language.tag
            ),
        ),
        (Some(known), None) => warning(
            WarningCode::MissingPack,
            format!("The pack for {:?} is not loaded; names and summary are missing.", known.tag()),
        ),
        (Some(_), Some(_)) => Vec::new(),
    });
    warnings
}
