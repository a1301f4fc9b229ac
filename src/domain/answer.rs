//! A ready answer to the idea giver, from the texts that the program brings with it. What it lacks
//! stays visible in it; whoever sends it fills that in.

use jiff::civil::Date;

use super::command::stages_of;
use super::gate::next_after;
use super::kinds::DecisionKind;
use super::language::Language;
use super::owed::{Owed, Story, day};
use super::records::{Decision, DecisionId, Idea, IdeaId, IdeaText, Stage};
use super::reference::{Reference, known};
use super::refusal::No;
use super::say::Arg;
use super::there::There;
use super::when::{Holidays, add_working_days};

/// Stands in an answer where something is missing.
const MISSING: &str = "…";
/// The answer to an idea on which nothing has been decided.
const RECEIPT: &str = "kvitto";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// What it tells of; none for a receipt.
    pub decision: Option<DecisionId>,
    pub text: String,
    /// The names of what is missing, of [`PLACEHOLDERS`](super::reference::PLACEHOLDERS).
    pub missing: Vec<&'static str>,
}

/// How an answer is worded.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    pub language: Language,
    /// Whom to turn to: whoever is at the keyboard.
    pub contact: &'a str,
    /// A day as the language writes it in full.
    pub day: &'a dyn Fn(Date) -> String,
}

/// The answer that is owed; where none is, to the newest decision again. `None` where the idea is gone.
pub fn ready_answer(
    there: &dyn There,
    idea: IdeaId,
    wording: Wording<'_>,
) -> Result<Option<Ready>, No> {
    let Some(idea) = there.find::<Idea>(idea.0)? else { return Ok(None) };
    let text: IdeaText = there.get(idea.id.0)?;
    let story = Story::of(there, &idea)?;
    let owed = story.debts(&idea).into_iter().find_map(|debt| match debt.what {
        Owed::Decision(decision) => Some(decision),
        Owed::Receipt | Owed::FirstAnswer => None,
    });
    let decision = match owed {
        Some(owed) => story.own.iter().chain(&story.joined).find(|one| one.id == owed),
        None => story.own.last(),
    };
    let key = decision.map_or(RECEIPT, |decision| decision.kind.key());
    let template = Reference::get().feedback(key).expect("every decision has a ready answer");
    let facts = Facts { idea: &idea, text: &text, decision, wording };
    let (text, missing) =
        fill(template.text.in_language(wording.language), |name| facts.fact(there, name))?;
    Ok(Some(Ready { decision: decision.map(|decision| decision.id), text, missing }))
}

struct Facts<'a> {
    idea: &'a Idea,
    text: &'a IdeaText,
    decision: Option<&'a Decision>,
    wording: Wording<'a>,
}

impl Facts<'_> {
    /// What stands for a name in braces; empty where it is not known.
    fn fact(&self, there: &dyn There, name: &str) -> Result<String, No> {
        let decision = self.decision;
        let said =
            |text: fn(&Decision) -> &String| decision.map_or(String::new(), |it| text(it).clone());
        Ok(match name {
            "nr" => self.idea.id.0.to_string(),
            "datum" => self.date(),
            "steg" => self.stage(there)?,
            "motivering" => said(|it| &it.reason),
            "lardom" => said(|it| &it.learning),
            "mottagare" => said(|it| &it.target),
            "nasta" => self.text.next_step.clone(),
            "kontakt" => match decision.map(|it| it.contact.trim()) {
                Some(contact) if !contact.is_empty() => contact.to_owned(),
                // Whoever is at the keyboard is not whom to ask elsewhere.
                Some(_) if decision.is_some_and(|it| it.kind == DecisionKind::Refer) => {
                    String::new()
                }
                _ => self.wording.contact.to_owned(),
            },
            "annan" => match decision {
                Some(merging) if merging.idea != self.idea.id => merging.idea.0.to_string(),
                _ => self.idea.merged_into.map_or(String::new(), |into| into.0.to_string()),
            },
            _ => String::new(),
        })
    }

    /// When the first answer comes, or how long the pause is.
    fn date(&self) -> String {
        let day_of = self.wording.day;
        match self.decision {
            None => {
                let days = Reference::get().sluice.response_times.first_answer_working_days;
                day_of(add_working_days(day(self.idea.created), days, Holidays::None))
            }
            Some(pause) => match pause.until {
                Some(until) => day_of(until),
                None => pause.event.clone(),
            },
        }
    }

    /// The stage that the decision led to.
    fn stage(&self, there: &dyn There) -> Result<String, No> {
        let Some(decision) = self.decision else { return Ok(String::new()) };
        let Some(stage) = there.find::<Stage>(decision.stage.0)? else { return Ok(String::new()) };
        let stages = stages_of(there, &stage)?;
        let label = match decision.kind {
            DecisionKind::GoAhead => next_after(&stages, &stage).unwrap_or(&stage).label(),
            _ => stage.label(),
        };
        Ok(match label {
            Arg::Text(name) => name.into_owned(),
            Arg::Known(key) => known(&key, self.wording.language).unwrap_or_default().to_owned(),
            _ => String::new(),
        })
    }
}

/// Puts what is known in the place of the names in braces, and tells what is missing.
fn fill(
    template: &'static str,
    fact: impl Fn(&str) -> Result<String, No>,
) -> Result<(String, Vec<&'static str>), No> {
    let mut pieces = template.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    let mut missing = Vec::new();
    for piece in pieces {
        let Some((name, rest)) = piece.split_once('}') else { continue };
        let found = fact(name)?;
        let found = found.trim();
        if found.is_empty() {
            text.push_str(MISSING);
            missing.push(name);
        } else if rest.starts_with('.') {
            text.push_str(found.trim_end_matches('.'));
        } else {
            text.push_str(found);
            let is_sentence = matches!(name, "motivering" | "lardom");
            if is_sentence && !found.ends_with(['.', '!', '?', '…']) {
                text.push('.');
            }
        }
        text.push_str(rest);
    }
    Ok((text, missing))
}
