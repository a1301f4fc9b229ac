# Workshops, their run sheet and clock.

group-room = Workshop
context-clicker = While a workshop is shown
context-run-sheet = On the run sheet

action-workshop = Workshop
action-workshop-help = Shows the run sheet of the running workshop, or the list of workshops.
action-workshops = All workshops
action-workshops-help = Shows the list of workshops: new, planned and ended.
action-next-item = Next item
action-next-item-help = Ends the item and begins the next.
action-previous-item = Previous item
action-previous-item-help = Goes back to the item before, as if this one had not begun.
action-clock = The clock
action-clock-help = Shows the clock. In the workshop it pauses the clock or lets it go on.
action-choose-clock = Set the clock
action-choose-clock-help = Lets the clock run as planned, for any number of minutes or in rounds.
action-longer = One minute more
action-longer-help = Makes the item a minute longer and plans the times anew.
action-shorter = One minute less
action-shorter-help = Makes the item a minute shorter and plans the times anew.
action-skip-item = Skip the item
action-skip-item-help = Skips the item, or takes it in again.
action-repeat-item = The item once more
action-repeat-item-help = Puts the same item in once more.
action-back-to-item = Back to where the item began
action-back-to-item-help = Takes back all that was done since. Asks first, and can be undone.
action-start-workshop = Start the workshop
action-start-workshop-help = Starts the workshop with its first item, or goes on with an ended one.
action-end-workshop = End the workshop
action-end-workshop-help = Ends the workshop. You can start it again.

refused-no-workshop = No workshop is running. Press w and start one.
refused-run-sheet-closed = Open the run sheet first: press w.
refused-no-item = The run sheet is empty. Press n for an item.
refused-clock-over = Time is up. Press + for one minute more.
refused-workshop-day = Write the day of the workshop as 27/11 or Friday.

entries-workshops = Workshops
entries-hint-workshops = n makes a new workshop from a template. Enter shows the run sheet.
workshop-runs = running
workshop-planned = planned
workshop-ended = ended

workshop-new = New workshop
workshop-amend = Change the workshop
workshop-title = Title
workshop-question = Question to the room
workshop-question-hint = For example: How might we make waiting easier?
workshop-template = Template
workshop-day = Day
workshop-begins = Begins at
workshop-begins-hint = As 13.00.
workshop-place = Place
workshop-people = Number of people
workshop-people-hint = How many you expect.
workshop-minutes = Minutes
workshop-minutes-hint = How long the workshop may last.
workshop-minutes-hint-new = Leave empty for the template's own time.

item-new = New item
item-amend = Change the item
item-title = Title
item-instruction = What the room is to do
item-instruction-hint = Read to the room, and shown to it.
item-minutes = Minutes
item-scene = The room sees
item-scene-hint = What the projector shows during the item.
scene-title = the title
scene-agenda = the run sheet
scene-text = title and text
scene-test-card = the test card
scene-capture = ideas coming in
scene-hidden-capture = ideas, hidden until all are done
scene-board = the board
scene-groups = the groups
scene-ballot = the vote
scene-result = the result
scene-matrix = benefit and effort
scene-gate = the gate
scene-parking = the parking lot
scene-actions = the actions
scene-break = a break

run-sheet-gone = The workshop is not there any more.
run-sheet-empty = No items yet. Press n for the first.
run-sheet-hint = S starts. Projector (F): { $screens }.
run-sheet-between = No item is being held. Choose one and press Enter.
run-sheet-ends = ends { $ends }
run-sheet-ends-late = ends { $ends }, done { $done }
run-sheet-ended = ended { $done }
run-sheet-nth = Item { $nth } of { $of }
item-now = now
item-done = done
item-skipped = skipped
item-over = { $n } min over

corner-minutes = { $n } min left
corner-paused = Paused, { $n } min left
clock-paused = Paused
clock-over = Time is up
clock-last-minute = Last minute
clock-round = { $name }, { $nth } of { $of }
clock-question = Question: { $text }
clock-then = Then: { $title }, { $n } min
clock-title = Set the clock
clock-run = The clock runs
clock-planned = as planned, { $n } min
clock-minutes = for any number of minutes
clock-rounds = { $minutes } min
clock-for = Minutes
clock-start = Start

back-title = Back to where an item began
back-to = Item
back-item = { $time }  { $nth }. { $title }
back-nothing = Nothing was done since.
back-steps = { $n ->
    [one] { $n } step
   *[other] { $n } steps
  }
back-since = { $n ->
    [one] One thing was done since. It is taken back: { $kinds }.
   *[other] { $n } things were done since. All are taken back: { $kinds }.
  }
back-ideas = { $n } with ideas
back-items = { $n } on the run sheet
back-matters = { $n } with parking or actions
back-groups = { $n } with groups
back-decisions = { $n } with decisions
back-votes = { $n } with votes
back-rest = { $n } other
back-note = All can be undone at once with u. A vote that has ballots stays.
back-go = Go back

hint-start = start
hint-next-item = next
hint-pause = pause
hint-minute = minute
hint-clock = clock
hint-choose-clock = set
hint-run-sheet = run sheet
hint-ideas = ideas
