//! Somebody is taken out of a file: texts, journal, drafts, memory, copies. Afterwards no byte of the
//! name is left but what was to stay, and nothing brings it back.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use sluss::domain::{
    AddComment, AmendComment, Begin, CaptureForm, Command, Comment, CommentKind, Deed, Dispose,
    Done, Draft, Edit, Erasure, ErasureKind, Filled, Finding, Gone, Idea, IdeaId, Import, Keep,
    Kind, Language, No, Overdue, Periods, Person, PersonErasure, PersonHit, PersonId, Record,
    RecordStatus, Removal, Remove, RemoveComment, Samples, Soundness, Source, StageId, Stamp,
    State, Uid, Verdict, Why,
};
use sluss::export::whole;
use sluss::store::backup::{self, Taking};
use sluss::store::restore::{self, Restoring};
use sluss::store::{
    Beside, Cancel, Depth, EraseError, Erased, Others, Phase, Reader, Request, Store, Surveyed,
    erase,
};

const NAME: &str = "Åsa-Britt Wallenrodh Öhrnström";
const PHONE: &str = "070-184 55 12";
const MAIL: &str = "asabritt.wo@kommun.example";
/// What no byte may say afterwards, whatever the case.
const NEEDLES: [&str; 6] =
    ["wallenrodh", "öhrnström", "ÖHRNSTRÖM", "asabritt", "184 55 12", "1845512"];

/// A file in a folder of its own, opened for each thing that is done to it.
struct Place {
    folder: tempfile::TempDir,
    requests: Cell<u128>,
    who: Cell<Option<PersonId>>,
}

impl Place {
    fn empty() -> Place {
        let folder = tempfile::tempdir().unwrap();
        Place { folder, requests: Cell::new(0), who: Cell::new(None) }
    }

    fn new() -> Place {
        let place = Place::empty();
        place.run(Begin { name: "Tavla".into() });
        place
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("sluss.db")
    }

    fn request(&self) -> Request {
        self.requests.set(self.requests.get() + 1);
        Request {
            uid: Uid(uuid::Uuid::from_u128(self.requests.get() << 16)),
            now: Stamp(1_795_000_000_000),
            today: date(2026, 11, 23),
            who: self.who.get(),
        }
    }

    fn store(&self) -> Store {
        Store::open(&self.file(), "one".into()).unwrap()
    }

    fn reader(&self) -> Reader {
        Reader::open(&self.file()).unwrap()
    }

    fn try_run(&self, command: impl Into<Command>) -> Result<Done, No> {
        self.store().commit(self.request(), &command.into()).unwrap()
    }

    fn run(&self, command: impl Into<Command>) -> Done {
        self.try_run(command).unwrap()
    }

    fn undo(&self) -> Result<Done, No> {
        self.store().undo(self.request()).unwrap()
    }

    fn redo(&self) -> Result<Done, No> {
        self.store().redo(self.request()).unwrap()
    }

    fn every<R: Record>(&self) -> Vec<R> {
        self.reader().every().unwrap()
    }

