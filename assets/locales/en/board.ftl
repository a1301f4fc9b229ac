# The board.

card-age = { $days } d
card-comments = { $n } comm.
card-saving = saving …
warning-answer-missing = answer missing
warning-overdue = overdue
warning-no-receiver = no receiver
warning-stale = stalled
more-below = + { $n } more
more-above = + { $n } above
more-below-many = + more
more-above-many = + more above
over-limit = full
marked = { $n } marked
empty-first = Press n and write the first idea.
empty-stage = Nothing here.
carrying = Carry with the arrows. Enter drops, Esc puts back.
capture-label = New idea
brain-dump-label = Brain-dump
capture-hint = title / need #tag @unit
capture-offer = { $n } ideas from { $n } lines? Enter saves, Esc goes back.
brain-dump-count = { $n ->
    [0] One idea a line.
    [one] One idea, saved.
   *[other] { $n } ideas, all saved.
}
key-arrows = ←↑↓→
hint-move = move
hint-open = open
hint-capture = new
hint-forward = next stage
hint-comment = comment
hint-menu = menu
hint-help = help
hint-save = save
hint-back = back
hint-drop = drop
hint-put-back = put back
hint-close = done
menu-title = Menu
menu-lists = Lists
menu-settings = Settings
hint-form = form
