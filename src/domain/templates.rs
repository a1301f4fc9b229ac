//! The run sheets and clocks that the program brings with it, as they stand in
//! `assets/workshops.json`. A workshop takes a copy of its template's texts, in one language.

use std::sync::OnceLock;

use serde::Deserialize;

use super::kinds::SceneKind;
use super::reference::Both;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Templates {
    pub templates: Vec<Template>,
    pub clocks: Vec<ClockPreset>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    pub key: String,
    pub name: Both,
    /// What it is for, in a sentence.
    pub about: Both,
    pub minutes: i64,
    pub items: Vec<TemplateItem>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateItem {
    pub title: Both,
    /// Said and shown to the room.
    pub instruction: Both,
    pub minutes: i64,
    pub scene: SceneKind,
}

/// Rounds of minutes, one after the other.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockPreset {
    pub key: String,
    pub name: Both,
    /// What is said between the rounds.
    pub between: Both,
    pub rounds: Vec<i64>,
}

impl Templates {
    /// Read at the first call.
    pub fn get() -> &'static Templates {
        static TEMPLATES: OnceLock<Templates> = OnceLock::new();
        TEMPLATES.get_or_init(|| {
            serde_json::from_str(include_str!("../../assets/workshops.json"))
                .expect("the tests have read assets/workshops.json")
        })
    }

    pub fn find(&self, key: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.key == key)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::language::Language;
    use super::*;

    /// A sentence longer than this is hard to read aloud, and hard to hear.
    const MOST_WORDS: usize = 20;
    /// What fits on a screen that is enlarged for a room.
    const MOST_LETTERS: usize = 230;

    fn texts() -> Vec<&'static Both> {
        let all = Templates::get();
        let mut texts = Vec::new();
        for template in &all.templates {
            texts.extend([&template.name, &template.about]);
            for item in &template.items {
                texts.extend([&item.title, &item.instruction]);
            }
        }
        texts.extend(all.clocks.iter().flat_map(|clock| [&clock.name, &clock.between]));
        texts
    }

    #[test]
    fn every_template_of_the_method_is_there() {
        let keys: Vec<&str> =
            Templates::get().templates.iter().map(|template| template.key.as_str()).collect();
        let wanted =
            ["intake-120", "intake-60", "intake-180", "gate-60", "dots-30", "1-2-4-all", "empty"];
        assert_eq!(keys, wanted);
    }

    #[test]
    fn the_minutes_of_the_items_are_those_of_the_workshop() {
        for template in &Templates::get().templates {
            let sum: i64 = template.items.iter().map(|item| item.minutes).sum();
            if !template.items.is_empty() {
                assert_eq!(sum, template.minutes, "{}", template.key);
            }
            assert!(template.items.iter().all(|item| item.minutes > 0), "{}", template.key);
        }
    }

    #[test]
    fn the_idea_intake_has_the_minutes_of_the_run_through() {
        let intake = Templates::get().find("intake-120").unwrap();
        let minutes: Vec<i64> = intake.items.iter().map(|item| item.minutes).collect();
        assert_eq!(minutes, [5, 7, 8, 8, 2, 18, 2, 10, 10, 4, 6, 8, 18, 9, 3, 2]);
    }

    #[test]
    fn every_text_stands_in_both_languages_and_is_plain() {
        for text in texts() {
            for language in Language::ALL {
                let text = text.in_language(language);
                assert!(!text.trim().is_empty());
                assert!(text.chars().count() <= MOST_LETTERS, "{text}");
                for sentence in text.split(['.', '?', '!', ':']) {
                    assert!(sentence.split_whitespace().count() <= MOST_WORDS, "{text}");
                }
            }
            for short in ["t.ex", "bl.a", "osv.", "m.m.", "etc.", "e.g.", "i.e."] {
                assert!(!text.sv.contains(short) && !text.en.contains(short), "{text:?}");
            }
        }
    }

    #[test]
    fn clocks_have_rounds_and_keys_of_their_own() {
        let clocks = &Templates::get().clocks;
        let keys: BTreeSet<&str> = clocks.iter().map(|clock| clock.key.as_str()).collect();
        assert_eq!(keys.len(), clocks.len());
        assert!(clocks.iter().all(|clock| clock.rounds.iter().all(|minutes| *minutes > 0)));
        let six = clocks.iter().find(|clock| clock.key == "6-3-5").unwrap();
        assert_eq!(six.rounds, [5; 6]);
    }
}
