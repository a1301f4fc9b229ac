//! Choices that are in force as soon as they are made: language, colours, order, mouse, bell.

use crate::app::model::{Model, Theme};
use crate::app::msg::Effect;
use crate::domain::{Language, Order, Say};
use crate::text::Words;

use super::part::{Body, Choose, Part};

pub(super) fn language(model: &Model) -> Part {
    let options = Language::ALL.map(|one| choose(one.tag(), Say::new(language_name(one))));
    choice("language", "taste-language", options.to_vec(), model.language().tag())
}

pub(super) fn theme(model: &Model) -> Part {
    let options = Theme::ALL.map(|one| choose(one.name(), Say::new(theme_name(one))));
    choice("theme", "taste-theme", options.to_vec(), model.theme.name())
}

pub(super) fn order(model: &Model) -> Part {
    let options = Order::ALL.map(|one| choose(one.name(), Say::new(order_name(one))));
    choice("order", "taste-order", options.to_vec(), model.board.order.name())
}

pub(super) fn mouse(model: &Model) -> Part {
    let options = vec![choose("on", Say::new("yes")), choose("off", Say::new("no"))];
    choice("mouse", "taste-mouse", options, if model.mouse { "on" } else { "off" })
}

/// Off unless it is asked for.
pub(super) fn bell(model: &Model) -> Part {
    let options = vec![choose("off", Say::new("no")), choose("on", Say::new("yes"))];
    choice("bell", "taste-bell", options, if model.bell { "on" } else { "off" })
}

/// Puts a choice in force, and has it remembered.
pub(super) fn apply(model: &mut Model, key: &'static str, value: &str) -> Vec<Effect> {
    let mut effects = vec![Effect::Remember { name: key, value: value.to_owned() }];
    match key {
        "language" => {
            if let Some(language) = Language::from_tag(value) {
                model.words = Words::of(language);
                model.words.today = Some(model.today);
            }
        }
        "theme" => model.theme = Theme::from_name(value).unwrap_or(model.theme),
        "order" => model.board.order = Order::from_name(value).unwrap_or(model.board.order),
        "bell" => model.bell = value == "on",
        "mouse" => {
            model.mouse = value == "on";
            effects.push(Effect::Mouse(model.mouse));
        }
        _ => return Vec::new(),
    }
    effects
}

fn language_name(language: Language) -> &'static str {
    match language {
        Language::Sv => "taste-language-sv",
        Language::En => "taste-language-en",
    }
}

fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "taste-theme-auto",
        Theme::Dark => "taste-theme-dark",
        Theme::Light => "taste-theme-light",
        Theme::Contrast => "taste-theme-contrast",
        Theme::Terminal => "taste-theme-terminal",
    }
}

fn order_name(order: Order) -> &'static str {
    match order {
        Order::ByHand => "taste-order-by-hand",
        Order::Age => "taste-order-age",
        Order::Due => "taste-order-due",
    }
}

fn choose(key: &str, name: Say) -> Choose {
    Choose::new(key, name)
}

fn choice(key: &'static str, label: &'static str, options: Vec<Choose>, is: &str) -> Part {
    let at = options.iter().position(|one| one.key == is);
    let body = Body::Choice { options, at, advances: false };
    Part::new(key, Say::new(label), body).with_hint(Say::new("taste-hint"))
}
