//! What the layers of times and amounts must know of a language's words.
//!
//! In: lists by section (`numbers.txt`, `times.txt`, `amounts.txt` in each language's folder): a key, then words in
//! lower case; `~` takes the endings of adjectives, `_` stands for a blank. Out: the [`Senses`] of a word or phrase.
//! How words stand in sentences is left to the layers.

use crate::lang::list;
use crate::map::Map;

/// What a word may be used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u8);

/// The sections of the lists with the names of their classes.
macro_rules! classes {
    ($($name:ident $section:literal $number:literal)*) => {
        impl Class {
            $(pub(crate) const $name: Self = Self($number);)*
            const SECTIONS: &'static [(&'static str, Self)] = &[$(($section, Self::$name)),*];
        }
    };
}

classes! {
    NUMERAL "numeral" 1
    HALF "half" 2
    ONE_AND_A_HALF "one and a half" 3
    NUMBER_AND "number and" 4
    ORDINAL "ordinal" 5
    INDEFINITE "indefinite" 6
    VAGUE "vague" 7
    APPROXIMATE "approximate" 8
    MONTH "month" 10
    WEEKDAY "weekday" 11
    SHORT_WEEKDAY "short weekday" 12
    PART "part" 13
    DAILY_PART "daily part" 14
    PART_ADJECTIVE "part adjective" 15
    EVE "eve" 16
    SEASON "season" 17
    UNIT "unit" 18
    SPAN_ADJECTIVE "span adjective" 19
    PLURAL "plural only" 20
    SPAN "span" 21
    TERM "term" 22
    SET "set" 23
    HALF_HOURLY "half hourly" 24
    PER "per" 25
    EVERY "every" 26
    ALL "all" 27
    DAY "day" 28
    DAY_ADJECTIVE "day adjective" 29
    SHIFT "shift" 30
    NEW "new" 31
    SAME "same" 32
    FOLLOWING "following" 33
    YEAR_NOUN "year noun" 34
    YEARS_BEFORE "years before" 35
    YEAR_WORD "year word" 36
    DAY_NOUN "day noun" 37
    SCHOOL_YEAR "school year" 38
    FISCAL_YEAR "fiscal year" 39
    EDGE "edge" 40
    YEAR_EDGE "edge noun" 41
    MONTH_EDGE "month edge" 42
    WEEK_EDGE "week edge" 43
    DECADE "decade" 44
    DECADE_ENDING "decade ending" 45
    AGO "ago" 46
    IN "in" 47
    SINCE "since" 48
    LATER "later" 49
    AFTER "after" 50
    CLOCK_WORD "clock word" 51
    MERIDIEM "meridiem" 52
    ZONE "zone" 53
    ZONE_ADJECTIVE "zone adjective" 54
    ZONE_NOUN "zone noun" 55
    CLOCK_LINK "clock link" 56
    CLOCK_TIME "clock time" 57
    HALF_CLOCK "half clock" 58
    OF "of" 59
    ON "on" 60
    ARTICLE "article" 61
    TO "to" 62
    AND "and" 63
    FROM "from" 64
    CHRIST "christ" 65
    BEFORE_CHRIST "before christ" 66
    AFTER_CHRIST "after christ" 67
    HOLIDAY "holiday" 68
    THEN "then" 69
    PRESENT "present" 70
    PAST "past" 71
    FUTURE "future" 72
    TIME_NOUN "time noun" 73
    AHEAD "ahead" 74
    BACK "back" 75
    NO_TIME "no time" 76
    MODAL "modal" 77
    LAST "last" 78
    MORE "more" 79
    FOR "for" 80
    SCALE "scale" 81
    RANGE "range" 82
    THIS "this" 83
    LASTING "lasting" 84
    COUNTED "counted" 85
    THESE "these" 86
    STILL "still" 87
    QUARTER "quarter" 88
    DOZEN "dozen" 90
    CURRENCY "currency" 91
    POUND "pound" 92
    CENT "cent" 93
    PERCENT "percent" 94
    POINT "point" 95
    MEASURE "measure" 96
    PER_HOUR "per hour" 97
    MINUS "minus" 98
    BETWEEN "between" 99
    PLURAL_NOUN "plural noun" 100
    FUNCTION_WORD "function word" 101
    FILLER "filler" 102
    DECADE_NOUN "decade noun" 103
    ALSO_NAME "also a name" 104
    TENSELESS "tells no tense" 105
    LEADS_AHEAD "leads ahead" 106
    STATE "state" 107
}

/// One use of a word, with its number: the month of a month's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sense {
    class: Class,
    value: i16,
}

/// The uses of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Senses([Sense; 5]);

impl Senses {
    /// The number that a word has as one of `class`.
    pub(crate) fn get(self, class: Class) -> Option<i16> {
        self.0.iter().find(|sense| sense.class == class).map(|sense| sense.value)
    }

    pub(crate) fn is_none(self) -> bool {
        self.0[0].class == Class::default()
    }

    /// The sense of a word that is an ordinal.
    pub(super) fn ordinal(number: u64) -> Self {
        let mut senses = Self::default();
        senses.add(Sense { class: Class::ORDINAL, value: i16::try_from(number).unwrap_or(0) });
        senses
    }

    /// The senses of a compound of a day and a part of it: `Montagabend`.
    pub(super) fn join(self, rest: Self) -> Option<Self> {
        let find = |senses: Self, classes: &[Class]| {
            senses.0.into_iter().find(|sense| classes.contains(&sense.class))
        };
        let mut joined = Self::default();
        joined.add(find(self, &[Class::WEEKDAY, Class::HOLIDAY])?);
        joined.add(find(rest, &[Class::PART])?);
        Some(joined)
    }

