//! What a person can edit on an idea and on a test, one table each, and the text in which a form
//! shows it. Putting a text back where it is kept is the affair of the commands.

use super::detail::Detail;
use super::names::Names;
use super::record::{Kind, Record, Row};
use super::records::{Idea, IdeaId, IdeaText, StageId, Test, TestId};
use super::reference::{Reference, keys};
use super::value::{Stamp, Uid, Value};
use super::{Captured, Source};

/// One thing that a form asks for.
#[derive(Debug)]
pub struct Field {
    /// By this it has its name and hint: `known("field:KEY")`, `known("field-hint:KEY")`.
    pub key: &'static str,
    pub group: Group,
    pub kind: FieldKind,
    pub(super) at: At,
}

/// Fields that are asked for together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// All that capture asks.
    Capture,
    /// What the first two gates ask about.
    Need,
    /// What is to be tried, from the third gate on.
    Solution,
    People,
    /// What happens next.
    Plan,
    /// How the idea is kept and who may see it.
    Handling,
    Test,
}

/// What a field holds, and with that how its text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Line,
    Prose,
    /// Shown as `2026-11-27`, read as people type days.
    Day,
    /// How many.
    Number,
    /// One key of a family of `known`.
    Choice(&'static str),
    /// Any keys of a family, with commas between.
    Choices(&'static str),
    /// 1 to 5, with the words of a family of `known`.
    Score(&'static str),
    /// A record by its name. A new name makes a new record.
    Pick(Kind),
    /// Records by their names, with commas between.
    Picks(Kind),
    /// One a line, `label | address`.
    Links,
}

/// Where what a field holds is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    Card(&'static str),
    Text(&'static str),
    Test(&'static str),
    Tags,
    Benefits,
    Links,
    /// In the idea giver's own record.
    GiverContact,
}

const fn field(key: &'static str, group: Group, kind: FieldKind, at: At) -> Field {
    Field { key, group, kind, at }
}

const fn card(key: &'static str, group: Group, kind: FieldKind) -> Field {
    field(key, group, kind, At::Card(key))
}

const fn text(key: &'static str, group: Group, kind: FieldKind) -> Field {
    field(key, group, kind, At::Text(key))
}

const fn test(key: &'static str, kind: FieldKind, column: &'static str) -> Field {
    field(key, Group::Test, kind, At::Test(column))
}

/// Everything that a person can edit on an idea, in the order of the form.
pub static FIELDS: &[Field] = &[
    card("title", Group::Capture, FieldKind::Line),
    text("need", Group::Need, FieldKind::Prose),
    text("target_group", Group::Need, FieldKind::Line),
    text("benefit", Group::Need, FieldKind::Prose),
    field("benefit_types", Group::Need, FieldKind::Choices("benefit-type"), At::Benefits),
    text("alternatives", Group::Need, FieldKind::Prose),
    text("solution", Group::Solution, FieldKind::Prose),
    card("benefit_score", Group::Solution, FieldKind::Score("benefit-score")),
    card("effort_score", Group::Solution, FieldKind::Score("effort-score")),
    text("effort_note", Group::Solution, FieldKind::Prose),
    card("receiver", Group::Solution, FieldKind::Line),
    card("giver", Group::People, FieldKind::Pick(Kind::Person)),
    field("giver_contact", Group::People, FieldKind::Line, At::GiverContact),
    card("name_visible", Group::People, FieldKind::Choice("name-visible")),
    card("wants_to_join", Group::People, FieldKind::Choice("wants-to-join")),
    card("owner", Group::People, FieldKind::Pick(Kind::Person)),
    card("coach", Group::People, FieldKind::Pick(Kind::Person)),
    card("unit", Group::People, FieldKind::Pick(Kind::Unit)),
    text("next_step", Group::Plan, FieldKind::Line),
    card("next_due", Group::Plan, FieldKind::Day),
    text("next_role", Group::Plan, FieldKind::Line),
    field("tags", Group::Handling, FieldKind::Picks(Kind::Tag), At::Tags),
    card("challenge", Group::Handling, FieldKind::Pick(Kind::Challenge)),
    field("links", Group::Handling, FieldKind::Links, At::Links),
    card("source", Group::Handling, FieldKind::Choice("source")),
    card("sensitivity", Group::Handling, FieldKind::Choice("sensitivity")),
    card("record_status", Group::Handling, FieldKind::Choice("record-status")),
    card("diary_no", Group::Handling, FieldKind::Line),
];

/// Everything that a person can edit on a test.
pub static TEST_FIELDS: &[Field] = &[
    test("test_question", FieldKind::Line, "question"),
    test("test_method", FieldKind::Prose, "method"),
    test("test_place", FieldKind::Line, "place"),
    test("test_participants", FieldKind::Number, "participants"),
    test("test_starts", FieldKind::Day, "starts"),
    test("test_ends", FieldKind::Day, "ends"),
    test("test_measure", FieldKind::Prose, "measure"),
    test("test_stop_rule", FieldKind::Prose, "stop_rule"),
    test("test_result", FieldKind::Prose, "result"),
    test("test_learning", FieldKind::Prose, "learning"),
    test("test_cost", FieldKind::Line, "cost"),
];

/// A field of an idea or a test, none if there is none by that key.
pub fn field_by_key(key: &str) -> Option<&'static Field> {
    FIELDS.iter().chain(TEST_FIELDS).find(|field| field.key == key)
}

/// A field with what stands in it as the form opens.
#[derive(Clone, Debug)]
pub struct Blank {
    pub field: &'static Field,
    /// What the file has.
    pub was: String,
    /// What the form begins with: the same, unless something was carried over.
    pub text: String,
}

/// A field as the form leaves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    pub field: &'static str,
    /// The text it had when the form was opened.
    pub was: String,
    pub now: String,
}

impl Blank {
    pub fn filled(&self, now: impl Into<String>) -> Filled {
        Filled { field: self.field.key, was: self.was.clone(), now: now.into() }
    }

    fn of(field: &'static Field, text: String) -> Blank {
        Blank { field, was: text.clone(), text }
    }
}

/// The form of an idea that is there.
pub fn blanks(detail: &Detail, names: &Names) -> Vec<Blank> {
    FIELDS.iter().map(|field| Blank::of(field, field.of_idea(detail, names))).collect()
}

/// The form of an idea that is to be captured, with what was typed on the capture line.
pub fn new_blanks(captured: &Captured, source: Source) -> Vec<Blank> {
    let mut idea =
        Idea::new(IdeaId(0), Uid::default(), StageId(0), 0, Stamp(0), jiff::civil::Date::MIN);
    idea.source = source;
    let empty = Detail::new(idea, IdeaText::empty(IdeaId(0), Uid::default()));
    let mut blanks = blanks(&empty, &Names::default());
    for blank in &mut blanks {
        match blank.field.key {
            "title" => blank.text.clone_from(&captured.title),
            "need" => blank.text = captured.need.clone().unwrap_or_default(),
            "tags" => blank.text = captured.tags.join(", "),
            "unit" => blank.text = captured.unit.clone().unwrap_or_default(),
            _ => {}
        }
    }
    blanks
}

/// The form of a test, new or there.
pub fn test_blanks(test: Option<&Test>) -> Vec<Blank> {
    let empty = Test::empty(TestId(0), Uid::default(), IdeaId(0));
    let test = test.unwrap_or(&empty);
    TEST_FIELDS.iter().map(|field| Blank::of(field, field.of_test(test))).collect()
}

impl Field {
    /// Characters after which the form says that the text is long. It never cuts.
    pub fn long_after(&self) -> Option<usize> {
        Reference::get().field(self.key)?.long_after.map(usize::from)
    }

    /// The field's text on an idea.
    pub fn of_idea(&self, detail: &Detail, names: &Names) -> String {
        match self.at {
            At::Card(column) => self.kind.written(&detail.idea.to_row(), Kind::Idea, column, names),
            At::Text(column) => {
                self.kind.written(&detail.text.to_row(), Kind::IdeaText, column, names)
            }
            At::Tags => {
                let tags = detail.tags.iter().filter_map(|it| names.name(Kind::Tag, it.tag.0));
                tags.collect::<Vec<_>>().join(", ")
            }
            At::Benefits => {
                let benefits = detail.benefits.iter().map(|it| it.benefit.as_str());
                benefits.collect::<Vec<_>>().join(", ")
            }
            At::Links => {
                let links = detail.links.iter().map(|it| link_text(&it.label, &it.address));
                links.collect::<Vec<_>>().join("\n")
            }
            At::GiverContact => {
                detail.giver.as_ref().and_then(|giver| giver.contact.clone()).unwrap_or_default()
            }
            At::Test(_) => String::new(),
        }
    }

    /// The field's text on a test.
    pub fn of_test(&self, test: &Test) -> String {
        match self.at {
            At::Test(column) => {
                self.kind.written(&test.to_row(), Kind::Test, column, &Names::default())
            }
            At::Card(_) | At::Text(_) | At::Tags | At::Benefits | At::Links | At::GiverContact => {
                String::new()
            }
        }
    }
}

impl FieldKind {
    /// The keys that can be chosen among, none where anything can be typed.
    pub fn keys(self) -> Vec<&'static str> {
        match self {
            FieldKind::Choice(family) | FieldKind::Choices(family) | FieldKind::Score(family) => {
                keys(family).collect()
            }
            FieldKind::Line
            | FieldKind::Prose
            | FieldKind::Day
            | FieldKind::Number
            | FieldKind::Pick(_)
            | FieldKind::Picks(_)
            | FieldKind::Links => Vec::new(),
        }
    }

    fn written(self, row: &Row, of: Kind, column: &str, names: &Names) -> String {
        let value = of.position(column).and_then(|at| row.0.get(at));
        match (value, self) {
            (None | Some(Value::Null), _) => String::new(),
            (Some(Value::Int(id)), FieldKind::Pick(kind)) => {
                names.name(kind, *id).unwrap_or_default().to_owned()
            }
            (Some(Value::Int(number)), _) => number.to_string(),
            (Some(Value::Text(text)), _) => text.clone(),
        }
    }
}

