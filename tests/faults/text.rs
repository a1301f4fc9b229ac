//! Text from outside: nothing in it drives the terminal, in the program or printed by it.

use proptest::prelude::*;
use sluss::domain::{Kind, Row, Value};

use super::hold::{self, wild};
use super::pty::{Home, Running, Signal, long, rounds, tell};
use super::ways::WAYS;

/// All that a title could try.
const HOSTILE: &str = " \u{1b}[31mröd\u{1b}]0;pwn\u{7}\u{9b}41m\u{1b}]52;c;cHdu\u{7}\u{1b}P$q\u{1b}\\\u{202e}bak\u{2066}\u{200b}\u{feff}\u{e0041}\u{2028}\u{fff9}\u{ad}\t\u{8}\u{7f}\u{85}=1+1\r";

fn hostile() -> String {
    format!("{HOSTILE}A{}", "\u{301}".repeat(60))
}

/// The invented ideas, with something hostile at the end of every text in the file.
fn planted() -> Home {
    let home = Home::demo();
    let mut raw = home.raw();
    raw.pragma_update(None, "foreign_keys", false).unwrap();
    for kind in Kind::ALL {
        let columns = kind.columns();
        for column in columns.iter().filter(|column| column.is_text && column.name != "key") {
            let (table, name) = (kind.table(), column.name);
            let change = raw.transaction().unwrap();
            let sql = format!("UPDATE {table} SET {name} = {name} || ?1 WHERE {name} <> ''");
            if change.execute(&sql, [hostile()]).is_err() {
                continue;
            }
            let reads = {
                let mut statement = change.prepare(&format!("SELECT * FROM {table}")).unwrap();
                let rows = statement.query_map([], |row| {
                    let cells = (0..columns.len()).map(|at| {
                        Ok(match row.get_ref(at)? {
                            rusqlite::types::ValueRef::Integer(number) => Value::Int(number),
                            rusqlite::types::ValueRef::Null => Value::Null,
                            other => Value::Text(other.as_str().unwrap().to_owned()),
                        })
                    });
                    Ok(Row(cells.collect::<Result<_, rusqlite::Error>>()?))
                });
                let rows: Vec<Row> = rows.unwrap().map(Result::unwrap).collect();
                rows.iter().all(|row| kind.reads(row))
            };
            if reads {
                change.commit().unwrap();
            }
        }
    }
    // What else is shown: drafts, the history, what is remembered.
    raw.execute(
        "UPDATE memory SET value = value || ?1 WHERE name NOT IN ('who', 'language')",
        [HOSTILE],
    )
    .unwrap();
    drop(raw);
    home
}

/// What is left of a program's bytes without the sequences that it sends itself.
fn without_sequences(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let mut left = String::new();
    let mut pieces = text.split('\u{1b}');
    left.push_str(pieces.next().unwrap());
    for piece in pieces {
        let inside = |c: char| c.is_ascii_digit() || ";?<>=".contains(c);
        let after = match piece.strip_prefix('[') {
            Some(rest) => {
                let rest = rest.trim_start_matches(inside);
                let last = rest.chars().next().unwrap_or('\0');
                assert!("mHJKhltcABCD".contains(last), "not ours: {piece:?}");
                rest.strip_prefix(last).unwrap()
            }
            // The question for the background, and its end.
            None if piece == "]11;?" => "",
            None => piece.strip_prefix('\\').unwrap_or_else(|| panic!("not ours: {piece:?}")),
        };
        left.push_str(after);
    }
    left
}

fn is_tame(program: &Running, place: &str) {
    let text = without_sequences(&program.bytes);
    assert!(!text.contains("pwn\u{7}"), "{place}");
    // Between cells the cursor is placed, so marks of two cells never meet.
    assert_eq!(wild(&text), None, "{place}");
}

#[test]
fn s1_nothing_in_a_text_drives_the_terminal_on_any_screen() {
    let home = planted();
    let every = if long() { 1 } else { 4 };
    for (name, keys) in WAYS.iter().step_by(every) {
        let home = home.another();
        let mut program = home.start().size(120, 36).run();
        program.until_says("Inkommen").press(keys).settle();
        program.press("down enter").settle();
        program.signal(Signal::TERM);
        program.ends();
        is_tame(&program, name);
    }
}

#[test]
fn s1_nothing_in_a_text_drives_the_terminal_from_a_subcommand() {
    let home = planted();
    let lines = [
        "list",
        "list --all",
        "list --plain",
        "list --json",
        "show 1",
        "show 1 --json",
        "show 10",
        "todo",
        "todo --json",
        "history",
        "history --json",
        "search röd",
        "search röd --json",
        "export",
        "where",
        "undo",
        "keys",
        "settings",
        "backups",
        "erasures",
        "person extract röd",
        "move 1 röd",
    ];
    for line in lines {
        let args: Vec<&str> = line.split(' ').collect();
        let ended = home.command(&args).output().unwrap();
        for bytes in [&ended.stdout, &ended.stderr] {
            let text = String::from_utf8(bytes.clone()).unwrap();
            assert_eq!(wild(&text), None, "sluss {line}\n{text}");
        }
    }
}

