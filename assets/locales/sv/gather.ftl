# Idéer som kommer in i rummet, och grupperna de läggs i.

context-capture = Medan idéer kommer in i rummet
context-gather = Bland grupperna

action-reveal = Visa idéerna för rummet
action-reveal-help = Visar idéer som har kommit in dolt. Går att ångra.
action-leave-it = Idén finns redan
action-leave-it-help = Tömmer raden när en likadan idé finns. Pil upp tar tillbaka raden.
action-gather = Gruppera idéer
action-gather-help = Lägger workshopens idéer under rubriker och slår ihop dubbletter.
action-group = Lägg under en rubrik
action-group-help = Lägger de markerade idéerna under en ny rubrik eller en som finns.
action-merge = Slå ihop dubbletter
action-merge-help = De markerade idéerna lever vidare i en av dem. Du kan ta tillbaka en idé när som helst.
action-unmerge = Ta isär ihopslagen
action-unmerge-help = Idén blir en egen idé igen, i det steg där den var.

step-reveal-ideas = Idéerna i moment { $nth } visade
refused-reveal-shown = Idéerna är inte dolda. Rummet ser dem redan.
told-is-there = Det är { $idea }. Raden är tömd, pil upp tar tillbaka den.
refused-nothing-alike = Ingen idé som liknar raden har hittats.
room-capture-hidden = Idéer, dolda tills alla är klara
room-capture-reminder = skriv inte namn eller hälsa

refused-gather-closed = Öppna grupperna först: tryck mellanslag w c.
refused-gather-number = { $number } är ingen idé från workshopen som kan grupperas.
refused-gather-lives = Skriv numret på en av de markerade idéerna.
refused-gather-loose = Idén är inte i någon grupp.
refused-gather-no-group = Ställ dig på en grupp först.
refused-gather-one = Markera minst två idéer först, eller skriv deras nummer.
refused-gather-unmerged = Ingen idé är ihopslagen med den här.

gather-title = Gruppera
gather-counts = { $n } idéer, { $groups ->
    [one] { $groups } grupp
   *[other] { $groups } grupper
  }
gather-marked = { $n ->
    [one] { $n } markerad
   *[other] { $n } markerade
  }
gather-all = Idéerna
gather-groups = Grupper
gather-none = Alla idéer är i en grupp.
gather-no-groups = Inga grupper än. Markera idéer och tryck g.
gather-holds = med { $ideas }
gather-hint = Skriv nummer, som 3 7 12, eller 3 7 12 Mat.
gather-numbers = Nummer:
gather-numbers-hint = 3 7 12 markerar. 3 7 12 Mat lägger dem under Mat.
gather-heading = Rubrik:
gather-rename = Nytt namn:
gather-lives = Lever vidare:
gather-lives-hint = Vilken av { $ideas } lever vidare? De andra följer med den.
gather-reason = Samma idé som { $idea }, enligt workshopen.

hint-leave-it = finns redan
hint-park = parkera
hint-reveal = visa
hint-group = gruppera
hint-merge = slå ihop
hint-take-out = ta ur
hint-undo = ångra
