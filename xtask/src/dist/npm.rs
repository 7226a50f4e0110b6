//! The npm package. In: the modules of `www/` that are for other people's pages, the module, the packs, licences.
//! Out: a folder that `npm pack` takes: the modules as they are written, declarations with maps, `package.json`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{bundle, copy, empty};
use crate::command;
use crate::hash;
use crate::npm;
use crate::project::Project;

/// The modules that are imported from outside; all others are imported by them.
const ENTRIES: [&str; 6] =
    ["analyzer.js", "worker.js", "embed/element.js", "embed/annotate.js", "embed/inline.js", "embed/node.js"];

/// What the declarations of two modules have besides what stands in them.
const MORE_DECLARATIONS: [(&str, &str); 2] = [
    ("analyzer.d.ts", "\nexport type * from \"./pkg/kernsatz.js\";\n"),
    (
        "embed/element.d.ts",
        "\ndeclare global {\n  interface HTMLElementTagNameMap {\n    \"kernsatz-article\": KernsatzArticle;\n  }\n}\n",
    ),
];

/// Writes the package.
pub(crate) fn write(project: &Project) -> Result<()> {
    let package = empty(project, "npm")?;
    let www = project.www();
    copy(&www, &package, is_shipped)?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.md"] {
        fs::copy(project.root.join(name), package.join(name)).with_context(|| name.to_owned())?;
    }
    fs::rename(package.join("embed/README.md"), package.join("README.md")).context("embed/README.md")?;
    fs::copy(www.join("docs/generated/report.schema.json"), package.join("report.schema.json"))?;
    declare(project, &package)?;

    fs::write(package.join("embed/inline-data.js"), bundle::inline_data(project)?)?;
    bundle::bundle(project, &package.join("embed/inline.js"), &package.join("inline.js"), "esm")?;
    for name in
        ["embed/inline.js", "embed/inline-data.js", "embed/inline-data.d.ts", "embed/node-modules.d.ts"]
    {
        fs::remove_file(package.join(name)).with_context(|| name.to_owned())?;
    }
    fs::write(package.join("package.json"), manifest(project)?)?;
    fs::write(package.join("integrity.json"), integrity(&package)?)?;
    Ok(())
}

/// Whether a file of `www/` is for other people's pages.
fn is_shipped(path: &str) -> bool {
    let top = ["analyzer.js", "core.js", "errors.js", "worker.js", "inthread.js", "page/element.js"];
    let pkg = path
        .strip_prefix("pkg/")
        .is_some_and(|name| name.starts_with("kernsatz") || name.strip_suffix(".pack").is_some());
    top.contains(&path) || path.starts_with("embed/") || pkg
}

/// Writes the declarations, from the comments in the modules, beside them.
fn declare(project: &Project, package: &Path) -> Result<()> {
    let mut tsc = npm::declarations(project, package, package);
    tsc.args(ENTRIES.map(|entry| package.join(entry)));
    tsc.args(["embed/inline-data.d.ts", "embed/node-modules.d.ts"].map(|types| package.join(types)));
    command::run(&mut tsc)?;
    for (name, more) in MORE_DECLARATIONS {
        let path = package.join(name);
        let text = fs::read_to_string(&path).with_context(|| name.to_owned())?;
        // The map's comment stays the last line.
        let (head, map) = text.split_once("//# sourceMappingURL").unwrap_or((&text, ""));
        fs::write(&path, format!("{}{more}//# sourceMappingURL{map}", head.trim_end()))?;
    }
    Ok(())
}

/// `package.json`: a template, because the order of its conditions matters, with what `Cargo.toml` says of the crate.
fn manifest(project: &Project) -> Result<String> {
    let text = fs::read_to_string(project.root.join("Cargo.toml")).context("Cargo.toml")?;
    let cargo: toml::Table = toml::from_str(&text)?;
    let mut manifest =
        include_str!("package.json").replace("{node}", &project.manifest.tools.node.to_string());
    for key in ["version", "description", "license"] {
        let value = cargo.get("package").and_then(|package| package.get(key)?.as_str()).context(key)?;
        manifest = manifest.replace(&format!("{{{key}}}"), value);
    }
    Ok(manifest)
}

/// The value of `integrity` attributes for every file that a page may fetch.
fn integrity(package: &Path) -> Result<String> {
    let mut values = serde_json::Map::new();
    for path in crate::files::paths(package)? {
        if !path.contains("LICENSE") {
            values.insert(path.clone(), hash::integrity(&fs::read(package.join(&path))?).into());
        }
    }
    Ok(serde_json::to_string_pretty(&values)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::is_shipped;

    #[test]
    fn ships_what_is_for_others() {
        for path in
            ["analyzer.js", "embed/annotate.js", "pkg/de.pack", "pkg/kernsatz_bg.wasm", "pkg/kernsatz.d.ts"]
        {
            assert!(is_shipped(path), "{path}");
        }
        for path in ["page/app.js", "index.html", "pkg/readability.js", "pkg/files.json", "docs/index.html"] {
            assert!(!is_shipped(path), "{path}");
        }
    }
}
