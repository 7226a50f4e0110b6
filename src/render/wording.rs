//! The words of rendered documents, one table for each language.

use crate::layers::mentions::EntityType;
use crate::layers::quotations::QuotationType;

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
    pub(super) sentence: &'static str,
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
    sentence: "Satz",
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
    sentence: "sentence",
    kinds: ["Person", "Place", "Organisation", "Other"],
    speech: ["verbatim", "indirect", "reported", "hearsay", "implied"],
};
