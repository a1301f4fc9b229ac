//! The one door: what each message does to the model, and what should be done outside.

use crate::domain::{IdeaId, Say, StageId};
use crate::input::{Chord, Context, Reading};

use super::act::act;
use super::backups;
use super::curtain;
use super::file;
use super::finding;
use super::gate_meeting;
use super::geometry::Size;
use super::list;
use super::minutes::Remembered;
use super::model::Model;
use super::mouse;
use super::msg::{Answer, Effect, FrameRead, Msg, Now};
use super::overlay::{self, Overlay};
use super::pane;
use super::projector;
use super::recovery;
use super::room;
use super::saving;
use super::search;
use super::sheet;
use super::voting;

pub fn update(model: &mut Model, msg: Msg, now: Now) -> Vec<Effect> {
    if model.today != now.today {
        model.today = now.today;
        model.words.today = Some(now.today);
        model.version += 1;
    }
    let since = std::mem::replace(&mut model.held.now, now.stamp);
    let rings = room::rings(model, since);
    let known = model.pending.len();
    let mut effects = match msg {
        // There is no file to do anything to.
        Msg::Key(_) | Msg::Paste(_) | Msg::Mouse(_) | Msg::Keep if model.saving.shut => Vec::new(),
        Msg::Key(chord) => key(model, chord, now),
        Msg::Paste(_) | Msg::Mouse(_) if model.saving.leaving.is_some() => {
            // What came now would be kept by nobody.
            model.tell(Say::new("told-leaving"));
            Vec::new()
        }
        Msg::Paste(text) => paste(model, &text),
        Msg::PasteTooLarge => {
            model.refuse(Say::new("refused-paste-too-large"));
            Vec::new()
        }
        Msg::Mouse(mouse) => mouse::mouse(model, mouse),
        Msg::Resize(size) => {
            model.size = size;
            Vec::new()
        }
        Msg::Background { dark } => {
            model.dark = Some(dark);
            Vec::new()
        }
        Msg::Saved(done) => saving::saved(model, &done),
        Msg::Refused(say) => saving::refused(model, say),
        Msg::Failed(say) => saving::failed(model, Some(say)),
        Msg::NotTried => saving::failed(model, None),
        Msg::Waiting => {
            model.saving.waiting = true;
            Vec::new()
        }
        Msg::Warned(say) => {
            model.saving.later = Some(say);
            Vec::new()
        }
        Msg::DraftsBeside(place) => {
            saving::drafts_beside(model, place);
            Vec::new()
        }
        Msg::Barred(why) => {
            saving::barred(model, why);
            Vec::new()
        }
        Msg::DraftsLeft { left, restored } => {
            saving::offer(model, left, restored);
            Vec::new()
        }
        Msg::SavedElsewhere(Ok(path)) => {
            model.tell(Say::new("told-saved-elsewhere").with("path", path.display().to_string()));
            model.version += 1;
            Vec::new()
        }
        Msg::SavedElsewhere(Err(say)) => {
            model.refuse(say);
            Vec::new()
        }
        Msg::SlowToClose => {
            model.tell(Say::new("told-leaving"));
            Vec::new()
        }
        Msg::NotInspected(say) => {
            list::not_inspected(model, say);
            Vec::new()
        }
        Msg::Closed { .. } | Msg::NotShown => Vec::new(),
        Msg::EditedOutside(edited) => {
            match (edited, model.overlays.last_mut()) {
                (Ok(text), Some(Overlay::Sheet(sheet))) => sheet.edited_outside(&text),
                (Ok(_), _) => {}
                (Err(say), _) => model.refuse(say),
            }
            Vec::new()
        }
        Msg::Opened(opened) => file::opened(model, &opened),
        Msg::Projected { on, who } => projector::turned(model, on, who),
        Msg::Wrote(Ok(path)) => {
            model.tell(Say::new("told-wrote").with("path", path));
            Vec::new()
        }
        Msg::Wrote(Err(say)) => {
            model.refuse(say);
            Vec::new()
        }
        Msg::Keep => saving::keep(model),
        Msg::Tick => Vec::new(),
        Msg::Changed => {
            model.version += 1;
            Vec::new()
        }
        Msg::Answer(Answer::Meeting(asked, read)) => {
            let (version, at) = (model.version, now.stamp);
            model.meeting = Some(Remembered { version, asked, read, at });
            Vec::new()
        }
        Msg::Answer(answer) => {
            answered(model, answer);
            Vec::new()
        }
        Msg::Mended { told, done } => mended(model, told, done.as_ref()),
        Msg::Checked(day) => {
            vec![Effect::Remember { name: "checked", value: day.to_string() }]
        }
        Msg::Remarked(say) => {
            model.remarks.push_back(say);
            Vec::new()
        }
        Msg::Backup(backed) => backups::told(model, backed),
        Msg::Broken(broken) => {
            recovery::broken(model, &broken);
            Vec::new()
        }
        Msg::Working(say) => {
            model.tell(say);
            Vec::new()
        }
        Msg::WorkEnded => vec![Effect::TakeUp],
        Msg::Went(went) => super::privacy::went(model, went),
        Msg::Ballot { slip, became, sure } => {
            voting::answered(model, slip, became, sure);
            Vec::new()
        }
        Msg::Found(found) => {
            finding::take(model, found);
            Vec::new()
        }
    };
    effects.extend(rings.then_some(Effect::Bell));
    saving::note(model, known, &effects);
    settle(model);
    remark(model);
    effects
}

