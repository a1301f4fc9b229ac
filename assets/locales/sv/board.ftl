# Tavlan.

card-age = { $days } d
card-comments = { $n } komm.
card-saving = sparar …
warning-answer-missing = svar saknas
warning-overdue = försenad
warning-no-receiver = utan mottagare
warning-stale = stillastående
more-below = + { $n } till
more-above = + { $n } ovanför
more-below-many = + fler
more-above-many = + fler ovanför
over-limit = fullt
marked = { $n } markerade
empty-first = Tryck n och skriv den första idén.
empty-stage = Här är det tomt.
carrying = Flytta med pilarna. Enter släpper, Esc lägger tillbaka.
capture-label = Ny idé
brain-dump-label = Idéregn
capture-hint = rubrik / behov #tagg @enhet
capture-offer = { $n } idéer av { $n } rader? Enter sparar, Esc ångrar.
brain-dump-count = { $n ->
    [0] En idé på varje rad.
    [one] En idé, sparad.
   *[other] { $n } idéer, alla sparade.
}
key-arrows = ←↑↓→
hint-move = gå
hint-open = öppna
hint-capture = ny
hint-forward = nästa steg
hint-comment = kommentera
hint-menu = meny
hint-help = hjälp
hint-save = spara
hint-back = tillbaka
hint-drop = släpp
hint-put-back = lägg tillbaka
hint-close = klar
menu-title = Meny
menu-lists = Listor
menu-settings = Inställningar
hint-form = formulär
