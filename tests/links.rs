//! Places and what they are in the world on readable cases: `tests/cases/links/<language>.txt`.
//!
//! A case is a block of lines, blocks stand between blank lines, lines with `#` are remarks. Lines with `>` say what an
//! entity is: `> Japan = JP Q17`, `> Bonn = Q586`, `> Halle (Saale) = GeoNames 2911522`, `> Springfield = none`.

#[path = "support/cases.rs"]
mod cases;

use kernsatz::{bundled_packs, Analysis, Analyzer, Language, Link, Options};
use proptest::prelude::*;

fn label(link: &Link) -> String {
    let item = link.wikidata.map(|item| format!("Q{item}"));
    let names = [link.iso3166.clone(), item].into_iter().flatten().collect::<Vec<_>>().join(" ");
    match link.geonames {
        Some(number) if names.is_empty() => format!("GeoNames {number}"),
        _ => names,
    }
}

fn found(analysis: &Analysis<'_>, name: &str) -> String {
    let Some(entity) = analysis.entities.iter().position(|entity| entity.name == name) else {
        let names: Vec<&str> = analysis.entities.iter().map(|entity| entity.name.as_str()).collect();
        return format!("not among {names:?}");
    };
    analysis.link(entity as u32).map_or_else(|| "none".to_owned(), label)
}

fn run(language: Language) {
    let analyzer = Analyzer::new(bundled_packs());
    let options = Options { language: Some(language.tag().to_owned()), ..Options::default() };
    let file = format!("{}.txt", language.tag());
    let mut complaints = Vec::new();
    for case in cases::texts("links").iter().filter(|case| case.place.contains(&file)) {
        let (claims, text): (Vec<&String>, Vec<&String>) =
            case.lines.iter().partition(|line| line.starts_with("> "));
        assert!(!claims.is_empty(), "{}: says nothing", case.place);
        let text = text.into_iter().map(String::as_str).collect::<Vec<_>>().join("\n\n");
        let analysis = analyzer.analyze(&text, &options).expect("texts can be analysed");
        for claim in claims {
            let (name, expected) = claim[2..].split_once(" = ").expect("`> name = what`");
            let found = found(&analysis, name);
            if found != expected {
                complaints.push(format!("{}: {name} is {found}, expected {expected}", case.place));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
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
fn a_report_has_codes_numbers_and_degrees() {
    let analyzer = Analyzer::new(bundled_packs());
    let options = Options { language: Some("de".to_owned()), ..Options::default() };
    let text = "Die Fähre aus Japan kam an. In Kapstadt regnete es, in Europa nicht.";
    let analysis = analyzer.analyze(text, &options).expect("texts can be analysed");
    let report = kernsatz::Report::new(&analysis, text, kernsatz::PositionEncoding::Utf16);
    let json = serde_json::to_value(&report).expect("reports can be written");
    let entity = |name: &str| {
        let entities = json["entities"].as_array().expect("entities");
        entities.iter().find(|entity| entity["name"] == name).expect("the place")
    };
    let japan = entity("Japan");
    assert_eq!(japan["link"]["iso3166"], "JP");
    assert_eq!(japan["link"]["wikidata"], "Q17");
    assert_eq!(japan["geo"].to_string(), r#"{"latitude":36,"longitude":138}"#);
    let town = entity("Kapstadt");
    assert!(town["link"].get("iso3166").is_none());
    assert!(town["geo"]["latitude"].as_f64().is_some_and(|latitude| (-34.5..-33.5).contains(&latitude)));
    assert!(entity("Europa").get("link").is_none() && entity("Europa").get("geo").is_none());
}

#[test]
fn documents_lead_to_the_pages_about_places() {
    let analyzer = Analyzer::new(bundled_packs());
    let options = Options { language: Some("en".to_owned()), ..Options::default() };
    let text = "The ferry from Japan arrived late on Tuesday. Nobody in Kenya had waited for it.";
    let analysis = analyzer.analyze(text, &options).expect("texts can be analysed");
    let address = "https://www.wikidata.org/wiki/Q17";
    assert!(analysis.to_markdown().contains(&format!("[JP]({address})")));
    assert!(analysis
        .to_html()
        .contains(&format!("<a href=\"{address}\" rel=\"noopener noreferrer\">JP</a>")));
}

/// Texts of pieces that look like places, marks and anything else.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Paris", "Texas", "Frankfurt", "Oder", "(Oder)", "(", ")", ",", "Georgia", "Luxemburg", "Washington", "Springfield",
            "Bundesstaat", "von", "State", "NEW", "YORK", "dpa", "–", "Berlin", "amerikanisch", "in", "und", ".", "Tiflis",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec((piece, prop::sample::select(vec![" ", "", "\n", "\n\n"])), 0..60)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + gap).collect())
}

proptest! {
    #[test]
    fn each_entity_has_one_link_at_most(text in texts(), german in any::<bool>()) {
        let analyzer = Analyzer::new(bundled_packs());
        let language = if german { "de" } else { "en" };
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        let analysis = analyzer.analyze(&text, &options).expect("any text can be analysed");
        let numbers: Vec<u32> = analysis.links.iter().map(|link| link.entity).collect();
        prop_assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]));
        for link in &analysis.links {
            let entity = analysis.entities.get(link.entity as usize);
            prop_assert!(entity.is_some_and(|entity| entity.entity_type == kernsatz::EntityType::Location));
            prop_assert!(link.is_named() || link.position.is_some());
        }
    }
}
