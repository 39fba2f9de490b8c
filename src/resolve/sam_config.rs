//! `samconfig.toml` and `samconfig.yaml`: where they keep `parameter_overrides`, and how those are written.
//!
//! Facts: the AWS SAM Developer Guide, "AWS SAM CLI configuration file".

use super::parameter_file::Reader;
use crate::template::{Content, Diagnostic, Entry, FileId, Map, Node, Span, Text};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Whether a map has environments with commands with parameters: `default: {deploy: {parameters: …}}`.
pub(super) fn is_sam_config(map: &Map<Node>) -> bool {
    map.iter().any(|environment| commands(&environment.value).next().is_some())
}

/// The tables `parameters` of an environment's commands that know parameters, the weaker first.
fn commands(environment: &Node) -> impl Iterator<Item = &Node> {
    let environment = environment.as_map();
    ["global", "deploy"].into_iter().filter_map(move |command| {
        let parameters = environment?.get(command)?.as_map()?.get("parameters")?;
        parameters.as_map().map(|_| parameters)
    })
}

/// Reads the overrides of the environment `default`, or of the only one.
pub(super) fn read(reader: &mut Reader, map: &Map<Node>, span: Span) {
    let environments: Vec<_> = map.iter().filter(|entry| commands(&entry.value).next().is_some()).collect();
    let environment = match environments.as_slice() {
        [only] => Some(*only),
        _ => environments.iter().find(|entry| &*entry.key == "default").copied(),
    };
    let Some(environment) = environment else {
        let names: Vec<_> = environments.iter().map(|entry| &*entry.key).collect();
        let message =
            format!("expected the environment `default` or a single one, found {}", names.join(", "));
        return reader.error(span, message);
    };
    for parameters in commands(&environment.value) {
        let Some(overrides) = parameters.as_map().and_then(|map| map.get("parameter_overrides")) else {
            continue;
        };
        match &overrides.content {
            Content::Text(text) => read_line(reader, text, overrides.span),
            Content::List(items) => {
                for item in items {
                    match &item.content {
                        Content::Text(text) => read_line(reader, text, item.span),
                        Content::Map(_) => reader.map(item),
                        _ => reader.item(item),
                    }
                }
            }
            Content::Map(_) => reader.map(overrides),
            _ => reader.error(
                overrides.span,
                format!("parameter_overrides must be text, a list or a map, found {}", overrides.kind()),
            ),
        }
    }
}

/// Reads `Key=Value Other='a value'`, or the older `ParameterKey=Key,ParameterValue=Value`.
fn read_line(reader: &mut Reader, line: &str, span: Span) {
    for word in words(line) {
        let (key, value) = match word.strip_prefix("ParameterKey=") {
            Some(rest) => rest.split_once(",ParameterValue=").unwrap_or((rest, "")),
            None => match word.split_once('=') {
                Some(pair) => pair,
                None => {
                    reader.error(
                        span,
                        "expected `Key=Value` pairs in parameter_overrides, found a word without `=`",
                    );
                    return;
                }
            },
        };
        reader.insert(key, value.to_owned(), span);
    }
}

/// Splits at white space outside of quotes, as a shell does: quotes vanish, a backslash keeps what follows.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut started = false;
    let mut quote = None;
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match (character, quote) {
            (_, Some(open)) if character == open => quote = None,
            ('\'' | '"', None) => (quote, started) = (Some(character), true),
            ('\\', None | Some('"')) => {
                word.extend(characters.next());
                started = true;
            }
            (_, None) if character.is_whitespace() => {
                if std::mem::take(&mut started) {
                    words.push(std::mem::take(&mut word));
                }
            }
            _ => {
                word.push(character);
                started = true;
            }
        }
    }
    if started {
        words.push(word);
    }
    words
}

/// Reads TOML into the tree of a template.
pub(super) fn read_toml(text: &str) -> Result<Node, Diagnostic> {
    let lines = Lines::new(text);
    match DeTable::parse(text) {
        Ok(table) => {
            let span = lines.span(table.span());
            Ok(Node { span, content: lines.table(table.get_ref()) })
        }
        Err(error) => {
            let span = lines.span(error.span().unwrap_or(0..0));
            Err(Diagnostic::error(span, format!("not valid TOML: {}", error.message())))
        }
    }
}

/// The text, with where its lines begin.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(index, _)| index + 1)).collect();
        Self { text, starts }
    }

    fn span(&self, range: std::ops::Range<usize>) -> Span {
        let line = self.starts.partition_point(|start| *start <= range.start);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let column = self.text.get(start..range.start).map_or(0, |before| before.chars().count()) + 1;
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Span {
            file: FileId::TEMPLATE,
            start: number(range.start),
            end: number(range.end),
            line: number(line),
            column: number(column),
        }
    }

    fn table(&self, table: &DeTable) -> Content {
        let entries = table.iter().map(|(key, value)| Entry {
            key: Text::from(&**key.get_ref()),
            key_span: self.span(key.span()),
            value: self.node(value),
        });
        Content::Map(Map { entries: entries.collect() })
    }

    fn node(&self, value: &Spanned<DeValue>) -> Node {
        let content = match value.get_ref() {
            DeValue::String(text) => Content::Text(Text::from(&**text)),
            DeValue::Boolean(boolean) => Content::Boolean(*boolean),
            // As written: what matters of a number here is its text.
            DeValue::Integer(integer) => Content::Text(Text::from(integer.as_str())),
            DeValue::Float(float) => Content::Text(Text::from(float.as_str())),
            DeValue::Datetime(datetime) => Content::Text(Text::from(datetime.to_string())),
            DeValue::Array(items) => Content::List(items.iter().map(|item| self.node(item)).collect()),
            DeValue::Table(table) => self.table(table),
        };
        Node { span: self.span(value.span()), content }
    }
}
