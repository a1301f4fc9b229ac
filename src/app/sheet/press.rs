//! Keys on a sheet: between its parts, inside one, and its buttons.

use std::borrow::Cow;

use crate::app::model::Model;
use crate::app::msg::{Effect, Mouse};
use crate::app::overlay::Turn;
use crate::app::typing::{Typed, type_into};
use crate::domain::{Lines, Say, clean};
use crate::editor;
use crate::input::{Action, Chord, Key};
use crate::text::Words;

use super::measure::{ButtonSpot, button_spots};
use super::part::{Body, Press};
use super::preflight::Preflight;
use super::recover::Recover;
use super::settings::Settings;
use super::start::Start;
use super::{Choose, Kind, Sheet, SheetPlan, room, taste};

impl Sheet {
    pub(in crate::app) fn act(&mut self, model: &mut Model, action: Action, chord: Chord) -> Turn {
        match action {
            Action::Back if self.is_start() => Start::leave(model),
            Action::Back | Action::Interrupt if self.is_recovery() => Recover::leave(model),
            Action::Interrupt if self.is_start() => {
                model.tell(Say::new("told-start-leave"));
                Turn::stay()
            }
            Action::Save => self.save(model),
            Action::Back | Action::Interrupt => self.close(model),
            Action::NextPane => self.step_through(1),
            Action::PreviousPane => self.step_through(-1),
            Action::Down => self.along(model, 1),
            Action::Up => self.along(model, -1),
            Action::Left => self.across(model, -1),
            Action::Right => self.across(model, 1),
            Action::Open => self.enter(model, chord),
            Action::EditOutside => self.edit_outside(),
            _ => Turn::stay(),
        }
    }

    /// To the next button of a row, and behind the last one to the next part.
    fn step_through(&mut self, by: isize) -> Turn {
        if let Some(Body::Buttons { buttons, at }) =
            self.parts.get_mut(self.focus).map(|part| &mut part.body)
            && let Some(next) = at.checked_add_signed(by).filter(|next| *next < buttons.len())
        {
            *at = next;
            return Turn::stay();
        }
        self.step(by)
    }

    fn step(&mut self, by: isize) -> Turn {
        let mut at = self.focus;
        while let Some(next) = at.checked_add_signed(by).filter(|next| *next < self.parts.len()) {
            at = next;
            if self.parts.get(at).is_some_and(|part| part.takes_focus() && self.shows(part)) {
                self.focus = at;
                break;
            }
        }
        Turn::stay()
    }

    pub(super) fn next_part(&mut self) {
        self.step(1);
    }

    fn along(&mut self, model: &mut Model, by: isize) -> Turn {
        let Some(part) = self.parts.get_mut(self.focus) else { return Turn::stay() };
        let several_rows = part.room.open > 1;
        let moved = match &mut part.body {
            Body::Pick(pick) => pick.step(by),
            Body::Choice { options, at, .. } if part.tall => match neighbour(options, *at, by) {
                Some(next) => {
                    *at = Some(next);
                    return self.chosen(model);
                }
                None => false,
            },
            Body::Choices { options, at, .. } => {
                match at.checked_add_signed(by).filter(|next| *next < options.len()) {
                    Some(next) => {
                        *at = next;
                        true
                    }
                    None => false,
                }
            }
            Body::Buttons { buttons, at } if several_rows => {
                let next = at.checked_add_signed(by).filter(|next| *next < buttons.len());
                *at = next.unwrap_or(*at);
                next.is_some()
            }
            _ => false,
        };
        if moved { Turn::stay() } else { self.step(by) }
    }

    fn across(&mut self, model: &mut Model, by: isize) -> Turn {
        match self.parts.get_mut(self.focus).map(|part| &mut part.body) {
            Some(Body::Choice { options, at, .. }) => {
                if let Some(next) = neighbour(options, *at, by) {
                    *at = Some(next);
                    return self.chosen(model);
                }
            }
            Some(Body::Buttons { buttons, at }) => {
                let next = at.checked_add_signed(by).unwrap_or(0);
                *at = next.min(buttons.len().saturating_sub(1));
            }
            _ => {}
        }
        Turn::stay()
    }

