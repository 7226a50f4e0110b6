//! Takes the remarks out of the languages' word lists: people read them, the module need not carry them.
//!
//! In: `src/lang/<xx>/*.txt`. Out: the same without remarks and empty lines, where `words!` finds them.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/lang");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    for language in fs::read_dir("src/lang")? {
        let language = language?;
        if !language.file_type()?.is_dir() {
            continue;
        }
        let folder = out.join(language.file_name());
        fs::create_dir_all(&folder)?;
        for list in fs::read_dir(language.path())? {
            let list = list?.path();
            let (Some("txt"), Some(name)) = (list.extension().and_then(|end| end.to_str()), list.file_name())
            else {
                continue;
            };
            let whole = fs::read_to_string(&list)?;
            let words = whole.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
            let words: String = words.flat_map(|line| [line, "\n"]).collect();
            let place = folder.join(name);
            // Untouched where nothing changed, or everything would be compiled anew.
            if fs::read_to_string(&place).ok().as_ref() != Some(&words) {
                fs::write(place, words)?;
            }
        }
    }
    Ok(())
}
