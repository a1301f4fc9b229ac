# Opening the file: why it could not be done, and what is worth knowing when it could.

open-damaged = { $path } is damaged. The file is untouched. Run sluss restore to fetch a backup.
open-empty = { $path } is empty. It is untouched. Remove the empty file, or name another with --db.
open-vanished = { $path } is missing or empty, though there was one. Run sluss restore, or put the file back. To begin anew, move { $lock } and the folder backups away.
open-link = { $path } is a link. Name the file that it leads to with --db.
open-linked-folder = The folder of { $path } is a link to elsewhere. Name with --db where the file really is.
open-many-names = { $path } has several names (hard links). What is saved may then be lost. Remove the other names.
open-not-yours = { $path } belongs to another user. It is untouched. Name a file of your own with --db.
open-of-another = { $path } lies with another user. As administrator, Sluss changes nothing there. Run Sluss as that user.
open-long-name = { $path } has too long a name. Choose a shorter one with --db.
open-no-folder = The folder { $path } cannot be made or written ({ $why }). Name a file in a folder of your own with --db.
open-taken = Another program works alone with { $path } just now. Close it, or try again in a while.
open-strange-log = The log { $path }-wal is not the file's own, or is from another time. All is untouched. Move the log to another folder and open again.
open-read-only = { $path } cannot be written. Copy the file to a folder of your own and open it there with --db.
open-outdated = { $path } is from an older version and could not be brought up to date ({ $why }). The file is as it was. Free some space, or open it with the older version.

# When the file is open.
remark-copy = The file cannot be written here. You read a copy, and nothing can be changed. Copy it to a folder of your own.
remark-copy-of-another = The file is somebody else's, and you are administrator. You read a copy, and nothing can be changed.
remark-copy-of-backup = This is a backup. You read a copy of it, and nothing can be changed.
remark-steps-missing =
    { $n ->
        [one] { $n } saved step is missing after a crash. See whether the latest is there. Backups: sluss backups.
       *[other] { $n } saved steps are missing after a crash. See whether the latest is there. Backups: sluss backups.
    }
remark-was-open-to-others = Others could read the file. Now only you can.
remark-odd = The file lies on a network drive ({ $name }). It works, but a local disk is safer.
remark-synchronised = { $name } copies the folder that the file lies in. That may damage it. Move it, and name it with --db.
remark-no-locks = The file cannot be locked here. Open it in one program at a time only.
only-reading = ! you read a copy, nothing is saved
refused-copy = You read a copy. Nothing can be changed or saved here.

# Where everything lies.
cli-where-drafts = Drafts
cli-where-lock = Lock file
cli-where-ballast = Spare room
cli-where-room = Lock while a window shows for the room
cli-where-local = The file lies on a local disk.
cli-where-odd = The file lies on a network drive or the like ({ $name }).
cli-where-wal = What is saved is first written to the log beside the file (WAL).
cli-where-truncate = What is saved is written to the file itself (TRUNCATE).
