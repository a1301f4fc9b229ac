# Det som sägs överallt: tangenter, vad som hände, och vad som inte gick.
# Nummer på idéer kommer som #12. Andra tal skrivs med mellanrum mellan tusental.

language-name = Svenska

key-enter = Enter
key-esc = Esc
key-tab = Tab
key-space = Mellanslag
key-delete = Delete
key-backspace = Backsteg
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down
key-shift = Skift

yes = Ja
no = Nej
dont-know = Vet inte
not-stated = inte angivet
none = ingen

# Stegen i historiken: vad som hände.
step-begin = Tavlan skapad
step-capture = Ny idé { $idea }
step-capture-many =
    { $n ->
        [one] { $n } ny idé
       *[other] { $n } nya idéer
    }
step-move = { $idea } flyttad från { $from } till { $to }
step-move-many =
    { $n ->
        [one] { $n } idé flyttad till { $to }
       *[other] { $n } idéer flyttade till { $to }
    }
step-reorder = { $idea } flyttad inom steget
step-reorder-many =
    { $n ->
        [one] { $n } idé flyttad inom steget
       *[other] { $n } idéer flyttade inom steget
    }
step-undone = Ångrat: { $what }
step-redone = Gjort om: { $what }

# Det som reglerna inte tillåter, och vad man kan göra i stället.
refused-title-empty = Skriv en titel först.
refused-name-empty = Skriv ett namn först.
refused-name-taken = Namnet { $name } finns redan. Välj ett annat.
refused-not-on-board = { $idea } ligger inte på tavlan, så den går inte att flytta.
refused-idea-gone = Idén finns inte längre.
refused-stage-gone = Steget finns inte längre.
refused-comment-gone = Kommentaren finns inte längre.
refused-gone = Det du valde finns inte längre.
refused-nothing-changed = Ingenting ändrades.
refused-overtaken = Någon annan hann ändra samma sak. Titta på det nya och försök igen.
refused-nothing-to-undo = Det finns ingenting att ångra.
refused-nothing-to-redo = Det finns ingenting att göra om.
refused-step-gone = Händelsen finns inte i historiken.
refused-step-not-standing = Händelsen är redan ångrad eller gjord om.
refused-undo-conflict = Något har ändrats sedan dess, så det här går inte att ångra: { $what }

app-name = Idéslussen
saved-at = sparad { $time }
saving = sparar …
not-saved = ! inte sparad
too-small = Större fönster behövs (nu { $columns }×{ $rows })
told-done-for-good = { $what }.
told-done = { $what }. Ångra med u.
told-put-back = Idén ligger där den låg.
told-how-to-leave = Tryck q för att avsluta. Allt är sparat.
told-language = Språket är nu svenska.
told-order-by-hand = Kolumnerna står i egen ordning.
told-order-age = Äldst i steget först.
told-order-due = Det som ska göras först står först.
told-theme-auto = Färger som terminalen.
told-theme-dark = Mörka färger.
told-theme-light = Ljusa färger.
told-theme-contrast = Hög kontrast.
told-theme-terminal = Terminalens egna färger.
refused-no-idea = Välj först en idé.
refused-last-stage = Idén ligger i sista steget.
refused-first-stage = Idén ligger i första steget.
refused-no-such-stage = Tavlan har { $n } steg.
refused-not-by-hand = Ordna kolumnerna själv först. Tryck o tills det står egen ordning.
refused-field-full = Fältet är fullt. Det du skrev sist kom inte med.
refused-paste-too-large = Det inklistrade är för stort. Inget av det togs med, och din text är kvar.
failed-saver-gone = Det gick inte att spara: tråden som sparar är borta. Starta om programmet.
failed-own-search = Sluss gjorde ett fel när det skulle sökas.
failed-own-look = Sluss gjorde ett fel när filen skulle gås igenom.
failed-busy = Ett annat program skriver i filen just nu. Försök igen om en stund.
failed-write = Det gick inte att spara: { $why }. Din text är kvar.
failed-read = Det gick inte att läsa filen: { $why }.

told-done-clash = { $what }. Någon annan hade ändrat samma text. Deras finns i historiken.
told-draft-kept = Utkastet är kvar. Öppna igen för att fortsätta.
told-draft-discarded = Utkastet är kastat.
refused-no-editor = Inget skrivprogram är valt. Sätt EDITOR och försök igen.
refused-editor-failed = Skrivprogrammet { $name } fungerade inte. Texten är kvar.
refused-editor-left = Texten togs inte in. Den ligger i { $path }.
told-undone = { $what }. Gör om med U.
told-copied = Skickat till urklipp, om terminalen tillåter det.
failed-read-only = Filen eller dess mapp går inte att skriva i. Kopiera filen till en egen mapp och öppna den där med --db.
