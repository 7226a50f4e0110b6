//! Names and entities on readable cases: `tests/cases/names/<language>/*.txt`.
//!
//! A case is a block of lines, blocks stand between blank lines, lines with `#` are remarks. Names are marked in
//! place: `[PER Antony Blinken]`, `[LOC/derived japanisch]`, `[ORG/part CDU-Chef]`. A number joins mentions of
//! one thing: `[LOC#1 China] ... [LOC#1 Chinas]`; things with different numbers must be two. Lines with `>` say what
//! a number is called: `> 1 = Antony Blinken`. Roles are tested in `entities.rs`.

// Reason: a test that skips must say so.
#![allow(clippy::print_stderr)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kernsatz::{
    bundled_packs, Analysis, Analyzer, EntityType, Language, Mention, MentionKind, Options, Span,
};
use proptest::prelude::*;

/// A text with the names that are expected in it.
struct Case {
    text: String,
    names: Vec<(Span, String)>,
    numbers: Vec<(Span, u32)>,
    things: Vec<(u32, String)>,
}

fn parse(block: &str) -> Case {
    let mut case = Case { text: String::new(), names: Vec::new(), numbers: Vec::new(), things: Vec::new() };
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        if let Some(thing) = line.strip_prefix("> ") {
            let (number, name) = thing.split_once(" = ").expect("`> number = name`");
            case.things.push((number.parse().expect("a number"), name.to_owned()));
            continue;
        }
        if !case.text.is_empty() {
            case.text.push('\n');
        }
        let mut rest = line;
        while let Some((before, marked)) = rest.split_once('[') {
            let (inside, after) = marked.split_once(']').expect("a closing bracket");
            let (label, words) = inside.split_once(' ').expect("a label and words");
            let (label, number) = label.split_once('#').map_or((label, None), |(label, n)| (label, Some(n)));
            case.text.push_str(before);
            let start = case.text.len() as u32;
            case.text.push_str(words);
            let span = Span::new(start, case.text.len() as u32);
            case.names.push((span, label.to_owned()));
            if let Some(number) = number {
                case.numbers.push((span, number.parse().expect("a number")));
            }
            rest = after;
        }
        case.text.push_str(rest);
    }
    case
}

fn label(entity_type: EntityType, kind: MentionKind) -> String {
    let entity_type = match entity_type {
        EntityType::Person => "PER",
        EntityType::Location => "LOC",
        EntityType::Organisation => "ORG",
        EntityType::Other => "MISC",
    };
    match kind {
        MentionKind::Derived => format!("{entity_type}/derived"),
        MentionKind::Part => format!("{entity_type}/part"),
        MentionKind::Name => entity_type.to_owned(),
        MentionKind::Nominal => format!("{entity_type}/nominal"),
    }
}

/// The mentions by name; people who are named by their office are the business of `entities.rs`.
fn names<'a>(analysis: &'a Analysis<'_>) -> impl Iterator<Item = &'a Mention> {
    analysis.mentions.iter().filter(|mention| mention.kind != MentionKind::Nominal)
}

/// What differs from the case, for people.
fn differences(case: &Case, analysis: &Analysis<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    let found: Vec<(Span, String)> =
        names(analysis).map(|mention| (mention.span, label(mention.entity_type, mention.kind))).collect();
    let words = |span: &Span| case.text[span.range()].to_owned();
    for (span, label) in case.names.iter().filter(|name| !found.contains(name)) {
        differences.push(format!("missing [{label} {}]", words(span)));
    }
    for (span, label) in found.iter().filter(|name| !case.names.contains(name)) {
        differences.push(format!("not expected [{label} {}]", words(span)));
    }
    let entity_at = |span: &Span| {
        let mention = analysis.mentions.iter().position(|mention| mention.span == *span)? as u32;
        analysis.entities.iter().position(|entity| entity.mentions.contains(&mention))
    };
    let mut entities: BTreeMap<u32, usize> = BTreeMap::new();
    for (span, number) in &case.numbers {
        let Some(entity) = entity_at(span) else { continue };
        if *entities.entry(*number).or_insert(entity) != entity {
            differences.push(format!("{} is not the thing #{number}", words(span)));
        }
    }
    let mut taken: Vec<usize> = entities.values().copied().collect();
    taken.sort_unstable();
    taken.dedup();
    if taken.len() < entities.len() {
        differences.push("things with different numbers are one".to_owned());
    }
    for (number, expected) in &case.things {
        let Some(entity) = entities.get(number).map(|entity| &analysis.entities[*entity]) else { continue };
        if entity.name != *expected {
            differences.push(format!("#{number} is {}, expected {expected}", entity.name));
        }
    }
    differences
}

