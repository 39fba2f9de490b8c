"""Times cfn-gate and its peers in turn; `scripts/compare.sh` installs them and calls this: TURNS INPUTS PEERS."""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TURNS, INPUTS, PEERS = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
GATE = "target/release/cfn-gate"
GUARD_RULES = "benches/peers/rules.guard"
# What checkov calls the rules of GUARD_RULES that it has.
CHECKOV_RULES = (
    "CKV_AWS_21,CKV_AWS_53,CKV_AWS_54,CKV_AWS_55,CKV_AWS_56,CKV_AWS_18,CKV_AWS_19,CKV_AWS_16,CKV_AWS_157,CKV_AWS_17,"
    "CKV_AWS_293,CKV_AWS_133,CKV_AWS_118,CKV_AWS_117,CKV_AWS_116,CKV_AWS_115,CKV_AWS_27,CKV_AWS_26,CKV_AWS_24,CKV_AWS_3,"
    "CKV_AWS_28,CKV_AWS_150"
)


def gate(*arguments):
    return lambda paths: [GATE, "check", *arguments, *paths]


def guard(*arguments):
    return lambda paths: [PEERS / "bin/cfn-guard", "validate", "--rules", GUARD_RULES, *arguments, "--data", *paths]


def checkov(*arguments):
    common = ["--framework", "cloudformation", "--skip-download", "--quiet", "--compact", *arguments]

    def command(paths):
        place = ["--directory" if Path(paths[0]).is_dir() else "--file", *paths]
        return [PEERS / "checkov/bin/checkov", *common, *place]

    return command


def files(paths):
    folder = Path(paths[0])
    return sorted(map(str, folder.iterdir())) if folder.is_dir() else paths


def cfn_lint(paths):
    return [PEERS / "cfn-lint/bin/cfn-lint", "--format", "json", *files(paths)]


def validate(engine):
    return lambda paths: [PEERS / "validate/bin/python", "scripts/compare_validate.py", engine, *files(paths)]


TOOLS = {
    "cfn-gate, all rules": gate("--rules", "all"),
    "cfn-gate, all rules, JSON": gate("--rules", "all", "--format", "json"),
    "cfn-gate, its default rules": gate(),
    "cfn-guard, 20 rules, JSON": guard("--structured", "--show-summary", "none", "--output-format", "json"),
    "cfn-guard, 20 rules, text": guard(),
    "cloudformation-validate, CEL": validate("CelEngine"),
    "cloudformation-validate, Rego": validate("RegoEngine"),
    "checkov, those 20 rules": checkov("--check", CHECKOV_RULES),
    "checkov, all rules": checkov(),
    "cfn-lint": cfn_lint,
}
SCENES = [(f"{count} resources, {kind}", INPUTS / f"{count}.{kind.lower()}") for count in (10, 100, 500) for kind in ("YAML", "JSON")]
SCENES.append(("a folder of 200 templates of 10 resources", INPUTS / "folder"))


def run(command):
    """The seconds of the wall clock that one run takes."""
    start = time.perf_counter()
    code = subprocess.run(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    seconds = time.perf_counter() - start
    if code < 0 or code > 100:
        sys.exit(f"{command[0]} ended with {code}")
    return seconds


def turn(command):
    """The seconds of each of the runs of one turn: what takes milliseconds is run again, for a quarter of a second."""
    taken = [run(command)]
    while sum(taken) < 0.25:
        taken.append(run(command))
    return taken


def memory(command):
    """The peak memory of the largest process, in MiB. GNU time is small itself, Python isn't, and a child inherits the peak."""
    with tempfile.NamedTemporaryFile("r") as file:
        run(["/usr/bin/time", "--quiet", "--format=%M", f"--output={file.name}", *command])
        return int(file.read().split()[-1]) / 1024


def machine():
    names = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    return f"{names[0] if names else platform.processor()}, {os.cpu_count()} CPUs, {platform.system()} {platform.release()}"


print(f"Machine: {machine()}. Medians of {TURNS} turns, in which the tools run one after another, each once, or for a quarter of a second.")
for name, path in SCENES:
    commands = {tool: command([str(path)]) for tool, command in TOOLS.items()}
    memories = {tool: memory(command) for tool, command in commands.items()}
    taken = {tool: [] for tool in TOOLS}
    for _ in range(TURNS):
        for tool, command in commands.items():
            taken[tool] += turn(command)
    print(f"\n### {name}\n\n| | median (ms) | least | times cfn-gate | peak memory (MiB) |\n|---|---:|---:|---:|---:|")
    base = statistics.median(taken["cfn-gate, all rules"])
    for tool, seconds in taken.items():
        median = statistics.median(seconds)
        print(
            f"| {tool} | {median * 1000:.1f} | {min(seconds) * 1000:.1f} | {median / base:.1f} | {memories[tool]:.1f} |",
            flush=True,
        )
