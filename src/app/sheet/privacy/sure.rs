//! The one question before something goes for good.

use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlay::Turn;
use crate::app::sheet::Sheet;
use crate::app::sheet::part::{Button, Part, Press};
use crate::domain::{ErasureKind, Removal, Say};

use super::{Privacy, refuse, sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sure {
    removal: Removal,
}

const GO: &str = "go";

impl Sure {
    /// With how many texts lose something and how many hits stay; of a disposal, how many ideas and
    /// other things go. And in how many ideas a person stays.
    pub(super) fn open(removal: Removal, [one, other]: [usize; 2], untouched: usize) -> Sheet {
        let (title, go, figures) = match removal.kind() {
            ErasureKind::Anonymised => ("sure-anonymise", "button-anonymise-now", "sure-hits"),
            ErasureKind::Erased => ("sure-erase", "button-erase-now", "sure-hits"),
            ErasureKind::Disposed => ("sure-dispose", "button-dispose-now", "sure-disposed"),
        };
        let title = match &removal {
            Removal::Person(asked) => Say::new(title).with("name", asked.person.name.as_str()),
            Removal::Disposal(_) => Say::new(title),
        };
        let mut parts = vec![
            Part::note(Say::new("sure-never")),
            Part::note(Say::new(figures).with("one", one).with("other", other)),
        ];
        if untouched > 0 {
            parts.push(Part::note(Say::new("sure-untouched").with("n", untouched)));
        }
        parts.extend([
            Part::note(Say::new("sure-copies")),
            Part::note(Say::new("erased-elsewhere")),
            Part::button_row(vec![
                Button::new(Press::Close, "button-cancel"),
                Button::new(Press::Own(GO), go),
            ]),
        ]);
        sheet(title, Privacy::Sure(Sure { removal }), parts)
    }

    pub(super) fn go(&self, sheet: &mut Sheet, model: &mut Model) -> Turn {
        if sheet.saving {
            return Turn::stay();
        }
        if !model.pending.is_empty() {
            return refuse(model, Say::new("refused-still-saving"));
        }
        sheet.saving = true;
        model.saving.shut = true;
        model.tell(Say::new("erasing-begins"));
        Turn::with(vec![Effect::Erase(Box::new(self.removal.clone()))])
    }
}