/// Tells what is still to be told, where nothing else is.
fn remark(model: &mut Model) {
    if model.notice.is_none()
        && model.overlays.is_empty()
        && let Some(say) = model.remarks.pop_front()
    {
        model.refuse(say);
    }
}

fn key(model: &mut Model, chord: Chord, now: Now) -> Vec<Effect> {
    let context = model.context();
    // What is heard always is heard in the middle of anything.
    if let Reading::Means(action) = model.keymap.read(Context::Always, &[chord]) {
        model.pressed.clear();
        return act(model, action, chord);
    }
    if let Some(leaving) = model.saving.leaving {
        return saving::key(model, leaving, chord);
    }
    model.pressed.push(chord);
    let reading = model.keymap.read(context, &model.pressed);
    let action = if let Reading::Means(action) = reading { Some(action) } else { None };
    if reading != Reading::Unfinished && curtain::swallows(model, action, chord, now.stamp) {
        model.pressed.clear();
        return Vec::new();
    }
    match reading {
        Reading::Means(action) => {
            model.pressed.clear();
            model.notice = None;
            act(model, action, chord)
        }
        Reading::Unfinished => Vec::new(),
        Reading::Nothing => {
            let alone = model.pressed.len() == 1;
            model.pressed.clear();
            if alone { typed(model, chord) } else { Vec::new() }
        }
    }
}

/// A key that no binding hears: text, where text is being typed.
fn typed(model: &mut Model, chord: Chord) -> Vec<Effect> {
    if model.overlays.is_empty() { Vec::new() } else { overlay::typed(model, chord) }
}

/// On the board a paste offers ideas; it is never read as keys.
fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.pressed.clear();
    if model.curtain.is_some() && model.overlays.is_empty() {
        return Vec::new();
    }
    if model.overlays.is_empty() && model.board.carried.is_none() {
        act(model, crate::input::Action::Capture, Chord::ctrl('v'));
    }
    if model.overlays.is_empty() { Vec::new() } else { overlay::paste(model, text) }
}

/// What is still wrong is looked for again.
fn mended(model: &mut Model, told: Say, done: Option<&crate::domain::Done>) -> Vec<Effect> {
    model.version += 1;
    if let Some(done) = done {
        model.saved_at = Some(done.at);
    }
    model.tell(told);
    let shown = model.list().is_some_and(|list| list.kind == super::list::ListKind::Findings);
    if shown { vec![Effect::Inspect] } else { Vec::new() }
}