    fn idea(&self, fields: &[(&'static str, &str)]) -> IdeaId {
        let fields = fields.iter().map(|(field, now)| Filled {
            field,
            was: String::new(),
            now: (*now).to_owned(),
        });
        let fields = fields.collect();
        let done = self.run(CaptureForm { stage: StageId(1), fields, source: Source::Form });
        *done.created.first().unwrap()
    }

    fn comment(&self, idea: IdeaId, text: &str) -> Comment {
        self.run(AddComment { idea, kind: CommentKind::Comment, text: text.into() });
        self.every::<Comment>().pop().unwrap()
    }

    fn person(&self) -> Person {
        self.every::<Person>().into_iter().find(|person| person.name == NAME).unwrap()
    }

    fn survey(&self) -> Surveyed {
        self.reader().survey_person(self.person().id).unwrap().unwrap()
    }

    /// What was asked for, with all that may be somebody else decided on.
    fn asked(&self, deed: Deed, of_parts: Verdict) -> PersonErasure {
        let parts = self.survey().occurrences.hits.into_iter().filter(|hit| hit.is_part);
        PersonErasure {
            person: self.person(),
            deed,
            reference: String::new(),
            ground: "begäran".into(),
            role: "Registrator".into(),
            verdicts: parts.map(|hit| (hit.text_of, hit.form, of_parts)).collect(),
            name: "Idégivare, anonymiserad".into(),
            mask: "[borttaget]".into(),
        }
    }

    fn erase(&self, removal: &Removal) -> Result<Erased, EraseError> {
        erase(&self.file(), self.request(), "one", removal, &Others::default(), &mut |_| {})
    }

    /// A text that could not be saved, as it is written down.
    fn unsaved(&self, file: &Path, text: &str) -> String {
        let file = file.display();
        let head = format!("Sluss: text that is not saved yet\nfile: {file}\ntarget: idea:1");
        format!("{head}\nat: 1\n\n= need\n  {text}\n")
    }

    fn backup_path(&self, seq: i64) -> PathBuf {
        let name = format!("sluss-2026-11-23T14.02.1{seq}-seq{seq:06}.db");
        self.folder.path().join("backups").join(name)
    }

    fn backup(&self, seq: i64) -> PathBuf {
        let path = self.backup_path(seq);
        let folder = path.parent().unwrap();
        std::fs::create_dir_all(folder).unwrap();
        let raw = rusqlite::Connection::open(self.file()).unwrap();
        raw.execute("VACUUM INTO ?1", [path.to_str().unwrap()]).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let told = format!("# why asked\n{}  {name}\n", backup::sha256(&path).unwrap());
        std::fs::write(folder.join(format!("{name}.sha256")), told).unwrap();
        path
    }

    /// The person in every corner that there is.
    fn lived_in() -> Place {
        let place = Place::new();
        let idea = place.idea(&[
            ("title", "Cykelpool"),
            ("need", &format!("Enligt {NAME}s förslag")),
            ("giver", NAME),
            ("giver_contact", &format!("{MAIL}, {PHONE}")),
            ("effort_note", "Ring 0701845512 eller öhrnström"),
        ]);
        place.who.set(Some(place.person().id));
        let comment = place.comment(idea, &format!("Fråga {}", NAME.to_uppercase()));
        place.run(AmendComment {
            comment: comment.id,
            kind: comment.kind,
            was: comment.text.clone(),
            text: "Fråga idégivaren".into(),
        });
        let gone = place.comment(idea, &format!("Wallenrodh vet mer. {MAIL}"));
        place.run(RemoveComment { comment: gone.id });
        // A step that is taken back, and could be done again.
        place.run(Edit {
            idea,
            fields: vec![Filled {
                field: "solution",
                was: String::new(),
                now: format!("{NAME} ordnar det"),
            }],
        });
        place.undo().unwrap();
        let draft = |text: &str| Draft {
            field: "need".into(),
            text: text.into(),
            was: "Enligt".into(),
            at: Stamp(1),
        };
        let mut store = place.store();
        store.keep_draft("idea:1", &[draft(&format!("Mejla {MAIL}"))]).unwrap();
        store.keep_draft("new", &[draft(&format!("Hälsa {NAME}"))]).unwrap();
        store.discard_draft("new", Stamp(2)).unwrap();
        store.remember("searches", &format!("kök\n{NAME}\nwallenrodh")).unwrap();
        store.remember("who", &place.person().id.0.to_string()).unwrap();
        drop(store);
        place.backup(1);
        let drafts = place.folder.path().join("drafts");
        std::fs::create_dir_all(&drafts).unwrap();
        let text = place.unsaved(&place.file(), &format!("Ring {NAME}, {PHONE}"));
        std::fs::write(drafts.join("sluss-1.txt"), text).unwrap();
        place
    }

    /// How often each file says any of the needles, in UTF-8 or UTF-16, in either case.
    fn said(&self) -> BTreeMap<PathBuf, usize> {
        let mut said = BTreeMap::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let bytes = std::fs::read(&path).unwrap().to_ascii_lowercase();
                let hits = NEEDLES.iter().map(|needle| {
                    let plain = needle.as_bytes().to_ascii_lowercase();
                    let wide: Vec<u8> = needle.encode_utf16().flat_map(u16::to_le_bytes).collect();
                    count(&bytes, &plain) + count(&bytes, &wide)
                });
                let hits = hits.sum();
                if hits > 0 {
                    said.insert(path, hits);
                }
            }
        }
        said
    }

    /// What a look through a file finds to be wrong.
    fn findings(&self, file: &Path) -> Vec<Finding> {
        let reader = Reader::open(file).unwrap();
        reader.inspect(Depth::Whole, &Cancel::default()).unwrap().findings
    }

    fn is_sound(&self) {
        let raw = rusqlite::Connection::open(self.file()).unwrap();
        let said: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(said, "ok");
        let seen = self.reader().inspect(Depth::Whole, &Cancel::default()).unwrap();
        assert_eq!(seen.findings, []);
    }
}

fn count(bytes: &[u8], needle: &[u8]) -> usize {
    memchr::memmem::find_iter(bytes, needle).count()
}

fn names(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

#[test]
fn everywhere_the_person_occurs_is_found() {
    let place = Place::lived_in();
    let surveyed = place.survey();
    let found = &surveyed.occurrences;
    assert_eq!(found.roles.len(), 2, "gave the idea, commented on it: {:?}", found.roles);
    assert!(found.steps >= 4);
    let tables: Vec<String> = found.hits.iter().map(|hit| format!("{:?}", hit.text_of)).collect();
    for what in ["need", "effort_note", "text", "solution", "Draft", "searches"] {
        assert!(tables.iter().any(|table| table.contains(what)), "{what}: {tables:?}");
    }
    let before = |hit: &&PersonHit| !hit.is_now;
    assert!(found.hits.iter().filter(before).count() >= 2, "what was written before counts too");
    // What a step is called names nobody.
    let raw = rusqlite::Connection::open(place.file()).unwrap();
    let labels: String = raw
        .query_row("SELECT lower(group_concat(label)) FROM journal", [], |row| row.get(0))
        .unwrap();
    drop(raw);
    assert!(NEEDLES.iter().all(|needle| !labels.contains(needle)), "{labels}");
    let said = place.said();
    for file in ["sluss.db", "sluss-2026-11-23T14.02.11-seq000001.db", "sluss-1.txt"] {
        assert!(said.keys().any(|path| names(path) == file), "{file}: {said:?}");
    }
}

#[test]
fn no_byte_is_left_of_somebody_who_was_erased_and_nothing_brings_it_back() {
    for deed in [Deed::Erase, Deed::Anonymise] {
        let place = Place::lived_in();
        let asked = place.asked(deed, Verdict::Redact);
        let erased = place.erase(&Removal::Person(asked)).unwrap();
        assert_eq!(erased.left, []);
        assert_eq!(erased.rewritten.len(), 2, "a backup and a draft: {:?}", erased.rewritten);
        assert_eq!(place.said(), BTreeMap::new(), "{deed:?}");
        place.is_sound();
        let people = place.every::<Person>();
        match deed {
            Deed::Anonymise => {
                let names: Vec<_> = people.iter().map(|it| it.name.as_str()).collect();
                assert_eq!(names, ["Idégivare, anonymiserad"]);
                assert!(people.iter().all(|person| person.contact.is_none()));
            }
            Deed::Erase => assert!(people.is_empty()),
        }
        place.who.set(None);
        for _ in 0..12 {
            drop(place.undo());
        }
        for _ in 0..12 {
            drop(place.redo());
        }
        assert_eq!(place.said(), BTreeMap::new(), "{deed:?}, undone and done again");
        place.is_sound();
        // A backup comes back in place of the file.
        let backup = place.folder.path().join("backups/sluss-2026-11-23T14.02.11-seq000001.db");
        std::fs::copy(&backup, place.file()).unwrap();
        place.reader().story().unwrap();
        for _ in 0..12 {
            drop(place.undo());
        }
        assert_eq!(place.said(), BTreeMap::new(), "{deed:?}, from a backup");
    }
}

#[test]
fn a_step_that_has_nothing_left_was_not_taken_back_and_cannot_be() {
    let place = Place::new();
    let idea = place.idea(&[("title", "Cykelpool")]);
    let fields = vec![Filled { field: "owner", was: String::new(), now: NAME.into() }];
    let step = place.run(Edit { idea, fields });
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    place.erase(&Removal::Person(asked)).unwrap();
    let entries = place.reader().history(None, None, 9).unwrap();
    let entry = entries.iter().find(|entry| entry.seq == step.seq).unwrap();
    assert_eq!((entry.state, entry.undoes), (State::Turn, None));
    place.is_sound();
}

#[test]
fn the_protocol_tells_that_it_was_done_and_not_what() {
    let place = Place::lived_in();
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    let person = asked.person.uid;
    place.erase(&Removal::Person(asked)).unwrap();
    let [told] = &place.every::<Erasure>()[..] else { panic!("one row") };
    assert_eq!((told.kind, told.people, told.kept), (ErasureKind::Erased, 1, 0));
    assert_eq!((told.role.as_str(), told.ground.as_str()), ("Registrator", "begäran"));
    assert!(told.texts > 2 && told.steps > 2, "{told:?}");
    assert!(place.every::<Gone>().iter().any(|gone| gone.uid == person));
    let newest = place.reader().history(None, None, 1).unwrap();
    assert_eq!(newest[0].label.id, "step-erased");
    let rows = |reader: &Reader| -> Vec<_> {
        Kind::ALL.iter().map(|kind| (*kind, reader.rows(*kind).unwrap())).collect()
    };
    let mut text = Vec::new();
    whole::write(&mut text, &rows(&place.reader()), &place.reader().story().unwrap()).unwrap();
    let contents = whole::read(&text).unwrap();
    let carried = |kind| contents.records.iter().any(|record| record.kind == kind);
    assert!(carried(Kind::Erasure) && carried(Kind::Gone), "an export carries it");
}

#[test]
fn what_is_to_stay_stays_everywhere_and_is_told_with_its_reason() {
    let place = Place::lived_in();
    let asked = place.asked(Deed::Erase, Verdict::Keep(Keep::Another));
    let erased = place.erase(&Removal::Person(asked)).unwrap();
    assert!(!erased.kept.is_empty());
    assert!(erased.kept.iter().all(|(hit, why)| hit.is_part && *why == Keep::Another));
    let said = place.said();
    assert!(said.contains_key(&place.file()), "{said:?}");
    let again = place.reader().rows(Kind::IdeaText).unwrap();
    assert!(format!("{again:?}").contains("eller öhrnström"));
    assert!(!format!("{again:?}").contains("0701845512"));
}

#[test]
fn a_hit_that_may_be_somebody_else_is_to_be_decided_on() {
    let place = Place::lived_in();
    let mut asked = place.asked(Deed::Erase, Verdict::Redact);
    asked.verdicts.clear();
    let before = std::fs::read(place.file()).unwrap();
    match place.erase(&Removal::Person(asked)) {
        Err(EraseError::No(No::Refused(refusal))) => assert_eq!(refusal.0.id, "refused-undecided"),
        other => panic!("{other:?}"),
    }
    drop(before);
    assert!(place.said().contains_key(&place.file()));
}

#[test]
fn official_records_stay_untouched_without_a_reference() {
    let place = Place::lived_in();
    let official = place.idea(&[
        ("title", "Inkommet förslag"),
        ("need", &format!("Skrivet av {NAME}")),
        ("giver", NAME),
        ("giver_contact", &format!("{MAIL}, {PHONE}")),
        ("record_status", RecordStatus::Received.key()),
    ]);
    let asked = place.asked(Deed::Anonymise, Verdict::Redact);
    let erased = place.erase(&Removal::Person(asked)).unwrap();
    assert!(erased.kept.iter().all(|(_, why)| *why == Keep::Official));
    let ideas = place.every::<Idea>();
    let giver = |id: IdeaId| {
        let idea = ideas.iter().find(|idea| idea.id == id).unwrap();
        place.reader().find::<Person>(idea.giver.unwrap().0).unwrap().unwrap().name
    };
    assert_eq!(giver(official), NAME);
    assert_eq!(giver(IdeaId(1)), "Idégivare, anonymiserad");
    // With a reference nothing is left.
    let mut asked = place.asked(Deed::Erase, Verdict::Redact);
    asked.reference = "KS 2026/00123".into();
    let erased = place.erase(&Removal::Person(asked)).unwrap();
    assert_eq!(erased.left, []);
    assert_eq!(place.said(), BTreeMap::new());
    let told = place.every::<Erasure>();
    assert_eq!(told.iter().filter(|it| it.official).count(), 1);
}

#[test]
fn an_import_does_not_bring_back_who_was_erased_here() {
    let place = Place::lived_in();
    let mut text = Vec::new();
    let reader = place.reader();
    let rows: Vec<_> = Kind::ALL.iter().map(|kind| (*kind, reader.rows(*kind).unwrap())).collect();
    whole::write(&mut text, &rows, &reader.story().unwrap()).unwrap();
    drop(reader);
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    place.erase(&Removal::Person(asked)).unwrap();
    let contents = whole::read(&text).unwrap();
    let import = Import { records: contents.records, history: contents.history, is_whole: false };
    let survey = import.survey(&place.reader().there()).unwrap();
    assert_eq!((survey.new, survey.gone), (0, 1), "{survey:?}");
    drop(place.try_run(import));
    assert_eq!(place.said(), BTreeMap::new());
    assert!(place.every::<Person>().is_empty());
}

#[test]
fn ideas_that_are_disposed_of_are_gone_from_records_and_journal() {
    let place = Place::lived_in();
    let other = place.idea(&[("title", "Blir kvar")]);
    let gone = place.idea(&[("title", "Zinkvitt bord"), ("need", "Xylofonen")]);
    place.comment(gone, "Malakitgrön");
    place.run(Remove { ideas: vec![gone, other] });
    let uid = place.every::<Idea>().into_iter().find(|idea| idea.id == gone).unwrap().uid;
    let asked = Dispose {
        ideas: vec![uid],
        reference: "KS 2026/7".into(),
        ground: "två år".into(),
        role: "Arkivarie".into(),
        ..Dispose::default()
    };
    place.erase(&Removal::Disposal(asked)).unwrap();
    place.is_sound();
    for entry in std::fs::read_dir(place.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            for word in ["Zinkvitt", "Xylofonen", "Malakit"] {
                assert_eq!(count(&bytes, word.as_bytes()), 0, "{word} in {}", path.display());
            }
        }
    }
    // What was done to several ideas at once can still be taken back for those that are left.
    place.undo().unwrap();
    let left = place.every::<Idea>();
    assert!(left.iter().any(|idea| idea.id == other && idea.removed.is_none()));
    assert!(!left.iter().any(|idea| idea.id == gone));
    let [told] = &place.every::<Erasure>()[..] else { panic!("one row") };
    assert_eq!((told.kind, told.ideas), (ErasureKind::Disposed, 1));
}

