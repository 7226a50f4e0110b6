//! How often a mention with a given margin is right.
//!
//! In: for each group of mentions, thousandths by steps of the margin. Out: the confidence of a mention. Fitted on
//! texts that the weights had not seen: see `train/calibrate.rs`.

use crate::layers::mentions::{EntityType, MentionKind};
use crate::model::varint;
use crate::score::Score;

/// How many steps of the margin are told apart.
pub(crate) const STEPS: usize = 24;
/// How wide a step is.
const STEP: u32 = 10;
/// The four types of names, derived words, compounds.
pub(crate) const GROUPS: usize = 6;

/// Thousandths by group and step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Calibration(pub(crate) [[u16; STEPS]; GROUPS]);

/// The group that a mention belongs to.
pub(crate) const fn group(kind: MentionKind, entity_type: EntityType) -> usize {
    match (kind, entity_type) {
        (MentionKind::Name, EntityType::Person) => 0,
        (MentionKind::Name, EntityType::Location) => 1,
        (MentionKind::Name, EntityType::Organisation) => 2,
        (MentionKind::Name, EntityType::Other) => 3,
        (MentionKind::Derived, _) => 4,
        _ => 5,
    }
}

/// The step of a margin.
fn step(margin: u32) -> usize {
    ((margin / STEP) as usize).min(STEPS - 1)
}

impl Calibration {
    pub(super) fn take(bytes: &mut &[u8]) -> Option<Self> {
        let mut table = [[0; STEPS]; GROUPS];
        for thousandths in table.iter_mut().flatten() {
            *thousandths = u16::try_from(varint::take(bytes)?).ok().filter(|value| *value <= 1000)?;
        }
        Some(Self(table))
    }

    /// How sure a mention is.
    pub(crate) fn confidence(&self, kind: MentionKind, entity_type: EntityType, margin: u32) -> Score {
        Score::from_thousandths(u32::from(self.0[group(kind, entity_type)][step(margin)]))
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn put(&self, bytes: &mut Vec<u8>) {
        self.0.iter().flatten().for_each(|value| varint::put(bytes, u32::from(*value)));
    }
}
