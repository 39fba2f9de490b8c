"""Runs the composite action in action.yml as a runner of GitHub Actions would: its steps, conditions, expressions, environment
and command files. Knows as much of the expression language as the action uses, and refuses the rest."""

import os
import re
import stat
import subprocess
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
EXPRESSION = re.compile(r"\$\{\{\s*([^}]*?)\s*\}\}")


class Result:
    """What the workflow sees of a step that used the action."""

    def __init__(self, code, log, outputs, summary, path, steps):
        self.code, self.log, self.outputs, self.summary, self.path, self.steps = code, log, outputs, summary, path, steps


class Runner:
    """A runner with its folders below `home`, of which the tool cache lasts from job to job."""

    def __init__(self, home, action=ROOT, system="Linux", architecture="X64", search_path=None):
        self.home, self.action, self.system, self.architecture = Path(home), Path(action), system, architecture
        self.workspace, self.tool_cache = self.home / "work", self.home / "tools"
        self.search_path = search_path or os.environ["PATH"]
        self.cached = {}
        for folder in (self.workspace, self.tool_cache):
            folder.mkdir(parents=True, exist_ok=True)
        self.definition = yaml.safe_load((self.action / "action.yml").read_text())

    def use(self, repository="octo/cfn-gate", github_env=None, **given):
        """`uses: octo/cfn-gate@…` with these inputs, in a job of its own; underscores stand for hyphens."""
        given = {name.replace("_", "-"): value for name, value in given.items()}
        unknown = given.keys() - self.definition["inputs"].keys()
        assert not unknown, f"no such input: {unknown}"
        inputs = {name: given.get(name, about["default"]) for name, about in self.definition["inputs"].items()}
        temporary = self.home / "temp"
        subprocess.run(["rm", "-rf", temporary], check=True)
        temporary.mkdir()
        self.context = {"inputs": inputs, "github": {"action_repository": repository}, "steps": {}}
        self.files = {name: self.home / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH", "GITHUB_ENV")}
        for file in self.files.values():
            file.write_text("")
        self.environment = {
            "PATH": self.search_path, "HOME": str(self.home), "CI": "true", "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.action), "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_SERVER_URL": "https://github.invalid", "GITHUB_REPOSITORY": "someone/else",
            "RUNNER_OS": self.system, "RUNNER_ARCH": self.architecture, "RUNNER_TEMP": str(temporary),
            "RUNNER_TOOL_CACHE": str(self.tool_cache), **{name: str(file) for name, file in self.files.items()},
            **(github_env or {}),
        }
        for name in ("CARGO_HOME", "RUSTUP_HOME"):
            self.environment |= {name: os.environ[name]} if name in os.environ else {}
        code, log, ran = 0, "", []
        for step in self.definition["runs"]["steps"]:
            if code != 0 or not self.holds(step.get("if", "")):
                continue
            ran.append(step["name"])
            step_code, step_log = self.restore(step) if "uses" in step else self.shell(step)
            code, log = step_code, log + step_log
        outputs = {name: self.expand(about["value"]) for name, about in self.definition["outputs"].items()}
        read = {name: file.read_text() for name, file in self.files.items()}
        return Result(code, log, outputs, read["GITHUB_STEP_SUMMARY"], read["GITHUB_PATH"].splitlines(), ran)

    def shell(self, step):
        assert step["shell"] == "bash" and "${{" not in step["run"], "an expression in shell"
        self.files["GITHUB_OUTPUT"].write_text("")
        environment = self.environment | {name: self.expand(value) for name, value in step["env"].items()}
        # What `shell: bash` means: "Workflow syntax for GitHub Actions", jobs.<job_id>.steps[*].shell.
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )
        if "id" in step:
            self.context["steps"][step["id"]] = read_outputs(self.files["GITHUB_OUTPUT"].read_bytes().decode())
        return done.returncode, done.stdout.decode()

    def restore(self, step):
        """actions/cache, which finds what an earlier job left under the same key."""
        assert re.fullmatch(r"actions/cache@[0-9a-f]{40}", step["uses"]), step["uses"]
        key, path = (self.expand(step["with"][name]) for name in ("key", "path"))
        hit = key in self.cached
        if hit:
            Path(path).mkdir(parents=True)
            for name, content in self.cached[key].items():
                (Path(path) / name).write_bytes(content)
                (Path(path) / name).chmod(stat.S_IRWXU)
        self.wanted = (key, path)
        self.context["steps"][step["id"]] = {"cache-hit": str(hit).lower()}
        return 0, ""

    def save(self):
        """What actions/cache does at the end of the job."""
        key, path = self.wanted
        self.cached[key] = {file.name: file.read_bytes() for file in Path(path).iterdir()}

    def expand(self, text):
        return EXPRESSION.sub(lambda match: self.value(match[1]), str(text))

    def value(self, name):
        kind, _, rest = name.partition(".")
        if kind == "steps":
            step, outputs, output = rest.split(".")
            assert outputs == "outputs"
            return self.context["steps"].get(step, {}).get(output, "")
        return self.context[kind][rest]

    def holds(self, condition):
        for term in filter(None, condition.split(" && ")):
            name, operator, wanted = re.fullmatch(r"(\S+) (==|!=) '([^']*)'", term).groups()
            if (self.value(name) == wanted) != (operator == "=="):
                return False
        return True


def read_outputs(text):
    """The file GITHUB_OUTPUT as the runner reads it."""
    outputs, lines = {}, iter(text.split("\n"))
    for line in lines:
        if not line:
            continue
        if "<<" in line and ("=" not in line or line.index("<<") < line.index("=")):
            name, delimiter = line.split("<<", 1)
            value = []
            for line in lines:
                if line == delimiter:
                    break
                value.append(line)
            else:
                raise ValueError(f"no delimiter {delimiter}")
            outputs[name] = "\n".join(value)
        else:
            name, value = line.split("=", 1)
            outputs[name] = value
    return outputs
