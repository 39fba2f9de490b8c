//! `iam-user-group-membership-check`

use super::managed;
use crate::rules::items::split;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_USER_GROUP_MEMBERSHIP_CHECK",
    name: "iam-user-group-membership-check",
    resource_types: &["AWS::IAM::User"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "groupNames",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "comma-separated groups that users must belong to; names with commas are \
not supported",
    }],
    summary: "IAM users should belong to a group.",
    details: "\
Permissions of groups are reviewed once, those of users one by one. The user has to be in a group: by its \
own `Groups`, or by an `AWS::IAM::UserToGroupAddition` of the template. Groups that it is added to outside \
the template are not seen.

AWS doesn't say whether `groupNames` means all of the groups or any: a user that is in some of them and \
not in others leaves the verdict open.",
    fix: "Name a group in `Groups`.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        any_of(&[
            property("Groups").is_present(),
            related(&["AWS::IAM::UserToGroupAddition"], "Users[]").exists(),
        ])
        .explained("the user belongs to no group"),
        when_parameter("groupNames", &function(is_in_groups)),
    ]),
    compliant_example: "\
Anna:
  Type: AWS::IAM::User
  Properties:
    Groups:
      - developers
",
    noncompliant_example: "\
Anna:
  Type: AWS::IAM::User
",
    ..Rule::BASE
};

fn is_in_groups<'a>(user: &Subject<'a>) -> Truth<'a> {
    let is_in = |group: &str| {
        let own = user.get("Groups").map_or(Some(false), |groups| {
            three_valued::some_item(groups, &|name| managed::is_named(name, group, user))
        });
        let additions = user.neighbourhood.resources_of_type("AWS::IAM::UserToGroupAddition").iter();
        let added = additions.filter_map(|addition| addition.properties.as_map()).map(|addition| {
            let users = addition.get("Users").map_or(Some(false), |users| {
                three_valued::some_item(users, &|name| refers_to(name, user.resource))
            });
            let name =
                addition.get("GroupName").map_or(Some(false), |name| managed::is_named(name, group, user));
            three_valued::all([users, name])
        });
        three_valued::any([own, three_valued::any(added)])
    };
    let groups = split(user.parameter("groupNames").unwrap_or_default());
    match three_valued::all_or_none(groups.map(is_in)) {
        Some(true) => Truth::True,
        Some(false) => {
            user.fails_at("Groups", "the user is in none of the groups of the rule's parameter groupNames")
        }
        None => user.unknown(
            "the user is not in all groups of the parameter for sure, and AWS doesn't say whether one will do",
        ),
    }
}
