# Backups: taking them, seeing them, and going back to them.

backup-why-leaving = when you left
backup-why-routine = as you worked
backup-why-before-migration = before a new version
backup-why-before-import = before an import
backup-why-before-bulk = before a large change
backup-why-before-restore = before a restore
backup-why-before-erase = before erasing
backup-why-asked = you asked for it
backup-damaged = damaged
backup-unknown = being checked

list-backups = Backups
list-backups-empty = No backups yet. One is taken when you leave, and now and then while you work.
list-backups-empty-copy = The file can only be read here, so no backup is taken. See those there are with sluss backups.
list-backups-empty-demo = No backups. Of the invented ideas none is taken by itself.

told-backup = Backup taken.
told-backup-because = Backup taken, { $what }.
told-backup-taking = Taking a backup …
told-backup-nothing-new = The newest backup has everything already.

failed-backup-folder = No backup could be taken in { $path }: { $why }. Work goes on. The old backups are still there.
failed-backup-full = There was no room for the backup in { $path }. Work goes on. Free some space on the disk.
failed-backup-unsound = The backup is not whole and does not count: { $why }. Check the file with sluss check.
failed-backup-read = The file could not be read to its end: { $why }. The old backups are still there.
failed-backup-second = The backup is only on this computer. The second folder cannot be written to: { $why }.
failed-backup-second-gone = The backup is only on this computer. The second folder is not there just now.
failed-backup-second-same = The backup lies in one place only. The second folder is the same as the first.
failed-backup-damaged = The backup { $name } is damaged. Choose another.
failed-own-backup = Sluss made a mistake with the backup. Work goes on.
failed-no-backup = There is no whole backup.
failed-restore-busy = Another program has the file open. Close it and try again.
failed-restore-overtaken = Something was saved in the meantime. Try again.
failed-restore-before = What is there now could not be backed up, so nothing was changed. { $what }

step-restored = Restored from the backup of { $day } { $time }
restore-title = Go back to { $day } { $time }
restore-lost-nothing = Nothing is lost. The backup has all that the file has.
restore-lost =
    { $n ->
        [one] { $n } change goes
       *[other] { $n } changes go
    }
restore-lost-ideas =
    { $n ->
        [one] { $n } idea goes
       *[other] { $n } ideas go
    }
restore-lost-newest = The newest that go
restore-gained =
    { $n ->
        [one] { $n } change comes back
       *[other] { $n } changes come back
    }
restore-gained-ideas =
    { $n ->
        [one] { $n } idea comes back
       *[other] { $n } ideas come back
    }
restore-step = { $at }  { $what }
restore-after = Afterwards
restore-before = What is there now is backed up first. You can go back to that.
restore-go = Go back here
restore-stay = Leave it
told-restored = The backup holds now. What was there before is among the backups.
told-restoring = Going back …

setting-backup-folder = A second folder for backups, with its whole path: a home drive or a USB stick.
setting-backup-size = So much room all backups may take, for example 500 MB or 1 GB.

cli-value-folder = FOLDER
cli-value-backup = BACKUP
cli-backup = Take a backup now
cli-backup-to = Put it in this folder too
cli-backup-done = The backup is { $path } ({ $size })
cli-backup-no-folder = There is no folder { $path }. Make it, or name another with --to. No backup was taken.
cli-backup-elsewhere = The backup lies in { $path }, but not in the folder you named. { $what }
cli-backups = Show the backups, the newest first
cli-backups-after = Every backup is read to its last byte. A damaged one does not count.
cli-backups-none-of-copy = No backups. The file can only be read, so none is taken.
cli-restore = Go back to a backup
cli-restore-name = The backup's name or how it begins. Without a name: the newest whole one
cli-restore-yes = Do not ask
cli-restore-ask = Do you want to go back here? [y/n]
cli-restore-ask-nobody = There is nobody to ask. Add --yes if you are sure.
cli-restore-not = Nothing was changed.
cli-restored = { $name } holds now. Undo with: sluss restore { $before }
cli-restored-aside = { $name } holds now. The old file is still there beside it, with damaged in its name.
cli-no-such-backup = There is no backup called { $said }. Show all with sluss backups.
cli-several-backups = Several backups begin with { $said }. Type more of the name, or show all with sluss backups.
cli-where-backups = Backups
cli-head-taken = Taken
cli-head-steps = Step
cli-head-size = Size
cli-head-why = Why
cli-head-name = Name

