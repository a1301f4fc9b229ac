//! What the line carries, told by the environment: nearly always UTF-8, else Latin-1 or ASCII. Text
//! inside the program is none of it: it is put into signs on its way out, and read on its way in.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    Utf8,
    /// The locale is C: letters as they are, for there is most often UTF-8 behind it, and plain
    /// signs for borders.
    Plain,
    Latin1,
    /// Something else: letters lose what is not ASCII.
    Ascii,
}

impl Charset {
    pub(super) fn of_environment() -> Charset {
        let said = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| {
            let value = std::env::var(name).ok();
            value.filter(|value| !value.is_empty())
        });
        // Windows asks the console, and takes UTF-8.
        if cfg!(windows) { Charset::Utf8 } else { Charset::of(said.as_deref()) }
    }

    /// Of a locale such as `sv_SE.ISO-8859-1@euro`. One that names no set has the usual one.
    fn of(locale: Option<&str>) -> Charset {
        let Some(locale) = locale else { return Charset::Utf8 };
        if matches!(locale, "C" | "POSIX") {
            return Charset::Plain;
        }
        let Some((_, set)) = locale.split_once('.') else { return Charset::Utf8 };
        let set = set.split('@').next().unwrap_or_default();
        let set: String = set.chars().filter(char::is_ascii_alphanumeric).collect();
        match set.to_ascii_lowercase().as_str() {
            "utf8" | "" => Charset::Utf8,
            "iso88591" | "iso885915" | "latin1" | "cp1252" => Charset::Latin1,
            _ => Charset::Ascii,
        }
    }

    /// What is sent for what was drawn. Each sign keeps its width, so nothing moves.
    pub(super) fn encode(self, drawn: &[u8]) -> Cow<'_, [u8]> {
        if self == Charset::Utf8 || drawn.is_ascii() {
            return Cow::Borrowed(drawn);
        }
        let mut sent = Vec::with_capacity(drawn.len());
        for c in String::from_utf8_lossy(drawn).chars() {
            self.put(c, &mut sent);
        }
        Cow::Owned(sent)
    }

    fn put(self, c: char, sent: &mut Vec<u8>) {
        let latin = u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0xa0);
        match (self, plain_sign(c)) {
            _ if c.is_ascii() => sent.extend(u8::try_from(u32::from(c))),
            (Charset::Latin1, _) if latin.is_some() => sent.extend(latin),
            (_, Some(sign)) => sent.push(sign),
            (Charset::Plain | Charset::Utf8, _) => {
                sent.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            (Charset::Latin1 | Charset::Ascii, None) => sent.extend(bare(c)),
        }
    }

    /// The character that a single byte stands for, where it is not the beginning of UTF-8.
    pub(super) fn typed(self, byte: u8) -> Option<char> {
        (self == Charset::Latin1 && byte >= 0xa0).then(|| char::from(byte))
    }

    pub(super) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Charset::Latin1 => bytes.iter().copied().map(char::from).collect::<String>().into(),
            Charset::Utf8 | Charset::Plain | Charset::Ascii => String::from_utf8_lossy(bytes),
        }
    }
}

/// The ASCII that looks most like a sign; letters have none.
fn plain_sign(c: char) -> Option<u8> {
    Some(match c {
        '━' | '═' => b'=',
        '─' | '╌' | '┄' | '┈' | '\u{2010}'..='\u{2015}' | '−' => b'-',
        '│' | '┃' | '║' | '┆' | '┊' => b'|',
        '\u{2500}'..='\u{257f}' => b'+',
        '▌' | '→' | '›' | '▶' | '▸' | '►' => b'>',
        '←' | '‹' | '◀' | '◂' | '◄' => b'<',
        '↑' | '▲' | '▴' | '↕' => b'^',
        '↓' | '▼' | '▾' => b'v',
        '\u{2580}'..='\u{259f}' => b'#',
        '…' => b'.',
        '•' | '✓' | '●' | '■' | '★' | '·' | '×' => b'*',
        '□' | '○' | '☆' => b'o',
        '‘'..='‛' | '′' => b'\'',
        '“'..='‟' | '″' => b'"',
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{a0}' => b' ',
        _ => return None,
    })
}

/// A letter without what stands on it, where that leaves ASCII; marks and joiners take no place.
fn bare(c: char) -> Option<u8> {
    if is_combining_mark(c) || matches!(c, '\u{200b}'..='\u{200f}' | '\u{fe0e}' | '\u{fe0f}') {
        return None;
    }
    let base = std::iter::once(c).nfd().next().filter(char::is_ascii);
    Some(base.and_then(|base| u8::try_from(u32::from(base)).ok()).unwrap_or(b'?'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_tells_what_the_line_carries() {
        for (locale, charset) in [
            (None, Charset::Utf8),
            (Some("sv_SE.UTF-8"), Charset::Utf8),
            (Some("C.utf8"), Charset::Utf8),
            (Some("sv_SE"), Charset::Utf8),
            (Some("C"), Charset::Plain),
            (Some("POSIX"), Charset::Plain),
            (Some("sv_SE.ISO-8859-1"), Charset::Latin1),
            (Some("sv_SE.ISO8859-15@euro"), Charset::Latin1),
            (Some("ru_RU.KOI8-R"), Charset::Ascii),
        ] {
            assert_eq!(Charset::of(locale), charset, "{locale:?}");
        }
    }

    #[test]
    fn signs_become_plain_and_letters_stay_where_they_can() {
        let drawn = "\x1b[1m▌ Åsa … ━│┌ łódź 日".as_bytes();
        let utf8 = |charset: Charset| String::from_utf8(charset.encode(drawn).into_owned());
        assert_eq!(utf8(Charset::Utf8).unwrap(), "\x1b[1m▌ Åsa … ━│┌ łódź 日");
        assert_eq!(utf8(Charset::Plain).unwrap(), "\x1b[1m> Åsa . =|+ łódź 日");
        assert_eq!(utf8(Charset::Ascii).unwrap(), "\x1b[1m> Asa . =|+ ?odz ?");
        let latin = Charset::Latin1.encode(drawn).into_owned();
        assert_eq!(Charset::Latin1.decode(&latin), "\x1b[1m> Åsa . =|+ ?ódz ?");
    }
}
