//! One file without what is to go: rows, journal, drafts, memory, in one transaction. The file is a
//! private copy; it takes the original's place only when all of this is done.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, TransactionBehavior};

use crate::domain::{
    Cell as _, Change, Decision, DecisionKind, Deed, Erasure, ErasureId, Fate, Gone, GoneId,
    IdeaId, Kind, No, Person, PersonId, Record as _, Redaction, Removal, Rewriting, Say, Step,
    There as _, Uid, Value, Wanted,
};
use crate::domain::{Disposal, Keep, PersonHit, Stamp, TextOf, gone_too};
use crate::store::journal::{read_changes, read_label};
use crate::store::rows::Inside;
use crate::store::{Fault, Request};

use super::EraseError;
use super::survey::{local, occurrences, person, wanted};
use super::typed::{drafts, memory, thrown_away};

/// What was done to the file that everything starts from; its copies follow.
pub(super) struct Done {
    pub(super) erasure: Erasure,
    pub(super) kept: Vec<(PersonHit, Keep)>,
    /// All names there are for the person, and the words that went.
    pub(super) wanted: Wanted,
    pub(super) gone: Vec<String>,
    /// The person's own record stays.
    pub(super) stays: bool,
    /// What was disposed of, and when the drafts were typed that went.
    pub(super) disposal: Option<Disposal>,
    typed: HashMap<String, Stamp>,
}

/// Rewrites the file itself. `run` is the run that asks.
pub(super) fn original(
    connection: &mut Connection,
    removal: &Removal,
    request: Request,
    run: &str,
) -> Result<Done, EraseError> {
    let all_names = match removal {
        Removal::Person(asked) => match person(connection, asked.person.uid)? {
            Some(person) => wanted(connection, &person)?,
            None => return Err(EraseError::No(No::gone(Kind::Person))),
        },
        Removal::Disposal(_) => Wanted::default(),
    };
    let typed = match removal {
        Removal::Person(_) => HashMap::new(),
        Removal::Disposal(asked) => thrown_away(connection, &asked.drafts)?,
    };
    let (mut erasure, rewriting) =
        rewrite(connection, removal, &all_names, request, Some(run), None)?;
    let kept = rewriting.kept().to_vec();
    look_again(connection, &all_names, &kept)?;
    erasure.kept = i64::try_from(kept.len()).unwrap_or(i64::MAX);
    let (gone, stays) = (rewriting.gone(), rewriting.stays());
    let disposal = match rewriting {
        Rewriting::Disposal(disposal) => Some(disposal),
        Rewriting::Person(_) => None,
    };
    Ok(Done { erasure, kept, wanted: all_names, gone, stays, disposal, typed })
}

/// Nothing is left but what was to stay.
fn look_again(
    connection: &Connection,
    wanted: &Wanted,
    kept: &[(PersonHit, Keep)],
) -> Result<(), EraseError> {
    let left = occurrences(connection, wanted, None)?.hits;
    // The person's own record, where that stays, is nobody's hit.
    let is_known = |hit: &PersonHit| {
        let own = matches!(hit.text_of, TextOf::Column { kind: Kind::Person, .. });
        own || kept.iter().any(|(it, _)| it.text_of == hit.text_of && it.form == hit.form)
    };
    match left.iter().find(|hit| !is_known(hit)) {
        Some(hit) => {
            let why = format!("something is left in {:?}", hit.text_of);
            Err(EraseError::Fault(Fault::Unreadable(why)))
        }
        None => Ok(()),
    }
}

/// Rewrites a copy of the file as it was rewritten.
pub(super) fn copy(
    connection: &mut Connection,
    removal: &Removal,
    request: Request,
    done: &mut Done,
) -> Result<(), EraseError> {
    learn(connection, removal, done)?;
    rewrite(connection, removal, &done.wanted, request, None, Some(done))?;
    Ok(())
}

/// Takes in what a copy knows of the person and the file does not: the file was restored, or salvaged.
pub(super) fn learn(
    connection: &Connection,
    removal: &Removal,
    done: &mut Done,
) -> Result<(), Fault> {
    if let Removal::Person(asked) = removal
        && let Some(person) = person(connection, asked.person.uid)?
    {
        let own = wanted(connection, &person)?;
        done.gone.extend(gone_too(&done.wanted, &own, done.stays, &done.kept));
        done.wanted.join(own);
    }
    Ok(())
}

