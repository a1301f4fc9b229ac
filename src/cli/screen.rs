//! Opening the screen on a file.

use std::sync::mpsc::channel;

use color_eyre::eyre::{Result, WrapErr as _};
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::app::{Model, Msg, Now, Size, Theme};
use crate::domain::{Begin, Language, Stamp, Uid};
use crate::runtime::{self, Clock, Saver, Watch, World, colours};
use crate::store::{Found, Reader, Request, Store, look};
use crate::terminal::{Terminal, install_panic_hook};
use crate::text::Words;

use super::places::Places;

pub(super) fn run(places: &Places) -> Result<u8> {
    let zone = TimeZone::system();
    let run = Uuid::now_v7().to_string();
    if look(&places.file)? == Found::Nothing {
        let mut store = Store::open(&places.file, run.clone())?;
        let now = now(&zone);
        let request = Request { uid: uid(), now: now.stamp, today: now.today, who: None };
        let begun = store.commit(request, &Begin { name: "Vår idésluss".into() }.into())?;
        begun.map_err(|no| color_eyre::eyre::eyre!("{no:?}"))?;
    }
    let reader = Reader::open(&places.file)?;
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
    let saver = Saver::start(places.file.clone(), run, reply).wrap_err("the saver")?;
    let (columns, rows) = terminal.size();
    let language = reader
        .remembered("language")?
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or_else(Language::of_system);
    let mut model =
        Model::new(Words::of(language), now(&zone).today, zone.clone(), Size { columns, rows });
    model.colours = colours(|name| std::env::var(name).ok());
    if let Some(theme) = reader.remembered("theme")?.and_then(|name| Theme::from_name(&name)) {
        model.theme = theme;
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
    runtime::run(model, world, terminal, &replies)
}

fn now(zone: &TimeZone) -> Now {
    let moment = jiff::Timestamp::now();
    Now { stamp: Stamp(moment.as_millisecond()), today: zone.to_datetime(moment).date() }
}

fn uid() -> Uid {
    Uid(Uuid::now_v7())
}
