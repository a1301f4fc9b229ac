//! The answer to the idea giver: a ready text to be made one's own, copied or written to a file. It
//! is not sent from here.

use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::opening::OpeningRead;
use crate::app::overlay::Turn;
use crate::domain::{self, Arg, Command, DecisionId, Detail, IdeaId, Language, Say};

use super::part::{Body, Button, Choose, Part, Press};
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answering {
    pub(super) idea: IdeaId,
    decision: Option<DecisionId>,
    /// The language that the text is in.
    language: Language,
    /// What stands in each language: as it was made ready, and as it was left.
    texts: Vec<Worded>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Worded {
    language: Language,
    ready: String,
    now: String,
}

/// Copies the text, and marks the idea giver as told.
const COPY: &str = "copy";

/// How the idea giver can have got the answer.
const CHANNELS: [&str; 4] =
    ["reply-channel-copied", "reply-channel-file", "reply-channel-said", "reply-channel-mail"];

impl Answering {
    pub(super) fn open(model: &Model, read: &OpeningRead) -> Result<Sheet, Say> {
        let gone = || Say::new("refused-idea-gone");
        let detail = read.detail.as_ref().ok_or_else(gone)?;
        let mut texts = Vec::new();
        for (language, ready) in Language::ALL.into_iter().zip(&read.ready) {
            let (ready, now) = (ready.text.clone(), ready.text.clone());
            texts.push(Worded { language, ready, now });
        }
        let at = texts.iter().position(|it| it.language == model.language()).ok_or_else(gone)?;
        let ready = read.ready.get(at).ok_or_else(gone)?;
        let language = Body::Choice {
            options: Language::ALL
                .iter()
                .map(|language| Choose::new(language.tag(), Say::new(name(*language))))
                .collect(),
            at: Some(at),
            advances: false,
        };
        // How it was told is kept in words: they may be anybody's own.
        let channel = |id: &&'static str| Choose::new(model.words.get(id), Say::new(id));
        let options = CHANNELS.iter().map(channel).collect();
        let channel = Body::Choice { options, at: Some(0), advances: false };
        let mut parts = vec![
            Part::note(about(detail, ready.decision)),
            Part::prose("text", Say::new("reply-text"), &ready.text)
                .with_hint(Say::new("reply-text-hint")),
        ];
        if !ready.missing.is_empty() {
            let names: Vec<_> =
                ready.missing.iter().map(|name| model.words.get(missing(name))).collect();
            let say = Say::new("reply-missing").with("list", names.join(", "));
            parts.push(Part::note(say).when(|sheet| sheet.text("text").contains('…')));
        }
        parts.extend([
            Part::new("language", Say::new("reply-language"), language),
            Part::new("channel", Say::new("reply-channel"), channel),
            Part::note(Say::new("reply-copying")),
            Part::button_row(vec![
                Button::new(Press::Own(COPY), "button-copy-and-told"),
                Button::new(Press::Own("file"), "button-write-file"),
                Button::new(Press::Save, "button-told"),
                Button::new(Press::Close, "button-close"),
            ]),
        ]);
        let title = Say::new("sheet-reply")
            .with("idea", Arg::Idea(detail.idea.id.0))
            .with("title", detail.idea.title.as_str());
        let kind = Answering {
            idea: detail.idea.id,
            decision: ready.decision,
            language: model.language(),
            texts,
        };
        Ok(Sheet::new(title, Kind::Reply(Box::new(kind)), parts))
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Command {
        let (channel, text) = (sheet.text("channel"), sheet.text("text"));
        domain::Reply { idea: self.idea, decision: self.decision, channel, text }.into()
    }

    /// Puts the text in the language that was chosen. What was typed in the other one stays there.
    pub(super) fn follow(&mut self, sheet: &mut Sheet) {
        let Some(language) = Language::from_tag(&sheet.text("language")) else { return };
        if language == self.language {
            return;
        }
        let text = sheet.text("text");
        if let Some(left) = self.texts.iter_mut().find(|it| it.language == self.language) {
            left.now = text;
        }
        self.language = language;
        let found = self.texts.iter().find(|it| it.language == language);
        let part = sheet.parts.iter_mut().find(|part| part.key == "text");
        if let (Some(found), Some(part)) = (found, part) {
            part.was.clone_from(&found.ready);
            part.set_text(&found.now);
        }
    }

    /// A draft may have been left in the other language.
    pub(super) fn taken_up(&mut self, sheet: &Sheet) {
        if let Some(language) = Language::from_tag(&sheet.text("language")) {
            self.language = language;
        }
    }

    pub(super) fn pressed(&self, sheet: &mut Sheet, model: &mut Model, button: &str) -> Turn {
        let text = sheet.text("text");
        match button {
            COPY => {
                tell_channel(sheet, model, "reply-channel-copied");
                let mut turn = sheet.save(model);
                if sheet.saving {
                    turn.effects.push(Effect::Copy(text));
                }
                turn
            }
            _ => {
                tell_channel(sheet, model, "reply-channel-file");
                let name = format!("{}-{}.txt", model.words.get("reply-file-name"), self.idea.0);
                Turn::with(vec![Effect::WriteText { name, text }])
            }
        }
    }
}

fn tell_channel(sheet: &mut Sheet, model: &Model, id: &'static str) {
    if let Some(part) = sheet.parts.iter_mut().find(|part| part.key == "channel") {
        part.set_text(&model.words.get(id));
    }
}

/// Whom the answer is for, and what it tells of.
fn about(detail: &Detail, decision: Option<DecisionId>) -> Say {
    let what = match detail.decisions.iter().find(|known| Some(known.id) == decision) {
        Some(decision) => Arg::Known(format!("decision:{}", decision.kind.key()).into()),
        None if decision.is_some() => Arg::Known("decision:sla_ihop".into()),
        None => Arg::Word("reply-receipt".into()),
    };
    match &detail.giver {
        Some(giver) => {
            let reached: Vec<&str> =
                [giver.name.trim(), giver.contact.as_deref().unwrap_or_default().trim()]
                    .into_iter()
                    .filter(|it| !it.is_empty())
                    .collect();
            Say::new("reply-to").with("who", reached.join(", ")).with("what", what)
        }
        None => Say::new("reply-to-nobody").with("what", what),
    }
}

fn name(language: Language) -> &'static str {
    match language {
        Language::Sv => "language-sv",
        Language::En => "language-en",
    }
}

/// The message that names what is missing.
fn missing(name: &str) -> &'static str {
    match name {
        "datum" => "reply-missing-datum",
        "steg" => "reply-missing-steg",
        "motivering" => "reply-missing-motivering",
        "nasta" => "reply-missing-nasta",
        "kontakt" => "reply-missing-kontakt",
        "annan" => "reply-missing-annan",
        "mottagare" => "reply-missing-mottagare",
        "lardom" => "reply-missing-lardom",
        _ => "reply-missing-nr",
    }
}
