//! The page: read as XML, which its markup happens to be but for what HTML never closes.

use super::common::{Run, custom, edges, written};
use super::{edges_and_cdk, listed, one};
use base64::{Engine, prelude::BASE64_STANDARD};
use cfn_gate::report::Format;
use cfn_gate::template::Diagnostic;
use sha2::{Digest, Sha256};

const HOSTILE: &str =
    "<script>alert(1)</script>\" onload='alert(2)' `<img src=x>` --> </style></code></article>";

/// The page as an XML document: attributes without a value and elements without an end tag get theirs.
fn as_xml(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let (body, rest) = rest.split_once("<script>").unwrap();
    let (_, end) = rest.rsplit_once("</script>").unwrap();
    let document = format!("{head}{body}{end}");
    let document = document.strip_prefix("<!DOCTYPE html>\n").unwrap();
    let document = document.replace(" checked>", "/>").replace("<form hidden>", "<form>");
    document
        .lines()
        .map(|line| match line.strip_suffix('>') {
            Some(open) if line.starts_with("<meta ") || line.starts_with("<input ") => format!("{open}/>\n"),
            _ => format!("{line}\n"),
        })
        .collect()
}

/// The elements that the page is made of.
const ELEMENTS: [&str; 29] = [
    "html",
    "head",
    "meta",
    "title",
    "body",
    "header",
    "h1",
    "h2",
    "h3",
    "p",
    "dl",
    "div",
    "dt",
    "dd",
    "form",
    "input",
    "label",
    "output",
    "main",
    "article",
    "code",
    "figure",
    "figcaption",
    "mark",
    "a",
    "section",
    "footer",
    "style",
    "script",
];

#[test]
fn every_finding_is_an_article() {
    for (name, report) in edges() {
        let page = as_xml(&written(Format::Html, &report));
        let document = roxmltree::Document::parse(&page).unwrap_or_else(|error| panic!("{error}: {page}"));
        let titles: Vec<_> = document
            .descendants()
            .filter(|node| node.has_tag_name("h3"))
            .filter_map(|node| node.text())
            .collect();
        for (rule, logical_id, _) in listed(&report) {
            let title = format!("{rule}: {logical_id} (AWS::RDS::DBInstance)");
            assert_eq!(titles.iter().filter(|shown| **shown == title).count(), 1, "{name}: {title}");
        }
    }
}

#[test]
fn text_of_a_template_is_only_ever_text() {
    let mut report = one(&format!("# {HOSTILE}\n"), "", |run: &mut Run| {
        let span = run.at(HOSTILE);
        run.diagnostic(Diagnostic::warning(span, HOSTILE).help(HOSTILE).related(span, HOSTILE));
    });
    let stack = &mut report.templates[0].stack;
    std::sync::Arc::make_mut(&mut stack.files[0]).name = HOSTILE.into();
    let evaluation = &mut report.templates[0].findings[0].evaluation;
    evaluation.rule = custom(HOSTILE);
    evaluation.logical_id = HOSTILE.into();
    evaluation.resource_type = HOSTILE.into();
    evaluation.annotation = HOSTILE.into();
    evaluation.condition = Some(HOSTILE.into());
    let page = written(Format::Html, &report);
    assert_eq!(page.matches("<script>").count(), 1, "{page}");
    assert_eq!(page.matches("</style>").count(), 1, "{page}");
    let page = as_xml(&page);
    let document = roxmltree::Document::parse(&page).unwrap();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        assert!(ELEMENTS.contains(&node.tag_name().name()), "{node:?}");
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on") && !attribute.value().contains("alert"), "{node:?}");
        }
    }
    let shown = document.descendants().filter(|node| node.text() == Some(HOSTILE)).count();
    assert!(shown > 0, "the text is there to be read");
}

#[test]
fn nothing_but_our_script_and_style_may_run() {
    for (name, report) in edges_and_cdk() {
        let page = written(Format::Html, &report);
        let policy = page.split("content=\"").nth(1).unwrap().split('"').next().unwrap();
        let between =
            |start: &str, end: &str| page.split_once(start).unwrap().1.split_once(end).unwrap().0.to_owned();
        let hash = |text: String| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
        let script = hash(between("<script>", "</script>"));
        let style = hash(between("<style>", "</style>"));
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; script-src {script}; style-src {style}; base-uri 'none'; form-action 'none'"
            ),
            "{name}"
        );
        for loaded in [" src=", "url(", "@import", "<link", "fetch(", "<iframe", " style="] {
            assert!(!page.contains(loaded), "{name}: {loaded}");
        }
    }
}
