# Blad för grind, beslut, svar till idégivaren och självbedömning.

sheet-gate = { $gate } · { $idea } { $title }
sheet-pass = Flytta { $n } idéer från { $from } till { $to } utan grind
sheet-decide = Beslut om { $idea } { $title }
sheet-decide-many = Beslut om { $n } idéer
sheet-reply = Svar till idégivaren · { $idea } { $title }
sheet-assess = Självbedömning · { $idea } { $title }
sheet-who = Vem sitter vid tangentbordet?
sheet-before = förra gången { $what }

gate-ready = { $yes }/{ $musts } ja
gate-to-discuss = att prata om
gate-who-and-time = Beslutar: { $who }. Tid: { $time }.
gate-who-alone = Beslutar: { $who }.
gate-no-profile = Ingen har gjort självbedömningen än. Den hjälper er att se vad som fattas.
gate-below = Självbedömningen är under rådet inom parentes: { $list }.
gate-owner-missing = Idén saknar idéägare.
gate-receiver-missing = Idén saknar mottagare.
gate-both-missing = Idén saknar idéägare och mottagare.
gate-reason = Skäl
gate-reason-hint = Skriv ett verkligt skäl. Idégivaren får läsa det.
gate-conditions = Villkor
gate-conditions-hint = Det som måste vara klart, om något.
gate-next-step = Nästa steg
gate-next-step-hint = Vad händer nu, och vem gör det?
gate-due = Senast
gate-role = Vem beslutar
gate-role-hint = Skriv en roll, till exempel beredningsgruppen.
gate-pass-hint = Skälet sparas vid varje idé. Där står också att grinden inte öppnades.

decide-kind = Beslut
decide-answers-follow = { $n ->
    [one] Ett svar från grinden följer med.
   *[other] { $n } svar från grinden följer med.
  }
decide-until = Vilar till
decide-until-hint = Högst tolv månader. Då kommer idén upp igen.
decide-event = Eller tills
decide-event-hint = Det som idén väntar på.
decide-into = Idén som lever vidare
decide-into-hint = Skriv nummer eller en del av titeln.
decide-target = Hänvisas till
decide-target-hint = Välj i listan eller skriv själv.
decide-contact = Kontakt där
decide-contact-hint = Den som idégivaren kan fråga.
decide-learning = Det har vi lärt oss
decide-learning-hint = Skriv så att andra kan använda det.
decide-means-ga_vidare = till nästa steg
decide-means-komplettera = stannar och väntar på mer
decide-means-vila = till en dag eller en händelse
decide-means-sla_ihop = lever vidare i en annan idé
decide-means-hanvisa = hör hemma någon annanstans
decide-means-ga_inte_vidare = med skäl och lärdom
decide-means-aterkalla = idégivaren drar tillbaka idén
decide-means-avsluta_genomford = används i vardagen
decide-means-ateroppna = tillbaka till sitt steg
decide-closed-together = en idé i taget
decide-closed-open = idén är redan öppen
decide-closed-closed = idén är avslutad
decide-closed-last-stage = idén är i sista steget
decide-closed-before-last-stage = bara i sista steget
refused-decide-nothing = Välj ett beslut först.
refused-different-stages = De markerade idéerna är i olika steg. Markera idéer i ett steg i taget.
refused-last-stage-many = Idéerna är i sista steget. Välj beslut med d i stället.

reply-to = Till { $who }. Svaret gäller: { $what }.
reply-to-nobody = Idégivaren är inte känd. Svaret gäller: { $what }.
reply-receipt = kvitto
reply-text = Svar
reply-text-hint = Ändra fritt. Texten sparas med idén.
reply-missing = Fyll i det som saknas vid …: { $list }.
reply-missing-nr = nummer
reply-missing-datum = datum
reply-missing-steg = steg
reply-missing-motivering = skäl
reply-missing-nasta = nästa steg
reply-missing-kontakt = kontakt
reply-missing-annan = den andra idén
reply-missing-mottagare = mottagare
reply-missing-lardom = lärdom
reply-language = Språk
language-sv = svenska
language-en = engelska
reply-channel = Hur det lämnas
reply-channel-copied = kopierat
reply-channel-file = som fil
reply-channel-said = muntligt
reply-channel-mail = e-post
reply-copying = Alla terminaler kan inte kopiera. Är urklippet tomt kan du spara svaret som fil.
reply-file-name = svar
failed-file = Filen kunde inte skrivas: { $why }
failed-no-folder = Det finns ingen mapp att skriva i. Kopiera svaret i stället.

assess-answered = { $n }/{ $of }
assess-role = Roll
assess-role-hint = Vem ser det så? Skriv en roll, inte ett namn.
assess-note = Anteckning

who-note = Namnet eller rollen står vid kommentarer och beslut. Frågan ställs en gång.
who-name = Namn eller roll
who-name-hint = Tomt betyder inte angivet.

button-go-ahead = Gå vidare
button-instead = Annat beslut …
button-skip-gate = Hoppa över grinden
button-close-implemented = Avsluta som genomförd
button-close-short = Stäng
button-move = Flytta
button-decide = Besluta
button-copy-and-told = Kopiera och markera som besvarad
button-write-file = Spara som fil …
button-told = Markera som besvarad
button-continue = Fortsätt
button-not-stated = Inte angivet
