# Att spara: vad som väntar, vad som inte gick, och var texten är under tiden.

action-try-again = Försök spara igen
action-try-again-help = Försöker en gång till med det som inte gick att spara.
action-save-elsewhere = Spara allt på annan plats
action-save-elsewhere-help = Skriver allt som går att läsa, och det du håller på med, i en ny fil.

waiting-for-another = väntar på ett annat program …
nothing-saved = ! inget sparas

# Varför det inte sparades. Efter meningen följer vad man kan göra.
failed-held = Ett annat program håller filen.
failed-full = Disken är full.
failed-too-large = Filen får inte bli större.
failed-no-writing = Filen går inte att skriva i.
failed-disk = Disken tog inte emot.
failed-barred = Disken tar inte emot.
failed-gone = Filen är borta från sin plats.
failed-replaced = En annan fil ligger på filens plats.
failed-out-of-reach = Filens plats svarar inte.
failed-own-fault = Sluss gjorde ett fel när det skulle sparas.
failed-text-kept = { $what } Din text är kvar. Spara igen.
failed-try-again = { $what } Mellanslag f r försöker igen.
refused-nothing-failed = Det finns inget som väntar på att sparas.

# Står kvar så länge det gäller.
banner-disk = Disken tar inte emot. Mellanslag f s sparar allt på annan plats.
banner-gone = Filen är borta. Mellanslag f s sparar allt på nytt.
banner-replaced = En annan fil ligger här nu. Mellanslag f s sparar allt i en ny.
banner-out-of-reach = Filens plats svarar inte. Mellanslag f r försöker igen.
banner-unkept = Utkastet går inte att skriva ner. Stäng inte programmet.

warned-ballast = Disken är full, men reserven räckte. Allt är sparat. Ta bort något.
warned-little-room = Det är ont om plats på disken: { $mebi } MB kvar.
warned-large-log = Ett annat program håller kvar loggen, som är { $mebi } MB.
warned-draft-in-file = Utkastet ligger som textfil i { $path }.

told-line-kept = Raden är kvar. Tryck n och pil upp för att fortsätta.
told-leaving = Sparar … Tryck q igen för att lämna nu. Texten läggs i en fil.
told-how-to-leave-now = Tryck q för att avsluta.
told-written-again = Det går att spara igen.
told-saved-elsewhere = Allt är sparat i { $path }.
told-drafts-left =
    { $n ->
        [one] Ett utkast från { $when }. Mellanslag l d öppnar det.
       *[other] { $n } utkast, det nyaste från { $when }. Mellanslag l d visar dem.
    }
told-drafts-restored =
    { $n ->
        [one] Återställt: ett utkast från { $when }. Mellanslag l d öppnar det.
       *[other] Återställt: { $n } utkast, nyast { $when }. Mellanslag l d visar dem.
    }
draft-assess = Självbedömning av { $idea }
draft-together = { $n ->
        [one] Beslut om { $n } idé
       *[other] Beslut om { $n } idéer
    }
draft-pass = { $n ->
        [one] { $n } idé förbi grinden
       *[other] { $n } idéer förbi grinden
    }
draft-shape = Tavlans form
refused-draft-of-shape = Öppna det igen under Mellanslag j, så är texten kvar.
draft-line = Påbörjad rad
capture-left = pil upp: { $text }
sheet-theirs-draft = I utkastet står: { $text }

# Sägs när skärmen är lämnad.
told-crash = Sluss gjorde ett fel och stannade. Det du skrev är kvar.
told-crash-lost = Sluss gjorde ett fel och stannade.
told-crash-file = Platsen för felet står i { $path }. Där finns inga av dina texter.
told-text-in-file = Text som inte hann sparas ligger i { $path }. Nästa start tar in den.
told-text-nowhere = Den här texten gick inte att spara någonstans:
