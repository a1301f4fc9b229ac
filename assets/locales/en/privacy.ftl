# People: register extract, anonymising, erasing. Disposal and protocol.

person-giver = Idea giver
person-owner = Owner
person-coach = Coach
person-author = Commented

place-in-idea = { $what } in { $idea }
place-in-idea-before = { $what } in { $idea }, earlier text
place-in-file = { $what }
place-in-file-before = { $what }, earlier text
place-draft = Draft
place-memory = Remembered
place-history = History
place-comment = Comment
place-decision = Decision
place-feedback = Answer to the idea giver
place-test = Test
place-link = Link
place-person = Another person
place-list = List
place-filter = Saved filter
place-assessment = Self-assessment
place-board = Board

extract-title = Register extract: { $name }
extract-of = All that the file has about the person { $at }.
extract-none = nothing
extract-person = The person
extract-roles = Roles
extract-ideas = Ideas from the person
extract-comments = Comments by the person
extract-decisions = Decisions on the person's ideas
extract-feedback = Answers to the person
extract-hits = Texts that mention the person
extract-steps = What the person has done

keep-another = another person or thing
keep-official = official record
keep-needed = needed

step-anonymised =
    { $n ->
        [0] Person anonymised
        [one] Person anonymised, { $n } event rewritten
       *[other] Person anonymised, { $n } events rewritten
    }
step-erased =
    { $n ->
        [0] Person erased
        [one] Person erased, { $n } event rewritten
       *[other] Person erased, { $n } events rewritten
    }
step-disposed =
    { $n ->
        [0] Disposed of by decision
        [one] Disposed of by decision, { $n } event rewritten
       *[other] Disposed of by decision, { $n } events rewritten
    }

refused-undecided =
    { $n ->
        [one] { $n } hit is still to be decided: remove or keep.
       *[other] { $n } hits are still to be decided: remove or keep.
    }
refused-no-reference =
    { $n ->
        [one] { $n } idea is an official record. State the decision that supports the disposal.
       *[other] { $n } ideas are official records. State the decision that supports the disposal.
    }
failed-not-alone = Another program has the file open. Close it and try again. Nothing was changed.
failed-erase = It did not work ({ $why }). The file is as it was.
failed-erase-copy = The copy { $path } could not be rewritten ({ $why }). See to that and try again. The file is as it was.

cli-person = Show, hand out, anonymise or erase a person
cli-person-what = What you want: list, show, extract, anonymise or erase
cli-person-name = The person's name, as it stands in the file, or the number
cli-person-file = Write the extract to this file
cli-person-keep = Hits that are to stay, by their numbers: 2,5
cli-person-because = Why they stay: another, needed or record
cli-person-reference = The decision that lets official records be changed
cli-person-ground = The ground, for example a request from the person
cli-person-role = The role that does it
cli-person-yes = Do it. Without this only what would happen is shown
cli-value-what = WHAT
cli-person-seen = The code of the list that you have read
cli-value-code = CODE
cli-value-numbers = NUMBERS
cli-value-why = REASON
cli-value-reference = REFERENCE
cli-person-which = Who is it about? Give the name or the number after { $what }. The command sluss person lists everyone.
cli-no-such-person = There is no person “{ $said }”. The command sluss person lists everyone.
cli-near-person = There is no person “{ $said }”. Do you mean { $names }?
cli-several-persons = Several people are called “{ $said }”. Give the number: { $numbers }
cli-person-none = The file has no people.
cli-person-head-contact = Contact
cli-person-steps =
    { $n ->
        [one] Has done { $n } thing in the history.
       *[other] Has done { $n } things in the history.
    }
cli-person-hit-redact = is removed
cli-person-hit-keep = stays: { $why }
cli-person-hit-open = decide: remove or keep
cli-person-untouched =
    { $n ->
        [one] { $n } idea is an official record and is left untouched. Give --reference if a decision supports disposal.
       *[other] { $n } ideas are official records and are left untouched. Give --reference if a decision supports disposal.
    }
