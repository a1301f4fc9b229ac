# Votes: setting up, ballots, the booth, results, benefit and effort.

context-vote = In a vote or matrix
context-ballot = On the line of ballots
context-vote-button = On the buttons of a vote
action-vote = Vote
action-vote-help = Goes to the vote that is being held, or to all votes. With marked ideas it opens a new one on those.
action-matrix = Benefit and effort
action-matrix-help = Places the marked ideas, or those in the stage, by benefit and effort.

hint-count = count
hint-more = more
hint-mark = mark
hint-divided = most divided
hint-text = as text
hint-take-off = take off
hint-next-idea = next
hint-next-row = next row

turnout-of = { $n } of { $of } have voted
turnout = { $n ->
    [one] { $n } has voted
   *[other] { $n } have voted
  }

votes-title = Votes
votes-new = New vote
votes-matrix = Matrix: benefit and effort
vote-title = Voting
vote-set-up-title = Vote not opened
vote-state-set-up = not opened
vote-state-revealed = result shown
vote-state-closed = closed
vote-state-dropped = dropped
vote-dropped = The vote was dropped. It has no result.
vote-gone = The vote is not there any more.
vote-options-n = { $n ->
    [one] { $n } option
   *[other] { $n } options
  }
options-more = … { $n } more
option-not-shown = not shown here

sheet-vote = New vote
sheet-vote-amend = Change the vote
vote-kind = Kind
preset-dots = dots
preset-plus-minus = dots for and against
preset-fist = fist of five
preset-agree = agree, pass, disagree
preset-estimate = benefit and effort
vote-criterion = Question
vote-criterion-hint = Always in sight. Most benefit for those we are here for?
vote-options = Options
options-marked = marked ideas ({ $n })
options-groups = groups and single ideas ({ $n })
options-stage = ideas in the stage ({ $n })
vote-many = More than twelve options split the votes. Group them first: Esc, then Space w c.
vote-budget = Dots each
vote-budget-hint = Empty: a quarter of the options, at least 3 and at most 7.
vote-high = Most on each
vote-blind = Visibility
vote-blind-yes = hidden until the result
vote-blind-no = all see how it stands
vote-named = Names
vote-named-no = anonymous
vote-named-yes = with names
vote-expected = Voters
vote-expected-hint = So many ballots are expected. Empty if you do not know.
refused-vote-number = Write the number in figures, as 3.
vote-set-up-hint = Options and rules are frozen when you open it.

rules-points = { $most ->
    [1] { $budget } dots each, at most one on each
   *[other] { $budget } dots each, at most { $most } on each
  }
rules-plus-minus = { $budget } dots each, for or against
rules-agree = agree, pass or disagree
rules-scale = from { $low } to { $high } on each
rules-blind = hidden until the result
rules-open = open to all
rules-blind-short = hidden
rules-open-short = open
rules-named = with names
rules-anonymous = anonymous

deed-open = Open the vote
deed-amend = Change
deed-remove = Remove
deed-hands = Count hands
deed-booth = Booth
deed-correct = Correct the last
deed-reopen = Open again
deed-reveal = Show the result
deed-reveal-one = Show the estimates
deed-reveal-rest = End
deed-drop = Drop the vote
deed-divided = Most divided first
deed-again = Another round
deed-estimate = Benefit and effort
deed-matrix = Matrix
deed-close = Close
deed-place = Place at the median
deed-next = Next idea
deed-count-in = Done, count it
deed-retry = Count again
deed-cancel = Start over
deed-yes = Yes
deed-no = Not yet

ask-reveal = Show the result to all?
ask-reveal-one = Show the estimates of the idea to all?
ask-reveal-rest = End? What is not shown yet is then shown to all.
ask-drop = Drop the vote without a result?
ask-not-all = Not all have voted yet.
ask-for-good = This cannot be undone.

