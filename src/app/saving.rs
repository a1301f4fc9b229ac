//! What is asked of the file and what becomes of it: the screen says *saved* when the file does, and
//! what was not saved stands where it was typed.

use crate::domain::{Command, Done, IdeaId, Plan as _, Say, Stamp, Unsaved};
use crate::input::{Action, Chord, Key};

use super::left::{self, LINE};
use super::model::{Model, Notice};
use super::msg::Effect;
use super::overlay::Overlay;

/// A request to the file that is not answered yet.
#[derive(Debug, Default)]
pub struct Pending {
    /// What was asked for.
    pub effect: Option<Effect>,
    /// The ideas it is about: their cards show that they are being saved.
    pub ideas: Vec<IdeaId>,
    /// The cursor goes to what the step was about once it is saved.
    pub follow: bool,
    /// A sluice is new; it is shown once it is saved.
    pub newest: bool,
    /// What it was typed in closes once the step is saved.
    pub closes: bool,
    /// What it was typed in, where that was closed before the answer came.
    pub aside: Option<Box<Overlay>>,
}

/// How the saving stands.
#[derive(Debug, Default)]
pub struct Saving {
    /// The file is closed while something is done to the whole of it.
    pub shut: bool,
    /// Another program holds the file.
    pub waiting: bool,
    /// Why nothing can be written just now.
    pub barred: Option<Say>,
    /// What was not saved and has no words on the screen: it can be tried again.
    pub failed: Vec<Pending>,
    pub leaving: Option<Leaving>,
    /// Where drafts are, while they are files of their own.
    pub beside: Option<Say>,
    /// Something to know that waits until it hides nothing worse.
    pub later: Option<Say>,
    /// Lines that were typed and neither saved nor thrown away, the newest last.
    pub left: Vec<String>,
}

/// On the way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// What is being saved comes first.
    Waits,
    /// The file is being closed.
    Closes,
}

impl Pending {
    fn is_capture(&self) -> bool {
        self.captured().is_some()
    }

    /// How many lines it is to save.
    fn captured(&self) -> Option<usize> {
        match &self.effect {
            Some(Effect::Commit { command: Command::Capture(capture), .. }) => {
                Some(capture.lines.len())
            }
            _ => None,
        }
    }
}

/// Notes which effects were asked for by the requests that came last.
pub(super) fn note(model: &mut Model, known: usize, effects: &[Effect]) {
    let new = model.pending.iter_mut().skip(known);
    let steps = effects.iter().filter(|effect| effect.is_step());
    let mut asked = Vec::new();
    for (pending, effect) in new.zip(steps) {
        pending.effect = Some(effect.clone());
        asked.push(effect);
    }
    // What failed and is asked for by hand is not to be tried once more.
    for effect in asked {
        let failed = &mut model.saving.failed;
        if let Some(at) = failed.iter().position(|known| known.effect.as_ref() == Some(effect)) {
            failed.remove(at);
        }
    }
}

pub(super) fn saved(model: &mut Model, done: &Done) -> Vec<Effect> {
    model.saving.waiting = false;
    let mut pending = model.pending.pop_front().unwrap_or_default();
    model.version += 1;
    model.saved_at = Some(done.at);
    model.wants_newest |= pending.newest;
    if pending.is_capture() {
        caught(model, &mut pending, done);
    } else if pending.closes && pending.ideas.len() > 1 {
        // What was decided on the marked ideas together is done.
        model.board.marks.retain(|marked| !pending.ideas.contains(marked));
    }
    if pending.follow {
        model.sought = done.created.last().or(done.ideas.first()).copied();
    }
    let for_good = matches!(
        &pending.effect,
        Some(Effect::Commit { command, .. }) if !command.is_undoable()
    );
    model.tell(told(done, for_good));
    go_on_leaving(model)
}

/// The lines have numbers; the line that asked for one idea closes, unless more was typed on it.
fn caught(model: &mut Model, pending: &mut Pending, done: &Done) {
    if let Some(mut aside) = pending.aside.take()
        && let Overlay::Capture(capture) = &mut *aside
    {
        capture.caught(done.seq, &done.created);
        if aside.waits() {
            lay_aside(model, *aside);
        }
        return;
    }
    let at = model.overlays.iter().rposition(|overlay| matches!(overlay, Overlay::Capture(_)));
    let Some(at) = at else { return };
    if let Some(Overlay::Capture(capture)) = model.overlays.get_mut(at) {
        capture.caught(done.seq, &done.created);
        if pending.closes && capture.is_done() {
            model.saving.left = std::mem::take(&mut capture.left);
            model.overlays.remove(at);
        }
    }
}

