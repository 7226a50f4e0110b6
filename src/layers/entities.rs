//! The things that are named.
//!
//! In: mentions. Out: [`Entity`]s, one for each thing in the world as far as names tell, in the order of
//! their first mention.

mod names;
mod people;
mod roles;
mod salience;

use std::collections::HashMap;

use super::mentions::{Context, EntityType, Mention, MentionKind};
use crate::score::Score;
use names::Name;

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
///
/// Invariant: every mention belongs to exactly one entity. Linear: each mention is looked up by its name, never
/// compared with the others.
pub(crate) fn link(context: Context<'_>, mentions: &[Mention]) -> Vec<Entity> {
    let names = names::read(context, mentions);
    let numbers = number(&names, mentions);

    let mut entities: Vec<Entity> = Vec::new();
    for (index, number) in numbers.iter().enumerate() {
        if *number == entities.len() {
            entities.push(Entity {
                name: String::new(),
                entity_type: mentions[index].entity_type,
                salience: Score::ZERO,
                roles: Vec::new(),
                mentions: Vec::new(),
            });
        }
        entities[*number].mentions.push(index as u32);
    }
    for entity in &mut entities {
        let (name, entity_type) = describe(&entity.mentions, &names, mentions);
        entity.name = name;
        entity.entity_type = entity_type;
        if entity_type == EntityType::Person {
            entity.roles = roles::find(context, &entity.mentions, mentions);
        }
    }
    salience::rate(context, mentions, &mut entities);
    entities
}

/// The entity of each mention, numbered by first mention.
fn number(names: &[Name], mentions: &[Mention]) -> Vec<usize> {
    let people = people::keys(names, mentions);
    let mut numbers: HashMap<(bool, &str), usize> = HashMap::new();
    let mut result = Vec::with_capacity(names.len());
    for ((name, person), mention) in names.iter().zip(&people).zip(mentions) {
        // Outside of people, one name is one thing whatever the type: a state and its football team are rather
        // read wrongly than two.
        let key = match person {
            Some(full) => (true, full.as_str()),
            None => (mention.entity_type == EntityType::Person, name.key.as_str()),
        };
        let next = numbers.len();
        result.push(*numbers.entry(key).or_insert(next));
    }
    result
}

/// The fullest name of an entity and the type that most of its mentions have.
fn describe(members: &[u32], names: &[Name], mentions: &[Mention]) -> (String, EntityType) {
    let mut counts = [(0_u32, EntityType::Person); 4];
    let types = [EntityType::Person, EntityType::Location, EntityType::Organisation, EntityType::Other];
    for (count, entity_type) in counts.iter_mut().zip(types) {
        let of_type = members.iter().filter(|index| mentions[**index as usize].entity_type == entity_type);
        // Names say more of the type than words that are derived from them.
        let weight = |index: &u32| if mentions[*index as usize].kind == MentionKind::Name { 3 } else { 1 };
        *count = (of_type.map(weight).sum(), entity_type);
    }
    let best =
        counts.into_iter().rev().max_by_key(|(count, _)| *count).map_or(EntityType::Other, |best| best.1);
    let of_kind =
        |kind: MentionKind| members.iter().filter(move |index| mentions[**index as usize].kind == kind);
    let known = members.iter().map(|index| &names[*index as usize]).find(|name| name.is_known);
    let fullest = || {
        let by_name = of_kind(MentionKind::Name).map(|index| &names[*index as usize]);
        // Of names of equal length the first stands.
        by_name.rev().max_by_key(|name| name.text.chars().count())
    };
    let chosen = known.or_else(fullest).or_else(|| members.first().map(|index| &names[*index as usize]));
    let text = chosen.map(|name| if name.is_known { &name.key } else { &name.text });
    (text.cloned().unwrap_or_default(), best)
}
