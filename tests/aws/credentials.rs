//! Credentials, proxies and certificates as users of the AWS CLI expect them, over real HTTP: which account is judged says
//! whose credentials were used.

use crate::network::{self, HOST};
use assert_cmd::Command;
use cfn_gate::emulator::{Emulator, Fault, FaultKind, Seed, SeededAccount, Settings, proactive_rules};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const OWN: &str = "111111111111";
const OTHER: &str = "222222222222";

fn emulator() -> Emulator {
    let other = SeededAccount {
        account_id: OTHER.into(),
        region: None,
        seed: Seed { rules: proactive_rules(), ..Seed::default() },
    };
    let seed = Seed { rules: proactive_rules(), accounts: vec![other], ..Seed::default() };
    Emulator::start(Settings { account_id: OWN.into(), seed, ..Settings::default() }).unwrap()
}

/// A check by the AWS engine.
fn program(emulator: &Emulator) -> Command {
    let mut command = crate::cli::program(emulator);
    command.args(["check", "--engine", "aws"]);
    command
}

/// A home without anything but what a test puts there.
struct Home {
    folder: TempDir,
}

impl Home {
    fn new(config: &str) -> Home {
        let home = Home { folder: tempfile::tempdir().unwrap() };
        home.write(".aws/config", config);
        home
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The program, without credentials in its environment.
    fn program(&self, emulator: &Emulator) -> Command {
        let mut command = program(emulator);
        command
            .env_remove("AWS_ACCESS_KEY_ID")
            .env_remove("AWS_SECRET_ACCESS_KEY")
            .env("HOME", self.folder.path())
            .env("AWS_CONFIG_FILE", self.folder.path().join(".aws/config"));
        command
    }
}

/// The account in which a topic is judged, or the report of a run that judges nothing.
fn judged(emulator: &Emulator, command: &mut Command) -> Result<&'static str, String> {
    let topic = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n";
    let output = command.arg("-").write_stdin(topic).output().unwrap();
    let text =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let judged = [OWN, OTHER].map(|account| emulator.evaluations_in(account, "eu-west-1").len());
    match (output.status.code(), judged) {
        (Some(1), [1, 0]) => Ok(OWN),
        (Some(1), [0, 1]) => Ok(OTHER),
        (Some(3), [0, 0]) => {
            Err(text.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" "))
        }
        other => panic!("{other:?}: {text}"),
    }
}

/// Keys as services give them out, in the spelling of the one that is asked for.
fn keys(names: [&str; 4], expires: &str) -> String {
    serde_json::json!({
        names[0]: format!("ASIATEST{OTHER}"), names[1]: "secret", names[2]: "token", names[3]: expires,
    })
    .to_string()
}

#[test]
fn a_profile_assumes_a_role_with_another_profile() {
    let emulator = emulator();
    let home = Home::new(&format!(
        "[profile base]\naws_access_key_id = base\naws_secret_access_key = secret\n\
         [profile deploy]\nrole_arn = arn:aws:iam::{OTHER}:role/deploy\nsource_profile = base\n"
    ));
    let mut command = home.program(&emulator);
    assert_eq!(judged(&emulator, command.args(["--profile", "deploy"])), Ok(OTHER));
    assert_eq!(emulator.calls()["AssumeRole"].requests, 1);
}

#[test]
fn a_role_on_the_command_line_is_assumed() {
    let emulator = emulator();
    let mut command = program(&emulator);
    let role = format!("arn:aws:iam::{OTHER}:role/deploy");
    assert_eq!(judged(&emulator, command.args(["--role-arn", &role])), Ok(OTHER));
}

#[test]
fn a_web_identity_gets_a_role() {
    let emulator = emulator();
    let home = Home::new("");
    let token = home.write("token", "header.claims.signature");
    let mut command = home.program(&emulator);
    command
        .env("AWS_WEB_IDENTITY_TOKEN_FILE", &token)
        .env("AWS_ROLE_ARN", format!("arn:aws:iam::{OTHER}:role/ci"))
        .env("AWS_ROLE_SESSION_NAME", "pipeline");
    assert_eq!(judged(&emulator, &mut command), Ok(OTHER));
    assert_eq!(emulator.calls()["AssumeRoleWithWebIdentity"].requests, 1);
}

