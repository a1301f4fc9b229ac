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

cli-person = Show, hand out, anonymise or erase a person
cli-person-what = What you want: list, show, extract, anonymise or erase
cli-person-name = The person's name, as it stands in the file
cli-person-file = Write the extract to this file
cli-person-keep = Hits that are to stay, by their numbers: 2,5
cli-person-because = Why they stay: another, needed or record
cli-person-reference = The decision that lets official records be changed
cli-person-ground = The ground, for example a request from the person
cli-person-role = The role that does it
cli-person-yes = Do it. Without this only what would happen is shown
cli-value-what = WHAT
cli-value-numbers = NUMBERS
cli-value-why = REASON
cli-value-reference = REFERENCE
cli-no-such-person = There is no person ”{ $said }”. Choose one of: { $names }
cli-several-persons = Several people are called ”{ $said }”. Give the number: { $numbers }
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
cli-person-keep-none = Give --keep with numbers, or --keep 0 if nothing is to stay.
erased-done = Done. { $searched } files were searched.
erased-rewritten =
    { $n ->
        [one] { $n } copy of ours was rewritten.
       *[other] { $n } copies of ours were rewritten.
    }
erased-deleted = Could not be read and is deleted: { $path }
erased-left =
    { $n ->
        [one] { $n } hit is left in { $path }
       *[other] { $n } hits are left in { $path }
    }
erased-kept = Stays ({ $why }): { $where }
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
