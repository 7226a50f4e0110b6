//! The ledger of claims on short articles of our own: holders, hedges, shares and conflicts.

use kernsatz::{bundled_packs, Analysis, Analyzer, HolderKind, Options, WarningCode};

fn analyze(text: &str) -> Analysis<'_> {
    let analyzer = Analyzer::new(bundled_packs());
    analyzer.analyze(text, &Options::default()).unwrap()
}

/// Each claim as `kind · holder · words`, hedges in brackets behind them.
fn ledger(text: &str) -> Vec<String> {
    let analysis = analyze(text);
    let claims = analysis.claims.iter().map(|claim| {
        let holder = analysis.holder_of(claim).unwrap_or("–".to_owned());
        let hedges: Vec<_> = claim.hedges.iter().map(|span| analysis.text().slice(*span)).collect();
        let kind = match claim.holder.kind {
            HolderKind::Named => "named",
            HolderKind::Unnamed => "unnamed",
            HolderKind::None => "none",
        };
        format!("{kind} · {holder} · {} {hedges:?}", analysis.text().slice(claim.span))
    });
    claims.collect()
}

#[test]
fn holders_are_named_unnamed_or_none() {
    let text = "Bürgermeisterin Karla Siebert sagte, die Brücke werde teurer. Ein Sprecher der Baufirma erklärte, \
                dass der Stahl fehle. Die Feuerwehr teilte mit, der Brand sei gelöscht. Angeblich fehlen auch Pläne. \
                Der Verwalter soll geflohen sein.";
    assert_eq!(
        ledger(text),
        [
            "named · Karla Siebert (Bürgermeisterin) · die Brücke werde teurer []",
            "unnamed · Ein Sprecher der Baufirma · dass der Stahl fehle []",
            "named · Die Feuerwehr · der Brand sei gelöscht []",
            "none · – · Angeblich fehlen auch Pläne. [\"Angeblich\"]",
            "none · – · Der Verwalter soll geflohen sein. [\"soll\"]",
        ]
    );
}

#[test]
fn what_stands_in_others_words_counts_once() {
    let text = "Trainer Olaf Brück meinte, das Spiel sei „eine einzige Quälerei für alle“ gewesen.";
    let analysis = analyze(text);
    assert_eq!(analysis.quotations.len(), 2);
    assert_eq!(analysis.claims.len(), 1);
}

#[test]
fn english_hedges_are_claims_that_nobody_stands_for() {
    let text = "The treasurer allegedly took the money with him last spring. His deputy is said to have known of it. \
                The police have opened an inquiry into the missing funds.";
    assert_eq!(
        ledger(text),
        [
            "none · – · The treasurer allegedly took the money with him last spring. [\"allegedly\"]",
            "none · – · His deputy is said to have known of it. [\"said\"]",
        ]
    );
}

#[test]
fn shares_add_up_to_the_body() {
    let text = "Der Hafen von Marlstadt wächst weiter. Reeder Jan Petersen sagte, das Becken werde tiefer. \
                Beobachter erwarten, dass die Fischer klagen.";
    let shares = analyze(text).attribution;
    let body = text.chars().filter(|c| !c.is_whitespace()).count() as u32;
    assert_eq!(shares.named + shares.unnamed + shares.none, body);
    assert!(shares.named > 0 && shares.unnamed > 0 && shares.none > 0, "{shares:?}");
}

fn conflicts(text: &str) -> Vec<String> {
    let analysis = analyze(text);
    let warnings =
        analysis.warnings.iter().filter(|warning| warning.code == WarningCode::ConflictingStatements);
    let places = warnings.map(|warning| {
        let places: Vec<_> = warning.spans.iter().map(|span| analysis.text().slice(*span)).collect();
        places.join(" / ")
    });
    places.collect()
}

#[test]
fn conflicts_are_found_where_nothing_explains_them() {
    let head = "Meldung aus dem Norden\n\nDas Bündnis der Länder wird am Montag in Oslo beraten.\n\n";
    let names =
        "Der neue Vertrag verpflichtet die Flotte zum Schutz Norwegens. Die Flotte hat laut dem Vertrag die \
                 Verteidigung Schwedens vorzubereiten.";
    assert_eq!(conflicts(&format!("{head}{names}")), ["Schutz Norwegens / Verteidigung Schwedens"]);
    let numbers =
        "Bei dem Unglück im Tunnel gab es zwölf Verletzte. Das Unglück im Tunnel forderte 14 Verletzte.";
    assert_eq!(conflicts(&format!("{head}{numbers}")), ["zwölf Verletzte / 14 Verletzte"]);
}

#[test]
fn what_is_explained_is_no_conflict() {
    let head = "Meldung aus dem Norden\n\nDas Bündnis der Länder wird am Montag in Oslo beraten.\n\n";
    for text in [
        "Zunächst meldete der Tunnel zwölf Verletzte. Später zählte man im Tunnel 14 Verletzte.",
        "Der Vertrag regelt den Schutz Norwegens. Der Hafen liegt weit im Süden, und die Verteidigung Schwedens kostet viel.",
        "Im Tunnel bei Oslo gab es zwölf Verletzte. Im Tunnel bei Bergen gab es 14 Verletzte.",
    ] {
        assert_eq!(conflicts(&format!("{head}{text}")), Vec::<String>::new(), "{text}");
    }
}
