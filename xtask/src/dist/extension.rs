//! The browser extension. In: the reading desk and `www/extension/`. Out: a folder that a browser loads as it is.

use std::fs;

use anyhow::{ensure, Context, Result};

use super::{copy, empty, single};
use crate::project::Project;

/// What the desk needs from the page's folder; the rest is for other people's pages.
const LEFT_OUT: [&str; 7] =
    ["docs/", "embed/", "extension/", "inthread.js", "index.html", "sw.js", "manifest.webmanifest"];

/// Writes the folder.
pub(crate) fn write(project: &Project) -> Result<()> {
    let folder = empty(project, "extension")?;
    let www = project.www();
    let is_fetched = crate::files::paths(&www)?;
    copy(&www, &folder, |path| {
        is_fetched.iter().any(|one| one == path) && !LEFT_OUT.iter().any(|start| path.starts_with(start))
    })?;
    copy(&www.join("extension"), &folder, |_| true)?;
    fs::write(folder.join("page/offline.js"), single::OFFLINE)?;

    let index = fs::read_to_string(www.join("index.html"))?;
    let mut panel = String::new();
    let is_left_out = |line: &str| line.contains("rel=\"manifest\"") || line.contains(single::DOCS);
    for line in index.lines().filter(|line| !is_left_out(line)) {
        panel += line;
        panel.push('\n');
        if line.contains("src=\"page/app.js\"") {
            panel += "    <script type=\"module\" src=\"panel.js\"></script>\n";
        }
    }
    ensure!(panel.contains("panel.js"), "index.html has no page/app.js");
    fs::write(folder.join("panel.html"), panel)?;

    let manifest = fs::read_to_string(folder.join("manifest.json")).context("manifest.json")?;
    serde_json::from_str::<serde_json::Value>(&manifest).context("manifest.json")?;
    Ok(())
}
