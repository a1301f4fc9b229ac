//! How many colours the terminal shows, told by the environment.

use crate::app::Colours;

/// Reads what the environment says; `get` answers a variable's value.
pub fn colours(get: impl Fn(&str) -> Option<String>) -> Colours {
    let says = |name: &str| get(name).filter(|value| !value.is_empty());
    if says("NO_COLOR").is_some() {
        return Colours::None;
    }
    let term = says("TERM").unwrap_or_default();
    match says("COLORTERM").as_deref() {
        Some("truecolor" | "24bit") => Colours::True,
        _ if term.contains("direct") || says("WT_SESSION").is_some() => Colours::True,
        _ if term.contains("256color") => Colours::Indexed,
        _ => Colours::Sixteen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Colours {
        colours(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn no_color_is_obeyed_unless_it_is_empty() {
        assert_eq!(of(&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]), Colours::None);
        assert_eq!(of(&[("NO_COLOR", ""), ("COLORTERM", "truecolor")]), Colours::True);
    }

    #[test]
    fn a_terminal_that_says_nothing_has_sixteen_colours() {
        assert_eq!(of(&[("TERM", "xterm")]), Colours::Sixteen);
        assert_eq!(of(&[("TERM", "xterm-256color")]), Colours::Indexed);
    }
}
