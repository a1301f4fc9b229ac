//! Backups: what counts as one, what is told of each, and that those there are are never harmed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "a test that cannot run says why")]

use std::path::{Path, PathBuf};

use jiff::civil::{DateTime, date};
use sluss::domain::{
    Backup, Begin, Capture, Captured, Command, Language, Samples, Soundness, Source, Stamp, Uid,
    Why,
};
use sluss::store::backup::{self, Keeping, Taking};
use sluss::store::restore::{self, RestoreError, Restoring};
use sluss::store::salvage::{self, Salvaged};
use sluss::store::{Beside, Reader, Request, Store};

const NOW: DateTime = date(2026, 11, 23).at(14, 2, 11, 0);

struct Place {
    folder: tempfile::TempDir,
    name: &'static str,
    requests: u128,
}

impl Place {
    fn new() -> Place {
        Place::called("sluss.db")
    }

    fn called(name: &'static str) -> Place {
        let mut place = Place { folder: tempfile::tempdir().unwrap(), name, requests: 0 };
        place.commit(&Begin { name: "Vår idésluss".into() }.into());
        place
    }

    /// No file yet; what is asked for is numbered from here on.
    fn empty_of(requests: u128) -> Place {
        Place { folder: tempfile::tempdir().unwrap(), name: "sluss.db", requests }
    }

    /// A file with the invented ideas.
    fn full() -> Place {
        let folder = tempfile::tempdir().unwrap();
        let mut place = Place { folder, name: "sluss.db", requests: 0 };
        place.commit(&Samples { language: Language::Sv }.into());
        place
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join(self.name)
    }

    fn beside(&self) -> Beside {
        Beside::of(&self.file())
    }

    fn commit(&mut self, command: &Command) {
        self.requests += 1;
        let mut store = Store::open(&self.file(), "a test".into()).unwrap();
        store.commit(request(self.requests), command).unwrap().unwrap();
    }

    fn capture(&mut self, title: &str) {
        self.commit(&capture(title));
    }

    fn take(&self, why: Why) -> Option<Backup> {
        let (file, beside) = (self.file(), self.beside());
        backup::take_with(&Taking { file: &file, beside: &beside, why, now: NOW }).unwrap()
    }

    fn list(&self) -> Vec<Backup> {
        backup::list(&self.beside()).unwrap()
    }

    fn path(&self, copy: &Backup) -> PathBuf {
        self.beside().backups().join(&copy.name)
    }
}

fn request(n: u128) -> Request {
    let uid = Uid(uuid::Uuid::from_u128(n << 16));
    Request { uid, now: Stamp(1_795_442_520_000), today: NOW.date(), who: None }
}

fn capture(title: &str) -> Command {
    let stage = sluss::domain::StageId(1);
    Capture { stage, lines: vec![Captured::read(title)], source: Source::Form }.into()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name != ".sluss.lock")
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_a_whole_file_that_opens_and_is_told_of() {
    let mut place = Place::new();
    place.capture("Kettle");
    let taken = place.take(Why::Asked).unwrap();
    assert_eq!(taken.name, "sluss-2026-11-23T14.02.11-seq000002.db");
    assert_eq!((taken.seq, taken.why, taken.soundness), (2, Some(Why::Asked), Soundness::Good));
    let [listed] = place.list().try_into().unwrap();
    assert_eq!(listed, Backup { soundness: Soundness::Unknown, ..taken.clone() });
    assert_eq!(backup::check(&place.beside(), &listed), Soundness::Good);
    let reader = Reader::open(&place.path(&taken)).unwrap();
    assert_eq!(reader.newest().unwrap(), 2);
    assert_eq!(
        names(&place.beside().backups()),
        [taken.name.clone(), format!("{}.sha256", taken.name)]
    );
}

