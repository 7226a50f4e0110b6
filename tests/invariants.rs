//! What holds for every analysis of every string, in both formats.
//!
//! In: random mixtures of what real and hostile texts hold, and golden articles cut off anywhere. Out: a
//! failing case, shrunk. Each check names the invariant that the type's documentation states.

use kernsatz::{
    Analysis, Analyzer, Format, MentionKind, Options, PositionEncoding, Report, SectionKind, Span, Text,
};
use proptest::prelude::*;

const ENCODINGS: [PositionEncoding; 3] =
    [PositionEncoding::Utf16, PositionEncoding::Utf8, PositionEncoding::Utf32];

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_them(source in text()) {
        check(&source, Format::Text);
    }

    #[test]
    fn any_html_keeps_them(source in html()) {
        check(&source, Format::Html);
    }

    #[test]
    fn text_read_as_html_keeps_them(source in text()) {
        check(&source, Format::Html);
    }

    #[test]
    fn any_language_option_keeps_them(source in text(), tag in "(de|en|de-AT|fr|[a-z]{2,8})") {
        let options = Options { language: Some(tag), ..Options::default() };
        check_with(&source, &options);
    }
}

#[test]
fn cut_articles_keep_them() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let source = std::fs::read_to_string(&file).unwrap();
        let format = if file.extension().is_some_and(|e| e == "html") { Format::Html } else { Format::Text };
        check(&source, format);
        for (at, _) in source.char_indices().step_by(211) {
            check(&source[..at], format);
            check(&source[at..], format);
        }
    }
}

fn analyzer() -> &'static Analyzer {
    static ANALYZER: std::sync::OnceLock<Analyzer> = std::sync::OnceLock::new();
    ANALYZER.get_or_init(|| Analyzer::new(kernsatz::bundled_packs()))
}

#[track_caller]
fn check(source: &str, format: Format) {
    check_with(source, &Options { format, ..Options::default() });
}

#[track_caller]
fn check_with(source: &str, options: &Options) {
    let analysis = analyzer().analyze(source, options).expect("analysis cannot fail");
    if options.format == Format::Text {
        assert_eq!(analysis.text, source, "plain text is never altered");
    }
    check_sections(&analysis);
    check_source_map(&analysis, source);
    check_tokens(&analysis);
    check_sentences(&analysis);
    check_mentions(&analysis);
    check_quotations(&analysis);
    check_times(&analysis);
    check_amounts(&analysis);
    check_claims(&analysis);
    check_entities(&analysis);
    check_summary(&analysis);
    check_gist(&analysis);
    check_report(&analysis, source, options);
}

#[track_caller]
fn check_sections(analysis: &Analysis<'_>) {
    let text = analysis.text();
    let spans: Vec<_> = analysis.sections.iter().map(|section| section.span).collect();
    check_disjoint(&spans, "sections");
    for &span in &spans {
        assert_eq!(text.trim(span), span, "sections are trimmed");
    }
    check_covering(text, &spans, "sections");
}

#[track_caller]
fn check_source_map(analysis: &Analysis<'_>, source: &str) {
    let map = &analysis.source_map;
    check_disjoint(&map.iter().map(|run| run.text).collect::<Vec<_>>(), "runs of the text");
    for run in map {
        let (here, there) = (analysis.text().slice(run.text), Text::new(source).slice(run.source));
        if here.len() == there.len() {
            assert_eq!(here, there, "runs of one length are the same characters");
        }
    }
}

#[track_caller]
fn check_tokens(analysis: &Analysis<'_>) {
    let spans: Vec<_> = analysis.tokens.iter().map(|token| token.span).collect();
    check_disjoint(&spans, "tokens");
    check_covering(analysis.text(), &spans, "tokens");
}

#[track_caller]
fn check_sentences(analysis: &Analysis<'_>) {
    let spans: Vec<_> = analysis.sentences.iter().map(|sentence| sentence.span).collect();
    check_disjoint(&spans, "sentences");
    let mut next = 0;
    let mut section = 0;
    for sentence in &analysis.sentences {
        assert!(sentence.section >= section, "sections rise with the sentences");
        section = sentence.section;
        let of = &analysis.sections[section as usize];
        assert!(of.span.contains(sentence.span), "a sentence lies in its section");
        assert_eq!(sentence.tokens.start, next, "every token is in the sentence after the last one's");
        next = sentence.tokens.end;
        let tokens = &analysis.tokens[sentence.tokens.start as usize..next as usize];
        let (first, last) = (tokens.first().expect("has tokens"), tokens.last().expect("has tokens"));
        assert_eq!(first.span.cover(last.span), sentence.span, "a sentence reaches from token to token");
    }
    assert_eq!(next as usize, analysis.tokens.len(), "every token is in a sentence");
}

