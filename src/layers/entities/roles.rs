//! What the article calls a person's office or role.
//!
//! In: a person's mentions. Out: the words as they stand there, before the name (`US-Außenminister Antony
//! Blinken`) or after it (`Minoru Kihara, Verteidigungsminister Japans`), each once.

use super::{Context, Mention};
use crate::text::Span;

/// The most roles that are listed for one person.
const MOST_ROLES: usize = 6;

pub(super) fn find(context: Context<'_>, members: &[u32], mentions: &[Mention]) -> Vec<String> {
    let mut roles: Vec<String> = Vec::new();
    for mention in members.iter().map(|index| &mentions[*index as usize]) {
        for role in [before(context, mention.span), after(context, mention.span)].into_iter().flatten() {
            let text = context.text.slice(role);
            let is_new = !roles.iter().any(|known| {
                known == text
                    || text.strip_suffix('s') == Some(known)
                    || known.strip_suffix('s') == Some(text)
            });
            if is_new && roles.len() < MOST_ROLES {
                roles.push(text.to_owned());
            }
        }
    }
    roles
}

/// The roles that end right before the name.
fn before(context: Context<'_>, name: Span) -> Option<Span> {
    let rules = context.language.name_rules();
    let end = context.tokens.partition_point(|token| token.span.end() <= name.start());
    let words = context.tokens[..end].iter().rev().take(4);
    let mut next = name.start();
    let found = words.take_while(|token| {
        // A role in the line before belongs to nobody here.
        let gap = context.text.slice(Span::new(token.span.end(), next));
        next = token.span.start();
        !gap.contains('\n') && rules.is_role(context.text.slice(token.span))
    });
    let first = found.last()?;
    Some(Span::new(first.span.start(), context.tokens[end - 1].span.end()))
}

/// The role that follows a comma, with a name in the genitive after it.
fn after(context: Context<'_>, name: Span) -> Option<Span> {
    let rules = context.language.name_rules();
    let start = context.tokens.partition_point(|token| token.span.start() < name.end());
    let mark = context.tokens.get(start)?;
    let next = context.tokens.get(start + 1)?;
    if context.text.slice(mark.span) != "," || !rules.is_role(context.text.slice(next.span)) {
        return None;
    }
    Some(next.span)
}
