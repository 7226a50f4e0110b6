//! Cases of chrono's test tables.
//!
//! In: a file of its tests. Out: for each call of `testSingleCase`, in order, its words, the moment from which it counts and
//! what it asks of start and end. Whether an answer fits is left to `fits`.

use std::fmt;

use jiff::civil::DateTime;

/// What a case asks.
pub(super) struct Case {
    pub(super) text: String,
    /// The moment from which it counts.
    pub(super) reference: Option<DateTime>,
    /// The parts of start and end that it names.
    pub(super) asked: [Vec<(&'static str, i64)>; 2],
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} ", self.text)?;
        if let Some(reference) = self.reference {
            write!(f, "on {reference} ")?;
        }
        write!(f, "asks {:?}", self.asked)
    }
}

const PARTS: [&str; 6] = ["year", "month", "day", "hour", "minute", "weekday"];

/// The cases of a file.
pub(super) fn read(source: &str) -> Vec<Case> {
    // Remarks hold answers that are not asked.
    let source: Vec<_> =
        source.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code)).collect();
    let source = source.join("\n");
    source.match_indices("testSingleCase(").map(|(at, call)| case(&source, at + call.len())).collect()
}

/// The case whose call's arguments begin at `at`.
fn case(source: &str, at: usize) -> Case {
    let rest = source[at..].split("testSingleCase(").next().unwrap_or_default();
    let rest = rest.split("\ntest(").next().unwrap_or_default();
    let mark = rest.chars().find(|c| matches!(c, '"' | '\'' | '`')).unwrap_or('"');
    let text = rest.split(mark).nth(1).unwrap_or_default();
    let rest = rest.split_once(text).map_or("", |(_, rest)| rest);
    let (head, body) = rest.split_once("=>").unwrap_or((rest, ""));
    let asked = ["start", "end"].map(|side| asked(body, side));
    Case { text: text.replace("\\n", "\n"), reference: reference(head, &source[..at]), asked }
}

/// The moment that the call names, or the constant of that name before it.
fn reference(head: &str, before: &str) -> Option<DateTime> {
    if let Some((_, date)) = head.split_once("new Date(") {
        return date_of(date);
    }
    let name = head.split(|c: char| !c.is_alphanumeric()).find(|word| word.starts_with("ref"))?;
    let (_, date) = before.rsplit_once(&format!("const {name} = new Date("))?;
    date_of(date)
}

/// What is asked of a side, by parts or as a date.
fn asked(body: &str, side: &str) -> Vec<(&'static str, i64)> {
    let answer = |part: &&'static str| {
        let question = format!("result.{side}.get(\"{part}\")).toBe(");
        let answer = body.split_once(&question)?.1.split(')').next()?;
        Some((*part, answer.parse().ok()?))
    };
    let parts: Vec<_> = PARTS.iter().filter_map(answer).collect();
    if !parts.is_empty() {
        return parts;
    }
    let questions = [format!("result.{side}).toBeDate(new Date("), "result).toBeDate(new Date(".to_owned()];
    let questions = &questions[..if side == "start" { 2 } else { 1 }];
    let date = questions.iter().find_map(|question| body.split_once(question.as_str())).map(|(_, date)| date);
    let Some(date) = date.and_then(date_of) else { return Vec::new() };
    let numbers = [
        i64::from(date.year()),
        i64::from(date.month()),
        i64::from(date.day()),
        i64::from(date.hour()),
        i64::from(date.minute()),
    ];
    PARTS.into_iter().zip(numbers).collect()
}

/// The moment that the arguments of `new Date(` tell.
fn date_of(arguments: &str) -> Option<DateTime> {
    let arguments = arguments.split(')').next()?.trim();
    let first = arguments.chars().next()?;
    if !matches!(first, '"' | '\'') {
        let sum = |sum: &str| {
            let mut terms = sum.split('-').map(|term| term.trim().parse::<i64>().ok());
            terms.next()?.map(|first| first - terms.next().flatten().unwrap_or(0))
        };
        let numbers: Vec<_> = arguments.split(',').filter_map(sum).collect();
        let number = |at: usize, default| numbers.get(at).copied().unwrap_or(default);
        // Months count from 0, and a twelfth is the next January.
        let months = number(0, 0) * 12 + number(1, 0);
        return date_time([
            months.div_euclid(12),
            months.rem_euclid(12) + 1,
            number(2, 1),
            number(3, 0),
            number(4, 0),
        ]);
    }
    let text = arguments.trim_matches(first);
    if let Ok(moment) = text.get(..19).unwrap_or(text).parse() {
        return Some(moment);
    }
    // `Sat Nov 05 2016 13:24:13 GMT`
    let months = "jan feb mar apr may jun jul aug sep oct nov dec";
    let lower = text.to_lowercase();
    let words: Vec<_> = lower.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let month = words.iter().find_map(|word| Some(months.find(word.get(..3)?)? as i64 / 4 + 1))?;
    let numbers: Vec<_> = words.iter().filter_map(|word| word.parse::<i64>().ok()).collect();
    let (day, year) =
        (numbers.iter().find(|number| **number < 32)?, numbers.iter().find(|number| **number > 31)?);
    let clock = words.iter().find_map(|word| word.split_once(':'));
    let (hour, minute) = clock.map_or((0, 0), |(hour, rest)| {
        (hour.parse().unwrap_or(0), rest.get(..2).and_then(|minute| minute.parse().ok()).unwrap_or(0))
    });
    date_time([*year, month, *day, hour, minute])
}

fn date_time([year, month, day, hour, minute]: [i64; 5]) -> Option<DateTime> {
    let small = |number: i64| i8::try_from(number).ok();
    DateTime::new(year.try_into().ok()?, small(month)?, small(day)?, small(hour)?, small(minute)?, 0, 0).ok()
}
