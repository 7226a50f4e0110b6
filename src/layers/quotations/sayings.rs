//! Verbs of saying and what they bring.
//!
//! In: a sentence cut into clauses. Out: indirect speech with its frame; who is said to speak in marks; an act that
//! brings no words. Sources without a verb are left to `named`, speech without either to `implied`.

use std::ops::Range;

use super::clauses::{content_end, is_behind_marks, is_infinitive, Clauses, Word};
use super::frames::{Attribution, Finder};
use super::moods;
use super::sources::{noun_phrase, subject, Names};
use super::words::Class;
use super::{Mood, Quotation, QuotationType};
use crate::layers::tokens::TokenKind;
use crate::score::Score;

impl Finder<'_> {
    /// The verb of saying in the clause `index`, and the clause that its other part ends.
    fn verb(&self, clauses: &Clauses<'_>, index: usize) -> Option<(usize, usize)> {
        let words = &clauses.words;
        let part = clauses.parts[index].clone();
        let last = |part: &Range<usize>| part.clone().rev().find(|at| words[*at].kind.is_word());
        let has_modal = clauses.find(part.clone(), Class::MODAL).is_some();
        let acts = Class::SAY.with(Class::ACT).with(Class::PARTICIPLE);
        part.clone().find_map(|at| {
            let word = &words[at];
            let is_other = word.is_quoted
                || word.has_capital && (at > 0 || self.lists.has_clauses)
                || word.class.has(Class::SUBJUNCTIVE);
            let brings = acts.with(Class::SEPARABLE).with(Class::GOVERNED);
            let is_aside = words[part.start..at].iter().rev().find(|word| matches!(word.text, "(" | ")"));
            if is_other
                || !word.class.has(brings)
                || is_aside.is_some_and(|word| word.text == "(")
                || word.class.has(Class::PARTICIPLE) && word.class.has(Class::ADVERB)
                || is_attribute(clauses, &part, at)
                || !self.lists.has_clauses && is_noun_or_infinitive(&words[part.start..at])
            {
                return None;
            }
            if word.class.has(acts) && (at == 0 || !words[at - 1].class.has(Class::TO)) {
                // `Sie konnte nicht sagen, ob`: nothing is said.
                return (!has_modal || !word.text.ends_with('n') || word.class.has(Class::PARTICIPLE))
                    .then_some((at, index));
            }
            // `Sie hält den Plan für gut`, `dass sie mit Regen rechnet`
            let governs = |word: &Word<'_>| self.lists.is_part(words[at].text, word.text);
            if word.class.has(Class::GOVERNED) && words[part.clone()].iter().any(governs) {
                return Some((at, index));
            }
            if !word.class.has(Class::SEPARABLE) {
                return None;
            }
            if at > 0 && self.lists.is_part(word.text, words[at - 1].text) {
                return Some((at, index));
            }
            // The part may stand behind names and relative clauses: `ging Vogt, die Leiterin, davon aus`.
            let closes = |part: &Range<usize>| {
                last(part).is_some_and(|last| last > at && self.lists.is_part(word.text, words[last].text))
            };
            (index..clauses.parts.len().min(index + 3))
                .find(|later| closes(&clauses.parts[*later]))
                .map(|later| (at, later))
        })
    }

    /// A verb of saying that ends the clause `index`.
    fn closing_verb(&self, clauses: &Clauses<'_>, index: usize) -> Option<(usize, usize)> {
        let found = self.verb(clauses, index)?;
        let rest = &clauses.words[found.0 + 1..clauses.parts[index].end];
        rest.iter().all(|word| word.class.has(Class::AUXILIARY)).then_some(found)
    }

    /// Clauses with a verb of saying: what frames words, and an act that frames none.
    // Reason: each form of frame in its order; what one finds, the next must know.
    #[allow(clippy::too_many_lines)]
    pub(super) fn saying(&mut self, clauses: &Clauses<'_>) -> (Option<Attribution>, Option<Attribution>) {
        let acts = Class::ACT.with(Class::SEPARABLE).with(Class::PARTICIPLE).with(Class::GOVERNED);
        let mut first = None;
        let mut act = None;
        let before = self.before;
        let mut next = 0;
        while next < clauses.parts.len() {
            let index = next;
            next += 1;
            let mut part = clauses.parts[index].clone();
            let mut verb = self.verb(clauses, index);
            let opener = clauses.words[part.start].class;
            if verb.is_none() && opener.has(Class::AS) {
                // `Wie die Leiterin, Karin Vogt, mitteilte`
                verb = (index + 1..clauses.parts.len().min(index + 4))
                    .find_map(|later| self.closing_verb(clauses, later));
            }
            let mut closing = index;
            if let Some((_, later)) = verb.filter(|(_, later)| *later > index) {
                part.end = clauses.parts[later].end;
                (closing, next) = (later, later + 1);
            }
            let verb = verb.map(|(verb, _)| verb);
            let is_so = opener.has(Class::SO)
                && part.start > 0
                && verb.is_none()
                && !clauses
                    .words
                    .get(part.start + 1)
                    .is_some_and(|next| next.class.has(Class::CONJUNCTION.with(Class::ADVERB)));
            let Some(cue) = verb.or(is_so.then_some(part.start)) else { continue };
            let is_as = opener.has(Class::AS) && cue > part.start;
            // `Wie erwartet kam er`, `Was gestern verkündet wurde, half`: nothing is said here.
            let is_bare = is_as
                && clauses.words[cue].class.has(Class::PARTICIPLE)
                && clauses.find(part.clone(), Class::AUXILIARY).is_none()
                && cue <= part.start + 2;
            let is_asked = index == 0 && opener.has(Class::QUESTION) && cue + 2 >= part.end;
            if is_bare || is_asked {
                continue;
            }
            let is_behind = cue > 0 && clauses.is_quoted(part.start..cue)
                || index > 0 && cue == part.start + 1 && opener.has(Class::DEMONSTRATIVE);
            let after = noun_phrase(clauses, &self.names, cue + 1..part.end)
                .filter(|phrase| !clauses.words[phrase.start].class.has(Class::OBJECT));
            if is_so && (after.is_none() || clauses.find(part.clone(), Class::AUXILIARY).is_some()) {
                continue;
            }
            let resumes = !is_behind_marks(clauses, &part)
                && (self.is_interrupted(clauses, index) || self.is_topic(clauses, index));
            let is_finite_first =
                cue == part.start || clauses.words[part.start].class.has(Class::AUXILIARY) && index > 0;
            let is_near = after.as_ref().is_some_and(|phrase| {
                let between = &clauses.words[cue + 1..phrase.start];
                between
                    .iter()
                    .all(|word| word.class.has(Class::ADVERB.with(Class::TIME).with(Class::PREPOSITION)))
            });
            // `The bridge is safe, the mayor said.`
            let is_after_all = !self.lists.has_clauses
                && index > 0
                && closing + 1 == clauses.parts.len()
                && !opener.has(Class::COORDINATOR.with(Class::RELATIVE).with(Class::SUBORDINATOR))
                && cue > part.start
                && clauses.words[cue].class.has(Class::SAY.with(Class::ACT))
                && noun_phrase(clauses, &self.names, part.start..cue)
                    .is_some_and(|phrase| phrase.start == part.start && phrase.end == cue)
                && clauses.words[cue + 1..part.end].iter().all(|word| {
                    word.class.has(Class::ADVERB.with(Class::TIME).with(Class::PREPOSITION)) || word.has_capital
                });
            let is_tail = is_so
                || is_after_all
                || is_behind && after.is_some() && !resumes && (is_near || is_behind_marks(clauses, &part));
            // `Als er kam, sagte Vogt`, `„Nein“, hatte Vogt gesagt`: the subject is behind the verb.
            let start = &clauses.words[clauses.parts[0].start];
            let opens_otherwise = start.is_quoted || start.class.has(Class::SUBORDINATOR);
            let is_pronoun = after.as_ref().is_some_and(|phrase| {
                phrase.start == cue + 1
                    && phrase.len() == 1
                    && clauses.words[phrase.start].class.has(Class::PRONOUN)
            });
            let phrase = match () {
                () if is_after_all => Some(part.start..cue),
                () if is_tail || index == 0 && cue == 1 && opener.has(Class::DEMONSTRATIVE) => after,
                () if is_as => noun_phrase(clauses, &self.names, part.start + 1..cue),
                () if index > 0
                    && is_finite_first
                    && (resumes || after.is_none())
                    && !opens_otherwise
                    && !is_pronoun =>
                {
                    noun_phrase(clauses, &self.names, clauses.parts[0].clone())
                        .filter(|phrase| !clauses.words[phrase.start].class.has(Class::OBJECT))
                        .or_else(|| subject(clauses, &self.names, part.clone(), cue))
                }
                () => in_relative(clauses, &self.names, &part, index)
                    .or_else(|| subject(clauses, &self.names, part.clone(), cue)),
            };
            // `In dem Brief heißt es`: what it stands in speaks.
            let is_anonymous = phrase.as_ref().is_some_and(|phrase| {
                phrase.len() == 1 && clauses.words[phrase.start].class.has(Class::ANONYMOUS)
            });
            let opens =
                |class: Class| clauses.words.get(part.start + 1).is_some_and(|next| next.class.has(class));
            let is_relative =
                index > 0 && opener.has(Class::RELATIVE) && !clauses.words[part.start].has_capital;
            let phrase = match phrase {
                None if is_relative && !opens(Class::PRONOUN) => Some(part.start..part.start + 1),
                phrase => phrase,
            };
            let is_nameless = is_anonymous || phrase.is_none();
            let phrase = match clauses.find(part.clone(), Class::PREPOSITION).filter(|_| is_nameless) {
                Some(at) => {
                    // A relative clause: `der Brief, in dem es heißt`.
                    let is_relative =
                        index > 0 && at == part.start && opens(Class::RELATIVE) && !opens(Class::NAMING);
                    let named = noun_phrase(clauses, &self.names, at + 1..part.end)
                        .filter(|named| is_anonymous || is_as || self.is_document(clauses, named.clone()));
                    if is_relative && named.as_ref().is_none_or(|named| named.start > at + 1) {
                        Some(at + 1..at + 2)
                    } else {
                        named
                    }
                }
                None => phrase,
            };
            // `hieß es weiter`: who spoke before goes on.
            let stands_for_nobody =
                |phrase: &Range<usize>| clauses.words[phrase.start].class.has(Class::ANONYMOUS);
            let goes_on = is_anonymous
                && phrase.as_ref().is_none_or(stands_for_nobody)
                && clauses.words.get(cue + 2).is_some_and(|word| word.class.has(Class::ADVERB));
            let named = phrase.clone();
            let source = if goes_on { self.inherited() } else { self.source(clauses, phrase) };
            let content = if is_as {
                vec![0..part.start, part.end..clauses.end]
            } else if is_tail {
                let is_marked = is_behind && !clauses.words[part.start].is_quoted;
                let end = if is_marked { part.start } else { part.start.min(cue) };
                // `Das Haus, sagte Vogt, sei leer.`
                let later = clauses.parts.get(closing + 1).filter(|later| self.resumes(clauses, later));
                std::iter::once(0..end).chain(later.map(|later| later.start..clauses.end)).collect()
            } else {
                self.framed(clauses, closing, cue, named.as_ref()).into_iter().collect()
            };
            let mut attribution = Attribution {
                source,
                cue: Some(clauses.words[cue].span),
                frame: clauses.span(part.clone()),
                quotation: None,
                is_strong: clauses.words[cue].class.has(Class::STRONG),
            };
            // `Seit Jahren fordert er`: a preposition, since the verb is not last.
            let is_phrase = opener.has(Class::PREPOSITION) && cue + 1 < part.end;
            let is_main = (is_phrase
                || !opener.has(Class::SUBORDINATOR.with(Class::CONJUNCTION).with(Class::QUESTION)))
                && (index == 0 || !opener.has(Class::RELATIVE));
            attribution.quotation = self.indirect(clauses, &content, &attribution);
            // `Das bestätigte die Firma`: what stands before is said.
            if let (0, 1, Some(before)) = (index, cue, before.filter(|_| opener.has(Class::DEMONSTRATIVE))) {
                if source.is_some() && content.is_empty() {
                    attribution.quotation = Some(self.push(Quotation {
                        quotation_type: QuotationType::Indirect,
                        content: vec![before],
                        cue: attribution.cue,
                        frame: attribution.frame,
                        source,
                        mood: None,
                        parent: None,
                        confidence: Score::ZERO,
                    }));
                }
            }
            if attribution.quotation.is_none() && content.is_empty() && is_main && act.is_none() {
                let is_act =
                    clauses.words[cue].class.has(acts);
                let speaks_of =
                    |at: usize| clauses.words.get(at).is_some_and(|word| word.class.has(Class::AGENT));
                let is_speech =
                    !clauses.words[cue].class.has(Class::NO_REPORT) || (cue + 1..part.end).any(speaks_of);
                let is_toll = clauses.find(part.clone(), Class::TOLL).is_some()
                    && !(cue + 1..part.end).any(speaks_of);
                // `Es gab Kritik an dem Plan`, `gab es Kritik`
                let is_there = clauses.words[cue].class.has(Class::SEPARABLE)
                    && clauses.words.get(cue + 1).is_some_and(|next| next.class.has(Class::ANONYMOUS));
                let is_told = is_act && is_speech && !is_toll && !is_there;
                act = (is_told && source.is_some()).then_some(attribution);
            }
            if is_main || attribution.quotation.is_some() {
                first = first.filter(|first: &Attribution| first.quotation.is_some()).or(Some(attribution));
            }
        }
        (first, act)
    }

    /// Whether a clause behind a frame goes on with what is said: `…, sagte Vogt, sei leer`.
    fn resumes(&self, clauses: &Clauses<'_>, part: &Range<usize>) -> bool {
        let opener = &clauses.words[part.start];
        let mood = moods::subjunctive(clauses, self.lists, part.clone());
        !opener.is_quoted && opener.class.has(Class::SUBJUNCTIVE.with(Class::SUBJUNCTIVE2))
            || mood.is_some_and(|(_, mood)| mood == Mood::Subjunctive1)
                && !opener.class.has(Class::RELATIVE)
                && self.lists.has_clauses
    }

    /// Whether a clause opens with its subject and has its verb behind it: a main clause.
    fn has_second_verb(&self, clauses: &Clauses<'_>, part: &Range<usize>) -> bool {
        let words = &clauses.words;
        let Some(phrase) =
            noun_phrase(clauses, &self.names, part.clone()).filter(|phrase| phrase.start == part.start)
        else {
            return false;
        };
        let other = Class::ADVERB
            .with(Class::PREPOSITION)
            .with(Class::COORDINATOR)
            .with(Class::ARTICLE)
            .with(Class::TIME)
            .with(Class::AS);
        phrase.end + 1 < part.end
            && words.get(phrase.end).is_some_and(|verb| {
                // `der Mann „wollte nur helfen“`
                verb.kind == TokenKind::OpenQuote
                    && clauses.is_quoted(phrase.end..part.end)
                    && words.get(phrase.end + 1).is_some_and(|verb| !verb.has_capital)
                    || !verb.has_capital
                    && !verb.is_quoted
                    && verb.kind == TokenKind::Word
                    && !verb.class.has(other)
                    && (verb.class.has(Class::AUXILIARY.with(Class::MODAL).with(Class::HEARSAY))
                        || verb.text.ends_with(['t', 'n', 'e']))
                    && !is_attribute(clauses, part, phrase.end)
            })
    }

    /// Whether a noun phrase names what words stand in.
    fn is_document(&self, clauses: &Clauses<'_>, phrase: Range<usize>) -> bool {
        let mut nouns = clauses.words[phrase].iter().filter(|word| word.has_capital).take(2);
        nouns.any(|word| self.lists.is_document(word.text))
    }

    /// Whether the clause before is a relative one or says a name again: the verb goes on after it.
    fn is_interrupted(&self, clauses: &Clauses<'_>, index: usize) -> bool {
        let words = &clauses.words;
        let Some(before) =
            index.checked_sub(1).filter(|before| *before > 0).map(|before| clauses.parts[before].clone())
        else {
            return false;
        };
        let opener = &words[before.start];
        let is_relative = !opener.has_capital
            && (opener.class.has(Class::RELATIVE) || opener.class.has(Class::PREPOSITION))
            && words
                .get(before.start + 1)
                .is_some_and(|word| !word.has_capital || opener.class.has(Class::RELATIVE))
            && before.len() > 2
            && moods::subjunctive(clauses, self.lists, before.clone()).is_none();
        let is_name = before.len() < 7
            && words[before.clone()].iter().all(|word| {
                word.has_capital
                    || word.class.has(Class::ARTICLE.with(Class::GENITIVE))
                    || !word.kind.is_word()
            });
        is_relative && clauses.parts[..index].len() == 2 || is_name && index == 2
    }

    /// Whether all before the clause `index` is a name with what is told of it: the verb goes on after it.
    fn is_topic(&self, clauses: &Clauses<'_>, index: usize) -> bool {
        let first = clauses.parts[0].clone();
        let words = &clauses.words;
        let Some(phrase) =
            noun_phrase(clauses, &self.names, first.clone()).filter(|phrase| phrase.start == first.start)
        else {
            return false;
        };
        let is_verb = |word: &Word<'_>| {
            !word.has_capital && word.kind == TokenKind::Word && word.class.has(Class::AUXILIARY.with(Class::MODAL))
        };
        let goes_on = phrase.end == first.end
            || words[phrase.end].class.has(Class::PREPOSITION)
                && words[phrase.end..first.end].iter().any(|word| word.has_capital)
                && !words[first.clone()].iter().any(is_verb);
        index > 1 && goes_on
    }

    /// What the verb at `cue` in the clause `index` brings.
    fn framed(
        &self,
        clauses: &Clauses<'_>,
        index: usize,
        cue: usize,
        speaker: Option<&Range<usize>>,
    ) -> Option<Range<usize>> {
        let words = &clauses.words;
        let part = &clauses.parts[index];
        let opens = Class::CONJUNCTION.with(Class::QUESTION);
        if let Some(inside) = clauses.find(cue + 1..part.end, Class::CONJUNCTION) {
            return Some(inside..content_end(clauses, inside));
        }
        if !self.lists.has_clauses {
            let next = words.get(cue + 1).filter(|_| cue + 2 < part.end && (cue > part.start || index > 0))?;
            // `said the harbour would close`: a subject of its own and its verb behind it.
            let subject = noun_phrase(clauses, &self.names, cue + 1..part.end)?;
            let other = Class::PREPOSITION
                .with(Class::GENITIVE)
                .with(Class::COORDINATOR)
                .with(Class::PREDICATIVE)
                .with(Class::SUBORDINATOR)
                .with(Class::RELATIVE);
            let has_verb = words
                .get(subject.end)
                .filter(|_| subject.end < part.end)
                .is_some_and(|verb| verb.kind.is_word() && !verb.has_capital && !verb.class.has(other));
            let is_said = !next.is_quoted && subject.start == cue + 1 && has_verb;
            return is_said.then_some(cue + 1..content_end(clauses, cue + 1));
        }
        let says = words[cue].class.has(Class::SAY.with(Class::ACT).with(Class::SEPARABLE));
        // `erklärte den Antrag für ungültig, er wurde abgelehnt`: an act with its object has said all.
        let from = speaker.filter(|speaker| speaker.start > cue).map_or(cue, |speaker| speaker.end - 1);
        let is_full = !words[cue].class.has(Class::SAY)
            && noun_phrase(clauses, &self.names, from + 1..part.end).is_some();
        if let Some(next) = clauses
            .parts
            .get(index + 1)
            .filter(|next| says && !is_full && self.has_second_verb(clauses, next))
        {
            return Some(next.start..content_end(clauses, next.start));
        }
        // A relative clause may stand between.
        for (later, next) in clauses.parts.iter().enumerate().skip(index + 1).take(3) {
            let opener = words[next.start].class;
            let said = next.start..content_end(clauses, next.start);
            if opener.has(opens)
                || clauses.follows_colon(next.start)
                || moods::subjunctive(clauses, self.lists, next.clone()).is_some()
                || is_infinitive(clauses, next.clone())
            {
                return Some(said);
            }
            // `nennt einen Mann, von dem sie glaubt, er sei es`: the nearer verb brings it.
            if self.verb(clauses, later).is_some() {
                return None;
            }
            if !opener.has(Class::RELATIVE.with(Class::PREPOSITION)) {
                let mut later = clauses.parts.iter().skip(index + 2).take(2);
                let that = later.find(|part| words[part.start].class.has(Class::CONJUNCTION))?;
                return Some(that.start..content_end(clauses, that.start));
            }
        }
        None
    }
}

