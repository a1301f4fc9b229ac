//! Mending the file where the one that writes is at it already.

use crate::app::{Answer, Msg};
use crate::domain::Say;
use crate::runtime::keep_before_mending;
use crate::runtime::why::not_opened;
use crate::store::Request;

use super::writer::{Unwritten, Writer};

impl Writer {
    /// Keeps a copy of the file, mends what can be mended, and tells what came of it.
    pub(super) fn mend(&mut self, request: Request, reply: &mut dyn FnMut(Msg)) {
        let path = self.path.clone();
        let kept = match self.opened() {
            Ok(store) => keep_before_mending(&path, store),
            Err(error) => Err(not_opened(&error, &path)),
        };
        if let Err(say) = kept {
            reply(Msg::Answer(Answer::Failed(say)));
            return;
        }
        let mended = self.attempt(self.patience, None, reply, |store| store.mend(request, false));
        reply(match mended {
            Ok(mended) => {
                let id = if mended.left.is_empty() { "told-mended" } else { "told-mended-left" };
                let told = Say::new(id).with("n", mended.mended()).with("left", mended.left.len());
                Msg::Mended { told, done: mended.done }
            }
            Err(Unwritten(say)) => Msg::Answer(Answer::Failed(say)),
        });
    }
}
