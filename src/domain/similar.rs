//! How alike two titles are, so that ideas like the one being typed can be shown quietly beside it.
//! Made for Swedish, where words are bent at their end and joined into long ones. Not a search:
//! what is unrelated must score nothing, even if something related is then missed.
//!
//! Weights are in bytes: nobody sees them, and *å* may well weigh double.

/// Less alike than this is not shown.
const THRESHOLD: f32 = 0.45;

/// Less typed than this, in words that carry meaning, resembles everything.
const FEWEST_BYTES: usize = 4;

/// The titles most like what is typed: their places and scores from 0 to 1, the most alike first.
pub fn most_similar<'a>(
    typed: &str,
    titles: impl IntoIterator<Item = &'a str>,
    limit: usize,
) -> Vec<(usize, f32)> {
    let typed = typed.to_lowercase();
    let typed = Title::of(&typed);
    if typed.len < FEWEST_BYTES {
        return Vec::new();
    }
    let sieve = Sieve::of(&typed);
    let mut lower = String::new();
    let mut alike = Vec::new();
    for (place, title) in titles.into_iter().enumerate() {
        if !sieve.may_hold(title) {
            continue;
        }
        lower.clear();
        lower.extend(title.chars().flat_map(char::to_lowercase));
        let score = alikeness(&typed, &Title::of(&lower));
        if score >= THRESHOLD {
            alike.push((place, score));
        }
    }
    alike.sort_by(|(a_place, a), (b_place, b)| b.total_cmp(a).then(a_place.cmp(b_place)));
    alike.truncate(limit);
    alike
}

/// From 0, nothing in common, to 1, the same words.
pub fn similarity(typed: &str, title: &str) -> f32 {
    alikeness(&Title::of(&typed.to_lowercase()), &Title::of(&title.to_lowercase()))
}

/// Half of it is how much of what was typed is found in the title, half how much the two share. Long
/// words weigh more: they are the rare ones.
fn alikeness(typed: &Title, title: &Title) -> f32 {
    if typed.len == 0 || title.len == 0 {
        return 0.0;
    }
    let mut there = 0.0;
    let mut back = vec![0.0_f32; title.words.len()];
    for word in &typed.words {
        let mut best = 0.0_f32;
        for (other, back) in title.words.iter().zip(&mut back) {
            let alike = word_alikeness(word, other);
            best = best.max(alike);
            *back = back.max(alike);
        }
        there += best * weight(word.whole.len());
    }
    let back: f32 =
        title.words.iter().zip(&back).map(|(word, alike)| alike * weight(word.whole.len())).sum();
    let (typed, title) = (weight(typed.len), weight(title.len));
    0.5 * there / typed + 0.5 * (there + back) / (typed + title)
}

fn weight(len: usize) -> f32 {
    f32::from(u16::try_from(len).unwrap_or(u16::MAX))
}

/// The words of a text in lower case, without those that carry no meaning.
struct Title<'a> {
    words: Vec<Word<'a>>,
    len: usize,
}

struct Word<'a> {
    whole: &'a str,
    stem: &'a str,
}

impl<'a> Title<'a> {
    fn of(lower: &'a str) -> Title<'a> {
        let words: Vec<Word> = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && !is_small_word(word))
            .map(|whole| Word { whole, stem: stem(whole) })
            .collect();
        let len = words.iter().map(|word| word.whole.len()).sum();
        Title { words, len }
    }
}

fn is_small_word(word: &str) -> bool {
    matches!(
        word,
        "a" | "all"
            | "alla"
            | "an"
            | "and"
            | "att"
            | "av"
            | "be"
            | "bli"
            | "by"
            | "de"
            | "dem"
            | "den"
            | "det"
            | "du"
            | "e"
            | "en"
            | "ett"
            | "for"
            | "från"
            | "för"
            | "ha"
            | "han"
            | "har"
            | "hon"
            | "hos"
            | "how"
            | "hur"
            | "i"
            | "in"
            | "inte"
            | "is"
            | "it"
            | "kan"
            | "man"
            | "med"
            | "mer"
            | "mot"
            | "not"
            | "när"
            | "och"
            | "of"
            | "om"
            | "on"
            | "or"
            | "our"
            | "oss"
            | "på"
            | "så"
            | "ska"
            | "som"
            | "the"
            | "till"
            | "to"
            | "under"
            | "ut"
            | "utan"
            | "vad"
            | "vara"
            | "vi"
            | "vid"
            | "vår"
            | "våra"
            | "vårt"
            | "we"
            | "with"
            | "är"
            | "över"
            | "åt"
    )
}