#[test]
fn ideas_that_were_assessed_merged_and_answered_go_as_well() {
    let place = Place::empty();
    place.run(Samples { language: Language::Sv });
    let periods = Periods { closed: 1, ..Periods::default() };
    let overdue = place.reader().overdue(periods, date(2026, 11, 23)).unwrap();
    let asked = Overdue::dispose(overdue.iter());
    assert!(asked.ideas.len() > 3, "{asked:?}");
    let asked = Dispose { reference: "KS 2026/12".into(), ..asked };
    let before = place.every::<Idea>().len();
    let gone = asked.ideas.len();
    place.erase(&Removal::Disposal(asked)).unwrap();
    assert_eq!(place.every::<Idea>().len(), before - gone);
    place.is_sound();
}

#[test]
fn an_official_record_is_not_disposed_of_without_a_decision() {
    let place = Place::new();
    let official =
        place.idea(&[("title", "Inkommet"), ("record_status", RecordStatus::Received.key())]);
    let uid = place.every::<Idea>().into_iter().find(|idea| idea.id == official).unwrap().uid;
    let asked = Dispose { ideas: vec![uid], ..Dispose::default() };
    match place.erase(&Removal::Disposal(asked)) {
        Err(EraseError::No(No::Refused(refusal))) => {
            assert_eq!(refusal.0.id, "refused-no-reference");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_program_at_the_file_stops_it() {
    let place = Place::lived_in();
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    let other = place.reader();
    other.newest().unwrap();
    assert!(matches!(place.erase(&Removal::Person(asked)), Err(EraseError::NotAlone)));
    assert!(place.said().contains_key(&place.file()));
}

#[test]
fn a_copy_that_cannot_be_read_is_deleted_and_told() {
    let place = Place::lived_in();
    let damaged = place.folder.path().join("backups/sluss-2026-11-23T14.02.12-seq000003.db");
    let mut bytes = std::fs::read(place.backup(2)).unwrap();
    for byte in bytes.iter_mut().skip(100).step_by(3).take(4000) {
        *byte ^= 0x55;
    }
    std::fs::write(&damaged, [bytes, NAME.as_bytes().to_vec()].concat()).unwrap();
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    let erased = place.erase(&Removal::Person(asked)).unwrap();
    assert_eq!(erased.deleted, [damaged]);
    assert_eq!(place.said(), BTreeMap::new());
}

/// The person in another file of the same folder, with its copies and what could not be saved.
fn neighbour(place: &Place) -> Vec<PathBuf> {
    let folder = place.folder.path();
    let copies = [
        folder.join("sluss-skola.db"),
        folder.join("backups/sluss-skola-2026-11-23T14.02.11-seq000001.db"),
        folder.join("sluss-skola-salvaged.db"),
        folder.join("damaged-2026-11-23T14.02.11-sluss-skola.db"),
        // A copy that is worked with is a file of its own.
        folder.join("sluss-salvaged.db"),
    ];
    let whole = place.backup(9);
    for copy in &copies {
        std::fs::copy(&whole, copy).unwrap();
    }
    std::fs::remove_file(whole).unwrap();
    std::fs::write(folder.join("sluss-salvaged.lock"), "").unwrap();
    let texts = [
        (folder.join("sluss-protokoll.md"), format!("Minnesanteckning: {NAME}")),
        (folder.join("drafts/sluss-mina.txt"), format!("Min egen text om {NAME}")),
        (folder.join("drafts/sluss-skola-1.txt"), place.unsaved(&copies[0], NAME)),
    ];
    for (path, text) in &texts {
        std::fs::write(path, text).unwrap();
    }
    copies.into_iter().chain(texts.into_iter().map(|it| it.0)).collect()
}

#[test]
fn another_file_in_the_same_folder_and_what_is_a_persons_own_stay_as_they_are() {
    let place = Place::lived_in();
    let others = neighbour(&place);
    let bytes = || others.iter().map(|it| std::fs::read(it).unwrap()).collect::<Vec<_>>();
    let before = bytes();
    let log = place.folder.path().join("sluss-skola.db-wal");
    std::fs::write(&log, "").unwrap();
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    let erased = place.erase(&Removal::Person(asked)).unwrap();
    assert!(bytes() == before && log.exists(), "{erased:?}");
    // It is told that the name still stands there.
    let told: Vec<&PathBuf> = erased.left.iter().map(|it| &it.0).collect();
    assert!(others.iter().all(|it| told.contains(&it)), "{told:?}");
    assert!(!told.contains(&&place.file()) && !told.contains(&&place.backup_path(1)));
}

#[test]
fn copies_of_another_board_in_a_shared_second_folder_stay_as_they_are() {
    let place = Place::lived_in();
    let first = "SELECT uid FROM journal ORDER BY seq LIMIT 1";
    let raw = rusqlite::Connection::open(place.file()).unwrap();
    let board: String = raw.query_row(first, [], |row| row.get(0)).unwrap();
    drop(raw);
    let shared = tempfile::tempdir().unwrap();
    let of_board = |folder: &Path, seq, board: Option<&str>| {
        let from = place.backup(seq);
        let copy = folder.join(from.file_name().unwrap());
        let told = |copy: &Path| copy.with_extension("db.sha256");
        let line = board.map(|board| format!("# board {board}\n")).unwrap_or_default();
        let text = format!("{line}{}", std::fs::read_to_string(told(&from)).unwrap());
        std::fs::rename(&from, &copy).unwrap();
        std::fs::remove_file(told(&from)).unwrap();
        std::fs::write(told(&copy), text).unwrap();
        copy
    };
    let backups = place.folder.path().join("backups");
    // What the file was before its first steps were lost.
    let was = of_board(&backups, 2, Some("4711"));
    let own = [(3, Some(&*board)), (4, Some("4711")), (5, None)]
        .map(|(seq, board)| of_board(shared.path(), seq, board));
    let theirs = of_board(shared.path(), 6, Some("4712"));
    let before = std::fs::read(&theirs).unwrap();
    let others = Others { folders: vec![shared.path().to_owned()], texts: Vec::new() };
    let removal = Removal::Person(place.asked(Deed::Erase, Verdict::Redact));
    let erased =
        erase(&place.file(), place.request(), "one", &removal, &others, &mut |_| {}).unwrap();
    assert!(own.iter().chain([&was]).all(|copy| erased.rewritten.contains(copy)), "{erased:?}");
    assert!(!erased.rewritten.contains(&theirs) && !erased.deleted.contains(&theirs));
    assert!(std::fs::read(&theirs).unwrap() == before);
}

#[test]
#[cfg(unix)]
fn among_the_files_of_others_only_texts_of_ones_own_for_this_file_are_read() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::lived_in();
    let shared = tempfile::tempdir().unwrap();
    let file = |name: &str, mode: u32, text: String| {
        let path = shared.path().join(name);
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(mode)).unwrap();
        path
    };
    let own = file("sluss-idea-1.txt", 0o600, place.unsaved(&place.file(), NAME));
    let stays = [
        file("sluss-1.txt", 0o644, place.unsaved(&place.file(), NAME)),
        file("sluss-2.txt", 0o600, place.unsaved(Path::new("/there/sluss.db"), NAME)),
        file("sluss-3.txt", 0o600, NAME.into()),
        file("sluss-4.txt", 0o000, NAME.into()),
    ];
    let before: Vec<u64> = stays.iter().map(|it| it.metadata().unwrap().len()).collect();
    let others = Others { folders: Vec::new(), texts: vec![shared.path().to_owned()] };
    let removal = Removal::Person(place.asked(Deed::Erase, Verdict::Redact));
    let erased =
        erase(&place.file(), place.request(), "one", &removal, &others, &mut |_| {}).unwrap();
    assert!(!std::fs::read_to_string(own).unwrap().contains("Wallenrodh"));
    assert!(stays.iter().map(|it| it.metadata().unwrap().len()).eq(before));
    assert_eq!(erased.left, []);
}

#[test]
fn a_copy_that_cannot_be_read_just_now_is_never_deleted() {
    let place = Place::lived_in();
    let copy = place.backup(2);
    let raw = rusqlite::Connection::open(&copy).unwrap();
    raw.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let before = std::fs::read(&copy).unwrap();
    let asked = Removal::Person(place.asked(Deed::Erase, Verdict::Redact));
    match place.erase(&asked) {
        Err(EraseError::Copy { path, fault }) => assert!(path == copy && fault.is_busy()),
        other => panic!("{other:?}"),
    }
    assert!(std::fs::read(&copy).unwrap() == before);
    assert!(place.said().contains_key(&place.file()), "the file is as it was");
    drop(raw);
    assert_eq!(place.erase(&asked).unwrap().left, []);
    assert_eq!(place.said(), BTreeMap::new());
}

#[test]
fn a_copy_of_a_newer_version_stays_and_is_told() {
    let place = Place::lived_in();
    let copy = place.backup(2);
    let raw = rusqlite::Connection::open(&copy).unwrap();
    raw.pragma_update(None, "user_version", 999).unwrap();
    drop(raw);
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    let erased = place.erase(&Removal::Person(asked)).unwrap();
    assert_eq!(erased.newer, std::slice::from_ref(&copy));
    assert!(erased.deleted.is_empty() && erased.left.iter().any(|(path, _)| *path == copy));
}

#[test]
fn a_copy_whose_bytes_had_changed_is_not_made_good_by_it() {
    let place = Place::lived_in();
    let (good, changed) = (place.backup(2), place.backup(3));
    let raw = rusqlite::Connection::open(&changed).unwrap();
    raw.execute("UPDATE idea SET title = 'Kylpool'", []).unwrap();
    drop(raw);
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    place.erase(&Removal::Person(asked)).unwrap();
    let beside = Beside::of(&place.file());
    for copy in backup::list(&beside).unwrap() {
        let is = if changed.ends_with(&copy.name) { Soundness::Damaged } else { Soundness::Good };
        assert_eq!(backup::check(&beside, &copy), is, "{}", copy.name);
    }
    assert!(good.exists() && changed.exists());
    assert_eq!(place.said(), BTreeMap::new());
}

#[test]
fn an_empty_file_in_the_place_of_a_copy_does_not_become_one() {
    let place = Place::lived_in();
    let copy = place.backup(2);
    std::fs::write(&copy, "").unwrap();
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    let erased = place.erase(&Removal::Person(asked)).unwrap();
    assert_eq!(erased.deleted, std::slice::from_ref(&copy));
    assert!(!copy.exists());
}

#[test]
fn nobody_takes_or_sweeps_copies_while_they_are_rewritten() {
    let place = Place::lived_in();
    let removal = Removal::Person(place.asked(Deed::Erase, Verdict::Redact));
    let lock = place.folder.path().join("backups/.sluss.lock");
    let mut held = Vec::new();
    let tell = &mut |phase| {
        if let Phase::Copy { .. } | Phase::Searching = phase {
            let lock = std::fs::File::open(&lock).unwrap();
            held.push(matches!(lock.try_lock(), Err(std::fs::TryLockError::WouldBlock)));
        }
    };
    erase(&place.file(), place.request(), "one", &removal, &Others::default(), tell).unwrap();
    assert!(held.len() > 1 && held.iter().all(|held| *held), "{held:?}");
    std::fs::File::open(&lock).unwrap().try_lock().unwrap();
}

#[test]
fn what_only_a_copy_knows_of_the_person_goes_from_all_copies_too() {
    let place = Place::new();
    let idea = place.idea(&[("title", "Cykelpool"), ("giver", NAME)]);
    let before = place.backup(2);
    place.run(Edit {
        idea,
        fields: vec![
            Filled { field: "giver_contact", was: String::new(), now: MAIL.into() },
            Filled { field: "need", was: String::new(), now: format!("Mejla {MAIL}") },
        ],
    });
    let salvaged = place.folder.path().join("sluss-salvaged.db");
    let raw = rusqlite::Connection::open(place.backup(3)).unwrap();
    std::fs::copy(place.backup_path(3), &salvaged).unwrap();
    // One copy knows whose the address is, another only says it.
    let forget = "UPDATE person SET contact = NULL; UPDATE journal SET changes = '[]'";
    raw.execute_batch(forget).unwrap();
    drop(raw);
    std::fs::copy(&before, place.file()).unwrap();
    let drafts = place.folder.path().join("drafts");
    std::fs::create_dir_all(&drafts).unwrap();
    std::fs::write(drafts.join("sluss-1.txt"), place.unsaved(&place.file(), MAIL)).unwrap();
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    let erased = place.erase(&Removal::Person(asked)).unwrap();
    assert_eq!(erased.left, []);
    assert_eq!(place.said(), BTreeMap::new());
}

#[test]
fn a_file_that_could_not_be_searched_is_told() {
    let place = Place::lived_in();
    let film = place.folder.path().join("film.bin");
    std::fs::File::create(&film).unwrap().set_len((256 << 20) + 1).unwrap();
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    let erased = place.erase(&Removal::Person(asked)).unwrap();
    assert_eq!(erased.unsearched, [film]);
    assert!(erased.left.is_empty() && !erased.is_all_gone());
}

#[test]
fn drafts_of_what_is_disposed_of_go_and_it_is_not_said_that_words_were_searched_for() {
    let place = Place::lived_in();
    let gone = place.idea(&[("title", "Zinkvitt bord")]);
    let keep = |text: &str| {
        let (field, text, was) = ("need".to_owned(), text.to_owned(), String::new());
        let drafts = [Draft { field, text, was, at: Stamp(5) }];
        place.store().keep_draft("new", &drafts).unwrap();
    };
    // Typed, copied, and thrown away only then.
    keep("Xylofonen");
    let copy = place.backup(2);
    place.store().discard_draft("new", Stamp(6)).unwrap();
    let folder = place.folder.path().join("drafts");
    let about = |idea: IdeaId, text: &str| {
        place.unsaved(&place.file(), text).replace("idea:1", &format!("idea:{}", idea.0))
    };
    std::fs::write(folder.join("sluss-2.txt"), about(gone, "Malakitgrön")).unwrap();
    std::fs::write(folder.join("sluss-3.txt"), about(IdeaId(1), "Blir kvar")).unwrap();
    let uid = place.every::<Idea>().into_iter().find(|idea| idea.id == gone).unwrap().uid;
    let (ideas, drafts) = (vec![uid], vec!["new".to_owned()]);
    let asked = Dispose { ideas, drafts, ..Dispose::default() };
    let erased = place.erase(&Removal::Disposal(asked)).unwrap();
    assert!(erased.searched == 0 && !erased.is_all_gone());
    assert!(!folder.join("sluss-2.txt").exists() && folder.join("sluss-3.txt").exists());
    for file in [place.file(), copy] {
        let bytes = std::fs::read(&file).unwrap();
        for word in ["Zinkvitt", "Xylofonen", "Malakit"] {
            assert_eq!(count(&bytes, word.as_bytes()), 0, "{word} in {}", file.display());
        }
    }
}

#[test]
fn what_killed_runs_left_half_made_goes_and_what_others_are_at_stays() {
    let place = Place::lived_in();
    let shared = tempfile::tempdir().unwrap();
    let left = |folder: &Path, name: &str| {
        let folder = folder.join(name);
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("damaged"), NAME).unwrap();
        (std::fs::File::create(folder.join("alive")).unwrap(), folder)
    };
    let (_, salvaged) = left(place.folder.path(), ".sluss-copy-1");
    let (_, viewed) = left(shared.path(), "sluss-copy-2");
    let (alive, needed) = left(shared.path(), "sluss-copy-3");
    alive.lock().unwrap();
    let half = [".sluss-4.half", ".erase-5.half", "drafts/.sluss-6"];
    let half = half.map(|name| place.folder.path().join(name));
    let lock = std::fs::File::create(place.folder.path().join("sluss-skola.lock")).unwrap();
    let others = Others { folders: Vec::new(), texts: vec![shared.path().to_owned()] };
    for at_it in [true, false] {
        half.iter().for_each(|path| std::fs::write(path, NAME).unwrap());
        if at_it {
            lock.lock_shared().unwrap()
        } else {
            lock.unlock().unwrap()
        }
        let removal = Removal::Person(place.asked(Deed::Anonymise, Verdict::Redact));
        let erased =
            erase(&place.file(), place.request(), "one", &removal, &others, &mut |_| {}).unwrap();
        assert_eq!(erased.left.len(), if at_it { 3 } else { 0 }, "{:?}", erased.left);
        assert!(half.iter().all(|path| path.exists() == at_it));
        if at_it {
            place.idea(&[("title", "Igen"), ("giver", NAME)]);
        }
    }
    assert!(!salvaged.exists() && !viewed.exists() && needed.exists());
    assert_eq!(place.said(), BTreeMap::new());
}

