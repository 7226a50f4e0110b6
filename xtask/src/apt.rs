//! Debian's packages. In: names. Out: the packages installed, or an error that names the command to run.

use std::process::Command;

use anyhow::{bail, Context, Result};

use crate::command;
use crate::progress;

/// Installs `packages` for `purpose`.
pub(crate) fn install(packages: &[&str], purpose: &str) -> Result<()> {
    let advice = format!("{purpose} is missing; install it: sudo apt-get install {}", packages.join(" "));
    let is_root = command::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    if !is_root || !command::succeeds(Command::new("apt-get").arg("--version")) {
        bail!(advice);
    }
    progress::step("apt", &format!("apt-get install {}", packages.join(" ")), || {
        // Old lists are worse than none, but an archive that cannot be reached may have been mirrored already.
        let _ = command::output(apt_get().args(["update", "-qq"]));
        command::output(apt_get().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
    })
    .context(advice)?;
    Ok(())
}

fn apt_get() -> Command {
    let mut apt_get = Command::new("apt-get");
    apt_get.env("DEBIAN_FRONTEND", "noninteractive");
    apt_get
}
