//! Everything that can be done, found by typing. As the palette it looks through the names and the
//! help of both languages and says why something cannot be done now; as help it shows the keys of
//! the screen underneath. Both are made from the table of actions and the keymap.

mod asked;

use crate::domain::{IdeaId, Language, Lines, Say, clean};
use crate::input::{Action, Chord, Context, Group, Key};
use crate::text::{Words, fold, spoken};

use asked::Asked;

use super::act;
use super::geometry::Size;
use super::listing::{Cell, ColumnShape, ListPlan, Listing, Of, Row};
use super::model::Model;
use super::msg::{Effect, Mouse};
use super::overlay::Turn;
use super::typing::{Typed, type_into};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Palette,
    Help,
}

#[derive(Debug)]
pub struct Finder {
    pub purpose: Purpose,
    pub listing: Listing,
    /// Who heard keys when it opened.
    pub under: Context,
    found: Vec<Candidate>,
    /// What is typed was not looked for yet.
    stale: bool,
}

/// Something that can be found.
#[derive(Clone, Debug)]
struct Candidate {
    row: Row,
    group: Group,
    /// Its name in the language of the interface, then in the other.
    names: Vec<String>,
    helps: Vec<String>,
    /// Name and help in the language of the interface, folded.
    folded: String,
    /// It is not offered before it is asked for.
    hidden: bool,
    /// Why it cannot be done now.
    why: Option<Say>,
}

const PALETTE: &[ColumnShape] = &[ColumnShape::grows(), ColumnShape::fits(18).right()];
const HELP: &[ColumnShape] =
    &[ColumnShape::fits(16), ColumnShape::fits(26), ColumnShape::grows().from(60)];

/// The groups in the order in which they are shown.
pub const GROUPS: [(Group, &str); 8] = [
    (Group::Change, "group-change"),
    (Group::Gate, "group-gate"),
    (Group::Room, "group-room"),
    (Group::Find, "group-find"),
    (Group::View, "group-view"),
    (Group::Sluice, "group-sluice"),
    (Group::Program, "group-program"),
    (Group::Move, "group-move"),
];

impl Finder {
    pub(super) fn new(model: &Model, purpose: Purpose) -> Finder {
        let under = model.context();
        let columns = match purpose {
            Purpose::Palette => PALETTE,
            Purpose::Help => HELP,
        };
        let mut listing = Listing::new(columns);
        listing.typing = true;
        let found = match purpose {
            Purpose::Palette => palette(model, under),
            Purpose::Help => help(model, under),
        };
        let mut finder = Finder { purpose, listing, under, found, stale: false };
        finder.find(&model.words);
        finder
    }

    pub fn plan(&self, size: Size) -> ListPlan {
        match self.purpose {
            Purpose::Palette => ListPlan::framed(size),
            Purpose::Help => ListPlan::whole(size, if size.columns >= 76 { 2 } else { 1 }),
        }
    }

    /// Looks for what was typed. Of many keys at once only the last is looked for.
    pub(super) fn catch_up(&mut self, model: &Model) {
        if std::mem::take(&mut self.stale) {
            self.find(&model.words);
            self.settle(model.size);
        }
    }

    fn find(&mut self, words: &Words) {
        let query = self.listing.line.text();
        let query = query.trim();
        let rows = match self.purpose {
            Purpose::Palette => {
                let mut rows: Vec<Row> = idea(words, query).into_iter().collect();
                rows.extend(self.fuzzy(query));
                rows
            }
            Purpose::Help => self.grouped(words, query),
        };
        self.listing.set_found(rows);
    }

    /// The best first; what cannot be done now after what can, as long as nothing is typed.
    fn fuzzy(&self, query: &str) -> Vec<Row> {
        if query.is_empty() {
            let shown = || self.found.iter().filter(|candidate| !candidate.hidden);
            let can = shown().filter(|candidate| candidate.why.is_none());
            let cannot = shown().filter(|candidate| candidate.why.is_some());
            return can.chain(cannot).map(|candidate| candidate.row.clone()).collect();
        }
        let mut asked = Asked::new(query);
        let mut scored: Vec<(u32, &Candidate)> =
            self.found.iter().filter_map(|it| asked.score(it).map(|score| (score, it))).collect();
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let best = scored.first().map_or(0, |(score, _)| *score);
        // Letters strewn over a name are not what was meant where a name has them in one piece.
        scored.retain(|(score, _)| *score * 2 >= best);
        scored.into_iter().map(|(_, candidate)| candidate.row.clone()).collect()
    }

