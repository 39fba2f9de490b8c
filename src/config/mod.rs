//! `.cfn-gate.yaml`: what a repository says once, so that nobody has to say it with every call.
//!
//! Everything that the arguments of `check` can say, except what would let a pull request run a program, open a
//! connection or leave the repository. Arguments win.

mod check;
pub mod docs;
mod keys;
mod place;
mod read;
mod schema;
mod shape;

pub use keys::{ACCOUNT_ID, Counts, GROUPS, Group, PARTITION, REFUSED, REGION, STACK_NAME, all};
pub use place::{NAMES, Place};
pub use schema::schema;
pub use shape::{Form, Key, Shape};

use crate::gate::{PathPattern, Suppression};
use crate::report::visible;
use crate::resolve::{ParameterValue, ParameterValues};
use crate::rules::Severity;
use crate::source;
use crate::template::{Diagnostic, FileId, Map, SourceFile, Span, read_tree};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

/// How large the file may be, in bytes.
const LARGEST: usize = 256 * 1024;

/// What a configuration file says.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the file lies.
    pub place: Place,
    /// The file.
    pub file: Arc<SourceFile>,
    /// What arguments could say as well.
    pub settings: Vec<Setting>,
    /// Values of template parameters, for all templates.
    pub values: Values,
    /// The command that `--synth` runs.
    pub cdk_app: Option<String>,
    /// The stacks that templates are deployed as.
    pub stacks: Vec<StackSettings>,
    /// Other rules for some paths.
    pub overrides: Vec<Override>,
    /// Findings that don't fail the gate.
    pub suppressions: Vec<Suppression>,
    /// How each account is reached, by its ID.
    pub accounts: BTreeMap<String, Account>,
    /// The keys that are no [`Setting`]: name, line, and what they hold in a few words, without values that may be secret.
    pub others: Vec<(&'static str, u32, String)>,
}

/// A key with its value, as an argument of the same name would have it.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The key.
    pub key: &'static Key,
    /// When it counts.
    pub counts: Counts,
    /// The values, as they would follow the argument; paths are as the working directory sees them.
    pub values: Vec<OsString>,
    /// Where the key stands.
    pub span: Span,
}

/// Values of template parameters.
#[derive(Clone, Debug, Default)]
pub struct Values {
    /// Files with values, the last one wins.
    pub files: Vec<PathBuf>,
    /// Names and values with the line of each; they win over the files.
    pub values: Vec<(String, String, u32)>,
}

impl Values {
    /// The values by name, `read` reading the files.
    ///
    /// # Errors
    /// The first error of `read`.
    pub fn read<E>(
        &self,
        config: &SourceFile,
        read: impl Fn(&PathBuf) -> Result<ParameterValues, E>,
    ) -> Result<ParameterValues, E> {
        let mut parameters = ParameterValues::new();
        for file in &self.files {
            parameters.extend(read(file)?);
        }
        for (name, value, line) in &self.values {
            let given = format!("{}:{line}", config.name);
            parameters.insert(name.clone(), ParameterValue { value: value.clone(), given });
        }
        Ok(parameters)
    }
}

/// A stack that a template is deployed as.
#[derive(Clone, Debug)]
pub struct StackSettings {
    /// The template's file, as the working directory sees it.
    pub template: PathBuf,
    /// `AWS::StackName`, and what reports call the stack.
    pub stack_name: Option<String>,
    /// `AWS::Region`.
    pub region: Option<String>,
    /// `AWS::AccountId`.
    pub account_id: Option<String>,
    /// Values of the template's parameters.
    pub values: Values,
    /// Where the template is named.
    pub span: Span,
}

/// Other rules for some paths.
#[derive(Clone, Debug)]
pub struct Override {
    /// The templates that it is for.
    pub paths: Vec<PathPattern>,
    /// Rule sets to apply instead, as `--rules` takes them.
    pub rules: Vec<PathBuf>,
    /// Rules to apply as well, as `--rule` takes them.
    pub rule: Vec<String>,
    /// Rules to leave out.
    pub skip_rule: Vec<String>,
    /// Apply only rules of this severity or worse.
    pub severity: Option<Severity>,
    /// Where it stands.
    pub span: Span,
}

/// How an account is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// A profile of the AWS configuration files.
    pub profile: Option<String>,
    /// A role in the account to assume: its ARN or its name.
    pub role: Option<String>,
}

impl Config {
    /// Reads the file at `place`.
    ///
    /// # Errors
    /// All that is wrong with it, a message each.
    pub fn read(place: Place) -> Result<Config, Vec<String>> {
        let name = visible(&place.file.display().to_string()).into_owned();
        let text = source::read_text(&place.file)
            .map_err(|reason| vec![format!("can't read `{name}`: {reason}")])?;
        if text.len() > LARGEST {
            return Err(vec![format!(
                "`{name}` is larger than {} KiB: that is no configuration",
                LARGEST / 1024
            )]);
        }
        let file = Arc::new(SourceFile { name, text });
        Config::parse(&file, place)
            .map_err(|errors| errors.iter().map(|error| message(&file.name, error)).collect())
    }

    fn parse(file: &Arc<SourceFile>, place: Place) -> Result<Config, Vec<Diagnostic>> {
        let tree = read_tree(FileId::TEMPLATE, &file.text);
        let wrong: Vec<_> = tree.diagnostics.into_iter().filter_map(unreadable).collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let Some(root) = tree.root.filter(|root| root.kind() != "null") else {
            return read::read(&Map::default(), file, place);
        };
        let errors = check::check(&root, &file.text, &place);
        let result = match root.as_map() {
            Some(map) if errors.is_empty() => read::read(map, file, place),
            _ => Err(errors),
        };
        result.map_err(|mut errors| {
            errors.sort_by_cached_key(|error| error.span.start);
            errors
        })
    }
}

/// What the reader of templates says, as far as it matters here: what CloudFormation thinks of aliases doesn't, and a key
/// that is given twice is an error, for only one of the two would count.
fn unreadable(diagnostic: Diagnostic) -> Option<Diagnostic> {
    if diagnostic.is_error() {
        return Some(diagnostic);
    }
    let (twice, _) = diagnostic.message.split_once(": CloudFormation takes the last one")?;
    Some(Diagnostic::error(diagnostic.span, twice).help("remove one of the two"))
}

/// A message of several lines: the place, what is wrong, how to mend it. The file may be hostile to the terminal.
fn message(name: &str, Diagnostic { span, message, help, .. }: &Diagnostic) -> String {
    let help = help.as_ref().map(|help| format!("\n  {}", visible(help))).unwrap_or_default();
    let lines: Vec<_> = message.lines().map(|line| visible(&shortened(line)).into_owned()).collect();
    format!("{name}:{span}: {}{help}", lines.join("\n"))
}

/// A line that somebody will read to its end.
fn shortened(line: &str) -> String {
    const LONGEST: usize = 300;
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(line)),
        None => line.to_owned(),
    }
}
