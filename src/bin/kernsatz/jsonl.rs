//! `kernsatz analyze --jsonl`: a stream of texts to a stream of analyses.
//!
//! In: lines `{"id","text","documentCreationTime"?,"language"?,"format"?}`. Out: one line each, in order: the
//! analysis with the same `id`, or `{"id"?,"error":{"code","message"}}`; a bad line does not stop the rest.

use std::io::{self, BufRead, Write};

use kernsatz::{Analyzer, Format, Options, PositionEncoding, Report};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    id: Value,
    text: String,
    document_creation_time: Option<String>,
    language: Option<String>,
    format: Option<RequestFormat>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum RequestFormat {
    Text,
    Html,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(flatten)]
    report: Report,
}

#[derive(Serialize)]
struct Refusal {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    error: Reason,
}

#[derive(Serialize)]
struct Reason {
    code: &'static str,
    message: String,
}

/// Answers every line of `input`; what a line leaves out is taken from `defaults`. Errors are those of reading
/// and writing alone.
pub(crate) fn run(
    analyzer: &Analyzer,
    defaults: &Options,
    encoding: PositionEncoding,
    mut input: impl BufRead,
    mut output: impl Write,
) -> io::Result<()> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            let answered = answer(analyzer, defaults, encoding, &line);
            match answered {
                Ok(answer) => serde_json::to_writer(&mut output, &answer)?,
                Err(refusal) => serde_json::to_writer(&mut output, &refusal)?,
            }
            output.write_all(b"\n")?;
            // Whoever feeds lines one by one waits for each answer.
            output.flush()?;
        }
        line.clear();
    }
    Ok(())
}

fn answer(
    analyzer: &Analyzer,
    defaults: &Options,
    encoding: PositionEncoding,
    line: &[u8],
) -> Result<Answer, Refusal> {
    let request: Request = serde_json::from_slice(line).map_err(|error| Refusal {
        id: id_of(line),
        error: Reason {
            code: "bad-line",
            message: format!("The line is not a JSON object with \"id\" and \"text\": {error}."),
        },
    })?;
    let options = Options {
        language: request.language.or_else(|| defaults.language.clone()),
        format: match request.format {
            Some(RequestFormat::Html) => Format::Html,
            Some(RequestFormat::Text) => Format::Text,
            None => defaults.format,
        },
        document_creation_time: request
            .document_creation_time
            .or_else(|| defaults.document_creation_time.clone()),
        summary: defaults.summary.clone(),
    };
    match analyzer.analyze(&request.text, &options) {
        Ok(analysis) => {
            Ok(Answer { id: request.id, report: Report::new(&analysis, &request.text, encoding) })
        }
        Err(error) => Err(Refusal {
            id: Some(request.id),
            error: Reason { code: error.code(), message: error.to_string() },
        }),
    }
}

/// The `id` of a line that is JSON but no request, so that its sender knows which one it was.
fn id_of(line: &[u8]) -> Option<Value> {
    serde_json::from_slice::<Value>(line).ok()?.get("id").cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected_start: &str) {
        let analyzer = Analyzer::new(Vec::new());
        let mut output = Vec::new();
        run(&analyzer, &Options::default(), PositionEncoding::Utf32, line.as_bytes(), &mut output).unwrap();
        let output = String::from_utf8(output).unwrap();
        assert!(output.starts_with(expected_start), "{output}");
    }

    #[test]
    fn answers_carry_the_id_first() {
        check(r#"{"id":"a1","text":"Es regnet."}"#, r#"{"id":"a1","schemaVersion":4,"#);
        check(r#"{"id":7,"text":""}"#, r#"{"id":7,"schemaVersion":4,"#);
    }

    #[test]
    fn a_bad_line_is_answered_in_its_place() {
        check("{]", r#"{"error":{"code":"bad-line","#);
        check(r#"{"id":"b","texts":""}"#, r#"{"id":"b","error":{"code":"bad-line","#);
        check(
            r#"{"id":"c","text":"x","documentCreationTime":"gestern"}"#,
            r#"{"id":"c","error":{"code":"bad-options","#,
        );
        check("\u{fffd}", r#"{"error":{"code":"bad-line","#);
    }

    #[test]
    fn the_rest_goes_on_after_a_bad_line() {
        let analyzer = Analyzer::new(Vec::new());
        let mut output = Vec::new();
        let input = b"\xff\xfe\n\n{\"id\":2,\"text\":\"Gut.\"}";
        run(&analyzer, &Options::default(), PositionEncoding::Utf8, &input[..], &mut output).unwrap();
        let lines: Vec<_> = output.split(|&b| b == b'\n').filter(|line| !line.is_empty()).collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[1].starts_with(b"{\"id\":2,\"schemaVersion\""));
    }
}