#[test]
fn what_stands_beside_a_backup_is_read_by_sha256sum_too() {
    let place = Place::new();
    let taken = place.take(Why::Asked).unwrap();
    let sums = format!("{}.sha256", taken.name);
    let checked = std::process::Command::new("sha256sum")
        .args(["--check", "--strict", &sums])
        .current_dir(place.beside().backups())
        .output();
    match checked {
        Ok(checked) => assert!(checked.status.success(), "{checked:?}"),
        Err(_) => println!("skipped: there is no sha256sum here"),
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_a_backup() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    place.take(Why::Asked).unwrap();
    let folder = place.beside().backups();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for name in names(&folder) {
        assert_eq!(mode(&folder.join(&name)), 0o600, "{name}");
    }
}

#[test]
fn where_nothing_is_new_no_copy_is_taken_unless_somebody_asks() {
    let mut place = Place::new();
    assert!(place.take(Why::Routine).is_some());
    assert!(place.take(Why::Routine).is_none());
    assert!(place.take(Why::Leaving).is_none());
    assert!(place.take(Why::Asked).is_some());
    place.capture("Kettle");
    assert!(place.take(Why::Leaving).is_some());
    assert_eq!(place.list().len(), 3);
}

#[test]
fn of_the_invented_ideas_no_copy_is_taken_by_itself() {
    let place = Place::new();
    let file = place.folder.path().join("sluss-demo.db");
    std::fs::copy(place.file(), &file).unwrap();
    let beside = Beside::of(&file);
    assert_eq!(backup::take(&file, &beside, Why::Leaving).unwrap(), None);
    assert!(backup::take(&file, &beside, Why::Asked).unwrap().is_some());
    assert_eq!(place.list(), [], "it is no copy of the other file");
}

#[test]
fn who_goes_back_among_the_invented_ideas_has_a_copy_of_what_was_there() {
    let mut place = Place::called("sluss-demo.db");
    let taken = place.take(Why::Asked).unwrap();
    place.capture("Kettle");
    let later = contents(&place.file());
    let ready = place.restore(&taken);
    let before = ready.before.clone().unwrap();
    assert_eq!(restore::switch(&place.file(), ready).unwrap(), None, "nothing is put aside");
    let ready = place.restore(&before);
    restore::switch(&place.file(), ready).unwrap();
    assert_eq!(contents(&place.file()), later);
}

#[test]
fn the_newest_stands_first_whatever_the_clock_says() {
    let mut place = Place::new();
    let (file, beside) = (place.file(), place.beside());
    for (nth, now) in [NOW, date(1970, 1, 1).at(0, 0, 0, 0), date(2099, 1, 1).at(0, 0, 0, 0)]
        .into_iter()
        .enumerate()
    {
        let why = Why::Routine;
        backup::take_with(&Taking { file: &file, beside: &beside, why, now }).unwrap().unwrap();
        place.capture(&nth.to_string());
    }
    let seqs: Vec<i64> = place.list().iter().map(|copy| copy.seq).collect();
    assert_eq!(seqs, [3, 2, 1]);
}

#[test]
fn b6_a_backup_whose_bytes_changed_is_told_from_a_good_one() {
    let place = Place::new();
    let taken = place.take(Why::Asked).unwrap();
    let path = place.path(&taken);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let [listed] = place.list().try_into().unwrap();
    assert_eq!(backup::check(&place.beside(), &listed), Soundness::Damaged);
}

#[test]
fn a_half_file_never_counts_and_goes_with_the_next_one() {
    let mut place = Place::new();
    let taken = place.take(Why::Asked).unwrap();
    let folder = place.beside().backups();
    std::fs::write(folder.join(".sluss-1.half"), b"SQLite format 3\0").unwrap();
    std::fs::write(folder.join("sluss-2026-11-23T15.00.00-seq000009.db.sha256"), "x").unwrap();
    let theirs = ["holiday.half", "x.db.sha256", "x-journal"];
    theirs.iter().for_each(|name| std::fs::write(folder.join(name), "theirs").unwrap());
    assert_eq!(place.list().len(), 1);
    place.capture("Kettle");
    let next = place.take(Why::Routine).unwrap();
    let (taken, next) = (taken.name, next.name);
    let sidecars = [format!("{taken}.sha256"), format!("{next}.sha256")];
    let mut expected = vec![taken, next];
    expected.extend(sidecars);
    expected.extend(theirs.map(str::to_owned));
    expected.sort();
    assert_eq!(names(&folder), expected);
}

#[test]
fn a_copy_that_nobody_told_of_is_not_good() {
    let place = Place::new();
    let taken = place.take(Why::Asked).unwrap();
    let folder = place.beside().backups();
    std::fs::remove_file(folder.join(format!("{}.sha256", taken.name))).unwrap();
    assert_eq!(place.list()[0].soundness, Soundness::Damaged);
    assert!(place.take(Why::Routine).is_some(), "it does not stand in for a good one");
}

#[test]
fn b3_a_backup_of_a_file_that_is_written_to_is_one_of_its_states() {
    let place = Place::new();
    let file = place.file();
    let steps = 500;
    let writer = {
        let file = file.clone();
        std::thread::spawn(move || {
            let mut store = Store::open(&file, "the writer".into()).unwrap();
            for n in 0..steps {
                let title = format!("Idea {n}");
                store.commit(request(1000 + n), &capture(&title)).unwrap().unwrap();
            }
        })
    };
    let mut taken = Vec::new();
    while !writer.is_finished() || taken.is_empty() {
        taken.extend(place.take(Why::Asked));
    }
    writer.join().unwrap();
    for copy in taken {
        let raw = rusqlite::Connection::open(place.path(&copy)).unwrap();
        let one = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(one("SELECT max(seq) FROM journal"), copy.seq);
        assert_eq!(one("SELECT count(*) FROM journal"), copy.seq, "no step is missing");
        assert_eq!(one("SELECT count(*) FROM idea"), copy.seq - 1, "every step is whole");
    }
}

/// All that the file's records say.
fn contents(file: &Path) -> Vec<String> {
    let raw = rusqlite::Connection::open(file).unwrap();
    let mut rows = Vec::new();
    for table in sluss::domain::Kind::ALL.iter().map(|kind| kind.table()) {
        let mut statement = raw.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let cells = (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap()));
            rows.push(format!("{table} {}", cells.collect::<Vec<_>>().join(" ")));
        }
    }
    rows
}

