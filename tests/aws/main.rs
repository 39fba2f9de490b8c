//! The AWS engine and the emulator, over real HTTP on loopback.

#![cfg(feature = "aws")]

mod accounts;
mod agreement;
mod cli;
mod credentials;
mod faults;
mod flow;
mod harness;
mod limiter;
mod network;
mod policy;
mod scale;
