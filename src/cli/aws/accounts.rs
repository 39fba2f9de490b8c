//! The arguments that say how accounts other than the run's own are reached.

use super::AWS;
use cfn_gate::aws::AccountAccess;
use clap::Args;
use std::collections::BTreeMap;

/// How other accounts are reached: stacks of a cloud assembly are judged in the account that they go to.
#[derive(Args, Debug)]
pub struct AccountArguments {
    /// The role to assume for stacks that go to this account, by ARN or by its name there; repeat it for more
    #[arg(long, value_name = "ACCOUNT=ROLE", value_parser = role, help_heading = AWS)]
    account_role: Vec<(String, String)>,

    /// The profile for stacks that go to this account; repeat it for more
    ///
    /// With --account-role for the same account, the role is assumed with the profile's credentials.
    #[arg(long, value_name = "ACCOUNT=PROFILE", value_parser = of_account, help_heading = AWS)]
    account_profile: Vec<(String, String)>,

    /// For accounts without either, assume the lookup role of CDK's bootstrap that the cloud assembly names
    ///
    /// As CDK makes that role it may only read: it also needs config:StartResourceEvaluation.
    #[arg(long, help_heading = AWS)]
    pub cdk_lookup_role: bool,
}

impl AccountArguments {
    /// The first of the arguments that was given.
    pub fn given(&self) -> Option<&'static str> {
        let given = [
            ("--account-role", !self.account_role.is_empty()),
            ("--account-profile", !self.account_profile.is_empty()),
            ("--cdk-lookup-role", self.cdk_lookup_role),
        ];
        given.into_iter().find(|(_, given)| *given).map(|(name, _)| name)
    }

    /// How each account is reached; of what is said twice, the last counts.
    pub fn access(&self) -> BTreeMap<String, AccountAccess> {
        let mut access: BTreeMap<String, AccountAccess> = BTreeMap::new();
        for (account, role) in &self.account_role {
            access.entry(account.clone()).or_default().role = Some(role.clone());
        }
        for (account, profile) in &self.account_profile {
            access.entry(account.clone()).or_default().profile = Some(profile.clone());
        }
        access
    }
}

/// Reads `111122223333=…`.
fn of_account(argument: &str) -> Result<(String, String), String> {
    match argument.split_once('=') {
        Some((account, value)) if is_account(account) && !value.is_empty() => {
            Ok((account.to_owned(), value.to_owned()))
        }
        Some((account, _)) if !is_account(account) => {
            Err(format!("expected the 12 digits of an account before the `=`, found `{account}`"))
        }
        _ => Err("expected the account and what belongs to it, for example 111122223333=deploy".into()),
    }
}

/// Reads `111122223333=ROLE`.
fn role(argument: &str) -> Result<(String, String), String> {
    let (account, role) = of_account(argument)?;
    let in_arn = role.strip_prefix("arn:").and_then(|rest| rest.split(':').nth(3));
    match in_arn {
        Some(found) if found != account => {
            Err(format!("the role is one of the account `{found}`, and the argument names it for {account}"))
        }
        None if role.starts_with("arn:") => Err("that is not the ARN of a role".into()),
        _ => Ok((account, role)),
    }
}

fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}