    fn enter(&mut self, model: &mut Model, chord: Chord) -> Turn {
        if self.saves_on_enter() {
            return self.save(model);
        }
        match self.parts.get_mut(self.focus).map(|part| &mut part.body) {
            Some(Body::Buttons { buttons, at }) => {
                match buttons.get(*at).map(|button| button.press) {
                    Some(Press::Save) => self.save(model),
                    Some(Press::Close) | None => self.close(model),
                    Some(Press::Discard) => self.discard(model),
                    Some(Press::Own(name)) => self.pressed(model, name),
                }
            }
            Some(Body::Pick(pick)) => {
                if pick.take() {
                    self.unkept = true;
                    return Turn::stay();
                }
                self.step(1)
            }
            Some(Body::Choices { on, at, .. }) if chord.key == Key::Char(' ') => {
                if let Some(on) = on.get_mut(*at) {
                    *on = !*on;
                }
                self.unkept = true;
                Turn::stay()
            }
            _ => self.step(1),
        }
    }

    /// Another option of the choice in focus: what is in force at once is so now.
    fn chosen(&mut self, model: &mut Model) -> Turn {
        self.unkept = true;
        let Some(part) = self.parts.get_mut(self.focus) else { return Turn::stay() };
        let value = part.text();
        // A key made while running names a record, and nothing that is remembered.
        let Cow::Borrowed(key) = part.key else { return Turn::stay() };
        match &self.kind {
            Kind::Start(_) => {
                let effects = taste::apply(model, key, &value);
                Start::follow(self, model);
                Turn::with(effects)
            }
            // Nothing of it is to be saved.
            Kind::Preflight(_) => {
                part.was.clone_from(&value);
                Turn::stay()
            }
            Kind::Settings(_) => {
                part.was.clone_from(&value);
                Turn::with(taste::apply(model, key, &value))
            }
            Kind::Reply(reply) => {
                let mut reply = reply.clone();
                reply.follow(self);
                self.kind = Kind::Reply(reply);
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    /// A button that only this kind of sheet has.
    fn pressed(&mut self, model: &mut Model, name: &str) -> Turn {
        match self.kind.clone() {
            Kind::Start(_) => Start::pressed(self, model, name),
            Kind::Settings(_) => Settings::pressed(model, name),
            Kind::Preflight(_) => Preflight::pressed(self, model, name),
            Kind::Gate(gate) => gate.pressed(self, model, name),
            Kind::Reply(reply) => reply.pressed(self, model, name),
            Kind::Restore(restore) => restore.go(self, model),
            Kind::Recover(_) => Recover::leave(model),
            Kind::Privacy(kind) => kind.pressed(self, model, name),
            Kind::Who(who) => who.done(self, model, false),
            Kind::Room(ask) => room::done(&ask, self, model).unwrap_or_default(),
            _ => Turn::stay(),
        }
    }

    /// It is the first screen, behind which there is nothing.
    pub fn is_start(&self) -> bool {
        matches!(self.kind, Kind::Start(_))
    }

    /// The file cannot be read; there is nothing behind.
    pub fn is_recovery(&self) -> bool {
        matches!(self.kind, Kind::Recover(_))
    }

    /// It asks whether to go back to a backup.
    pub fn is_restore(&self) -> bool {
        matches!(self.kind, Kind::Restore(_))
    }

    /// A key that no binding hears: text, or the digit of a choice.
    pub(in crate::app) fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        let Some(part) = self.parts.get_mut(self.focus) else { return Turn::stay() };
        match &mut part.body {
            Body::Choice { options, at, advances } => {
                let digit = chord.typed();
                let chosen = options.iter().position(|one| digit.is_some() && one.digit == digit);
                let Some(chosen) = chosen else { return Turn::stay() };
                if let Some(why) = options.get(chosen).and_then(|one| one.closed.clone()) {
                    model.refuse(why);
                    return Turn::stay();
                }
                model.notice = None;
                *at = Some(chosen);
                let advances = *advances;
                let turn = self.chosen(model);
                if advances {
                    self.step(1);
                }
                return turn;
            }
            Body::Choices { .. } if chord == Chord::plain(Key::Char(' ')) => {
                return self.enter(model, chord);
            }
            _ => {}
        }
        let Some(editor) = part.editor_mut() else { return Turn::stay() };
        match type_into(editor, chord, &mut model.clip) {
            Typed::Changed => {
                model.notice = None;
                self.touched();
                Turn::stay()
            }
            Typed::Moved => Turn::stay(),
            Typed::Above => self.step(-1),
            Typed::Below => self.step(1),
            Typed::Clip(text) => {
                self.touched();
                Turn::with(vec![Effect::Copy(text)])
            }
            Typed::Refused(say) => {
                model.refuse(say);
                Turn::stay()
            }
        }
    }

    /// What was typed has changed: no draft has it yet, and the names that fit are others.
    fn touched(&mut self) {
        self.unkept = true;
        if let Some(Body::Pick(pick)) = self.parts.get_mut(self.focus).map(|part| &mut part.body) {
            pick.narrow();
        }
    }

    pub(in crate::app) fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        let Some(editor) = self.parts.get_mut(self.focus).and_then(super::Part::editor_mut) else {
            return Turn::stay();
        };
        let lines = match editor.lines_kind() {
            editor::Lines::One => Lines::One,
            editor::Lines::Many => Lines::Many,
        };
        match editor.paste(&clean(text, lines)) {
            Ok(()) => self.touched(),
            Err(_) => model.refuse(Say::new("refused-paste-too-large")),
        }
        Turn::stay()
    }

    pub(in crate::app) fn mouse(&mut self, model: &mut Model, mouse: Mouse) -> Turn {
        let plan = SheetPlan::of(model.size);
        match mouse {
            Mouse::WheelUp { .. } => self.step(-1),
            Mouse::WheelDown { .. } => self.step(1),
            Mouse::Press { x, y } => {
                let parts = plan.parts();
                if !parts.contains((x, y).into()) {
                    return Turn::stay();
                }
                let row = self.top + usize::from(y - parts.y);
                let placed = self.place(&plan);
                let hit =
                    placed.iter().find(|part| (part.row..part.row + part.height).contains(&row));
                if let Some(hit) = hit
                    && self.parts.get(hit.part).is_some_and(super::Part::takes_focus)
                {
                    self.focus = hit.part;
                    let row = u16::try_from(row - hit.row).unwrap_or(u16::MAX);
                    if self.point_at_button(&model.words, row, x - parts.x, parts.width) {
                        model.notice = None;
                        return self.enter(model, Chord::plain(Key::Enter));
                    }
                }
                Turn::stay()
            }
        }
    }

    /// Whether a button of the part in focus stands in this cell; it is the one meant then.
    fn point_at_button(&mut self, words: &Words, row: u16, x: u16, room: u16) -> bool {
        let Some(Body::Buttons { buttons, at }) =
            self.parts.get_mut(self.focus).map(|part| &mut part.body)
        else {
            return false;
        };
        let is_here =
            |spot: &ButtonSpot| spot.row == row && (spot.x..spot.x + spot.width).contains(&x);
        let hit = button_spots(buttons, words, room).iter().position(is_here);
        *at = hit.unwrap_or(*at);
        hit.is_some()
    }

    pub(super) fn save(&mut self, model: &mut Model) -> Turn {
        if self.saving {
            return Turn::stay();
        }
        if self.is_start() {
            return Start::begin(self, model);
        }
        // Those that ask nothing of the file.
        let done = match self.kind.clone() {
            Kind::Recover(recover) => Some(recover.go(self, model)),
            Kind::Settings(_) => Some(Settings::done(self, model)),
            Kind::Preflight(_) => Some(Preflight::go(self, model)),
            Kind::Privacy(kind) => Some(kind.go_on(self, model)),
            Kind::Who(who) => Some(who.done(self, model, true)),
            Kind::Room(ask) => room::done(&ask, self, model),
            _ => None,
        };
        if let Some(turn) = done {
            return turn;
        }
        match self.kind.command(self, model) {
            Ok(command) => {
                let also = self.kind.also(self, model);
                let mut turn = self.commit(model, command);
                turn.effects.extend(also);
                turn
            }
            Err(say) => {
                model.refuse(say);
                Turn::stay()
            }
        }
    }

    fn edit_outside(&mut self) -> Turn {
        match self.parts.get(self.focus) {
            Some(part) if part.context().is_text() => {
                Turn::with(vec![Effect::EditOutside { text: part.text() }])
            }
            _ => Turn::stay(),
        }
    }

    /// What came back from the editor outside.
    pub(in crate::app) fn edited_outside(&mut self, text: &str) {
        if let Some(part) = self.parts.get_mut(self.focus) {
            let lines = match part.body {
                Body::Prose(_) => Lines::Many,
                _ => Lines::One,
            };
            part.set_text(&clean(text.trim_end_matches('\n'), lines));
            self.touched();
        }
    }
}

/// The option before or after that can be chosen; the first where none is chosen yet.
fn neighbour(options: &[Choose], at: Option<usize>, by: isize) -> Option<usize> {
    let mut next = match at {
        Some(at) => at.checked_add_signed(by)?,
        None if by > 0 => 0,
        None => return None,
    };
    while options.get(next)?.closed.is_some() {
        next = next.checked_add_signed(by)?;
    }
    Some(next)
}
