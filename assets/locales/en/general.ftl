# What is said everywhere: keys, what happened, and what could not be done.
# Numbers of ideas come as #12. Other numbers have commas between thousands.

language-name = English

key-enter = Enter
key-esc = Esc
key-tab = Tab
key-space = Space
key-delete = Delete
key-backspace = Backspace
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down
key-shift = Shift

yes = Yes
no = No
dont-know = Don't know
not-stated = not stated
none = none

# The steps in the history: what happened.
step-begin = Board created
step-capture = New idea { $idea }
step-capture-many =
    { $n ->
        [one] { $n } new idea
       *[other] { $n } new ideas
    }
step-move = { $idea } moved from { $from } to { $to }
step-move-many =
    { $n ->
        [one] { $n } idea moved to { $to }
       *[other] { $n } ideas moved to { $to }
    }
step-reorder = { $idea } moved within its stage
step-reorder-many =
    { $n ->
        [one] { $n } idea moved within its stage
       *[other] { $n } ideas moved within their stage
    }
step-undone = Undone: { $what }
step-redone = Redone: { $what }

notice-done = { $what }. Undo with u.

# What the rules do not allow, and what can be done instead.
refused-title-empty = Write a title first.
refused-name-empty = Write a name first.
refused-name-taken = The name { $name } is taken. Choose another.
refused-not-on-board = { $idea } is not on the board, so it cannot be moved.
refused-idea-gone = The idea is no longer there.
refused-stage-gone = The stage is no longer there.
refused-comment-gone = The comment is no longer there.
refused-gone = What you chose is no longer there.
refused-nothing-changed = Nothing was changed.
refused-overtaken = Somebody else changed the same thing first. Look at the new text and try again.
refused-nothing-to-undo = There is nothing to undo.
refused-nothing-to-redo = There is nothing to redo.
refused-step-gone = That step is not in the history.
refused-step-not-standing = That step is already undone or redone.
refused-undo-conflict = Something has changed since, so this cannot be undone: { $what }
