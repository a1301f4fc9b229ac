# The command line: the help, what is printed, and what could not be done.

cli-about = An idea sluice in the terminal. Without a command the board opens on the screen.
cli-after = Type sluss COMMAND --help to read more about a command.

cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-words = What you give
cli-heading-usage = How to type it:

cli-value-command = COMMAND
cli-value-options = [OPTIONS]
cli-value-path = PATH
cli-value-lang = LANGUAGE
cli-value-line = LINE
cli-value-stage = STAGE
cli-value-name = NAME
cli-value-number = NUMBER
cli-value-field = FIELD=TEXT
cli-value-text = TEXT
cli-value-kind = KIND
cli-value-decision = DECISION
cli-value-day = DAY
cli-value-count = COUNT
cli-value-shell = SHELL

cli-db = The file with the ideas. The environment variable SLUSS_DB can name it too
cli-lang = The language: sv or en
cli-help = Show this help
cli-version = Show the version
cli-json = Write JSON, for programs
cli-plain = Write a sentence for each idea, for reading aloud
cli-board = The board, where there are several
cli-number = The number of the idea

cli-add = Add ideas
cli-add-line = An idea a line: title / need #tag @unit. Type - to read lines from standard input
cli-add-stage = The stage they go to, if not the first
cli-list = Show the ideas on the board
cli-list-stage = This stage only
cli-list-all = Paused and closed ideas too
cli-list-empty = There are no ideas here.
cli-show = Show all there is about an idea
cli-show-profile = Profile
cli-show-comments = Comments
cli-show-decisions = Decisions
cli-show-tests = Tests
cli-show-feedback = Feedback
cli-show-merged = Merged into this one
cli-show-skipped = the gate was passed without questions
cli-edit = Change fields of an idea
cli-edit-field = A field and its new text. Type - in place of the text to read it from standard input
cli-edit-fields = The fields:
cli-move = Move an idea to another stage
cli-move-stage = The stage by its number, name or key
cli-move-next = To the next stage
cli-move-back = To the previous stage
cli-move-first = To the top of the stage rather than the bottom
cli-move-reason = Why the gates on the way are passed without questions
cli-comment = Comment on an idea
cli-comment-text = The comment. Type - to read it from standard input
cli-comment-kind = What it is: comment, question, learning or risk
cli-decide = Take a decision on an idea
cli-decide-kind = The decision, by its name or key
cli-decide-kinds = The decisions:
cli-decide-reason = Why
cli-decide-conditions = Conditions
cli-decide-learning = What you learnt
cli-decide-role = The role that decides
cli-decide-until = The day on which a pause ends
cli-decide-event = The event that a pause waits for
cli-decide-target = Where the idea is referred to
cli-decide-contact = Whom to ask there
cli-decide-into = The number of the idea that it is merged into
cli-todo = Show what there is to do
cli-todo-nothing = There is nothing to do just now.
cli-todo-answer = Answers to idea givers
cli-todo-overdue = Next steps overdue
cli-todo-paused = Pauses that end
cli-todo-receiver = Without a receiver
cli-todo-owner = Without an idea owner
cli-todo-stale = Still for a long time
cli-history = Show what was done, the newest first
cli-history-number = This idea only
cli-history-count = So many entries, instead of 20
cli-history-empty = Nothing has been done yet.
cli-history-undone = undone
cli-undo = Undo the newest step
cli-redo = Do again what was undone
cli-search = Search all texts
cli-search-words = The words to be found
cli-search-nothing = Nothing was found.
cli-search-after = Conditions work too, for example: unit:SBF stage:test #kitchen
cli-search-problem = “{ $said }” cannot be understood and does not count.
cli-value-words = WORDS
cli-demo = Open a file of its own with invented ideas
cli-demo-fresh = Begin again with a new demo file
cli-keys = Show all keys
cli-keys-check = Check a file with keys of your own
cli-keys-write = Make a file with keys of your own to begin from
cli-keys-markdown = Write the table as Markdown
cli-settings = Show what can be set
cli-settings-check = Check a file with settings
cli-settings-write = Make a file with settings to begin from
cli-screen = Shows the workshop to the room in a window of its own
cli-where = Show where everything is
cli-where-file = The ideas
cli-where-demo = The demo file
cli-where-settings = Settings
cli-where-keys = Keys of your own
cli-where-not-yet = (not there yet)
cli-completions = Write completions for a shell
cli-completions-shell = bash, elvish, fish, powershell or zsh
cli-man = Write the manual page
cli-man-command = The page of this command only

