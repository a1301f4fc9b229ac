# Gates, decisions, answers to the idea giver, to do, and what is not on the board.

gate-unnamed = Gate

step-decide = Decision
step-decide-many = { $n } ideas: { $decision }
step-decide-ga_vidare = { $idea } went ahead from { $from } to { $to }
step-decide-ga_vidare-in-spite = { $idea } went ahead from { $from } to { $to } in spite of { $yes } of { $musts } yes
step-decide-komplettera = { $idea } to be completed
step-decide-vila = { $idea } paused
step-decide-sla_ihop = { $idea } merged with { $into }
step-decide-hanvisa = { $idea } referred
step-decide-ga_inte_vidare = { $idea } not taken forward
step-decide-aterkalla = { $idea } withdrawn
step-decide-avsluta_genomford = { $idea } closed as implemented
step-decide-ateroppna = { $idea } reopened in { $to }
step-unmerge = { $idea } taken out of { $from }

refused-reason-missing = Write a reason. The idea giver will read it.
refused-reason-in-spite = { $n ->
    [one] One question is answered no or not at all. Write why the idea goes ahead anyway.
   *[other] { $n } questions are answered no or not at all. Write why the idea goes ahead anyway.
  }
refused-learning-missing = Write what you have learned. It is kept with the idea.
refused-target-missing = Write where the idea is referred to.
refused-pause-endless = Write until which day the idea is paused, or what it waits for.
refused-pause-past = A pause ends after today. Choose a later day.
refused-pause-long = A pause is at most twelve months. Choose { $day } or an earlier day.
refused-merge-target-missing = Choose the idea that lives on.
refused-merge-self = An idea cannot be merged with itself. Choose another idea.
refused-merge-circle = { $into } is already merged with { $idea }. Take it out first.
refused-merge-closed = { $into } is closed. Reopen it first, or choose another idea.
refused-merge-removed = { $into } is removed. Put it back first, or choose another idea.
refused-not-merged = { $idea } is not merged with any other idea.
refused-closed = { $idea } is closed. Reopen it first.
refused-not-closed = { $idea } is already open.
refused-removed = { $idea } is removed. Put it back first.
refused-decide-in-last-stage = { $idea } is in the last stage. Close it as implemented instead.
refused-decide-before-last-stage = { $idea } is not in the last stage. Let it go ahead there first.
refused-questions-changed = The gate's questions have changed. Open the gate again. What you have written is kept.
refused-go-ahead-together = The gate opens for one idea at a time. Move several with > instead.

step-reply = The idea giver of { $idea } has been answered
refused-reply-empty = Write the answer, or how the idea giver got it.
refused-reply-elsewhere = The decision is about another idea. Open the answer again.

step-remove = { $idea } removed from the board
step-remove-many = { $n } ideas removed from the board
step-put-back = { $idea } put back
step-put-back-many = { $n } ideas put back
