//! Time expressions on the test tables of chrono: what they say of year, month, day, hour and minute.
//!
//! In: the folder of its tests. Out: how many cases of each language have, among their time expressions, one for the
//! start and one for the end that fit what the table asks. Words of a case are read as a sentence of their own.

use std::fs;
use std::path::Path;

use kernsatz::{Analyzer, Options};

/// What a case asks.
struct Case {
    text: String,
    date: String,
    /// The parts of start and end that it names.
    asked: [Vec<(&'static str, u32)>; 2],
}

const PARTS: [&str; 5] = ["year", "month", "day", "hour", "minute"];

pub(crate) fn run(corpora: &Path, errors: bool) -> Result<(), String> {
    let analyzer = Analyzer::new(Vec::new());
    for language in ["de", "en"] {
        let folder = corpora.join("chrono-tests/test").join(language);
        let files = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut files: Vec<_> = files.filter_map(|file| Some(file.ok()?.path())).collect();
        files.sort();
        let (mut right, mut all) = (0, 0);
        for file in files {
            let source = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            for case in cases(&source) {
                all += 1;
                let found = values(&analyzer, &case, language)?;
                let fits = case.asked.iter().all(|asked| found.iter().any(|value| fits(value, asked)));
                right += u32::from(fits);
                if errors && !fits {
                    let name = file.file_name().unwrap_or_default().to_string_lossy();
                    println!("{name}: {:?} on {}: {:?}, found {found:?}", case.text, case.date, case.asked);
                }
            }
        }
        println!("{language}: {right} of {all} cases");
    }
    Ok(())
}

fn values(analyzer: &Analyzer, case: &Case, language: &str) -> Result<Vec<String>, String> {
    let options = Options {
        language: Some(language.to_owned()),
        document_creation_time: Some(case.date.clone()),
        ..Options::default()
    };
    let analysis = analyzer.analyze(&case.text, &options).map_err(|error| error.to_string())?;
    Ok(analysis.timexes.into_iter().map(|timex| timex.value).collect())
}

/// Whether a value says what is asked, as far as it is as fine.
fn fits(value: &str, asked: &[(&str, u32)]) -> bool {
    let (date, time) = value.split_once('T').unwrap_or((value, ""));
    let date: Vec<_> = date.split('-').map(|part| part.parse::<u32>().ok()).collect();
    let time: Vec<_> = time.split(':').map(|part| part.parse::<u32>().ok()).collect();
    asked.iter().all(|(part, number)| {
        let said = match *part {
            "year" => date.first(),
            "month" => date.get(1),
            "day" => date.get(2),
            "hour" => time.first(),
            _ => time.get(1),
        };
        // A part that the words leave out is filled in by the table.
        said.is_none_or(|said| said.is_none_or(|said| said == *number))
            && (value.starts_with("BC") || value.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// The cases of a file.
fn cases(source: &str) -> Vec<Case> {
    source.split("testSingleCase(").skip(1).filter_map(case).collect()
}

fn case(source: &str) -> Option<Case> {
    let quote = source.find(['"', '\'', '`'])?;
    let mark = source[quote..].chars().next()?;
    let text = source[quote + 1..].split(mark).next()?;
    let rest = &source[quote + 1 + text.len()..];
    let reference = rest.split("new Date(").nth(1)?;
    let is_reference = rest.find("new Date(")? < rest.find("=>").unwrap_or(rest.len());
    let numbers = arguments(reference);
    // Months count from 0, and a twelfth is the next January.
    let (year, month) = (numbers.first()? + numbers.get(1)? / 12, numbers.get(1)? % 12 + 1);
    let day = numbers.get(2).copied().unwrap_or(1);
    let mut asked = [Vec::new(), Vec::new()];
    for (side, name) in ["start", "end"].into_iter().enumerate() {
        for part in PARTS {
            let question = format!("result.{name}.get(\"{part}\")).toBe(");
            if let Some(answer) = rest.split(&question).nth(1).and_then(|answer| answer.split(')').next()) {
                asked[side].extend(answer.parse().ok().map(|answer| (part, answer)));
            }
        }
        let question = format!("result.{name}).toBeDate(new Date(");
        if let Some(answer) = rest.split(&question).nth(1).filter(|_| asked[side].is_empty()) {
            let numbers = arguments(answer);
            asked[side].extend(
                PARTS
                    .iter()
                    .zip(numbers)
                    .map(|(part, number)| (*part, if *part == "month" { number + 1 } else { number })),
            );
        }
    }
    let asks = asked.iter().any(|asked| !asked.is_empty());
    (is_reference && asks).then(|| Case {
        text: text.to_owned(),
        date: format!("{year:04}-{month:02}-{day:02}"),
        asked,
    })
}

/// The numbers up to the next bracket.
fn arguments(source: &str) -> Vec<u32> {
    let list = source.split(')').next().unwrap_or_default();
    // `8 - 1`
    let value = |sum: &str| {
        let mut terms = sum.split('-').map(|term| term.trim().parse::<u32>().ok());
        terms.next()?.and_then(|first| first.checked_sub(terms.next().flatten().unwrap_or(0)))
    };
    list.split(',').filter_map(value).collect()
}
