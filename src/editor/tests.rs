//! What people expect of a text field, whatever they write in it.

use proptest::prelude::*;
use ratatui::buffer::Buffer as Cells;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::input::{Chord, Key};

const FAMILY: &str = "👨‍👩‍👧";

fn prose(text: &str) -> Editor {
    Editor::new(Lines::Many, text)
}

/// Keys by name; what is in quotes is typed.
fn press(editor: &mut Editor, keys: &str) -> Pressed {
    let mut pressed = Pressed::Ignored;
    for (nth, part) in keys.split('"').enumerate() {
        if nth % 2 == 1 {
            for c in part.chars() {
                pressed = editor.press(Chord::plain(Key::Char(c)));
            }
        } else {
            for key in part.split_whitespace() {
                pressed = editor.press(key.parse().unwrap());
            }
        }
    }
    pressed
}

fn after(text: &str, keys: &str) -> String {
    let mut editor = prose(text);
    press(&mut editor, keys);
    editor.text()
}

fn screen(editor: &Editor, width: u16, height: u16) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let mut cells = Cells::empty(area);
    editor.draw(area, &mut cells, Look::default());
    (0..height)
        .map(|y| {
            let row: String = (0..width).map(|x| cells[(x, y)].symbol()).collect();
            row.trim_end().to_owned()
        })
        .collect()
}

#[test]
fn text_is_kept_byte_for_byte() {
    for text in ["", "\n", "\n\n", "räksmörgås", "rad ett\n\n  rad tre\t\n", "o\u{308} ö"] {
        assert_eq!(prose(text).text(), text);
    }
}

