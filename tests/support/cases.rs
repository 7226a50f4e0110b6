//! Reads case files: texts of one or more lines, parted by blank lines; lines that begin with `#` are notes.

use std::fs;
use std::path::{Path, PathBuf};

/// One text of a case file.
pub(crate) struct Case {
    /// The file and line where it begins.
    pub(crate) place: String,
    /// Its lines.
    pub(crate) lines: Vec<String>,
}

/// The texts of every file in `tests/cases/{folder}`, by file name.
pub(crate) fn texts(folder: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no cases in {}", folder.display());
    files.iter().flat_map(|file| read(file)).collect()
}

fn read(file: &Path) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut begins = true;
    for (number, line) in fs::read_to_string(file).unwrap().lines().enumerate() {
        if line.is_empty() {
            begins = true;
        } else if !line.starts_with('#') {
            if begins {
                let place = format!("{}:{}", file.display(), number + 1);
                cases.push(Case { place, lines: Vec::new() });
                begins = false;
            }
            cases.last_mut().unwrap().lines.push(line.to_owned());
        }
    }
    cases
}
