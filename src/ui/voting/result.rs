//! What came of a vote: dots and how many voted for each, ties as ties, how it moved since the round
//! before. That it is no decision stands at the foot.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::domain::VoteForm;
use crate::domain::vote::{Estimate, Settings, Standing};
use crate::domain::{Say, VoteResult, VoteView};
use crate::text::width::clip;
use crate::ui::pen::{clear, write, write_right};
use crate::ui::room::dots;

use super::Sheet;

/// From here on a room is divided, in thousandths.
const DIVIDED: i64 = 600;

pub(super) fn draw(sheet: &mut Sheet<'_>, frame: &mut Frame<'_>) {
    let Some(read) = sheet.voting.vote() else { return };
    let Some(result) = &read.result else { return };
    sheet.criterion(&read.view, frame);
    let (words, below) = (&sheet.model.words, sheet.plan.below);
    if !below.is_empty() {
        let text = words.get("result-no-decision");
        write(frame.buffer_mut(), below.x, below.y, below.width, &text, sheet.look.accent);
    }
    let rows = sheet.plan.rows;
    if let Some(above) = sheet.plan.head {
        let text = words.get("result-divided-first");
        write(frame.buffer_mut(), above.x, above.y, above.width, &text, sheet.look.accent);
    }
    let standings = sheet.voting.standings();
    for (at, spot) in rows.spots() {
        let Some(standing) = standings.get(at) else { continue };
        let focused = at == sheet.voting.cursor && sheet.voting.deed.is_none();
        if focused {
            sheet.cursor = Position::new(spot.x, spot.y);
        }
        row(sheet, read.view.clone(), result, standing, spot, focused, frame);
    }
}

fn row(
    sheet: &Sheet<'_>,
    view: VoteView,
    result: &VoteResult,
    standing: &Standing,
    spot: Rect,
    focused: bool,
    frame: &mut Frame<'_>,
) {
    if spot.is_empty() {
        return;
    }
    let (words, look) = (&sheet.model.words, sheet.look);
    let cells = frame.buffer_mut();
    let on = |style: ratatui::style::Style| if focused { style.patch(look.ground) } else { style };
    let first = Rect { height: 1, ..spot };
    if focused {
        clear(cells, first, on(look.text));
        write(cells, spot.x, spot.y, 1, "▌", on(look.accent));
    }
    let marked = sheet.voting.chosen.contains(&standing.option);
    if marked {
        write(cells, spot.x + 1, spot.y, 1, "✓", on(look.accent));
    }
    let place = Rect { x: spot.x + 2, width: 3, ..first };
    write_right(cells, place, &format!("{}.", standing.place), on(look.strong));
    let number = Rect { x: spot.x + 5, width: 5, ..first };
    write_right(cells, number, &standing.number.to_string(), on(look.accent));
    let settings = Settings::of(&view.vote);
    let mut asides: Vec<String> = Vec::new();
    if standing.is_tied {
        asides.push(words.with("result-tied", &[("place", standing.place.into())]));
    }
    let dots_for = settings.form == VoteForm::Points && settings.low >= 0;
    // Where dots are few, most options have them from some and not from others.
    if standing.divided >= DIVIDED && (!dots_for || sheet.voting.divided_first) {
        asides.push(words.get("result-divided").into_owned());
    }
    let shift = result.shifts.iter().find(|shift| shift.option == standing.option);
    if let Some(shift) = shift {
        let (id, n) = match shift.places {
            0 => ("shift-none", 0),
            up if up > 0 => ("shift-up", up),
            down => ("shift-down", -down),
        };
        asides.push(words.with(id, &[("n", n.into())]));
    }
    let left = write_right(cells, first, &asides.join(" · "), on(look.muted));
    let at = view.options.iter().position(|it| it.option.id == standing.option);
    let title = at.map(|at| sheet.title_of(&view, at)).unwrap_or_default();
    let wide = left.saturating_sub(13);
    let style = if focused { look.strong } else { look.text };
    write(cells, spot.x + 12, spot.y, wide, &clip(&title, usize::from(wide)), on(style));
    if spot.height > 1 {
        let second =
            Rect { x: spot.x + 12, y: spot.y + 1, width: spot.width.saturating_sub(12), height: 1 };
        let word = words.say(&told(standing, &settings));
        let n = if dots_for { u32::try_from(standing.sum).unwrap_or(0) } else { 0 };
        dots(cells, second, n, &word, look);
    }
}

/// Dots and voters; on a scale the median, or how many were for and against.
fn told(standing: &Standing, settings: &Settings) -> Say {
    match settings.form {
        VoteForm::Points if settings.low < 0 => Say::new("result-plus-minus")
            .with("sum", standing.sum)
            .with("plus", standing.plus)
            .with("minus", standing.minus)
            .with("voters", standing.voters),
        VoteForm::Points => {
            Say::new("result-points").with("sum", standing.sum).with("voters", standing.voters)
        }
        VoteForm::Scale if (settings.low, settings.high) == (-1, 1) => {
            let passed = standing.voters - standing.plus - standing.minus;
            Say::new("result-agree")
                .with("plus", standing.plus)
                .with("minus", standing.minus)
                .with("pass", passed)
        }
        VoteForm::Scale => match Estimate::of(&standing.histogram) {
            Some(estimate) => Say::new("result-scale")
                .with("median", crate::domain::Arg::Say(Box::new(estimate.median.say())))
                .with("voters", standing.voters),
            None => Say::new("result-unjudged"),
        },
    }
}
