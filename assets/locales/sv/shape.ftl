# Kommentarer.

step-comment = { $idea } kommenterad
step-comment-amend = Kommentar till { $idea } ändrad
step-comment-remove = Kommentar till { $idea } borttagen
refused-comment-empty = Skriv något i kommentaren först.

# Idéns profil.

step-assess = { $idea } självskattad
refused-profile-empty = Svara på minst en rad först.
refused-criterion = Profilen har ingen rad som heter { $criterion }.
refused-level = En nivå är från 0 till { $highest }, inte { $level }.
profile-find-out = Det här behöver ni ta reda på: { $criteria }
profile-last-time = förra gången { $level }
profile-talk-about = prata om
profile-below = Grinden råder nivå { $least }, ni är på { $level }.
profile-below-unanswered = Grinden råder nivå { $least }, ingen har svarat än.

# Tavlor och steg.

step-sluice-add = Ny tavla
step-sluice-rename = Tavla omdöpt
step-sluice-move = Tavla flyttad i ordningen
step-sluice-remove = Tavla borttagen
refused-last-sluice = Det måste finnas minst en tavla.
refused-sluice-has-ideas = Tavlan har idéer. Flytta dem till en annan tavla först.

step-stage-add = Steget { $stage } tillagt
step-stage-rename = Steget { $from } heter nu { $to }
step-stage-move = Steget { $stage } flyttat i ordningen
step-stage-remove = Steget { $stage } borttaget
step-stage-remove-to =
    { $n ->
        [one] Steget { $stage } borttaget, { $n } idé flyttad till { $to }
       *[other] Steget { $stage } borttaget, { $n } idéer flyttade till { $to }
    }
step-stage-set = Steget { $stage } ändrat
refused-stages-few = En tavla behöver minst { $fewest } steg.
refused-stages-many = En tavla har högst { $most } steg. Ta bort ett först.
refused-stage-has-ideas =
    { $n ->
        [one] Steget { $stage } har { $n } idé. Välj vart den ska flytta.
       *[other] Steget { $stage } har { $n } idéer. Välj vart de ska flytta.
    }
refused-number-small = Skriv ett tal som är minst 1, eller lämna tomt.

# Grindens namn och frågor.

step-gate-set = Grinden efter { $stage } ändrad
step-question-add = Ny fråga vid grinden efter { $stage }
step-question-amend = Fråga ändrad vid grinden efter { $stage }
step-question-move = Fråga flyttad vid grinden efter { $stage }
step-question-remove = Fråga borttagen vid grinden efter { $stage }
refused-question-empty = Skriv en fråga först.

# Listorna.

list-units = Enheter
list-tags = Taggar
list-challenges = Utmaningar
list-targets = Hänvisningar
list-people = Personer
step-entry-add = { $list }: en ny rad
step-entry-amend = { $list }: en rad ändrad
step-entry-merge = { $list }: två rader blev en
step-entry-remove = { $list }: en rad borttagen
refused-entry-used =
    { $n ->
        [one] { $n } idé använder den. Ändra idén först.
       *[other] { $n } idéer använder den. Ändra idéerna först.
    }
refused-code-taken = Koden { $code } finns redan. Välj en annan.
refused-code-long = Koden { $code } får inte plats på ett kort. Välj högst 8 tecken.

# Sparade filter.

step-filter-save = Filter sparat
step-filter-rename = Filter omdöpt
step-filter-remove = Filter borttaget
refused-filter-empty = Skriv ett filter först.

# En stillsam påminnelse när en text ser ut att peka ut någon.

seems-personal-number = Det ser ut som ett personnummer. Skriv inte uppgifter om enskilda.
seems-email = Det ser ut som en e-postadress. Skriv hellre en roll.
seems-phone = Det ser ut som ett telefonnummer. Skriv hellre en roll.

# Listor och blad för tavlans form.

entries-sluices = Tavlor
entries-stages = Steg och grindar
entries-questions = Frågor vid grinden efter { $stage }
entries-empty = Här är det tomt. Tryck n och lägg till.
entries-hint-sluices = Enter visar tavlan.
entries-hint-stages = Idéerna som räknas ligger på tavlan eller bredvid den.
entries-hint-questions = Måste: grinden räknar svaret. Bedöms: svaret är ett stöd.
entries-hint-merge = Ger du en rad en annans namn blir de en.
entries-hint-contact = Namn och kontakt. Skriv hellre en roll än en person.
refused-entries-order = Listan står i bokstavsordning.
entry-ideas =
    { $n ->
        [0] tomt
        [one] { $n } idé
       *[other] { $n } idéer
    }
entry-limit = högst { $n }
entry-warn = varning efter { $n } dagar
entry-receiver = mottagare
entry-must = måste
entry-judge = bedöms
hint-show = visa
hint-name = namn
hint-down = ner
hint-remove = bort
hint-change = ändra
hint-questions = frågor
shape-name = Namn
shape-close = Stäng
shape-sluice = Tavlans namn
shape-sluice-new = Ny tavla
shape-stage = Steget { $stage }
shape-stage-new = Nytt steg
shape-stage-new-hint = Steget kommer efter det du stod på.
shape-own-hint = Tomt ger tillbaka programmets egen text.
shape-purpose = Vad som händer
shape-limit = Högst antal
shape-limit-hint = Fler idéer än så sägs med ett ord. Inget stoppas.
shape-warn = Varna efter
shape-warn-hint = Så många dagar i steget. Tomt varnar aldrig.
shape-gate = Grinden ut
shape-gate-name = Grindens namn
shape-gate-who = Vem avgör
shape-receiver = Mottagare
shape-receiver-hint = Ja: från den här grinden behöver en idé någon som tar emot.
shape-remove = Ta bort steget { $stage }
shape-remove-note =
    { $n ->
        [one] Steget har { $n } idé. Den flyttar till steget du väljer.
       *[other] Steget har { $n } idéer. De flyttar till steget du väljer, i samma ordning.
    }
shape-remove-to = Flytta till
shape-remove-then = { $n } idéer, sedan { $then }
shape-remove-hint = Besluten finns kvar i historiken. Det går att ångra med u.
shape-remove-button = Ta bort steget
shape-question = Fråga
shape-question-kind = Svaret
shape-question-new = Ny fråga
shape-question-amend = Ändra frågan
shape-entry-new = { $list }: ny rad
shape-entry-amend = { $list }: ändra
shape-code = Kod
shape-code-hint = Högst 8 tecken, som får plats på ett kort. Tomt ger en ur namnet.
shape-contact = Kontakt
entries-tests = Tester av { $idea }
entries-hint-tests = En fråga, ett ställe, en tid och vad ni lärde er.
entry-result = resultat finns