fn run(language: Language) {
    let analyzer = Analyzer::new(bundled_packs());
    let options = Options { language: Some(language.tag().to_owned()), ..Options::default() };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/names").join(language.tag());
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the cases").map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut report = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a case file");
        for block in text
            .split("\n\n")
            .filter(|block| block.lines().any(|line| !line.starts_with('#') && !line.is_empty()))
        {
            let case = parse(block.trim());
            let analysis = analyzer.analyze(&case.text, &options).expect("texts can be analysed");
            let differences = differences(&case, &analysis);
            if !differences.is_empty() {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                report.push(format!("{name}: {}\n    {}", case.text, differences.join("\n    ")));
            }
        }
    }
    assert!(report.is_empty(), "{} cases differ:\n{}", report.len(), report.join("\n"));
}

#[test]
fn german_cases() {
    run(Language::German);
}

#[test]
fn english_cases() {
    run(Language::English);
}

#[test]
fn the_given_article() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    let analyzer = Analyzer::new(bundled_packs());
    for file in files.map(|file| file.unwrap().path()) {
        let text = fs::read_to_string(&file).expect("an article");
        let analysis = analyzer.analyze(&text, &Options::default()).expect("texts can be analysed");
        let named = |entity_type: EntityType| {
            let entities = analysis.entities.iter().filter(move |entity| entity.entity_type == entity_type);
            let mut names: Vec<&str> = entities.map(|entity| entity.name.as_str()).collect();
            names.sort_unstable();
            names
        };
        let people = ["Antony Blinken", "Hiro Komae", "Kihara Minoru", "Lloyd Austin", "Yoko Kamikawa"];
        assert_eq!(named(EntityType::Person), people);
        let places = [
            "China",
            "Indopazifik",
            "Japan",
            "Nordkorea",
            "Ostchinesisches Meer",
            "Russland",
            "Südchinesisches Meer",
            "Südkorea",
            "Tokio",
            "USA",
        ];
        assert_eq!(named(EntityType::Location), places);
        assert_eq!(named(EntityType::Organisation), ["AP", "dpa"]);
        assert_eq!(named(EntityType::Other), [""; 0]);
    }
}

/// Texts of pieces that look like names, marks and anything else.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Angela", "Merkel", "Berliner", "Ost-", "und", "Südchinesischen", "Meer", "(", ")", "UNO", "von", "der", "Dr.", "AG", "„", "“",
            ".", "US-", "Außenminister", "Chinas", "EU-Kommission", "1.", "FC", "Köln", "in", "Ministerium", "für", "/", "McCain's", "al-Baschir",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec((piece, prop::sample::select(vec![" ", "", "\n", "\n\n"])), 0..60)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + gap).collect())
}

proptest! {
    #[test]
    fn mentions_are_in_order_and_each_has_one_entity(text in texts(), german in any::<bool>()) {
        let analyzer = Analyzer::new(bundled_packs());
        let language = if german { "de" } else { "en" };
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        let analysis = analyzer.analyze(&text, &options).expect("any text can be analysed");
        for pair in analysis.mentions.windows(2) {
            prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
        for mention in &analysis.mentions {
            prop_assert!(!mention.span.is_empty());
            prop_assert!(text.is_char_boundary(mention.span.start() as usize));
            prop_assert!(text.is_char_boundary(mention.span.end() as usize));
            prop_assert!(analysis.sentences.iter().any(|sentence| sentence.span.contains(mention.span)));
        }
        let mut members: Vec<u32> = analysis.entities.iter().flat_map(|entity| entity.mentions.iter().copied()).collect();
        let firsts: Vec<u32> = analysis.entities.iter().map(|entity| entity.mentions[0]).collect();
        prop_assert!(firsts.is_sorted());
        members.sort_unstable();
        prop_assert_eq!(members, (0..analysis.mentions.len() as u32).collect::<Vec<_>>());
        prop_assert!(analysis.entities.iter().all(|entity| !entity.name.is_empty()));
    }
}