fn rewrite<'a>(
    connection: &mut Connection,
    removal: &'a Removal,
    wanted: &'a Wanted,
    request: Request,
    run: Option<&str>,
    like: Option<&Done>,
) -> Result<(Erasure, Rewriting<'a>), EraseError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.pragma_update(None, "defer_foreign_keys", true)?;
    let inside = Inside(&transaction);
    // The ballot box is not read, so nothing could go from it. In a copy nobody can close the vote.
    if inside.has_open_vote()? {
        match like {
            None => return Err(No::refuse(Say::new("refused-vote-is-open")).into()),
            Some(_) => inside.empty_named()?,
        }
    }
    let mut rewriting = self::rewriting(&transaction, removal, wanted, like)?;
    let mut changes = Vec::new();
    if let (Rewriting::Person(redaction), Removal::Person(asked)) = (&mut rewriting, removal)
        && asked.deed == Deed::Anonymise
        && redaction.fate == Fate::Split(None)
    {
        let id = PersonId(inside.next_id(Kind::Person)?);
        let nobody =
            Person { id, uid: request.uid.nth(2), name: asked.name.clone(), contact: None };
        redaction.fate = Fate::Split(Some(id));
        changes.push(Change::Create { kind: Kind::Person, row: nobody.to_row() });
    }
    let period = closed_between(&inside, &rewriting)?;
    let mut deleted = Vec::new();
    for kind in Kind::ALL {
        for row in inside.every(*kind).map_err(unreadable)? {
            match rewriting.row(*kind, &row) {
                Some(change @ Change::Delete { .. }) => deleted.push(change),
                Some(change) => changes.push(change),
                None => {}
            }
        }
    }
    let texts = changes.len();
    changes.extend(deleted.iter().rev().cloned());
    let mut step = Step::new(removal.say(0));
    step.changes = changes;
    let Some(_) = inside.carry_out(&step)? else {
        return Err(Fault::Unreadable("the records do not go together".into()).into());
    };
    bury(&inside, &deleted, request)?;
    let steps = journal(&inside, &rewriting)?;
    if let Rewriting::Disposal(disposal) = &rewriting {
        unlink(&transaction, disposal)?;
    }
    let drafts = drafts(&transaction, &rewriting)? + memory(&transaction, &rewriting)?;
    // What the room saw last may have been about it.
    transaction.execute("UPDATE live SET version = version + 1, body = ''", [])?;
    let erasure = match like {
        Some(done) => {
            Erasure { id: ErasureId(inside.next_id(Kind::Erasure)?), ..done.erasure.clone() }
        }
        None => Erasure {
            ideas: count(deleted.iter().filter(|change| change.kind() == Kind::Idea).count()),
            texts: count(texts + drafts),
            steps: count(steps),
            kept: count(rewriting.kept().len()),
            first: period.map(|it| it.0),
            last: period.map(|it| it.1),
            ..protocol(&inside, removal, &rewriting, request)?
        },
    };
    inside.apply(&Change::Create { kind: Kind::Erasure, row: erasure.to_row() })?;
    if let Some(run) = run {
        let label = removal.say(steps);
        let who = request.who.and_then(|who| rewriting.who(who, &[]));
        inside.note(Request { who, ..request }, run, &label)?;
    }
    transaction.commit()?;
    Ok((erasure, rewriting))
}

/// What the wish means in this file.
fn rewriting<'a>(
    connection: &Connection,
    removal: &'a Removal,
    wanted: &'a Wanted,
    like: Option<&Done>,
) -> Result<Rewriting<'a>, EraseError> {
    Ok(match removal {
        Removal::Person(asked) => {
            let person = local(connection, Kind::Person, asked.person.uid)?.map(PersonId);
            let occurrences = occurrences(connection, wanted, person)?;
            let kept = like.map(|done| done.kept.as_slice());
            Rewriting::Person(Redaction::new(wanted, asked, person, occurrences, kept)?)
        }
        Removal::Disposal(asked) => {
            let ids = |kind: Kind, uids: &[Uid]| -> Result<BTreeSet<i64>, Fault> {
                let found = uids.iter().map(|uid| local(connection, kind, *uid));
                Ok(found.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
            };
            let ideas = ids(Kind::Idea, &asked.ideas)?.into_iter().map(IdeaId).collect();
            let contacts = ids(Kind::Person, &asked.contacts)?.into_iter().map(PersonId).collect();
            let occurrences = occurrences(connection, wanted, None)?;
            let typed = like.map(|done| done.typed.clone()).unwrap_or_default();
            Rewriting::Disposal(Disposal::new(asked, ideas, contacts, occurrences, typed)?)
        }
    })
}

