//! Puts what the configuration file says among the arguments that were given.
//!
//! What the file says is handed to the parser of arguments, as if it had been typed: a setting means what the argument
//! of its name means. An argument sets aside the file's value of that name, a list as a whole.

use super::super::problem::Problem;
use super::Settings;
use cfn_gate::config::{Account, Config, Counts, Key, Setting, Shape};
use clap::parser::ValueSource;
use clap::{ArgMatches, Command};
use std::collections::{BTreeMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// Arguments and file, put together.
pub struct Merged {
    /// The parser.
    pub command: Command,
    /// What it makes of all.
    pub matches: ArgMatches,
    /// What is no argument.
    pub settings: Settings,
    /// What the file says in vain: the key, its line, and why.
    pub aside: Vec<(&'static str, u32, String)>,
}

/// What sets a setting aside, beside the argument of the same name.
fn rivals(name: &str) -> &'static [&'static str] {
    match name {
        // Other things to judge.
        "paths" => &["change-set", "processed", "cdk-app", "synth"],
        // Whoever names a template means that one, and it may be no stack of an app.
        "stack" => &["paths", "change-set", "processed"],
        // Who names rules wants exactly these.
        "rules" | "rule" | "skip-rule" | "severity" => &["rules", "rule"],
        "suppressions-of" => &["no-template-suppressions"],
        "no-template-suppressions" => &["suppressions-of"],
        _ => &[],
    }
}

/// Puts the arguments of the subcommand `name` and the file together.
pub fn merge(
    mut command: Command,
    arguments: Vec<OsString>,
    matches: &ArgMatches,
    name: &str,
    config: Option<Config>,
) -> Result<Merged, Problem> {
    let (known, given) = known_and_given(&command, matches, name);
    let mut settings = Settings { config, given, relaxed: Vec::new(), lines: BTreeMap::new() };
    let mut lines = BTreeMap::new();
    let mut aside = Vec::new();
    let engine = matches.subcommand().and_then(|(_, matches)| matches.try_get_raw("engine").ok().flatten());
    let is_aws = engine.and_then(|mut values| values.next()).is_some_and(|engine| engine == "aws");
    let mut added: Vec<OsString> = Vec::new();
    let Some(config) = &mut settings.config else {
        return Ok(Merged { command, matches: matches.clone(), settings, aside });
    };
    let given = &settings.given;
    let rival = |name: &str| {
        let rivals = std::iter::once(&name).chain(rivals(name));
        rivals.copied().find(|rival| given.contains(*rival)).map(str::to_owned)
    };
    let of_subcommand = matches.subcommand().map(|(_, matches)| matches);
    let reports = of_subcommand.and_then(|matches| matches.try_get_raw("report").ok().flatten());
    let reports: HashSet<&[u8]> = reports.into_iter().flatten().map(format).collect();
    let mut paths = Vec::new();
    for setting in config.settings.iter().filter(|setting| known.contains(setting.key.name)) {
        let Setting { key, counts, values, span } = setting;
        let why = match counts {
            Counts::Aws if !is_aws => Some("it counts with --engine aws".to_owned()),
            Counts::Embedded if is_aws => Some("AWS Config chooses its rules itself".to_owned()),
            // Reports of other formats don't stand in each other's way.
            _ if key.name == "report" => None,
            _ => rival(key.name).map(|rival| format!("{} was given", argument(&rival))),
        };
        if let Some(why) = why {
            aside.push((key.name, span.line, why));
            continue;
        }
        lines.insert(key.name, span.line);
        if key.name == "paths" {
            paths.extend(values.iter().map(PathBuf::from));
        } else {
            let values =
                values.iter().filter(|value| key.name != "report" || !reports.contains(format(value)));
            added.extend(values.filter_map(|value| as_argument(key, value)));
        }
        if relaxes(key.name, values) {
            settings.relaxed.push(format!("{} (line {})", key.name, span.line));
        }
    }
    // Who says by hand how accounts are reached says it of all.
    let is_told = given.contains("account-role") || given.contains("account-profile");
    if is_aws && known.contains("account-role") && !is_told {
        added.extend(access(&config.accounts));
        let line = config.others.iter().find(|(name, ..)| *name == "accounts").map(|(_, line, _)| *line);
        lines.extend(line.into_iter().flat_map(|line| [("account-role", line), ("account-profile", line)]));
    }
    if is_aws || rival("rules").is_some() || rival("rule").is_some() {
        config.overrides.clear();
    }
    if let (Some(first), true) = (config.overrides.first(), known.contains("rules")) {
        settings.relaxed.push(format!("overrides (line {})", first.span.line));
    }
    for over in config.overrides.iter_mut().filter(|_| given.contains("severity")) {
        over.severity = None;
    }
    if known.contains("paths") && rival("paths").is_none() {
        add_templates(config, &mut paths)?;
        if let Some(first) = config.stacks.first() {
            lines.entry("paths").or_insert(first.span.line);
        }
    }
    added.extend(paths.into_iter().map(|path| match path.as_os_str().as_encoded_bytes() {
        // What begins with a hyphen would be taken for an argument.
        [b'-', ..] => PathBuf::from(".").join(path).into(),
        _ => path.into(),
    }));
    let at = arguments.iter().position(|argument| argument == name).map_or(arguments.len(), |at| at + 1);
    let mut all = arguments;
    all.splice(at..at, added);
    let file = config.file.name.clone();
    let matches = command.try_get_matches_from_mut(all).map_err(|error| {
        let error = error.to_string();
        let message = error.strip_prefix("error: ").unwrap_or(&error).trim_end();
        Problem::new(format!(
            "{message}\n\nThe settings of {file} were taken into account: --no-config leaves them out"
        ))
    })?;
    settings.lines = lines;
    Ok(Merged { command, matches, settings, aside })
}

/// The long names of the arguments that the subcommand has, and of those that were given.
fn known_and_given(
    command: &Command,
    matches: &ArgMatches,
    name: &str,
) -> (HashSet<String>, HashSet<String>) {
    let (mut known, mut given) = (HashSet::new(), HashSet::new());
    let Some((command, (_, matches))) = command.find_subcommand(name).zip(matches.subcommand()) else {
        return (known, given);
    };
    for argument in command.get_arguments() {
        let id = argument.get_id().as_str();
        let long = argument.get_long().unwrap_or(id);
        // The arguments that clap adds by itself have no values.
        if !matches!(long, "help" | "version") {
            known.insert(long.to_owned());
            if matches.value_source(id) == Some(ValueSource::CommandLine) {
                given.insert(long.to_owned());
            }
        }
    }
    (known, given)
}

/// `--name=value`; a flag that is false is not given.
fn as_argument(key: &Key, value: &OsStr) -> Option<OsString> {
    let mut argument = OsString::from(format!("--{}", key.name));
    match key.shape {
        Shape::Flag if value == "true" => {}
        Shape::Flag => return None,
        _ => {
            argument.push("=");
            argument.push(value);
        }
    }
    Some(argument)
}

/// The format in `FORMAT=FILE`.
fn format(report: &OsStr) -> &[u8] {
    report.as_encoded_bytes().split(|byte| *byte == b'=').next().unwrap_or_default()
}

/// How accounts are reached, as arguments.
fn access(accounts: &BTreeMap<String, Account>) -> Vec<OsString> {
    let argument = |name: &str, id: &str, value: &str| format!("--account-{name}={id}={value}").into();
    let of = |(id, Account { profile, role }): (&String, &Account)| {
        let profile = profile.as_ref().map(|profile| argument("profile", id, profile));
        let role = role.as_ref().map(|role| argument("role", id, role));
        profile.into_iter().chain(role).collect::<Vec<OsString>>()
    };
    accounts.iter().flat_map(of).collect()
}

/// How an argument is written.
fn argument(name: &str) -> String {
    if name == "paths" { "PATH".into() } else { format!("--{name}") }
}

/// Whether a setting lets something through that would fail without it.
fn relaxes(name: &str, values: &[OsString]) -> bool {
    match name {
        "skip-rule" => true,
        "allow-incomplete" => values.iter().any(|value| value == "true"),
        "severity" | "fail-on" => {
            values.iter().any(|value| ["medium", "high", "critical"].iter().any(|level| value == level))
        }
        _ => false,
    }
}

/// Adds the templates of the stacks: they are judged wherever the command is run.
fn add_templates(config: &Config, paths: &mut Vec<PathBuf>) -> Result<(), Problem> {
    let missing: Vec<_> = config
        .stacks
        .iter()
        .filter(|stack| !stack.template.is_file())
        .map(|stack| {
            let (file, span, template) = (&config.file.name, stack.span, stack.template.display());
            format!("{file}:{span}: `template`: there is no file `{template}`")
        })
        .collect();
    if !missing.is_empty() {
        return Err(Problem::all(&missing));
    }
    if paths.is_empty() && !config.stacks.is_empty() {
        paths.push(".".into());
    }
    for stack in &config.stacks {
        if !paths.contains(&stack.template) {
            paths.push(stack.template.clone());
        }
    }
    Ok(())
}