cli-person-preview = Nothing is changed yet. Add --yes to do it. It cannot be undone.
cli-person-undecided = Nothing has been changed. Say with --keep which hits are to stay, or --keep 0 if none is.
cli-no-such-hit = There is no hit { $said }. Nothing has been changed.
cli-no-such-reason = There is no reason “{ $said }”. Choose another, needed or record.
cli-no-such-line = There is no line { $said } to dispose of. The command sluss retention shows the lines.
cli-preview-seen = Nothing is changed yet. Add --yes --seen { $code } to do it. It cannot be undone.
cli-not-seen = Nothing is changed. Numbers hold only for the list that you have read. Is this the one? Add --seen { $code }.
cli-person-keep-none = Give --keep with numbers, or --keep 0 if nothing is to stay.
erasing-begins = The file is being rewritten. Wait until it is done.
erasing-copy = Rewriting copy { $nth } of { $of }. Wait until it is done.
erasing-searches = Searching for what may be left.
erased-done =
    { $searched ->
        [0] Done.
        [one] Done. { $searched } file was searched.
       *[other] Done. { $searched } files were searched.
    }
erased-rewritten =
    { $n ->
        [one] { $n } copy of ours was rewritten.
       *[other] { $n } copies of ours were rewritten.
    }
erased-deleted = Was damaged and is deleted: { $path }
erased-newer = A newer version of the program wrote { $path }. That copy is not changed.
erased-left =
    { $n ->
        [one] { $n } hit is left in { $path }
       *[other] { $n } hits are left in { $path }
    }
erased-kept = Stays ({ $why }): { $where }
erased-missing = The folder { $path } cannot be reached. The copies in it are not changed.
erased-stays = The name stays in the list of people: an official record refers to it.
erased-unsearched = The file { $path } could not be searched. See to it yourself.
erased-none-left = Nothing of what was to go is left in the program's files.
erased-elsewhere = The program does not reach copies elsewhere: exports, USB sticks and the backups of your IT department. See to them yourself.
person-anonymised = Idea giver, anonymised
person-mask = [removed]

kind-erasure = row of the protocol
kind-gone = mark of an erased record
cli-erasures = Show the protocol of what was anonymised, erased or disposed of
cli-erasures-none = Nothing has been erased or disposed of.
erasure-anonymised = anonymised
erasure-erased = erased
erasure-disposed = disposed of
cli-erasures-head-when = When
cli-erasures-head-what = What
cli-erasures-head-role = By
cli-erasures-head-ideas = Ideas
cli-erasures-head-people = People
cli-erasures-head-texts = Texts
cli-erasures-head-kept = Kept
cli-erasures-head-ground = Ground
cli-import-gone =
    { $n ->
        [one] { $n } record was erased here and does not come in again.
       *[other] { $n } records were erased here and do not come in again.
    }

# Disposal.

retention-closed = Closed idea
retention-contact = Contact after answer
retention-draft = Discarded draft
retention-empty = Nothing has been kept longer than it is needed.
record-official = official record
record-working = working material
record-working-means = records stay
record-official-means = by a decision
protocol-title = Disposal protocol
protocol-file = disposal-protocol
protocol-date = Date
protocol-what = What was done
protocol-record = Records
protocol-ideas = Number of ideas
protocol-people = Number of people
protocol-texts = Number of texts
protocol-period = Closed
protocol-reference = Support for disposal
protocol-ground = Reason
protocol-role = Done by
cli-retention = Show what can be disposed of, and dispose of what you approve
cli-retention-closed = So many months closed ideas are kept
cli-retention-contact = So many months after the answer contact details are kept
cli-retention-drafts = So many days discarded drafts are kept
cli-retention-dispose = The lines to dispose of: 1,3-5 or all
cli-retention-periods = Periods: closed ideas { $closed } months, contact after answer { $contact } months, discarded drafts { $drafts } days.

# Information for those whose data are on the board.

cli-privacy = Show the information on how personal data are handled
cli-privacy-from = Take a text of your own from a file. Write - for standard input
cli-privacy-reset = Go back to the program's text
told-information-saved = The text is saved.

# A reminder on the empty line.

capture-reminder = Do not write names of individuals, and nothing about health.

# Sheets about people and about what goes for good.

