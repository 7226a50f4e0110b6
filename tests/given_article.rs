//! The article that the whole project is measured on, read from beside the checkout and never copied into it.
//!
//! In: `../shared/articles/*.txt`; where that folder does not exist, the test says so and passes. Out: who and what
//! it must name, and which of its parts must be told apart.

// Reason: whoever runs the test should see that it was skipped.
#![allow(clippy::print_stdout)]

use std::path::Path;

use kernsatz::{
    Analysis, Analyzer, Answer, EntityType, HolderKind, MentionKind, Modality, Options, SectionKind,
    WarningCode,
};

#[test]
fn the_given_article_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} does not exist", folder.display());
        return;
    };
    let file = entries
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|e| e == "txt"))
        .expect("the folder holds an article");
    let source = std::fs::read_to_string(file).unwrap();
    let analyzer = Analyzer::new(kernsatz::bundled_packs());
    let analysis = analyzer.analyze(&source, &Options::default()).unwrap();

    assert_eq!(analysis.language.tag, "de");
    assert_eq!(analysis.document_creation_time.value.as_deref(), Some("2024-07"));
    people(&analysis);
    places(&analysis);
    parts(&analysis);
    summary(&analysis);
    ledger(&analysis);
    event(&analysis);
}

/// What the report tells, not what its introduction says before it.
fn event(analysis: &Analysis<'_>) {
    let event = analysis.event.as_ref().expect("something happens");
    let text = |answer: Option<Answer>| answer.map(|answer| analysis.text().slice(answer.span));
    assert_eq!(text(event.who), Some("Die USA und Japan"));
    let what = analysis.text().slice(event.what.span);
    assert!(what.starts_with("wollen") && what.ends_with("ausbauen"), "{what}");
    assert!(text(event.where_).is_some_and(|place| place.ends_with("Tokio")), "{:?}", text(event.where_));
    assert_eq!(event.modality, Modality::Planned);
}

