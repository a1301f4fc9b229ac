//! What a room may see of a file, in one place: while the veil is on, a reader's every query meets
//! views in place of the tables. They hold no name of a person, no contact and no protected idea, so
//! that whatever is read, by whatever screen, nothing private can be drawn. Writing is not veiled:
//! rules are applied to what the file has.

use crate::domain::{IdeaId, PERSONAL_FIELDS, SOMEBODY};

use super::{Fault, Reader};

/// Tables about an idea, by the column that tells which.
const OF_IDEAS: &[(&str, &str)] = &[
    ("idea_text", "id"),
    ("idea_tag", "idea"),
    ("idea_benefit", "idea"),
    ("link", "idea"),
    ("comment", "idea"),
    ("test", "idea"),
    ("decision", "idea"),
    ("feedback", "idea"),
    ("filling", "idea"),
    ("step_idea", "idea"),
    ("cluster_idea", "idea"),
    ("vote_option", "idea"),
    ("action", "idea"),
];

/// What columns are replaced by; all else is shown as it stands. A role in which somebody put
/// a name is a name.
const SHOWN_AS: &[(&str, &str, &str)] = &[
    ("person", "name", "'SOMEBODY'"),
    ("person", "contact", "NULL"),
    ("referral_target", "contact", "NULL"),
    ("idea", "merged_into", "iif(merged_into IN hidden, NULL, merged_into)"),
    ("idea", "receiver", "iif(receiver IN names, 'SOMEBODY', receiver)"),
    ("idea_text", "next_role", "iif(next_role IN names, 'SOMEBODY', next_role)"),
    ("idea_text", "referred_to", "iif(referred_to IN names, 'SOMEBODY', referred_to)"),
    ("decision", "role", "iif(role IN names, 'SOMEBODY', role)"),
    ("decision", "target", "iif(target IN names, 'SOMEBODY', target)"),
    ("decision", "contact", "''"),
    // The answers speak to the idea giver by name.
    ("feedback", "text", "''"),
    ("filling", "role", "iif(role IN names, 'SOMEBODY', role)"),
    ("erasure", "role", "iif(role IN names, 'SOMEBODY', role)"),
    ("journal", "changes", "'[]'"),
    ("parking", "owner", "iif(owner IN names, 'SOMEBODY', owner)"),
    ("action", "role", "iif(role IN names, 'SOMEBODY', role)"),
    ("vote_count", "voter", "iif(voter = '', '', 'SOMEBODY')"),
];

const HIDDEN: &str = "(SELECT id FROM main.idea WHERE sensitivity = 'skyddad')";
const NAMES: &str = "(SELECT name FROM main.person)";

