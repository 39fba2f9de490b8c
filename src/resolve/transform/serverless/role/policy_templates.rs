//! The policy templates: statements that need nothing but the name of what they are about.
//!
//! Facts: the AWS SAM Developer Guide, "AWS SAM policy templates".

use super::super::Failure;
use super::super::properties::map_of;
use super::super::tree::{list, map, sub, sub_with, text};
use crate::template::{Map, Node, Span};

/// The templates. A line without indent is a template's name with its parameters (`Parameter=variable` where the
/// variable in the resources is not the parameter in lower camel case). One blank: the actions of a statement, the
/// service told once (`=` before one that isn't in a list). Two blanks: a resource (`-` before one in a list) or, after
/// `?`, a condition. `~` is `arn:${AWS::Partition}:`, `@` is `${AWS::Region}:${AWS::AccountId}`.
const TEMPLATES: &str = include_str!("policy_templates.txt");

/// Whether there is a template of this name.
pub(super) fn exists(name: &str) -> bool {
    find(name).is_some()
}

/// The statements that `name` stands for, with the values of its parameters.
pub(super) fn statements(name: &str, values: &Node, span: Span) -> Result<Node, Failure> {
    let Some((header, lines)) = find(name) else {
        return Err(Failure::new(span, format!("there is no policy template `{name}`")));
    };
    let what = format!("the value of the policy template `{name}`");
    let values = map_of(values, &what)?;
    let parameters: Vec<_> = header.split(' ').skip(1).map(parameter).collect();
    let mut failure = Failure::default();
    for (parameter, _) in parameters.iter().filter(|(parameter, _)| values.get(parameter).is_none()) {
        failure.push(crate::template::Diagnostic::error(
            span,
            format!("the policy template `{name}` needs the parameter `{parameter}`"),
        ));
    }
    let scene = Scene { span, values, parameters };
    let statements = scene.statements(lines);
    failure.or(map(span, [("Statement", list(span, statements))]))
}

/// The header of a template and the lines after it.
fn find(name: &str) -> Option<(&'static str, impl Iterator<Item = &'static str>)> {
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let is_header = |position: &usize| {
        let before =
            TEMPLATES.get(..*position).is_some_and(|before| before.is_empty() || before.ends_with('\n'));
        let after = TEMPLATES.get(*position + name.len()..);
        before && after.is_some_and(|after| after.starts_with([' ', '\n']))
    };
    let position = TEMPLATES.match_indices(name).map(|(position, _)| position).find(is_header)?;
    let mut lines = TEMPLATES.get(position..)?.lines();
    let header = lines.next()?;
    Some((header, lines.take_while(|line| line.starts_with(' '))))
}

/// A parameter and its variable.
fn parameter(word: &'static str) -> (&'static str, String) {
    match word.split_once('=') {
        Some((parameter, variable)) => (parameter, variable.to_owned()),
        None => {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_lowercase());
            (word, first.into_iter().chain(letters).collect())
        }
    }
}

struct Scene<'v> {
    span: Span,
    values: &'v Map<Node>,
    parameters: Vec<(&'static str, String)>,
}

impl Scene<'_> {
    fn statements(&self, lines: impl Iterator<Item = &'static str>) -> Vec<Node> {
        let mut statements = Vec::new();
        let mut statement = Statement::default();
        for line in lines {
            if let Some(resource) = line.strip_prefix("  ") {
                if let Some(condition) = resource.strip_prefix('?') {
                    statement.condition = self.condition(condition);
                } else if let Some(item) = resource.strip_prefix('-') {
                    statement.resources.push(self.text(item));
                } else {
                    statement.resource = Some(self.text(resource));
                }
            } else {
                statements.extend(std::mem::take(&mut statement).finish(self.span));
                statement.actions = Some(self.actions(line.trim_start()));
            }
        }
        statements.extend(statement.finish(self.span));
        statements
    }

    fn actions(&self, line: &str) -> Node {
        if let Some(single) = line.strip_prefix('=') {
            return text(self.span, single);
        }
        let mut service = "";
        let actions = line.split(' ').map(|word| match word.split_once(':') {
            Some((named, _)) => {
                service = named;
                text(self.span, word)
            }
            None => text(self.span, format!("{service}:{word}")),
        });
        list(self.span, actions)
    }

    fn condition(&self, line: &str) -> Option<Node> {
        let mut words = line.splitn(3, ' ');
        let (operator, key, value) = (words.next()?, words.next()?, words.next()?);
        Some(map(self.span, [(operator, map(self.span, [(key, self.text(value))]))]))
    }

    /// Text with the abbreviations written out and values for its variables.
    fn text(&self, short: &str) -> Node {
        let long =
            short.replace('~', "arn:${AWS::Partition}:").replace('@', "${AWS::Region}:${AWS::AccountId}");
        let used: Vec<(&str, Node)> = self
            .parameters
            .iter()
            .filter(|(_, variable)| long.contains(&format!("${{{variable}}}")))
            .filter_map(|(parameter, variable)| {
                Some((variable.as_str(), self.values.get(parameter)?.clone()))
            })
            .collect();
        match (used.is_empty(), long.contains("${")) {
            (false, _) => sub_with(self.span, long, used),
            (true, true) => sub(self.span, long),
            (true, false) => text(self.span, long),
        }
    }
}

#[derive(Default)]
struct Statement {
    actions: Option<Node>,
    condition: Option<Node>,
    resource: Option<Node>,
    resources: Vec<Node>,
}

impl Statement {
    fn finish(self, span: Span) -> Option<Node> {
        let resource = self.resource.unwrap_or_else(|| list(span, self.resources));
        let mut fields =
            vec![("Effect", text(span, "Allow")), ("Action", self.actions?), ("Resource", resource)];
        fields.extend(self.condition.map(|condition| ("Condition", condition)));
        Some(map(span, fields))
    }
}

/// The template whose name is nearest to a misspelt one.
pub(super) fn similar_to(name: &str) -> Option<&'static str> {
    let names =
        TEMPLATES.lines().filter(|line| !line.starts_with(' ')).filter_map(|line| line.split(' ').next());
    crate::template::similar(name, names)
}
