# Whether the file is whole: what can be wrong, where, and what to do.

finding-build = The file is damaged: { $words }
finding-index = An index is wrong: { $name }
finding-lost = Has disappeared: { $record }
finding-altered = Is not as it was saved: { $record }
finding-not-text = Characters are broken: { $record }
finding-unreadable = Cannot be understood: { $record }
finding-empty = Lacks a name or title: { $record }
finding-unclean = Has characters that are not allowed: { $record }
finding-orphan = Belongs to something missing ({ $to }): { $record }
finding-derived = The card shows the wrong facts: { $idea }
finding-count = The column's count is wrong: stage { $stage }
finding-counter = New numbers may clash with old ones: { $kind }
finding-entry-altered = Is not as it was written: event { $seq } in the history
finding-entry-unreadable = Cannot be understood: event { $seq } in the history
finding-entries-gone = Missing from the history: event { $from } to { $to }
finding-entry-orphan = Takes back something missing: event { $seq } in the history
finding-standing = Wrong about whether it can be undone: event { $seq } in the history
finding-about = Tied to the wrong ideas: event { $seq } in the history
finding-draft = A draft is not as you typed it: { $target }, { $field }
finding-memory = A memory of where you were cannot be read: { $name }
finding-record = { $kind } { $id }
finding-record-of = { $kind } { $id } on { $idea }


kind-sluice = board
kind-stage = stage
kind-gate-question = gate question
kind-unit = unit
kind-tag = tag
kind-challenge = challenge
kind-referral-target = place to refer to
kind-person = person
kind-idea = idea
kind-idea-text = texts
kind-idea-tag = tag
kind-idea-benefit = benefit
kind-link = link
kind-comment = comment
kind-test = test
kind-decision = decision
kind-gate-answer = answer at a gate
kind-feedback = answer to the idea giver
kind-filling = assessment
kind-filling-level = level in an assessment
kind-saved-filter = saved filter

step-unreadable = The event cannot be read
refused-step-damaged = The event is damaged and cannot be undone.
step-mended = File mended ({ $n })
step-accepted = Damage accepted ({ $n })
step-lost = The event has disappeared from the file

remedy-rework = Can be mended: it is worked out anew from what is in the file.
remedy-step = Can be mended: you can usually undo it.
remedy-restore = Mended if the file itself tells how it was, else from a backup.
remedy-backup = Cannot be mended here. Restore a backup.

cli-check = Check that the file is whole
cli-check-mend = Mend what can be mended. A copy of the file is kept first
cli-check-accept = Accept what cannot be mended as it stands now
cli-check-after = Ends with 0 when nothing is wrong and 65 when something is.
cli-check-read = Checked in { $seconds } seconds: { $records } records, { $entries } events, { $drafts } drafts.
cli-check-whole = The file is whole.
cli-check-found =
    { $n ->
        [one] { $n } fault in the file. Mend what can be mended: sluss check --mend
       *[other] { $n } faults in the file. Mend what can be mended: sluss check --mend
    }
cli-check-mended = Mended: { $n }. Accepted: { $accepted }.
cli-check-left =
    { $n ->
        [one] { $n } fault is left. Restore a backup or accept it: sluss check --mend --accept
       *[other] { $n } faults are left. Restore a backup or accept them: sluss check --mend --accept
    }
cli-backup-before = The file as it was: { $path }

list-findings = Is the file whole?
list-findings-empty = The file is whole. All is as you left it.
list-findings-empty-copy = The copy that you read is whole. That says nothing of the file itself.
list-findings-reading = Checking the whole file …
findings-backup = Needs a backup
findings-restore = Restored where possible
findings-step = Mended, can usually be undone
findings-rework = Worked out anew
hint-mend = mend all that can be
told-mending = Keeping a copy of the file and mending …
told-mended = Mended: { $n }. The file is whole.
told-mended-left = Mended: { $n }. Left: { $left }. Accept: sluss check --mend --accept
refused-mend-broken = The file is too damaged to be mended. Restore a backup.
failed-file-damaged = Something in the file is not as you left it. See: Space f i
