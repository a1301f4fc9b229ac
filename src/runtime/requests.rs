//! The steps that were asked for and are not answered yet, by the names under which the file knows
//! them. A step that is asked for again after it failed has the name it had: it cannot be in the file
//! twice.

use std::collections::VecDeque;

use crate::app::{Effect, LINE};
use crate::domain::{Command, Uid};
use crate::store::Request;

/// So many that failed are remembered.
const MOST: usize = 64;

#[derive(Debug, Default)]
pub(super) struct Requests {
    /// The oldest first.
    asked: VecDeque<(Effect, Request)>,
    failed: VecDeque<(Effect, Request)>,
}

impl Requests {
    pub(super) fn asked(&mut self, effect: Effect, request: Request) {
        self.asked.push_back((effect, request));
    }

    /// The oldest is answered by the file.
    pub(super) fn answered(&mut self) {
        self.asked.pop_front();
    }

    /// The oldest was not saved, or it is not known whether it was.
    pub(super) fn failed(&mut self) {
        self.failed.extend(self.asked.pop_front());
        while self.failed.len() > MOST {
            self.failed.pop_front();
        }
    }

    /// The name of the same step, where it was asked for before and failed.
    pub(super) fn again(&mut self, effect: &Effect) -> Option<Request> {
        let at = self.failed.iter().position(|(known, _)| known == effect)?;
        self.failed.remove(at).map(|(_, request)| request)
    }

    /// The request that is to save what was typed, while it is under way. Lines have a number each;
    /// the one that is being typed has no request yet.
    pub(super) fn saving(&self, target: &str) -> Option<Uid> {
        let commits = self.asked.iter().filter_map(|(effect, request)| match effect {
            Effect::Commit { command, drops } => Some((command, drops.as_deref(), request.uid)),
            _ => None,
        });
        let is_line = |command: &Command| matches!(command, Command::Capture(_));
        let found = match target.strip_prefix(LINE) {
            Some(rest) => {
                let nth = rest.strip_prefix(':')?.parse().ok()?;
                commits.filter(|(command, ..)| is_line(command)).nth(nth)
            }
            None => {
                let mut others = commits.filter(|(command, ..)| !is_line(command));
                others.find(|(_, drops, _)| *drops == Some(target))
            }
        };
        found.map(|(.., uid)| uid)
    }
}
