//! The byte layer: cuts what a terminal sends into characters, escape sequences and pastes.
//!
//! It has neither terminal nor clock: bytes come in pieces cut anywhere, silence is told to it.
//! Whole sequences are read by termina's parser; what is broken, endless or unknown is dropped
//! and never becomes typed text.

use std::mem;
use std::time::Duration;

use memchr::memmem;
use termina::Parser;

use super::PASTE_CAP;
use super::charset::Charset;
use super::event::Event;
use super::keys::{self, Meaning};
use crate::input::{Chord, Key};

const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// The longest sequence that is kept; a longer one is swallowed to its end.
const SEQUENCE_CAP: usize = 1024;

/// An Esc that nothing follows for this long is the key.
const LONE_ESC: Duration = Duration::from_millis(25);
/// An Esc and the opening of a sequence, alone for this long, is Alt and that character.
const LONE_OPENING: Duration = Duration::from_millis(100);
/// What began and got no end is given up after this much silence.
const GIVEN_UP: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ground,
    /// Inside a character of more than one byte.
    Character {
        alt: bool,
    },
    Esc,
    /// ESC [ and onwards.
    Csi,
    /// ESC [ [ : a function key of the Linux console.
    Console,
    /// ESC [ M : three bytes of an old mouse report follow.
    OldMouse,
    /// ESC O and onwards.
    Ss3,
    /// ESC ] or ESC P or ESC _ : a text up to BEL or ESC \.
    Text,
    Paste,
}

pub(super) struct Bytes {
    charset: Charset,
    state: State,
    /// The sequence so far, without what lies over the cap.
    held: Vec<u8>,
    paste: Vec<u8>,
    too_large: bool,
    /// A paste was given up. Its end may still come.
    torn: bool,
    /// The terminal was asked, and the last answer has not come.
    asked: bool,
    background_told: bool,
    parser: Parser,
}

impl Bytes {
    pub(super) fn new(charset: Charset) -> Bytes {
        Bytes {
            charset,
            state: State::Ground,
            held: Vec::new(),
            paste: Vec::new(),
            too_large: false,
            torn: false,
            asked: false,
            background_told: false,
            parser: Parser::default(),
        }
    }

    pub(super) fn expect_answer(&mut self) {
        self.asked = true;
        self.background_told = false;
    }

    pub(super) fn awaits_answer(&self) -> bool {
        self.asked
    }

    /// Reads the next bytes, of any number.
    pub(super) fn take(&mut self, chunk: &[u8], events: &mut Vec<Event>) {
        let mut rest = self.mend(chunk, events);
        while let Some((&byte, after)) = rest.split_first() {
            if self.state == State::Paste {
                rest = self.pasted(rest, events);
            } else {
                self.byte(byte, events);
                rest = after;
            }
        }
    }

