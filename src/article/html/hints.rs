//! What classes, roles and the like say about an element's content.
//!
//! In: the attributes of a start tag. Out: a [`SectionKind`], whether it is hidden, a date. Names on wrappers are often
//! wrong; the builder weighs the hints against what it finds inside.

use crate::article::SectionKind;

/// What the attributes of one start tag say.
#[derive(Clone, Debug, Default)]
pub(super) struct Hints {
    pub(super) kind: Option<SectionKind>,
    pub(super) is_hidden: bool,
    /// The value of `datetime`, or of `content` in a `meta` that tells when the page was published.
    pub(super) date: Option<String>,
    /// Whether a `meta` is about the time of publication.
    pub(super) is_publication: bool,
}

/// The attributes that are read.
pub(super) fn is_read(name: &[u8]) -> bool {
    matches!(
        name,
        b"class"
            | b"id"
            | b"role"
            | b"itemprop"
            | b"rel"
            | b"hidden"
            | b"style"
            | b"datetime"
            | b"content"
            | b"property"
            | b"name"
    )
}

impl Hints {
    /// Takes note of an attribute.
    pub(super) fn add(&mut self, name: &[u8], value: &[u8]) {
        match name {
            b"class" | b"id" | b"itemprop" => {
                let kind = value.split(u8::is_ascii_whitespace).take(32).find_map(of_token);
                self.kind = self.kind.or(kind);
            }
            b"rel" if value == b"author" => self.kind = self.kind.or(Some(SectionKind::Byline)),
            b"role" => {
                let furniture: [&[u8]; 8] = [
                    b"navigation",
                    b"complementary",
                    b"contentinfo",
                    b"search",
                    b"dialog",
                    b"alert",
                    b"button",
                    b"toolbar",
                ];
                if furniture.contains(&value) {
                    self.kind = Some(SectionKind::Furniture);
                }
            }
            b"hidden" => self.is_hidden = true,
            b"style" => self.is_hidden |= hides(value),
            b"datetime" | b"content" => self.date = std::str::from_utf8(value).ok().map(str::to_owned),
            b"property" | b"name" => {
                let published: [&[u8]; 4] =
                    [b"article:published_time", b"date", b"dc.date", b"datepublished"];
                self.is_publication = published.iter().any(|name| value.eq_ignore_ascii_case(name));
            }
            _ => {}
        }
    }
}