fn answered(model: &mut Model, answer: Answer) {
    match answer {
        Answer::Frame(read) => frame(model, *read),
        Answer::Shape(read) => model.shape = Some((model.version, read)),
        Answer::Tests(idea, tests) => model.tests = Some((model.version, idea, tests)),
        Answer::Window { stage, order, window, people } => {
            let version = model.version;
            model.frame.people.extend(people);
            model.board.column_mut(stage).take(window, version, order);
        }
        Answer::Whereabouts { idea, stage } => {
            model.sought = None;
            let away = model.away.take() == Some(idea);
            let here = |stage: &StageId| model.frame.stages.iter().any(|it| it.id == *stage);
            match stage.filter(here) {
                Some(stage) => go_to(model, stage, idea),
                None if away => super::act::show(model, idea),
                None => {}
            }
        }
        Answer::Pane(mut read) => {
            read.version = Some(model.version);
            model.panes.take(*read);
        }
        Answer::History { mut read, continued } => {
            read.version = Some(model.version);
            model.panes.take_history(*read, continued);
        }
        Answer::Changes { seq, changes } => {
            if let Some(history) = &mut model.panes.history {
                history.changes = Some((seq, changes));
            }
        }
        Answer::Filtered { stage, window, people, sieve } => {
            model.frame.people.extend(people);
            let (version, order) = (model.version, model.board.order);
            model.board.column_mut(stage).take_filtered(window, version, order, sieve);
        }
        Answer::Rows { ideas, rows } => match model.overlays.last_mut() {
            Some(Overlay::Search(search)) => search::keep(&mut search.rows, &ideas, rows),
            Some(Overlay::Table(table)) => search::keep(&mut table.rows, &ideas, rows),
            _ => {}
        },
        Answer::Filters(list) => {
            if let Some(Overlay::Filters(filters)) = model.overlays.last_mut() {
                filters.take(list, model.version);
            }
        }
        Answer::Searches(searches) => model.desk.searches = Some(searches),
        Answer::Opening(mut read) => {
            read.role = gate_meeting::role(model).or(read.role);
            if let Some(opening) = model.opening.take() {
                match sheet::open(model, opening, &read) {
                    Ok(sheet) => model.overlays.push(Overlay::Sheet(Box::new(sheet))),
                    Err(say) => model.refuse(say),
                }
            }
        }
        Answer::Workshops(lines) => model.held.lines = Some((model.version, lines)),
        Answer::Room(read) => room::take(model, *read),
        Answer::List(read) => list::take(model, *read),
        Answer::Live { ask, read } => model.show.read = Some((model.version, ask, read)),
        Answer::Voting(read) => {
            if let Some(Overlay::Voting(voting)) = model.overlays.last_mut() {
                voting.take(read, model.version);
            }
        }
        Answer::GateMeeting(ask, read) => gate_meeting::take(model, &ask, read),
        Answer::Broken(broken) => recovery::broken(model, &broken),
        Answer::Failed(say) if model.is_broken() && recovery::is_said(&say) => {}
        // It is heard before, with the time at which it came.
        Answer::Meeting(..) => {}
        Answer::Failed(say) => {
            // What cannot be read now is not asked for over and over.
            model.opening = None;
            model.sought = None;
            saving::other(model, say);
        }
    }
}

fn frame(model: &mut Model, read: FrameRead) {
    let focused = model.entering.take().or(model.stage().map(|stage| stage.id));
    let newest = std::mem::take(&mut model.wants_newest);
    let frame = &mut model.frame;
    frame.version = Some(model.version);
    frame.sluices = read.sluices;
    frame.sluices.sort_by_key(|sluice| sluice.rank);
    if newest {
        frame.sluice = frame.sluices.iter().map(|sluice| sluice.id).max();
    }
    if !frame.sluices.iter().any(|sluice| Some(sluice.id) == frame.sluice) {
        frame.sluice = frame.sluices.first().map(|sluice| sluice.id);
    }
    frame.all = read.stages;
    frame.all.sort_by_key(|stage| stage.rank);
    frame.stages = frame.of_sluice();
    frame.units = read.units.into_iter().map(|unit| (unit.id, unit)).collect();
    frame.counts = read.counts;
    frame.highest = read.highest;
    model.held.running = read.running;
    model.saved_at = model.saved_at.or(read.last_saved);
    if let Some(at) = frame.stages.iter().position(|stage| Some(stage.id) == focused) {
        model.board.focus = at;
    }
    let last = frame.stages.len().saturating_sub(1);
    model.board.focus = model.board.focus.min(last);
    model.learn_left(&read.line);
    file::greet(model);
}

/// Moves the focus to an idea on the board.
fn go_to(model: &mut Model, stage: StageId, idea: IdeaId) {
    if let Some(known) = model.frame.all.iter().find(|known| known.id == stage) {
        model.show_sluice(known.sluice);
    }
    let Some(at) = model.frame.stages.iter().position(|known| known.id == stage) else { return };
    model.board.focus = at;
    model.board.column_mut(stage).go(crate::domain::Anchor::Around(idea));
}

/// What must hold after every message: widths as on the screen, the focus in sight.
fn settle(model: &mut Model) {
    saving::warn(model);
    let plan = model.plan();
    let stages = model.frame.stages.len();
    model.board.keep_in_sight(stages, plan.columns);
    let gutter = model.gutter();
    let grid = model.grid();
    let visible: Vec<StageId> = model.visible_stages().iter().map(|stage| stage.id).collect();
    for (nth, stage) in visible.into_iter().enumerate() {
        let cards = plan.cards(nth);
        let column = model.board.column_mut(stage);
        match grid {
            Some(grid) => column.set_width(grid.card(0).width, gutter, grid.lines()),
            None => {
                column.set_width(cards.width, gutter, 2);
                column.keep_in_sight(cards.height);
            }
        }
    }
    pane::settle(model);
    list::come_back(model);
    overlay::settle(model);
    room::show::follow(model);
}

impl Size {
    /// Too small for anything but a word.
    pub fn is_tiny(self) -> bool {
        self.columns < 20 || self.rows < 4
    }
}