cli-first-board = Our idea sluice
cli-head-number = No
cli-head-stage = Stage
cli-head-status = Status
cli-head-outcome = Outcome
cli-head-merged = Merged into
cli-head-days = Days in stage
cli-head-due = Due
cli-head-unit = Unit
cli-head-owner = Idea owner
cli-head-warning = Note
cli-head-title = Title
cli-head-keys = Keys
cli-head-action = What happens

cli-written = { $path } has been made.
cli-check-good = { $path } can be read.

# What could not be done.
cli-no-home = No home folder was found. Name the file with --db PATH.
cli-no-ideas-yet = There are no ideas yet in { $path }. Begin with sluss add, or open the board with sluss.
cli-foreign = { $path } is not a file of Sluss. It was left as it is. Name another file with --db.
cli-not-a-file = { $path } is not a regular file. Name the file itself with --db.
cli-schema = { $path } was changed by some other program ({ $what }). It was left as it is. Open a backup instead.
cli-newer = { $path } comes from a newer version of Sluss ({ $found }, this one knows { $known }). It was left as it is. Update Sluss.
cli-no-file = { $path } is not there. Check the path.
cli-no-permission = You may not read or write { $path }. Check its permissions or name another file.
cli-own-file = { $path } is one of the program’s own files, and is never written over. Choose another name.
cli-there-already = { $path } is there already and is not written over.
cli-io = { $path } could not be read or written: { $why }
cli-print = It could not be printed: { $why }
cli-software = Something went wrong in the program: { $why }
cli-not-a-terminal = The board needs a terminal. Type sluss list to read the ideas as text.
cli-dumb = This terminal (TERM=dumb) cannot show the board. Type sluss list to read the ideas as text.
cli-not-text = What was read is not text in UTF-8.
cli-too-much = What was read is too large. Divide it.
cli-nothing-to-add = There were no lines to add.
cli-no-stages = The board has no stages. Add one on the screen.
cli-no-such-board = There is no board called “{ $said }”. Choose one of: { $names }
cli-no-such-stage = There is no stage called “{ $said }”. Choose one of: { $names }
cli-no-such-idea = There is no idea { $said }. Type sluss list --all to see all numbers.
cli-not-a-number = “{ $said }” is not the number of an idea. Type 12, for example.
cli-not-a-field = “{ $said }” has no equals sign. Type the field and the text like this: need="…"
cli-no-such-field = There is no field “{ $said }”. Type sluss edit --help to see them all.
cli-no-such-kind = “{ $said }” is not a kind of comment. Choose one of: { $names }
cli-no-such-decision = There is no decision “{ $said }”. Choose one of: { $names }
cli-no-such-choice = { $field }: “{ $said }” is not there to choose. Choose one of: { $names }
cli-not-a-day = “{ $said }” cannot be read as a day. Type Friday, 27/11 or week 48, for example.
cli-no-such-day = The day “{ $said }” is not in the calendar. Check the figures.
cli-wrong-command = There is no command “{ $said }”. Type sluss --help to see them all.
cli-near-command = There is no command “{ $said }”. Did you mean { $near }?
cli-wrong-option = “{ $said }” cannot be given here. Type --help after the command to see what can.
cli-wrong-value = { $option } cannot be “{ $said }”. Type --help after the command to see what can.
cli-wrong-choice = { $option } cannot be “{ $said }”. Choose one of: { $choices }
cli-no-value = { $option } needs a value after it.
cli-missing = Something is missing: { $what }. Type --help after the command to see how.
cli-conflict = { $one } cannot be given together with { $other }. Choose one of them.
cli-wrong-line = The line cannot be read. Type sluss --help to see how.

