//! What each kind of thing looks like: a theme by role, for as many colours as the terminal has.
//! Colour repeats what a word or a sign already says.

use ratatui::style::{Color, Modifier, Style};

use crate::app::{Colours, Model, Theme};
use crate::text::ink::Ink;

/// The styles of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// What is read. Its background is the screen's.
    pub text: Style,
    /// Facts, labels, hints: quieter, never dim.
    pub muted: Style,
    pub strong: Style,
    /// Where you are.
    pub accent: Style,
    /// Under the focused card or row.
    pub ground: Style,
    pub warning: Style,
    /// Thin rules.
    pub line: Style,
    /// A stage's name in its heading, by its place.
    pub stages: [Style; 6],
}

/// A theme's colours by role.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    pub text: Color,
    pub muted: Color,
    pub accent: Color,
    pub ground: Color,
    pub warning: Color,
    pub line: Color,
    /// Painted where the theme was chosen by hand; otherwise the terminal's own shows.
    pub paper: Color,
    pub stages: [Color; 6],
}

const fn rgb(hex: u32) -> Color {
    let [_, r, g, b] = hex.to_be_bytes();
    Color::Rgb(r, g, b)
}

const fn indexed(colours: [u8; 6]) -> [Color; 6] {
    let mut all = [Color::Reset; 6];
    let mut at = 0;
    while at < 6 {
        all[at] = Color::Indexed(colours[at]);
        at += 1;
    }
    all
}

pub const DARK: Palette = Palette {
    text: rgb(0xe8eaf0),
    muted: rgb(0xaab2c0),
    accent: rgb(0x6fd6c0),
    ground: rgb(0x22303f),
    warning: rgb(0xf4b860),
    line: rgb(0x3a4352),
    paper: rgb(0x14181f),
    stages: [
        rgb(0x9db4ff),
        rgb(0xc8a6ff),
        rgb(0xf5a3c7),
        rgb(0xf4b860),
        rgb(0x9fdc7c),
        rgb(0x7fd3e8),
    ],
};

pub const LIGHT: Palette = Palette {
    text: rgb(0x14181f),
    muted: rgb(0x4a5260),
    accent: rgb(0x00695c),
    ground: rgb(0xd9eee9),
    warning: rgb(0x8a4b00),
    line: rgb(0xc3c9d2),
    paper: rgb(0xfcfcfa),
    stages: [
        rgb(0x2c4a9e),
        rgb(0x6a2fa0),
        rgb(0x9c1f5e),
        rgb(0x7a4300),
        rgb(0x2f6112),
        rgb(0x0b5a6e),
    ],
};

pub const CONTRAST: Palette = Palette {
    text: rgb(0xffffff),
    muted: rgb(0xffffff),
    accent: rgb(0xffff00),
    ground: rgb(0x003b73),
    warning: rgb(0xffc04d),
    line: rgb(0xb0b0b0),
    paper: rgb(0x000000),
    stages: [rgb(0xffffff); 6],
};

/// For 256 colours, chosen by hand.
pub const DARK_INDEXED: Palette = Palette {
    text: Color::Indexed(255),
    muted: Color::Indexed(250),
    accent: Color::Indexed(79),
    ground: Color::Indexed(236),
    warning: Color::Indexed(215),
    line: Color::Indexed(240),
    paper: Color::Indexed(234),
    stages: indexed([111, 183, 218, 215, 150, 116]),
};

pub const LIGHT_INDEXED: Palette = Palette {
    text: Color::Indexed(233),
    muted: Color::Indexed(239),
    accent: Color::Indexed(23),
    ground: Color::Indexed(194),
    warning: Color::Indexed(94),
    line: Color::Indexed(250),
    paper: Color::Indexed(231),
    stages: indexed([19, 54, 89, 94, 22, 24]),
};

/// The terminal's own sixteen; the ground is told by reversing.
const SIXTEEN: Palette = Palette {
    text: Color::Reset,
    muted: Color::Reset,
    accent: Color::Cyan,
    ground: Color::Reset,
    warning: Color::Yellow,
    line: Color::Reset,
    paper: Color::Reset,
    stages: [Color::Reset; 6],
};