#[test]
fn s1_what_is_imported_is_as_tame_as_what_is_typed() {
    let there = planted();
    let written = there.command(&["export"]).output().unwrap();
    assert!(written.status.success());
    // As a foreign program would write it: the texts as they are.
    let text = String::from_utf8(written.stdout).unwrap();
    let nasty = serde_json::to_string(&hostile()).unwrap();
    let nasty = nasty.trim_matches('"');
    let text = text.replace("\"Lugn timme", &format!("\"{nasty}Lugn timme"));
    assert!(text.contains("u001b"));
    let here = Home::empty();
    let file = here.folder().join("in.json");
    std::fs::write(&file, text).unwrap();
    let ended = here.command(&["import", file.to_str().unwrap()]).output().unwrap();
    assert!(ended.status.success(), "{ended:?}");
    for idea in here.every::<sluss::domain::Idea>() {
        assert_eq!(wild(&idea.title), None);
    }
    let kept: i64 = here
        .raw()
        .query_row("SELECT count(*) FROM idea WHERE instr(title, char(27)) > 0", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(kept, 0);
}

#[test]
fn s1_what_is_pasted_or_typed_is_kept_tame() {
    let home = Home::new();
    let mut program = home.run();
    program.until_says("Inkommen").press("n").until_says("Ny idé");
    program.send("\u{1b}[200~").send(&hostile()).send("Borr\u{1b}[201~").until_says("Enter sparar");
    program.press("enter").until_says("Borr");
    program.press("esc").settle().send("n\u{202e}\u{200b}Skruv\r").until_says("Skruv");
    program.press("q");
    assert_eq!(program.ends(), 0);
    is_tame(&program, "a paste");
    for idea in home.every::<sluss::domain::Idea>() {
        assert_eq!(wild(&idea.title), None);
    }
}

#[test]
fn s1_names_of_files_and_words_on_the_line_are_told_tamely() {
    let home = Home::empty();
    for line in [
        vec!["--db", "/nowhere/\u{1b}]0;pwn\u{7}\u{202e}x\nsluss: ok", "list"],
        vec!["import", "\u{1b}[31m\u{9b}5m.json"],
        vec!["\u{1b}[2J\u{202e}"],
        vec!["list", "--\u{1b}[2J"],
        vec!["show", "\u{1b}[2J"],
        vec!["--lang", "\u{1b}[2J", "list"],
        vec!["export", "/nowhere/\u{7}\u{1b}c"],
    ] {
        let ended = home.command(&line).output().unwrap();
        assert!(!ended.status.success(), "{line:?}");
        for bytes in [&ended.stdout, &ended.stderr] {
            let text = String::from_utf8(bytes.clone()).unwrap();
            assert_eq!(wild(&text), None, "{line:?}: {text}");
        }
        assert!(!String::from_utf8(ended.stderr).unwrap().contains("\nsluss: ok"), "{line:?}");
    }
}

#[test]
fn s2_what_goes_to_the_clipboard_is_a_text_and_nothing_else() {
    let home = planted();
    let mut program = home.run();
    program.until_says("Inkommen").press("y").settle();
    let text = String::from_utf8(program.bytes.clone()).unwrap();
    let (_, after) = text.split_once("\u{1b}]52;").expect("the clipboard is written");
    let inside = after.split(['\u{7}', '\u{1b}']).next().unwrap();
    let (_, coded) = inside.split_once(';').unwrap();
    let plain = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c);
    assert!(coded.chars().all(plain), "{coded}");
    program.signal(Signal::TERM);
    program.ends();
}

#[test]
fn s2_the_window_has_no_title_of_ours() {
    let home = planted();
    let mut program = home.run();
    program.until_says("Inkommen").press("enter").settle().signal(Signal::TERM);
    program.ends();
    let text = String::from_utf8_lossy(&program.bytes).into_owned();
    for title in ["\u{1b}]0;", "\u{1b}]1;", "\u{1b}]2;"] {
        assert!(!text.contains(title));
    }
}

#[test]
fn s4_s5_whatever_is_searched_for_is_an_answer_and_soon() {
    let home = Home::demo();
    let long = "a ".repeat(5_000);
    let stars = format!("{}b", "a*".repeat(5_000));
    for words in [
        "\" OR NEAR(",
        "'; DROP TABLE idea; --",
        "%",
        "_",
        "*",
        "(((((",
        "a\"b",
        "steg:",
        "utan:",
        "-",
        "ä:ö",
        "\\",
        "{}",
        long.trim(),
        &stars,
    ] {
        let begun = std::time::Instant::now();
        let ended = home.command(&["search", "--", words]).output().unwrap();
        let told = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(matches!(ended.status.code(), Some(0 | 1 | 64 | 65)), "{words:.40}: {told}");
        let took = begun.elapsed();
        assert!(took < std::time::Duration::from_secs(3), "{words:.40} took {took:?}");
    }
    home.is_sound();
}

