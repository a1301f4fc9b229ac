# The gate meeting: ideas at their gates, one after the other.

action-gate-meeting = Gate meeting
action-gate-meeting-help = Takes the marked ideas, or those of the stage, one by one: questions, scores and decision.
action-next-step = Next step
action-next-step-help = Writes down what is to be done about the idea, which role does it, and when.
action-interest = Interest of one's own
action-interest-help = Notes who has an interest of their own in the idea.
action-advice = The group's advice
action-advice-help = Says that whoever decides is not here. Decisions are then written as the group's advice.
context-gate-meeting = At the gate meeting
gate-meeting-title = Gate meeting
gate-meeting-place = { $place } of { $of }, { $decided } decided
gate-meeting-none = No ideas here. Mark those that are ready on the board with x, and open the gate meeting again.
gate-meeting-protected = Protected: the room does not see it.
gate-meeting-decided = Decision
gate-meeting-missing = missing
gate-meeting-ready = { $yes } of { $musts } yes
gate-meeting-questions = The gate's questions, those that must be answered with a dot
gate-meeting-unanswered = no answer yet
gate-advice = The group's advice
gate-scores = Scores
gate-scores-none = Nobody has scored the idea yet. v begins: each member writes their digits.
gate-score-wide = wide spread
gate-score-median = median { $median }
score-question = How far has idea { $idea } come?
step-score = { $idea } is scored at its gate
step-attendance-amend = Attendance changed
refused-scored = { $idea } is being scored already. Reveal the scores or drop them first.
refused-gate-meeting-closed = Open the gate meeting first.
told-advice = Whoever decides is not here. What you arrive at is written as the group's advice.
told-decision-maker = Whoever decides is here.
sheet-gate-interest = An interest in { $idea }
sheet-gate-next = Next step for { $idea }
sheet-attendance-amend = Change attendance
hint-score = score
hint-gate-questions = questions
hint-decide = decide
hint-next-step = next step
live-gate-decision = Decision: { $decision }
live-gate-advice = The group's advice: { $decision }
live-scored = { $voted } have scored the idea.
live-scored-of = { $voted } of { $of } have scored the idea.
minutes-voters = Who gave what
minutes-head-gave = Gave
minutes-head-idea = Idea
minutes-matrix = Benefit and effort
minutes-matrix-said = Where the ideas stand on the matrix, from 1 to 5
minutes-with-voters = With votes
minutes-left-out = { $n ->
    [one] One name in the texts is shown as •••. Read them through before you write the file.
   *[other] { $n } names in the texts are shown as •••. Read them through before you write the file.
  }
refused-minutes-voters = Name people first with n. Then who gave what can be shown.
action-minutes-voters = Who gave what
action-minutes-voters-help = Shows who gave what in votes that were held with names, or does not.
entries-parking-left = { $n ->
    [one] One point in the parking lot is open. End with the same choice once more: Space w a.
   *[other] { $n } points in the parking lot are open. End with the same choice once more: Space w a.
  }
