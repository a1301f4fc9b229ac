# Omröstningar: uppläggning, röstsedlar, valbås, utfall, nytta och insats.

context-vote = I en omröstning eller matris
context-ballot = På röstsedlarnas rad
context-vote-button = På knapparna i en omröstning
action-vote = Rösta
action-vote-help = Går till omröstningen som pågår, eller till alla omröstningar. Med markerade idéer öppnas en ny om dem.
action-matrix = Nytta och insats
action-matrix-help = Placerar de markerade idéerna, eller stegets idéer, efter nytta och insats.

hint-count = räkna
hint-more = mer
hint-mark = markera
hint-divided = mest delade
hint-text = som text
hint-take-off = ta bort
hint-next-idea = nästa
hint-next-row = nästa rad

turnout-of = { $n } av { $of } har röstat
turnout = { $n } har röstat

votes-title = Omröstningar
votes-new = Ny omröstning
votes-matrix = Matris: nytta och insats
vote-title = Omröstning pågår
vote-set-up-title = Omröstning inte öppnad
vote-state-set-up = inte öppnad
vote-state-revealed = utfall visat
vote-state-closed = stängd
vote-state-dropped = avbruten
vote-dropped = Omröstningen avbröts. Den har inget utfall.
vote-gone = Omröstningen finns inte kvar.
vote-options-n = { $n ->
    [one] { $n } förslag
   *[other] { $n } förslag
  }
options-more = … { $n } till
option-not-shown = visas inte här

sheet-vote = Ny omröstning
sheet-vote-amend = Ändra omröstningen
vote-kind = Sätt
preset-dots = prickar
preset-plus-minus = prickar för och emot
preset-fist = femgradig hand
preset-agree = för, avstår, emot
preset-estimate = nytta och insats
vote-criterion = Fråga
vote-criterion-hint = Syns hela tiden. Störst nytta för dem vi är till för?
vote-options = Förslag
options-marked = markerade idéer ({ $n })
options-groups = grupper och enstaka idéer ({ $n })
options-stage = idéer i steget ({ $n })
vote-many = Fler än tolv förslag splittrar rösterna. Gruppera dem först: Esc, sedan mellanslag w c.
vote-budget = Prickar var
vote-budget-hint = Tomt: en fjärdedel av förslagen, minst 3 och högst 7.
vote-high = Högst på varje
vote-blind = Insyn
vote-blind-yes = dold till utfallet
vote-blind-no = alla ser ställningen
vote-named = Namn
vote-named-no = anonym
vote-named-yes = med namn
vote-expected = Antal röstande
vote-expected-hint = Så många röstsedlar väntas. Tomt om ni inte vet.
refused-vote-number = Skriv antalet med siffror, som 3.
vote-set-up-hint = Förslag och regler ligger fast när du öppnar.

rules-points = { $most ->
    [1] { $budget } prickar var, högst en på varje
   *[other] { $budget } prickar var, högst { $most } på varje
  }
rules-plus-minus = { $budget } prickar var, för eller emot
rules-agree = för, avstår eller emot
rules-scale = från { $low } till { $high } på varje
rules-blind = dold till utfallet
rules-open = öppen för alla
rules-blind-short = dold
rules-open-short = öppen
rules-named = med namn
rules-anonymous = anonym

deed-open = Öppna omröstningen
deed-amend = Ändra
deed-remove = Ta bort
deed-hands = Räkna händer
deed-booth = Valbås
deed-correct = Rätta förra
deed-reopen = Öppna igen
deed-reveal = Visa utfallet
deed-reveal-one = Visa bedömningen
deed-reveal-rest = Avsluta bedömningen
deed-drop = Avbryt omröstningen
deed-divided = Mest delade först
deed-again = Ny omgång
deed-estimate = Nytta och insats
deed-matrix = Matris
deed-close = Stäng
deed-place = Placera på medianen
deed-next = Nästa idé
deed-count-in = Klar, räkna in
deed-retry = Räkna igen
deed-cancel = Börja om
deed-yes = Ja
deed-no = Inte än

ask-reveal = Visa utfallet för alla?
ask-reveal-one = Visa bedömningen av idén för alla?
ask-reveal-rest = Avsluta? Det som inte är visat än visas då för alla.
ask-drop = Avbryta omröstningen utan utfall?
ask-not-all = Alla har inte röstat än.
ask-for-good = Det går inte att ångra.

