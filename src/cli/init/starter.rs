//! The text of a first configuration file, and what to do next.

use super::super::settings::scalar;
use super::survey::{Ci, Deployed, Survey};
use cfn_gate::config::STACK_NAME;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The configuration file. It changes no verdict by itself, except that templates get the parameters that were found.
pub fn file(survey: &Survey) -> String {
    let mut text = String::from(HEAD);
    match survey.templates.as_slice() {
        [] if survey.synthesized == 0 => {
            text.push_str(
                "# No template was found yet. Without `paths`, the current directory is searched.\n",
            );
        }
        templates => {
            let count = templates.len() + survey.synthesized;
            let noun = if count == 1 { "template was" } else { "templates were" };
            let _ = writeln!(
                text,
                "# {count} {noun} found. Without `paths`, the current directory is searched, so that new ones are judged, too."
            );
        }
    }
    text.push_str("# paths:\n");
    for folder in folders(survey) {
        let _ = writeln!(text, "#   - {folder}");
    }
    if let Some(app) = survey.cdk_apps.first() {
        let app = if app.as_os_str().is_empty() { Path::new(".") } else { app };
        let _ = write!(
            text,
            "\n# The CDK app in {} is judged by what `cdk synth` wrote, in cdk.out; `cfn-gate check --synth {0}` runs it \
             first.\n",
            path(app)
        );
    }
    text.push_str(RULES);
    stacks(&mut text, survey);
    text.push_str(REST);
    text
}

const HEAD: &str = "\
# The settings of cfn-gate for this repository. Paths are relative to this file; arguments win over it.
#   cfn-gate config keys           lists what may stand here
#   cfn-gate check --show-config   shows what is in force, and where it comes from
# For completion in editors: `cfn-gate config schema > .cfn-gate.schema.json`, and as the first line here
#   yaml-language-server: $schema=.cfn-gate.schema.json
#
# Whoever may change this file decides what passes: let the owners of your security rules review it (CODEOWNERS).

";

const RULES: &str = "
# Which rules: proactive (those that AWS Config has offered in proactive mode), fsbp (AWS Foundational Security Best
# Practices), all, or a file in the format of AWS Config's conformance packs.
rules: proactive

# Single rules to leave out, for all templates. For single resources, see `suppressions`.
# skip-rule:
#   - rds-multi-az-support

# What fails the gate: non-compliant, also insufficient-data, or only rules from a severity on (low to critical).
fail-on: non-compliant
";

const REST: &str = "
# Other rules for some paths.
# overrides:
#   - paths: legacy/**
#     severity: high

# Findings that don't fail. They stay in every report, with the reason.
# suppressions:
#   - rule: s3-bucket-logging-enabled
#     resource: AccessLogs
#     reason: this bucket receives the logs
#     until: 2099-12-31

# Reports beside the one on standard output.
# report:
#   junit: cfn-gate.xml
#   sarif: cfn-gate.sarif
";

