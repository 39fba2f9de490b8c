//! The keys of the configuration file: the one place that says what may stand in it.
//!
//! Reading, the JSON Schema and the table in `docs/configuration.md` all come from here.

use super::shape::{Form, Key, Shape};
use crate::gate::Tool;
use crate::report::Format;

/// Keys that belong together.
#[derive(Debug)]
pub struct Group {
    /// What they are about.
    pub title: &'static str,
    /// The keys.
    pub keys: &'static [Key],
    /// When they count.
    pub counts: Counts,
}

/// When keys count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Always.
    Always,
    /// With the embedded engine: AWS Config chooses its rules itself.
    Embedded,
    /// With the AWS engine, once `--engine aws` asks for it.
    Aws,
}

/// All keys, in the order of the documentation.
pub static GROUPS: &[Group] = &[
    Group { title: "What is judged", keys: WHAT, counts: Counts::Always },
    Group { title: "How it would be deployed", keys: DEPLOYMENT, counts: Counts::Always },
    Group { title: "Rules", keys: RULES, counts: Counts::Embedded },
    Group { title: "The gate", keys: GATE, counts: Counts::Always },
    Group { title: "Output", keys: OUTPUT, counts: Counts::Always },
    Group { title: "AWS, with `--engine aws`", keys: AWS, counts: Counts::Aws },
];

/// All keys of the top level.
pub fn all() -> impl Iterator<Item = &'static Key> {
    GROUPS.iter().flat_map(|group| group.keys)
}

const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: false, about }
}

const fn required(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: true, about }
}

/// A list, or a single item by itself.
const PATHS: Shape = Shape::List(&Shape::Path);
const PATTERNS: Shape = Shape::List(&Shape::Pattern);
const TEXTS: Shape = Shape::List(&Shape::Scalar);
const RULE_NAMES: Shape = Shape::List(&Shape::RuleName);
const RULE: Shape = Shape::List(&Shape::Rule);
const RULE_SETS: Shape = Shape::List(&Shape::RuleSet);
const SEVERITY: Shape = Shape::OneOf(severities);
const VALUES: Shape = Shape::Map { key: &Shape::Scalar, value: &TEXTS };

fn severities() -> Vec<&'static str> {
    vec!["low", "medium", "high", "critical"]
}

fn formats() -> Vec<&'static str> {
    Format::ALL.iter().map(|format| format.as_str()).collect()
}

static WHAT: &[Key] = &[
    key("paths", PATHS, "Templates, or folders that hold some, that `check` judges when no PATH is given."),
    key("stack", TEXTS, "Judge only these stacks: of a CDK app, or of `stacks`. As `--stack`."),
    key(
        "cdk-app",
        Shape::Scalar,
        "The command that runs the CDK app. The file never runs it: `--synth` on the command line does.",
    ),
];

static DEPLOYMENT: &[Key] = &[
    key("parameter", VALUES, "Values of template parameters, for every template that declares them."),
    key(
        "parameters",
        PATHS,
        "Files with values of template parameters, the last one wins; in any of the \
        shapes that `--parameters` takes. Names that a template doesn't declare are passed over.",
    ),
    key("region", Shape::Text(&REGION), "`AWS::Region`."),
    key("account-id", Shape::Text(&ACCOUNT_ID), "`AWS::AccountId`."),
    key("partition", Shape::Text(&PARTITION), "`AWS::Partition`; if not given, it follows from the Region."),
    key("stack-name", Shape::Text(&STACK_NAME), "`AWS::StackName`."),
    key(
        "stacks",
        Shape::List(&Shape::Keys(STACK)),
        "The stacks that templates are deployed as. A template that \
        is named here is judged once for each of its stacks.",
    ),
];

/// The keys of an item of `stacks`.
static STACK: &[Key] = &[
    required("template", Shape::Path, "The template's file."),
    key("stack-name", Shape::Text(&STACK_NAME), "`AWS::StackName`, and what reports call the stack."),
    key("parameter", VALUES, "Values of the template's parameters. They win over those of the top level."),
    key("parameters", PATHS, "Files with values of the template's parameters."),
    key("region", Shape::Text(&REGION), "`AWS::Region`."),
    key("account-id", Shape::Text(&ACCOUNT_ID), "`AWS::AccountId`."),
];

