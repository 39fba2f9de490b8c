//! Thin calls to the AWS SDK: AWS Config and CloudFormation.

mod schema;

pub use schema::{Schema, Shape, Type, matches};
