# Blad: formulär, kommentarer och val.

known = { $what }
sheet-note = ·
sheet-new-idea = Ny idé
sheet-edit-idea = Ändra { $idea }
sheet-test = Test av { $idea }
sheet-comment = Kommentar till { $idea }
sheet-comment-amend = Ändra kommentar till { $idea }
sheet-owner = Idéägare för { $idea }
sheet-owner-many = { $n ->
    [one] Idéägare för en idé
   *[other] Idéägare för { $n } idéer
}
sheet-draft = utkast från { $time }
sheet-unsaved = inte sparat än
sheet-long = { $n } av { $most } tecken
sheet-understood = { $day }
sheet-day-unread = Skriv en dag, till exempel 27/11, fredag eller v. 49.
sheet-day-missing = Den dagen finns inte.
sheet-theirs = I filen står nu: { $text }
button-save = Spara
button-close = Stäng, behåll utkast
button-discard = Kasta
choice-none = inget
owner-label = Idéägare
owner-hint = Namn eller roll. Tomt betyder att ingen är utsedd.
comment-text = Kommentar
comment-text-hint = Skriv inte namn på enskilda. Skriv inget om hälsa.
comment-kind = Slag
hint-next-field = nästa fält
hint-choose = välj
hint-pick = välj
