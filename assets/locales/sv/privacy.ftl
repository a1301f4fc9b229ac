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
failed-erase-copy = Kopian { $path } gick inte att skriva om ({ $why }). Åtgärda det och försök igen. Filen är som den var.

cli-person = Visa, lämna ut, avidentifiera eller radera en person
cli-person-what = Vad du vill: list, show, extract, anonymise eller erase
cli-person-name = Personens namn, som det står i filen, eller numret
cli-person-file = Skriv utdraget till den här filen
cli-person-keep = Träffar som ska stå kvar, med sina nummer: 2,5
cli-person-because = Varför de står kvar: annan, behövs eller handling
cli-person-reference = Beslutet som stöder att allmänna handlingar ändras
cli-person-ground = Grunden, till exempel begäran från personen
cli-person-role = Rollen som gör det
cli-person-yes = Gör det. Utan det visas bara vad som skulle hända
cli-value-what = VAD
cli-person-seen = Koden för listan som du har läst
cli-value-code = KOD
cli-value-numbers = NUMMER
cli-value-why = SKÄL
cli-value-reference = HÄNVISNING
cli-person-which = Vem gäller det? Skriv namnet eller numret efter { $what }. Kommandot sluss person visar alla.
cli-no-such-person = Det finns ingen person ”{ $said }”. Kommandot sluss person visar alla.
cli-near-person = Det finns ingen person ”{ $said }”. Menar du { $names }?
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
cli-person-undecided = Ingenting är ändrat. Säg med --keep vilka träffar som ska stå kvar, eller --keep 0 om ingen ska det.
cli-no-such-hit = Det finns ingen träff { $said }. Ingenting är ändrat.
cli-no-such-reason = Skälet ”{ $said }” finns inte. Välj annan, behövs eller handling.
cli-no-such-line = Det finns ingen rad { $said } att gallra. Kommandot sluss retention visar raderna.
cli-preview-seen = Ingenting är ändrat än. Lägg till --yes --seen { $code } för att göra det. Det går inte att ångra.
cli-not-seen = Ingenting är ändrat. Numren gäller bara listan som du har läst. Stämmer den här? Lägg till --seen { $code }.
cli-person-keep-none = Ange --keep med nummer, eller --keep 0 om inget ska stå kvar.
erasing-begins = Filen skrivs om. Vänta tills det är klart.
erasing-copy = Skriver om kopia { $nth } av { $of }. Vänta tills det är klart.
erasing-searches = Söker efter det som kan vara kvar.
erased-done =
    { $searched ->
        [0] Klart.
        [one] Klart. { $searched } fil är genomsökt.
       *[other] Klart. { $searched } filer är genomsökta.
    }
erased-rewritten =
    { $n ->
        [one] { $n } egen kopia är omskriven.
       *[other] { $n } egna kopior är omskrivna.
    }
erased-deleted = Var skadad och är raderad: { $path }
erased-newer = En nyare version av programmet har skrivit { $path }. Den kopian är inte ändrad.
erased-left =
    { $n ->
        [one] { $n } träff är kvar i { $path }
       *[other] { $n } träffar är kvar i { $path }
    }
erased-kept = Står kvar ({ $why }): { $where }
erased-missing = Mappen { $path } går inte att nå. Kopiorna där är inte ändrade.
erased-stays = Namnet står kvar i listan över personer: en allmän handling hänvisar dit.
erased-unsearched = Filen { $path } gick inte att söka igenom. Se över den själv.
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

# Gallring.

retention-closed = Avslutad idé
retention-contact = Kontakt efter svar
retention-draft = Kastat utkast
retention-empty = Ingenting har sparats längre än det behövs.
record-official = allmän handling
record-working = arbetsmaterial
record-working-means = handlingar står kvar
record-official-means = med stöd i beslut
protocol-title = Gallringsprotokoll
protocol-file = gallringsprotokoll
protocol-date = Datum
protocol-what = Åtgärd
protocol-record = Handlingar
protocol-ideas = Antal idéer
protocol-people = Antal personer
protocol-texts = Antal texter
protocol-period = Avslutade
protocol-reference = Stöd för gallring
protocol-ground = Skäl
protocol-role = Utfört av
cli-retention = Visa vad som kan gallras, och gallra det du godkänner
cli-retention-closed = Så många månader sparas avslutade idéer
cli-retention-contact = Så många månader efter svaret sparas kontaktuppgifter
cli-retention-drafts = Så många dagar sparas kastade utkast
cli-retention-dispose = Raderna som ska gallras: 1,3-5 eller alla
cli-retention-periods = Gränser: avslutade idéer { $closed } månader, kontakt efter svar { $contact } månader, kastade utkast { $drafts } dagar.

# Information till dem vars uppgifter finns på tavlan.

cli-privacy = Visa informationen om hur personuppgifter hanteras
cli-privacy-from = Läs in en egen text från en fil. Skriv - för standard in
cli-privacy-reset = Gå tillbaka till programmets text
told-information-saved = Texten är sparad.

# Påminnelse på den tomma raden.

