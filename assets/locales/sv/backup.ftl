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
backup-note = Steg { $seq } · { $size } · { $why }
backup-enter = Enter visar vad som ändras om du går tillbaka hit.

told-backup = Säkerhetskopia tagen.
told-backup-taking = Tar en säkerhetskopia …
told-backup-nothing-new = Allt finns redan i den senaste säkerhetskopian.
told-backup-overdue = Säkerhetskopia tagen av det som hände förra gången.

failed-backup-folder = Säkerhetskopian gick inte att ta i { $path }: { $why }. Arbetet går vidare. De gamla kopiorna finns kvar.
failed-backup-full = Säkerhetskopian fick inte plats i { $path }. Arbetet går vidare. Frigör plats på disken.
failed-backup-unsound = Säkerhetskopian blev inte hel och räknas inte: { $why }. Kontrollera filen med sluss check.
failed-backup-read = Filen gick inte att läsa till slutet: { $why }. De gamla kopiorna finns kvar.
failed-backup-second = Kopian ligger bara på datorn. Den andra mappen gick inte att skriva till: { $why }.
failed-backup-second-gone = Kopian ligger bara på datorn. Den andra mappen finns inte just nu.
failed-backup-damaged = Kopian { $name } är skadad. Välj en annan.
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
restore-gained-all =
    { $n ->
        [one] Kopian har { $n } idé.
       *[other] Kopian har { $n } idéer.
    }
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
cli-backups = Visa säkerhetskopiorna, den senaste först
cli-backups-after = Varje kopia läses till sista tecknet. En skadad kopia räknas inte.
cli-restore = Gå tillbaka till en säkerhetskopia
cli-restore-name = Kopians namn eller början av det, eller newest för den senaste
cli-restore-yes = Fråga inte
cli-restore-ask = Vill du gå tillbaka hit? [j/n]
cli-restore-ask-nobody = Det finns ingen att fråga. Lägg till --yes om du är säker.
cli-restore-not = Ingenting ändrades.
cli-restored = Nu gäller { $name }. Ångra med: sluss restore { $before }
cli-restored-aside = Nu gäller { $name }. Den gamla filen finns kvar bredvid, med damaged i namnet.
cli-no-such-backup = Det finns ingen säkerhetskopia som heter { $said }. Visa alla med sluss backups.
cli-where-backups = Säkerhetskopior
cli-head-taken = Tagen
cli-head-steps = Steg
cli-head-size = Storlek
cli-head-why = Varför
cli-head-name = Namn
