//! Scores from 0 to 1 as whole thousandths.
//!
//! Integers keep native and wasm results the same to the last digit; `report.rs` writes them as decimals.

/// A score from 0 to 1, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Score(u16);

impl Score {
    /// 0.
    pub const ZERO: Self = Self(0);
    /// 1.
    pub const ONE: Self = Self(1000);

    /// `thousandths` / 1000, at most 1.
    pub const fn from_thousandths(thousandths: u32) -> Self {
        Self(if thousandths > 1000 { 1000 } else { thousandths as u16 })
    }

    /// The share `part` / `whole`, rounded down; 0 of nothing.
    pub const fn ratio(part: u64, whole: u64) -> Self {
        if whole == 0 {
            return Self::ZERO;
        }
        let thousandths = part.saturating_mul(1000) / whole;
        Self::from_thousandths(if thousandths > 1000 { 1000 } else { thousandths as u32 })
    }

    /// The number of thousandths, 0 to 1000.
    pub const fn thousandths(self) -> u16 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Score;

    #[test]
    fn ratios_stay_between_zero_and_one() {
        assert_eq!(Score::ratio(1, 3).thousandths(), 333);
        assert_eq!(Score::ratio(5, 4), Score::ONE);
        assert_eq!(Score::ratio(1, 0), Score::ZERO);
        assert_eq!(Score::ratio(u64::MAX, 2), Score::ONE);
    }
}
