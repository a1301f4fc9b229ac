//! The words of minutes: headings, times of the clock on the wall, sentences. How they are written
//! down is the affair of `export`.

mod votes;

use jiff::tz::TimeZone;

use crate::domain::minutes::{Minutes, Named, Present, Ruled};
use crate::domain::{Arg, ItemState, Say, Stamp, WorkshopState};

use super::document::{Block, Document, Level, Table};
use super::{Words, dates};

/// Minutes as a document, as they stand at this time.
pub fn document(minutes: &Minutes, words: &Words, zone: &TimeZone, at: Stamp) -> Document {
    let writer = Writer { minutes, words, zone, at };
    Document { language: words.language, title: or_dash(&minutes.title), blocks: writer.blocks() }
}

struct Writer<'a> {
    minutes: &'a Minutes,
    words: &'a Words,
    zone: &'a TimeZone,
    at: Stamp,
}

impl Writer<'_> {
    fn blocks(&self) -> Vec<Block> {
        let official = self.minutes.choices.official;
        let mark = if official { "minutes-mark-official" } else { "minutes-mark" };
        let mut blocks = vec![Block::Mark(self.get(mark)), Block::Facts(self.head())];
        self.agenda(&mut blocks);
        self.ideas(&mut blocks);
        self.votes(&mut blocks);
        self.matrix(&mut blocks);
        self.decisions(&mut blocks);
        self.actions(&mut blocks);
        self.parking(&mut blocks);
        self.answers(&mut blocks);
        let made = self.words.with("minutes-made", &[("at", self.whole(self.at).into())]);
        blocks.push(Block::Text(made));
        blocks
    }

    fn head(&self) -> Vec<(String, String)> {
        let minutes = self.minutes;
        let mut facts = Vec::new();
        let mut fact = |id: &str, said: String| {
            if !said.trim().is_empty() {
                facts.push((self.get(id), said));
            }
        };
        fact("minutes-question", minutes.question.clone());
        let day = minutes.from.map(|from| dates::local_day(from, self.zone)).or(minutes.day);
        let day = day.map(|day| dates::day_long(day, self.words.language));
        fact("minutes-day", day.unwrap_or_default());
        fact("minutes-time", self.held());
        fact("minutes-place", minutes.place.clone());
        fact("minutes-present", self.present());
        fact("minutes-interest", self.interests().join("; "));
        facts
    }

    /// From when to when it was held, or how far it has come.
    fn held(&self) -> String {
        let time = |at: Stamp| dates::time(at, self.zone);
        match (self.minutes.state, self.minutes.from, self.minutes.to) {
            (WorkshopState::Planned, ..) | (_, None, _) => self.get("minutes-not-begun"),
            (_, Some(from), Some(to)) => format!("{}–{}", time(from), time(to)),
            (_, Some(from), None) => {
                let args = [("from", time(from).into()), ("at", time(self.at).into())];
                self.words.with("minutes-still-on", &args)
            }
        }
    }

    fn present(&self) -> String {
        match &self.minutes.present {
            Present::Names(names) => names.join("; "),
            Present::Number(n) => self.words.say(&Say::new("minutes-people").with("n", *n)),
            Present::Expected(Some(n)) => {
                self.words.with("minutes-people-expected", &[("n", (*n).into())])
            }
            Present::Expected(None) => String::new(),
        }
    }

    fn interests(&self) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        for interest in &self.minutes.interests {
            let idea = format!("#{}", interest.idea);
            let text = match &interest.who {
                Some(who) => format!("{who}, {idea}"),
                None => idea,
            };
            if !told.contains(&text) {
                told.push(text);
            }
        }
        told
    }

    fn agenda(&self, blocks: &mut Vec<Block>) {
        if self.minutes.agenda.is_empty() {
            return;
        }
        let time = |at: Option<Stamp>| at.map(|at| dates::time(at, self.zone)).unwrap_or_default();
        let rows = self.minutes.agenda.iter().map(|item| {
            let when = match (item.state, item.started) {
                (ItemState::Skipped, _) => self.get("minutes-item-skipped"),
                (ItemState::Now, Some(_)) => {
                    format!("{}– ({})", time(item.started), self.get("minutes-item-now"))
                }
                (_, Some(_)) => format!("{}–{}", time(item.started), time(item.ended)),
                (_, None) => self.get("minutes-item-ahead"),
            };
            let took = match (item.started, item.ended) {
                (Some(from), Some(to)) => self.minutes_of((to.0 - from.0 + 30_000) / 60_000),
                _ => String::new(),
            };
            vec![when, item.title.clone(), self.minutes_of(item.minutes), took]
        });
        let heads = ["minutes-head-time", "minutes-head-item", "minutes-head-planned"];
        self.section(blocks, "minutes-agenda");
        let heads = heads.into_iter().chain(["minutes-head-took"]);
        blocks.push(self.table("minutes-agenda", heads, 1, rows.collect()));
    }

    fn ideas(&self, blocks: &mut Vec<Block>) {
        self.section(blocks, "minutes-ideas");
        let ideas = self.minutes.ideas.iter().map(|idea| self.named(idea));
        blocks.push(self.list(ideas.collect(), "minutes-ideas-none"));
        if self.minutes.groups.is_empty() {
            return;
        }
        self.section(blocks, "minutes-groups");
        for (name, ideas) in &self.minutes.groups {
            blocks.push(Block::Heading(Level::Part, or_dash(name)));
            let ideas = ideas.iter().map(|idea| self.named(idea)).collect();
            blocks.push(self.list(ideas, "minutes-group-empty"));
        }
    }

    fn decisions(&self, blocks: &mut Vec<Block>) {
        self.section(blocks, "minutes-decisions");
        if self.minutes.decisions.is_empty() {
            blocks.push(Block::Text(self.get("minutes-decisions-none")));
        }
        for ruled in &self.minutes.decisions {
            let kind = self.words.arg(&Arg::Known(format!("decision:{}", ruled.kind.key()).into()));
            let title = format!("{}: {kind}", self.named(&ruled.idea));
            blocks.push(Block::Heading(Level::Part, title));
            blocks.push(Block::Facts(self.ruled(ruled)));
        }
    }

    fn ruled(&self, ruled: &Ruled) -> Vec<(String, String)> {
        let day = |day: Option<jiff::civil::Date>| day.map(dates::iso).unwrap_or_default();
        let stage = ruled.stage.as_ref().map(|it| self.words.arg(it)).unwrap_or_default();
        let next = [ruled.next_step.trim(), ruled.next_role.trim(), &day(ruled.next_due)];
        let next: Vec<&str> = next.into_iter().filter(|it| !it.is_empty()).collect();
        let reason = match ruled.reason.trim() {
            "" if ruled.idea.title.is_none() => self.get("minutes-protected-reason"),
            "" => self.get("minutes-no-reason"),
            reason => reason.to_owned(),
        };
        let facts = [
            ("minutes-reason", reason),
            ("minutes-conditions", ruled.conditions.clone()),
            ("minutes-learning", ruled.learning.clone()),
            ("minutes-until", [day(ruled.until), ruled.event.clone()].join(" ").trim().to_owned()),
            ("minutes-owner", ruled.owner.clone()),
            ("minutes-receiver", ruled.receiver.clone()),
            ("minutes-next-step", next.join(", ")),
            ("minutes-decided-by", ruled.role.clone()),
            ("minutes-gate", stage),
            ("minutes-time", dates::time(ruled.at, self.zone)),
        ];
        let told = facts.into_iter().filter(|(_, said)| !said.trim().is_empty());
        told.map(|(id, said)| (self.get(id), said)).collect()
    }

    fn actions(&self, blocks: &mut Vec<Block>) {
        self.section(blocks, "minutes-actions");
        if self.minutes.actions.is_empty() {
            blocks.push(Block::Text(self.get("minutes-actions-none")));
            return;
        }
        let rows = self.minutes.actions.iter().map(|it| {
            let idea = it.idea.map(|idea| format!(" (#{idea})")).unwrap_or_default();
            let due = it.due.map(|due| {
                format!("{}, {}", dates::iso(due), dates::week(due, self.words.language))
            });
            let due = due.unwrap_or_else(|| self.get("minutes-no-day"));
            let done =
                if it.is_done { format!(" ({})", self.get("minutes-done")) } else { "".into() };
            let role =
                if it.role.is_empty() { self.get("minutes-nobody") } else { it.role.clone() };
            vec![format!("{}{idea}{done}", it.text), role, due]
        });
        let heads = ["minutes-head-what", "minutes-head-who", "minutes-head-when"];
        blocks.push(self.table("minutes-actions", heads, 0, rows.collect()));
    }

    fn parking(&self, blocks: &mut Vec<Block>) {
        self.section(blocks, "minutes-parking");
        if self.minutes.parking.is_empty() {
            blocks.push(Block::Text(self.get("minutes-parking-none")));
            return;
        }
        let rows = self.minutes.parking.iter().map(|it| {
            let owner =
                if it.owner.is_empty() { self.get("minutes-nobody") } else { it.owner.clone() };
            let state = if it.is_done { "minutes-done" } else { "minutes-open" };
            vec![it.text.clone(), owner, self.get(state)]
        });
        let heads = ["minutes-head-what", "minutes-head-who", "minutes-head-state"];
        blocks.push(self.table("minutes-parking", heads, 0, rows.collect()));
    }

    fn answers(&self, blocks: &mut Vec<Block>) {
        if self.minutes.concerned.is_empty() {
            return;
        }
        self.section(blocks, "minutes-answers");
        let numbers: Vec<String> =
            self.minutes.concerned.iter().map(|idea| format!("#{idea}")).collect();
        let args = [("list", numbers.join(", ").into())];
        blocks.push(Block::Text(self.words.with("minutes-answers-to", &args)));
    }

    fn section(&self, blocks: &mut Vec<Block>, id: &str) {
        blocks.push(Block::Heading(Level::Section, self.get(id)));
    }

    fn list(&self, entries: Vec<String>, none: &str) -> Block {
        if entries.is_empty() { Block::Text(self.get(none)) } else { Block::List(entries) }
    }

    /// `names` is the column that says what its row is about.
    fn table<'b>(
        &self,
        caption: &str,
        heads: impl IntoIterator<Item = &'b str>,
        names: usize,
        rows: Vec<Vec<String>>,
    ) -> Block {
        let heads = heads.into_iter().map(|head| self.get(head)).collect();
        Block::Table(Table { caption: self.get(caption), heads, names, rows })
    }

    fn named(&self, idea: &Named) -> String {
        match &idea.title {
            Some(title) => format!("#{} {title}", idea.number),
            None => format!("#{} {}", idea.number, self.get("minutes-protected")),
        }
    }

    fn minutes_of(&self, n: i64) -> String {
        self.words.with("minutes-min", &[("n", n.into())])
    }

    fn whole(&self, at: Stamp) -> String {
        dates::whole(at, self.zone)
    }

    fn get(&self, id: &str) -> String {
        self.words.get(id).into_owned()
    }
}

fn or_dash(text: &str) -> String {
    if text.trim().is_empty() { "–".into() } else { text.to_owned() }
}
