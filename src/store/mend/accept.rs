//! What nothing in the file can tell is taken as it stands from now on, where a person says so.

use crate::domain::{Finding, Say, Uid};

use crate::store::Fault;
use crate::store::integrity::{ENTRY, LOST, entered};
use crate::store::journal::{Request, read_changes, read_label};
use crate::store::line::written;
use crate::store::rows::{Inside, Lossy};
use crate::store::sums::{self, Entered};

/// More than this is not one fault; only a backup has so much.
const MOST_GONE: i64 = 10_000;

impl Inside<'_> {
    pub(super) fn accept(&self, found: &[Finding], request: Request) -> Result<(), Fault> {
        for finding in found {
            match finding {
                Finding::Altered(at) | Finding::NotText(at, _) => {
                    self.seal_as_shown(at.kind, at.id)?;
                }
                Finding::EntryAltered(seq)
                | Finding::EntryUnreadable(seq)
                | Finding::EntryOrphan(seq) => self.accept_entry(*seq)?,
                Finding::EntriesGone(from, to) if to - from < MOST_GONE => {
                    for seq in *from..=*to {
                        self.stand_in(seq, request)?;
                    }
                }
                Finding::Draft(..) => self.accept_drafts()?,
                _ => {}
            }
        }
        Ok(())
    }

    /// An entry is as it shows from now on. What cannot be understood says only that it was there.
    fn accept_entry(&self, seq: i64) -> Result<(), Fault> {
        let mut statement = self.0.prepare(&format!("{ENTRY} WHERE seq = ?1"))?;
        let mut rows = statement.query([seq])?;
        let Some(row) = rows.next()? else { return Ok(()) };
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let it = entered(row)?;
        let (uid, run) = (text(it.uid), text(it.run));
        let (mut label, mut changes) = (text(it.label), text(it.changes));
        if read_label(&label).is_err() {
            label = written(&Say::new("step-unreadable"))?;
        }
        if read_changes(&changes).is_err() {
            changes = "[]".into();
        }
        let (at, who, turns) = (it.at, it.who, it.undoes);
        drop(rows);
        let undoes = match turns {
            Some(turned) if self.is_there(turned)? => Some(turned),
            _ => None,
        };
        let hash = sums::of_entry(&Entered {
            seq,
            uid: uid.as_bytes(),
            at,
            who,
            run: run.as_bytes(),
            label: label.as_bytes(),
            changes: changes.as_bytes(),
            undoes,
        });
        self.0.execute(
            "UPDATE journal SET uid = ?2, run = ?3, label = ?4, changes = ?5, undoes = ?6, hash = ?7
             WHERE seq = ?1",
            (seq, uid, run, label, changes, undoes, hash),
        )?;
        Ok(())
    }

    fn is_there(&self, seq: i64) -> Result<bool, Fault> {
        let sql = "SELECT EXISTS (SELECT 1 FROM journal WHERE seq = ?1)";
        Ok(self.0.query_row(sql, [seq], |row| row.get(0))?)
    }

    /// An entry in the place of one that is gone.
    fn stand_in(&self, seq: i64, request: Request) -> Result<(), Fault> {
        let uid = Uid::nth(request.uid, 2 + seq.unsigned_abs()).to_string();
        let label = written(&Say::new("step-lost"))?;
        let entered = Entered {
            seq,
            uid: uid.as_bytes(),
            at: request.now.0,
            who: None,
            run: LOST.as_bytes(),
            label: label.as_bytes(),
            changes: b"[]",
            undoes: None,
        };
        let hash = sums::of_entry(&entered);
        self.0.execute(
            "INSERT INTO journal (seq, uid, at, who, run, label, changes, undoes, hash)
             VALUES (?1, ?2, ?3, NULL, ?4, ?5, '[]', NULL, ?6)",
            (seq, &uid, request.now.0, LOST, &label, hash),
        )?;
        Ok(())
    }

    /// Drafts are what they show from now on.
    fn accept_drafts(&self) -> Result<(), Fault> {
        let mut statement =
            self.0.prepare("SELECT target, field, text, was, at, discarded FROM draft")?;
        let mut rows = statement.query([])?;
        let mut drafts: Vec<([String; 4], i64, Option<i64>)> = Vec::new();
        while let Some(row) = rows.next()? {
            let text = |at: usize| -> rusqlite::Result<String> { Ok(row.get::<_, Lossy>(at)?.0) };
            drafts.push(([text(0)?, text(1)?, text(2)?, text(3)?], row.get(4)?, row.get(5)?));
        }
        drop(rows);
        self.0.execute("DELETE FROM draft", [])?;
        for ([target, field, text, was], at, discarded) in drafts {
            let texts = [&target, &field, &text, &was].map(|text| text.as_bytes());
            let sum = sums::of_draft(texts, at, discarded);
            self.0.execute(
                "INSERT OR IGNORE INTO draft VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (&target, &field, &text, &was, at, discarded, sum),
            )?;
        }
        Ok(())
    }
}
