//! The list of all ideas, whatever their status: ordered by any column, narrowed by what is typed.

use ratatui::layout::Rect;

use crate::domain::{IdeaId, ListColumn, Needles};
use crate::editor::Editor;
use crate::input::{Action, Chord, Context, Group};

use super::finding::Inquiry;
use super::geometry::{Screen, Size};
use super::model::Model;
use super::msg::{Effect, Mouse, Need};
use super::overlay::Turn;
use super::search::{Rows, go, in_sight, rows_needed};
use super::typing::{Typed, paste_into, type_into};

#[derive(Debug)]
pub struct Table {
    /// What the list is narrowed by.
    pub line: Editor,
    /// Letters go into the line.
    pub typing: bool,
    pub sort: ListColumn,
    pub descending: bool,
    /// The column that left and right chose.
    pub column: ListColumn,
    pub inquiry: Inquiry,
    pub ids: Vec<IdeaId>,
    /// Among how many.
    pub of: usize,
    pub rows: Rows,
    pub cursor: usize,
    pub top: usize,
    /// What comes next is looked at from its beginning.
    anew: bool,
}

/// One column on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableColumn {
    pub column: ListColumn,
    pub x: u16,
    pub width: u16,
}

/// Where the parts of the list stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TablePlan {
    pub title: Rect,
    pub heads: Rect,
    pub rule: Rect,
    pub list: Rect,
    pub foot: Rect,
    pub columns: Vec<TableColumn>,
}

/// In the order of the screen: how wide, and how important.
const COLUMNS: &[(ListColumn, u16, u8)] = &[
    (ListColumn::Number, 6, 0),
    (ListColumn::Title, 24, 0),
    (ListColumn::Stage, 11, 1),
    (ListColumn::Status, 10, 3),
    (ListColumn::Unit, 7, 5),
    (ListColumn::Owner, 16, 4),
    (ListColumn::Age, 8, 2),
    (ListColumn::Due, 12, 6),
    (ListColumn::Comments, 9, 7),
    (ListColumn::Benefit, 9, 8),
    (ListColumn::Effort, 9, 9),
    (ListColumn::Created, 12, 10),
    (ListColumn::Changed, 12, 11),
];

/// A title is never narrower than this while other columns are there.
const TITLE: u16 = 34;

impl TablePlan {
    pub fn of(size: Size) -> TablePlan {
        let screen = Screen::of(size);
        let whole = Rect::new(0, 0, size.columns, size.rows);
        let part = |y: u16, height: u16| Rect::new(0, y, size.columns, height).intersection(whole);
        let heads = u16::from(size.rows >= 5);
        let rule = u16::from(size.rows >= 7);
        let top = 1 + heads + rule;
        let bottom = size.rows.saturating_sub(screen.info.height + screen.hints.height);
        TablePlan {
            title: part(0, 1),
            heads: part(1, heads),
            rule: part(1 + heads, rule),
            list: part(top, bottom.saturating_sub(top)),
            foot: screen.info,
            columns: columns(size.columns),
        }
    }
}

/// As many columns as leave the title its room, the important ones first.
fn columns(width: u16) -> Vec<TableColumn> {
    let margin = u16::from(width >= 40);
    let room = width.saturating_sub(2 * margin + 1);
    let mut most = 0;
    for rank in 1..=11 {
        let others = COLUMNS
            .iter()
            .filter(|(column, _, other)| *column != ListColumn::Title && *other <= rank);
        let taken: u16 = others.map(|(_, wide, _)| wide).sum();
        if taken + TITLE > room {
            break;
        }
        most = rank;
    }
    let shown = || COLUMNS.iter().filter(move |(_, _, rank)| *rank <= most);
    let taken: u16 =
        shown().filter(|(column, ..)| *column != ListColumn::Title).map(|(_, wide, _)| wide).sum();
    let mut x = margin + 1;
    shown()
        .map(|(column, wide, _)| {
            let wide =
                if *column == ListColumn::Title { room.saturating_sub(taken) } else { *wide };
            let placed = TableColumn { column: *column, x, width: wide };
            x += wide;
            placed
        })
        .collect()
}

impl Table {
    pub fn new(line: &str) -> Table {
        let mut editor = Editor::query(line);
        editor.press(Chord::plain(crate::input::Key::End));
        Table {
            line: editor,
            typing: false,
            sort: ListColumn::Title,
            descending: false,
            column: ListColumn::Title,
            inquiry: Inquiry::default(),
            ids: Vec::new(),
            of: 0,
            rows: Rows::new(),
            cursor: 0,
            top: 0,
            anew: false,
        }
    }

    pub fn context(&self) -> Context {
        if self.typing { Context::Picker } else { Context::Table }
    }

    /// The cursor stays on its idea where that is still in the list.
    pub(super) fn take(&mut self, ids: Vec<IdeaId>, of: usize) {
        let focused = self.ids.get(self.cursor).copied();
        let place = focused.and_then(|idea| ids.iter().position(|known| *known == idea));
        if std::mem::take(&mut self.anew) {
            self.cursor = 0;
            self.top = 0;
        } else if let Some(place) = place {
            self.top = (self.top + place).saturating_sub(self.cursor);
            self.cursor = place;
        }
        self.ids = ids;
        self.of = of;
        self.rows.clear();
    }

