//! All that the room may see, and nothing else: what the projector and the audience's window are
//! drawn from. It holds no name, no contact, no comment and no protected idea; what makes it takes
//! records in and leaves those out.

use serde::{Deserialize, Serialize};

use super::clock::Clock;
use super::kinds::Sensitivity;
use super::language::Language;
use super::records::{Action, Idea, IdeaText, Parking};
use super::value::Stamp;
use super::vote::Median;

/// It is written for another process to read, so it says all in itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Live {
    pub language: Language,
    pub title: String,
    pub question: String,
    /// Where it hangs, nothing behind it is shown.
    pub curtain: Option<Curtain>,
    pub clock: Option<Clock>,
    /// Which item of how many is held, and what it is called.
    pub item: Option<Item>,
    pub scene: Scene,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub nth: usize,
    pub of: usize,
    pub title: String,
}

/// What is on a curtain beside the workshop's title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Curtain {
    Plain,
    Break {
        until: Option<Stamp>,
    },
    /// Ballots are being counted: so many of so many.
    Counting {
        voted: i64,
        of: Option<i64>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scene {
    Title {
        /// As it is to be read: `13:00`.
        begins: String,
    },
    Agenda {
        rows: Vec<AgendaRow>,
        /// Minutes by which what remains exceeds the time that remains.
        excess: i64,
    },
    Text {
        title: String,
        instruction: String,
        question: String,
    },
    TestCard,
    Capture {
        /// The newest last; none while they are hidden.
        last: Vec<Card>,
        count: usize,
        hidden: bool,
    },
    Board {
        stages: Vec<StageCount>,
        /// Which of the stages the cards are of.
        stage: usize,
        page: usize,
        pages: usize,
        cards: Vec<Card>,
        /// Where among the cards the focus is.
        focus: Option<usize>,
    },
    Groups {
        groups: Vec<Group>,
        loose: Vec<Card>,
    },
    Ballot {
        criterion: String,
        /// What each has to give, as a sentence.
        how: String,
        options: Vec<Card>,
        voted: i64,
        of: Option<i64>,
    },
    Result {
        criterion: String,
        rows: Vec<ResultRow>,
        voters: i64,
        divided_first: bool,
    },
    Matrix {
        placed: Vec<Placed>,
        unplaced: Vec<Card>,
        focus: Option<i64>,
        /// What the room wrote on the idea in focus, once it is revealed.
        estimate: Option<Spread>,
    },
    Gate {
        card: FullCard,
        gate: String,
        questions: Vec<GateRow>,
        /// Which question is being asked.
        at: usize,
        /// They are being asked now; otherwise they stand as they were answered.
        is_asked: bool,
        scores: Option<Scores>,
        /// What was decided, in words.
        decision: Option<String>,
    },
    Idea(FullCard),
    Parking {
        rows: Vec<Parked>,
    },
    Actions {
        rows: Vec<ToDo>,
    },
    Break {
        until: Option<Stamp>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaRow {
    pub title: String,
    pub minutes: i64,
    pub from: Stamp,
    pub is_now: bool,
    pub is_done: bool,
    pub is_skipped: bool,
}

/// A number that can be said aloud, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub number: i64,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FullCard {
    pub number: i64,
    pub title: String,
    pub stage: String,
    pub need: String,
    pub solution: String,
    pub next_step: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageCount {
    pub name: String,
    pub count: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub name: String,
    pub cards: Vec<Card>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultRow {
    pub place: usize,
    pub is_tied: bool,
    pub card: Card,
    pub points: i64,
    pub voters: i64,
    /// Places up since the round before; below nothing, down.
    pub shift: Option<i64>,
    pub is_divided: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    pub card: Card,
    pub benefit: i64,
    pub effort: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// Level and how many wrote it.
    pub benefit: Vec<(i64, i64)>,
    pub effort: Vec<(i64, i64)>,
    /// The median as words.
    pub benefit_median: String,
    pub effort_median: String,
    pub is_wide: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateRow {
    pub text: String,
    pub reply: Option<String>,
}

/// What the members gave an idea at its gate; until it is revealed, only how many have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scores {
    Counting {
        voted: i64,
        of: Option<i64>,
    },
    /// What they are most divided on first.
    Shown {
        rows: Vec<Score>,
        voters: i64,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    pub criterion: String,
    /// Level and how many gave it.
    pub levels: Vec<(i64, i64)>,
    pub median: String,
    pub is_wide: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parked {
    pub text: String,
    pub is_done: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToDo {
    pub text: String,
    pub role: String,
    /// As it is to be read.
    pub due: String,
    pub is_done: bool,
}

impl Card {
    /// `None` where the idea is not for the room.
    pub fn of(idea: &Idea) -> Option<Card> {
        is_public(idea).then(|| Card { number: idea.id.0, title: idea.title.clone() })
    }
}

impl FullCard {
    /// `None` where the idea is not for the room.
    pub fn of(idea: &Idea, text: &IdeaText, stage: String) -> Option<FullCard> {
        is_public(idea).then(|| FullCard {
            number: idea.id.0,
            title: idea.title.clone(),
            stage,
            need: text.need.clone(),
            solution: text.solution.clone(),
            next_step: text.next_step.clone(),
        })
    }
}

impl From<&Parking> for Parked {
    fn from(parking: &Parking) -> Parked {
        Parked { text: parking.text.clone(), is_done: parking.done.is_some() }
    }
}

impl ToDo {
    pub fn of(action: &Action, due: String) -> ToDo {
        ToDo {
            text: action.text.clone(),
            role: action.role.clone(),
            due,
            is_done: action.done.is_some(),
        }
    }
}

impl Median {
    /// The levels that the median stands at, or between.
    pub fn levels(self) -> (i64, i64) {
        match self {
            Median::Level(level) => (level, level),
            Median::Between(low, high) => (low, high),
        }
    }
}

/// Whether an idea may be shown to a room.
pub fn is_public(idea: &Idea) -> bool {
    idea.removed.is_none() && idea.sensitivity != Sensitivity::Protected
}

impl Live {
    /// What stands behind a curtain is not for the room: it is left out of what is written.
    #[must_use]
    pub fn curtained(self, curtain: Curtain) -> Live {
        Live {
            curtain: Some(curtain),
            item: None,
            question: String::new(),
            scene: Scene::Title { begins: String::new() },
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::records::{IdeaId, PersonId, StageId};
    use super::super::value::Uid;
    use super::*;

    fn idea() -> Idea {
        let (stage, created, today) = (StageId(1), Stamp(0), date(2026, 11, 23));
        let idea = Idea::new(IdeaId(12), Uid::default(), stage, 1, created, today);
        Idea { title: "Kettle".into(), giver: Some(PersonId(4)), ..idea }
    }

    #[test]
    fn a_protected_or_removed_idea_never_becomes_a_card() {
        assert_eq!(Card::of(&idea()), Some(Card { number: 12, title: "Kettle".into() }));
        let protected = Idea { sensitivity: Sensitivity::Protected, ..idea() };
        assert_eq!(Card::of(&protected), None);
        let text = IdeaText::empty(protected.id, Uid::default());
        assert_eq!(FullCard::of(&protected, &text, String::new()), None);
        assert_eq!(Card::of(&Idea { removed: Some(Stamp(1)), ..idea() }), None);
    }

    #[test]
    fn behind_the_curtain_there_is_nothing_to_be_read() {
        let live = Live {
            language: Language::Sv,
            title: "Idédag".into(),
            question: "Hur kan vi hälsa alla välkomna?".into(),
            curtain: None,
            clock: Some(Clock::set(8)),
            item: None,
            scene: Scene::Idea(FullCard {
                number: 12,
                title: "Kettle".into(),
                stage: "Behov".into(),
                need: "Cold tea".into(),
                solution: String::new(),
                next_step: String::new(),
            }),
        };
        let written = serde_json::to_string(&live.clone().curtained(Curtain::Plain)).unwrap();
        assert!(!written.contains("Kettle") && !written.contains("Hur kan vi"), "{written}");
        let read: Live = serde_json::from_str(&serde_json::to_string(&live).unwrap()).unwrap();
        assert_eq!(read, live);
    }
}
