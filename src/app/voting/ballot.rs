//! Ballots from the line to the box: read as they are typed, refused with a sentence, and put right.

use crate::app::model::Model;
use crate::app::overlay::Turn;
use crate::domain::vote::{Ballot, Choice, Settings, Slip, read_pair};
use crate::domain::{Say, Uid, VoteView};

use super::{Deed, Mode, Page, Sheaf, VoteRead, Voting};

impl Voting {
    pub(super) fn cast_line(&mut self, model: &mut Model) -> Turn {
        let text = self.line.text();
        let Some(read) = self.vote() else { return Turn::stay() };
        let (vote, turnout) = (read.view.vote.id, &read.view.turnout);
        if text.trim().is_empty() {
            if self.correcting {
                let last = model.ballots.last(vote).cloned();
                self.correcting = false;
                let effects = last.map(|last| model.ballots.take_back(last));
                return Turn::with(effects.unwrap_or_default());
            }
            let (voted, reveal) = match read.is_estimate() {
                true => (read.voted_on(self.cursor), Deed::RevealOne),
                false => (turnout.voted, Deed::Reveal),
            };
            if turnout.of == Some(voted) {
                return self.press(model, reveal);
            }
            let id =
                if read.is_estimate() { "refused-estimate-pair" } else { "refused-ballot-empty" };
            model.refuse(Say::new(id));
            return Turn::stay();
        }
        let slip = if read.is_estimate() { self.pair(read, &text) } else { ballot(read, &text) };
        match slip {
            Ok(slip) => self.send(model, slip, text),
            Err(say) => {
                model.refuse(say);
                Turn::stay()
            }
        }
    }

    /// Two digits for the idea in focus.
    pub(super) fn pair(&self, read: &VoteRead, text: &str) -> Result<Slip, Say> {
        let gone = || Say::new("refused-ballot-frozen");
        let (other, _) = read.other.as_ref().ok_or_else(gone)?;
        let of = |view: &VoteView, level: Option<i64>| {
            let option = view.options.get(self.cursor).ok_or_else(gone)?.option.id;
            let marks = level.map(|level| (option, level));
            Ballot::of(marks, &choices(view), &Settings::of(&view.vote))
        };
        let (benefit, effort) = read_pair(text, &Settings::of(&read.view.vote))?;
        if benefit.is_none() && effort.is_none() {
            return Err(Say::new("refused-estimate-pair"));
        }
        let (benefit, effort) = (of(&read.view, benefit)?, of(other, effort)?);
        Ok(Slip::pair(Uid::default(), (read.view.vote.id, &benefit), (other.vote.id, &effort)))
    }

    pub(super) fn send(&mut self, model: &mut Model, slip: Slip, text: String) -> Turn {
        let vote = slip.parts.first().map(|part| part.vote);
        let mut instead_of = None;
        if std::mem::take(&mut self.correcting) {
            instead_of =
                vote.and_then(|vote| model.ballots.last(vote)).map(|last| last.slip.clone());
            if instead_of.is_none() {
                model.refuse(Say::new("refused-ballot-next"));
                return Turn::stay();
            }
        }
        self.line.set_text("");
        Turn::with(model.ballots.cast(Sheaf { slip, text }, instead_of))
    }

    /// Puts the last ballot on the line again.
    pub(super) fn correct(&mut self, model: &mut Model) {
        let vote = self.view().map(|view| view.vote.id);
        match vote.and_then(|vote| model.ballots.last(vote)).cloned() {
            Some(last) => {
                self.line.set_text(&last.text);
                self.correcting = true;
                self.deed = None;
                self.go_to(&last);
            }
            None => model.refuse(Say::new("refused-ballot-none")),
        }
    }

    /// A ballot that was not counted stands where it was typed. `false` where it cannot: it came from
    /// the booth or from raised hands, or another is being typed.
    pub(in crate::app) fn give_back(&mut self, sheaf: &Sheaf, corrects: bool) -> bool {
        let vote = sheaf.slip.parts.first().map(|part| part.vote);
        let here = matches!(self.mode, Mode::Plain)
            && self.view().map(|view| view.vote.id) == vote
            && !sheaf.text.is_empty();
        if !here || !self.has_line() || !self.line.is_empty() {
            return false;
        }
        self.line.set_text(&sheaf.text);
        self.correcting = corrects;
        self.deed = None;
        self.go_to(sheaf);
        true
    }

    /// What was estimated is put right at its own idea.
    fn go_to(&mut self, sheaf: &Sheaf) {
        let part = sheaf.slip.parts.first();
        let option = part.and_then(|part| part.marks.first()).map(|mark| mark.0);
        let options = self.view().map(|view| view.options.as_slice()).unwrap_or_default();
        if let Some(at) = options.iter().position(|it| Some(it.option.id) == option)
            && self.page() == Page::Estimates
        {
            self.cursor = at;
        }
    }
}

fn choices(view: &VoteView) -> Vec<Choice> {
    view.options.iter().map(|it| Choice::from(&it.option)).collect()
}

/// A ballot as it was typed: `3 7 12`, with a name before it where the vote asks for names.
fn ballot(read: &VoteRead, text: &str) -> Result<Slip, Say> {
    let vote = &read.view.vote;
    let (voter, marks) = match text.split_once(':') {
        Some((name, marks)) if vote.named => (name.trim(), marks),
        _ if vote.named => return Err(Say::new("refused-ballot-nameless")),
        _ => ("", text),
    };
    // A lone sign that stands for no answer is a blank ballot.
    let is_blank = match marks.trim() {
        // Of a single option that is judged for or against, it is an answer.
        "-" => Settings::of(vote).low >= 0 || read.view.options.len() > 1,
        sign => sign == "?",
    };
    let marks = if is_blank { "" } else { marks };
    // At a gate people write 0 where they do not know, as they do in the profile.
    let zeroless;
    let marks = if read.view.scored().is_some() {
        let words = marks.split_whitespace().map(|word| if word == "0" { "?" } else { word });
        zeroless = words.collect::<Vec<_>>().join(" ");
        zeroless.as_str()
    } else {
        marks
    };
    let ballot = Ballot::read(marks, &choices(&read.view), &Settings::of(vote))?;
    Ok(Slip::ballot(Uid::default(), vote.id, &ballot, voter))
}
