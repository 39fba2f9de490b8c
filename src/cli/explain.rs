//! `cfn-gate explain`: one rule, for someone whose pipeline has just failed.

use super::output::{self, to_stdout};
use super::problem::Problem;
use super::rule_set;
use clap::Args;
use std::process::ExitCode;

/// Explain a rule: what it checks, why it matters, how to satisfy it in YAML, JSON and CDK
#[derive(Args, Debug)]
pub struct Explain {
    /// AWS's rule name (s3-bucket-logging-enabled) or identifier (S3_BUCKET_LOGGING_ENABLED)
    #[arg(value_name = "RULE")]
    rule: String,
}

impl Explain {
    /// Prints the explanation.
    pub fn run(self) -> Result<ExitCode, Problem> {
        let rule = rule_set::find(&self.rule)?;
        to_stdout(|out| out.write_all(wrapped(&rule.explain(), output::width()).as_bytes()))
            .map_err(|error| Problem::new(format!("can't write to standard output: {error}")))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Prose in lines that fit; code as it is.
fn wrapped(text: &str, width: usize) -> String {
    let mut is_code = false;
    let mut lines = String::with_capacity(text.len());
    for line in text.lines() {
        is_code ^= line.starts_with("```");
        if is_code || line.starts_with("```") {
            lines.push_str(line);
        } else {
            let indent = if line.starts_with("- ") { "  " } else { "" };
            let options = textwrap::Options::new(width)
                .subsequent_indent(indent)
                .break_words(false)
                .word_separator(textwrap::WordSeparator::AsciiSpace)
                .word_splitter(textwrap::WordSplitter::NoHyphenation);
            lines.push_str(&textwrap::fill(line, options));
        }
        lines.push('\n');
    }
    lines
}
