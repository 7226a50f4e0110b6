//! The JSON Schema of the report. In: its declarations. Out: a schema, draft 2020-12, that allows what the
//! declarations name and nothing else.

use anyhow::{ensure, Context, Result};
use serde_json::{json, Map, Value};

use super::types::{Declaration, Kind, Member};

/// The type that a report is of.
const TOP: &str = "Analysis";

/// Writes the schema.
pub(crate) fn of(report: &[Declaration]) -> Result<String> {
    let mut definitions = Map::new();
    for declaration in report {
        let mut schema = match &declaration.kind {
            Kind::Object(members) => object(members)?,
            Kind::Alias(written) => schema(written)?,
            _ => continue,
        };
        schema.insert("description".to_owned(), declaration.docs.clone().into());
        definitions.insert(declaration.name.clone(), schema.into());
    }
    ensure!(definitions.contains_key(TOP), "the report has no type {TOP}");
    let mut referred = Map::new();
    reach(TOP, &definitions, &mut referred)?;
    let top = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Analysis",
        "$ref": format!("#/$defs/{TOP}"),
        "$defs": referred,
    });
    Ok(serde_json::to_string_pretty(&top)? + "\n")
}

/// Copies the definition of `name` and of what it refers to.
fn reach(name: &str, definitions: &Map<String, Value>, reached: &mut Map<String, Value>) -> Result<()> {
    let mut next = vec![name.to_owned()];
    while let Some(name) = next.pop() {
        if reached.contains_key(&name) {
            continue;
        }
        let definition = definitions.get(&name).with_context(|| format!("nothing declares {name}"))?;
        let text = definition.to_string();
        let names = text.split("#/$defs/").skip(1).filter_map(|rest| rest.split('"').next());
        next.extend(names.map(str::to_owned));
        reached.insert(name, definition.clone());
    }
    Ok(())
}

fn object(members: &[Member]) -> Result<Map<String, Value>> {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for member in members {
        let written = member.signature.trim_start_matches(':').trim();
        let mut property = schema(written).with_context(|| member.name.clone())?;
        property.insert("description".to_owned(), member.docs.clone().into());
        properties.insert(member.name.clone(), property.into());
        if !member.is_optional {
            required.push(Value::from(member.name.clone()));
        }
    }
    let value = json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false });
    into_map(value)
}

/// The schema of a type as it is written.
fn schema(written: &str) -> Result<Map<String, Value>> {
    let written = written.trim();
    let list = written.strip_prefix("Array<").and_then(|inside| inside.strip_suffix('>'));
    let value = if let Some(items) = list.or_else(|| written.strip_suffix("[]")) {
        json!({ "type": "array", "items": schema(items.trim_start_matches('(').trim_end_matches(')'))? })
    } else if written.starts_with('"') {
        let members: Vec<_> = written.split('|').map(|member| member.trim().trim_matches('"')).collect();
        json!({ "enum": members })
    } else if let Some((first, rest)) = written.split_once(" | ") {
        json!({ "anyOf": [schema(first)?, schema(rest)?] })
    } else {
        match written {
            "string" | "number" | "boolean" | "null" => json!({ "type": written }),
            _ => {
                let is_name = written.chars().all(char::is_alphanumeric);
                ensure!(is_name, "the schema cannot say {written}");
                json!({ "$ref": format!("#/$defs/{written}") })
            }
        }
    };
    into_map(value)
}

fn into_map(value: Value) -> Result<Map<String, Value>> {
    match value {
        Value::Object(map) => Ok(map),
        _ => anyhow::bail!("not an object"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::types::read;

    #[test]
    fn says_what_the_declarations_say() {
        let report = read(
            "/** A. */\nexport type Analysis = { /** B. */ parts: Array<Part>, kinds: (\"a\" | \"b\")[], text?: string, };\n\
             export type Part = { at: number, };\nexport type Other = { at: number, };\n",
        );
        let schema: Value = serde_json::from_str(&of(&report).unwrap()).unwrap();
        let analysis = &schema["$defs"]["Analysis"];
        assert_eq!(analysis["properties"]["parts"]["items"]["$ref"], "#/$defs/Part");
        assert_eq!(analysis["properties"]["kinds"]["items"]["enum"], json!(["a", "b"]));
        assert_eq!(analysis["required"], json!(["parts", "kinds"]));
        assert_eq!(analysis["properties"]["parts"]["description"], "B.");
        assert!(schema["$defs"].get("Other").is_none(), "only what is referred to");
    }

    #[test]
    fn refuses_what_it_cannot_say() {
        for members in ["f: () => void,", "part: Missing,"] {
            assert!(of(&read(&format!("export type Analysis = {{ {members} }};\n"))).is_err(), "{members}");
        }
    }
}
