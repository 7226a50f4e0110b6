//! The things that are named.
//!
//! In: mentions. Out: [`Entity`]s, one for each thing in the world as far as names tell, in the order of
//! their first mention; and the mentions again, with people who are named by their office (`die Ministerin`)
//! among them.

mod forms;
mod names;
mod nominals;
mod people;
mod roles;
mod salience;
mod titles;
mod uses;
mod words;

use super::mentions::{Context, EntityType, Mention, MentionKind};
use crate::map::Map;
use crate::order;
use crate::score::Score;
use crate::text::Span;
use names::{Key, Name};
use roles::Told;
pub use salience::SalienceReason;
use titles::Reader;
pub(crate) use words::EntityWords;

/// A thing in the world. Its number is its index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its name as a dictionary would give it.
    pub name: String,
    /// What it is.
    pub entity_type: EntityType,
    /// How much the article is about it.
    pub salience: Score,
    /// Why it counts, most important first.
    pub salience_reasons: Vec<SalienceReason>,
    /// The offices and roles that the article gives a person.
    pub roles: Vec<Role>,
    /// The indexes of its mentions, rising.
    pub mentions: Vec<u32>,
}

/// An office or role that the article gives somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// In the nominative, without the country in it: `Außenminister` of `US-Außenministers`.
    pub title: String,
    /// Where the title stands.
    pub span: Span,
    /// The number of the entity that it is of: a country, an organisation.
    pub of: Option<u32>,
}

/// Mentions and what they are mentions of.
pub(crate) struct Linked {
    pub(crate) mentions: Vec<Mention>,
    pub(crate) entities: Vec<Entity>,
}

/// Joins mentions of one thing.
///
/// Invariant: every mention belongs to exactly one entity. Linear: each mention is looked up by its name, never
/// compared with the others.
#[inline(never)]
pub(crate) fn link(context: Context<'_>, mentions: &[Mention]) -> Linked {
    let names = names::read(context, mentions);
    let groups = number(&names, mentions);
    let reader = Reader::new(context, mentions);
    let told: Vec<Told> = groups.iter().zip(&names).map(|(group, name)| Told::new(*group, name)).collect();
    let holdings = roles::find(&reader, &told);
    let nominals = nominals::find(&reader, &groups, &holdings);

    // Entities count by their first mention, which may be a nominal.
    let by_name = mentions
        .iter()
        .zip(&names)
        .zip(&groups)
        .map(|((mention, name), group)| (*mention, *group, Some(name)));
    let mut all: Vec<_> =
        by_name.chain(nominals.into_iter().map(|(mention, group)| (mention, group, None))).collect();
    order::sort_by_key(&mut all, |(mention, ..)| (mention.span.start(), mention.span.end()));
    let mut numbers: Vec<Option<u32>> = vec![None; groups.len()];
    let mut members: Vec<Vec<Member<'_>>> = Vec::new();
    for ((mention, group, name), index) in all.iter().zip(0..) {
        let number = *numbers[*group].get_or_insert(members.len() as u32);
        if number as usize == members.len() {
            members.push(Vec::new());
        }
        members[number as usize].push(Member { index, mention: *mention, name: *name });
    }
    let mut held: Vec<Vec<&roles::Holding>> = vec![Vec::new(); members.len()];
    for holding in &holdings {
        held[numbers[holding.group].unwrap_or_default() as usize].push(holding);
    }

    let number = |group: usize| numbers.get(group).copied().flatten();
    let entities = members.iter().zip(&held).map(|(members, held)| {
        let (name, entity_type) = describe(members);
        let roles = if entity_type == EntityType::Person {
            roles::of_person(&reader, held, number)
        } else {
            Vec::new()
        };
        let mentions = members.iter().map(|member| member.index).collect();
        Entity { name, entity_type, salience: Score::ZERO, salience_reasons: Vec::new(), roles, mentions }
    });
    let mut entities: Vec<Entity> = entities.collect();
    let mentions: Vec<Mention> = all.iter().map(|(mention, ..)| *mention).collect();
    salience::rate(context, &mentions, &mut entities);
    Linked { mentions, entities }
}

/// A mention of an entity.
struct Member<'n> {
    index: u32,
    mention: Mention,
    /// What it is called there; `None` of nominals.
    name: Option<&'n Name>,
}

/// The entity of each mention, numbered by first mention.
fn number(names: &[Name], mentions: &[Mention]) -> Vec<usize> {
    let people = people::keys(names, mentions);
    let mut numbers: Map<(bool, &Key), usize> = Map::default();
    let mut result = Vec::with_capacity(names.len());
    for ((name, person), mention) in names.iter().zip(&people).zip(mentions) {
        let key = match person {
            Some(full) => (true, full),
            None => (mention.entity_type == EntityType::Person, &name.key),
        };
        let next = numbers.len();
        result.push(*numbers.or_insert(key, next));
    }
    result
}

/// The fullest name of an entity and the type that most of its mentions have.
fn describe(members: &[Member<'_>]) -> (String, EntityType) {
    let mut counts = [(0_u32, EntityType::Person); 4];
    let types = [EntityType::Person, EntityType::Location, EntityType::Organisation, EntityType::Other];
    for (count, entity_type) in counts.iter_mut().zip(types) {
        let of_type = members.iter().filter(|member| member.mention.entity_type == entity_type);
        // Names say more of the type than words that are derived from them.
        let weight = |member: &Member<'_>| match member.mention.kind {
            MentionKind::Name => 3,
            MentionKind::Derived | MentionKind::Part => 1,
            MentionKind::Nominal => 0,
        };
        *count = (of_type.map(weight).sum(), entity_type);
    }
    let best =
        counts.into_iter().rev().max_by_key(|(count, _)| *count).map_or(EntityType::Other, |best| best.1);
    let names = || members.iter().filter_map(|member| Some((member.mention.kind, member.name?)));
    let known = names().find(|(_, name)| name.key.is_known());
    let fullest = || {
        let by_name = names().filter(|(kind, _)| *kind == MentionKind::Name);
        // What does not shout first; of names of equal length the first.
        let rank = |name: &Name| (!name.shouts(), name.text.chars().count());
        by_name.fold(None, |best: Option<(MentionKind, &Name)>, next| match best {
            Some(best) if rank(best.1) >= rank(next.1) => Some(best),
            _ => Some(next),
        })
    };
    // An acronym is a name by itself only where the article does not say what it stands for.
    let spelled_out = names().find(|(_, name)| name.spells_out);
    if let Some((_, name)) = spelled_out {
        return (name.text.clone(), best);
    }
    let chosen = known.or_else(fullest).or_else(|| names().next());
    let text = chosen.map(|(_, name)| if name.key.is_known() { &name.key.text } else { &name.text });
    (text.cloned().unwrap_or_default(), best)
}
