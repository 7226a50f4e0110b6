//! How long native analysis takes, stage by stage, how it grows, and what memory it needs.
//!
//! In: the golden articles, repeated with variation up to a size. Out: tables on standard output and
//! `tests/out/bench-native.json`. `cargo bench --bench native` runs it; without `--bench` (as
//! `cargo test --all-targets` does) it only shows that it works, on small texts. Times are medians, with the best
//! beside them: on a busy machine that is nearer to the truth.

// Reason: a benchmark writes to its terminal.
#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use kernsatz::{Analyzer, Options, PositionEncoding, Report, Stage};
use serde_json::{json, Value};

const KB: usize = 1000;
const MB: usize = 1000 * KB;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--peak") {
        return peak(arguments[at + 1].parse().expect("a size in bytes"));
    }
    let measured = arguments.iter().any(|argument| argument == "--bench");
    let analyzer = Analyzer::new(kernsatz::bundled_packs());
    let sizes = if measured { vec![2 * KB, 100 * KB, MB] } else { vec![2 * KB] };
    let growth = if measured { vec![10 * KB, 100 * KB, MB, 10 * MB] } else { vec![10 * KB] };
    let results = json!({
        "stages": sizes.iter().map(|&size| stages(&analyzer, size)).collect::<Vec<_>>(),
        "serialisation": serialisation(&analyzer, if measured { MB } else { 10 * KB }),
        "growth": growth.iter().map(|&size| growing(&analyzer, size)).collect::<Vec<_>>(),
    });
    print(&results);
    if measured {
        let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/out");
        std::fs::create_dir_all(&out).expect("tests/out can be made");
        std::fs::write(out.join("bench-native.json"), format!("{results:#}\n")).expect("it can be written");
    }
}

/// The median time of each stage over one text.
fn stages(analyzer: &Analyzer, size: usize) -> Value {
    let text = text(size);
    let runs = (4 * MB / size).clamp(9, 301);
    let mut times = vec![Vec::new(); Stage::ALL.len()];
    let mut totals = Vec::new();
    for _ in 0..runs {
        let start = Instant::now();
        let mut begun = Vec::new();
        let analysis = analyzer
            .analyze_with_progress(&text, &Options::default(), &mut |stage| {
                begun.push((stage, Instant::now()));
            })
            .expect("under the limit");
        black_box(&analysis);
        let end = Instant::now();
        totals.push((end - start).as_secs_f64());
        for (i, &(stage, since)) in begun.iter().enumerate() {
            let until = begun.get(i + 1).map_or(end, |next| next.1);
            let index = Stage::ALL.iter().position(|&known| known == stage).expect("a stage of the list");
            times[index].push((until - since).as_secs_f64());
        }
    }
    let best = least(&totals);
    let total = median(totals);
    let stages: serde_json::Map<String, Value> = Stage::ALL
        .iter()
        .zip(times)
        .filter(|(_, times)| !times.is_empty())
        .map(|(stage, times)| (stage.to_string(), json!(median(times) * 1000.0)))
        .collect();
    json!({ "bytes": text.len(), "ms": total * 1000.0, "bestMs": best * 1000.0, "mbPerSecond": speed(text.len(), total), "stages": stages })
}

/// What it takes to turn an analysis into the report and the report into JSON, beside the analysis itself.
fn serialisation(analyzer: &Analyzer, size: usize) -> Value {
    let text = text(size);
    let analysis = analyzer.analyze(&text, &Options::default()).expect("under the limit");
    let timed = |action: &mut dyn FnMut() -> usize| {
        median(
            (0..9)
                .map(|_| {
                    let start = Instant::now();
                    black_box(action());
                    start.elapsed().as_secs_f64()
                })
                .collect(),
        )
    };
    let analyze =
        timed(&mut || analyzer.analyze(&text, &Options::default()).expect("under the limit").tokens.len());
    let report = timed(&mut || Report::new(&analysis, &text, PositionEncoding::Utf16).sentences.len());
    let json = |report: &Report| serde_json::to_string(report).expect("reports are JSON").len();
    let report_once = Report::new(&analysis, &text, PositionEncoding::Utf16);
    let write = timed(&mut || json(&report_once));
    json!({
        "bytes": text.len(), "jsonBytes": json(&report_once), "analyzeMs": analyze * 1000.0,
        "reportMs": report * 1000.0, "writeMs": write * 1000.0,
    })
}

