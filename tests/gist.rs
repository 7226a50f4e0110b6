//! What articles come down to: summaries, keyphrases, main events, headlines, reading figures. Texts invented for
//! Kernsatz; nothing in them is to be taken as fact.

use std::sync::OnceLock;

use kernsatz::{
    bundled_packs, Analysis, Analyzer, Answer, Modality, Options, SummaryLength, SummaryOptions,
    SummaryReason, WarningCode,
};

const BRIDGE: &str = "Fähre rammt Brücke in Brunsfelde

Eine Fähre hat am Dienstag in Brunsfelde die Eisenbahnbrücke über die Wede gerammt. Nach Angaben der Polizei wurden \
drei Menschen verletzt. Die Strecke nach Altenwiek bleibt bis Freitag gesperrt, weil ein Pfeiler beschädigt ist.

Dies sei ein schwerer Schlag für die Pendler, sagte Bürgermeisterin Karla Ohmsen. Die Reederei Nordwede (RNW) prüft \
den Autopiloten der Fähre. Busse ersetzen die Züge. Er war erst im März erneuert worden. Fachleute der Bahn wollen \
die Brücke am Mittwoch mit Tauchern untersuchen. Ob die Fähre zu schnell fuhr, ist offen.";

fn analyze(source: &str, summary: SummaryOptions) -> Analysis<'_> {
    static ANALYZER: OnceLock<Analyzer> = OnceLock::new();
    let analyzer = ANALYZER.get_or_init(|| Analyzer::new(bundled_packs()));
    analyzer.analyze(source, &Options { summary, ..Options::default() }).unwrap()
}

fn texts<'a>(analysis: &'a Analysis<'_>) -> Vec<&'a str> {
    let sentences = analysis.summary.sentences.iter();
    sentences
        .map(|chosen| &analysis.text[analysis.sentences[chosen.sentence as usize].span.range()])
        .collect()
}

fn words<'a>(analysis: &'a Analysis<'_>, answer: Option<Answer>) -> &'a str {
    answer.map_or("", |answer| &analysis.text[answer.span.range()])
}

#[test]
fn a_summary_begins_with_what_happened() {
    let analysis = analyze(BRIDGE, SummaryOptions::default());
    let texts = texts(&analysis);
    assert!(texts[0].starts_with("Eine Fähre hat am Dienstag"), "{texts:?}");
    assert!(texts.iter().all(|text| !text.starts_with("Dies") && !text.starts_with("Er ")), "{texts:?}");
    assert!(analysis.summary.sentences[0].reasons.contains(&SummaryReason::Early));
    let first = analysis
        .sentences
        .iter()
        .position(|sentence| BRIDGE[sentence.span.range()].starts_with("Eine Fähre hat"));
    assert_eq!(analysis.summary.headline.map(|sentence| sentence as usize), first);
}

#[test]
fn its_length_is_the_readers_choice() {
    let of = |length| analyze(BRIDGE, SummaryOptions { length, ..SummaryOptions::default() });
    for count in [1, 2, 5] {
        assert_eq!(of(SummaryLength::Sentences(count)).summary.sentences.len(), count as usize);
    }
    assert_eq!(of(SummaryLength::Sentences(99)).summary.sentences.len(), 9, "no more than there are");
    let within = of(SummaryLength::Characters(200));
    assert!(texts(&within).concat().chars().count() <= 200);
    assert_eq!(of(SummaryLength::Characters(1)).summary.sentences.len(), 1, "one in any case");
    assert!(of(SummaryLength::Percent(100)).summary.sentences.len() == 9);
    let half = of(SummaryLength::Percent(50));
    assert!(texts(&half).concat().len() < BRIDGE.len() / 2);
}

#[test]
fn a_question_goes_first() {
    let asked = |focus: &str, expected: &str| {
        let length = SummaryLength::Sentences(1);
        let options = SummaryOptions { length, focus: Some(focus.to_owned()), compress: false };
        let analysis = analyze(BRIDGE, options);
        let texts = texts(&analysis);
        assert!(texts[0].contains(expected), "{focus}: {texts:?}");
        assert_eq!(analysis.summary.sentences[0].reasons[0], SummaryReason::Focus);
    };
    asked("Karla Ohmsen", "Bürgermeisterin Karla Ohmsen");
    asked("taucher", "mit Tauchern untersuchen");
}

#[test]
fn a_claim_comes_with_its_holder() {
    let options = SummaryOptions { length: SummaryLength::Sentences(9), ..SummaryOptions::default() };
    let analysis = analyze(BRIDGE, options);
    let holder = |words: &str| {
        let mut ranking = analysis.summary.ranking.iter();
        let told = ranking
            .find(|told| BRIDGE[analysis.sentences[told.sentence as usize].span.range()].contains(words));
        let quotation = told.unwrap().quotation?;
        analysis.speaker_of(&analysis.quotations[quotation as usize])
    };
    assert!(holder("drei Menschen verletzt").is_some_and(|holder| holder.contains("Polizei")));
    assert!(holder("schwerer Schlag").is_some_and(|holder| holder.contains("Karla Ohmsen")));
    assert_eq!(holder("gerammt"), None);
}

