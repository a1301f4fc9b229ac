//! The edge: the one place where effects happen. The loop is in `run`.

mod alone;
mod answers;
mod aside;
mod audience;
mod backing;
mod check;
mod colours;
mod crash;
mod draft_files;
mod editor;
mod elsewhere;
mod erasing;
mod fault;
mod files;
mod finder;
mod found;
mod gate_meeting;
mod inspector;
mod keeper;
mod leave;
mod limits;
mod lists;
mod live;
mod mending;
mod minutes;
mod news;
mod openings;
mod panes;
mod recover;
mod requests;
mod run;
mod saver;
mod showing;
mod texts;
mod threads;
mod veil;
mod voting;
mod watch;
mod who;
pub mod why;
mod world;

use std::collections::VecDeque;

use crate::app::{Answer, Effect, Focus, Model, Msg, Need, Notice, asks, catch_up, needs, update};

use crate::domain::Say;

pub use alone::Alone;
pub use audience::Audience;
pub use check::TRY_LOCK;
pub use colours::colours;
pub use crash::remember_panics;
pub use erasing::{EXPORTS, extract_of, told_of, with_export};
pub use files::Files;
pub use finder::Finder;
pub use inspector::Inspector;
pub use keeper::Keeper;
pub use limits::outlive_size_limits;
pub use mending::keep_before_mending;
pub use recover::broken;
pub use run::{Ended, run};
pub use saver::{Patience, Saver};
pub use texts::write as write_text;
pub use watch::Watch;
pub use world::{Clock, World};

/// What concerns the terminal itself, and so is left to whoever holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    Copy(String),
    Edit(String),
    Mouse(bool),
    Bell,
    Redraw,
    Suspend,
    Leave,
    Abandon,
}

/// Takes one message in and does all that follows from it, up to what the screen needs to be drawn.
pub fn dispatch(model: &mut Model, world: &mut World, msg: Msg) -> Vec<Outside> {
    let outside = follow(model, world, msg);
    read(model, world);
    world.show(model);
    outside
}

/// Takes one message in and does all that the next one may ask for. What only the drawing needs is
/// not read yet: of many keys at once, just the last is drawn.
fn follow(model: &mut Model, world: &mut World, msg: Msg) -> Vec<Outside> {
    let mut outside = Vec::new();
    let mut inbox = VecDeque::from([msg]);
    while let Some(msg) = inbox.pop_front() {
        let now = world.now();
        world.hear(&msg);
        inbox.extend(world.heed(&msg, now));
        let msg = world.veiled(msg);
        for effect in update(model, msg, now) {
            match effect {
                Effect::Redraw => outside.push(Outside::Redraw),
                Effect::Suspend => outside.push(Outside::Suspend),
                Effect::Leave => outside.push(Outside::Leave),
                Effect::Abandon => outside.push(Outside::Abandon),
                Effect::SaveElsewhere => inbox.extend(world.save_elsewhere(model)),
                Effect::Copy(text) => outside.push(Outside::Copy(text)),
                Effect::CopyIdeas(ideas) => match world.copied(&ideas, &model.words) {
                    Ok(text) => outside.push(Outside::Copy(text)),
                    Err(say) => inbox.push_back(Msg::Answer(Answer::Failed(say))),
                },
                Effect::EditOutside { text } => outside.push(Outside::Edit(text)),
                Effect::Bell => outside.push(Outside::Bell),
                Effect::Mouse(on) => outside.push(Outside::Mouse(on)),
                Effect::TakeBackup | Effect::Restore(_) | Effect::Switch | Effect::Recover(_) => {
                    inbox.extend(world.back(model, effect, now))
                }
                Effect::Extract(_) | Effect::Erase(_) => {
                    inbox.extend(world.see_to_people(model, effect, now));
                }
                Effect::TakeUp => inbox.extend(world.take_up(model)),
                Effect::Lead => {
                    if model.held.running.is_some() && !world.lead() {
                        inbox.push_back(Msg::Warned(Say::new("refused-room-led")));
                    }
                }
                Effect::WriteMinutes { workshop, choices, html } => {
                    let wrote = world.write_minutes(model, workshop, choices, html, now);
                    inbox.push_back(Msg::Wrote(wrote));
                }
                Effect::Project(on) => inbox.push_back(world.project(on)),
                Effect::OpenFile { which, begin } => {
                    inbox.push_back(world.change_file(model, which, begin, now));
                }
                Effect::Commit { .. }
                | Effect::Ballot { .. }
                | Effect::Undo
                | Effect::UndoChosen(_)
                | Effect::BackToItem(_)
                | Effect::Redo
                | Effect::KeepDraft { .. }
                | Effect::DropDraft { .. }
                | Effect::Inspect
                | Effect::Mend
                | Effect::Be(_)
                | Effect::TryAgain
                | Effect::Write(..)
                | Effect::WriteText { .. }
                | Effect::Remember { .. } => {
                    inbox.extend(world.perform(effect, now));
                }
            }
        }
        read_those(model, world, |model, need| !can_wait(model, need));
        for job in asks(model) {
            inbox.extend(world.find(job));
        }
    }
    outside
}

/// Panes that follow the cursor over the board are for the eye alone.
fn can_wait(model: &Model, need: &Need) -> bool {
    let followed = model.focus == Focus::Board && model.overlays.is_empty();
    followed && matches!(need, Need::Pane(_) | Need::History { .. } | Need::Changes(_))
}

/// Reads what the screen needs.
pub fn read(model: &mut Model, world: &mut World) {
    catch_up(model);
    let was_kept_out = std::mem::take(&mut world.kept_out);
    read_those(model, world, |_, _| true);
    if was_kept_out
        && !world.is_kept_out()
        && let Some(Notice::Failed(say)) = &model.notice
        && say.id == world::HELD
    {
        model.notice = None;
    }
}

/// Each answer may show that more is needed, but not without end.
fn read_those(model: &mut Model, world: &mut World, wants: fn(&Model, &Need) -> bool) {
    for _ in 0..8 {
        // Each try takes its time where somebody holds the file: there is one for all that came.
        if world.is_kept_out() {
            return;
        }
        let mut wanted = needs(model);
        wanted.retain(|need| wants(model, need));
        if wanted.is_empty() {
            return;
        }
        for need in wanted {
            let answer = world.answer(&need);
            if matches!(answer, Answer::Failed(_)) && !world.is_kept_out() {
                model.could_not_read(&need);
            }
            let msg = world.veiled(Msg::Answer(answer));
            update(model, msg, world.now());
            if world.is_kept_out() {
                return;
            }
        }
    }
}
