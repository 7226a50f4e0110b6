//! The forms of English names and of words derived from them, for the lists in `facts`.
//!
//! In: a form as the lists give it. Out: all forms that texts use. The genitive is not made here: the layers
//! fold it.

/// The forms of a name: itself.
pub(crate) fn name(name: &str) -> Vec<String> {
    vec![name.to_owned()]
}

/// The forms of a derived word: itself and its plural.
pub(crate) fn derived(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    if !word.ends_with(['s', 'h', 'e'])
        || word.ends_with("ne")
        || word.ends_with("de")
        || word.ends_with("le")
    {
        forms.push(format!("{word}s"));
    }
    forms
}