    pub fn in_sight(&self, plan: &TablePlan) -> &[IdeaId] {
        let to = (self.top + usize::from(plan.list.height)).min(self.ids.len());
        self.ids.get(self.top..to).unwrap_or_default()
    }

    pub(super) fn need(&self, size: Size) -> Option<Need> {
        rows_needed(self.in_sight(&TablePlan::of(size)), &self.rows, &Needles::default())
    }

    pub(super) fn settle(&mut self, model: &Model) {
        let plan = TablePlan::of(model.size);
        self.line.set_width(plan.title.width);
        self.cursor = self.cursor.min(self.ids.len().saturating_sub(1));
        let sight = usize::from(plan.list.height).max(1);
        self.top = in_sight(self.top, self.cursor, sight, self.ids.len());
        if !plan.columns.iter().any(|shown| shown.column == self.column) {
            self.column = ListColumn::Title;
        }
    }

    /// The idea in focus.
    pub fn idea(&self) -> Option<IdeaId> {
        self.ids.get(self.cursor).copied()
    }

    /// Whether an action is about the list itself. All others are for the idea in focus, or for
    /// the program.
    pub(super) fn hears(&self, action: Action) -> bool {
        match action {
            Action::Open | Action::Back | Action::Interrupt | Action::Zoom => true,
            Action::Order | Action::Search | Action::Filter | Action::Save => true,
            _ => action.group() == Group::Move,
        }
    }

    pub(super) fn act(&mut self, model: &mut Model, action: Action) -> Turn {
        let page = usize::from(TablePlan::of(model.size).list.height).max(2) - 1;
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor += 1,
            Action::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Action::PageDown => self.cursor += page,
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = self.ids.len().saturating_sub(1),
            Action::Left => self.choose(model, -1),
            Action::Right => self.choose(model, 1),
            Action::Order => self.order(),
            Action::Search | Action::Filter => self.typing = true,
            Action::Open if self.typing => self.typing = false,
            Action::Open => return self.open(model),
            Action::Save => super::filter::save(model, &self.line.text()),
            Action::NextPane => {
                model.board.filter.set(&self.line.text());
                return Turn::close();
            }
            Action::Back | Action::Interrupt => {
                let was_plain = !self.typing && self.line.is_empty();
                self.typing = false;
                self.line.set_text("");
                self.anew = true;
                if was_plain {
                    return Turn::close();
                }
            }
            _ => {}
        }
        Turn::stay()
    }

    fn choose(&mut self, model: &Model, by: isize) {
        let columns = TablePlan::of(model.size).columns;
        let at = columns.iter().position(|shown| shown.column == self.column).unwrap_or(0);
        if let Some(next) = at.checked_add_signed(by).and_then(|next| columns.get(next)) {
            self.column = next.column;
        }
    }

    /// By the chosen column; once more turns it round.
    fn order(&mut self) {
        if self.sort == self.column {
            self.descending = !self.descending;
        } else {
            self.sort = self.column;
            self.descending = false;
        }
        self.anew = true;
    }

    fn open(&self, model: &mut Model) -> Turn {
        let row = self.ids.get(self.cursor).and_then(|idea| self.rows.get(idea));
        let Some(Some(found)) = row else { return Turn::stay() };
        go(model, &found.row);
        Turn::close()
    }

    pub(super) fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        model.notice = None;
        if !self.typing {
            return Turn::stay();
        }
        match type_into(&mut self.line, chord, &mut model.clip) {
            Typed::Clip(text) => Turn::with(vec![Effect::Copy(text)]),
            Typed::Changed => {
                self.anew = true;
                Turn::stay()
            }
            Typed::Refused(say) => {
                model.refuse(say);
                Turn::stay()
            }
            Typed::Moved | Typed::Above | Typed::Below => Turn::stay(),
        }
    }

    pub(super) fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        if self.typing {
            paste_into(&mut self.line, model, text);
        }
        Turn::stay()
    }

    pub(super) fn mouse(&mut self, model: &mut Model, mouse: Mouse) -> Turn {
        let plan = TablePlan::of(model.size);
        match mouse {
            Mouse::WheelUp { .. } => self.cursor = self.cursor.saturating_sub(1),
            Mouse::WheelDown { .. } => self.cursor += 1,
            Mouse::Press { x, y } if y == plan.heads.y && plan.heads.height > 0 => {
                let on = |shown: &&TableColumn| (shown.x..shown.x + shown.width).contains(&x);
                if let Some(shown) = plan.columns.iter().find(on) {
                    self.column = shown.column;
                    self.order();
                }
            }
            Mouse::Press { y, .. } => {
                if let Some(row) = y.checked_sub(plan.list.y) {
                    let at = self.top + usize::from(row);
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
