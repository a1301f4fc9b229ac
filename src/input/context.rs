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
    // Wherever letters are not text.
    Anywhere "anywhere" [],
    Board "board" [Idea, Anywhere],
    // Whatever has an idea in focus: the board, a pane, a list.
    Idea "idea" [Anywhere],
    // Ideas are being carried.
    Grab "grab" [],
    // One of the panes of an idea.
    Pane "pane" [Board, Idea, Anywhere],
    // A list with a cursor.
    List "list" [Idea, Anywhere],
    // All ideas in rows.
    Table "table" [Idea, Anywhere],
    // The filters that have a name.
    Filters "filters" [Anywhere],
    // What gives the sluice its shape, in a list.
    Entries "entries" [Anywhere],
    // A list that narrows as one types.
    Picker "picker" [],
    // One line of text.
    Line "line" [],
    // Several lines of text.
    Prose "prose" [],
    // A part of a sheet that is answered with keys rather than text.
    Choice "choice" [],
}

impl Context {
    pub fn from_name(name: &str) -> Option<Context> {
        Context::ALL.iter().copied().find(|context| context.name() == name)
    }

    /// Letters are text here, so a binding needs a key that types nothing.
    pub fn is_text(self) -> bool {
        matches!(self, Context::Line | Context::Prose | Context::Picker)
    }
}
