//! The table from keys to actions, as read from TOML: the program's own, and the user's over it.

use std::collections::BTreeMap;
use std::fmt;

use super::action::Action;
use super::chord::{Chord, Key};
use super::context::Context;

/// Keys pressed one after the other: most bindings are one chord long.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sequence(pub Vec<Chord>);

#[derive(Clone, Debug)]
pub struct Binding {
    pub context: Context,
    pub keys: Sequence,
    pub action: Action,
    /// As written in the file: `1-9` stands for nine bindings.
    pub written: String,
}

#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

/// What the keys pressed so far mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Means(Action),
    /// The beginning of something longer.
    Unfinished,
    Nothing,
}

/// What is wrong with a keymap file, where, and in whose words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    NotToml {
        line: usize,
        message: String,
    },
    UnknownContext {
        name: String,
    },
    UnknownAction {
        context: &'static str,
        name: String,
    },
    NotAKey {
        context: &'static str,
        action: String,
        key: String,
    },
    NotAList {
        context: &'static str,
        action: String,
    },
    BoundTwice {
        context: &'static str,
        key: String,
        first: &'static str,
        second: &'static str,
    },
    /// The key types text where letters are text.
    TypesText {
        context: &'static str,
        key: String,
        action: &'static str,
    },
}

impl Keymap {
    /// The program's own file.
    pub const OWN: &str = include_str!("../../assets/keymap.toml");

    /// The program's own bindings.
    pub fn own() -> Keymap {
        let mut bindings = Vec::new();
        put(Keymap::OWN, &mut bindings).expect("the keymap in assets is tested");
        Keymap { bindings }
    }

    /// Puts a file's bindings in the place of those of the same actions. With a problem, nothing
    /// is changed.
    pub fn merge(&mut self, toml: &str) -> Result<(), Problem> {
        let mut merged = self.bindings.clone();
        put(toml, &mut merged)?;
        check(&merged)?;
        self.bindings = merged;
        Ok(())
    }

    pub fn read(&self, context: Context, pressed: &[Chord]) -> Reading {
        for asked in context.chain() {
            let mut unfinished = false;
            for binding in self.bindings.iter().filter(|binding| binding.context == *asked) {
                if binding.keys.0 == pressed {
                    return Reading::Means(binding.action);
                }
                unfinished |= binding.keys.0.starts_with(pressed);
            }
            if unfinished {
                return Reading::Unfinished;
            }
        }
        Reading::Nothing
    }

    /// Every binding that is heard in a context, its own first.
    pub fn heard(&self, context: Context) -> impl Iterator<Item = &Binding> {
        context
            .chain()
            .iter()
            .flat_map(|asked| self.bindings.iter().filter(move |binding| binding.context == *asked))
    }

    /// The key to show for an action: the first that the file names, not one after Space.
    pub fn key_of(&self, context: Context, action: Action) -> Option<&str> {
        let of = |direct: bool| {
            self.heard(context)
                .filter(|binding| binding.action == action)
                .find(|binding| !direct || !binding.is_in_menu())
                .map(|binding| binding.written.as_str())
        };
        of(true).or_else(|| of(false))
    }

    /// What can follow the keys pressed so far: the next key, and the action it finishes, if it
    /// does.
    pub fn following(&self, context: Context, pressed: &[Chord]) -> Vec<(Chord, Option<Action>)> {
        let mut next: Vec<(Chord, Option<Action>)> = Vec::new();
        for binding in self.heard(context) {
            let Some(rest) = binding.keys.0.strip_prefix(pressed) else { continue };
            let (Some(chord), finished) = (rest.first(), rest.len() == 1) else { continue };
            if next.iter().any(|(known, _)| known == chord) {
                continue;
            }
            next.push((*chord, finished.then_some(binding.action)));
        }
        next
    }

    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }
}

impl Binding {
    /// Reached through the menu that Space opens.
    pub fn is_in_menu(&self) -> bool {
        self.keys.0.len() > 1 && self.keys.0.first() == Some(&Chord::plain(Key::Char(' ')))
    }
}