/// Before a room, on white: a lit room washes out what is dark.
pub const ROOM_LIGHT: Palette = Palette {
    text: rgb(0x000000),
    muted: rgb(0x323a46),
    accent: rgb(0x00483f),
    ground: rgb(0xd5ede7),
    warning: rgb(0x6a3500),
    line: rgb(0x6f7885),
    paper: rgb(0xffffff),
    stages: [
        rgb(0x243f8c),
        rgb(0x5a2390),
        rgb(0x8a184f),
        rgb(0x6a3a00),
        rgb(0x27540d),
        rgb(0x084e5f),
    ],
};

/// Before a room that is dark.
pub const ROOM_DARK: Palette = Palette {
    text: rgb(0xffffff),
    muted: rgb(0xd3d9e3),
    accent: rgb(0x7fe8d2),
    ground: rgb(0x17303f),
    warning: rgb(0xffc873),
    line: rgb(0x7c8798),
    paper: rgb(0x000000),
    stages: [
        rgb(0xb4c6ff),
        rgb(0xd7bdff),
        rgb(0xffb8d8),
        rgb(0xffc873),
        rgb(0xb2eb92),
        rgb(0x97e2f5),
    ],
};

pub const ROOM_LIGHT_INDEXED: Palette = Palette {
    text: Color::Indexed(16),
    muted: Color::Indexed(236),
    accent: Color::Indexed(23),
    ground: Color::Indexed(195),
    warning: Color::Indexed(52),
    line: Color::Indexed(242),
    paper: Color::Indexed(231),
    stages: indexed([18, 54, 89, 52, 22, 17]),
};

pub const ROOM_DARK_INDEXED: Palette = Palette {
    text: Color::Indexed(231),
    muted: Color::Indexed(253),
    accent: Color::Indexed(122),
    ground: Color::Indexed(236),
    warning: Color::Indexed(222),
    line: Color::Indexed(245),
    paper: Color::Indexed(16),
    stages: indexed([153, 189, 218, 222, 157, 159]),
};

impl Look {
    pub fn of(model: &Model) -> Look {
        if model.projector {
            return Look::of_room(model.theme, model.colours);
        }
        let dark = match model.theme {
            Theme::Auto | Theme::Terminal => model.dark.unwrap_or(true),
            Theme::Dark | Theme::Contrast => true,
            Theme::Light => false,
        };
        let painted = matches!(model.theme, Theme::Dark | Theme::Light | Theme::Contrast);
        match (model.colours, model.theme, dark) {
            (Colours::None, _, _) => Look::without_colour(),
            (Colours::Sixteen, _, _) | (_, Theme::Terminal, _) => Look::sixteen(),
            (Colours::True, Theme::Contrast, _) => Look::from(&CONTRAST, painted),
            (Colours::True, _, true) => Look::from(&DARK, painted),
            (Colours::True, _, false) => Look::from(&LIGHT, painted),
            (Colours::Indexed, _, true) => Look::from(&DARK_INDEXED, painted),
            (Colours::Indexed, _, false) => Look::from(&LIGHT_INDEXED, painted),
        }
    }

    /// Before a room the paper is painted too, and it is white unless another theme was chosen.
    pub fn of_room(theme: Theme, colours: Colours) -> Look {
        let dark = matches!(theme, Theme::Dark | Theme::Contrast);
        match (colours, theme, dark) {
            (Colours::None, _, _) => Look::without_colour(),
            (Colours::Sixteen, _, _) | (_, Theme::Terminal, _) => Look::sixteen(),
            (Colours::True, Theme::Contrast, _) => Look::from(&CONTRAST, true),
            (Colours::True, _, true) => Look::from(&ROOM_DARK, true),
            (Colours::True, _, false) => Look::from(&ROOM_LIGHT, true),
            (Colours::Indexed, _, true) => Look::from(&ROOM_DARK_INDEXED, true),
            (Colours::Indexed, _, false) => Look::from(&ROOM_LIGHT_INDEXED, true),
        }
    }

