//! The pages of `docs/rules/`, made from the rules' values. A test compares them with the files.

use super::families::{described, tagged, tagged_exceptions};
use super::{DecidedBy, Rule, all, implemented};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A file below `docs/rules/`.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its name.
    pub name: String,
    /// Its text, in Markdown.
    pub text: String,
}

/// How to make the files anew.
pub const COMMAND: &str = "cargo run --example docs -- rules";

/// All pages: the index, the families, the rules without a verdict, and one for each other rule.
pub fn pages() -> Vec<Page> {
    let mut pages = vec![
        page("README", index()),
        page("tagged", family("Rules about tags", &[tagged::RULES, tagged_exceptions::RULES])),
        page("description", family("Rules about descriptions", &[described::RULES])),
        page("undecidable", undecidable()),
    ];
    pages.extend(implemented().filter(|rule| !is_in_family(rule)).map(|rule| page(rule.name, rule.page())));
    pages
}

fn page(name: &str, text: String) -> Page {
    Page { name: format!("{name}.md"), text: format!("<!-- Made by `{COMMAND}`. -->\n\n{text}") }
}

fn is_in_family(rule: &Rule) -> bool {
    let families = [tagged::RULES, tagged_exceptions::RULES, described::RULES];
    families.into_iter().flatten().any(|member| member.identifier == rule.identifier)
}

fn undecided() -> impl Iterator<Item = (&'static Rule, &'static str)> {
    all().filter_map(|rule| Some((rule, rule.decided_by.reason()?)))
}

fn index() -> String {
    let families = implemented().filter(|rule| is_in_family(rule)).count();
    let mut text = format!(
        "# The rules\n\n\
         Of the {known} managed rules of AWS Config that cfn-gate knows, it decides {decided} from a template, \
         before deployment.\n\n\
         | | Rules |\n|---|---:|\n\
         | Decided, with a page below | {pages} |\n\
         | Decided, about [tags](tagged.md) and [descriptions](description.md) | {families} |\n\
         | [No template can decide](undecidable.md) | {undecided} |\n",
        known = all().count(),
        decided = implemented().count(),
        pages = implemented().count() - families,
        undecided = undecided().count(),
    );
    let mut services: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in implemented().filter(|rule| !is_in_family(rule)) {
        services.entry(rule.services().next().unwrap_or_default()).or_default().push(rule);
    }
    for (service, mut rules) in services {
        rules.sort_unstable_by_key(|rule| rule.name);
        let _ = write!(text, "\n## {service}\n\n| Rule | Severity | Controls | |\n|---|---|---|---|\n");
        for rule in rules {
            row(&mut text, rule, &format!("{}.md", rule.name));
        }
    }
    text
}

/// A line of a table of rules.
fn row(text: &mut String, rule: &Rule, link: &str) {
    let severity = rule.severity.as_str();
    let controls = rule.security_hub.join(", ");
    let _ = writeln!(text, "| [{}]({link}) | {severity} | {controls} | {} |", rule.name, rule.summary);
}

/// A page for rules of one logic.
fn family(title: &str, rules: &[&[&'static Rule]]) -> String {
    let rules: Vec<&Rule> = rules.iter().copied().flatten().copied().collect();
    let Some(first) = rules.first() else { return String::new() };
    let mut text = format!(
        "# {title}\n\n{} rules of one logic, one for each resource type.\n\n{}\n\n## How to fix it\n\n{}\n",
        rules.len(),
        first.details,
        first.fix
    );
    if !first.parameters.is_empty() {
        let _ = write!(text, "\n## Parameters\n\n{}", first.parameter_list());
    }
    text.push_str("\n## The rules\n\n| Rule | Identifier | Resource type | Controls |\n|---|---|---|---|\n");
    for rule in &rules {
        let _ = writeln!(
            text,
            "| [{}]({}) | `{}` | {} | {} |",
            rule.name,
            rule.documentation_url(),
            rule.identifier,
            rule.resource_types.join(", "),
            rule.security_hub.join(", "),
        );
    }
    for rule in rules.iter().filter(|rule| rule.details != first.details) {
        let _ = write!(text, "\n### {}\n\n{}\n", rule.name, rule.details);
    }
    text
}

fn undecidable() -> String {
    let mut text = String::from(
        "# Rules that no template can decide\n\n\
         A rule set may hold them: every report counts and lists them, none passes in silence. AWS Config decides \
         them after deployment.\n",
    );
    let sections = [
        ("They need what exists only after deployment", false),
        ("They are about the account as a whole", true),
    ];
    for (title, of_account) in sections {
        let _ = write!(text, "\n## {title}\n\n| Rule | Controls | Why |\n|---|---|---|\n");
        for (rule, why) in undecided() {
            if matches!(rule.decided_by, DecidedBy::Account(_)) == of_account {
                let controls = rule.security_hub.join(", ");
                let url = rule.documentation_url();
                let _ = writeln!(text, "| [{}]({url}) | {controls} | {why} |", rule.name);
            }
        }
    }
    text
}
