//! `ecr-private-image-scanning-enabled`

use crate::resolve::Value;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECR_PRIVATE_IMAGE_SCANNING_ENABLED",
    name: "ecr-private-image-scanning-enabled",
    resource_types: &["AWS::ECR::Repository"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["ECR.1"],
    summary: "Private ECR repositories should scan images on push or continuously.",
    details: "\
A scan finds the known holes of an image before somebody else does. `ImageScanningConfiguration.ScanOnPush` \
has to be true (absent it means false), or a rule of the template's \
`AWS::ECR::RegistryScanningConfiguration` with the frequency SCAN_ON_PUSH or CONTINUOUS_SCAN has to have a \
filter that matches the repository's name.

The registry's configuration is often set outside the template and wins over the repository's: a repository \
that relies on it is reported, suppress the finding there.",
    fix: "Set `ImageScanningConfiguration.ScanOnPush` to true.",
    compliant_when: any_of(&[
        property("ImageScanningConfiguration.ScanOnPush").default("false").is_true(),
        REGISTRY,
    ]),
    compliant_example: "\
Images:
  Type: AWS::ECR::Repository
  Properties:
    ImageScanningConfiguration:
      ScanOnPush: true
",
    noncompliant_example: "\
Images:
  Type: AWS::ECR::Repository
  Properties:
    RepositoryName: web
",
    ..Rule::BASE
};

/// A scanning rule of the registry takes in the repository.
const REGISTRY: Check = function(|repository| {
    let name = match repository.get("RepositoryName") {
        // AWS makes up a name that only `*` is sure to match.
        None => Some("".into()),
        Some(name) => name.as_text(),
    };
    let matches = |filter: &Value| match (filter.as_text(), &name) {
        (Some(filter), _) if filter == "*" => Some(true),
        (Some(filter), Some(name)) => Some(!name.is_empty() && is_like(name, &filter)),
        _ => None,
    };
    let mut open = false;
    for registry in repository.neighbourhood.resources_of_type("AWS::ECR::RegistryScanningConfiguration") {
        let rules = registry.properties.as_map().and_then(|it| it.get("Rules"));
        open |= rules.is_some_and(|rules| rules.unknown().is_some());
        for rule in rules.and_then(Value::as_list).unwrap_or_default() {
            let Some(rule) = rule.as_map() else {
                open = true;
                continue;
            };
            let is = |frequency: &Value| {
                three_valued::any(
                    ["SCAN_ON_PUSH", "CONTINUOUS_SCAN"].map(|name| three_valued::is_text(frequency, name)),
                )
            };
            let scans = rule.get("ScanFrequency").map_or(Some(false), is);
            let takes_in = rule.get("RepositoryFilters").map_or(Some(false), |filters| {
                three_valued::some_item(filters, &|filter| {
                    filter.as_map()?.get("Filter").map_or(Some(false), matches)
                })
            });
            match three_valued::all([scans, takes_in]) {
                Some(true) if registry.condition.is_none() => return Truth::True,
                Some(true) | None => open = true,
                Some(false) => {}
            }
        }
    }
    if open {
        repository.unknown("whether the registry's scanning rules take in the repository can't be known")
    } else {
        repository.fails("no scanning rule of the registry in the template takes in the repository")
    }
});

/// Whether `text` is like `pattern`, in which `*` stands for any text.
fn is_like(text: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.ends_with(last)
}
