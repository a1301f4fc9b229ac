# The workshop: run sheet, parking lot, groups, votes.

room-excess = { $n ->
    [one] What remains takes { $n } minute longer than the time allows.
   *[other] What remains takes { $n } minutes longer than the time allows.
  }

step-workshop-add = New workshop
step-workshop-amend = Workshop changed
step-workshop-remove = Workshop removed
step-workshop-start = Workshop started
step-workshop-end = Workshop ended
refused-template = There is no such template. Choose another one.
refused-time = { $said } is not a time of day. Write it as 13.30.
refused-people = Write a number of people from 1 to 500, or leave it empty.
refused-minutes = A workshop lasts from 1 minute to 24 hours.
refused-workshop-runs = The workshop is running. End it first.
refused-workshop-runs-already = The workshop is running already.
refused-workshop-other-runs = Another workshop is running. End it first.
refused-workshop-not-running = The workshop is not running. Start it first.
refused-workshop-removed = The workshop was removed. Undo that first.

step-item-add = New item on the run sheet
step-item-amend = Item { $nth } changed
step-item-move = Item { $nth } moved
step-item-remove = Item { $nth } removed
step-item-repeat = Item { $nth } once more
step-item-prolong = Item { $nth } changed by { $n } min
step-item-next = Item { $nth } begins
step-item-previous = Back in item { $nth }
step-item-skip = Item { $nth } skipped
step-item-take-in = Item { $nth } taken in again
refused-last-item = This is the last item. End the workshop instead.
refused-first-item = There is no earlier item to go back to.
refused-item-now = The item is being held. Go on to the next one first.
refused-item-done = The item is done already.
refused-item-minutes = An item takes from 1 minute to 8 hours.

step-back-to = Back to when item { $nth } began
refused-no-checkpoint = The item has not begun. There is nothing to go back to.
refused-nothing-since = Nothing has happened since.
refused-back = Not possible: the room has voted, or others changed things, since.

step-park = Parked
step-park-amend = Parked item changed
step-park-done = Parked item done
step-park-again = Parked item open again
step-park-remove = Parked item removed
refused-park-empty = Write what is to be parked.

step-action-add = New action
step-action-amend = Action changed
step-action-done = Action done
step-action-again = Action open again
step-action-remove = Action removed
refused-action-empty = Write what is to be done.

step-attendance = Attendance noted
step-interest = Interest of one's own in { $idea } noted
step-attendance-remove = Attendance removed
refused-attendance-empty = Write a name or a role.
refused-attendance-twice = That is noted already.

step-group = { $idea } grouped
step-group-many = { $n } ideas grouped
step-group-rename = Group renamed
step-group-move = Group moved
step-group-take-out = { $idea } taken out of its group
step-group-take-out-many = { $n } ideas taken out of their groups
step-group-dissolve = Group dissolved
refused-group-nothing = Mark the ideas first, or write their numbers.
refused-group-nameless = Write a heading for the group.
refused-group-voted = The group is part of a vote and cannot be dissolved.

step-matrix = { $idea } placed: benefit { $benefit }, effort { $effort }
step-matrix-off = { $idea } changed on benefit and effort
refused-matrix = Benefit and effort are from 1 to 5, not { $level }.

step-vote-set-up = New vote
step-estimates-set-up = New estimate of benefit and effort
step-vote-amend = Vote changed
step-vote-remove = Vote removed
step-vote-again = New round of the vote
step-vote-open = Vote opened
step-vote-count = All ballots are in
step-vote-reopen = Vote open again
step-vote-reveal = Result revealed
step-estimate-reveal = Estimate revealed
step-vote-close = Vote closed
step-vote-drop = Vote dropped without a result
refused-criterion-empty = Write what you vote on: the question or the measure.
refused-vote-points = The most points for one option are from 1 to { $most }.
refused-vote-levels = A scale needs two levels at least.
refused-vote-budget = Each person can have from 1 to { $most } dots.
refused-vote-options = Choose between 1 and 99 options to vote on.
refused-vote-option-twice = The same option is there twice.
refused-vote-option-empty = Write what the option is.
refused-vote-cluster = The group belongs to another workshop.
refused-vote-protected = { $idea } is protected and is not shown to the room. Take it out of the vote.
refused-vote-frozen = The vote is open. Its options and rules are fixed.
refused-vote-opened = The vote was opened already. Reveal the result, or drop the vote.
refused-vote-not-open = The vote is not open.
refused-vote-not-counted = The ballots are not counted.
refused-vote-not-revealed = The result is not revealed.
refused-round-secret = Reveal the result of the round before first.
refused-reveal-one = The result is revealed for all options at once.
refused-reveal-nothing = Nobody has estimated the idea yet.
refused-revealed = The estimate is revealed already.

refused-ballot-not-a-number = { $said } is not a number. Write the numbers of the options, as in 3 7 12.
refused-ballot-unknown = { $number } is not part of the vote.
refused-ballot-minus = Dots against do not count here.
refused-ballot-both = { $number } has dots both for and against.
refused-ballot-twice = { $number } is there twice. Once is enough.
refused-ballot-too-often = { $number } was given too many dots. At most { $most } for each.
refused-ballot-too-many = { $given } dots are too many. Each person has { $budget }.
refused-ballot-count = { $given } answers to { $options } options. Write one answer each, or a question mark.
refused-ballot-mixed = Write number and level for all of them, as in 12:4.
refused-ballot-level = { $said } is not on the scale from { $low } to { $high }.
refused-ballot-frozen = The option takes no votes.
refused-ballot-not-open = The vote is not open yet.
refused-ballot-counted = The vote takes no more ballots.
refused-ballot-nameless = Write whom the ballot is from.
refused-ballot-named = The vote is anonymous. Write no name.
refused-ballot-voted = That person has voted already.
refused-ballot-all-in = All { $of } have voted. Change the number if more are to vote.
refused-ballot-next = The next ballot is counted. The one before cannot be changed.
refused-hands = Write how many hands there were, { $voters } at most.
refused-estimate-pair = Write two digits: benefit and effort, as in 4 2.
refused-vote-is-open = A vote is going on. Reveal its result or drop it first.

estimate-median = { $level }
estimate-median-between = between { $low } and { $high }

# The kinds of record.

kind-workshop = workshop
kind-cluster = group
kind-cluster-idea = idea in a group
kind-vote = vote
kind-vote-option = option of a vote
kind-vote-count = result of a vote
kind-agenda-item = item on a run sheet
kind-parking = parked item
kind-action = action
kind-attendance = attendance
