# What the room sees: what stands on the audience's window.

live-item = { $nth } of { $of }
live-begins = We begin at { $time }
live-time-is-up = Time is up
live-last-minute = last minute
live-paused = paused
live-now = now
live-skipped = left out
live-minutes = { $n } min
live-number = Idea { $n }
live-ideas = { $n ->
    [one] { $n } idea
   *[other] { $n } ideas
  }
live-ideas-hidden = { $n ->
    [one] { $n } idea is in. It is shown when all are done.
   *[other] { $n } ideas are in. They are shown when all are done.
  }
live-ideas-none = No ideas yet.
live-loose = In no group
live-voted = { $voted } have voted
live-voted-of = { $voted } of { $of } have voted
live-how-dots = { $n } dots each, at most one on each.
live-how-dots-most = { $n } dots each, at most { $most } on each.
live-how-plus-minus = { $n } dots each, for or against.
live-how-agree = For, pass or against on each.
live-how-scale = { $low } to { $high } on each.
live-voters = { $n ->
    [one] { $n } person voted.
   *[other] { $n } people voted.
  }
live-divided-first = What divides us most comes first.
live-dots = { $points ->
    [one] { $points } dot
   *[other] { $points } dots
  }
live-points = { $points ->
    [one] { $points } dot
   *[other] { $points } dots
  } · { $voters ->
    [one] { $voters } vote
   *[other] { $voters } votes
  }
live-divided = divided
live-no-decision = The vote shows what the group puts first. It is not a decision.
live-matrix-axes = upwards: benefit   to the right: effort
live-unplaced = Not placed
live-spread = Benefit { $benefit }, effort { $effort }.
live-spread-wide = Benefit { $benefit }, effort { $effort }. The answers differ: talk first.
live-idea = Idea { $number } · { $stage }
live-need = Need
live-solution = Suggestion
live-next-step = Next step
live-parking = Parking lot
live-parking-none = Nothing is parked.
live-actions = Actions
live-actions-none = No actions yet.
audience-waits = The workshop is shown here when it begins. t changes colours, q closes.

# Before the workshop.

preflight-title = Before the workshop
preflight-screens = The projector shows
preflight-mirrored = the same picture as you see
preflight-extended = a window of its own
preflight-mirrored-means = Names, contacts and protected ideas are not shown. You see the same picture as the room.
preflight-command = Open another terminal window, drag it to the wall and type: { $command }
preflight-enlarge = Make the letters larger with Ctrl and + until the picture is about 70 characters wide.
preflight-see-to = Turn notifications off. Stand at the back and read the test card.
preflight-go = Do so
preflight-card = Test card
refused-room-led = Another window shows it to the room. Close that first.
action-room-view = What the room sees
action-room-view-help = Shows on this window what stands on the wall.
action-preflight = Before the workshop
action-preflight-help = Asks what the projector shows, and says what to see to.
context-room-view = In the room’s picture
