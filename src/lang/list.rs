//! Word lists: what a language's `.txt` files hold.
//!
//! In: a list: `[section]`, then lines of words divided by blanks; `#` opens a remark. Out: its lines with their
//! sections, in order. What a word means is left to whoever reads the list.

/// Tells `line` each line of `list` that is not empty, with the name of its section.
pub(crate) fn read(list: &'static str, line: &mut dyn FnMut(&'static str, &'static str)) {
    let mut section = "";
    for entry in list.lines().filter(|entry| !entry.starts_with('#') && !entry.is_empty()) {
        match entry.strip_prefix('[').and_then(|entry| entry.strip_suffix(']')) {
            Some(name) => section = name,
            None => line(section, entry),
        }
    }
}

/// A language's list without its remarks, by its path in this folder: `de/times.txt`. `build.rs` writes it.
macro_rules! words {
    ($path:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $path))
    };
}
pub(crate) use words;