#[track_caller]
fn check_quotations(analysis: &Analysis<'_>) {
    for (quotation, number) in analysis.quotations.iter().zip(0..) {
        assert!(!quotation.content.is_empty(), "something is said");
        let source = quotation.source.and_then(|source| source.span);
        for span in
            quotation.content.iter().copied().chain(quotation.cue).chain(quotation.frame).chain(source)
        {
            assert!(!analysis.text().slice(span).is_empty(), "spans hold words");
        }
        assert!(
            quotation.content.windows(2).all(|two| two[0].end() <= two[1].start()),
            "contents are sorted and disjoint"
        );
        let inherited = quotation.source.and_then(|source| source.inherited_from);
        let other = |known: &u32| *known != number && (*known as usize) < analysis.quotations.len();
        assert!(quotation.parent.iter().chain(&inherited).all(other), "other ones");
        let end = |number: u32| analysis.quotations[number as usize].content.last().map(|span| span.end());
        assert!(number == 0 || end(number - 1) <= end(number), "what ends first comes first");
        let entity = quotation.source.and_then(|source| source.entity);
        assert!(entity.is_none_or(|entity| (entity as usize) < analysis.entities.len()), "an entity");
    }
}

#[track_caller]
fn check_claims(analysis: &Analysis<'_>) {
    check_disjoint(&analysis.claims.iter().map(|claim| claim.span).collect::<Vec<_>>(), "claims");
    for claim in &analysis.claims {
        assert!(claim.hedges.iter().all(|hedge| claim.span.contains(*hedge)), "hedges lie in their claim");
        let quotation = claim.quotation.map_or(0, |number| number as usize + 1);
        assert!(quotation <= analysis.quotations.len(), "a quotation");
        assert_eq!(
            claim.holder.kind == kernsatz::HolderKind::None,
            claim.holder.span.is_none(),
            "a holder has words"
        );
        assert_eq!(claim.holder.name.is_some(), claim.holder.span.is_some(), "and a name");
    }
    for warning in &analysis.warnings {
        for span in warning.spans.iter().chain(&warning.span) {
            assert!(!analysis.text().slice(*span).is_empty(), "spans hold words");
        }
    }
}

#[track_caller]
fn check_mentions(analysis: &Analysis<'_>) {
    let mentions = &analysis.mentions;
    assert!(
        mentions.is_sorted_by_key(|mention| (mention.span.start(), mention.span.end())),
        "mentions are sorted by start, then by rising end"
    );
    for (i, a) in mentions.iter().enumerate() {
        assert!(!a.span.is_empty() && a.confidence.thousandths() > 0, "mentions say something");
        assert!(
            analysis.sentences.iter().any(|sentence| sentence.span.contains(a.span)),
            "a mention lies in one sentence"
        );
        for b in mentions[i + 1..].iter().take_while(|b| b.span.start() < a.span.end()) {
            let part = |part: &kernsatz::Mention, whole: &kernsatz::Mention| {
                part.kind == MentionKind::Part
                    && whole.kind == MentionKind::Name
                    && whole.span.contains(part.span)
            };
            assert!(part(a, b) || part(b, a), "only a part may lie in a name: {a:?} {b:?}");
        }
    }
}

#[track_caller]
fn check_times(analysis: &Analysis<'_>) {
    let spans: Vec<_> = analysis.timexes.iter().map(|timex| timex.span).collect();
    check_disjoint(&spans, "times");
    for timex in &analysis.timexes {
        let words = analysis.text().slice(timex.span);
        assert_eq!(words.trim(), words, "times are trimmed");
        assert!(is_timex3(&timex.value), "{words:?} has the value {:?}", timex.value);
    }
}

