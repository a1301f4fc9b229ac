//! Keys on the screens of votes: on the list, the line and the buttons, at the booth and where hands
//! are counted.

use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlay::Turn;
use crate::app::typing::{Typed, paste_into, type_into};
use crate::domain::{Lines, RemoveVote, Say, clean};
use crate::input::{Action, Chord, Context, Key};

use super::{BEFORE_VOTES, Mode, Page, Placing, Subject, Voting, commit, placing};

impl Voting {
    pub(in crate::app) fn act(&mut self, model: &mut Model, action: Action, chord: Chord) -> Turn {
        self.touch(model);
        match &self.mode {
            Mode::Hands(_) if self.deed.is_none() => return self.act_hands(action),
            Mode::Booth(_) if self.deed.is_none() => return self.act_booth(model, action, chord),
            _ => {}
        }
        if self.page() == Page::Matrix {
            return self.act_matrix(model, action);
        }
        let deeds = self.deeds(&model.ballots).len();
        match action {
            Action::Back | Action::Interrupt => return self.back(),
            Action::Open | Action::Save => return self.enter(model),
            Action::NextPane => {
                self.deed = match self.deed {
                    None => Some(0).filter(|_| deeds > 0),
                    Some(at) if at + 1 < deeds => Some(at + 1),
                    Some(_) => None,
                };
            }
            Action::PreviousPane => {
                self.deed = match self.deed {
                    None => deeds.checked_sub(1),
                    Some(at) => at.checked_sub(1),
                };
            }
            Action::Left => self.deed = self.deed.map(|at| at.saturating_sub(1)),
            Action::Right => self.deed = self.deed.map(|at| at + 1),
            Action::Up if self.deed.is_some() => self.deed = None,
            Action::Down if self.deed.is_some() => {}
            Action::Down if self.page() == Page::Result && self.cursor + 1 >= self.rows() => {
                self.deed = Some(0).filter(|_| deeds > 0);
            }
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor += 1,
            Action::PageUp => self.cursor = self.cursor.saturating_sub(5),
            Action::PageDown => self.cursor += 5,
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = self.rows(),
            Action::Mark => {
                self.mark();
                self.cursor += 1;
            }
            Action::Order => self.divided_first ^= self.page() == Page::Result,
            Action::EntryAdd if self.page() == Page::Votes => self.set_up(model),
            Action::EntryRemove if self.page() == Page::Votes => return self.remove(model),
            _ => {}
        }
        Turn::stay()
    }

    pub(super) fn touch(&mut self, model: &Model) {
        if let Mode::Booth(booth) = &mut self.mode {
            booth.touch(model.held.now);
        }
    }

    /// One level back. What was typed on the line goes; it was not counted.
    pub(super) fn back(&mut self) -> Turn {
        let rests = matches!(self.page(), Page::SetUp | Page::Nothing)
            || (self.page() == Page::Ballots && !self.has_line());
        match (&self.mode, &self.subject) {
            (Mode::Asks(_), _) => {
                self.mode = Mode::Plain;
                self.deed = None;
            }
            _ if self.deed.is_some() && !rests => self.deed = None,
            (Mode::Hands(_) | Mode::Booth(_), _) => self.mode = Mode::Plain,
            _ if self.correcting => {
                self.correcting = false;
                self.line.set_text("");
            }
            (_, Subject::Matrix(Placing::Vote(vote))) => self.go(Subject::Vote(*vote)),
            (_, Subject::Vote(_)) if self.is_alone => return Turn::close(),
            (_, Subject::Vote(_)) => self.go(Subject::Votes),
            (_, Subject::Votes | Subject::Matrix(_)) => return Turn::close(),
        }
        Turn::stay()
    }

