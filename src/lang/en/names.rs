//! How names stand in English sentences: the words are in `names.txt`.

use std::sync::OnceLock;

use crate::lang::list::words;
use crate::layers::mentions::NameRules;

/// The rules, read once.
pub(crate) fn name_rules() -> &'static NameRules {
    static RULES: OnceLock<NameRules> = OnceLock::new();
    RULES.get_or_init(|| NameRules::read(words!("en/names.txt"), false))
}
