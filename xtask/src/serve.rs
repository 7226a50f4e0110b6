//! `cargo xtask serve`: the page on this machine. In: `www/`. Out: its files over HTTP on 127.0.0.1, with
//! the headers that a careful host would send.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{anyhow, Context, Result};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::files::{self, FileList};
use crate::project::Project;

/// How many ports after the wished one are tried.
const NEXT_PORTS: u16 = 20;
/// How many requests are answered at a time.
const THREADS: usize = 4;

/// What every answer carries. The policy is the one that the page must run under.
const HEADERS: [(&str, &str); 4] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
         worker-src 'self'; img-src 'self' data:; manifest-src 'self'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-cache"),
];

/// Serves until the program is ended. The first line of standard output is the address.
pub(crate) fn serve(project: &Project, port: u16, open: bool) -> Result<()> {
    let server = Arc::new(listen(port)?);
    let address = server.server_addr().to_ip().context("no address")?;
    let address = format!("http://{address}/");
    println!("{address}");
    if open {
        open_browser(&address);
    }
    let threads = answer_all(&server, &fs::canonicalize(project.www()).context("www/ is missing")?);
    for thread in threads {
        thread.join().map_err(|_| anyhow!("the server stopped"))?;
    }
    Ok(())
}

/// Threads that answer until the server is unblocked.
fn answer_all(server: &Arc<Server>, www: &Path) -> Vec<JoinHandle<()>> {
    (0..THREADS)
        .map(|_| {
            let (server, www) = (Arc::clone(server), www.to_owned());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    // Whoever asked may be gone already.
                    let _ = answer(request, &www);
                }
            })
        })
        .collect()
}

/// Listens on `port`, or on the next free one; 0 is any.
fn listen(port: u16) -> Result<Server> {
    let last = if port == 0 { 0 } else { port.saturating_add(NEXT_PORTS) };
    for port in port..=last {
        if let Ok(server) = Server::http(("127.0.0.1", port)) {
            return Ok(server);
        }
    }
    Err(anyhow!("no free port from {port} to {last}; choose another with --port"))
}

fn answer(request: Request, www: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(with_headers(Response::from_string("405 method not allowed\n"), 405, "text"));
    }
    let Some(path) = resolve(www, request.url()) else {
        return request.respond(with_headers(Response::from_string("404 not found\n"), 404, "text"));
    };
    let content = if path == www.join(files::LIST) {
        // Reasons: while someone edits the page, the list that the build wrote is soon out of date.
        FileList::of(www).and_then(|list| list.json()).map(String::into_bytes)
    } else {
        fs::read(&path).map_err(Into::into)
    };
    let kind = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    match content {
        Ok(content) => request.respond(with_headers(
            Response::from_data(content).with_chunked_threshold(usize::MAX),
            200,
            kind,
        )),
        Err(_) => request.respond(with_headers(Response::from_string("500 cannot be read\n"), 500, "text")),
    }
}

fn with_headers<R: std::io::Read>(response: Response<R>, status: u16, extension: &str) -> Response<R> {
    let headers = HEADERS.into_iter().chain([("Content-Type", media_type(extension))]);
    headers
        .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .fold(response.with_status_code(status), Response::with_header)
}

/// The file that a request's target names, if it is one that stands in `www`.
fn resolve(www: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decoded(path)?;
    let mut file = www.to_owned();
    for name in path.split('/').filter(|name| !name.is_empty()) {
        // A leading dot is a hidden file, this folder or the one above; the others mean something elsewhere.
        if name.starts_with('.') || name.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(name);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // A link inside must not lead outside.
    let file = fs::canonicalize(file).ok()?;
    (file.starts_with(www) && file.is_file()).then_some(file)
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let (high, low) = (digit()?, digit()?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "text" | "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Shows the page in the reader's browser; without one, the printed address is enough.
fn open_browser(address: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let mut command = Command::new(opener);
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if command.spawn().is_err() {
        eprintln!("{opener} is not installed: open {address} yourself");
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    /// A folder that holds `site/index.html`, `site/a b.js`, `site/.git/config` and, outside, `secret`.
    fn site(name: &str) -> PathBuf {
        let top = std::env::temp_dir().join(format!("kernsatz-serve-{}-{name}", std::process::id()));
        let site = top.join("site");
        fs::create_dir_all(site.join(".git")).unwrap();
        for file in ["index.html", "a b.js", ".git/config", "../secret"] {
            fs::write(site.join(file), file).unwrap();
        }
        fs::canonicalize(site).unwrap()
    }

    #[track_caller]
    fn check(target: &str, expected: Option<&str>) {
        let site = site(&crate::hash::hex(target.as_bytes()));
        let found = resolve(&site, target);
        assert_eq!(found, expected.map(|file| site.join(file)), "{target}");
        fs::remove_dir_all(site.parent().unwrap()).unwrap();
    }

    #[test]
    fn finds_files_and_the_index() {
        check("/", Some("index.html"));
        check("/?lang=de#top", Some("index.html"));
        check("/a%20b.js", Some("a b.js"));
        check("//index.html", Some("index.html"));
        check("/missing.js", None);
    }

    #[test]
    fn never_leaves_the_site() {
        for target in [
            "/../secret",
            "/%2e%2e/secret",
            "/%2e%2e%2fsecret",
            "/..%5csecret",
            "/.git/config",
            "/%00",
            "/%",
            "/%ff",
            "secret",
            "*",
        ] {
            check(target, None);
        }
    }

    #[cfg(unix)]
    #[test]
    fn follows_no_link_to_the_outside() {
        let site = site("link");
        std::os::unix::fs::symlink(site.join("../secret"), site.join("link.txt")).unwrap();
        assert_eq!(resolve(&site, "/link.txt"), None);
        fs::remove_dir_all(site.parent().unwrap()).unwrap();
    }

    #[test]
    fn answers_with_the_strict_headers() {
        let site = site("headers");
        let server = Arc::new(listen(0).unwrap());
        let address = server.server_addr().to_ip().unwrap();
        answer_all(&server, &site);
        let ask = |request: &str| {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        for (line, status) in [
            ("GET /", "200 OK"),
            ("HEAD /", "200 OK"),
            ("GET /missing", "404 Not Found"),
            ("POST /", "405 Method Not Allowed"),
        ] {
            let answer = ask(&format!("{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{answer}");
            for (name, value) in HEADERS {
                assert!(answer.contains(&format!("{name}: {value}\r\n")), "{name}: {answer}");
            }
            assert_eq!(answer.ends_with("\r\n\r\nindex.html"), line == "GET /", "{answer}");
        }
        fs::remove_dir_all(site.parent().unwrap()).unwrap();
    }

    #[test]
    fn names_the_types_that_browsers_insist_on() {
        assert_eq!(media_type("wasm"), "application/wasm");
        assert_eq!(media_type("js"), "text/javascript; charset=utf-8");
        assert_eq!(media_type("webmanifest"), "application/manifest+json");
        assert_eq!(media_type("pack"), "application/octet-stream");
    }

    #[test]
    fn falls_forward_to_a_free_port() {
        let first = listen(0).unwrap();
        let taken = first.server_addr().to_ip().unwrap().port();
        let second = listen(taken).unwrap();
        assert_ne!(second.server_addr().to_ip().unwrap().port(), taken);
    }
}
