//! The kinds of features there are.
//!
//! In: a kind and a value. Out: the hash of the feature. A change here raises the feature schema.

use crate::hash;

/// What is added to the templates of letters where all are capitals.
pub(super) const LOUD: u64 = 1 << 32;

/// What a feature is about.
#[derive(Clone, Copy)]
#[repr(u64)]
pub(super) enum Template {
    Edge = 1,
    // What the letters say; see `LOUD`.
    Form,
    Gist,
    Pattern,
    Shape,
    Prefix,
    Suffix,
    FirstPart,
    LastPart,
    // What is known of the word.
    Narrow,
    Middle,
    Wide,
    Name,
    Person,
    Common,
    Entry,
    Class,
    Formed,
    Genitive,
    Respelt,
    FirstPartEntry,
    LastPartEntry,
    PartCluster,
    Opening,
    FormBefore,
    FormAfter,
    Shapes,
    MiddleBefore,
    MiddleAfter,
    WideAround,
    NameBefore,
    NameAfter,
    Ruled,
    RuledScore,
    RuledPair,
    Phrase,
    Elsewhere,
    LowerElsewhere,
    Section,
    Quoted,
    QuoteCue,
}

/// The hash of a feature. Templates and values are small numbers, so each is mixed in by itself.
pub(super) fn feature(template: Template, voice: u64, value: u64) -> u64 {
    hash::mix(hash::mix(template as u64 + voice, 0), value)
}
