//! What a screen of votes tells the room while it is open on the person's own window: which idea is
//! talked about, and that ballots are counted. It tells nothing of what is on a ballot.

use crate::domain::vote::Turnout;
use crate::domain::{IdeaId, VoteState};

use super::{Mode, Page, Voting};

impl Voting {
    /// The idea that is estimated or placed.
    pub(in crate::app) fn shown_idea(&self) -> Option<IdeaId> {
        match self.page() {
            Page::Matrix => self.read.as_ref()?.spots.get(self.cursor).map(|spot| spot.idea),
            Page::Estimates => self.view()?.options.get(self.cursor)?.option.idea,
            _ => None,
        }
    }

    /// Whether what is most divided comes first, where a result is shown.
    pub(in crate::app) fn shown_order(&self) -> Option<bool> {
        (self.page() == Page::Result).then_some(self.divided_first)
    }

    /// The ballots that are coming in: from the first that is begun until the vote is over. Those who
    /// still think what to vote on see the options.
    pub(in crate::app) fn counting(&self) -> Option<Turnout> {
        let read = self.vote().filter(|read| !read.is_estimate())?;
        let (vote, turnout) = (&read.view.vote, &read.view.turnout);
        let held = matches!(vote.state, VoteState::Open | VoteState::Counted);
        let begun = match &self.mode {
            Mode::Booth(_) | Mode::Hands(_) => true,
            Mode::Plain | Mode::Asks(_) => !self.line.is_empty() || turnout.voted > 0,
        };
        // A vote that everybody may follow hides nothing, and scores at a gate leave the idea in sight.
        (held && begun && vote.blind && read.view.scored().is_none()).then(|| turnout.clone())
    }
}
