//! Names by one key: `stage:behov`, `question:G1.1`, `target:felanmalan`. A label in the journal
//! keeps the key and is read in whichever language is on.

use super::{Both, Level, Named, Reference};
use crate::domain::Language;

type Names<'a> = Box<dyn Iterator<Item = (&'a str, &'a Both)> + 'a>;

/// What stands before the colon, and all that can stand after it.
struct Family {
    name: &'static str,
    names: for<'a> fn(&'a Reference) -> Names<'a>,
}

const FAMILIES: &[Family] = &[
    Family { name: "stage", names: |all| each(&all.sluice.stages, |it| (&it.key, &it.short)) },
    Family { name: "stage-long", names: |all| each(&all.sluice.stages, |it| (&it.key, &it.long)) },
    Family {
        name: "stage-purpose",
        names: |all| each(&all.sluice.stages, |it| (&it.key, &it.purpose)),
    },
    Family {
        name: "gate",
        names: |all| each(&all.sluice.stages, |it| (&it.gate.key, &it.gate.name)),
    },
    Family {
        name: "gate-who",
        names: |all| each(&all.sluice.stages, |it| (&it.gate.key, &it.gate.who)),
    },
    Family {
        name: "gate-time",
        names: |all| each(&all.sluice.stages, |it| (&it.gate.key, &it.gate.time)),
    },
    Family { name: "question", names: questions },
    Family { name: "gate-answer", names: |all| named(&all.sluice.gate_answers) },
    Family { name: "status", names: |all| named(&all.sluice.statuses) },
    Family { name: "outcome", names: |all| named(&all.sluice.outcomes) },
    Family {
        name: "decision",
        names: |all| each(&all.sluice.decisions, |it| (it.kind.key(), &it.name)),
    },
    Family { name: "target", names: |all| named(&all.sluice.referral_targets) },
    Family {
        name: "criterion",
        names: |all| each(&all.profile.criteria, |it| (&it.key, &it.name)),
    },
    Family { name: "level", names: |all| levels(&all.profile.levels) },
    Family { name: "benefit-score", names: |all| levels(&all.sluice.benefit_scale) },
    Family { name: "effort-score", names: |all| levels(&all.sluice.effort_scale) },
    Family { name: "benefit-type", names: |all| named(&all.sluice.benefit_types) },
    Family { name: "source", names: |all| named(&all.sluice.sources) },
    Family { name: "role", names: |all| each(&all.sluice.roles, |it| (&it.key, &it.name)) },
    Family { name: "comment-kind", names: |all| named(&all.sluice.comment_kinds) },
    Family { name: "sensitivity", names: |all| named(&all.sluice.sensitivities) },
    Family { name: "record-status", names: |all| named(&all.sluice.record_statuses) },
    Family { name: "name-visible", names: |all| named(&all.sluice.name_visible) },
    Family { name: "wants-to-join", names: |all| named(&all.sluice.wants_to_join) },
    Family { name: "field", names: |all| each(&all.sluice.fields, |it| (&it.key, &it.name)) },
    Family { name: "field-hint", names: hints },
];

/// The name behind a key with its family, none if the program does not know it.
pub fn known(key: &str, language: Language) -> Option<&'static str> {
    let (family, key) = key.split_once(':')?;
    let family = FAMILIES.iter().find(|known| known.name == family)?;
    let (_, name) = (family.names)(Reference::get()).find(|(known, _)| *known == key)?;
    Some(name.in_language(language))
}

/// The keys of a family, in their order; none if the program does not know it.
pub fn keys(family: &str) -> impl Iterator<Item = &'static str> {
    let family = FAMILIES.iter().find(|known| known.name == family);
    family.into_iter().flat_map(|family| (family.names)(Reference::get())).map(|(key, _)| key)
}

fn each<'a, T>(list: &'a [T], name: fn(&'a T) -> (&'a str, &'a Both)) -> Names<'a> {
    Box::new(list.iter().map(name))
}

fn named(list: &[Named]) -> Names<'_> {
    each(list, |it| (&it.key, &it.name))
}

fn levels(list: &[Level]) -> Names<'_> {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    Box::new(list.iter().filter_map(|it| Some((*DIGITS.get(usize::from(it.value))?, &it.label))))
}

fn questions(all: &Reference) -> Names<'_> {
    let questions = all.sluice.stages.iter().flat_map(|stage| &stage.gate.questions);
    Box::new(questions.map(|it| (it.key.as_str(), &it.text)))
}

fn hints(all: &Reference) -> Names<'_> {
    let fields = all.sluice.fields.iter();
    Box::new(fields.filter_map(|it| Some((it.key.as_str(), it.hint.as_ref()?))))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FAMILIES, known};
    use crate::domain::{Language, Reference};

    #[test]
    fn every_known_name_is_there_in_both_languages_and_under_one_key() {
        let mut keys = BTreeSet::new();
        for family in FAMILIES {
            for (key, name) in (family.names)(Reference::get()) {
                let key = format!("{}:{key}", family.name);
                assert!(keys.insert(key.clone()), "{key} is there twice");
                for language in Language::ALL {
                    let text = known(&key, language).unwrap();
                    assert_eq!(text, name.in_language(language), "{key}");
                    assert!(!text.trim().is_empty(), "{key} is empty");
                }
            }
        }
    }

    #[test]
    fn a_name_is_found_by_its_family_and_key() {
        for (key, sv, en) in [
            ("stage:behov", "Behov", "Need"),
            ("stage-long:behov", "Förstå behovet", "Understand the need"),
            ("decision:vila", "Vila", "Pause"),
            ("target:felanmalan", "Felanmälan", "Fault reporting"),
            ("level:0", "Vet inte", "Don't know"),
        ] {
            assert_eq!(known(key, Language::Sv), Some(sv));
            assert_eq!(known(key, Language::En), Some(en));
        }
        for key in ["behov", "stage:", "stage:nothing", "nothing:behov", ""] {
            assert_eq!(known(key, Language::Sv), None, "{key}");
        }
    }
}
