//! Where a stack comes from, beside the file of its template: what a cloud assembly or a parent stack says of it.

use std::collections::HashMap;
use std::sync::Arc;

/// What is known of a stack that doesn't stand in its template.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// What people call the stack: its display name in a cloud assembly (`Prod/Orders`), for a nested stack the
    /// path of its construct (`Prod/Orders/Queues`), or the parent's name and the logical ID there. `None` for a template by itself.
    pub display_name: Option<String>,
    /// The stack that it is nested in.
    pub nested_in: Option<NestedIn>,
    /// The account that it will be deployed to: as the assembly says, else as the run was told; `None` if nobody
    /// says.
    pub account_id: Option<String>,
    /// The Region that it will be deployed to, likewise.
    pub region: Option<String>,
    /// `AWS::StackName`, where the assembly says.
    pub stack_name: Option<String>,
    /// The role that CDK's bootstrap template made for reading in that account.
    pub lookup_role: Option<LookupRole>,
    /// The folder of the cloud assembly, as messages name it.
    pub assembly: Option<String>,
    /// The constructs that made the resources, by logical ID.
    pub constructs: HashMap<Arc<str>, Construct>,
}

/// The resource that makes a nested stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NestedIn {
    /// What people call the parent: its display name, or the file of its template.
    pub parent: String,
    /// The logical ID of the `AWS::CloudFormation::Stack` in the parent.
    pub logical_id: Arc<str>,
}

/// A role for reading, as the manifest of a cloud assembly names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookupRole {
    /// Its ARN, in which `${AWS::Partition}`, `${AWS::AccountId}` and `${AWS::Region}` may stand.
    pub arn: String,
    /// The external ID to assume it with.
    pub external_id: Option<String>,
}

/// The CDK construct that made a resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Construct {
    /// Its path: `Prod/Storage/Scratch/Resource`.
    pub path: Arc<str>,
    /// The line of the user's code that made it, where the assembly tells.
    pub source: Option<CodeLine>,
    /// Where single properties were set later, by their names in the template (`PubliclyAccessible`).
    pub properties: Vec<(Arc<str>, CodeLine)>,
    /// It belongs to what aws-cdk-lib brings along (the handler of a custom resource): no user wrote it.
    pub is_library_code: bool,
    /// The rules of ours that the program acknowledges for it, and for the constructs that it lies in.
    pub acknowledged: Vec<Acknowledged>,
}

/// A rule that a CDK program acknowledges: its findings are known, and accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    /// The path of the construct that it was acknowledged for.
    pub construct: Arc<str>,
    /// The rule, of which the program says `cfn-gate::RULE`.
    pub rule: String,
    /// Why; may be empty.
    pub reason: String,
    /// The line of the program, where the assembly tells.
    pub line: Option<CodeLine>,
}

/// A line of a program.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CodeLine {
    /// The file: relative to the working directory where it lies in it, else as the assembly has it.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, where the language tells.
    pub column: Option<u32>,
    /// Whether the file lies in the working directory: what a code review can show.
    pub is_local: bool,
}

impl std::fmt::Display for CodeLine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}:{}", self.file, self.line)?;
        self.column.map_or(Ok(()), |column| write!(formatter, ":{column}"))
    }
}

impl Provenance {
    /// What people call the stack, or `otherwise` where it has no name of its own.
    pub fn called<'p>(&'p self, otherwise: &'p str) -> &'p str {
        self.display_name.as_deref().unwrap_or(otherwise)
    }

    /// The construct that made a resource.
    pub fn construct(&self, logical_id: &str) -> Option<&Construct> {
        self.constructs.get(logical_id)
    }
}

impl Construct {
    /// The line to change for `property`, a path such as `LoggingConfiguration.LogFilePrefix`: where that property
    /// was set, if it was set by itself, else where the construct was made.
    pub fn line_of(&self, property: &str) -> Option<&CodeLine> {
        let name = property.split(['.', '[']).next().unwrap_or(property);
        let set = self.properties.iter().find(|(set, _)| **set == *name).map(|(_, line)| line);
        set.or(self.source.as_ref())
    }
}
