//! Words that the English summary treats in their own way.

use crate::lang::SummaryWords;

/// Sorted, in lower case.
#[rustfmt::skip]
pub(crate) static SUMMARY_WORDS: SummaryWords = SummaryWords {
    stop: &[
        "a", "about", "after", "again", "against", "all", "also", "an", "and", "any", "are", "as", "at",
        "be", "because", "been", "before", "being", "between", "both", "but", "by", "can", "could", "did",
        "do", "does", "during", "each", "even", "few", "for", "from", "had", "has", "have", "he", "her",
        "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "like",
        "many", "may", "me", "might", "more", "most", "much", "must", "my", "new", "no", "nor", "not",
        "now", "of", "off", "on", "one", "only", "or", "other", "our", "out", "over", "own", "said", "same",
        "say", "says", "she", "should", "since", "so", "some", "still", "such", "than", "that", "the",
        "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too", "two",
        "under", "until", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which",
        "while", "who", "whom", "whose", "why", "will", "with", "would", "you", "your",
    ],
    anaphoric: &[
        "also", "although", "and", "besides", "both", "but", "earlier", "furthermore", "he", "hence", "her",
        "here", "hers", "his", "however", "instead", "it", "its", "later", "likewise", "meanwhile",
        "moreover", "nevertheless", "nonetheless", "or", "otherwise", "she", "similarly", "so", "such",
        "that", "their", "then", "there", "therefore", "these", "they", "this", "those", "thus", "yet",
    ],
};
