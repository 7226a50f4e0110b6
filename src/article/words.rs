//! The words that give an article's parts away: what a language's `article.rs` lists, and how it is asked.
//!
//! In: folded words and lines (see [`super::line`]). Out: whether a list of any language holds them. The
//! language is not known yet when the structure is read, so the lists of all languages count together.

use crate::lang::Language;

/// One language's lists. All entries are in lower case and sorted; lists of openers are free of entries that
/// begin with another entry.
#[derive(Debug)]
#[allow(clippy::struct_field_names)] // The fields are lists of words of one kind each.
pub(crate) struct Words {
    /// News and picture agencies: `dpa`, `reuters`.
    pub(crate) agencies: &'static [&'static str],
    /// What opens a line that names the author: `von`, `ein gastbeitrag von`.
    pub(crate) byline_openers: &'static [&'static str],
    /// What stands between names in such a line: `und`.
    pub(crate) name_joiners: &'static [&'static str],
    /// Nouns that name a picture, before a colon: `foto`.
    pub(crate) credit_openers: &'static [&'static str],
    /// What in brackets says where a picture comes from: `archivbild`.
    pub(crate) credit_notes: &'static [&'static str],
    /// Words in lower case that a credit may hold: `privat`.
    pub(crate) credit_words: &'static [&'static str],
    /// What opens the text below a picture: `im bild`.
    pub(crate) caption_openers: &'static [&'static str],
    /// The twelve months and their short forms, January first.
    pub(crate) months: [&'static [&'static str]; 12],
    /// Days of the week and their short forms.
    pub(crate) weekdays: &'static [&'static str],
    /// Words beside the date in a line that tells when something was published: `stand`, `uhr`.
    pub(crate) date_words: &'static [&'static str],
    /// Words that make a number a point in time: `uhr`, `stunden`, `heute`.
    pub(crate) time_words: &'static [&'static str],
    /// Whole lines that belong to the web page: `anzeige`, `mehr zum thema`.
    pub(crate) furniture_lines: &'static [&'static str],
    /// What opens a line that belongs to the web page: `lesen sie auch`.
    pub(crate) furniture_openers: &'static [&'static str],
    /// What ends a teaser: `weiterlesen`.
    pub(crate) furniture_endings: &'static [&'static str],
    /// Those of the furniture lines that a list of other articles follows: `mehr zum thema`.
    pub(crate) teaser_openers: &'static [&'static str],
    /// Words on buttons: a line of nothing else is furniture.
    pub(crate) button_words: &'static [&'static str],
    /// Words of web sites' own matters: `cookies`, `newsletter`.
    pub(crate) site_words: &'static [&'static str],
    /// Words that speak to the reader of a web site: `bitte`, `jetzt`.
    pub(crate) address_words: &'static [&'static str],
    /// Forms of address in an interview, as they are written inside a sentence: `Sie`.
    pub(crate) interview_words: &'static [&'static str],
    /// Words that open sentences and so no dateline: `der`, `nach`.
    pub(crate) function_words: &'static [&'static str],
    /// Small words inside names of places: `am`, `an der`.
    pub(crate) place_particles: &'static [&'static str],
    /// Towns that reports come from.
    pub(crate) places: &'static [&'static str],
    /// First words of names of towns: `bad`, `sankt`.
    pub(crate) place_openers: &'static [&'static str],
    /// Endings of names of towns.
    pub(crate) place_endings: &'static [&'static str],
}

impl Words {
    /// The lists of a language that this build lacks.
    pub(crate) const NONE: Self = Self {
        agencies: &[],
        byline_openers: &[],
        name_joiners: &[],
        credit_openers: &[],
        credit_notes: &[],
        credit_words: &[],
        caption_openers: &[],
        weekdays: &[],
        date_words: &[],
        time_words: &[],
        furniture_lines: &[],
        furniture_openers: &[],
        furniture_endings: &[],
        teaser_openers: &[],
        button_words: &[],
        site_words: &[],
        address_words: &[],
        interview_words: &[],
        function_words: &[],
        place_particles: &[],
        places: &[],
        place_openers: &[],
        place_endings: &[],
        months: [&[]; 12],
    };
}

