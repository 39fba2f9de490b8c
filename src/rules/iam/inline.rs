//! Inline policies that other resources of the template attach to users, groups and roles.

use crate::rules::*;

pub(super) const OF_USERS: Related = related(&["AWS::IAM::Policy"], "Users[]");
pub(super) const OF_GROUPS: Related = related(&["AWS::IAM::Policy"], "Groups[]");
pub(super) const OF_ROLES: Related = related(&["AWS::IAM::Policy"], "Roles[]");
pub(super) const USER_POLICIES: Related = related(&["AWS::IAM::UserPolicy"], "UserName");
pub(super) const GROUP_POLICIES: Related = related(&["AWS::IAM::GroupPolicy"], "GroupName");
pub(super) const ROLE_POLICIES: Related = related(&["AWS::IAM::RolePolicy"], "RoleName");

/// What is wrong with any of them where there should be none.
pub(super) const ATTACHED: Check = never("an inline policy is attached");
