//! Who can hear keys, and whom each passes on to what it does not know itself.

macro_rules! contexts {
    ($($variant:ident $name:literal [$($next:ident),*],)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Context { $($variant),+ }

        impl Context {
            pub const ALL: &'static [Context] = &[$(Context::$variant),+];

            /// The name of its section in the keymap file.
            pub fn name(self) -> &'static str {
                match self { $(Context::$variant => $name),+ }
            }

            /// The message that says where it is.
            pub fn title(self) -> &'static str {
                match self { $(Context::$variant => concat!("context-", $name)),+ }
            }

            /// Itself, then those that are asked where it has no answer.
            pub fn chain(self) -> &'static [Context] {
                match self {
                    $(Context::$variant => &[Context::$variant, $(Context::$next),*]),+
                }
            }
        }
    };
}

contexts! {
    // Wherever one is, in the middle of a word as well.
    Always "always" [],
    // Wherever letters are not text.
    Anywhere "anywhere" [Always],
    Board "board" [Idea, Anywhere, Always],
    // Whatever has an idea in focus: the board, a pane, a list.
    Idea "idea" [Anywhere, Always],
    // Ideas are being carried.
    Grab "grab" [Always],
    // What the room sees of the workshop.
    RoomView "room-view" [Clicker, Anywhere, Always],
    // One of the panes of an idea.
    Pane "pane" [Board, Idea, Anywhere, Always],
    // A list with a cursor.
    List "list" [Idea, Anywhere, Always],
    // All ideas in rows.
    Table "table" [Idea, Anywhere, Always],
    // The filters that have a name.
    Filters "filters" [Anywhere, Always],
    // What gives the sluice its shape, in a list.
    Entries "entries" [Anywhere, Always],
    // What a clicker sends, wherever a workshop is on the screen.
    Clicker "clicker" [Anywhere, Always],
    // A workshop, item by item.
    RunSheet "run-sheet" [Clicker, Anywhere, Always],
    // Minutes before they are written down.
    Minutes "minutes" [Anywhere, Always],
    // Ideas at their gates, one after the other.
    GateMeeting "gate-meeting" [Idea, Clicker, Anywhere, Always],
    // A vote, its result, the matrix.
    Vote "vote" [Anywhere, Always],
    // The line on which ballots are typed, and the buttons below it. A clicker goes on from there.
    Ballot "ballot" [Line, Always],
    VoteButton "vote-button" [Choice, Always],
    // A list that narrows as one types.
    Picker "picker" [Always],
    // One line of text.
    Line "line" [Always],
    // The line on which ideas come in at a workshop.
    Capture "capture" [Line, Always],
    // A workshop's ideas under headings.
    Gather "gather" [Anywhere, Always],
    // Several lines of text.
    Prose "prose" [Always],
    // A part of a sheet that is answered with keys rather than text.
    Choice "choice" [Always],
}

impl Context {
    pub fn from_name(name: &str) -> Option<Context> {
        Context::ALL.iter().copied().find(|context| context.name() == name)
    }

    /// Letters are text here, so a binding needs a key that types nothing.
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Context::Line | Context::Ballot | Context::Capture | Context::Prose | Context::Picker
        )
    }
}
