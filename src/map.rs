//! Maps with little code. In: keys and values. Out: the value of a key; keys in the order in which they came.
//!
//! The standard library's map is compiled anew for each type, two KB of the browser's module each. Here one map of hashes
//! to numbers serves all; keys and values lie in a row beside it. The hash is the same everywhere; keys that were made
//! to share one are told apart, step by step.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use crate::hash::{mix, WordHasher};

/// A map whose keys keep the order in which they came.
#[derive(Clone, Debug)]
pub(crate) struct Map<K, V> {
    numbers: Numbers,
    entries: Vec<(K, V)>,
}

/// Where the entry of a hash is.
type Numbers = HashMap<u64, u32, BuildHasherDefault<WordHasher>>;

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { numbers: Numbers::default(), entries: Vec::new() }
    }
}

impl<K: Hash + Eq, V> Map<K, V> {
    pub(crate) fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let number = self.find(key).ok()?;
        Some(&self.entries[number].1)
    }

    pub(crate) fn contains<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// The value of `key`, which becomes `value` if it has none.
    pub(crate) fn or_insert(&mut self, key: K, value: V) -> &mut V {
        self.or_insert_with(key, || value)
    }

    /// The value of `key`, which becomes what `value` gives if it has none.
    pub(crate) fn or_insert_with(&mut self, key: K, value: impl FnOnce() -> V) -> &mut V {
        let number = match self.find(&key) {
            Ok(number) => number,
            Err(free) => {
                self.numbers.insert(free, self.entries.len() as u32);
                self.entries.push((key, value()));
                self.entries.len() - 1
            }
        };
        &mut self.entries[number].1
    }

    /// Gives `key` a value, in place of what it had.
    pub(crate) fn insert(&mut self, key: K, value: V) {
        match self.find(&key) {
            Ok(number) => self.entries[number].1 = value,
            Err(_) => drop(self.or_insert(key, value)),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    /// The number of the key's entry, or the hash that is free for it.
    fn find<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Result<usize, u64>
    where
        K: Borrow<Q>,
    {
        let mut hasher = WordHasher::default();
        key.hash(&mut hasher);
        let mut hash = hasher.finish();
        while let Some(number) = number(&self.numbers, hash) {
            if self.entries[number].0.borrow() == key {
                return Ok(number);
            }
            hash = mix(hash, 1);
        }
        Err(hash)
    }
}

impl<K: Hash + Eq, V: Default> Map<K, V> {
    /// The value of `key`, at first the default one.
    pub(crate) fn or_default(&mut self, key: K) -> &mut V {
        self.or_insert_with(key, V::default)
    }
}

impl<K: Hash + Eq> Extend<K> for Map<K, ()> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        keys.into_iter().for_each(|key| self.insert(key, ()));
    }
}

/// A set.
impl<K: Hash + Eq> FromIterator<K> for Map<K, ()> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Self::default();
        set.extend(keys);
        set
    }
}

#[inline(never)] // The one copy.
fn number(numbers: &Numbers, hash: u64) -> Option<usize> {
    numbers.get(&hash).map(|number| *number as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All its keys share a hash.
    #[derive(Debug, PartialEq, Eq)]
    struct Alike(u8);

    impl Hash for Alike {
        fn hash<H: Hasher>(&self, _: &mut H) {}
    }

    #[test]
    fn keys_that_share_a_hash_are_told_apart() {
        let mut map = Map::default();
        for key in 0..50 {
            map.insert(Alike(key), key);
        }
        *map.or_default(Alike(7)) += 100;
        assert_eq!(map.get(&Alike(7)), Some(&107));
        assert_eq!(map.get(&Alike(49)), Some(&49));
        assert!(!map.contains(&Alike(50)));
        assert!(map.keys().map(|key| key.0).eq(0..50));
    }

    #[test]
    fn the_first_or_the_last_value_stays() {
        let mut map = Map::default();
        assert_eq!(*map.or_insert("a", 1), 1);
        assert_eq!(*map.or_insert("a", 2), 1);
        map.insert("a", 3);
        assert_eq!(map.get("a"), Some(&3));
    }
}
