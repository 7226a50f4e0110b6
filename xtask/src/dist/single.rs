//! `kernsatz.html`: the reading desk in one file, which opens from a disk. In: `www/`. Out: one page with scripts,
//! styles, module and packs in it, under a policy that names them by their hashes and lets nothing be fetched.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{bail, ensure, Context, Result};
use base64::prelude::{Engine, BASE64_STANDARD};

use super::{bundle, copy, folder};
use crate::hash;
use crate::project::Project;
use crate::size::thousands;

/// The name of the page.
const NAME: &str = "kernsatz.html";

/// What a line of `index.html` has that leads to the documentation, which stays where the page is served.
pub(crate) const DOCS: &str = "href=\"docs/\"";

/// The modules that fetch, and what stands in their place.
const ENGINE: &str = "\
import { Kernsatz } from \"../embed/inline.js\";
import * as preferences from \"./preferences.js\";
export const kernsatz = new Kernsatz({ prefer: preferences.locale() });
";
pub(crate) const OFFLINE: &str = "export async function workOffline() {}\n";

/// Writes the page.
pub(crate) fn write(project: &Project) -> Result<()> {
    let sources = project.scratch().join("single");
    if sources.exists() {
        fs::remove_dir_all(&sources)?;
    }
    copy(&project.www(), &sources, |path| !path.starts_with("docs/") && !path.starts_with("extension/"))?;
    fs::write(sources.join("page/engine.js"), ENGINE)?;
    fs::write(sources.join("page/offline.js"), OFFLINE)?;
    fs::write(sources.join("page/samples.js"), samples(&sources)?)?;
    fs::write(sources.join("embed/inline-data.js"), bundle::inline_data(project)?)?;
    let script = sources.join("script.js");
    bundle::bundle(project, &sources.join("page/app.js"), &script, "esm")?;

    let page = page(&sources, &fs::read_to_string(script)?)?;
    let limit = project.manifest.dist.single_file;
    ensure!(page.len() as u64 <= limit, "{NAME} has {} bytes, more than {limit}", page.len());
    fs::write(folder(project).join(NAME), &page)?;
    eprintln!("  {NAME:<26} {:>11} of {}", thousands(page.len() as u64), thousands(limit));
    Ok(())
}

/// The module of the samples with their texts in it.
fn samples(sources: &Path) -> Result<String> {
    let module = fs::read_to_string(sources.join("page/samples.js"))?;
    let (list, _) = module.split_once("/** @param").context("page/samples.js has another form")?;
    let mut texts = serde_json::Map::new();
    for entry in fs::read_dir(sources.join("samples"))? {
        let entry = entry?;
        let text = fs::read_to_string(entry.path())?;
        texts.insert(entry.file_name().to_string_lossy().into_owned(), text.into());
    }
    let texts = serde_json::to_string(&texts)?;
    Ok(format!(
        "{list}const TEXTS = {texts};\nexport async function sampleText(file) {{ return TEXTS[file]; }}\n"
    ))
}

/// `index.html` with everything that it names in it.
fn page(sources: &Path, script: &str) -> Result<String> {
    let index = fs::read_to_string(sources.join("index.html")).context("index.html")?;
    let read = |path: &str| fs::read_to_string(sources.join(path)).with_context(|| path.to_owned());
    let mut lines = String::with_capacity(index.len() + script.len());
    let (mut scripts, mut styles) = (Vec::new(), Vec::new());
    for line in index.lines() {
        let tag = line.trim();
        if tag.contains("Content-Security-Policy") {
            lines += "{policy}\n";
        } else if tag.starts_with("<link rel=\"stylesheet\"") {
            let style = read(attribute(tag, "href")?)?;
            let media = if tag.contains("media=\"print\"") { " media=\"print\"" } else { "" };
            styles.push(hash::policy_source(&style));
            writeln!(lines, "<style{media}>{style}</style>")?;
        } else if tag.starts_with("<link rel=\"icon\"") {
            let icon = BASE64_STANDARD.encode(read(attribute(tag, "href")?)?);
            writeln!(lines, "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">")?;
        } else if tag.starts_with("<link") || tag.contains("src=\"page/engine.js\"") || tag.contains(DOCS) {
            // Nothing to install, no other page to go to, and the engine is in the one script.
        } else if tag.starts_with("<script") {
            let source = attribute(tag, "src")?;
            let text = if source == "page/app.js" { script.to_owned() } else { read(source)? };
            ensure!(!text.contains("</script"), "{source} cannot stand in a page");
            let kind = if tag.contains("type=\"module\"") { " type=\"module\"" } else { "" };
            scripts.push(hash::policy_source(&text));
            writeln!(lines, "<script{kind}>{text}</script>")?;
        } else {
            lines += line;
            lines.push('\n');
        }
    }
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'wasm-unsafe-eval' {}; \
         style-src {}; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'\">",
        scripts.join(" "),
        styles.join(" ")
    );
    if !lines.contains("{policy}") {
        bail!("index.html has no policy");
    }
    Ok(lines.replacen("{policy}", &policy, 1))
}

/// The value of an attribute of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Result<&'a str> {
    let value = tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    value.with_context(|| format!("{tag} has no {name}"))
}

#[cfg(test)]
mod tests {
    use super::attribute;

    #[test]
    fn reads_attributes() {
        let tag = "<link rel=\"stylesheet\" href=\"style/print.css\" media=\"print\">";
        assert_eq!(attribute(tag, "href").unwrap(), "style/print.css");
        assert!(attribute(tag, "src").is_err());
    }
}
