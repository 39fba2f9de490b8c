//! What the exit code of `cfn-gate` says. Nothing else in the program names a number.

use crate::gate::Verdict;
use std::process::ExitCode;

/// The table that `--help` prints.
pub const HELP: &str = "\
Exit codes:
  0  every evaluation finished and nothing fails the gate
  1  at least one finding fails the gate; with --strict, a warning does too
  2  the input or the arguments are wrong: nothing was evaluated
  3  something could not be evaluated, or a report not be written: the result is incomplete
Code 1 wins over 3.";

/// The input or the arguments are wrong.
pub const USAGE: u8 = 2;

/// The exit code of a run that says `verdict`.
pub const fn of(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Passed => 0,
        Verdict::Failed => 1,
        Verdict::Invalid => USAGE,
        Verdict::Incomplete => 3,
    }
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> Self {
        ExitCode::from(of(verdict))
    }
}
