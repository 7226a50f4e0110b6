//! English words that begin with a small letter inside a sentence.
//!
//! In: nothing. Out: a sorted list. With a capital letter they begin a sentence, also after a period that may
//! belong to an abbreviation. Function words, and the most frequent of the words that the training part of UD
//! English EWT (CC BY-SA) and our own `written-en` (CC0) write with a capital letter at the start of a sentence
//! and hardly ever elsewhere.

#[rustfmt::skip]
pub(super) const STARTERS: &[&str] = &[
    "a", "about", "above", "according", "across", "actually", "add", "additional", "after", "again",
    "all", "almost", "also", "although", "always", "among", "an", "and", "another", "any", "anyone",
    "anything", "anyway", "apart", "apparently", "are", "around", "as", "asked", "at", "attached",
    "based", "be", "because", "before", "being", "below", "between", "both", "but", "by", "can",
    "certainly", "check", "clearly", "coming", "continue", "could", "currently", "despite", "did", "do",
    "does", "due", "during", "each", "earlier", "either", "enjoy", "even", "eventually", "every",
    "everybody", "everyone", "everything", "expect", "feel", "few", "finally", "find", "first", "five",
    "following", "for", "fortunately", "four", "friendly", "from", "further", "furthermore", "get",
    "give", "given", "go", "going", "gone", "got", "had", "has", "have", "having", "he", "her", "here",
    "highly", "his", "hope", "hopefully", "how", "however", "i", "if", "imagine", "in", "including",
    "indeed", "instead", "is", "it", "its", "just", "keep", "last", "late", "later", "leaving", "less",
    "let", "like", "looks", "make", "many", "maybe", "meanwhile", "might", "more", "moreover", "most",
    "much", "must", "my", "nearly", "never", "nevertheless", "next", "no", "nobody", "none",
    "nonetheless", "not", "note", "nothing", "now", "obviously", "of", "often", "ok", "on", "once",
    "one", "only", "or", "other", "otherwise", "our", "over", "overall", "per", "perhaps", "personally",
    "please", "put", "recently", "remember", "roughly", "same", "see", "seems", "several", "shall",
    "she", "should", "since", "six", "so", "some", "sometimes", "soon", "sorry", "speaking", "such",
    "sure", "take", "thank", "that", "the", "their", "then", "there", "therefore", "these", "they",
    "think", "this", "those", "though", "thought", "three", "through", "thus", "to", "today",
    "tomorrow", "took", "try", "two", "under", "unfortunately", "unless", "until", "upon", "usually",
    "various", "was", "we", "well", "went", "were", "what", "whatever", "when", "where", "whether",
    "which", "while", "who", "whose", "why", "with", "within", "without", "worse", "would", "yes",
    "yesterday", "yet", "you", "your",
];
