# Inför ett rum: projektorn, testbilden och ridån.

projector-header = Projektor
projector-ideas =
    { $n ->
        [one] { $n } idé
       *[other] { $n } idéer
    }
projector-page = sida { $page } av { $pages }
projector-people-left-out = Fälten om personer visas inte på projektorn. De ändras inte av det du gör här.
told-projector-on = Namn, kontakter och skyddade idéer visas inte.
told-projector-off = Allt visas igen.
refused-projector-typing = Spara eller stäng det du skriver först.
refused-projector-carrying = Släpp idéerna först. Tryck Enter.
refused-projector-people = Här visas namn. Lämna projektorläget först.
refused-projector-reply = Svaret nämner en person. Lämna projektorläget först.
refused-projector-check = Filen kan ha skyddade idéer. Lämna projektorläget först.
refused-not-shown = Det gick inte. Orsaken visas inte på projektorn.
step-not-shown = En ändring som inte visas på projektorn
test-card-question = Kan alla längst bak läsa det här?
test-card-size = Nu är det { $columns } tecken på bredden och { $rows } rader.
test-card-far = Det räcker för den som sitter sex bildhöjder bort.
test-card-near = Det räcker för den som sitter fyra bildhöjder bort.
test-card-small = Det är för smått i de flesta rum.
test-card-enlarge =
    { $n ->
        [one] Gör texten större: tryck Ctrl och + en gång. På Mac: Cmd och +.
       *[other] Gör texten större: tryck Ctrl och + ungefär { $n } gånger. På Mac: Cmd och +.
    }
test-card-light = Ser kanterna bra ut? I ett ljust rum syns svart på vitt bäst.
curtain-pause = Paus
curtain-until = Paus till
curtain-counting = Vi räknar. { $voted } röstsedlar är inne.
curtain-counting-of = Vi räknar. { $voted } av { $of } röstsedlar är inne.
hint-lift = lyft ridån
hint-break = pausens längd
hint-curtain = ridå
hint-projector-off = projektor av
hint-to-board = till tavlan
hint-theme = färger
menu-room = Workshop
action-projector = Projektorläge
action-projector-help = Visar få och stora kort. Namn, kontakter och skyddade idéer visas inte.
action-test-card = Testbild
action-test-card-help = Frågar om alla kan läsa, och säger hur texten blir större.
action-curtain = Ridå
action-curtain-help = Döljer allt genast. Samma tangent visar det igen.
context-always = Alltid, också i text
