# Att öppna filen: varför det inte gick, och det som är värt att veta när det gick.

open-damaged = { $path } är skadad. Filen är orörd. Kör sluss restore för att hämta en säkerhetskopia.
open-empty = { $path } är tom. Den är orörd. Ta bort den tomma filen, eller ange en annan fil med --db.
open-vanished = { $path } saknas eller är tom, men har funnits. Kör sluss restore, eller lägg tillbaka filen. För att börja om: flytta undan { $lock } och mappen backups.
open-link = { $path } är en länk. Ange med --db den fil som länken leder till.
open-linked-folder = Mappen för { $path } är en länk till en annan plats. Ange med --db var filen ligger på riktigt.
open-many-names = { $path } har fler namn (hårda länkar). Då kan det som sparas gå förlorat. Ta bort de andra namnen.
open-not-yours = { $path } tillhör en annan användare. Den är orörd. Ange en egen fil med --db.
open-of-another = { $path } ligger hos en annan användare. Som administratör ändrar Sluss ingenting där. Kör Sluss som den användaren.
open-long-name = { $path } har ett för långt namn. Välj ett kortare med --db.
open-no-folder = Mappen { $path } går inte att skapa eller skriva i ({ $why }). Ange med --db en fil i en egen mapp.
open-taken = Ett annat program arbetar ensamt med { $path } just nu. Stäng det eller försök igen om en stund.
open-strange-log = Loggen { $path }-wal hör inte till filen, eller är från en annan tid. Allt är orört. Flytta loggen till en annan mapp och öppna igen.
open-read-only = { $path } går inte att skriva i. Kopiera filen till en egen mapp och öppna den där med --db.
open-outdated = { $path } kommer från en äldre version och gick inte att göra om ({ $why }). Filen är som den var. Frigör utrymme, eller öppna den med den äldre versionen.

# När filen är öppen.
remark-copy = Filen går inte att skriva här. Du läser en kopia, och ingenting kan ändras. Kopiera filen till en egen mapp.
remark-copy-of-another = Filen tillhör någon annan, och du är administratör. Du läser en kopia, och ingenting kan ändras.
remark-copy-of-backup = Det här är en säkerhetskopia. Du läser en kopia av den, och ingenting kan ändras.
remark-steps-missing =
    { $n ->
        [one] { $n } sparad händelse saknas efter ett avbrott. Se om det senaste finns kvar. Säkerhetskopior: sluss backups.
       *[other] { $n } sparade händelser saknas efter ett avbrott. Se om det senaste finns kvar. Säkerhetskopior: sluss backups.
    }
remark-was-open-to-others = Andra kunde läsa filen. Nu kan bara du det.
remark-odd = Filen ligger på en nätverksenhet ({ $name }). Det fungerar, men en lokal disk är säkrare.
remark-synchronised = { $name } kopierar mappen där filen ligger. Det kan skada filen. Flytta den och ange den med --db.
remark-no-locks = Filen går inte att låsa här. Öppna den bara i ett program i taget.
only-reading = ! du läser en kopia, inget sparas
refused-copy = Du läser en kopia. Ingenting kan ändras eller sparas här.

# Var allt ligger.
cli-where-drafts = Utkast
cli-where-lock = Låsfil
cli-where-ballast = Sparat utrymme
cli-where-room = Lås medan ett fönster visar för rummet
cli-where-local = Filen ligger på en lokal disk.
cli-where-odd = Filen ligger på en nätverksenhet eller liknande ({ $name }).
cli-where-wal = Det som sparas skrivs först i loggen bredvid filen (WAL).
cli-where-truncate = Det som sparas skrivs direkt i filen (TRUNCATE).
