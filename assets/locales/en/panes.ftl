# The panes of the idea in focus.

pane-detail = Idea
pane-comments = Comments
pane-profile = Self-assessment
pane-history = History
pane-edit-more = e writes more
pane-days-in-stage = { $days ->
    [0] new in the stage
    [one] one day in the stage
   *[other] { $days } days in the stage
}
pane-paused-until = paused until { $day }
pane-merged-into = Now part of
pane-merged-here = Merged here
pane-test = Test
pane-decision = Decision: { $decision }
pane-gate-skipped = the gate was skipped
pane-feedback = Answer to the idea giver
pane-reason = Reason
pane-conditions = Conditions
pane-learning = Learning
pane-target = Referred to
pane-contact = Contact
pane-event = Waits for
pane-until = Until
pane-filled-by = Filled in by
pane-filling-note = Note
pane-no-comments = Nobody has written anything yet. Press c and write.
pane-edited = edited { $time }
pane-no-profile = Nobody has assessed the idea yet.
pane-find-out = This is what you need to find out: { $what }
pane-unanswered = not answered
pane-for-information = for information
pane-before = last time { $level }
pane-spread = lowest { $lowest } – highest { $highest }
pane-talk-about = talk about it
pane-below = { $gate }: at least { $least }
pane-undone = undone
pane-no-texts-changed = No texts were changed.
refused-step-not-undoable = This cannot be undone.
refused-step-is-turn = This is itself an undo. Choose the step that it is about, or press U.
hint-scroll = read
hint-zoom = full screen
hint-edit = edit
hint-undo-chosen = undo it
key-up-down = ↑↓
hint-beside = next idea
hint-pane = pane
hint-write = write