/// What was done; and where somebody else had changed the same, that theirs is in the history.
fn told(done: &Done, for_good: bool) -> Say {
    let id = match (done.clashes.is_empty(), &*done.label.id) {
        (false, _) => "told-done-clash",
        (true, "step-undone") => "told-undone",
        (true, _) if for_good => "told-done-for-good",
        (true, _) => "told-done",
    };
    Say::new(id).about(done.label.clone())
}

/// What was asked for is not in the file, by a rule. Whoever asked has its words back.
pub(super) fn refused(model: &mut Model, say: Say) -> Vec<Effect> {
    answered_with_no(model, false);
    model.saving.leaving = None;
    model.notice = Some(Notice::Refused(say));
    Vec::new()
}

/// The file could not be written. Without a reason it was told before.
pub(super) fn failed(model: &mut Model, say: Option<Say>) -> Vec<Effect> {
    let kept = answered_with_no(model, true);
    model.saving.leaving = None;
    if let Some(why) = say {
        let what = match &model.saving.barred {
            Some(banner) => banner.clone(),
            None if kept => Say::new("failed-text-kept").about(why),
            None => Say::new("failed-try-again").about(why),
        };
        model.notice = Some(Notice::Failed(what));
    }
    Vec::new()
}

/// Something else went wrong. That something was not saved goes before.
pub(super) fn other(model: &mut Model, say: Say) {
    if !matches!(model.notice, Some(Notice::Failed(_))) {
        model.refuse(say);
    }
}

/// What was shown in advance is read anew. Answers whether what was typed stands on the screen.
fn answered_with_no(model: &mut Model, worth_trying_again: bool) -> bool {
    model.saving.waiting = false;
    model.version += 1;
    let mut pending = model.pending.pop_front().unwrap_or_default();
    if let Some(overlay) = pending.aside.take() {
        model.overlays.push(*overlay);
    }
    let lines = pending.captured();
    for overlay in model.overlays.iter_mut().rev() {
        match (overlay, lines) {
            (Overlay::Capture(capture), Some(lines)) => {
                capture.take_back(lines);
                return true;
            }
            (Overlay::Sheet(sheet), None) if pending.closes && sheet.saving => {
                // Its draft was to go with the step.
                (sheet.saving, sheet.unkept) = (false, true);
                return true;
            }
            _ => {}
        }
    }
    if worth_trying_again && pending.effect.is_some() {
        model.saving.failed.push(pending);
    }
    false
}

/// Something that waits for an answer was closed: its words come back where the answer is no.
pub(super) fn lay_aside(model: &mut Model, overlay: Overlay) {
    let is_capture = matches!(overlay, Overlay::Capture(_));
    let fits = |pending: &&mut Pending| {
        // What was asked for by this very key is noted a little later.
        let asked = match (&pending.effect, is_capture) {
            (None, _) => true,
            (Some(_), true) => pending.is_capture(),
            (Some(_), false) => pending.closes && !pending.is_capture(),
        };
        asked && pending.aside.is_none()
    };
    // Of several lines that wait the first brings all of them back.
    if let Some(pending) = model.pending.iter_mut().find(fits) {
        pending.aside = Some(Box::new(overlay));
    }
}

/// Tries again what was not saved.
pub(super) fn try_again(model: &mut Model) -> Vec<Effect> {
    let mut effects = vec![Effect::TryAgain];
    let failed = std::mem::take(&mut model.saving.failed);
    if failed.is_empty() && model.saving.barred.is_none() {
        model.refuse(Say::new("refused-nothing-failed"));
        return Vec::new();
    }
    for pending in failed {
        effects.extend(pending.effect.clone());
        model.pending.push_back(pending);
    }
    // Something must be written for it to show whether it can be.
    effects.push(Effect::Remember { name: "tried", value: model.today.to_string() });
    effects
}

const DRAFTS_LEFT: &str = "told-drafts-left";
const DRAFTS_RESTORED: &str = "told-drafts-restored";

