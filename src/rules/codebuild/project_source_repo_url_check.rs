//! `codebuild-project-source-repo-url-check`

use crate::resolve::{Content, Part};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEBUILD_PROJECT_SOURCE_REPO_URL_CHECK",
    name: "codebuild-project-source-repo-url-check",
    resource_types: &["AWS::CodeBuild::Project"],
    severity: Severity::Critical,
    security_hub: &["CodeBuild.1"],
    summary: "CodeBuild source URLs should not contain credentials.",
    details: "\
Credentials in a URL show in the console, in the API and in build logs. In `Source` and in every entry of \
`SecondarySources` of type `GITHUB` or `BITBUCKET`, nothing that signs in may stand before an @ in \
`Location`: no user name with a password, no token.

Bitbucket writes its URLs with a bare user name (`https://user@bitbucket.org/…`). AWS doesn't say whether \
that counts as credentials: the verdict is open. Projects without such a source are not applicable; \
`GITHUB_ENTERPRISE` is not named.",
    fix: "Take the credentials out of the URL and connect through `Auth` with a CodeConnections connection.",
    applies_when: any_of(&[PRIMARY, some_item("SecondarySources", &HOSTED)])
        .explained("no source is of type GITHUB or BITBUCKET"),
    compliant_when: all_of(&[
        when(&PRIMARY, &function(source_location), &Check::ALWAYS),
        each_item("SecondarySources", &when(&HOSTED, &function(location), &Check::ALWAYS)),
    ]),
    compliant_example: "\
Build:
  Type: AWS::CodeBuild::Project
  Properties:
    Artifacts:
      Type: NO_ARTIFACTS
    Environment:
      Type: LINUX_CONTAINER
      ComputeType: BUILD_GENERAL1_SMALL
      Image: aws/codebuild/standard:7.0
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: GITHUB
      Location: https://github.com/example/site.git
",
    noncompliant_example: "\
Build:
  Type: AWS::CodeBuild::Project
  Properties:
    Artifacts:
      Type: NO_ARTIFACTS
    Environment:
      Type: LINUX_CONTAINER
      ComputeType: BUILD_GENERAL1_SMALL
      Image: aws/codebuild/standard:7.0
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: GITHUB
      Location: https://user:password@github.com/example/site.git
",
    ..Rule::BASE
};

const PRIMARY: Check = property("Source.Type").is_one_of(&["GITHUB", "BITBUCKET"]);
const HOSTED: Check = property("Type").is_one_of(&["GITHUB", "BITBUCKET"]);
/// Stands for a part that is not known.
const UNKNOWN: &str = "\0";

fn source_location<'a>(subject: &Subject<'a>) -> Truth<'a> {
    subject.look("Source.Location", &mut has_no_credentials)
}

fn location<'a>(subject: &Subject<'a>) -> Truth<'a> {
    subject.look("Location", &mut has_no_credentials)
}

fn has_no_credentials<'a>(place: Place<'_, 'a>) -> Truth<'a> {
    let Some(value) = place.value else { return Truth::True };
    let url = match &value.content {
        Content::Partial(parts) => parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => text,
                Part::Unknown(_) => UNKNOWN,
            })
            .collect(),
        _ => match value.as_text() {
            Some(text) => text.into_owned(),
            None => return place.unknown(Found::of(value), Wanted::Absent),
        },
    };
    let (scheme, rest) = url.split_once("://").unwrap_or(("", &url));
    let (authority, _) = rest.split_once('/').unwrap_or((rest, ""));
    match authority.rsplit_once('@') {
        None if authority.contains(UNKNOWN) => place.unknown(Found::of(value), Wanted::Absent),
        None => Truth::True,
        Some((user, _)) if scheme.is_empty() && user.contains(UNKNOWN) => {
            place.unknown(Found::of(value), Wanted::Absent)
        }
        // `git@github.com:owner/repository`: the user of every repository there.
        Some((user, _)) if scheme.is_empty() && !user.contains(':') => Truth::True,
        Some((user, host)) if host.starts_with("bitbucket.") && !user.contains(':') => {
            let why = "AWS doesn't say whether a user name without a password counts as credentials";
            place.unknown(Found::Statement(why.into()), Wanted::Absent)
        }
        Some(_) => {
            let what = format!("{} holds credentials before the @ of the URL", place.property());
            place.fails(Found::Statement(what.into()), Wanted::Absent)
        }
    }
}
