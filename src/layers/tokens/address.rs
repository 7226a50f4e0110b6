//! Web addresses, domains and e-mail addresses.
//!
//! In: the rest of a section from the start of a word. Out: the length of the address there, if any. Each look
//! ahead is bounded or consumed, so that the scan stays linear.

/// The longest local part of an e-mail address that is looked for.
const LOCAL_PART: usize = 64;

/// Endings of domains in newspapers. Some that are words too (`in`, `am`, `so`, `is`) are left out: pasted text
/// often lacks the blank after a period.
const TOP_LEVEL_DOMAINS: [&str; 66] = [
    "ai", "app", "art", "at", "au", "bayern", "be", "berlin", "biz", "blog", "br", "ca", "cat", "cc", "ch",
    "cloud", "cn", "co", "com", "cz", "de", "dev", "dk", "edu", "ee", "es", "eu", "fi", "fr", "gov", "gr",
    "hamburg", "hk", "hu", "ie", "il", "info", "int", "io", "it", "jp", "koeln", "li", "lu", "mil", "museum",
    "net", "news", "nl", "no", "nz", "online", "org", "pl", "pt", "ru", "se", "shop", "si", "sk", "swiss",
    "tv", "ua", "uk", "us", "wien",
];

/// The length of the web address at the start of `rest`: `https://…` or `www.…`
pub(super) fn url(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let starts = |prefix: &str| {
        bytes.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    let prefix = ["https://", "http://", "ftp://", "www."].into_iter().find(|prefix| starts(prefix))?;
    let end = rest.find(|c: char| !is_url_char(c)).unwrap_or(rest.len());
    let end = without_final_marks(rest, end);
    (end > prefix.len()).then_some(end)
}

/// The length of the domain at the start of `rest`, with its path: `example.org`, `example.org/news`. `dot` is
/// the length of the first word, which a period follows.
pub(super) fn domain(rest: &str, dot: usize) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut end = dot;
    let mut found = None;
    // A domain has few labels, each at most 63 bytes.
    for _ in 0..5 {
        if bytes.get(end) != Some(&b'.') {
            break;
        }
        let label = &bytes[end + 1..];
        let length = label.iter().take(64).take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
        if length == 0 || length > 63 {
            break;
        }
        let label = std::str::from_utf8(&label[..length]).unwrap_or_default();
        end += 1 + length;
        let whole =
            rest.get(end..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
        if whole && TOP_LEVEL_DOMAINS.binary_search(&label).is_ok() {
            found = Some(end);
        }
    }
    let end = found?;
    if bytes.get(end) != Some(&b'/') {
        return Some(end);
    }
    let path = rest[end..].find(|c: char| !is_url_char(c)).map_or(rest.len(), |length| end + length);
    Some(without_final_marks(rest, path))
}

/// The length of the e-mail address at the start of `rest`.
pub(super) fn email(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let local = bytes.iter().take(LOCAL_PART + 1).take_while(|b| is_local(**b)).count();
    if local == 0 || local > LOCAL_PART || bytes.get(local) != Some(&b'@') {
        return None;
    }
    let host = &bytes[local + 1..];
    let length =
        host.iter().take(255).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.')).count();
    let host = std::str::from_utf8(&host[..length]).ok()?.trim_end_matches(['.', '-']);
    let (name, ending) = host.rsplit_once('.')?;
    let fits = !name.is_empty() && ending.len() >= 2 && ending.bytes().all(|b| b.is_ascii_alphabetic());
    fits.then_some(local + 1 + host.len())
}

fn is_local(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-')
}

fn is_url_char(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(
            c,
            '-' | '.'
                | '_'
                | '~'
                | ':'
                | '/'
                | '?'
                | '#'
                | '@'
                | '!'
                | '$'
                | '&'
                | '('
                | ')'
                | '*'
                | '+'
                | ','
                | ';'
                | '='
                | '%'
        )
}

/// `end` without the marks that belong to the sentence, not to the address.
fn without_final_marks(rest: &str, end: usize) -> usize {
    let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*']);
    match address.strip_suffix(')') {
        Some(inner) if !inner.contains('(') => {
            inner.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']).len()
        }
        _ => address.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn top_level_domains_are_sorted() {
        assert!(TOP_LEVEL_DOMAINS.windows(2).all(|two| two[0] < two[1]));
    }

    #[test]
    fn addresses_end_before_the_sentences_marks() {
        let check = |found: Option<usize>, rest: &str, expected: Option<&str>| {
            assert_eq!(found.map(|end| &rest[..end]), expected, "{rest:?}");
        };
        let rest = "https://example.org/a?b=(c). Danach";
        check(url(rest), rest, Some("https://example.org/a?b=(c)"));
        let rest = "www.example.org) und";
        check(url(rest), rest, Some("www.example.org"));
        let rest = "www.";
        check(url(rest), rest, None);
        let rest = "example.co.uk, sagt";
        check(domain(rest, 7), rest, Some("example.co.uk"));
        let rest = "beendet.Danach";
        check(domain(rest, 7), rest, None);
        let rest = "vorname.nachname@example.org.";
        check(email(rest), rest, Some("vorname.nachname@example.org"));
        let rest = "a@b";
        check(email(rest), rest, None);
    }
}
