# Saving: what waits, what failed, and where the text is meanwhile.

action-try-again = Try saving again
action-try-again-help = Tries once more what could not be saved.
action-save-elsewhere = Save everything elsewhere
action-save-elsewhere-help = Writes all that can be read, and what you are typing, to a new file.

waiting-for-another = waiting for another program …
nothing-saved = ! nothing is saved

# Why it was not saved. After the sentence comes what can be done.
failed-held = Another program holds the file.
failed-full = The disk is full.
failed-too-large = The file may not grow any more.
failed-no-writing = The file cannot be written to.
failed-disk = The disk did not take it.
failed-barred = The disk takes nothing.
failed-gone = The file is gone from its place.
failed-replaced = Another file lies in its place.
failed-out-of-reach = The file's place does not answer.
failed-own-fault = Sluss made a mistake while saving.
failed-text-kept = { $what } Your text is still there. Save again.
failed-try-again = { $what } Space f r tries again.
refused-nothing-failed = Nothing is waiting to be saved.

# Stays as long as it holds.
banner-disk = The disk takes nothing. Space f s saves everything elsewhere.
banner-gone = The file is gone. Space f s saves everything anew.
banner-replaced = Another file lies here now. Space f s saves everything in a new one.
banner-out-of-reach = The file's place does not answer. Space f r tries again.
banner-unkept = The draft cannot be written down. Do not close the program.

warned-ballast = The disk is full, but the reserve was enough. All is saved. Make room.
warned-little-room = There is little room on the disk: { $mebi } MB left.
warned-large-log = Another program holds on to the log, which is { $mebi } MB.
warned-draft-in-file = The draft is kept as a text file in { $path }.

told-line-kept = The line is kept. Press n and arrow up to go on.
told-leaving = Saving … Press q again to leave now. The text goes to a file.
told-how-to-leave-now = Press q to leave.
told-written-again = It can be saved again.
told-saved-elsewhere = Everything is saved in { $path }.
told-drafts-left =
    { $n ->
        [one] A draft from { $when }. Space l d opens it.
       *[other] { $n } drafts, the newest from { $when }. Space l d lists them.
    }
told-drafts-restored =
    { $n ->
        [one] Restored: a draft from { $when }. Space l d opens it.
       *[other] Restored: { $n } drafts, newest { $when }. Space l d lists them.
    }
draft-assess = Self-assessment of { $idea }
draft-together = { $n ->
        [one] Decision on { $n } idea
       *[other] Decision on { $n } ideas
    }
draft-pass = { $n ->
        [one] { $n } idea past the gate
       *[other] { $n } ideas past the gate
    }
draft-shape = The shape of the board
refused-draft-of-shape = Open it again under Space j, and the text is there.
draft-line = A line begun
capture-left = arrow up: { $text }
sheet-theirs-draft = The draft says: { $text }

# Said when the screen is left.
told-crash = Sluss made a mistake and stopped. What you wrote is kept.
told-crash-lost = Sluss made a mistake and stopped.
told-crash-file = Where it went wrong is told in { $path }. None of your texts are in there.
told-text-in-file = Text that was not saved in time is in { $path }. The next start takes it in.
told-text-nowhere = This text could not be saved anywhere:
