//! File systems that are no ordinary disk: shares, and places without shared memory or locks.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::pty::{End, Home, Signal, needs};

fn home() -> Home {
    let mut home = Home::own();
    home.capture(&["Borr"]);
    home
}

fn journal(home: &Home) -> &'static str {
    let head = std::fs::read(home.file()).unwrap();
    if head.get(18..20) == Some(&[2, 2]) { "wal" } else { "rollback" }
}

#[test]
fn n1_on_a_share_there_is_no_log_and_that_is_told_once() {
    let mut home = home();
    assert_eq!(journal(&home), "wal");
    let share = |home: &Home| home.start().env("SLUSS_FAULT", "file-system:cifs");
    let mut running = share(&home).run();
    running.until_says("Borr").until_says("nätverksenhet (cifs)");
    running.send("j").capture("Karta");
    assert_eq!(journal(&home), "rollback");
    assert!(!PathBuf::from(format!("{}-wal", home.file().display())).exists());
    // Nobody tells of what others do there: the file is asked.
    let since = Instant::now();
    home.command(&["add", "Från en annan"])
        .env("SLUSS_FAULT", "file-system:cifs")
        .output()
        .unwrap();
    running.until_says("Från en annan");
    assert!(since.elapsed() < Duration::from_secs(5));
    assert_eq!(running.send("q").ends(), 0);
    let mut again = share(&home).run();
    again.until_says("Karta");
    assert!(!again.text().contains("nätverksenhet"));
    again.send("q").ends();
    home.is_sound();
    // Back on a disk, the log is back.
    home.capture(&["Hemma"]);
    assert_eq!(journal(&home), "wal");
}

#[test]
fn n1_where_tells_the_kind_of_place_and_of_journal() {
    let home = home();
    let told = home.command(&["where"]).env("SLUSS_FAULT", "file-system:nfs").output().unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("(nfs)") && told.contains("WAL"), "{told}");
    let told = home.command(&["where", "--json"]).output().unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    for piece in [r#""file-system": "local""#, r#""journal": "wal""#, "sluss.lock", "backups"] {
        assert!(told.contains(piece), "{piece}: {told}");
    }
}

#[test]
fn n1_what_a_killed_writer_left_on_a_share_is_put_right_first() {
    let home = home();
    let share = |home: &Home| home.start().env("SLUSS_FAULT", "file-system:nfs");
    let mut running = share(&home).run();
    running.until_says("Borr").send("j").capture("Karta").kill();
    // A journal that was left hot: the file as it was is put back from it by the next who opens.
    let raw = home.raw();
    raw.execute_batch(
        "PRAGMA journal_mode=truncate; PRAGMA cache_size=1; PRAGMA cache_spill=1;
        BEGIN; UPDATE idea_text SET need = hex(randomblob(20000));",
    )
    .unwrap();
    let crashed = Home::empty();
    for ending in ["", "-journal"] {
        let from = format!("{}{ending}", home.file().display());
        std::fs::copy(from, format!("{}{ending}", crashed.file().display())).unwrap();
    }
    drop(raw);
    assert!(PathBuf::from(format!("{}-journal", crashed.file().display())).exists());
    for fault in ["file-system:nfs", ""] {
        let list = crashed.command(&["list"]).env("SLUSS_FAULT", fault).output().unwrap();
        assert!(String::from_utf8_lossy(&list.stdout).contains("Karta"), "{list:?}");
    }
    crashed.is_sound();
}

#[test]
fn n2_where_there_is_no_shared_memory_the_log_is_given_up() {
    let mut home = home();
    home.run().until_says("Borr").send("q").ends();
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", home.file().display()));
    }
    // What cannot be opened as a file cannot be shared memory.
    std::fs::create_dir(format!("{}-shm", home.file().display())).unwrap();
    let list = home.command(&["list"]).output().unwrap();
    assert!(String::from_utf8_lossy(&list.stdout).contains("Borr"), "{list:?}");
    let mut running = home.run();
    running.until_says("Borr").capture("Karta");
    assert_eq!(running.send("q").ends(), 0);
    assert_eq!(journal(&home), "rollback");
    home.capture(&["Till"]);
    home.is_sound();
}

/// Builds what stands between the program and the system; none where it cannot be built.
fn shim(home: &Home, source: &str) -> Option<PathBuf> {
    if !cfg!(target_os = "linux") || !needs("cc") {
        return None;
    }
    let (code, library) = (home.folder().join("shim.c"), home.folder().join("shim.so"));
    std::fs::write(&code, source).unwrap();
    let mut cc = Command::new("cc");
    cc.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(&code).arg("-ldl");
    let built = cc.output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    Some(library)
}

/// Every lock is granted to whoever asks, as on a share that was mounted with `nobrl`.
const NO_LOCKS: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
static int pass(const char *name, int fd, int cmd, void *arg) {
    if (cmd == F_SETLK || cmd == F_SETLKW) return 0;
    int (*real)(int, int, ...) = dlsym(RTLD_NEXT, name);
    return real(fd, cmd, arg);
}
int fcntl(int fd, int cmd, ...) {
    va_list ap; va_start(ap, cmd); void *arg = va_arg(ap, void *); va_end(ap);
    return pass("fcntl", fd, cmd, arg);
}
int fcntl64(int fd, int cmd, ...) {
    va_list ap; va_start(ap, cmd); void *arg = va_arg(ap, void *); va_end(ap);
    return pass("fcntl64", fd, cmd, arg);
}
"#;

