//! Drawing, from the model to cells. Nothing here changes anything, reads the file, or remembers.

mod audience;
mod board;
mod capture;
mod chrome;
mod corner;
mod curtain;
mod entries;
mod filter;
mod filters;
mod gate_meeting;
mod gather;
mod hints;
mod listing;
mod menu;
mod minutes;
mod net;
mod pane;
mod pen;
mod projector;
pub mod room;
mod room_capture;
mod room_view;
mod run_sheet;
mod search;
mod sheet;
mod table;
mod test_card;
pub mod theme;
mod voting;

use ratatui::Frame;

use crate::app::{Model, Overlay};

pub use audience::audience;
use theme::Look;

/// Draws the whole screen.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    paint(model, frame);
    net::catch(frame.buffer_mut());
}

fn paint(model: &Model, frame: &mut Frame<'_>) {
    let look = Look::of(model);
    let area = frame.area();
    if look.text.bg.is_some() {
        pen::clear(frame.buffer_mut(), area, look.text);
    }
    if let Some(curtain) = &model.curtain {
        curtain::draw(model, curtain, &look, frame);
        return;
    }
    if model.size.is_tiny() {
        chrome::too_small(model, &look, frame);
        return;
    }
    chrome::header(model, &look, frame);
    match (model.is_whole(), model.projector) {
        (true, _) => {}
        (false, false) => board::draw(model, &look, frame),
        (false, true) => projector::draw(model, &look, frame),
    }
    pane::draw(model, &look, frame);
    chrome::info(model, &look, frame);
    hints::draw(model, &look, frame);
    for overlay in &model.overlays {
        match overlay {
            Overlay::Capture(it) if room_capture::is_whole(it) => {
                room_capture::draw(model, it, &look, frame);
            }
            Overlay::Capture(capture) => capture::draw(model, capture, &look, frame),
            Overlay::Sheet(sheet) => sheet::draw(model, sheet, &look, frame),
            Overlay::Entries(entries) => entries::draw(model, entries, &look, frame),
            Overlay::RunSheet(sheet) => run_sheet::draw(model, sheet, &look, frame),
            Overlay::Minutes(preview) => minutes::draw(model, preview, &look, frame),
            Overlay::Search(search) => search::draw(model, search, &look, frame),
            Overlay::Filter(line) => filter::draw(model, line, &look, frame),
            Overlay::Table(table) => table::draw(model, table, &look, frame),
            Overlay::Filters(filters) => filters::draw(model, filters, &look, frame),
            Overlay::List(list) => listing::list(model, list, &look, frame),
            Overlay::Finder(finder) => listing::finder(model, finder, &look, frame),
            Overlay::GateMeeting(it) => gate_meeting::draw(model, it, &look, frame),
            Overlay::Voting(it) => voting::draw(model, it, &look, frame),
            Overlay::Gather(gather) => gather::draw(model, gather, &look, frame),
            Overlay::TestCard => test_card::draw(model, &look, frame),
            Overlay::RoomView => room_view::draw(model, &look, frame),
        }
    }
    menu::draw(model, &look, frame);
    corner::draw(model, &look, frame.buffer_mut());
}