    /// By group, those that have every word in name, key or help.
    fn grouped(&self, words: &Words, query: &str) -> Vec<Row> {
        let query = fold(query);
        let asked: Vec<&str> = query.split_whitespace().collect();
        let fits =
            |candidate: &&Candidate| asked.iter().all(|word| candidate.folded.contains(word));
        let mut rows = Vec::new();
        for (group, name) in GROUPS {
            let its = self.found.iter().filter(|it| it.group == group).filter(fits);
            let its: Vec<Row> = its.map(|candidate| candidate.row.clone()).collect();
            if !its.is_empty() {
                if !rows.is_empty() {
                    rows.push(Row::gap());
                }
                rows.push(Row::heading(words.get(name), ""));
                rows.extend(its);
            }
        }
        rows
    }

    pub(super) fn act(&mut self, model: &mut Model, action: Action, chord: Chord) -> Turn {
        self.catch_up(model);
        let page = isize::try_from(self.plan(model.size).page()).unwrap_or(1).max(2) - 1;
        match action {
            Action::Up => self.listing.step(-1),
            Action::Down => self.listing.step(1),
            Action::PageUp => self.listing.step(-page),
            Action::PageDown => self.listing.step(page),
            Action::Open => return self.run(model, chord),
            Action::Back | Action::Interrupt => return Turn::close(),
            _ => {}
        }
        Turn::stay()
    }

    /// Does what is in focus. The screen underneath hears it, as if its key had been pressed there.
    fn run(&mut self, model: &mut Model, chord: Chord) -> Turn {
        let Some(row) = self.listing.focused() else { return Turn::stay() };
        let effects = match row.of {
            Of::Action(action) => {
                let candidate = self.found.iter().find(|candidate| candidate.row.of == row.of);
                if let Some(why) = candidate.and_then(|candidate| candidate.why.clone()) {
                    model.refuse(why);
                    return Turn::stay();
                }
                act::act(model, action, chord)
            }
            Of::Stage(stage) => {
                act::to_stage(model, stage);
                Vec::new()
            }
            Of::Sluice(sluice) => {
                act::to_sluice(model, sluice);
                Vec::new()
            }
            Of::Idea(idea) => {
                act::go_to(model, idea);
                Vec::new()
            }
            Of::Heading | Of::Gap | Of::More | Of::Entry(_) => return Turn::stay(),
            Of::Draft(_) | Of::Backup(_) | Of::Finding(_) => return Turn::stay(),
            Of::Erasure(_) => return Turn::stay(),
        };
        Turn { effects, closes: true }
    }

    pub(super) fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        match type_into(&mut self.listing.line, chord, &mut model.clip) {
            Typed::Changed => {
                model.notice = None;
                self.stale = true;
            }
            Typed::Clip(text) => return Turn::with(vec![Effect::Copy(text)]),
            Typed::Refused(say) => model.refuse(say),
            Typed::Moved | Typed::Above | Typed::Below => {}
        }
        Turn::stay()
    }

    pub(super) fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        match self.listing.line.paste(&clean(text, Lines::One)) {
            Ok(()) => self.stale = true,
            Err(_) => model.refuse(Say::new("refused-paste-too-large")),
        }
        Turn::stay()
    }

    pub(super) fn mouse(&mut self, model: &mut Model, mouse: Mouse) -> Turn {
        self.catch_up(model);
        match mouse {
            Mouse::WheelUp { .. } => self.listing.step(-1),
            Mouse::WheelDown { .. } => self.listing.step(1),
            Mouse::Press { x, y } => {
                let plan = self.plan(model.size);
                if let Some(at) = self.listing.at(&plan, x, y) {
                    if at == self.listing.cursor {
                        return self.run(model, Chord::plain(Key::Enter));
                    }
                    self.listing.cursor = at;
                }
            }
        }
        Turn::stay()
    }

    pub(super) fn settle(&mut self, size: Size) {
        let plan = self.plan(size);
        self.listing.line.set_width(plan.title.width.max(1));
        self.listing.keep_in_sight(&plan);
    }
}

/// The other language's words: somebody may know an action by those.
fn both(model: &Model) -> Words {
    Words::of(match model.language() {
        Language::Sv => Language::En,
        Language::En => Language::Sv,
    })
}

