//! `screen`: opens the window that the room looks at, in a terminal of its own.

use std::sync::mpsc::channel;

use clap::{ArgMatches, Command};

use crate::app::Msg;
use crate::config::keymap;
use crate::runtime::{self, Audience, Watch, colours};
use crate::store::zone;
use crate::terminal::{Terminal, install_panic_hook};
use crate::text::Words;

use super::desk::{Desk, now};
use super::trouble::Trouble;

pub(super) fn line(command: Command, _: &Words) -> Command {
    command
}

pub(super) fn run(desk: &mut Desk, _: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let file = reader.path().to_owned();
    let terminal = Terminal::open()?;
    install_panic_hook();
    runtime::remember_panics();
    let (tell, replies) = channel::<Msg>();
    let waker = terminal.waker();
    let told = move |msg| {
        if tell.send(msg).is_ok() {
            waker.wake();
        }
    };
    let zone = zone();
    let clock = zone.clone();
    let language = desk.words.language;
    let mut audience = Audience::new(file.clone(), language, zone, move || now(&clock).stamp);
    audience.colours = colours(|name| std::env::var(name).ok());
    audience.reader = Some(reader);
    if let Some((Some(keymap), _)) = desk.places.keys_file().map(|path| keymap(&path)) {
        audience.keymap = keymap;
    }
    let watch = Watch::closely(&file, told);
    let code = audience.run(terminal, &replies)?;
    drop(watch);
    if code == 0 { Ok(()) } else { std::process::exit(i32::from(code)) }
}