/// Time and peak memory at one size; the peak is that of a process of its own.
fn growing(analyzer: &Analyzer, size: usize) -> Value {
    let text = text(size);
    let runs = (20 * MB / size).clamp(3, 51);
    let times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(analyzer.analyze(&text, &Options::default()).expect("under the limit"));
            start.elapsed().as_secs_f64()
        })
        .collect();
    let best = least(&times);
    let seconds = median(times);
    let peak = std::process::Command::new(std::env::current_exe().expect("has a path"))
        .args(["--peak", &size.to_string()])
        .output()
        .ok()
        .and_then(|output| String::from_utf8(output.stdout).ok()?.trim().parse::<u64>().ok());
    json!({
        "bytes": text.len(), "ms": seconds * 1000.0, "bestMs": best * 1000.0, "mbPerSecond": speed(text.len(), seconds),
        "peakKiB": peak,
    })
}

/// Analyses one text and prints the most memory that this process ever held, in KiB; 0 where the system does
/// not tell.
fn peak(size: usize) {
    let analyzer = Analyzer::new(kernsatz::bundled_packs());
    let text = text(size);
    black_box(analyzer.analyze(&text, &Options::default()).expect("under the limit"));
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("{}", line.and_then(|line| line.split_whitespace().next()).unwrap_or("0"));
}

fn print(results: &Value) {
    let ms = |value: &Value| format!("{:.3}", value.as_f64().unwrap_or(0.0));
    println!("| text | ms | best | MB/s | stages (ms) |\n|---:|---:|---:|---:|---|");
    for row in results["stages"].as_array().into_iter().flatten() {
        let stages: Vec<_> = row["stages"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(stage, time)| format!("{stage} {}", ms(time)))
            .collect();
        println!(
            "| {} | {} | {} | {} | {} |",
            row["bytes"],
            ms(&row["ms"]),
            ms(&row["bestMs"]),
            ms(&row["mbPerSecond"]),
            stages.join(", ")
        );
    }
    println!("\n| text | ms | best | MB/s | peak MiB |\n|---:|---:|---:|---:|---:|");
    for row in results["growth"].as_array().into_iter().flatten() {
        let peak = row["peakKiB"].as_f64().map_or("?".to_owned(), |kib| format!("{:.1}", kib / 1024.0));
        let [median, best, speed] = ["ms", "bestMs", "mbPerSecond"].map(|field| ms(&row[field]));
        println!("| {} | {median} | {best} | {speed} | {peak} |", row["bytes"]);
    }
    let cost = &results["serialisation"];
    println!(
        "\nserialisation of {} bytes: analysis {} ms, report {} ms, JSON ({} bytes) {} ms",
        cost["bytes"],
        ms(&cost["analyzeMs"]),
        ms(&cost["reportMs"]),
        cost["jsonBytes"],
        ms(&cost["writeMs"])
    );
}

fn least(times: &[f64]) -> f64 {
    times.iter().copied().fold(f64::INFINITY, f64::min)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn speed(bytes: usize, seconds: f64) -> f64 {
    bytes as f64 / MB as f64 / seconds
}

/// At most `size` bytes of German articles: each round turns their paragraphs by one and changes the figures, so
/// that no stretch comes back as it was. `text.mjs` beside this file does the same.
fn text(size: usize) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the articles are there")
        .map(|e| e.expect("is readable").path())
        .collect();
    files.sort();
    let articles: Vec<Vec<String>> = files
        .iter()
        .filter(|file| {
            let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
            let is_text = file.extension().is_some_and(|extension| extension == "txt");
            is_text && name.starts_with("de-") && !["de-unicode", "de-capitals"].contains(&name)
        })
        .map(|file| {
            let text = std::fs::read_to_string(file).expect("is readable");
            text.trim().split("\n\n").map(str::to_owned).collect()
        })
        .collect();
    let mut text = String::with_capacity(size + 8 * KB);
    let mut round = 0;
    while text.len() < size {
        for paragraphs in &articles {
            let turn = round % paragraphs.len();
            for paragraph in paragraphs[turn..].iter().chain(&paragraphs[..turn]) {
                text.extend(paragraph.chars().map(|c| match c.to_digit(10) {
                    Some(digit) => char::from(b'0' + ((digit as usize + round) % 10) as u8),
                    None => c,
                }));
                text.push_str("\n\n");
            }
        }
        round += 1;
    }
    let mut end = size;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
}
