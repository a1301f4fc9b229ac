//! An idea's self-assessment: eight criteria, the weakest first. Marks and words, never a sum.

use crate::app::model::Model;
use crate::domain::profile::{Below, DONT_KNOW, Line, Profile};
use crate::domain::{Arg, Reference, Stage, known};
use crate::text::ink::{Ink, Row};
use crate::text::width::{pad, width};

use super::page::{Page, said};
use super::place::Room;
use super::{PaneRead, Space};

const MARKS: u8 = 4;

pub(super) fn lay(model: &Model, read: &PaneRead, space: Space) -> Page {
    let mut page = Page::default();
    let cells = usize::from(space.width);
    let Some(detail) = &read.detail else { return page };
    let profile = Profile::of(&detail.fillings, &detail.levels);
    if profile.is_empty() {
        page.say(&model.words.get("pane-no-profile"), Ink::Muted, cells);
        return page;
    }
    let gate = model
        .frame
        .stages
        .iter()
        .find(|stage| stage.id == detail.idea.stage)
        .and_then(|stage| Some((stage, Reference::get().gate_of(stage.key.as_deref()?)?)));
    let below = gate.map(|(_, gate)| profile.below(gate)).unwrap_or_default();
    let gate_name = gate.map(|(stage, gate)| name_of(model, stage, &gate.key));
    let weakest: Vec<&str> = profile.to_find_out().iter().map(|line| key(line)).collect();
    let find_out = |page: &mut Page| {
        let named: Vec<&str> = profile.to_find_out().iter().map(|line| name(model, line)).collect();
        let said = model.words.with("pane-find-out", &[("what", named.join(", ").into())]);
        page.say(&said, Ink::Strong, cells);
    };
    if space.room == Room::Plenty && !weakest.is_empty() {
        find_out(&mut page);
        page.gap();
    }
    let lines = in_order(&profile);
    let names = lines.iter().map(|line| width(name(model, line))).max().unwrap_or(0);
    for line in lines {
        let teller = Teller { model, space, names, weakest: weakest.contains(&key(line)) };
        let short = below.iter().find(|below| below.criterion == key(line));
        teller.line(&mut page, line, short.zip(gate_name.as_deref()));
    }
    if space.room == Room::Some && !weakest.is_empty() {
        page.gap();
        find_out(&mut page);
    }
    page
}

/// Weakest first, then what nobody has answered; novelty last, since it is no weakness.
fn in_order(profile: &Profile) -> Vec<&Line> {
    let mut lines = profile.weakest_first();
    for used in [true, false] {
        lines.extend(profile.lines.iter().filter(|line| {
            line.criterion.used_in_thresholds == used && (line.level.is_none() || !used)
        }));
    }
    lines
}

fn key(line: &Line) -> &'static str {
    line.criterion.key.as_str()
}

fn name(model: &Model, line: &Line) -> &'static str {
    line.criterion.name.in_language(model.language())
}

fn name_of(model: &Model, stage: &Stage, key: &str) -> String {
    match &stage.gate_name {
        Some(own) => own.clone(),
        None => model.words.arg(&Arg::Known(format!("gate:{key}").into())),
    }
}

struct Teller<'a> {
    model: &'a Model,
    space: Space,
    /// The widest name.
    names: usize,
    weakest: bool,
}

impl Teller<'_> {
    fn line(&self, page: &mut Page, line: &Line, below: Option<(&Below, &str)>) {
        let cells = usize::from(self.space.width);
        let words = &self.model.words;
        // The marks give way last: the name is cut before them.
        let names = self.names.min(cells.saturating_sub(20).max(8)) + 2;
        let ink = if self.weakest { Ink::Warning } else { Ink::Text };
        let mut row = Row::of(pad(name(self.model, line), names), ink);
        let filled = usize::from(line.level.unwrap_or(0).min(MARKS));
        let accent = if self.weakest { Ink::Warning } else { Ink::Accent };
        row.push("■".repeat(filled), accent);
        row.push("□".repeat(usize::from(MARKS).saturating_sub(filled)), Ink::Muted);
        let level = match line.level {
            Some(level) => known(&format!("level:{level}"), self.model.language())
                .unwrap_or_default()
                .to_owned(),
            None => words.get("pane-unanswered").into_owned(),
        };
        row.push(format!("  {level}"), Ink::Muted);
        let mut facts = self.facts(line);
        if let Some((below, gate)) = below {
            let args = [("least", i64::from(below.least).into()), ("gate", gate.into())];
            facts.push((format!("! {}", words.with("pane-below", &args)), Ink::Warning));
        }
        if self.space.room == Room::Glance {
            page.rows.push(row);
            return;
        }
        // What there is room for stands on the line; the rest goes below it.
        let mut rest: Vec<Row> = Vec::new();
        let mut column = names + usize::from(MARKS) + 2 + 16;
        for (fact, ink) in facts {
            let used = row.width();
            let gap = column.saturating_sub(used).max(2);
            if rest.is_empty() && used + gap + width(&fact) <= cells {
                row.push(" ".repeat(gap), Ink::Text);
                row.push(fact, ink);
                column = 0;
                continue;
            }
            match rest.last_mut() {
                Some(last) if last.width() + 2 + width(&fact) <= cells => {
                    last.push("  ", Ink::Text);
                    last.push(fact, ink);
                }
                _ => rest.extend(
                    said(&fact, ink, cells.saturating_sub(2))
                        .into_iter()
                        .map(|row| row.indented(2)),
                ),
            }
        }
        page.rows.push(row);
        page.rows.extend(rest);
        if self.space.room == Room::Plenty {
            let described = line.level.and_then(|level| line.criterion.level(level));
            if let Some(described) = described {
                let text = described.in_language(self.model.language());
                let rows = said(text, Ink::Muted, cells.saturating_sub(2));
                page.rows.extend(rows.into_iter().map(|row| row.indented(2)));
            }
        }
    }

    fn facts(&self, line: &Line) -> Vec<(String, Ink)> {
        let words = &self.model.words;
        let mut facts = Vec::new();
        if !line.criterion.used_in_thresholds {
            facts.push((words.get("pane-for-information").into_owned(), Ink::Muted));
        }
        if let Some(before) = line.before.filter(|before| Some(*before) != line.level) {
            let before = match before {
                DONT_KNOW => known("level:0", self.model.language()).unwrap_or_default().into(),
                level => level.to_string(),
            };
            facts.push((words.with("pane-before", &[("level", before.into())]), Ink::Muted));
        }
        if let Some((lowest, highest)) = line.spread.filter(|(lowest, highest)| lowest < highest) {
            let args =
                [("lowest", i64::from(lowest).into()), ("highest", i64::from(highest).into())];
            let spread = words.with("pane-spread", &args);
            if line.talk_about() {
                let talk = words.get("pane-talk-about");
                facts.push((format!("{spread} · {talk}"), Ink::Strong));
            } else {
                facts.push((spread, Ink::Muted));
            }
        }
        facts
    }
}
