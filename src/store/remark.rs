//! What there is to tell of a file that was opened all the same.

use super::place::{Access, synchronised};
use super::{Fault, Reader};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It cannot be written where it lies, or is somebody else's and we are root: a copy is open.
    Copy(Access),
    /// So many steps that were shown as saved are not in the file.
    StepsMissing(i64),
    /// Others could read the file until now.
    WasOpenToOthers,
    /// It lies on a file system that is no ordinary disk.
    Odd(String),
    /// Another program copies its folder to elsewhere.
    Synchronised(&'static str),
}

impl Remark {
    /// It is to be told also where nobody reads at leisure.
    pub fn is_urgent(&self) -> bool {
        matches!(self, Remark::Copy(_) | Remark::StepsMissing(_))
    }

    /// What is told but once bears a name to be remembered by.
    fn once(&self) -> Option<String> {
        match self {
            Remark::Odd(name) => Some(format!("odd-{name}")),
            Remark::Synchronised(name) => Some(format!("sync-{name}")),
            Remark::Copy(_) | Remark::StepsMissing(_) | Remark::WasOpenToOthers => None,
        }
    }
}

impl Reader {
    /// What there is to tell, the gravest first, and what is then to be remembered as `told` so that
    /// it is not told again. `var` reads the environment.
    pub fn remarks(
        &self,
        var: impl Fn(&str) -> Option<String>,
    ) -> Result<(Vec<Remark>, Option<String>), Fault> {
        let mut remarks = Vec::new();
        if self.is_copy() {
            remarks.push(Remark::Copy(self.place().access));
        }
        if let Some(unclean) = self.presence().and_then(|presence| presence.unclean()) {
            let missing = unclean.seq.saturating_sub(self.newest()?);
            remarks.extend((missing > 0).then_some(Remark::StepsMissing(missing)));
        }
        if self.site.was_open_to_others {
            remarks.push(Remark::WasOpenToOthers);
        }
        if let super::FileSystem::Odd(name) = &self.place().system {
            remarks.push(Remark::Odd(name.clone()));
        }
        remarks.extend(synchronised(&self.site.file, var).map(Remark::Synchronised));
        let told = self.remembered("told")?.unwrap_or_default();
        let is_new = |name: &String| !told.lines().any(|line| line == name);
        remarks.retain(|remark| remark.once().as_ref().is_none_or(is_new));
        let new: Vec<String> = remarks.iter().filter_map(Remark::once).collect();
        let told = (!new.is_empty()).then(|| {
            let known = told.lines().map(str::to_owned);
            known.chain(new).collect::<Vec<_>>().join("\n")
        });
        Ok((remarks, told))
    }
}
