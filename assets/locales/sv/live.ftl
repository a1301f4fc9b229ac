# Vad rummet ser: det som står på publikens fönster.

live-item = { $nth } av { $of }
live-begins = Vi börjar { $time }
live-time-is-up = Tiden är ute
live-last-minute = sista minuten
live-paused = pausad
live-now = nu
live-skipped = utgår
live-minutes = { $n } min
live-number = Idé { $n }
live-ideas = { $n ->
    [one] { $n } idé
   *[other] { $n } idéer
  }
live-ideas-hidden = { $n ->
    [one] { $n } idé är inne. Den visas när alla är klara.
   *[other] { $n } idéer är inne. De visas när alla är klara.
  }
live-ideas-none = Inga idéer än.
live-loose = Utan grupp
live-voted = { $voted } har röstat
live-voted-of = { $voted } av { $of } har röstat
live-how-dots = { $n } prickar var, högst en på varje.
live-how-dots-most = { $n } prickar var, högst { $most } på varje.
live-how-plus-minus = { $n } prickar var, för eller emot.
live-how-agree = För, pass eller emot på varje.
live-how-scale = { $low } till { $high } på varje.
live-voters = { $n ->
    [one] { $n } person röstade.
   *[other] { $n } personer röstade.
  }
live-divided-first = Det vi är mest oense om står först.
live-dots = { $points ->
    [one] { $points } prick
   *[other] { $points } prickar
  }
live-points = { $points ->
    [one] { $points } prick
   *[other] { $points } prickar
  } · { $voters ->
    [one] { $voters } röst
   *[other] { $voters } röster
  }
live-divided = oense
live-no-decision = Röstningen visar vad gruppen sätter först. Den är inget beslut.
live-matrix-axes = uppåt: nytta   åt höger: insats
live-unplaced = Inte placerade
live-spread = Nytta { $benefit }, insats { $effort }.
live-spread-wide = Nytta { $benefit }, insats { $effort }. Svaren går isär: prata först.
live-idea = Idé { $number } · { $stage }
live-need = Behov
live-solution = Förslag
live-next-step = Nästa steg
live-parking = Parkering
live-parking-none = Inget är parkerat.
live-actions = Åtgärder
live-actions-none = Inga åtgärder än.
audience-waits = Här visas workshopen när den börjar. t byter färger, q stänger.

# Inför workshopen.

preflight-title = Inför workshopen
preflight-screens = Projektorn visar
preflight-mirrored = samma bild som du ser
preflight-extended = ett fönster för sig
preflight-mirrored-means = Namn, kontakter och skyddade idéer visas inte. Du ser samma bild som rummet.
preflight-command = Öppna ett till terminalfönster, dra det till duken och skriv: { $command }
preflight-enlarge = Gör bokstäverna större med Ctrl och + tills bilden är ungefär 70 tecken bred.
preflight-see-to = Stäng av aviseringar. Ställ dig längst bak och läs testbilden.
preflight-go = Gör så
preflight-card = Testbild
refused-room-led = Ett annat fönster visar för rummet. Stäng det först.
action-room-view = Vad rummet ser
action-room-view-help = Visar på det här fönstret vad som står på duken.
action-preflight = Inför workshopen
action-preflight-help = Frågar vad projektorn visar, och säger vad du bör se till.
context-room-view = I rummets bild
