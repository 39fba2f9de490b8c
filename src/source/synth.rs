//! Running a CDK app, because the user asked for it: its own command, as `cdk synth` runs it.
//!
//! Facts: AWS CDK's command line hands an app the folder to write to in `CDK_OUTDIR` and its context in
//! `CDK_CONTEXT_JSON`; what is too long for a variable goes to a file that `CONTEXT_OVERFLOW_LOCATION` names.

use super::read::text_of;
use super::{Source, assembly};
use serde_json::{Map, Value, json};
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// How long a file of settings may be, in bytes.
const MAX_SETTINGS: usize = 16 << 20;

/// The longest context that goes into a variable: Windows takes 32,767 characters for one.
const MAX_VARIABLE: usize = 32_000;

/// What messages call the folder that the app wrote: where it would have written by itself.
const SHOWN: &str = assembly::CDK_OUT;

/// An app that was run. The folder that it wrote is deleted with this value.
#[derive(Debug)]
pub struct Synthesized {
    /// The stacks that it wrote.
    pub sources: Vec<Source>,
    _output: TempDir,
}

/// Runs the CDK app in the folder `directory` by `command`, or by the command in its `cdk.json`, and reads what it wrote.
/// What the app prints goes to standard error.
///
/// # Errors
/// Why there is nothing to read, in one sentence without a full stop.
pub fn synthesize(directory: &Path, command: Option<&str>) -> Result<Synthesized, String> {
    let settings = settings(&directory.join("cdk.json"))?;
    let app = |settings: &Map<String, Value>| Some(settings.get("app")?.as_str()?.to_owned());
    let command = match (command, settings.as_ref().and_then(app)) {
        (Some(command), _) => command.to_owned(),
        (None, Some(command)) => command,
        (None, None) => {
            return Err(format!(
                "there is no `app` in `{}`: name the app's command with --cdk-app",
                directory.join("cdk.json").display()
            ));
        }
    };
    let output = tempfile::Builder::new().prefix("cfn-gate-").tempdir();
    let output = output.map_err(|error| format!("can't make a temporary folder: {error}"))?;
    let assembly = output.path().join(SHOWN);
    if let Some(build) = settings.as_ref().and_then(|settings| settings.get("build")?.as_str()) {
        run(shell(build).current_dir(directory), build)?;
    }
    let context = context(directory, settings)?;
    let mut app = shell(&command);
    app.current_dir(directory).env("CDK_OUTDIR", &assembly);
    if context.len() > MAX_VARIABLE {
        let file = output.path().join("context.json");
        std::fs::write(&file, context).map_err(|error| format!("can't write the app's context: {error}"))?;
        app.env("CONTEXT_OVERFLOW_LOCATION", file);
    } else {
        app.env("CDK_CONTEXT_JSON", context);
    }
    // What makes CDK note the lines of the program: of properties (and in older versions of constructs) the first, in Python,
    // Java and so on of anything the second.
    for name in ["CDK_DEBUG", "JSII_HOST_STACK_TRACES"] {
        if std::env::var_os(name).is_none() {
            app.env(name, "1");
        }
    }
    run(&mut app, &command)?;
    if !assembly::is_assembly(&assembly) {
        return Err(format!(
            "`{command}` ended well but wrote no cloud assembly to the folder in CDK_OUTDIR"
        ));
    }
    Ok(Synthesized { sources: assembly::read(&assembly, Path::new(SHOWN)), _output: output })
}

/// The context of the app: what the folder's files set, and what `cdk synth` adds so that templates name constructs
/// and assets.
fn context(directory: &Path, settings: Option<Map<String, Value>>) -> Result<String, String> {
    let mut context = json!({
        "aws:cdk:enable-path-metadata": true,
        "aws:cdk:enable-asset-metadata": true,
        "aws:cdk:bundling-stacks": ["**"],
    });
    let written = settings.and_then(|mut settings| settings.remove("context"));
    let looked_up = crate::source::synth::settings(&directory.join("cdk.context.json"))?.map(Value::Object);
    if let Value::Object(context) = &mut context {
        for more in [written, looked_up].into_iter().flatten() {
            if let Value::Object(more) = more {
                context.extend(more);
            }
        }
    }
    Ok(context.to_string())
}

/// The object in a file; `None` if there is no such file.
fn settings(file: &Path) -> Result<Option<Map<String, Value>>, String> {
    if !file.exists() {
        return Ok(None);
    }
    let text = text_of(file, MAX_SETTINGS).map_err(|reason| format!("`{}` {reason}", file.display()))?;
    let object = serde_json::from_str(&text);
    object.map(Some).map_err(|error| format!("`{}` is no JSON object: {error}", file.display()))
}

fn shell(command: &str) -> Command {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut process = Command::new(shell);
    process.arg(flag).arg(command);
    process
}

fn run(process: &mut Command, command: &str) -> Result<(), String> {
    // Standard output is ours: reports go there.
    let status = process.stdin(Stdio::null()).stdout(io::stderr()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the CDK app failed ({status}): `{command}`")),
        Err(error) => Err(format!("can't run `{command}`: {error}")),
    }
}