#[test]
fn typing_goes_where_the_cursor_is() {
    assert_eq!(after("blåbr", r#"left "ä" right enter "smör""#), "blåbär\nsmör");
}

#[test]
fn backspace_and_delete_take_what_the_eye_takes_for_one() {
    for one in [FAMILY, "🇸🇪", "o\u{308}", "å", "한"] {
        assert_eq!(after(&format!("a{one}"), "backspace"), "a", "{one}");
        assert_eq!(after(&format!("{one}b"), "home del"), "b", "{one}");
        assert_eq!(after(&format!("a{one}"), r#"left "b""#), format!("ab{one}"));
        assert_eq!(after(&format!("{one}a"), r#"home right "b""#), format!("{one}ba"));
        assert_eq!(prose(one).char_count(), 1);
    }
    assert_eq!(after("🇸🇪🇫🇮", "backspace"), "🇸🇪");
}

#[test]
fn backspace_at_a_line_start_joins_lines() {
    assert_eq!(after("ett\ntvå", "home backspace"), "etttvå");
    assert_eq!(after("ett\ntvå", "up end del"), "etttvå");
}

#[test]
fn words_go_as_a_whole() {
    assert_eq!(after("en liten idé", "ctrl-w"), "en liten ");
    assert_eq!(after("en liten idé", "ctrl-backspace ctrl-backspace"), "en ");
    assert_eq!(after("en liten idé", "home ctrl-del"), "liten idé");
    assert_eq!(after("en\nidé", "ctrl-home ctrl-del"), "\nidé");
    assert_eq!(after("en liten idé", r#"ctrl-left ctrl-left "mycket ""#), "en mycket liten idé");
    assert_eq!(after("en liten idé", r#"home ctrl-right "mycket ""#), "en mycket liten idé");
}

#[test]
fn a_line_is_cut_at_the_cursor() {
    assert_eq!(after("ett två\ntre fyra", "ctrl-left ctrl-u"), "ett två\nfyra");
    assert_eq!(after("ett två\ntre fyra", "ctrl-home ctrl-right ctrl-k"), "ett \ntre fyra");
}

#[test]
fn undo_takes_a_word_and_redo_gives_it_back() {
    let mut editor = prose("");
    press(&mut editor, r#""hej på dig""#);
    press(&mut editor, "ctrl-z");
    assert_eq!(editor.text(), "hej på ");
    press(&mut editor, "ctrl-z");
    assert_eq!(editor.text(), "hej ");
    press(&mut editor, "ctrl-y ctrl-y");
    assert_eq!(editor.text(), "hej på dig");
    assert_eq!(press(&mut editor, "ctrl-y"), Pressed::Ignored);
    press(&mut editor, "ctrl-z ctrl-z ctrl-z");
    assert_eq!(editor.text(), "");
    assert_eq!(press(&mut editor, "ctrl-z"), Pressed::Ignored);
}

#[test]
fn what_is_typed_over_a_selection_is_undone_with_it() {
    let mut editor = prose("röd bil");
    press(&mut editor, r#"shift-left shift-left shift-left "x""#);
    assert_eq!(editor.text(), "röd x");
    press(&mut editor, "ctrl-z");
    assert_eq!(editor.text(), "röd bil");
}

#[test]
fn a_paste_of_many_lines_is_one_step() {
    let mut editor = prose("före efter");
    press(&mut editor, "ctrl-left shift-home");
    editor.paste("ett\r\ntvå\rtre\n").unwrap();
    assert_eq!(editor.text(), "ett\ntvå\ntre\nefter");
    press(&mut editor, "ctrl-z");
    assert_eq!(editor.text(), "före efter");
    press(&mut editor, "ctrl-y");
    assert_eq!(editor.text(), "ett\ntvå\ntre\nefter");
}

#[test]
fn another_text_is_one_step() {
    let mut editor = prose("ett\ntvå");
    editor.set_text("helt\nannat");
    assert_eq!(editor.text(), "helt\nannat");
    press(&mut editor, "ctrl-z");
    assert_eq!(editor.text(), "ett\ntvå");
}

#[test]
fn a_query_takes_less_than_a_field_but_shows_and_shortens_what_is_there() {
    let long = "x".repeat(QUERY + 2);
    let mut line = Editor::query(&long);
    assert_eq!(press(&mut line, r#""y""#), Pressed::Full);
    assert_eq!(line.paste("y"), Err(TooLong { bytes: QUERY + 3, most: QUERY }));
    assert_eq!(line.text(), long);
    press(&mut line, "backspace backspace backspace");
    assert_eq!(press(&mut line, r#""y""#), Pressed::Changed);
}

#[test]
fn a_paste_over_the_cap_leaves_the_field_as_it_was() {
    let mut editor = prose("kvar");
    let refused = editor.paste(&"x".repeat(FIELD)).unwrap_err();
    assert_eq!(refused, TooLong { bytes: FIELD + 4, most: FIELD });
    assert_eq!(editor.text(), "kvar");
    press(&mut editor, "ctrl-a");
    editor.paste(&"x".repeat(FIELD)).unwrap();
    assert_eq!(press(&mut editor, r#""y""#), Pressed::Full);
}

#[test]
fn copy_cut_and_paste() {
    let mut editor = prose("ett\ntvå");
    assert_eq!(press(&mut editor, "ctrl-c"), Pressed::Ignored);
    assert_eq!(press(&mut editor, "ctrl-a ctrl-c"), Pressed::Copy("ett\ntvå".into()));
    assert_eq!(editor.text(), "ett\ntvå");
    assert_eq!(press(&mut editor, "ctrl-x"), Pressed::Cut("ett\ntvå".into()));
    assert!(editor.is_empty());
    press(&mut editor, "ctrl-v ctrl-v");
    assert_eq!(editor.text(), "ett\ntvåett\ntvå");
    press(&mut editor, "ctrl-z");
    assert_eq!(editor.text(), "ett\ntvå");
}

#[test]
fn an_arrow_leaves_a_selection_at_its_end() {
    assert_eq!(after("abc", r#"ctrl-a left "x""#), "xabc");
    assert_eq!(after("abc", r#"ctrl-a right "x""#), "abcx");
}

#[test]
fn one_line_takes_no_line_ends() {
    let mut editor = Editor::new(Lines::One, "");
    editor.paste("ett\r\ntvå\n").unwrap();
    assert_eq!(editor.text(), "ett två");
    assert_eq!(press(&mut editor, "enter"), Pressed::Ignored);
    assert_eq!(press(&mut editor, "up"), Pressed::AtTop);
    assert_eq!(press(&mut editor, "down"), Pressed::AtBottom);
}

#[test]
fn one_line_scrolls_sideways_so_that_the_cursor_is_seen() {
    let mut editor = Editor::new(Lines::One, "medborgarförslag");
    editor.set_width(6);
    assert_eq!(screen(&editor, 6, 1), ["rslag"]);
    assert_eq!(editor.cursor(), (0, 5));
    press(&mut editor, "home");
    assert_eq!(screen(&editor, 6, 1), ["medbor"]);
    editor.set_width(40);
    press(&mut editor, "end");
    assert_eq!(screen(&editor, 40, 1), ["medborgarförslag"]);
}

#[test]
fn up_and_down_keep_their_column_and_tell_where_the_text_ends() {
    let mut editor = prose("abcdef\nab\nabcdef");
    assert_eq!(press(&mut editor, "up"), Pressed::Moved);
    assert_eq!(editor.cursor(), (1, 2));
    press(&mut editor, "up");
    assert_eq!(editor.cursor(), (0, 6));
    assert_eq!(press(&mut editor, "up"), Pressed::AtTop);
    assert_eq!(press(&mut editor, "pgdn"), Pressed::Moved);
    assert_eq!(press(&mut editor, "down"), Pressed::AtBottom);
}

#[test]
fn arrows_walk_the_rows_that_are_seen() {
    let mut editor = prose("en idé om skolan");
    editor.set_width(8);
    assert_eq!(screen(&editor, 8, 3), ["en idé", "om", "skolan"]);
    assert_eq!(editor.rows(), 3);
    press(&mut editor, "up up");
    assert_eq!(editor.cursor(), (0, 6));
    press(&mut editor, "home");
    assert_eq!(editor.cursor(), (0, 0));
    press(&mut editor, "down end");
    assert_eq!(editor.cursor(), (1, 2));
    press(&mut editor, "end");
    assert_eq!(editor.cursor(), (2, 6));
}

#[test]
fn the_cursor_is_seen_after_a_full_row() {
    let area = Rect::new(3, 2, 8, 4);
    for word in ["upphandl", "upphand", "upphandling", "upphandlingsfö"] {
        let mut editor = prose("");
        editor.set_width(8);
        press(&mut editor, &format!("\"{word}\""));
        let cursor = editor.cursor_in(area).unwrap();
        assert!(area.contains(cursor));
        let before = Position::new(cursor.x - 1, cursor.y);
        let mut cells = Cells::empty(Rect::new(0, 0, 20, 8));
        editor.draw(area, &mut cells, Look::default());
        assert_eq!(cells[before].symbol(), word.graphemes(true).next_back().unwrap());
        assert_eq!(cells[cursor].symbol(), " ");
    }
}

#[test]
fn what_is_seen_follows_the_cursor() {
    let mut editor = prose("1\n2\n3\n4\n5");
    editor.set_width(8);
    editor.set_height(2);
    assert_eq!(screen(&editor, 8, 2), ["4", "5"]);
    press(&mut editor, "ctrl-home");
    assert_eq!(screen(&editor, 8, 2), ["1", "2"]);
    editor.scroll(2);
    assert_eq!(screen(&editor, 8, 2), ["3", "4"]);
    assert_eq!(editor.cursor_in(Rect::new(0, 0, 8, 2)), None);
    press(&mut editor, "down down");
    assert_eq!(editor.cursor_in(Rect::new(0, 0, 8, 2)), Some(Position::new(0, 1)));
    press(&mut editor, "ctrl-a backspace");
    assert_eq!((editor.rows(), editor.top()), (1, 0));
}

#[test]
fn a_click_puts_the_cursor_there_and_a_drag_selects() {
    let mut editor = prose("ett\ntvå 한 tre");
    editor.click(1, 5);
    assert_eq!(editor.cursor(), (1, 4));
    editor.drag(0, 1);
    assert_eq!(editor.selected().unwrap(), "tt\ntvå ");
    editor.click(9, 99);
    assert_eq!(editor.selected(), None);
    assert_eq!(editor.cursor(), (1, 10));
}

#[test]
fn the_selection_is_drawn() {
    let mut editor = prose("ett\ntvå");
    press(&mut editor, "ctrl-home shift-right shift-down");
    let area = Rect::new(0, 0, 5, 2);
    let mut cells = Cells::empty(area);
    let look = Look { selection: Style::new().add_modifier(Modifier::REVERSED), ..Look::default() };
    editor.draw(area, &mut cells, look);
    let marked: String = area
        .positions()
        .map(|at| if cells[at].modifier.contains(Modifier::REVERSED) { '#' } else { '.' })
        .collect();
    assert_eq!(marked, "####.#....");
}

#[test]
fn an_empty_field_shows_its_placeholder() {
    let mut editor = prose("");
    editor.placeholder("Vad är problemet?".into());
    editor.set_width(8);
    assert_eq!(screen(&editor, 8, 3), ["Vad är", "problem", "et?"]);
    assert_eq!(editor.cursor(), (0, 0));
}

#[test]
fn no_room_is_no_trouble() {
    for kind in [Lines::One, Lines::Many] {
        for (width, height) in [(0, 0), (1, 1), (3, 0), (0, 3), (2, 1)] {
            let mut editor = Editor::new(kind, "한å👨‍👩‍👧\tx");
            editor.set_width(width);
            editor.set_height(height);
            press(&mut editor, r#"left "한" up down pgup pgdn end home ctrl-a"#);
            screen(&editor, width, height);
            editor.cursor_in(Rect::new(0, 0, width, height));
            editor.click(5, 5);
        }
    }
}

#[test]
fn long_texts_are_edited_beyond_what_the_crate_jumps_to() {
    let wide = "å".repeat(70_000);
    assert_eq!(
        after(&wide, r#"left backspace "x" left left "y""#)
            .chars()
            .rev()
            .take(4)
            .collect::<String>(),
        "åxåy"
    );
    let deep = "a\n".repeat(70_000);
    let text = after(&deep, r#"up up "b" ctrl-left left "c""#);
    assert!(text.ends_with("a\nac\nba\na\n"));
}

proptest! {
    #[test]
    fn keys_do_what_a_plain_string_would(
        width in 1u16..12,
        keys in prop::collection::vec(
            prop::sample::select(vec![
                "left", "right", "backspace", "del", "enter", "space", "a", "ö", "한", "👨", "\u{200d}", "👧", "\u{308}", "🇸", "-",
            ]),
            0..60,
        ),
    ) {
        let mut editor = prose("");
        editor.set_width(width);
        let (mut text, mut at) = (String::new(), 0);
        for key in keys {
            let before = text.get(..at).unwrap().graphemes(true).next_back().map_or(0, str::len);
            let behind = text.get(at..).unwrap().graphemes(true).next().map_or(0, str::len);
            let typed = match key {
                "left" => { at -= before; "" }
                "right" => { at += behind; "" }
                "backspace" => { at -= before; text.drain(at..at + before); "" }
                "del" => { text.drain(at..at + behind); "" }
                "enter" => "\n",
                "space" => " ",
                letter => letter,
            };
            text.insert_str(at, typed);
            at += typed.len();
            at = text.grapheme_indices(true).map(|(byte, _)| byte).chain([text.len()]).find(|&byte| byte >= at).unwrap();
            editor.press(key.parse().unwrap());
            prop_assert_eq!(editor.text(), text.as_str());
            let fresh = Rows::of(editor.buffer.lines(), Some(usize::from(width)));
            prop_assert_eq!(&editor.rows, &fresh);
            prop_assert_eq!(editor.char_count(), text.graphemes(true).count());
            let (row, cell) = editor.cursor();
            prop_assert!(row < editor.rows() && cell < usize::from(width));
        }
        while editor.press(Chord::ctrl('z')) == Pressed::Changed {}
        prop_assert_eq!(editor.text(), "");
        while editor.press(Chord::ctrl('y')) == Pressed::Changed {}
        prop_assert_eq!(editor.text(), text);
    }
}
