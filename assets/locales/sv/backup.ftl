# Säkerhetskopior: att ta dem, se dem och gå tillbaka till dem.

backup-why-leaving = när du avslutade
backup-why-routine = efter hand
backup-why-before-migration = före ny version
backup-why-before-import = före import
backup-why-before-bulk = före stor ändring
backup-why-before-restore = före återställning
backup-why-before-erase = före radering
backup-why-asked = du bad om den
backup-damaged = skadad
backup-unknown = kontrolleras

list-backups = Säkerhetskopior
list-backups-empty = Inga säkerhetskopior än. En tas när du avslutar, och efter hand medan du arbetar.
list-backups-empty-copy = Filen går bara att läsa här, så ingen säkerhetskopia tas. Visa dem som finns med sluss backups.
list-backups-empty-demo = Inga säkerhetskopior. Av de påhittade idéerna tas ingen av sig själv.

told-backup = Säkerhetskopia tagen.
told-backup-because = Säkerhetskopia tagen, { $what }.
told-backup-taking = Tar en säkerhetskopia …
told-backup-nothing-new = Allt finns redan i den senaste säkerhetskopian.

failed-backup-folder = Säkerhetskopian gick inte att ta i { $path }: { $why }. Arbetet går vidare. De gamla kopiorna finns kvar.
failed-backup-full = Säkerhetskopian fick inte plats i { $path }. Arbetet går vidare. Frigör plats på disken.
failed-backup-unsound = Säkerhetskopian blev inte hel och räknas inte: { $why }. Kontrollera filen med sluss check.
failed-backup-read = Filen gick inte att läsa till slutet: { $why }. De gamla kopiorna finns kvar.
failed-backup-second = Kopian ligger bara på datorn. Den andra mappen gick inte att skriva till: { $why }.
failed-backup-second-gone = Kopian ligger bara på datorn. Den andra mappen finns inte just nu.
failed-backup-second-same = Kopian ligger bara på ett ställe. Den andra mappen är samma som den första.
failed-backup-damaged = Kopian { $name } är skadad. Välj en annan.
failed-own-backup = Sluss gjorde ett fel med säkerhetskopian. Arbetet går vidare.
failed-no-backup = Det finns ingen hel säkerhetskopia.
failed-restore-busy = Någon annan har filen öppen. Stäng det andra programmet och försök igen.
failed-restore-overtaken = Något sparades under tiden. Försök igen.
failed-restore-before = Det gick inte att ta en kopia av det som finns nu, så ingenting ändrades. { $what }

step-restored = Återställt från kopian { $day } { $time }
restore-title = Gå tillbaka till { $day } { $time }
restore-lost-nothing = Ingenting går förlorat. Kopian har allt som filen har.
restore-lost =
    { $n ->
        [one] { $n } ändring försvinner
       *[other] { $n } ändringar försvinner
    }
restore-lost-ideas =
    { $n ->
        [one] { $n } idé försvinner
       *[other] { $n } idéer försvinner
    }
restore-lost-newest = De senaste som försvinner
restore-gained =
    { $n ->
        [one] { $n } ändring kommer tillbaka
       *[other] { $n } ändringar kommer tillbaka
    }
restore-gained-ideas =
    { $n ->
        [one] { $n } idé kommer tillbaka
       *[other] { $n } idéer kommer tillbaka
    }
restore-step = { $at }  { $what }
restore-after = Efteråt
restore-before = En kopia av det som finns nu tas först. Den kan du gå tillbaka till.
restore-go = Gå tillbaka hit
restore-stay = Låt bli
told-restored = Nu gäller kopian. Det som fanns innan ligger bland säkerhetskopiorna.
told-restoring = Går tillbaka …

setting-backup-folder = En andra mapp för säkerhetskopior, med hela sökvägen: en hemkatalog eller ett usb-minne.
setting-backup-size = Så mycket plats får alla säkerhetskopior ta, till exempel 500 MB eller 1 GB.