/// Puts a file's bindings in the place of those of the same actions.
fn put(toml: &str, bindings: &mut Vec<Binding>) -> Result<(), Problem> {
    let sections: BTreeMap<String, BTreeMap<String, toml::Value>> =
        toml::from_str(toml).map_err(|error| Problem::NotToml {
            line: error.span().map_or(0, |span| line_of(toml, span.start)),
            message: error.message().to_owned(),
        })?;
    for (name, section) in sections {
        let context = Context::from_name(&name).ok_or(Problem::UnknownContext { name })?;
        for (name, keys) in section {
            let action = Action::from_name(&name).ok_or_else(|| Problem::UnknownAction {
                context: context.name(),
                name: name.clone(),
            })?;
            bindings.retain(|binding| (binding.context, binding.action) != (context, action));
            read_keys(context, action, &keys, bindings)?;
        }
    }
    Ok(())
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

fn read_keys(
    context: Context,
    action: Action,
    keys: &toml::Value,
    into: &mut Vec<Binding>,
) -> Result<(), Problem> {
    let not_a_list =
        || Problem::NotAList { context: context.name(), action: action.name().to_owned() };
    for key in keys.as_array().ok_or_else(not_a_list)? {
        let written = key.as_str().ok_or_else(not_a_list)?;
        for keys in sequences(written).ok_or_else(|| Problem::NotAKey {
            context: context.name(),
            action: action.name().to_owned(),
            key: written.to_owned(),
        })? {
            into.push(Binding { context, keys, action, written: written.to_owned() });
        }
    }
    Ok(())
}

/// The sequences that a written key stands for: `g 1-9` is nine.
fn sequences(written: &str) -> Option<Vec<Sequence>> {
    let mut all = vec![Vec::new()];
    for word in written.split_whitespace() {
        let chords: Vec<Chord> = if word == "1-9" {
            ('1'..='9').map(|digit| Chord::plain(Key::Char(digit))).collect()
        } else {
            vec![word.parse().ok()?]
        };
        all = all
            .into_iter()
            .flat_map(|so_far| {
                chords.iter().map(move |chord| {
                    let mut longer = so_far.clone();
                    longer.push(*chord);
                    longer
                })
            })
            .collect();
    }
    all.iter().all(|keys| !keys.is_empty()).then(|| all.into_iter().map(Sequence).collect())
}

/// No binding hides another, and none takes a letter away from text.
fn check(bindings: &[Binding]) -> Result<(), Problem> {
    for (at, binding) in bindings.iter().enumerate() {
        if (binding.context.is_text() || binding.context == Context::Always)
            && binding.keys.0.first().is_some_and(|chord| chord.typed().is_some())
        {
            return Err(Problem::TypesText {
                context: binding.context.name(),
                key: binding.written.clone(),
                action: binding.action.name(),
            });
        }
        for other in bindings.iter().skip(at + 1) {
            if other.context == binding.context
                && (other.keys.0.starts_with(&binding.keys.0)
                    || binding.keys.0.starts_with(&other.keys.0))
            {
                return Err(Problem::BoundTwice {
                    context: binding.context.name(),
                    key: other.keys.to_string(),
                    first: binding.action.name(),
                    second: other.action.name(),
                });
            }
        }
    }
    Ok(())
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, chord) in self.0.iter().enumerate() {
            let space = if at > 0 { " " } else { "" };
            write!(f, "{space}{chord}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(written: &str) -> Vec<Chord> {
        written.split(' ').map(|key| key.parse().unwrap()).collect()
    }

    #[test]
    fn the_program_s_own_keymap_is_whole() {
        Keymap { bindings: Vec::new() }.merge(Keymap::OWN).unwrap();
    }

    #[test]
    fn every_action_has_a_key() {
        let keymap = Keymap::own();
        for action in Action::ALL {
            assert!(
                keymap.bindings().iter().any(|binding| binding.action == *action),
                "{}",
                action.name()
            );
        }
    }

    #[test]
    fn a_modified_key_never_triggers_the_plain_key_s_action() {
        let keymap = Keymap::own();
        assert_eq!(keymap.read(Context::Board, &press("n")), Reading::Means(Action::Capture));
        for modified in ["ctrl-n", "alt-n"] {
            assert_eq!(keymap.read(Context::Board, &press(modified)), Reading::Nothing);
        }
    }

    #[test]
    fn the_beginning_of_a_sequence_waits_for_the_rest() {
        let keymap = Keymap::own();
        assert_eq!(keymap.read(Context::Board, &press("g")), Reading::Unfinished);
        assert_eq!(keymap.read(Context::Board, &press("g g")), Reading::Means(Action::First));
        assert_eq!(keymap.read(Context::Board, &press("g 7")), Reading::Means(Action::Stage));
        assert_eq!(keymap.read(Context::Board, &press("g !")), Reading::Nothing);
    }

    #[test]
    fn the_user_s_file_takes_the_place_of_what_it_names_alone() {
        let mut keymap = Keymap::own();
        keymap.merge("[board]\ncapture = [\"å\"]\n").unwrap();
        assert_eq!(keymap.read(Context::Board, &press("å")), Reading::Means(Action::Capture));
        assert_eq!(keymap.read(Context::Board, &press("n")), Reading::Nothing);
        assert_eq!(keymap.read(Context::Board, &press("b")), Reading::Means(Action::BrainDump));
    }

    #[test]
    fn what_is_wrong_in_a_file_is_told_and_changes_nothing() {
        let mut keymap = Keymap::own();
        let problem = keymap.merge("[board]\ncapture = [\"b\"]\n").unwrap_err();
        assert!(matches!(problem, Problem::BoundTwice { .. }), "{problem:?}");
        let problem = keymap.merge("[board]\n\nfly = [\"n\"]\n").unwrap_err();
        assert!(matches!(problem, Problem::UnknownAction { .. }), "{problem:?}");
        let problem = keymap.merge("[board]\n\n[board\n").unwrap_err();
        assert!(matches!(problem, Problem::NotToml { line: 3, .. }), "{problem:?}");
        let problem = keymap.merge("[line]\nback = [\"x\"]\n").unwrap_err();
        assert!(matches!(problem, Problem::TypesText { .. }), "{problem:?}");
        assert_eq!(keymap.read(Context::Board, &press("n")), Reading::Means(Action::Capture));
    }
}
