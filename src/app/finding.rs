//! Questions that may take long and are answered off the loop: searching, filtering, listing, and
//! finding what is like a title. What is asked follows from what is on the screen, and is compared
//! after every message; an answer to an older question is dropped. Nothing here finds anything.

use jiff::civil::Date;

use crate::domain::{Filter, Filtered, IdeaId, ListColumn, Needles, Order, Say, SluiceId};

use super::model::Model;
use super::overlay::Overlay;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Rises with every question.
    pub serial: u64,
    pub sluice: SluiceId,
    pub today: Date,
    /// Only what a room may see is to be found.
    pub veiled: bool,
    pub ask: Ask,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    Search {
        line: String,
    },
    Filter {
        line: String,
        order: Order,
    },
    List {
        line: String,
        sort: ListColumn,
        descending: bool,
    },
    Similar {
        title: String,
    },
    /// No texts are looked at any more, so they can be let go.
    Forget,
}

impl Ask {
    /// It looks into texts.
    pub fn reads_texts(&self) -> bool {
        match self {
            Ask::Search { .. } => true,
            Ask::Filter { line, .. } | Ask::List { line, .. } => {
                !Needles::of(&Filter::parse(line)).is_empty()
            }
            Ask::Similar { .. } | Ask::Forget => false,
        }
    }
}

/// An answer, to the question of that number.
#[derive(Clone, Debug)]
pub struct Found {
    pub serial: u64,
    pub what: Finding,
}

#[derive(Clone, Debug)]
pub enum Finding {
    /// The texts are being read.
    Loading {
        percent: u8,
    },
    Search(SearchFound),
    Filter(Filtered),
    List {
        ids: Vec<IdeaId>,
        of: usize,
    },
    Similar(Vec<(IdeaId, String)>),
    Failed(Say),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFound {
    pub ids: Vec<IdeaId>,
    /// Among how many.
    pub of: usize,
    /// Nothing was found; these have titles somewhat like it.
    pub alike: bool,
}

/// A question that is asked anew when what it follows from changes.
#[derive(Debug, Default)]
pub struct Inquiry {
    asked: Option<About>,
    serial: u64,
    answered: u64,
}

/// All that an answer depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct About {
    ask: Ask,
    sluice: SluiceId,
    today: Date,
    version: u64,
    veiled: bool,
}

impl Inquiry {
    /// Which question it is at; 0 before the first.
    pub fn serial(&self) -> u64 {
        self.serial
    }

    pub fn is_waiting(&self) -> bool {
        self.serial != self.answered
    }

    /// Whether an answer is the one that is waited for.
    fn takes(&mut self, serial: u64) -> bool {
        let takes = self.serial == serial && self.is_waiting();
        if takes {
            self.answered = serial;
        }
        takes
    }

    fn ask(&mut self, about: About, last: &mut u64) -> Option<Job> {
        if self.asked.as_ref() == Some(&about) {
            return None;
        }
        *last += 1;
        self.serial = *last;
        let About { ask, sluice, today, veiled, .. } = about.clone();
        self.asked = Some(about);
        Some(Job { serial: *last, sluice, today, veiled, ask })
    }

    /// What comes in after this was not asked for.
    fn drop_question(&mut self) {
        self.asked = None;
        self.answered = self.serial;
    }
}

/// What is being typed resembles ideas that are there.
#[derive(Debug, Default)]
pub struct Alike {
    inquiry: Inquiry,
    pub found: Vec<(IdeaId, String)>,
}

/// How finding stands.
#[derive(Debug, Default)]
pub struct Desk {
    last: u64,
    /// Whoever finds holds the texts.
    holds_texts: bool,
    /// How far the texts are read, in per cent, while they are.
    pub loading: Option<u8>,
    /// What was searched for before, the newest first; none until it is read.
    pub searches: Option<Vec<String>>,
}

/// So many searches are remembered.
const REMEMBERED: usize = 6;

impl Desk {
    /// Another file is open: what was known of the former one is of no use.
    pub(super) fn turn_over(&mut self) {
        *self = Desk { last: self.last, ..Desk::default() };
    }

