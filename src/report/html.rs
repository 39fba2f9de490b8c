//! For people who get a file: one HTML page that needs nothing else, with counts, filters and the lines of the source.
//!
//! It can be read without JavaScript; the script only hides what a reader filters out. The page's content security policy
//! lets run that script and nothing else, and lets nothing be loaded: should an escape ever be missed, what slips through
//! does nothing.

use super::entry::{Entry, Level, entries_by_weight, types_without_rule, undecided_rules};
use super::escape::visible;
use super::excerpt::Excerpt;
use super::summary::Summary;
use crate::gate::Report;
use crate::template::Span;
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::io::{self, Write};

const STYLE: &str = include_str!("html.css");
const SCRIPT: &str = include_str!("html.js");
/// How much of a line of the source is shown, in characters.
const WIDTH: usize = 160;

/// Writes `report` as a page.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let summary = Summary::new(report);
    let verdict = report.verdict.as_str();
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{}'; style-src '{}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>cfn-gate: {verdict}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <header class=\"verdict {verdict}\">\n<h1>cfn-gate: {verdict}</h1>\n<p>{}</p>\n</header>\n",
        hash(SCRIPT),
        hash(STYLE),
        prose(&summary.conclusion(report)),
    )?;
    counts(&summary, out)?;
    let entries = entries_by_weight(report);
    filters(&entries, out)?;
    out.write_all(b"<main>\n")?;
    for entry in &entries {
        article(entry, out)?;
    }
    out.write_all(b"</main>\n")?;
    not_judged(report, out)?;
    write!(
        out,
        "<footer class=\"quiet\"><p>cfn-gate {}, {} engine</p></footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        env!("CARGO_PKG_VERSION"),
        report.engine
    )
}

/// What a content security policy calls an inline script or style.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn counts(summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"<dl>\n")?;
    for (name, count) in [
        ("NON_COMPLIANT", summary.non_compliant),
        ("INSUFFICIENT_DATA", summary.insufficient_data),
        ("COMPLIANT", summary.compliant),
        ("NOT_APPLICABLE", summary.not_applicable),
        ("Templates", summary.templates),
        ("Resources", summary.resources),
        ("Rules", summary.rules),
    ] {
        writeln!(out, "<div><dt>{name}</dt><dd>{count}</dd></div>")?;
    }
    for (name, count) in [("Suppressed", summary.suppressed), ("In the baseline", summary.in_baseline)] {
        if count > 0 {
            writeln!(out, "<div><dt>{name}</dt><dd>{count}</dd></div>")?;
        }
    }
    out.write_all(b"</dl>\n")
}

/// The form by which the script filters. Without the script it is not to be seen.
fn filters(entries: &[Entry<'_>], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"<form hidden>\n<input type=\"search\" name=\"words\" aria-label=\"Words to look for\" placeholder=\"Rule, resource, file\">\n")?;
    let mut groups: Vec<(&str, &str)> = Vec::new();
    for entry in entries {
        if !groups.contains(&entry.group()) {
            groups.push(entry.group());
        }
    }
    for (id, name) in groups {
        let count = entries.iter().filter(|entry| entry.group() == (id, name)).count();
        writeln!(
            out,
            "<label><input type=\"checkbox\" name=\"kind\" value=\"{id}\" checked> {name} ({count})</label>"
        )?;
    }
    out.write_all(b"<output class=\"quiet\"></output>\n</form>\n")
}

fn article(entry: &Entry<'_>, out: &mut dyn Write) -> io::Result<()> {
    let level = match entry.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
        Level::Suppressed => "suppressed",
    };
    let severity = entry.evaluation().map(|evaluation| evaluation.rule.severity().as_str());
    writeln!(out, "<article class=\"{level}\" data-kind=\"{}\">", entry.group().0)?;
    writeln!(
        out,
        "<p class=\"tag\">{}{}{}</p>\n<h3>{}</h3>",
        entry.kind.as_str(),
        severity.map(|severity| format!(", {severity}")).unwrap_or_default(),
        entry.why().map(|why| format!(", {}", why.as_str())).unwrap_or_default(),
        escaped(&entry.title())
    )?;
    if let Some(place) = entry.place {
        writeln!(out, "<p class=\"quiet\"><code>{}</code></p>", escaped(&place.display()))?;
    }
    if !entry.message.is_empty() {
        writeln!(out, "<p>{}</p>", prose(entry.message))?;
    }
    for remark in entry.remarks() {
        writeln!(out, "<p class=\"quiet\">{}</p>", escaped(&remark))?;
    }
    let mut places: Vec<(Span, Option<&str>)> = vec![(entry.span, None)];
    places.extend(entry.evaluation().and_then(|evaluation| evaluation.origin).map(|origin| (origin, None)));
    for line in Excerpt::new(entry.sources, &places, WIDTH).lines() {
        write!(out, "<figure><figcaption>{}</figcaption><code>", escaped(&line.place))?;
        for (is_marked, text) in line.parts {
            let text = escaped(text);
            if is_marked { write!(out, "<mark>{text}</mark>")? } else { write!(out, "{text}")? }
        }
        writeln!(out, "</code></figure>")?;
    }
    for (place, label) in &entry.related {
        writeln!(
            out,
            "<p class=\"quiet\">{}: <code>{}</code></p>",
            escaped(label),
            escaped(&place.display())
        )?;
    }
    if let Some(help) = entry.help {
        writeln!(out, "<p>{}</p>", prose(help))?;
    }
    if let Some(url) = entry.documentation_url() {
        let url = escaped(&url);
        writeln!(out, "<p><a href=\"{url}\" rel=\"noreferrer\">What AWS says of the rule</a></p>")?;
    }
    out.write_all(b"</article>\n")
}

/// What no rule looked at, and which rules said nothing.
fn not_judged(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let types = types_without_rule(report);
    let undecided = undecided_rules(report);
    if types.is_empty() && undecided.is_none() {
        return Ok(());
    }
    out.write_all(b"<section>\n<h2>Not judged</h2>\n")?;
    if !types.is_empty() {
        let types: Vec<_> =
            types.iter().map(|(name, count)| format!("<code>{}</code> ({count})", escaped(name))).collect();
        writeln!(out, "<p>No rule looks at {}.</p>", types.join(", "))?;
    }
    if let Some(undecided) = undecided {
        writeln!(out, "<p>{}.</p>", escaped(&undecided))?;
    }
    out.write_all(b"</section>\n")
}

/// `text`, inert, as it may stand between tags and in attributes.
fn escaped(text: &str) -> String {
    let text = visible(text);
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A sentence, escaped, with what stands between backticks as code.
fn prose(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escaped(text);
    }
    let parts = parts.iter().enumerate().map(|(index, part)| match index % 2 {
        0 => escaped(part),
        _ => format!("<code>{}</code>", escaped(part)),
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::{escaped, prose};

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escaped("<a href='x' b=\"&\">\n"), "&lt;a href=&#39;x&#39; b=&quot;&amp;&quot;&gt;\\n");
    }

    #[test]
    fn backticks_make_code_where_they_are_pairs() {
        assert_eq!(prose("is `<b>`, expected `x`"), "is <code>&lt;b&gt;</code>, expected <code>x</code>");
        assert_eq!(prose("a ` b"), "a ` b");
    }
}