/// Endings of plural, the definite form, the genitive and of verbs, the longest first.
const ENDINGS: &[&str] = &[
    "ningar", "arnas", "ernas", "ornas", "arna", "erna", "orna", "ande", "ende", "aren", "ades",
    "ning", "ing", "ans", "ens", "ets", "ade", "are", "ar", "er", "or", "en", "et", "an", "na",
    "as", "es", "a", "e", "n", "s",
];

/// Two letters stay, and three where only one goes: *köer* is *kö*, but *hus* is not *hu*.
fn stem(word: &str) -> &str {
    let kept = |ending: &&str| {
        let kept = word.strip_suffix(*ending)?;
        (kept.chars().count() >= if ending.len() == 1 { 3 } else { 2 }).then_some(kept)
    };
    ENDINGS.iter().find_map(kept).unwrap_or(word)
}

/// From 0 to 1: the same, bent otherwise, part of a longer word, misspelt, or nothing in common.
fn word_alikeness(a: &Word, b: &Word) -> f32 {
    if a.whole == b.whole {
        return 1.0;
    }
    let (a, b) = (a.stem, b.stem);
    if a == b {
        return 0.95;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // Figures are not bent, joined or misspelt: 2026 is not 2027.
    if short.chars().count() < 4 || short.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0.0;
    }
    // *bygglov* in *bygglovssökande*, *kurs* in *simkurs*.
    if long.starts_with(short) || long.ends_with(short) {
        return 0.75;
    }
    // Hardly anybody misspells the first letter or leaves out a third of a word.
    if short.bytes().next() != long.bytes().next() || short.len() * 3 < long.len() * 2 {
        return 0.0;
    }
    let alike = pairs_in_common(short.as_bytes(), long.as_bytes());
    if alike >= 0.6 { alike * 0.9 } else { 0.0 }
}

/// Dice's measure over pairs of neighbours, the first letter a pair of its own.
fn pairs_in_common(short: &[u8], long: &[u8]) -> f32 {
    let pairs = |word: &[u8]| {
        [None]
            .into_iter()
            .chain(word.iter().copied().map(Some))
            .zip(word.iter().copied())
            .collect::<Vec<_>>()
    };
    let (short, mut long) = (pairs(short), pairs(long));
    let all = short.len() + long.len();
    let mut common = 0;
    for pair in short {
        if let Some(at) = long.iter().position(|other| *other == pair) {
            long.swap_remove(at);
            common += 2;
        }
    }
    weight(common) / weight(all)
}

/// Lets through what shares enough threes of bytes with what was typed to be worth a closer look. It
/// looks at each title once and keeps nothing, so that ten thousand cost a few milliseconds.
struct Sieve {
    bits: [u64; 64],
    fewest: usize,
}

impl Sieve {
    fn of(typed: &Title) -> Sieve {
        let mut bits = [0; 64];
        let mut count = 0;
        for word in &typed.words {
            let mut three = Three::default();
            for byte in word.stem.bytes() {
                three.push(FOLDED[usize::from(byte)]);
                bits[three.block()] |= three.bit();
                count += 1;
            }
        }
        // About half must be found for the threshold; a fourth leaves room for misspelling.
        Sieve { bits, fewest: (count / 4).max(2) }
    }

    fn may_hold(&self, title: &str) -> bool {
        let mut three = Three::default();
        let mut found = 0;
        for byte in title.bytes() {
            let byte = FOLDED[usize::from(byte)];
            if byte == 0 {
                three = Three::default();
                continue;
            }
            three.push(byte);
            found += usize::from(self.bits[three.block()] & three.bit() != 0);
        }
        found >= self.fewest
    }
}

/// Each byte in lower case, 0 for what parts words. Å, Ä, Ö and É differ from their small ones by
/// 0x20 in their second byte; what else that touches is touched on both sides alike.
const FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte: u8 = 0;
    while byte < 255 {
        folded[byte as usize] = match byte {
            b'A'..=b'Z' | 0x80..=0x9E => byte + 0x20,
            b'0'..=b'9' | b'a'..=b'z' | 0x9F.. => byte,
            _ => 0,
        };
        byte += 1;
    }
    folded
};