/// An idea by its number, where a number is typed.
fn idea(words: &Words, query: &str) -> Option<Row> {
    let number: i64 = query.trim_start_matches('#').parse().ok().filter(|n| *n > 0)?;
    let name = words.with("palette-idea", &[("n", number.into())]);
    let cells = vec![Cell::new(name), Cell::default()];
    Some(Row::new(Of::Idea(IdeaId(number)), cells))
}

/// Whether the palette has an action. Those that are left out are heard in a text alone, need the
/// digit that was pressed, or are the palette itself.
pub fn is_offered(action: Action) -> bool {
    !matches!(
        action,
        Action::Palette
            | Action::Stage
            | Action::Save
            | Action::EditOutside
            | Action::Back
            | Action::Interrupt
    )
}

fn palette(model: &Model, under: Context) -> Vec<Candidate> {
    let words = &model.words;
    let other = both(model);
    let mut all: Vec<Candidate> = Vec::new();
    for (group, _) in GROUPS {
        let its = Action::ALL.iter().filter(|action| action.group() == group);
        for action in its.copied().filter(|action| is_offered(*action)) {
            let heard = model.keymap.heard(under).any(|binding| binding.action == action);
            let why = if heard {
                act::available(model, action).err()
            } else {
                Some(Say::new("refused-not-here"))
            };
            let key = model.keymap.key_of(under, action).map(|key| spoken(key, words));
            let name = words.get(action.title());
            let cells = vec![Cell::new(name), Cell::muted(key.unwrap_or_default())];
            let mut row =
                Row::new(Of::Action(action), cells).noting(Cell::muted(words.get(action.help())));
            if let Some(why) = &why {
                let why = words.with("palette-why", &[("why", words.say(why).into())]);
                row = row.noting(Cell::warning(why));
                row.quiet = true;
            }
            all.push(Candidate {
                row,
                group,
                names: [words, &other].map(|words| words.get(action.title()).into_owned()).into(),
                helps: [words, &other].map(|words| words.get(action.help()).into_owned()).into(),
                folded: String::new(),
                hidden: group == Group::Move || !heard,
                why,
            });
        }
    }
    all.extend(model.frame.stages.iter().enumerate().map(|(at, stage)| {
        let label = stage.label();
        let key = if at < 9 { format!("g {}", at + 1) } else { String::new() };
        let name = words.with("palette-stage", &[("name", label.clone())]);
        place(Of::Stage(stage.id), name, key, [words.arg(&label), other.arg(&label)])
    }));
    let others = model.frame.sluices.iter().filter(|it| Some(it.id) != model.frame.sluice);
    all.extend(others.map(|sluice| {
        let name = words.with("palette-sluice", &[("name", sluice.name.as_str().into())]);
        place(Of::Sluice(sluice.id), name, String::new(), [sluice.name.clone(), String::new()])
    }));
    all
}

/// A place to go to by its name.
fn place(of: Of, name: String, key: String, names: [String; 2]) -> Candidate {
    let row = Row::new(of, vec![Cell::new(name), Cell::muted(key)]);
    Candidate {
        row,
        group: Group::Move,
        names: names.into(),
        helps: Vec::new(),
        folded: String::new(),
        hidden: true,
        why: None,
    }
}

/// What is heard on the screen underneath, each with its keys.
fn help(model: &Model, under: Context) -> Vec<Candidate> {
    let words = &model.words;
    let mut all = Vec::new();
    for action in Action::ALL.iter().copied() {
        let mut written: Vec<&str> = Vec::new();
        for binding in model.keymap.heard(under).filter(|binding| binding.action == action) {
            if !written.contains(&binding.written.as_str()) {
                written.push(&binding.written);
            }
        }
        let Some(first) = written.first().copied() else { continue };
        let direct: Vec<String> = written
            .iter()
            .filter(|key| !key.starts_with("space ") || **key == first && written.len() == 1)
            .take(2)
            .map(|key| spoken(key, words))
            .collect();
        let name = words.get(action.title()).into_owned();
        let help = words.get(action.help()).into_owned();
        let folded = fold(&format!("{name} {help}"));
        let cells = vec![
            Cell::accent(direct.join("  ")),
            Cell::new(name.clone()),
            Cell::muted(help.clone()),
        ];
        let row = Row::new(Of::Action(action), cells).noting(Cell::muted(help.clone()));
        all.push(Candidate {
            row,
            group: action.group(),
            names: vec![name],
            helps: vec![help],
            folded,
            hidden: false,
            why: None,
        });
    }
    all
}
