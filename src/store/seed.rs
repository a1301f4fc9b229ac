//! Large files with invented ideas, for benches and tests. The same call makes the same file.

use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rusqlite::{Connection, Statement, params};

use crate::domain::{Begin, Holidays, Stage, Stamp, Uid, add_working_days, command::Command};

use super::{Fault, OpenError, Request, Store};

/// The day on which the newest idea came in.
pub const TODAY: Date = date(2026, 11, 23);

/// Noon of that day.
const NOW: i64 = 1_795_435_200_000;

const DAY: i64 = 86_400_000;

/// Makes a file with one sluice, so many ideas and about so many comments on each.
pub fn seed(path: &Path, ideas: u32, comments_per_idea: u32) -> Result<(), OpenError> {
    let mut store = Store::open(path, "seed".into())?;
    let request = Request { uid: uid(0), now: Stamp(NOW), today: TODAY, who: None };
    let begun = store.commit(request, &Command::from(Begin { name: "Prövning".into() }))?;
    if begun.is_err() {
        return Err(Fault::Unreadable("the file has a sluice already".into()).into());
    }
    let reader = store.reader()?;
    let mut stages: Vec<Stage> = reader.every()?;
    stages.sort_by_key(|stage| stage.rank);
    let stages: Vec<i64> = stages.iter().map(|stage| stage.id.0).collect();
    drop(reader);
    store.connection.pragma_update(None, "cache_size", -262_144)?;
    store.connection.pragma_update(None, "synchronous", "off")?;
    let transaction = store.connection.transaction()?;
    // Indexes are made at the end, which is much quicker, and are then word for word the same.
    let indexes = indexes(&transaction)?;
    for (name, _) in &indexes {
        transaction.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    names(&transaction)?;
    Writer::of(&transaction)?.ideas(&stages, ideas, comments_per_idea)?;
    for (_, sql) in &indexes {
        transaction.execute_batch(sql)?;
    }
    counters(&transaction)?;
    entry(&transaction)?;
    transaction.commit()?;
    store.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

const UNITS: &[(&str, &str)] = &[
    ("KLK", "Kommunledningskontoret"),
    ("VOF", "Vård- och omsorgsförvaltningen"),
    ("SOC", "Socialförvaltningen"),
    ("BUF", "Barn- och utbildningsförvaltningen"),
    ("SBF", "Samhällsbyggnadsförvaltningen"),
    ("KFF", "Kultur- och fritidsförvaltningen"),
    ("SEF", "Serviceförvaltningen"),
    ("ÄLD", "Äldreförvaltningen"),
];

const TAGS: &[&str] = &[
    "äldre",
    "återbruk",
    "bemanning",
    "digitalisering",
    "klimat",
    "skola",
    "tillgänglighet",
    "trygghet",
];

const FIRST: &[&str] = &[
    "Ann", "Bo", "Cecilia", "David", "Elin", "Fatima", "Göran", "Hanna", "Ivar", "Jamal", "Karin",
    "Lars", "Maja", "Nils", "Olga", "Per", "Åsa", "Örjan",
];

const LAST: &[&str] = &["Ek", "Lind", "Öberg", "Åkerman", "Svensson", "Nilsson", "Vik", "Wester"];

const WHAT: &[&str] = &[
    "Digital kö",
    "Gemensam bokning",
    "Återbruk",
    "Enklare ansökan",
    "Karta",
    "Påminnelse",
    "Delad bil",
    "Öppen förskola",
    "Grön gård",
    "Ärendevägledning",
    "Snabbare besked",
    "Språkcafé",
    "Mobil återvinning",
    "Utlåning",
    "Samtalsstöd",
    "Måltidsval",
    "Kollegial handledning",
    "Lånecykel",
    "Ett nummer in",
    "Välkomstpaket",
    "Ombyggnad",
    "Sensorer",
    "Frivilligpool",
    "Klarspråk",
];

const FOR_WHAT: &[&str] = &[
    "till bygglov",
    "för hemtjänsten",
    "av möbler",
    "i skolbiblioteket",
    "på återvinningscentralen",
    "för nyanlända",
    "i äldreboendet",
    "för unga föräldrar",
    "vid badplatsen",
    "till föreningar",
    "för vikarier",
    "i köket",
    "av arbetskläder",
    "på kvällstid",
    "i simhallen",
    "för närstående",
];

const SENTENCES: &[&str] = &[
    "Sökande ringer flera gånger för att höra hur långt ärendet har kommit.",
    "Personalen skriver samma uppgift i tre system.",
    "Många vet inte vem de ska fråga.",
    "Det tar i dag ungefär fyra veckor att få svar.",
    "Vi provar på en enhet under en månad.",
    "Bygg på det som biblioteket redan gör.",
    "Lokalen står tom varje förmiddag.",
    "Barn och unga har efterfrågat detta i två år.",
    "Tiden räcker inte till samtal.",
    "En enkel blankett på lätt svenska löser det mesta.",
];

const COMMENTS: &[&str] = &[
    "Kan vi prova detta redan till våren?",
    "Jag har pratat med grannkommunen, de gjorde något liknande.",
    "Hör av dig till mig när ni kommit till byggnadsnämnden.",
    "Bra idé, men vem äger frågan efter försöket?",
    "Vi har redan en upphandlad tjänst som kan användas.",
];

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let below = u64::from(below.max(1));
        u32::try_from((mixed ^ (mixed >> 31)) % below).unwrap_or(0)
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let at = self.next(u32::try_from(list.len()).unwrap_or(1));
        list.get(at as usize).copied().unwrap_or_default()
    }

    fn sometimes(&mut self, in_a_hundred: u32) -> bool {
        self.next(100) < in_a_hundred
    }

    fn id(&mut self, list: usize) -> i64 {
        i64::from(self.next(u32::try_from(list).unwrap_or(1))) + 1
    }
}

