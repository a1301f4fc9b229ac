//! Opening the screen on a file.

use std::sync::mpsc::channel;

use jiff::tz::TimeZone;

use crate::app::{Model, Msg, Size, Theme};
use crate::config::{Settings, keymap};
use crate::domain::Begin;
use crate::runtime::{self, Clock, Saver, Watch, World, colours};
use crate::store::{Found, Reader, Request, Store, look};
use crate::terminal::{Terminal, install_panic_hook};
use crate::text::Words;

use super::desk::{now, uid};
use super::early::Early;
use super::places::Places;
use super::trouble::Trouble;

pub(super) fn run(places: &Places, early: &Early) -> Result<u8, Trouble> {
    let opening = |error| Trouble::of_opening(&error, &places.file);
    let zone = TimeZone::system();
    let run = uid().to_string();
    let found = look(&places.file).map_err(opening)?;
    // Nothing is written, not even an empty file, where no screen can be shown.
    Terminal::check()?;
    if found == Found::Nothing {
        let mut store = Store::open(&places.file, run.clone()).map_err(opening)?;
        let now = now(&zone);
        let request = Request { uid: uid(), now: now.stamp, today: now.today, who: None };
        let name = early.words(None).get("cli-first-board").into_owned();
        store.commit(request, &Begin { name }.into())??;
    }
    let reader = Reader::open(&places.file).map_err(opening)?;
    let terminal = Terminal::open()?;
    install_panic_hook();
    let (tell, replies) = channel::<Msg>();
    let waker = terminal.waker();
    let reply = {
        let (tell, waker) = (tell.clone(), waker.clone());
        move |msg| {
            if tell.send(msg).is_ok() {
                waker.wake();
            }
        }
    };
    let saver = Saver::start(places.file.clone(), run, reply)?;
    let (columns, rows) = terminal.size();
    let (settings, wrong) = match places.settings_file() {
        Some(path) => Settings::read(&path),
        None => (Settings::default(), None),
    };
    let language = early.language_with(Some(&reader), &settings);
    let mut model =
        Model::new(Words::of(language), now(&zone).today, zone.clone(), Size { columns, rows });
    model.colours = colours(|name| std::env::var(name).ok());
    let theme = reader.remembered("theme")?.and_then(|name| Theme::from_name(&name));
    model.theme = theme.or(settings.theme).unwrap_or_default();
    let mut wrong = wrong;
    if let Some(path) = places.keys_file() {
        let (keymap, wrong_keys) = keymap(&path);
        if let Some(keymap) = keymap {
            model.keymap = keymap;
        }
        wrong = wrong.or(wrong_keys);
    }
    if let Some(wrong) = wrong {
        model.refuse(wrong);
    }
    model.sought = reader
        .remembered("idea")?
        .and_then(|number| number.parse().ok())
        .map(crate::domain::IdeaId);
    let clock = Clock { now: Box::new(move || now(&zone)), uid: Box::new(uid) };
    let mut world = World::new(saver, reader, clock);
    let file = places.file.clone();
    world.after_first_frame(move || {
        let told = move |msg| {
            if tell.send(msg).is_ok() {
                waker.wake();
            }
        };
        // Without it the screen is as fresh as the last key; nothing else is lost.
        if let Ok(watch) = Watch::start(&file, told) {
            std::mem::forget(watch);
        }
    });
    Ok(runtime::run(model, world, terminal, &replies)?)
}
