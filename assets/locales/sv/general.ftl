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

notice-done = { $what }. Ångra med u.

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