    /// How long silence must last before [`Bytes::silence`] has something to do.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Esc => Some(LONE_ESC),
            State::Csi | State::Ss3 | State::Text if self.held.len() == 2 && !self.asked => {
                Some(LONE_OPENING)
            }
            _ => Some(GIVEN_UP),
        }
    }

    /// Tells that nothing has come for so long.
    pub(super) fn silence(&mut self, lasted: Duration, events: &mut Vec<Event>) {
        if self.patience().is_none_or(|patience| lasted < patience) {
            return;
        }
        match self.state {
            State::Esc => events.push(key(Chord::plain(Key::Esc))),
            State::Paste => {
                self.torn = true;
                self.end_paste(events);
            }
            State::Csi | State::Ss3 | State::Text if self.held.len() == 2 => {
                if let Some(&opening) = self.held.last() {
                    events.extend(keys::typed(char::from(opening), true).map(key));
                }
            }
            _ => {}
        }
        self.rest();
    }

    fn rest(&mut self) {
        self.state = State::Ground;
        self.held.clear();
    }

    fn open(&mut self, state: State, byte: u8) {
        self.state = state;
        self.held.push(byte);
    }

    fn byte(&mut self, byte: u8, events: &mut Vec<Event>) {
        match self.state {
            State::Ground => self.plain(byte, false, events),
            State::Character { alt } => self.character(byte, alt, events),
            State::Esc => self.after_esc(byte, events),
            State::Csi => match byte {
                0x20..=0x3f => self.hold(byte),
                b'[' if self.held.len() == 2 => self.open(State::Console, byte),
                b'M' if self.held.len() == 2 => self.open(State::OldMouse, byte),
                0x40..=0x7e => self.sequence(byte, events),
                _ => self.broken(byte, events),
            },
            State::Ss3 => match byte {
                0x20..=0x3f => self.hold(byte),
                0x40..=0x7e => self.sequence(byte, events),
                _ => self.broken(byte, events),
            },
            State::Console => self.sequence(byte, events),
            State::OldMouse if self.held.len() == 5 => self.sequence(byte, events),
            State::OldMouse => self.hold(byte),
            State::Text => match byte {
                0x07 => self.sequence(byte, events),
                b'\\' if self.held.ends_with(b"\x1b") => self.sequence(byte, events),
                _ if self.held.ends_with(b"\x1b") => {
                    self.restart();
                    self.after_esc(byte, events);
                }
                0x1b => self.held.push(byte),
                0x00..=0x1f => self.broken(byte, events),
                _ => self.hold(byte),
            },
            State::Paste => unreachable!("a paste is not read byte by byte"),
        }
    }

    fn plain(&mut self, byte: u8, alt: bool, events: &mut Vec<Event>) {
        self.rest();
        match byte {
            0x1b => self.open(State::Esc, byte),
            0x00..=0x1f | 0x7f => events.push(key(keys::control(byte, alt))),
            0x20..=0x7e => events.extend(keys::typed(char::from(byte), alt).map(key)),
            _ if self.charset.typed(byte).is_some() => {
                let typed = self.charset.typed(byte).and_then(|c| keys::typed(c, alt));
                events.extend(typed.map(key));
            }
            0xc2..=0xf4 => self.open(State::Character { alt }, byte),
            _ => {}
        }
    }

    fn character(&mut self, byte: u8, alt: bool, events: &mut Vec<Event>) {
        if !(0x80..=0xbf).contains(&byte) {
            return self.broken(byte, events);
        }
        self.held.push(byte);
        let whole = match self.held.first() {
            Some(0xf0..) => 4,
            Some(0xe0..) => 3,
            _ => 2,
        };
        if self.held.len() == whole {
            let c = str::from_utf8(&self.held).ok().and_then(|text| text.chars().next());
            events.extend(c.and_then(|c| keys::typed(c, alt)).map(key));
            self.rest();
        }
    }

    fn after_esc(&mut self, byte: u8, events: &mut Vec<Event>) {
        match byte {
            b'[' => self.open(State::Csi, byte),
            b'O' => self.open(State::Ss3, byte),
            b']' | b'P' | b'_' => self.open(State::Text, byte),
            // Of two Esc the first was a key.
            0x1b => events.push(key(Chord::plain(Key::Esc))),
            _ => self.plain(byte, true, events),
        }
    }

    /// Begins anew with the Esc that has just cut a sequence short.
    fn restart(&mut self) {
        self.held.clear();
        self.open(State::Esc, 0x1b);
    }

    /// The sequence ends where it must not: it is dropped, and the byte counts for itself.
    fn broken(&mut self, byte: u8, events: &mut Vec<Event>) {
        match byte {
            // These two mean just that.
            0x18 | 0x1a => self.rest(),
            _ => self.plain(byte, false, events),
        }
    }

    fn hold(&mut self, byte: u8) {
        if self.held.len() <= SEQUENCE_CAP {
            self.held.push(byte);
        }
    }

    fn sequence(&mut self, last: u8, events: &mut Vec<Event>) {
        let mut whole = mem::take(&mut self.held);
        self.rest();
        if whole.len() > SEQUENCE_CAP {
            return;
        }
        whole.push(last);
        match whole.as_slice() {
            PASTE_START => {
                self.torn = false;
                self.state = State::Paste;
            }
            PASTE_END => self.torn = false,
            _ => match self.parse(&whole) {
                Meaning::Event(event) => {
                    self.background_told |= matches!(event, Event::Background(_));
                    events.push(event);
                }
                Meaning::Fence => {
                    if mem::take(&mut self.asked) && !self.background_told {
                        events.push(Event::NoBackground);
                    }
                }
                Meaning::Nothing => {}
            },
        }
        whole.clear();
        self.held = whole;
    }

    /// Lets termina read a whole sequence. It reads byte by byte, and takes what follows upon a
    /// broken beginning for typed text: so only beginnings that it knows are let through.
    fn parse(&mut self, sequence: &[u8]) -> Meaning {
        let known = match sequence {
            [0x1b, b'[', third, ..] => b"0123456789<?>[ABCDFHIMOPQSZ".contains(third),
            [0x1b, b'O', _] | [0x1b, b']', ..] => true,
            _ => false,
        };
        if !known {
            return Meaning::Nothing;
        }
        self.parser.parse(sequence, false);
        match self.parser.pop() {
            Some(parsed) => keys::meaning(parsed),
            None => {
                // It may still wait for more; a new one does not.
                self.parser = Parser::default();
                Meaning::Nothing
            }
        }
    }

    /// Reads on in a paste; gives what follows after its end.
    fn pasted<'a>(&mut self, chunk: &'a [u8], events: &mut Vec<Event>) -> &'a [u8] {
        let seen = self.paste.len().saturating_sub(PASTE_END.len() - 1);
        self.paste.extend_from_slice(chunk);
        let found = self.paste.get(seen..).and_then(|new| memmem::find(new, PASTE_END));
        if let Some(at) = found {
            let after = self.paste.len() - (seen + at + PASTE_END.len());
            self.paste.truncate(seen + at);
            self.end_paste(events);
            return chunk.split_at(chunk.len() - after).1;
        }
        if self.paste.len() > PASTE_CAP + PASTE_END.len() {
            self.too_large = true;
            self.paste.drain(..self.paste.len() - (PASTE_END.len() - 1));
        }
        &[]
    }

    fn end_paste(&mut self, events: &mut Vec<Event>) {
        self.state = State::Ground;
        let pasted = mem::take(&mut self.paste);
        if mem::take(&mut self.too_large) || pasted.len() > PASTE_CAP {
            events.push(Event::PasteTooLarge);
        } else {
            events.push(Event::Paste(text(&self.charset.decode(&pasted))));
        }
    }

    /// After a paste was given up too early: what still comes before its end belongs to it, and
    /// is no keys.
    fn mend<'a>(&mut self, chunk: &'a [u8], events: &mut Vec<Event>) -> &'a [u8] {
        if !self.torn || self.state != State::Ground {
            return chunk;
        }
        let Some(end) = memmem::find(chunk, PASTE_END) else { return chunk };
        self.torn = false;
        let (late, _) = chunk.split_at(end);
        if memmem::find(late, PASTE_START).is_some() {
            return chunk;
        }
        self.state = State::Paste;
        self.pasted(chunk, events)
    }
}

