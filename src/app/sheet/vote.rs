//! A vote is set up: what is voted on, by which rules, and which ideas or groups are the options.
//! What it becomes is frozen when the vote is opened, which is done on its own screen.

use crate::domain::VoteForm;
use crate::domain::vote::{Preset, Settings, wants_clusters};
use crate::domain::{
    AgendaItemId, AmendVote, ClusterId, Command, IdeaId, OptionOf, Say, SetUpEstimates, SetUpVote,
    VoteId, VoteView, WorkshopId,
};

use super::part::{Body, Button, Choose, Part, Press};
use super::{Kind, Sheet};

/// What was read for it: where the options can come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoteSetup {
    pub marked: Vec<IdeaId>,
    pub stage: Vec<IdeaId>,
    /// What came in at the running workshop: its groups, and its ideas beside them.
    pub groups: Vec<ClusterId>,
    pub loose: Vec<IdeaId>,
    pub workshop: Option<WorkshopId>,
    /// The item at which a vote is held, where that is the one that runs.
    pub item: Option<AgendaItemId>,
    pub people: Option<i64>,
    /// The vote that is amended.
    pub amended: Option<VoteView>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    read: VoteSetup,
}

const PRESETS: &[(&str, &str, Preset)] = &[
    ("dots", "preset-dots", Preset::Dots),
    ("plus-minus", "preset-plus-minus", Preset::PlusMinus),
    ("fist", "preset-fist", Preset::FistOfFive),
    ("agree", "preset-agree", Preset::Agree),
    ("estimate", "preset-estimate", Preset::Estimate),
];

const SOURCES: [(&str, &str); 3] =
    [("marked", "options-marked"), ("groups", "options-groups"), ("stage", "options-stage")];

impl Vote {
    pub(super) fn open(read: VoteSetup) -> Sheet {
        let kind = Vote { read };
        let amended = kind.read.amended.as_ref();
        let settings = amended.map(|view| Settings::of(&view.vote));
        let preset = settings.map_or("dots", preset_of);
        let criterion = amended.map_or("", |view| view.vote.criterion.as_str());
        let expected = amended.map_or(kind.read.people, |view| view.vote.expected);
        let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
        let has_dots =
            |sheet: &Sheet| matches!(sheet.text("preset").as_str(), "dots" | "plus-minus");
        let is_vote = |sheet: &Sheet| sheet.text("preset") != "estimate";
        let many = |sheet: &Sheet| match &sheet.kind {
            Kind::Vote(vote) => wants_clusters(vote.options(sheet).len()),
            _ => false,
        };
        let mut parts = vec![
            choice("preset", "vote-kind", presets(amended.is_some()), preset),
            Part::line("criterion", "vote-criterion", criterion)
                .with_hint(Say::new("vote-criterion-hint"))
                .when(is_vote),
        ];
        if amended.is_none() {
            let sources = kind.sources();
            let first = sources.first().map(|one| one.key.clone()).unwrap_or_default();
            parts.push(choice("options", "vote-options", sources, &first));
            let advice = Say::new("vote-many");
            parts.push(Part::note(advice).when(many));
        }
        let budget = settings.and_then(|settings| settings.budget);
        let high = settings.filter(|it| it.form == VoteForm::Points).map(|it| it.high);
        parts.extend([
            Part::line("budget", "vote-budget", &number(budget))
                .with_hint(Say::new("vote-budget-hint"))
                .when(has_dots),
            Part::line("high", "vote-high", &number(high.or(Some(1)))).when(has_dots),
            choice(
                "blind",
                "vote-blind",
                options(&[("blind", "vote-blind-yes"), ("open", "vote-blind-no")]),
                if settings.is_some_and(|it| !it.blind) { "open" } else { "blind" },
            )
            .when(is_vote),
            choice(
                "named",
                "vote-named",
                options(&[("anonymous", "vote-named-no"), ("named", "vote-named-yes")]),
                if settings.is_some_and(|it| it.named) { "named" } else { "anonymous" },
            )
            .when(is_vote),
            Part::line("expected", "vote-expected", &number(expected))
                .with_hint(Say::new("vote-expected-hint")),
            Part::button_row(vec![
                Button::new(Press::Save, "button-save"),
                Button::new(Press::Close, "button-close-short"),
            ]),
        ]);
        let title = if amended.is_some() { "sheet-vote-amend" } else { "sheet-vote" };
        let is_amended = amended.is_some();
        let mut sheet = Sheet::new(Say::new(title), Kind::Vote(Box::new(kind)), parts);
        if !is_amended {
            // What is voted on is what only a person can say.
            let at = sheet.parts.iter().position(|part| part.key == "criterion");
            sheet.focus = at.unwrap_or(sheet.focus);
        }
        sheet
    }

