//! The file on the screen: the person's own, or the one with invented ideas beside it. Which paths
//! they have, and how they are opened, is the affair of the runtime.

use crate::domain::{IdeaId, Language, Order, Say, SluiceId, StageId};

use super::board::Board;
use super::model::{Focus, Frame, Model};
use super::msg::Effect;
use super::overlay::Overlay;
use super::pane::Panes;
use super::saving::Saving;
use super::sheet;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhichFile {
    #[default]
    Own,
    /// Forty invented ideas, to try things out on.
    Demo,
}

/// What a file that has nothing in it begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// An empty sluice of this name.
    Sluice(String),
    Samples(Language),
}

/// A file was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    pub which: WhichFile,
    /// It was begun just now.
    pub begun: bool,
    pub left: LeftAt,
    /// Who sits at the keyboard, as this file knows it.
    pub who: String,
    /// Why nothing can be saved, where a copy is open.
    pub only_reading: Option<Say>,
    pub remarks: Vec<Say>,
}

/// A file of one's own beside the program's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnFile {
    Settings,
    Keys,
}

/// Where the person left off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftAt {
    pub sluice: Option<SluiceId>,
    pub stage: Option<StageId>,
    pub idea: Option<IdeaId>,
    pub order: Option<Order>,
    /// A room was looking on.
    pub projector: bool,
    /// It was tried whether all can read.
    pub card_seen: bool,
}

impl LeftAt {
    /// What is to be remembered of it, by name.
    pub fn memory(&self) -> [(&'static str, String); 6] {
        let number = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
        [
            ("sluice", number(self.sluice.map(|it| it.0))),
            ("stage", number(self.stage.map(|it| it.0))),
            ("idea", number(self.idea.map(|it| it.0))),
            ("order", self.order.map(Order::name).unwrap_or_default().to_owned()),
            ("projector", if self.projector { "on" } else { "off" }.to_owned()),
            ("test-card", if self.card_seen { "seen" } else { "" }.to_owned()),
        ]
    }

    /// From what was remembered.
    pub fn read<E>(
        mut memory: impl FnMut(&'static str) -> Result<Option<String>, E>,
    ) -> Result<LeftAt, E> {
        let mut number =
            |name| memory(name).map(|text| text.and_then(|text| text.parse::<i64>().ok()));
        let (sluice, stage, idea) = (number("sluice")?, number("stage")?, number("idea")?);
        let order = memory("order")?;
        let projector = memory("projector")?.as_deref() == Some("on");
        let card_seen = memory("test-card")?.as_deref() == Some("seen");
        Ok(LeftAt {
            sluice: sluice.map(SluiceId),
            stage: stage.map(StageId),
            idea: idea.map(IdeaId),
            order: order.and_then(|name| Order::from_name(&name)),
            projector,
            card_seen,
        })
    }
}

impl Model {
    /// Where the person is.
    pub fn left_at(&self) -> LeftAt {
        LeftAt {
            sluice: self.frame.sluice,
            stage: self.stage().map(|stage| stage.id),
            idea: self.focused(),
            order: Some(self.board.order),
            projector: self.projector,
            card_seen: self.card_seen,
        }
    }

    /// What is open is a copy, for this reason, or it is not.
    pub fn only_read(&mut self, why: Option<Say>) {
        self.only_reading = why.is_some();
        self.saving.barred = why;
    }

    /// Goes to where the person left off, as soon as it is read.
    pub fn resume(&mut self, left: &LeftAt) {
        self.frame.sluice = left.sluice;
        self.entering = left.stage;
        self.sought = left.idea;
        self.board.order = left.order.unwrap_or_default();
        self.projector = left.projector;
        self.card_seen = left.card_seen;
    }
}

/// Asks for another file. What is being saved comes first.
pub(super) fn open(model: &mut Model, which: WhichFile) -> Vec<Effect> {
    if model.file == which {
        model.refuse(Say::new("refused-file-open"));
        return Vec::new();
    }
    if !model.pending.is_empty() {
        model.refuse(Say::new("refused-still-saving"));
        return Vec::new();
    }
    let begin = match which {
        WhichFile::Own => None,
        WhichFile::Demo => Some(Beginning::Samples(model.language())),
    };
    vec![Effect::OpenFile { which, begin }]
}

/// Another file is there: nothing of the one before is left on the screen.
pub(super) fn opened(model: &mut Model, opened: &Opened) -> Vec<Effect> {
    model.file = opened.which;
    model.version += 1;
    model.frame = Frame::default();
    model.board = Board::default();
    model.panes = Panes::default();
    model.focus = Focus::Board;
    model.overlays.clear();
    model.behind = None;
    model.held = super::room::Held::default();
    model.saving = Saving::default();
    model.desk.turn_over();
    model.pending.clear();
    model.opening = None;
    model.saved_at = None;
    model.notice = None;
    model.who.clone_from(&opened.who);
    model.introduced = false;
    model.only_read(opened.only_reading.clone());
    model.remarks = opened.remarks.iter().cloned().collect();
    model.resume(&opened.left);
    if !opened.begun {
        return Vec::new();
    }
    let remember = |name, value: &str| Effect::Remember { name, value: value.to_owned() };
    vec![remember("language", model.language().tag()), remember("theme", model.theme.name())]
}

/// A file without a sluice has no board to show: the first screen asks what to begin with.
pub(super) fn greet(model: &mut Model) {
    if model.frame.sluices.is_empty() && model.overlays.is_empty() {
        let start = sheet::start(model);
        model.overlays.push(Overlay::Sheet(Box::new(start)));
    }
}
