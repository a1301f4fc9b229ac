# Minnesanteckningar, åtgärder, parkering, närvaro och svar efter en workshop.

minutes-mark = Minnesanteckningar – arbetsmaterial
minutes-mark-official = Minnesanteckningar
minutes-file = minnesanteckningar
minutes-question = Fråga
minutes-day = Dag
minutes-time = Tid
minutes-not-begun = Har inte börjat
minutes-still-on = Började { $from }, pågår fortfarande { $at }
minutes-place = Plats
minutes-present = Deltagare
minutes-people = { $n ->
    [one] { $n } person
   *[other] { $n } personer
  }
minutes-people-expected = { $n ->
    [one] { $n } person väntades
   *[other] { $n } personer väntades
  }
minutes-interest = Eget intresse
minutes-agenda = Körschema
minutes-head-time = Tid
minutes-head-item = Moment
minutes-head-planned = Planerat
minutes-head-took = Tog
minutes-item-skipped = överhoppat
minutes-item-now = pågår
minutes-item-ahead = inte hållet
minutes-min = { $n } min
minutes-ideas = Nya idéer
minutes-ideas-none = Inga nya idéer.
minutes-groups = Grupper
minutes-group-empty = Inga idéer i gruppen.
minutes-protected = (skyddad idé)
minutes-votes = Omröstningar
minutes-vote-no-decision = En omröstning visar vad gruppen prioriterar. Den är inget beslut.
minutes-benefit = nytta
minutes-effort = insats
minutes-second = ny omgång
minutes-turnout-of = { $voted } av { $of } röstade.
minutes-turnout = { $voted } röstade.
minutes-budget = { $n ->
    [one] Var och en hade { $n } prick.
   *[other] Var och en hade { $n } prickar.
  }
minutes-vote-secret = Utfallet är inte visat.
minutes-vote-dropped = Omröstningen avbröts. Utfallet visas inte.
minutes-head-place = Plats
minutes-head-option = Förslag
minutes-head-points = Prickar
minutes-head-sum = Summa
minutes-head-median = Median
minutes-head-voters = Röstande
minutes-head-spread = Spridning
minutes-head-moved = Mot förra omgången
minutes-tied = delad
minutes-moved-not = samma plats
minutes-moved-up = upp { $n }
minutes-moved-down = ner { $n }
minutes-for-against = för { $plus }, emot { $minus }
minutes-from-to = från { $low } till { $high }
minutes-gave = { $n } gav { $points }
minutes-wide = rummet tycker mycket olika
minutes-divided = rummet är delat
minutes-somewhat-divided = rummet är något delat
minutes-of-one-mind = rummet är enigt
minutes-decisions = Beslut
minutes-decisions-none = Inga beslut.
minutes-reason = Skäl
minutes-no-reason = Inget skäl angivet
minutes-protected-reason = Visas inte, idén är skyddad
minutes-conditions = Villkor
minutes-learning = Lärdom
minutes-until = Vilar till
minutes-owner = Ägare
minutes-receiver = Mottagare
minutes-next-step = Nästa steg
minutes-decided-by = Beslutat av
minutes-gate = Steg vid beslutet
minutes-actions = Åtgärder
minutes-actions-none = Inga åtgärder.
minutes-head-what = Vad
minutes-head-who = Vem
minutes-head-when = När
minutes-head-state = Läge
minutes-no-day = ingen dag satt
minutes-nobody = ingen utsedd
minutes-done = klart
minutes-open = öppet
minutes-parking = Parkering
minutes-parking-none = Inget är parkerat.
minutes-answers = Svar till idégivarna
minutes-answers-to = De som gett de här idéerna får svar: { $list }.
minutes-made = Skrivet med Sluss { $at }.

minutes-with-names = Med namn
minutes-without-names = Utan namn
minutes-is-working = Märkt arbetsmaterial
minutes-is-official = Utan märket arbetsmaterial
minutes-preview = Minnesanteckningar
minutes-preview-none = Det finns ingen workshop att skriva om.
refused-projector-minutes = Lämna projektorläget först. Här saknas det som rummet inte får se.
refused-no-workshops-yet = Det finns ingen workshop än.
refused-no-workshop-runs = Ingen workshop pågår. Starta en först, så går det att parkera.
hint-settled = klart
hint-interest = eget intresse
hint-names = namn
hint-official = märke
hint-markdown = Markdown
hint-html = HTML
hint-answers = svar
hint-answer = svara
list-answers = Svar efter workshopen
list-answers-empty = Inga idéer från någon workshop väntar på svar. Här hamnar de som workshopen gällde.
answers-owed = svar senast { $day }
answers-given = inget svar väntas
entries-parking = Parkering
entries-parking-of = Parkering: { $workshop }
entries-actions = Åtgärder
entries-actions-of = Åtgärder: { $workshop }
entries-attendance = Närvaro
entries-attendance-of = Närvaro: { $workshop }
entries-hint-parking = Läs upp raderna innan ni slutar. Låt någon ta varje rad vidare.
entries-hint-actions = Vad, vilken roll och när.
entries-hint-attendance = Skriv namn eller roll. Namn visas aldrig för rummet.
entry-interest = eget intresse i { $idea }
sheet-park = Parkera: { $workshop }
sheet-parking = Parkerat: { $workshop }
sheet-action-new = Ny åtgärd: { $workshop }
sheet-action = Åtgärd: { $workshop }
sheet-attendance = Vem är med: { $workshop }
sheet-interest = Eget intresse: { $workshop }
park-text = Vad?
park-hint = En rad om det som ska tas upp en annan gång.
park-there = { $n ->
    [one] { $n } sak är parkerad
   *[other] { $n } saker är parkerade
  }
park-owner = Vem tar det vidare?
role-hint = Skriv en roll hellre än ett namn.
action-what = Vad?
action-who = Vem?
action-when = När?
action-idea = Idé
action-idea-hint = Idéns nummer, om åtgärden gäller en idé.
attendance-who = Namn eller roll
attendance-hint = Som personen vill stå i minnesanteckningarna.
attendance-idea = Jäv i idé
attendance-idea-hint = Idéns nummer, om personen har ett eget intresse i den.
refused-action-day = Dagen går inte att förstå. Skriv som fredag, 4/12 eller 2026-12-04.
refused-action-idea = { $said } är inget idénummer.
draft-parking = Parkering
draft-action = Åtgärd
draft-attendance = Närvaro
context-minutes = Minnesanteckningarna
