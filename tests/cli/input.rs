//! Which files are judged: files, directories, standard input.

use super::{BROKEN, INSECURE, SECURE, check, command, finish, folder, judged, write};

#[test]
fn a_named_file_counts_as_a_template_whatever_it_looks_like() {
    let folder = folder(&[("notes.md", "Hello\n"), ("odd.name", SECURE)]);
    assert_eq!(check(&folder, &["odd.name"]).code, 0);
    let run = check(&folder, &["notes.md"]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("notes.md"), "{run:?}");
}

#[test]
fn named_files_that_are_no_templates_are_passed_over_if_asked_for() {
    let skip = "--skip-non-templates";
    let folder = folder(&[
        ("compose.yaml", "services:\n  web:\n    image: nginx\n"),
        ("empty.yaml", ""),
        ("bad.yaml", INSECURE),
        ("odd.name", SECURE),
        ("broken.yaml", BROKEN),
        ("nothing/readme.txt", "Hello\n"),
    ]);
    assert_eq!(judged(&folder, &[skip, "compose.yaml", "odd.name", "empty.yaml"]), ["odd.name"]);
    // A file that looks like a template is one, well or not.
    assert_eq!(check(&folder, &[skip, "compose.yaml", "bad.yaml"]).code, 1);
    assert_eq!(check(&folder, &[skip, "compose.yaml", "broken.yaml"]).code, 2);
    let run = check(&folder, &[skip, "--quiet", "compose.yaml", "empty.yaml"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    let run = check(&folder, &[skip, "compose.yaml"]);
    let nothing = "none of the files is a template: nothing to judge, no report written\n";
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", nothing));
    // What isn't there, and a directory in which nothing is, stays an error.
    assert_eq!(check(&folder, &[skip, "gone.yaml"]).code, 2);
    assert_eq!(check(&folder, &[skip, "nothing"]).code, 2);
    assert_eq!(check(&folder, &["compose.yaml"]).code, 2);
}

#[test]
fn a_nested_template_that_is_passed_with_its_parent_is_judged_once() {
    let parent = "\
Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: child.yaml
";
    let folder = folder(&[("parent.yaml", parent), ("child.yaml", INSECURE)]);
    let both = ["--skip-non-templates", "child.yaml", "parent.yaml"];
    assert_eq!(judged(&folder, &both), ["parent.yaml", "child.yaml"]);
    assert_eq!(judged(&folder, &["--skip-non-templates", "child.yaml"]), ["child.yaml"]);
}

#[test]
fn a_directory_is_searched_for_what_looks_like_a_template() {
    let folder = folder(&[
        ("b.json", r#"{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}"#),
        ("deep/er/a.yaml", SECURE),
        ("stack", SECURE),
        ("docker-compose.yaml", "services:\n  web:\n    image: nginx\n"),
        ("package.json", r#"{"name": "x"}"#),
        ("quoted.md", SECURE),
        (".hidden/a.yaml", INSECURE),
        ("node_modules/x/a.yaml", INSECURE),
        (".gitignore", "ignored/\n"),
        ("ignored/a.yaml", INSECURE),
    ]);
    let expected = ["b.json", "deep/er/a.yaml", "stack"];
    assert_eq!(judged(&folder, &["."]), expected);
    assert_eq!(judged(&folder, &[]), expected);
    assert_eq!(judged(&folder, &["deep"]), ["deep/er/a.yaml"]);
    // What is passed over in a walk can still be named.
    assert_eq!(judged(&folder, &[".hidden"]), [".hidden/a.yaml"]);
    assert_eq!(judged(&folder, &["node_modules/x"]), ["node_modules/x/a.yaml"]);
    assert_eq!(judged(&folder, &["ignored/a.yaml"]), ["ignored/a.yaml"]);
}

#[test]
fn a_file_is_judged_once_under_its_first_name() {
    let folder = folder(&[("a.yaml", SECURE), ("b/c.yaml", SECURE)]);
    assert_eq!(judged(&folder, &["a.yaml", "b/../a.yaml", ".", "b"]), ["a.yaml", "b/c.yaml"]);
    assert_eq!(judged(&folder, &[".", "./a.yaml"]), ["a.yaml", "b/c.yaml"]);
}

#[test]
fn a_directory_without_templates_is_an_error_that_says_what_was_looked_for() {
    let folder = folder(&[("empty/readme.txt", "Hello\n"), ("a.yaml", SECURE)]);
    let run = check(&folder, &["a.yaml", "empty"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert_eq!(
        run.err,
        "error: no CloudFormation template in the directory `empty` (1 file looked at)\n  \
         Looked for YAML and JSON files that name a template format version or hold resources, in the directory and \
         below it, but not in hidden directories, `node_modules` and what .gitignore leaves out.\n  \
         A file that is named is always read: cfn-gate check FILE\n"
    );
}

#[test]
fn missing_files_are_all_named() {
    let folder = folder(&[("a.yaml", INSECURE)]);
    let run = check(&folder, &["one.yaml", "a.yaml", "two.yaml"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert_eq!(
        run.err,
        "error: can't read `one.yaml`: no such file or directory\n\
         error: can't read `two.yaml`: no such file or directory\n"
    );
}

#[test]
fn standard_input_is_a_template() {
    let folder = folder(&[]);
    let arguments = ["check", "--rule", "rds-storage-encrypted", "-"];
    let run = finish(command(&folder, &arguments).write_stdin(INSECURE));
    assert_eq!(run.code, 1);
    assert!(run.out.contains("<stdin>:5"), "{run:?}");
    assert_eq!(finish(command(&folder, &arguments).write_stdin(SECURE)).code, 0);
    assert_eq!(finish(command(&folder, &arguments).write_stdin("")).code, 2);
}

#[test]
fn what_is_not_utf8_is_an_error_and_not_passed_over() {
    let folder = folder(&[("good.yaml", SECURE), ("data.yaml", "")]);
    let latin = [b"Description: caf\xE9\n".as_slice(), INSECURE.as_bytes()].concat();
    write(folder.path(), "latin.yaml", &latin);
    write(folder.path(), "data.yaml", b"caf\xE9: not a template\n");
    let run = check(&folder, &["."]);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.out.contains("latin.yaml") && run.out.contains("not UTF-8 (byte 17 in line 1)"), "{run:?}");
    assert!(!run.out.contains("data.yaml"), "{run:?}");
    assert_eq!(check(&folder, &["latin.yaml"]).code, 2);
}

#[test]
fn utf16_is_named_as_such() {
    let folder = folder(&[("good.yaml", SECURE)]);
    let units = "\u{feff}".encode_utf16().chain(INSECURE.encode_utf16());
    write(folder.path(), "windows.yaml", &units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    let run = check(&folder, &["."]);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.out.contains("windows.yaml") && run.out.contains("UTF-16"), "{run:?}");
}

#[test]
fn a_byte_order_mark_is_no_content() {
    let folder = folder(&[]);
    write(folder.path(), "a.yaml", &[b"\xEF\xBB\xBF", SECURE.as_bytes()].concat());
    assert_eq!(judged(&folder, &["."]), ["a.yaml"]);
    assert_eq!(check(&folder, &["a.yaml"]).code, 0);
}

#[test]
fn a_file_that_is_too_large_is_an_error() {
    let folder = folder(&[("good.yaml", SECURE)]);
    let large = format!("{INSECURE}# {}\n", "x".repeat(5 * 1024 * 1024));
    write(folder.path(), "large.yaml", large.as_bytes());
    let run = check(&folder, &["."]);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.out.contains("larger than 4 MiB"), "{run:?}");
}

#[cfg(unix)]
mod unix {
    use super::{INSECURE, SECURE, check, folder, judged};
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn symbolic_links_are_followed_only_where_named() {
        let outside = folder(&[("b.yaml", INSECURE)]);
        let folder = folder(&[("in/a.yaml", SECURE)]);
        symlink(outside.path(), folder.path().join("in/out")).unwrap();
        symlink(folder.path(), folder.path().join("in/loop")).unwrap();
        symlink(folder.path().join("in/a.yaml"), folder.path().join("link.yaml")).unwrap();
        symlink("nowhere", folder.path().join("in/dangling.yaml")).unwrap();
        assert_eq!(judged(&folder, &["in"]), ["in/a.yaml"]);
        assert_eq!(judged(&folder, &["link.yaml", "in"]), ["link.yaml"]);
        assert_eq!(judged(&folder, &["in/out"]), ["in/out/b.yaml"]);
    }

    #[test]
    fn what_must_not_be_read_makes_the_result_incomplete() {
        let folder = folder(&[("a.yaml", SECURE), ("b.yaml", INSECURE), ("c/d.yaml", INSECURE)]);
        for name in ["b.yaml", "c"] {
            fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(0o000)).unwrap();
        }
        // The superuser may read everything: nothing to see then.
        if fs::read(folder.path().join("b.yaml")).is_err() {
            let run = check(&folder, &["."]);
            assert_eq!(run.code, 3, "{run:?}");
            assert!(
                run.out.contains("b.yaml") && run.out.contains("can't be read: permission denied"),
                "{run:?}"
            );
            assert!(run.out.contains("this directory can't be read: permission denied"), "{run:?}");
            assert_eq!(check(&folder, &["b.yaml"]).code, 2);
        }
        fs::set_permissions(folder.path().join("c"), fs::Permissions::from_mode(0o700)).unwrap();
    }
}
