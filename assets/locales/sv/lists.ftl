# Listor, hjälp och alla kommandon.

list-todo = Att göra
list-paused = Vilande
list-closed = Avslutade
list-removed = Borttagna
list-history = Historik
list-drafts = Utkast
list-todo-empty = Ingenting väntar på dig. Här visas svar som ska skickas, försenade steg och idéer som saknar någon.
list-paused-empty = Inga idéer vilar. Här ligger de idéer som ni har beslutat att vila.
list-closed-empty = Inga idéer är avslutade. Här ligger de när arbetet är klart.
list-removed-empty = Inget är borttaget. Det du tar bort hamnar här och går att lägga tillbaka.
list-history-empty = Inget har hänt än. Tryck Esc och skriv den första idén med n.
list-drafts-empty = Inga utkast. Det du börjar skriva finns kvar här tills du sparar.
list-none-found = Inget stämmer med det du skrev. Esc visar allt igen.

todo-answer-missing = Svar saknas
todo-next-step-overdue = Försenade nästa steg
todo-paused-due = Vilande som ska tas upp
todo-no-receiver = Utan mottagare
todo-no-owner = Utan idéägare
todo-stale = Länge i samma steg
todo-answer-by = svar senast { $day }
todo-step-by = nästa steg senast { $day }
todo-paused-until = vilar till { $day }
todo-in-stage-since = i steget sedan { $day }

shelf-merged-into = ihopslagen med { $idea }

history-undone = ångrad
history-never = går inte att ångra
history-enter = Enter ångrar just den här: { $what }

draft-decide = Beslut om { $idea }
draft-reply = Svar om { $idea }
draft-other = Utkast

palette-title = Vad vill du göra?
palette-type = skriv några bokstäver
palette-why = Går inte nu: { $why }
palette-idea = Gå till idé { $n }
palette-stage = Till steget { $name }
palette-sluice = Till tavlan { $name }
help-title = Hjälp · { $screen }
help-type = skriv för att söka

group-change = Ändra
group-gate = Grinden
group-find = Hitta
group-view = Visa
group-sluice = Tavlan
group-program = Programmet
group-move = Gå

hint-restore = lägg tillbaka
hint-undo-this = ångra den här
hint-take-up = fortsätt
hint-discard = kasta
hint-done = klar
hint-run = gör

refused-not-here = Det hör inte till den här skärmen. Gå till tavlan först.
refused-put-back-elsewhere = Öppna listan Borttagna först.
refused-not-standing = Det här går inte att ångra.
refused-draft-lost = Det som utkastet hör till finns inte längre.
