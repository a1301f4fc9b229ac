# Att filen är hel: vad som kan vara fel, var, och vad man gör.

finding-build = Filen är skadad: { $words }
finding-index = Ett sökregister stämmer inte: { $name }
finding-lost = Har försvunnit: { $record }
finding-altered = Är inte som det sparades: { $record }
finding-not-text = Tecken har gått sönder: { $record }
finding-unreadable = Går inte att tolka: { $record }
finding-empty = Saknar namn eller rubrik: { $record }
finding-unclean = Har otillåtna tecken: { $record }
finding-orphan = Hör till något som saknas ({ $to }): { $record }
finding-derived = Kortet visar fel uppgifter: { $idea }
finding-count = Kolumnens antal stämmer inte: steg { $stage }
finding-counter = Nya nummer kan krocka med gamla: { $kind }
finding-entry-altered = Är inte som den skrevs: händelse { $seq } i historiken
finding-entry-unreadable = Går inte att tolka: händelse { $seq } i historiken
finding-entries-gone = Saknas i historiken: händelse { $from } till { $to }
finding-entry-orphan = Ångrar något som saknas: händelse { $seq } i historiken
finding-standing = Fel besked om den går att ångra: händelse { $seq } i historiken
finding-about = Kopplad till fel idéer: händelse { $seq } i historiken
finding-draft = Ett utkast är inte som du skrev det: { $target }, { $field }
finding-memory = Ett minne av var du var går inte att läsa: { $name }
finding-record = { $kind } { $id }
finding-record-of = { $kind } { $id } på { $idea }


kind-sluice = tavla
kind-stage = steg
kind-gate-question = grindfråga
kind-unit = enhet
kind-tag = tagg
kind-challenge = utmaning
kind-referral-target = mottagare att hänvisa till
kind-person = person
kind-idea = idé
kind-idea-text = texter
kind-idea-tag = tagg
kind-idea-benefit = nytta
kind-link = länk
kind-comment = kommentar
kind-test = test
kind-decision = beslut
kind-gate-answer = svar vid en grind
kind-feedback = svar till idégivaren
kind-filling = bedömning
kind-filling-level = nivå i en bedömning
kind-saved-filter = sparat filter

step-unreadable = Händelsen går inte att läsa
refused-step-damaged = Händelsen är skadad och går inte att ångra.
step-mended = Filen lagad ({ $n })
step-accepted = Skador godtagna ({ $n })
step-lost = Händelsen har försvunnit ur filen

remedy-rework = Lagas: det räknas om från det som står i filen.
remedy-step = Lagas: du kan oftast ångra det.
remedy-restore = Lagas om filen själv vet hur det var, annars ur en säkerhetskopia.
remedy-backup = Kan inte lagas här. Återställ en säkerhetskopia.

cli-check = Kontrollera att filen är hel
cli-check-mend = Laga det som går. En kopia av filen sparas först
cli-check-accept = Godta det som inte går att laga, så som det står nu
cli-check-after = Slutar med 0 när inget är fel och 65 när något är det.
cli-check-read = Kontrollerat på { $seconds } sekunder: { $records } poster, { $entries } händelser, { $drafts } utkast.
cli-check-whole = Filen är hel.
cli-check-found = { $n } fel i filen. Laga det som går: sluss check --mend
cli-check-mended = Lagat: { $n }. Godtaget: { $accepted }.
cli-check-left = { $n } fel är kvar. Återställ en säkerhetskopia eller godta dem: sluss check --mend --accept
cli-backup-before = Filen som den var: { $path }

list-findings = Är filen hel?
list-findings-empty = Filen är hel. Allt är som du lämnade det.
list-findings-empty-copy = Kopian som du läser är hel. Det säger inget om filen själv.
list-findings-reading = Kontrollerar hela filen …
findings-backup = Kräver en säkerhetskopia
findings-restore = Återställs om det går
findings-step = Lagas, går oftast att ångra
findings-rework = Räknas om
hint-mend = laga allt som går
told-mending = Sparar en kopia av filen och lagar …
told-mended = Lagat: { $n }. Filen är hel.
told-mended-left = Lagat: { $n }. Kvar: { $left }. Godta: sluss check --mend --accept
refused-mend-broken = Filen är för skadad för att lagas. Återställ en säkerhetskopia.
failed-file-damaged = Något i filen är inte som du lämnade det. Se: Mellanslag f i
