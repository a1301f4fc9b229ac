//! Opening the screen: on a file that is there, or on the first choice where there is none.

use std::path::Path;
use std::sync::mpsc::channel;

use jiff::tz::TimeZone;

use crate::app::{Model, Msg, Screens, Size, Theme, WhichFile};
use crate::config::{Settings, keymap};
use crate::domain::Say;
use crate::runtime::{
    self, Alone, Clock, Files, Finder, Inspector, Keeper, Saver, Watch, World, broken, colours,
};
use crate::store::{look, zone};
use crate::terminal::{Terminal, install_panic_hook};
use crate::text::Words;

use super::desk::{now, uid};
use super::early::Early;
use super::own;
use super::places::Places;
use super::print::remark;
use super::trouble::Trouble;

pub(super) fn run(places: &Places, early: &Early, which: WhichFile) -> Result<u8, Trouble> {
    let zone = zone();
    let path = match which {
        WhichFile::Own => places.file.clone(),
        WhichFile::Demo => places.demo(),
    };
    let opening = |error| Trouble::of_opening(&error, &path);
    // What cannot be opened is told before the terminal is taken, unless there is a way on.
    let was_open = places.guard().map_err(opening)?;
    let mut ways = match look(&path) {
        Ok(_) => None,
        Err(error) => match broken(&path, &error).filter(|_| which == WhichFile::Own) {
            Some(ways) => Some(ways),
            None => return Err(opening(error)),
        },
    };
    let mut terminal = Terminal::open()?;
    install_panic_hook();
    runtime::remember_panics();
    let (tell, replies) = channel::<Msg>();
    let waker = terminal.waker();
    let reply = move |msg| {
        if tell.send(msg).is_ok() {
            waker.wake();
        }
    };
    let mut world = World::of(files(places, reply), clock(&zone)).with_folder(Places::documents());
    let reader = match (&ways, world.begin(which)) {
        (None, Ok(reader)) => reader,
        (None, Err(error)) => match broken(&path, &error).filter(|_| which == WhichFile::Own) {
            Some(found) => {
                ways = Some(found);
                None
            }
            None => return Err(opening(error)),
        },
        (Some(_), _) => None,
    };
    let remembered = |name| reader.and_then(|reader| reader.remembered(name).ok().flatten());
    let (settings, mut wrong) = match places.settings_file() {
        Some(path) => Settings::read(&path),
        None => (Settings::default(), None),
    };
    let language = early.language_with(reader, &settings);
    let (columns, rows) = terminal.size();
    let size = Size { columns, rows };
    let mut model = Model::new(Words::of(language), now(&zone).today, zone, size);
    model.colours = colours(|name| std::env::var(name).ok());
    let theme = remembered("theme").and_then(|name| Theme::from_name(&name));
    model.theme = theme.or(settings.theme).unwrap_or_default();
    model.bell = remembered("bell").as_deref() == Some("on");
    model.mouse = remembered("mouse").as_deref() != Some("off");
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
    model.file = which;
    model.place = places.shown();
    let quoted = |path: &Path| {
        let path = path.display().to_string();
        if path.contains(' ') { format!("'{path}'") } else { path }
    };
    model.show.file = early.file().map(|path| quoted(&path));
    model.show.demo = Some(quoted(&places.demo()));
    let screens = remembered("screens").and_then(|name| Screens::from_name(&name));
    model.show.unasked = screens.is_none();
    model.show.screens = screens.unwrap_or_default();
    model.who = world.who();
    model.only_read(world.only_reading());
    model.remarks.extend(was_open.then(|| Say::new("remark-was-open-to-others")));
    model.remarks.extend(world.remarks());
    model.resume(&world.left_at());
    if let Some(ways) = ways {
        model.broken(&ways);
    }
    if !model.mouse {
        terminal.mouse(false)?;
    }
    let ended = runtime::run(model, world, terminal, &replies)?;
    let words = Words::of(ended.language);
    for say in &ended.told {
        remark(&words.say(say));
    }
    for unsaved in &ended.homeless {
        // There is no other place left.
        remark(&words.get("told-text-nowhere"));
        unsaved.fields.iter().for_each(|field| remark(&field.text));
    }
    match ended.failed {
        Some(error) => Err(error.into()),
        None => Ok(ended.code),
    }
}

fn files(places: &Places, reply: impl Fn(Msg) + Clone + Send + 'static) -> Files {
    let run = uid().to_string();
    let there = places.clone();
    let saver = {
        let (run, reply) = (run.clone(), reply.clone());
        move |file: &Path| Saver::start(file.to_owned(), run.clone(), reply.clone())
    };
    let finder = {
        let reply = reply.clone();
        move |file: &Path| Finder::thread(file.to_owned(), reply.clone())
    };
    let inspector = {
        let reply = reply.clone();
        // A place is tried for locks by ourselves, started once more.
        let program = std::env::current_exe().ok();
        move |file: &Path| {
            Inspector::thread(file.to_owned(), reply.clone()).with_program(program.clone())
        }
    };
    let keeper = {
        let (reply, keeping) = (reply.clone(), places.keeping());
        move |file: &Path| Keeper::thread(file.to_owned(), keeping.clone(), reply.clone())
    };
    Files {
        own: places.file.clone(),
        demo: places.demo(),
        run,
        saver: Box::new(saver),
        finder: Box::new(finder),
        inspector: Box::new(inspector),
        keeper: Box::new(keeper),
        alone: Alone::thread(reply.clone()),
        write: Box::new(move |file, language| own::write(&there, file, language)),
        watch: Box::new(move |file| Watch::start(file, reply.clone())),
    }
}

fn clock(zone: &TimeZone) -> Clock {
    let zone = zone.clone();
    Clock { now: Box::new(move || now(&zone)), uid: Box::new(uid) }
}