cli-value-folder = MAPP
cli-value-backup = KOPIA
cli-backup = Ta en säkerhetskopia nu
cli-backup-to = Lägg den också i den här mappen
cli-backup-done = Säkerhetskopian ligger i { $path } ({ $size })
cli-backup-no-folder = Det finns ingen mapp { $path }. Skapa den, eller ange en annan med --to. Ingen kopia togs.
cli-backup-elsewhere = Säkerhetskopian ligger i { $path }, men inte i mappen du angav. { $what }
cli-backups = Visa säkerhetskopiorna, den senaste först
cli-backups-after = Varje kopia läses till sista tecknet. En skadad kopia räknas inte.
cli-backups-none-of-copy = Inga säkerhetskopior. Filen går bara att läsa, så ingen tas.
cli-restore = Gå tillbaka till en säkerhetskopia
cli-restore-name = Kopians namn eller början av det. Utan namn: den senaste hela
cli-restore-yes = Fråga inte
cli-restore-ask = Vill du gå tillbaka hit? [j/n]
cli-restore-ask-nobody = Det finns ingen att fråga. Lägg till --yes om du är säker.
cli-restore-not = Ingenting ändrades.
cli-restored = Nu gäller { $name }. Ångra med: sluss restore { $before }
cli-restored-aside = Nu gäller { $name }. Den gamla filen finns kvar bredvid, med damaged i namnet.
cli-no-such-backup = Det finns ingen säkerhetskopia som heter { $said }. Visa alla med sluss backups.
cli-several-backups = Flera säkerhetskopior börjar med { $said }. Skriv mer av namnet, eller visa alla med sluss backups.
cli-where-backups = Säkerhetskopior
cli-head-taken = Tagen
cli-head-steps = Steg
cli-head-size = Storlek
cli-head-why = Varför
cli-head-name = Namn

# Filen går inte att läsa.
recover-title = Filen går inte att läsa
recover-damaged-file = Filen med idéerna är skadad.
recover-gone = Filen med idéerna är borta eller tom, men den har funnits.
recover-empty = Filen med idéerna är tom.
recover-foreign = Det som ligger där filen med idéerna ska vara är något annat.
recover-strange-log = Loggen bredvid filen hör inte till den.
recover-kept = Allt i { $path } är orört och sparas bredvid, vad du än väljer.
recover-newest = Den senaste hela säkerhetskopian är från { $day } { $time }.
recover-since = Det som hände sedan dess saknas i den.
recover-no-backup = Det finns ingen hel säkerhetskopia.
recover-damaged =
    { $n ->
        [one] { $n } nyare kopia är också skadad.
       *[other] { $n } nyare kopior är också skadade.
    }
recover-what = Vad vill du göra?
recover-way = Välj
recover-restore = Hämta säkerhetskopian
recover-salvage = Rädda rad för rad
recover-read = Läs bara
recover-begin = Börja om
recover-ideas =
    { $n ->
        [one] { $n } idé
       *[other] { $n } idéer
    }
recover-readable =
    { $n ->
        [one] { $n } idé går att läsa
       *[other] { $n } idéer går att läsa
    }
recover-none = ingen finns
recover-nothing = ingenting går att läsa
recover-read-means = det som går, i en kopia
recover-begin-means = med en tom tavla
recover-go = Gör det
told-salvaging = Räddar det som går att läsa. Det kan ta en stund.
told-reading = Läser det som går att läsa. Det kan ta en stund.
told-beginning = Lägger undan filen och börjar om.
failed-own-recovery = Sluss gjorde ett fel när filen skulle räddas. Försök igen eller välj något annat.
refused-no-backup = Det finns ingen hel.
refused-nothing-readable = Ingenting går att läsa.
told-recovered = Säkerhetskopian gäller nu. Den skadade filen ligger kvar bredvid, med damaged i namnet.
told-begun-anew = Ny fil. Den gamla ligger kvar bredvid, med damaged i namnet.
told-begun = En ny fil är gjord.
told-recovered-only = Nu gäller säkerhetskopian.
told-salvaged =
    { $lost ->
        [0] Räddat: { $ideas } idéer. Ingenting saknas.
        [one] Räddat: { $ideas } idéer. { $lost } rad gick inte att läsa.
       *[other] Räddat: { $ideas } idéer. { $lost } rader gick inte att läsa.
    }
told-salvaged-in-part = Räddat: { $ideas } idéer. Delar av filen är förstörda, så mer kan saknas.
told-only-readable = Du läser det som gick att läsa, i en kopia. Ingenting kan ändras.
step-salvaged =
    { $n ->
        [one] { $n } idé räddad ur en skadad fil
       *[other] { $n } idéer räddade ur en skadad fil
    }

cli-salvage = Rädda det som går att läsa i en skadad fil till en ny
cli-salvage-to = Den nya filen, i stället för en bredvid den skadade
cli-salvaged = Räddat till { $path }: { $ideas } idéer och { $steps } händelser. Den skadade filen är orörd.
cli-salvage-lost =
    { $n ->
        [one] { $n } rad gick inte att läsa: { $kind }
       *[other] { $n } rader gick inte att läsa: { $kind }
    }
cli-salvage-lost-steps =
    { $n ->
        [one] Historiken: { $n } händelse gick inte att läsa
       *[other] Historiken: { $n } händelser gick inte att läsa
    }
cli-salvage-more-lost = Delar av filen är förstörda. Hur mycket som saknas går inte att veta.
cli-salvage-loosened =
    { $n ->
        [one] { $n } hänvisning till något som saknas togs bort.
       *[other] { $n } hänvisningar till något som saknas togs bort.
    }
cli-salvage-whole = Ingenting saknas.
