//! Searching everything as one types: a line, what was found, and where in each idea it stands.
//! Before anything is typed: what was searched for last.

use std::collections::HashMap;
use std::ops::Range;

use ratatui::layout::Rect;

use crate::domain::{Filter, Hit, IdeaId, ListRow, Needles, Say, Status};
use crate::editor::Editor;
use crate::input::{Action, Chord};

use super::act::show;
use super::finding::{Inquiry, SearchFound};
use super::geometry::{Screen, Size};
use super::model::Model;
use super::msg::{Effect, Mouse, Need};
use super::overlay::Turn;
use super::typing::{Typed, paste_into, type_into};

#[derive(Debug)]
pub struct Search {
    pub line: Editor,
    /// What the line asks for.
    pub filter: Filter,
    pub inquiry: Inquiry,
    pub found: Option<SearchFound>,
    /// The words that were looked for in what was found.
    needles: Needles,
    /// What is known of those in sight; none of an idea that is gone.
    pub rows: Rows,
    pub cursor: usize,
    pub top: usize,
}

/// Rows that were read, by idea.
pub type Rows = HashMap<IdeaId, Option<FoundRow>>;

/// An idea in a list, and where in it a word was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRow {
    pub row: ListRow,
    pub owner: Option<String>,
    /// What to light up in the title, in bytes.
    pub marks: Vec<Range<usize>>,
    /// The first hit outside the title.
    pub hit: Option<Hit>,
    /// Who wrote the comment that was hit.
    pub author: Option<String>,
}

/// Where the parts of the search stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchPlan {
    pub line: Rect,
    pub rule: Rect,
    pub list: Rect,
    /// What is wrong with a condition.
    pub foot: Rect,
    /// Rows that a hit takes, the blank one after it included.
    pub each: u16,
}

impl SearchPlan {
    pub fn of(size: Size) -> SearchPlan {
        let screen = Screen::of(size);
        let whole = Rect::new(0, 0, size.columns, size.rows);
        let part = |y: u16, height: u16| Rect::new(0, y, size.columns, height).intersection(whole);
        let rule = u16::from(size.rows >= 6);
        let foot = screen.info;
        let top = 1 + rule;
        let bottom = size.rows.saturating_sub(foot.height + screen.hints.height);
        SearchPlan {
            line: part(0, 1),
            rule: part(1, rule),
            list: part(top, bottom.saturating_sub(top)),
            foot,
            each: match size.rows {
                0..10 => 1,
                10..34 => 2,
                _ => 3,
            },
        }
    }

    /// How many hits are in sight.
    pub fn hits(&self, headed: bool) -> usize {
        let rows = self.list.height.saturating_sub(u16::from(headed));
        // The blank row after the last one need not fit.
        usize::from((rows + u16::from(self.each > 2)) / self.each)
    }
}

impl Search {
    pub fn new(line: &str) -> Search {
        let mut editor = Editor::query(line);
        editor.press(Chord::plain(crate::input::Key::End));
        Search {
            line: editor,
            filter: Filter::parse(line),
            inquiry: Inquiry::default(),
            found: None,
            needles: Needles::default(),
            rows: Rows::new(),
            cursor: 0,
            top: 0,
        }
    }

    /// Nothing was asked for yet, so former searches are offered.
    pub fn is_blank(&self) -> bool {
        self.line.text().trim().is_empty()
    }

    pub(super) fn take(&mut self, found: SearchFound) {
        let is_same = self.found.as_ref().is_some_and(|former| former.ids == found.ids);
        if !is_same && !self.is_blank() {
            self.cursor = 0;
            self.top = 0;
        }
        let needles = Needles::of(&self.filter);
        self.rows.clear();
        self.needles = needles;
        self.found = Some(found);
    }

    fn ids(&self) -> &[IdeaId] {
        self.found.as_ref().map_or(&[], |found| &found.ids)
    }

    fn is_headed(&self) -> bool {
        self.found.as_ref().is_some_and(|found| found.alike)
    }

    /// The ideas in sight.
    pub fn in_sight(&self, plan: &SearchPlan) -> &[IdeaId] {
        let ids = self.ids();
        let to = (self.top + plan.hits(self.is_headed())).min(ids.len());
        ids.get(self.top..to).unwrap_or_default()
    }

    pub(super) fn need(&self, size: Size) -> Option<Need> {
        if self.is_blank() {
            return None;
        }
        rows_needed(self.in_sight(&SearchPlan::of(size)), &self.rows, &self.needles)
    }

