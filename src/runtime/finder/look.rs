//! One question at a time, answered from a reader of its own and, where words are looked for, from a
//! folded copy of all texts that is kept up with the file.

use std::collections::HashSet;

use crate::app::{Ask, Finding, Found, Job, SearchFound};
use crate::domain::filter::Condition;
use crate::domain::{Filter, IdeaId, ListColumn, Needles, SluiceId, most_similar};
use crate::store::{Arena, Cancel, Fault, FilterQuery, Hits, ListQuery, Reader};

/// Where more ideas than this were changed, all texts are read anew.
const MANY: usize = 2000;

/// So many titles are offered where nothing was found.
const OFFERED: usize = 5;

/// So many ideas like the one being typed are told of.
const ALIKE: usize = 2;

pub(super) struct Finds {
    reader: Reader,
    held: Option<Held>,
}

struct Held {
    arena: Arena,
    sluice: SluiceId,
    /// The newest step that it knows of.
    newest: i64,
    /// What was found last, to be narrowed.
    former: Option<Hits>,
}

impl Finds {
    pub(super) fn new(reader: Reader) -> Finds {
        Finds { reader, held: None }
    }

    /// From here on only what a room may see is found, or everything again.
    pub(super) fn veil(&mut self, on: bool) -> Result<(), Fault> {
        if self.reader.is_veiled() != on {
            self.held = None;
            self.reader.veil(on)?;
        }
        Ok(())
    }

    pub(super) fn cancel(&self) -> Cancel {
        Cancel::of(&self.reader)
    }

    /// Sees to it that all texts are held, as the file has them.
    pub(super) fn hold(
        &mut self,
        sluice: SluiceId,
        cancel: &Cancel,
        percent: &mut dyn FnMut(u8),
    ) -> Result<(), Fault> {
        let newest = self.reader.newest()?;
        if let Some(held) = self.held.as_mut().filter(|held| held.sluice == sluice) {
            if held.newest == newest {
                return Ok(());
            }
            let touched = self.reader.touched_since(held.newest)?;
            if let Some(ideas) = touched.filter(|ideas| ideas.len() <= MANY) {
                held.arena.update(&self.reader, &ideas)?;
                held.newest = newest;
                return Ok(());
            }
        }
        self.held = None;
        let mut told = 0;
        let arena = Arena::load(&self.reader, Some(sluice), cancel, &mut |progress| {
            let now = u8::try_from(progress.done * 100 / progress.of.max(1)).unwrap_or(100).min(99);
            if now >= told + 5 {
                told = now;
                percent(now);
            }
        })?;
        self.held = arena.map(|arena| Held { arena, sluice, newest, former: None });
        Ok(())
    }

    /// None where nobody waits for it any more.
    pub(super) fn answer(&mut self, job: &Job, cancel: &Cancel) -> Option<Found> {
        let what = match &job.ask {
            Ask::Search { line } => {
                self.search(job, line, cancel).map(|found| found.map(Finding::Search))
            }
            Ask::Filter { line, order } => {
                let filter = Filter::parse(line);
                let query =
                    FilterQuery { sluice: job.sluice, filter, order: *order, today: job.today };
                let found = self.reader.filtered(&query, self.arena(), cancel);
                found.map(|found| found.map(Finding::Filter))
            }
            Ask::List { line, sort, descending } => {
                self.list(job, line, *sort, *descending, cancel)
            }
            Ask::Similar { title } => self.similar(job, title, cancel),
            Ask::Forget => {
                self.held = None;
                return None;
            }
        };
        let what = match what {
            Ok(what) => what?,
            Err(fault) => Finding::Failed(crate::runtime::why::not_read(&fault)),
        };
        Some(Found { serial: job.serial, what })
    }

    fn arena(&self) -> Option<&Arena> {
        self.held.as_ref().map(|held| &held.arena)
    }

    /// Ideas with the words in their titles first. Conditions let through some of them.
    fn search(
        &mut self,
        job: &Job,
        line: &str,
        cancel: &Cancel,
    ) -> Result<Option<SearchFound>, Fault> {
        let Some(held) = self.held.as_mut() else { return Ok(None) };
        let of = held.arena.len();
        let filter = Filter::parse(line);
        let needles = Needles::of(&filter);
        let is_text = |condition: &Condition| {
            matches!(condition, Condition::Text(_) | Condition::NumberOrText(..))
        };
        let conditions =
            filter.sort.is_some() || filter.terms.iter().any(|term| !is_text(&term.condition));
        let mut ids = Vec::new();
        if !needles.is_empty() {
            let Some(hits) = held.arena.search(&needles, held.former.as_ref(), cancel) else {
                return Ok(None);
            };
            ids.clone_from(&hits.ids);
            held.former = Some(hits);
        }
        if conditions {
            let sorted = filter.sort.is_some();
            let query = ListQuery {
                sluice: Some(job.sluice),
                filter: filter.clone(),
                sort: ListColumn::Changed,
                descending: true,
                today: job.today,
            };
            let Some(let_through) = self.reader.list(&query, Some(&held.arena), cancel)? else {
                return Ok(None);
            };
            if needles.is_empty() || sorted {
                ids = let_through;
            } else {
                let let_through: HashSet<IdeaId> = let_through.into_iter().collect();
                ids.retain(|idea| let_through.contains(idea));
            }
        } else if ids.is_empty() && !needles.words.is_empty() {
            let typed: Vec<&str> = filter.words().collect();
            let alike = held.arena.fuzzy_titles(&typed.join(" "), OFFERED, cancel);
            let Some(ids) = alike else { return Ok(None) };
            return Ok(Some(SearchFound { alike: !ids.is_empty(), ids, of }));
        }
        Ok(Some(SearchFound { ids, of, alike: false }))
    }

    fn list(
        &self,
        job: &Job,
        line: &str,
        sort: ListColumn,
        descending: bool,
        cancel: &Cancel,
    ) -> Result<Option<Finding>, Fault> {
        let filter = Filter::parse(line);
        let is_narrowed = !filter.terms.is_empty();
        let (sluice, today) = (Some(job.sluice), job.today);
        let query = ListQuery { sluice, filter, sort, descending, today };
        let Some(ids) = self.reader.list(&query, self.arena(), cancel)? else { return Ok(None) };
        let of = if is_narrowed { self.reader.ideas_in(job.sluice)? } else { ids.len() };
        Ok(Some(Finding::List { ids, of }))
    }

    fn similar(&self, job: &Job, title: &str, cancel: &Cancel) -> Result<Option<Finding>, Fault> {
        if title.trim().is_empty() {
            return Ok(Some(Finding::Similar(Vec::new())));
        }
        let Some(titles) = self.reader.titles(job.sluice, cancel)? else { return Ok(None) };
        let alike = most_similar(title, titles.iter().map(|(_, title)| title.as_str()), ALIKE);
        if cancel.is_set() {
            return Ok(None);
        }
        let found = alike.iter().filter_map(|(at, _)| titles.get(*at).cloned()).collect();
        Ok(Some(Finding::Similar(found)))
    }
}