impl Place {
    fn restore(&mut self, copy: &Backup) -> restore::Ready {
        self.requests += 1;
        let (file, beside) = (self.file(), self.beside());
        let request = request(self.requests);
        restore::prepare(&Restoring {
            file: &file,
            beside: &beside,
            copy,
            request,
            run: "a test",
            now: NOW,
        })
        .unwrap()
    }
}

#[test]
fn b4_a_copy_comes_back_and_so_does_what_it_replaced() {
    let mut place = Place::new();
    place.capture("Kettle");
    let taken = place.take(Why::Asked).unwrap();
    let then = contents(&place.file());
    place.capture("Drill");
    let later = contents(&place.file());

    let ready = place.restore(&taken);
    let before = ready.before.clone().unwrap();
    restore::switch(&place.file(), ready).unwrap();
    assert_eq!(contents(&place.file()), then);
    assert_eq!(before.why, Some(Why::BeforeRestore));

    let ready = place.restore(&before);
    restore::switch(&place.file(), ready).unwrap();
    assert_eq!(contents(&place.file()), later);
    assert_eq!(
        names(place.folder.path()),
        ["backups", "sluss.db", "sluss.lock"],
        "nothing is left over"
    );
}

#[test]
fn after_a_restore_steps_and_ideas_are_numbered_on() {
    let mut place = Place::new();
    let taken = place.take(Why::Asked).unwrap();
    place.capture("Kettle");
    place.capture("Drill");
    let ready = place.restore(&taken);
    restore::switch(&place.file(), ready).unwrap();
    let reader = Reader::open(&place.file()).unwrap();
    let entries = reader.history(None, None, 9).unwrap();
    let told: Vec<_> = entries.iter().map(|entry| (entry.seq, &*entry.label.id)).collect();
    assert_eq!(told, [(4, "step-restored"), (1, "step-begin")]);
    drop(reader);
    place.capture("Lamp");
    let reader = Reader::open(&place.file()).unwrap();
    let ideas: Vec<sluss::domain::Idea> = reader.every().unwrap();
    assert_eq!(ideas.iter().map(|idea| idea.id.0).collect::<Vec<_>>(), [3]);
    assert!(place.take(Why::Routine).unwrap().seq > taken.seq);
}