/// Whether a value is one of TIMEX3: a reference, a length, or a date with what follows it.
fn is_timex3(value: &str) -> bool {
    if let Some(length) = value.strip_prefix('P').filter(|length| !length.contains("_REF")) {
        return is_length(length);
    }
    if ["PRESENT_REF", "PAST_REF", "FUTURE_REF"].contains(&value) {
        return true;
    }
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let is_clock = |time: &str| {
        let parts: Vec<_> = time.split(':').collect();
        parts.len() == 2
            && parts.iter().all(|part| part.len() == 2 && part.parse::<u8>().is_ok_and(|n| n < 60))
    };
    let is_part = |time: &str| ["MO", "MI", "AF", "EV", "NI"].contains(&time);
    let is_day = |date: &str| fits(date, "nnnn-nn-nn") || fits(date, "nnnn-Wnn-n");
    if let Some(time) = time {
        return (is_clock(time) || is_part(time)) && (is_day(date) || fits(date, "BCnnnn-nn-nn"));
    }
    let shapes = [
        "nn",
        "nnn",
        "nnnn",
        "nnnn-nn",
        "nnnn-nn-nn",
        "nnnn-Wnn",
        "nnnn-Wnn-n",
        "nnnn-Wnn-WE",
        "nnnn-Qn",
        "nnnn-Hn",
        "nnnn-SP",
        "nnnn-SU",
        "nnnn-FA",
        "nnnn-WI",
        "nnnn/nnnn",
        "BCnnnn",
        "BCnnnn-nn",
        "BCnnnn-nn-nn",
    ];
    shapes.iter().any(|shape| fits(date, shape))
}

/// Whether `n` is a digit or an unknown one, and every other letter itself.
fn fits(value: &str, shape: &str) -> bool {
    value.len() == shape.len()
        && value.chars().zip(shape.chars()).all(|(c, shape)| match shape {
            'n' => c.is_ascii_digit() || c == 'X',
            other => c == other,
        })
}

/// `3Y`, `T2H46M`, `XW`, `1DT2H`
fn is_length(length: &str) -> bool {
    let mut rest = length;
    let mut is_empty = true;
    while !rest.is_empty() {
        let time = rest.strip_prefix('T').unwrap_or(rest);
        let number = time.find(|c: char| !c.is_ascii_digit() && c != '.' && c != 'X').unwrap_or(time.len());
        let Some(unit) = ["DE", "CE", "WE", "Y", "M", "W", "D", "H", "S"]
            .iter()
            .find(|unit| time[number..].starts_with(**unit))
        else {
            return false;
        };
        if number == 0 {
            return false;
        }
        rest = &time[number + unit.len()..];
        is_empty = false;
    }
    !is_empty
}

#[track_caller]
fn check_amounts(analysis: &Analysis<'_>) {
    let spans: Vec<_> = analysis.amounts.iter().map(|amount| amount.span).collect();
    check_disjoint(&spans, "amounts");
    for amount in &analysis.amounts {
        let overlaps = |timex: &kernsatz::Timex| timex.span.overlaps(amount.span);
        assert!(!analysis.timexes.iter().any(overlaps), "no amount is a time");
        for value in [Some(&amount.value), amount.to.as_ref()].into_iter().flatten() {
            let digits = value.strip_prefix('-').unwrap_or(value);
            let is_number =
                digits.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
            assert!(is_number && digits.split('.').count() <= 2, "{value} is a number");
        }
    }
}

#[track_caller]
fn check_entities(analysis: &Analysis<'_>) {
    let mut entity_of = vec![None; analysis.mentions.len()];
    for (id, entity) in analysis.entities.iter().enumerate() {
        assert!(!entity.name.trim().is_empty(), "an entity has a name");
        assert!(!entity.mentions.is_empty(), "an entity is mentioned");
        assert!(entity.mentions.is_sorted_by(|a, b| a < b), "mentions of an entity rise");
        for &mention in &entity.mentions {
            let before = entity_of[mention as usize].replace(id);
            assert_eq!(before, None, "mention {mention} is in one entity only");
        }
    }
    assert!(entity_of.iter().all(Option::is_some), "every mention is in an entity");
    assert!(
        analysis.entities.is_sorted_by_key(|entity| entity.mentions[0]),
        "entities stand in the order of their first mention"
    );
}

#[track_caller]
fn check_summary(analysis: &Analysis<'_>) {
    let chosen = &analysis.summary.sentences;
    assert!(chosen.is_sorted_by(|a, b| a.sentence < b.sentence), "in the order of the text, each once");
    for one in chosen {
        let section = analysis.sentences[one.sentence as usize].section as usize;
        assert_ne!(analysis.sections[section].kind, SectionKind::Furniture, "furniture sums nothing up");
    }
    let ranking = &analysis.summary.ranking;
    assert!(chosen.iter().all(|one| ranking.contains(one)), "what is chosen is ranked");
    assert!(chosen.is_empty() == ranking.is_empty(), "of the shortest summary there is one sentence");
    for one in ranking {
        let span = analysis.sentences[one.sentence as usize].span;
        assert!(!one.reasons.is_empty(), "each is chosen for a reason");
        if let Some(number) = one.quotation {
            let content = &analysis.quotations[number as usize].content;
            assert!(
                content.iter().any(|content| content.overlaps(span)),
                "who claims it is who says so in it"
            );
        }
        assert!(one.cuts.iter().all(|cut| span.contains(*cut) && *cut != span), "cuts leave something");
        check_disjoint(&one.cuts, "cuts");
    }
    let headline = analysis.summary.headline;
    assert!(headline.is_none_or(|sentence| (sentence as usize) < analysis.sentences.len()));
}

