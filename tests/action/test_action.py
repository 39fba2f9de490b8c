"""The GitHub Action, run as a runner runs it."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from releases import GATE, ROOT, VERSION, Server
from runner import Runner

INSECURE = """\
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: false
"""
SECURE = INSECURE.replace("false", "true")
ONE_RULE = "rds-storage-encrypted"
# Says what it was called with, and writes the report that the action reads.
FAKE = """\
#!/usr/bin/env bash
if [[ $1 == --version ]]; then echo "cfn-gate VERSION"; exit; fi
printf '%s\\0' "$@" >"$HOME/arguments"
for argument in "$@"; do
    if [[ $argument == --report=json=* ]]; then
        echo '{"verdict":"passed","exitCode":0,"summary":{"failing":0}}' >"${argument#--report=json=}"
    fi
done
cat "$HOME/stderr" >&2 2>/dev/null || true
exit "$(cat "$HOME/code" 2>/dev/null || echo 0)"
"""


class Case(unittest.TestCase):
    def setUp(self):
        self.releases = Server()
        self.addCleanup(self.releases.close)
        self.mirror = f"{self.releases.address}/download"
        self.home = Path(tempfile.mkdtemp(prefix="cfn-gate action "))
        self.addCleanup(shutil.rmtree, self.home)
        self.runner = Runner(self.home)

    def release_fake(self, code=0, stderr="", version=VERSION, checksum=None):
        """Releases a program that ends with this exit code and says what it was called with."""
        (self.home / "code").write_text(str(code))
        (self.home / "stderr").write_text(stderr)
        return self.releases.release(FAKE.replace("VERSION", version).encode(), checksum)

    def write(self, **files):
        for name, text in files.items():
            (self.runner.workspace / f"{name}.yaml").write_text(text)

    def use(self, **inputs):
        return self.runner.use(**{"mirror": self.mirror, "version": VERSION, **inputs})

    def checkout(self, version):
        """The action as a runner checks it out, at this version."""
        checkout = self.home / "_actions/corp/gate/v1"
        shutil.rmtree(checkout, ignore_errors=True)
        shutil.copytree(ROOT / "action", checkout / "action")
        shutil.copy(ROOT / "action.yml", checkout)
        (checkout / "Cargo.toml").write_text(f'[package]\nname = "cfn-gate"\nversion = "{version}"\n')
        (checkout / "Cargo.lock").touch()
        for folder in ("src", "schemas"):
            (checkout / folder).mkdir()
        return checkout

    def arguments(self):
        return (self.home / "arguments").read_text().split("\0")[1:-1]


class Installing(Case):
    def test_the_released_archive_is_verified_and_kept(self):
        self.releases.release()
        self.write(good=SECURE)
        first = self.use(rule=ONE_RULE)
        self.assertEqual(first.code, 0, first.log)
        self.assertEqual(first.steps, ["Install cfn-gate", "Run cfn-gate"])
        self.assertEqual(first.path, [str(self.runner.tool_cache / "cfn-gate" / VERSION / "X64")])
        asked = len(self.releases.requests)
        self.assertEqual(asked, 2)
        self.assertEqual(self.use(rule=ONE_RULE).code, 0)
        self.assertEqual(len(self.releases.requests), asked, "the second job downloads nothing")

    def test_a_wrong_checksum_runs_nothing(self):
        for checksum in ("0" * 64, "", "nonsense", "<html>"):
            path = self.release_fake(checksum=f"{checksum}  cfn-gate.tar.gz\n")
            result = self.use()
            self.assertEqual(result.code, 2, checksum)
            self.assertIn("::error title=cfn-gate::", result.log)
            self.assertIn("is not used", result.log)
            self.assertIn(path, result.log)
            self.assertFalse((self.home / "arguments").exists())
            self.assertFalse(list(self.runner.tool_cache.iterdir()))

    def test_a_missing_checksum_runs_nothing(self):
        path = self.releases.release()
        del self.releases.files[f"{path}.sha256"]
        result = self.use()
        self.assertEqual(result.code, 2)
        self.assertIn("checksum isn't known", result.log)

    def test_a_server_that_fails_is_no_reason_to_build(self):
        path = self.releases.release()
        self.releases.status[path] = 403
        result = self.use()
        self.assertEqual((result.code, result.steps), (2, ["Install cfn-gate"]))
        self.assertIn("HTTP status 403", result.log)

    def test_another_version_in_the_archive_is_refused(self):
        self.release_fake(version="0.0.1")
        result = self.use()
        self.assertEqual(result.code, 2)
        self.assertIn("holds `cfn-gate 0.0.1`", result.log)

    def test_every_system_with_a_release_asks_for_its_own(self):
        targets = {
            ("Linux", "X64"): "x86_64-unknown-linux-musl", ("Linux", "ARM64"): "aarch64-unknown-linux-musl",
            ("macOS", "X64"): "x86_64-apple-darwin", ("macOS", "ARM64"): "aarch64-apple-darwin",
            ("Windows", "X64"): "x86_64-pc-windows-msvc",
        }
        workflow = (ROOT / ".github/workflows/release.yml").read_text()
        for (system, architecture), target in targets.items():
            self.releases.requests.clear()
            runner = Runner(self.home, system=system, architecture=architecture)
            runner.use(mirror=self.mirror, version="9.9.9")
            self.assertEqual(self.releases.requests, [f"/download/v9.9.9/cfn-gate-9.9.9-{target}.tar.gz"])
            self.assertIn(f"target: {target}\n", workflow, "the release workflow makes it")

    def test_a_version_that_is_none_is_refused(self):
        for version in ("1", "../1.2.3", "1.2.3;true", "1.2.3\n", "v", "$(true)"):
            result = self.use(version=version)
            self.assertEqual(result.code, 2, version)
            self.assertIn("version: expected a version", result.log)
        self.assertNotIn("..", "".join(self.releases.requests))

    def test_the_action_finds_its_releases(self):
        server = {"GITHUB_SERVER_URL": self.mirror.removesuffix("/download")}
        self.runner.use(repository="octo/cfn-gate", version="9.9.9", github_env=server)
        self.assertRegex(self.releases.requests[-1], "^/octo/cfn-gate/releases/download/v9.9.9/cfn-gate-9.9.9-")
        checkout = self.checkout("9.9.9")
        Runner(self.home, action=checkout, search_path="/usr/bin:/bin").use(repository="", github_env=server)
        self.assertRegex(self.releases.requests[-1], "^/corp/gate/releases/download/v9.9.9/cfn-gate-9.9.9-")


class Building(Case):
    def setUp(self):
        super().setUp()
        tools = self.home / "bin"
        tools.mkdir()
        # Stands for cargo: the real one builds the same program in the other steps of CI.
        (tools / "cargo").write_text(f"""#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$HOME/cargo"
