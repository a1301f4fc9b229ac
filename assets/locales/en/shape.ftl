# Comments.

step-comment = { $idea } commented
step-comment-amend = Comment on { $idea } changed
step-comment-remove = Comment on { $idea } removed
refused-comment-empty = Write something in the comment first.

# The idea's profile.

step-assess = { $idea } assessed
refused-profile-empty = Answer at least one row first.
refused-criterion = The profile has no row called { $criterion }.
refused-level = A level is from 0 to { $highest }, not { $level }.
profile-find-out = This is what you need to find out: { $criteria }
profile-last-time = last time { $level }
profile-talk-about = talk about
profile-below = The gate advises level { $least }, you are at { $level }.
profile-below-unanswered = The gate advises level { $least }, nobody has answered yet.

# Boards and stages.

step-sluice-add = New board
step-sluice-rename = Board renamed
step-sluice-move = Board moved in the order
step-sluice-remove = Board removed
refused-last-sluice = There must be at least one board.
refused-sluice-has-ideas = The board has ideas. Move them to another board first.

step-stage-add = Stage { $stage } added
step-stage-rename = Stage { $from } is now called { $to }
step-stage-move = Stage { $stage } moved in the order
step-stage-remove = Stage { $stage } removed
step-stage-remove-to =
    { $n ->
        [one] Stage { $stage } removed, { $n } idea moved to { $to }
       *[other] Stage { $stage } removed, { $n } ideas moved to { $to }
    }
step-stage-set = Stage { $stage } changed
refused-stages-few = A board needs at least { $fewest } stages.
refused-stages-many = A board has at most { $most } stages. Remove one first.
refused-stage-has-ideas =
    { $n ->
        [one] Stage { $stage } has { $n } idea. Choose where to move it.
       *[other] Stage { $stage } has { $n } ideas. Choose where to move them.
    }
refused-number-small = Write a number that is at least 1, or leave it empty.

# The gate's name and questions.

step-gate-set = Gate after { $stage } changed
step-question-add = New question at the gate after { $stage }
step-question-amend = Question changed at the gate after { $stage }
step-question-move = Question moved at the gate after { $stage }
step-question-remove = Question removed at the gate after { $stage }
refused-question-empty = Write a question first.

# The lists.

list-units = Units
list-tags = Tags
list-challenges = Challenges
list-targets = Referrals
list-people = People
step-entry-add = { $list }: a new line
step-entry-amend = { $list }: a line changed
step-entry-merge = { $list }: two lines became one
step-entry-remove = { $list }: a line removed
refused-entry-used =
    { $n ->
        [one] { $n } idea uses it. Change the idea first.
       *[other] { $n } ideas use it. Change the ideas first.
    }
refused-code-taken = Code { $code } is there already. Choose another one.
refused-code-long = Code { $code } does not fit on a card. Choose at most 8 characters.

# Saved filters.

step-filter-save = Filter saved
step-filter-rename = Filter renamed
step-filter-remove = Filter removed
refused-filter-empty = Write a filter first.

# A quiet reminder when a text seems to point somebody out.

seems-personal-number = This looks like a personal identity number. Leave it out.
seems-email = This looks like an e-mail address. Better write a role.
seems-phone = This looks like a phone number. Better write a role.

# Lists and sheets for the shape of the board.

entries-sluices = Boards
entries-stages = Stages and gates
entries-questions = Questions at the gate after { $stage }
entries-empty = Nothing here. Press n and add.
entries-hint-sluices = Enter shows the board.
entries-hint-stages = The ideas counted are on the board or beside it.
entries-hint-questions = Must: the gate counts the answer. Judged: it is a support.
entries-hint-merge = Give a line another one's name, and they become one.
entries-hint-contact = Name and contact. Better a role than a person.
refused-entries-order = The list is in alphabetical order.
entry-ideas =
    { $n ->
        [0] empty
        [one] { $n } idea
       *[other] { $n } ideas
    }
entry-limit = at most { $n }
entry-warn = warns after { $n } days
entry-receiver = receiver
entry-must = must
entry-judge = judged
hint-show = show
hint-name = name
hint-down = down
hint-remove = remove
hint-change = change
hint-questions = questions
shape-name = Name
shape-close = Close
shape-sluice = Name of board
shape-sluice-new = New board
shape-stage = Stage { $stage }
shape-stage-new = New stage
shape-stage-new-hint = The stage comes after the one you stood on.
shape-own-hint = Left empty, the program's own text comes back.
shape-purpose = What happens
shape-limit = At most
shape-limit-hint = More ideas than this are told in a word. Nothing is stopped.
shape-warn = Warn after
shape-warn-hint = So many days in the stage. Left empty it never warns.
shape-gate = The gate out
shape-gate-name = Name of gate
shape-gate-who = Who decides
shape-receiver = Receiver
shape-receiver-hint = Yes: from this gate on an idea needs somebody who receives it.
shape-remove = Remove the stage { $stage }
shape-remove-note =
    { $n ->
        [one] The stage has { $n } idea. It moves to the stage that you choose.
       *[other] The stage has { $n } ideas. They move to the stage that you choose, in the same order.
    }
shape-remove-to = Move to
shape-remove-then = { $n } ideas, then { $then }
shape-remove-hint = The decisions stay in the history. It can be undone with u.
shape-remove-button = Remove the stage
shape-question = Question
shape-question-kind = The answer
shape-question-new = New question
shape-question-amend = Change the question
shape-entry-new = { $list }: new line
shape-entry-amend = { $list }: change
shape-code = Code
shape-code-hint = At most 8 characters, to fit on a card. Left empty it is made of the name.
shape-contact = Contact
entries-tests = Tests of { $idea }
entries-hint-tests = A question, a place, a time and what you learned.
entry-result = has a result
