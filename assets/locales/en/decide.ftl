# Sheets for gate, decision, answer to the idea giver and self-assessment.

sheet-gate = { $gate } · { $idea } { $title }
sheet-pass = Move { $n } ideas from { $from } to { $to } past the gate
sheet-decide = Decision on { $idea } { $title }
sheet-decide-many = Decision on { $n } ideas
sheet-reply = Answer to the idea giver · { $idea } { $title }
sheet-assess = Self-assessment · { $idea } { $title }
sheet-who = Who is at the keyboard?
sheet-before = last time { $what }

gate-ready = { $yes }/{ $musts } yes
gate-to-discuss = to discuss
gate-who-and-time = Decided by: { $who }. Time: { $time }.
gate-who-alone = Decided by: { $who }.
gate-no-profile = Nobody has made the self-assessment yet. It helps you to see what is missing.
gate-below = The self-assessment is below the advice in brackets: { $list }.
gate-owner-missing = The idea has no owner.
gate-receiver-missing = The idea has no receiver.
gate-both-missing = The idea has no owner and no receiver.
gate-reason = Reason
gate-reason-hint = Write one real reason. The idea giver will read it.
gate-conditions = Conditions
gate-conditions-hint = What has to be ready, if anything.
gate-next-step = Next step
gate-next-step-hint = What happens now, and who does it?
gate-due = By
gate-role = Decided by
gate-role-hint = Write a role, for example the preparation group.
gate-pass-hint = The reason is kept with each idea. So is that the gate was not opened.

decide-kind = Decision
decide-answers-follow = { $n ->
    [one] One answer from the gate comes along.
   *[other] { $n } answers from the gate come along.
  }
decide-until = Paused until
decide-until-hint = Twelve months at most. Then the idea comes up again.
decide-event = Or until
decide-event-hint = What the idea waits for.
decide-into = The idea that lives on
decide-into-hint = Type a number or a part of the title.
decide-target = Referred to
decide-target-hint = Choose from the list or write your own.
decide-contact = Contact there
decide-contact-hint = Whom the idea giver can ask.
decide-learning = What we have learned
decide-learning-hint = Write it so that others can use it.
decide-means-ga_vidare = to the next stage
decide-means-komplettera = stays and waits for more
decide-means-vila = until a day or an event
decide-means-sla_ihop = lives on in another idea
decide-means-hanvisa = belongs somewhere else
decide-means-ga_inte_vidare = with reason and learning
decide-means-aterkalla = the idea giver takes it back
decide-means-avsluta_genomford = in everyday use
decide-means-ateroppna = back to its stage
decide-closed-together = one idea at a time
decide-closed-open = the idea is open already
decide-closed-closed = the idea is closed
decide-closed-last-stage = the idea is in the last stage
decide-closed-before-last-stage = only in the last stage
refused-decide-nothing = Choose a decision first.
refused-different-stages = The marked ideas are in different stages. Mark ideas of one stage at a time.
refused-last-stage-many = The ideas are in the last stage. Choose a decision with d instead.

reply-to = To { $who }. The answer is about: { $what }.
reply-to-nobody = The idea giver is not known. The answer is about: { $what }.
reply-receipt = receipt
reply-text = Answer
reply-text-hint = Change it freely. The text is kept with the idea.
reply-missing = Fill in what is missing at …: { $list }.
reply-missing-nr = number
reply-missing-datum = date
reply-missing-steg = stage
reply-missing-motivering = reason
reply-missing-nasta = next step
reply-missing-kontakt = contact
reply-missing-annan = the other idea
reply-missing-mottagare = receiver
reply-missing-lardom = learning
reply-language = Language
language-sv = Swedish
language-en = English
reply-channel = How it is given
reply-channel-copied = copied
reply-channel-file = as a file
reply-channel-said = in person
reply-channel-mail = mail
reply-copying = Not every terminal can copy. If the clipboard is empty you can save the answer as a file.
reply-file-name = answer
failed-file = The file could not be written: { $why }
failed-no-folder = There is no folder to write in. Copy the answer instead.

assess-answered = { $n }/{ $of }
assess-role = Role
assess-role-hint = Who sees it so? Write a role, not a name.
assess-note = Note

who-note = The name or role stands with comments and decisions. It is asked once.
who-name = Name or role
who-name-hint = Empty means not stated.

button-go-ahead = Go ahead
button-instead = Another decision …
button-skip-gate = Skip the gate
button-close-implemented = Close as implemented
button-close-short = Close
button-move = Move
button-decide = Decide
button-copy-and-told = Copy and mark as answered
button-write-file = Save as a file …
button-told = Mark as answered
button-continue = Continue
button-not-stated = Not stated