/// The row of the protocol, with what can be said before anything is counted.
fn protocol(
    inside: &Inside<'_>,
    removal: &Removal,
    rewriting: &Rewriting<'_>,
    request: Request,
) -> Result<Erasure, Fault> {
    let [reference, ground, role] = removal.grounds();
    let people = match rewriting {
        Rewriting::Person(_) => 1,
        Rewriting::Disposal(disposal) => disposal.contacts.len(),
    };
    Ok(Erasure {
        id: ErasureId(inside.next_id(Kind::Erasure)?),
        uid: request.uid.nth(1),
        at: request.now,
        kind: removal.kind(),
        role: role.to_owned(),
        official: !reference.is_empty(),
        reference: reference.to_owned(),
        ground: ground.to_owned(),
        ideas: 0,
        people: count(people),
        texts: 0,
        steps: 0,
        kept: 0,
        first: None,
        last: None,
    })
}

/// The first and last day on which what is disposed of was closed.
fn closed_between(
    inside: &Inside<'_>,
    rewriting: &Rewriting<'_>,
) -> Result<Option<(jiff::civil::Date, jiff::civil::Date)>, Fault> {
    let Rewriting::Disposal(disposal) = rewriting else { return Ok(None) };
    let mut days = BTreeSet::new();
    for idea in &disposal.ideas {
        let decisions =
            inside.rows(Kind::Decision, "idea", &idea.to_value()).map_err(unreadable)?;
        let closing = decisions.iter().filter_map(Decision::from_row).filter(|decision| {
            !matches!(decision.kind, DecisionKind::GoAhead | DecisionKind::ComeBack)
        });
        let day = |at: crate::domain::Stamp| {
            let moment = jiff::Timestamp::from_millisecond(at.0).ok()?;
            Some(jiff::tz::TimeZone::UTC.to_datetime(moment).date())
        };
        days.extend(closing.map(|decision| decision.at).max().and_then(day));
    }
    Ok(days.first().copied().zip(days.last().copied()))
}

/// What is gone is known by its uid, so that no import brings it back.
fn bury(inside: &Inside<'_>, deleted: &[Change], request: Request) -> Result<(), Fault> {
    for change in deleted {
        let Change::Delete { kind, row } = change else { continue };
        let Some(uid) = kind.position("uid").and_then(|at| Uid::from_value(row.0.get(at)?)) else {
            continue;
        };
        let known = inside.rows(Kind::Gone, "uid", &Value::Text(uid.to_string()));
        if known.map_err(unreadable)?.is_empty() {
            let gone = Gone { id: GoneId(inside.next_id(Kind::Gone)?), uid, at: request.now };
            inside.apply(&Change::Create { kind: Kind::Gone, row: gone.to_row() })?;
        }
    }
    Ok(())
}

/// Writes the steps anew that told of it. One that is left without anything cannot be taken back.
fn journal(inside: &Inside<'_>, rewriting: &Rewriting<'_>) -> Result<usize, Fault> {
    let newest: i64 =
        inside.0.query_row("SELECT coalesce(max(seq), 0) FROM journal", [], |row| row.get(0))?;
    let mut steps = 0;
    for seq in 1..=newest {
        let mut statement =
            inside.0.prepare_cached("SELECT who, label, changes FROM journal WHERE seq = ?1")?;
        let mut rows = statement.query([seq])?;
        let Some(row) = rows.next()? else { continue };
        let who = row.get::<_, Option<i64>>(0)?.map(PersonId);
        let label: Say = read_label(&row.get::<_, String>(1)?)?;
        let changes = read_changes(&row.get::<_, String>(2)?)?;
        drop(rows);
        let of = match who {
            Some(who) => rewriting.who(who, &ideas_of(inside, seq)?),
            None => None,
        };
        let (new_label, new_changes) = (rewriting.label(seq, &label), rewriting.changes(&changes));
        if of == who && new_label.is_none() && new_changes.is_none() {
            continue;
        }
        let is_empty = new_changes.as_ref().is_some_and(Vec::is_empty) && !changes.is_empty();
        let label = new_label.unwrap_or(label);
        inside.rewrite(seq, of, &label, &new_changes.unwrap_or(changes))?;
        if is_empty {
            inside
                .0
                .prepare_cached("DELETE FROM standing WHERE seq = ?1 AND state = 'done'")?
                .execute([seq])?;
        }
        steps += 1;
    }
    Ok(steps)
}

fn ideas_of(inside: &Inside<'_>, seq: i64) -> Result<Vec<IdeaId>, Fault> {
    let mut statement = inside.0.prepare_cached("SELECT idea FROM step_idea WHERE seq = ?1")?;
    let ideas = statement.query_map([seq], |row| row.get(0).map(IdeaId))?;
    Ok(ideas.collect::<Result<_, _>>()?)
}

fn unlink(connection: &Connection, disposal: &Disposal) -> Result<(), Fault> {
    for idea in &disposal.ideas {
        connection.prepare_cached("DELETE FROM step_idea WHERE idea = ?1")?.execute([idea.0])?;
    }
    Ok(())
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn unreadable(error: crate::domain::Unreadable) -> Fault {
    Fault::Unreadable(error.0)
}
