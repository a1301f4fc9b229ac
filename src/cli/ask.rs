//! What people mean by what they type: a number, a stage, one of a family of words. In either
//! language, whatever the case, and by the beginning of a name where that is enough.

use crate::domain::{FIELDS, Field, IdeaId, Language, Sluice, Stage, keys, known};

pub(super) fn same(known: &str, said: &str) -> bool {
    known.to_lowercase() == said.trim().to_lowercase()
}

/// `12` or `#12`.
pub(super) fn number(said: &str) -> Option<IdeaId> {
    let digits = said.trim();
    let digits = digits.strip_prefix('#').unwrap_or(digits);
    digits.parse().ok().filter(|number| *number > 0).map(IdeaId)
}

pub(super) fn sluice<'a>(sluices: &'a [Sluice], said: &str) -> Option<&'a Sluice> {
    meant(sluices, said, |sluice| vec![sluice.name.clone()])
}

pub(super) fn stage<'a>(stages: &'a [Stage], said: &str) -> Option<&'a Stage> {
    if let Ok(number) = said.trim().parse::<usize>() {
        return stages.get(number.checked_sub(1)?);
    }
    meant(stages, said, |stage| {
        let own = stage.name.clone();
        let key = stage.key.as_deref().unwrap_or_default();
        let mut names: Vec<String> = own.into_iter().collect();
        if !key.is_empty() {
            names.push(key.to_owned());
            names.extend(both(&["stage", "stage-long"], key));
        }
        names
    })
}

/// The key of a family's word.
pub(super) fn key(family: &str, said: &str) -> Option<&'static str> {
    let all: Vec<&'static str> = keys(family).collect();
    let found = meant(&all, said, |key| {
        let mut names = vec![(*key).to_owned(), key.replace('_', " ")];
        names.extend(both(&[family], key));
        names
    });
    found.copied()
}

/// A field by its key, by the end of it (`due` is `next_due`) or by its name.
pub(super) fn field(said: &str) -> Option<&'static Field> {
    let said = said.trim().to_lowercase().replace('-', "_");
    let ending = format!("_{said}");
    let mut ends = FIELDS.iter().filter(|field| field.key.ends_with(&ending));
    let by_end = match (ends.next(), ends.next()) {
        (Some(field), None) => Some(field),
        _ => None,
    };
    FIELDS
        .iter()
        .find(|field| field.key == said)
        .or_else(|| meant(FIELDS, &said.replace('_', " "), |field| both(&["field"], field.key)))
        .or(by_end)
}

/// The names of a key in both languages.
fn both(families: &[&str], key: &str) -> Vec<String> {
    let names = families.iter().flat_map(|family| {
        let key = format!("{family}:{key}");
        Language::ALL.into_iter().filter_map(move |language| known(&key, language))
    });
    names.map(str::to_owned).collect()
}

/// The one whose name is what was said, or else the only one that has a name beginning so.
fn meant<'a, T>(all: &'a [T], said: &str, names: impl Fn(&T) -> Vec<String>) -> Option<&'a T> {
    let said = said.trim().to_lowercase();
    if said.is_empty() {
        return None;
    }
    let has = |it: &T, fits: &dyn Fn(&str) -> bool| {
        names(it).iter().any(|name| fits(&name.to_lowercase()))
    };
    if let Some(found) = all.iter().find(|it| has(it, &|name| name == said)) {
        return Some(found);
    }
    let mut near = all.iter().filter(|it| has(it, &|name| name.starts_with(&said)));
    match (near.next(), near.next()) {
        (Some(found), None) => Some(found),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_have_its_sign() {
        assert_eq!(number(" #12 "), Some(IdeaId(12)));
        assert_eq!(number("12"), Some(IdeaId(12)));
        for said in ["", "#", "0", "-3", "tolv", "99999999999999999999"] {
            assert_eq!(number(said), None, "{said}");
        }
    }

    #[test]
    fn a_word_is_known_by_its_key_its_names_and_their_beginnings() {
        for said in ["risk", "Risk", "RIS"] {
            assert_eq!(key("comment-kind", said), Some("risk"), "{said}");
        }
        assert_eq!(key("decision", "ga_vidare"), Some("ga_vidare"));
        assert_eq!(key("decision", "go ahead"), Some("ga_vidare"));
        assert_eq!(key("comment-kind", "nonsense"), None);
        assert_eq!(key("comment-kind", ""), None);
    }

    #[test]
    fn a_field_is_known_by_its_key_its_end_and_its_names() {
        for (said, found) in [("need", "need"), ("due", "next_due"), ("Behov", "need")] {
            assert_eq!(field(said).map(|field| field.key), Some(found), "{said}");
        }
        assert!(field("").is_none());
        assert!(field("nonsense").is_none());
    }
}