/// Which rows are left out besides.
fn rows(table: &str) -> Option<String> {
    Some(match table {
        "idea" => "sensitivity <> 'skyddad'".into(),
        "gate_answer" => {
            format!("decision NOT IN (SELECT id FROM main.decision WHERE idea IN {HIDDEN})")
        }
        "filling_level" => {
            format!("filling NOT IN (SELECT id FROM main.filling WHERE idea IN {HIDDEN})")
        }
        "journal" => {
            format!("seq NOT IN (SELECT seq FROM main.step_idea WHERE idea IN {HIDDEN})")
        }
        "vote_count" => format!(
            "option NOT IN (SELECT id FROM main.vote_option
                            WHERE idea IS NOT NULL AND idea IN {HIDDEN})"
        ),
        // What a vote held secret is read by nobody; here not even by mistake.
        "tally" => "vote IN (SELECT id FROM main.vote WHERE blind = 0)".into(),
        // Who is here, and who has voted, is seen in the room and not on its wall.
        "attendance" | "voter" => "0".into(),
        // A filter may say a name.
        "saved_filter" => "instr(lower(words), 'ägare:') = 0 AND instr(lower(words), 'owner:') = 0
             AND NOT EXISTS (SELECT 1 FROM main.person WHERE person.name <> ''
                 AND instr(lower(words || ' ' || saved_filter.name), lower(person.name)) > 0)"
            .into(),
        "memory" => "name NOT IN ('searches', 'role')".into(),
        "draft" => {
            // Who is at the keyboard, and whoever is being entered in the list of people.
            let fields = PERSONAL_FIELDS.iter().chain(&["who", "name"]);
            let fields = fields.map(|field| format!("'{field}'"));
            format!(
                "field NOT IN ({}) AND target NOT LIKE 'reply:%'
                 AND NOT (field = 'role' AND (target LIKE 'action:%' OR target LIKE 'parking:%'
                                           OR target LIKE 'next:%'))
                 AND target NOT IN (SELECT target FROM main.draft
                                    WHERE field = 'sensitivity' AND text = 'skyddad')
                 AND coalesce(CASE
                     WHEN target LIKE 'idea:%' THEN CAST(substr(target, 6) AS INTEGER)
                     WHEN target LIKE 'next:%' THEN CAST(substr(target, 6) AS INTEGER)
                     WHEN target LIKE 'interest:%' THEN CAST(substr(target, 10) AS INTEGER)
                     WHEN target LIKE 'decide:%' THEN CAST(substr(target, 8) AS INTEGER)
                     WHEN target LIKE 'test:new:%' THEN CAST(substr(target, 10) AS INTEGER)
                     WHEN target LIKE 'assess:%' THEN CAST(substr(target, 8) AS INTEGER)
                     WHEN target LIKE 'comment:new:%' THEN CAST(substr(target, 13) AS INTEGER)
                     WHEN target LIKE 'test:%' THEN
                         (SELECT idea FROM main.test WHERE id = CAST(substr(target, 6) AS INTEGER))
                     WHEN target LIKE 'comment:%' THEN
                         (SELECT idea FROM main.comment
                          WHERE id = CAST(substr(target, 9) AS INTEGER))
                     END, 0) NOT IN {HIDDEN}
                 AND NOT ((target LIKE 'pass:%' OR target LIKE 'together:%') AND EXISTS (
                     SELECT 1 FROM main.idea WHERE sensitivity = 'skyddad'
                     AND instr(',' || substr(target, instr(target, ':') + 1) || ',',
                               ',' || id || ',') > 0))",
                fields.collect::<Vec<_>>().join(", ")
            )
        }
        _ => {
            let (_, column) = OF_IDEAS.iter().find(|(known, _)| *known == table)?;
            format!("({column} IS NULL OR {column} NOT IN {HIDDEN})")
        }
    })
}

impl Reader {
    /// Puts the veil over all that is read from here on, or takes it off.
    pub fn veil(&self, on: bool) -> Result<(), Fault> {
        if on == self.veiled.get() {
            return Ok(());
        }
        let mut sql = String::new();
        for (table, columns) in self.veiled_tables()? {
            if on {
                sql.push_str(&view(&table, &columns));
            } else {
                sql.push_str(&format!("DROP VIEW IF EXISTS temp.{table};\n"));
            }
        }
        self.connection.execute_batch(&format!("BEGIN;\n{sql}COMMIT;"))?;
        self.connection.flush_prepared_statement_cache();
        self.veiled.set(on);
        Ok(())
    }

    pub fn is_veiled(&self) -> bool {
        self.veiled.get()
    }

    /// Whether an idea is kept from the room. One that is not there at all is not.
    pub fn is_protected(&self, idea: IdeaId) -> Result<bool, Fault> {
        let sql = "SELECT EXISTS (SELECT 1 FROM main.idea
                                  WHERE id = ?1 AND sensitivity = 'skyddad')";
        Ok(self.connection.prepare_cached(sql)?.query_row([idea.0], |row| row.get(0))?)
    }

    /// An index cannot be asked for by name through a view; the planner finds it.
    pub(super) fn by(&self, index: &str) -> String {
        if self.veiled.get() { String::new() } else { format!("INDEXED BY {index}") }
    }

    /// The tables that have something to hide, with their columns.
    fn veiled_tables(&self) -> Result<Vec<(String, Vec<String>)>, Fault> {
        let mut tables = Vec::new();
        let sql = "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name";
        let mut names = self.connection.prepare(sql)?;
        let names = names.query_map([], |row| row.get::<_, String>(0))?;
        for name in names {
            let name = name?;
            let is_changed = SHOWN_AS.iter().any(|(table, ..)| *table == name);
            if name != "column_count" && !is_changed && rows(&name).is_none() {
                continue;
            }
            let sql = "SELECT name FROM pragma_table_info(?1, 'main') ORDER BY cid";
            let mut columns = self.connection.prepare(sql)?;
            let columns = columns.query_map([&name], |row| row.get(0))?;
            let columns = columns.collect::<Result<_, _>>()?;
            tables.push((name, columns));
        }
        Ok(tables)
    }
}