#[test]
#[cfg(unix)]
fn a_process_gives_credentials() {
    use std::os::unix::fs::PermissionsExt;
    let emulator = emulator();
    let keys = keys(["AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"], "2099-01-01T00:00:00Z");
    let keys = keys.replacen('{', "{\"Version\": 1, ", 1);
    let home = Home::new("");
    let script = home.write("credentials.sh", &format!("#!/bin/sh\necho '{keys}'\n"));
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    home.write(".aws/config", &format!("[profile process]\ncredential_process = {}\n", script.display()));
    let mut command = home.program(&emulator);
    assert_eq!(
        judged(&emulator, command.env("PATH", "/usr/bin:/bin").args(["--profile", "process"])),
        Ok(OTHER)
    );
}

/// A profile of IAM Identity Center, and the token that `aws sso login` keeps.
fn identity_center(expires: &str) -> Home {
    let home = Home::new(&format!(
        "[profile sso]\nsso_session = company\nsso_account_id = {OTHER}\nsso_role_name = Deploy\n\
         [sso-session company]\nsso_region = eu-west-1\nsso_start_url = https://company.awsapps.example/start\n"
    ));
    let token = serde_json::json!({
        "accessToken": "cached-token", "expiresAt": expires, "region": "eu-west-1",
        "startUrl": "https://company.awsapps.example/start",
    });
    home.write(&format!(".aws/sso/cache/{}.json", sha1_of_company()), &token.to_string());
    home
}

/// The SHA-1 of `company`: the name of the file in which the AWS CLI keeps the session's token.
fn sha1_of_company() -> &'static str {
    "71b21161ffa1e6516bcc072aaf5ef38cbe85b511"
}

#[test]
fn a_login_to_identity_center_is_used() {
    let emulator = emulator();
    let portal = network::service(|head| {
        let is_asked = head.starts_with("GET /federation/credentials?")
            && head.contains("role_name=Deploy")
            && head.contains("account_id=222222222222")
            && head.contains("x-amz-sso_bearer_token: cached-token");
        let expires = 4_070_908_800_000_u64;
        is_asked.then(|| {
            serde_json::json!({"roleCredentials": {
                "accessKeyId": format!("ASIATEST{OTHER}"), "secretAccessKey": "s", "sessionToken": "t", "expiration": expires,
            }})
            .to_string()
        })
    });
    let home = identity_center("2099-01-01T00:00:00Z");
    let mut command = home.program(&emulator);
    command.env("AWS_ENDPOINT_URL_SSO", format!("http://{}", portal.address)).args(["--profile", "sso"]);
    assert_eq!(judged(&emulator, &mut command), Ok(OTHER));
}

#[test]
fn a_login_that_has_expired_is_named() {
    let emulator = emulator();
    let home = identity_center("2020-01-01T00:00:00Z");
    let mut command = home.program(&emulator);
    let report = judged(&emulator, command.args(["--profile", "sso"])).unwrap_err();
    assert!(
        report.contains("the SSO token has expired and cannot be refreshed: log in with `aws sso login`"),
        "{report}"
    );
}

#[test]
fn a_container_gives_credentials() {
    let emulator = emulator();
    let agent = network::service(|head| {
        head.starts_with("GET /credentials ")
            .then(|| keys(["AccessKeyId", "SecretAccessKey", "Token", "Expiration"], "2099-01-01T00:00:00Z"))
    });
    let home = Home::new("");
    let mut command = home.program(&emulator);
    command.env("AWS_CONTAINER_CREDENTIALS_FULL_URI", format!("http://{}/credentials", agent.address));
    assert_eq!(judged(&emulator, &mut command), Ok(OTHER));
}

/// The program, with an endpoint that only a proxy or the TLS server can be.
fn at(emulator: &Emulator, endpoint: &str) -> Command {
    let mut command = program(emulator);
    command.env("AWS_ENDPOINT_URL", endpoint);
    command
}