/// A bar in an address would read as one between label and address; an empty label keeps them apart.
fn link_text(label: &str, address: &str) -> String {
    if label.is_empty() && !address.contains('|') {
        address.to_owned()
    } else {
        format!("{label} | {address}")
    }
}

impl Group {
    /// The message that names the group.
    pub const fn word(self) -> &'static str {
        match self {
            Group::Capture => "group-capture",
            Group::Need => "group-need",
            Group::Solution => "group-solution",
            Group::People => "group-people",
            Group::Plan => "group-plan",
            Group::Handling => "group-handling",
            Group::Test => "group-test",
        }
    }

    /// What is asked first of an idea that stands in one of the program's own stages.
    pub fn of_stage(key: Option<&str>) -> Group {
        match key {
            Some("losning") => Group::Solution,
            Some("test" | "inforande" | "i_bruk") => Group::Plan,
            Some(_) | None => Group::Need,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Language, known};

    #[test]
    fn every_field_has_a_name_and_a_hint_and_each_key_is_there_once() {
        let mut seen = std::collections::BTreeSet::new();
        for field in FIELDS.iter().chain(TEST_FIELDS) {
            assert!(seen.insert(field.key), "{} is there twice", field.key);
            for family in ["field", "field-hint"] {
                let name = known(&format!("{family}:{}", field.key), Language::Sv);
                assert!(name.is_some(), "{family}:{}", field.key);
            }
        }
    }

    #[test]
    fn every_field_has_a_column() {
        for field in FIELDS.iter().chain(TEST_FIELDS) {
            let (kind, column) = match field.at {
                At::Card(column) => (Kind::Idea, column),
                At::Text(column) => (Kind::IdeaText, column),
                At::Test(column) => (Kind::Test, column),
                At::Tags | At::Benefits | At::Links | At::GiverContact => continue,
            };
            let at = kind.position(column).unwrap_or_else(|| panic!("{column}"));
            let column = kind.columns().get(at).unwrap();
            match field.kind {
                FieldKind::Pick(kind) => assert_eq!(column.refers, Some(kind)),
                FieldKind::Score(_) | FieldKind::Number => assert_eq!(column.sql, "INTEGER"),
                _ => assert!(column.sql.starts_with("TEXT"), "{}", column.name),
            }
        }
    }

    #[test]
    fn a_choice_has_something_to_choose_among() {
        for field in FIELDS {
            if let FieldKind::Choice(_) | FieldKind::Choices(_) | FieldKind::Score(_) = field.kind {
                assert!(field.kind.keys().len() >= 3, "{}", field.key);
            }
        }
    }

    #[test]
    fn fields_of_a_group_stand_together() {
        assert!(FIELDS.is_sorted_by_key(|field| field.group));
    }

    #[test]
    fn the_form_carries_over_what_the_line_said() {
        let blanks = new_blanks(&Captured::read("Kettle / cold tea #kök @SEF"), Source::Workshop);
        let text = |key: &str| {
            let blank = blanks.iter().find(|blank| blank.field.key == key).unwrap();
            (blank.was.clone(), blank.text.clone())
        };
        assert_eq!(text("title"), (String::new(), "Kettle".into()));
        assert_eq!(text("tags"), (String::new(), "kök".into()));
        assert_eq!(text("unit"), (String::new(), "SEF".into()));
        assert_eq!(text("source"), ("workshop".into(), "workshop".into()));
        assert_eq!(text("sensitivity"), ("intern".into(), "intern".into()));
    }
}