    /// A palette's styles, its paper painted.
    pub fn of_palette(palette: &Palette) -> Look {
        Look::from(palette, true)
    }

    fn from(palette: &Palette, painted: bool) -> Look {
        let paper = if painted { Style::new().bg(palette.paper) } else { Style::new() };
        let ink = |colour: Color| paper.fg(colour);
        Look {
            text: ink(palette.text),
            muted: ink(palette.muted),
            strong: ink(palette.text).add_modifier(Modifier::BOLD),
            accent: ink(palette.accent).add_modifier(Modifier::BOLD),
            ground: Style::new().bg(palette.ground),
            warning: ink(palette.warning).add_modifier(Modifier::BOLD),
            line: ink(palette.line),
            stages: palette.stages.map(|hue| ink(hue).add_modifier(Modifier::BOLD)),
        }
    }

    fn sixteen() -> Look {
        let mut look = Look::from(&SIXTEEN, false);
        look.ground = Style::new().add_modifier(Modifier::REVERSED);
        look
    }

    fn without_colour() -> Look {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Look {
            text: plain,
            muted: plain,
            strong: bold,
            accent: bold,
            ground: plain.add_modifier(Modifier::REVERSED),
            warning: bold,
            line: plain,
            stages: [bold; 6],
        }
    }

    pub fn ink(&self, ink: Ink) -> Style {
        match ink {
            Ink::Text => self.text,
            Ink::Muted | Ink::Quote | Ink::Code => self.muted,
            Ink::Strong | Ink::Heading => self.strong,
            Ink::Emphasis => self.text.add_modifier(Modifier::ITALIC),
            Ink::Link => self.text.add_modifier(Modifier::UNDERLINED),
            Ink::Accent => self.accent,
            Ink::Warning => self.warning,
        }
    }

    pub fn stage(&self, at: usize) -> Style {
        self.stages.get(at % self.stages.len()).copied().unwrap_or(self.strong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG defines it.
    fn luminance(colour: Color) -> f64 {
        let (r, g, b) = match colour {
            Color::Rgb(r, g, b) => (r, g, b),
            // The cube of six by six by six, and the greys after it.
            Color::Indexed(at @ 16..=231) => {
                let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
                let at = at - 16;
                (step(at / 36), step(at / 6 % 6), step(at % 6))
            }
            Color::Indexed(at @ 232..) => {
                let grey = 8 + 10 * (at - 232);
                (grey, grey, grey)
            }
            _ => panic!("{colour:?} is not a colour by value"),
        };
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn what_is_read_stands_out_seven_to_one() {
        for (name, palette) in [("dark", DARK), ("light", LIGHT), ("contrast", CONTRAST)] {
            for ink in [palette.text, palette.muted].into_iter().chain(palette.stages) {
                let found = contrast(ink, palette.paper);
                assert!(found >= 7.0, "{name}: {ink:?} on paper is {found:.1}");
            }
            for ink in [palette.text, palette.warning, palette.accent] {
                let found = contrast(ink, palette.ground);
                assert!(found >= 4.5, "{name}: {ink:?} on the ground is {found:.1}");
            }
        }
    }

    #[test]
    fn before_a_room_every_role_stands_out_seven_to_one() {
        for (name, palette) in [
            ("light", ROOM_LIGHT),
            ("dark", ROOM_DARK),
            ("light, 256 colours", ROOM_LIGHT_INDEXED),
            ("dark, 256 colours", ROOM_DARK_INDEXED),
        ] {
            let Palette { text, muted, accent, ground, warning, line, paper, stages } = palette;
            for ink in [text, muted, accent, warning].into_iter().chain(stages) {
                let found = contrast(ink, paper);
                assert!(found >= 7.0, "{name}: {ink:?} on paper is {found:.1}");
            }
            for ink in [text, muted, accent, warning] {
                let found = contrast(ink, ground);
                assert!(found >= 7.0, "{name}: {ink:?} on the ground is {found:.1}");
            }
            let found = contrast(line, paper);
            assert!(found >= 3.0, "{name}: a rule on paper is {found:.1}");
        }
    }
}
