//! Thin calls to the AWS SDK: AWS Config and CloudFormation, with credentials, retries and throttling.

mod call;
mod cloudformation;
mod config;
mod connection;
mod failure;
mod http;
mod limiter;
mod schema;

pub use call::{Api, Patience};
pub use cloudformation::{ChangedResource, CurrentParameter, Stage};
pub use config::{AccountRule, ResourceResult, Start, Status, Summary};
pub use connection::{Connection, Options};
pub use failure::{Failure, Kind};
pub use limiter::{Limiter, Permit};
pub use schema::{Schema, Shape, Type, matches};
