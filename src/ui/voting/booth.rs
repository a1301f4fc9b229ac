//! The voting booth: cleared between two people, then the options in an order of this person's own.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Booth, Mode, turnout_said};
use crate::domain::VoteForm;
use crate::domain::VoteView;
use crate::editor;
use crate::text::width::{clip, width, wrap};
use crate::ui::pen::{clear, write, write_right};

use super::Sheet;

pub(super) fn draw(sheet: &mut Sheet<'_>, frame: &mut Frame<'_>) {
    let (Mode::Booth(booth), Some(read)) = (&sheet.voting.mode, sheet.voting.vote()) else {
        return;
    };
    if !booth.begun {
        cleared(sheet, booth, &read.view, frame);
        return;
    }
    let view = &read.view;
    sheet.criterion(view, frame);
    for (at, spot) in sheet.plan.rows.spots() {
        let Some(option) = booth.order.get(at) else { continue };
        let spot = Rect { height: 1, ..spot };
        let focused = at == booth.at && sheet.voting.deed.is_none();
        let on = |style: ratatui::style::Style| {
            if focused { style.patch(sheet.look.ground) } else { style }
        };
        let cells = frame.buffer_mut();
        if focused {
            clear(cells, spot, on(sheet.look.text));
            write(cells, spot.x, spot.y, 1, "▌", on(sheet.look.accent));
            sheet.cursor = Position::new(spot.x, spot.y);
        }
        let Some(it) = view.options.get(*option) else { continue };
        let marks = marks(sheet, booth, booth.given(it.option.id));
        let left = write_right(cells, spot, &marks, on(sheet.look.strong));
        let number = Rect { x: spot.x + 1, width: 4, ..spot };
        write_right(cells, number, &it.option.number.to_string(), on(sheet.look.accent));
        let title = sheet.title_of(view, *option);
        let title = clip(&title, usize::from(left.saturating_sub(8)));
        let style = if focused { sheet.look.strong } else { sheet.look.text };
        write(cells, spot.x + 7, spot.y, left.saturating_sub(8), &title, on(style));
    }
    let below = sheet.plan.below;
    if !below.is_empty() {
        let text = match booth.left() {
            Some(left) => sheet.model.words.with("booth-left", &[("n", left.into())]),
            None => sheet.model.words.get("booth-judge").into_owned(),
        };
        write(frame.buffer_mut(), below.x, below.y, below.width, &text, sheet.look.text);
    }
}

/// What this person gave an option, as a sign each and never in colour alone.
fn marks(sheet: &Sheet<'_>, booth: &Booth, given: Option<i64>) -> String {
    let settings = &booth.settings;
    match (settings.form, given) {
        (VoteForm::Points, given) => {
            let given = given.unwrap_or(0);
            let signs = usize::try_from(given.abs().min(9)).unwrap_or(0);
            let room = usize::try_from(settings.high.min(9)).unwrap_or(1);
            let sign = if given < 0 { "−" } else { "●" };
            format!("[{}{}]", sign.repeat(signs), " ".repeat(room.saturating_sub(signs)))
        }
        (VoteForm::Scale, None) => "[ ? ]".into(),
        (VoteForm::Scale, Some(level)) if (settings.low, settings.high) == (-1, 1) => {
            let id = match level {
                1 => "level-agree",
                0 => "level-pass",
                _ => "level-disagree",
            };
            format!("[{}]", sheet.model.words.get(id))
        }
        (VoteForm::Scale, Some(level)) => format!("[ {level} ]"),
    }
}

/// Between two people: nothing of what anybody did.
fn cleared(sheet: &mut Sheet<'_>, booth: &Booth, view: &VoteView, frame: &mut Frame<'_>) {
    let words = &sheet.model.words;
    let Rect { x, y, width: wide, height } = sheet.body;
    let mut row = y + height / 5;
    let kept = sheet.model.ballots.kept(view.vote.id);
    let n = i64::try_from(kept).unwrap_or(i64::MAX);
    let kept = (kept > 0).then(|| words.with("ballots-kept", &[("n", n.into())]));
    let left = booth.was_left.then(|| words.get("booth-left-alone").into_owned());
    let texts = [
        (kept.or(left).unwrap_or_default(), sheet.look.strong),
        (words.get("booth-next").into_owned(), sheet.look.strong),
        (words.get("booth-alone").into_owned(), sheet.look.text),
        (words.get("booth-hand-over").into_owned(), sheet.look.text),
        (words.say(&turnout_said(&view.turnout)), sheet.look.muted),
    ];
    for (text, style) in texts.into_iter().filter(|(text, _)| !text.is_empty()) {
        for line in wrap(&text, usize::from(wide), Some(2)) {
            if row < sheet.body.bottom() {
                let indent = wide.saturating_sub(u16::try_from(width(&line)).unwrap_or(wide)) / 2;
                write(frame.buffer_mut(), x + indent, row, wide - indent, &line, style);
                row += 1;
            }
        }
        row += u16::from(height >= 10);
    }
    sheet.cursor = Position::new(x, y);
    if booth.settings.named && row < sheet.body.bottom() {
        let label = words.get("booth-name");
        let used = write(frame.buffer_mut(), x, row, wide, &label, sheet.look.accent) + 2;
        let line = Rect { x: x + used, y: row, width: wide.saturating_sub(used), height: 1 };
        let look = sheet.look;
        let shown =
            editor::Look { text: look.text, selection: look.ground, placeholder: look.muted };
        if sheet.model.is_before_room() {
            return;
        }
        booth.name.draw(line, frame.buffer_mut(), shown);
        if let Some(cursor) = booth.name.cursor_in(line) {
            sheet.cursor = cursor;
        }
    }
}
