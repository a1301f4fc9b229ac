# Kommentarer.

step-comment = { $idea } kommenterad
step-comment-amend = Kommentar till { $idea } ändrad
step-comment-remove = Kommentar till { $idea } borttagen
refused-comment-empty = Skriv något i kommentaren först.
