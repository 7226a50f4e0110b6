//! The table of things that the lexicon knows by name.
//!
//! In: a pack's section: their number (u32), the end of each name (u32), the type of each (one byte), then
//! all names. Out: name and type of a thing by its number.

use super::pack::{u32_at, Bytes};
use crate::error::Error;
use crate::layers::mentions::EntityType;

/// Things by number.
#[derive(Clone, Debug)]
pub(super) struct Things {
    table: Bytes,
    count: usize,
}

impl Things {
    /// Checks the whole table, so that [`Things::get`] need not.
    pub(super) fn read(table: &Bytes) -> Result<Self, Error> {
        let error = || Error::pack("its table of things cannot be read");
        let bytes = table.as_ref();
        let count = if bytes.len() < 4 { return Err(error()) } else { u32_at(bytes, 0) as usize };
        let things = Self { table: table.clone(), count };
        let names_at = things.names_at().filter(|at| *at <= bytes.len()).ok_or_else(error)?;
        let names = std::str::from_utf8(&bytes[names_at..]).map_err(|_| error())?;
        let mut start = 0;
        for thing in 0..count {
            let end = u32_at(bytes, 4 + 4 * thing) as usize;
            let type_is_known = entity_type(bytes[4 + 4 * count + thing]).is_some();
            if !type_is_known || end < start || names.get(start..end).is_none() {
                return Err(error());
            }
            start = end;
        }
        Ok(things)
    }

    /// Name and type; `None` where there is no such thing.
    pub(super) fn get(&self, thing: u32) -> Option<(&str, EntityType)> {
        let (bytes, index) = (self.table.as_ref(), thing as usize);
        if index >= self.count {
            return None;
        }
        let start = if index == 0 { 0 } else { u32_at(bytes, 4 * index) as usize };
        let end = u32_at(bytes, 4 + 4 * index) as usize;
        let name = bytes.get(self.names_at()?..)?.get(start..end)?;
        Some((std::str::from_utf8(name).ok()?, entity_type(bytes[4 + 4 * self.count + index])?))
    }

    fn names_at(&self) -> Option<usize> {
        self.count.checked_mul(5)?.checked_add(4)
    }
}

fn entity_type(byte: u8) -> Option<EntityType> {
    match byte {
        b'P' => Some(EntityType::Person),
        b'L' => Some(EntityType::Location),
        b'O' => Some(EntityType::Organisation),
        b'M' => Some(EntityType::Other),
        _ => None,
    }
}

/// Writes the table that [`Things::read`] reads.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write(things: &[(String, EntityType)]) -> Vec<u8> {
    let mut bytes = (things.len() as u32).to_le_bytes().to_vec();
    let mut end = 0;
    for (name, _) in things {
        end += name.len() as u32;
        bytes.extend(end.to_le_bytes());
    }
    bytes.extend(things.iter().map(|(_, entity_type)| match entity_type {
        EntityType::Person => b'P',
        EntityType::Location => b'L',
        EntityType::Organisation => b'O',
        EntityType::Other => b'M',
    }));
    for (name, _) in things {
        bytes.extend(name.as_bytes());
    }
    bytes
}
