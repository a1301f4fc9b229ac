//! What is told before a room: messages that speak of a protected idea, or of where files lie on
//! this machine, lose that. What is read is veiled by the reader itself.

use std::path::PathBuf;

use crate::app::{Answer, Backed, Msg};
use crate::domain::{Arg, Draft, IdeaId, PERSONAL_FIELDS, Say, Sensitivity};

/// A message as a room may hear it.
pub(super) fn over(msg: Msg, hidden: &impl Fn(IdeaId) -> bool) -> Msg {
    let quiet = |say| discreet(say, hidden);
    match msg {
        Msg::Saved(mut done) => {
            if done.ideas.iter().any(|idea| hidden(*idea)) || mentions(&done.label, hidden) {
                done.label = neutral(done.label);
                done.clashes.clear();
            }
            Msg::Saved(done)
        }
        Msg::Mended { told, done } => Msg::Mended { told: quiet(told), done },
        Msg::Warned(say) => Msg::Warned(quiet(say)),
        Msg::Remarked(say) => Msg::Remarked(quiet(say)),
        Msg::Barred(why) => Msg::Barred(why.map(quiet)),
        Msg::SavedElsewhere(Ok(path)) => {
            Msg::SavedElsewhere(Ok(path.file_name().map(PathBuf::from).unwrap_or_default()))
        }
        Msg::SavedElsewhere(Err(say)) => Msg::SavedElsewhere(Err(quiet(say))),
        Msg::Refused(say) => Msg::Refused(quiet(say)),
        Msg::Failed(say) => Msg::Failed(quiet(say)),
        Msg::NotInspected(say) => Msg::NotInspected(quiet(say)),
        Msg::Working(say) => Msg::Working(quiet(say)),
        Msg::DraftsBeside(place) => Msg::DraftsBeside(place.map(quiet)),
        Msg::Answer(Answer::Failed(say)) => Msg::Answer(Answer::Failed(quiet(say))),
        Msg::Answer(Answer::Broken(mut broken)) => {
            broken.why = quiet(broken.why);
            Msg::Answer(Answer::Broken(broken))
        }
        Msg::Broken(mut broken) => {
            broken.why = quiet(broken.why);
            Msg::Broken(broken)
        }
        Msg::Backup(backed) => Msg::Backup(match backed {
            Backed::Told(say) => Backed::Told(quiet(say)),
            Backed::Failed(say) => Backed::Failed(quiet(say)),
            Backed::NotRestored(say) => Backed::NotRestored(quiet(say)),
            Backed::NotRecovered(say) => Backed::NotRecovered(quiet(say)),
            Backed::Restored(opened, say) => Backed::Restored(opened, quiet(say)),
            other @ (Backed::Taken(_) | Backed::NothingNew | Backed::Checked | Backed::Ready) => {
                other
            }
        }),
        Msg::Ballot { slip, became, sure } => {
            Msg::Ballot { slip, became: became.map_err(quiet), sure }
        }
        Msg::EditedOutside(Err(say)) => Msg::EditedOutside(Err(quiet(say))),
        Msg::Wrote(Ok(path)) => Msg::Wrote(Ok(file_name(&path))),
        Msg::Wrote(Err(say)) => Msg::Wrote(Err(quiet(say))),
        // What was read came through the veil; what is typed is the person's own; people are not
        // erased before a room, and what was opened was told as a room may hear it.
        msg @ (Msg::Answer(_)
        | Msg::Key(_)
        | Msg::Paste(_)
        | Msg::PasteTooLarge
        | Msg::Mouse(_)
        | Msg::Resize(_)
        | Msg::Background { .. }
        | Msg::NotTried
        | Msg::NotShown
        | Msg::Waiting
        | Msg::DraftsLeft { .. }
        | Msg::Closed { .. }
        | Msg::SlowToClose
        | Msg::EditedOutside(Ok(_))
        | Msg::Keep
        | Msg::Tick
        | Msg::Opened(_)
        | Msg::Projected { .. }
        | Msg::Changed
        | Msg::Checked(_)
        | Msg::WorkEnded
        | Msg::Went(_)
        | Msg::Found(_)) => msg,
    }
}

/// What may be seen of a draft that has not come to the file yet: the file's own are veiled.
pub(super) fn drafts(target: &str, mut fields: Vec<Draft>) -> Vec<Draft> {
    let protected = |field: &Draft| {
        &*field.field == "sensitivity" && field.text == Sensitivity::Protected.key()
    };
    if target.starts_with("reply:") || fields.iter().any(protected) {
        return Vec::new();
    }
    // Where a role is asked for, people write names.
    let of_workshop = ["action:", "parking:"].iter().any(|kind| target.starts_with(kind));
    fields.retain(|field| {
        let is_role = of_workshop && &*field.field == "role";
        !is_role && !PERSONAL_FIELDS.contains(&&*field.field)
    });
    fields
}

/// That something was done, undone or done again, and not what.
fn neutral(mut label: Say) -> Say {
    let turns = label.args.iter_mut().find(|(_, arg)| matches!(arg, Arg::Say(_)));
    match turns {
        Some((_, what)) => {
            *what = Arg::Say(Box::new(Say::new("step-not-shown")));
            label
        }
        None => Say::new("step-not-shown"),
    }
}

fn mentions(say: &Say, hidden: &impl Fn(IdeaId) -> bool) -> bool {
    say.args.iter().any(|(_, arg)| match arg {
        Arg::Idea(idea) => hidden(IdeaId(*idea)),
        Arg::Say(say) => mentions(say, hidden),
        Arg::Text(_) | Arg::Number(_) | Arg::Day(_) | Arg::Word(_) | Arg::Known(_) => false,
    })
}

/// A sentence without the idea and the place that a room is not told of.
pub(super) fn discreet(mut say: Say, hidden: &impl Fn(IdeaId) -> bool) -> Say {
    if mentions(&say, hidden) {
        return Say::new("refused-not-shown");
    }
    for (name, arg) in &mut say.args {
        match (&**name, arg) {
            (_, Arg::Say(inner)) => **inner = discreet((**inner).clone(), hidden),
            ("path" | "lock", arg @ Arg::Text(_)) => {
                if let Arg::Text(path) = arg {
                    *arg = file_name(path).into();
                }
            }
            ("why", arg @ Arg::Text(_)) => *arg = "…".into(),
            _ => {}
        }
    }
    say
}

/// The folders say whose machine it is.
fn file_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}