/// Keyphrases and the answers about the event are words of the text.
#[track_caller]
fn check_gist(analysis: &Analysis<'_>) {
    let text = analysis.text();
    for (number, keyphrase) in analysis.keyphrases.iter().enumerate() {
        assert!(keyphrase.within.is_none_or(|other| (other as usize) < number), "forms of one before it");
        assert!(keyphrase.spans.contains(&keyphrase.span), "what is shown stands somewhere");
        check_disjoint(&keyphrase.spans, "places of a keyphrase");
        assert_eq!(text.trim(keyphrase.span), keyphrase.span, "keyphrases are trimmed");
        assert!(keyphrase.entity.is_none_or(|entity| (entity as usize) < analysis.entities.len()));
    }
    assert!(analysis.keyphrases.is_sorted_by(|a, b| a.score >= b.score), "the best first");
    for answer in analysis.event.iter().flat_map(kernsatz::Event::answers).flatten() {
        let answer = answer.span;
        assert!(!answer.is_empty() && text.trim(answer) == answer, "answers are trimmed");
        let inside = analysis.sentences.iter().any(|sentence| sentence.span.contains(answer));
        assert!(inside, "an answer is inside a sentence");
    }
}

/// Slices are the same words in all encodings, and a second analysis gives the same JSON.
#[track_caller]
fn check_report(analysis: &Analysis<'_>, source: &str, options: &Options) {
    let again = analyzer().analyze(source, options).unwrap();
    let text: &str = &analysis.text;
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let utf32: Vec<char> = text.chars().collect();
    let expected = spans(&Report::new(analysis, source, PositionEncoding::Utf8));
    for encoding in ENCODINGS {
        let report = Report::new(analysis, source, encoding);
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(
            json,
            serde_json::to_string(&Report::new(&again, source, encoding)).unwrap(),
            "same again"
        );
        for ((start, end), &(byte_start, byte_end)) in spans(&report).into_iter().zip(&expected) {
            let words = match encoding {
                PositionEncoding::Utf16 => String::from_utf16(&utf16[start..end]).unwrap(),
                PositionEncoding::Utf8 => text[start..end].to_owned(),
                PositionEncoding::Utf32 => utf32[start..end].iter().collect(),
            };
            assert_eq!(words, text[byte_start..byte_end], "{encoding:?} {start}..{end}");
        }
        let length = match encoding {
            PositionEncoding::Utf16 => utf16.len(),
            PositionEncoding::Utf8 => text.len(),
            PositionEncoding::Utf32 => utf32.len(),
        };
        assert_eq!(report.stats.length as usize, length);
        assert_eq!(report.text.is_some(), options.format == Format::Html, "HTML brings its readable text");
    }
}

fn spans(report: &Report) -> Vec<(usize, usize)> {
    let sections = report.sections.iter().map(|section| section.span);
    let sentences = report.sentences.iter().map(|sentence| sentence.span);
    let mentions = report.mentions.iter().map(|mention| mention.span);
    let summary = report.summary.sentences.iter().map(|chosen| chosen.span);
    let warnings = report.warnings.iter().filter_map(|warning| warning.span);
    let runs = report.source_map.iter().flatten().map(|run| run.text);
    sections
        .chain(sentences)
        .chain(mentions)
        .chain(summary)
        .chain(warnings)
        .chain(runs)
        .map(|span| (span.start as usize, span.end as usize))
        .collect()
}

#[track_caller]
fn check_disjoint(spans: &[Span], what: &str) {
    assert!(spans.iter().all(|span| !span.is_empty()), "{what} are not empty");
    assert!(
        spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()),
        "{what} are sorted and disjoint: {spans:?}"
    );
}

/// Between `spans` there is nothing that a reader sees.
#[track_caller]
fn check_covering(text: Text<'_>, spans: &[Span], what: &str) {
    let starts = spans.iter().map(|span| span.start()).chain([text.all().end()]);
    let ends = [0].into_iter().chain(spans.iter().map(|span| span.end()));
    for (from, to) in ends.zip(starts) {
        let gap = text.trim(Span::new(from, to));
        assert!(gap.is_empty(), "{what} leave out {:?}", text.slice(gap));
    }
}

