# Grindar, beslut, svar till idégivaren, att göra och det som inte är på tavlan.

gate-unnamed = Grind

step-decide = Beslut
step-decide-many = { $n } idéer: { $decision }
step-decide-ga_vidare = { $idea } gick vidare från { $from } till { $to }
step-decide-ga_vidare-in-spite = { $idea } gick vidare från { $from } till { $to } trots { $yes } av { $musts } ja
step-decide-komplettera = { $idea } väntar på komplettering
step-decide-vila = { $idea } lagd i vila
step-decide-sla_ihop = { $idea } ihopslagen med { $into }
step-decide-hanvisa = { $idea } hänvisad
step-decide-ga_inte_vidare = { $idea } går inte vidare
step-decide-aterkalla = { $idea } återkallad
step-decide-avsluta_genomford = { $idea } avslutad som genomförd
step-decide-ateroppna = { $idea } återöppnad i { $to }
step-unmerge = { $idea } uttagen ur { $from }

refused-reason-missing = Skriv ett skäl. Idégivaren får läsa det.
refused-reason-in-spite = { $n ->
    [one] En fråga har svaret nej eller saknar svar. Skriv varför idén går vidare ändå.
   *[other] { $n } frågor har svaret nej eller saknar svar. Skriv varför idén går vidare ändå.
  }
refused-learning-missing = Skriv vad ni har lärt er. Det sparas med idén.
refused-target-missing = Skriv vart idén hänvisas.
refused-pause-endless = Skriv till vilken dag idén vilar, eller vad den väntar på.
refused-pause-past = En vila slutar efter i dag. Välj en senare dag.
refused-pause-long = En vila är högst tolv månader. Välj en dag senast { $day }.
refused-merge-target-missing = Välj idén som lever vidare.
refused-merge-self = En idé kan inte slås ihop med sig själv. Välj en annan idé.
refused-merge-circle = { $into } är redan sammanslagen med { $idea }. Ta ut den först.
refused-merge-closed = { $into } är avslutad. Återöppna den först, eller välj en annan idé.
refused-merge-removed = { $into } är borttagen. Lägg tillbaka den först, eller välj en annan idé.
refused-not-merged = { $idea } är inte sammanslagen med någon annan idé.
refused-closed = { $idea } är avslutad. Återöppna den först.
refused-not-closed = { $idea } är redan öppen.
refused-removed = { $idea } är borttagen. Lägg tillbaka den först.
refused-decide-in-last-stage = { $idea } är i sista steget. Avsluta den som genomförd i stället.
refused-decide-before-last-stage = { $idea } är inte i sista steget. Låt den gå vidare dit först.
refused-questions-changed = Grindens frågor har ändrats. Öppna grinden igen. Det du har skrivit finns kvar.
refused-go-ahead-together = Grinden öppnas för en idé i taget. Flytta flera med > i stället.

step-reply = Idégivaren till { $idea } har fått svar
refused-reply-empty = Skriv svaret, eller hur idégivaren fick det.
refused-reply-elsewhere = Beslutet gäller en annan idé. Öppna svaret igen.

step-remove = { $idea } borttagen från tavlan
step-remove-many = { $n } idéer borttagna från tavlan
step-put-back = { $idea } lagd tillbaka
step-put-back-many = { $n } idéer lagda tillbaka
