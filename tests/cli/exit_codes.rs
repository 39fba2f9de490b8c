//! What the exit code says.

use super::{BROKEN, INSECURE, MACRO, OPEN, SECURE, check, folder, run};

#[test]
fn all_compliant_is_0() {
    let folder = folder(&[("a.yaml", SECURE)]);
    assert_eq!(check(&folder, &["a.yaml"]).code, 0);
}

#[test]
fn a_violation_is_1() {
    let folder = folder(&[("a.yaml", SECURE), ("b.yaml", INSECURE)]);
    assert_eq!(check(&folder, &["a.yaml", "b.yaml"]).code, 1);
}

#[test]
fn insufficient_data_fails_only_where_asked_for() {
    let folder = folder(&[("a.yaml", OPEN), ("b.yaml", INSECURE)]);
    assert_eq!(check(&folder, &["a.yaml"]).code, 0);
    assert_eq!(check(&folder, &["a.yaml", "--fail-on", "non-compliant"]).code, 0);
    assert_eq!(check(&folder, &["a.yaml", "--fail-on", "insufficient-data"]).code, 1);
    assert_eq!(check(&folder, &["a.yaml", "--fail-on", "non-compliant,insufficient-data"]).code, 1);
    // It never makes a violation pass.
    assert_eq!(check(&folder, &["b.yaml", "--fail-on", "insufficient-data"]).code, 1);
}

#[test]
fn a_template_with_errors_alone_is_2() {
    let folder = folder(&[("a.yaml", BROKEN)]);
    let run = check(&folder, &["a.yaml"]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("a.yaml") && run.out.contains("Type"), "{run:?}");
}

#[test]
fn a_template_with_errors_among_others_is_3() {
    let folder = folder(&[("a.yaml", BROKEN), ("b.yaml", SECURE)]);
    let run = check(&folder, &["."]);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.out.contains("a.yaml"), "{run:?}");
}

#[test]
fn a_violation_wins_over_an_incomplete_result() {
    let folder = folder(&[("a.yaml", BROKEN), ("b.yaml", INSECURE)]);
    assert_eq!(check(&folder, &["."]).code, 1);
}

#[test]
fn a_macro_makes_the_result_incomplete_unless_allowed() {
    let folder = folder(&[("a.yaml", MACRO)]);
    let run = check(&folder, &["a.yaml"]);
    assert_eq!(run.code, 3);
    assert!(run.out.contains("Company::Standards"), "{run:?}");
    assert_eq!(check(&folder, &["a.yaml", "--allow-incomplete"]).code, 0);
}

#[test]
fn no_subcommand_is_2_and_shows_the_help() {
    let run = run(&folder(&[]), &[]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("Usage: cfn-gate"), "{run:?}");
}

#[test]
fn the_help_tells_the_exit_codes() {
    for arguments in [&["--help"][..], &["-h"], &["check", "--help"], &["check", "-h"]] {
        let run = run(&folder(&[]), arguments);
        assert_eq!(run.code, 0);
        assert!(run.out.contains(cfn_gate::exit_codes::HELP), "{run:?}");
    }
}

#[test]
fn version_is_0() {
    let run = run(&folder(&[]), &["--version"]);
    assert_eq!((run.code, run.out), (0, format!("cfn-gate {}\n", env!("CARGO_PKG_VERSION"))));
}
