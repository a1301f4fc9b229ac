# Kommandoraden: hjälpen, det som skrivs ut, och det som inte gick.

cli-about = Idésluss i terminalen. Utan kommando öppnas tavlan på skärmen.
cli-after = Skriv sluss KOMMANDO --help för att läsa mer om ett kommando.

cli-heading-commands = Kommandon
cli-heading-options = Val
cli-heading-words = Det du anger
cli-heading-usage = Så skriver du:

cli-value-command = KOMMANDO
cli-value-options = [VAL]
cli-value-path = SÖKVÄG
cli-value-lang = SPRÅK
cli-value-line = RAD
cli-value-stage = STEG
cli-value-name = NAMN
cli-value-number = NUMMER
cli-value-field = FÄLT=TEXT
cli-value-text = TEXT
cli-value-kind = SORT
cli-value-decision = BESLUT
cli-value-day = DAG
cli-value-count = ANTAL
cli-value-shell = SKAL

cli-db = Filen med idéerna. Kan också anges i miljövariabeln SLUSS_DB
cli-lang = Språket: sv eller en
cli-help = Visa den här hjälpen
cli-version = Visa versionen
cli-json = Skriv JSON, för program
cli-plain = Skriv en mening för varje idé, för uppläsning
cli-board = Tavlan, om det finns flera
cli-number = Idéns nummer

cli-add = Lägg till idéer
cli-add-line = En idé på varje rad: rubrik / behov #tagg @enhet. Skriv - för att läsa rader från standard in
cli-add-stage = Steget de hamnar i, om inte det första
cli-list = Visa idéerna på tavlan
cli-list-stage = Bara det här steget
cli-list-all = Även vilande och avslutade idéer
cli-list-empty = Här finns inga idéer.
cli-show = Visa allt om en idé
cli-show-profile = Profil
cli-show-comments = Kommentarer
cli-show-decisions = Beslut
cli-show-tests = Tester
cli-show-feedback = Återkoppling
cli-show-merged = Sammanslagna hit
cli-show-skipped = grinden passerades utan frågor
cli-edit = Ändra fält i en idé
cli-edit-field = Ett fält och dess nya text. Skriv - i stället för texten för att läsa den från standard in
cli-edit-fields = Fälten:
cli-move = Flytta en idé till ett annat steg
cli-move-stage = Stegets nummer, namn eller nyckel
cli-move-next = Till nästa steg
cli-move-back = Till föregående steg
cli-move-first = Överst i steget i stället för nederst
cli-move-reason = Varför grindarna på vägen passeras utan frågor
cli-comment = Kommentera en idé
cli-comment-text = Kommentaren. Skriv - för att läsa den från standard in
cli-comment-kind = Vad det är: kommentar, fråga, lärdom eller risk
cli-decide = Fatta ett beslut om en idé
cli-decide-kind = Beslutet, med namn eller nyckel
cli-decide-kinds = Besluten:
cli-decide-reason = Varför
cli-decide-conditions = Villkor
cli-decide-learning = Vad ni lärde er
cli-decide-role = Rollen som beslutar
cli-decide-until = Dagen då en vila tar slut
cli-decide-event = Händelsen som en vila väntar på
cli-decide-target = Dit idén hänvisas
cli-decide-contact = Vem man frågar där
cli-decide-into = Numret på idén som den slås ihop med
cli-todo = Visa det som behöver göras
cli-todo-nothing = Just nu finns inget att göra.
cli-todo-answer = Svar till idégivare
cli-todo-overdue = Försenade nästa steg
cli-todo-paused = Vila som tar slut
cli-todo-receiver = Saknar mottagare
cli-todo-owner = Saknar idéägare
cli-todo-stale = Har stått stilla länge
cli-history = Visa vad som har hänt, det senaste först
cli-history-number = Bara den här idén
cli-history-count = Så många händelser, i stället för 20
cli-history-empty = Ingenting har hänt än.
cli-history-undone = ångrat
cli-undo = Ångra det senaste
cli-redo = Gör om det som ångrades
cli-search = Sök i alla texter
cli-search-words = Orden som ska finnas
cli-search-nothing = Inget hittades.
cli-search-after = Villkor går också bra, till exempel: enhet:SBF steg:test #kök
cli-search-problem = ”{ $said }” går inte att förstå och räknas inte.
cli-value-words = ORD
cli-demo = Öppna en egen fil med påhittade idéer
cli-demo-fresh = Börja om med en ny exempelfil
cli-keys = Visa alla tangenter
cli-keys-check = Kontrollera en egen fil med tangenter
cli-keys-write = Skapa en egen fil med tangenter att utgå från
cli-keys-markdown = Skriv tabellen som Markdown
cli-settings = Visa vad som går att ställa in
cli-settings-check = Kontrollera en fil med inställningar
cli-settings-write = Skapa en fil med inställningar att utgå från
cli-screen = Visar workshopen för rummet i ett eget fönster
cli-where = Visa var allt ligger
cli-where-file = Idéerna
cli-where-demo = Exempelfilen
cli-where-settings = Inställningar
cli-where-keys = Egna tangenter
cli-where-not-yet = (finns inte än)
cli-completions = Skriv kompletteringar för ett skal
cli-completions-shell = bash, elvish, fish, powershell eller zsh
cli-man = Skriv manualsidan
cli-man-command = Bara det här kommandots sida

