# Lists, help and all commands.

list-todo = To do
list-paused = Paused
list-closed = Closed
list-removed = Removed
list-history = History
list-drafts = Drafts
list-todo-empty = Nothing waits for you. Answers to send, overdue steps and ideas that lack somebody are shown here.
list-paused-empty = No ideas are paused. Ideas that you decided to pause are kept here.
list-closed-empty = No ideas are closed. They are kept here when the work is over.
list-removed-empty = Nothing is removed. What you remove comes here and can be put back.
list-history-empty = Nothing has happened yet. Press Esc and write the first idea with n.
list-drafts-empty = No drafts. What you begin to write stays here until you save it.
list-none-found = Nothing matches what you typed. Esc shows everything again.

todo-answer-missing = Answer missing
todo-next-step-overdue = Next step overdue
todo-paused-due = Paused, to be taken up
todo-no-receiver = No receiver
todo-no-owner = No owner
todo-stale = Long in the same stage
todo-answer-by = answer by { $day }
todo-step-by = next step by { $day }
todo-paused-until = paused until { $day }
todo-in-stage-since = in its stage since { $day }

shelf-merged-into = merged with { $idea }

history-undone = undone
history-never = cannot be undone
history-enter = Enter undoes just this one: { $what }

draft-decide = Decision on { $idea }
draft-reply = Answer about { $idea }
draft-other = Draft

palette-title = What do you want to do?
palette-type = type a few letters
palette-why = Not now: { $why }
palette-idea = Go to idea { $n }
palette-stage = To the stage { $name }
palette-sluice = To the board { $name }
help-title = Help · { $screen }
help-type = type to search

group-change = Change
group-gate = The gate
group-find = Find
group-view = View
group-sluice = The board
group-program = The program
group-move = Move

hint-restore = put back
hint-undo-this = undo this
hint-take-up = go on
hint-discard = discard
hint-done = done
hint-run = do it

refused-not-here = That does not belong to this screen. Go to the board first.
refused-put-back-elsewhere = Open the list Removed first.
refused-not-standing = This cannot be undone.
refused-draft-lost = What the draft belongs to is gone.
