# Sheets: forms, comments and choices.

known = { $what }
sheet-note = ·
sheet-new-idea = New idea
sheet-edit-idea = Edit { $idea }
sheet-test = Test of { $idea }
sheet-comment = Comment on { $idea }
sheet-comment-amend = Amend comment on { $idea }
sheet-owner = Owner of { $idea }
sheet-owner-many = { $n ->
    [one] Owner of one idea
   *[other] Owner of { $n } ideas
}
sheet-draft = draft from { $time }
sheet-unsaved = not saved yet
sheet-long = { $n } of { $most } characters
sheet-understood = { $day }
sheet-day-unread = Type a day, for example 27/11, friday or w. 49.
sheet-day-missing = There is no such day.
sheet-theirs = The file says by now: { $text }
button-save = Save
button-close = Close, keep draft
button-discard = Discard
choice-none = none
owner-label = Owner
owner-hint = A name or a role. Empty means that nobody is named.
comment-text = Comment
comment-text-hint = Write no names of individuals. Write nothing about health.
comment-kind = Kind
hint-next-field = next field
hint-choose = choose
hint-pick = choose