cli-first-board = Vår idésluss
cli-head-number = Nr
cli-head-stage = Steg
cli-head-status = Läge
cli-head-outcome = Utfall
cli-head-merged = Sammanslagen med
cli-head-days = Dagar i steget
cli-head-due = Klart senast
cli-head-unit = Enhet
cli-head-owner = Idéägare
cli-head-warning = Obs
cli-head-title = Titel
cli-head-keys = Tangenter
cli-head-action = Vad som händer

cli-written = { $path } är skapad.
cli-check-good = { $path } går bra att läsa.

# Det som inte gick.
cli-no-home = Ingen hemmapp hittades. Ange filen med --db SÖKVÄG.
cli-no-ideas-yet = Det finns inga idéer än i { $path }. Börja med sluss add, eller öppna tavlan med sluss.
cli-foreign = { $path } är ingen fil från Sluss. Den är orörd. Ange en annan fil med --db.
cli-not-a-file = { $path } är ingen vanlig fil. Ange själva filen med --db.
cli-schema = { $path } är ändrad av något annat program ({ $what }). Den är orörd. Öppna hellre en säkerhetskopia.
cli-newer = { $path } kommer från en nyare version av Sluss ({ $found }, den här kan { $known }). Filen är orörd. Uppdatera Sluss.
cli-no-file = { $path } finns inte. Kontrollera sökvägen.
cli-no-permission = Du får inte läsa eller skriva { $path }. Kontrollera rättigheterna eller ange en annan fil.
cli-own-file = { $path } hör till idéslussens egna filer och skrivs aldrig över. Välj ett annat namn.
cli-there-already = { $path } finns redan och skrivs inte över.
cli-io = { $path } gick inte att läsa eller skriva: { $why }
cli-print = Det gick inte att skriva ut: { $why }
cli-software = Något gick fel i programmet: { $why }
cli-not-a-terminal = Tavlan behöver en terminal. Skriv sluss list för att läsa idéerna som text.
cli-dumb = Den här terminalen (TERM=dumb) kan inte visa tavlan. Skriv sluss list för att läsa idéerna som text.
cli-not-text = Det som lästes är inte text i UTF-8.
cli-too-much = Det som lästes är för stort. Dela upp det.
cli-nothing-to-add = Det fanns inga rader att lägga till.
cli-no-stages = Tavlan har inga steg. Lägg till ett på skärmen.
cli-no-such-board = Det finns ingen tavla som heter ”{ $said }”. Välj någon av: { $names }
cli-no-such-stage = Det finns inget steg som heter ”{ $said }”. Välj något av: { $names }
cli-no-such-idea = Det finns ingen idé { $said }. Skriv sluss list --all för att se alla nummer.
cli-not-a-number = ”{ $said }” är inget idénummer. Skriv till exempel 12.
cli-not-a-field = ”{ $said }” saknar likhetstecken. Skriv fältet och texten så här: need="…"
cli-no-such-field = Det finns inget fält ”{ $said }”. Skriv sluss edit --help för att se alla.
cli-no-such-kind = ”{ $said }” är ingen sorts kommentar. Välj något av: { $names }
cli-no-such-decision = Det finns inget beslut ”{ $said }”. Välj något av: { $names }
cli-no-such-choice = { $field }: ”{ $said }” finns inte att välja. Välj något av: { $names }
cli-not-a-day = ”{ $said }” går inte att läsa som en dag. Skriv till exempel fredag, 27/11 eller v. 48.
cli-no-such-day = Dagen ”{ $said }” finns inte i kalendern. Kontrollera siffrorna.
cli-wrong-command = Det finns inget kommando ”{ $said }”. Skriv sluss --help för att se alla.
cli-near-command = Det finns inget kommando ”{ $said }”. Menade du { $near }?
cli-wrong-option = ”{ $said }” går inte att ange här. Skriv --help efter kommandot för att se vad som går.
cli-wrong-value = { $option } kan inte vara ”{ $said }”. Skriv --help efter kommandot för att se vad som går.
cli-wrong-choice = { $option } kan inte vara ”{ $said }”. Välj något av: { $choices }
cli-no-value = { $option } behöver ett värde efter sig.
cli-missing = Det saknas något: { $what }. Skriv --help efter kommandot för att se hur.
cli-conflict = { $one } går inte att ange tillsammans med { $other }. Välj ett av dem.
cli-wrong-line = Raden går inte att läsa. Skriv sluss --help för att se hur.

