//! `--show-config`: the settings in force, as a configuration file would have them, and where each comes from.

use super::merge::Merged;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches};
use std::fmt::Write;

/// What is in force.
pub fn show(merged: &Merged, name: &str) -> String {
    let mut text = String::new();
    let config = merged.settings.config.as_ref();
    let file = config.map_or("", |config| &config.file.name);
    match config {
        Some(_) => text.push_str(&format!("# The settings of {file} and the arguments\n")),
        None => text.push_str("# No configuration file: the arguments alone\n"),
    }
    let mut rows = Vec::new();
    let command = merged.command.find_subcommand(name);
    if let Some((command, (_, matches))) = command.zip(merged.matches.subcommand()) {
        for argument in command.get_arguments() {
            let long = argument.get_long().unwrap_or(argument.get_id().as_str());
            if matches!(long, "help" | "version" | "config" | "no-config" | "show-config") {
                continue;
            }
            let source =
                match (merged.settings.lines.get(long), matches.value_source(argument.get_id().as_str())) {
                    (Some(line), _) if merged.settings.is_given(long) => format!("{file}:{line}, --{long}"),
                    (Some(line), _) => format!("{file}:{line}"),
                    (None, Some(ValueSource::CommandLine)) if argument.is_positional() => "PATH".into(),
                    (None, Some(ValueSource::CommandLine)) => format!("--{long}"),
                    (None, Some(ValueSource::DefaultValue)) if !is_flag(argument) => "default".into(),
                    _ => continue,
                };
            if is_flag(argument) || matches.get_raw(argument.get_id().as_str()).is_some() {
                rows.push((format!("{long}: {}", value(argument, matches)), source));
            }
        }
    }
    let width =
        rows.iter().map(|(row, _)| row.chars().count()).filter(|width| *width <= 60).max().unwrap_or(0);
    for (row, source) in rows {
        let _ = writeln!(text, "{row:width$}  # {source}");
    }
    for (key, line, what) in config.iter().flat_map(|config| &config.others) {
        let _ = writeln!(text, "# {key} ({file}:{line}): {what}");
    }
    for (key, line, why) in &merged.aside {
        let _ = writeln!(text, "# set aside: {key} ({file}:{line}), because {why}");
    }
    text
}

fn is_flag(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::SetTrue)
}

/// The value as YAML; of template parameters the names alone, for the values may be secrets.
fn value(argument: &Arg, matches: &ArgMatches) -> String {
    let id = argument.get_id().as_str();
    if is_flag(argument) {
        return matches.get_flag(id).to_string();
    }
    let values: Vec<String> = matches
        .get_raw(id)
        .into_iter()
        .flatten()
        .map(|value| {
            let value = value.to_string_lossy();
            let shown = match (id, value.split_once('=')) {
                ("parameter", Some((name, _))) => name,
                _ => &value,
            };
            scalar(shown)
        })
        .collect();
    match values.as_slice() {
        [value] if !matches!(argument.get_action(), ArgAction::Append) => value.clone(),
        values => format!("[{}]", values.join(", ")),
    }
}

/// The text plain where that is clear, else in quotes.
pub fn scalar(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-/=+".contains(&byte);
    let begins_plain =
        text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '.' || first == '/');
    if begins_plain && text.bytes().all(is_plain) {
        return text.to_owned();
    }
    // JSON escapes control characters; what else isn't seen as itself is no danger in quotes.
    serde_json::Value::from(text).to_string()
}