    pub(super) fn settle(&mut self, model: &Model) {
        let plan = SearchPlan::of(model.size);
        self.line.set_width(plan.line.width);
        let (len, sight) = if self.is_blank() {
            (model.desk.searches.as_ref().map_or(0, Vec::len), usize::MAX)
        } else {
            (self.ids().len(), plan.hits(self.is_headed()).max(1))
        };
        self.cursor = self.cursor.min(len.saturating_sub(1));
        self.top = in_sight(self.top, self.cursor, sight, len);
    }

    pub(super) fn act(&mut self, model: &mut Model, action: Action) -> Turn {
        let page = SearchPlan::of(model.size).hits(self.is_headed()).max(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor += 1,
            Action::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Action::PageDown => self.cursor += page,
            Action::Open => return self.open(model),
            Action::Back | Action::Interrupt => return Turn::close(),
            Action::NextPane => {
                model.board.filter.set(&self.line.text());
                return Turn { effects: self.remember(model), closes: true };
            }
            Action::Save => super::filter::save(model, &self.line.text()),
            _ => {}
        }
        Turn::stay()
    }

    fn open(&mut self, model: &mut Model) -> Turn {
        if self.is_blank() {
            let former = model.desk.searches.as_ref().and_then(|all| all.get(self.cursor));
            if let Some(former) = former {
                self.line.set_text(former);
                self.changed();
            }
            return Turn::stay();
        }
        let Some(idea) = self.ids().get(self.cursor).copied() else { return Turn::stay() };
        let Some(Some(found)) = self.rows.get(&idea) else { return Turn::stay() };
        go(model, &found.row);
        Turn { effects: self.remember(model), closes: true }
    }

    fn remember(&self, model: &mut Model) -> Vec<Effect> {
        let value = model.desk.remember(&self.line.text());
        value.map(|value| Effect::Remember { name: "searches", value }).into_iter().collect()
    }

    fn changed(&mut self) {
        self.filter = Filter::parse(&self.line.text());
        self.cursor = 0;
        self.top = 0;
    }

    pub(super) fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        model.notice = None;
        match type_into(&mut self.line, chord, &mut model.clip) {
            Typed::Clip(text) => return Turn::with(vec![Effect::Copy(text)]),
            Typed::Changed => self.changed(),
            Typed::Refused(say) => model.refuse(say),
            Typed::Moved | Typed::Above | Typed::Below => {}
        }
        Turn::stay()
    }

    pub(super) fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        paste_into(&mut self.line, model, text);
        self.changed();
        Turn::stay()
    }

    pub(super) fn mouse(&mut self, model: &mut Model, mouse: Mouse) -> Turn {
        let plan = SearchPlan::of(model.size);
        match mouse {
            Mouse::WheelUp { .. } => self.cursor = self.cursor.saturating_sub(1),
            Mouse::WheelDown { .. } => self.cursor += 1,
            Mouse::Press { y, .. } => {
                let first = plan.list.y + u16::from(self.is_headed());
                if let Some(row) = y.checked_sub(first).filter(|_| !self.is_blank()) {
                    let at = self.top + usize::from(row / plan.each);
                    if at == self.cursor {
                        return self.open(model);
                    }
                    if at < self.top + self.in_sight(&plan).len() {
                        self.cursor = at;
                    }
                }
            }
        }
        Turn::stay()
    }
}

/// The rows in sight that are not read yet.
pub(super) fn rows_needed(sight: &[IdeaId], rows: &Rows, needles: &Needles) -> Option<Need> {
    let ideas: Vec<IdeaId> = sight.iter().filter(|id| !rows.contains_key(id)).copied().collect();
    (!ideas.is_empty()).then(|| Need::Rows { ideas, needles: needles.clone() })
}

/// The first row on the screen, moved as little as needed to have the cursor in sight.
pub(super) fn in_sight(top: usize, cursor: usize, sight: usize, len: usize) -> usize {
    let most = len.saturating_sub(sight);
    top.min(cursor).max((cursor + 1).saturating_sub(sight)).min(most)
}

/// To an idea that was found: on the board where it stands there, over the whole screen elsewhere.
pub(super) fn go(model: &mut Model, row: &ListRow) {
    if row.status != Status::Active {
        show(model, row.id);
        return;
    }
    if model.board.filter.show(row.id) {
        model.tell(Say::new("told-filter-cleared"));
    }
    model.sought = Some(row.id);
}

/// Keeps rows that were read; what was asked for and is not among them is gone.
pub(super) fn keep(rows: &mut Rows, asked: &[IdeaId], read: Vec<FoundRow>) {
    rows.extend(asked.iter().map(|idea| (*idea, None)));
    rows.extend(read.into_iter().map(|found| (found.row.id, Some(found))));
}
