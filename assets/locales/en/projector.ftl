# Before a room: the projector, the test card and the curtain.

projector-header = Projector
projector-ideas =
    { $n ->
        [one] { $n } idea
       *[other] { $n } ideas
    }
projector-page = page { $page } of { $pages }
projector-people-left-out = The fields about people are not shown on the projector. What you do here leaves them as they are.
told-projector-on = Names, contacts and protected ideas are not shown.
told-projector-off = Everything is shown again.
refused-projector-typing = Save or close what you are typing first.
refused-projector-carrying = Put the ideas down first. Press Enter.
refused-projector-people = Names are shown here. Leave projector mode first.
refused-projector-reply = The answer names a person. Leave projector mode first.
refused-projector-check = The file may have protected ideas. Leave projector mode first.
refused-not-shown = That did not work. The reason is not shown on the projector.
step-not-shown = A change that is not shown on the projector
test-card-question = Can everyone at the back read this?
test-card-size = Now it is { $columns } characters wide and { $rows } rows high.
test-card-far = That will do for those who sit six picture heights away.
test-card-near = That will do for those who sit four picture heights away.
test-card-small = That is too small in most rooms.
test-card-enlarge =
    { $n ->
        [one] Make the text larger: press Ctrl and + once. On a Mac: Cmd and +.
       *[other] Make the text larger: press Ctrl and + about { $n } times. On a Mac: Cmd and +.
    }
test-card-light = Do the edges look right? In a bright room black on white is seen best.
curtain-pause = Break
curtain-until = Break until
curtain-counting = We are counting. { $voted } ballots are in.
curtain-counting-of = We are counting. { $voted } of { $of } ballots are in.
hint-lift = lift the curtain
hint-break = length of the break
hint-curtain = curtain
hint-projector-off = projector off
hint-to-board = to the board
hint-theme = colours
menu-room = Workshop
action-projector = Projector mode
action-projector-help = Shows few, large cards. Names, contacts and protected ideas are not shown.
action-test-card = Test card
action-test-card-help = Asks whether everyone can read, and says how to make the text larger.
action-curtain = Curtain
action-curtain-help = Hides everything at once. The same key shows it again.
context-always = Always, in text as well
