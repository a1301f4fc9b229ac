# Minutes, actions, the parking lot, attendance and answers after a workshop.

minutes-mark = Minutes – working material
minutes-mark-official = Minutes
minutes-file = minutes
minutes-question = Question
minutes-day = Day
minutes-time = Time
minutes-not-begun = Has not begun
minutes-still-on = Began { $from }, still going on { $at }
minutes-place = Place
minutes-present = Participants
minutes-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
  }
minutes-people-expected = { $n ->
    [one] { $n } person expected
   *[other] { $n } people expected
  }
minutes-interest = Conflict of interest
minutes-agenda = Run sheet
minutes-head-time = Time
minutes-head-item = Item
minutes-head-planned = Planned
minutes-head-took = Took
minutes-item-skipped = skipped
minutes-item-now = going on
minutes-item-ahead = not held
minutes-min = { $n } min
minutes-ideas = New ideas
minutes-ideas-none = No new ideas.
minutes-groups = Groups
minutes-group-empty = No ideas in the group.
minutes-protected = (protected idea)
minutes-votes = Votes
minutes-vote-no-decision = A vote shows what the group puts first. It is not a decision.
minutes-benefit = benefit
minutes-effort = effort
minutes-second = new round
minutes-turnout-of = { $voted } of { $of } voted.
minutes-turnout = { $voted } voted.
minutes-budget = { $n ->
    [one] Each had { $n } dot.
   *[other] Each had { $n } dots.
  }
minutes-vote-secret = The result is not revealed.
minutes-vote-dropped = The vote was dropped. Its result is not shown.
minutes-head-place = Place
minutes-head-option = Option
minutes-head-points = Dots
minutes-head-sum = Sum
minutes-head-median = Median
minutes-head-voters = Voters
minutes-head-spread = Spread
minutes-head-moved = Since last round
minutes-tied = tied
minutes-moved-not = same place
minutes-moved-up = up { $n }
minutes-moved-down = down { $n }
minutes-for-against = for { $plus }, against { $minus }
minutes-from-to = from { $low } to { $high }
minutes-gave = { $n } gave { $points }
minutes-wide = the room is far apart
minutes-divided = the room is divided
minutes-somewhat-divided = the room is somewhat divided
minutes-of-one-mind = the room is of one mind
minutes-decisions = Decisions
minutes-decisions-none = No decisions.
minutes-reason = Reason
minutes-no-reason = No reason given
minutes-protected-reason = Not shown, the idea is protected
minutes-conditions = Conditions
minutes-learning = Learning
minutes-until = Paused until
minutes-owner = Owner
minutes-receiver = Receiver
minutes-next-step = Next step
minutes-decided-by = Decided by
minutes-gate = Stage at the decision
minutes-actions = Actions
minutes-actions-none = No actions.
minutes-head-what = What
minutes-head-who = Who
minutes-head-when = When
minutes-head-state = State
minutes-no-day = no day set
minutes-nobody = nobody named
minutes-done = done
minutes-open = open
minutes-parking = Parking lot
minutes-parking-none = Nothing is parked.
minutes-answers = Answers to the idea givers
minutes-answers-to = Those who gave these ideas get an answer: { $list }.
minutes-made = Written with Sluss { $at }.

minutes-with-names = With names
minutes-without-names = Without names
minutes-is-working = Marked as working material
minutes-is-official = Not marked as working material
minutes-preview = Minutes
minutes-preview-none = There is no workshop to write about.
refused-projector-minutes = Leave the projector mode first. What the room may not see is missing here.
refused-no-workshops-yet = There is no workshop yet.
refused-no-workshop-runs = No workshop is being held. Start one first, then things can be parked.
hint-settled = done
hint-interest = interest
hint-names = names
hint-official = mark
hint-markdown = Markdown
hint-html = HTML
hint-answers = answers
hint-answer = answer
list-answers = Answers after the workshop
list-answers-empty = No idea of a workshop waits for an answer. Those that the workshop was about come here.
answers-owed = answer by { $day }
answers-given = no answer due
entries-parking = Parking lot
entries-parking-of = Parking lot: { $workshop }
entries-actions = Actions
entries-actions-of = Actions: { $workshop }
entries-attendance = Attendance
entries-attendance-of = Attendance: { $workshop }
entries-hint-parking = Read the rows aloud before you close. Let somebody take each one on.
entries-hint-actions = What, which role and when.
entries-hint-attendance = Write a name or a role. Names are never shown to the room.
entry-interest = own interest in { $idea }
sheet-park = Park it: { $workshop }
sheet-parking = Parked: { $workshop }
sheet-action-new = New action: { $workshop }
sheet-action = Action: { $workshop }
sheet-attendance = Who is there: { $workshop }
sheet-interest = Interest of their own: { $workshop }
park-text = What?
park-hint = A line about what is to be taken up another time.
park-there = { $n ->
    [one] { $n } thing is parked
   *[other] { $n } things are parked
  }
park-owner = Who takes it on?
role-hint = Write a role rather than a name.
action-what = What?
action-who = Who?
action-when = When?
action-idea = Idea
action-idea-hint = The idea's number, if the action is about an idea.
attendance-who = Name or role
attendance-hint = As the person wants to stand in the minutes.
attendance-idea = Interest, idea
attendance-idea-hint = The idea's number, if the person has an interest of their own in it.
refused-action-day = The day cannot be understood. Write as Friday, 4/12 or 2026-12-04.
refused-action-idea = { $said } is no idea number.
draft-parking = Parking lot
draft-action = Action
draft-attendance = Attendance
context-minutes = The minutes