/// The last three bytes of a word, as a place in the sieve.
#[derive(Default)]
struct Three(u32);

impl Three {
    fn push(&mut self, byte: u8) {
        self.0 = ((self.0 << 8) | u32::from(byte)) & 0xFF_FFFF;
    }

    fn place(&self) -> u32 {
        self.0.wrapping_mul(0x9E37_79B1) >> 20
    }

    fn block(&self) -> usize {
        usize::try_from(self.place() / 64).unwrap_or(0)
    }

    fn bit(&self) -> u64 {
        1 << (self.place() % 64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLES: &[&str] = &[
        "Digital kö till bygglov",
        "Kö-info bygglov",
        "Återbruk av byggmaterial",
        "Ombyggnad av entrén på biblioteket",
        "Enklare första brev om försörjningsstöd",
        "Digital anslagstavla i receptionen",
        "Simkurs för nyanlända",
        "Meröppet på fler bibliotek",
        "Mindre matsvinn i skolköket",
        "Delade elcyklar för hemtjänsten",
        "Gemensam bilpool",
        "Frukost före skolan",
    ];

    fn like(typed: &str) -> Vec<&'static str> {
        most_similar(typed, TITLES.iter().copied(), 5)
            .into_iter()
            .map(|(place, _)| TITLES[place])
            .collect()
    }

    #[test]
    fn the_same_words_are_wholly_alike() {
        assert!(
            (similarity("Digital kö till bygglov", "digital KÖ, till bygglov!") - 1.0).abs() < 1e-6
        );
        assert_eq!(like("Digital kö till bygglov")[0], "Digital kö till bygglov");
    }

    #[test]
    fn bent_words_are_the_same_word() {
        assert_eq!(like("Bibliotekens öppettider")[0], "Meröppet på fler bibliotek");
        assert_eq!(
            like("köer bygglovet"),
            ["Digital kö till bygglov", "Kö-info bygglov"].into_iter().rev().collect::<Vec<_>>()
        );
        assert_eq!(like("frukostar i skolor"), ["Frukost före skolan"]);
    }

    #[test]
    fn parts_of_joined_words_are_found() {
        assert_eq!(like("matsvinnet")[0], "Mindre matsvinn i skolköket");
        assert_eq!(like("bygglovssökande kö")[0], "Kö-info bygglov");
        assert_eq!(like("elcykel"), ["Delade elcyklar för hemtjänsten"]);
    }

    #[test]
    fn a_misspelling_is_forgiven() {
        assert_eq!(like("försörjnigsstöd brev"), ["Enklare första brev om försörjningsstöd"]);
        assert_eq!(like("biblotek meröppet"), ["Meröppet på fler bibliotek"]);
    }

    #[test]
    fn what_is_unrelated_never_shows() {
        for typed in [
            "Laddstolpar vid idrottshallen",
            "Digital signering av avtal",
            "Trygghetslarm på natten",
            "Ny lekplats",
            "Budget 2027",
        ] {
            assert_eq!(like(typed), Vec::<&str>::new(), "{typed}");
        }
        assert!(similarity("Budget 2026", "2027 års plan") < 0.1);
    }

    #[test]
    fn too_little_typed_is_like_nothing() {
        for typed in ["", "  ", "kö", "och till på", "för"] {
            assert_eq!(like(typed), Vec::<&str>::new(), "{typed}");
        }
    }

    #[test]
    fn the_most_alike_come_first_and_no_more_than_asked_for() {
        let found = most_similar("digital kö bygglov", TITLES.iter().copied(), 1);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, 0);
    }

    #[test]
    fn the_sieve_holds_back_nothing_that_would_be_shown() {
        for typed in TITLES.iter().chain(&[
            "biblotek",
            "köer bygglovet",
            "matsvinnet",
            "simkurser",
            "bilpooler",
        ]) {
            let lower = typed.to_lowercase();
            let sieve = Sieve::of(&Title::of(&lower));
            for title in TITLES {
                if similarity(typed, title) >= THRESHOLD {
                    assert!(sieve.may_hold(title), "{typed} - {title}");
                }
            }
        }
    }
}
