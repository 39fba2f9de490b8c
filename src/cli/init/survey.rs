//! What is in the directory: templates, CDK apps, files with parameters, CI.

use cfn_gate::config::Place;
use cfn_gate::resolve::read_parameter_file;
use cfn_gate::source;
use cfn_gate::template::Template;
use ignore::WalkBuilder;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// How many files are looked at to find those with parameters: enough for any repository that people wrote.
const MOST_FILES: usize = 20_000;

/// How large a file with parameters may be, in bytes.
const LARGEST: u64 = 256 * 1024;

/// What was found.
#[derive(Debug, Default)]
pub struct Survey {
    /// The templates that lie in the directory as they are.
    pub templates: Vec<PathBuf>,
    /// How many stacks cloud assemblies have.
    pub synthesized: usize,
    /// The folders of CDK apps.
    pub cdk_apps: Vec<PathBuf>,
    /// Files with parameters whose template is clear.
    pub deployments: Vec<Deployed>,
    /// The others.
    pub parameter_files: Vec<PathBuf>,
    /// The CI systems that are used.
    pub ci: Vec<Ci>,
    /// pre-commit is used.
    pub pre_commit: bool,
    /// A configuration file that holds here already, in a directory above.
    pub above: Option<PathBuf>,
}

/// A template, and a file with values of its parameters.
#[derive(Debug)]
pub struct Deployed {
    /// The template.
    pub template: PathBuf,
    /// The file.
    pub parameters: PathBuf,
}

/// A CI system, by the file that it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ci {
    /// GitHub Actions.
    GitHub,
    /// GitLab CI.
    GitLab,
    /// Another one: its name, and the file.
    Other(&'static str, &'static str),
}

const OTHER_CI: [(&str, &str); 6] = [
    ("Jenkins", "Jenkinsfile"),
    ("AWS CodeBuild", "buildspec.yml"),
    ("AWS CodeBuild", "buildspec.yaml"),
    ("Azure Pipelines", "azure-pipelines.yml"),
    ("Bitbucket Pipelines", "bitbucket-pipelines.yml"),
    ("CircleCI", ".circleci/config.yml"),
];

/// Looks around in the current directory.
pub fn look() -> Survey {
    let mut survey = Survey {
        pre_commit: Path::new(".pre-commit-config.yaml").is_file(),
        above: Place::find().ok().flatten().map(|place| place.file).filter(|file| file.starts_with("..")),
        ..Survey::default()
    };
    let mut templates = Vec::new();
    for source in source::read(&[PathBuf::from(".")]).unwrap_or_default() {
        match (source.artifact, source.path, source.text) {
            (Some(_), ..) => survey.synthesized += 1,
            (None, Some(path), Ok(file)) => {
                let template = Template::parse(file.name, file.text);
                templates.push((path, template.parameters.iter().map(|one| one.name.to_string()).collect()));
            }
            _ => {}
        }
    }
    survey.templates = templates.iter().map(|(path, _)| path.clone()).collect();
    let of_templates: HashSet<&PathBuf> = survey.templates.iter().collect();
    let mut files = Vec::new();
    for path in paths() {
        if path.file_name().is_some_and(|name| name == "cdk.json") {
            survey.cdk_apps.push(path.parent().unwrap_or(Path::new("")).to_owned());
        } else if !of_templates.contains(&path) {
            files.extend(names(&path).map(|names| (path, names)));
        }
    }
    for (parameters, names) in files {
        match template_of(&parameters, &names, &templates) {
            Some(template) => survey.deployments.push(Deployed { template, parameters }),
            None => survey.parameter_files.push(parameters),
        }
    }
    survey.ci = ci();
    survey
}

fn ci() -> Vec<Ci> {
    let mut found = Vec::new();
    if Path::new(".github/workflows").is_dir() {
        found.push(Ci::GitHub);
    }
    if Path::new(".gitlab-ci.yml").is_file() {
        found.push(Ci::GitLab);
    }
    let others = OTHER_CI.into_iter().filter(|(_, file)| Path::new(file).is_file());
    found.extend(others.map(|(name, file)| Ci::Other(name, file)));
    found
}

/// The files that may hold parameters, and `cdk.json`s, by path.
fn paths() -> Vec<PathBuf> {
    let mut walk = WalkBuilder::new(".");
    walk.require_git(false).git_global(false).sort_by_file_path(Path::cmp).max_filesize(Some(LARGEST));
    walk.filter_entry(|entry| entry.file_name() != "node_modules" && entry.file_name() != "cdk.out");
    let files = walk.build().filter_map(Result::ok).take(MOST_FILES);
    let files = files.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    files
        .map(|entry| entry.path().strip_prefix(".").unwrap_or(entry.path()).to_owned())
        .filter(|path| {
            path.extension().is_some_and(|end| ["json", "yaml", "yml", "toml"].iter().any(|one| end == *one))
        })
        .collect()
}

/// The names of the parameters in a file, if it is one of those that other tools have for that and nothing else.
fn names(path: &Path) -> Option<Vec<String>> {
    const MARKS: [&str; 4] = ["ParameterKey", "\"Parameters\"", "template-file-path", "parameter_overrides"];
    let text = source::read_text(path).ok()?;
    if !MARKS.iter().any(|mark| text.contains(mark)) {
        return None;
    }
    let values = read_parameter_file(&path.display().to_string(), &text).ok()?;
    let mut names: Vec<String> = values.into_keys().collect();
    names.sort_unstable();
    (!names.is_empty()).then_some(names)
}

/// The only template that declares all of these parameters; of several, the one in the same folder, or the one whose name
/// the file's name begins with.
fn template_of(file: &Path, names: &[String], templates: &[(PathBuf, HashSet<String>)]) -> Option<PathBuf> {
    let declares = |declared: &HashSet<String>| names.iter().all(|name| declared.contains(name));
    let mut fitting: Vec<&PathBuf> =
        templates.iter().filter(|(_, declared)| declares(declared)).map(|(path, _)| path).collect();
    let is_beside = |template: &&PathBuf| template.parent() == file.parent();
    let has_name = |template: &&PathBuf| match (template.file_stem(), file.file_stem()) {
        (Some(template), Some(file)) => file.to_string_lossy().starts_with(&*template.to_string_lossy()),
        _ => false,
    };
    for closer in [&is_beside as &dyn Fn(&&PathBuf) -> bool, &has_name] {
        if fitting.len() > 1 && fitting.iter().any(closer) {
            fitting.retain(closer);
        }
    }
    match fitting.as_slice() {
        [only] => Some((*only).clone()),
        _ => None,
    }
}
