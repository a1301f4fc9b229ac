# Personer: registerutdrag, avidentifiering, radering. Gallring och protokoll.

person-giver = Idégivare
person-owner = Idéägare
person-coach = Stöd
person-author = Har kommenterat

place-in-idea = { $what } i { $idea }
place-in-idea-before = { $what } i { $idea }, tidigare text
place-in-file = { $what }
place-in-file-before = { $what }, tidigare text
place-draft = Utkast
place-memory = Ihågkommet
place-history = Historik
place-comment = Kommentar
place-decision = Beslut
place-feedback = Svar till idégivaren
place-test = Test
place-link = Länk
place-person = Annan person
place-list = Lista
place-filter = Sparat filter
place-assessment = Självbedömning
place-board = Tavla

extract-title = Registerutdrag: { $name }
extract-of = Allt som filen har om personen { $at }.
extract-none = inget
extract-person = Personen
extract-roles = Roller
extract-ideas = Idéer från personen
extract-comments = Kommentarer av personen
extract-decisions = Beslut om personens idéer
extract-feedback = Svar till personen
extract-hits = Texter som nämner personen
extract-steps = Vad personen har gjort

keep-another = annan person eller sak
keep-official = allmän handling
keep-needed = behövs

step-anonymised =
    { $n ->
        [0] Person avidentifierad
        [one] Person avidentifierad, { $n } händelse omskriven
       *[other] Person avidentifierad, { $n } händelser omskrivna
    }
step-erased =
    { $n ->
        [0] Person raderad
        [one] Person raderad, { $n } händelse omskriven
       *[other] Person raderad, { $n } händelser omskrivna
    }
step-disposed =
    { $n ->
        [0] Gallrat enligt beslut
        [one] Gallrat enligt beslut, { $n } händelse omskriven
       *[other] Gallrat enligt beslut, { $n } händelser omskrivna
    }

refused-undecided =
    { $n ->
        [one] { $n } träff är kvar att avgöra: ta bort eller behåll.
       *[other] { $n } träffar är kvar att avgöra: ta bort eller behåll.
    }
refused-no-reference =
    { $n ->
        [one] { $n } idé är en allmän handling. Ange beslutet som stöder gallringen.
       *[other] { $n } idéer är allmänna handlingar. Ange beslutet som stöder gallringen.
    }
failed-not-alone = Ett annat program har filen öppen. Stäng det och försök igen. Ingenting ändrades.
failed-erase = Det gick inte ({ $why }). Filen är som den var.

cli-person = Visa, lämna ut, avidentifiera eller radera en person
cli-person-what = Vad du vill: list, show, extract, anonymise eller erase
cli-person-name = Personens namn, som det står i filen
cli-person-file = Skriv utdraget till den här filen
cli-person-keep = Träffar som ska stå kvar, med sina nummer: 2,5
cli-person-because = Varför de står kvar: annan, behövs eller handling
cli-person-reference = Beslutet som stöder att allmänna handlingar ändras
cli-person-ground = Grunden, till exempel begäran från personen
cli-person-role = Rollen som gör det
cli-person-yes = Gör det. Utan det visas bara vad som skulle hända
cli-value-what = VAD
cli-value-numbers = NUMMER
cli-value-why = SKÄL
cli-value-reference = HÄNVISNING
cli-no-such-person = Det finns ingen person ”{ $said }”. Välj någon av: { $names }
cli-several-persons = Flera personer heter ”{ $said }”. Ange numret: { $numbers }
cli-person-none = Filen har inga personer.
cli-person-head-contact = Kontakt
cli-person-steps =
    { $n ->
        [one] Har gjort { $n } sak i historiken.
       *[other] Har gjort { $n } saker i historiken.
    }
cli-person-hit-redact = tas bort
cli-person-hit-keep = står kvar: { $why }
cli-person-hit-open = avgör: ta bort eller behåll
cli-person-untouched =
    { $n ->
        [one] { $n } idé är en allmän handling och lämnas orörd. Ange --reference om ett beslut stöder gallringen.
       *[other] { $n } idéer är allmänna handlingar och lämnas orörda. Ange --reference om ett beslut stöder gallringen.
    }
cli-person-preview = Ingenting är ändrat än. Lägg till --yes för att göra det. Det går inte att ångra.
cli-person-keep-none = Ange --keep med nummer, eller --keep 0 om inget ska stå kvar.
erased-done = Klart. { $searched } filer är genomsökta.
erased-rewritten =
    { $n ->
        [one] { $n } egen kopia är omskriven.
       *[other] { $n } egna kopior är omskrivna.
    }
erased-deleted = Gick inte att läsa och är raderad: { $path }
erased-left =
    { $n ->
        [one] { $n } träff är kvar i { $path }
       *[other] { $n } träffar är kvar i { $path }
    }
erased-kept = Står kvar ({ $why }): { $where }
erased-none-left = Inget av det som skulle bort finns kvar i programmets filer.
erased-elsewhere = Programmet når inte kopior på andra ställen: exporter, USB-minnen och IT-avdelningens säkerhetskopior. Se över dem själv.
person-anonymised = Idégivare, anonymiserad
person-mask = [borttaget]

kind-erasure = rad i protokollet
kind-gone = märke efter en raderad post
cli-erasures = Visa protokollet över det som avidentifierats, raderats eller gallrats
cli-erasures-none = Ingenting är raderat eller gallrat.
erasure-anonymised = avidentifierad
erasure-erased = raderad
erasure-disposed = gallrad
cli-erasures-head-when = När
cli-erasures-head-what = Vad
cli-erasures-head-role = Av
cli-erasures-head-ideas = Idéer
cli-erasures-head-people = Personer
cli-erasures-head-texts = Texter
cli-erasures-head-kept = Kvar
cli-erasures-head-ground = Grund
cli-import-gone =
    { $n ->
        [one] { $n } post är raderad här och läses inte in igen.
       *[other] { $n } poster är raderade här och läses inte in igen.
    }
