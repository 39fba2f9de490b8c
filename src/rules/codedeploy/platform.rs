//! What a deployment group deploys to.

use crate::rules::*;

/// Whether the group deploys to EC2 instances and servers.
pub(super) fn deploys_to_servers<'a>(subject: &Subject<'a>) -> Truth<'a> {
    deploys_to("Server", &ON_SERVERS, subject)
}

/// Whether the group deploys to Lambda functions.
pub(super) fn deploys_to_lambda<'a>(subject: &Subject<'a>) -> Truth<'a> {
    deploys_to("Lambda", &ON_LAMBDA, subject)
}

const APPLICATION: &str = "ApplicationName";
const TYPES: &[&str] = &["AWS::CodeDeploy::Application"];
const COMPUTE_PLATFORM: Property = property("ComputePlatform").default("Server");
const ON_SERVERS: Check = follow(APPLICATION, TYPES, &COMPUTE_PLATFORM.equals("Server"));
const ON_LAMBDA: Check = follow(APPLICATION, TYPES, &COMPUTE_PLATFORM.equals("Lambda"));

/// AWS's own deployment configurations tell the platform by their names; if the group has none of these, its
/// application tells.
fn deploys_to<'a>(platform: &str, by_application: &Check, subject: &Subject<'a>) -> Truth<'a> {
    subject.look("DeploymentConfigName", &mut |place| {
        let name = place.value.and_then(|value| value.as_text());
        match name.as_deref().and_then(|name| name.strip_prefix("CodeDeployDefault.")) {
            Some(name) if platform_of(name) == platform => Truth::True,
            Some(name) => subject.fails(format!("CodeDeployDefault.{name} deploys to {}", platform_of(name))),
            None => by_application.evaluate(subject),
        }
    })
}

fn platform_of(configuration: &str) -> &'static str {
    match configuration {
        name if name.starts_with("Lambda") => "Lambda",
        name if name.starts_with("ECS") => "ECS",
        _ => "Server",
    }
}