/// The subject of a relative clause whose pronoun is another part of it: `bei dem die Polizei sagte`.
fn in_relative(
    clauses: &Clauses<'_>,
    names: &Names<'_>,
    part: &Range<usize>,
    index: usize,
) -> Option<Range<usize>> {
    let words = &clauses.words;
    let is = |at: usize, class| at < part.end && words[at].class.has(class) && !words[at].has_capital;
    let pronoun = part.start + usize::from(is(part.start, Class::PREPOSITION));
    let is_other = index > 0
        && is(pronoun, Class::RELATIVE)
        && (pronoun > part.start || is(pronoun, Class::OBJECT) && !names_noun(words.get(pronoun + 1)));
    if !is_other {
        return None;
    }
    let phrase = noun_phrase(clauses, names, pronoun + 1..part.end)?;
    (!words[phrase.start].class.has(Class::OBJECT)).then_some(phrase)
}

fn names_noun(word: Option<&Word<'_>>) -> bool {
    word.is_some_and(|word| word.has_capital && word.class == Class::default())
}

/// Whether what stands before a word makes it no finite verb: `the claim`, `did not say`, `could say`.
fn is_noun_or_infinitive(before: &[Word<'_>]) -> bool {
    let near = || before.iter().rev().take(2);
    before.last().is_some_and(|word| word.class.has(Class::ARTICLE.with(Class::GENITIVE).with(Class::TO)))
        || near().any(|word| word.class.has(Class::MODAL))
}

/// Whether a verb's form stands before a noun as its attribute: `die gestern erwartete Antwort`.
fn is_attribute(clauses: &Clauses<'_>, part: &Range<usize>, at: usize) -> bool {
    let words = &clauses.words;
    if !words.get(at + 1).is_some_and(|next| next.has_capital) || !words[at].text.ends_with(['e', 'n']) {
        return false;
    }
    let opens = |at: usize| words[at].class.has(Class::ARTICLE) && !words[at].class.has(Class::PRONOUN);
    let divides = |at: usize| words[at].class.has(Class::PREPOSITION.with(Class::ADVERB).with(Class::TIME));
    (part.start..at).rev().take(12).any(|before| opens(before) && (before + 1 == at || divides(before + 1)))
}
