//! The register extract: all that a file holds of one person, as text to be read and as JSON to be
//! worked with. What other people are called is left out of it.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::domain::{Arg, Comment, Detail, Entry, Names, Occurrences, Person, Role, Stamp};
use crate::text::{Words, dates};

use super::plain;

/// What an extract is made of.
#[derive(Clone, Copy, Debug)]
pub struct Extract<'a> {
    pub person: &'a Person,
    pub occurrences: &'a Occurrences,
    /// The ideas that the person has to do with.
    pub ideas: &'a [Detail],
    /// What the person did, the newest first.
    pub steps: &'a [Entry],
    pub names: &'a Names,
}

/// How the extract is worded, and of which day it is.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    pub words: &'a Words,
    pub zone: &'a TimeZone,
    pub at: Stamp,
}

impl Extract<'_> {
    pub fn text(&self, wording: Wording<'_>) -> String {
        let Wording { words, .. } = wording;
        let moment = |at: Stamp| moment(at, wording);
        let mut text = format!(
            "{}\n{}\n",
            words.with("extract-title", &[("name", self.person.name.as_str().into())]),
            words.with("extract-of", &[("at", moment(wording.at).into())])
        );
        let mut section = |id: &str, entries: Vec<String>| {
            text.push_str(&format!("\n{}\n", words.get(id)));
            if entries.is_empty() {
                text.push_str(&format!("- {}\n", words.get("extract-none")));
            }
            for entry in entries {
                let mut lines = entry.trim_end().lines();
                text.push_str(&format!("- {}\n", lines.next().unwrap_or_default()));
                for line in lines {
                    text.push_str(format!("  {line}").trim_end());
                    text.push('\n');
                }
            }
        };
        let own = [Some(self.person.name.clone()), self.person.contact.clone()];
        section("extract-person", own.into_iter().flatten().collect());
        let roles = self.occurrences.roles.iter().map(|(idea, role, _)| {
            let title = self.idea(idea.0).map_or("", |detail| detail.idea.title.as_str());
            format!("{}: #{} {title}", words.say(&role.say()), idea.0)
        });
        section("extract-roles", roles.collect());
        let given = self.given().map(|detail| plain::idea(detail, self.names, words));
        section("extract-ideas", given.collect());
        let comments =
            self.comments().map(|it| format!("{}, #{}\n{}", moment(it.at), it.idea.0, it.text));
        section("extract-comments", comments.collect());
        let decisions = self.given().flat_map(|detail| &detail.decisions).map(|it| {
            let kind = words.arg(&Arg::Known(format!("decision:{}", it.kind.key()).into()));
            let rest = [&it.reason, &it.learning, &it.conditions];
            let rest: Vec<&str> =
                rest.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
            format!("{}, #{}: {kind}\n{}", moment(it.at), it.idea.0, rest.join("\n"))
        });
        section("extract-decisions", decisions.collect());
        let answers = self
            .given()
            .flat_map(|detail| &detail.feedback)
            .map(|it| format!("{}, #{}, {}\n{}", moment(it.at), it.idea.0, it.channel, it.text));
        section("extract-feedback", answers.collect());
        let hits = self
            .occurrences
            .hits
            .iter()
            .map(|hit| format!("{}: {}", words.say(&hit.place()), hit.excerpt.text));
        section("extract-hits", hits.collect());
        let steps =
            self.steps.iter().map(|it| format!("{}: {}", moment(it.at), words.say(&it.label)));
        section("extract-steps", steps.collect());
        text
    }

    pub fn json(&self, words: &Words) -> Value {
        json!({
            "person": {
                "uid": self.person.uid.to_string(),
                "name": self.person.name,
                "contact": self.person.contact,
            },
            "roles": self.occurrences.roles.iter().map(|(idea, role, official)| json!({
                "idea": idea.0,
                "title": self.idea(idea.0).map(|detail| detail.idea.title.as_str()),
                "role": key(*role),
                "official": official,
            })).collect::<Vec<_>>(),
            "ideas": self.given().map(|detail| json!({
                "number": detail.idea.id.0,
                "uid": detail.idea.uid.to_string(),
                "created": instant(detail.idea.created),
                "text": plain::idea(detail, self.names, words),
            })).collect::<Vec<_>>(),
            "comments": self.comments().map(|it| json!({
                "idea": it.idea.0, "at": instant(it.at), "kind": it.kind.key(), "text": it.text,
            })).collect::<Vec<_>>(),
            "decisions": self.given().flat_map(|detail| &detail.decisions).map(|it| json!({
                "idea": it.idea.0, "at": instant(it.at), "kind": it.kind.key(),
                "reason": it.reason, "learning": it.learning, "conditions": it.conditions,
            })).collect::<Vec<_>>(),
            "feedback": self.given().flat_map(|detail| &detail.feedback).map(|it| json!({
                "idea": it.idea.0, "at": instant(it.at), "channel": it.channel, "text": it.text,
            })).collect::<Vec<_>>(),
            "hits": self.occurrences.hits.iter().map(|hit| json!({
                "where": words.say(&hit.place()), "text": hit.excerpt.text, "now": hit.is_now,
                "part": hit.is_part, "official": hit.is_official,
            })).collect::<Vec<_>>(),
            "steps": self.steps.iter().map(|it| json!({
                "at": instant(it.at), "what": words.say(&it.label),
            })).collect::<Vec<_>>(),
        })
    }

    fn idea(&self, number: i64) -> Option<&Detail> {
        self.ideas.iter().find(|detail| detail.idea.id.0 == number)
    }

    /// The ideas that the person had.
    fn given(&self) -> impl Iterator<Item = &Detail> {
        self.ideas.iter().filter(|detail| detail.idea.giver == Some(self.person.id))
    }

    fn comments(&self) -> impl Iterator<Item = &Comment> {
        let all = self.ideas.iter().flat_map(|detail| &detail.comments);
        all.filter(|comment| comment.author == Some(self.person.id))
    }
}

fn key(role: Role) -> &'static str {
    match role {
        Role::Giver => "giver",
        Role::Owner => "owner",
        Role::Coach => "coach",
        Role::Author => "author",
    }
}

/// Whoever reads it may do so in another year.
fn moment(at: Stamp, wording: Wording<'_>) -> String {
    dates::whole(at, wording.zone)
}

fn instant(at: Stamp) -> Option<String> {
    Some(jiff::Timestamp::from_millisecond(at.0).ok()?.to_string())
}
