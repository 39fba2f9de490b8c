//! Links the program for Linux at a fixed address.

use std::env;

/// Half of the tables of a program that can lie anywhere are addresses in its rules, 26,000 of them, which the
/// loader has to correct at every start: a third of what a start takes, and a tenth of the file. Without `unsafe`
/// of our own, an address that can't be guessed protects little; the stack, the heap and the libraries still have
/// one.
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let is_static = env::var("CARGO_CFG_TARGET_FEATURE")
        .is_ok_and(|features| features.split(',').any(|feature| feature == "crt-static"));
    // What is linked statically is told so with a flag for the compiler: see scripts/release/build.sh.
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && !is_static {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
