//! The lists that lie over the board: to do, the places beside the board, the history, the drafts.
//! Each kind is a file that makes rows of what was read and says what Enter does. They take keys;
//! `/` narrows them. Actions on ideas are not theirs: they are for the idea in focus here.

mod answers;
mod backups;
mod drafts;
mod erasures;
mod findings;
mod history;
mod kind;
mod shelf;
mod todo;

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use crate::domain::minutes::Answering;
use crate::domain::{
    Arg, Backup, Entry, Erasure, Finding, IdeaId, KeptDraft, Language, PersonId, Say, Shelved,
    SluiceId, Todo,
};
use crate::input::{Action, Chord, Context, Group};

use super::left::LINE;
use super::listing::{ListPlan, Listing, Of, Row};
use super::model::{Model, Notice};
use super::msg::{Effect, Mouse};
use super::overlay::{Overlay, Turn};
use super::typing::{Typed, type_into};

pub use kind::ListKind;

/// How many rows are read at first; of to do, how many of each kind.
const FIRST: usize = 200;
/// With fewer rows than this below the cursor, more are read.
const MARGIN: usize = 60;
/// What is typed is looked for among so many rows, not among all that ever was.
const SEARCHED: usize = 6400;

#[derive(Debug)]
pub struct List {
    pub kind: ListKind,
    pub listing: Listing,
    read: Option<Box<ListRead>>,
    /// How many rows should be read.
    limit: usize,
    /// What was read last: the file's version and the limit.
    asked: Option<(u64, usize)>,
    /// The language, the day and the width that the rows were written for.
    written: Option<(Language, Date, u16)>,
}

/// What a list needs to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListAsk {
    pub kind: ListKind,
    pub sluice: Option<SluiceId>,
    pub today: Date,
    pub limit: usize,
}

/// What was read for a list.
#[derive(Clone, Debug)]
pub struct ListRead {
    pub kind: ListKind,
    pub listed: ListRows,
    /// Of the ideas that its rows speak of.
    pub titles: HashMap<IdeaId, String>,
    pub people: HashMap<PersonId, String>,
}

#[derive(Clone, Debug)]
pub enum ListRows {
    Todo(Vec<Todo>),
    Shelf(Vec<Shelved>),
    History(Vec<Entry>),
    Drafts(Vec<KeptDraft>),
    Findings(Vec<Finding>),
    Backups(Vec<Backup>),
    Erasures(Vec<Erasure>),
    Answers(Vec<Answering>),
}

impl ListRead {
    /// The ideas and the people that its rows speak of.
    pub fn speaks_of(listed: &ListRows) -> (BTreeSet<IdeaId>, BTreeSet<PersonId>) {
        let (mut ideas, mut people) = (BTreeSet::new(), BTreeSet::new());
        match listed {
            ListRows::Todo(todos) => {
                let items = todos.iter().flat_map(|todo| &todo.items);
                people.extend(items.filter_map(|item| item.owner));
            }
            ListRows::Shelf(shelved) => {
                ideas.extend(shelved.iter().filter_map(|it| it.merged_into))
            }
            ListRows::History(entries) => {
                for entry in entries {
                    people.extend(entry.who);
                    history::ideas_of(&entry.label, &mut ideas);
                }
            }
            ListRows::Drafts(drafts) => {
                ideas.extend(drafts.iter().filter_map(|draft| draft.idea));
            }
            ListRows::Findings(findings) => ideas.extend(findings.iter().filter_map(Finding::idea)),
            ListRows::Backups(_) | ListRows::Erasures(_) | ListRows::Answers(_) => {}
        }
        (ideas, people)
    }
}

impl List {
    pub fn new(kind: ListKind) -> List {
        List {
            kind,
            listing: Listing::new(kind.columns()),
            read: None,
            limit: FIRST,
            asked: None,
            written: None,
        }
    }

    pub fn context(&self) -> Context {
        if self.listing.typing { Context::Picker } else { Context::List }
    }

    /// Nothing is read yet, and it may take long.
    pub fn is_reading(&self) -> bool {
        self.kind == ListKind::Findings && self.read.is_none()
    }

    /// The idea in focus.
    pub fn idea(&self) -> Option<IdeaId> {
        match self.listing.focused()?.of {
            Of::Idea(idea) => Some(idea),
            _ => None,
        }
    }

