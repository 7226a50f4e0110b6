//! The reference for embedders. In: the declarations of the report (`report.d.ts`, written from the Rust types) and
//! those that `tsc` writes of the modules. Out: a page and a JSON Schema under `www/docs/generated`.

mod page;
mod schema;
mod types;

use std::fs;

use anyhow::{Context, Result};

use crate::command;
use crate::files;
use crate::hash;
use crate::npm;
use crate::progress::step;
use crate::project::Project;

/// The declarations of the report, relative to the project.
const REPORT: &str = "src/report/report.d.ts";

/// What of the modules is public: a heading, the modules, and the names in the order of the page.
const CHAPTERS: [(&str, &[&str], &[&str]); 3] = [
    (
        "kernsatz",
        &["analyzer", "errors"],
        &["Kernsatz", "KernsatzOptions", "AnalyzeOptions", "KernsatzError"],
    ),
    ("kernsatz/element", &["embed/element"], &["KernsatzArticle"]),
    (
        "kernsatz/annotate",
        &["embed/annotate", "embed/layers"],
        &["annotate", "AnnotateOptions", "Annotation", "Item"],
    ),
];

/// Writes page and schema, if what they are made of has changed.
pub(crate) fn write(project: &Project) -> Result<()> {
    let folder = project.www().join("docs/generated");
    let stamp = project.scratch().join("reference.stamp");
    let inputs = inputs(project)?;
    if folder.is_dir() && fs::read_to_string(&stamp).is_ok_and(|found| found == inputs) {
        return Ok(());
    }
    step("reference", "www/docs/generated", || {
        let report = types::read(&fs::read_to_string(project.root.join(REPORT)).context(REPORT)?);
        let mut chapters = Vec::new();
        let declared = declare(project)?;
        for (title, modules, wanted) in CHAPTERS {
            let mut found = Vec::new();
            for module in modules {
                let path = declared.join(format!("{module}.d.ts"));
                found.extend(types::read(&fs::read_to_string(path).with_context(|| (*module).to_owned())?));
            }
            let public = wanted.iter().map(|name| {
                let declaration = found.iter().find(|one| one.name == *name);
                declaration.cloned().with_context(|| format!("{title} has no {name}"))
            });
            chapters.push((title, public.collect::<Result<Vec<_>>>()?));
        }
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("report.schema.json"), schema::of(&report)?)?;
        chapters.push(("The analysis", report));
        fs::write(folder.join("reference.html"), page::of(&chapters))?;
        fs::write(&stamp, inputs)?;
        Ok(())
    })
}

fn inputs(project: &Project) -> Result<String> {
    let www = project.www();
    let mut modules = files::matching(&www.join("embed"), is_module)?;
    // Those of the page itself say nothing here.
    modules.extend(["analyzer.js", "core.js", "errors.js"].map(|name| www.join(name)));
    let mut hashes =
        hash::hex(&fs::read(project.root.join(REPORT))?) + &hash::hex(&fs::read(std::env::current_exe()?)?);
    for path in modules {
        hashes += &hash::hex(&fs::read(path)?);
    }
    Ok(hash::hex(hashes.as_bytes()))
}

fn is_module(name: &str) -> bool {
    name.strip_suffix(".js").is_some()
}

/// Writes the declarations of the public modules.
fn declare(project: &Project) -> Result<std::path::PathBuf> {
    let out = project.scratch().join("declared");
    let www = project.www();
    let modules = CHAPTERS.iter().flat_map(|(_, modules, _)| modules.iter());
    let entries = modules.map(|module| www.join(format!("{module}.js")));
    command::run(npm::declarations(project, &www, &out).args(entries))?;
    Ok(out)
}
