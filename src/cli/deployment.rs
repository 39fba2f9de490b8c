//! The arguments that say what is to be judged and how it would be deployed: the same for every subcommand that
//! reads templates.

use super::app::App;
use super::problem::Problem;
use super::settings::{Settings, SettingsArguments};
use cfn_gate::config::{self, Form};
use cfn_gate::resolve::{Environment, ParameterValue, ParameterValues, read_parameter_file};
use cfn_gate::source;
use cfn_gate::template::Diagnostic;
use clap::Args;
use std::path::{Path, PathBuf};

/// Templates, and the circumstances of their deployment.
#[derive(Args, Debug)]
pub struct Deployment {
    /// Templates, or directories that hold some; `-` is standard input
    ///
    /// A file is read whatever it is called. In a directory, templates are recognised by their content;
    /// hidden files, `node_modules`, symbolic links and what .gitignore leaves out are passed over. Without a PATH, the
    /// current directory is searched.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Pass over named files that are no templates, as in a directory
    ///
    /// For hooks that name every file of a commit: a file counts as a template only by its content. If none does, that is
    /// no error, and no report is written.
    #[arg(long)]
    pub skip_non_templates: bool,

    #[command(flatten)]
    pub app: App,

    #[command(flatten)]
    settings_arguments: SettingsArguments,

    /// What the configuration file says and arguments don't.
    #[arg(skip)]
    pub settings: Settings,

    /// Value of a template parameter; repeat it for more
    ///
    /// Wins over --parameters. The items of a list are separated by commas. A parameter without a value has its
    /// default; without a default it is unknown.
    #[arg(long, value_name = "KEY=VALUE", value_parser = parameter, help_heading = DEPLOYMENT)]
    parameter: Vec<(String, String)>,

    /// File with values of template parameters; repeat it for more, the last one wins
    ///
    /// YAML, JSON or TOML, in any of the shapes in use: the AWS CLI's list of ParameterKey and ParameterValue,
    /// CodePipeline's {"Parameters": {…}}, a list of "KEY=VALUE", a Git sync deployment file, samconfig's
    /// parameter_overrides,
    /// or a plain map.
    #[arg(long, value_name = "FILE", help_heading = DEPLOYMENT)]
    parameters: Vec<PathBuf>,

    /// AWS::Region, for example eu-west-1
    ///
    /// Never taken from AWS_REGION or a profile, so that a verdict doesn't depend on whose machine it is. Without it, the
    /// Region is unknown.
    #[arg(long, value_name = "REGION", value_parser = text(&config::REGION), help_heading = DEPLOYMENT)]
    pub region: Option<String>,

    /// AWS::AccountId, 12 digits
    #[arg(long, value_name = "ID", value_parser = text(&config::ACCOUNT_ID), help_heading = DEPLOYMENT)]
    pub account_id: Option<String>,

    /// AWS::Partition, for example aws-cn; if not given, it follows from --region
    #[arg(long, value_name = "PARTITION", value_parser = text(&config::PARTITION), help_heading = DEPLOYMENT)]
    partition: Option<String>,

    /// AWS::StackName
    #[arg(long, value_name = "NAME", value_parser = text(&config::STACK_NAME), help_heading = DEPLOYMENT)]
    stack_name: Option<String>,
}

const DEPLOYMENT: &str = "How it would be deployed";

impl Deployment {
    /// `--region`.
    #[cfg(feature = "aws")]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// `--stack-name`.
    #[cfg(feature = "aws")]
    pub fn stack_name(&self) -> Option<&str> {
        self.stack_name.as_deref()
    }

    /// What is known of the deployment, parameter files read.
    pub fn environment(&self) -> Result<Environment, Problem> {
        let mut parameters = ParameterValues::new();
        for file in &self.parameters {
            parameters.extend(read_parameters(file)?);
        }
        for (name, value) in &self.parameter {
            let value = ParameterValue { value: value.clone(), given: "--parameter".into() };
            parameters.insert(name.clone(), value);
        }
        Ok(Environment { parameters, stack_name: self.stack_name.clone(), ..self.account() })
    }

    /// What is known of the account and the Region.
    pub fn account(&self) -> Environment {
        Environment {
            region: self.region.clone(),
            account_id: self.account_id.clone(),
            partition: self.partition.clone(),
            ..Environment::default()
        }
    }
}

/// Reads a parameter file.
pub fn read_parameters(file: &Path) -> Result<ParameterValues, Problem> {
    let name = file.display().to_string();
    let text =
        source::read_text(file).map_err(|reason| Problem::new(format!("can't read `{name}`: {reason}")))?;
    read_parameter_file(&name, &text).map_err(|diagnostics| {
        let messages: Vec<_> = diagnostics
            .iter()
            .map(|Diagnostic { span, message, help, .. }| {
                let help = help.as_ref().map(|help| format!("\n  {help}")).unwrap_or_default();
                format!("{name}:{span}: {message}{help}")
            })
            .collect();
        Problem::all(&messages)
    })
}

fn parameter(argument: &str) -> Result<(String, String), String> {
    match argument.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.into(), value.into())),
        _ => Err("expected KEY=VALUE, for example Environment=production".into()),
    }
}

/// Reads text of a form that the configuration file asks for as well.
fn text(form: &'static Form) -> impl Fn(&str) -> Result<String, String> + Clone {
    move |argument| match form.fits(argument) {
        true => Ok(argument.into()),
        false => Err(format!("expected {}", form.expected)),
    }
}