/// Fixed names in the style of version 7, each kind of record in a range of its own.
fn uid(n: u128) -> Uid {
    Uid(uuid::Uuid::from_u128(0x019a_0000_0000_7000_8000_0000_0000_0000 | n))
}

fn indexes(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut statement = connection.prepare(
        "SELECT name, sql FROM sqlite_schema
         WHERE type = 'index' AND sql IS NOT NULL
         AND tbl_name IN ('idea', 'idea_tag', 'comment') ORDER BY rowid",
    )?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn names(connection: &Connection) -> rusqlite::Result<()> {
    let mut uids = (1_u128..).map(|n| uid((1 << 40) + n).to_string());
    let mut next = || uids.next().unwrap_or_default();
    for (id, (code, name)) in (1_i64..).zip(UNITS) {
        connection.execute("INSERT INTO unit VALUES (?1, ?2, ?3, ?4)", (id, next(), code, name))?;
    }
    for (id, name) in (1_i64..).zip(TAGS) {
        connection.execute("INSERT INTO tag VALUES (?1, ?2, ?3)", (id, next(), name))?;
    }
    let people = FIRST.iter().flat_map(|first| LAST.iter().map(move |last| (first, last)));
    for (id, (first, last)) in (1_i64..).zip(people) {
        let name = format!("{first} {last}");
        connection.execute("INSERT INTO person VALUES (?1, ?2, ?3, NULL)", (id, next(), name))?;
    }
    Ok(())
}

struct Writer<'a> {
    idea: Statement<'a>,
    text: Statement<'a>,
    tag: Statement<'a>,
    comment: Statement<'a>,
    chance: Chance,
    tags: u32,
    comments: u32,
}