#[test]
fn what_is_being_typed_survives_a_restore() {
    let mut place = Place::new();
    let taken = place.take(Why::Asked).unwrap();
    let draft = sluss::domain::Draft {
        field: "need".into(),
        text: "Half a sen".into(),
        was: String::new(),
        at: Stamp(7),
    };
    let mut store = Store::open(&place.file(), "a test".into()).unwrap();
    store.keep_draft("new", std::slice::from_ref(&draft)).unwrap();
    drop(store);
    let ready = place.restore(&taken);
    restore::switch(&place.file(), ready).unwrap();
    let reader = Reader::open(&place.file()).unwrap();
    assert_eq!(reader.drafts("new").unwrap(), [draft]);
}

#[test]
fn a_restore_tells_first_what_would_go_and_what_would_come() {
    let mut place = Place::new();
    place.capture("Kettle");
    let taken = place.take(Why::Asked).unwrap();
    place.capture("Drill");
    place.capture("Lamp");
    let tell = |place: &Place, copy: &Backup| {
        let reader = Reader::open(&place.file()).unwrap();
        backup::difference(Some(&reader), &place.path(copy)).unwrap()
    };
    let told = tell(&place, &taken);
    assert_eq!((told.lost.steps, told.lost.ideas), (2, 2));
    assert_eq!(told.lost.newest.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [4, 3]);
    assert_eq!((told.gained.steps, told.gained.ideas), (0, 0));
    assert_eq!((told.ideas_here, told.ideas_there), (3, 1));

    let ready = place.restore(&taken);
    let before = ready.before.clone().unwrap();
    restore::switch(&place.file(), ready).unwrap();
    let told = tell(&place, &before);
    assert_eq!((told.lost.steps, told.lost.ideas), (1, 0), "the restore itself");
    assert_eq!((told.gained.steps, told.gained.ideas), (2, 2));
}

#[test]
fn b4_a_restore_is_overtaken_by_whoever_saves_in_the_meantime() {
    let mut place = Place::new();
    let taken = place.take(Why::Asked).unwrap();
    place.capture("Kettle");
    let ready = place.restore(&taken);
    place.capture("Drill");
    let now = contents(&place.file());
    assert!(matches!(restore::switch(&place.file(), ready), Err(RestoreError::Overtaken)));
    assert_eq!(contents(&place.file()), now);
}

#[test]
fn b4_nothing_is_switched_while_somebody_has_the_file_open() {
    let mut place = Place::new();
    let taken = place.take(Why::Asked).unwrap();
    place.capture("Kettle");
    let ready = place.restore(&taken);
    let reader = Reader::open(&place.file()).unwrap();
    assert_eq!(reader.newest().unwrap(), 2);
    let switched = restore::switch(&place.file(), ready);
    assert!(switched.is_err(), "{switched:?}");
    drop(reader);
    assert_eq!(Reader::open(&place.file()).unwrap().newest().unwrap(), 2);
}

#[test]
fn c1_what_cannot_be_read_is_put_aside_byte_for_byte() {
    let mut place = Place::new();
    place.capture("Kettle");
    let taken = place.take(Why::Asked).unwrap();
    let mut bytes = std::fs::read(place.file()).unwrap();
    bytes[..100].fill(0);
    std::fs::write(place.file(), &bytes).unwrap();
    std::fs::write(place.folder.path().join("sluss.db-wal"), b"a log").unwrap();
    let ready = place.restore(&taken);
    assert_eq!(ready.before, None);
    restore::switch(&place.file(), ready).unwrap();
    assert_eq!(contents(&place.file()).iter().filter(|row| row.starts_with("idea ")).count(), 1);
    let aside = place.folder.path().join("damaged-2026-11-23T14.02.11-sluss.db");
    assert_eq!(std::fs::read(&aside).unwrap(), bytes);
    let log = place.folder.path().join("damaged-2026-11-23T14.02.11-sluss.db-wal");
    assert_eq!(std::fs::read(log).unwrap(), b"a log");
    // Another one in the same second takes another name.
    std::fs::write(place.file(), b"worse").unwrap();
    restore::put_aside(&place.file(), NOW).unwrap();
    assert_eq!(std::fs::read(&aside).unwrap(), bytes);
}