/// Whether a style hides the element.
fn hides(style: &[u8]) -> bool {
    style.split(|&b| b == b';').take(40).any(|declaration| {
        let mut parts = declaration.splitn(2, |&b| b == b':').map(<[u8]>::trim_ascii);
        let (name, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        (name.eq_ignore_ascii_case(b"display") && value.eq_ignore_ascii_case(b"none"))
            || (name.eq_ignore_ascii_case(b"visibility") && value.eq_ignore_ascii_case(b"hidden"))
            || name.eq_ignore_ascii_case(b"mso-hide") && value.eq_ignore_ascii_case(b"all")
    })
}

/// What one class says. Of `article__teaser-text`, the parts are `article`, `teaser`, `text`; the last one that
/// says something decides, and a name such as `has-newsletter` says nothing of its element.
fn of_token(token: &[u8]) -> Option<SectionKind> {
    if token.len() > 60 {
        return None;
    }
    let folded = token.to_ascii_lowercase();
    match folded.as_slice() {
        b"msotitle" => return Some(SectionKind::Headline),
        b"msosubtitle" => return Some(SectionKind::Subheading),
        b"datepublished" | b"datemodified" => return Some(SectionKind::Date),
        b"wp-caption-text" | b"msocaption" => return Some(SectionKind::Caption),
        _ if folded.starts_with(b"msolistparagraph") => return Some(SectionKind::ListItem),
        _ => {}
    }
    let mut parts = Parts { token, at: 0 };
    let first = parts.next()?.to_ascii_lowercase();
    if matches!(
        first.as_slice(),
        b"has" | b"is" | b"no" | b"with" | b"js" | b"not" | b"show" | b"hide" | b"without"
    ) {
        return None;
    }
    let mut kind = of_part(&first);
    for part in parts {
        let part = part.to_ascii_lowercase();
        // Wrappers of everything.
        if matches!(
            part.as_slice(),
            b"wrapper" | b"container" | b"content" | b"page" | b"layout" | b"main" | b"grid" | b"inner"
        ) {
            return kind.filter(|&kind| kind == SectionKind::Furniture);
        }
        kind = match (of_part(&part), kind) {
            // `newsletter-headline`, `related-date` are in the box.
            (Some(_), Some(SectionKind::Furniture)) => kind,
            (Some(found), _) => Some(found),
            (None, kind) => kind,
        };
    }
    kind
}

fn of_part(part: &[u8]) -> Option<SectionKind> {
    Some(match part {
        b"byline" | b"author" | b"authors" | b"autor" | b"autoren" | b"autorin" | b"dateauthor" => {
            SectionKind::Byline
        }
        b"date" | b"datum" | b"dateline-date" | b"timestamp" | b"pubdate" | b"published" | b"datetime"
        | b"publishdate" => SectionKind::Date,
        b"caption" | b"bildunterschrift" | b"bu" | b"figcaption" | b"imagecaption" => SectionKind::Caption,
        b"credit" | b"credits" | b"copyright" | b"bildnachweis" | b"bildquelle" | b"photographer"
        | b"fotocredit" => SectionKind::Credit,
        b"kicker" | b"dachzeile" | b"topline" | b"overline" | b"spitzmarke" | b"roofline" => {
            SectionKind::Kicker
        }
        b"lead" | b"lede" | b"teaser" | b"intro" | b"standfirst" | b"vorspann" | b"anreisser" | b"dek" => {
            SectionKind::Lead
        }
        b"newsletter" | b"share" | b"sharing" | b"social" | b"socialbar" | b"related" | b"recommended"
        | b"recommendations" | b"cookie" | b"cookies" | b"consent" | b"ad" | b"ads" | b"advert"
        | b"advertisement" | b"anzeige" | b"werbung" | b"promo" | b"sponsored" | b"comments" | b"comment"
        | b"kommentare" | b"paywall" | b"login" | b"subscribe" | b"subscription" | b"breadcrumb"
        | b"breadcrumbs" | b"navigation" | b"menu" | b"sidebar" | b"footer" | b"nav" | b"teaserlist"
        | b"popup" | b"modal" | b"banner" | b"toolbar" | b"skiplink" | b"taboola" | b"outbrain"
        | b"morelinks" | b"readmore" => SectionKind::Furniture,
        _ => return None,
    })
}

/// The parts of a class: words between hyphens and underscores, or each with a capital letter.
struct Parts<'t> {
    token: &'t [u8],
    at: usize,
}

impl<'t> Iterator for Parts<'t> {
    type Item = &'t [u8];

    fn next(&mut self) -> Option<&'t [u8]> {
        while self.token.get(self.at).is_some_and(|b| !b.is_ascii_alphanumeric()) {
            self.at += 1;
        }
        let start = self.at;
        while let Some(&byte) = self.token.get(self.at) {
            let is_hump =
                self.at > start && byte.is_ascii_uppercase() && self.token[self.at - 1].is_ascii_lowercase();
            if !byte.is_ascii_alphanumeric() || is_hump {
                break;
            }
            self.at += 1;
        }
        (self.at > start).then(|| &self.token[start..self.at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(class: &str, expected: Option<SectionKind>) {
        let mut hints = Hints::default();
        hints.add(b"class", class.as_bytes());
        assert_eq!(hints.kind, expected, "{class:?}");
    }

    #[test]
    fn classes_are_read_by_their_parts() {
        check("article__byline", Some(SectionKind::Byline));
        check("articleAuthor", Some(SectionKind::Byline));
        check("text image-caption", Some(SectionKind::Caption));
        check("has-newsletter", None);
        check("newsletter-headline", Some(SectionKind::Furniture));
        check("author-wrapper", None);
        check("gradient heading adapt", None);
        check("", None);
        check("__ --", None);
    }
}
