"""The examples for other CI systems: their shell, as those systems run it, against a server of releases."""

import json
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import yaml
from releases import ROOT, VERSION, Server

EXAMPLES = ROOT / "examples/ci"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BAD = "Resources: {Data: {Type: AWS::S3::Bucket}}\n"
GOOD = "Resources: {Data: {Type: AWS::S3::Bucket, Properties: {LoggingConfiguration: {DestinationBucketName: logs}}}}\n"


def read(name):
    return yaml.safe_load((EXAMPLES / name).read_text())


def gitlab():
    job = read("gitlab/.gitlab-ci.yml")["cfn-gate"]
    reports = list(job["artifacts"]["reports"].values())
    return job["variables"], job["before_script"] + job["script"], reports


def codebuild():
    spec = read("codebuild/buildspec.yml")
    [report] = spec["reports"].values()
    commands = [command for phase in ("install", "build") for command in spec["phases"][phase]["commands"]]
    return spec["env"]["variables"], commands, [f"{report['base-directory']}/{file}" for file in report["files"]]


def azure():
    pipeline = read("azure-pipelines/azure-pipelines.yml")
    inputs = [step["inputs"] for step in pipeline["steps"] if "task" in step]
    reports = [given.get("testResultsFiles") or given["targetPath"] for given in inputs]
    return pipeline["variables"], [step["bash"] for step in pipeline["steps"] if "bash" in step], reports


def bitbucket():
    pipeline = read("bitbucket/bitbucket-pipelines.yml")
    [step] = pipeline["definitions"]["steps"]
    return {"CFN_GATE_VERSION": VERSION}, step["step"]["script"], ["test-reports/cfn-gate.xml"]


def jenkins():
    text = (EXAMPLES / "jenkins/Jenkinsfile").read_text()
    variables = dict(re.findall(r"^ +(CFN_GATE_\w+) = '([^']*)'$", text, re.MULTILINE))
    reports = re.findall(r"(?:testResults|pattern): '([^']*)'", text)
    return variables, re.findall(r"sh '''\n(.*?)'''", text, re.DOTALL), reports


def by_hand():
    """What docs/ci.md has for any other system."""
    [block] = re.findall(r"```sh\n(version=.*?)```", (ROOT / "docs/ci.md").read_text(), re.DOTALL)
    first, rest = block.split("\n", 1)
    return {"CFN_GATE_VERSION": first.removeprefix("version=")}, [f"version={VERSION}", rest], ["cfn-gate.xml"]


EVERY = (gitlab, codebuild, azure, bitbucket, jenkins, by_hand)


class Examples(unittest.TestCase):
    def setUp(self):
        self.releases = Server()
        self.addCleanup(self.releases.close)
        self.work = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.work)
        (self.work / "templates").mkdir()

    def run_all(self, variables, commands):
        """Each command in a shell of its own where the system does so; here, in one that stops at the first error."""
        variables = variables | {"CFN_GATE_VERSION": VERSION, "CFN_GATE_RELEASES": f"{self.releases.address}/download", "PATH": "/usr/local/bin:/usr/bin:/bin"}
        done = subprocess.run(["bash", "-e", "-c", "\n".join(commands)], cwd=self.work, env=variables, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    def test_each_installs_judges_and_writes_the_reports_that_it_publishes(self):
        for example in EVERY:
            with self.subTest(example.__name__):
                variables, commands, reports = example()
                self.releases.release()
                (self.work / "templates/service.yaml").write_text(BAD)
                code, log = self.run_all(variables, commands)
                self.assertEqual(code, 1, log)
                self.assertTrue(reports)
                for report in reports:
                    text = (self.work / report).read_text()
                    self.assertIn("s3-bucket-logging-enabled", text)
                    if not report.endswith(".xml"):
                        json.loads(text)
                (self.work / "templates/service.yaml").write_text(GOOD)
                code, log = self.run_all(variables, commands)
                self.assertEqual(code, 0, log)

    def test_none_runs_what_has_another_checksum(self):
        for example in EVERY:
            with self.subTest(example.__name__):
                variables, commands, _ = example()
                name = self.releases.release().rpartition("/")[2]
                self.releases.release(checksum=f"{'0' * 64}  {name}\n")
                (self.work / "templates/service.yaml").write_text(GOOD)
                code, log = self.run_all(variables, commands)
                self.assertEqual(code, 1, log)
                self.assertIn("did NOT match", log)
                self.assertEqual(list(self.work.rglob("cfn-gate")), [], "the program was not even unpacked")

    def test_workflows_use_inputs_and_outputs_that_the_action_has(self):
        action = yaml.safe_load((ROOT / "action.yml").read_text())
        texts = [file.read_text() for file in (EXAMPLES / "github-actions").glob("*.yml")]
        for page in PAGES:
            texts += re.findall(r"^```yaml\n(name: .*?)^```", page.read_text(), re.DOTALL | re.MULTILINE)
        self.assertEqual(len(texts), 4)
        for text in texts:
            [job] = yaml.safe_load(text)["jobs"].values()
            [gate] = [step for step in job["steps"] if step.get("uses", "").startswith("OWNER/cfn-gate@")]
            self.assertLessEqual(gate.get("with", {}).keys(), action["inputs"].keys(), text)
            for output in re.findall(r"steps\.gate\.outputs\.([a-z-]+)", text):
                self.assertIn(output, action["outputs"])

    @unittest.skipIf(VERSION.endswith("-dev"), "between releases, the documentation is about the last one")
    def test_the_version_is_this_one_wherever_it_is_written(self):
        files = [*PAGES, *(file for file in EXAMPLES.rglob("*") if file.is_file())]
        written = r"(?:cfn-gate@v|rev: v|cfn-gate:|cfn-gate-|version=|CFN_GATE_VERSION(?:: | = '|:-))(\d+\.\d+\.\d+)"
        places = [(file.name, version) for file in files for version in re.findall(written, file.read_text())]
        self.assertGreaterEqual(len({name for name, _ in places}), 9, places)
        self.assertEqual([place for place in places if place[1] != VERSION], [])


if __name__ == "__main__":
    unittest.main()