impl<'a> Writer<'a> {
    fn of(connection: &'a Connection) -> rusqlite::Result<Writer<'a>> {
        Ok(Writer {
            idea: connection.prepare(
                "INSERT INTO idea (id, uid, stage, rank, title, status, outcome, stage_since, unit,
                 giver, owner, receiver, next_due, paused_until, source, sensitivity, name_visible,
                 wants_to_join, record_status, benefit_score, effort_score, created, comments,
                 answer_due, has_receiver)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 'formular',
                 'intern', 'nej', 'okant', 'arbetsmaterial', ?15, ?16, ?17, ?18, ?19, ?20)",
            )?,
            text: connection.prepare(
                "INSERT INTO idea_text VALUES (?1, ?2, ?3, '', ?4, '', '', '', ?5, '', '', '')",
            )?,
            tag: connection.prepare("INSERT INTO idea_tag VALUES (?1, ?2, ?3, ?4)")?,
            comment: connection.prepare(
                "INSERT INTO comment VALUES (?1, ?2, ?3, 'kommentar', ?4, ?5, ?6, NULL)",
            )?,
            chance: Chance(1),
            tags: 0,
            comments: 0,
        })
    }

    fn ideas(&mut self, stages: &[i64], ideas: u32, comments: u32) -> rusqlite::Result<()> {
        for id in 1..=ideas {
            let before = i64::from((ideas - id) % 1000);
            let of = if comments == 0 { 0 } else { self.chance.next(2 * comments + 1) };
            self.idea(id, stages, before, of)?;
            self.text(id)?;
            if self.chance.sometimes(40) {
                self.tag(id)?;
            }
            for _ in 0..of {
                self.comment(id, before)?;
            }
        }
        Ok(())
    }

    /// An idea that came in so many days ago.
    fn idea(&mut self, id: u32, stages: &[i64], ago: i64, comments: u32) -> rusqlite::Result<()> {
        let chance = &mut self.chance;
        let came_in = TODAY.saturating_sub(ago.days());
        let day = |ago: i64| TODAY.saturating_sub(ago.days()).to_string();
        // The first stages hold the most.
        let of = u32::try_from(stages.len()).unwrap_or(1);
        let stage = chance.next(of).min(chance.next(of));
        let stage = stages.get(stage as usize).copied().unwrap_or(1);
        let title = match chance.next(3) {
            0 => format!("{} {}", chance.of(WHAT), chance.of(FOR_WHAT)),
            1 => format!("{} {} {}", chance.of(WHAT), chance.of(FOR_WHAT), id),
            _ => format!(
                "{} och {} {}",
                chance.of(WHAT),
                chance.of(WHAT).to_lowercase(),
                chance.of(FOR_WHAT)
            ),
        };
        let status = match chance.next(100) {
            0..90 => "aktiv",
            90..94 => "vilande",
            _ => "avslutad",
        };
        let outcome = (status == "avslutad").then_some("genomford");
        let paused = (status == "vilande").then(|| day(-30));
        let people = FIRST.len() * LAST.len();
        let since = i64::from(chance.next(60)).min(ago);
        let unit = chance.sometimes(80).then(|| chance.id(UNITS.len()));
        let giver = chance.sometimes(60).then(|| chance.id(people));
        let owner = chance.sometimes(50).then(|| chance.id(people));
        let receiver = chance.sometimes(20).then_some("Enhetschefen");
        let due = chance.sometimes(30).then(|| day(7 - i64::from(chance.next(40))));
        let score = |chance: &mut Chance| chance.sometimes(40).then(|| chance.id(5));
        let (benefit, effort) = (score(chance), score(chance));
        self.idea.execute(params![
            id,
            uid((2 << 40) + u128::from(id)).to_string(),
            stage,
            i64::from(id) << 20,
            title,
            status,
            outcome,
            day(since),
            unit,
            giver,
            owner,
            receiver,
            due,
            paused,
            benefit,
            effort,
            NOW - ago * DAY,
            comments,
            add_working_days(came_in, 15, Holidays::None).to_string(),
            receiver.is_some(),
        ])?;
        Ok(())
    }

    fn text(&mut self, id: u32) -> rusqlite::Result<()> {
        let chance = &mut self.chance;
        let need = format!("{} {}", chance.of(SENTENCES), chance.of(SENTENCES));
        let solution = if chance.sometimes(50) { chance.of(SENTENCES) } else { "" };
        let next = if chance.sometimes(40) { "Boka ett samtal med idégivaren" } else { "" };
        let uid = uid((3 << 40) + u128::from(id)).to_string();
        self.text.execute((id, uid, need, solution, next))?;
        Ok(())
    }

    fn tag(&mut self, idea: u32) -> rusqlite::Result<()> {
        self.tags += 1;
        let uid = uid((4 << 40) + u128::from(self.tags)).to_string();
        self.tag.execute((self.tags, uid, idea, self.chance.id(TAGS.len())))?;
        Ok(())
    }

    fn comment(&mut self, idea: u32, ago: i64) -> rusqlite::Result<()> {
        self.comments += 1;
        let uid = uid((5 << 40) + u128::from(self.comments)).to_string();
        let at = NOW - i64::from(self.chance.next(60)).min(ago) * DAY;
        let author = self.chance.id(FIRST.len() * LAST.len());
        let text = self.chance.of(COMMENTS);
        self.comment.execute((self.comments, uid, idea, text, author, at))?;
        Ok(())
    }
}

/// What stands beside the records: ids used so far, and how many ideas each column shows.
fn counters(connection: &Connection) -> rusqlite::Result<()> {
    for table in ["idea", "idea_text", "idea_tag", "comment", "unit", "tag", "person"] {
        connection.execute(
            &format!(
                "UPDATE id_counter SET last = (SELECT coalesce(max(id), 0) FROM {table})
                 WHERE kind = ?1"
            ),
            [table],
        )?;
    }
    connection.execute(
        "INSERT OR REPLACE INTO column_count
         SELECT stage, count(*) FROM idea WHERE status = 'aktiv' AND removed IS NULL GROUP BY stage",
        [],
    )?;
    Ok(())
}

/// One entry for all of it, which cannot be taken back.
fn entry(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO journal (uid, at, who, run, label, changes, undoes, hash)
         SELECT ?1, ?2, NULL, 'seed', label, '[]', NULL, hash FROM journal LIMIT 1",
        (uid(1 << 36).to_string(), NOW),
    )?;
    let seq = connection.last_insert_rowid();
    connection.execute("INSERT INTO step_idea SELECT id, ?1 FROM idea ORDER BY id", [seq])?;
    Ok(())
}