/// What `fuzz/` asks for long is asked here for a moment.
fn asked<T: std::fmt::Debug>(what: &str, of: impl Strategy<Value = T>, ask: impl Fn(T)) {
    let cases = rounds(300, 100_000);
    tell(&format!("{what}: {cases} cases"));
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let told = proptest::test_runner::TestRunner::new(config).run(&of, |value| {
        ask(value);
        Ok(())
    });
    if let Err(error) = told {
        panic!("{what}: {error}");
    }
}

/// Text of any kind, with more of what is nasty than chance would give.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "\u{1b}[",
        "\u{202e}",
        "\u{301}",
        "\u{200d}",
        "👩",
        "\r\n",
        "a",
        "å",
        " ",
        "\t",
        "1",
        "/",
        "#",
        "@",
        ":",
        "-",
        "\"",
        "steg:",
        "=",
        "[",
        "]",
        "<",
        "\u{fe0f}",
        "e\u{301}",
        "ي",
        "\u{e0041}",
        "ö",
        "x",
        "'",
        "*",
        "_",
        "`",
        "|",
        "2026-01-01",
        "fre",
        "v. 12",
    ];
    let piece = prop_oneof![
        3 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-zåäö0-9 ]{1,6}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&[u8]> = vec![
        b"\x1b",
        b"\x1b[",
        b"\x1b[200~",
        b"\x1b[201~",
        b"\x1b[<0;1;1M",
        b"\x1bO",
        b"\x1b]11;",
        b"\x07",
        b"\x1b\\",
        b"\x9b",
        b"\xc3\xa5",
        b"\xc3",
        b"1;5",
        b"A",
        b"~",
        b"\r",
        b"u",
        b"\x00",
        b"\x1b[M",
    ];
    let piece = prop_oneof![
        2 => prop::sample::select(pieces).prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 0..8),
    ];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

/// JSON that is nearly an export.
fn json() -> impl Strategy<Value = Vec<u8>> {
    let value = prop_oneof![
        Just("null".to_owned()),
        any::<i64>().prop_map(|n| n.to_string()),
        text().prop_map(|text| serde_json::to_string(&text).unwrap()),
        Just("[]".to_owned()),
        Just("{}".to_owned()),
    ];
    let pair = (prop::sample::select(vec!["uid", "name", "id", "removed", "x"]), value)
        .prop_map(|(name, value)| format!("\"{name}\":{value}"));
    let row =
        prop::collection::vec(pair, 0..6).prop_map(|pairs| format!("{{{}}}", pairs.join(",")));
    let rows = (
        prop::sample::select(vec!["tag", "idea", "person", "boat"]),
        prop::collection::vec(row, 0..3),
    )
        .prop_map(|(kind, rows)| format!("\"{kind}\":[{}]", rows.join(",")));
    (prop::collection::vec(rows, 0..3), 0..3_u32, any::<bool>()).prop_map(
        |(records, version, cut)| {
            let mut text = format!(
                "{{\"format\":\"sluss\",\"version\":{version},\"records\":{{{}}},\"history\":[]}}",
                records.join(",")
            );
            if cut {
                text.truncate(text.len() - 3);
            }
            text.into_bytes()
        },
    )
}

#[test]
fn s3_cleaned_text_is_tame_and_stays_as_it_is() {
    asked("clean", text(), |text| hold::cleaned(&text));
}

#[test]
fn s3_bytes_from_a_terminal_mean_the_same_however_they_are_cut() {
    asked("keys", bytes(), |bytes| hold::typed(&bytes));
}

#[test]
fn s3_whatever_is_imported_is_refused_or_tame() {
    asked("import", json(), |bytes| hold::imported(&bytes));
}

#[test]
fn s3_a_search_line_is_always_read() {
    asked("search", text(), |text| hold::searched(&text));
}

#[test]
fn s3_a_day_is_a_day() {
    asked("days", text(), |text| hold::dated(&text));
}

#[test]
fn s3_a_keymap_is_whole_or_refused() {
    let line = (
        prop::sample::select(vec![
            "[board]",
            "[line]",
            "[anywhere]",
            "capture",
            "save",
            "back",
            "x",
        ]),
        text(),
    )
        .prop_map(|(name, text)| match name.starts_with('[') {
            true => name.to_owned(),
            false => format!("{name} = [{}]", serde_json::to_string(&text).unwrap()),
        });
    let toml = prop::collection::vec(line, 0..6).prop_map(|lines| lines.join("\n"));
    asked("keymap", toml, |toml| hold::bound(&toml));
}

#[test]
fn s3_what_is_written_is_laid_out() {
    asked("prose", text(), |text| hold::written(&text));
}
