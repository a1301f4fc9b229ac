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

seems-personal-number = This looks like a personal identity number. Do not write about individuals.
seems-email = This looks like an e-mail address. Better write a role.
seems-phone = This looks like a phone number. Better write a role.