    /// What it needs to read, where that is not what it has.
    pub fn ask(&self, model: &Model) -> Option<ListAsk> {
        // The whole file is not looked through again after every step.
        let wants =
            self.kind != ListKind::Findings && self.asked != Some((model.version, self.limit));
        wants.then_some(ListAsk {
            kind: self.kind,
            sluice: model.frame.sluice,
            today: model.today,
            limit: self.limit,
        })
    }

    pub(super) fn take(&mut self, model: &Model, read: ListRead) {
        self.asked = Some((model.version, self.limit));
        self.listing.more = match &read.listed {
            ListRows::Todo(_)
            | ListRows::Drafts(_)
            | ListRows::Findings(_)
            | ListRows::Backups(_)
            | ListRows::Answers(_)
            | ListRows::Erasures(_) => false,
            ListRows::Shelf(shelved) => shelved.len() >= self.limit,
            ListRows::History(entries) => entries.len() >= self.limit,
        };
        self.read = Some(Box::new(read));
        self.write(model);
    }

    /// Makes the rows anew, in the language of now.
    fn write(&mut self, model: &Model) {
        let Some(read) = &self.read else { return };
        let rows: Vec<Row> = match &read.listed {
            ListRows::Todo(todos) => todo::rows(model, todos, read),
            ListRows::Shelf(shelved) => shelf::rows(model, shelved, read),
            ListRows::History(entries) => history::rows(model, entries, read),
            ListRows::Drafts(drafts) => drafts::rows(model, drafts, read),
            ListRows::Findings(found) => findings::rows(model, found, read),
            ListRows::Backups(backups) => backups::rows(model, backups),
            ListRows::Erasures(erasures) => erasures::rows(model, erasures),
            ListRows::Answers(all) => answers::rows(model, all),
        };
        self.listing.set_rows(rows);
        self.written = Some(written_for(model));
    }

    /// Whether an action is about the list itself. All others are for the idea in focus, or for
    /// the program.
    pub(super) fn hears(&self, action: Action) -> bool {
        match action {
            Action::Search | Action::Interrupt => true,
            Action::Remove => self.kind == ListKind::Drafts,
            Action::Open | Action::Back | Action::Zoom => true,
            _ => action.group() == Group::Move,
        }
    }

    pub(super) fn act(&mut self, model: &mut Model, action: Action) -> Turn {
        let page = isize::try_from(ListPlan::whole(model.size, 1).page()).unwrap_or(1).max(2) - 1;
        match action {
            Action::Up => self.listing.step(-1),
            Action::Down => self.listing.step(1),
            Action::PageUp => self.listing.step(-page),
            Action::PageDown => self.listing.step(page),
            Action::First => self.listing.first(),
            Action::Last => self.listing.last(),
            Action::Search => self.listing.typing = true,
            Action::Open if self.listing.typing => self.listing.typing = false,
            Action::Open => return self.open(model),
            Action::Remove => return self.discard(model),
            Action::Back | Action::Interrupt => {
                return if self.listing.clear() { Turn::stay() } else { Turn::close() };
            }
            _ => {}
        }
        Turn::stay()
    }

    fn open(&mut self, model: &mut Model) -> Turn {
        let Some(row) = self.listing.focused() else { return Turn::stay() };
        match &row.of {
            Of::More => {
                self.limit *= 8;
                Turn::stay()
            }
            Of::Idea(idea) => {
                let turn = shelf::open(model, *idea, self.kind);
                if turn.closes {
                    model.behind = Some(Box::new(self.put_aside()));
                }
                turn
            }
            Of::Entry(seq) => history::undo(model, *seq, row),
            Of::Draft(target) => match self.read.as_deref() {
                Some(ListRead { listed: ListRows::Drafts(drafts), .. }) => {
                    drafts::reopen(model, drafts, target)
                }
                _ => Turn::stay(),
            },
            Of::Finding(_) => match self.read.as_deref() {
                Some(ListRead { listed: ListRows::Findings(found), .. }) => {
                    findings::mend(model, found)
                }
                _ => Turn::stay(),
            },
            Of::Backup(name) => match self.read.as_deref() {
                Some(ListRead { listed: ListRows::Backups(backups), .. }) => {
                    backups::open(model, backups, name)
                }
                _ => Turn::stay(),
            },
            Of::Heading
            | Of::Gap
            | Of::Action(_)
            | Of::Stage(_)
            | Of::Sluice(_)
            | Of::Erasure(_) => Turn::stay(),
        }
    }

    /// Hands the list over as it is, to come back when the idea that was opened is closed.
    fn put_aside(&mut self) -> List {
        let kind = self.kind;
        std::mem::replace(self, List::new(kind))
    }

