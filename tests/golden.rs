//! The golden articles: what the analyzer makes of each is written down, readable, and compared.
//!
//! In: `golden/articles/*`. Out: `golden/expected/<name>.md`; `UPDATE=1 cargo test --test golden` writes them
//! anew. What is right is for the reader of the difference to say; invariants are tested in `invariants.rs`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use kernsatz::{
    Analysis, Analyzer, EntityType, Format, Mention, MentionKind, Options, PositionEncoding, Report, Score,
    Span,
};

#[test]
fn analyses_are_as_written_down() {
    let update = std::env::var_os("UPDATE").is_some();
    let analyzer = Analyzer::new(kernsatz::bundled_packs());
    let mut complaints = String::new();
    let mut names = Vec::new();
    for article in articles() {
        let source = std::fs::read_to_string(&article).unwrap();
        let format =
            if article.extension().is_some_and(|e| e == "html") { Format::Html } else { Format::Text };
        let analysis = analyzer.analyze(&source, &Options { format, ..Options::default() }).unwrap();
        let name = article.file_stem().unwrap().to_str().unwrap().to_owned();
        let now = Page::new(&analysis, &source).render(&name);
        let path = golden("expected").join(format!("{name}.md"));
        if update {
            std::fs::write(&path, &now).unwrap();
        }
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        if now != before {
            writeln!(complaints, "\n{name}:\n{}", difference(&before, &now)).unwrap();
        }
        names.push(name);
    }
    assert!(names.len() >= 13, "only {} articles found", names.len());
    for page in files(&golden("expected")) {
        let name = page.file_stem().unwrap().to_str().unwrap();
        if !names.iter().any(|known| known == name) {
            writeln!(complaints, "\n{} belongs to no article", page.display()).unwrap();
        }
    }
    assert!(
        complaints.is_empty(),
        "The analysis of golden articles changed. Read this; if it is for the better, run \
         `UPDATE=1 cargo test --test golden` and commit.\n{complaints}"
    );
}

fn golden(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder)
}