fn bundle(folder: &Path, pem: &str) -> PathBuf {
    let path = folder.join("company.pem");
    std::fs::write(&path, pem).unwrap();
    path
}

#[test]
fn a_certificate_of_the_company_is_trusted_where_it_is_named() {
    let emulator = emulator();
    let (server, pem) = network::tls(emulator.address());
    let endpoint = format!("https://localhost:{}", server.address.port());
    let home = Home::new("");
    let pem = bundle(home.folder.path(), &pem);
    let mut unknown = at(&emulator, &endpoint);
    let report = judged(&emulator, unknown.args(["--timeout", "20s"])).unwrap_err();
    assert!(
        report.contains("DescribeConfigRules could not be reached: ") && report.contains("certificate"),
        "{report}"
    );
    assert!(emulator.calls().is_empty());
    for given in ["argument", "environment", "profile"] {
        let emulator = self::emulator();
        let (server, own) = network::tls(emulator.address());
        std::fs::write(&pem, own).unwrap();
        let mut command = at(&emulator, &format!("https://localhost:{}", server.address.port()));
        match given {
            "argument" => command.arg("--ca-bundle").arg(&pem),
            "environment" => command.env("AWS_CA_BUNDLE", &pem),
            _ => {
                let text = format!("[default]\nca_bundle = {}\n", pem.display());
                command.env("AWS_CONFIG_FILE", home.write("config", &text))
            }
        };
        assert_eq!(judged(&emulator, &mut command), Ok(OWN), "{given}");
    }
    drop(server);
}

#[test]
fn proxies_of_the_environment_are_gone_through() {
    let home = Home::new("");
    // Without TLS: the proxy gets the request itself.
    let emulator = self::emulator();
    let (proxy, requests) = network::proxy(emulator.address());
    let mut command = at(&emulator, &format!("http://{HOST}"));
    command.env("HTTP_PROXY", format!("http://{}", proxy.address));
    assert_eq!(judged(&emulator, &mut command), Ok(OWN));
    let first = requests.lock().unwrap()[0].clone();
    assert_eq!(first, format!("POST http://{HOST}/ HTTP/1.1"));
    // With TLS: it makes a tunnel, and sees nothing.
    for variable in ["HTTPS_PROXY", "https_proxy"] {
        let emulator = self::emulator();
        let (server, pem) = network::tls(emulator.address());
        let (proxy, requests) = network::proxy(server.address);
        let mut command = at(&emulator, &format!("https://{HOST}"));
        command.env(variable, format!("http://{}", proxy.address));
        command.env("AWS_CA_BUNDLE", bundle(home.folder.path(), &pem));
        assert_eq!(judged(&emulator, &mut command), Ok(OWN));
        let first = requests.lock().unwrap()[0].clone();
        assert_eq!(first, format!("CONNECT {HOST}:443 HTTP/1.1"));
    }
    // NO_PROXY: straight there.
    let emulator = self::emulator();
    let (proxy, requests) = network::proxy("127.0.0.1:1".parse().unwrap());
    let mut command = at(&emulator, &emulator.endpoint());
    command.env("HTTP_PROXY", format!("http://{}", proxy.address)).env("NO_PROXY", "127.0.0.1,example.test");
    assert_eq!(judged(&emulator, &mut command), Ok(OWN));
    assert!(requests.lock().unwrap().is_empty());
}

#[test]
fn credentials_that_sts_refuses_are_named() {
    let fault = Fault::new(FaultKind::AccessDenied).call("AssumeRole");
    let emulator = Emulator::start(Settings { faults: vec![fault], ..Settings::default() }).unwrap();
    let mut command = program(&emulator);
    let role = format!("arn:aws:iam::{OTHER}:role/deploy");
    let report = judged(&emulator, command.args(["--role-arn", &role])).unwrap_err();
    assert!(report.contains("is not authorized to perform: sts:AssumeRole"), "{report}");
}
