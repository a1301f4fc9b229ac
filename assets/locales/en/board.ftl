# The board: its header, the cards, the strip of stages and the pane about the idea.

saved-at = saved { $time }
saving = saving…
not-saved = not saved

stage-empty = No ideas here yet. Press n to write the first one.
stage-filtered = No ideas here match the filter. Press Esc to show all.
stage-count-limit = { $n }/{ $limit }
more-above = + { $n } above
more-below = + { $n } more

card-age = { $days } d
card-comments = { $n } comm.

# One word on the card, after an exclamation mark.
warning-answer-missing = answer missing
warning-overdue = overdue
warning-no-receiver = no receiver
warning-stale = stalled

tab-idea = Idea
tab-comments = Comments { $n }
tab-profile = Self-assessment
tab-history = History

hint-go = go
hint-open = open
hint-new = new
hint-next-stage = next stage
hint-comment = comment
hint-menu = menu
hint-help = help
