//! cfn-gate judges AWS CloudFormation templates under AWS Config's managed rules before they are deployed.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

#[cfg(feature = "aws")]
pub mod aws;
pub mod config;
#[cfg(feature = "aws")]
pub mod emulator;
pub mod evaluate;
pub mod exit_codes;
pub mod gate;
pub mod report;
pub mod resolve;
pub mod rules;
pub mod source;
pub mod template;
