//! Texts with marked names.
//!
//! In: corpora in their own forms. Out: [`Document`]s, and counts in the draft: how often a word or phrase is
//! which kind of name, how often it is none.

use std::io;
use std::path::Path;

use serde::Deserialize;

use super::draft::{Draft, Reading};
use super::recipe::{Corpus, CorpusFormat};
use super::{facts, invalid, marks, read_text};
use crate::layers::mentions::{EntityType, MentionKind};

/// The longest phrase that is looked for, in words.
const MOST_WORDS: usize = 8;

/// A text with marked names.
pub(crate) struct Document {
    pub(crate) text: String,
    /// Sorted by start.
    pub(crate) mentions: Vec<Marked>,
    /// What the corpus does not mark: letters of `PLOM` for types, `D` for derived words and compounds.
    pub(crate) unmarked: &'static str,
    /// See [`Corpus::calibrates`].
    pub(crate) calibrates: bool,
}

/// A marked name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Marked {
    /// Its first byte.
    pub(crate) start: usize,
    /// The byte after its last.
    pub(crate) end: usize,
    pub(crate) reading: Reading,
}

#[cfg(test)]
impl Document {
    /// A text whose names are marked, everything marked.
    pub(crate) fn new(text: String, names: Vec<(usize, usize, EntityType)>) -> Self {
        let marked =
            |(start, end, entity_type)| Marked { start, end, reading: (MentionKind::Name, entity_type) };
        Self { text, mentions: names.into_iter().map(marked).collect(), unmarked: "", calibrates: false }
    }
}

impl Document {
    /// The same all in capitals, as some headlines and messages are.
    pub(crate) fn shouted(&self) -> Self {
        let mut text = String::with_capacity(self.text.len());
        // Where each byte of the text has gone; `ß` becomes two letters.
        let mut places = Vec::with_capacity(self.text.len() + 1);
        for c in self.text.chars() {
            places.extend(std::iter::repeat_n(text.len(), c.len_utf8()));
            text.extend(c.to_uppercase());
        }
        places.push(text.len());
        let moved =
            |marked: &Marked| Marked { start: places[marked.start], end: places[marked.end], ..*marked };
        Self { text, mentions: self.mentions.iter().map(moved).collect(), ..*self }
    }
}

/// Reads every corpus.
pub(crate) fn read(folder: &Path, corpora: &[Corpus]) -> io::Result<Vec<Document>> {
    let mut documents = Vec::new();
    for corpus in corpora {
        let text = read_text(&folder.join(corpus.path))?;
        let mut read = match corpus.format {
            CorpusFormat::JsonLines => {
                let lines: Vec<&str> = text.lines().collect();
                let lines = corpus.part.of(&lines);
                lines.iter().map(|line| json_document(line, corpus)).collect::<io::Result<Vec<_>>>()?
            }
            CorpusFormat::Columns { word, tag } => {
                text.split("\n\n").map(|lines| column_document(lines, word, tag, corpus)).collect()
            }
            CorpusFormat::Marks { marks } => marks::documents(&text, marks, corpus)?,
            CorpusFormat::Unnamed => marks::unnamed(&text, corpus),
        };
        read.retain(|document| !document.text.is_empty());
        documents.append(&mut read);
    }
    Ok(documents)
}

fn json_document(line: &str, corpus: &Corpus) -> io::Result<Document> {
    #[derive(Deserialize)]
    struct Line {
        text: String,
        mentions: Vec<Mention>,
    }
    #[derive(Deserialize)]
    struct Mention {
        start: usize,
        end: usize,
        r#type: String,
        kind: String,
    }
    let line: Line =
        serde_json::from_str(line).map_err(|error| invalid(format!("{}: {error}", corpus.path)))?;
    let mut bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(line.text.len());
    let mut mentions: Vec<_> = line
        .mentions
        .iter()
        .filter_map(|mention| {
            let kind = match mention.kind.as_str() {
                "derived" => MentionKind::Derived,
                "part" => MentionKind::Part,
                _ => MentionKind::Name,
            };
            let reading = (kind, facts::entity_type(&mention.r#type)?);
            Some(Marked { start: *bytes.get(mention.start)?, end: *bytes.get(mention.end)?, reading })
        })
        .filter(|marked| marked.start < marked.end)
        .collect();
    mentions.sort_unstable();
    // Compounds may lie inside names; the longer one counts.
    let mut end = 0;
    mentions.sort_by_key(|marked| (marked.start, std::cmp::Reverse(marked.end)));
    mentions.retain(|marked| {
        let is_free = marked.start >= end;
        if is_free {
            end = marked.end;
        }
        is_free
    });
    Ok(Document { text: line.text, mentions, unmarked: corpus.unmarked, calibrates: corpus.calibrates })
}

/// A sentence of tokens in lines. Its text, where a remark gives it, has the blanks as they were.
fn column_document(lines: &str, word: usize, tag: usize, corpus: &Corpus) -> Document {
    let text = lines.lines().find_map(|line| line.strip_prefix("# text = "));
    let mut document = Document {
        text: text.unwrap_or_default().to_owned(),
        mentions: Vec::new(),
        unmarked: corpus.unmarked,
        calibrates: corpus.calibrates,
    };
    let mut reached = 0;
    for cells in lines.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t')) {
        let cells: Vec<&str> = cells.collect();
        let (Some(word), Some(tag)) = (cells.get(word), cells.get(tag)) else { continue };
        if text.is_none() {
            if !document.text.is_empty() {
                document.text.push(' ');
            }
            document.text.push_str(word);
        }
        let Some(start) = document.text[reached..].find(word).map(|at| reached + at) else { continue };
        let (end, between) = (start + word.len(), reached);
        reached = end;
        let (position, tag) = tag.split_once('-').unwrap_or(("O", ""));
        let reading = facts::entity_type(tag).map(|entity_type| (MentionKind::Name, entity_type));
        match (position, reading, document.mentions.last_mut()) {
            ("I", Some(reading), Some(last)) if last.end == between && last.reading == reading => {
                last.end = end;
            }
            (_, Some(reading), _) => document.mentions.push(Marked { start, end, reading }),
            (_, None, _) => {}
        }
    }
    document
}

/// Counts words and phrases. What a text marks becomes an entry; what stands there unmarked counts against
/// the entries there are, and single capitalised words become entries as words that name nothing.
pub(crate) fn count<'d>(
    draft: &mut Draft,
    documents: impl Iterator<Item = &'d Document> + Clone,
    genitives: &[&str],
) {
    for document in documents.clone() {
        for marked in &document.mentions {
            let phrase = joined(&document.text[marked.start..marked.end]);
            draft.words.entry(phrase).or_default();
        }
    }
    for document in documents {
        count_document(draft, document, genitives);
    }
}