fn salvaged(place: &Place) -> (PathBuf, Salvaged) {
    let now = NOW;
    let (ready, told) =
        salvage::salvage(&place.file(), place.folder.path(), request(9999), "a test", now).unwrap();
    let to = salvage::beside(&place.file());
    salvage::land(ready, &to).unwrap();
    (to, told)
}

/// What a look through a file finds to be wrong.
fn findings(file: &Path) -> Vec<sluss::domain::Finding> {
    let reader = Reader::open(file).unwrap();
    reader.inspect(sluss::store::Depth::Whole, &Default::default()).unwrap().findings
}

#[test]
fn what_is_whole_is_salvaged_whole() {
    let mut place = Place::full();
    place.capture("Kettle");
    let (to, told) = salvaged(&place);
    assert_eq!(contents(&to), contents(&place.file()));
    assert_eq!((told.lost, told.lost_steps, told.loosened), (vec![], 0, 0));
    assert!(!told.is_more_lost);
    assert_eq!(findings(&to), []);
}

#[test]
fn c1_a_file_whose_first_bytes_are_gone_is_salvaged_whole() {
    let place = Place::full();
    let before = contents(&place.file());
    let mut bytes = std::fs::read(place.file()).unwrap();
    bytes[..100].fill(0);
    std::fs::write(place.file(), &bytes).unwrap();
    let (to, told) = salvaged(&place);
    assert_eq!(contents(&to), before);
    assert_eq!(told.lost, []);
    assert_eq!(std::fs::read(place.file()).unwrap(), bytes, "not a byte of it changed");
}

#[test]
fn c1_a_file_whose_first_bytes_say_something_wrong_is_salvaged_whole() {
    let place = Place::full();
    let before = contents(&place.file());
    let whole = std::fs::read(place.file()).unwrap();
    let wrong: [(usize, &[u8]); 17] = [
        (0, b"squeal"),
        // The size of pages: none, and others that there are.
        (16, &[0, 0]),
        (16, &[0, 1]),
        (16, &[0x20, 0]),
        (16, &[0x02, 0]),
        (18, &[7]),
        (19, &[1]),
        (20, &[1]),
        (20, &[0xff]),
        (21, &[65]),
        (22, &[0]),
        (23, &[33]),
        (28, &[0x7f, 0, 0, 0]),
        (44, &[0, 0, 0, 9]),
        (52, &[0, 0, 0, 5]),
        (56, &[0, 0, 0, 2]),
        (60, &[0x7f, 0, 0, 0]),
    ];
    for (at, said) in wrong {
        let mut bytes = whole.clone();
        bytes[at..at + said.len()].copy_from_slice(said);
        std::fs::write(place.file(), &bytes).unwrap();
        assert_eq!(salvage::survey(&place.file()), Some(40), "{at}: {said:?}");
        let (to, told) = salvaged(&place);
        assert_eq!(contents(&to), before, "{at}: {said:?}");
        assert_eq!((told.lost, told.lost_steps), (vec![], 0), "{at}: {said:?}");
        assert_eq!(std::fs::read(place.file()).unwrap(), bytes, "not a byte of it changed");
        std::fs::remove_file(to).unwrap();
    }
}

#[test]
fn c1_a_file_whose_pages_are_of_another_size_is_salvaged_whole() {
    let place = Place::full();
    let raw = rusqlite::Connection::open(place.file()).unwrap();
    raw.execute_batch("PRAGMA journal_mode = delete; PRAGMA page_size = 1024; VACUUM").unwrap();
    drop(raw);
    let before = contents(&place.file());
    let (to, told) = salvaged(&place);
    assert_eq!((contents(&to), told.lost), (before, vec![]));
}