fn view(table: &str, columns: &[String]) -> String {
    let shown: Vec<String> = columns.iter().map(|column| shown(table, column)).collect();
    let kept = rows(table).map(|rows| format!(" WHERE {rows}")).unwrap_or_default();
    format!("CREATE TEMP VIEW {table} AS SELECT {} FROM main.{table}{kept};\n", shown.join(", "))
}

fn shown(table: &str, column: &str) -> String {
    if (table, column) == ("column_count", "n") {
        return "n - (SELECT count(*) FROM main.idea AS kept WHERE kept.stage = column_count.stage
                 AND kept.sensitivity = 'skyddad' AND kept.status = 'aktiv'
                 AND kept.removed IS NULL) AS n"
            .into();
    }
    let found = SHOWN_AS.iter().find(|(of, name, _)| (*of, *name) == (table, column));
    match found {
        Some((.., sql)) => {
            let sql = sql.replace("IN hidden", &format!("IN {HIDDEN}"));
            let sql = sql.replace("IN names", &format!("IN {NAMES}"));
            format!("{} AS {column}", sql.replace("SOMEBODY", SOMEBODY))
        }
        None => column.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Edit, Filled, Language, Person, Samples, Stamp, Uid};
    use crate::store::{Request, Store};

    fn demo() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&folder.path().join("sluss.db"), "one".into()).unwrap();
        let today = jiff::civil::date(2026, 11, 23);
        let request = Request { uid: Uid::default(), now: Stamp(0), today, who: None };
        store.commit(request, &Samples { language: Language::Sv }.into()).unwrap().unwrap();
        (folder, store)
    }

    #[test]
    fn the_veil_goes_on_and_off_and_no_table_is_missed() {
        let (_folder, store) = demo();
        let reader = store.reader().unwrap();
        let before: Vec<Person> = reader.every().unwrap();
        assert!(before.iter().all(|person| person.name != SOMEBODY));
        for _ in 0..2 {
            reader.veil(true).unwrap();
            let people: Vec<Person> = reader.every().unwrap();
            assert_eq!(people.len(), before.len());
            assert!(people.iter().all(|it| it.name == SOMEBODY && it.contact.is_none()));
            reader.veil(false).unwrap();
            assert_eq!(reader.every::<Person>().unwrap(), before);
        }
    }

    #[test]
    fn that_an_idea_was_protected_is_news_before_a_room_too() {
        let (_folder, mut store) = demo();
        let reader = store.reader().unwrap();
        reader.veil(true).unwrap();
        let before = reader.newest().unwrap();
        let protect = Filled { field: "sensitivity", was: "intern".into(), now: "skyddad".into() };
        let protect = Edit { idea: IdeaId(1), fields: vec![protect] };
        let today = jiff::civil::date(2026, 11, 23);
        let request = Request { uid: Uid::default().nth(1), now: Stamp(1), today, who: None };
        store.commit(request, &protect.into()).unwrap().unwrap();
        assert!(reader.is_protected(IdeaId(1)).unwrap());
        assert!(reader.newest().unwrap() > before);
        assert_eq!(reader.touched_since(before).unwrap(), Some(vec![IdeaId(1)]));
    }

    #[test]
    fn every_column_that_is_replaced_is_there() {
        let (_folder, store) = demo();
        let tables = store.reader().unwrap().veiled_tables().unwrap();
        let columns = |name: &str| tables.iter().find(|(table, _)| table == name);
        let named = SHOWN_AS.iter().map(|(table, column, _)| (*table, *column));
        for (table, column) in named.chain(OF_IDEAS.iter().copied()) {
            let (_, columns) = columns(table).unwrap_or_else(|| panic!("{table}"));
            assert!(columns.iter().any(|known| known == column), "{table}.{column}");
        }
    }

    #[test]
    fn every_table_that_speaks_of_ideas_or_people_is_under_the_veil() {
        let (_folder, store) = demo();
        let reader = store.reader().unwrap();
        let veiled = reader.veiled_tables().unwrap();
        let sql = "SELECT DISTINCT m.name FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f
                   WHERE m.type = 'table' AND f.\"table\" IN ('idea', 'decision', 'filling', 'person')";
        let mut statement = reader.connection.prepare(sql).unwrap();
        let speaking = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        for table in speaking {
            let table = table.unwrap();
            assert!(veiled.iter().any(|(known, _)| *known == table), "{table}");
        }
    }
}
