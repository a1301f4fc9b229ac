# Rutorna om idén i fokus.

pane-detail = Idé
pane-comments = Kommentarer
pane-profile = Självskattning
pane-history = Historik
pane-edit-more = e skriver mer
pane-days-in-stage = { $days ->
    [0] ny i steget
    [one] en dag i steget
   *[other] { $days } dagar i steget
}
pane-paused-until = vilar till { $day }
pane-merged-into = Hör nu till
pane-merged-here = Hit hör även
pane-test = Test
pane-decision = Beslut: { $decision }
pane-gate-skipped = grinden hoppades över
pane-feedback = Svar till idégivaren
pane-reason = Skäl
pane-conditions = Villkor
pane-learning = Lärdom
pane-target = Hänvisad till
pane-contact = Kontakt
pane-event = Väntar på
pane-until = Till
pane-filled-by = Ifylld av
pane-filling-note = Anteckning
pane-no-comments = Ingen har skrivit något än. Tryck c och skriv.
pane-edited = ändrad { $time }
pane-no-profile = Ingen har skattat idén än.
pane-find-out = Det här behöver ni ta reda på: { $what }
pane-unanswered = inte besvarad
pane-for-information = upplysning
pane-before = förra gången { $level }
pane-spread = lägst { $lowest } – högst { $highest }
pane-talk-about = prata om
pane-below = { $gate }: minst { $least }
pane-undone = ångrad
pane-no-texts-changed = Inga texter ändrades.
refused-step-not-undoable = Det här går inte att ångra.
refused-step-is-turn = Det här är redan en ångring. Välj händelsen som den gäller, eller tryck U.
hint-scroll = läs
hint-zoom = hel ruta
hint-edit = ändra
hint-undo-chosen = ångra den
key-up-down = ↑↓
hint-beside = nästa idé
hint-pane = ruta
hint-write = skriv