#[test]
fn c1_a_file_that_cannot_tell_where_its_tables_are_is_salvaged_whole() {
    let begun = Place::full();
    let mut came_back = Place::full();
    let taken = came_back.take(Why::Asked).unwrap();
    let ready = came_back.restore(&taken);
    restore::switch(&came_back.file(), ready).unwrap();
    for place in [begun, came_back] {
        let before = contents(&place.file());
        let whole = std::fs::read(place.file()).unwrap();
        for nth in naming(&place.file()) {
            let mut bytes = whole.clone();
            bytes[(nth - 1) * 4096..nth * 4096].fill(0xA5);
            std::fs::write(place.file(), &bytes).unwrap();
            let (to, told) = salvaged(&place);
            assert_eq!(contents(&to), before, "page {nth}");
            assert_eq!((told.lost, told.lost_steps), (vec![], 0), "page {nth}");
            assert_eq!(std::fs::read(place.file()).unwrap(), bytes, "not a byte of it changed");
            std::fs::remove_file(to).unwrap();
        }
    }
}

/// The pages on which the tables are named.
fn naming(file: &Path) -> Vec<usize> {
    let bytes = std::fs::read(file).unwrap();
    let short = |at: usize| usize::from(u16::from_be_bytes([bytes[at], bytes[at + 1]]));
    let long = |at: usize| {
        usize::try_from(u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap())).unwrap()
    };
    assert_eq!(bytes[100], 5, "there are several");
    let below = (0..short(103)).map(|nth| long(short(112 + 2 * nth)));
    [1].into_iter().chain(below).chain([long(108)]).collect()
}

#[test]
fn c17_pages_that_are_gone_cost_what_stood_on_them_and_no_more() {
    let mut place = Place::full();
    for n in 0..200 {
        place.capture(&format!("Idea {n}"));
    }
    let whole = std::fs::read(place.file()).unwrap();
    let pages = whole.len() / 4096;
    let ideas = Reader::open(&place.file()).unwrap().every::<sluss::domain::Idea>().unwrap().len();
    let mut worst = ideas;
    let stride = if std::env::var_os("SLUSS_LONG").is_some() { 1 } else { 61 };
    for nth in (1..pages).step_by(stride) {
        let mut bytes = whole.clone();
        bytes[nth * 4096..(nth + 1) * 4096].fill(0xA5);
        std::fs::write(place.file(), &bytes).unwrap();
        let (to, told) = salvaged(&place);
        let mut found = findings(&to);
        found.retain(is_grave);
        found.truncate(3);
        assert_eq!(found, [], "page {nth}");
        worst = worst.min(told.ideas);
        assert_eq!(std::fs::read(place.file()).unwrap(), bytes, "page {nth}: it is as it was");
        std::fs::remove_file(to).unwrap();
    }
    assert!(worst * 10 >= ideas * 8, "at worst {worst} of {ideas} ideas were left");
}