/// Pieces of the texts that people paste, and of those that they paste to break things.
fn piece() -> impl Strategy<Value = String> {
    let words = |list: &'static [&'static str]| prop::sample::select(list).prop_map(str::to_owned);
    prop_oneof![
        8 => words(&PHRASES),
        4 => words(&MARKS),
        2 => words(&ODDITIES),
        2 => "[a-zA-ZäöüßÄÖÜ]{1,12}",
        1 => "[0-9][0-9.,:]{0,8}",
        1 => "\\PC{0,6}",
        1 => "[\u{0}-\u{1f}\u{7f}-\u{9f}]{0,2}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn html() -> impl Strategy<Value = String> {
    let tag = prop::sample::select(&TAGS[..]).prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![2 => piece(), 1 => tag], 0..60).prop_map(|pieces| pieces.concat())
}

const PHRASES: [&str; 44] = [
    "Tokio - Es regnet. ",
    "BERLIN (dpa) – ",
    "Die Kanzlerin Ute Marggraf sagte am 1. Mai in Köln: ",
    "US-Außenminister Harvey Stanwick ",
    "Chinas und Nordkoreas Grenze ",
    "der japanische Botschafter Ryo Tanabe ",
    "Dr. Karin v. d. Heydt ",
    "Ost- und Südtirol, z. B. Bozen, ",
    "Bürger:innen und Bürger*innen ",
    "Benedikt XVI. kam. ",
    "1.234,56 Euro bzw. 70,03 % ",
    "vor drei Jahren und in zehn Tagen ",
    "am 3., 4. und 5. Mai, am Montag, dem 1. Juni 2020 gegen 9 Uhr abends, ",
    "in der Nacht vom 31. auf den 1. Januar 9999 ",
    "am 10. August 345 v. Chr. und 9999 Jahre später ",
    "Ende der 90er Jahre, letztes Quartal 2004, Saison 2005/06, Ostern 1 ",
    "zwei Millionen Jahrhunderte zuvor, 99999999999999999999 Jahre ",
    "zwischen 3 und 5,5 Mrd. Euro, minus 12 Prozent, 85-prozentig, $120m ",
    "zweihunderttausendmillionen 57-Jährige alle 2,5 Stunden ",
    "the day before yesterday at 12.30am, half a dozen years later ",
    "30.02.2020, 31.12.9999, 2020-13-45, 0:00 Uhr ",
    "um 14.30 Uhr ",
    "„Ja!“, rief er. ",
    "»Nein?« – ‚Doch.‘ ",
    "«Genf» ",
    "Foto: Lena Ort/AP/dpa",
    "Von Jan Bruch und Mia Feld\n",
    "23.04.2025, 17:12 Uhr\n",
    "Lesen Sie auch: ",
    "Newsletter abonnieren\n",
    "Mr. Ellis left the U.S. on Jan. 3, e.g. by ship. ",
    "“It’s over,” she said. ",
    "LONDON (Reuters) – ",
    "The United Nations and Germany ",
    "EINE MELDUNG IN GROSSBUCHSTABEN ",
    "Siemens AG und Müller GmbH & Co. KG ",
    "https://example.org/a?b=c#d ",
    "post@example.org ",
    "Il ne faut pas le dire. ",
    "1. ",
    "- ",
    "• ",
    "a\tb\tc\n",
    "\n\n",
];
const MARKS: [&str; 24] = [
    ".", "!", "?", "…", ":", ";", ",", "„", "“", "”", "\"", "'", "‚", "‘", "’", "»", "«", "›", "‹", "(", ")",
    " – ", " ", "\n",
];
const ODDITIES: [&str; 16] = [
    "\u{feff}",
    "\u{200b}",
    "\u{200d}",
    "\u{ad}",
    "\u{a0}",
    "\u{2028}",
    "\r\n",
    "\r",
    "\u{b}",
    "\u{0}",
    "e\u{301}o\u{308}",
    "👩‍👩‍👧‍👦",
    "🇩🇪👍🏽",
    "שלום عليكم",
    "日本語。",
    "\u{fffd}\u{10ffff}",
];
const TAGS: [&str; 28] = [
    "<p>",
    "</p>",
    "<h1>",
    "</h1>",
    "<br>",
    "<div class=\"share\">",
    "</div>",
    "<figure><figcaption>",
    "</figcaption></figure>",
    "<table><tr><td>",
    "</td><td>",
    "</table>",
    "<ul><li>",
    "</ul>",
    "<script>",
    "</script>",
    "<style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<img onerror=\"alert(1)\" src=x>",
    "&auml;",
    "&amp;amp;",
    "&nbsp;",
    "&#x1F600;",
    "&#0;&#xD800;&#99999999;",
    "<a href='",
    "<",
];