capture-reminder = Skriv inte namn på enskilda, och inget om hälsa.

# Blad om personer och om det som försvinner för gott.

entries-hint-people = Tryck p för att lämna ut, avidentifiera eller radera en person.
person-occurs = Finns i { $ideas ->
        [one] { $ideas } idé
       *[other] { $ideas } idéer
    } och { $texts ->
        [one] { $texts } text
       *[other] { $texts } texter
    }. Har gjort { $steps ->
        [one] { $steps } sak
       *[other] { $steps } saker
    } i historiken.
person-deed = Vad vill du
person-extract = registerutdrag
person-extract-means = till en textfil
person-anonymise = avidentifiera
person-anonymise-means = idéerna blir kvar
person-erase = radera
person-erase-means = namnet och allt som pekar dit
person-record = Är det här
person-record-hint = Arbetsmaterial eller allmän handling? Fråga registrator.
gone-reference = Stöd i beslut
gone-reference-hint = Beslutet eller planen som tillåter det. Krävs för allmänna handlingar.
gone-ground = Skäl
gone-role = Din roll
refused-reference-needed = Ange beslutet som ger stöd. Utan beslut: välj arbetsmaterial.
sheet-anonymise = Avidentifiera { $name }
sheet-erase = Radera { $name }
hits-note = Säg om varje träff: ska den bort eller stå kvar?
hits-official =
    { $n ->
        [one] { $n } träff står kvar: allmän handling.
       *[other] { $n } träffar står kvar: allmänna handlingar.
    }
hits-left = { $n } kvar att avgöra
hit-label = { $what }: { $text }
hit-redact = ta bort
hit-another = annan person
hit-needed = behövs
hit-open = avgör
button-anonymise = Avidentifiera …
button-erase = Radera …
button-redact-rest = Ta bort resten
button-cancel = Avbryt
button-anonymise-now = Avidentifiera för gott
button-erase-now = Radera för gott
button-dispose-now = Gallra för gott
sure-anonymise = Avidentifiera { $name }?
sure-erase = Radera { $name }?
sure-dispose = Gallra de valda?
sure-never = Det går inte att ångra. Ingen kopia sparas.
sure-untouched =
    { $n ->
        [one] Personen står kvar i { $n } idé som är en allmän handling.
       *[other] Personen står kvar i { $n } idéer som är allmänna handlingar.
    }
sure-hits = Träffar som tas bort: { $one }. Träffar som står kvar: { $other }.
sure-disposed = Idéer: { $one }. Kontaktuppgifter och utkast: { $other }.
sure-copies = Programmets egna säkerhetskopior skrivs om. Skadade kopior raderas.
sheet-anonymised = Avidentifierad
sheet-erased = Raderad
sheet-disposed = Gallrat
erased-export = Känd export: { $path }
extract-file = registerutdrag

sheet-retention = Gallring
retention-note = Det här har sparats längre än det behövs. Inget gallras av sig självt.
retention-line-closed = Idé { $idea } { $name }, avslutad { $since }
retention-line-official = Idé { $idea } { $name }, avslutad { $since } (allmän handling)
retention-line-contact = Kontakt till { $name }, svar { $since }
retention-line-draft = Kastat utkast { $since }: { $name }
retention-dispose = gallra
retention-keep = spara
retention-chosen =
    { $n ->
        [one] { $n } vald
       *[other] { $n } valda
    }
retention-periods = Gränser
retention-period-closed = Avslutade
retention-period-contact = Kontakt
retention-period-drafts = Utkast
retention-months = Så många månader sparas det.
retention-days = Så många dagar sparas det.
refused-none-chosen = Välj minst en rad att gallra.
refused-period = Skriv gränserna som hela tal, minst 1.
button-dispose = Gallra de valda …
button-choose-all = Välj alla
button-save-periods = Spara gränserna

sheet-information = Information om personuppgifter
information-text = Texten
information-hint = Fyll i hakparenteserna. Texten visas också med sluss privacy.
button-own-text = Programmets text

list-erasures = Raderat och gallrat
list-erasures-empty = Ingenting är raderat eller gallrat. Här syns att det har hänt, aldrig vad som stod.
erasure-counts =
    { $ideas ->
        [one] { $ideas } idé
       *[other] { $ideas } idéer
    }, { $people ->
        [one] { $people } person
       *[other] { $people } personer
    }, { $texts ->
        [one] { $texts } text
       *[other] { $texts } texter
    }, { $kept } står kvar

action-entry-person = Lämna ut, avidentifiera, radera
action-entry-person-help = Visar var personen finns. Ger ett registerutdrag, avidentifierar eller raderar.
action-retention = Gallring
action-retention-help = Visar vad som har sparats längre än det behövs. Du godkänner rad för rad.
action-information = Information om personuppgifter
action-information-help = Texten till dem vars uppgifter finns på tavlan. Går att ändra.
action-erasures = Raderat och gallrat
action-erasures-help = Protokollet: när, vad, av vem och varför. Aldrig innehållet.
hint-person = uppgifter