fn key(chord: Chord) -> Event {
    Event::Key(chord)
}

/// Pasted bytes as text with `\n` for line ends.
fn text(pasted: &str) -> String {
    pasted.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::event::{Mouse, MouseKind, Rgb};

    const LONG: Duration = Duration::from_secs(2);

    fn read(chunks: &[&[u8]]) -> Vec<Event> {
        let mut bytes = Bytes::new(Charset::Utf8);
        let mut events = Vec::new();
        for chunk in chunks {
            bytes.take(chunk, &mut events);
        }
        events
    }

    /// The keys as the keymap writes them; other events as debug text.
    fn said(events: &[Event]) -> String {
        let words: Vec<String> = events
            .iter()
            .map(|event| match event {
                Event::Key(chord) => chord.to_string(),
                other => format!("{other:?}"),
            })
            .collect();
        words.join(" ")
    }

    fn then_silence(chunk: &[u8]) -> String {
        let mut bytes = Bytes::new(Charset::Utf8);
        let mut events = Vec::new();
        bytes.take(chunk, &mut events);
        bytes.silence(LONG, &mut events);
        bytes.take(b"j", &mut events);
        said(&events)
    }

    #[test]
    fn keys_read_alike_whole_and_byte_by_byte() {
        let sent = "jGö€😀\r\t\x7f\x01\x1a\x1c\x1f\0\x1b[A\x1bOB\x1bOP\x1b[Z\x1b[3~\x1b[15~\x1b[1;5C\x1b[1;2D\x1bx\x1bå\x1b[[B\x1b[I\x1b[O \x1b[5~\x1b[24~";
        let want = "j G ö € 😀 enter tab backspace ctrl-a ctrl-z ctrl-\\ ctrl-_ ctrl-space up down f1 \
                    shift-tab del f5 ctrl-right shift-left alt-x alt-å f2 FocusGained FocusLost \
                    space pgup f12";
        assert_eq!(said(&read(&[sent.as_bytes()])), want);
        let single: Vec<&[u8]> = sent.as_bytes().chunks(1).collect();
        assert_eq!(said(&read(&single)), want);
    }

    #[test]
    fn an_esc_alone_is_a_key_after_a_moment() {
        let mut bytes = Bytes::new(Charset::Utf8);
        let mut events = Vec::new();
        bytes.take(b"\x1b", &mut events);
        assert_eq!(bytes.patience(), Some(LONE_ESC));
        bytes.silence(Duration::from_millis(24), &mut events);
        assert_eq!(events, []);
        bytes.silence(Duration::from_millis(25), &mut events);
        assert_eq!(said(&events), "esc");
        assert_eq!(bytes.patience(), None);
    }

    #[test]
    fn several_esc_are_as_many_keys() {
        assert_eq!(then_silence(b"\x1b\x1b\x1b"), "esc esc esc j");
        assert_eq!(said(&read(&[b"\x1b\x1b[A"])), "esc up");
    }

    #[test]
    fn alt_and_an_opening_bracket_is_that_chord() {
        assert_eq!(then_silence(b"\x1b["), "alt-[ j");
        assert_eq!(then_silence(b"\x1b]"), "alt-] j");
        assert_eq!(then_silence(b"\x1bO"), "alt-O j");
    }

    #[test]
    fn enhanced_keys_keep_our_rules() {
        let of = |sent: &str| said(&read(&[sent.as_bytes()]));
        assert_eq!(of("\x1b[97;2u"), "A");
        assert_eq!(of("\x1b[229;2u"), "Å");
        assert_eq!(of("\x1b[49:33;2u"), "!");
        assert_eq!(of("\x1b[115;5u"), "ctrl-s");
        assert_eq!(of("\x1b[9;2u"), "shift-tab");
        assert_eq!(of("\x1b[13;2u"), "shift-enter");
        assert_eq!(of("\x1b[27u"), "esc");
        assert_eq!(of("\x1b[106;1:2u"), "j");
        assert_eq!(of("\x1b[106;1:3u"), "", "a release is no press");
        assert_eq!(of("\x1b[106;9u"), "", "a window key beside it is not ours");
    }

    #[test]
    fn a_paste_is_one_event_with_plain_line_ends() {
        let want = [Event::Paste("ett\ntvå\n\ntre\n".into())];
        let sent = "\x1b[200~ett\rtvå\r\n\rtre\n\x1b[201~".as_bytes();
        assert_eq!(read(&[sent]), want);
        for size in 1..9 {
            let cut: Vec<&[u8]> = sent.chunks(size).collect();
            assert_eq!(read(&cut), want, "in pieces of {size}");
        }
    }

    #[test]
    fn keys_around_a_paste_stay_keys() {
        let events = read(&[b"a\x1b[200~b\x1b[Ac\x1b[201~d"]);
        assert_eq!(said(&events), r#"a Paste("b\u{1b}[Ac") d"#);
    }

    #[test]
    fn a_paste_without_an_end_ends_by_silence() {
        assert_eq!(then_silence(b"\x1b[200~halv"), r#"Paste("halv") j"#);
    }

    #[test]
    fn the_late_rest_of_a_paste_is_no_keys() {
        let mut bytes = Bytes::new(Charset::Utf8);
        let mut events = Vec::new();
        bytes.take(b"\x1b[200~ett ", &mut events);
        bytes.silence(LONG, &mut events);
        bytes.take("två\x1b[201~j".as_bytes(), &mut events);
        assert_eq!(said(&events), r#"Paste("ett ") Paste("två") j"#);
        events.clear();
        bytes.take(b"k\x1b[200~x\x1b[201~", &mut events);
        assert_eq!(said(&events), r#"k Paste("x")"#);
    }

    #[test]
    fn a_paste_over_the_cap_is_refused_whole() {
        let half = vec![b'x'; PASTE_CAP / 2 + 1];
        let sent: [&[u8]; 5] = [b"\x1b[200~", &half, &half, b"\x1b[2", b"01~j"];
        assert_eq!(said(&read(&sent)), "PasteTooLarge j");
        let mut whole = PASTE_START.to_vec();
        whole.resize(PASTE_CAP + PASTE_START.len(), b'x');
        whole.extend_from_slice(PASTE_END);
        assert!(
            matches!(read(&[&whole]).as_slice(), [Event::Paste(text)] if text.len() == PASTE_CAP)
        );
    }

    #[test]
    fn a_megabyte_in_small_pieces_costs_each_byte_once() {
        // Were it quadratic, this would take minutes.
        let text = "å".repeat(1 << 19);
        let mut bytes = Bytes::new(Charset::Utf8);
        let mut events = Vec::new();
        bytes.take(PASTE_START, &mut events);
        for piece in text.as_bytes().chunks(7) {
            bytes.take(piece, &mut events);
        }
        bytes.take(PASTE_END, &mut events);
        assert_eq!(events, [Event::Paste(text)]);
    }

    #[test]
    fn text_outside_utf_8_is_dropped_and_the_rest_stays() {
        assert_eq!(
            said(&read(&[b"a\xff\xfeb\xc3(c\xe2\x82d\x80\xf8e\xed\xa0\x80f\xc2\x9bg"])),
            "a b ( c d e f g"
        );
        assert_eq!(then_silence(b"\xc3"), "j");
        assert_eq!(read(&[b"\x1b[200~a\xffb\x1b[201~"]), [Event::Paste("a\u{fffd}b".into())]);
    }

    #[test]
    fn broken_and_unknown_sequences_never_become_text() {
        for sent in [
            "\x1b[!x",
            "\x1b[;5A",
            "\x1b[?1;2$z",
            "\x1b[>0;1;2c",
            "\x1b[999999~",
            "\x1bO5P",
            "\x1b[=1u",
            "\x1b]10;rgb:0/0/0\x07",
            "\x1b]11;nonsense\x1b\\",
            "\x1b]52;c;aGVq\x07",
            "\x1bP>|name 1\x1b\\",
            "\x1b_Gi=1;OK\x1b\\",
            "\x1b[201~",
            "\x1b[0;0;0;0M",
            "\x1b[<m",
            "\x1b[<999;1;1M",
            "\x1b[8;24;80t",
        ] {
            assert_eq!(said(&read(&[sent.as_bytes(), b"j"])), "j", "{sent:?}");
        }
    }

    #[test]
    fn a_sequence_cut_short_gives_way_to_what_follows() {
        assert_eq!(said(&read(&[b"\x1b[1;\x1b[A"])), "up");
        assert_eq!(said(&read(&[b"\x1b[12\rj"])), "enter j");
        assert_eq!(said(&read(&[b"\x1b]11;rgb\x1b[Aj"])), "up j");
        assert_eq!(then_silence(b"\x1b[1;"), "j");
        assert_eq!(then_silence(b"\x1b]11;rgb:00"), "j");
    }

    #[test]
    fn an_endless_sequence_is_swallowed_without_being_kept() {
        let mut bytes = Bytes::new(Charset::Utf8);
        let mut events = Vec::new();
        for opening in [&b"\x1b["[..], b"\x1b]11;"] {
            bytes.take(opening, &mut events);
            for _ in 0..1024 {
                bytes.take(&[b'7'; 1024], &mut events);
            }
            assert!(bytes.held.capacity() < 8192);
            bytes.take(b"\x1b\\", &mut events);
            bytes.silence(LONG, &mut events);
            bytes.rest();
        }
        bytes.take(b"j", &mut events);
        assert_eq!(events.last(), Some(&Event::Key(Chord::plain(Key::Char('j')))));
        assert!(events.len() <= 2, "{events:?}");
    }

    #[test]
    fn any_bytes_in_any_pieces_are_read() {
        let mut seed = 7_u32;
        let mut bytes = Bytes::new(Charset::Utf8);
        let mut events = Vec::new();
        let alphabet = b"\x1b\x1b\x1b[[]OP<>?;:0129~uMmRcABx\\\x07\x18\r\n\0\xc3\xa5\xf0\xff";
        for _ in 0..200_000 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = usize::try_from(seed >> 16).unwrap() % alphabet.len();
            bytes.take(alphabet.get(at..=at).unwrap(), &mut events);
            if seed >> 25 == 0 {
                bytes.silence(LONG, &mut events);
            }
            events.clear();
        }
    }

    #[test]
    fn the_mouse_is_read_whatever_it_says() {
        let at = |column, row, kind| Event::Mouse(Mouse { column, row, kind });
        assert_eq!(
            read(&[b"\x1b[<0;5;3M\x1b[<32;6;3M\x1b[<0;6;3m\x1b[<64;1;1M\x1b[<65;1;1M"]),
            [
                at(4, 2, MouseKind::Press),
                at(5, 2, MouseKind::Drag),
                at(5, 2, MouseKind::Release),
                at(0, 0, MouseKind::WheelUp),
                at(0, 0, MouseKind::WheelDown),
            ]
        );
        assert_eq!(read(&[b"\x1b[<0;65535;0M"]), [at(65534, 0, MouseKind::Press)]);
        assert_eq!(read(&[b"\x1b[M \xff!"]), [at(222, 0, MouseKind::Press)]);
        for odd in ["\x1b[<0;65536;1M", "\x1b[<0;-3;1M", "\x1b[<2;1;1M", "\x1b[<35;1;1M"] {
            assert_eq!(read(&[odd.as_bytes()]), [], "{odd:?}");
        }
    }

    #[test]
    fn the_background_is_told_whenever_it_comes() {
        let want = [Event::Background(Rgb { red: 0x28, green: 0x28, blue: 0x30 })];
        assert_eq!(read(&[b"\x1b", b"]11;rgb:2828/28", b"28/3030\x1b", b"\\"]), want);
        assert_eq!(read(&[b"\x1b]11;rgb:28/28/30\x07"]), want);
    }

    #[test]
    fn a_terminal_that_does_not_tell_its_background_says_so() {
        let mut bytes = Bytes::new(Charset::Utf8);
        let mut events = Vec::new();
        bytes.take(b"\x1b[?62c", &mut events);
        assert_eq!(events, [], "nobody asked");
        bytes.expect_answer();
        bytes.take(b"\x1b[?62;22c", &mut events);
        assert_eq!(events, [Event::NoBackground]);
        assert!(!bytes.awaits_answer());
        bytes.expect_answer();
        bytes.take(b"\x1b]11;#ffffff\x07\x1b[?62c", &mut events);
        assert_eq!(events.len(), 2);
    }
}
