//! A document as one HTML file that needs no other: readable without colours and by a screen reader,
//! light or dark as the reader has it, and on paper without a table row that is cut in two. No script.

use crate::text::document::{Block, Document, Level, Table};

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1a1a1a;--quiet:#4a4a4a;--line:#767676;--paper:#fff;--head:#f0f0f0}
@media(prefers-color-scheme:dark){:root{--ink:#f2f2f2;--quiet:#cfcfcf;--line:#9a9a9a;--paper:#161616;--head:#2a2a2a}}
body{margin:2rem auto;padding:0 1rem;max-width:50rem;color:var(--ink);background:var(--paper);font:1.0625rem/1.5 system-ui,sans-serif}
h1{font-size:1.8rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.35rem;margin:2rem 0 .5rem}
h3{font-size:1.1rem;margin:1.25rem 0 .25rem}
.mark{margin:0;font-weight:bold;border:2px solid var(--ink);display:inline-block;padding:.15rem .6rem}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.15rem 1rem;margin:.5rem 0}
dt{font-weight:bold}
dd{margin:0;overflow-wrap:anywhere}
ul{margin:.5rem 0;padding-left:1.4rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
caption{text-align:left;color:var(--quiet);padding-bottom:.25rem}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:var(--head)}
tbody th{font-weight:inherit}
footer{margin-top:2rem;border-top:1px solid var(--line);color:var(--quiet)}
@media print{
:root{--ink:#000;--quiet:#000;--line:#555;--paper:#fff;--head:#eee}
@page{margin:18mm}
body{margin:0;padding:0;max-width:none;font-size:11pt}
h1,h2,h3,caption{break-after:avoid}
tr,li,dt,dd{break-inside:avoid}
thead{display:table-header-group}
.wide{overflow:visible}
}
";

pub fn write(document: &Document) -> String {
    let title = escape(&document.title);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        document.language.tag()
    );
    let mut blocks = document.blocks.as_slice();
    // The mark stands above the title, the last line at the foot of the page.
    if let [Block::Mark(mark), rest @ ..] = blocks {
        page.push_str(&format!("<p class=\"mark\">{}</p>\n", escape(mark)));
        blocks = rest;
    }
    page.push_str(&format!("<h1>{title}</h1>\n"));
    let mut foot = None;
    if let [rest @ .., Block::Text(last)] = blocks {
        (foot, blocks) = (Some(last), rest);
    }
    for block in blocks {
        self::block(&mut page, block);
    }
    page.push_str("</main>\n");
    if let Some(foot) = foot {
        page.push_str(&format!("<footer><p>{}</p></footer>\n", escape(foot)));
    }
    page.push_str("</body>\n</html>\n");
    page
}

fn block(page: &mut String, block: &Block) {
    match block {
        Block::Mark(mark) => page.push_str(&format!("<p><strong>{}</strong></p>\n", escape(mark))),
        Block::Heading(Level::Section, text) => {
            page.push_str(&format!("<h2>{}</h2>\n", escape(text)));
        }
        Block::Heading(Level::Part, text) => {
            page.push_str(&format!("<h3>{}</h3>\n", escape(text)));
        }
        Block::Text(text) => page.push_str(&format!("<p>{}</p>\n", escape(text))),
        Block::Facts(facts) if facts.is_empty() => {}
        Block::Facts(facts) => {
            page.push_str("<dl>\n");
            for (label, said) in facts {
                page.push_str(&format!("<dt>{}</dt><dd>{}</dd>\n", escape(label), escape(said)));
            }
            page.push_str("</dl>\n");
        }
        Block::List(entries) => {
            page.push_str("<ul>\n");
            for entry in entries {
                page.push_str(&format!("<li>{}</li>\n", escape(entry)));
            }
            page.push_str("</ul>\n");
        }
        Block::Table(table) => self::table(page, table),
    }
}

/// What does not fit is scrolled, by key too.
fn table(page: &mut String, table: &Table) {
    let caption = escape(&table.caption);
    page.push_str(&format!(
        "<div class=\"wide\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n\
         <table>\n<caption>{caption}</caption>\n<thead><tr>"
    ));
    for head in &table.heads {
        page.push_str(&format!("<th scope=\"col\">{}</th>", escape(head)));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        page.push_str("<tr>");
        for (nth, cell) in row.iter().enumerate() {
            // A reader of the screen says it before each cell of its row.
            let cell = escape(cell);
            if nth == table.names {
                page.push_str(&format!("<th scope=\"row\">{cell}</th>"));
            } else {
                page.push_str(&format!("<td>{cell}</td>"));
            }
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}

/// Lines that were typed stay lines.
fn escape(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '&' => told.push_str("&amp;"),
            '<' => told.push_str("&lt;"),
            '>' => told.push_str("&gt;"),
            '"' => told.push_str("&quot;"),
            '\'' => told.push_str("&#39;"),
            '\n' => told.push_str("<br>"),
            c => told.push(c),
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_that_was_typed_is_a_tag() {
        let told = escape("<script>alert(\"x\")</script> & 'y'\nz");
        assert_eq!(
            told,
            "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;<br>z"
        );
    }
}
