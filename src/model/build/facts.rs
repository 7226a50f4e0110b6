//! Hand-compiled lists of facts.
//!
//! In: lines such as `LOC Japan | Nippon | ~japanisch | ~Japaner`: a type, the name as a dictionary has it,
//! other names, and with `~` words that are derived from it. `?` stands before a name that means other things
//! too, `=` after a form that is not to be inflected, `#` before a remark. Out: entries of the draft, all of
//! one line with one thing.

use std::io;

use super::draft::Draft;
use super::invalid;
use super::recipe::Inflection;
use crate::layers::mentions::{EntityType, MentionKind};

const SURE: u32 = 7;
const DOUBTFUL: u32 = 2;

pub(super) fn add(draft: &mut Draft, list: &str, inflection: Inflection) -> io::Result<()> {
    for line in list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (tag, names) = line.split_once(' ').unwrap_or((line, ""));
        let Some(entity_type) = entity_type(tag) else {
            return Err(invalid(format!("{line:?}: a fact begins with PER, LOC, ORG or MISC")));
        };
        let mut names = names.split('|').map(str::trim);
        let name = names.next().filter(|name| !name.is_empty());
        let name = name.ok_or_else(|| invalid(format!("{line:?}: a fact has a name")))?;
        let names: Vec<&str> = names.collect();
        // People with one name are told apart by it; a table of them would tell nothing more.
        let is_alone = entity_type == EntityType::Person && names.is_empty();
        let thing = (!is_alone).then(|| draft.thing(name, entity_type));
        if !names.contains(&format!("?{name}").as_str()) {
            add_name(draft, name, (entity_type, thing), inflection);
        }
        for other in names {
            // A surname alone is whoever the article says, not the best known of that name.
            let is_surname = entity_type == EntityType::Person && !other.contains(' ');
            add_name(draft, other, (entity_type, thing.filter(|_| !is_surname)), inflection);
        }
    }
    Ok(())
}

fn add_name(
    draft: &mut Draft,
    mark: &str,
    (entity_type, thing): (EntityType, Option<u32>),
    inflection: Inflection,
) {
    let (mark, sure) = mark.strip_prefix('?').map_or((mark, SURE), |mark| (mark, DOUBTFUL));
    let (name, kind) =
        mark.strip_prefix('~').map_or((mark, MentionKind::Name), |name| (name, MentionKind::Derived));
    let forms = match (name.strip_suffix('='), kind) {
        (Some(exact), _) => vec![exact.to_owned()],
        (None, MentionKind::Derived) => (inflection.derived)(name),
        (None, _) => (inflection.name)(name),
    };
    for form in forms {
        draft.list(&form, (kind, entity_type), sure, thing);
    }
}

/// The type that a tag of a list or a corpus means.
pub(super) fn entity_type(tag: &str) -> Option<EntityType> {
    match tag {
        "PER" | "person" => Some(EntityType::Person),
        "LOC" | "location" => Some(EntityType::Location),
        "ORG" | "corporation" | "group" => Some(EntityType::Organisation),
        "MISC" | "product" | "creative-work" => Some(EntityType::Other),
        _ => None,
    }
}
