//! What is wrong with the arguments or the surroundings, so that nothing was evaluated.

use cfn_gate::report::visible;
use std::fmt;

/// A message for the user: what is wrong and how to mend it. May have several lines.
#[derive(Debug)]
pub struct Problem(String);

impl Problem {
    pub fn new(message: impl Into<String>) -> Self {
        Problem(message.into())
    }

    /// Several problems as one, a paragraph each.
    pub fn all<T: fmt::Display>(problems: &[T]) -> Self {
        let messages: Vec<_> = problems.iter().map(T::to_string).collect();
        Problem(messages.join("\nerror: "))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names in it may come from a repository that is hostile to the terminal.
        let lines: Vec<_> = self.0.lines().map(visible).collect();
        formatter.write_str(&lines.join("\n"))
    }
}