    fn discard(&mut self, model: &mut Model) -> Turn {
        let Some(Of::Draft(target)) = self.listing.focused().map(|row| row.of.clone()) else {
            return Turn::stay();
        };
        if let Some(read) = &mut self.read
            && let ListRows::Drafts(drafts) = &mut read.listed
        {
            drafts.retain(|draft| draft.target != target);
        }
        self.write(model);
        if target == LINE {
            model.saving.left.clear();
        }
        model.tell(Say::new("told-draft-discarded"));
        Turn::with(vec![Effect::DropDraft { target }])
    }

    pub(super) fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        if !self.listing.typing {
            return Turn::stay();
        }
        match type_into(&mut self.listing.line, chord, &mut model.clip) {
            Typed::Changed => self.listing.narrowed(),
            Typed::Clip(text) => return Turn::with(vec![Effect::Copy(text)]),
            Typed::Refused(say) => model.refuse(say),
            Typed::Moved | Typed::Above | Typed::Below => {}
        }
        Turn::stay()
    }

    /// Pasted text narrows the list where letters do. It is never read as keys.
    pub(super) fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        if self.listing.typing {
            let text = crate::domain::clean(text, crate::domain::Lines::One);
            match self.listing.line.paste(&text) {
                Ok(()) => self.listing.narrowed(),
                Err(_) => model.refuse(Say::new("refused-paste-too-large")),
            }
        }
        Turn::stay()
    }

    pub(super) fn mouse(&mut self, model: &mut Model, mouse: Mouse) -> Turn {
        match mouse {
            Mouse::WheelUp { .. } => self.listing.step(-1),
            Mouse::WheelDown { .. } => self.listing.step(1),
            Mouse::Press { x, y } => {
                let plan = ListPlan::whole(model.size, 1);
                if let Some(at) = self.listing.at(&plan, x, y) {
                    if at == self.listing.cursor {
                        return self.open(model);
                    }
                    self.listing.cursor = at;
                }
            }
        }
        Turn::stay()
    }

    /// Rows in the language of now, the focus in sight, enough of them read.
    pub(super) fn settle(&mut self, model: &Model) {
        if self.written.is_some_and(|written| written != written_for(model)) {
            self.write(model);
        }
        let plan = ListPlan::whole(model.size, 1);
        self.listing.line.set_width(plan.title.width.max(1));
        self.listing.keep_in_sight(&plan);
        let listing = &self.listing;
        let near = listing.cursor + MARGIN.max(plan.page()) >= listing.len();
        let far = listing.is_narrowed() && self.limit >= SEARCHED;
        if self.asked.is_some_and(|(_, limit)| limit == self.limit) && listing.more && near && !far
        {
            self.limit *= 2;
        }
    }
}

fn written_for(model: &Model) -> (Language, Date, u16) {
    (model.language(), model.today, model.size.columns)
}

/// A stage's name, of this sluice.
fn stage_name(model: &Model, stage: crate::domain::StageId) -> String {
    let known = model.frame.stages.iter().find(|known| known.id == stage);
    known.map(|stage| model.words.arg(&stage.label())).unwrap_or_default()
}

/// An idea by its number, with its title where that is known.
fn titled(idea: i64, titles: &HashMap<IdeaId, String>, cells: usize) -> Arg {
    match titles.get(&IdeaId(idea)) {
        Some(title) => {
            Arg::Text(format!("#{idea} {}", crate::text::width::clip(title, cells)).into())
        }
        None => Arg::Idea(idea),
    }
}

/// What was to be found cannot be shown, and a list that waits for it would wait for ever.
pub(super) fn not_inspected(model: &mut Model, say: Say) {
    model.overlays.retain(|it| !matches!(it, Overlay::List(list) if list.is_reading()));
    model.notice = Some(Notice::Failed(say));
}

/// Hands what was read to the list that asked.
pub(super) fn take(model: &mut Model, read: ListRead) {
    let at = model.overlays.iter().position(
        |overlay| matches!(overlay, super::overlay::Overlay::List(list) if list.kind == read.kind),
    );
    let Some(at) = at else { return };
    let mut overlay = model.overlays.remove(at);
    if let super::overlay::Overlay::List(list) = &mut overlay {
        list.take(model, read);
    }
    model.overlays.insert(at, overlay);
}

/// A list from which an idea was opened lies on top again once that is closed.
pub(super) fn come_back(model: &mut Model) {
    if model.panes.opened.is_none()
        && let Some(list) = model.behind.take()
    {
        model.overlays.insert(0, super::overlay::Overlay::List(list));
    }
}
