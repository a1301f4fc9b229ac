//! The linear scan: the longest word sweeps over all texts, the others are looked for where it was
//! found.

use memchr::memmem::Finder;

use crate::domain::{IdeaId, Needle, Needles};

use super::{Arena, Cancel, Texts};

/// So many ideas are swept before there is a look at whether anybody still waits.
const CHUNK: usize = 8192;

/// Where fewer than one row in so many is in question, the rows are looked at one by one.
const FEW: usize = 16;

/// The least that is looked for at the beginning of a word: shorter ones begin some word anyway.
const WORD: usize = 3;

/// Where a word is found, the best first.
type Place = u8;
const TITLE_WORD: Place = 0;
const TITLE: Place = 1;
const FIELD: Place = 2;
const COMMENT: Place = 3;
const PLACES: usize = 4;
const NOWHERE: Place = u8::MAX;

/// What a search found: titles first, then fields, then comments; within each the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    pub ids: Vec<IdeaId>,
    rows: Vec<u32>,
    needles: Needles,
    version: u64,
}

impl Hits {
    pub fn total(&self) -> usize {
        self.ids.len()
    }
}

pub(super) fn search(
    arena: &Arena,
    needles: &Needles,
    former: Option<&Hits>,
    cancel: &Cancel,
) -> Option<Hits> {
    let mut words: Vec<&Needle> = needles.words.iter().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.text.len()));
    let former = former
        .filter(|former| former.version == arena.version && needles.narrow(&former.needles))
        .filter(|former| former.rows.len() * FEW < arena.ids.len());
    let mut found: Vec<(u32, Place)> = match former {
        Some(former) => former.rows.iter().map(|row| (*row, TITLE_WORD)).collect(),
        None => match words.first() {
            Some(word) => {
                let places = sweep(arena, word, cancel)?;
                words.remove(0);
                (0_u32..).zip(places).filter(|(_, place)| *place != NOWHERE).collect()
            }
            None => arena.rows().map(|(row, _)| (row, TITLE_WORD)).collect(),
        },
    };
    for word in words {
        let places = places(arena, word, &found, cancel)?;
        let both = found.iter().zip(places).filter(|(_, place)| *place != NOWHERE);
        found = both.map(|((row, before), place)| (*row, place.max(*before))).collect();
    }
    for word in &needles.without {
        let places = places(arena, word, &found, cancel)?;
        let neither = found.iter().zip(places).filter(|(_, place)| *place == NOWHERE);
        found = neither.map(|(hit, _)| *hit).collect();
    }
    Some(ranked(arena, found, needles.clone()))
}

fn ranked(arena: &Arena, found: Vec<(u32, Place)>, needles: Needles) -> Hits {
    let mut counts = [0_usize; PLACES];
    for (_, place) in &found {
        counts[usize::from(*place)] += 1;
    }
    let mut groups: [Vec<(u32, u32)>; PLACES] = counts.map(Vec::with_capacity);
    for (row, place) in found {
        groups[usize::from(place)].push((arena.ids[row as usize], row));
    }
    let total = counts.iter().sum();
    let mut ids = Vec::with_capacity(total);
    let mut rows = Vec::with_capacity(total);
    for group in &mut groups {
        group.sort_unstable();
        ids.extend(group.iter().rev().map(|(id, _)| IdeaId(i64::from(*id))));
        rows.extend(group.iter().rev().map(|(_, row)| *row));
    }
    Hits { ids, rows, needles, version: arena.version }
}

/// Where a word is found in each of these rows.
fn places(
    arena: &Arena,
    word: &Needle,
    rows: &[(u32, Place)],
    cancel: &Cancel,
) -> Option<Vec<Place>> {
    if rows.len() * FEW >= arena.ids.len() {
        let all = sweep(arena, word, cancel)?;
        return Some(rows.iter().map(|(row, _)| all[*row as usize]).collect());
    }
    let finder = Finder::new(&word.text);
    let mut places = Vec::with_capacity(rows.len());
    for (at, (row, _)) in rows.iter().enumerate() {
        if at % CHUNK == 0 && cancel.is_set() {
            return None;
        }
        places.push(place(arena, word, &finder, *row as usize));
    }
    Some(places)
}

fn place(arena: &Arena, word: &Needle, finder: &Finder<'_>, row: usize) -> Place {
    if word.number == Some(i64::from(arena.ids[row])) {
        return TITLE_WORD;
    }
    let find = |texts: &Texts| {
        let (from, to) = texts.span(row);
        finder.find(&texts.all.as_bytes()[from..to]).map(|at| from + at)
    };
    if let Some(at) = find(&arena.titles) {
        in_title(&arena.titles, row, at, finder)
    } else if find(&arena.fields).is_some() {
        FIELD
    } else if find(&arena.comments).is_some() {
        COMMENT
    } else {
        NOWHERE
    }
}

/// Where a word is found in every row.
fn sweep(arena: &Arena, word: &Needle, cancel: &Cancel) -> Option<Vec<Place>> {
    let finder = Finder::new(&word.text);
    let mut places = vec![NOWHERE; arena.ids.len()];
    let titles = &arena.titles;
    each_hit(titles, &mut places, &finder, cancel, |row, at| in_title(titles, row, at, &finder))?;
    each_hit(&arena.fields, &mut places, &finder, cancel, |_, _| FIELD)?;
    each_hit(&arena.comments, &mut places, &finder, cancel, |_, _| COMMENT)?;
    if let Some(row) = word.number.and_then(|number| arena.row_of(IdeaId(number))) {
        places[row as usize] = TITLE_WORD;
    }
    for row in &arena.dead {
        places[*row as usize] = NOWHERE;
    }
    Some(places)
}

/// The first hit in each row that has no place yet.
fn each_hit(
    texts: &Texts,
    places: &mut [Place],
    finder: &Finder<'_>,
    cancel: &Cancel,
    place: impl Fn(usize, usize) -> Place,
) -> Option<()> {
    let bytes = texts.all.as_bytes();
    let rows = places.len();
    let start = |row: usize| texts.starts.get(row).map_or(bytes.len(), |start| *start as usize);
    let mut chunk = 0;
    while chunk < rows {
        if cancel.is_set() {
            return None;
        }
        let beyond = (chunk + CHUNK).min(rows);
        let end = start(beyond);
        let mut row = chunk;
        while row < beyond {
            if places[row] != NOWHERE {
                row += 1;
                continue;
            }
            let from = start(row);
            let Some(at) = finder.find(&bytes[from..end]) else { break };
            let at = from + at;
            while start(row + 1) <= at {
                row += 1;
            }
            if places[row] == NOWHERE {
                places[row] = place(row, at);
            }
            row += 1;
        }
        chunk = beyond;
    }
    Some(())
}

/// Whether any hit in a title begins a word.
fn in_title(titles: &Texts, row: usize, first: usize, finder: &Finder<'_>) -> Place {
    let (start, end) = titles.span(row);
    let bytes = titles.all.as_bytes();
    let begins = |at: usize| {
        let before = bytes.get(at.wrapping_sub(1)).copied().unwrap_or(b' ');
        at == start || before.is_ascii() && !before.is_ascii_alphanumeric()
    };
    if begins(first) {
        return TITLE_WORD;
    }
    if finder.needle().len() < WORD {
        return TITLE;
    }
    let rest = &bytes[first + 1..end];
    let later = finder.find_iter(rest).any(|at| begins(first + 1 + at));
    if later { TITLE_WORD } else { TITLE }
}