    pub(super) fn enter(&mut self, model: &mut Model) -> Turn {
        if let Some(at) = self.deed {
            let Some(deed) = self.deeds(&model.ballots).get(at).copied() else {
                return Turn::stay();
            };
            return self.press(model, deed);
        }
        match self.page() {
            Page::Votes => self.enter_row(model),
            _ if self.has_line() => self.cast_line(model),
            Page::Result => {
                self.mark();
                Turn::stay()
            }
            Page::Estimates => {
                self.deed = Some(0);
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    pub(super) fn enter_row(&mut self, model: &mut Model) -> Turn {
        match self.cursor.checked_sub(BEFORE_VOTES) {
            None if self.cursor == 0 => self.set_up(model),
            None => {
                if let Some(placing) = placing(model) {
                    self.go(Subject::Matrix(placing));
                }
            }
            Some(at) => {
                let line = self.read.as_ref().and_then(|read| read.votes.get(at));
                if let Some(vote) = line.map(|line| line.vote.id) {
                    self.go(Subject::Vote(vote));
                }
            }
        }
        Turn::stay()
    }

    /// One that was not opened yet; any other is dropped where it is held.
    pub(super) fn remove(&mut self, model: &mut Model) -> Turn {
        let line = self.cursor.checked_sub(BEFORE_VOTES);
        let line = line.and_then(|at| self.read.as_ref()?.votes.get(at));
        match line.map(|line| line.vote.id) {
            Some(vote) => commit(model, RemoveVote { vote }),
            None => Turn::stay(),
        }
    }

    /// Takes the option in focus along to what comes next, or not any more.
    pub(super) fn mark(&mut self) {
        if self.page() != Page::Result {
            return;
        }
        let Some(option) = self.standings().get(self.cursor).map(|it| it.option) else { return };
        match self.chosen.iter().position(|chosen| *chosen == option) {
            Some(at) => drop(self.chosen.remove(at)),
            None => self.chosen.push(option),
        }
    }

    pub(super) fn act_hands(&mut self, action: Action) -> Turn {
        let Mode::Hands(hands) = &mut self.mode else { return Turn::stay() };
        match action {
            Action::Back | Action::Interrupt => self.mode = Mode::Plain,
            Action::Up => hands.at = hands.at.saturating_sub(1),
            Action::Down | Action::Open if !hands.down() => self.deed = Some(0),
            Action::Left => hands.across(-1),
            Action::Right => hands.across(1),
            Action::NextPane | Action::Save => self.deed = Some(0),
            _ => {}
        }
        Turn::stay()
    }

    pub(super) fn act_booth(&mut self, model: &mut Model, action: Action, chord: Chord) -> Turn {
        let seed = self.read.as_ref().map_or(0, |read| read.seed);
        let view = self.view().cloned();
        let (Mode::Booth(booth), Some(view)) = (&mut self.mode, view) else { return Turn::stay() };
        let last = booth.order.len().saturating_sub(1);
        let mut did = Ok(());
        match action {
            Action::Back | Action::Interrupt if booth.begun => booth.clear(),
            Action::Back | Action::Interrupt => self.mode = Mode::Plain,
            Action::Open if !booth.begun => {
                if booth.settings.named && booth.name.is_empty() {
                    model.refuse(Say::new("refused-ballot-nameless"));
                } else {
                    booth.begin(view.options.len(), seed);
                }
            }
            Action::NextPane if !booth.begun => self.deed = Some(0),
            _ if !booth.begun => {}
            Action::Up => booth.at = booth.at.saturating_sub(1),
            Action::Down if booth.at >= last => self.deed = Some(0),
            Action::Down => booth.at += 1,
            Action::Open | Action::Right => did = booth.add(&view, 1),
            Action::Left => did = booth.add(&view, -1),
            Action::NextPane | Action::Save => self.deed = Some(0),
            _ => did = booth.typed(&view, chord),
        }
        if let Err(say) = did {
            model.refuse(say);
        }
        Turn::stay()
    }

    pub(in crate::app) fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        self.touch(model);
        if self.deed.is_none() && self.typed_in_mode(model, chord) {
            return Turn::stay();
        }
        if self.page() == Page::Matrix {
            return self.typed_on_matrix(model, chord);
        }
        if chord == Chord::ctrl('z') && self.line.is_empty() && self.deed.is_none() {
            self.correct(model);
            return Turn::stay();
        }
        if !self.has_line() || self.deed.is_some() {
            return Turn::stay();
        }
        match (chord.key, self.page()) {
            (Key::Up, Page::Estimates) => self.cursor = self.cursor.saturating_sub(1),
            (Key::Down, Page::Estimates) => self.cursor += 1,
            (Key::Down, _) => self.deed = Some(0),
            _ => match type_into(&mut self.line, chord, &mut model.clip) {
                Typed::Clip(text) => return Turn::with(vec![Effect::Copy(text)]),
                Typed::Refused(say) => model.refuse(say),
                Typed::Changed | Typed::Moved | Typed::Above | Typed::Below => {
                    model.notice = None;
                }
            },
        }
        Turn::stay()
    }

    /// What is typed at the booth, or where hands are counted.
    pub(super) fn typed_in_mode(&mut self, model: &mut Model, chord: Chord) -> bool {
        let view = self.view().cloned();
        match &mut self.mode {
            Mode::Plain | Mode::Asks(_) => return false,
            Mode::Hands(hands) => hands.typed(chord),
            Mode::Booth(booth) if !booth.begun && booth.settings.named => {
                drop(type_into(&mut booth.name, chord, &mut model.clip));
            }
            Mode::Booth(booth) => {
                model.notice = None;
                let typed = match view {
                    Some(view) if booth.begun => booth.typed(&view, chord),
                    _ => Ok(()),
                };
                if let Err(say) = typed {
                    model.refuse(say);
                }
            }
        }
        true
    }

    pub(in crate::app) fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        if self.has_line() && self.deed.is_none() && self.context() == Context::Ballot {
            paste_into(&mut self.line, model, &clean(text, Lines::One));
        }
        Turn::stay()
    }
}