#[test]
fn what_can_be_left_out_is_marked() {
    let length = SummaryLength::Sentences(9);
    let marked = |compress| {
        let analysis = analyze(BRIDGE, SummaryOptions { length, focus: None, compress });
        let cuts = analysis.summary.sentences.iter().flat_map(|chosen| chosen.cuts.clone());
        cuts.map(|cut| BRIDGE[cut.range()].to_owned()).collect::<Vec<_>>()
    };
    assert!(marked(false).is_empty());
    let cuts = marked(true);
    assert!(cuts.contains(&" (RNW)".to_owned()), "{cuts:?}");
    assert!(cuts.contains(&", sagte Bürgermeisterin Karla Ohmsen".to_owned()), "{cuts:?}");
}

#[test]
fn the_main_event_is_told_in_the_words_of_the_text() {
    let analysis = analyze(BRIDGE, SummaryOptions::default());
    let event = analysis.event.as_ref().unwrap();
    assert_eq!(words(&analysis, event.who), "Eine Fähre");
    assert!(words(&analysis, Some(event.what)).contains("gerammt"));
    assert_eq!(words(&analysis, event.when), "am Dienstag");
    assert!(words(&analysis, event.where_).contains("Brunsfelde"));
    assert_eq!((event.modality, event.is_negated), (Modality::Asserted, false));
}

#[test]
fn plans_reports_and_denials_are_told_apart() {
    let check = |source: &str, modality, is_negated| {
        let analysis = analyze(source, SummaryOptions::default());
        let event = analysis.event.as_ref().unwrap();
        let what = words(&analysis, Some(event.what));
        assert_eq!((event.modality, event.is_negated), (modality, is_negated), "{what}");
    };
    check(
        "Die Stadt Ottersum will im Herbst eine neue Schule bauen. Der Rat stimmt im Mai ab.",
        Modality::Planned,
        false,
    );
    check(
        "Der Bahnhof Ottersum ist am Montag nicht geöffnet worden. Die Züge halten in Leer.",
        Modality::Asserted,
        true,
    );
    check("The council will close the library in Marlow. Readers protest.", Modality::Planned, false);
}

#[test]
fn who_acts_is_found_behind_the_verb_and_where_by_the_dateline() {
    let answers = |source: &'static str| {
        let analysis = analyze(source, SummaryOptions::default());
        let event = analysis.event.as_ref().expect("something happens");
        [event.who, event.when, event.where_].map(|answer| words(&analysis, answer).to_owned())
    };
    let [who, when, place] = answers(
        "Neue Schleuse eröffnet

Nach langem Streit hat am Donnerstag der kleine Hafen von Ottersum eine neue Schleuse eröffnet. Die Fischer feierten.",
    );
    assert!(who.contains("Hafen"), "{who}");
    assert_eq!(when, "am Donnerstag");
    assert!(place.contains("Ottersum"), "{place}");

    let [who, _, place] = answers(
        "Die Fischer dürfen nach langem Streit der Minister und der Verbände wieder hinaus. Das soll die Häfen und die Märkte \
         an der ganzen Küste beleben.

Bremen (dpa) - Die Fischereiminister der Küstenländer haben sich auf neue Fangquoten geeinigt. Die Verbände lobten das.",
    );
    assert!(who.contains("Fischereiminister"), "{who}");
    assert_eq!(place, "Bremen");
}

#[test]
fn keyphrases_say_what_it_is_about() {
    let analysis = analyze(BRIDGE, SummaryOptions::default());
    let phrases: Vec<&str> =
        analysis.distinct_keyphrases().map(|phrase| &BRIDGE[phrase.span.range()]).collect();
    assert!(phrases[..3].contains(&"Fähre") && phrases[..3].contains(&"Brunsfelde"), "{phrases:?}");
    let ferry = analysis.keyphrases.iter().find(|phrase| &BRIDGE[phrase.span.range()] == "Fähre").unwrap();
    assert_eq!(ferry.spans.len(), 4, "the headline's and three more");
    let whole: Vec<_> =
        phrases.iter().filter(|phrase| phrase.ends_with("brücke") || phrase.ends_with("Brücke")).collect();
    assert_eq!(whole.len(), 1, "a compound and its head are one: {phrases:?}");

    let english = "Ferry hits bridge in Brunsford

A ferry hit the railway bridge in Brunsford on Tuesday. Police said three people were hurt. The railway bridge stays \
closed until Friday because a pier is damaged.";
    let analysis = analyze(english, SummaryOptions::default());
    let phrases: Vec<&str> = analysis.keyphrases.iter().map(|phrase| &english[phrase.span.range()]).collect();
    assert!(phrases.iter().any(|phrase| phrase.contains("bridge")), "{phrases:?}");
    assert!(phrases.contains(&"Brunsford"), "{phrases:?}");
}

