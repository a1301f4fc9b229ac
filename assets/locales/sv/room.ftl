# Workshopen: körschema, parkering, grupper, omröstningar.

room-excess = { $n ->
    [one] Det som är kvar tar { $n } minut längre än tiden räcker.
   *[other] Det som är kvar tar { $n } minuter längre än tiden räcker.
  }

step-workshop-add = Ny workshop
step-workshop-amend = Workshop ändrad
step-workshop-remove = Workshop borttagen
step-workshop-start = Workshop startad
step-workshop-end = Workshop avslutad
refused-template = Mallen finns inte. Välj en annan.
refused-time = { $said } är inget klockslag. Skriv som 13.30.
refused-people = Skriv ett antal personer från 1 till 500, eller lämna tomt.
refused-minutes = En workshop är från 1 minut till 24 timmar.
refused-workshop-runs = Workshopen pågår. Avsluta den först.
refused-workshop-runs-already = Workshopen pågår redan.
refused-workshop-other-runs = En annan workshop pågår. Avsluta den först.
refused-workshop-not-running = Workshopen pågår inte. Starta den först.
refused-workshop-removed = Workshopen är borttagen. Ångra det först.

step-item-add = Nytt moment i körschemat
step-item-amend = Moment { $nth } ändrat
step-item-move = Moment { $nth } flyttat
step-item-remove = Moment { $nth } borttaget
step-item-repeat = Moment { $nth } en gång till
step-item-prolong = Moment { $nth } ändrat med { $n } min
step-item-next = Moment { $nth } börjar
step-item-previous = Tillbaka i moment { $nth }
step-item-skip = Moment { $nth } överhoppat
step-item-take-in = Moment { $nth } med igen
refused-last-item = Det här är sista momentet. Avsluta workshopen i stället.
refused-first-item = Det finns inget tidigare moment att gå tillbaka till.
refused-item-now = Momentet pågår. Gå vidare till nästa först.
refused-item-done = Momentet är redan klart.
refused-item-minutes = Ett moment är från 1 minut till 8 timmar.

step-back-to = Tillbaka till när moment { $nth } började
refused-no-checkpoint = Momentet har inte börjat. Det finns inget att gå tillbaka till.
refused-nothing-since = Inget har hänt sedan dess.
refused-back = Går inte: rummet har röstat, eller någon annan ändrat, sedan dess.

step-park = Parkerat
step-park-amend = Parkering ändrad
step-park-done = Parkering klar
step-park-again = Parkering öppen igen
step-park-remove = Parkering borttagen
refused-park-empty = Skriv vad som ska parkeras.

step-action-add = Ny åtgärd
step-action-amend = Åtgärd ändrad
step-action-done = Åtgärd klar
step-action-again = Åtgärd öppen igen
step-action-remove = Åtgärd borttagen
refused-action-empty = Skriv vad som ska göras.

step-attendance = Närvaro noterad
step-interest = Eget intresse i { $idea } noterat
step-attendance-remove = Närvaro borttagen
refused-attendance-empty = Skriv ett namn eller en roll.
refused-attendance-twice = Det är redan noterat.

step-group = { $idea } grupperad
step-group-many = { $n } idéer grupperade
step-group-rename = Grupp omdöpt
step-group-move = Grupp flyttad
step-group-take-out = { $idea } uttagen ur gruppen
step-group-take-out-many = { $n } idéer uttagna ur sina grupper
step-group-dissolve = Grupp upplöst
refused-group-nothing = Markera idéerna först, eller skriv deras nummer.
refused-group-nameless = Skriv en rubrik för gruppen.
refused-group-voted = Gruppen är med i en omröstning och kan inte lösas upp.

step-matrix = { $idea } placerad: nytta { $benefit }, insats { $effort }
step-matrix-off = { $idea } ändrad på nytta och insats
refused-matrix = Nytta och insats är från 1 till 5, inte { $level }.