    fn add(&mut self, sense: Sense) -> bool {
        let free =
            self.0.iter_mut().find(|known| known.class == Class::default() || known.class == sense.class);
        free.map(|free| *free = sense).is_some()
    }
}

/// What the list has of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) senses: Senses,
    /// Whether phrases begin with it.
    pub(crate) opens: bool,
}

/// How a language writes numbers and dates and forms words, beside what its lists tell.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools)] // Each is a question of its own.
pub(crate) struct FigureRules {
    /// What parts decimals.
    pub(crate) decimal: char,
    /// Whether `two hundred and fifty` is one word.
    pub(crate) joins_numerals: bool,
    /// Whether the day before a month is an ordinal, and none stands behind it.
    pub(crate) days_are_ordinals: bool,
    /// Whether `3/5/2024` is a day in March.
    pub(crate) month_comes_first: bool,
    /// Whether clocks count to twelve.
    pub(crate) halves_days: bool,
    /// Whether nouns have a capital and their adjectives one of these endings.
    pub(crate) nouns_have_capitals: bool,
    pub(crate) adjective_endings: &'static [&'static str],
    /// What is cut off from words: `'s`.
    pub(crate) possessives: &'static [&'static str],
    /// Letters, and how they are written where they are lacking.
    pub(crate) spellings: &'static [(&'static str, &'static str)],
    /// Whether a word looks like a verb that tells of the past: `sagte`, `gewählt`, `opened`.
    pub(crate) looks_back: fn(&str) -> bool,
    /// Whether a word looks like one that tells of what is to come: `einzuleiten`.
    pub(crate) looks_ahead: fn(&str) -> bool,
    /// Whether a word looks like a verb in the present, wherever one may stand: `beginnt`.
    pub(crate) is_present: fn(&str) -> bool,
    /// The parts of a word in lower case that is a compound of two times: `montag`, `abend`.
    pub(crate) split: fn(&str) -> Option<(&str, &str)>,
}

impl FigureRules {
    /// Where no language is known.
    pub(crate) const NONE: Self = Self {
        decimal: '.',
        joins_numerals: false,
        days_are_ordinals: false,
        month_comes_first: false,
        halves_days: false,
        nouns_have_capitals: false,
        adjective_endings: &[],
        possessives: &[],
        spellings: &[],
        looks_back: |_| false,
        looks_ahead: |_| false,
        is_present: |_| false,
        split: |_| None,
    };
}

/// The words of a language.
#[derive(Debug)]
pub(crate) struct FigureWords {
    pub(crate) rules: &'static FigureRules,
    entries: Map<String, Entry>,
    /// What keys that are no numbers stand for.
    keys: Vec<&'static str>,
    /// The first two letters of numerals, by their sum.
    numerals: u64,
}

impl FigureWords {
    /// Reads lists; sections that are not known are left out (a test says which are).
    pub(crate) fn read(lists: &[&'static str], rules: &'static FigureRules) -> Self {
        let mut words = Self { rules, entries: Map::default(), keys: Vec::new(), numerals: 0 };
        for list in lists {
            let mut value = 0;
            list::read(list, &mut |section, line| {
                let Some((_, class)) = Class::SECTIONS.iter().find(|(name, _)| *name == section) else {
                    return;
                };
                let (key, line) = line.split_once(' ').unwrap_or((line, ""));
                value = key.parse().unwrap_or_else(|_| {
                    if key == "-" {
                        return 0;
                    }
                    words.keys.push(key);
                    i16::try_from(words.keys.len() - 1).unwrap_or(0)
                });
                line.split(' ').for_each(|word| words.add(word, Sense { class: *class, value }));
            });
        }
        words
    }

    /// For languages without words.
    pub(crate) fn none() -> &'static Self {
        static NONE: std::sync::OnceLock<FigureWords> = std::sync::OnceLock::new();
        NONE.get_or_init(|| Self::read(&[], &FigureRules::NONE))
    }

    fn add(&mut self, word: &'static str, sense: Sense) {
        let bends = word.ends_with('~');
        let stem = word.trim_end_matches('~').replace('_', " ");
        let plain = self
            .rules
            .spellings
            .iter()
            .fold(stem.clone(), |stem, (letter, plain)| stem.replace(letter, plain));
        if plain != stem {
            self.add_stem(&plain, bends, sense);
        }
        self.add_stem(&stem, bends, sense);
    }

    fn add_stem(&mut self, stem: &str, bends: bool, sense: Sense) {
        if matches!(sense.class, Class::NUMERAL | Class::HALF | Class::ONE_AND_A_HALF) {
            self.numerals |= numeral_bit(stem);
        }
        if let Some((first, _)) = stem.split_once(' ') {
            self.entries.or_default(first.to_owned()).opens = true;
        }
        let endings: &[&str] = if bends { &["", "e", "en", "er", "es", "em"] } else { &[""] };
        for ending in endings {
            let known = self.entries.or_default(format!("{stem}{ending}"));
            let added = known.senses.add(sense);
            debug_assert!(added, "{stem} has too many senses");
        }
    }

    /// What is known of `word`, which is in lower case.
    pub(crate) fn entry(&self, word: &str) -> Entry {
        self.entries.get(word).copied().unwrap_or_default()
    }

    /// What the key stands for that a word's number points to.
    pub(crate) fn key(&self, value: i16) -> &'static str {
        self.keys.get(usize::from(value.unsigned_abs())).copied().unwrap_or_default()
    }

    /// Whether a numeral may begin like `word`.
    pub(super) fn may_be_numeral(&self, word: &str) -> bool {
        self.numerals & numeral_bit(word) != 0
    }
}

fn numeral_bit(word: &str) -> u64 {
    let sum = word.bytes().take(2).fold(0, |sum, byte| sum * 7 + u32::from(byte));
    1 << (sum & 63)
}
