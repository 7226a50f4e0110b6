//! The things that are named.
//!
//! In: mentions. Out: [`Entity`]s, one for each thing in the world as far as names tell, in the order of
//! their first mention.

use super::mentions::{Context, EntityType, Mention};
use crate::score::Score;

/// A thing in the world. Its number is its index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its name as a dictionary would give it.
    pub name: String,
    /// What it is.
    pub entity_type: EntityType,
    /// How much the article is about it.
    pub salience: Score,
    /// What the article calls its office or role, as it stands there.
    pub roles: Vec<String>,
    /// The indexes of its mentions, rising.
    pub mentions: Vec<u32>,
}

/// Joins mentions of one thing.
pub(crate) fn link(_context: Context<'_>, _mentions: &[Mention]) -> Vec<Entity> {
    Vec::new()
}