step-vote-set-up = Ny omröstning
step-estimates-set-up = Ny bedömning av nytta och insats
step-vote-amend = Omröstning ändrad
step-vote-remove = Omröstning borttagen
step-vote-again = Ny omgång av omröstningen
step-vote-open = Omröstning öppnad
step-vote-count = Alla röstsedlar är inne
step-vote-reopen = Omröstning öppen igen
step-vote-reveal = Utfall visat
step-estimate-reveal = Bedömning visad
step-vote-close = Omröstning stängd
step-vote-drop = Omröstning avbruten utan utfall
refused-criterion-empty = Skriv vad ni röstar om: frågan eller måttet.
refused-vote-points = Högsta poäng för ett förslag är från 1 till { $most }.
refused-vote-levels = En skala behöver minst två nivåer.
refused-vote-budget = Var och en kan ha från 1 till { $most } prickar.
refused-vote-options = Välj mellan 1 och 99 förslag att rösta om.
refused-vote-option-twice = Samma förslag finns med två gånger.
refused-vote-option-empty = Skriv vad förslaget är.
refused-vote-cluster = Gruppen hör till en annan workshop.
refused-vote-protected = { $idea } är skyddad och visas inte för rummet. Ta bort den från omröstningen.
refused-vote-frozen = Omröstningen är öppnad. Förslag och regler ligger fast.
refused-vote-opened = Omröstningen är redan öppnad. Visa utfallet, eller avbryt den.
refused-vote-not-open = Omröstningen är inte öppen.
refused-vote-not-counted = Röstsedlarna är inte räknade.
refused-vote-not-revealed = Utfallet är inte visat.
refused-round-secret = Visa utfallet av förra omgången först.
refused-reveal-one = Utfallet visas för alla förslag på en gång.
refused-reveal-nothing = Ingen har bedömt idén än.
refused-revealed = Bedömningen är redan visad.

refused-ballot-not-a-number = { $said } är inget nummer. Skriv förslagens nummer, som 3 7 12.
refused-ballot-unknown = { $number } är inte med i omröstningen.
refused-ballot-minus = Prickar emot räknas inte här.
refused-ballot-both = { $number } har prickar både för och emot.
refused-ballot-twice = { $number } finns med två gånger. En gång räcker.
refused-ballot-too-often = { $number } har fått för många prickar. Högst { $most } på varje.
refused-ballot-too-many = { $given } prickar är för många. Var och en har { $budget }.
refused-ballot-count = { $given } svar till { $options } förslag. Skriv ett svar var, eller ett frågetecken.
refused-ballot-mixed = Skriv nummer och nivå för alla, som 12:4.
refused-ballot-level = { $said } finns inte på skalan från { $low } till { $high }.
refused-ballot-frozen = Förslaget tar inte emot röster.
refused-ballot-not-open = Omröstningen är inte öppnad än.
refused-ballot-counted = Omröstningen tar inte emot fler röster.
refused-ballot-nameless = Skriv vem röstsedeln är från.
refused-ballot-named = Omröstningen är anonym. Skriv inget namn.
refused-ballot-voted = Den personen har redan röstat.
refused-ballot-all-in = Alla { $of } har röstat. Ändra antalet om fler ska rösta.
refused-ballot-next = Nästa röstsedel är räknad. Den förra kan inte ändras.
refused-hands = Skriv hur många händer det var, högst { $voters }.
refused-estimate-pair = Skriv två siffror: nytta och insats, som 4 2.
refused-vote-is-open = En omröstning pågår. Visa utfallet eller avbryt den först.

estimate-median = { $level }
estimate-median-between = mellan { $low } och { $high }

# Sorterna av poster.

kind-workshop = workshop
kind-cluster = grupp
kind-cluster-idea = idé i en grupp
kind-vote = omröstning
kind-vote-option = förslag i en omröstning
kind-vote-count = utfall av en omröstning
kind-agenda-item = moment i ett körschema
kind-parking = parkering
kind-action = åtgärd
kind-attendance = närvaro