#[test]
fn n3_a_share_on_which_locks_keep_nobody_out_is_told() {
    let home = home();
    let Some(library) = shim(&home, NO_LOCKS) else { return };
    let share = |home: &Home| home.start().env("SLUSS_FAULT", "file-system:cifs");
    let mut running = share(&home).env("LD_PRELOAD", &library).run();
    running.until_says("Borr").until_says("nätverksenhet").send("j");
    running.until_says("går inte att låsa");
    running.send("q").ends();
    // Where they do, nothing is said.
    let mut running = share(&home).run();
    running.until_says("Borr").listen(Duration::from_millis(500)).send("j");
    running.listen(Duration::from_millis(300));
    assert!(!running.text().contains("går inte att låsa"));
    running.send("q").ends();
}

/// Reading and writing of the file fails as on a share that is gone while the file `gone` is there,
/// and takes its time while `slow` is.
const SHARE: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>
static int trouble(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    char *at = strstr(path, "/sluss.db");
    if (!at) return 0;
    strcpy(at, "/slow");
    if (access(path, F_OK) == 0) {
        struct timespec wait = { 0, 200 * 1000 * 1000 };
        nanosleep(&wait, 0);
    }
    strcpy(at, "/gone");
    if (access(path, F_OK) == 0) { errno = ESTALE; return 1; }
    return 0;
}
#define IO(name, ret, params, args) \
    ret name params { \
        if (trouble(fd)) return -1; \
        ret (*real) params = dlsym(RTLD_NEXT, #name); \
        return real args; \
    }
IO(read, ssize_t, (int fd, void *b, size_t n), (fd, b, n))
IO(write, ssize_t, (int fd, const void *b, size_t n), (fd, b, n))
IO(pread, ssize_t, (int fd, void *b, size_t n, off_t o), (fd, b, n, o))
IO(pwrite, ssize_t, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o))
IO(pread64, ssize_t, (int fd, void *b, size_t n, off_t o), (fd, b, n, o))
IO(pwrite64, ssize_t, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o))
IO(fsync, int, (int fd), (fd))
IO(fdatasync, int, (int fd), (fd))
"#;

fn mark(home: &Home, name: &str) -> PathBuf {
    let path = home.folder().join(name);
    std::fs::write(&path, "").unwrap();
    path
}

fn on_the_share(home: &Home, library: &Path) -> super::pty::Running {
    home.start().env("SLUSS_FAULT", "file-system:nfs").env("LD_PRELOAD", library).run()
}

#[test]
fn n4_a_share_that_is_gone_for_a_while_costs_no_words() {
    let home = home();
    let Some(library) = shim(&home, SHARE) else { return };
    let mut running = on_the_share(&home, &library);
    running.until_says("Borr").send("j").capture("Karta");
    let gone = mark(&home, "gone");
    running
        .send("nUnder avbrottet\r")
        .until("a failure", |screen| screen.contains("Under avbrottet") && screen.contains('!'));
    std::fs::remove_file(gone).unwrap();
    // Whatever is done then, the words are in the file or beside it.
    running.signal(Signal::TERM);
    assert_eq!(running.end(), End::Code(143));
    home.is_sound();
    let listed = home.command(&["list"]).output().unwrap();
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert_eq!(listed.matches("Karta").count(), 1, "{listed}");
    let typed = "SELECT count(*) FROM draft WHERE text LIKE '%Under avbrottet%'";
    let typed: i64 = home.raw().query_row(typed, [], |row| row.get(0)).unwrap();
    let files = std::fs::read_dir(home.folder().join("drafts")).into_iter().flatten().flatten();
    let texts: String =
        files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect();
    assert!(typed > 0 || texts.contains("Under avbrottet") || listed.contains("Under avbrottet"));
}

#[test]
fn n5_a_share_that_is_slow_lets_one_type_on() {
    let home = home();
    let Some(library) = shim(&home, SHARE) else { return };
    let mut running = on_the_share(&home, &library);
    running.until_says("Borr").send("j").capture("Karta");
    let slow = mark(&home, "slow");
    running.send("n").until_says("Ny idé");
    let begun = Instant::now();
    running.send("Ett ord till").until_says("Ett ord till");
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    running.send("\r");
    std::fs::remove_file(slow).unwrap();
    running.until("it is saved", |screen| {
        screen.contains("Ett ord till") && screen.contains("Ny idé #")
    });
    running.press("esc").send("q").ends();
    home.is_sound();
}

#[test]
fn n5_where_there_is_no_log_whoever_holds_the_file_stops_no_key() {
    let home = home();
    home.nobody_asks();
    let mut running = home.start().env("SLUSS_FAULT", "file-system:cifs").run();
    running.until_says("nätverksenhet").press("e").until_says("Ändra #1");
    running
        .send("Ingen har en hemma.")
        .press("ctrl-s")
        .until("it is saved", |screen| screen.contains("▌ 1 Borr") && !screen.contains("sparar"));
    assert_eq!(journal(&home), "rollback");
    let other = home.raw();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let begun = Instant::now();
    running.press("n").until_says("Ny idé").send("Ett ord till").until_says("Ett ord till");
    running.press("esc").settle().press("enter").until_says("Ett annat program");
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    other.execute_batch("ROLLBACK").unwrap();
    // Nobody need press a key.
    running.until_says("Ingen har en hemma.").signal(Signal::TERM);
    assert_eq!(running.end(), End::Code(143));
}

#[test]
fn n6_a_folder_that_is_copied_elsewhere_is_warned_of_once() {
    let home = home();
    let start = |home: &Home| home.start().env("OneDrive", home.folder());
    start(&home).run().until_says("OneDrive kopierar mappen").send("q").ends();
    let mut again = start(&home).run();
    again.until_says("Borr");
    assert!(!again.text().contains("OneDrive"));
    again.send("q").ends();
    std::fs::create_dir(home.folder().join(".stfolder")).unwrap();
    home.run().until_says("Syncthing kopierar mappen").send("q").ends();
}
