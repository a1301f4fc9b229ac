//! A document as Markdown. What people typed is text in it, never markup.

use crate::text::document::{Block, Document, Level, Table};

pub fn write(document: &Document) -> String {
    let mut text = format!("# {}\n", escape(&document.title));
    for block in &document.blocks {
        text.push('\n');
        match block {
            Block::Mark(mark) => text.push_str(&format!("**{}**\n", escape(mark))),
            Block::Heading(Level::Section, heading) => {
                text.push_str(&format!("## {}\n", escape(heading)));
            }
            Block::Heading(Level::Part, heading) => {
                text.push_str(&format!("### {}\n", escape(heading)));
            }
            Block::Text(said) => text.push_str(&format!("{}\n", escape(said))),
            Block::Facts(facts) => {
                for (label, said) in facts {
                    text.push_str(&format!("- **{}:** {}\n", escape(label), escape(said)));
                }
            }
            Block::List(entries) => {
                for entry in entries {
                    text.push_str(&format!("- {}\n", escape(entry)));
                }
            }
            Block::Table(table) => text.push_str(&self::table(table)),
        }
    }
    text
}

fn table(table: &Table) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = vec!["---"; table.heads.len()].join(" | ");
    let rows: String = table.rows.iter().map(|cells| row(cells)).collect();
    format!("{}| {rule} |\n{rows}", row(&table.heads))
}

/// On one line, and with a stroke before every sign that Markdown reads.
fn escape(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (at, c) in words.char_indices() {
        let is_mark = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&');
        // At the beginning of a line these make a heading or a list.
        let begins = at == 0 && matches!(c, '+' | '-' | '=');
        let heads = c == '#' && !words.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        if is_mark || begins || (heads && at == 0) {
            told.push('\\');
        }
        told.push(c);
    }
    let digits = told.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 && told.chars().nth(digits).is_some_and(|c| c == '.' || c == ')') {
        told.insert(digits, '\\');
    }
    told
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_people_type_is_no_markup() {
        assert_eq!(escape("a | b *c* <d>"), "a \\| b \\*c\\* \\<d\\>");
        assert_eq!(escape("# a"), "\\# a");
        assert_eq!(escape("#12 Lampa"), "#12 Lampa");
        assert_eq!(escape("1. a"), "1\\. a");
        assert_eq!(escape("- a\n\nb"), "\\- a b");
    }
}