    /// Where options can come from: what there is of.
    fn sources(&self) -> Vec<Choose> {
        let there = SOURCES.iter().filter(|(key, _)| !self.of_source(key).is_empty());
        let one = |(key, name): &(&'static str, &'static str)| {
            Choose::new(*key, Say::new(name).with("n", self.of_source(key).len()))
        };
        let mut sources: Vec<Choose> = there.map(one).collect();
        if sources.is_empty() {
            sources.push(Choose::new("stage", Say::new("options-stage").with("n", 0)));
        }
        numbered(sources)
    }

    fn of_source(&self, source: &str) -> Vec<OptionOf> {
        let ideas = |ideas: &[IdeaId]| ideas.iter().copied().map(OptionOf::Idea).collect();
        match source {
            "marked" => ideas(&self.read.marked),
            "groups" => {
                let groups = self.read.groups.iter().copied().map(OptionOf::Cluster);
                groups.chain(self.read.loose.iter().copied().map(OptionOf::Idea)).collect()
            }
            _ => ideas(&self.read.stage),
        }
    }

    fn options(&self, sheet: &Sheet) -> Vec<OptionOf> {
        self.of_source(&sheet.text("options"))
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Result<Command, Say> {
        let expected = number(sheet, "expected", "refused-people")?;
        let options = self.options(sheet);
        let preset = sheet.text("preset");
        let (workshop, item) = (self.read.workshop, self.read.item);
        let amended = self.read.amended.as_ref();
        if preset == "estimate" && amended.is_none() {
            return Ok(SetUpEstimates { workshop, item, options, expected }.into());
        }
        let options_there = amended.map_or(options.len(), |view| view.options.len());
        let known = PRESETS.iter().find(|(key, _, _)| *key == preset);
        let mut settings = known.map_or(Preset::Dots, |known| known.2).settings(options_there);
        if settings.form == VoteForm::Points {
            let budget = number(sheet, "budget", "refused-vote-number")?;
            settings.budget = budget.or(settings.budget);
            if let Some(high) = number(sheet, "high", "refused-vote-number")? {
                settings.low = if settings.low < 0 { -high } else { settings.low };
                settings.high = high;
            }
        }
        settings.blind = sheet.text("blind") != "open";
        settings.named = sheet.text("named") == "named";
        let criterion = sheet.text("criterion");
        Ok(match amended.map(|view| &view.vote) {
            Some(vote) if vote.axis.is_some() => amend(vote.id, "", Settings::of(vote), expected),
            Some(vote) => amend(vote.id, &criterion, settings, expected),
            None => SetUpVote { workshop, item, criterion, settings, options, expected }.into(),
        })
    }
}

fn amend(vote: VoteId, criterion: &str, settings: Settings, expected: Option<i64>) -> Command {
    AmendVote { vote, criterion: criterion.to_owned(), settings, expected }.into()
}

fn presets(is_amended: bool) -> Vec<Choose> {
    let shown = PRESETS.iter().filter(|(key, _, _)| !is_amended || *key != "estimate");
    numbered(shown.map(|(key, name, _)| Choose::new(*key, Say::new(name))).collect())
}

/// The preset that settings are nearest to.
fn preset_of(settings: Settings) -> &'static str {
    match (settings.form, settings.low, settings.high) {
        (VoteForm::Points, low, _) if low < 0 => "plus-minus",
        (VoteForm::Points, ..) => "dots",
        (VoteForm::Scale, -1, 1) => "agree",
        (VoteForm::Scale, 1, 5) => "estimate",
        (VoteForm::Scale, ..) => "fist",
    }
}

fn options(of: &[(&'static str, &'static str)]) -> Vec<Choose> {
    numbered(of.iter().map(|(key, name)| Choose::new(*key, Say::new(name))).collect())
}

fn numbered(mut options: Vec<Choose>) -> Vec<Choose> {
    for (option, digit) in options.iter_mut().zip('1'..='9') {
        option.digit = Some(digit);
    }
    options
}

fn choice(key: &'static str, label: &'static str, options: Vec<Choose>, chosen: &str) -> Part {
    let at = options.iter().position(|option| option.key == chosen).or(Some(0));
    Part::new(key, Say::new(label), Body::Choice { options, at, advances: false })
}

fn number(sheet: &Sheet, key: &'static str, refused: &'static str) -> Result<Option<i64>, Say> {
    match sheet.text(key).trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Say::new(refused)),
    }
}
