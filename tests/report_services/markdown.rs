//! Markdown, read back by a parser that others wrote.

use super::common::{custom, edges, written};
use super::{listed, many, one};
use cfn_gate::gate::Report;
use cfn_gate::report::Format;
use cfn_gate::template::Diagnostic;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// What Markdown can be made to do by text in a template.
const HOSTILE: &str = "a`b``c @octocat #1 !2 GH-3 ~label www.evil.example https://evil.example [x](https://evil.example) ![i](//e) \
     <script>alert(1)</script> <!-- --> </details> | **bold** _it_ $(x) $x^2$ :smile: \n\n# heading\n```\n- x `";

/// The events of a comment.
fn events(comment: &str) -> Vec<Event<'_>> {
    Parser::new_ext(comment, Options::all()).collect()
}

#[test]
fn every_finding_is_listed() {
    for (name, report) in edges() {
        let comment = written(Format::Markdown, &report);
        let items: Vec<&str> = comment.lines().filter(|line| line.starts_with("- ")).collect();
        for (rule, logical_id, _) in listed(&report) {
            let found = items
                .iter()
                .filter(|item| {
                    item.contains(&format!("`{rule}`")) && item.contains(&format!(": `{logical_id}` ("))
                })
                .count();
            assert_eq!(found, 1, "{name}: {rule} {logical_id}");
        }
        assert!(comment.starts_with("<!-- cfn-gate -->\n"), "a bot finds its comment by this");
    }
}

/// A finding and a template with hostile text wherever there can be some.
fn hostile() -> Report {
    let mut report = one("", "", |run| {
        let span = run.at("Only");
        run.diagnostic(Diagnostic::warning(span, HOSTILE).help(HOSTILE).related(span, HOSTILE));
        run.incomplete("Only", HOSTILE);
    });
    let stack = &mut report.templates[0].stack;
    std::sync::Arc::make_mut(&mut stack.files[0]).name = HOSTILE.into();
    let evaluation = &mut report.templates[0].findings[0].evaluation;
    evaluation.rule = custom(HOSTILE);
    evaluation.logical_id = HOSTILE.into();
    evaluation.resource_type = HOSTILE.into();
    evaluation.annotation = HOSTILE.into();
    evaluation.condition = Some(HOSTILE.into());
    report
}

#[test]
fn text_of_a_template_is_only_ever_code() {
    let comment = written(Format::Markdown, &hostile());
    let mut spans = 0;
    for event in events(&comment) {
        match event {
            Event::Code(text) => spans += usize::from(text.contains("octocat")),
            Event::Html(html) | Event::InlineHtml(html) => {
                let ours = ["<!-- cfn-gate", "<details", "<summary>", "</details>"];
                assert!(ours.iter().any(|tag| html.trim_start().starts_with(tag)), "{html}");
                assert!(!html.contains("octocat") && !html.contains("script"), "{html}");
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with("https://docs.aws.amazon.com/config/"), "{dest_url}");
            }
            Event::Start(Tag::Image { dest_url, .. }) => panic!("{dest_url}"),
            Event::Text(text) => {
                for what in ["@", "www", "evil", "script", "octocat", "GH-"] {
                    assert!(!text.contains(what), "{text}");
                }
            }
            _ => {}
        }
    }
    assert!(spans >= 9, "{spans} of the texts are there:\n{comment}");
}

#[test]
fn a_comment_keeps_to_what_github_takes() {
    for (count, annotation) in
        [(400, "why".to_owned()), (200, "`ö".repeat(500)), (30, "\u{1f512}".repeat(5_000))]
    {
        let comment = written(Format::Markdown, &many(count, &annotation));
        assert!(comment.len() <= 65_536, "{}", comment.len());
        let shown = comment.lines().filter(|line| line.starts_with("- ")).count();
        let note = comment.lines().find(|line| line.contains("more did not fit in here"));
        let note = note.unwrap_or_default();
        assert!(note.is_empty() == (shown == count), "{note}");
        if shown < count {
            assert!(note.starts_with(&format!("**{} more did not fit in here**", count - shown)), "{note}");
        }
        // What is cut is what matters least, and the page ends as it should.
        assert_eq!(comment.matches("<details").count(), comment.matches("</details>").count());
        assert!(comment.contains("- **MEDIUM** [`rds-storage-encrypted`]"));
    }
}