static RULES: &[Key] = &[
    key(
        "rules",
        RULE_SETS,
        "Rule sets to apply: `proactive`, `fsbp`, `all`, or files in the format of conformance packs.",
    ),
    key(
        "rule",
        RULE,
        "Single rules to apply, with their input parameters: alone exactly these, beside `rules` in \
        addition, or with other parameters.",
    ),
    key("skip-rule", RULE_NAMES, "Rules to leave out."),
    key("severity", SEVERITY, "Apply only rules of this severity or worse."),
    key(
        "overrides",
        Shape::List(&Shape::Keys(OVERRIDE)),
        "Other rules for some paths. Where several match, they \
        apply one after the other.",
    ),
];

/// The keys of an item of `overrides`.
static OVERRIDE: &[Key] = &[
    required("paths", PATTERNS, "Templates that it is for."),
    key("rules", RULE_SETS, "The rule sets to apply there instead, and `rule` anew."),
    key("rule", RULE, "Rules to apply there as well, or with other parameters."),
    key("skip-rule", RULE_NAMES, "Rules to leave out there."),
    key("severity", SEVERITY, "Apply only rules of this severity or worse there."),
];

static GATE: &[Key] = &[
    key("fail-on", Shape::List(&Shape::OneOf(fail_on)), "What fails the gate."),
    key(
        "allow-incomplete",
        Shape::Flag,
        "Don't count macros and modules that only AWS can expand as an incomplete result.",
    ),
    key("strict", Shape::Flag, "Fail on every warning, too."),
    key("baseline", Shape::Path, "A baseline whose findings don't fail; `cfn-gate baseline` writes it."),
    key(
        "suppressions",
        Shape::List(&Shape::Keys(SUPPRESSION)),
        "Findings that don't fail the gate. They stay in \
        every report, with the reason.",
    ),
    key(
        "suppressions-of",
        Shape::List(&Shape::OneOf(tools)),
        "Heed what templates suppress for these tools, too.",
    ),
    key(
        "no-template-suppressions",
        Shape::Flag,
        "Don't heed what templates and CDK programs suppress: only what stands here.",
    ),
];

/// The keys of an item of `suppressions`.
static SUPPRESSION: &[Key] = &[
    required("rule", Shape::RuleName, "The rule."),
    required("reason", Shape::Text(&REASON), "Why; it is shown in every report."),
    key(
        "until",
        Shape::Text(&DATE),
        "The last day on which it holds, in UTC. Without it, it holds for good.",
    ),
    key("path", Shape::Pattern, "Only for templates on this path."),
    key(
        "resource",
        Shape::Text(&RESOURCE),
        "Only for this resource: a logical ID, or the path of a CDK construct.",
    ),
];

fn tools() -> Vec<&'static str> {
    Tool::ALL.map(Tool::as_str).to_vec()
}

static OUTPUT: &[Key] = &[
    key("format", Shape::OneOf(formats), "What is written to standard output."),
    key(
        "report",
        Shape::Map { key: &Shape::OneOf(formats), value: &Shape::Path },
        "Reports to write to files as well: a map of formats to files.",
    ),
    key("quiet", Shape::Flag, "Nothing on standard output if the gate lets everything pass."),
    key("show-suppressed", Shape::Flag, "List the findings that are suppressed or in the baseline as well."),
    key("color", Shape::OneOf(colors), "Colour on standard output."),
];

static AWS: &[Key] = &[
    key(
        "accounts",
        Shape::Map { key: &Shape::Text(&ACCOUNT_ID), value: &Shape::Keys(ACCOUNT) },
        "How each account is reached, by its ID.",
    ),
    key(
        "cdk-lookup-role",
        Shape::Flag,
        "For accounts without either, assume the lookup role of CDK's bootstrap that the cloud assembly names.",
    ),
    key("max-in-flight", Shape::Count, "How many requests are under way at once at most."),
    key("timeout", Shape::Text(&DURATION), "When to stop the whole run."),
    key("evaluation-timeout", Shape::Text(&DURATION), "When AWS Config shall give up on one resource."),
];

/// The keys of a value of `accounts`.
static ACCOUNT: &[Key] = &[
    key("profile", Shape::Scalar, "A profile of the AWS configuration files of whoever runs cfn-gate."),
    key("role", Shape::Text(&ROLE), "A role in this account to assume: its ARN or its name."),
];

fn fail_on() -> Vec<&'static str> {
    vec!["non-compliant", "insufficient-data", "low", "medium", "high", "critical"]
}

