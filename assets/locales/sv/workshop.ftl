# Workshops, deras körschema och klocka.

group-room = Workshop
context-clicker = När en workshop visas
context-run-sheet = I körschemat

action-workshop = Workshop
action-workshop-help = Visar körschemat för workshopen som pågår, annars listan över workshops.
action-workshops = Alla workshops
action-workshops-help = Visar listan över workshops: nya, planerade och avslutade.
action-next-item = Nästa moment
action-next-item-help = Avslutar momentet och börjar nästa.
action-previous-item = Förra momentet
action-previous-item-help = Går tillbaka till momentet före, som om det här inte hade börjat.
action-clock = Klockan
action-clock-help = Visar klockan. I workshopen pausar den klockan eller låter den gå vidare.
action-choose-clock = Ställ klockan
action-choose-clock-help = Låter klockan gå som planerat, i valfria minuter eller i rundor.
action-longer = En minut till
action-longer-help = Förlänger momentet en minut och räknar om tiderna.
action-shorter = En minut mindre
action-shorter-help = Kortar momentet en minut och räknar om tiderna.
action-skip-item = Hoppa över momentet
action-skip-item-help = Hoppar över momentet, eller tar med det igen.
action-repeat-item = Momentet en gång till
action-repeat-item-help = Lägger in samma moment en gång till.
action-back-to-item = Tillbaka till när momentet började
action-back-to-item-help = Tar tillbaka allt som har gjorts sedan dess. Frågar först, och går att ångra.
action-start-workshop = Starta workshopen
action-start-workshop-help = Startar workshopen med första momentet, eller fortsätter en avslutad.
action-end-workshop = Avsluta workshopen
action-end-workshop-help = Avslutar workshopen. Du kan starta den igen.

refused-no-workshop = Ingen workshop pågår. Tryck w och starta en.
refused-run-sheet-closed = Öppna körschemat först: tryck w.
refused-no-item = Körschemat är tomt. Tryck n för ett moment.
refused-clock-over = Tiden är ute. Tryck + för en minut till.
refused-workshop-day = Skriv workshopens dag som 27/11 eller fredag.

entries-workshops = Workshops
entries-hint-workshops = n gör en ny workshop från en mall. Enter visar körschemat.
workshop-runs = pågår
workshop-planned = planerad
workshop-ended = avslutad

workshop-new = Ny workshop
workshop-amend = Ändra workshopen
workshop-title = Rubrik
workshop-question = Fråga till rummet
workshop-question-hint = Till exempel: Hur kan vi göra väntan lättare?
workshop-template = Mall
workshop-day = Dag
workshop-begins = Börjar klockan
workshop-begins-hint = Som 13.00.
workshop-place = Plats
workshop-people = Antal personer
workshop-people-hint = Hur många du väntar dig.
workshop-minutes = Minuter
workshop-minutes-hint = Så länge får workshopen hålla på.
workshop-minutes-hint-new = Lämna tomt för mallens egen tid.

item-new = Nytt moment
item-amend = Ändra momentet
item-title = Rubrik
item-instruction = Vad rummet ska göra
item-instruction-hint = Läses upp och visas för rummet.
item-minutes = Minuter
item-scene = Rummet ser
item-scene-hint = Det här visar projektorn under momentet.
scene-title = rubriken
scene-agenda = körschemat
scene-text = rubrik och text
scene-test-card = testkortet
scene-capture = idéer som kommer in
scene-hidden-capture = idéer, dolda tills alla är klara
scene-board = tavlan
scene-groups = grupperna
scene-ballot = omröstningen
scene-result = utfallet
scene-matrix = nytta och insats
scene-gate = grinden
scene-parking = parkeringen
scene-actions = åtgärderna
scene-break = paus

run-sheet-gone = Workshopen finns inte längre.
run-sheet-empty = Inga moment än. Tryck n för det första.
run-sheet-hint = S startar. Projektorn (F): { $screens }.
run-sheet-between = Inget moment pågår. Välj ett och tryck Enter.
run-sheet-ends = slutar { $ends }
run-sheet-ends-late = slutar { $ends }, klar { $done }
run-sheet-ended = avslutad { $done }
run-sheet-nth = Moment { $nth } av { $of }
item-now = pågår
item-done = klart
item-skipped = hoppas över
item-over = { $n } min över

corner-minutes = { $n } min kvar
corner-paused = Pausad, { $n } min kvar
clock-paused = Pausad
clock-over = Tiden är ute
clock-last-minute = Sista minuten
clock-round = { $name }, { $nth } av { $of }
clock-question = Fråga: { $text }
clock-then = Sedan: { $title }, { $n } min
clock-title = Ställ klockan
clock-run = Klockan går
clock-planned = som planerat, { $n } min
clock-minutes = valfria minuter
clock-rounds = { $minutes } min
clock-for = Minuter
clock-start = Starta

back-title = Tillbaka till när ett moment började
back-to = Moment
back-item = { $time }  { $nth }. { $title }
back-nothing = Inget har gjorts sedan dess.
back-steps = { $n } steg
back-since = { $n ->
    [one] En sak har gjorts sedan dess. Den tas tillbaka: { $kinds }.
   *[other] { $n } saker har gjorts sedan dess. Alla tas tillbaka: { $kinds }.
  }
back-ideas = { $n } med idéer
back-items = { $n } i körschemat
back-matters = { $n } med parkering eller åtgärder
back-groups = { $n } med grupper
back-decisions = { $n } med beslut
back-votes = { $n } med omröstningar
back-rest = { $n } annat
back-note = Allt kan ångras på en gång med u. En omröstning som har röstsedlar blir kvar.
back-go = Gå tillbaka

hint-start = starta
hint-next-item = nästa
hint-pause = paus
hint-minute = minut
hint-clock = klocka
hint-choose-clock = ställ
hint-run-sheet = körschema
hint-ideas = idéer
