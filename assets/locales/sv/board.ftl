# Tavlan: huvudet, korten, listan över steg och fliken om idén.

saved-at = sparad { $time }
saving = sparar…
not-saved = inte sparad

stage-empty = Inga idéer här än. Tryck n för att skriva den första.
stage-filtered = Inga idéer här passar filtret. Tryck Esc för att visa alla.
stage-count-limit = { $n }/{ $limit }
more-above = + { $n } ovanför
more-below = + { $n } till

card-age = { $days } d
card-comments = { $n } komm.

# Ett ord på kortet, efter ett utropstecken.
warning-answer-missing = svar saknas
warning-overdue = försenad
warning-no-receiver = utan mottagare
warning-stale = stillastående

tab-idea = Idé
tab-comments = Kommentarer { $n }
tab-profile = Självskattning
tab-history = Historik

hint-go = gå
hint-open = öppna
hint-new = ny
hint-next-stage = nästa steg
hint-comment = kommentera
hint-menu = meny
hint-help = hjälp