fn count_document(draft: &mut Draft, document: &Document, genitives: &[&str]) {
    let words = words(&document.text);
    let mut mention = 0;
    for (index, (start, _)) in words.iter().enumerate() {
        while document.mentions.get(mention).is_some_and(|marked| marked.end <= *start) {
            mention += 1;
        }
        let around = document.mentions.get(mention).filter(|marked| marked.start <= *start);
        let around = around.map(|marked| (&marked.start, &marked.end, &marked.reading));
        for (length, (_, end)) in words[index..].iter().take(MOST_WORDS).enumerate() {
            let phrase = joined(&document.text[*start..*end]);
            let Some(key) = key(draft, phrase, genitives, length == 0) else { continue };
            let evidence = draft.words.entry(key).or_default();
            match around {
                Some((from, to, reading)) if (from, to) == (start, end) => {
                    *evidence.seen.entry(*reading).or_default() += 1;
                }
                Some((from, to, (MentionKind::Name, EntityType::Person))) if end <= to => {
                    evidence.inside += 1;
                    evidence.begins_person += u32::from(from == start && length == 0);
                    evidence.ends_person += u32::from(to == end && length == 0);
                }
                Some((_, to, _)) if end <= to => evidence.inside += 1,
                // What a corpus does not mark says nothing of the words that it leaves out.
                _ if evidence.may_be(document.unmarked) => {}
                _ => evidence.outside += 1,
            }
        }
    }
}

/// The entry that counts for `phrase`: its own, or that of its nominative.
fn key(draft: &Draft, phrase: String, genitives: &[&str], is_word: bool) -> Option<String> {
    let known = draft.words.contains_key(&phrase);
    let nominative = genitives.iter().find_map(|ending| {
        let stem = phrase.strip_suffix(ending)?;
        (stem.len() > 2 && draft.words.get(stem).is_some_and(super::draft::Evidence::is_name)).then_some(stem)
    });
    match nominative {
        Some(stem) if !known || !draft.words[&phrase].is_name() => Some(stem.to_owned()),
        _ if known || is_word && phrase.chars().next().is_some_and(char::is_uppercase) => Some(phrase),
        _ => None,
    }
}

/// Words and marks: runs of letters and digits with hyphens, apostrophes and periods inside, other characters
/// one by one. Kept apart from the tokens of the layers, so that packs do not change with them.
pub(crate) fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, c)) = characters.next() {
        let mut end = start + c.len_utf8();
        if c.is_alphanumeric() {
            while let Some((at, c)) = characters.peek().copied() {
                let next_is_letter =
                    text[at + c.len_utf8()..].chars().next().is_some_and(char::is_alphanumeric);
                let joins = matches!(c, '-' | '\'' | '’' | '.') && next_is_letter;
                if !joins && !c.is_alphanumeric() {
                    break;
                }
                end = at + c.len_utf8();
                characters.next();
            }
        }
        if !c.is_whitespace() {
            words.push((start, end));
        }
    }
    words
}

/// The phrase with single spaces.
fn joined(phrase: &str) -> String {
    phrase.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_where_they_were_when_all_is_in_capitals() {
        let shouted =
            Document::new("Groß ist Gießen.".to_owned(), vec![(10, 17, EntityType::Location)]).shouted();
        let marked = shouted.mentions[0];
        assert_eq!(&shouted.text[marked.start..marked.end], "GIESSEN");
    }

    #[test]
    fn words_keep_their_inner_marks() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = words(text).into_iter().map(|(start, end)| &text[start..end]).collect();
            assert_eq!(found, expected);
        };
        check("US-Bürger, Kiews.", &["US-Bürger", ",", "Kiews", "."]);
        check("Sat.1 (O’Leary)", &["Sat.1", "(", "O’Leary", ")"]);
    }
}
