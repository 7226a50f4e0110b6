//! Brackets and quotation marks that belong together.
//!
//! In: a section's tokens. Out: for each token that opens or closes, the index of its partner.

use crate::layers::tokens::{Token, TokenKind};
use crate::text::Text;

/// Stands for no partner.
const NONE: u32 = u32::MAX;

/// The partner of each token.
#[derive(Debug)]
pub(super) struct Enclosures {
    partners: Vec<u32>,
}

impl Enclosures {
    /// Matches the brackets and quotation marks of `tokens`.
    pub(super) fn new(text: Text<'_>, tokens: &[Token]) -> Self {
        let mut partners = vec![NONE; tokens.len()];
        let mut open: [Vec<u32>; 3] = Default::default();
        for (index, token) in tokens.iter().enumerate() {
            let (kind, opens) = match token.kind {
                TokenKind::OpenQuote => (0, true),
                TokenKind::CloseQuote => (0, false),
                TokenKind::Punctuation => match text.slice(token.span) {
                    "(" => (1, true),
                    ")" => (1, false),
                    "[" => (2, true),
                    "]" => (2, false),
                    _ => continue,
                },
                _ => continue,
            };
            if opens {
                open[kind].push(index as u32);
            } else if let Some(partner) = open[kind].pop() {
                partners[index] = partner;
                partners[partner as usize] = index as u32;
            }
        }
        Self { partners }
    }

    /// The partner of the token at `index`.
    pub(super) fn partner(&self, index: usize) -> Option<usize> {
        self.partners.get(index).filter(|partner| **partner != NONE).map(|partner| *partner as usize)
    }
}
