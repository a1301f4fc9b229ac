//! What to say of a line that cannot be read: what, and where to look. Also the help, which is
//! clap's text in our language.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::domain::Say;
use crate::text::Words;

use super::print::{Out, complain};
use super::trouble::{Trouble, USAGE};

pub(super) fn tell(error: &Error, words: &Words) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let printed = print(&translated(&error.render().to_string(), words));
            printed.map_or_else(|trouble| trouble.tell(words), |()| ExitCode::SUCCESS)
        }
        _ => {
            complain(&words.say(&sentence(error)));
            ExitCode::from(USAGE)
        }
    }
}

fn print(text: &str) -> Result<(), Trouble> {
    let mut out = Out::new();
    out.line(text.trim_end())?;
    out.finish()
}

/// The two words that clap writes itself.
fn translated(help: &str, words: &Words) -> String {
    help.replace("Usage:", &words.get("cli-heading-usage"))
        .replace("[OPTIONS]", &words.get("cli-value-options"))
}

fn sentence(error: &Error) -> Say {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let option = || said(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let typed = said(ContextKind::InvalidSubcommand);
            match said(ContextKind::SuggestedSubcommand) {
                near if near.is_empty() => Say::new("cli-wrong-command").with("said", typed),
                near => Say::new("cli-near-command").with("said", typed).with("near", near),
            }
        }
        ErrorKind::UnknownArgument => Say::new("cli-wrong-option").with("said", option()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = said(ContextKind::InvalidValue);
            let choices = said(ContextKind::ValidValue);
            if value.is_empty() {
                Say::new("cli-no-value").with("option", option())
            } else if choices.is_empty() {
                Say::new("cli-wrong-value").with("option", option()).with("said", value)
            } else {
                let say = Say::new("cli-wrong-choice").with("option", option());
                say.with("said", value).with("choices", choices)
            }
        }
        ErrorKind::MissingRequiredArgument => Say::new("cli-missing").with("what", option()),
        ErrorKind::ArgumentConflict => Say::new("cli-conflict")
            .with("one", option())
            .with("other", said(ContextKind::PriorArg)),
        ErrorKind::InvalidUtf8 => Say::new("cli-not-text"),
        _ => Say::new("cli-wrong-line"),
    }
}
