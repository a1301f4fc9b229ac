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

app-name = Idea sluice
saved-at = saved { $time }
saving = saving …
not-saved = ! not saved
too-small = A larger window is needed (now { $columns }×{ $rows })
told-done-for-good = { $what }.
told-done = { $what }. Undo with u.
told-put-back = The idea is back where it was.
told-how-to-leave = Press q to leave. Everything is saved.
told-language = The language is now English.
told-order-by-hand = The columns stand in your own order.
told-order-age = Longest in the stage first.
told-order-due = What is due first stands first.
told-theme-auto = Colours as the terminal's.
told-theme-dark = Dark colours.
told-theme-light = Light colours.
told-theme-contrast = High contrast.
told-theme-terminal = The terminal's own colours.
refused-no-idea = Choose an idea first.
refused-last-stage = The idea is in the last stage.
refused-first-stage = The idea is in the first stage.
refused-no-such-stage = The board has { $n } stages.
refused-not-by-hand = Order the columns by hand first. Press o until it says your own order.
refused-field-full = The field is full. What you typed last was not taken in.
refused-paste-too-large = What was pasted is too large. None of it was taken in, and your text is still there.
failed-saver-gone = It could not be saved: the part that saves is gone. Start the program anew.
failed-own-search = Sluss made a mistake while searching.
failed-own-look = Sluss made a mistake while going through the file.
failed-busy = Another program is writing to the file just now. Try again in a moment.
failed-write = It could not be saved: { $why }. Your text is still there.
failed-read = The file could not be read: { $why }.

told-done-clash = { $what }. Somebody else had changed the same text. Theirs is in the history.
told-draft-kept = The draft is kept. Open again to go on.
told-draft-discarded = The draft is discarded.
refused-no-editor = No editor is chosen. Set EDITOR and try again.
refused-editor-failed = The editor { $name } did not work. The text is still here.
refused-editor-left = The text was not taken in. It is in { $path }.
told-undone = { $what }. Redo with U.
told-copied = Sent to the clipboard, if the terminal allows it.
failed-read-only = The file or its folder cannot be written to. Copy the file to a folder of your own and open it there with --db.
