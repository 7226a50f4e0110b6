//! Entities on readable cases: `tests/cases/entities/<language>/*.txt`: roles, joins, offices that mean a person.
//!
//! A case is a block of lines, blocks stand between blank lines, lines with `#` are remarks. `[1 Antony Blinken]`
//! says that these words are a mention of the thing number 1, `[1n die Kanzlerin]` that it is a nominal one; things
//! with different numbers must be two. What is not marked may be anything but a nominal. Lines with `>` say what
//! becomes of a number: `> 1 = Antony Blinken: Außenminister (USA)`: its name and roles, with what they are of.

use std::collections::BTreeMap;

use proptest::prelude::*;

use kernsatz::{bundled_packs, Analysis, Analyzer, Entity, Language, MentionKind, Options, Span};

#[path = "support/cases.rs"]
mod cases;

/// A text with what is expected of it.
#[derive(Default)]
struct Case {
    text: String,
    /// Place, number, and whether it is nominal.
    marks: Vec<(Span, u32, bool)>,
    things: Vec<(u32, String)>,
}

fn parse(lines: &[String]) -> Case {
    let mut case = Case::default();
    for line in lines {
        if let Some(thing) = line.strip_prefix("> ") {
            let (number, thing) = thing.split_once(" = ").expect("`> number = name: roles`");
            case.things.push((number.parse().expect("a number"), thing.to_owned()));
            continue;
        }
        if !case.text.is_empty() {
            // Two, so that a line is a paragraph.
            case.text.push_str("\n\n");
        }
        let mut rest = line.as_str();
        while let Some((before, marked)) = rest.split_once('[') {
            let (inside, after) = marked.split_once(']').expect("a closing bracket");
            let (label, words) = inside.split_once(' ').expect("a label and words");
            case.text.push_str(before);
            let start = case.text.len() as u32;
            case.text.push_str(words);
            let span = Span::new(start, case.text.len() as u32);
            let number = label.strip_suffix('n');
            case.marks.push((span, number.unwrap_or(label).parse().expect("a number"), number.is_some()));
            rest = after;
        }
        case.text.push_str(rest);
    }
    case
}

/// What differs from the case, for people.
fn differences(case: &Case, analysis: &Analysis<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    let mut numbered: BTreeMap<u32, usize> = BTreeMap::new();
    for (span, number, is_nominal) in &case.marks {
        let words = &case.text[span.range()];
        let Some(mention) = analysis.mentions.iter().position(|mention| mention.span == *span) else {
            differences.push(format!("{words:?} is no mention"));
            continue;
        };
        if (analysis.mentions[mention].kind == MentionKind::Nominal) != *is_nominal {
            differences.push(format!("{words:?} is {:?}", analysis.mentions[mention].kind));
        }
        let entity = analysis.entities.iter().position(|entity| entity.mentions.contains(&(mention as u32)));
        let entity = entity.expect("every mention has an entity");
        if *numbered.entry(*number).or_insert(entity) != entity {
            differences.push(format!("{words:?} is not thing {number}"));
        }
    }
    let mut entities: Vec<usize> = numbered.values().copied().collect();
    entities.sort_unstable();
    entities.dedup();
    if entities.len() < numbered.len() {
        differences.push("things with different numbers are one".to_owned());
    }
    for mention in analysis.mentions.iter().filter(|mention| mention.kind == MentionKind::Nominal) {
        if !case.marks.iter().any(|(span, _, is_nominal)| *is_nominal && *span == mention.span) {
            differences.push(format!("{:?} is nominal", &case.text[mention.span.range()]));
        }
    }
    for (number, expected) in &case.things {
        let Some(entity) = numbered.get(number).map(|entity| &analysis.entities[*entity]) else { continue };
        let thing = described(analysis, entity);
        if thing != *expected {
            differences.push(format!("{number} is {thing:?}, expected {expected:?}"));
        }
    }
    differences
}

/// `Antony Blinken: Außenminister (USA), Jurist`.
fn described(analysis: &Analysis<'_>, entity: &Entity) -> String {
    let roles = analysis.roles_of(entity).join(", ");
    if roles.is_empty() {
        entity.name.clone()
    } else {
        format!("{}: {roles}", entity.name)
    }
}

fn run(language: Language) {
    let analyzer = Analyzer::new(bundled_packs());
    let options = Options { language: Some(language.tag().to_owned()), ..Options::default() };
    let mut report = Vec::new();
    for lines in cases::texts(&format!("entities/{}", language.tag())) {
        let case = parse(&lines.lines);
        let analysis = analyzer.analyze(&case.text, &options).expect("texts can be analysed");
        let differences = differences(&case, &analysis);
        if !differences.is_empty() {
            report.push(format!("{}: {}\n    {}", lines.place, case.text, differences.join("\n    ")));
        }
        for role in analysis.entities.iter().flat_map(|entity| &entity.roles) {
            assert!(!role.title.is_empty() && !role.span.is_empty(), "{}", case.text);
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

/// Texts of pieces that make offices, rows and appositions, and of anything else.
fn articles() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "der", "Die", "des", "Minister", "Ministers", "Vorsitzenden", "US-Außenminister", "CDU-Chef", "Dr.", "Peter", "Hollis",
            "Anna", "Reuter", "Japans", "deutsche", "früheren", "und", ",", "(", ")", "von", "der CDU", "the", "Secretary", "of", "State",
            "Japan's", "mayor", "Leeds", "president's", "-", "Ex-", "EMDEN", "ß-Präsident", "İ-Kanzler", "’s", "'s", ".", "GmbH", "Stadt",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec((piece, prop::sample::select(vec![" ", " ", " ", "", "\n", "\n\n"])), 0..60)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + gap).collect())
}

proptest! {
    #[test]
    fn roles_point_into_the_article(text in articles(), german in any::<bool>()) {
        let analyzer = Analyzer::new(bundled_packs());
        let options = Options { language: Some(if german { "de" } else { "en" }.to_owned()), ..Options::default() };
        let analysis = analyzer.analyze(&text, &options).expect("any text can be analysed");
        for pair in analysis.mentions.windows(2) {
            prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
        for (entity, id) in analysis.entities.iter().zip(0..) {
            for role in &entity.roles {
                prop_assert!(!role.title.is_empty() && !role.span.is_empty());
                prop_assert!(text.get(role.span.range()).is_some());
                prop_assert!(role.of.is_none_or(|of| of != id && (of as usize) < analysis.entities.len()));
            }
            let is_name = |mention: &u32| analysis.mentions[*mention as usize].kind != MentionKind::Nominal;
            prop_assert!(entity.mentions.iter().any(is_name), "nobody is known by an office alone");
        }
    }
}