entries-hint-people = Press p to hand out, anonymise or erase a person.
person-occurs = Stands in { $ideas ->
        [one] { $ideas } idea
       *[other] { $ideas } ideas
    } and { $texts ->
        [one] { $texts } text
       *[other] { $texts } texts
    }. Has done { $steps ->
        [one] { $steps } thing
       *[other] { $steps } things
    } in the history.
person-deed = What to do
person-extract = register extract
person-extract-means = to a text file
person-anonymise = anonymise
person-anonymise-means = the ideas stay
person-erase = erase
person-erase-means = the name and all that points at it
person-record = Is this
person-record-hint = Working material or official record? Ask the registrar.
gone-reference = Decision
gone-reference-hint = The decision or plan that allows it. Needed for official records.
gone-ground = Reason
gone-role = Your role
refused-reference-needed = State the decision that allows it. Without one: working material.
sheet-anonymise = Anonymise { $name }
sheet-erase = Erase { $name }
hits-note = Say of each hit: is it to go or to stay?
hits-official =
    { $n ->
        [one] { $n } hit stays: official record.
       *[other] { $n } hits stay: official records.
    }
hits-left = { $n } left to decide
hit-label = { $what }: { $text }
hit-redact = remove
hit-another = somebody else
hit-needed = needed
hit-open = decide
button-anonymise = Anonymise …
button-erase = Erase …
button-redact-rest = Remove the rest
button-cancel = Cancel
button-anonymise-now = Anonymise for good
button-erase-now = Erase for good
button-dispose-now = Dispose for good
sure-anonymise = Anonymise { $name }?
sure-erase = Erase { $name }?
sure-dispose = Dispose of what is chosen?
sure-never = It cannot be undone. No copy is kept.
sure-untouched =
    { $n ->
        [one] The person stays in { $n } idea that is an official record.
       *[other] The person stays in { $n } ideas that are official records.
    }
sure-hits = Hits that go: { $one }. Hits that stay: { $other }.
sure-disposed = Ideas: { $one }. Contacts and drafts: { $other }.
sure-copies = The program's own backups are rewritten. Damaged ones are deleted.
sheet-anonymised = Anonymised
sheet-erased = Erased
sheet-disposed = Disposed of
erased-export = Known export: { $path }
extract-file = register-extract

sheet-retention = Disposal
retention-note = This has been kept longer than it is needed. Nothing goes by itself.
retention-line-closed = Idea { $idea } { $name }, closed { $since }
retention-line-official = Idea { $idea } { $name }, closed { $since } (official record)
retention-line-contact = Contact of { $name }, answer { $since }
retention-line-draft = Discarded draft { $since }: { $name }
retention-dispose = dispose
retention-keep = keep
retention-chosen =
    { $n ->
        [one] { $n } chosen
       *[other] { $n } chosen
    }
retention-periods = Periods
retention-period-closed = Closed
retention-period-contact = Contact
retention-period-drafts = Drafts
retention-months = So many months it is kept.
retention-days = So many days it is kept.
refused-none-chosen = Choose at least one line to dispose of.
refused-period = Write the periods as whole numbers, at least 1.
button-dispose = Dispose of the chosen …
button-choose-all = Choose all
button-save-periods = Save the periods

sheet-information = Information on personal data
information-text = The text
information-hint = Fill in the brackets. sluss privacy shows the text too.
button-own-text = The program's text

list-erasures = Erased and disposed of
list-erasures-empty = Nothing has been erased or disposed of. This shows that it happened, never what it said.
erasure-counts =
    { $ideas ->
        [one] { $ideas } idea
       *[other] { $ideas } ideas
    }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $texts ->
        [one] { $texts } text
       *[other] { $texts } texts
    }, { $kept } stay

action-entry-person = Hand out, anonymise, erase
action-entry-person-help = Shows where the person stands. Gives a register extract, anonymises or erases.
action-retention = Disposal
action-retention-help = Shows what has been kept longer than it is needed. You approve line by line.
action-information = Information on personal data
action-information-help = The text for those whose data are on the board. It can be changed.
action-erasures = Erased and disposed of
action-erasures-help = The protocol: when, what, by whom and why. Never the content.
hint-person = data