/// Who stands for what: every attributed statement once, and the treaty that protects two countries.
fn ledger(analysis: &Analysis<'_>) {
    let text = analysis.text();
    let found: Vec<_> = analysis
        .claims
        .iter()
        .map(|claim| {
            (analysis.holder_of(claim).unwrap_or_default(), claim.holder.kind, text.slice(claim.span))
        })
        .collect();
    let expected = [
        ("USA und Japan", "«ernste", "Besorgnis»"),
        ("USA und Japan", "Die USA", "ausbauen."),
        ("Eine gemeinsame Erklärung", "Die Minister hätten", "bekräftigt"),
        ("Eine gemeinsame Erklärung", "Kernpunkt", "erleichtern"),
        ("Die Stellungnahme", "Blinken und Austin", "Japans"),
        ("USA", "\"volle", "Bandbreite\""),
        ("Die Stellungnahme", "Die Vereinbarungen", "Region"),
        ("Die Stellungnahme", "Chinas Außenpolitik", "Besorgnis\"."),
        ("Die Minister", "Die Minister kritisierten", "Nordkorea."),
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for ((holder, kind, words), (name, start, end)) in found.iter().zip(expected) {
        assert_eq!(holder, name, "{words}");
        assert_eq!(*kind, HolderKind::Named, "{words}");
        assert!(words.starts_with(start) && words.ends_with(end), "{words}");
    }
    let [warning] = &analysis.warnings[..] else { panic!("{:?}", analysis.warnings) };
    assert_eq!(warning.code, WarningCode::ConflictingStatements);
    let places: Vec<_> = warning.spans.iter().map(|span| text.slice(*span)).collect();
    assert_eq!(places, ["Schutz Japans", "Verteidigung Südkoreas"]);
}

fn people(analysis: &Analysis<'_>) {
    for (name, mentions) in
        [("Antony Blinken", 2), ("Lloyd Austin", 2), ("Yoko Kamikawa", 1), ("Kihara Minoru", 1)]
    {
        check(analysis, name, EntityType::Person, mentions, &[]);
    }
    let people = analysis.entities.iter().filter(|entity| entity.entity_type == EntityType::Person);
    assert_eq!(people.count(), 5, "nobody else is named but the photographer");
    for (name, role) in [
        ("Antony Blinken", "Außenminister (USA)"),
        ("Lloyd Austin", "Verteidigungsminister (USA)"),
        ("Yoko Kamikawa", "Außenministerin (Japan)"),
        ("Kihara Minoru", "Verteidigungsminister (Japan)"),
        ("Hiro Komae", ""),
    ] {
        let entity = analysis.entities.iter().find(|entity| entity.name == name).expect(name);
        assert_eq!(analysis.roles_of(entity).join(", "), role, "{name}");
    }
}

/// Genitives are the same places: the second list holds forms that must be among the mentions.
fn places(analysis: &Analysis<'_>) {
    for (name, mentions, forms) in [
        ("USA", 5, &["USA"][..]),
        ("Japan", 7, &["Japan", "Japans"]),
        ("China", 5, &["China", "Chinas"]),
        ("Nordkorea", 4, &["Nordkorea", "Nordkoreas"]),
        ("Südkorea", 1, &["Südkoreas"]),
        ("Russland", 1, &["Russland"]),
        ("Tokio", 2, &["Tokio"]),
    ] {
        check(analysis, name, EntityType::Location, mentions, forms);
    }
}

/// One entity of this name and type, named at least so often, also in these forms.
#[track_caller]
fn check(analysis: &Analysis<'_>, name: &str, entity_type: EntityType, mentions: usize, forms: &[&str]) {
    let matching: Vec<_> = analysis.entities.iter().filter(|entity| entity.name == name).collect();
    let [entity] = matching[..] else {
        let all: Vec<_> = analysis.entities.iter().map(|entity| &entity.name).collect();
        panic!("{} entities are called {name}; there are {all:?}", matching.len());
    };
    assert_eq!(entity.entity_type, entity_type, "{name}");
    let names: Vec<_> = entity
        .mentions
        .iter()
        .map(|&mention| &analysis.mentions[mention as usize])
        .filter(|mention| mention.kind == MentionKind::Name)
        .map(|mention| analysis.text().slice(mention.span))
        .collect();
    assert!(names.len() >= mentions, "{name} is named {} times: {names:?}", names.len());
    for form in forms {
        assert!(names.contains(form), "{name} is not found as {form}: {names:?}");
    }
}

fn parts(analysis: &Analysis<'_>) {
    let text = analysis.text();
    let of = |kind| {
        analysis
            .sections
            .iter()
            .filter(move |section| section.kind == kind)
            .map(|section| text.slice(section.span))
            .collect::<Vec<_>>()
    };
    let [caption] = of(SectionKind::Caption)[..] else { panic!("{:?}", of(SectionKind::Caption)) };
    assert!(caption.starts_with("Die USA") && caption.ends_with("in Japan."), "{caption}");
    let [credit] = of(SectionKind::Credit)[..] else { panic!("{:?}", of(SectionKind::Credit)) };
    assert!(credit.starts_with("Foto:") && credit.ends_with("dpa"), "{credit}");
    let [dateline] = of(SectionKind::Dateline)[..] else { panic!("{:?}", of(SectionKind::Dateline)) };
    assert!(dateline.starts_with("Tokio"), "{dateline}");
    assert_eq!(of(SectionKind::Header).len(), 1);
    assert_eq!(of(SectionKind::Lead).len(), 1);
    assert_eq!(of(SectionKind::Body).len(), 4, "four paragraphs");
    assert_eq!(of(SectionKind::Furniture), Vec::<&str>::new());
}

fn summary(analysis: &Analysis<'_>) {
    assert!(!analysis.summary.sentences.is_empty());
    for chosen in &analysis.summary.sentences {
        let sentence = &analysis.sentences[chosen.sentence as usize];
        assert!(analysis.sections[sentence.section as usize].kind.is_prose());
    }
}
