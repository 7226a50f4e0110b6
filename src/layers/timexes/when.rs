//! What the words of a time expression say, before anybody asks when that was.
//!
//! In: nothing. Out: [`Meaning`] and [`When`], with the parts that were named; what was not named is absent.

use crate::layers::figures::Number;

/// What a time expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Point(When),
    /// A length: how many of what; for each of several units.
    Duration(Length),
    /// Again and again, each time after such a length.
    Repeated(Length),
    /// Each time at that part of the day, or on that day of the week.
    Each(When),
    /// Some way before or behind the document or what was told last.
    Offset {
        length: Length,
        is_back: bool,
        from_text: bool,
    },
    /// Some way before or behind the day whose words begin at `day`.
    OffsetFrom {
        length: Length,
        is_back: bool,
        day: usize,
    },
    Present,
    Past,
    Future,
    /// When that was that was told last.
    Then,
}

/// A length of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Length {
    /// By unit; `None` in the first one is an unknown number.
    pub(super) parts: [Option<(Unit, Option<Few>)>; 3],
}

/// A number of a length: a [`Number`] in half the room, for lengths are handed on by value everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Few {
    digits: u32,
    decimals: u8,
}

impl Few {
    fn new(number: Number) -> Option<Self> {
        Some(Self { digits: number.digits.try_into().ok()?, decimals: number.decimals })
    }

    pub(super) fn number(self) -> Number {
        Number { digits: self.digits.into(), decimals: self.decimals }
    }
}

impl Length {
    pub(super) fn new(unit: Unit, number: Option<Number>) -> Self {
        Self { parts: [Some((unit, number.and_then(Few::new))), None, None] }
    }

    /// With what follows: `drei Minuten und zehn Sekunden`.
    pub(super) fn and(mut self, more: Self) -> Option<Self> {
        let last = self.parts.iter().flatten().last()?.0;
        let part = more.parts[0].filter(|(unit, _)| *unit < last)?;
        *self.parts.iter_mut().find(|known| known.is_none())? = Some(part);
        Some(self)
    }
}

/// A unit of time; the order is that of length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
    Quarter,
    HalfYear,
    Weekend,
    Millennium,
    /// A named day of the week.
    Weekday,
    /// A named month or season.
    MonthName,
    /// A year that begins in summer.
    School,
}

impl Unit {
    /// The unit of a number in the word lists.
    pub(super) fn from(value: i16) -> Option<Self> {
        const UNITS: [Unit; 13] = [
            Unit::Second,
            Unit::Minute,
            Unit::Hour,
            Unit::Day,
            Unit::Week,
            Unit::Month,
            Unit::Year,
            Unit::Decade,
            Unit::Century,
            Unit::Quarter,
            Unit::HalfYear,
            Unit::Weekend,
            Unit::Millennium,
        ];
        UNITS.get(usize::try_from(value).ok()?).copied()
    }
}

/// So many units before or behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) unit: Unit,
    pub(super) by: i16,
    /// Whether it counts from what was told last instead of the document's date.
    pub(super) from_text: bool,
}

impl Shift {
    pub(super) fn document(unit: Unit, by: i16) -> Self {
        Self { unit, by, from_text: false }
    }

    pub(super) fn count(self) -> i64 {
        self.by.into()
    }

    pub(super) fn text(unit: Unit, by: i16) -> Self {
        Self { unit, by, from_text: true }
    }
}

/// A stretch of the calendar that is no day, month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Quarter(u8),
    Half(u8),
    Season(u8),
    /// Its first year; below 100, that of a century that is not named.
    Decade(i16),
    Century(u8),
    Holiday(u8),
    /// From one year into the next.
    School(i16),
}

/// A point or stretch of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    /// Years before Christ are negative.
    pub(super) year: Option<i32>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    /// Monday is 1.
    pub(super) weekday: Option<u8>,
    /// Morning 0, midday, afternoon, evening, night 4.
    pub(super) part: Option<u8>,
    pub(super) clock: Option<(u8, u8)>,
    pub(super) period: Option<Period>,
    pub(super) shift: Option<Shift>,
    /// Its beginning 0, middle 1 or end 2.
    pub(super) edge: Option<u8>,
}

impl When {
    pub(super) fn shift(shift: Shift) -> Self {
        Self { shift: Some(shift), ..Self::default() }
    }

    pub(super) fn period(period: Period) -> Self {
        Self { period: Some(period), ..Self::default() }
    }

    /// `heute`, `am Vortag`
    pub(super) fn is_day_shift(&self) -> bool {
        self.shift.is_some_and(|shift| shift.unit == Unit::Day)
    }

    /// Whether it tells a part of the day.
    pub(super) fn is_time(&self) -> bool {
        self.part.is_some() || self.clock.is_some()
    }

    /// `2007`, `dieses Jahres`
    pub(super) fn is_year(&self) -> bool {
        let by_shift = self.shift.is_some_and(|shift| shift.unit == Unit::Year);
        (self.year.is_some() || by_shift) && self.month.is_none() && self.period.is_none()
    }

    /// Both, unless they tell the same thing twice. A day that is named wins over one that is counted.
    pub(super) fn join(&self, more: &Self) -> Option<Self> {
        fn clash<T: Copy>(a: Option<T>, b: Option<T>) -> bool {
            a.is_some() && b.is_some()
        }
        let is_day_named = self.month.or(more.month).is_some() && self.day.or(more.day).is_some();
        let shift = match (self.shift, more.shift) {
            (Some(a), None) | (None, Some(a)) if is_day_named && a.unit != Unit::Year => None,
            (Some(a), Some(b)) if a.unit == Unit::Weekday && b.unit != Unit::Weekday => Some(b),
            (Some(_), Some(_)) => return None,
            (a, b) => a.or(b),
        };
        // `7 Uhr abends` of a day whose part was told.
        let is_clock_of_part = self.clock.is_some() ^ more.clock.is_some();
        let clashes = clash(self.year, more.year)
            || clash(self.month, more.month)
            || clash(self.day, more.day)
            || clash(self.weekday, more.weekday)
            || clash(self.part, more.part) && !is_clock_of_part
            || clash(self.clock, more.clock)
            || clash(self.period, more.period)
            || clash(self.edge, more.edge);
        (!clashes).then(|| Self {
            year: self.year.or(more.year),
            month: self.month.or(more.month),
            day: self.day.or(more.day),
            weekday: self.weekday.or(more.weekday),
            part: self.part.or(more.part),
            clock: self.clock.or(more.clock),
            period: self.period.or(more.period),
            shift,
            edge: self.edge.or(more.edge),
        })
    }
}

/// A number of the word lists as a part of a point in time.
pub(super) fn small<T: TryInto<u8>>(value: T) -> u8 {
    value.try_into().unwrap_or(0)
}
