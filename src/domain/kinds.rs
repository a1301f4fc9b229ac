//! The kinds that the rules branch on, each with the key by which the file and `assets/` know it.
//! What they are called on the screen is in `assets/sluice.json`.

use serde::{Deserialize, Serialize};

/// One enum a table: variants with their stored keys. A key that has shipped is never changed.
macro_rules! kinds {
    ($($(#[$of_kind:meta])* $kind:ident { $($(#[$of_variant:meta])* $variant:ident = $key:literal,)+ })+) => {$(
        $(#[$of_kind])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $kind {
            $($(#[$of_variant])* #[serde(rename = $key)] $variant,)+
        }

        impl $kind {
            pub const ALL: &'static [$kind] = &[$($kind::$variant,)+];

            pub const fn key(self) -> &'static str {
                match self {
                    $($kind::$variant => $key,)+
                }
            }

            pub fn from_key(key: &str) -> Option<$kind> {
                match key {
                    $($key => Some($kind::$variant),)+
                    _ => None,
                }
            }
        }
    )+};
}

kinds! {
    /// Kept apart from the stage: a paused or closed idea stays in the stage where it was.
    #[derive(Default)]
    Status {
        #[default]
        Active = "aktiv",
        Paused = "vilande",
        Closed = "avslutad",
    }

    /// How a closed idea ended.
    Outcome {
        Implemented = "genomford",
        NotTakenForward = "gar_inte_vidare",
        Merged = "sammanslagen",
        Referred = "hanvisad",
        Withdrawn = "aterkallad",
    }

    DecisionKind {
        GoAhead = "ga_vidare",
        ComeBack = "komplettera",
        Pause = "vila",
        Merge = "sla_ihop",
        Refer = "hanvisa",
        NotForward = "ga_inte_vidare",
        Withdraw = "aterkalla",
        CloseImplemented = "avsluta_genomford",
        Reopen = "ateroppna",
    }

    /// What somebody answered to a question at a gate.
    GateReply {
        Yes = "ja",
        No = "nej",
        DontKnow = "vet_inte",
    }

    /// Readiness at a gate counts the musts only; what is to be judged is talked about.
    QuestionKind {
        Must = "must",
        Judge = "judge",
    }

    #[derive(Default)]
    CommentKind {
        #[default]
        Comment = "kommentar",
        Question = "fraga",
        Learning = "lardom",
        Risk = "risk",
    }

    /// What is protected is never shown on the projector.
    #[derive(Default)]
    Sensitivity {
        Open = "oppen",
        #[default]
        Internal = "intern",
        Protected = "skyddad",
    }

    /// What the idea is to the archive. Only working material may be erased without a reference.
    #[derive(Default)]
    RecordStatus {
        #[default]
        WorkingMaterial = "arbetsmaterial",
        Received = "inkommen_handling",
        DrawnUp = "upprattad_handling",
    }

    /// How something went for good.
    ErasureKind {
        Anonymised = "avidentifierad",
        Erased = "raderad",
        Disposed = "gallrad",
    }

    /// Whether the idea giver lets the name be shown.
    #[derive(Default)]
    NameVisible {
        #[default]
        No = "nej",
        InTheGroup = "i_gruppen",
        Openly = "oppet",
    }

    #[derive(Default)]
    WantsToJoin {
        Yes = "ja",
        No = "nej",
        #[default]
        Unknown = "okant",
    }

    /// How the idea came in.
    #[derive(Default)]
    Source {
        Workshop = "workshop",
        #[default]
        Form = "formular",
        Email = "epost",
        Meeting = "mote",
        Resident = "invanare",
        Import = "import",
    }

    #[derive(Default)]
    WorkshopState {
        #[default]
        Planned = "planerad",
        Running = "pagar",
        Ended = "avslutad",
    }

    /// Of the items on a run sheet, at most one is being held.
    #[derive(Default)]
    ItemState {
        #[default]
        Ahead = "kommande",
        Now = "pagar",
        Done = "klart",
        Skipped = "overhoppat",
    }

    /// What the room sees while an item is held.
    #[derive(Default)]
    SceneKind {
        Title = "rubrik",
        Agenda = "korschema",
        #[default]
        Text = "text",
        TestCard = "testkort",
        Capture = "fangst",
        /// Ideas come in, and nobody sees them until all are shown.
        HiddenCapture = "dold_fangst",
        Board = "tavla",
        Groups = "grupper",
        Ballot = "omrostning",
        Result = "utfall",
        Matrix = "matris",
        Gate = "grind",
        Parking = "parkering",
        Actions = "atgarder",
        Break = "paus",
    }

    /// How a ballot is filled in: points laid on options, or a level for each.
    #[derive(Default)]
    VoteForm {
        #[default]
        Points = "poang",
        Scale = "skala",
    }

    /// Until a vote is revealed, no number of it is to be had; dropped unrevealed, none ever is.
    #[derive(Default)]
    VoteState {
        #[default]
        SetUp = "forberedd",
        Open = "oppen",
        /// All ballots are in.
        Counted = "raknad",
        Revealed = "visad",
        Closed = "stangd",
    }

    /// What an estimate is of.
    Axis {
        Benefit = "nytta",
        Effort = "insats",
    }
}

#[cfg(test)]
mod tests {
    use super::{DecisionKind, Status};

    #[test]
    fn a_key_leads_back_to_its_kind_and_is_what_serde_writes() {
        for &kind in DecisionKind::ALL {
            assert_eq!(DecisionKind::from_key(kind.key()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.key());
        }
        assert_eq!(Status::from_key("Aktiv"), None);
    }
}