fn articles() -> Vec<PathBuf> {
    files(&golden("articles"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// An analysis as a page of Markdown.
struct Page<'a> {
    analysis: &'a Analysis<'a>,
    report: Report,
    entity_of: BTreeMap<u32, usize>,
}

impl<'a> Page<'a> {
    fn new(analysis: &'a Analysis<'a>, source: &str) -> Self {
        let report = Report::new(analysis, source, PositionEncoding::Utf8);
        let entity_of = analysis
            .entities
            .iter()
            .enumerate()
            .flat_map(|(id, entity)| entity.mentions.iter().map(move |&mention| (mention, id)))
            .collect();
        Self { analysis, report, entity_of }
    }

    fn render(&self, name: &str) -> String {
        let mut page = format!("# {name}\n\n");
        self.facts(&mut page);
        self.sections(&mut page);
        self.entities(&mut page);
        self.quotations(&mut page);
        self.times_and_amounts(&mut page);
        self.summary(&mut page);
        self.gist(&mut page);
        page
    }

    fn facts(&self, page: &mut String) {
        let Report { language, document_creation_time: time, stats, warnings, .. } = &self.report;
        writeln!(page, "- language: {language} ({})", number(self.analysis.language.confidence)).unwrap();
        writeln!(page, "- created: {} ({})", time.value.as_deref().unwrap_or("unknown"), time.source)
            .unwrap();
        writeln!(
            page,
            "- {} words, {} sentences, {} s to read",
            stats.words, stats.sentences, stats.reading_seconds
        )
        .unwrap();
        for warning in warnings {
            writeln!(page, "- **{}**: {}", warning.code, warning.message).unwrap();
        }
    }

    fn sections(&self, page: &mut String) {
        page.push_str("\n## Sections\n");
        for (index, section) in self.report.sections.iter().enumerate() {
            writeln!(page, "\n{}:", section.kind).unwrap();
            let inside = |s: &&kernsatz::Sentence| s.section as usize == index;
            let first = self.analysis.sentences.iter().position(|s| s.section as usize == index).unwrap_or(0);
            for (sentence, id) in self.analysis.sentences.iter().filter(inside).zip(first..) {
                writeln!(page, "- `{id}` {}", self.marked(sentence.span)).unwrap();
            }
        }
    }

    /// The words at `span` with the mentions in it marked, a part of a name inside the name.
    fn marked(&self, span: Span) -> String {
        let mut out = String::new();
        let mut open: Vec<(usize, &Mention)> = Vec::new();
        let mentions: Vec<_> =
            self.analysis.mentions.iter().enumerate().filter(|(_, m)| span.contains(m.span)).collect();
        let slice = self.analysis.text().slice(span);
        let ends = slice.char_indices().map(|(at, c)| (at, Some(c))).chain([(slice.len(), None)]);
        for (at, c) in ends {
            let here = span.start() + at as u32;
            while let Some(&(id, mention)) = open.last().filter(|(_, mention)| mention.span.end() <= here) {
                out.push_str(&self.label(id, mention));
                open.pop();
            }
            let mut starting: Vec<_> =
                mentions.iter().filter(|(_, m)| m.span.start() == here).copied().collect();
            starting.sort_by_key(|(id, mention)| (std::cmp::Reverse(mention.span.end()), *id));
            for mention in starting {
                out.push('[');
                open.push(mention);
            }
            out.extend(c.into_iter().flat_map(visible));
        }
        out
    }

    fn label(&self, id: usize, mention: &Mention) -> String {
        let entity = self.entity_of.get(&(id as u32)).map_or("?".to_owned(), usize::to_string);
        let kind = match mention.kind {
            MentionKind::Name => "",
            MentionKind::Derived => " derived",
            MentionKind::Part => " part",
            MentionKind::Nominal => " nominal",
        };
        format!("|{} {entity}{kind}]", entity_type(mention.entity_type))
    }

    fn entities(&self, page: &mut String) {
        page.push_str("\n## Entities\n");
        if self.analysis.entities.is_empty() {
            page.push_str("\nNone.\n");
            return;
        }
        page.push_str("\n| id | type | name | count | salience | why | roles | as written |\n");
        page.push_str("|---:|---|---|---:|---:|---|---|---|\n");
        for (id, entity) in self.analysis.entities.iter().enumerate() {
            let mut forms: Vec<&str> = Vec::new();
            for &mention in &entity.mentions {
                let form = self.analysis.text().slice(self.analysis.mentions[mention as usize].span);
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
            let row = [
                id.to_string(),
                entity_type(entity.entity_type).to_owned(),
                entity.name.clone(),
                entity.mentions.len().to_string(),
                number(entity.salience),
                self.report.entities[id].salience_reasons.join(", "),
                self.analysis.roles_of(entity).join("; "),
                forms.join("; "),
            ]
            .map(|cell| cell.chars().flat_map(visible).collect::<String>().replace('|', "\\|"));
            writeln!(page, "| {} |", row.join(" | ")).unwrap();
        }
    }

    fn quotations(&self, page: &mut String) {
        if self.analysis.quotations.is_empty() {
            return;
        }
        page.push_str("\n## Quotations\n\n");
        let words =
            |span: &Span| -> String { self.analysis.text().slice(*span).chars().flat_map(visible).collect() };
        for (quotation, report) in self.analysis.quotations.iter().zip(&self.report.quotations) {
            let source = quotation.source.map_or("–".to_owned(), |source| {
                let name = source.span.as_ref().map_or("?".to_owned(), words);
                let entity = source.entity.map_or(String::new(), |entity| format!(" [{entity}]"));
                let inherited = source.inherited_from.map_or(String::new(), |from| format!(" from `{from}`"));
                format!("{name}{entity}{inherited}")
            });
            let content: Vec<String> = quotation.content.iter().map(words).collect();
            let parent = quotation.parent.map_or(String::new(), |parent| format!(" in `{parent}`"));
            let (id, quotation_type) = (report.id, report.quotation_type);
            writeln!(page, "- `{id}`{parent} {quotation_type} · {source} · {}", content.join(" … ")).unwrap();
        }
    }

    fn times_and_amounts(&self, page: &mut String) {
        let words =
            |span: Span| -> String { self.analysis.text().slice(span).chars().flat_map(visible).collect() };
        for (index, (timex, report)) in self.analysis.timexes.iter().zip(&self.report.timexes).enumerate() {
            let title = if index == 0 { "\n## Times\n\n" } else { "" };
            let modifier = report.modifier.map_or(String::new(), |modifier| format!(" {modifier}"));
            let anchor = report.anchor.map_or(String::new(), |anchor| format!(" ({anchor})"));
            let (timex_type, value) = (report.timex_type, &report.value);
            writeln!(page, "{title}- {timex_type} · {} · {value}{modifier}{anchor}", words(timex.span))
                .unwrap();
        }
        for (index, (amount, report)) in self.analysis.amounts.iter().zip(&self.report.amounts).enumerate() {
            let title = if index == 0 { "\n## Amounts\n\n" } else { "" };
            let to = report.to.as_ref().map_or(String::new(), |to| format!("..{to}"));
            let unit = report.unit.map_or(String::new(), |unit| format!(" {unit}"));
            let bound = report.bound.map_or(String::new(), |bound| format!(" {bound}"));
            let of = amount.of.map_or(String::new(), |of| format!(" of {}", words(of)));
            let (kind, value) = (report.kind, &report.value);
            writeln!(page, "{title}- {kind} · {} · {value}{to}{unit}{bound}{of}", words(amount.span))
                .unwrap();
        }
    }

    fn summary(&self, page: &mut String) {
        page.push_str("\n## Summary\n\n");
        if self.analysis.summary.sentences.is_empty() {
            page.push_str("None.\n");
        }
        for (chosen, report) in self.analysis.summary.sentences.iter().zip(&self.report.summary.sentences) {
            let sentence = &self.analysis.sentences[chosen.sentence as usize];
            let words: String = self.analysis.text().slice(sentence.span).chars().flat_map(visible).collect();
            let reasons = report.reasons.join(", ");
            let held = chosen.quotation.map_or(String::new(), |quotation| format!("; told in `{quotation}`"));
            writeln!(page, "- `{}` {} ({}; {reasons}{held})", chosen.sentence, words, number(chosen.score))
                .unwrap();
        }
    }

    fn gist(&self, page: &mut String) {
        let words =
            |span: Span| -> String { self.analysis.text().slice(span).chars().flat_map(visible).collect() };
        if let (Some(event), Some(report)) = (&self.analysis.event, &self.report.event) {
            writeln!(page, "\n## Main event ({}, {})\n", report.modality, report.polarity).unwrap();
            for (question, answer) in
                ["who", "what", "when", "where", "why", "how"].iter().zip(event.answers())
            {
                if let Some(answer) = answer {
                    let (words, sure) = (words(answer.span), number(answer.confidence));
                    writeln!(page, "- {question}: {words} ({sure})").unwrap();
                }
            }
        }
        if !self.analysis.keyphrases.is_empty() {
            page.push_str("\n## Keyphrases\n\n");
            for keyphrase in &self.analysis.keyphrases {
                let (phrase, score) = (words(keyphrase.span), number(keyphrase.score));
                let within = keyphrase.within.map_or(String::new(), |other| format!(" in `{other}`"));
                writeln!(page, "-{within} {phrase} ({} times; {score})", keyphrase.spans.len()).unwrap();
            }
        }
    }
}

fn entity_type(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "PER",
        EntityType::Location => "LOC",
        EntityType::Organisation => "ORG",
        EntityType::Other => "MISC",
    }
}

fn number(score: Score) -> String {
    format!("{:.3}", f64::from(score.thousandths()) / 1000.0)
}

/// Characters that would break the page or that nobody sees, shown by their numbers.
fn visible(c: char) -> impl Iterator<Item = char> {
    let shown = match c {
        '\n' => "⏎".to_owned(),
        '\t' => "⇥".to_owned(),
        '\u{a0}' | '\u{ad}' | '\u{200b}' | '\u{202f}' | '\u{feff}' => format!("{{{:04X}}}", c as u32),
        c if c.is_control() => format!("{{{:04X}}}", c as u32),
        c => c.to_string(),
    };
    shown.chars().collect::<Vec<_>>().into_iter()
}

/// The lines that went and came, found by their longest common subsequence.
fn difference(before: &str, now: &str) -> String {
    const AT_MOST: usize = 60;
    let (a, b): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    // common[i][j]: how many lines `a[i..]` and `b[j..]` have in common.
    let mut common = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] =
                if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::new();
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && common[i + 1][j] >= common[i][j + 1] {
            lines.push(format!("{:4} -{}", i + 1, a[i]));
            i += 1;
        } else {
            lines.push(format!("{:4} +{}", j + 1, b[j]));
            j += 1;
        }
    }
    let more = lines.len().saturating_sub(AT_MOST);
    lines.truncate(AT_MOST);
    if more > 0 {
        lines.push(format!("… {more} lines more"));
    }
    lines.join("\n")
}
