#!/usr/bin/env python3
"""Holds the expansion of serverless templates to what AWS's own translator makes of them.

    pip install aws-sam-translator==1.115.0
    tests/sam/compare.py target/release/cfn-gate tests/sam/inputs tests/sam/refused*.yaml [--region REGION]...

A folder holds templates; a file holds several with `---` between them, each named by a comment before it. Each
template is given to the translator; what comes out and the template itself are resolved by cfn-gate, and the resources
compared one by one: logical ID, type, properties, condition. A template that the translator refuses has to be refused.
"""

import argparse
import json
import logging
import os
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter

REGIONS = ["ap-southeast-1", "cn-north-1", "us-gov-west-1"]


class BundledPolicies:
    """The managed policies that the translator knows without asking IAM."""

    def __init__(self, partition):
        from samtranslator.internal import managed_policies

        self.policies = managed_policies.get_bundled_managed_policy_map(partition)

    def load(self):
        return self.policies


def translate(text, region):
    """What the translator makes of a template, or why it refuses it."""
    import boto3
    from samtranslator.model.exceptions import InvalidDocumentException
    from samtranslator.translator import arn_generator
    from samtranslator.translator.transform import transform
    from samtranslator.yaml_helper import yaml_parse

    os.environ["AWS_DEFAULT_REGION"] = region
    boto3.DEFAULT_SESSION = None
    arn_generator._get_region_from_session.cache_clear()
    arn_generator._region_to_partition.cache_clear()
    partition = arn_generator.ArnGenerator.get_partition_name(region)
    template = yaml_parse(text)
    try:
        return transform(template, {}, BundledPolicies(partition)), None
    except InvalidDocumentException as error:
        return None, "; ".join(cause.message for cause in error.causes)
    except Exception as error:  # the translator trips over some of what it should refuse
        return None, f"{type(error).__name__}: {error}"


def resolve(binary, folder, region):
    """The stacks of the templates in a folder, by file name."""
    command = [binary, "resolve", "--region", region, *sorted(str(path) for path in folder.iterdir())]
    output = subprocess.run(command, capture_output=True, text=True, check=False)
    if output.returncode not in (0, 2) or not output.stdout:
        sys.exit(f"{binary} ended with code {output.returncode}: {output.stderr}")
    decoder, text, stacks = json.JSONDecoder(), output.stdout, {}
    position = 0
    while position < len(text.rstrip()):
        stack, position = decoder.raw_decode(text, position)
        stacks[pathlib.Path(stack["template"]).stem] = stack
        position += 1
    return stacks


def differences(expected, actual, path=""):
    """Where two values differ, as lines."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in sorted(expected.keys() | actual.keys()):
            if key not in actual:
                yield f"{path}.{key}: missing, expected {short(expected[key])}"
            elif key not in expected:
                yield f"{path}.{key}: not expected, found {short(actual[key])}"
            else:
                yield from differences(expected[key], actual[key], f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for index, (left, right) in enumerate(zip(expected, actual)):
            yield from differences(left, right, f"{path}[{index}]")
    elif expected != actual or isinstance(expected, bool) != isinstance(actual, bool):
        yield f"{path}: expected {short(expected)}, found {short(actual)}"


def short(value):
    text = json.dumps(value, sort_keys=True)
    return text if len(text) < 300 else text[:300] + "…"


def comparable(resource):
    condition = resource.get("condition")
    condition = condition.get("name") if isinstance(condition, dict) else condition
    return {"type": resource["type"], "properties": resource["properties"], "condition": condition}


def templates(paths):
    """The templates of folders and files, by name."""
    for path in paths:
        if path.is_dir():
            yield from ((file.stem, file.read_text(encoding="utf-8")) for file in sorted(path.glob("*.yaml")))
        else:
            for text in path.read_text(encoding="utf-8").split("---\n"):
                yield text.splitlines()[0].removeprefix("# "), text


def compare(stem, expected, refusal, actual, counts):
    """The differences in one template; counts what agrees by resource type."""
    errors = [error["message"] for error in actual["errors"]]
    if refusal is not None:
        counts["refused", "right" if errors else "wrong"] += 1
        if not errors:
            yield f"{stem}: the translator refuses it: {refusal}"
        return
    counts["accepted", "right" if not errors else "wrong"] += 1
    if errors and not expected["errors"]:
        yield f"{stem}: refused, but the translator takes it: {'; '.join(errors)}"
    resources, found = expected["resources"], actual["resources"]
    for logical_id in sorted(resources.keys() | found.keys()):
        if logical_id not in found:
            counts[resources[logical_id]["type"], "wrong"] += 1
            yield f"{stem}: {logical_id} ({resources[logical_id]['type']}) is missing"
        elif logical_id not in resources:
            counts[found[logical_id]["type"], "wrong"] += 1
            yield f"{stem}: {logical_id} ({found[logical_id]['type']}) is not expected"
        else:
            wrong = list(differences(comparable(resources[logical_id]), comparable(found[logical_id])))
            counts[resources[logical_id]["type"], "wrong" if wrong else "right"] += 1
            yield from (f"{stem}: {logical_id}{line}" for line in wrong)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("inputs", type=pathlib.Path, nargs="+")
    parser.add_argument("--region", action="append")
    parser.add_argument("--only", default="")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--at-least", type=float, default=0.0)
    arguments = parser.parse_args()

    # The translator says how it feels.
    logging.disable(logging.CRITICAL)
    counts, total, right = Counter(), 0, 0
    for region in arguments.region or REGIONS:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            inputs, outputs = folder / "inputs", folder / "outputs"
            inputs.mkdir()
            outputs.mkdir()
            refusals = {}
            for name, text in templates(arguments.inputs):
                if arguments.only not in name:
                    continue
                (inputs / f"{name}.yaml").write_text(text, encoding="utf-8")
                translated, refusals[name] = translate(text, region)
                if translated is not None:
                    document = json.dumps(translated, default=str)
                    (outputs / f"{name}.json").write_text(document, encoding="utf-8")
            actual = resolve(arguments.binary, inputs, region)
            expected = resolve(arguments.binary, outputs, region) if any(outputs.iterdir()) else {}
        for stem, refusal in refusals.items():
            lines = list(compare(stem, expected.get(stem), refusal, actual[stem], counts))
            if refusal and arguments.verbose:
                print(f"{region}: {stem}: refused: {refusal} | {[e['message'] for e in actual[stem]['errors']]}")
            total += 1
            right += not lines
            for line in lines:
                print(f"{region}: {line}")
    for kind in sorted({kind for kind, _ in counts}):
        good, bad = counts[kind, "right"], counts[kind, "wrong"]
        print(f"{kind}: {good} of {good + bad}")
    ratio = 100 * right / max(total, 1)
    print(f"{right} of {total} templates agree in everything: {ratio:.1f} %")
    sys.exit(0 if ratio >= arguments.at_least else 1)


if __name__ == "__main__":
    main()