# Egna filer med inställningar och tangenter.
setting-language = Språket: sv eller en. Det du senast valde i programmet går före.
setting-theme = Färgerna: auto, dark, light, contrast eller terminal.
setting-who = Ditt namn eller din roll, som personen heter i filen. Det står vid det du gör.
config-settings-top =
    Inställningar för Sluss.
    Ta bort nummertecknet framför en rad för att ställa in den.
config-keys-top =
    Egna tangenter för Sluss. De läggs över programmets.
    Ta bort nummertecknet framför en rad och ändra den.
config-wrong = { $path }, rad { $line }: { $what }
config-no-file = { $path } är ingen vanlig fil eller för stor.
config-not-toml = raden går inte att läsa ({ $why })
config-unknown-key = ”{ $key }” går inte att ställa in. Välj något av: { $known }
config-wrong-value = ”{ $key }” har fel värde. { $help }
config-unknown-section = avsnittet ”{ $name }” finns inte. Skriv sluss keys --write för att få en fil att utgå från.
config-unknown-action = ”{ $name }” finns inte att binda. Skriv sluss keys --write för att få en fil att utgå från.
config-not-a-key = ”{ $key }” är ingen tangent. Skriv till exempel ctrl-s, f5 eller "g g".
config-not-a-list = ”{ $name }” behöver en lista, till exempel ["n", "space n"].
config-bound-twice = ”{ $key }” är bunden både till { $first } och till { $second }. Ta bort den ena.
config-types-text = ”{ $key }” skriver text här och kan inte bindas till { $name }.

context-anywhere = Överallt utom i text
context-board = På tavlan
context-idea = När en idé är i fokus
context-grab = När du flyttar idéer
context-pane = I en ruta
context-list = I en lista
context-table = I listan över alla idéer
context-filters = Bland sparade filter
context-entries = I tavlans listor
context-picker = När du väljer ur en lista
context-line = I en textrad
context-prose = I längre text
context-choice = I ett val

# Ut ur filen och in i den.
cli-minutes = Skriv minnesanteckningar från en workshop, i Markdown
cli-minutes-workshop = Workshopens nummer, eller ord ur dess rubrik. Utan: den som pågår, annars den senaste
cli-minutes-html = Skriv en HTML-sida i stället, hel i sig själv
cli-minutes-names = Nämn människor vid namn
cli-minutes-official = Utan märket arbetsmaterial
cli-minutes-answers = Skriv i stället de färdiga svaren till idégivarna
cli-value-workshop = WORKSHOP
cli-no-workshop = Det finns ingen workshop att skriva om.
cli-no-such-workshop = Det finns ingen workshop som heter { $said }. De som finns: { $names }.
cli-minutes-no-answers = Inga idéer väntar på svar efter workshopen.
cli-export = Skriv ut hela filen som JSON
cli-export-file = Filen att skriva. Utan den går allt till standard ut
cli-export-json = Formatet: JSON, komplett och utan förluster
cli-export-force = Skriv över en fil som redan finns
cli-import = Läs in en fil som sluss export har skrivit
cli-import-file = Filen att läsa. Skriv - för standard in
cli-import-json = Formatet: JSON
cli-import-stdin = standard in
cli-import-dry = Visa vad som skulle hända, utan att ändra något
cli-import-told = Nytt: { $new }. Fanns redan: { $same }. Olika, inte ändrat: { $different }.
cli-import-different = Skiljer sig: { $kind } { $name }
cli-import-not-json = { $path } går inte att läsa som JSON, rad { $line } ({ $why }). Ingenting ändrades.
cli-import-not-ours = { $path } är ingen fil från sluss export. Ingenting ändrades.
cli-import-empty = { $path } är tom. Ingenting ändrades.
cli-import-cut-off = { $path } tar slut mitt i, på rad { $line }. Exportera en gång till. Ingenting ändrades.
cli-import-newer = { $path } kommer från en nyare version av Sluss ({ $found }, den här kan { $known }). Uppdatera Sluss.
cli-import-not-a-file = { $path } är ingen vanlig fil. Ingenting lästes.
cli-import-too-large = { $path } är för stor. Ingenting ändrades.
cli-import-kind = { $path } innehåller något okänt: ”{ $kind }”. Ingenting ändrades.
cli-import-columns = I { $path } saknas eller tillkommer ”{ $column }” i { $kind }. Ingenting ändrades.
step-import =
    { $n ->
        [one] { $n } idé inläst från en annan fil
       *[other] { $n } idéer inlästa från en annan fil
    }
refused-import-not-fresh = Filen har redan en tavla. Försök igen.
refused-import-twice = Samma { $kind } finns två gånger i filen: { $uid }. Ingenting ändrades.
refused-import-record = { $kind } { $uid } går inte att läsa in. Ingenting ändrades.