#[test]
fn c17_where_nothing_tells_how_much_is_lost_it_is_not_called_nothing() {
    let place = Place::full();
    let roots: Vec<u32> = {
        let db = rusqlite::Connection::open(place.file()).unwrap();
        let journal = "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'journal'
                       OR name = 'sqlite_sequence'";
        let mut roots = db.prepare(journal).unwrap();
        roots.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let mut bytes = std::fs::read(place.file()).unwrap();
    for root in roots.into_iter().map(|root| usize::try_from(root).unwrap()) {
        bytes[(root - 1) * 4096..root * 4096].fill(0xA5);
    }
    std::fs::write(place.file(), &bytes).unwrap();
    let (_, told) = salvaged(&place);
    assert_eq!((told.ideas, told.lost), (40, vec![]));
    assert!(told.is_more_lost);
}

/// Steps that are gone are told, not mended; all else holds.
fn is_grave(finding: &sluss::domain::Finding) -> bool {
    use sluss::domain::Finding;
    !matches!(finding, Finding::EntriesGone(..) | Finding::Standing(_) | Finding::About(_))
}

#[test]
fn what_is_no_database_at_all_is_not_salvaged() {
    let place = Place::new();
    std::fs::write(place.file(), vec![7; 40_960]).unwrap();
    let made = salvage::salvage(&place.file(), place.folder.path(), request(1), "a test", NOW);
    assert!(made.is_err() || made.unwrap().1.is_nothing());
    assert_eq!(salvage::survey(&place.file()), None);
}

#[test]
fn what_was_taken_back_before_a_restore_or_a_salvage_is_no_damage() {
    let mut place = Place::new();
    place.capture("Kettle");
    let mut store = Store::open(&place.file(), "a test".into()).unwrap();
    store.undo(request(500)).unwrap().unwrap();
    drop(store);
    assert_eq!(findings(&place.file()), []);
    let (to, _) = salvaged(&place);
    assert_eq!(findings(&to), []);
    let taken = place.take(Why::Asked).unwrap();
    let ready = place.restore(&taken);
    restore::switch(&place.file(), ready).unwrap();
    assert_eq!(findings(&place.file()), []);
}

#[test]
fn what_could_not_be_kept_as_it_is_leaves_no_file() {
    let place = Place::full();
    let mut bytes = std::fs::read(place.file()).unwrap();
    let middle = bytes.len() / 8192 * 4096;
    bytes[middle..].fill(0xA5);
    let store = Store::open(&place.file(), "a test".into()).unwrap();
    std::fs::write(place.file(), bytes).unwrap();
    assert!(store.keep_as_it_is(&place.beside()).is_err());
    assert_eq!(names(&place.beside().backups()), [""; 0]);
}

#[test]
fn two_boards_of_one_name_that_share_a_second_folder_leave_each_others_copies_alone() {
    let shared = tempfile::tempdir().unwrap();
    let second = Some(shared.path().to_owned());
    let keeping = Keeping { second, most: 1, paused: false };
    let keep = |place: &mut Place, title: &str| {
        place.capture(title);
        let kept = backup::keep(&place.file(), &place.beside(), Why::Asked, &keeping);
        let kept = kept.unwrap().unwrap();
        assert!(kept.second.is_none());
        kept.backup.name
    };
    let (mut young, mut old) = (Place::new(), Place::empty_of(1000));
    old.commit(&Begin { name: "Annan".into() }.into());
    (0..9).for_each(|nth| old.capture(&nth.to_string()));
    let first = keep(&mut young, "Kettle");
    let theirs = keep(&mut old, "Drill");
    assert!(shared.path().join(first).exists());
    let ours = keep(&mut young, "Lamp");
    let left = [ours.clone(), format!("{ours}.sha256"), theirs.clone(), format!("{theirs}.sha256")];
    let mut left = Vec::from(left);
    left.sort();
    assert_eq!(names(shared.path()), left);
}

#[test]
fn the_folder_of_the_copies_is_no_second_one() {
    let mut place = Place::full();
    place.capture("Kettle");
    let second = place.beside().backups().join("..").join("backups");
    let keeping = Keeping { second: Some(second), most: u64::MAX, paused: false };
    let kept = backup::keep(&place.file(), &place.beside(), Why::Asked, &keeping);
    let kept = kept.unwrap().unwrap();
    assert_eq!(kept.second.unwrap().kind(), std::io::ErrorKind::InvalidInput);
    assert_eq!(names(&place.beside().backups()).len(), 2, "the copy and what is told of it");
}

#[test]
fn a_board_that_takes_the_place_of_another_begins_with_a_copy_of_its_own() {
    let mut place = Place::new();
    place.capture("Kettle");
    assert!(place.take(Why::Leaving).is_some());
    std::fs::remove_file(place.file()).unwrap();
    std::fs::remove_file(place.beside().lock()).unwrap();
    let folder = std::mem::replace(&mut place.folder, tempfile::tempdir().unwrap());
    let mut anew = Place { folder, name: "sluss.db", requests: 1000 };
    std::fs::rename(anew.beside().backups(), anew.folder.path().join("aside")).unwrap();
    anew.commit(&Begin { name: "Annan".into() }.into());
    std::fs::rename(anew.folder.path().join("aside"), anew.beside().backups()).unwrap();
    anew.capture("Drill");
    assert!(anew.take(Why::Leaving).is_some(), "as many steps, and others");
    assert_eq!(anew.list().len(), 2);
}
