//! The accounts and Regions of a run: one connection for each, with the credentials that belong there.

use super::call::Api;
use super::connection::{AssumedRole, Connection, Options};
use super::failure::{Failure, Kind};
use crate::source::LookupRole;
use futures_util::future::join_all;
use std::collections::BTreeMap;

/// An account and a Region that stacks are deployed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// The account; `None` is that of the run's own credentials.
    pub account_id: Option<String>,
    /// The Region; `None` is that of the run.
    pub region: Option<String>,
}

/// How an account is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountAccess {
    /// A profile of the shared configuration files.
    pub profile: Option<String>,
    /// The ARN of a role in the account, or its name there. It is assumed with the profile's credentials, or else with the
    /// run's own.
    pub role: Option<String>,
}

/// Who the caller is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The account, 12 digits.
    pub account_id: String,
    /// `aws`, `aws-cn`, `aws-us-gov`, …
    pub partition: String,
}

/// How the accounts of a run are reached.
#[derive(Clone, Debug)]
pub struct Accounts {
    own: Connection,
    options: Options,
    access: BTreeMap<String, AccountAccess>,
}

/// What leads to an account.
#[derive(Clone, Debug)]
enum Way {
    Own,
    Access(AccountAccess),
    Role(AssumedRole),
}

impl Accounts {
    /// `own` was opened with `options`; `access` says how other accounts are reached, by account ID.
    pub fn new(own: Connection, options: Options, access: BTreeMap<String, AccountAccess>) -> Self {
        Accounts { own, options, access }
    }

    /// The connection with the run's own credentials.
    pub fn own(&self) -> &Connection {
        &self.own
    }

    /// Connects to `targets`, each with the role that CDK made for reading there, if that may be used. Nothing is
    /// called but what it takes to know the account of the run's own credentials, and that only if a target names one.
    ///
    /// Each comes back with its Region, and with its account as far as that is known.
    pub async fn connect(
        &self,
        targets: Vec<(Target, Option<LookupRole>)>,
    ) -> Vec<(Target, Result<Connection, Failure>)> {
        let named = targets.iter().any(|(target, _)| target.account_id.is_some());
        let identity = if named { Some(self.own.identity().await) } else { None };
        let identity = identity.as_ref();
        join_all(targets.into_iter().map(|(target, lookup_role)| async move {
            let access = target.account_id.as_ref().and_then(|account| self.access.get(account));
            let region = target.region.clone().unwrap_or_else(|| self.own.region().to_owned());
            let connection = match self.way(&target, access, &region, lookup_role, identity) {
                Ok(way) => self.go(&target, way, &region, identity).await,
                Err(failure) => Err(failure),
            };
            let own_account = || Some(identity?.as_ref().ok()?.account_id.clone());
            let account_id = target.account_id.or_else(own_account);
            (Target { account_id, region: Some(region) }, connection)
        }))
        .await
    }

    /// Which credentials belong to the target: never those of another account.
    fn way(
        &self,
        target: &Target,
        access: Option<&AccountAccess>,
        region: &str,
        lookup_role: Option<LookupRole>,
        identity: Option<&Result<Identity, Failure>>,
    ) -> Result<Way, Failure> {
        let Some(account) = target.account_id.as_deref() else { return Ok(Way::Own) };
        if let Some(access) = access.filter(|access| access.profile.is_some() || access.role.is_some()) {
            return Ok(Way::Access(access.clone()));
        }
        let own = match identity {
            Some(Ok(own)) if own.account_id == account => return Ok(Way::Own),
            Some(Ok(own)) => Ok(own),
            Some(Err(failure)) => Err(failure.clone()),
            None => Err(Failure::new(Kind::Fatal, "nobody asked for it")),
        };
        if let Some(role) = lookup_role {
            let partition = own.as_ref().map_or("aws", |own| &own.partition);
            let fill = |text: &str| {
                text.replace("${AWS::Partition}", partition)
                    .replace("${AWS::AccountId}", account)
                    .replace("${AWS::Region}", region)
            };
            let external_id = role.external_id.as_deref().map(fill);
            return Ok(Way::Role(AssumedRole { arn: fill(&role.arn), external_id }));
        }
        Err(match own {
            Ok(own) => Failure::new(
                Kind::Fatal,
                format!(
                    "its stack goes to the account {account}, and the credentials are those of {}: name a role or a profile \
                     for that account with --account-role {account}=ROLE, --account-profile {account}=PROFILE, or `accounts` in \
                     .cfn-gate.yaml",
                    own.account_id
                ),
            ),
            Err(failure) => Failure::new(
                failure.kind,
                format!(
                    "its stack goes to the account {account}, and whose the credentials are is not known: {}",
                    failure.message
                ),
            ),
        })
    }

    async fn go(
        &self,
        target: &Target,
        way: Way,
        region: &str,
        identity: Option<&Result<Identity, Failure>>,
    ) -> Result<Connection, Failure> {
        let account = target.account_id.as_deref().unwrap_or_default();
        let connection = match way {
            Way::Own => return Ok(self.own.in_region(region)),
            Way::Role(role) => self.own.in_region(region).with_role(&role).await,
            Way::Access(AccountAccess { profile, role }) => {
                let partition = identity.and_then(|identity| identity.as_ref().ok());
                let partition = partition.map_or("aws", |identity| &identity.partition);
                let role = role.map(|role| {
                    let arn = match role.starts_with("arn:") {
                        true => role,
                        false => format!("arn:{partition}:iam::{account}:role/{role}"),
                    };
                    AssumedRole { arn, external_id: None }
                });
                match (profile, role) {
                    (Some(profile), role) => {
                        let (profile, region) = (Some(profile), Some(region.to_owned()));
                        let options = Options { profile, region, role, ..self.options.clone() };
                        Connection::open(&options).await?.beside(&self.own)
                    }
                    (None, Some(role)) => self.own.in_region(region).with_role(&role).await,
                    (None, None) => self.own.in_region(region),
                }
            }
        };
        // A profile says nothing of its account, and a role's ARN may be that of another one.
        let found = connection.identity().await.map_err(|failure| {
            let message = format!("the account {account} can't be reached: {}", failure.message);
            Failure { message, ..failure }
        })?;
        if found.account_id == account {
            return Ok(connection);
        }
        Err(Failure::new(
            Kind::Fatal,
            format!(
                "the credentials that were named for the account {account} are those of {}: nothing is judged there",
                found.account_id
            ),
        ))
    }
}

impl Connection {
    /// Whose the credentials are.
    ///
    /// # Errors
    /// What the call ended with.
    pub async fn identity(&self) -> Result<Identity, Failure> {
        let answer = self.call(Api::GetCallerIdentity, || self.sts.get_caller_identity().send()).await?;
        let partition = answer.arn().and_then(|arn| arn.split(':').nth(1));
        match answer.account() {
            Some(account) if !account.is_empty() => Ok(Identity {
                account_id: account.to_owned(),
                partition: partition.filter(|name| !name.is_empty()).unwrap_or("aws").to_owned(),
            }),
            _ => Err(Failure::new(Kind::Refused, "GetCallerIdentity gave no account")),
        }
    }
}
