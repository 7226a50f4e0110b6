//! What words are used for when an article says who somebody is.
//!
//! In: the name of a section of a language's list. Out: a bit of a [`Use`]. Words are left to `words`.

/// What a word is used for, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Use(u32);

impl Use {
    /// An office that says nothing without what it is of: `Chef`.
    pub(super) const DEPENDENT: Self = Self(1);
    /// An office of a state.
    pub(super) const STATE: Self = Self(1 << 1);
    /// An adjective, without its ending, that belongs to a title.
    pub(super) const ADJECTIVE: Self = Self(1 << 2);
    /// A word that belongs to the title after it: `prime`.
    pub(super) const MODIFIER: Self = Self(1 << 3);
    /// A word that says that an office is no longer held.
    pub(super) const FORMER: Self = Self(1 << 4);
    /// A form of address or degree.
    pub(super) const DEGREE: Self = Self(1 << 5);
    /// What leads to what an office is of.
    pub(super) const COMPLEMENT: Self = Self(1 << 6);
    /// What joins people.
    pub(super) const CONJUNCTION: Self = Self(1 << 7);
    /// An article or the like.
    pub(super) const DETERMINER: Self = Self(1 << 8);
    /// The legal form of a company.
    pub(super) const LEGAL_FORM: Self = Self(1 << 9);
    /// `Stadt` of `Stadt Köln`.
    pub(super) const TOWN: Self = Self(1 << 10);
    pub(super) const MASCULINE_ARTICLE: Self = Self(1 << 11);
    pub(super) const GENITIVE_ARTICLE: Self = Self(1 << 12);
    pub(super) const OBLIQUE_ARTICLE: Self = Self(1 << 13);
    pub(super) const FEMININE_ARTICLE: Self = Self(1 << 14);
    pub(super) const ARTICLE: Self = Self(1 << 15);
    /// What follows an office that is not the one known: `der Präsident des Vereins`.
    pub(super) const ATTRIBUTE: Self = Self(1 << 16);
    /// An article that brings in another one: `ein Minister`.
    pub(super) const INDEFINITE: Self = Self(1 << 18);
    /// An article that may be a plural's.
    pub(super) const PLURAL: Self = Self(1 << 19);
    /// A noun before an office that means the office, not who holds it: `Amt`.
    pub(super) const OFFICE_NOUN: Self = Self(1 << 20);
    /// The last word of an office of several words.
    pub(super) const PHRASE_END: Self = Self(1 << 21);
    /// An adjective that belongs to a title if it has a capital: `Erste`.
    pub(super) const CAPITAL_ADJECTIVE: Self = Self(1 << 17);

    pub(super) fn of_section(section: &str) -> Option<Self> {
        Some(match section {
            "dependent offices" => Self::DEPENDENT,
            "state offices" => Self::STATE,
            "title adjectives" => Self::ADJECTIVE,
            "capital adjectives" => Self::CAPITAL_ADJECTIVE,
            "indefinite articles" => Self::INDEFINITE,
            "plural articles" => Self::PLURAL,
            "office nouns" => Self::OFFICE_NOUN,
            "modifiers" => Self::MODIFIER,
            "former" => Self::FORMER,
            "degrees" => Self::DEGREE,
            "complements" => Self::COMPLEMENT,
            "attributes" => Self::ATTRIBUTE,
            "conjunctions" => Self::CONJUNCTION,
            "determiners" => Self::DETERMINER,
            "legal forms" => Self::LEGAL_FORM,
            "town words" => Self::TOWN,
            "masculine articles" => Self::MASCULINE_ARTICLE,
            "genitive articles" => Self::GENITIVE_ARTICLE,
            "oblique articles" => Self::OBLIQUE_ARTICLE,
            "feminine articles" => Self::FEMININE_ARTICLE,
            "articles" => Self::ARTICLE,
            _ => return None,
        })
    }

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Use {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