    /// Puts a search first among those remembered; answers how they are written down.
    pub(super) fn remember(&mut self, line: &str) -> Option<String> {
        let line = line.trim();
        let searches = self.searches.as_mut()?;
        if line.is_empty() || searches.first().is_some_and(|first| first == line) {
            return None;
        }
        searches.retain(|known| known != line);
        searches.insert(0, line.to_owned());
        searches.truncate(REMEMBERED);
        Some(searches.join("\n"))
    }
}

/// What should be asked now.
pub fn asks(model: &mut Model) -> Vec<Job> {
    let Some(sluice) = model.frame.sluice else { return Vec::new() };
    let (today, version, order) = (model.today, model.version, model.board.order);
    let veiled = model.projector;
    let about = |ask| About { ask, sluice, today, version, veiled };
    let before_a_room = |ask| About { veiled: true, ..about(ask) };
    let last = &mut model.desk.last;
    let mut jobs = Vec::new();
    let mut texts = false;
    let filter = &mut model.board.filter;
    if filter.is_on() {
        let ask = Ask::Filter { line: filter.line().to_owned(), order };
        texts |= ask.reads_texts();
        jobs.extend(filter.inquiry.ask(about(ask), last));
    } else {
        filter.inquiry.drop_question();
        filter.found = None;
    }
    for overlay in &mut model.overlays {
        let in_room = matches!(overlay, Overlay::Capture(capture) if capture.in_room.is_shown());
        let (inquiry, ask) = match overlay {
            Overlay::Search(search) => {
                let line = search.line.text();
                (&mut search.inquiry, Ask::Search { line })
            }
            Overlay::Table(table) => {
                let (line, sort, descending) = (table.line.text(), table.sort, table.descending);
                (&mut table.inquiry, Ask::List { line, sort, descending })
            }
            Overlay::Capture(capture) => {
                let title = capture.read().title;
                (&mut capture.alike.inquiry, Ask::Similar { title })
            }
            Overlay::Sheet(sheet) => {
                let Some(title) = sheet.new_title() else { continue };
                (&mut sheet.alike.inquiry, Ask::Similar { title })
            }
            _ => continue,
        };
        texts |= ask.reads_texts();
        let about = if in_room { before_a_room(ask) } else { about(ask) };
        jobs.extend(inquiry.ask(about, last));
    }
    if model.desk.holds_texts && !texts {
        *last += 1;
        jobs.push(Job { serial: *last, sluice, today, veiled, ask: Ask::Forget });
        model.desk.loading = None;
    }
    model.desk.holds_texts = texts;
    jobs
}

/// Takes an answer to where it was asked, if it still is what is asked there.
pub(super) fn take(model: &mut Model, found: Found) {
    let Found { serial, what } = found;
    match what {
        Finding::Loading { percent } => {
            model.desk.loading = Some(percent).filter(|_| model.desk.holds_texts);
        }
        Finding::Filter(filtered) => {
            if model.board.filter.inquiry.takes(serial) {
                model.desk.loading = None;
                model.board.filter.found = Some(filtered);
                model.board.filter.generation = serial;
            }
        }
        Finding::Search(found) => {
            for overlay in &mut model.overlays {
                if let Overlay::Search(search) = overlay
                    && search.inquiry.takes(serial)
                {
                    model.desk.loading = None;
                    search.take(found);
                    return;
                }
            }
        }
        Finding::List { ids, of } => {
            for overlay in &mut model.overlays {
                if let Overlay::Table(table) = overlay
                    && table.inquiry.takes(serial)
                {
                    model.desk.loading = None;
                    table.take(ids, of);
                    return;
                }
            }
        }
        Finding::Similar(found) => {
            for overlay in &mut model.overlays {
                let alike = match overlay {
                    Overlay::Capture(capture) => &mut capture.alike,
                    Overlay::Sheet(sheet) => &mut sheet.alike,
                    _ => continue,
                };
                if alike.inquiry.takes(serial) {
                    alike.found = found;
                    return;
                }
            }
        }
        Finding::Failed(say) => {
            model.desk.loading = None;
            if model.board.filter.inquiry.takes(serial) {
                model.board.filter.found = None;
            }
            if model.saving.barred.is_none() {
                super::saving::other(model, say);
            }
        }
    }
}
