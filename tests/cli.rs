//! The program from the shell, in both languages: what it prints and its exit codes. The real
//! program is run, at home in a temporary folder.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

struct Home {
    folder: tempfile::TempDir,
    language: &'static str,
}

struct Said {
    out: String,
    err: String,
    code: i32,
}

impl Home {
    fn new(language: &'static str) -> Home {
        Home { folder: tempfile::tempdir().unwrap(), language }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("data/sluss.db")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sluss"));
        command
            .args(args)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("LANG", self.language)
            .env("TERM", "xterm-256color")
            .env("SLUSS_DB", self.file())
            .stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Said {
        said(self.command(args).output().unwrap())
    }

    fn fed(&self, args: &[&str], input: &str) -> Said {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        said(child.wait_with_output().unwrap())
    }

    /// What is printed where all goes well.
    fn out(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!(said.code, 0, "{args:?}: {}", said.err);
        said.out
    }

    fn refused(&self, args: &[&str], code: i32, sentence: &str) {
        let said = self.run(args);
        assert_eq!((said.code, said.err.trim_end()), (code, sentence), "{args:?}");
        assert_eq!(said.out, "", "{args:?}");
    }
}

fn said(output: Output) -> Said {
    Said {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

const SV: &str = "sv_SE.UTF-8";
const EN: &str = "en_GB.UTF-8";

#[test]
fn ideas_are_added_and_listed_in_either_language() {
    for (language, list) in [
        (
            SV,
            "Nr  Steg      Dagar i steget  Enhet  Titel\n\
             #1  Inkommen               0  SBF    Digital kö\n\
             #2  Inkommen               0         Solceller\n",
        ),
        (
            EN,
            "No  Stage     Days in stage  Unit  Title\n\
             #1  Received              0  SBF   Digital kö\n\
             #2  Received              0        Solceller\n",
        ),
    ] {
        let home = Home::new(language);
        let added = home.out(&["add", "Digital kö / folk ringer #bygg @SBF", "Solceller"]);
        assert_eq!(added, "#1 Digital kö\n#2 Solceller\n");
        assert_eq!(home.out(&["list"]), list);
    }
}

#[test]
fn a_list_to_be_read_aloud_is_sentences_without_boxes() {
    let home = Home::new(SV);
    home.out(&["add", "Digital kö @SBF"]);
    assert_eq!(
        home.out(&["list", "--plain"]),
        "#1 Digital kö. Steg: Inkommen. Dagar i steget: 0. Enhet: SBF.\n"
    );
}

#[test]
fn lines_from_a_pipe_become_ideas_in_one_step() {
    let home = Home::new(SV);
    let said = home.fed(&["add", "-"], "- ett\n\n2. två\n");
    assert_eq!(said.out, "#1 ett\n#2 två\n");
    assert_eq!(home.out(&["undo"]), "Ångrat: 2 nya idéer\n");
    assert_eq!(home.run(&["list"]).err, "Här finns inga idéer.\n");
    assert_eq!(home.out(&["redo"]), "Gjort om: 2 nya idéer\n");
}

#[test]
fn an_idea_is_moved_edited_commented_and_decided_on() {
    let home = Home::new(EN);
    home.out(&["add", "Kettle"]);
    assert_eq!(home.out(&["move", "#1", "need"]), "#1 moved from Received to Need\n");
    assert_eq!(home.out(&["move", "1", "--back"]), "#1 moved from Need to Received\n");
    home.out(&["edit", "1", "need=The old one is cold", "source=email"]);
    home.out(&["comment", "1", "--kind", "risk", "It may be hot"]);
    home.out(&["decide", "1", "go ahead", "--reason", "It is clear"]);
    let shown = home.out(&["show", "1"]);
    for line in ["Stage: Need", "Need: The old one is cold", "Risk", "It may be hot", "It is clear"]
    {
        assert!(shown.contains(line), "{line} is not in\n{shown}");
    }
    let shown: serde_json::Value =
        serde_json::from_str(&home.out(&["show", "1", "--json"])).unwrap();
    assert_eq!(shown["fields"]["source"], "epost");
    assert_eq!(shown["comments"][0]["text"], "It may be hot");
}

#[test]
fn a_title_cannot_drive_the_terminal() {
    let home = Home::new(SV);
    home.out(&["add", "Röd \u{1b}[31mkanna\u{202e}"]);
    for args in [&["list"][..], &["list", "--json"], &["show", "1"], &["list", "--plain"]] {
        let out = home.out(args);
        assert!(!out.contains(['\u{1b}', '\u{202e}']), "{args:?}");
    }
}

#[test]
fn what_is_wrong_is_said_with_the_way_out() {
    let home = Home::new(SV);
    let path = home.file();
    let none = format!(
        "sluss: Det finns inga idéer än i {}. Börja med sluss add, eller öppna tavlan med sluss.",
        path.display()
    );
    home.refused(&["list"], 66, &none);
    assert!(!path.exists(), "reading made a file");
    home.out(&["add", "Kanna"]);
    for (args, code, sentence) in [
        (
            &["move", "7", "behov"][..],
            66,
            "sluss: Det finns ingen idé #7. Skriv sluss list --all för att se alla nummer.",
        ),
        (&["show", "x"], 64, "sluss: ”x” är inget idénummer. Skriv till exempel 12."),
        (
            &["move", "1", "mars"],
            64,
            "sluss: Det finns inget steg som heter ”mars”. Välj något av: Inkommen, Behov, \
             Lösning, Test, Införande, I bruk",
        ),
        (
            &["edit", "1", "färg=röd"],
            64,
            "sluss: Det finns inget fält ”färg”. Skriv sluss edit --help för att se alla.",
        ),
        (&["liste"], 64, "sluss: Det finns inget kommando ”liste”. Menade du list?"),
        (&["redo"], 65, "sluss: Det finns ingenting att göra om."),
        (
            &[],
            69,
            "sluss: Tavlan behöver en terminal. Skriv sluss list för att läsa idéerna som text.",
        ),
    ] {
        home.refused(args, code, sentence);
    }
}

#[test]
fn help_tells_what_a_subcommand_takes_before_what_all_take() {
    let home = Home::new(SV);
    let told = home.out(&["check", "--help"]);
    let at = |option: &str| told.find(option).unwrap();
    assert!(at("--mend") < at("--accept") && at("--json") < at("--db"), "{told}");
    assert!(at("--db") < at("--lang") && at("--lang") < at("--help"), "{told}");
}

#[test]
fn a_copy_to_go_back_to_is_never_guessed() {
    let home = Home::new(SV);
    home.out(&["add", "Kanna"]);
    home.out(&["backup"]);
    let none = "sluss: Det finns ingen säkerhetskopia som heter . Visa alla med sluss backups.";
    home.refused(&["restore", "", "--yes"], 66, none);
    home.out(&["add", "Borr"]);
    home.out(&["backup"]);
    let several = "sluss: Flera säkerhetskopior börjar med sluss. Skriv mer av namnet, eller visa \
                   alla med sluss backups.";
    home.refused(&["restore", "sluss", "--yes"], 64, several);
}

#[test]
fn a_file_that_is_not_there_is_not_called_unreadable() {
    let home = Home::new(SV);
    let path = home.file();
    let none = format!("sluss: {} finns inte. Kontrollera sökvägen.", path.display());
    home.refused(&["salvage"], 66, &none);
}

#[test]
fn a_file_of_others_is_left_as_it_is() {
    let home = Home::new(EN);
    std::fs::create_dir(home.file().parent().unwrap()).unwrap();
    std::fs::write(home.file(), "minutes of the meeting").unwrap();
    for args in [&["list"][..], &["add", "Kettle"], &["undo"], &[]] {
        let said = home.run(args);
        assert_eq!(said.code, 65, "{args:?}: {}", said.err);
        assert!(said.err.contains("is not a file of Sluss. It was left as it is."), "{}", said.err);
    }
    assert_eq!(std::fs::read_to_string(home.file()).unwrap(), "minutes of the meeting");
}

#[test]
fn a_locked_file_is_told_after_a_while() {
    let home = Home::new(SV);
    home.out(&["add", "Kanna"]);
    let other = rusqlite::Connection::open(home.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let said = home.run(&["add", "Kopp"]);
    assert_eq!(said.code, 75);
    assert_eq!(
        said.err,
        "sluss: Ett annat program skriver i filen just nu. Försök igen om en stund.\n"
    );
}

#[test]
fn the_language_asked_for_goes_first() {
    let home = Home::new(SV);
    home.out(&["add", "Kanna"]);
    assert!(home.out(&["--lang", "en", "list"]).starts_with("No"));
    assert!(home.out(&["list", "--help"]).contains("Visa idéerna på tavlan"));
    assert!(home.out(&["list", "--help", "--lang=en"]).contains("Show the ideas on the board"));
    let settings = home.folder.path().join(".config/sluss");
    if cfg!(target_os = "linux") {
        std::fs::create_dir_all(&settings).unwrap();
        std::fs::write(settings.join("settings.toml"), "language = \"en\"\n").unwrap();
        assert!(home.out(&["list"]).starts_with("No"));
    }
}

#[test]
fn what_is_written_to_begin_from_is_not_written_over_and_checks() {
    let home = Home::new(EN);
    for command in ["keys", "settings"] {
        let path = home.out(&[command, "--write"]);
        let path = path.strip_suffix(" has been made.\n").unwrap();
        assert_eq!(home.out(&[command, "--check", path]), format!("{path} can be read.\n"));
        let sentence = format!("sluss: {path} is there already and is not written over.");
        home.refused(&[command, "--write"], 73, &sentence);
    }
}

#[test]
fn a_reader_that_leaves_ends_it_quietly() {
    let home = Home::new(SV);
    let mut command = home.command(&["man"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let said = said(child.wait_with_output().unwrap());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}

#[test]
fn the_demo_makes_its_own_file_beside() {
    let home = Home::new(SV);
    assert_eq!(home.run(&["demo"]).code, 69);
    assert!(!home.file().exists());
    let demo = home.file().with_file_name("sluss-demo.db");
    let list = home.out(&["--db", demo.to_str().unwrap(), "list", "--all", "--json"]);
    let list: Vec<serde_json::Value> = serde_json::from_str(&list).unwrap();
    assert!(list.len() >= 39, "{}", list.len());
}

#[test]
fn scripts_find_the_paths_and_the_keys() {
    let home = Home::new(EN);
    let paths: serde_json::Value = serde_json::from_str(&home.out(&["where", "--json"])).unwrap();
    assert_eq!(paths["file"], home.file().to_str().unwrap());
    assert!(home.out(&["keys", "--markdown"]).contains("| `u`, `Space u` |"));
    assert!(home.out(&["completions", "bash"]).contains("_sluss"));
    assert!(home.out(&["man", "add"]).contains(".TH"));
}

#[test]
fn a_file_goes_out_and_comes_in_again_whole_and_only_once() {
    let home = Home::new(SV);
    home.out(&["add", "Kanna / den gamla är kall #kök", "Borr"]);
    home.out(&["move", "2", "--next"]);
    let path = home.folder.path().join("ut.json");
    let path = path.to_str().unwrap();
    assert_eq!(home.out(&["export", "--json", path]), format!("{path} är skapad.\n"));
    let sentence = format!("sluss: {path} finns redan och skrivs inte över.");
    home.refused(&["export", path], 73, &sentence);
    let other = Home::new(SV);
    let told = other.out(&["import", "--json", path]);
    assert!(told.ends_with("Fanns redan: 0. Olika, inte ändrat: 0.\n"), "{told}");
    assert_eq!(other.out(&["list"]), home.out(&["list"]));
    assert_eq!(other.out(&["export"]), home.out(&["export"]));
    assert!(other.out(&["import", path]).starts_with("Nytt: 0."));
    other.out(&["edit", "1", "title=Tekanna"]);
    let told = other.out(&["import", path]);
    assert!(told.starts_with("Skiljer sig: idé #1 Kanna\n"), "{told}");
    assert!(other.out(&["list"]).contains("Tekanna"));
}

#[test]
fn what_is_no_export_makes_no_file() {
    let home = Home::new(EN);
    let path = home.folder.path().join("in.json");
    for (text, sentence) in [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("Title;Need\nKettle;Warm\n", "is not a file from sluss export"),
        ("{\n\"format\": 3\n", "ends in the middle, in line 3"),
        ("{\n\"format\": 3 4\n}", "cannot be read as JSON, line 2"),
        ("\u{feff}{\"format\": \"other\"}", "is not a file from sluss export"),
        ("{\"format\": \"other\"}", "is not a file from sluss export"),
        ("{\"format\":\"sluss\",\"version\":7}", "comes from a newer version of Sluss"),
        (
            r#"{"format":"sluss","version":1,"records":{},"history":[]}"#,
            "is not a file from sluss export",
        ),
    ] {
        std::fs::write(&path, text).unwrap();
        let said = home.run(&["import", path.to_str().unwrap()]);
        assert_eq!(said.code, 65, "{text}");
        assert!(said.err.contains(sentence), "{}", said.err);
        assert!(!home.file().exists());
    }
}

#[test]
fn words_are_found_in_all_texts_and_conditions_narrow() {
    let home = Home::new(SV);
    home.out(&["add", "Tekanna / den gamla är kall @SBF", "Borr"]);
    home.out(&["comment", "2", "Även borren blir KALL"]);
    assert_eq!(
        home.out(&["search", "kall"]),
        "#1 Tekanna (Inkommen)\n  Behov: den gamla är kall\n\
         #2 Borr (Inkommen)\n  Kommentar: Även borren blir KALL\n"
    );
    assert_eq!(home.out(&["search", "enhet:SBF"]), "#1 Tekanna (Inkommen)\n");
    assert_eq!(home.run(&["search", "finns inte"]).err, "Inget hittades.\n");
}

#[test]
fn whom_it_is_about_is_asked_and_never_guessed() {
    let home = Home::new("sv_SE.UTF-8");
    home.out(&["add", "Lampor / Anna Berg ringde", "Cyklar / Annas förslag"]);
    home.out(&["edit", "1", "giver=Anna Berg", "owner=Kim Ek"]);
    assert_eq!(home.out(&["person"]), "Nr  Namn\n#1  Anna Berg\n#2  Kim Ek\n");
    for what in ["show", "extract", "anonymise", "erase"] {
        let sentence = format!(
            "sluss: Vem gäller det? Skriv namnet eller numret efter {what}. \
             Kommandot sluss person visar alla."
        );
        home.refused(&["person", what], 64, &sentence);
    }
    let sentence = "sluss: Det finns ingen person ”berg”. Menar du Anna Berg (#1)?";
    home.refused(&["person", "show", "berg"], 66, sentence);
    let sentence = "sluss: Det finns ingen person ”Bo”. Kommandot sluss person visar alla.";
    home.refused(&["person", "show", "Bo"], 66, sentence);
}

#[test]
fn what_can_be_chosen_is_told_and_who_somebody_is_gets_a_quiet_word() {
    let home = Home::new("sv_SE.UTF-8");
    let said = home.run(&["add", "Lampor / Ring 070-123 45 67"]);
    assert_eq!((said.code, said.out.as_str()), (0, "#1 Lampor\n"));
    assert!(said.err.contains("Det ser ut som ett telefonnummer"), "{}", said.err);
    let said = home.run(&["edit", "1", "need=Född 811218-9876"]);
    assert!(said.err.contains("Det ser ut som ett personnummer"), "{}", said.err);
    let said = home.run(&["edit", "1", "giver=Kim Ek", "giver_contact=kim@kommun.se"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "a contact belongs there");
    let sentence = "sluss: Handlingsstatus: ”hemlig” finns inte att välja. Välj något av: \
                    Arbetsmaterial, Inkommen handling, Upprättad handling";
    home.refused(&["edit", "1", "record_status=hemlig"], 64, sentence);
}

#[test]
fn nothing_is_erased_while_something_that_was_said_cannot_be_meant() {
    let home = Home::new("sv_SE.UTF-8");
    home.out(&["add", "Lampor / Anna Berg ringde", "Cyklar / Annas förslag"]);
    home.out(&["edit", "1", "giver=Anna Berg"]);
    let erase = ["person", "erase", "1", "--yes"];
    let before = home.out(&["person", "show", "1"]);
    for (said, sentence) in [
        (vec!["--keep", "2,3"], "sluss: Det finns ingen träff 3. Ingenting är ändrat."),
        (vec!["--keep", "alla"], "sluss: Det finns ingen träff alla. Ingenting är ändrat."),
        (
            vec!["--keep", "2", "--because", "hej"],
            "sluss: Skälet ”hej” finns inte. Välj annan, behövs eller handling.",
        ),
    ] {
        home.refused(&[&erase[..], &said[..]].concat(), 64, sentence);
    }
    // A hit that may be somebody else wants a word, however sure one is of the rest.
    let said = home.run(&erase);
    assert_eq!(said.code, 64, "{}", said.out);
    assert!(said.err.starts_with("sluss: Ingenting är ändrat. Säg med --keep"), "{}", said.err);
    assert_eq!(home.out(&["person", "show", "1"]), before);
    // Numbers count for the list that was read, by its code.
    let keep = [&erase[..], &["--keep", "2", "--because", "Behövs"]].concat();
    let said = home.run(&keep);
    assert_eq!(said.code, 64, "{}", said.out);
    let code = said.err.trim_end().trim_end_matches('.').rsplit(' ').next().unwrap().to_owned();
    home.out(&[&keep[..], &["--seen", &code]].concat());
    assert!(home.out(&["show", "2"]).contains("Annas förslag"));
    for line in ["0", "1", "1-3", "2-1", "x"] {
        let sentence = format!(
            "sluss: Det finns ingen rad {line} att gallra. Kommandot sluss retention visar raderna."
        );
        home.refused(&["retention", "--dispose", line], 64, &sentence);
    }
}

#[test]
fn a_backup_to_a_folder_that_is_not_there_is_refused_before_one_is_taken() {
    for (language, told) in [
        (SV, "Skapa den, eller ange en annan med --to. Ingen kopia togs."),
        (EN, "Make it, or name another with --to. No backup was taken."),
    ] {
        let home = Home::new(language);
        home.out(&["add", "Kanna"]);
        let folder = home.folder.path().join("usb");
        let to = folder.to_str().unwrap();
        let said = home.run(&["backup", "--to", to]);
        assert_eq!(said.code, 66);
        assert!(said.err.contains(to) && said.err.trim_end().ends_with(told), "{}", said.err);
        assert!(!home.file().with_file_name("backups").exists() && !folder.exists());
        std::fs::create_dir(&folder).unwrap();
        assert!(home.out(&["backup", "--to", to]).contains(to));
    }
}

#[test]
fn what_salvage_could_not_read_is_named_in_the_language() {
    for (language, told) in
        [(SV, "  1 rad gick inte att läsa: tagg\n"), (EN, "  1 row could not be read: tag\n")]
    {
        let home = Home::new(language);
        home.out(&["add", "Kanna"]);
        let raw = rusqlite::Connection::open(home.file()).unwrap();
        raw.execute_batch("INSERT INTO tag (id, uid, name, sum) VALUES (1, 'no uid', 'kök', 0)")
            .unwrap();
        drop(raw);
        let said = home.out(&["salvage"]);
        assert!(said.contains(told), "{said}");
    }
}
