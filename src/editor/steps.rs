//! What one Ctrl+Z takes back: a word of typing, a run of erasing, or one paste. It counts the
//! edits that the textarea crate remembers, and needs no clock to tell one step from the next.

#[derive(Debug, Default)]
pub(super) struct Steps {
    done: Vec<usize>,
    undone: Vec<usize>,
    /// The run that the next edit may join, and whether its newest character was a blank.
    open: Option<(Run, bool)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Run {
    Typing,
    Erasing,
    Alone,
}

impl Steps {
    /// `text` is what was typed, or what was erased.
    pub(super) fn add(&mut self, edits: usize, run: Run, text: &str) {
        let blank = text.chars().all(char::is_whitespace);
        let joins = match (self.open, run) {
            (_, Run::Alone) | (None, _) => false,
            (Some((open, was_blank)), _) => open == run && (blank || !was_blank),
        };
        self.undone.clear();
        match self.done.last_mut() {
            Some(step) if joins => *step += edits,
            _ => self.done.push(edits),
        }
        self.open = (run != Run::Alone && !text.contains('\n')).then_some((run, blank));
    }

    /// The next edit begins a step of its own.
    pub(super) fn pause(&mut self) {
        self.open = None;
    }

    /// How many edits to take back.
    pub(super) fn undo(&mut self) -> Option<usize> {
        self.pause();
        let edits = self.done.pop()?;
        self.undone.push(edits);
        Some(edits)
    }

    pub(super) fn redo(&mut self) -> Option<usize> {
        self.pause();
        let edits = self.undone.pop()?;
        self.done.push(edits);
        Some(edits)
    }
}