/// The folders of the top level in which templates lie, and the files that lie in none.
fn folders(survey: &Survey) -> Vec<String> {
    let mut folders: Vec<String> = Vec::new();
    for template in &survey.templates {
        let first = template.components().next();
        let folder = first.map_or_else(|| path(template), |first| path(Path::new(first.as_os_str())));
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    if survey.synthesized > 0 {
        folders.push("cdk.out".into());
    }
    if folders.is_empty() {
        folders.push("templates".into());
    }
    folders
}

/// The templates with their files of parameters.
fn stacks(text: &mut String, survey: &Survey) {
    let mut by_template: BTreeMap<&Path, Vec<&Deployed>> = BTreeMap::new();
    for deployed in &survey.deployments {
        by_template.entry(&deployed.template).or_default().push(deployed);
    }
    if by_template.is_empty() {
        text.push_str(
            "
# How templates are deployed: each is judged once for every stack, with the values that it gets there.
# stacks:
#   - template: service.yaml
#     stack-name: service-production
#     parameters: production.json
#     region: eu-west-1
",
        );
    } else {
        text.push_str(
            "
# How templates are deployed: each is judged once for every stack, with the values that it gets there. Give each its
# stack-name, region and account-id if rules depend on them.
stacks:
",
        );
    }
    for (template, files) in by_template {
        for Deployed { parameters, .. } in &files {
            let _ = writeln!(text, "  - template: {}", path(template));
            let stem = parameters.file_stem().unwrap_or_default().to_string_lossy();
            if files.len() > 1 && STACK_NAME.fits(&stem) {
                let _ = writeln!(
                    text,
                    "    stack-name: {} # after the file: what is its name really?",
                    scalar(&stem)
                );
            }
            let _ = writeln!(text, "    parameters: {}", path(parameters));
        }
    }
    if !survey.parameter_files.is_empty() {
        text.push_str("# Of these it isn't clear which template they are for:\n");
        for file in &survey.parameter_files {
            let _ = writeln!(text, "#   {}", path(file));
        }
    }
}

/// A path as YAML, the same on every system.
fn path(path: &Path) -> String {
    scalar(&path.to_string_lossy().replace('\\', "/"))
}

/// What was found and what comes next.
pub fn next(survey: &Survey, name: &str) -> String {
    let mut text = String::from("Found\n");
    let mut row = |what: &str, found: String| {
        let _ = writeln!(text, "  {what:16} {found}");
    };
    row("templates", survey.templates.len().to_string());
    if !survey.cdk_apps.is_empty() || survey.synthesized > 0 {
        let stacks = match survey.synthesized {
            0 => "not synthesised yet: run `cdk synth`, or cfn-gate with --synth".to_owned(),
            1 => "1 stack in cdk.out".to_owned(),
            stacks => format!("{stacks} stacks in cdk.out"),
        };
        row("CDK apps", format!("{} ({stacks})", survey.cdk_apps.len()));
    }
    row("parameter files", (survey.deployments.len() + survey.parameter_files.len()).to_string());
    let ci = survey.ci.iter().map(|ci| match ci {
        Ci::GitHub => "GitHub Actions",
        Ci::GitLab => "GitLab CI",
        Ci::Other(name, _) => name,
    });
    let mut ci: Vec<&str> = ci.collect();
    ci.extend(survey.pre_commit.then_some("pre-commit"));
    row("CI", if ci.is_empty() { "none".into() } else { ci.join(", ") });
    let _ = write!(text, "\nWrote {name}\n");
    if let Some(above) = &survey.above {
        let _ = writeln!(text, "It takes the place of {} for everything below this directory.", path(above));
    }
    text.push_str(
        "
Next
  cfn-gate check            judges what is there
  cfn-gate baseline         lets today's findings pass, so that only new ones fail: commit its file, and
                            set `baseline: .cfn-gate-baseline.json`
",
    );
    for ci in &survey.ci {
        text.push_str(match ci {
            Ci::GitHub => GITHUB,
            Ci::GitLab => GITLAB,
            Ci::Other(..) => "",
        });
        if let Ci::Other(name, file) = ci {
            let _ = write!(text, "\nIn {name} ({file}), before what deploys:\n\n    {OTHER}");
        }
    }
    if survey.ci.is_empty() {
        let _ = write!(text, "\nIn your CI, before what deploys:\n\n    {OTHER}");
    }
    if survey.pre_commit {
        text.push_str(PRE_COMMIT);
    }
    text
}

const GITHUB: &str = concat!(
    "
In GitHub Actions, a job (annotations, and a summary); OWNER is whoever owns the repository of cfn-gate:

    cfn-gate:
      runs-on: ubuntu-latest
      permissions:
        contents: read
      steps:
        - uses: actions/checkout@v7
        - uses: OWNER/cfn-gate@v",
    env!("CARGO_PKG_VERSION"),
    "\n"
);

const GITLAB: &str = "
In .gitlab-ci.yml, with cfn-gate in the image (findings show in the merge request):

    cfn-gate:
      stage: test
      script: cfn-gate check --report gitlab=gl-code-quality-report.json
      artifacts:
        when: always
        reports:
          codequality: gl-code-quality-report.json
";

const OTHER: &str = "cfn-gate check --report junit=cfn-gate.xml\n";

const PRE_COMMIT: &str = concat!(
    "
In .pre-commit-config.yaml, under `repos`:

    - repo: https://github.com/OWNER/cfn-gate
      rev: v",
    env!("CARGO_PKG_VERSION"),
    "
      hooks:
        - id: cfn-gate
"
);
