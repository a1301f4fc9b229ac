//! The one table of what can be done. Help, palette, hint line, Space menu and README are made from
//! it; names and help texts are the messages `action-NAME` and `action-NAME-help`.

/// Where an action stands in help and menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    Move,
    Change,
    Gate,
    Find,
    View,
    Sluice,
    Room,
    Program,
}

/// What must be there for an action to be possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    Nothing,
    /// An idea in focus, or marked ones.
    Idea,
}

macro_rules! actions {
    ($($variant:ident $name:literal $group:ident $needs:ident,)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($variant),+ }

        impl Action {
            pub const ALL: &'static [Action] = &[$(Action::$variant),+];

            /// The name in the keymap file and in message ids.
            pub fn name(self) -> &'static str {
                match self { $(Action::$variant => $name),+ }
            }

            pub fn group(self) -> Group {
                match self { $(Action::$variant => Group::$group),+ }
            }

            pub fn needs(self) -> Needs {
                match self { $(Action::$variant => Needs::$needs),+ }
            }

            /// The message that names it.
            pub fn title(self) -> &'static str {
                match self { $(Action::$variant => concat!("action-", $name)),+ }
            }

            /// The message that explains it.
            pub fn help(self) -> &'static str {
                match self { $(Action::$variant => concat!("action-", $name, "-help")),+ }
            }
        }
    };
}

actions! {
    Left "left" Move Nothing,
    Right "right" Move Nothing,
    Up "up" Move Nothing,
    Down "down" Move Nothing,
    First "first" Move Nothing,
    Last "last" Move Nothing,
    PageUp "page-up" Move Nothing,
    PageDown "page-down" Move Nothing,
    Stage "stage" Move Nothing,
    Open "open" Move Nothing,
    Back "back" Move Nothing,
    NextPane "next-pane" Move Nothing,
    PreviousPane "previous-pane" Move Nothing,

    Capture "capture" Change Nothing,
    BrainDump "brain-dump" Change Nothing,
    Edit "edit" Change Idea,
    Comment "comment" Change Idea,
    Copy "copy" View Idea,
    Test "test" Change Idea,
    Owner "owner" Change Idea,
    Save "save" Change Nothing,
    EditOutside "edit-outside" Change Nothing,
    Grab "grab" Change Idea,
    Forward "forward" Gate Idea,
    Decide "decide" Gate Idea,
    Reply "reply" Gate Idea,
    Assess "assess" Gate Idea,
    GateMeeting "gate-meeting" Gate Nothing,
    NextStep "next-step" Gate Nothing,
    Interest "interest" Gate Nothing,
    Advice "advice" Gate Nothing,
    Backward "backward" Change Idea,
    Lower "lower" Change Idea,
    Raise "raise" Change Idea,
    Mark "mark" Change Idea,
    Remove "remove" Change Idea,
    PutBack "put-back" Change Idea,
    Undo "undo" Change Nothing,
    Redo "redo" Change Nothing,

    Search "search" Find Nothing,
    Filter "filter" Find Nothing,
    ClearFilter "clear-filter" Find Nothing,
    SaveFilter "save-filter" Find Nothing,
    SavedFilters "saved-filters" Find Nothing,
    Todo "todo" Find Nothing,
    Paused "paused" Find Nothing,
    Closed "closed" Find Nothing,
    Removed "removed" Find Nothing,
    History "history" Find Nothing,
    Drafts "drafts" Find Nothing,
    Erasures "erasures" Find Nothing,

    Park "park" Change Nothing,
    ParkingLot "parking-lot" Find Nothing,
    Actions "actions" Find Nothing,
    Attendance "attendance" Find Nothing,
    Minutes "minutes" Find Nothing,
    Answers "answers" Find Nothing,
    MinutesNames "minutes-names" View Nothing,
    MinutesVoters "minutes-voters" View Nothing,
    MinutesOfficial "minutes-official" View Nothing,
    MinutesMarkdown "minutes-markdown" View Nothing,
    MinutesHtml "minutes-html" View Nothing,

    Order "order" View Nothing,
    Table "table" View Nothing,
    Zoom "zoom" View Nothing,
    Projector "projector" View Nothing,
    TestCard "test-card" View Nothing,
    Curtain "curtain" View Nothing,
    RoomView "room-view" View Nothing,
    Preflight "preflight" View Nothing,
    Vote "vote" View Nothing,
    Matrix "matrix" View Nothing,

    Sluices "sluices" Sluice Nothing,
    Stages "stages" Sluice Nothing,
    Units "units" Sluice Nothing,
    Tags "tags" Sluice Nothing,
    Challenges "challenges" Sluice Nothing,
    Targets "targets" Sluice Nothing,
    People "people" Sluice Nothing,
    EntryAdd "entry-add" Sluice Nothing,
    EntryAmend "entry-amend" Sluice Nothing,
    EntryInside "entry-inside" Sluice Nothing,
    EntryRemove "entry-remove" Sluice Nothing,
    EntryLower "entry-lower" Sluice Nothing,
    EntryRaise "entry-raise" Sluice Nothing,
    EntryPerson "entry-person" Sluice Nothing,
    EntryDone "entry-done" Sluice Nothing,
    Retention "retention" Sluice Nothing,
    Information "information" Sluice Nothing,

    Workshop "workshop" Room Nothing,
    Workshops "workshops" Room Nothing,
    NextItem "next-item" Room Nothing,
    PreviousItem "previous-item" Room Nothing,
    Clock "clock" Room Nothing,
    ChooseClock "choose-clock" Room Nothing,
    Longer "longer" Room Nothing,
    Shorter "shorter" Room Nothing,
    SkipItem "skip-item" Room Nothing,
    RepeatItem "repeat-item" Room Nothing,
    BackToItem "back-to-item" Room Nothing,
    Reveal "reveal" Room Nothing,
    LeaveIt "leave-it" Room Nothing,
    Gather "gather" Room Nothing,
    Group "group" Room Nothing,
    Merge "merge" Room Nothing,
    Unmerge "unmerge" Change Idea,
    StartWorkshop "start-workshop" Room Nothing,
    EndWorkshop "end-workshop" Room Nothing,

    Settings "settings" Program Nothing,
    CheckFile "check-file" Program Nothing,
    Backups "backups" Program Nothing,
    Backup "backup" Program Nothing,
    OpenDemo "open-demo" Program Nothing,
    OpenOwn "open-own" Program Nothing,
    TryAgain "try-again" Program Nothing,
    SaveElsewhere "save-elsewhere" Program Nothing,

    Palette "palette" Program Nothing,
    Help "help" Program Nothing,
    Language "language" Program Nothing,
    Theme "theme" Program Nothing,
    Redraw "redraw" Program Nothing,
    Suspend "suspend" Program Nothing,
    Interrupt "interrupt" Program Nothing,
    Leave "leave" Program Nothing,
}

impl Action {
    pub fn from_name(name: &str) -> Option<Action> {
        Action::ALL.iter().copied().find(|action| action.name() == name)
    }
}