ballot-nth = Ballot { $n }
ballot-last = Last ballot
ballot-hint = Type the numbers, as 3 7 12. Type 0 for a blank one.
ballot-hint-plus-minus = Type the numbers. A minus is against: 3 -7. 0 is blank.
ballot-hint-agree = Type +, 0 or - for each in their order. ? skips one.
ballot-hint-scale = Type a digit for each, in their order. ? skips one.
ballot-hint-named = Type the name, a colon and the vote, as Anna: 3 7.
ballot-correcting = Correct it, then Enter. An empty line takes it back.
failed-ballot = The ballot is not counted. { $why }
told-ballot = Counted. { $turnout }.
told-ballot-back = The ballot is taken back. { $turnout }.
refused-ballot-empty = Type 0 for a blank one, or a question mark on a scale.
refused-ballot-none = There is no ballot to correct.

hands-title = Count hands
hands-hint = Type the number. Arrows change the row.
hands-voters = So many take part
refused-hands-nobody = Type how many take part.
refused-hands-many = { $given } hands are more than { $most }, which all have together.

ballots-kept = { $n ->
    [one] One ballot is not counted. It is kept: choose Count again.
   *[other] { $n } ballots are not counted. They are kept: choose Count again.
  }
booth-left-alone = The screen was cleared after a minute without a key. Nothing was counted.
booth-hand-over = Then hand the keyboard to the next person.
booth-title = Voting booth
booth-next = Next person: press Enter
booth-alone = Vote when only you see the screen. It is cleared when you are done.
booth-name = Name
booth-left = { $n ->
    [0] All dots are placed. Tab and Enter when you are done.
    [one] { $n } dot left to place. Tab and Enter when you are done.
   *[other] { $n } dots left to place. Tab and Enter when you are done.
  }
booth-judge = Give each a figure. Tab and Enter when you are done.
booth-hint = + places   − takes off   a digit sets   arrows choose
level-agree = agree
level-pass = pass
level-disagree = disagree
refused-booth-once = At most one dot on each option.
refused-booth-none-left = You have { $budget } dots and have placed all. Take one off first.

result-title = Result
result-voters = { $n ->
    [one] { $n } voter
   *[other] { $n } voters
  }
result-no-decision = The result shows a ranking. It is not a decision.
result-hint = Mark what goes on. Tab shows what you can do next.
result-divided-first = What divides the room most comes first.
result-page = page { $page } of { $pages }
result-tied = tied at { $place }
result-divided = divides the room
shift-none = same place
shift-up = up { $n }
shift-down = down { $n }
result-points = { $sum ->
    [0] no dots
    [1] { $sum } dot from { $voters }
   *[other] { $sum } dots from { $voters }
  }
result-plus-minus = { $sum } in all: { $plus } for, { $minus } against
result-agree = { $plus } agree, { $minus } disagree, { $pass } pass
result-scale = { $median } in median, { $voters ->
    [one] { $voters } answer
   *[other] { $voters } answers
  }
result-unjudged = nobody has answered

estimates-title = Benefit and effort
estimates-criterion = How great is the benefit, and how great is the effort?
estimates-rules = two digits each, 1–5, benefit first · hidden until shown
estimate-line = Benefit effort
estimate-hint = Two digits for each person, as 4 2. Arrows change the idea.
estimate-told = benefit { $benefit }, effort { $effort }
estimate-none = not estimated
estimate-benefit = Benefit  { $spread }   median { $median }
estimate-effort = Effort   { $spread }   median { $median }
estimate-wide = The spread is wide. Let those furthest apart tell why first.
estimate-near = The spread is small.

matrix-title = Benefit and effort
matrix-figure = { $unplaced ->
    [0] { $n } ideas
   *[other] { $n } ideas · { $unplaced } not placed
  }
matrix-hint = Arrows move. Two digits place: 4 2. 0 takes off.
matrix-empty = There are no ideas to place here.
matrix-benefit = benefit
matrix-effort = effort
matrix-high = high
matrix-low = low
matrix-now = Do now
matrix-plan = Plan
matrix-fill = Fill in
matrix-leave = Leave
matrix-middle = In between
matrix-told = benefit { $benefit }, effort { $effort }
matrix-unplaced = Not placed