#[test]
fn what_was_erased_is_no_damage_in_the_file_or_its_copies() {
    let place = Place::lived_in();
    let gone = place.idea(&[("title", "Zinkvitt bord")]);
    place.run(Remove { ideas: vec![gone] });
    place.undo().unwrap();
    let copy = place.backup(2);
    place.run(Remove { ideas: vec![gone] });
    let uid = place.every::<Idea>().into_iter().find(|idea| idea.id == gone).unwrap().uid;
    let asked = Dispose { ideas: vec![uid], ground: "två år".into(), ..Dispose::default() };
    place.erase(&Removal::Disposal(asked)).unwrap();
    assert_eq!((place.findings(&place.file()), place.findings(&copy)), (vec![], vec![]));
    let history = place.reader().history(None, None, 99).unwrap();
    let dropped = history.iter().filter(|entry| entry.state == State::Dropped);
    assert_eq!(dropped.count(), 2, "what was taken back, and nothing else");
    let asked = place.asked(Deed::Erase, Verdict::Redact);
    place.erase(&Removal::Person(asked)).unwrap();
    assert_eq!((place.findings(&place.file()), place.findings(&copy)), (vec![], vec![]));
}

#[test]
fn a_restore_keeps_the_marks_of_all_that_went_for_good() {
    let place = Place::new();
    place.idea(&[("title", "Cykelpool"), ("giver", NAME)]);
    let (file, beside, now) = (place.file(), Beside::of(&place.file()), date(2026, 11, 23));
    let (now, why) = (now.at(14, 2, 11, 0), Why::Asked);
    let taken = backup::take_with(&Taking { file: &file, beside: &beside, why, now }).unwrap();
    place.idea(&[("title", "Bänk"), ("giver", "Berit Zetterqvist")]);
    let people = place.every::<Person>();
    for person in people.iter().rev() {
        let asked =
            PersonErasure { person: person.clone(), ..place.asked(Deed::Erase, Verdict::Redact) };
        place.erase(&Removal::Person(asked)).unwrap();
    }
    let copy = backup::list(&beside).unwrap().remove(0);
    assert_eq!(copy.name, taken.unwrap().name);
    let (file, beside, copy) = (&file, &beside, &copy);
    let (request, run) = (place.request(), "one");
    let ready = restore::prepare(&Restoring { file, beside, copy, request, run, now }).unwrap();
    restore::switch(file, ready).unwrap();
    let gone = place.every::<Gone>();
    for person in people {
        assert!(gone.iter().any(|gone| gone.uid == person.uid), "{}: {gone:?}", person.name);
    }
    assert_eq!(place.every::<Erasure>().len(), 2);
    assert_eq!(place.findings(file), []);
}