ballot-nth = Röstsedel { $n }
ballot-last = Förra röstsedeln
ballot-hint = Skriv förslagens nummer, som 3 7 12. Skriv 0 för en blank.
ballot-hint-plus-minus = Skriv numren. Minus är emot: 3 -7. Skriv 0 för en blank.
ballot-hint-agree = Skriv +, 0 eller - för varje i tur och ordning. ? hoppar.
ballot-hint-scale = Skriv en siffra för varje, i ordning. ? hoppar över.
ballot-hint-named = Skriv namn, kolon och röst, som Anna: 3 7.
ballot-correcting = Rätta, sedan Enter. En tom rad tar tillbaka den.
failed-ballot = Röstsedeln är inte räknad. { $why }
told-ballot = Räknad. { $turnout }.
told-ballot-back = Röstsedeln är tillbakatagen. { $turnout }.
refused-ballot-empty = Skriv 0 för blank, eller ett frågetecken på en skala.
refused-ballot-none = Det finns ingen röstsedel att rätta.

hands-title = Räkna händer
hands-hint = Skriv antalet. Pilarna byter rad.
hands-voters = Så många deltar
refused-hands-nobody = Skriv hur många som deltar.
refused-hands-many = { $given } händer är fler än { $most }, som alla har tillsammans.

ballots-kept = { $n ->
    [one] En röstsedel är inte räknad. Den är kvar: välj Räkna igen.
   *[other] { $n } röstsedlar är inte räknade. De är kvar: välj Räkna igen.
  }
booth-left-alone = Skärmen tömdes efter en minut utan tangent. Ingenting räknades.
booth-hand-over = Lämna sedan tangentbordet till nästa.
booth-title = Valbås
booth-next = Nästa person: tryck Enter
booth-alone = Rösta när bara du ser skärmen. Den töms när du är klar.
booth-name = Namn
booth-left = { $n ->
    [0] Alla prickar är lagda. Tab och Enter när du är klar.
    [one] { $n } prick kvar att lägga. Tab och Enter när du är klar.
   *[other] { $n } prickar kvar att lägga. Tab och Enter när du är klar.
  }
booth-judge = Sätt en siffra på varje. Tab och Enter när du är klar.
booth-hint = + lägger   − tar bort   siffra sätter   pilar väljer
level-agree = för
level-pass = avstår
level-disagree = emot
refused-booth-once = Högst en prick på varje förslag.
refused-booth-none-left = Du har { $budget } prickar och har lagt alla. Ta bort en först.

result-title = Utfall
result-voters = { $n ->
    [one] { $n } röstande
   *[other] { $n } röstande
  }
result-no-decision = Utfallet visar en prioritering. Den är inget beslut.
result-hint = Markera det som går vidare. Tab visar vad ni kan göra.
result-divided-first = Det som delar rummet mest står först.
result-page = sida { $page } av { $pages }
result-tied = delad { $place }:a
result-divided = delar rummet
shift-none = samma plats
shift-up = upp { $n }
shift-down = ned { $n }
result-points = { $sum ->
    [0] inga prickar
    [1] { $sum } prick från { $voters }
   *[other] { $sum } prickar från { $voters }
  }
result-plus-minus = { $sum } sammanlagt: { $plus } för, { $minus } emot
result-agree = { $plus } för, { $minus } emot, { $pass } avstår
result-scale = { $median } i median, { $voters } svar
result-unjudged = ingen har svarat

estimates-title = Nytta och insats
estimates-criterion = Hur stor är nyttan, och hur stor är insatsen?
estimates-rules = två siffror var, 1–5, nytta först · dold tills idén visas
estimate-line = Nytta insats
estimate-hint = Två siffror för varje person, som 4 2. Pilarna byter idé.
estimate-told = nytta { $benefit }, insats { $effort }
estimate-none = inte bedömd
estimate-benefit = Nytta   { $spread }   median { $median }
estimate-effort = Insats  { $spread }   median { $median }
estimate-wide = Spridningen är stor. Låt dem som står längst ifrån varandra berätta först.
estimate-near = Spridningen är liten.

matrix-title = Nytta och insats
matrix-figure = { $unplaced ->
    [0] { $n } idéer
   *[other] { $n } idéer · { $unplaced } oplacerade
  }
matrix-hint = Pilar flyttar. Två siffror placerar: 4 2. 0 tar bort.
matrix-empty = Här finns inga idéer att placera.
matrix-benefit = nytta
matrix-effort = insats
matrix-high = hög
matrix-low = låg
matrix-now = Gör nu
matrix-plan = Planera
matrix-fill = Fyll ut
matrix-leave = Låt vara
matrix-middle = Mitt emellan
matrix-told = nytta { $benefit }, insats { $effort }
matrix-unplaced = Oplacerad
