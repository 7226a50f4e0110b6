//! The words of rendered documents, one table for each language.

use crate::analysis::Analysis;
use crate::layers::event::Modality;
use crate::layers::mentions::EntityType;
use crate::layers::quotations::QuotationType;
use crate::layers::summary::SummarySentence;

/// One language's words.
#[derive(Debug)]
pub(super) struct Wording {
    pub(super) tag: &'static str,
    pub(super) untitled: &'static str,
    pub(super) summary: &'static str,
    pub(super) names: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: &'static str,
    pub(super) count: &'static str,
    pub(super) roles: &'static str,
    pub(super) place: &'static str,
    pub(super) quotations: &'static str,
    pub(super) nobody: &'static str,
    /// What the article itself says with a hedge.
    pub(super) hedged: &'static str,
    /// The title of the table of times and amounts, and its columns.
    pub(super) figures: [&'static str; 4],
    pub(super) article: &'static str,
    pub(super) words: &'static str,
    pub(super) minutes: &'static str,
    formula: &'static str,
    point: char,
    pub(super) sentence: &'static str,
    pub(super) event: &'static str,
    /// Who, what, when, where, why, how.
    pub(super) questions: [&'static str; 6],
    pub(super) negated: &'static str,
    pub(super) keyphrases: &'static str,
    pub(super) according: &'static str,
    /// Said by others, to come.
    modalities: [&'static str; 2],
    /// In the order of `SummaryReason`.
    reasons: [&'static str; 8],
    /// Person, place, organisation, other.
    kinds: [&'static str; 4],
    /// Word for word, told, an act, hearsay, by its mood.
    speech: [&'static str; 5],
}

impl Wording {
    pub(super) fn of(language: &str) -> &'static Self {
        match language.split(['-', '_']).next() {
            Some("de") => &GERMAN,
            _ => &ENGLISH,
        }
    }

    pub(super) fn quotation_type(&self, quotation_type: QuotationType) -> &'static str {
        match quotation_type {
            QuotationType::Direct => self.speech[0],
            QuotationType::Indirect => self.speech[1],
            QuotationType::Reported => self.speech[2],
            QuotationType::FreeIndirect => self.speech[3],
            QuotationType::IndirectFreeIndirect => self.speech[4],
        }
    }

    /// What the article does not vouch for is said; nothing of what it does.
    pub(super) fn modality(&self, modality: Modality) -> Option<&'static str> {
        match modality {
            Modality::Asserted => None,
            Modality::Reported => Some(self.modalities[0]),
            Modality::Planned => Some(self.modalities[1]),
        }
    }

    /// Why a sentence was chosen, and who claims it.
    pub(super) fn why(&self, analysis: &Analysis<'_>, chosen: &SummarySentence) -> String {
        let mut words: Vec<String> =
            chosen.reasons.iter().map(|reason| self.reasons[*reason as usize].to_owned()).collect();
        if let Some(number) = chosen.quotation {
            let speaker = analysis.speaker_of(&analysis.quotations[number as usize]);
            words.push(format!("{} {}", self.according, speaker.as_deref().unwrap_or(self.nobody)));
        }
        words.join(", ")
    }

    /// How hard the text is, in words and tenths.
    pub(super) fn readability(&self, tenths: i32) -> String {
        format!("{} {}{}{}", self.formula, tenths / 10, self.point, (tenths % 10).abs())
    }

    pub(super) fn entity_type(&self, entity_type: EntityType) -> &'static str {
        match entity_type {
            EntityType::Person => self.kinds[0],
            EntityType::Location => self.kinds[1],
            EntityType::Organisation => self.kinds[2],
            EntityType::Other => self.kinds[3],
        }
    }
}

static GERMAN: Wording = Wording {
    tag: "de",
    untitled: "Artikel",
    summary: "Zusammenfassung",
    names: "Wer und wo",
    name: "Name",
    kind: "Art",
    count: "Nennungen",
    roles: "Rolle",
    place: "Wo",
    quotations: "Wer sagt was",
    nobody: "Niemand steht dafür",
    hedged: "unter Vorbehalt",
    figures: ["Wann und wie viel", "Worte", "Wert", "Wovon"],
    article: "Text",
    words: "Wörter",
    minutes: "Min. Lesezeit",
    formula: "Wiener Sachtextformel",
    point: ',',
    sentence: "Satz",
    event: "Was geschehen ist",
    questions: ["Wer", "Was", "Wann", "Wo", "Warum", "Wie"],
    negated: "verneint",
    keyphrases: "Stichwörter",
    according: "laut",
    modalities: ["nach Angaben anderer", "geplant"],
    reasons: [
        "sagt, wonach gefragt ist",
        "gehört zum Vorspann",
        "steht am Anfang",
        "sagt, was die Überschrift sagt",
        "nennt, worum es geht",
        "verwendet die häufigsten Wörter",
        "nennt Zahlen oder Zeiten",
        "ist für sich verständlich",
    ],
    kinds: ["Person", "Ort", "Organisation", "Sonstiges"],
    speech: ["wörtlich", "indirekt", "berichtet", "Hörensagen", "im Konjunktiv"],
};

static ENGLISH: Wording = Wording {
    tag: "en",
    untitled: "Article",
    summary: "Summary",
    names: "Who and where",
    name: "Name",
    kind: "Kind",
    count: "Mentions",
    roles: "Role",
    place: "Where",
    quotations: "Who says what",
    nobody: "Nobody stands for it",
    hedged: "hedged",
    figures: ["When and how much", "Words", "Value", "Of what"],
    article: "Text",
    words: "words",
    minutes: "min read",
    formula: "Flesch",
    point: '.',
    sentence: "sentence",
    event: "What happened",
    questions: ["Who", "What", "When", "Where", "Why", "How"],
    negated: "negated",
    keyphrases: "Keyphrases",
    according: "according to",
    modalities: ["as others say", "planned"],
    reasons: [
        "says what was asked for",
        "part of the lead",
        "stands early",
        "says what the headline says",
        "names what the article is about",
        "uses the most frequent words",
        "gives figures or times",
        "stands by itself",
    ],
    kinds: ["Person", "Place", "Organisation", "Other"],
    speech: ["verbatim", "indirect", "reported", "hearsay", "implied"],
};