while [[ $# -gt 0 ]]; do if [[ $1 == --root ]]; then root=$2; fi; shift; done
mkdir -p "$root/bin" && cp '{GATE}' "$root/bin/cfn-gate"
""")
        (tools / "cargo").chmod(0o755)
        self.runner = Runner(self.home, search_path=f"{tools}:{os.environ['PATH']}")
        self.write(good=SECURE)

    def test_without_a_release_the_sources_are_built_and_kept(self):
        steps = ["Install cfn-gate", "Look for an earlier build of cfn-gate", "Build cfn-gate", "Run cfn-gate"]
        first = self.use(rule=ONE_RULE, engine="embedded")
        self.assertEqual((first.code, first.steps), (0, steps), first.log)
        built = (self.home / "cargo").read_text()
        self.assertIn("install --locked --path . --root", built)
        self.assertIn("--no-default-features", built)
        self.runner.save()
        # The same runner has it in its tool cache; a fresh one gets it from the cache.
        self.assertEqual(self.use(rule=ONE_RULE, engine="embedded").steps, [steps[0], steps[3]])
        shutil.rmtree(self.runner.tool_cache)
        again = self.use(rule=ONE_RULE, engine="embedded")
        self.assertEqual((again.code, again.steps), (0, [*steps[:2], steps[3]]), again.log)
        self.assertEqual((self.home / "cargo").read_text(), built)

    def test_the_aws_engine_is_another_build(self):
        self.use(engine="embedded")
        embedded = self.runner.wanted[0]
        self.use(rule=ONE_RULE)
        self.assertNotEqual(self.runner.wanted[0], embedded)
        self.assertNotIn("--no-default-features", (self.home / "cargo").read_text().splitlines()[1])

    def test_source_builds_even_if_there_is_a_release(self):
        self.release_fake()
        result = self.use(version="source", rule=ONE_RULE)
        self.assertEqual((result.code, self.releases.requests), (0, []), result.log)
        self.assertIn("Build cfn-gate", result.steps)

    def test_between_releases_nothing_is_downloaded(self):
        (self.home / "bin/cargo").write_text("#!/bin/sh\nexit 101\n")
        runner = Runner(self.home, action=self.checkout("1.3.0-dev"), search_path=self.runner.search_path)
        result = runner.use(mirror=self.mirror)
        self.assertEqual((result.code, self.releases.requests), (2, []))
        self.assertIn("Build cfn-gate", result.steps)
        self.assertIn("cfn-gate could not be built: see the log", result.log)

    def test_another_version_is_not_built(self):
        result = self.use(version="9.9.9")
        self.assertEqual((result.code, result.steps), (2, ["Install cfn-gate"]))
        self.assertIn(f"can build only its own version, {VERSION}", result.log)

    def test_without_cargo_the_message_says_so(self):
        only = self.home / "few"
        only.mkdir()
        for tool in ("bash", "curl", "sed", "head", "find", "sort", "xargs", "cat", "sha256sum", "cut", "mktemp", "rm", "od", "tr", "mkdir"):
            (only / tool).symlink_to(shutil.which(tool))
        result = Runner(self.home, search_path=str(only)).use(mirror=self.mirror, version=VERSION)
        self.assertEqual(result.code, 2)
        self.assertIn("install Rust in a step before this one", result.log)


class Running(Case):
    def test_findings_fail_the_step_with_annotations_summary_and_outputs(self):
        self.releases.release()
        self.write(bad=INSECURE, good=SECURE)
        result = self.use(rule=ONE_RULE, sarif="out/gate.sarif", reports="junit=out/gate.xml\n\n  html=page.html")
        self.assertEqual(result.code, 1, result.log)
        self.assertIn("::error file=bad.yaml,line=5,", result.log)
        self.assertIn("cfn-gate: failed", result.summary)
        self.assertIn("rds-storage-encrypted", result.summary)
        outputs = dict(result.outputs)
        report = json.loads(Path(outputs.pop("json")).read_text())
        self.assertEqual(report["verdict"], "failed")
        self.assertEqual(outputs, {
            "verdict": "failed", "exit-code": "1", "failing": "1", "non-compliant": "1", "insufficient-data": "0",
            "compliant": "1", "templates": "2", "resources": "2", "sarif": "out/gate.sarif",
            "reports": "out/gate.xml\npage.html",
        })
        sarif = json.loads((self.runner.workspace / "out/gate.sarif").read_text())
        self.assertEqual(len(sarif["runs"][0]["results"]), 1)

    def test_a_pass_is_a_pass(self):
        self.releases.release()
        self.write(good=SECURE)
        result = self.use(rule=ONE_RULE)
        self.assertEqual((result.code, result.outputs["verdict"], result.outputs["failing"]), (0, "passed", "0"))
        self.assertNotIn("::error", result.log)
        self.assertEqual((result.outputs["sarif"], result.outputs["reports"]), ("", ""))

    def test_wrong_arguments_are_invalid_and_never_a_pass(self):
        self.releases.release()
        self.write(good=SECURE)
        result = self.use(rule="no-such-rule")
        self.assertEqual((result.code, result.outputs["verdict"], result.outputs["failing"]), (2, "invalid", ""))
        self.assertIn("no-such-rule", result.log)
        self.assertIn("::error title=cfn-gate::nothing was evaluated (exit code 2)", result.log)
        self.assertEqual(self.use(paths="missing.yaml").code, 2)

    def test_an_incomplete_result_keeps_its_exit_code(self):
        self.releases.release()
        self.write(good="Transform: Company::Macro\n" + SECURE)
        result = self.use(rule=ONE_RULE)
        self.assertEqual((result.code, result.outputs["verdict"]), (3, "incomplete"))
        self.assertEqual(self.use(rule=ONE_RULE, allow_incomplete="true").code, 0)

    def test_known_findings_pass_under_a_baseline(self):
        self.releases.release()
        self.write(bad=INSECURE)
        subprocess.run([GATE, "baseline", "--rule", ONE_RULE], cwd=self.runner.workspace, check=True, capture_output=True)
        result = self.use(rule=ONE_RULE, baseline=".cfn-gate-baseline.json")
        self.assertEqual((result.code, result.outputs["verdict"]), (0, "passed"), result.log)
        self.write(worse=INSECURE)
        self.assertEqual(self.use(rule=ONE_RULE, baseline=".cfn-gate-baseline.json").outputs["failing"], "1")

    def test_the_aws_engine_uses_the_credentials_of_the_job(self):
        self.releases.release()
        self.write(bad="Resources: {Data: {Type: AWS::S3::Bucket}}\n")
        emulator = subprocess.Popen([GATE, "emulate", "--port", "0"], stdout=subprocess.PIPE, text=True)
        self.addCleanup(emulator.wait)
        self.addCleanup(emulator.kill)
        self.addCleanup(emulator.stdout.close)
        endpoint = emulator.stdout.readline().rpartition(" ")[2].strip()
        without = {"AWS_ENDPOINT_URL": endpoint, "AWS_EC2_METADATA_DISABLED": "true"}
        self.assertEqual(self.use(engine="aws", region="us-east-1", github_env=without).outputs["verdict"], "incomplete")
        # As aws-actions/configure-aws-credentials leaves them for later steps.
        job = without | {"AWS_ACCESS_KEY_ID": "ASIA", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "token", "AWS_REGION": "us-east-1"}
        result = self.use(engine="aws", region="us-east-1", timeout="1m", github_env=job)
        self.assertEqual((result.code, result.outputs["verdict"]), (1, "failed"), result.log)
        self.assertIn("s3-bucket-logging-enabled", result.log)
        for secret in ("secret", "token"):
            self.assertNotIn(secret, result.log + result.summary + Path(result.outputs["json"]).read_text())

    def test_without_annotations_the_log_is_for_people(self):
        self.releases.release()
        self.write(bad=INSECURE)
        result = self.use(rule=ONE_RULE, annotations="false")
        self.assertEqual(result.code, 1)
        self.assertNotIn("::error", result.log)
        self.assertIn("StorageEncrypted: false", result.log)
        self.assertIn("cfn-gate: failed", result.summary)
        for annotations in ("true", "false"):
            self.assertEqual(self.use(rule=ONE_RULE, annotations=annotations, summary="false").summary, "")

    def test_a_switch_is_true_or_false(self):
        self.release_fake()
        for name in ("annotations", "summary", "allow_incomplete", "strict"):
            result = self.use(**{name: "yes"})
            self.assertEqual(result.code, 2)
            self.assertIn("expected true or false, found `yes`", result.log)

    def test_every_exit_code_is_kept(self):
        for code, verdict in ((0, "passed"), (1, "failed"), (2, "invalid"), (3, "incomplete"), (101, "invalid"), (134, "invalid")):
            self.release_fake(code)
            result = self.use()
            self.assertEqual((result.code, result.outputs["verdict"], result.outputs["exit-code"]), (code, verdict, str(code)))


class Arguments(Case):
    def test_every_input_becomes_its_argument(self):
        self.release_fake()
        own = {"annotations", "arguments", "allow-incomplete", "mirror", "paths", "reports", "sarif", "strict", "summary",
               "version"}
        given = {name: f"the {name}" for name in self.runner.definition["inputs"] if name not in own}
        result = self.use(**given, arguments="--verbose\n--max-in-flight=2", strict="true", sarif="s", reports="junit=j", allow_incomplete="true",
                          paths="one\ntwo")
        self.assertEqual(result.code, 0, result.log)
        arguments = self.arguments()
        for name in given:
            self.assertIn(f"--{name}=the {name}", arguments)
        separator = arguments.index("--")
        self.assertEqual(arguments[separator + 1:], ["one", "two"])
        self.assertEqual(arguments[separator - 2:separator], ["--verbose", "--max-in-flight=2"])
        self.assertLessEqual({"--allow-incomplete", "--strict", "--format=github", "--report=sarif=s", "--report=junit=j"}, set(arguments))

    def test_without_inputs_there_are_no_arguments_but_the_reports(self):
        self.release_fake()
        self.assertEqual(self.use().code, 0)
        report, *rest = self.arguments()
        self.assertRegex(report, r"^--report=json=.*/report\.json$")
        self.assertEqual(rest, ["--format=github", "--"])

    def test_the_program_knows_the_arguments(self):
        known = subprocess.run([GATE, "check", "--help"], check=True, capture_output=True, text=True).stdout
        own = {"annotations", "arguments", "mirror", "paths", "reports", "sarif", "summary", "version"}
        for name in self.runner.definition["inputs"].keys() - own:
            self.assertIn(f"--{name}", known)

    def test_lists_are_split_at_line_ends_and_nowhere_else(self):
        self.release_fake()
        self.use(paths="  a b.yaml\r\n\n\t'c'.yaml\n\"d\"\n*.yaml\n-\n--help\n", skip_rule="a,b\n c ")
        arguments = self.arguments()
        separator = arguments.index("--")
        self.assertEqual(arguments[separator + 1:], ["a b.yaml", "'c'.yaml", '"d"', "*.yaml", "-", "--help"])
        self.assertIn("--skip-rule=a,b", arguments)
        self.assertIn("--skip-rule=c", arguments)

    def test_hostile_inputs_are_inert(self):
        evil = ["; touch pwned", "$(touch pwned)", "`touch pwned`", "--fail-on=critical", "-h", "&& touch pwned", "| touch pwned",
                "$IFS", "${HOME}", "%0a::error::x", "a\\", "'", '"', "!!", "<(touch pwned)", "> pwned"]
        self.release_fake()
        lists = ("paths", "rule", "rules", "skip_rule", "parameter", "parameters", "stack")
        single = ("region", "config", "baseline", "severity", "stack_name", "account_id", "role_arn", "timeout", "engine", "fail_on")
        for text in evil:
            result = self.use(**{name: text for name in (*lists, *single)})
            self.assertEqual(result.code, 0, text)
            arguments = self.arguments()
            self.assertEqual(arguments[-2:], ["--", text])
            for name in (*lists[1:], *single):
                self.assertIn(f"--{name.replace('_', '-')}={text}", arguments)
        self.assertEqual(list(self.runner.workspace.iterdir()), [])

    def test_hostile_names_of_reports_make_no_output(self):
        self.releases.release()
        self.write(good=SECURE)
        name = "x<<EOF; touch pwned $(touch pwned) verdict=failed"
        result = self.use(rule=ONE_RULE, reports=f"html={name}\ntext=-dash.txt")
        self.assertEqual((result.code, result.outputs["verdict"]), (0, "passed"), result.log)
        self.assertEqual(result.outputs["reports"], f"{name}\n-dash.txt")
        self.assertEqual({file.name for file in self.runner.workspace.iterdir()}, {"good.yaml", name, "-dash.txt"})

    def test_what_the_gate_complains_of_is_no_command(self):
        stderr = "::error::one\n  ::add-mask::two\nok ::error::three\r::error::four\n##[error]five\nsix ##[add-path]seven\n::stop-commands::x"
        self.release_fake(2, stderr)
        result = self.use()
        ours = [line for line in result.log.splitlines() if line.startswith("::error title=cfn-gate::")]
        rest = [line for line in result.log.splitlines() if line not in ours]
        self.assertEqual(rest, [
            "| ::error::one", "|   ::add-mask::two", "ok ::error::three ::error::four", "## [error]five", "six ## [add-path]seven",
            "| ::stop-commands::x",
        ])

    def test_hostile_files_are_no_commands(self):
        self.releases.release()
        (self.runner.workspace / "a\n::error::b.yaml").write_text(INSECURE.replace("Database", '"::error::x"'))
        for annotations in ("true", "false"):
            result = self.use(rule=ONE_RULE, annotations=annotations)
            self.assertNotEqual(result.code, 0)
            for line in result.log.splitlines():
                self.assertFalse(line.strip().startswith("::error::"), line)


if __name__ == "__main__":
    unittest.main()
