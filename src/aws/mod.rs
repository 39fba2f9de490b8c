//! Thin calls to the AWS SDK: AWS Config, CloudFormation and STS, with credentials, retries and throttling.

mod accounts;
mod call;
mod cloudformation;
mod config;
mod connection;
mod failure;
mod http;
mod limiter;
mod schema;

pub use accounts::{AccountAccess, Accounts, Identity, Target};
pub use call::{Api, Patience};
pub use cloudformation::{ChangedResource, CurrentParameter, Stage};
pub use config::{AccountRule, ResourceResult, Start, Status, Summary};
pub use connection::{AssumedRole, Connection, Options};
pub use failure::{Failure, Kind};
pub use limiter::{Limiter, Permit};
pub use schema::{Schema, Shape, Type, matches};
