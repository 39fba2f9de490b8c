//! Which stacks of an app are meant: patterns over display names, as CDK's commands take them.
//!
//! Facts: AWS CDK Developer Guide, "Specify stacks": `*` stands for anything within one level, `**` for any number of
//! levels, `?` for one character. CDK matches with minimatch, so `[ab]`, `{a,b}` and a leading `!` work too.

use globset::{GlobBuilder, GlobMatcher};

/// A pattern over the display names of stacks.
#[derive(Clone, Debug)]
pub struct StackPattern {
    text: String,
    glob: GlobMatcher,
    negated: bool,
}

impl StackPattern {
    /// The pattern as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Reads a pattern.
    ///
    /// # Errors
    /// Why it is none, in one sentence without a full stop.
    pub fn new(text: &str) -> Result<Self, String> {
        let (glob, negated) = text.strip_prefix('!').map_or((text, false), |rest| (rest, true));
        if glob.is_empty() {
            return Err("expected the name of a stack or a pattern, for example `Prod/*`".into());
        }
        let glob = GlobBuilder::new(glob).literal_separator(true).backslash_escape(true).build();
        let glob = glob.map_err(|error| format!("it is not a pattern: {}", error.kind()))?.compile_matcher();
        Ok(StackPattern { text: text.to_owned(), glob, negated })
    }

    /// Whether the stack with this display name is meant.
    pub fn matches(&self, display_name: &str) -> bool {
        self.glob.is_match(display_name) != self.negated
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::StackPattern;

    const STACKS: [&str; 5] = ["Shared", "Dev/Storage", "Dev/Orders", "Prod/Storage", "Prod/Eu/Storage"];

    fn chosen(pattern: &str) -> Vec<&'static str> {
        let pattern = StackPattern::new(pattern).unwrap();
        STACKS.into_iter().filter(|name| pattern.matches(name)).collect()
    }

    #[test]
    fn patterns_mean_what_they_mean_to_cdk() {
        assert_eq!(chosen("Shared"), ["Shared"]);
        assert_eq!(chosen("*"), ["Shared"]);
        assert_eq!(chosen("Dev/*"), ["Dev/Storage", "Dev/Orders"]);
        assert_eq!(chosen("**"), STACKS);
        assert_eq!(chosen("Prod/**"), ["Prod/Storage", "Prod/Eu/Storage"]);
        assert_eq!(chosen("**/Storage"), ["Dev/Storage", "Prod/Storage", "Prod/Eu/Storage"]);
        assert_eq!(chosen("{Dev,Prod}/S?orage"), ["Dev/Storage", "Prod/Storage"]);
        assert_eq!(chosen("!Prod/**"), ["Shared", "Dev/Storage", "Dev/Orders"]);
        assert_eq!(chosen("dev/*"), [""; 0]);
        assert_eq!(chosen("Storage"), [""; 0]);
    }

    #[test]
    fn what_is_no_pattern_is_said_to_be_none() {
        assert!(StackPattern::new("").is_err());
        assert!(StackPattern::new("Dev/[").is_err());
    }
}