#[test]
fn wider_and_narrower_keyphrases_are_told_apart() {
    let source = "Gericht hebt drei Haftbefehle gegen Werftmanager auf

Das Amtsgericht Husum hat drei Haftbefehle gegen Werftmanager aufgehoben. Die Haftbefehle gegen die Werftmanager \
stammten vom Mai. Ein vierter Haftbefehl bleibt in Kraft.";
    let analysis = analyze(source, SummaryOptions::default());
    let text = |span: kernsatz::Span| &source[span.range()];
    let shown: Vec<&str> = analysis.distinct_keyphrases().map(|phrase| text(phrase.span)).collect();
    let about = shown.iter().filter(|phrase| phrase.contains("Haftbefehl"));
    assert_eq!(about.count(), 1, "{shown:?}");
    for phrase in &analysis.keyphrases {
        let Some(other) = phrase.within.map(|other| &analysis.keyphrases[other as usize]) else { continue };
        let (a, b) = (text(phrase.span).to_lowercase(), text(other.span).to_lowercase());
        let share = |a: &str, b: &str| a.split(' ').any(|word| b.contains(&word[..word.len().min(5)]));
        assert!(share(&a, &b) || share(&b, &a), "{a} {b}");
    }
}

#[test]
fn verbs_among_capitals_are_no_keyphrases() {
    let source = "STADTRAT BESCHLIESST NEUE BRÜCKE

DER STADTRAT VON OTTERSUM SOLLTE AM MONTAG ÜBER DIE BRÜCKE ENTSCHEIDEN UND VERTAGTE DIE BRÜCKE. DER STADTRAT LEHNT \
DIE BRÜCKE AB.";
    let analysis = analyze(source, SummaryOptions::default());
    let phrases: Vec<&str> = analysis.keyphrases.iter().map(|phrase| &source[phrase.span.range()]).collect();
    assert!(!phrases.is_empty());
    assert!(
        !phrases.iter().any(|phrase| ["BESCHLIESST", "SOLLTE", "VERTAGTE", "ENTSCHEIDEN"].contains(phrase)),
        "{phrases:?}"
    );
}

#[test]
fn a_headline_that_says_more_than_the_text_is_noticed() {
    let noticed = |source: &str| {
        let analysis = analyze(source, SummaryOptions::default());
        let mut warnings = analysis.warnings.iter();
        let warning = warnings.find(|warning| warning.code == WarningCode::HeadlineUnsupported);
        warning.and_then(|warning| warning.span).map(|span| source[span.range()].to_owned())
    };
    let body = "\n\nBei einem Brand in einer Lagerhalle sind am Sonntag 14 Menschen verletzt worden. Die Feuerwehr war mit \
                zwei Zügen im Einsatz. Der Schaden ist noch nicht beziffert.";
    assert_eq!(noticed(&format!("Brand verletzt 14 Menschen{body}")), None);
    assert_eq!(noticed(&format!("Brand verletzt 40 Menschen{body}")), Some("40".to_owned()));
    assert_eq!(
        noticed(&format!("Brand in Hannover verletzt 14 Menschen{body}")),
        Some("Hannover".to_owned())
    );
}

#[test]
fn figures_say_how_it_reads() {
    let easy = "Der Hund ist groß. Er mag Brot. Die Katze ist klein. Sie mag Milch. Der Hund und die Katze sind im Haus. \
                Das Haus ist alt. Im Haus ist es warm. Der Mann gibt dem Hund Brot.";
    let hard = "Verwaltungsgerichtliche Überprüfungsverfahren beschäftigen Genehmigungsbehörden außerordentlich, und \
                Infrastrukturbeschleunigungsgesetze vereinheitlichen Beteiligungsmöglichkeiten. \
                Umweltverträglichkeitsprüfungen verlängern Planfeststellungsverfahren nach übereinstimmender Einschätzung \
                verschiedener Sachverständiger erheblich, insbesondere bei länderübergreifenden \
                Hochspannungsleitungen, Autobahnerweiterungen und Küstenschutzmaßnahmen entlang der Nordseeküste, deren \
                Finanzierungsgrundlagen ungeklärt bleiben.";
    let tenths = |source: &str| analyze(source, SummaryOptions::default()).reading.readability.unwrap();
    assert!(tenths(easy) < 40, "{}", tenths(easy));
    assert!(tenths(hard) > 150, "{}", tenths(hard));
    assert_eq!(analyze("Kurz und gut.", SummaryOptions::default()).reading.readability, None);

    let spoken = "„Wir öffnen die Brücke im Mai“, sagte Karla Ohmsen am Dienstag.";
    let quoted = analyze(spoken, SummaryOptions::default()).reading.quoted.thousandths();
    assert!((400..700).contains(&quoted), "{quoted}");
}

#[test]
fn odd_texts_come_down_to_something_or_nothing() {
    for source in ["", "Ja.", "A\n\nB\n\nC", "(((((", "1. 2. 3. 4.", "„„„ “ “", "und und und, und und."]
    {
        let options =
            SummaryOptions { length: SummaryLength::Percent(0), focus: Some(String::new()), compress: true };
        analyze(source, options);
    }
}