# The file cannot be read.
recover-title = The file cannot be read
recover-damaged-file = The file with the ideas is damaged.
recover-gone = The file with the ideas is gone or empty, but there was one.
recover-empty = The file with the ideas is empty.
recover-foreign = What lies where the file with the ideas should be is something else.
recover-strange-log = The log beside the file is not its own.
recover-kept = All in { $path } is untouched and kept beside, whatever you choose.
recover-newest = The newest whole backup is from { $day } { $time }.
recover-since = What was done since is missing in it.
recover-no-backup = There is no whole backup.
recover-damaged =
    { $n ->
        [one] { $n } newer backup is damaged too.
       *[other] { $n } newer backups are damaged too.
    }
recover-what = What do you want to do?
recover-way = Choose
recover-restore = Fetch the backup
recover-salvage = Salvage row by row
recover-read = Only read
recover-begin = Begin anew
recover-ideas =
    { $n ->
        [one] { $n } idea
       *[other] { $n } ideas
    }
recover-readable =
    { $n ->
        [one] { $n } idea can be read
       *[other] { $n } ideas can be read
    }
recover-none = there is none
recover-nothing = nothing can be read
recover-read-means = what can be read, in a copy
recover-begin-means = with an empty board
recover-go = Do it
told-salvaging = Salvaging what can be read. It may take a while.
told-reading = Reading what can be read. It may take a while.
told-beginning = Setting the file aside and beginning anew.
failed-own-recovery = Sluss made a mistake while recovering the file. Try again, or choose something else.
refused-no-backup = There is no whole one.
refused-nothing-readable = Nothing can be read.
told-recovered = The backup holds now. The damaged file is kept beside it, with damaged in its name.
told-begun-anew = New file made. The old one is beside it, with damaged in its name.
told-begun = A new file is made.
told-recovered-only = The backup holds now.
told-salvaged =
    { $lost ->
        [0] Salvaged: { $ideas } ideas. Nothing is missing.
        [one] Salvaged: { $ideas } ideas. { $lost } row could not be read.
       *[other] Salvaged: { $ideas } ideas. { $lost } rows could not be read.
    }
told-salvaged-in-part = Salvaged: { $ideas } ideas. Parts of the file are destroyed, so more may be missing.
told-only-readable = You read what could be read, in a copy. Nothing can be changed.
step-salvaged =
    { $n ->
        [one] { $n } idea salvaged from a damaged file
       *[other] { $n } ideas salvaged from a damaged file
    }

cli-salvage = Salvage what can be read of a damaged file into a new one
cli-salvage-to = The new file, instead of one beside the damaged one
cli-salvaged = Salvaged to { $path }: { $ideas } ideas and { $steps } steps. The damaged file is untouched.
cli-salvage-lost =
    { $n ->
        [one] { $n } row could not be read: { $kind }
       *[other] { $n } rows could not be read: { $kind }
    }
cli-salvage-lost-steps =
    { $n ->
        [one] The history: { $n } step could not be read
       *[other] The history: { $n } steps could not be read
    }
cli-salvage-more-lost = Parts of the file are destroyed. How much is missing nobody can tell.
cli-salvage-loosened =
    { $n ->
        [one] { $n } reference to what is missing was removed.
       *[other] { $n } references to what is missing were removed.
    }
cli-salvage-whole = Nothing is missing.
