//! Time expressions on the test tables of chrono: what they say of year, month, day, hour and minute.
//!
//! In: the folder of its tests, and the list of cases that are none of ours. Out: how many cases of each language have,
//! among their time expressions, one for the start and one for the end that fit what the table asks; which of the others
//! are listed, and why; and what the list has wrong. Words of a case are read as a sentence of their own.

#[path = "times/cases.rs"]
mod cases;
#[path = "times/fits.rs"]
mod fits;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cases::Case;
use fits::{judge, Verdict};
use kernsatz::{Analyzer, Options};

/// Cases by file and number, with the reason why they are none of ours.
type Listed = BTreeMap<(String, usize), String>;

pub(crate) fn run(corpora: &Path, list: &Path, errors: bool) -> Result<(), String> {
    let analyzer = Analyzer::new(Vec::new());
    let mut listed =
        out_of_scope(&fs::read_to_string(list).map_err(|error| format!("{}: {error}", list.display()))?);
    let mut complaints = Vec::new();
    for language in ["de", "en"] {
        let folder = corpora.join("chrono-tests/test").join(language);
        let files = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut files: Vec<_> = files.filter_map(|file| Some(file.ok()?.path())).collect();
        files.sort();
        let (mut all, mut right, mut lengths, mut asked) = (0, 0, 0, 0);
        let mut reasons = BTreeMap::<String, usize>::new();
        for file in files {
            let source = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let name = name.trim_end_matches(".test.ts");
            for (number, case) in (1..).zip(cases::read(&source)) {
                all += 1;
                let found = values(&analyzer, &case, language)?;
                let verdict = judge(&case, &found);
                let reason = listed.remove(&(name.to_owned(), number));
                if let Some(reason) = reason {
                    *reasons.entry(reason).or_default() += 1;
                    if verdict != Verdict::Wrong {
                        complaints.push(format!("{name} {number} is listed, but fits"));
                    }
                    continue;
                }
                asked += 1;
                right += usize::from(verdict != Verdict::Wrong);
                lengths += usize::from(verdict == Verdict::Length);
                if errors && verdict == Verdict::Wrong {
                    println!("{name} {number}: {case}, found {found:?}");
                }
            }
        }
        let out: usize = reasons.values().sum();
        println!("{language}: {all} cases; in scope: {right} of {asked} fit, {lengths} of them as lengths; out of scope: {out}");
        for (reason, number) in reasons {
            println!("  {number:3} {reason}");
        }
    }
    complaints
        .extend(listed.keys().map(|(file, number)| format!("{file} {number} is listed, but is no case")));
    complaints.is_empty().then_some(()).ok_or(complaints.join("\n"))
}

fn values(analyzer: &Analyzer, case: &Case, language: &str) -> Result<Vec<String>, String> {
    let options = Options {
        language: Some(language.to_owned()),
        document_creation_time: case.reference.map(|reference| reference.date().to_string()),
        ..Options::default()
    };
    let analysis = analyzer.analyze(&case.text, &options).map_err(|error| error.to_string())?;
    Ok(analysis.timexes.into_iter().map(|timex| timex.value).collect())
}

/// Reads lines such as `| a kind of form | de_casual 3, 17; en_month 2 |` of a Markdown table.
fn out_of_scope(list: &str) -> Listed {
    let mut listed = Listed::new();
    for line in list.lines() {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let (Some(reason), Some(cases)) = (cells.next(), cells.next()) else { continue };
        for file in cases.split(';') {
            let Some((name, numbers)) = file.trim().split_once(' ') else { continue };
            if !name.starts_with("de_") && !name.starts_with("en") && !name.starts_with("negative") {
                continue;
            }
            for number in numbers.split(',').filter_map(|number| number.trim().parse().ok()) {
                listed.insert((name.to_owned(), number), reason.to_owned());
            }
        }
    }
    listed
}