/// Tells what is to be known, once nothing worse stands there.
pub(super) fn warn(model: &mut Model) {
    let offers = |say: &Say| say.id == DRAFTS_LEFT || say.id == DRAFTS_RESTORED;
    match &model.notice {
        Some(Notice::Failed(_)) => return,
        Some(Notice::Told(say)) if offers(say) => return,
        Some(Notice::Told(_) | Notice::Refused(_)) | None => {}
    }
    if let Some(say) = model.saving.later.take() {
        model.refuse(say);
    }
}

pub(super) fn drafts_beside(model: &mut Model, place: Option<Say>) {
    if place.is_some() {
        model.saving.later.clone_from(&place);
    }
    model.saving.beside = place;
}

pub(super) fn barred(model: &mut Model, why: Option<Say>) {
    if why.is_none() && model.saving.barred.is_some() {
        model.tell(Say::new("told-written-again"));
    }
    model.saving.barred = why;
}

/// What earlier runs left is offered.
pub(super) fn offer(model: &mut Model, left: Option<(usize, Stamp)>, restored: usize) {
    if restored > 0 {
        // Some of it may have been read while the rest was still being taken in.
        model.saving.left.clear();
        model.version += 1;
    }
    let Some((n, at)) = left else { return };
    // Whoever is at work already has other things in mind.
    if model.notice.is_some() || !model.overlays.is_empty() {
        return;
    }
    let when = crate::text::dates::moment(at, &model.zone, model.today, model.language());
    let id = if restored > 0 { DRAFTS_RESTORED } else { DRAFTS_LEFT };
    model.tell(Say::new(id).with("n", n).with("when", when));
}

/// Writes down what is being typed.
pub(super) fn keep(model: &mut Model) -> Vec<Effect> {
    model.overlays.iter_mut().flat_map(Overlay::keep).collect()
}

/// Leaves, once everything is saved.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    let mut effects = keep(model);
    if model.pending.is_empty() {
        model.saving.leaving = Some(Leaving::Closes);
        effects.push(Effect::Leave);
    } else {
        model.saving.leaving = Some(Leaving::Waits);
        model.tell(Say::new("told-leaving"));
    }
    effects
}

fn go_on_leaving(model: &mut Model) -> Vec<Effect> {
    if model.saving.leaving != Some(Leaving::Waits) {
        return Vec::new();
    }
    leave(model)
}

/// Keys on the way out: a second wish to leave is obeyed at once, Esc takes the first one back.
pub(super) fn key(model: &mut Model, leaving: Leaving, chord: Chord) -> Vec<Effect> {
    let means = model.keymap.read(crate::input::Context::Board, &[chord]);
    let leaves = matches!(
        means,
        crate::input::Reading::Means(Action::Back | Action::Leave | Action::Interrupt)
    );
    match (leaving, chord.key) {
        (Leaving::Waits, Key::Esc) => {
            model.saving.leaving = None;
            model.notice = None;
            Vec::new()
        }
        (_, key) if leaves && key != Key::Esc => vec![Effect::Abandon],
        _ => {
            model.tell(Say::new("told-leaving"));
            Vec::new()
        }
    }
}

impl Model {
    /// Something is being typed that no draft has yet.
    pub fn has_unkept(&self) -> bool {
        self.overlays.iter().any(Overlay::is_unkept)
    }

    /// All that is being typed, and all that was typed and waits to be saved.
    pub fn unsaved(&self) -> Vec<Unsaved> {
        let aside = self.pending.iter().filter_map(|pending| pending.aside.as_deref());
        let overlays: Vec<&Overlay> = aside.chain(&self.overlays).collect();
        let mut unsaved: Vec<Unsaved> =
            overlays.iter().filter_map(|overlay| overlay.unsaved()).collect();
        let mut lines = overlays.iter().flat_map(|overlay| match overlay {
            Overlay::Capture(capture) => capture.waiting().collect(),
            _ => Vec::new(),
        });
        for (nth, n) in self.pending.iter().filter_map(Pending::captured).enumerate() {
            let lines: Vec<&str> = lines.by_ref().take(n).collect();
            let target = format!("{LINE}:{nth}");
            unsaved.push(Unsaved { target, fields: left::fields("", &lines, &[]), request: None });
        }
        unsaved.retain(|one| !one.fields.is_empty());
        unsaved
    }
}