# Files of one's own with settings and keys.
setting-language = The language: sv or en. What you last chose in the program goes first.
setting-theme = The colours: auto, dark, light, contrast or terminal.
setting-who = Your name or role, as the person is called in the file. It stands beside what you do.
config-settings-top =
    Settings for Sluss.
    Take the number sign away from a line to set it.
config-keys-top =
    Keys of your own for Sluss. They go over the program's.
    Take the number sign away from a line and change it.
config-wrong = { $path }, line { $line }: { $what }
config-no-file = { $path } is not a regular file, or too large.
config-not-toml = the line cannot be read ({ $why })
config-unknown-key = “{ $key }” cannot be set. Choose one of: { $known }
config-wrong-value = “{ $key }” has the wrong value. { $help }
config-unknown-section = there is no section “{ $name }”. Type sluss keys --write to get a file to begin from.
config-unknown-action = there is no “{ $name }” to bind. Type sluss keys --write to get a file to begin from.
config-not-a-key = “{ $key }” is not a key. Type ctrl-s, f5 or "g g", for example.
config-not-a-list = “{ $name }” needs a list, for example ["n", "space n"].
config-bound-twice = “{ $key }” is bound both to { $first } and to { $second }. Take one of them away.
config-types-text = “{ $key }” types text here and cannot be bound to { $name }.

context-anywhere = Anywhere but in text
context-board = On the board
context-idea = While an idea is in focus
context-grab = While you carry ideas
context-pane = In a pane
context-list = In a list
context-table = In the list of all ideas
context-filters = Among saved filters
context-entries = In the board's lists
context-picker = While you pick from a list
context-line = In a line of text
context-prose = In longer text
context-choice = In a choice

# Out of the file and into it.
cli-minutes = Write the minutes of a workshop, in Markdown
cli-minutes-workshop = The workshop's number, or words of its title. Without: the one that is being held, else the latest
cli-minutes-html = Write one HTML page instead, complete in itself
cli-minutes-names = Name people
cli-minutes-official = Without the mark working material
cli-minutes-answers = Write the ready answers to the idea givers instead
cli-value-workshop = WORKSHOP
cli-no-workshop = There is no workshop to write about.
cli-no-such-workshop = No workshop is called { $said }. There are: { $names }.
cli-minutes-no-answers = No idea waits for an answer after the workshop.
cli-export = Write the whole file as JSON
cli-export-file = The file to write. Without it all goes to standard output
cli-export-json = The format: JSON, complete and without loss
cli-export-force = Write over a file that is there already
cli-import = Read in a file that sluss export wrote
cli-import-file = The file to read. Type - for standard input
cli-import-json = The format: JSON
cli-import-stdin = standard input
cli-import-dry = Show what would happen, without changing anything
cli-import-told = New: { $new }. There already: { $same }. Different, not changed: { $different }.
cli-import-different = Differs: { $kind } { $name }
cli-import-not-json = { $path } cannot be read as JSON, line { $line } ({ $why }). Nothing was changed.
cli-import-not-ours = { $path } is not a file from sluss export. Nothing was changed.
cli-import-empty = { $path } is empty. Nothing was changed.
cli-import-cut-off = { $path } ends in the middle, in line { $line }. Export it once more. Nothing was changed.
cli-import-newer = { $path } comes from a newer version of Sluss ({ $found }, this one knows { $known }). Update Sluss.
cli-import-not-a-file = { $path } is not a plain file. Nothing was read.
cli-import-too-large = { $path } is too large. Nothing was changed.
cli-import-kind = { $path } holds something unknown: “{ $kind }”. Nothing was changed.
cli-import-columns = In { $path } “{ $column }” of { $kind } is missing or unknown. Nothing was changed.
step-import =
    { $n ->
        [one] { $n } idea read in from another file
       *[other] { $n } ideas read in from another file
    }
refused-import-not-fresh = The file has a board already. Try again.
refused-import-twice = The same { $kind } is in the file twice: { $uid }. Nothing was changed.
refused-import-record = { $kind } { $uid } cannot be read in. Nothing was changed.
