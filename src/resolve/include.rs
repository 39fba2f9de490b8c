//! `Fn::Transform`: `AWS::Include` of a local file is done here, every other macro runs only at AWS.
//!
//! Facts: the AWS CloudFormation Template Reference, "AWS::Include transform". Its location is on S3 when it is
//! deployed; in a repository it is the path that `aws cloudformation package` uploads.

use super::constraints::shorten;
use super::evaluate::Evaluator;
use super::{Environment, Reason, Value};
use crate::template::{self, Diagnostic, Entry, FileId, Map, Node, SourceFile, Span, Text};
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The macro's name.
pub(super) const NAME: &str = "AWS::Include";

/// Larger than any template that CloudFormation takes.
const MAX_FILE: u64 = 1 << 20;

/// The files that were included, each read once.
#[derive(Default)]
pub(super) struct Includes {
    /// The template's files: the template first.
    pub files: Vec<Arc<SourceFile>>,
    /// What is wrong with the files that were read.
    pub diagnostics: Vec<Diagnostic>,
    read: HashMap<PathBuf, Arc<Node>>,
    /// The files that are being evaluated, one in the other.
    open: Vec<PathBuf>,
}

/// The value of the map at `node`, which holds `Fn::Transform` and perhaps other keys.
pub(super) fn transform(
    evaluator: &mut Evaluator,
    node: &Node,
    name: &Node,
    parameters: Option<&Map<Node>>,
) -> Option<Value> {
    let name = name.as_text().cloned().unwrap_or_else(|| Text::from("Fn::Transform"));
    let unknown = |name| Some(Value::not_known(node.span, Reason::Macro { name }));
    if &*name != NAME {
        return unknown(name);
    }
    let Some(location) = parameters.and_then(|parameters| parameters.get("Location")) else {
        return Some(evaluator.report_error(node.span, "`AWS::Include` needs the parameter `Location`"));
    };
    let shown = location.span;
    let Ok(location) = evaluator.text_argument(location, shown, "the location of `AWS::Include`") else {
        return unknown(name);
    };
    let (path, included) = match evaluator.includes.load(evaluator.environment, &location) {
        Ok(Some(loaded)) => loaded,
        Ok(None) => return unknown(name),
        Err(message) => return Some(evaluator.fail(shown, message)),
    };
    for diagnostic in std::mem::take(&mut evaluator.includes.diagnostics) {
        evaluator.report(diagnostic);
    }
    if evaluator.includes.open.contains(&path) {
        return Some(evaluator.report_error(shown, "the file includes itself"));
    }
    evaluator.includes.open.push(path);
    let merged = merge(node, &included);
    super::references::check(evaluator, &merged);
    let value = evaluator.evaluate(&merged);
    evaluator.includes.open.pop();
    value
}

/// What stands in the place of `node`: the included content, with the keys that stood beside `Fn::Transform`.
fn merge(node: &Node, included: &Node) -> Node {
    let beside = node.as_map().into_iter().flatten().filter(|entry| &*entry.key != "Fn::Transform");
    let Some(map) = included.as_map() else { return included.clone() };
    let mut entries: Vec<Entry<Node>> =
        beside.filter(|entry| map.get(&entry.key).is_none()).cloned().collect();
    entries.extend(map.iter().cloned());
    Node { span: node.span, content: template::Content::Map(Map { entries }) }
}

impl Includes {
    /// Reads the local file that `location` names; `None` if it names none, or files are not to be read.
    pub fn load(
        &mut self,
        environment: &Environment,
        location: &str,
    ) -> Result<Option<(PathBuf, Arc<Node>)>, String> {
        let Some(folder) = &environment.include_folder else { return Ok(None) };
        if location.contains("://") {
            return Ok(None);
        }
        let path = contained(folder, location)?;
        if let Some(node) = self.read.get(&path) {
            return Ok(Some((path, node.clone())));
        }
        let shown = shorten(location);
        let unreadable = |error: std::io::Error| format!("the file `{shown}` can't be read: {error}");
        let metadata = std::fs::metadata(&path).map_err(unreadable)?;
        if !metadata.is_file() || metadata.len() > MAX_FILE {
            return Err(format!("the file `{shown}` can't be included: it is no file of at most 1 MiB"));
        }
        let content = std::fs::read_to_string(&path).map_err(unreadable)?;
        let content = content.strip_prefix('\u{feff}').unwrap_or(&content).to_owned();
        let id = u16::try_from(self.files.len())
            .map_err(|_| format!("the file `{shown}` can't be included: there are too many"))?;
        let tree = template::read_tree(FileId(id), &content);
        self.files.push(Arc::new(SourceFile { name: name_of(folder, location), text: content }));
        self.diagnostics.extend(tree.diagnostics);
        let start = Span { file: FileId(id), line: 1, column: 1, ..Span::default() };
        let nothing = Node { span: start, content: template::Content::Map(Map::default()) };
        let root = Arc::new(tree.root.unwrap_or(nothing));
        self.read.insert(path.clone(), root.clone());
        Ok(Some((path, root)))
    }

    /// The file that a span lies in.
    pub fn file(&self, span: Span) -> Option<Arc<SourceFile>> {
        self.files.get(usize::from(span.file.0)).cloned()
    }
}

/// The file's path, if it lies in `folder`, also after links were followed: a template from elsewhere must not
/// read what isn't its own.
fn contained(folder: &Path, location: &str) -> Result<PathBuf, String> {
    let relative = Path::new(location);
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let shown = shorten(location);
    let outside = || format!("the file `{shown}` can't be included: it lies outside the template's folder");
    if !inside || location.is_empty() || location.contains(['\0', '\\']) {
        return Err(outside());
    }
    let unreadable = |error: std::io::Error| format!("the file `{shown}` can't be read: {error}");
    let folder = folder.canonicalize().map_err(unreadable)?;
    let path = folder.join(relative).canonicalize().map_err(unreadable)?;
    if path.starts_with(&folder) { Ok(path) } else { Err(outside()) }
}

/// What messages call the file.
fn name_of(folder: &Path, location: &str) -> String {
    folder.join(location.strip_prefix("./").unwrap_or(location)).display().to_string()
}