/// A choice of one of the lists.
pub(super) type List = fn(&Words) -> &'static [&'static str];

/// The lists of every language.
pub(super) fn all() -> impl Iterator<Item = &'static Words> {
    Language::ALL.iter().map(|language| language.article_words())
}

/// Whether `list` holds `entry`.
pub(super) fn holds(list: List, entry: &str) -> bool {
    all().any(|words| list(words).binary_search(&entry).is_ok())
}

/// The length of the entry of `list` that `line` begins with; it ends where a word ends.
pub(super) fn opener(list: List, line: &str) -> Option<usize> {
    all().find_map(|words| {
        let list = list(words);
        // Sorted and without prefixes of each other: only the last entry up to `line` can open it.
        let entry = list[..list.partition_point(|entry| *entry <= line)].last()?;
        let rest = line.strip_prefix(entry)?;
        (!rest.starts_with(char::is_alphanumeric)).then_some(entry.len())
    })
}

/// Whether `line` ends with an entry of `list` that begins where a word begins.
pub(super) fn ends(list: List, line: &str) -> bool {
    all().any(|words| {
        list(words).iter().any(|entry| {
            line.strip_suffix(entry).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
        })
    })
}

/// Whether `word` is longer than an entry of `list` that it ends with.
pub(super) fn ends_word(list: List, word: &str) -> bool {
    all().any(|words| list(words).iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_folded() {
        let lists: [(&str, List, bool); 23] = [
            ("agencies", |w| w.agencies, false),
            ("byline_openers", |w| w.byline_openers, true),
            ("name_joiners", |w| w.name_joiners, false),
            ("credit_openers", |w| w.credit_openers, false),
            ("credit_notes", |w| w.credit_notes, false),
            ("credit_words", |w| w.credit_words, false),
            ("caption_openers", |w| w.caption_openers, true),
            ("weekdays", |w| w.weekdays, false),
            ("date_words", |w| w.date_words, false),
            ("time_words", |w| w.time_words, false),
            ("furniture_lines", |w| w.furniture_lines, false),
            ("furniture_openers", |w| w.furniture_openers, true),
            ("furniture_endings", |w| w.furniture_endings, false),
            ("teaser_openers", |w| w.teaser_openers, false),
            ("button_words", |w| w.button_words, false),
            ("site_words", |w| w.site_words, false),
            ("address_words", |w| w.address_words, false),
            ("function_words", |w| w.function_words, false),
            ("place_particles", |w| w.place_particles, false),
            ("places", |w| w.places, false),
            ("place_openers", |w| w.place_openers, false),
            ("place_endings", |w| w.place_endings, false),
            ("interview_words", |w| w.interview_words, false),
        ];
        for language in Language::ALL {
            for (name, list, prefix_free) in lists {
                let entries = list(language.article_words());
                for pair in entries.windows(2) {
                    assert!(pair[0] < pair[1], "{language:?} {name}: {pair:?} are not in order");
                    assert!(!prefix_free || !pair[1].starts_with(pair[0]), "{language:?} {name}: {pair:?}");
                }
                let folded = name != "interview_words";
                assert!(entries.iter().all(|e| !folded || e.to_lowercase() == **e), "{language:?} {name}");
            }
        }
    }

    #[test]
    fn openers_end_where_a_word_ends() {
        assert_eq!(opener(|w| w.furniture_openers, "lesen sie auch: mehr dazu"), Some(14));
        assert_eq!(opener(|w| w.furniture_openers, "lesen sie auchdas"), None);
        assert_eq!(opener(|w| w.furniture_openers, ""), None);
    }
}