fn colors() -> Vec<&'static str> {
    vec!["auto", "always", "never"]
}

/// The code of an AWS Region.
pub static REGION: Form = Form {
    expression: r"^[a-z]+(-[a-z]+)+-[0-9]+$",
    expected: "the code of an AWS Region, for example eu-west-1",
};

/// The ID of an AWS account.
pub static ACCOUNT_ID: Form = Form { expression: r"^[0-9]{12}$", expected: "12 digits" };

/// The name of a stack.
pub static STACK_NAME: Form = Form {
    expression: r"^[A-Za-z][-A-Za-z0-9]{0,127}$",
    expected: "letters, digits and hyphens, at most 128 and a letter first",
};

/// The name of a partition.
pub static PARTITION: Form = Form {
    expression: r"^aws(-[a-z]+)*$",
    expected: "the name of an AWS partition: aws, aws-cn, aws-us-gov…",
};

static DURATION: Form = Form {
    expression: r"^[0-9]+(\.[0-9]+)?(ms|s|m|h|d)$",
    expected: "a number and a unit: 250ms, 90s, 15m, 24h, 7d",
};

static DATE: Form = Form {
    expression: r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    expected: "a date such as 2027-01-31",
};

static ROLE: Form = Form {
    expression: r"^(arn:aws[-a-z]*:iam::[0-9]{12}:role/)?[-+=,.@_/A-Za-z0-9]+$",
    expected: "the ARN or the name of a role",
};

static REASON: Form = Form { expression: r"[^\s]", expected: "a reason" };

static RESOURCE: Form =
    Form { expression: r"^[^\s]+$", expected: "a logical ID, or the path of a CDK construct" };

/// Arguments that can't stand in the file, and why: what a pull request may change must not decide it.
pub static REFUSED: &[(&str, &str)] = &[
    ("engine", "the file never opens a connection: whoever runs cfn-gate says --engine aws"),
    (
        "synth",
        "the file never runs a program: whoever runs cfn-gate says --synth, and `cdk-app` says what that runs",
    ),
    ("profile", "whoever runs cfn-gate chooses the credentials; `accounts` says how each account is reached"),
    (
        "role-arn",
        "whoever runs cfn-gate chooses the credentials; `accounts` says how each account is reached",
    ),
    ("endpoint-url", "whoever runs cfn-gate says whom it speaks to: --endpoint-url"),
    ("ca-bundle", "whoever runs cfn-gate says whom it trusts: --ca-bundle"),
    ("cache", "who can write the cache can write verdicts: it is given with --cache"),
    ("cache-age", "it belongs to --cache, which is given on the command line"),
    ("account-role", "`accounts` says how each account is reached"),
    ("account-profile", "`accounts` says how each account is reached"),
    ("skip-non-templates", "it belongs to whoever names the files"),
    ("today", "it belongs to a single run: --today"),
    ("dry-run", "it belongs to a single run: --dry-run"),
    ("payloads", "it belongs to a single run: --payloads"),
    ("change-set", "it belongs to a single run: --change-set"),
    ("processed", "it belongs to a single run: --processed"),
    ("changed-only", "it belongs to a single run: --changed-only"),
    ("verbose", "it belongs to a single run: --verbose"),
    ("config", "there is one file, which names no other"),
    ("no-config", "it is given on the command line"),
    ("show-config", "it is given on the command line"),
];

#[cfg(test)]
mod tests {
    use super::{GROUPS, Key, Shape};
    use regex_lite::Regex;

    fn each(keys: &'static [Key], see: &mut dyn FnMut(&'static Shape)) {
        keys.iter().for_each(|key| shape(&key.shape, see));
    }

    fn shape(found: &'static Shape, see: &mut dyn FnMut(&'static Shape)) {
        see(found);
        match found {
            Shape::List(item) => shape(item, see),
            Shape::Keys(keys) => each(keys, see),
            Shape::Map { key, value } => {
                shape(key, see);
                shape(value, see);
            }
            _ => {}
        }
    }

    #[test]
    fn every_form_is_a_regular_expression() {
        let mut forms = 0;
        for group in GROUPS {
            each(group.keys, &mut |shape| {
                if let Shape::Text(form) = shape {
                    forms += 1;
                    assert!(Regex::new(form.expression).is_ok(), "{}", form.expression);
                }
            });
        }
        assert!(forms > 10);
    }
}
