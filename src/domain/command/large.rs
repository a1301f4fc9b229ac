//! Which commands change so much at once that a copy of the file is taken first. Each can be taken
//! back all the same.

use crate::domain::{DecisionKind, IdeaId};

use super::Command;

/// More ideas than this are many.
const MANY: usize = 20;
/// More ideas than this are not merged into one every day.
const MERGED: usize = 5;

impl Command {
    pub fn is_large(&self) -> bool {
        let many = |ideas: &[IdeaId]| ideas.len() > MANY;
        match self {
            Command::RemoveStage(_) | Command::RemoveSluice(_) | Command::Import(_) => true,
            Command::Carry(carry) => many(&carry.ideas),
            Command::Remove(remove) => many(&remove.ideas),
            Command::PutBack(put_back) => many(&put_back.ideas),
            Command::SetOwner(owner) => many(&owner.ideas),
            Command::TagIdeas(tag) => many(&tag.ideas),
            Command::DecideTogether(decide) => match decide.decision.kind {
                DecisionKind::Merge => decide.ideas.len() > MERGED,
                _ => many(&decide.ideas),
            },
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Decide, DecideTogether, Remove, RemoveStage, StageId};

    fn ideas(n: i64) -> Vec<IdeaId> {
        (1..=n).map(IdeaId).collect()
    }

    #[test]
    fn many_ideas_at_once_are_a_large_change_and_few_are_not() {
        assert!(!Command::from(Remove { ideas: ideas(20) }).is_large());
        assert!(Command::from(Remove { ideas: ideas(21) }).is_large());
        let merge = |n| DecideTogether {
            ideas: ideas(n),
            decision: Decide::new(IdeaId(1), DecisionKind::Merge),
        };
        assert!(!Command::from(merge(5)).is_large());
        assert!(Command::from(merge(6)).is_large());
        let stage = RemoveStage { stage: StageId(1), ideas_to: Some(StageId(2)) };
        assert!(Command::from(stage).is_large());
    }
}
