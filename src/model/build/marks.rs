//! Names that were marked by hand in the sentences of a corpus.
//!
//! In: the corpus and marks that stand apart from it: `12345 0-5P 10-14dL` is line 12345, two names as ranges of
//! characters with their types (`PLOM`), `d` before one that is derived from a name, `p` before a compound with a
//! name in it. Out: documents of one sentence. The sentences themselves stay in the corpus.

use std::io;

use super::corpora::{Document, Marked};
use super::draft::Reading;
use super::invalid;
use super::recipe::Corpus;
use crate::layers::mentions::{EntityType, MentionKind};

/// What treebanks write before the text of a sentence.
const TEXT: &str = "# text = ";

pub(super) fn documents(text: &str, marks: &str, corpus: &Corpus) -> io::Result<Vec<Document>> {
    let lines: Vec<&str> = text.split('\n').collect();
    let rows = marks.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|row| {
        document(&lines, row, corpus).ok_or_else(|| invalid(format!("marks of {}: {row:?}", corpus.path)))
    })
    .collect()
}

fn document(lines: &[&str], row: &str, corpus: &Corpus) -> Option<Document> {
    let mut cells = row.split(' ');
    let line: usize = cells.next()?.parse().ok()?;
    let text = lines.get(line.checked_sub(1)?)?;
    let text = text.strip_prefix(TEXT).unwrap_or(text);
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mentions = cells.map(|cell| {
        let (range, reading) = cell.split_at(cell.find(char::is_alphabetic)?);
        let (start, end) = range.split_once('-')?;
        let byte = |number: &str| bytes.get(number.parse::<usize>().ok()?).copied();
        Some(Marked { start: byte(start)?, end: byte(end)?, reading: self::reading(reading)? })
    });
    Some(Document {
        text: (*text).to_owned(),
        mentions: mentions.collect::<Option<_>>()?,
        unmarked: corpus.unmarked,
        calibrates: corpus.calibrates,
    })
}

fn reading(letters: &str) -> Option<Reading> {
    let (kind, letter) = match letters.as_bytes() {
        [letter] => (MentionKind::Name, letter),
        [b'd', letter] => (MentionKind::Derived, letter),
        [b'p', letter] => (MentionKind::Part, letter),
        _ => return None,
    };
    let entity_type = match letter {
        b'P' => EntityType::Person,
        b'L' => EntityType::Location,
        b'O' => EntityType::Organisation,
        b'M' => EntityType::Other,
        _ => return None,
    };
    Some((kind, entity_type))
}

/// The sentences of a treebank that have no proper noun.
pub(super) fn unnamed(text: &str, corpus: &Corpus) -> Vec<Document> {
    let sentences = text.split("\n\n").filter(|lines| !lines.contains("\tPROPN\t"));
    let texts = sentences.filter_map(|lines| lines.lines().find_map(|line| line.strip_prefix(TEXT)));
    texts
        .map(|text| Document {
            text: text.to_owned(),
            mentions: Vec::new(),
            unmarked: corpus.unmarked,
            calibrates: corpus.calibrates,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::recipe::{CorpusFormat, Part};
    use super::*;

    const CORPUS: Corpus = Corpus {
        path: "test",
        format: CorpusFormat::Unnamed,
        licence: "",
        unmarked: "",
        part: Part::All,
        calibrates: false,
    };

    #[test]
    fn ranges_are_characters() {
        let text = "erste Zeile\n# text = Öl für Köln und US-Bürger";
        let read = documents(text, "# Bemerkung\n2 7-11L 16-25pL\n", &CORPUS).unwrap();
        let marked: Vec<&str> = read[0].mentions.iter().map(|m| &read[0].text[m.start..m.end]).collect();
        assert_eq!(marked, ["Köln", "US-Bürger"]);
        assert_eq!(read[0].mentions[1].reading, (MentionKind::Part, EntityType::Location));
    }

    #[test]
    fn marks_of_another_text_are_an_error() {
        for row in ["3 0-1P", "1 0-99P", "1 0-1X", "0", "1 0P", "x 0-1P"] {
            assert!(documents("a\nb", row, &CORPUS).is_err(), "{row}");
        }
    }
}
