//! The AWS engine and the emulator, over real HTTP on loopback.

#![cfg(feature = "aws")]

mod accounts;
mod agreement;
mod cli;
mod faults;
mod flow;
mod harness;
mod limiter;
mod policy;
mod scale;
